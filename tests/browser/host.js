// A web server that a test can stop, start again, and give another version of the page: what a browser sees when the network goes.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

/** A path, so that every test also proves that the page does not have to live at the top of its host. */
const base = '/under/a/path/'

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html;charset=utf-8', '.js': 'text/javascript;charset=utf-8', '.css': 'text/css;charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm',
})

/** The policy for contents under which everything has to work. */
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; require-trusted-types-for 'script'"

/** @param {string} folder what is served */
export async function hostOf(folder) {
  /** @type {string[]} */
  const asked = []
  /** @type {RegExp | undefined} */
  let missing
  /** @type {{ files: RegExp, until: Promise<void>, release: () => void } | undefined} */
  let held
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path.startsWith(base) ? path.slice(base.length) || 'index.html' : ''
    asked.push(path.replace(base, ''))
    if (held?.files.test(file)) await held.until
    const headers = { 'content-security-policy': policy, 'cache-control': 'no-cache' }
    if (path === '/frame') return response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(`<!doctype html><title>Somebody else’s page</title><iframe src="${base}" width="1200" height="800"></iframe>`)
    try {
      if (missing?.test(file)) throw new Error(`${file} is missing`)
      const body = readFileSync(join(folder, file))
      response.writeHead(200, { ...headers, 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-length': body.length }).end(body)
    } catch {
      response.writeHead(404, headers).end()
    }
  })
  const listen = (/** @type {number} */ port) => new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)))
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' ? address?.port ?? 0 : 0
  return {
    url: `http://127.0.0.1:${port}${base}`,
    /** A page of somebody else, on the same host, with the planner in a frame. */
    frame: `http://127.0.0.1:${port}/frame`,
    /** What was asked for since the last call, by its path in the folder. */
    asked: () => asked.splice(0),
    /** Serves another folder from now on. @param {string} other */
    shows(other) { folder = other },
    /** Has no such files from now on. @param {RegExp} [files] by their path in the folder; none: has all of them again */
    lacks(files) { missing = files },
    /** Keeps such files back from now on, until `release`. @param {RegExp} files by their path in the folder */
    holds(files) {
      let release = () => {}
      held = { files, until: new Promise((resolve) => { release = resolve }), release }
    },
    release() {
      held?.release()
      held = undefined
    },
    /** Takes no connection any more, and ends those there are. */
    stop: () => new Promise((resolve) => { server.close(() => resolve(undefined)); server.closeAllConnections() }),
    start: () => listen(port),
  }
}
