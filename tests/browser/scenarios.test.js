// What a person does with several scenarios: lays them side by side, compares, shares, saves and comes back to them.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
const folder = mkdtempSync(join(tmpdir(), 'voucher-planner-'))
before(async () => {
  page = await openPage({ width: 1440, height: 1000 })
  person = new Person(page)
  await ready()
})
after(() => page?.close())

const school = 'School district, EES: which site packs?'

/** @param {string} command @param {Record<string, unknown>} options */
// @ts-expect-error Chromium only, and missing in the declarations.
const devtools = (command, options) => page.driver.sendDevToolsCommand(command, options)
/** The answer and what is loaded after it are there. */
const ready = async () => {
  await person.reads(/Order|What should you order/)
  await person.sees(() => person.look("return root.querySelector('#new') !== null && root.querySelector('[popovertarget=new]').disabled === false"), Boolean, 'everything is loaded')
}
/** Names in the strip, the shown one in brackets. @returns {Promise<string[]>} */
const strip = () => person.look("return [...root.querySelectorAll('.strip .name')].map((each) => each.hasAttribute('aria-current') ? `[${text(each)}]` : text(each))")
/** @param {string[]} names */
const hasStrip = (names) => person.sees(strip, (found) => JSON.stringify(found) === JSON.stringify(names), `the scenarios are ${names.join(', ')}`)
const notices = () => /** @type {Promise<string>} */ (person.look("return text(root.querySelector('.notices'))"))
/** @param {RegExp} wish */
const isTold = (wish) => person.sees(notices, (text) => wish.test(text), `a notice says ${wish}`)
/** What IndexedDB and the local storage of the page hold. @returns {Promise<{ desk: any, local: Record<string, string> }>} */
const kept = () => page.driver.executeAsyncScript(`
  const done = arguments[arguments.length - 1]
  const local = { ...localStorage }
  indexedDB.databases().then((all) => {
    if (!all.some(({ name }) => name === 'voucher-planner')) return done({ desk: null, local })
    const request = indexedDB.open('voucher-planner')
    request.onsuccess = () => {
      const reading = request.result.transaction('desk').objectStore('desk').get('desk')
      reading.onsuccess = () => { request.result.close(); done({ desk: reading.result ?? null, local }) }
    }
  })`)
