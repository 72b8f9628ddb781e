// Codes in hand against need: how many are usable on each exam day, how many will be needed, how sure that is, and what is lost.
/** @import { View } from '../view.js' */
/** @import { Canvas, Chart, Drawing, Point } from './frame.js' */
/** @import { Pool, State } from './balance-series.js' */
import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { html, nothing, svg } from 'lit'
import { balanceSpan, levelsOf, poolsOf, sourcesOf, statesOf } from './balance-series.js'
import { addDays, axis, axisHeight, daysBetween, daysScale, ticksOf } from './days.js'
import { figureOf, keyOf } from './frame.js'
import { type } from './measure.js'
import { wordsOf } from './words.js'

/** A pool with its days. @typedef {{ pool: Pool, title: string, states: State[] }} Panel */
/** Where a label would stand. @typedef {{ x: number, y: number, width: number }} Box */

/** @param {View} view */
export function balance(view) {
  const chart = balanceChart(view)
  return chart ? html`<section>${figureOf(chart)}</section>` : nothing
}

/** @param {View} view @returns {{ panels: Panel[], span: { from: string, until: string }, chancy: boolean } | undefined} */
export function panelsOf(view) {
  const { agreement } = view
  if (!agreement?.needs.length) return undefined
  const pools = poolsOf(agreement, sourcesOf(agreement, view.input, view.catalogue))
  const [whole] = pools
  if (!whole) return undefined
  const words = wordsOf(view)
  const span = balanceSpan(whole, view.plan?.today ?? '')
  const chancy = agreement.needs.some(({ least, most }) => least.value !== most.value)
  const named = (/** @type {Pool} */ { families, whole }) => (whole && pools.length > 1 ? words.allExams : view.say.all(families.map((family) => view.m.families[family])))
  return { panels: pools.map((pool) => ({ pool, title: named(pool), states: statesOf(pool, span.from) })), span, chancy }
}

/** @param {View} view @returns {Chart | undefined} */
export function balanceChart(view) {
  const found = panelsOf(view)
  if (!found) return undefined
  const { panels, span, chancy } = found
  const words = wordsOf(view)
  const all = panels.flatMap(({ states }) => states)
  const legend = [
    { label: words.usableCodes, mark: svg`<path class="c-usable" d="M0 11h7v-8h11"></path>` },
    { label: words.plannedNeed, mark: svg`<path class="c-need" d="M0 11h9v-7h9"></path><circle class="m-sitting" cx="9" cy="4" r="3"></circle>` },
    { label: words.inHandArea, mark: svg`<rect class="c-hand" x="0" y="1" width="18" height="12"></rect>` },
  ]
  if (chancy) legend.push({ label: words.bandArea, mark: svg`<rect class="c-band" x="0" y="1" width="18" height="12"></rect><path class="c-edge" d="M0 1h18M0 13h18"></path>` }, { label: words.expectedNeed, mark: svg`<path class="c-expected" d="M0 7h18"></path>` })
  if (all.some(({ lost }) => lost)) legend.push({ label: words.lostCodes, mark: svg`<path class="c-lost" d="M9 1v12"></path>` })
  if (all.some(({ uncovered }) => uncovered)) legend.push({ label: words.short, mark: svg`<rect class="c-short" x="0" y="1" width="18" height="12"></rect>` })
  return {
    key: keyOf(view), view, name: words.files.balance, title: words.balance, level: 3,
    description: words.balancePicture(view.say.day(span.from), view.say.day(span.until)),
    caption: view.sentences(words.balanceCaption, chancy ? words.bandCaption : '', panels.length > 1 ? words.poolsCaption : '').join(''),
    legend, draw: (canvas) => drawBalance(view, panels, span, chancy, canvas), table: () => table(view, panels, chancy), printTable: true,
  }
}

