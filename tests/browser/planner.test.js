// What a person does with the planner: asks, reads the answer, asks why, puts things right.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  page = await openPage()
  person = new Person(page)
  await person.reads(/Order/)
})
beforeEach(async () => {
  await person.presses('English')
  await person.presses('School')
  await person.reads(/^Order 1 × Site pack 500/)
})
after(() => page?.close())

test('the page opens with an example that says it is one, and with its answer', async () => {
  const answer = await person.reads(/^Order 1 × Site pack 500, 1 × Site pack 125 MOS\/MCE,? and 1 × Site pack 125 MTA\/MCE, the first by December 4, 2020: USD 7,800.00\./)
  assert.match(String(answer), /750 exams for 586 needed, 164 unused\./)
  assert.match(String(await person.look("return text(root.querySelector('.notice'))")), /example.*prices are made up/i)
})

test('a figure opens its reason in place, down to the text it was read in', async () => {
  await person.presses('4,500.00', 'What to order')
  assert.match(String(await person.look("return text(root.querySelector('.orders .reason'))")), /Cost of one USD 4,500\.00.*USD 9,000\.00 × 1\/2.*COD-2/)
  for (const part of ['Part of the year', 'Months charged', 'Charged from']) {
    await person.look('const found = [...root.querySelectorAll(".orders .reason summary")].find((each) => text(each).startsWith(arguments[0])); found?.click(); return Boolean(found)', part)
      .then((found) => assert.ok(found, `the reason has a part ${part}`))
    await person.sees(() => person.look('return [...root.querySelectorAll(".orders .reason details")].find((each) => text(each.querySelector("summary")).startsWith(arguments[0]))?.querySelector(".formula")?.textContent ?? ""', part), Boolean, `${part} opens`)
  }
  assert.match(String(await person.look("return text(root.querySelector('.orders .reason'))")), /From January 1, 2021 to June 30, 2021, whole months.*6/)
  const link = /** @type {{ href: string, text: string }} */ (await person.look("const a = root.querySelector('.orders .reason .cited a'); return { href: a.href, text: text(a.parentNode) }"))
  assert.match(link.href, /^https:/)
  assert.match(link.text, /read /)
  await person.presses('Close', 'What to order')
  assert.equal(await person.look("return root.querySelectorAll('.orders .reason').length"), 0)
})

/** Shows the pictures of a part of the page as tables, or as pictures again. @param {string} part @param {'table' | 'picture'} as */
async function shows(part, as) {
  await person.look('for (const chart of root.querySelectorAll(`${arguments[0]} figure.chart`)) chart.querySelectorAll(".chart-switch button")[arguments[1]].click()', part, as === 'table' ? 1 : 0)
  await person.sees(() => person.look('return [...root.querySelectorAll(`${arguments[0]} figure.chart`)].every((chart) => Boolean(chart.querySelector(".chart-table")) === arguments[1])', part, as === 'table'), Boolean, `a ${as} stands there`)
}

test('every way to buy says what it loses by', async () => {
  assert.match(String(await person.look("return [...root.querySelectorAll('.choice .chart-plot')].map((each) => each.textContent).join(' ')")), /this plan.*USD\s[\d,.]+ more/s)
  await shows('.choice', 'table')
  const table = String(await person.look("return [...root.querySelectorAll('.alternatives')].map(text).join(' ')"))
  await shows('.choice', 'picture')
  assert.match(table, /the plan/)
  assert.match(table, /USD [\d,.]+ more/)
})

/** What stands under “What would change this plan”, once it is there. @param {RegExp} wish */
const compared = (wish) => person.sees(() => person.look("const found = root.querySelector('.what-if'); return found?.getAttribute('aria-busy') === 'false' ? text(found) : ''"), (text) => wish.test(String(text)), `the comparison says ${wish}`)

