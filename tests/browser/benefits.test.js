// What a person does with what is in hand beside exams, with regions and holidays, and with several agreements.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  page = await openPage({ width: 1440, height: 1000 })
  person = new Person(page)
  await person.reads(/Order/)
  await person.sees(() => person.look("return Boolean(root.querySelector('.agreement-actions'))"), Boolean, 'what is loaded later is there')
})
beforeEach(async () => {
  await person.presses('English')
  await person.presses('School')
  await person.reads(/^Order 1 × Site pack 500/)
  await person.look("root.querySelectorAll('details.question').forEach((each) => { each.open = true })")
})
after(() => page?.close())

/** What stands in a section below the order. @param {string} heading @param {RegExp} wish */
const section = (heading, wish) => person.sees(() => person.look("return text([...root.querySelectorAll('.answer section')].find((each) => text(each.querySelector('h3')) === arguments[0]))", heading), (text) => wish.test(String(text)), `${heading} says ${wish}`)

/** Takes a scenario as if it had been entered. @param {unknown} agreements @param {string} [today] */
const load = (agreements, today = '2021-03-01') => page.driver.executeScript("document.querySelector('voucher-planner').load({ version: 1, name: '', today: arguments[1], agreements: arguments[0] })", agreements, today)

/** The scenario's first agreement, or another. */
const entered = (index = 0) => /** @type {Promise<any>} */ (page.driver.executeScript("return document.querySelector('voucher-planner').scenario.agreements[arguments[0]]", index))