const isKept = (/** @type {(desk: any) => unknown} */ right, /** @type {string} */ wish) => person.sees(kept, ({ desk }) => Boolean(right(desk)), wish)
const people = async () => String(await (await person.field('People', 'Group 1')).getAttribute('value'))
const hasPeople = (/** @type {string} */ number) => person.sees(people, (value) => value === number, `the first group has ${number} people`)
/** The link that the panel shows. */
const sharedLink = () => /** @type {Promise<string>} */ (person.sees(() => person.look("return root.querySelector('#share-link')?.value ?? ''"), (link) => /#1\./.test(String(link)), 'a link is shown'))
const focused = () => person.look("return root.activeElement ? name(root.activeElement) : ''")
/** Cells of the comparison by the name of their row. @returns {Promise<Record<string, string[]>>} */
const rows = () => person.look("return Object.fromEntries([...root.querySelectorAll('.compare tbody tr')].map((row) => [text(row.cells[0]), [...row.cells].slice(1).map(text)]))")
const comparedRows = () => person.sees(rows, (found) => Object.keys(found).length > 10 && !JSON.stringify(found).includes('Planning'), 'everything is planned')

beforeEach(async () => {
  // For the window of this test.
  await devtools('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  // As on the first day: nothing kept, an example shown.
  await page.driver.executeAsyncScript("const done = arguments[arguments.length - 1]; document.querySelector('voucher-planner').keeping.forget().then(done)")
  await page.driver.executeScript("document.querySelector('voucher-planner').showPlace(undefined); document.querySelector('voucher-planner').language = 'en'; document.querySelector('voucher-planner').theme = 'auto'")
  await person.reads(/^Order 1 × Site pack 500, 1/)
  await hasStrip([`[${school}]`])
})
afterEach(async () => { assert.deepEqual(await page.complaints(), []) })

// ---- The bar

test('scenarios are opened, copied, renamed, moved and closed in the bar, and every step is undone', async () => {
  await person.presses('Duplicate')
  await hasStrip([school, `[${school} (2)]`])
  await person.presses('Rename')
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'the name becomes a field')
  await page.driver.switchTo().activeElement().sendKeys('Fewer people', Key.ENTER)
  await hasStrip([school, '[Fewer people]'])
  assert.equal(await focused(), 'Fewer people')
  await person.presses('Start empty', 'Scenarios')
  await hasStrip([school, 'Fewer people', '[Scenario 3]'])
  await person.reads(/What should you order/)
  await person.presses('University')
  await hasStrip([school, 'Fewer people', '[University, OVS-ES: the last months]'])
  await person.presses('Move to the left')
  await hasStrip([school, '[University, OVS-ES: the last months]', 'Fewer people'])
  await person.presses('Fewer people')
  await person.presses('Close')
  await hasStrip([school, '[University, OVS-ES: the last months]'])
  for (let step = 0; step < 6; step += 1) await person.presses('Undo')
  await hasStrip([`[${school}]`])
  for (let step = 0; step < 6; step += 1) await person.presses('Redo')
  await hasStrip([school, '[University, OVS-ES: the last months]'])
})

test('a name in the bar obeys keys: arrows, F2, Escape, Shift with an arrow, Delete', async () => {
  await person.presses('Duplicate')
  await hasStrip([school, `[${school} (2)]`])
  const press = async (/** @type {string[]} */ ...keys) => page.driver.switchTo().activeElement().sendKeys(...keys)
  await person.sees(focused, (name) => name === `${school} (2)`, 'the copy has the focus')
  await press(Key.F2)
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'F2 renames')
  await press('Nothing', Key.ESCAPE)
  await hasStrip([school, `[${school} (2)]`])
  await press(Key.F2)
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'F2 renames')
  await press('Copy', Key.ENTER)
  await hasStrip([school, '[Copy]'])
  await person.sees(focused, (name) => name === 'Copy', 'the name has the focus again')
  await press(Key.chord(Key.SHIFT, Key.ARROW_LEFT))
  await hasStrip(['[Copy]', school])
  await press(Key.ARROW_RIGHT)
  await person.sees(focused, (name) => name === school, 'the arrow goes to the next name')
  await press(Key.ENTER)
  await hasStrip(['Copy', `[${school}]`])
  await press(Key.DELETE)
  await hasStrip(['[Copy]'])
})

test('a menu obeys keys: arrows go round, Escape closes and gives the focus back', async () => {
  const button = await person.button('New')
  await button.sendKeys(Key.ENTER)
  await person.sees(focused, (name) => name === 'Start empty', 'the first entry has the focus')
  await page.driver.switchTo().activeElement().sendKeys(Key.ARROW_DOWN)
  assert.equal(await focused(), 'School')
  await page.driver.switchTo().activeElement().sendKeys(Key.ARROW_UP, Key.ARROW_UP)
  assert.equal(await focused(), 'Duplicate')
  await page.driver.switchTo().activeElement().sendKeys(Key.ESCAPE)
  await person.sees(focused, (name) => name === 'New', 'the button has the focus')
  assert.equal(await person.look("return root.querySelector('#new').matches(':popover-open')"), false)
})

test('? opens the list of keys, but not while one types', async () => {
  const isOpen = () => person.look("return root.querySelector('#keys').matches(':popover-open')")
  await (await person.field('Currency')).sendKeys('?')
  assert.equal(await isOpen(), false)
  await (await person.button('New')).sendKeys('?')
  await person.sees(isOpen, Boolean, 'the list is open')
  assert.match(String(await person.look("return text(root.querySelector('#keys'))")), /Ctrl \+ Z undo/)
  await page.driver.switchTo().activeElement().sendKeys(Key.ESCAPE)
  await person.sees(isOpen, (open) => !open, 'Escape closes it')
})

test('each scenario has its own answer, and looking at another one is no step to undo', async () => {
  await person.presses('Duplicate')
  await person.types('People', '300', 'Group 1')
  await person.reads(/^Order 1 × Site pack 500 and 1 × Site pack 125 MTA/)
  await person.presses(school)
  await person.reads(/^Order 1 × Site pack 500, 1/)
  await person.presses('Undo')
  await hasStrip([school, `[${school} (2)]`])
  await hasPeople('501')
})

