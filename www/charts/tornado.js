// What the plan depends on most: a bar for every input that changes it, to the left where it costs less, to the right where more.
/** @import { Sensitivity, Value, Variation } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Canvas, Chart, Drawing, Point } from './frame.js' */
import { scaleLinear } from 'd3-scale'
import { nothing, svg } from 'lit'
import { figureOf, keyOf } from './frame.js'
import { hatch } from './marks.js'
import { type, wrap } from './measure.js'
import { wordsOf } from './words.js'

/** @typedef {{ title: string, table: () => unknown, nameOf: (path: string) => string, valueOf: (value: Value) => string, difference: (variation: Variation) => string }} About */
/** An end of an input: its value, by how much it moves what is compared, and all that it changes in words. @typedef {{ value: string, by: number, says: string }} End */
/** @typedef {{ name: string, planned: string, low: End | undefined, high: End | undefined }} Row */

/** @param {View} view @param {Sensitivity[]} entries those that change something @param {About} about */
export function tornado(view, entries, about) {
  return entries.length ? figureOf(tornadoChart(view, entries, about)) : nothing
}

/** Whether money is compared, or where there are no prices, exams. @param {Sensitivity[]} entries */
export const comparesMoney = (entries) => entries.some(({ low, high }) => [low, high].some((end) => typeof end?.difference.charge === 'number'))

/** What moves most first. @param {Sensitivity[]} entries @param {Pick<About, 'nameOf' | 'valueOf' | 'difference'>} about @returns {Row[]} */
export function rowsOf(entries, { nameOf, valueOf, difference }) {
  const money = comparesMoney(entries)
  const end = (/** @type {Variation | null | undefined} */ variation) => (variation
    ? { value: valueOf(variation.value), by: (money ? variation.difference.charge : variation.difference.exams) ?? 0, says: difference(variation) } : undefined)
  return entries.map(({ path, value, low, high }) => ({ name: nameOf(path), planned: valueOf(value), low: end(low), high: end(high) }))
    .toSorted((a, b) => reach(b) - reach(a))
}

/** @param {Row} row */
const reach = ({ low, high }) => Math.max(Math.abs(low?.by ?? 0), Math.abs(high?.by ?? 0))

/** @param {View} view @param {Sensitivity[]} entries @param {About} about @returns {Chart} */
export function tornadoChart(view, entries, about) {
  const words = wordsOf(view)
  const rows = rowsOf(entries, about)
  const money = comparesMoney(entries)
  return {
    key: keyOf(view, view.comparison), view, name: words.files.tornado, title: about.title, level: 0, rows: true,
    description: words.tornadoPicture(view.say.count(rows.length)),
    caption: money ? words.tornadoMoney(view.currency.currency ?? '') : words.tornadoExams,
    legend: [{ label: view.ui.lower, mark: bar('low', 0, 2, 18, 10) }, { label: view.ui.higher, mark: bar('high', 0, 2, 18, 10) }],
    draw: (canvas) => drawTornado(view, rows, money, canvas), table: about.table, printTable: true,
  }
}

/** Lower ends are hatched, higher ones full. @param {'low' | 'high'} end @param {number} x @param {number} y @param {number} width @param {number} height */
const bar = (end, x, y, width, height) => (end === 'low'
  ? svg`<rect class="t-low" x=${x + 0.5} y=${y + 0.5} width=${Math.max(0.5, width - 1)} height=${height - 1}></rect><path class="t-hatch" d=${hatch(x, y, width, height, 4)}></path>`
  : svg`<rect class="t-high" x=${x} y=${y} width=${width} height=${height}></rect>`)

