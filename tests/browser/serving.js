// The built page on a port of its own, with what a test wants of the server: headers, files that it keeps back, a script before all others.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const www = fileURLToPath(new URL('../../www', import.meta.url))

/** A path, so that every test also proves that the page does not have to live at the top of its host. */
const base = '/under/a/path/'

/** What the page gets from us beside its own files: a script, and where that tells of complaints. */
const [before, complaints] = ['before-the-page.js', 'complaints']

/** Says to the server what a person would find in the console of the browser. WebDriver can ask only Chromium for it. */
const listens = `{
  const tell = (...what) => {
    const request = new XMLHttpRequest()
    // At once: whoever asks for complaints afterwards hears of all.
    request.open('POST', ${JSON.stringify(base + complaints)}, false)
    request.send(what.map((each) => each?.stack ? each + ' ' + each.stack : String(each)).join(' '))
  }
  addEventListener('error', (event) => tell(event.message ?? 'not loaded: ' + (event.target.src ?? event.target.href)), true)
  addEventListener('unhandledrejection', (event) => tell('not caught:', event.reason))
  addEventListener('securitypolicyviolation', (event) => tell('against the policy:', event.violatedDirective, event.blockedURI))
  for (const level of ['warn', 'error']) {
    const say = console[level]
    console[level] = (...all) => { say.apply(console, all); tell(...all) }
  }
}`

/**
 * @param {{ headers: Record<string, string>, script: string, held?: RegExp }} options
 *   headers: what the server says with every file; script: what runs before the page's own scripts; held: paths of files that it keeps back
 */
export async function servePage({ headers, script, held }) {
  /** @type {string[]} */
  const told = []
  let release = () => {}
  const released = new Promise((resolve) => { release = () => resolve(undefined) })
  const server = await preview({
    root: www, base, logLevel: 'error', preview: { host: '127.0.0.1', port: 0, headers },
    plugins: [{
      name: 'for-tests',
      configurePreviewServer({ middlewares }) {
        middlewares.use(async (request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(base, '')
          if (held?.test(path)) await released
          /** @param {string} type @param {string} text */
          const answer = (type, text) => response.writeHead(200, { 'content-type': `${type};charset=utf-8`, 'cache-control': 'no-cache', ...headers }).end(text)
          if (path === before) return answer('text/javascript', `${listens}\n${script}`)
          if (path === complaints) {
            let text = ''
            for await (const part of request) text += part
            told.push(text)
            return answer('text/plain', '')
          }
          if (path !== '' && path !== 'index.html') return next()
          const page = readFileSync(join(www, 'dist/index.html'), 'utf8')
          return answer('text/html', page.replace('<head>', `<head><script src="${base}${before}"></script>`))
        })
      },
    }],
  })
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('the preview server has no port')
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    /** The complaints since the last call. */
    told: () => told.splice(0),
    /** Sends what was kept back. */
    release,
    /** Whether a path is the page's own. @param {string} path */
    isOfThePage: (path) => path !== before && path !== complaints,
    close: () => server.close(),
  }
}