test('more than 200 changes are undone and redone by keys, and the changed field has the focus', async () => {
  await person.types('People', '7', 'Group 1')
  const steps = (/** @type {number} */ number, /** @type {string} */ key) => page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    for (let step = 0; step < arguments[0]; step += 1) planner.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[1], ctrlKey: true }))`, number, key)
  await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    for (let number = 1; number <= 220; number += 1) planner.load({ ...planner.scenario, name: String(number) })`)
  await hasStrip(['[220]'])
  await steps(219, 'z')
  await hasStrip(['[1]'])
  await steps(219, 'y')
  await hasStrip(['[220]'])
  await steps(220, 'z')
  await hasPeople('7')
  await (await person.field('Currency')).sendKeys(Key.chord(Key.CONTROL, 'z'))
  await hasPeople('501')
  assert.equal(await person.look('return root.activeElement?.id'), 'f-agreements-0-groups-0-people')
  await page.driver.switchTo().activeElement().sendKeys(Key.chord(Key.CONTROL, Key.SHIFT, 'z'))
  await hasPeople('7')
})

// ---- Kept

test('nothing is kept before the first change, and then within a second', async () => {
  await person.presses('University')
  await person.reads(/^Order/)
  await page.driver.sleep(900)
  assert.deepEqual(await kept(), { desk: null, local: {} })
  await person.types('People', '41', 'Group 1')
  await page.driver.sleep(1000)
  assert.equal((await kept()).desk?.document.scenarios[0].scenario.agreements[0].groups[0].people, '41')
})

test('a window that is closed right after a change has it again when it is opened', async () => {
  await person.types('People', '77', 'Group 1')
  const { driver } = page
  const old = await driver.getWindowHandle()
  await driver.switchTo().newWindow('tab')
  const fresh = await driver.getWindowHandle()
  await driver.switchTo().window(old)
  await driver.close()
  await driver.switchTo().window(fresh)
  await driver.get(page.url)
  await ready()
  await hasPeople('77')
  await isTold(/Your work from before is here again/)
  assert.equal(await person.look("return text([...root.querySelectorAll('button')].find((each) => text(each) === 'Undo'))") && await (await person.button('Undo')).isEnabled(), false)
  await person.presses('Start with an example instead')
  await hasStrip([school, `[${school}]`])
  assert.equal(await notices(), '')
})

test('the look and the language are kept once they are chosen', async () => {
  await person.presses('中文')
  await person.chooses('外观', '深色').catch(async () => page.driver.executeScript("const select = document.querySelector('voucher-planner').shadowRoot.querySelector('#theme'); select.value = 'dark'; select.dispatchEvent(new Event('change'))"))
  assert.deepEqual((await kept()).local, { 'voucher-planner.language': 'zh-CN', 'voucher-planner.theme': 'dark' })
  await page.driver.navigate().refresh()
  await person.reads(/^请/)
  assert.equal(await page.driver.executeScript("return document.querySelector('voucher-planner').getAttribute('theme')"), 'dark')
})

test('of two windows the second is told of changes in the first, and nothing is written over unseen', async () => {
  const { driver } = page
  const first = await driver.getWindowHandle()
  await driver.switchTo().newWindow('tab')
  const second = await driver.getWindowHandle()
  await driver.get(page.url)
  await ready()
  await driver.switchTo().window(first)
  await person.types('People', '88', 'Group 1')
  await isKept((desk) => desk?.document.scenarios[0].scenario.agreements[0].groups[0].people === '88', 'the first window keeps its change')
  await driver.switchTo().window(second)
  await isTold(/changed in another window/)
  await person.types('People', '99', 'Group 1')
  await driver.sleep(1000)
  assert.equal((await kept()).desk.document.scenarios[0].scenario.agreements[0].groups[0].people, '88', 'not written over')
  await person.presses('Keep this window’s work')
  await isKept((desk) => desk?.document.scenarios[0].scenario.agreements[0].groups[0].people === '99', 'the second window keeps its own')
  await driver.switchTo().window(first)
  await isTold(/changed in another window/)
  await hasPeople('88')
  await person.presses('Show the other window’s work')
  await hasPeople('99')
  await person.presses('Undo')
  await hasPeople('88')
  await driver.switchTo().window(second)
  await driver.close()
  await driver.switchTo().window(first)
})