test('once the answer stands there, the page says what would change it', async () => {
  await compared(/Order now, or wait/)
  await shows('.what-if', 'table')
  const text = String(await compared(/Order now, or wait/))
  assert.match(text, /on the last safe days this plan .*7,800\.00/)
  assert.match(text, /all now, Sep 21, 2020 .*11,700\.00 \+3,900\.00/)
  assert.match(text, /What it depends on .*Office class › People 501 451 -USD 1,650\.00, -125 exams bought, other orders 551 no change/)
  assert.match(text, /With 66 more MTA exams: 2 × Site pack 125 MTA\/MCE/)
  assert.match(text, /the price and the number of exams .*nothing/)
  const rows = /** @type {string[]} */ (await person.look("return [...root.querySelectorAll('.what-if th[data-label=Entry]')].map(text)"))
  assert.ok(rows.length > 4, JSON.stringify(rows))
  await shows('.what-if', 'picture')
})

test('while another plan is compared its place is kept, and the old comparison is gone at once', async () => {
  await compared(/Order now, or wait/)
  const height = Number(await person.look("return root.querySelector('.what-if').clientHeight"))
  const seen = /** @type {{ plan: string, busy: string, height: number, text: string }} */ (await page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1]
    const planner = document.querySelector('voucher-planner')
    const root = planner.shadowRoot
    planner.load({ ...planner.scenario, agreements: planner.scenario.agreements.map((each) => ({ ...each, prices: [] })) })
    planner.updateComplete.then(() => {
      const part = root.querySelector('.what-if')
      done({ busy: part.getAttribute('aria-busy'), height: part.clientHeight, text: part.innerText })
    })`))
  assert.equal(seen.busy, 'true')
  assert.match(seen.text, /Comparing with other days/)
  assert.ok(Math.abs(seen.height - height) < 2, `${seen.height} for ${height}`)
  const text = String(await compared(/Order now, or wait/))
  assert.doesNotMatch(text, /USD/)
})

test('what the engine did not prove is searched on while the page rests, and then said to be proven', async () => {
  await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    const real = planner.engine
    window.asked = []
    window.restore = () => { planner.engine = real }
    planner.engine = {
      get catalogue() { return real.catalogue }, took: 1,
      canWorkBeside: false, giveUp() {}, compareNow: (...all) => real.compareNow(...all),
      compare(...all) { asked.push('compare'); return real.compare(...all) },
      async planBeside(...all) { return this.plan(...all) },
      plan(scenario, nodes) {
        asked.push(nodes)
        const answer = real.plan(scenario, nodes)
        if (nodes === undefined || nodes < 100_000) answer.plan.agreements[0].proof = 'best-found'
        return answer
      },
    }`)
  await person.reads(/The best way found; a better one is not ruled out\./)
  await person.reads(/Proven: no other way to order is better\./)
  await compared(/Order now, or wait/)
  const asked = /** @type {(number | string | null)[]} */ (await page.driver.executeScript('restore(); return asked'))
  const [first, second, third, last] = asked
  assert.deepEqual([first, third, last], [null, Number(second) * 8, 'compare'], JSON.stringify(asked))
})

/** A district with a test centre that comes too late for one class: two sites, four exam days, later orders end with the first. */
const district = {
  version: 1, name: '', today: '2020-09-21',
  agreements: [{
    id: '1', name: 'District', programme: 'ees', start: '2020-01-01', end: '2022-12-31', currency: 'USD', serviceLevel: '0.95',
    policies: { term: 'co-terminate' },
    sites: [{ id: 'north', name: 'North', testCentreFrom: '2019-08-01' }, { id: 'south', name: 'South', testCentreFrom: '2021-06-01' }],
    groups: [
      { name: 'Office class', people: '240', audience: 'student', site: 'north', certifications: ['mos-word-2016'], preparationStart: '2020-06-01', passRate: '0.7', attempts: '2', sittings: [{ day: '2020-12-07', people: '120' }, { day: '2021-05-10', people: '120' }] },
      { name: 'Networking class', people: '90', audience: 'student', site: 'south', certifications: ['mta-networking-fundamentals'], preparationStart: '2020-07-01', passRate: '0.7', attempts: '2', sittings: [{ day: '2021-04-12', people: '45' }, { day: '2021-11-15', people: '45' }] },
      { name: 'Teachers', people: '25', audience: 'staff', site: 'north', certifications: ['microsoft-certified-educator'], preparationStart: '2020-07-01', passRate: '0.7', attempts: '2', sittings: [{ day: '2021-01-11', people: '' }] },
    ],
    prices: [
      { product: 'site-500', price: '9000', partNumber: '', breaks: [] }, { product: 'site-125-mta', price: '3300', partNumber: '', breaks: [] },
      { product: 'site-125-mos', price: '3300', partNumber: '', breaks: [] }, { product: 'voucher-1', price: '80', partNumber: '', breaks: [] },
    ],
  }],
}
const loads = (/** @type {unknown} */ scenario) => page.driver.executeScript("document.querySelector('voucher-planner').load(arguments[0])", scenario)

