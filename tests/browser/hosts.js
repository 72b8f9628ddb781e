// Web servers that tests put the planner on: nginx as the guide writes it, one that is like GitHub Pages, and pages of others elsewhere.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** The built page. */
export const dist = fileURLToPath(new URL('../../www/dist', import.meta.url))

/** The blocks of code of a language in a page of the guide. @param {string} page @param {string} language */
export function blocks(page, language) {
  const text = readFileSync(new URL(`../../www/guide/${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^ *```(\w+)\n([^]*?)^ *```$/gm)].filter(([, name]) => name === language).map(([, , code = '']) => code)
}

/** @type {Record<string, string>} */
const types = { '.html': 'text/html; charset=utf-8', '.js': 'application/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png' }

/** Answers on a port of its own. @param {import('node:http').RequestListener} answer @param {string} [name] of the host: another name is another site @returns {Promise<{ url: string, close: () => Promise<unknown> }>} */
async function serve(answer, name = '127.0.0.1') {
  const server = createServer(answer)
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)) })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://${name}:${address.port}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    }),
  }
}

/**
 * A host of files that says of them what it is told to say.
 * @param {{ folder?: string, path?: string, headers?: (file: string) => Record<string, string>, compresses?: boolean }} options path: what the files lie under
 */
export async function fileHost({ folder = dist, path = '/planner/', headers = () => ({}), compresses = false } = {}) {
  const server = await serve((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const name = asked.startsWith(path) ? asked.slice(path.length).replace(/(^|\/)$/, '$1index.html') : undefined
    if (name === undefined || name.includes('..') || !existsSync(join(folder, name))) return response.writeHead(404, headers('')).end()
    const body = readFileSync(join(folder, name))
    const packed = compresses && /\bgzip\b/.test(String(request.headers['accept-encoding']))
    // What it says may change from test to test.
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'cache-control': 'no-store', ...packed ? { 'content-encoding': 'gzip' } : {}, ...headers(name) })
    response.end(request.method === 'HEAD' ? undefined : packed ? gzipSync(body) : body)
  })
  return { ...server, url: server.url.replace(/\/$/, path) }
}

/** Like GitHub Pages: it has headers of its own and takes none; every file may be read by every page. @param {string} folder @param {string} path */
export const likeGitHubPages = (folder, path) => fileHost({
  folder, path, compresses: true,
  headers: () => ({ 'access-control-allow-origin': '*', 'cache-control': 'max-age=600', server: 'GitHub.com', 'strict-transport-security': 'max-age=31556952' }),
})

/** Somebody else's site: pages by their paths, with the headers that are said with them. It is another site than the planner's host. @param {Record<string, { html: string, headers?: Record<string, string>, type?: string }>} pages may be changed later */
export async function partner(pages) {
  const server = await serve((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://host').pathname]
    if (!page) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': page.type ?? types['.html'], 'cache-control': 'no-store', ...page.headers }).end(page.html)
  }, 'localhost')
  return server
}

/** A port that nobody listens on. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocket()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' ? address?.port ?? 0 : 0))
    })
  })
}

/**
 * nginx with a file of the guide, in a folder of its own that goes with it. Of the file only the port and the folder are others, and
 * both have to stand in it as they do in the guide.
 * @param {{ site: string, prepare: (folder: string) => void }} options prepare: puts the files in place
 */
export async function nginx({ site, prepare }) {
  const home = mkdtempSync(join(tmpdir(), 'voucher-planner-nginx-'))
  const root = join(home, 'www')
  mkdirSync(root)
  // The server's own processes are nobody's where the tests run as root.
  execFileSync('chmod', ['755', home, root])
  prepare(root)
  const port = await freePort()
  const here = site.replace('listen 80;', `listen 127.0.0.1:${port};`).replace('root /srv/www;', `root ${root};`)
  if (!here.includes(`:${port};`) || !here.includes(root)) throw new Error('the guide names another port or folder')
  writeFileSync(join(home, 'site.conf'), here)
  writeFileSync(join(home, 'nginx.conf'), `
    daemon off; master_process off; pid ${home}/nginx.pid; error_log ${home}/error.log;
    ${existsSync('/etc/nginx/modules-enabled') ? 'include /etc/nginx/modules-enabled/*.conf;' : ''}
    events {}
    http {
      access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
      include ${home}/site.conf;
    }`)
  const child = spawn('nginx', ['-e', join(home, 'error.log'), '-c', join(home, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => { said += text })
  const ended = new Promise((resolve) => { child.once('exit', resolve) })
  const close = async () => {
    child.kill()
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries === 100) {
      const log = existsSync(join(home, 'error.log')) ? readFileSync(join(home, 'error.log'), 'utf8') : ''
      await close()
      throw new Error(`nginx did not start: ${said}${log}`)
    }
    try {
      await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })
      break
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { url: `http://127.0.0.1:${port}/`, root, close }
}

/** A copy of the built page. @param {string} folder */
export const copyTo = (folder) => cpSync(dist, folder, { recursive: true })

/** Waits in the page until the planner there has a plan, and gives what it says: the element is the page's, or the only one in a frame. @param {import('selenium-webdriver').WebDriver} driver @param {number} [patience] */
export async function answerOf(driver, patience = 15_000) {
  return driver.wait(() => driver.executeScript("const planner = document.querySelector('voucher-planner'); return planner?.plan && planner.engine && !planner.engine.provisional ? planner.shadowRoot.querySelector('.answer-sentence')?.textContent.trim() : ''"), patience, 'the planner does not answer')
}