/** @param {View} view @param {Row[]} all @param {boolean} money @param {Canvas} canvas @returns {Drawing} */
function drawTornado(view, all, money, { width, measure, open }) {
  const { say, ui, currency: { places } } = view
  const words = wordsOf(view)
  const rows = open || all.length <= 13 ? all : all.slice(0, 12)
  const written = (/** @type {number} */ by) => (by ? (money ? say.difference(by, { places }) : say.change(by)) : ui.noChange)
  // What changes no money may change the orders: that is said where the bar would be.
  const text = (/** @type {End} */ end) => words.end(end.value, end.by || !end.says ? written(end.by) : end.says)
  const besides = width >= 560
  const column = besides ? Math.round(width * 0.3) : 0
  const labels = (/** @type {(by: number) => boolean} */ side) => Math.max(0, ...rows.flatMap(({ low, high }) => [low, high]).flatMap((end) => (end && side(end.by) ? [measure(text(end), type.small)] : [])))
  const [left, right] = [labels((by) => by < 0), labels((by) => by >= 0)]
  const room = width - column - left - right - 28
  // Where labels leave little room beside the bars, each stands on the free side of the line instead.
  const across = room < 120
  // Where even that is too little, each stands above its bar.
  const over = across && Math.max(left, right) > (width - column) / 2 - 12
  const most = Math.max(1, ...rows.map(reach))
  const least = Math.min(0, ...rows.flatMap(({ low, high }) => [low?.by ?? 0, high?.by ?? 0]))
  const greatest = Math.max(0, ...rows.flatMap(({ low, high }) => [low?.by ?? 0, high?.by ?? 0]))
  const scale = across ? scaleLinear([-most, most], [column + 6, width - 6]) : scaleLinear([least, greatest || (least ? 0 : 1)], [column + left + 14, width - right - 14])
  const zero = Math.round(scale(0)) + 0.5
  const thick = 12
  let y = 4
  /** @type {Point[]} */
  const points = []
  const drawn = rows.map(({ name, planned, low, high }, index) => {
    const start = y
    const lines = wrap(name, besides ? column - 14 : width, measure)
    const planLines = wrap(words.plannedValue(planned), besides ? column - 14 : width, measure, type.small)
    const head = lines.length * 17 + planLines.length * 16
    const top = besides ? start + 4 : start + head + 4
    const ends = /** @type {['low' | 'high', End | undefined][]} */ ([['low', low], ['high', high]])
    let at = top
    const bars = ends.map(([kind, end]) => {
      if (!end) return nothing
      const [x, until] = [Math.min(scale(end.by), zero), Math.max(scale(end.by), zero)]
      const behind = across ? end.by < 0 : end.by >= 0
      const place = across ? zero + (behind ? 6 : -6) : behind ? until + 6 : x - 6
      const words = text(end)
      // Only words that fit where they are asked to stand do; others begin at the edge.
      const fits = measure(words, type.small) <= (behind ? width - place : place - column)
      const made = svg`${end.by ? bar(kind, x, over ? at + 15 : at, until - x, thick) : nothing}
        <text class="date" x=${over ? column : fits ? place : behind ? width : column} y=${at + 10.5} text-anchor=${over || fits === behind ? 'start' : 'end'}>${words}</text>`
      at += over ? (end.by ? 33 : 18) : 18
      return made
    })
    y = Math.max(besides ? start + head + 6 : 0, at + 4) + 6
    points.push({
      x: zero, y: (start + y) / 2, text: words.readout(name, [words.plannedValue(planned), ...low ? [words.end(low.value, low.says || ui.noChange)] : [], ...high ? [words.end(high.value, high.says || ui.noChange)] : []]),
      mark: svg`<rect class="at" x="1" y=${start - 3} width=${width - 2} height=${y - start} rx="3"></rect>`,
    })
    return svg`${index ? svg`<line class="rule" x1="0" x2=${width} y1=${start - 3.5} y2=${start - 3.5}></line>` : nothing}
      ${lines.map((line, at) => svg`<text class="name" x="0" y=${start + 14 + at * 17}>${line}</text>`)}
      ${planLines.map((line, at) => svg`<text class="name sub" x="0" y=${start + 13 + lines.length * 17 + at * 16}>${line}</text>`)}
      ${besides ? nothing : svg`<line class="axis-line" x1=${zero} x2=${zero} y1=${top - 2} y2=${at - 2}></line>`}${bars}`
  })
  return { height: y, picture: svg`${besides ? svg`<line class="axis-line" x1=${zero} x2=${zero} y1="0" y2=${y - 6}></line>` : nothing}${drawn}`, points, hidden: all.length - rows.length }
}