/** @param {View} view @param {Panel[]} panels @param {{ from: string, until: string }} span @param {boolean} chancy @param {Canvas} canvas @returns {Drawing} */
function drawBalance(view, panels, span, chancy, canvas) {
  const { width } = canvas
  // The whole across, the parts side by side where there is room.
  const columns = width >= 600 && panels.length > 2 ? 2 : 1
  const gap = 28
  /** @type {{ panel: Panel, x: number, y: number, width: number, height: number }[]} */
  const placed = []
  let y = 0
  let column = 0
  for (const panel of panels) {
    const across = columns === 1 || panel.pool.whole
    const side = across ? width : (width - gap) / 2
    const height = panel.pool.whole ? (width < 480 ? 210 : 240) : 180
    placed.push({ panel, x: across || !column ? 0 : side + gap, y, width: side, height })
    column = across ? 0 : 1 - column
    if (!column) y += height + 18
  }
  const height = Math.max(...placed.map((each) => each.y + each.height))
  const drawn = placed.map((each) => drawPanel(view, each, span, chancy, canvas, panels.length > 1))
  const days = [...new Set(panels.flatMap(({ states }) => states.filter(eventful).map(({ day }) => day)))].toSorted()
  /** @type {Point[]} */
  const points = days.map((day) => ({
    x: drawn[0]?.x(day) ?? 0, y: 0, text: readout(view, panels, day, chancy),
    mark: svg`${drawn.map((each) => svg`<line class="at" x1=${each.x(day)} x2=${each.x(day)} y1=${each.top} y2=${each.bottom}></line>`)}`,
  }))
  return {
    height, picture: svg`${drawn.map((each) => each.picture)}`, points,
    under: (x, y) => {
      const panel = placed.findIndex((each) => x >= each.x && x <= each.x + each.width && y >= each.y && y <= each.y + each.height)
      const at = drawn[panel]
      if (!at) return undefined
      const nearest = days.reduce((best, day) => (Math.abs(at.x(day) - x) < Math.abs(at.x(best) - x) ? day : best), days[0] ?? '')
      return points[days.indexOf(nearest)]
    },
  }
}

