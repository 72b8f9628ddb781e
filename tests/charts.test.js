// What is true of every picture, whatever the plan: its numbers are those of the plan, and its words find room.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { balanceChart, eventful, inHandOn, panelsOf } from '../www/charts/balance.js'
import { levelsOf } from '../www/charts/balance-series.js'
import { daysScale, ticksOf } from '../www/charts/days.js'
import { above } from '../www/charts/marks.js'
import { estimate, type, wrap } from '../www/charts/measure.js'
import { barsOf, packChart } from '../www/charts/packs.js'
import { layout, nameOf, place, timelineChart } from '../www/charts/timeline.js'
import { sectionsOf, spanOf } from '../www/charts/timeline-lanes.js'
import { rowsOf, tornadoChart } from '../www/charts/tornado.js'
import englishFirst from '../www/messages/en/first.js'
import englishLater from '../www/messages/en/later.js'
import { together } from '../www/messages/together.js'
import chineseFirst from '../www/messages/zh-CN/first.js'
import chineseLater from '../www/messages/zh-CN/later.js'
import { sample } from '../www/samples.js'
import { Say } from '../www/say.js'
import { View } from '../www/view.js'
import { difference } from '../www/view/policies.js'
import { scenarios } from './charts/scenarios.js'

const { compare, facts, plan } = await import(new URL('../www/pkg/node.js', import.meta.url).href)

const languages = /** @type {const} */ (['en', 'zh-CN'])
const widths = [288, 328, 480, 722, 806]

/** Every scenario in both languages, planned. @type {{ name: string, view: View }[]} */
const views = languages.flatMap((language) => {
  const all = { ...Object.fromEntries(['school', 'university', 'company'].map((name) => [name, sample(/** @type {'school'} */ (name), language)])), ...scenarios }
  return Object.entries(all).map(([name, scenario]) => {
    const reply = plan(scenario)
    assert.equal(reply.outcome, 'planned', `${name}: ${JSON.stringify(reply.problems)}`)
    const few = scenario.agreements[0].groups.length < 20
    return {
      name: `${name}, ${language}`,
      view: new View({
        desk: /** @type {never} */ ({}), crashed: false, busy: false, halted: false, stopped: false, later: undefined, scenario, current: 0, catalogue: { ...facts(), sources: [], rules: [], assumptions: [], conflicts: [], policies: [], softwareAssurance: [], links: [], notes: [] }, plan: reply.plan,
        comparison: few ? compare(scenario).comparison : undefined, reserved: 0, problems: [], touched: new Set(), notes: new Map(), printing: false, expanded: new Set(),
        messages: language === 'en' ? together(englishFirst, englishLater) : together(chineseFirst, chineseLater), say: new Say(language), actions: /** @type {never} */ ({}),
      }),
    }
  })
})

/** A plan that must be there. @param {View} view */
const planOf = (view) => view.agreement ?? assert.fail('there is a plan')

/** All that a template writes, attributes and text alike. @param {unknown} value @returns {string} */
function written(value) {
  if (Array.isArray(value)) return value.map(written).join('')
  if (typeof value === 'function') return ''
  if (typeof value === 'symbol') return ''
  if (value && typeof value === 'object' && 'strings' in value && 'values' in value) {
    const { strings, values } = /** @type {{ strings: string[], values: unknown[] }} */ (value)
    return strings.map((text, index) => text + (index < values.length ? written(values[index]) : '')).join('')
  }
  return String(value)
}

/** The text of a template without its marks. @param {unknown} template */
const read = (template) => written(template).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** @param {View} view */
function about(view) {
  return {
    title: 'x', table: () => '', nameOf: (/** @type {string} */ path) => view.labelOf(path), valueOf: (/** @type {never} */ value) => view.say.value(value, view.currency),
    difference: (/** @type {{ difference: never }} */ variation) => difference(view, variation.difference),
  }
}

/** Every picture of a plan. @param {View} view */
function chartsOf(view) {
  const agreement = planOf(view)
  const moving = (view.comparison?.sensitivity ?? []).filter(({ low, high }) => [low, high].some((end) => end && difference(view, end.difference)))
  return [
    timelineChart(view), balanceChart(view),
    ...agreement.choices.filter(({ rows }) => rows.length).map((choice) => packChart(view, choice, { title: 'x', name: 'x', table: () => '', verdict: () => 'worse' })),
    ...moving.length ? [tornadoChart(view, moving, about(view))] : [],
  ].filter((chart) => chart !== undefined)
}