/** Rows of the table under a heading, by the text of their cells. @param {string} title @param {string} [caption] */
const rowsUnder = (title, caption) => /** @type {Promise<string[][]>} */ (person.look(`
  const heading = [...root.querySelectorAll('h3, h4')].find((each) => text(each) === arguments[0])
  const tables = [...heading?.closest('section').querySelectorAll('table') ?? []].filter((each) => heading.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)
  const table = arguments[1] ? tables.find((each) => text(each.caption).startsWith(arguments[1])) : tables[0]
  return [...table?.rows ?? []].map((row) => [...row.cells].map(text))`, title, caption))

test('a plan that takes long says so, can be stopped, and then says that the answer is an old one', async () => {
  await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    const real = planner.engine
    window.restore = () => { planner.engine = real }
    planner.engine = new Proxy(real, { get: (target, name) => name === 'took' ? 999 : name === 'planBeside' ? () => new Promise(() => {}) : typeof target[name] === 'function' ? target[name].bind(target) : target[name] })`)
  await person.sees(() => person.look("const found = root.querySelector('.working'); return found && getComputedStyle(found).visibility === 'visible' ? text(found) : ''"), (text) => /^Working out the plan/.test(String(text)), 'the page says that it works')
  await person.presses('Stop', 'Voucher planner')
  await person.sees(() => person.look("return text(root.querySelector('.headline .notice'))"), (text) => text === 'This answer is for what you entered before. Plan', 'the answer is said to be an old one')
  await page.driver.executeScript('restore()')
  await person.sees(() => person.look("return root.querySelector('.headline .notice') === null"), Boolean, 'planned again, it is a new one')
})

test('for several exam days a table says what one pack fewer or more costs, the best first', async () => {
  await loads(district)
  await compared(/The next best/)
  const [head, plan, ...others] = await rowsUnder('The next best', 'North')
  assert.deepEqual(head, ['If you order', 'Order', 'Exams', 'Cost USD', 'Difference USD'])
  assert.deepEqual(plan, ['as planned', '2 × Site pack 125 MOS/MCE (Dec 4, 2020) and 1 × Site pack 125 MOS/MCE (May 7, 2021)', '375', '8,525.00', '–'])
  assert.deepEqual(others[0], ['at least 1 × Site pack 500 or at most 2 × Site pack 125 MOS/MCE', '1 × Site pack 500', '500', '9,000.00', '+475.00'])
  const costs = others.map((row) => Number(row[3]?.replace(',', '')))
  assert.deepEqual(costs, costs.toSorted((a, b) => a - b))
})

test('a choice over several exam days says why not fewer packs, and how it was proven', async () => {
  await loads(district)
  const packs = await person.sees(() => person.look("return text([...root.querySelectorAll('section')].find((each) => text(each.querySelector('h3')) === 'Why these packs'))"), (text) => /North/.test(String(text)), 'the packs of the north are explained')
  assert.match(String(packs), /For 328 MOS and 36 MCE needed on December 7, 2020, January 11, 2021, and May 10, 2021\. These exam days can share packs, so they were planned together\./)
  assert.match(String(packs), /Proven: no way to buy comes below USD 8,525\.00\. To prove it, the search looked at \d+ branch(es)? and had \d+ inequalit(y|ies) to rule others out\./)
  assert.match(String(packs), /Why not fewer With one Site pack 125 MOS\/MCE fewer on Dec 4, 2020, 114 MOS and MCE exams for Dec 7, 2020, Jan 11, 2021, and May 10, 2021 would have no voucher\./)
  assert.doesNotMatch(String(packs), /Nothing else .* could serve/)
})

test('many reasons why not fewer wait behind the first four', async () => {
  const days = ['2020-12-07', '2021-01-11', '2021-02-08', '2021-03-08', '2021-04-12', '2021-05-10', '2021-06-07', '2021-07-12']
  await loads({ ...district, agreements: district.agreements.map(({ groups: [group], ...agreement }) => ({
    ...agreement, groups: [{ ...group, people: String(120 * days.length), sittings: days.map((day) => ({ day, people: '120' })) }], prices: agreement.prices.filter(({ product }) => product === 'site-125-mos'),
  })) })
  const more = /** @type {{ shown: number, summary: string, open: boolean, hidden: number } | null} */ (await person.sees(() => person.look(`
    const list = [...root.querySelectorAll('h5')].find((each) => text(each) === 'Why not fewer')?.nextElementSibling
    const more = list?.nextElementSibling
    return more?.localName === 'details' ? { shown: list.children.length, summary: text(more.querySelector('summary')), open: more.open, hidden: more.querySelectorAll('li').length } : null`), Boolean, 'the rest of the reasons is folded'))
  assert.deepEqual([more?.shown, more?.open, more?.summary], [4, false, `${more?.hidden} more`])
})

test('an uncovered need says what stands in the way and offers repairs with what they cost; the first removes it', async () => {
  await loads(district)
  /** @type {() => Promise<{ text: string, repairs: string[] } | null>} */
  const finding = () => person.look(`
    const found = [...root.querySelectorAll('.findings > li')].find((each) => /Nothing covers/.test(text(each)))
    return found ? { text: text(found), repairs: [...found.querySelectorAll('.repairs li')].map(text) } : null`)
  const before = await person.sees(finding, Boolean, 'the need is named')
  assert.match(before?.text ?? '', /Nothing covers 64 MTA exams of students at South on April 12, 2021\. These together stand in the way: .*South being a test centre only from June 1, 2021\./)
  assert.deepEqual(before?.repairs, [
    'Move the exam day to June 2, 2021 costs USD 1,925.00 more, the cheapest of these',
    'Become a test centre by April 9, 2021 costs USD 2,200.00 more',
  ])
  assert.doesNotMatch(String(await person.look("return text(root.querySelector('.findings'))")), /too late to order/, 'no order day has passed yet')
  await person.presses('Move the exam day to June 2, 2021', 'What to know')
  await person.sees(finding, (found) => found === null, 'the finding is gone')
  assert.doesNotMatch(String(await person.answer()), /uncovered/)
})

test('the comparison arrives after the plan and moves nothing above it', async () => {
  const places = /** @type {{ before: [string, number][], after: [string, number][], busy: string[] }} */ (await page.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1]
    const planner = document.querySelector('voucher-planner')
    const root = planner.shadowRoot
    const look = () => [...root.querySelectorAll('.headline, .answer > section')].map((each) => [each.querySelector('h2, h3').textContent.trim(), each.getBoundingClientRect().top + scrollY])
    const busy = () => root.querySelector('.what-if').getAttribute('aria-busy')
    const { plan } = planner
    planner.load(arguments[0])
    // A plan that takes its time is made beside the page.
    const begin = () => {
      if (!root.querySelector('.what-if') || planner.plan === plan) return setTimeout(begin)
      const [before, first] = [look(), busy()]
      const wait = () => (busy() === 'false' ? done({ before, after: look(), busy: [first, busy()] }) : setTimeout(wait, 20))
      wait()
    }
    planner.updateComplete.then(begin)`, district))
  assert.deepEqual(places.busy, ['true', 'false'])
  assert.deepEqual(places.after, places.before)
  assert.equal(places.before.at(-1)?.[0], 'What would change this plan')
})

