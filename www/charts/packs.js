// What packs are used for and what of them is lost: a bar for every way to buy, or for every order where days share packs.
/** @import { Family, OrderLine, PackChoice, PackRow } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Canvas, Chart, Drawing, Point } from './frame.js' */
import { scaleLinear } from 'd3-scale'
import { html, nothing, svg } from 'lit'
import { figureOf, keyOf } from './frame.js'
import { hatch } from './marks.js'
import { type, wrap } from './measure.js'
import { wordsOf } from './words.js'

/** A bar: so many exams for each family, and so many for nobody. Where it is unknown which families, `used` says how many in all. @typedef {{ parts: { family: Family, exams: number }[], used: number, unused: number, exams: number }} Bar */

const barHeight = 20

/**
 * The picture of one choice, and its table.
 * @param {View} view @param {PackChoice} choice @param {{ title: string, name: string, table: () => unknown, verdict: (row: PackRow) => string }} about
 */
export function packMix(view, choice, about) {
  return figureOf(packChart(view, choice, about))
}

/** @param {View} view @param {PackChoice} choice @param {{ title: string, name: string, table: () => unknown, verdict: (row: PackRow) => string }} about @returns {Chart} */
export function packChart(view, choice, { title, name, table, verdict }) {
  const words = wordsOf(view)
  const bars = barsOf(view, choice, verdict)
  const families = familiesOf(choice, bars.map(({ bar }) => bar))
  const legend = families.map((family, index) => ({ label: words.usedFor(view.m.families[family]), mark: segment(index, 0, 1, 18, 12) }))
  if (bars.some(({ bar }) => bar.used && !bar.parts.length)) legend.push({ label: words.used, mark: segment(0, 0, 1, 18, 12) })
  if (bars.some(({ bar }) => bar.unused)) legend.push({ label: words.unused, mark: unusedBox(0, 1, 18, 12) })
  return {
    key: keyOf(view, choice), view, title, name, level: 0, rows: true,
    description: words.packsPicture(view.say.count(bars.length)), legend,
    table: () => html`${choice.rows.length === 1 || families.length > 1 ? barsTable(view, bars, families) : nothing}${table()}`,
    draw: (canvas) => drawPacks(view, bars, families, canvas),
  }
}

/** What each bar says, in numbers. @param {View} view @param {Row[]} rows @param {Family[]} families */
function barsTable(view, rows, families) {
  const { ui, say, m } = view
  const words = wordsOf(view)
  const cell = (/** @type {string} */ label, /** @type {number} */ exams) => html`<td class="number" data-label=${label}>${say.count(exams)}</td>`
  return html`<table class="stack bars"><thead><tr><th scope="col">${ui.order}</th><th scope="col" class="number">${ui.exam}</th>
    ${families.map((family) => html`<th scope="col" class="number">${words.usedFor(m.families[family])}</th>`)}<th scope="col" class="number">${ui.unused}</th></tr></thead>
    <tbody>${rows.map(({ label, bar }) => html`<tr><th scope="row" data-label=${ui.order}>${label}</th>${cell(ui.exam, bar.exams)}
      ${families.map((family) => (bar.parts.length || !bar.used ? cell(words.usedFor(m.families[family]), bar.parts.find((part) => part.family === family)?.exams ?? 0) : html`<td class="number" data-label=${words.usedFor(m.families[family])}>–</td>`))}
      ${cell(ui.unused, bar.unused)}</tr>`)}</tbody></table>`
}

/** Families that bars show, what is needed most first. @param {PackChoice} choice @param {Bar[]} bars */
const familiesOf = ({ needs }, bars) => needs.toSorted((a, b) => b.exams - a.exams).map(({ family }) => family).filter((family) => bars.some(({ parts }) => parts.some((part) => part.family === family)))

/** @typedef {{ label: string, chosen: boolean, note: string, bar: Bar }} Row */

