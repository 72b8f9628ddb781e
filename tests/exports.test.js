// What is exported is what is shown: every file is read back by another program's reader and compared with the plan.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import readWorkbook from 'read-excel-file/node'
import { copiedTable, brief } from '../www/exports/copy.js'
import { csv } from '../www/exports/csv.js'
import { plain, shown } from '../www/exports/cells.js'
import { calendarOf } from '../www/exports/ics.js'
import { safeName } from '../www/exports/save.js'
import { summaryText } from '../www/exports/summary.js'
import { budgetTable, needsTable, orderTable } from '../www/exports/tables.js'
import { pages, workbookOf } from '../www/exports/xlsx.js'
import firstEnglish from '../www/messages/en/first.js'
import laterEnglish from '../www/messages/en/later.js'
import english from '../www/messages/en/outputs.js'
import { together } from '../www/messages/together.js'
import firstChinese from '../www/messages/zh-CN/first.js'
import laterChinese from '../www/messages/zh-CN/later.js'
import chinese from '../www/messages/zh-CN/outputs.js'
import { sample } from '../www/samples.js'
import { Say, decimal } from '../www/say.js'
import { deskWith } from '../www/state/desk.js'
import { View } from '../www/view.js'

const { catalogue, plan } = await import(new URL('../www/pkg/node.js', import.meta.url).href)
const { calendar, workbook } = await import(new URL('../www/pkg/exports-node.js', import.meta.url).href)
const everything = await catalogue()
const messages = { en: together(firstEnglish, laterEnglish), 'zh-CN': together(firstChinese, laterChinese) }
const words = { en: english, 'zh-CN': chinese }

/** @typedef {'en' | 'zh-CN'} Language */
/** @typedef {import('../www/exports/cells.js').Table} Table */
/** @typedef {import('../www/exports/cells.js').Cell} Cell */

/** What the page draws from. @param {import('../www/pkg/index.js').Scenario} scenario @param {Language} [language] */
function viewOf(scenario, language = 'en') {
  const reply = plan(scenario)
  assert.equal(reply.outcome, 'planned')
  return new View({
    desk: deskWith(scenario), scenario, current: 0, catalogue: everything, plan: reply.plan, comparison: undefined, reserved: 0, problems: [], touched: new Set(), notes: new Map(),
    expanded: new Set(), printing: false, busy: false, halted: false, stopped: false, crashed: false, later: undefined, messages: messages[language], say: new Say(language), actions: /** @type {any} */ ({}),
  })
}

const samples = /** @type {const} */ (['school', 'university', 'company'])
const cases = samples.flatMap((name) => /** @type {Language[]} */ (['en', 'zh-CN']).map((language) => ({ name, language, view: viewOf(sample(name, language), language), said: words[language] })))

/** The sheets of a workbook by name, as another reader sees them. @param {View} view @param {typeof english} said */
async function sheetsOf(view, said) {
  const sheets = await readWorkbook(Buffer.from(workbook(workbookOf(view, said))))
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

/** What a reader finds in a cell. @param {Cell} cell */
function readAs(cell) {
  switch (cell.type) {
    case 'empty': return null
    case 'count': return cell.count
    case 'money': case 'sum': return Number(decimal(cell.minor, cell.places))
    case 'ratio': case 'percent': return cell.numerator / cell.denominator
    case 'day': return cell.day
    default: return cell.text
  }
}

/** @param {unknown} value */
const found = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)