test('every word and number of every picture is there, in both languages and at every width', () => {
  for (const { name, view } of views) for (const chart of chartsOf(view)) for (const width of widths) {
    const drawing = chart.draw({ width, measure: estimate, open: false })
    const all = [written(drawing.picture), read(chart.table()), ...drawing.points.flatMap(({ text, mark }) => [text, written(mark)]), ...chart.legend.map(({ label }) => label), chart.title, chart.description, chart.caption ?? ''].join('\n')
    assert.doesNotMatch(all, /undefined|NaN|\bnull\b|\[object|Infinity/, `${name}, ${chart.name}, ${width} px`)
    assert.ok(drawing.height > 20 && drawing.height < 20_000)
    assert.ok(drawing.points.length > 0, `${name}, ${chart.name} has points for a cursor`)
  }
})

test('codes are never shown to be fewer than the plan leaves uncovered, and never used twice', () => {
  for (const { name, view } of views) for (const { states, title } of panelsOf(view)?.panels ?? []) for (const { day, sum } of states) {
    assert.ok(sum.usable >= sum.need - sum.uncovered, `${name}, ${title}, ${day}`)
    assert.equal(sum.usable - (sum.need - sum.uncovered), sum.inHand, `${name}, ${title}, ${day}: what lies between the lines is in hand`)
    assert.ok(sum.least <= sum.need && sum.need <= sum.most && sum.least <= sum.expected && sum.expected <= sum.most, `${name}, ${title}, ${day}`)
  }
})

test('all codes of the plan come, and all that nobody uses are lost', () => {
  for (const { name, view } of views) {
    const { lines, stock, freeVouchers: free, needs } = planOf(view)
    const states = panelsOf(view)?.panels[0]?.states ?? []
    const sum = (/** @type {(number | undefined)[]} */ numbers) => numbers.reduce((/** @type {number} */ a, b) => a + (b ?? 0), 0)
    assert.equal(sum(states.map(({ arrived }) => arrived)), sum([...lines.map(({ exams }) => exams?.value), ...stock.map(({ used, left }) => used + left), free ? free.used + free.left : 0]), name)
    assert.equal(sum(states.map(({ lost }) => lost)), sum([...lines.map(({ unused }) => unused?.value), ...stock.map(({ left }) => left), free?.left ?? 0]), name)
    assert.equal(states.at(-1)?.sum.need, sum(needs.map(({ need }) => need.value)), name)
    assert.equal(inHandOn(states, '9999-12-31'), 0, `${name}: nothing stays in hand for ever`)
  }
})

test('pools share no exam day and together make the whole', () => {
  for (const { name, view } of views) {
    const [whole, ...parts] = panelsOf(view)?.panels ?? []
    if (!whole || !parts.length) continue
    assert.equal(new Set(parts.flatMap(({ pool }) => pool.families)).size, parts.flatMap(({ pool }) => pool.families).length, name)
    for (const { day, sum } of whole.states) {
      const need = parts.reduce((all, { states }) => all + (states.findLast((state) => state.day <= day)?.sum.need ?? 0), 0)
      assert.equal(need, sum.need, `${name}, ${day}`)
    }
  }
})

test('lost codes go on the day after their last', () => {
  const levels = levelsOf(/** @type {never} */ ([{ day: '2021-06-30', lost: 3, sum: { usable: 10, need: 7, least: 7, most: 7, expected: 7 } }]))
  assert.deepEqual(levels.map(({ day, usable }) => [day, usable]), [['2021-06-30', 10], ['2021-07-01', 7]])
})

test('used and unused make what is bought, for each family as the plan covers it', () => {
  for (const { name, view } of views) {
    const agreement = planOf(view)
    for (const choice of agreement.choices) {
      const rows = barsOf(view, choice, () => '')
      for (const { bar, label } of rows) {
        assert.equal(bar.used + bar.unused, bar.exams, `${name}, ${label}`)
        if (bar.parts.length) assert.equal(bar.parts.reduce((sum, { exams }) => sum + exams, 0), bar.used, `${name}, ${label}`)
      }
      const [only] = choice.rows
      if (choice.rows.length !== 1 || !only) continue
      assert.equal(rows.reduce((sum, { bar }) => sum + bar.exams, 0), only.exams, name)
      assert.equal(rows.reduce((sum, { bar }) => sum + bar.unused, 0), only.unused, name)
    }
  }
})

test('every entry of the timeline stands in its table', () => {
  for (const { name, view } of views) {
    const { timeline } = planOf(view)
    const rows = written(timelineChart(view)?.table()).split('<tr>').slice(2).map((row) => row.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))
    assert.equal(rows.length, timeline.length, name)
    for (const { moment, from, until } of timeline) {
      assert.ok(rows.some((row) => row.includes(view.m.moments[moment]) && row.includes(view.say.shortDay(from)) && row.includes(view.say.shortDay(until))), `${name}: ${moment} ${from}`)
    }
  }
})

