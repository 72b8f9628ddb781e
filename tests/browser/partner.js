// A partner's site with pages of its own, which embed a planner that another site serves; and a browser that looks at them.
//
//   const site = await openPartner((planner) => ({ '/': `<script type="module" src="${planner}voucher-planner.js"></script><voucher-planner></voucher-planner>` }))
//   await site.goes('/')
import { createServer } from 'node:http'
import { openBrowser } from './browser.js'
import { servePage } from './serving.js'

/** What a site answers at a path: HTML, or something else. @typedef {string | { type: string, text: string, status?: number, headers?: Record<string, string> }} Answer */

/** What partners' pages have in common: a record of what the planner tells them, and of what the browser forbids. */
const hears = `
  window.heard = []
  const keep = (event) => heard.push({ name: event.type, from: event.target.id || event.target.localName, detail: event.detail })
  for (const name of ['planner-change', 'planner-export', 'planner-error']) document.addEventListener(name, keep)
  window.wrong = []
  addEventListener('error', (event) => wrong.push(event.message ?? 'not loaded: ' + (event.target.src ?? event.target.href)), true)
  addEventListener('unhandledrejection', (event) => wrong.push('not caught: ' + event.reason))
  document.addEventListener('securitypolicyviolation', (event) => wrong.push('against the policy: ' + event.violatedDirective + ' ' + event.blockedURI))`

/**
 * @param {(planner: string, own: string) => Record<string, Answer>} pagesOf from the addresses of the planner and of the site to what the site answers at its paths
 * @param {{ language?: string, width?: number, headers?: Record<string, string>, planner?: Record<string, string> }} [options] headers: what the partner's server says; planner: what the planner's says
 */
export async function openPartner(pagesOf, { language = 'en', width = 1200, headers = {}, planner = { 'access-control-allow-origin': '*' } } = {}) {
  const served = await servePage({ headers: planner, script: '' })
  /** @type {Record<string, Answer>} */
  let pages = {}
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/hears.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(hears)
    const answer = pages[pathname]
    if (answer === undefined) return void response.writeHead(404, headers).end('nothing here')
    if (typeof answer === 'string') return void response.writeHead(200, { 'content-type': 'text/html;charset=utf-8', ...headers }).end(`<!doctype html><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,"><script src="/hears.js"></script>${answer}`)
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type, ...headers, ...answer.headers }).end(answer.text)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the partner has no port')
  // Another name than the planner's, so that browsers take them for two sites, not only for two origins.
  const own = `http://localhost:${address.port}`
  pages = pagesOf(served.url, own)
  return new Partner(await openBrowser({ language, width }), { planner: served, server, own })
}

class Partner {
  #browser
  #parts

  /** @param {Awaited<ReturnType<typeof openBrowser>>} browser @param {{ planner: Awaited<ReturnType<typeof servePage>>, server: import('node:http').Server, own: string }} parts */
  constructor(browser, parts) {
    this.driver = browser.driver
    this.#browser = browser
    this.#parts = parts
    this.planner = parts.planner.url
    this.own = parts.own
  }

  /** @param {string} path */
  async goes(path) { await this.driver.get(this.own + path) }

  /** Runs in the page. @template T @param {string} script @param {unknown[]} values @returns {Promise<T>} */
  async asks(script, ...values) { return this.driver.executeScript(script, ...values) }

  /** Waits until a script answers something that is right. @template T @param {string} script @param {(value: T) => boolean} [right] @param {string} [wish] @returns {Promise<T>} */
  async sees(script, right = Boolean, wish = script) {
    const end = Date.now() + 15_000
    for (;;) {
      const value = /** @type {T} */ (await this.asks(script))
      if (right(value)) return value
      if (Date.now() > end) throw new Error(`${wish}; there was: ${JSON.stringify(value)}; ${JSON.stringify(await this.asks('return window.wrong'))}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Makes the window as large inside. @param {number} width @param {number} height */
  async resizes(width, height) { await this.#browser.resizes(width, height) }

  async close() {
    await this.#browser.close()
    this.#parts.server.closeAllConnections()
    await new Promise((resolve) => this.#parts.server.close(resolve))
    await this.#parts.planner.close()
  }
}
