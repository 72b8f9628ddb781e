// A person exports the plan: each thing is saved or copied, said, and found where it belongs.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Key } from 'selenium-webdriver'
import ICAL from 'ical.js'
import readWorkbook from 'read-excel-file/node'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person

before(async () => {
  page = await openPage()
  person = new Person(page)
  await person.reads(/Order 1 ×/)
  await person.sees(() => person.look("return Boolean(root.querySelector('[popover] [role=menu]'))"), Boolean, 'there is an export menu')
})
after(() => page?.close())

/** What the menu said last. */
const said = () => person.look("return text(root.querySelector('vp-outputs-menu [role=status]'))")
/** The names of the entries that the menu shows. @returns {Promise<string[]>} */
const shown = () => person.look("return [...root.querySelectorAll('[popover]:popover-open [role=menuitem]')].map(name)")
/** What has the focus. */
const focused = () => person.look('return root.activeElement ? name(root.activeElement) : ""')

/** @param {string} entry */
async function exports(entry) {
  await person.presses('Export')
  await person.presses(entry)
}

/** The file that an export saves, once it is whole. @param {string} entry @param {string} name */
async function saves(entry, name) {
  await exports(entry)
  await person.sees(said, (text) => text === `Saved ${name}.`, `${name} is said to be saved`)
  return page.saved(name)
}

test('the workbook, with the plan’s total', async () => {
  const file = await saves('Workbook (XLSX)', 'School-district-EES-which-site-packs-plan-2020-09-21.xlsx')
  const order = (await readWorkbook(file)).find(({ sheet }) => sheet === 'Order')?.data ?? []
  const cost = order[0]?.indexOf('Cost USD') ?? -1
  assert.equal(order.at(-1)?.[0], 'Total')
  assert.equal(order.at(-1)?.[cost], 7800)
  assert.match(String(await person.answer()), /USD 7,800\.00/)
})

test('the order lines, as the table shows them', async () => {
  const file = (await saves('Order lines (CSV)', 'School-district-EES-which-site-packs-order-2020-09-21.csv')).toString()
  const lines = file.trim().split('\r\n')
  const rows = /** @type {string[][]} */ (await person.look("return [...root.querySelectorAll('.orders tr.line')].map((row) => [...row.children].map(text))"))
  assert.equal(lines.length, rows.length + 2)
  // A question mark beside the name is its help.
  rows.forEach(([, product = '', units = ''], place) => assert.ok(lines[place + 1]?.includes(`,${product.replace(/ \?$/, '')},${units},`), product))
})

test('the budget, month by month', async () => {
  const file = (await saves('Budget (CSV)', 'School-district-EES-which-site-packs-budget-2020-09-21.csv')).toString()
  assert.match(file, /Fiscal year,2020-07-01,2021-06-30,7800\.00\r\n$/)
})

test('the calendar, with the order days', async () => {
  const file = (await saves('Calendar with deadlines (ICS)', 'School-district-EES-which-site-packs-deadlines-2020-09-21.ics')).toString()
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  assert.ok(events.some(({ summary, startDate }) => summary === 'Order 1 × Site pack 500' && startDate.toString() === '2020-12-04'))
})

/** What is on the clipboard, by type: seen by pasting it, as reading it would have to be allowed by a person. @returns {Promise<Record<string, string>>} */
async function clipboard() {
  await page.driver.executeScript(`
    const field = document.createElement('textarea')
    document.body.append(field)
    field.focus()
    field.addEventListener('paste', (event) => {
      window.pasted = Object.fromEntries([...event.clipboardData.types].map((type) => [type, event.clipboardData.getData(type)]))
      field.remove()
    })`)
  await person.chord(Key.CONTROL, 'v')
  return person.sees(() => page.driver.executeScript('const { pasted } = window; delete window.pasted; return pasted'), Boolean, 'something is pasted')
}

test('the order on the clipboard, for a grid and for a mail', async () => {
  await exports('Copy the order as a table')
  await person.sees(said, (text) => text === 'Copied 3 order lines.', 'it is said to be copied')
  const copied = await clipboard()
  assert.match(copied['text/plain'] ?? '', /^Order by\tWhat\tHow many\tExams\t/)
  assert.match(copied['text/plain'] ?? '', /2020-12-04\tSite pack 500\t1\t500\t/)
  assert.match(copied['text/html'] ?? '', /<td[^>]*>Site pack 500<\/td>/)
})

test('the summary on the clipboard, beginning with the answer', async () => {
  await exports('Copy a summary as text')
  await person.sees(said, (text) => text === 'Copied the summary.', 'it is said to be copied')
  const { 'text/plain': text = '' } = await clipboard()
  assert.match(text, /Order 1 × Site pack 500.*USD 7,800\.00/)
})