test('every entry of the timeline but invoices, today and what is hidden stands in a lane', () => {
  for (const { name, view } of views) {
    const { timeline } = planOf(view)
    const shown = sectionsOf(timeline, true).flatMap(({ lanes }) => lanes.flatMap(({ entries }) => entries))
    assert.deepEqual(timeline.filter((entry) => !shown.includes(entry)).map(({ moment }) => moment).filter((moment) => !['invoice', 'today'].includes(moment)), [], name)
  }
})

/** Lanes of a timeline as drawn at a width. @param {View} view @param {number} width */
function lanesAt(view, width) {
  const agreement = planOf(view)
  const column = width >= 520 ? 240 : 0
  const span = spanOf(agreement, view.plan?.today ?? '')
  const days = daysScale(span.from, span.until, column + 12, width - 12)
  return { column, days, ...place(view, { width, measure: estimate, open: false }, sectionsOf(agreement.timeline, false), column, 50) }
}

test('lanes do not overlap, and their names fit', () => {
  for (const { name, view } of views) for (const width of widths) {
    const { placed, column } = lanesAt(view, width)
    placed.forEach(({ top, height, line, label, sub }, index) => {
      const next = placed[index + 1]
      assert.ok(!next || top + height <= next.top, `${name}, ${width} px, lane ${index}`)
      assert.ok(line > top && line < top + height + 4)
      for (const [lines, size] of /** @type {const} */ ([[label, type.label], [sub, type.small]])) for (const text of lines) assert.ok(estimate(text, size) <= (column || width), `${name}, ${width} px: ${text}`)
    })
  }
})

test('days beside marks cover no mark of their row and no other day, and none is cut', () => {
  for (const { name, view } of views) for (const width of widths) {
    const { placed, days } = lanesAt(view, width)
    for (const { lane } of placed) {
      const { marks, labels } = layout(view, lane, days, { measure: estimate, width })
      const boxes = labels.map(({ text, x, anchor, upper }) => ({ text, upper, from: anchor === 'end' ? x - estimate(text, type.small) : x, to: anchor === 'end' ? x : x + estimate(text, type.small) }))
      boxes.forEach((box, index) => {
        assert.ok(box.from >= 0 && box.to <= width, `${name}, ${width} px: ${box.text} is inside`)
        const over = boxes.slice(index + 1).find((other) => other.upper === box.upper && other.from < box.to && box.from < other.to)
        assert.equal(over, undefined, `${name}, ${width} px: ${box.text} meets ${over?.text}`)
        const covered = marks.filter(({ moment }) => above.has(moment) === box.upper).find(({ x, until }) => x < box.to && box.from < until)
        assert.equal(covered, undefined, `${name}, ${width} px: ${box.text} covers ${covered?.moment}`)
      })
    }
  }
})

test('the order day, the expiry and the exam days of an order or group stand beside their marks on a desk', () => {
  for (const { name, view } of views.filter((each) => each.name.startsWith('school'))) {
    const { placed, days } = lanesAt(view, 806)
    const lanes = placed.filter(({ lane }) => lane.entries.some(({ moment }) => moment === 'order' || moment === 'sitting'))
    for (const { lane } of lanes) {
      const { labels } = layout(view, lane, days, { measure: estimate, width: 806 })
      assert.ok(labels.length >= 2, `${name}: ${nameOf(view, lane).text}`)
    }
  }
})