test('to order now shows no saving where it leaves exams uncovered', async () => {
  await loads(district)
  await compared(/Order now, or wait/)
  const now = (await rowsUnder('Order now, or wait')).find(([name]) => name?.startsWith('all now'))
  assert.match(String(now?.[1]), /uncovered/)
  assert.equal(now?.at(-1), '–')
})

test('the timeline and its table say what is when', async () => {
  const timeline = (/** @type {string} */ what) => person.look(`const chart = [...root.querySelectorAll('figure.chart')].find((each) => each.getAttribute('aria-label') === 'When'); return ${what}`)
  assert.match(String(await timeline("chart.querySelector('svg').textContent")), /Dec 7/)
  await timeline("chart.querySelectorAll('.chart-switch button')[1].click()")
  await person.sees(() => timeline("text(chart.querySelector('table'))"), (table) => /Dec 7, 2020 Exam day Office class/.test(String(table)), 'the table names the exam day')
  await timeline("chart.querySelectorAll('.chart-switch button')[0].click()")
})

test('a field that is wrong says so at the field, and the last answer stays, greyed, with the reason', async () => {
  const before = await person.answer()
  /** @type {[label: string, wrong: string, says: RegExp, group?: string][]} */
  const cases = [
    ['First day', '', /Enter this/],
    ['First day', 'tomorrow', /a day like 2026-03-15/],
    ['Last day', '2020-02-30', /a day like 2026-03-15/],
    ['Last day', '2019-01-01', /before the first day, July 1, 2020/],
    ['Today', '', /Enter this/],
    ['Currency', 'dollars', /three letters/],
    ['Fiscal year starts (month)', '13', /12 or less/],
    ['Test centre since', 'yes', /a day like/],
    ['People', '', /Enter this/, 'Group 1'],
    ['People', 'many', /Enter a number/, 'Group 1'],
    ['People', '1.5', /whole number/, 'Group 1'],
    ['People', '0', /or more/, 'Group 1'],
    ['People', '99999999999999999999', /or less|Enter a number/, 'Group 1'],
    ['Exam day', '31/12/2020', /a day like/, 'Group 1'],
    ['Pass rate', '0', /./, 'Group 1'],
    ['Pass rate', '150%', /or less/, 'Group 1'],
    ['Attempts allowed', '0', /or more/, 'Group 1'],
    ['No-show rate', '100%', /./, 'Group 1'],
    ['Months of preparation', '-1', /or more/, 'Group 1'],
    ['Price, USD', '12.345', /2 decimal places/, 'Site pack 500'],
    ['Price, USD', '-1', /or more|Enter a number/, 'Site pack 500'],
    ['Cover needs with a certainty of', '0', /./],
  ]
  for (const [label, wrong, says, group] of cases) {
    const old = String(await (await person.field(label, group)).getAttribute('value'))
    await person.types(label, wrong, group)
    await person.sees(() => person.description(label, group), (text) => says.test(text), `${label} = ${JSON.stringify(wrong)} says ${says}`)
    await person.sees(async () => (await person.field(label, group)).getAttribute('aria-invalid'), (marked) => marked === 'true', `${label} is marked`)
    // Which may be that for a part of what was typed, such as the 1 of 1.5.
    assert.match(String(await person.answer()), /This answer is for what you entered before\..*Order [\d,]+ × Site pack/, `${label} keeps the answer`)
    await person.types(label, old, group)
    await person.sees(() => person.answer(), (text) => text === before, `${label} put right gives the answer again`)
  }
})