for (const { name, language, view, said } of cases) {
  test(`a workbook holds every table that is shown: ${name}, ${language}`, async () => {
    const sheets = await sheetsOf(view, said)
    const wished = pages(view, said)
    assert.deepEqual([...sheets.keys()], wished.map((page) => said.sheets[page.name]))
    for (const { name: sheet, tables } of wished.slice(1)) {
      const rows = (sheets.get(said.sheets[sheet]) ?? []).map((row) => row.map(found))
      for (const table of tables) {
        const top = rows.findIndex((row) => table.columns.every(({ title }, place) => row[place] === title))
        assert.ok(top >= 0, `${sheet} has the heads of ${table.title}`)
        const width = table.columns.length
        assert.deepEqual(rows.slice(top + 1, top + 1 + table.rows.length).map((row) => row.slice(0, width)), table.rows.map((row) => row.map(readAs)), table.title)
      }
    }
  })

  test(`the workbook's order is the plan's, to the smallest coin: ${name}, ${language}`, async () => {
    const { ui } = view
    const [head = [], ...rows] = (await sheetsOf(view, said)).get(said.sheets.order) ?? []
    const column = (/** @type {string} */ title) => rows.map((row) => found(row[head.indexOf(title)]))
    const { lines, summary, places } = /** @type {NonNullable<View['agreement']>} */ (view.agreement)
    const money = (/** @type {number | undefined} */ minor) => Number(decimal(minor ?? 0, places))
    assert.deepEqual(column(view.chargeLabel), [...lines.map((line) => money(line.charge?.value)), money(summary.charge?.value)])
    assert.deepEqual(column(ui.units), [...lines.map((line) => line.units.value), null])
    assert.deepEqual(column(ui.exam), [...lines.map((line) => line.exams?.value), null])
    assert.deepEqual(column(ui.when), [...lines.map((line) => line.orderDay.value), ui.total])
    assert.deepEqual(column(ui.what), [...lines.map((line) => view.names.product(line.product)), null])
  })

  test(`the files add up: ${name}, ${language}`, () => {
    const cost = view.agreement?.summary.charge?.value
    const minors = (/** @type {Table} */ { columns, rows }) => rows.map((row) => {
      const cell = row[columns.findIndex(({ title }) => title === view.chargeLabel)]
      return cell?.type === 'money' || cell?.type === 'sum' ? cell : undefined
    })
    for (const table of [orderTable(view, said), budgetTable(view, said)]) {
      const cells = minors(table)
      for (const cell of cells) {
        if (cell?.type !== 'sum') continue
        const parts = cells.slice(cell.first, cell.last + 1)
        assert.equal(parts.reduce((sum, part) => sum + (part?.minor ?? 0), 0), cell.minor, table.title)
      }
    }
    const sums = minors(budgetTable(view, said)).filter((cell) => cell?.type === 'sum')
    assert.equal(sums.reduce((sum, cell) => sum + (cell?.minor ?? 0), 0), cost)
    const uncovered = view.agreement?.needs.reduce((sum, { uncovered: exams }) => sum + exams, 0)
    assert.equal(needsTable(view, said).columns.some(({ title }) => title === said.uncovered), uncovered !== 0)
  })

  test(`a CSV file is the table: ${name}, ${language}`, () => {
    for (const table of pages(view, said).flatMap(({ tables }) => tables)) {
      assert.deepEqual(parse(csv(table)), [table.columns.map(({ title }) => title), ...table.rows.map((row) => row.map(plain))])
    }
  })

  test(`a calendar has every deadline of the plan: ${name}, ${language}`, () => {
    const events = read(calendar(calendarOf(view, said)))
    const { lines, end, groups } = /** @type {NonNullable<View['agreement']>} */ (view.agreement)
    const on = (/** @type {string} */ start) => events.filter(({ uid }) => uid.startsWith(start)).map(({ from }) => from).sort()
    assert.deepEqual(on('order-'), lines.map(({ orderDay }) => orderDay.value).sort())
    assert.deepEqual(on('expiry-'), lines.flatMap(({ usableUntil }) => (usableUntil ? [usableUntil.value] : [])).sort())
    assert.deepEqual(on('agreement.'), [end])
    const sittings = groups.flatMap(({ certifications }) => certifications.flatMap((each) => each.sittings.map(({ day }) => day.value)))
    assert.deepEqual(on('sitting-'), sittings.sort())
    const deliveries = events.filter(({ uid }) => uid.startsWith('delivery-')).map(({ from, until }) => [from, until])
    assert.deepEqual(deliveries.sort(), lines.map((line) => [line.earliestDelivery.value, line.latestDelivery.value]).sort())
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length)
    for (const { uid, reminders } of events) {
      const wished = uid.startsWith('order-') ? ['-P6DT15H', '-PT15H'] : /^(expiry|agreement|stock|free|membership)/.test(uid) ? ['-P29DT15H'] : uid.startsWith('start-') ? ['-P6DT15H'] : []
      assert.deepEqual(reminders, wished, uid)
    }
  })

  test(`a copied order shows what the page shows: ${name}, ${language}`, () => {
    const table = brief(orderTable(view, said))
    const copied = copiedTable(table)
    const lines = copied['text/plain'].split('\r\n').map((line) => line.split('\t'))
    assert.deepEqual(lines, [table.columns.map(({ title }) => title), ...table.rows.map((row) => row.map(plain))])
    const cells = [...(copied['text/html'] ?? '').matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, cell]) => cell)
    assert.deepEqual(cells, [table.columns.map(({ title }) => title), ...table.rows.map((row) => row.map(shown))].flat())
  })

  test(`the summary says the sentence, the orders and the days: ${name}, ${language}`, () => {
    const text = summaryText(view, said)
    const { lines, summary } = /** @type {NonNullable<View['agreement']>} */ (view.agreement)
    for (const line of lines) {
      assert.ok(text.includes(`${view.say.count(line.units.value)} × ${view.names.product(line.product)}`))
      assert.ok(text.includes(view.say.day(line.orderDay.value)))
    }
    assert.ok(text.includes(view.say.money(summary.charge?.value ?? 0, view.currency).replace('\u00a0', ' ')))
    for (const finding of view.plan?.findings ?? []) assert.ok(text.includes(view.findingText(/** @type {any} */ (finding)).replaceAll('\u00a0', ' ')))
    assert.ok(text.includes(said.yourPrices))
    assert.doesNotMatch(text, /undefined|\[object|NaN/)
  })
}