test('what is loaded after the first answer moves nothing that stands there', async () => {
  const fresh = await openPage({ width: 1440, height: 1000 })
  try {
    const other = new Person(fresh)
    await other.sees(() => other.look("return Boolean(root.querySelector('.agreement-actions'))"), Boolean, 'what is loaded later is there')
    const shift = Number(await fresh.driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1]
      let sum = 0
      new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => done(sum), 500)`))
    assert.ok(shift < 0.02, `the page moved by ${shift}`)
  } finally {
    await fresh.close()
  }
})

test('training days of Software Assurance say until when they are of use, and what becomes of a voucher', async () => {
  await load([{ programme: 'ea', start: '2019-07-01', end: '2022-06-30', groups: [] }])
  await person.types('Training days in no voucher', '10')
  await person.presses('+ Add a training voucher')
  await person.types('Created on', '2020-08-20', 'Training voucher 1')
  await person.types('Training days', '5', 'Training voucher 1')
  await person.types('Days already taken', '2', 'Training voucher 1')
  await section('What you have, and what is left', /13 training days in no voucher: 10 entered, 3 back from vouchers that have ended\. They can go into vouchers until June 30, 2021\./)
  await section('What you have, and what is left', /Training voucher 1: 3 days not taken; it ended on February 16, 2021\. They are back among the days in no voucher\./)
  await person.presses('February 16, 2021', 'What you have, and what is left')
  await section('What you have, and what is left', /Last day of the voucher February 16, 2021 .*End of its life \(February 16, 2021\), Last day vouchers could be redeemed \(January 1, 2022\).*PRG-3/)
  await person.types('Training days', '6', 'Training voucher 1')
  assert.match(await person.description('Training days', 'Training voucher 1'), /Enter 5 or less\./)
})

test('a training voucher that ends before the agreement is told at its field', async () => {
  await load([{ programme: 'ea', start: '2019-07-01', end: '2022-06-30', groups: [], softwareAssurance: { vouchers: [{ created: '2021-01-30', days: '3', azure: true }] } }])
  await person.sees(() => person.description('Created on', 'Training voucher 1'), (text) => /ends on July 29, 2021.* 3 days not taken will be lost/.test(text), 'the field says that days will be lost')
  assert.match(await person.description('For an Azure course', 'Training voucher 1'), /From February 1, 2020 training vouchers do not pay for Azure courses/)
})

test('the discounts of the Imagine Academy are worked out from the user’s own prices, and only where it is granted', async () => {
  await load([{ programme: 'ees', start: '2021-07-01', end: '2022-06-30', currency: 'USD', groups: [] }], '2021-08-01')
  await person.types('People in the trainer programme', '3')
  await person.types('Its price for one USD', '99.99')
  await person.types('Microsoft Press books, together USD', '1234.56')
  await section('What you have, and what is left', /Trainer programme \(MCT\): USD 150\.00 instead of USD 299\.97, saves USD 149\.97\. Microsoft Press: USD 740\.74 instead of USD 1,234\.56, saves USD 493\.82\./)
  await person.presses('USD 740.74', 'What you have, and what is left')
  await section('What you have, and what is left', /USD 1,234\.56 × 60%, rounded to the smallest coin = USD 740\.74 .*PRD-5/)
  await person.chooses('Programme', 'EA ')
  await person.sees(() => person.description('People in the trainer programme'), (text) => /EA does not grant the Imagine Academy, so there are no discounts/.test(text), 'the field says why there is none')
  await person.sees(() => person.everything(), (text) => !/saves USD/.test(text), 'no saving is shown any more')
})

test('a contract on e-learning brings its guides, and nothing to order', async () => {
  const box = await person.field('We hold an e-learning contract')
  await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", box)
  await box.click()
  await section('What you have, and what is left', /Your contract on e-learning goes on; nothing is planned for it/)
  const links = /** @type {string[]} */ (await person.look("return [...root.querySelectorAll('.questions a')].map(({ href }) => href).filter((href) => href.includes('Activation_Guide'))"))
  assert.equal(links.length, 2, JSON.stringify(links))
  assert.match(String(await person.answer()), /^Order 1 × Site pack 500/)
})

test('a region brings its currency and weekend in one step, and leaves what was set', async () => {
  await load([{ programme: 'ees', start: '2021-07-01', end: '2022-06-30', groups: [] }])
  await person.chooses('Country or region', 'Saudi Arabia')
  assert.deepEqual([(await entered()).region, (await entered()).currency, (await entered()).calendar.weekend], ['SA', 'SAR', ['friday', 'saturday']])
  await person.chooses('Country or region', 'Germany')
  assert.deepEqual([(await entered()).currency, (await entered()).calendar.weekend], ['EUR', undefined])
  await page.driver.executeScript("document.querySelector('voucher-planner').undo()")
  assert.deepEqual([(await entered()).region, (await entered()).currency, (await entered()).calendar.weekend], ['SA', 'SAR', ['friday', 'saturday']])
  await person.types('Currency', 'CHF')
  await person.chooses('Country or region', 'Japan')
  assert.equal((await entered()).currency, 'CHF')
})

test('a currency that prices stand in stays', async () => {
  await person.chooses('Country or region', 'Japan')
  assert.deepEqual([(await entered()).region, (await entered()).currency], ['JP', 'USD'])
})

test('Chinese holidays and the days worked for them are taken over by the year, and the order says which days it counted', async () => {
  const { agreements } = /** @type {any} */ (await page.driver.executeScript("return document.querySelector('voucher-planner').scenario"))
  await load([{ ...agreements[0], region: 'CN', groups: [{ ...agreements[0].groups[0], sittings: [{ day: '2020-10-09' }] }] }], '2020-09-21')
  await section('What to order', /Oct 8, 2020.*Business days: Monday to Friday, no holidays entered\./)
  await person.presses('Add 2020:', '5 How to plan')
  await section('What to order', /Sep 30, 2020.*Business days: Monday to Friday, \d+ holidays entered, \d+ working days on a weekend or holiday\./)
  const notice = String(await person.look("return [...root.querySelectorAll('.known-holidays a')].map(({ href }) => href).join(' ')"))
  assert.match(notice, /gov\.cn.*content_5454164/)
  assert.match(await person.everything(), /2020 is entered/)
})

test('pasted holidays are understood before they are taken, and what is no day stays to be put right', async () => {
  await person.types('Paste holidays', '2020-11-26 Thanksgiving\n2020/12/3\nChristmas')
  const said = String(await person.look("return text(root.getElementById('holiday-paste-read'))"))
  assert.match(said, /2 new days understood\. Not understood: Christmas\./)
  await person.presses('Add 2 holidays')
  assert.deepEqual((await entered()).calendar.holidays, ['2020-11-26', '2020-12-03'])
  assert.equal(await page.driver.executeScript('return arguments[0].value', await person.field('Paste holidays')), 'Christmas')
  await page.driver.executeScript("document.querySelector('voucher-planner').undo()")
  assert.equal((await entered()).calendar, undefined)
})

test('a programme offers its usual length, and says whom it is for', async () => {
  await load([{ programme: 'ees', start: '2021/7/1', end: '', groups: [] }])
  assert.match(await person.description('Programme'), /For schools, colleges and universities\./)
  await person.presses('12 months')
  assert.equal((await entered()).end, '2022-06-30')
  await person.chooses('Programme', 'EA ')
  assert.match(await person.description('Programme'), /For companies and agencies\./)
  await person.presses('36 months')
  assert.equal((await entered()).end, '2024-06-30')
})

test('the five questions stand beside the groups with what was answered', async () => {
  const five = String(await person.sees(() => person.look("const five = root.querySelector('.five'); if (five) five.open = true; return text(five)"), Boolean, 'the five questions are there'))
  assert.match(five, /How many people are to be certified\? 586 How many certifications are they to take\? 3 How many exams does each of them take\? 1 .*ready on .*How many months are left in the agreement\? 9/)
})

test('several agreements stand side by side, with their total, and what is wrong with one leads to it', async () => {
  await person.presses('+ Copy this agreement')
  await person.sees(() => person.look("return [...root.querySelectorAll('.agreements button')].map((each) => [text(each), each.getAttribute('aria-current')])"), (rows) => JSON.stringify(rows) === JSON.stringify([['Riverside schools EES', 'false'], ['Copy of Riverside schools EES', 'true']]), 'both agreements stand in a row, the copy shown')
  await person.reads(/This is Copy of Riverside schools\. All 2 agreements together: USD 15,600\.00\./)
  await person.types('Currency', 'EUR')
  await person.reads(/All 2 agreements together: EUR 7,800\.00 and USD 7,800\.00\./)
  await person.presses('USD 7,800.00')
  await person.sees(() => person.look("return text(root.querySelector('.headline .reason'))"), (text) => /Total cost USD 7,800\.00/.test(String(text)), 'the total of the other currency opens its reason in it')
  // A finding of the first agreement, asked for while the second is shown.
  await person.look("const row = [...root.querySelectorAll('.findings li')].find((each) => text(each).includes('Riverside schools: ') && !text(each).includes('Copy of') && each.querySelector('.link')); row.closest('details')?.setAttribute('open', ''); row.querySelector('.actions .link').click()")
  await person.sees(() => person.look("return text(root.querySelector('.agreements [aria-current=true]'))"), (text) => text === 'Riverside schools EES', 'the agreement that the finding is about is shown')
  // A field of the second that is wrong, while the first is shown.
  await page.driver.executeScript("const planner = document.querySelector('voucher-planner'); planner.load({ ...planner.scenario, agreements: planner.scenario.agreements.map((each, index) => index ? { ...each, end: 'soon' } : each) })")
  await person.presses('Copy of Riverside schools › Last day')
  await person.sees(() => person.look('return root.activeElement?.value'), (value) => value === 'soon', 'the field of the other agreement is focused')
  await person.presses('× Remove Copy of Riverside schools')
  await person.reads(/USD 7,800\.00\. 750 exams/)
  assert.equal(await person.look("return root.querySelectorAll('.agreements').length"), 0)
  await page.driver.executeScript("document.querySelector('voucher-planner').undo()")
  await person.sees(() => person.look("return root.querySelectorAll('.agreements button').length"), (count) => count === 2, 'undoing brings the agreement back')
})

test('with benefits, holidays and several agreements nothing is inaccessible, in both languages and on a phone', async () => {
  await person.presses('+ Copy this agreement')
  await person.reads(/All 2 agreements together/)
  await person.presses('+ Add a training voucher')
  await person.chooses('Country or region', 'China')
  assert.deepEqual(await page.violations(), [])
  await page.screenshot('benefits-en')
  await person.presses('中文')
  await person.reads(/全部 2 份协议合计/)
  assert.deepEqual(await page.violations({ colours: false }), [])
  await page.screenshot('benefits-zh')
  await person.narrows(320, 700)
  const wider = await page.driver.executeScript('return document.documentElement.scrollWidth > document.documentElement.clientWidth')
  assert.equal(wider, false, 'the page is no wider than a phone')
  assert.deepEqual(await page.complaints(), [])
})