test('where nothing can be kept, a banner says so and offers a file; everything else works', async () => {
  const { identifier } = /** @type {{ identifier: string }} */ (/** @type {unknown} */ (await /** @type {any} */ (page.driver).sendAndGetDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', {
    source: "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } }); Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
  })))
  try {
    await page.driver.navigate().refresh()
    await ready()
    await isTold(/keeps nothing for this page/)
    await person.types('People', '66', 'Group 1')
    await person.reads(/^Order/)
    await person.presses('Save as a file')
    await person.sees(async () => readdirSync(folder), (names) => names.includes('School district, EES which site packs.json'), 'the file is saved')
  } finally {
    await devtools('Page.removeScriptToEvaluateOnNewDocument', { identifier })
    await page.driver.navigate().refresh()
    await ready()
  }
})

test('everything that is kept is forgotten at the press of a button', async () => {
  await person.presses('中文')
  await person.presses('English')
  await person.types('People', '55', 'Group 1')
  await isKept(Boolean, 'something is kept')
  await person.presses('Forget everything')
  await isTold(/Everything that was kept here is deleted/)
  assert.deepEqual(await kept(), { desk: null, local: {} })
  await hasPeople('501')
  assert.equal(await (await person.button('Undo')).isEnabled(), false)
})

// ---- Shared

test('a link restores a scenario in a fresh browser, in its language, without prices unless asked for', async () => {
  await person.types('People', '123', 'Group 1')
  await person.presses('中文')
  await person.reads(/^请/)
  await person.presses('分享')
  const without = await sharedLink()
  assert.ok(without.length <= 2000, `${without.length} characters`)
  await person.look(";[...root.querySelectorAll('#share input')].find((each) => each.type === 'checkbox').click()")
  const withPrices = await person.sees(sharedLink, (link) => link !== without, 'the link changes')
  await page.driver.switchTo().activeElement().sendKeys(Key.ESCAPE)
  for (const [link, answer] of /** @type {const} */ ([[without, /^请订购 .*。购入/], [withPrices, /^请订购.*USD/]])) {
    const other = await openPage({ hash: link.slice(link.indexOf('#')), language: 'en' })
    try {
      const reader = new Person(other)
      await reader.reads(answer)
      assert.equal(await other.driver.executeScript('return document.documentElement.lang'), 'zh-CN')
      assert.equal(await (await reader.field('人数', '第 1 组')).getAttribute('value').catch(() => ''), '123')
      assert.equal(await other.driver.getCurrentUrl(), other.url, 'the address is short again')
      assert.equal(await other.driver.executeScript('return localStorage.length'), 0)
      await other.driver.navigate().refresh()
      await reader.reads(answer)
      assert.deepEqual(await other.complaints(), [])
    } finally { await other.close() }
  }
})

test('a link opens beside kept work, and a bad one leaves everything as it is', async () => {
  await person.types('People', '44', 'Group 1')
  await isKept(Boolean, 'the work is kept')
  await person.presses('Share')
  const link = await sharedLink()
  await page.driver.switchTo().activeElement().sendKeys(Key.ESCAPE)
  await person.presses('Rename')
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'the name becomes a field')
  await page.driver.switchTo().activeElement().sendKeys('Mine', Key.ENTER)
  await hasStrip(['[Mine]'])
  await isKept((desk) => desk?.document.scenarios[0].scenario.name === 'Mine', 'the name is kept')
  await page.driver.get('about:blank')
  await page.driver.get(link)
  await ready()
  await hasStrip(['Mine', `[${school}]`])
  await isTold(/opened from a link.*Your own work is still here/)
  await page.driver.get('about:blank')
  await page.driver.get(link.slice(0, -9))
  await ready()
  await isTold(/could not be opened.*damaged.*unchanged/)
  await hasStrip(['[Mine]'])
  await page.driver.get('about:blank')
  await page.driver.get(`${page.url}#9.abc`)
  await ready()
  await isTold(/version 9/)
  await hasStrip(['[Mine]'])
  // In a page that is open already.
  await page.driver.executeScript('location.hash = arguments[0]', link.slice(link.indexOf('#')))
  await hasStrip(['Mine', `[${school}]`])
  await person.presses('Undo')
  await hasStrip(['[Mine]'])
})