test('a certification that the catalogue does not know is kept as typed and named', async () => {
  await person.adds('Certifications', 'Basket weaving', 'Group 1')
  await person.reads(/entered before.*Office class › Certifications.*“Basket weaving” is not known/)
  await person.presses('Remove Basket weaving', 'Group 1')
  await person.reads(/^Order 1 × Site pack 500/)
})

test('a finding carries a repair that sets the field', async () => {
  await person.types('Exam day', '2020-11-02', 'Group 1')
  await person.reads(/3 warnings/)
  const finding = await person.sees(() => person.look("return text(root.querySelector('.findings'))"), (text) => /ready only on December 1, 2020/.test(String(text)), 'the finding says when they are ready')
  assert.match(String(finding), /In the way|Warning/)
  await person.presses('Move the exam day to December 1, 2020')
  await person.sees(async () => (await person.field('Exam day', 'Group 1')).getAttribute('value'), (value) => value === '2020-12-01', 'the field holds the repaired day')
  await person.reads(/^Order/)
  await person.presses('Undo')
  await person.presses('Undo')
  await person.sees(async () => (await person.field('Exam day', 'Group 1')).getAttribute('value'), (value) => value === '2020-12-07', 'undo takes both changes back')
})

test('another choice is a switch away, and the answer follows', async () => {
  await person.chooses('Months charged', 'always twelve')
  await person.reads(/USD 15,600\.00/)
  await person.chooses('Months charged', 'whole months (default)')
  await person.reads(/USD 7,800\.00/)
})