/** Sheets as one text, to look for something. @param {Map<string, unknown[][]>} sheets */
const textOf = (sheets) => [...sheets.values()].flat(2).filter((cell) => typeof cell === 'string').join('\n')

test('a workbook stands alone: entries, sources with their days, and what it is not', async () => {
  for (const { view, said } of cases) {
    const sheets = await sheetsOf(view, said)
    const text = textOf(sheets)
    for (const words of [view.scenario.name, view.agreement?.name, said.yourPrices, said.notAffiliated]) assert.ok(text.includes(words ?? ''), words)
    const sources = sheets.get(said.sheets.sources) ?? []
    assert.ok(sources.length > 10)
    assert.deepEqual(sources.slice(1).map((row) => row[0]), sources.slice(1).map((_, place) => place + 1))
    // Every number that a sheet cites is a source.
    const cited = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))
    assert.ok(cited.length > 10 && cited.every((number) => number < sources.length))
    assert.doesNotMatch(text, /undefined|\[object|NaN/)
  }
})

test('names of sheets are those that every program takes', () => {
  for (const { sheets } of [english, chinese]) {
    const names = Object.values(sheets)
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length)
    for (const name of names) assert.ok(name.length <= 31 && !/[[\]:*?/\\]/.test(name), name)
  }
})

test('the same plan gives the same files, byte for byte', () => {
  for (const { view, said } of cases) {
    const [first, second] = [0, 1].map(() => Buffer.from(workbook(workbookOf(view, said))))
    assert.deepEqual(first, second)
    assert.equal(calendar(calendarOf(view, said)), calendar(calendarOf(view, said)))
  }
})

const dangerous = ['=HYPERLINK("https://example.org","x")', '+1', '-1+1', '@SUM(1)', '\tTAB', '\rCR', '\nLF', '＝1', '＋1', '－1', '＠SUM(1)']