/** A row for each way to buy; where there is only one for several days, a row for each order in it. @param {View} view @param {PackChoice} choice @param {(row: PackRow) => string} verdict @returns {Row[]} */
export function barsOf(view, choice, verdict) {
  const [only] = choice.rows
  if (choice.rows.length === 1 && only?.units.length) {
    const days = new Set(only.units.map(({ day }) => day))
    return only.units.map((units) => {
      const bar = barOfLine(view, choice, units)
      const label = `${view.say.count(units.units)}\u00a0×\u00a0${view.names.product(units.product)}`
      return { label: days.size > 1 && units.day ? view.ui.onDay(label, view.say.shortDay(units.day)) : label, chosen: false, note: only.units.length > 1 ? '' : noteOf(view, only, ''), bar }
    })
  }
  const bars = choice.rows.map((row) => barOfRow(choice, row))
  // Bars beside each other say the same: for which families only where all of them can say it.
  const split = bars.every(({ parts, used }) => parts.length || !used)
  return choice.rows.map((row, index) => ({
    label: view.unitsText(row.units), chosen: row.verdict.kind === 'chosen' && choice.rows.length > 1,
    note: noteOf(view, row, choice.rows.length > 1 && row.verdict.kind !== 'chosen' ? verdict(row) : ''),
    bar: { .../** @type {Bar} */ (bars[index]), ...split ? {} : { parts: [] } },
  }))
}

/** What it costs, and what it loses by. @param {View} view @param {PackRow} row @param {string} verdict */
const noteOf = (view, { charge }, verdict) => [typeof charge === 'number' ? view.say.money(charge, view.currency) : '', verdict].filter(Boolean).join(' · ')

/** A way that covers all that is needed uses so much for each family; one that covers less does not say for which. @param {PackChoice} choice @param {PackRow} row @returns {Bar} */
export function barOfRow({ needs }, { exams, unused }) {
  const used = exams - unused
  const all = needs.reduce((sum, each) => sum + each.exams, 0)
  return { parts: used === all ? needs.map(({ family, exams: number }) => ({ family, exams: number })) : [], used, unused, exams }
}

/** What of an order this choice uses: the needs it covers, on its days, at its site. @param {View} view @param {PackChoice} choice @param {{ product: string, day?: string | null, units: number }} units @returns {Bar} */
export function barOfLine(view, choice, { product, day, units }) {
  const line = lineOf(view, product, day)
  const exams = units * (line?.examsPerUnit?.value ?? 0)
  /** @type {Map<Family, number>} */
  const parts = new Map()
  for (const need of view.agreement?.needs ?? []) {
    if (choice.site && need.site !== choice.site || !choice.sittings.includes(need.sitting)) continue
    for (const { kind, id, exams: number } of need.coveredBy) if (kind === 'bought' && id === line?.id) parts.set(need.family, (parts.get(need.family) ?? 0) + number)
  }
  const used = [...parts.values()].reduce((a, b) => a + b, 0)
  return { parts: choice.needs.flatMap(({ family }) => (parts.get(family) ? [{ family, exams: parts.get(family) ?? 0 }] : [])), used, unused: exams - used, exams }
}

/** @param {View} view @param {string} product @param {string | null | undefined} day @returns {OrderLine | undefined} */
const lineOf = (view, product, day) => view.agreement?.lines.find((line) => line.product === product && (!day || line.orderDay.value === day))

/** A part of a bar that is used. Families differ by their pattern. @param {number} index @param {number} x @param {number} y @param {number} width @param {number} height */
function segment(index, x, y, width, height) {
  const lines = [
    '', hatch(x, y, width, height, 7), hatch(x, y, width, height, 7, 'falling'),
    Array.from({ length: Math.floor(width / 4) }, (_, at) => `M${x + 2 + at * 4} ${y}v${height}`).join(''),
    Array.from({ length: Math.floor(height / 4) }, (_, at) => `M${x} ${y + 2 + at * 4}h${width}`).join(''),
  ][index % 5]
  return svg`<rect class="b-used${index ? ' pale' : ''}" x=${x} y=${y} width=${width} height=${height}></rect>${lines ? svg`<path class="b-hatch" d=${lines}></path>` : nothing}`
}

/** @param {number} x @param {number} y @param {number} width @param {number} height */
const unusedBox = (x, y, width, height) => svg`<rect class="b-unused" x=${x + 0.75} y=${y + 0.75} width=${Math.max(width - 1.5, 0.5)} height=${height - 1.5}></rect>`

