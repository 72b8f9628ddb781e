// What a person finds again: work kept in the browser, sent as a link, saved as a file. And what never leaves the browser.
import assert from 'node:assert/strict'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { openPage } from './browser.js'
import { comparedRows, drops, hasPeople, hasStrip, isKept, isTold, kept, notices, page, people, person, ready, school, sharedLink, strip } from './desk.js'
import { Person } from './person.js'

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
  const closed = await openPage({
    script: "for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })",
  })
  try {
    const other = new Person(closed)
    await other.reads(/Order/)
    await other.sees(() => other.look("return text(root.querySelector('.notices'))"), (text) => /keeps nothing for this page/.test(String(text)), 'a banner says so')
    await other.types('People', '66', 'Group 1')
    await other.reads(/^Order/)
    await other.presses('Save as a file')
    await closed.saved('School-district-EES-which-site-packs.json')
    assert.deepEqual(await closed.complaints(), [])
  } finally { await closed.close() }
})

test('everything that is kept is forgotten at the press of a button', async () => {
  await person.presses('中文')
  await person.presses('English')
  await person.types('People', '55', 'Group 1')
  await isKept(Boolean, 'something is kept')
  await person.presses('Forget everything')
  await person.sees(async () => JSON.stringify(await kept()), (text) => text === JSON.stringify({ desk: null, local: {} }), 'nothing is kept')
  await isTold(/Everything that was kept here is deleted/)
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
  await person.keys(Key.ESCAPE)
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
  await person.keys(Key.ESCAPE)
  await person.presses('Rename')
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'the name becomes a field')
  await person.keys('Mine', Key.ENTER)
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
  await person.settles()
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

test('all scenarios are saved as a file, which opens again as the same and saves as the same bytes', async () => {
  await person.presses('Duplicate')
  await person.types('People', '12', 'Group 1')
  await person.presses('Save all 2 scenarios')
  const text = String(await page.saved('scenarios.json'))
  await page.driver.executeAsyncScript("const done = arguments[arguments.length - 1]; document.querySelector('voucher-planner').keeping.forget().then(done)")
  await hasStrip([`[${school}]`])
  await drops('scenarios.json', text)
  await hasStrip([school, `[${school} (2)]`])
  await isTold(/2 scenarios were opened from a file/)
  await hasPeople('12')
  rmSync(join(page.downloads, 'scenarios.json'))
  await person.presses('Save all 2 scenarios')
  assert.equal(String(await page.saved('scenarios.json')), text)
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

// ---- Nothing leaves the browser

test('after everything has loaded, editing, comparing, sharing and saving fetch nothing', async () => {
  await person.sees(() => person.look("return root.querySelector('.what-if')?.getAttribute('aria-busy') ?? ''"), (busy) => busy === 'false', 'the comparison is there')
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.presses('Back to the plan')
  // A worker that was given up starts again, from what the browser has of it.
  const files = async () => [...new Set(await page.fetched())].filter((file) => !file.startsWith('blob:'))
  const before = await files()
  assert.ok(before.every((file) => !file.startsWith('http')), 'everything came from the page itself')
  await person.presses('Duplicate')
  await person.types('People', '31', 'Group 1')
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.presses('Share')
  await sharedLink()
  await person.keys(Key.ESCAPE)
  await person.presses('Save this scenario')
  await person.sees(async () => readdirSync(page.downloads), (names) => names.some((name) => name.includes('(2)')), 'the file is saved')
  await isKept(Boolean, 'the work is kept')
  assert.deepEqual(await files(), before)
  assert.equal(await page.driver.executeScript('return document.cookie'), '')
  assert.match(String(await person.look("return text(root.querySelector('.foot'))")), /Nothing you enter leaves this browser\./)
  await person.presses('What is kept?')
  await person.sees(() => person.look("return text(root.querySelector('#privacy'))"), (text) => /IndexedDB.*Your work is kept in this browser now\..*Forget everything/.test(String(text)), 'it says what is kept and where')
})