/** The school, with a name for everything that can be named. @param {string} name */
function named(name) {
  const scenario = structuredClone(sample('school', 'en'))
  const [agreement] = /** @type {any} */ (scenario.agreements)
  scenario.name = name
  agreement.name = name
  agreement.noticesContact = name
  agreement.sites[0].name = name
  agreement.groups[0].name = name
  agreement.prices[0].partNumber = name
  return scenario
}

test('nothing that is typed becomes a formula in a CSV file or on the clipboard', () => {
  for (const name of dangerous) {
    const view = viewOf(named(name))
    for (const table of pages(view, english).flatMap(({ tables }) => tables)) {
      const copied = copiedTable(table)
      const cells = [
        ...parse(csv(table)).flat(),
        ...copied['text/plain'].split('\r\n').flatMap((line) => line.split('\t')),
        ...[...(copied['text/html'] ?? '').matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell = '']) => cell.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))),
      ]
      // Numbers may be negative; theirs are not typed.
      assert.deepEqual(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)), [], table.title)
    }
  }
})

test('whatever stands in a table, its CSV file read back is that table', () => {
  const letters = [...'ab ,";\t\r\n=+-@\'\u00a0中，＝😀\ufeff\u0000']
  let state = 20200921
  const next = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor(state / 0x1_0000_0000 * below)
  }
  const typed = () => Array.from({ length: next(9) }, () => letters[next(letters.length)]).join('')
  /** @type {(() => Cell)[]} */
  const kinds = [
    () => ({ type: 'text', text: typed() || 'x' }),
    () => ({ type: 'count', count: next(2_000_000) - 1_000_000, shown: '' }),
    () => ({ type: 'money', minor: next(2_000_000) - 1_000_000, places: next(4), shown: '' }),
    () => ({ type: 'day', day: '2020-12-04', shown: '' }),
    () => ({ type: 'empty' }),
  ]
  for (let round = 0; round < 500; round += 1) {
    const columns = Array.from({ length: 1 + next(4) }, (_, place) => ({ title: `Head ${place}`, width: 8 }))
    const rows = Array.from({ length: next(5) }, () => columns.map(() => /** @type {() => Cell} */ (kinds[next(kinds.length)])()))
    const back = parse(csv({ title: '', columns, rows }))
    const unmarked = back.slice(1).map((row, at) => row.map((field, place) => (rows[at]?.[place]?.type === 'text' && /^'[=+\-@\t\r\n＝]/.test(field) ? field.slice(1) : field)))
    // A text that begins with both marks of its own is the one case in which taking the mark off would take too much.
    const wished = rows.map((row) => row.map((cell) => (cell.type === 'text' && /^'[=+\-@\t\r\n＝]/.test(cell.text) ? cell.text.slice(1) : plain(cell))))
    assert.deepEqual(unmarked, wished)
  }
})

test('a text with a mark before it is still the text that was typed', () => {
  for (const name of dangerous) {
    const table = orderTable(viewOf(named(name)), english)
    const sites = table.columns.findIndex(({ title }) => title === 'Sites')
    const [, line] = parse(csv(table)).slice(0, 2)
    assert.equal(line?.[sites], `'${name}`)
  }
})

test('what is typed stays words in a workbook, exactly as typed', async () => {
  for (const name of dangerous.filter((each) => !/[\t\r\n]/.test(each))) {
    const view = viewOf(named(name))
    const sheets = await sheetsOf(view, english)
    const groups = (sheets.get('Needs') ?? []).map((row) => row[0])
    assert.ok(groups.includes(name), name)
  }
})

test('what is typed cannot end an event of a calendar or begin another', () => {
  const view = viewOf(named('Class\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://example.org'))
  const usual = read(calendar(calendarOf(viewOf(named('Class')), english)))
  const events = read(calendar(calendarOf(view, english)))
  assert.equal(events.length, usual.length)
  assert.ok(events.some(({ summary }) => summary.includes('Class\nEND:VEVENT')))
  assert.ok(events.every(({ names }) => !names.includes('attach')))
})

test('a calendar moves its events when the plan of the same agreement changes', () => {
  const uids = (/** @type {string} */ day) => {
    const scenario = structuredClone(sample('school', 'en'))
    const [agreement] = /** @type {any} */ (scenario.agreements)
    agreement.groups[0].sittings[0].day = day
    scenario.name = `Variant of ${day}`
    return read(calendar(calendarOf(viewOf(scenario), english))).map(({ uid }) => uid).sort()
  }
  assert.deepEqual(uids('2020-12-07'), uids('2020-12-08'))
  const other = structuredClone(sample('school', 'en'))
  const [agreement] = /** @type {any} */ (other.agreements)
  agreement.name = 'Another district'
  const there = read(calendar(calendarOf(viewOf(other), english))).map(({ uid }) => uid)
  assert.deepEqual(there.filter((uid) => uids('2020-12-07').includes(uid)), [])
})

test('a plan without prices is exported in exams, and one with nothing to order says so', async () => {
  const scenario = structuredClone(sample('school', 'en'))
  const [agreement] = /** @type {any} */ (scenario.agreements)
  agreement.prices = []
  agreement.singlePrices = []
  const view = viewOf(scenario)
  const table = orderTable(view, english)
  assert.equal(table.total, undefined)
  assert.ok(!table.columns.some(({ title }) => title.startsWith('Cost')))
  assert.ok(!(await sheetsOf(view, english)).has('Budget'))

  agreement.groups = [{ ...agreement.groups[0], people: '3' }]
  agreement.stock = [{ product: 'site-500', exams: '9', from: '', until: '2021-06-01', site: 'site-1' }]
  const covered = viewOf(scenario)
  assert.deepEqual(covered.agreement?.lines, [])
  assert.match(summaryText(covered, english), /Order no exams: all 3 needed are covered by what you have\./)
  assert.ok(!(await sheetsOf(covered, english)).has('Order'))
})

test('files are named so that every system takes them', () => {
  assert.equal(safeName(['Riverside schools', 'order', '2020-09-21']), 'Riverside-schools-order-2020-09-21')
  assert.equal(safeName(['大学（OVS-ES）：协议的最后几个月', '规划', '2021-09-06']), '大学（OVS-ES）-协议的最后几个月-规划-2021-09-06')
  assert.equal(safeName(['../..\\etc:*?"<>|\u0000', 'plan', '2020-01-01']), 'etc-plan-2020-01-01')
  assert.equal(safeName(['=cmd\u202egnp.', undefined, '2020-01-01']), 'cmdgnp-2020-01-01')
  assert.ok(Buffer.byteLength(safeName(['字'.repeat(500), '订购内容', '2020-01-01'])) < 250)
})

/** CSV after RFC 4180, read letter by letter. @param {string} text */
function parse(text) {
  assert.equal(text[0], '\ufeff')
  assert.ok(text.endsWith('\r\n'))
  /** @type {string[][]} */
  const rows = []
  let [row, field, quoted] = [/** @type {string[]} */ ([]), '', false]
  for (let place = 1; place < text.length; place += 1) {
    const letter = text[place]
    if (quoted) {
      if (letter !== '"') field += letter
      else if (text[place + 1] === '"') { field += '"'; place += 1 } else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === ',') { row.push(field); field = '' }
    else if (letter === '\r' && text[place + 1] === '\n') { row.push(field); rows.push(row); [row, field] = [[], '']; place += 1 }
    else field += letter
  }
  return rows
}

/** The events of a calendar's file. @param {string} text */
function read(text) {
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n')))
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    assert.ok(event.startDate.isDate && event.endDate.isDate)
    const last = event.endDate.clone()
    last.adjust(-1, 0, 0, 0)
    return {
      uid: event.uid, summary: event.summary, from: event.startDate.toString(), until: last.toString(),
      names: component.getAllProperties().map(({ name }) => name),
      reminders: component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    }
  })
}