test('an older browser copies too', async () => {
  await page.driver.executeScript("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
  await exports('Copy the order as a table')
  await person.sees(said, (text) => text === 'Copied 3 order lines.', 'it is said to be copied')
  await page.driver.executeScript('delete navigator.clipboard')
  assert.match((await clipboard())['text/plain'] ?? '', /Site pack 500/)
})

test('the menu by keyboard alone', async () => {
  const button = await person.button('Export')
  await button.sendKeys(Key.ARROW_DOWN)
  await person.sees(shown, (entries) => entries.length === 7, 'the menu is open')
  const press = (/** @type {string[]} */ ...keys) => person.keys(...keys)
  await person.sees(focused, (name) => name === 'Workbook (XLSX)', 'the first entry has the focus')
  await press(Key.ARROW_DOWN)
  assert.equal(await focused(), 'Order lines (CSV)')
  await press(Key.END)
  assert.equal(await focused(), 'Print')
  await press(Key.ARROW_DOWN)
  assert.equal(await focused(), 'Workbook (XLSX)')
  await press(Key.ARROW_UP)
  assert.equal(await focused(), 'Print')
  await press(Key.HOME, Key.ESCAPE)
  await person.sees(shown, (entries) => !entries.length, 'the menu is closed')
  assert.equal(await focused(), 'Export')
})

test('everybody can use the open menu', async () => {
  await person.presses('Export')
  await person.sees(shown, (entries) => entries.length === 7, 'the menu is open')
  await page.screenshot('export-menu')
  assert.deepEqual(await page.violations(), [])
  await page.driver.actions().sendKeys(Key.ESCAPE).perform()
})

test('on paper: whose plan it is, every reason once, and the texts by number', async () => {
  await page.driver.executeScript("dispatchEvent(new Event('beforeprint'))")
  const cover = String(await person.look("return text(root.querySelector('.cover')) || root.querySelector('.cover').textContent"))
  for (const fact of ['School district, EES: which site packs?', 'Riverside schools, EES, July 1, 2020 – June 30, 2021', 'September 21, 2020', page.url]) assert.ok(cover.includes(fact), fact)

  const { reasons, cited, sources, sides, lines } = /** @type {{ reasons: string[], cited: number[], sources: number[], sides: number, lines: number }} */ (await person.look(`return {
    reasons: [...root.querySelectorAll('.appendix .formula')].map((each) => each.textContent.replace(/\\s+/g, ' ').trim()),
    cited: [...root.querySelectorAll('.answer .endnote')].map((each) => Number(each.textContent.slice(1, -1))),
    sources: [...root.querySelectorAll('.sources > li')].map((each) => each.value),
    sides: root.querySelectorAll('.conflict[open] .statements > li').length,
    lines: root.querySelectorAll('.appendix h4').length,
  }`))
  assert.equal(lines, 4)
  assert.ok(reasons.some((reason) => /USD 9,000\.00 × 1\/2, rounded to the smallest coin = USD 4,500\.00/.test(reason)), reasons.join('\n'))
  assert.equal(reasons.filter((reason) => reason.startsWith('USD 4,500.00 + USD 1,650.00 + USD 1,650.00')).length, 1)
  // Numbers run from 1, and each that is cited is there.
  assert.deepEqual(sources, sources.map((_, place) => place + 1))
  assert.deepEqual([...new Set(cited)].sort((a, b) => a - b), sources)
  assert.ok(sides >= 4)
  await page.driver.executeScript("dispatchEvent(new Event('afterprint'))")
  await person.sees(() => person.look("return root.querySelectorAll('.appendix, .cover').length"), (number) => number === 0, 'the page is as before')
})

test('a reason that is open on the page is told on paper too', async () => {
  const reasons = async () => {
    await page.driver.executeScript("dispatchEvent(new Event('beforeprint'))")
    const told = Number(await person.look("return root.querySelectorAll('.appendix .note-head').length"))
    await page.driver.executeScript("dispatchEvent(new Event('afterprint'))")
    return told
  }
  const before = await reasons()
  await page.driver.executeScript('arguments[0].click()', await person.look("return root.querySelector('tfoot .figure')"))
  await person.sees(() => person.look("return root.querySelectorAll('.note-row .reason').length"), (number) => number === 1, 'a reason is open')
  assert.equal(await reasons(), before)
})

test('an answer that is out of date is not exported, and the menu says why', async () => {
  await person.types('People', 'many', 'Office class')
  await person.sees(() => person.answer(), (text) => /entered before/.test(String(text)), 'the answer is out of date')
  const before = readdirSync(page.downloads).length
  await person.presses('Export')
  assert.match(String(await person.look("return text(root.querySelector('[popover]:popover-open'))")), /The answer is for what you entered before\./)
  await person.presses('Order lines (CSV)')
  await person.sees(said, (text) => /entered before/.test(String(text)), 'the reason is said')
  assert.equal(readdirSync(page.downloads).length, before)
})

test('nothing complains', async () => {
  assert.deepEqual(await page.complaints(), [])
})
