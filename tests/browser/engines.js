// The browsers the page is tested in: how each is started, and where it goes its own way. Tests ask for none of it.
//
//   BROWSER=firefox node --test tests/browser/page.test.js     in Firefox; without the variable in Chromium
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Browser, Builder, Capabilities, logging } from 'selenium-webdriver'
import BrowsingContext from 'selenium-webdriver/bidi/browsingContext.js'
import chrome from 'selenium-webdriver/chrome.js'
import firefoxDriver from 'selenium-webdriver/firefox.js'
import { DriverService } from 'selenium-webdriver/remote/index.js'
import { drivers, findDriver } from '../../.cargo/system.js'

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */
/** What somebody set in their system, by the name of the media feature: the page has to follow. @typedef {{ 'forced-colors'?: 'active', 'prefers-contrast'?: 'more', 'prefers-reduced-motion'?: 'reduce' }} Features */
/** How a browser is started; `folder` is its own, and it saves files in `folder`/downloads. @typedef {{ language: string, width: number, height: number, features: Features, folder: string }} Options */
/** A started browser. `log` is what it complained about by itself, where it says so. @typedef {{ driver: WebDriver, resizes: (width: number, height: number) => Promise<unknown>, log?: () => Promise<string[]>, stop?: () => Promise<unknown> }} Started */

/** Each starts a browser that shows nothing yet. */
export const engines = { chromium, firefox, webkit }

/** The engine of this process. */
export const engine = /** @type {keyof typeof engines} */ (process.env.BROWSER || 'chromium')
if (!Object.hasOwn(engines, engine)) throw new Error(`BROWSER=${engine} is none of ${Object.keys(engines).join(', ')}`)

/** What an engine has no way to, with the reason. A test that needs it says `{ skip: lacks('forced-colors') }`, and is listed as skipped. @type {Partial<Record<keyof typeof engines, Partial<Record<keyof Features, string>>>>} */
const missing = {
  webkit: { 'forced-colors': 'WebKit has no forced colours on any system' },
}

/** Why this engine cannot do what a test needs, or false. @param {keyof Features} what */
export const lacks = (what) => missing[engine]?.[what] ?? false

/** @param {keyof typeof engines} name */
function driverOf(name) {
  const found = findDriver(name)
  if (!found) throw new Error(`no ${drivers[name].program} to test in ${name} with: install it, or name it in ${drivers[name].variable}`)
  return found
}

/** Chromium, with the switches of the wasm tests and those of this page. @param {Options} options @returns {Promise<Started>} */
async function chromium({ language, width, height, features, folder }) {
  const file = new URL('../../.cargo/webdriver.json', import.meta.url)
  /** @type {string[]} */
  const switches = JSON.parse(readFileSync(file, 'utf8'))['goog:chromeOptions'].args
  const options = new chrome.Options()
  options.addArguments(...switches, `--window-size=${width},${height}`, `--accept-lang=${language}`)
  // Date fields follow the language of the browser, not of the page.
  options.setUserPreferences({ 'intl.accept_languages': language, download: { default_directory: join(folder, 'downloads'), prompt_for_download: false } })
  const log = new logging.Preferences()
  log.setLevel(logging.Type.BROWSER, logging.Level.ALL)
  options.setLoggingPrefs(log)
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (await new Builder()
    .forBrowser(Browser.CHROME)
    .setChromeOptions(options)
    // Named, because selenium would otherwise look for a driver to download.
    .setChromeService(new chrome.ServiceBuilder(driverOf('chromium')))
    .build())
  if (Object.keys(features).length) {
    await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([name, value]) => ({ name, value })) })
  }
  return {
    driver,
    // Its windows are never narrower than 500 pixels.
    resizes: (wide, high) => driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width: wide, height: high, deviceScaleFactor: 1, mobile: wide < 700 }),
    log: async () => (await driver.manage().logs().get(logging.Type.BROWSER)).filter(({ level }) => level.value >= logging.Level.WARNING.value).map(({ message }) => message),
  }
}

/** Firefox. @param {Options} options @returns {Promise<Started>} */
async function firefox({ language, width, height, features, folder }) {
  const options = new firefoxDriver.Options()
  options.addArguments('-headless', `--width=${width}`, `--height=${height}`)
  options.enableBidi()
  const preferences = {
    'intl.accept_languages': language,
    'browser.download.folderList': 2,
    'browser.download.dir': join(folder, 'downloads'),
    // A list of downloads that opens would take the keyboard from the page.
    'browser.download.alwaysOpenPanel': false,
    // As on phones, where it matters: scrollbars take no room from the page.
    'ui.useOverlayScrollbars': 1,
    ...features['forced-colors'] ? { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2 } : {},
    ...features['prefers-contrast'] ? { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 1 } : {},
    ...features['prefers-reduced-motion'] ? { 'ui.prefersReducedMotion': 1 } : {},
  }
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value)
  const driver = await new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(options)
    .setFirefoxService(new firefoxDriver.ServiceBuilder(driverOf('firefox')))
    .build()
  // Its windows are never narrower than 500 pixels either; WebDriver BiDi sets the size of what is inside.
  const resizes = async (/** @type {number} */ wide, /** @type {number} */ high) => (await BrowsingContext(driver, { browsingContextId: await driver.getWindowHandle() })).setViewport(wide, high)
  await resizes(width, height)
  return { driver, resizes }
}

/** The screen that nobody sees. */
const [across, down] = [1600, 1200]

/** WebKit, in the small browser that comes with WebKitGTK. It has no mode without a screen, so it gets a screen of its own that nobody sees. @param {Options} options @returns {Promise<Started>} */
async function webkit({ width, height, features, folder }) {
  // All that GTK programs are told by their user: where files are saved, and what the page is to follow.
  mkdirSync(join(folder, 'gtk-3.0'))
  writeFileSync(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${join(folder, 'downloads')}"\n`)
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), ['[Settings]', ...features['prefers-reduced-motion'] ? ['gtk-enable-animations=0'] : [], ...features['prefers-contrast'] ? ['gtk-theme-name=HighContrast'] : []].join('\n'))
  // Its toolbar would keep the window from being as narrow as a phone.
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), '* { min-width: 0; min-height: 0; margin: 0; padding: 0 }')

  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${across}x${down}x24`, '-nolisten', 'tcp', '-terminate'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject)
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    screen.stdio[3]?.once('data', (number) => resolve(String(number).trim()))
  })
  const environment = { ...process.env, DISPLAY: `:${display}`, HOME: folder, XDG_CONFIG_HOME: folder, GDK_BACKEND: 'x11' }
  const service = new DriverService.Builder(driverOf('webkit')).setLoopback(true).setEnvironment(environment).build()
  const stop = async () => { await service.kill(); screen.kill() }
  try {
    const driver = await new Builder().usingServer(await service.start()).withCapabilities(new Capabilities({ browserName: 'MiniBrowser' })).build()
    const resizes = async (/** @type {number} */ wide, /** @type {number} */ high) => {
      const height = high + Number(await driver.executeScript('return outerHeight - innerHeight'))
      // In the middle, where the pointer is: without a window manager the keys go to what lies under it.
      await driver.manage().window().setRect({ width: wide, height, x: Math.round((across - wide) / 2), y: Math.round((down - height) / 2) })
    }
    await resizes(width, height)
    return { driver, resizes, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