test('all scenarios are shared in one link, and it is copied at the press of a button', async () => {
  await person.presses('Duplicate')
  await person.presses('Company')
  await person.presses('Share')
  await sharedLink()
  await person.look(";[...root.querySelectorAll('#share label')].find((each) => text(each) === 'All 3 scenarios').querySelector('input').click()")
  await page.driver.sleep(200)
  const link = await sharedLink()
  await person.presses('Copy', 'Share')
  await person.sees(() => person.look("return text(root.querySelector('#share [role=status]'))"), (text) => /Copied|The link is selected/.test(String(text)), 'the page says what became of it')
  const other = await openPage({ hash: link.slice(link.indexOf('#')) })
  try {
    const names = await new Person(other).sees(() => new Person(other).look("return [...root.querySelectorAll('.strip .name')].map(text)"), (found) => /** @type {string[]} */ (found).length === 3, 'three scenarios are open')
    assert.deepEqual(names, [school, `${school} (2)`, 'Company, EA: single vouchers'])
  } finally { await other.close() }
})

test('a link that would be cut in mail is not offered, a file is', async () => {
  await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    let seed = 1
    planner.load({ ...planner.scenario, name: Array.from({ length: 12000 }, () => String.fromCharCode(33 + (seed = seed * 48271 % 2147483647) % 90)).join('') })`)
  await person.presses('Share')
  await person.sees(() => person.look("return text(root.querySelector('#share'))"), (text) => /more than mail and chat take.*Save as a file/.test(String(text)), 'a file is offered')
  assert.equal(await person.look("return root.querySelector('#share-link')"), null)
})

// ---- Files

/** Drops a file on the page. @param {string} name @param {string} text */
const drops = (name, text) => page.driver.executeScript(`
  const data = new DataTransfer()
  data.items.add(new File([arguments[1]], arguments[0]))
  document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`, name, text)

test('all scenarios are saved as a file, which opens again as the same and saves as the same bytes', async () => {
  await person.presses('Duplicate')
  await person.types('People', '12', 'Group 1')
  await person.presses('Save all 2 scenarios')
  const path = join(folder, 'scenarios.json')
  const text = await person.sees(async () => (readdirSync(folder).includes('scenarios.json') ? readFileSync(path, 'utf8') : ''), Boolean, 'the file is saved')
  await page.driver.executeAsyncScript("const done = arguments[arguments.length - 1]; document.querySelector('voucher-planner').keeping.forget().then(done)")
  await hasStrip([`[${school}]`])
  await drops('scenarios.json', text)
  await hasStrip([school, `[${school} (2)]`])
  await isTold(/2 scenarios were opened from a file/)
  await hasPeople('12')
  rmSync(path)
  await person.presses('Save all 2 scenarios')
  await person.sees(async () => readdirSync(folder), (names) => names.includes('scenarios.json'), 'the file is saved again')
  assert.equal(readFileSync(path, 'utf8'), text)
  await person.presses('Undo')
  await hasStrip([`[${school}]`])
})

test('files that are no scenarios say why and change nothing', async () => {
  await person.types('People', '21', 'Group 1')
  for (const [name, text, why] of /** @type {const} */ ([
    ['people.csv', 'a;b', /“people\.csv” could not be opened\. It is not JSON/], ['x.json', '{"a":1}', /holds no scenario/], ['new.json', '{"version":5}', /version 5, from a newer planner; this one knows version 1/],
  ])) {
    await drops(name, text)
    await isTold(why)
    await hasStrip([`[${school}]`])
    await hasPeople('21')
  }
  await drops('odd.json', JSON.stringify({ version: 1, today: '2020-09-21', agreements: [{ programme: 'ees', colour: 'blue' }] }))
  await hasStrip([school, '[Scenario 2]'])
  await person.sees(() => person.answer(), (text) => /colour/.test(String(text)), 'the unknown field is named')
})

// ---- Side by side

test('four scenarios stand side by side, with what differs, what is best, and what is missing', async () => {
  await person.presses('Duplicate')
  await person.types('People', '300', 'Group 1')
  await person.presses('Duplicate')
  await person.chooses('Months charged', 'always twelve')
  await person.reads(/USD/)
  await person.presses('Start empty', 'Scenarios')
  await person.presses('Compare', 'Voucher planner')
  const table = await comparedRows()
  assert.match(String(table.Answer?.[0]), /^Order 1 × Site pack 500, 1 × .*: USD 7,800\.00\.$/)
  assert.match(String(table.Answer?.[3]), /^4 entries are missing or wrong: Programme – Enter this\./)
  assert.deepEqual(table.Cost, ['USD 7,800.00', 'USD 6,150.00 best -USD 1,650.00 less', 'USD 12,300.00 +USD 4,500.00 more', '–'])
  assert.deepEqual(table['Exams needed'], ['586', '385 -201 less', '385 -201 less', '–'])
  assert.deepEqual(table['Exams unused'], ['164 best', '240 +76 more', '240 +76 more', '–'])
  assert.deepEqual(table['First order by'], ['Dec 4, 2020', 'Dec 4, 2020 the same', 'Dec 4, 2020 the same', '–'])
  assert.deepEqual(table['Due by fiscal year']?.[0], 'Jul 1, 2020 – Jun 30, 2021: USD 7,800.00')
  assert.deepEqual(table['What to know']?.[0], '2 warnings, 2 notes.')
  const differing = String(await person.look("return [...root.querySelectorAll('section')].find((each) => text(each.querySelector('h3')) === 'Entries that differ').innerText.replace(/\\s+/g, ' ')"))
  assert.match(differing, /Office class › People 501 300/)
  assert.match(differing, /Months charged whole months \(default\) always twelve/)
  await person.presses('Group 1 › People')
  await person.sees(() => person.look('return root.activeElement?.id'), (id) => id === 'f-agreements-0-groups-0-people', 'the missing field has the focus')
})

test('for two scenarios the orders to change are listed', async () => {
  await person.presses('Duplicate')
  await person.types('People', '300', 'Group 1')
  await person.presses('Compare', 'Voucher planner')
  const text = await person.sees(() => person.look("return text([...root.querySelectorAll('section')].find((each) => text(each.querySelector('h3')) === 'From one order to the other'))"), (found) => /Drop/.test(String(found)), 'the amendment is there')
  assert.match(String(text), /Drop Site pack 125 MOS\/MCE Dec 4, 2020 1 -1,650\.00 Together: -USD 1,650\.00\./)
})

test('of more than four the user chooses which to compare', async () => {
  for (let copies = 0; copies < 4; copies += 1) await person.presses('Duplicate')
  await person.presses('Compare', 'Voucher planner')
  const heads = () => /** @type {Promise<string[]>} */ (person.look("return [...root.querySelectorAll('.compared')].map(text)"))
  await person.sees(heads, (found) => found.length === 4 && found[0] === school, 'the first four are compared')
  const box = (/** @type {string} */ label) => person.look(";[...root.querySelectorAll('.which label')].find((each) => text(each) === arguments[0]).querySelector('input').click()", label)
  assert.equal(await person.look("return root.querySelectorAll('.which input:disabled').length"), 1)
  await box(school)
  await person.sees(heads, (found) => found.length === 3, 'one less')
  await box(`${school} (5)`)
  await person.sees(heads, (found) => found.length === 4 && found[3] === `${school} (5)`, 'another one')
})

test('scenarios are copied, renamed and moved from the comparison too', async () => {
  await person.presses('Compare', 'Voucher planner')
  await person.sees(() => person.everything(), (text) => /One scenario is open/.test(text), 'alone, it says what to do')
  await person.presses('Duplicate', 'Voucher planner')
  await hasStrip([school, `[${school} (2)]`])
  const change = async (/** @type {string} */ entry) => {
    await person.presses(`Change ${school} (2)`)
    await person.sees(() => person.look("return root.querySelector('#do-2').matches(':popover-open')"), Boolean, 'its menu opens')
    await person.look(";[...root.querySelectorAll('#do-2 button')].find((each) => name(each).startsWith(arguments[0])).click()", entry)
  }
  await change('Move to the left')
  await hasStrip([`[${school} (2)]`, school])
  await change('Rename')
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'the name becomes a field')
  await page.driver.switchTo().activeElement().sendKeys('Second', Key.ENTER)
  await person.sees(() => person.look("return text(root.querySelector('.compared'))"), (name) => name === 'Second', 'the head has the new name')
})

test('a budget says how many people it covers, where the boundary lies, and gives them to the group', async () => {
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.types('Budget USD', '6,200')
  await person.presses('Find the largest number')
  const found = await person.sees(() => person.look("return text(root.querySelector('.sought'))"), (text) => /fit/.test(String(text)), 'the number is found')
  const [, most, charge, beyond, tooMuch] = String(found).match(/^(\d+) people fit: USD ([\d,.]+)\. (\d+) people would cost USD ([\d,.]+)\./) ?? []
  assert.equal(Number(beyond), Number(most) + 1)
  assert.ok(Number(charge?.replace(',', '')) <= 6200 && Number(tooMuch?.replace(',', '')) > 6200, String(found))
  await person.presses(`Use ${most}`)
  await person.presses('Back to the plan')
  await hasPeople(String(most))
  assert.match(String(await person.answer()), new RegExp(`USD ${charge?.replace('.', '\\.')}`))
  await person.presses('Undo')
  await hasPeople('501')
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.types('Budget USD', 'much')
  await person.presses('Find the largest number')
  await person.sees(() => person.description('Budget USD'), (text) => /such as 5000/.test(text), 'a budget that is none is named')
})

// ---- Nothing leaves the browser

test('after everything has loaded, editing, comparing, sharing and saving fetch nothing', async () => {
  await person.sees(() => person.look("return root.querySelector('.what-if')?.getAttribute('aria-busy') ?? ''"), (busy) => busy === 'false', 'the comparison is there')
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.presses('Back to the plan')
  const before = await page.fetched()
  assert.ok(before.every((file) => !file.startsWith('http')), 'everything came from the page itself')
  await person.presses('Duplicate')
  await person.types('People', '31', 'Group 1')
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.presses('Share')
  await sharedLink()
  await page.driver.switchTo().activeElement().sendKeys(Key.ESCAPE)
  await person.presses('Save this scenario')
  await person.sees(async () => readdirSync(folder), (names) => names.some((name) => name.includes('(2)')), 'the file is saved')
  await isKept(Boolean, 'the work is kept')
  assert.deepEqual((await page.fetched()).filter((file) => !file.startsWith('blob:')), before)
  assert.equal(await page.driver.executeScript('return document.cookie'), '')
  assert.match(String(await person.look("return text(root.querySelector('.foot'))")), /Nothing you enter leaves this browser\./)
  await person.presses('What is kept?')
  await person.sees(() => person.look("return text(root.querySelector('#privacy'))"), (text) => /IndexedDB.*Your work is kept in this browser now\..*Forget everything/.test(String(text)), 'it says what is kept and where')
})

// ---- For everybody

for (const [language, theme] of /** @type {const} */ ([['en', 'light'], ['en', 'dark'], ['zh-CN', 'dark']])) {
  test(`axe finds nothing to mend in menus, notices and the comparison: ${language}, ${theme}`, async () => {
    await person.presses('Duplicate')
    await person.types('People', '300', 'Group 1')
    await drops('x.json', 'x')
    await isTold(/not JSON/)
    await page.driver.executeScript("const planner = document.querySelector('voucher-planner'); planner.language = arguments[0]; planner.theme = arguments[1]", language, theme)
    await page.driver.sleep(300)
    for (const id of ['share', 'file', 'new', 'sheet', 'privacy', 'keys']) {
      await person.look("root.getElementById(arguments[0]).showPopover()", id)
      await page.driver.sleep(150)
      assert.deepEqual(await page.violations(), [], id)
      await person.look("root.getElementById(arguments[0]).hidePopover()", id)
    }
    await page.driver.executeScript("document.querySelector('voucher-planner').showPlace('scenarios')")
    await comparedRows()
    assert.deepEqual(await page.violations(), [], 'the comparison')
  })
}

for (const width of [360, 320]) {
  test(`at ${width} px the bar, its menus and the comparison make nothing scroll sideways`, async () => {
    await person.presses('Duplicate')
    await person.types('People', '300', 'Group 1')
    await person.presses('Company')
    await person.narrows(width, 780)
    try {
      const fits = async (/** @type {string} */ what) => assert.ok(Number(await page.driver.executeScript('return document.documentElement.scrollWidth')) <= width, what)
      await fits('the plan')
      for (const id of ['share', 'file', 'new', 'sheet', 'privacy', 'keys']) {
        await person.look("root.getElementById(arguments[0]).showPopover()", id)
        await page.driver.sleep(100)
        const { left, right } = /** @type {{ left: number, right: number }} */ (await person.look("const { left, right } = root.getElementById(arguments[0]).getBoundingClientRect(); return { left, right }", id))
        assert.ok(left >= 0 && right <= width, `${id} lies from ${left} to ${right}`)
        await person.look("root.getElementById(arguments[0]).hidePopover()", id)
      }
      await page.driver.executeScript("document.querySelector('voucher-planner').showPlace('scenarios')")
      await comparedRows()
      await fits('the comparison')
    } finally {
      await devtools('Emulation.clearDeviceMetricsOverride', {})
    }
  })
}