test('two hundred groups become two dozen lanes by day until somebody asks for more', () => {
  const view = views.find(({ name }) => name === 'many, en')?.view ?? assert.fail()
  const { timeline } = planOf(view)
  const people = sectionsOf(timeline, false).find(({ name }) => name === 'people')
  assert.equal(people?.lanes.length, 24)
  assert.equal(people?.hidden, 176)
  const days = people?.lanes.map(({ entries }) => entries.find(({ moment }) => moment === 'sitting')?.from)
  assert.deepEqual(days, days?.toSorted())
  assert.equal(sectionsOf(timeline, true).find(({ name }) => name === 'people')?.lanes.length, 200)
  const chart = timelineChart(view)
  assert.equal(chart?.draw({ width: 806, measure: estimate, open: false }).hidden, 176)
  assert.equal(chart?.draw({ width: 806, measure: estimate, open: true }).hidden, 0)
})

test('terms that overlap get a lane each', () => {
  const term = (/** @type {string} */ from, /** @type {string} */ until) => ({ moment: 'term', from, until, of: '', line: null, rule: null })
  const [section] = sectionsOf(/** @type {never} */ ([term('2020-01-01', '2020-12-31'), term('2020-07-01', '2021-06-30'), term('2021-01-01', '2021-12-31')]), false)
  assert.deepEqual(section?.lanes.map(({ entries }) => entries.map(({ from }) => from)), [['2020-01-01', '2021-01-01'], ['2020-07-01']])
})

test('labels of ticks leave room between them, over days, months and decades', () => {
  for (const language of languages) for (const [from, until] of [['2021-05-03', '2021-05-09'], ['2020-12-20', '2021-01-20'], ['2020-06-01', '2021-06-30'], ['2019-03-01', '2026-02-28'], ['2000-01-01', '2090-01-01']]) for (const width of [180, 300, 560]) {
    const ticks = ticksOf(daysScale(String(from), String(until), 0, width), new Say(language), estimate)
    assert.ok(ticks.length > 0, `${from} to ${until}, ${width} px`)
    for (const row of /** @type {const} */ (['label', 'year'])) {
      const shown = ticks.filter((tick) => tick[row])
      shown.forEach((tick, index) => {
        const next = shown[index + 1]
        assert.ok(!next || tick.x + estimate(tick[row], type.small) / 2 < next.x - estimate(next[row], type.small) / 2, `${language}: ${tick[row]} and ${next?.[row]}`)
      })
    }
  }
})

test('words break where they may: nothing is lost, no Chinese mark begins a line, a long word is broken', () => {
  for (const text of ['Networking class with a rather long name', '考试中心与终止事项，需要考试中心资格（尚缺）；补考时间。', 'x'.repeat(80), '1\u00a0×\u00a0125 MOS/MCE 站点包']) {
    for (const width of [40, 90, 200]) {
      const lines = wrap(text, width, estimate)
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''), text)
      for (const line of lines) {
        assert.ok(estimate(line) <= width, `${line} in ${width}`)
        if (width > 40) assert.doesNotMatch(line, /^[，。；：）]/)
      }
    }
  }
})

test('what the cursor says of a day is what the table says', () => {
  for (const { name, view } of views) {
    const chart = balanceChart(view)
    const whole = panelsOf(view)?.panels[0]
    if (!chart || !whole) continue
    const table = read(chart.table())
    const { points } = chart.draw({ width: 806, measure: estimate, open: false })
    assert.ok(points.length >= whole.states.filter(eventful).length, name)
    for (const state of whole.states.filter(eventful)) {
      assert.ok(points.some(({ text }) => text.startsWith(view.say.day(state.day))), `${name}: ${state.day} can be reached`)
      assert.ok(table.includes(view.say.shortDay(state.day)), `${name}: ${state.day} is in the table`)
    }
  }
})

test('what changes the plan most comes first, with both its ends', () => {
  for (const { name, view } of views) {
    const entries = view.comparison?.sensitivity ?? []
    const rows = rowsOf(entries, about(view))
    const reach = rows.map(({ low, high }) => Math.max(Math.abs(low?.by ?? 0), Math.abs(high?.by ?? 0)))
    assert.deepEqual(reach, reach.toSorted((a, b) => b - a), name)
    assert.equal(rows.length, entries.length)
  }
})