/** @param {View} view @param {{ panel: Panel, x: number, y: number, width: number, height: number }} place @param {{ from: string, until: string }} span @param {boolean} chancy @param {Canvas} canvas @param {boolean} titled */
function drawPanel(view, { panel: { title, states }, x: left, y: top, width, height }, { from, until }, chancy, { measure }, titled) {
  const { say } = view
  const words = wordsOf(view)
  const levels = levelsOf(states)
  const most = Math.max(1, ...levels.map((level) => Math.max(level.usable, level.most, level.need)))
  const counts = scaleLinear([0, most], [0, 1]).ticks(3).filter((tick) => Number.isInteger(tick))
  const column = Math.max(...counts.map((tick) => measure(say.count(tick), type.small))) + 10
  const head = titled ? 22 : 6
  // Some days more, so that the last drop is seen, and what stays.
  const end = addDays(until, Math.max(2, Math.ceil(daysBetween(from, until) * 0.05)))
  const days = daysScale(from, end, left + column, left + width - 6)
  const ticks = ticksOf(days, say, measure)
  const foot = axisHeight(ticks) + 4
  const [upper, lower] = [top + head + 12, top + height - foot]
  const y = scaleLinear([0, most], [lower, upper])
  const round = (/** @type {number} */ number) => Math.round(number * 10) / 10
  const steps = [...levels, { .../** @type {typeof levels[number]} */ (levels.at(-1)), day: end }]
  const curve = (/** @type {(level: typeof levels[number]) => number} */ read) => line(/** @type {(level: typeof levels[number]) => number} */ ((level) => days.x(level.day)), (level) => round(y(read(level)))).curve(curveStepAfter).digits(1)(steps)
  const between = (/** @type {(level: typeof levels[number]) => number} */ low, /** @type {(level: typeof levels[number]) => number} */ high) => area(/** @type {(level: typeof levels[number]) => number} */ ((level) => days.x(level.day)), (level) => round(y(low(level))), (level) => round(y(high(level)))).curve(curveStepAfter).digits(1)(steps)
  const today = view.plan?.today ?? ''
  /** @type {Box[]} */
  const boxes = []
  /** The first place of these that is free. @param {string} text @param {string} kind @param {[x: number, y: number, anchor: 'start' | 'end'][]} places */
  const label = (text, kind, places) => {
    const long = measure(text, type.small) * 1.06
    for (const [x, base, anchor] of places) {
      const box = { x: anchor === 'end' ? x - long : x, y: base, width: long }
      const inside = box.x >= left + column - 2 && box.x + long <= left + width && base > top + head + 4 && base <= lower - 2
      if (!inside || boxes.some((each) => box.x < each.x + each.width + 4 && each.x < box.x + long + 4 && Math.abs(each.y - base) < 14)) continue
      boxes.push(box)
      return svg`<text class="value ${kind}" x=${round(x)} y=${round(base)} text-anchor=${anchor}>${text}</text>`
    }
    return nothing
  }
  const short = levels.some((level) => level.usable < level.need)
  const lost = states.filter((state) => state.lost)
  const sittings = states.filter((state) => state.need)
  // On a phone many exam days have room for numbers alone.
  const brief = width < 420 && sittings.length > 3
  const rises = states.filter((state) => state.arrived)
  return {
    x: (/** @type {string} */ day) => days.x(day), top: upper - 8, bottom: lower,
    picture: svg`<g>
      ${titled ? svg`<text class="head" x=${left} y=${top + 13}>${title}</text>` : nothing}
      ${counts.map((count) => svg`<line class="grid" x1=${left + column} x2=${left + width} y1=${round(y(count))} y2=${round(y(count))}></line><text class="tick" x=${left + column - 6} y=${round(y(count)) + 4} text-anchor="end">${say.count(count)}</text>`)}
      ${axis(ticks, days, measure, { y: lower, until: lower + 4, edges: [left, left + width], above: false })}
      <path class="c-hand" d=${between((level) => Math.min(level.need, level.usable), (level) => level.usable)}></path>
      ${chancy ? svg`<path class="c-band" d=${between((level) => level.least, (level) => level.most)}></path><path class="c-edge" d=${curve((level) => level.least)}></path><path class="c-edge" d=${curve((level) => level.most)}></path>` : nothing}
      ${short ? svg`<path class="c-short" d=${between((level) => Math.min(level.need, level.usable), (level) => level.need)}></path>` : nothing}
      ${today > from && today <= end ? svg`<line class="today" x1=${days.x(today)} x2=${days.x(today)} y1=${upper - 8} y2=${lower}></line>` : nothing}
      ${chancy ? svg`<path class="c-expected" d=${curve((level) => level.expected)}></path>` : nothing}
      <path class="c-usable" d=${curve((level) => level.usable)}></path>
      <path class="c-need" d=${curve((level) => level.need)}></path>
      ${lost.map((state) => svg`<path class="c-lost" d="M${days.x(addDays(state.day, 1))} ${round(y(levelAt(levels, state.day).usable))}V${round(y(levelAt(levels, state.day).usable - state.lost))}"></path>`)}
      ${sittings.map((state) => svg`<circle class="m-sitting" cx=${days.x(state.day)} cy=${round(y(state.sum.need))} r="4"></circle>`)}
      ${lost.map((state) => {
        const x = days.x(addDays(state.day, 1))
        const [high, low] = [y(state.sum.usable), y(state.sum.usable - state.lost)]
        const middle = (high + low) / 2 + 4
        return label(words.lostNumber(say.count(state.lost)), 'lost', [...low - high > 18 ? /** @type {[number, number, 'start' | 'end'][]} */ ([[x - 6, middle, 'end'], [x + 6, middle, 'start']]) : [], [x - 2, high - 6, 'end'], [x + 6, high - 6, 'start'], [x - 2, low + 15, 'end']])
      })}
      ${sittings.toReversed().map((state) => {
        const [x, at] = [days.x(state.day), y(state.sum.need)]
        return label(brief ? say.count(state.sum.need) : words.neededNumber(say.count(state.sum.need)), 'need', [[x + 7, at + 16, 'start'], [x + 7, at - 6, 'start'], [x - 7, at - 6, 'end'], [x - 7, at + 16, 'end']])
      })}
      ${rises.map((state) => label(say.count(state.sum.usable), 'usable', [[days.x(state.day) + 4, y(state.sum.usable) - 6, 'start'], [days.x(state.day) - 4, y(state.sum.usable) - 4, 'end']]))}
      <line class="axis-line" x1=${left + column} x2=${left + width} y1=${lower} y2=${lower}></line>
    </g>`,
  }
}

