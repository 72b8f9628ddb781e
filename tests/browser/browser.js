// What every page test needs: the built page, and a browser that looks at it.
//
//   const page = await openPage()
//   after(() => page.close())
//   await page.driver.findElement(By.css('input')).sendKeys('7')
//
// The browser is the one that BROWSER names (engines.js); see selenium-webdriver for what `page.driver` can do in all of them.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engine, engines } from './engines.js'
import { servePage } from './serving.js'

const screenshots = new URL('screenshots/', import.meta.url)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A browser that shows nothing yet, with a folder of its own. @param {{ language?: string, width?: number, height?: number, features?: import('./engines.js').Features }} [options] */
export async function openBrowser({ language = 'en', width = 1280, height = 900, features = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voucher-planner-'))
  const downloads = join(folder, 'downloads')
  mkdirSync(downloads)
  const { driver, resizes, log, stop } = await engines[engine]({ language, width, height, features, folder })
  return {
    driver, resizes, log,
    /** Where it saves files. */
    downloads,
    async close() {
      await driver.quit()
      await stop?.()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Serves the built page and opens it.
 * @param {{ hash?: string, language?: string, width?: number, height?: number, features?: import('./engines.js').Features, headers?: Record<string, string>, script?: string, held?: RegExp }} options
 *   features: what the person set in their system; headers: what the server says with every file; script: runs before the page's own;
 *   held: paths of files that the server keeps back until `release()`
 */
export async function openPage({ hash = '', language = 'en', width = 1280, height = 900, features = {}, headers = {}, script = '', held } = {}) {
  // WebKitGTK speaks the language of the system, and has no other way to be told.
  const speaks = engine === 'webkit' ? `Object.defineProperties(navigator, { language: { get: () => '${language}' }, languages: { get: () => ['${language}'] } })\n` : ''
  const server = await servePage({ headers, script: speaks + script, held })
  try {
    const page = new Page(await openBrowser({ language, width, height, features }), server)
    await page.driver.get(page.url + hash)
    return page
  } catch (error) {
    await server.close()
    throw error
  }
}

/** An open page. */
class Page {
  #browser
  #server

  /**
   * @param {Awaited<ReturnType<typeof openBrowser>>} browser
   * @param {Awaited<ReturnType<typeof servePage>>} server
   */
  constructor(browser, server) {
    this.driver = browser.driver
    this.url = server.url
    /** Where the browser saves files. */
    this.downloads = browser.downloads
    this.#browser = browser
    this.#server = server
  }

  /** What the browser complained about since the last call: errors of scripts, files that did not load. */
  async complaints() {
    return [...this.#server.told(), ...await this.#browser.log?.() ?? []]
  }

  /** The files of the page that the browser has fetched, by their path in www/dist. */
  async fetched() {
    const urls = /** @type {string[]} */ (await this.driver.executeScript(
      "return performance.getEntriesByType('resource').map((entry) => entry.name)",
    ))
    // What a browser asks for by itself, only some list: what works for the page while it is closed, and what installing it takes.
    const files = urls.filter((url) => url.startsWith('http')).map((url) => url.replace(this.url, '')).filter((file) => this.#server.isOfThePage(file) && !/^(service-worker\.js|manifest\.json|icon[\w-]*\.\w+)$/.test(file))
    return ['index.html', ...files]
  }

  /**
   * What axe finds inaccessible, one line each: `expect no violations` is `assert.deepEqual(await page.violations(), [])`.
   * @param {{ colours?: boolean | 'alone', within?: string }} options colours: whether they are judged too, which takes longer than all else and does not depend on language or width;
   *   within: what alone is looked at, where the rest has been
   */
  async violations({ colours = true, within } = {}) {
    // Colours that are on their way to others are not judged.
    await this.settles()
    if (await this.driver.executeScript('return typeof axe') === 'undefined') await this.driver.executeScript(axe)
    const { violations } = /** @type {import('axe-core').AxeResults} */ (await this.driver.executeAsyncScript(
      'const [within, colours, done] = arguments; axe.run(within ? { fromShadowDom: ["voucher-planner", within] } : document, { resultTypes: ["violations"], ...colours === "alone" ? { runOnly: ["color-contrast"] } : { rules: { "color-contrast": { enabled: colours } } } }).then(done, (error) => done({ violations: [{ id: String(error), help: "", nodes: [] }] }))', within ?? null, colours,
    ))
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }

  /** Waits until the page has drawn what it was told so far, pictures that follow their width too, and nothing moves or changes its colour any more. */
  async settles() {
    await this.driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1]
      const planner = document.querySelector('voucher-planner')
      // A window that is not seen draws no frames.
      const frame = () => new Promise((resolve) => (document.visibilityState === 'visible' ? requestAnimationFrame(resolve) : setTimeout(resolve)))
      const settles = async () => {
        await planner?.updateComplete
        await frame()
        await frame()
        // In what is folded away they stay pending in Firefox, and are never seen.
        while (planner?.shadowRoot?.getAnimations().some(({ playState, pending }) => playState === 'running' && !pending)) await frame()
      }
      settles().then(() => done())`)
  }

  /** Makes the window as large inside, also as narrow as a phone. @param {number} width @param {number} height */
  async resizes(width, height) {
    await this.#browser.resizes(width, height)
    // Pictures are drawn again a frame after their width has changed.
    await this.settles()
    await this.settles()
  }

  /** A file that the browser has saved, once all of it is there: some put an empty one in its place first. @param {string} name @returns {Promise<Buffer>} */
  async saved(name) {
    const path = join(this.downloads, name)
    await this.driver.wait(() => existsSync(path) && statSync(path).size > 0, 20_000, `${name} is saved`)
    return readFileSync(path)
  }

  /** Sends the files that the server keeps back. */
  release() {
    this.#server.release()
  }

  /** Keeps what the window shows as tests/browser/screenshots/<engine>-<name>.png, which git ignores. @param {string} name */
  async screenshot(name) {
    await this.settles()
    mkdirSync(screenshots, { recursive: true })
    writeFileSync(new URL(`${engine}-${name}.png`, screenshots), await this.driver.takeScreenshot(), 'base64')
  }

  async close() {
    this.#server.release()
    await this.#browser.close()
    await this.#server.close()
  }
}
