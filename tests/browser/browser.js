// What every page test needs: the built page on a port of its own, and a browser that looks at it.
//
//   const page = await openPage()
//   after(() => page.close())
//   await page.driver.findElement(By.css('input')).sendKeys('7')
//
// See selenium-webdriver for what `page.driver` can do.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Browser, Builder, logging } from 'selenium-webdriver'
import chrome from 'selenium-webdriver/chrome.js'
import { preview } from 'vite'
import { findProgram } from '../../.cargo/system.js'

const www = fileURLToPath(new URL('../../www', import.meta.url))
const screenshots = new URL('screenshots/', import.meta.url)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A path, so that every test also proves that the page does not have to live at the top of its host. */
const base = '/under/a/path/'

/**
 * Serves the built page and opens it.
 * @param {{ hash?: string, language?: string, width?: number, height?: number, headers?: Record<string, string> }} options headers: what the server says with every file
 */
export async function openPage({ hash = '', language = 'en', width = 1280, height = 900, headers = {} } = {}) {
  const server = await preview({ root: www, base, logLevel: 'error', preview: { host: '127.0.0.1', port: 0, headers } })
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('the preview server has no port')
  const url = `http://127.0.0.1:${address.port}${base}`
  try {
    const driver = await chromium({ language, width, height })
    await driver.get(url + hash)
    return new Page(driver, server, url)
  } catch (error) {
    await server.close()
    throw error
  }
}

/** The switches of the wasm tests, and those of this page. @param {{ language: string, width: number, height: number }} options */
export function chromium({ language, width, height }) {
  const file = new URL('../../.cargo/webdriver.json', import.meta.url)
  /** @type {string[]} */
  const switches = JSON.parse(readFileSync(file, 'utf8'))['goog:chromeOptions'].args
  const options = new chrome.Options()
  options.addArguments(...switches, `--window-size=${width},${height}`, `--accept-lang=${language}`)
  // Date fields follow the language of the browser, not of the page.
  options.setUserPreferences({ 'intl.accept_languages': language })
  const log = new logging.Preferences()
  log.setLevel(logging.Type.BROWSER, logging.Level.ALL)
  options.setLoggingPrefs(log)
  return new Builder()
    .forBrowser(Browser.CHROME)
    .setChromeOptions(options)
    // Named, because selenium would otherwise look for a driver to download.
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? findProgram('chromedriver')))
    .build()
}

/** An open page. */
class Page {
  #server

  /**
   * @param {import('selenium-webdriver').WebDriver} driver
   * @param {import('vite').PreviewServer} server
   * @param {string} url
   */
  constructor(driver, server, url) {
    this.driver = driver
    this.url = url
    this.#server = server
  }

  /** What the browser complained about since the last call: errors of scripts, files that did not load. */
  async complaints() {
    const entries = await this.driver.manage().logs().get(logging.Type.BROWSER)
    return entries.filter(({ level }) => level.value >= logging.Level.WARNING.value).map(({ message }) => message)
  }

  /** The files of the page that the browser has fetched, by their path in www/dist. */
  async fetched() {
    const urls = /** @type {string[]} */ (await this.driver.executeScript(
      "return performance.getEntriesByType('resource').map((entry) => entry.name)",
    ))
    const files = urls.filter((url) => url.startsWith('http')).map((url) => url.replace(this.url, ''))
    return ['index.html', ...files]
  }

  /** What axe finds inaccessible, one line each: `expect no violations` is `assert.deepEqual(await page.violations(), [])`. */
  async violations() {
    await this.driver.executeScript(axe)
    const { violations } = /** @type {import('axe-core').AxeResults} */ (await this.driver.executeAsyncScript(
      'const done = arguments[arguments.length - 1]; axe.run().then(done, (error) => done({ violations: [{ id: String(error), help: "", nodes: [] }] }))',
    ))
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }

  /** Keeps what the window shows as tests/browser/screenshots/<name>.png, which git ignores. @param {string} name */
  async screenshot(name) {
    mkdirSync(screenshots, { recursive: true })
    writeFileSync(new URL(`${name}.png`, screenshots), await this.driver.takeScreenshot(), 'base64')
  }

  async close() {
    await this.driver.quit()
    await this.#server.close()
  }
}