/** @param {{ day: string, usable: number }[]} levels @param {string} day */
const levelAt = (levels, day) => levels.findLast((level) => level.day <= day) ?? { usable: 0 }

/** How a pool stands on a day, whether or not something changes on it. @param {State[]} states @param {string} day */
export function inHandOn(states, day) {
  const state = states.findLast((each) => each.day <= day)
  return state ? state.sum.inHand - (state.day < day ? state.lost : 0) : 0
}

/** Whether anything happens on a day; codes may end without any being lost. @param {State} state */
export const eventful = ({ arrived, need, lost }) => arrived > 0 || need > 0 || lost > 0

/** @param {View} view @param {State} state @param {boolean} chancy */
function events(view, state, chancy) {
  const { say } = view
  const words = wordsOf(view)
  return [
    state.arrived ? words.arrive(say.count(state.arrived), state.arrived) : '',
    state.need ? words.needed(say.count(state.need), state.need) : '',
    state.need && chancy ? words.between(say.count(state.least), say.count(state.most), say.about({ numerator: state.expected, denominator: 1 })) : '',
    state.uncovered ? view.ui.uncovered(say.count(state.uncovered)) : '',
    state.lost ? words.endUnused(say.count(state.lost), state.lost) : '',
  ].filter(Boolean)
}

/** @param {View} view @param {Panel[]} panels @param {string} day @param {boolean} chancy */
function readout(view, panels, day, chancy) {
  const { say } = view
  const words = wordsOf(view)
  const [whole, ...parts] = panels
  const state = whole?.states.find((each) => each.day === day)
  const hand = parts.length ? words.handOf(say.count(inHandOn(whole?.states ?? [], day)), say.list(parts.map(({ title, states }) => words.pair(title, say.count(inHandOn(states, day)))))) : words.hand(say.count(inHandOn(whole?.states ?? [], day)))
  return words.readout(say.day(day), [...state ? events(view, state, chancy) : [], hand])
}

/** Every day of every pool with its numbers. @param {View} view @param {Panel[]} panels @param {boolean} chancy */
function table(view, panels, chancy) {
  const { ui, say } = view
  const words = wordsOf(view)
  const number = (/** @type {string} */ label, /** @type {string} */ text) => html`<td class="number" data-label=${label}>${text}</td>`
  return panels.map(({ title, states }) => html`<table class="stack balance">${panels.length > 1 ? html`<caption>${title}</caption>` : nothing}
    <thead><tr><th scope="col">${ui.day}</th><th scope="col">${ui.event}</th><th scope="col" class="number">${words.usableSoFar}</th><th scope="col" class="number">${words.neededSoFar}</th>
      ${chancy ? html`<th scope="col" class="number">${words.rangeSoFar}</th><th scope="col" class="number">${words.expectedSoFar}</th>` : nothing}<th scope="col" class="number">${words.inHand}</th></tr></thead>
    <tbody>${states.filter(eventful).map((state) => html`<tr><th scope="row" data-label=${ui.day}>${say.shortDay(state.day)}</th>
      <td data-label=${ui.event}><div>${words.events(events(view, state, chancy))}</div></td>
      ${number(words.usableSoFar, say.count(state.sum.usable))}${number(words.neededSoFar, say.count(state.sum.need))}
      ${chancy ? html`${number(words.rangeSoFar, `${say.count(state.sum.least)} – ${say.count(state.sum.most)}`)}${number(words.expectedSoFar, say.about({ numerator: state.sum.expected, denominator: 1 }))}` : nothing}
      ${number(words.inHand, say.count(state.sum.inHand))}</tr>`)}</tbody></table>`)
}
