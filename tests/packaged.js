// The npm package as another project has it: packed, and installed without a network.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const top = new URL('../', import.meta.url)
const require = createRequire(import.meta.url)

/** The npm that started us, where one did: it may not be the first on the path. @param {string[]} args @param {string} cwd */
function npm(args, cwd) {
  const given = process.env.npm_execpath
  const [program, first] = given ? [process.execPath, [given]] : ['npm', []]
  return execFileSync(program, [...first, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What `npm pack` puts into the package: the paths of its files. @param {string} to */
export function pack(to) {
  const [packed] = /** @type {{ filename: string, files: { path: string }[] }[]} */ (JSON.parse(npm(['pack', fileURLToPath(new URL('www/npm', top)), '--pack-destination', to, '--json'], to)))
  if (!packed) throw new Error('nothing was packed')
  return { file: join(to, packed.filename), files: packed.files.map(({ path }) => path) }
}

/** A project that has the package, and the files of `tests/packaging`. */
export function project() {
  const folder = mkdtempSync(join(tmpdir(), 'somebody-else-'))
  const { file, files } = pack(folder)
  cpSync(fileURLToPath(new URL('tests/packaging', top)), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'somebody-else', private: true, type: 'module' }))
  npm(['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', file], folder)
  // React's types, with what they need.
  mkdirSync(join(folder, 'node_modules/@types'))
  symlinkSync(dirname(require.resolve('@types/react/package.json')), join(folder, 'node_modules/@types/react'), 'junction')
  return {
    folder, files,
    /** A file of the installed package. @param {string} path */
    read: (path) => readFileSync(join(folder, 'node_modules/voucher-planner', path), 'utf8'),
    /** Runs a program in Node, and gives what it prints. @param {string} script @param {'module' | 'commonjs'} [type] */
    runs: (script, type = 'module') => execFileSync(process.execPath, ['--no-warnings', `--input-type=${type}`, '--eval', script], { cwd: folder, encoding: 'utf8' }),
    /** What TypeScript complains about. @param {string[]} args */
    types(args) {
      const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')
      try {
        return execFileSync(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom,dom.iterable', ...args], { cwd: folder, encoding: 'utf8' })
      } catch (error) {
        return String(/** @type {{ stdout?: string }} */ (error).stdout ?? error)
      }
    },
    remove: () => rmSync(folder, { recursive: true, maxRetries: 3 }),
  }
}

/** The strictest policy that the package works under: everything from the page's own host. */
export const strictPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; img-src data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types voucher-planner lit-html"

const types = /** @type {Record<string, string>} */ ({ '.html': 'text/html;charset=utf-8', '.js': 'text/javascript;charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json' })

/** A web server as plain as they come. @param {string} folder @param {Record<string, string>} [pages] pages that are no files, by their path @param {Record<string, string>} [headers] */
export async function served(folder, pages = {}, headers = { 'content-security-policy': strictPolicy }) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    try {
      // Browsers ask for it by themselves.
      if (path === '/favicon.ico') return response.writeHead(204).end()
      const body = pages[path] ?? readFileSync(join(folder, path))
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', ...headers }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() }),
  }
}