/** @param {View} view @param {Row[]} all @param {Family[]} families @param {Canvas} canvas @returns {Drawing} */
function drawPacks(view, all, families, { width: whole, measure, open }) {
  // The frame of the cursor stands clear of words.
  const width = whole - 8
  const { say, m, ui } = view
  const words = wordsOf(view)
  const rows = open || all.length <= 11 ? all : all.slice(0, 10)
  const endText = (/** @type {Bar} */ bar) => words.exams(say.count(bar.exams), bar.exams)
  const ends = Math.max(...rows.map(({ bar }) => measure(endText(bar), type.label))) + 8
  const scale = scaleLinear([0, Math.max(1, ...rows.map(({ bar }) => bar.exams))], [0, Math.max(60, width - ends - 10)])
  let y = 2
  /** @type {Point[]} */
  const points = []
  const drawn = rows.map(({ label, chosen, note, bar }) => {
    const name = chosen ? `${label} · ${ui.thisPlan}` : label
    // Bold words are wider than measured.
    const long = chosen ? 1.15 : 1
    const beside = note && measure(name) * long + measure(note) + 24 <= width - 10
    const lines = wrap(name, (width - 10) / long, measure)
    const notes = note ? beside ? [note] : wrap(note, width - 10, measure) : []
    const start = y
    const top = y + lines.length * 18 + (beside ? 0 : notes.length * 17) + 4
    /** @type {unknown[]} */
    const segments = []
    let x = 10
    const put = (/** @type {number} */ exams, /** @type {string} */ text, /** @type {number} */ index) => {
      const length = scale(exams)
      const box = { x: Math.round(x * 10) / 10, width: Math.max(1, Math.round((length - (length > 4 ? 1 : 0)) * 10) / 10) }
      const fits = [text, say.count(exams)].find((each) => measure(each, type.small) + 10 <= length)
      segments.push(svg`${index < 0 ? unusedBox(box.x, top, box.width, barHeight) : segment(index, box.x, top, box.width, barHeight)}
        ${fits ? svg`<text class=${index < 0 ? 'in lost' : index ? 'in pale' : 'in'} x=${box.x + box.width / 2} y=${top + 14.5} text-anchor="middle">${fits}</text>` : nothing}`)
      x += length
    }
    if (bar.parts.length) for (const { family, exams } of bar.parts) put(exams, ui.needOf(say.count(exams), m.families[family]), families.indexOf(family))
    else if (bar.used) put(bar.used, words.usedNumber(say.count(bar.used)), 0)
    if (bar.unused > 0) put(bar.unused, words.unusedNumber(say.count(bar.unused)), -1)
    y = top + barHeight + 14
    const parts = bar.parts.length ? bar.parts.map(({ family, exams }) => ui.needOf(say.count(exams), m.families[family])) : bar.used ? [words.usedNumber(say.count(bar.used))] : []
    points.push({
      x: 0, y: (start + y) / 2, text: words.readout(name, [endText(bar), ...parts, words.unusedNumber(say.count(bar.unused)), ...note ? [note] : []]),
      mark: svg`<rect class="at" x="4" y=${start - 1} width=${width + 3} height=${y - start - 4} rx="3"></rect>`,
    })
    return svg`${chosen ? svg`<rect class="b-chosen" x="0" y=${start + 2} width="3" height=${y - start - 14}></rect>` : nothing}
      ${lines.map((text, index) => svg`<text class=${chosen ? 'name strong' : 'name'} x="10" y=${start + 14 + index * 18}>${text}</text>`)}
      ${notes.map((text, index) => svg`<text class="name sub" x=${beside ? width : 10} text-anchor=${beside ? 'end' : 'start'} y=${beside ? start + 14 : start + 14 + lines.length * 18 + index * 17}>${text}</text>`)}
      ${segments}<text class="name number" x=${10 + scale(bar.exams) + 8} y=${top + 14.5}>${endText(bar)}</text>`
  })
  return { height: y, picture: svg`${drawn}`, points, hidden: all.length - rows.length }
}
