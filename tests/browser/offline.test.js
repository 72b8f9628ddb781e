// A person without a network: the page opens after one visit, a newer version waits to be asked for, and a single file needs no server.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import readWorkbook from 'read-excel-file/node'
import { Key } from 'selenium-webdriver'
import { openBrowser } from './browser.js'
import { hostOf } from './host.js'
import { Person } from './person.js'

const dist = fileURLToPath(new URL('../../www/dist/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'voucher planner 规划-'))

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser
/** @type {import('selenium-webdriver').WebDriver} */
let driver
/** @type {Person} */
let person
/** @type {Awaited<ReturnType<typeof hostOf>>} */
let host

before(() => makeNewer(join(folder, 'newer')))
after(() => rmSync(folder, { recursive: true }))
afterEach(async () => {
  await browser?.close()
  await host?.stop().catch(() => undefined)
})

/** A later build of the page: other names for its scripts, and a mark in the page. @param {string} to */
function makeNewer(to) {
  cpSync(dist, to, { recursive: true })
  const scripts = readdirSync(join(to, 'assets')).filter((file) => file.endsWith('.js'))
  const newer = (/** @type {string} */ script) => script.replace(/\.js$/, '-newer.js')
  const names = new RegExp(scripts.join('|').replaceAll('.', '\\.'), 'g')
  for (const script of scripts) renameSync(join(to, 'assets', script), join(to, 'assets', newer(script)))
  for (const file of ['index.html', 'service-worker.js', ...scripts.map((script) => `assets/${newer(script)}`)]) {
    const text = readFileSync(join(to, file), 'utf8').replace(names, newer)
    writeFileSync(join(to, file), text.replace(/(url:\W?index\.html\W+revision:\W?)\w{32}/, `$1${'0'.repeat(32)}`).replace('<head>', '<head><meta name="newer">'))
  }
}

/** Opens a browser that has not seen the page before. @param {RegExp} [missing] files that the host lacks */
async function visits(missing) {
  host = await hostOf(dist)
  host.lacks(missing)
  browser = await openBrowser()
  driver = browser.driver
  person = new Person(/** @type {any} */ ({ driver }))
  await driver.get(host.url)
}

/** @template T @param {string} script @param {...unknown} values @returns {Promise<T>} */
const runs = (script, ...values) => driver.executeAsyncScript(`
  const done = arguments[arguments.length - 1]
  const planner = document.querySelector('voucher-planner')
  const work = async () => { ${script} }
  work().then(done, (error) => done(String(error)))`, ...values)

/** The same at once, and nothing while one page follows another. @param {string} script @returns {Promise<any>} */
const asks = (script) => driver.executeScript(`const planner = document.querySelector('voucher-planner'); ${script}`).catch(() => undefined)

const stateOf = () => asks('return planner?.offline?.state')
const isKept = () => person.sees(stateOf, (state) => state === 'kept', 'the page is kept for times without a network')
const isInside = () => person.sees(stateOf, (state) => state === 'inside', 'everything is there')
const notices = async () => String(await asks("return planner?.shadowRoot?.querySelector('.notices')?.innerText") ?? '').replace(/\s+/g, ' ').trim()
const isTold = (/** @type {RegExp} */ wish) => person.sees(notices, (text) => wish.test(text), `a notice says ${wish}`)
const isNewer = () => asks("return document.querySelector('meta[name=newer]') !== null")
/** Types a number of people, and stays in the field. @param {string} number */
async function types(number) {
  const field = await person.field('People', 'Group 1')
  // Without Ctrl, which not every driver lets go of in between.
  await field.sendKeys(...Array(4).fill(Key.BACK_SPACE), number)
}
/** Marks the page, to tell whether it was loaded again since. */
const marks = () => runs('window.marked = true')
const isMarked = () => asks('return window.marked === true')
/** The browser looks for a newer version, as it does by itself when a page is opened. */
const looksAgain = () => runs('await (await navigator.serviceWorker.getRegistration()).update()')

/** Does by hand what the page offers beside planning: each asks for a part that is loaded only then. */
async function usesEverything() {
  // A comparison may be at work there, or come in between.
  assert.deepEqual(await runs('for (;;) { const answer = await planner.engine.planBeside(planner.scenario); if (answer) return [answer.outcome, planner.engine.canWorkBeside] }'), ['planned', true])
  await person.presses('中文')
  await person.reads(/^请订购/)
  await person.presses('规则、来源与假设')
  await person.sees(() => person.everything(), (text) => text.includes('PRD-7'), 'the library is shown in Chinese')
  await person.presses('English')
  await person.sees(() => person.everything(), (text) => text.includes('Rules, sources and assumptions'), 'the library is shown in English')
  await runs('planner.showPlace(undefined)')
  await person.reads(/^Order 1 ×/)
  await runs('window.files = []; const make = URL.createObjectURL; URL.createObjectURL = (file) => { window.files.push(file); return make.call(URL, file) }')
  await person.presses('Export')
  await person.presses('Workbook (XLSX)')
  await person.sees(() => runs('return window.files.length'), (number) => number === 1, 'a workbook is saved')
  const bytes = /** @type {number[]} */ (await runs('return [...new Uint8Array(await window.files[0].arrayBuffer())]'))
  const order = (await readWorkbook(Buffer.from(bytes))).find(({ sheet }) => sheet === 'Order')?.data ?? []
  assert.equal(order.at(-1)?.[0], 'Total')
}

/** A visit with one window left throws away what only the old version had. A browser may count a closed window for a while. */
async function keepsOnlyNewer() {
  const older = () => /** @type {Promise<string[]>} */ (runs("return (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat().filter((url) => /assets.*\\.js$/.test(url) && !/-newer\\.js$/.test(url))"))
  await person.sees(async () => {
    await driver.get(host.url)
    await isKept()
    return older()
  }, (found) => found.length === 0, 'only the newer version is kept')
}

/** Opens the newer version without a network, and asks for a part that is loaded only then. */
async function usesNewerAlone() {
  await keepsOnlyNewer()
  await host.stop()
  // Right after files were thrown away WebKitGTK at times does not find others either, and finds them a moment later.
  await person.sees(async () => {
    await driver.get(`${host.url}?from=a-mail`)
    await person.sees(() => asks('return planner?.failed || planner?.engine && !planner.engine.provisional'), Boolean, 'the engine comes, or cannot come')
    return asks('return !planner.failed')
  }, Boolean, 'the planner works')
  assert.equal(await isNewer(), true)
  await isKept()
  await person.presses('Rules, sources and assumptions')
  await person.sees(() => person.everything(), (text) => text.includes('PRD-7'), 'the library is shown')
  await host.start()
}

test('after one visit the page opens without a network, and does all it does', async () => {
  await visits()
  await isKept()
  await host.stop()
  await driver.get(`${host.url}?from=a-mail`)
  assert.match(await runs("return String(await fetch('voucher-planner.html').catch((error) => error))"), /TypeError/)
  await person.reads(/^Order 1 ×/)
  await person.presses('What is kept?')
  await person.sees(() => person.look("return text(root.querySelector('#privacy'))"), (text) => /This page opens without a network: on .* the browser fetched its files/.test(String(text)), 'the page says that it opens without a network')
  await driver.actions().sendKeys(Key.ESCAPE).perform()
  await usesEverything()
  await host.start()
})

test('a newer version waits: it touches nothing that is being typed, and shows all of it once it is asked for', async () => {
  await visits()
  await isKept()
  await marks()
  await types('12')
  host.shows(join(folder, 'newer'))
  await looksAgain()
  await isTold(/A new version of the planner is ready\. What you entered stays\./)
  assert.equal(await person.look('return root.activeElement?.value'), '12')
  await driver.actions().sendKeys('3').perform()
  assert.equal(await person.look('return root.activeElement?.value'), '123')
  assert.deepEqual([await isMarked(), await isNewer()], [true, false])
  await person.presses('Load the new version')
  await person.sees(isNewer, Boolean, 'the newer version is shown')
  await person.reads(/^Order 1 ×/)
  assert.equal(await (await person.field('People', 'Group 1')).getAttribute('value'), '123')
  assert.equal(/new version/.test(await notices()), false)
})

test('where the host lacks a file, the page says that it does not open without a network, and a later visit tries again', async () => {
  await visits(/^icon-512\.png$/)
  await person.sees(stateOf, (state) => state === 'refused', 'the page is not kept')
  await person.presses('What is kept?')
  await person.sees(() => person.look("return text(root.querySelector('#privacy'))"), (text) => /Without a network this page does not open/.test(String(text)), 'the page says so')
  host.lacks()
  await driver.get(host.url)
  await isKept()
})

test('a newer version that nobody asks for is offered again, comes when no window is left, and then opens without a network', async () => {
  await visits()
  await isKept()
  host.shows(join(folder, 'newer'))
  await looksAgain()
  await isTold(/A new version/)
  await person.presses('Not now')
  await person.sees(notices, (text) => !text, 'nothing is said any more')
  await driver.get(host.url)
  await isTold(/A new version/)
  // With one window open, the version before could throw away files by now: not those of the newer one.
  await isKept()
  assert.equal(await isNewer(), false)
  // The window is closed: one that only shows another page is remembered by browsers, for going back. From beside the planner one sees when the newer version has come.
  await person.sees(async () => {
    const before = await driver.getWindowHandle()
    await driver.switchTo().newWindow('tab')
    const after = await driver.getWindowHandle()
    await driver.get(new URL('/', host.url).href)
    await driver.switchTo().window(before)
    await driver.close()
    await driver.switchTo().window(after)
    await person.sees(() => runs('return (await navigator.serviceWorker.getRegistration(arguments[0])).waiting === null', host.url), Boolean, 'the newer version has taken over')
    await driver.get(host.url)
    return isNewer()
  }, Boolean, 'the newer version is shown')
  await usesNewerAlone()
})

test('a newer version that is still on its way when the page opens is told of, and comes whole', async () => {
  await visits()
  await isKept()
  host.shows(join(folder, 'newer'))
  host.holds(/^index\.html$/)
  host.asked()
  await looksAgain()
  await person.sees(async () => host.asked(), (files) => files.includes('index.html'), 'only its page is missing')
  await driver.get(host.url)
  await person.reads(/^Order 1 ×/)
  assert.equal(/new version/.test(await notices()), false)
  host.release()
  await isTold(/A new version/)
  await person.presses('Load the new version')
  await person.sees(isNewer, Boolean, 'the newer version is shown')
  await usesNewerAlone()
})

test('another window takes a newer version: this one says so, stays as it is, and finds what it still needs of its own', async () => {
  await visits()
  await isKept()
  await marks()
  const first = await driver.getWindowHandle()
  await driver.switchTo().newWindow('tab')
  await driver.get(host.url)
  await isKept()
  host.shows(join(folder, 'newer'))
  await looksAgain()
  await isTold(/A new version/)
  await person.presses('Load the new version')
  await person.sees(isNewer, Boolean, 'the newer version is shown')
  await isKept()
  const second = await driver.getWindowHandle()
  await driver.switchTo().window(first)
  await isTold(/Another window has loaded a new version/)
  assert.deepEqual([await isMarked(), await isNewer()], [true, false])
  await person.presses('Rules, sources and assumptions')
  await person.sees(() => person.everything(), (text) => text.includes('PRD-7'), 'the library of the old version is shown')
  await person.presses('Load the new version')
  await person.sees(isNewer, Boolean, 'the newer version is shown here too')
  // The worker of WebKitGTK hears nothing any more where a window closes in the middle of what it tells the worker.
  await isKept()
  await driver.close()
  await driver.switchTo().window(second)
  await keepsOnlyNewer()
})

test('where the browser no longer keeps what is entered, a newer version asks to save a file first', async () => {
  await visits()
  await isKept()
  host.shows(join(folder, 'newer'))
  await looksAgain()
  await isTold(/A new version of the planner is ready\. What you entered stays\./)
  await marks()
  // All at once: a moment later the browser's refusal would be known before anybody asks.
  await runs(`
    IDBObjectStore.prototype.put = () => { throw new DOMException('The disk is full.', 'QuotaExceededError') }
    planner.actions.set('agreements[0].groups[0].people', '7')
    const [button] = [...planner.shadowRoot.querySelectorAll('.notices button')].filter((each) => each.textContent === 'Load the new version')
    button.click()`)
  await isTold(/A new version .* save it as a file first\. Save as a file Load it without keeping/)
  assert.deepEqual([await isMarked(), await runs('return planner.scenario.agreements[0].groups[0].people')], [true, '7'])
  await person.presses('Load it without keeping')
  await person.sees(isNewer, Boolean, 'the newer version is shown')
})

test('the page can be installed from whatever folder it lies in', async () => {
  await visits()
  await isKept()
  const { start, scope, sizes } = /** @type {{ start: string, scope: string, sizes: string[][] }} */ (await runs(`
    const { href } = document.querySelector('link[rel=manifest]')
    const manifest = await (await fetch(href)).json()
    const size = async (icon) => {
      const image = new Image()
      image.src = new URL(icon.src, href).href
      await image.decode()
      return [icon.sizes, icon.sizes === 'any' ? 'any' : image.naturalWidth + 'x' + image.naturalHeight]
    }
    return { start: new URL(manifest.start_url, href).href, scope: new URL(manifest.scope, href).href, sizes: await Promise.all(manifest.icons.map(size)) }`))
  assert.deepEqual([start, scope], [host.url, host.url])
  assert.equal(sizes.length, 4)
  for (const [said, real] of sizes) assert.equal(real, said)
})

test('in a frame nothing is kept for times without a network', async () => {
  host = await hostOf(dist)
  browser = await openBrowser()
  driver = browser.driver
  person = new Person(/** @type {any} */ ({ driver }))
  await driver.get(host.frame)
  await driver.switchTo().frame(0)
  await person.sees(() => asks('return Boolean(planner?.plan && planner.later)'), Boolean, 'everything is loaded')
  assert.equal(await runs('return (await navigator.serviceWorker.getRegistrations()).length'), 0)
  assert.equal(host.asked().includes('service-worker.js'), false)
})

test('the single file opens from a folder, does all the page does, and can ask for nothing', async () => {
  const file = join(folder, 'voucher planner.html')
  cpSync(join(dist, 'voucher-planner.html'), file)
  await visits()
  await driver.get(pathToFileURL(file).href)
  await isInside()
  await person.reads(/^Order 1 ×/)
  await usesEverything()
  assert.deepEqual(await runs("return performance.getEntriesByType('resource').map(({ name }) => name)"), [])
  host.asked()
  assert.match(await runs("return String(await fetch(arguments[0], { mode: 'no-cors' }).catch((error) => error))", host.url), /TypeError/)
  assert.deepEqual(host.asked(), [])
})

test('the single file keeps what is entered, and offers files in the place of links', async () => {
  const file = pathToFileURL(join(folder, 'planner-to-keep.html')).href
  cpSync(join(dist, 'voucher-planner.html'), fileURLToPath(file))
  await visits()
  await driver.get(file)
  await isInside()
  await person.reads(/^Order 1 ×/)
  await types('41')
  await person.sees(() => runs('return planner.keeping.state'), (state) => state === 'kept', 'it is kept')
  await driver.get('about:blank')
  await driver.get(file)
  await isInside()
  await isTold(/Your work from before is here again/)
  assert.equal(await (await person.field('People', 'Group 1')).getAttribute('value'), '41')
  await person.presses('Share')
  await person.sees(() => person.look("return text(root.querySelector('#share'))"), (text) => /a link to it opens nowhere else.*Save as a file/.test(String(text)), 'a file is offered')
})