test('the page changes its language without being loaded again, and keeps what was typed', async () => {
  await person.types('Name', 'Our own class', 'Group 1')
  await person.presses('中文')
  await person.reads(/^请订购 1 × 500 站点包/)
  assert.equal(await page.driver.executeScript('return document.documentElement.lang'), 'zh-CN')
  assert.equal(await (await person.field('名称', '第 1 组')).getAttribute('value'), 'Our own class')
  await person.presses('English')
  await person.reads(/^Order/)
})

test('from nothing to an order, in one sitting', async () => {
  await person.presses('Start empty')
  await person.reads(/What should you order\?.*Programme.*First day.*Last day/)
  assert.equal(await person.look("return root.querySelectorAll('[aria-invalid=true]').length"), 0, 'nothing is called wrong before anything was typed')
  await person.chooses('Programme', 'EES')
  await person.types('Today', '2020-09-21')
  await person.types('First day', '2020-07-01')
  await person.types('Last day', '2021-06-30')
  await person.types('People', '５０１', 'Group 1')
  await person.adds('Certifications', '77-725', 'Group 1')
  await person.types('Exam day', '2021-04-12', 'Group 1')
  await person.reads(/^Order 1 × Site pack 500 and 1 × Site pack 125 MOS\/MCE by April 9, 2021\. 625 exams for 501 needed, 124 unused\./)
  assert.match(String(await person.look("return text(root.querySelector('.findings'))")), /not a Certiport authorised test centre/)
})

test('nothing is fetched after the page has loaded, and no cookie is set', async () => {
  // The worker is fetched with the first comparison.
  await compared(/Order now, or wait/)
  const before = await page.fetched()
  await person.presses('Company')
  await person.reads(/Single voucher/)
  await person.types('People', '30', 'Group 1')
  await person.reads(/Single voucher/)
  assert.deepEqual(await page.fetched(), before)
  assert.deepEqual(await page.driver.executeScript('return [document.cookie, sessionStorage.length]'), ['', 0])
  assert.deepEqual(await page.complaints(), [])
})

test('a company starts with employees, and single vouchers by their own price', async () => {
  await person.presses('Start empty')
  await person.chooses('Programme', 'EA')
  assert.equal(await (await person.field('Who they are', 'Group 1')).getAttribute('value'), 'employee')
  await person.types('Today', '2026-11-23')
  await person.types('First day', '2025-07-01')
  await person.types('Last day', '2028-06-30')
  await person.types('Currency', 'usd')
  await person.types('Currency', 'USD')
  await person.types('People', '7', 'Group 1')
  await person.adds('Certifications', 'AZ-104', 'Group 1')
  await person.types('Preparation starts', '2026-09-01', 'Group 1')
  await person.types('Exam day', '2027-04-12', 'Group 1')
  await person.reads(/^Order 7 × Single voucher by March 29, 2027\. 7 exams for 7 needed, 0 unused\./)
  await person.types('Price, USD', '100', 'Single voucher')
  await person.reads(/^Order 7 × Single voucher by March 29, 2027: USD 700\.00\./)
})
