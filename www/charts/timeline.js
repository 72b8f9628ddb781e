// The plan on a line of time: agreement and terms, orders with what they bring, groups with their exam days, and what ends.
/** @import { Moment, TimelineEntry } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Canvas, Chart, Drawing, Point } from './frame.js' */
/** @import { Days, Tick } from './days.js' */
/** @import { Taken } from './measure.js' */
/** @import { Lane, Section } from './timeline-lanes.js' */
import { html, nothing, svg } from 'lit'
import { axis, axisHeight, dayOfYear, daysScale, ticksOf } from './days.js'
import { figureOf, keyOf } from './frame.js'
import { above, beyond, confirmation, day as dayMark, key as markKey, span } from './marks.js'
import { beside, firstFree, type, wrap } from './measure.js'
import { sectionsOf, spanOf } from './timeline-lanes.js'
import { wordsOf } from './words.js'

/** A lane with its place: its label in lines, and how high it is. @typedef {{ lane: Lane, label: string[], sub: string[], top: number, line: number, height: number, high: boolean }} Placed */

const lineHeight = 17
const plotPadding = 12
/** Where labels stand beside their lanes instead of above them. */
const wide = 520

/** Long spans say their days above themselves: at their ends there is rarely room. @type {ReadonlySet<Moment>} */
const spoken = new Set(/** @type {Moment[]} */ (['agreement', 'term', 'free-vouchers', 'access']))

/** What the picture draws, in the order of its legend. @type {Moment[]} */
const drawn = ['agreement', 'term', 'free-vouchers', 'access', 'order', 'acknowledgement', 'delivery', 'usable', 'preparation', 'latest-start', 'order-by', 'sitting', 'retakes', 'test-centre', 'test-centre-missing', 'exam-ends', 'sale-ends']

/** @param {View} view */
export function timeline(view) {
  const chart = timelineChart(view)
  return chart ? html`<section>${figureOf(chart)}</section>` : nothing
}

/** @param {View} view @returns {Chart | undefined} */
export function timelineChart(view) {
  const { agreement, say } = view
  if (!agreement?.timeline.length) return undefined
  const words = wordsOf(view)
  const { from, until } = spanOf(agreement, view.plan?.today ?? '')
  const present = drawn.filter((moment) => agreement.timeline.some((entry) => entry.moment === moment))
  return {
    key: keyOf(view), view, name: words.files.timeline, title: view.ui.timeline, fileTitle: words.timelineTitle, level: 3,
    description: words.timelinePicture(say.day(from), say.day(until)),
    legend: present.map((moment) => ({ label: moment === 'usable' ? words.usableUntilExpiry : moment === 'acknowledgement' ? words.confirmedBy : view.m.moments[moment], mark: markKey(moment) })),
    draw: (canvas) => drawTimeline(view, canvas),
    table: () => table(view, agreement.timeline),
    printTable: true,
  }
}

/** @param {View} view @param {Canvas} canvas @returns {Drawing} */
export function drawTimeline(view, canvas) {
  const { agreement, say } = view
  const { width, measure } = canvas
  const words = wordsOf(view)
  const sections = sectionsOf(agreement?.timeline ?? [], canvas.open)
  const besides = width >= wide
  const column = besides ? Math.min(Math.round(width * 0.34), Math.ceil(Math.max(...sections.flatMap(({ lanes }) => lanes.flatMap((lane) => Object.values(nameOf(view, lane)).map((text) => measure(text, type.label)))))) + 16) : 0
  const span = spanOf(agreement ?? /** @type {never} */ ({ timeline: [] }), view.plan?.today ?? '')
  const days = daysScale(span.from, span.until, column + plotPadding, width - plotPadding)
  const ticks = ticksOf(days, say, measure)
  const today = view.plan?.today ?? ''
  const hasToday = today >= days.from && today <= days.until
  const top = axisHeight(ticks) + (hasToday ? 18 : 0)
  const { placed, heads, height } = place(view, canvas, sections, column, top + 4)
  const again = height - top > 520
  const full = height + (again ? axisHeight(ticks) : 0)
  const points = pointsOf(view, days, [top, height])
  const todayWidth = measure(view.m.moments.today, type.small)
  return {
    height: full,
    hidden: sections.reduce((sum, { hidden }) => sum + hidden, 0),
    points,
    under: (x, y) => laneAt(view, placed, days, x, y),
    picture: svg`${axis(ticks, days, measure, { y: 0, until: height, edges: [column, width] })}
      ${again ? axis(ticks, days, measure, { y: height, until: height, edges: [column, width], above: false }) : nothing}
      ${hasToday ? svg`<line class="today" x1=${days.x(today)} x2=${days.x(today)} y1=${top - 2} y2=${height}></line>` : nothing}
      ${heads.map(({ text, y, rest }) => svg`<line class="rule" x1="0" x2=${width} y1=${y - 18.5} y2=${y - 18.5}></line><text class="head" x="0" y=${y}>${text}${rest ? svg`<tspan class="soft"> ${rest}</tspan>` : nothing}</text>`)}
      ${placed.map((each) => drawLane(view, each, days, canvas, besides ? column : 0))}
      ${hasToday ? svg`<text class="today" text-anchor="middle" x=${Math.min(Math.max(days.x(today), column + todayWidth / 2), width - todayWidth / 2)} y=${top - 6}>${view.m.moments.today}</text>` : nothing}`,
  }
}

/** Lanes below one another, each under the head of its section. @param {View} view @param {Canvas} canvas @param {Section[]} sections @param {number} column @param {number} start */
export function place(view, { measure, width }, sections, column, start) {
  const titles = wordsOf(view)
  /** @type {Placed[]} */
  const placed = []
  const heads = []
  let y = start
  for (const { name, lanes, hidden } of sections) {
    y += 28
    heads.push({ text: titles.sections[name], y: y - 8, rest: hidden ? titles.andMore(view.say.count(hidden)) : '' })
    for (const lane of lanes) {
      const { text, sub } = nameOf(view, lane)
      const room = column ? column - 12 : width
      const [label, below] = [wrap(text, room, measure), sub ? wrap(sub, room, measure, type.small) : []]
      const high = lane.entries.some(({ moment }) => above.has(moment) || spoken.has(moment))
      const bars = high ? 32 : 20
      const written = label.length * lineHeight + below.length * 15
      const height = column ? Math.max(bars, written + 4) : written + bars + 2
      // Beside its label a line is level with the first line of it.
      const line = column ? (high ? 22 : 10) : written + (high ? 23 : 11)
      placed.push({ lane, label, sub: below, top: y, line: y + line, height, high })
      y += height + (column ? 4 : 6)
    }
    y += 4
  }
  return { placed, heads, height: y + 4 }
}

/** What a lane is about, and of what it is a part. @param {View} view @param {Lane} lane @returns {{ text: string, sub: string }} */
export function nameOf(view, { of, line, entries }) {
  const moment = entries[0]?.moment ?? 'agreement'
  const order = view.agreement?.lines.find(({ id }) => id === line)
  if (order) return { text: `${view.say.count(order.units.value)}\u00a0×\u00a0${view.names.product(order.product)}`, sub: '' }
  if (moment === 'agreement') return { text: view.ui.labelled(view.m.moments.agreement, view.names.programme(view.agreement?.programme ?? '')), sub: '' }
  if (moment === 'term' || moment === 'free-vouchers') return { text: view.m.moments[moment], sub: '' }
  const [group = '', certification] = of.split('/')
  if (certification) return { text: view.names.group(group), sub: shortCertification(view.names.certification(certification)) }
  const name = view.names.of(of)
  return name && name !== view.m.moments[moment] ? { text: name, sub: '' } : { text: view.m.moments[moment], sub: '' }
}

/** `Microsoft Certified: Azure Administrator Associate` without what all of them have. @param {string} name */
const shortCertification = (name) => name.replace(/^[^:：]*[:：]\s*/, '')

/** @param {View} view @param {Placed} placed @param {Days} days @param {Canvas} canvas @param {number} column */
function drawLane(view, { lane, label, sub, top, line, high }, days, { measure, width }, column) {
  const upper = line - 14
  const { marks, labels } = layout(view, lane, days, { measure, width })
  return svg`<g class="lane">
    ${label.map((text, index) => svg`<text class="name" x="0" y=${top + (column && high && !index && label.length + sub.length === 1 ? 20 : 13) + index * lineHeight}>${text}</text>`)}
    ${sub.map((text, index) => svg`<text class="name sub" x="0" y=${top + 12 + label.length * lineHeight + index * 15}>${text}</text>`)}
    <line class="lane-line" x1=${days.left - plotPadding} x2=${days.right + plotPadding} y1=${line} y2=${line}></line>
    ${marks.map(({ moment, x, until, beyondLeft, beyondRight }) => svg`${
      moment === 'acknowledgement' ? confirmation(x, until, upper)
        : until > x ? span(moment, x, until, line) : dayMark(moment, x, above.has(moment) ? upper : line)}${
      beyondLeft ? beyond(days.left - plotPadding + 1, line, false) : nothing}${beyondRight ? beyond(days.right + plotPadding - 1, line, true) : nothing}`)}
    ${labels.map(({ text, x, anchor, upper: isUpper }) => svg`<text class="date" x=${x} y=${(isUpper ? upper : line) + 4} text-anchor=${anchor}>${text}</text>`)}
  </g>`
}

/** @typedef {{ moment: Moment, x: number, until: number, beyondLeft: boolean, beyondRight: boolean }} Mark */

/**
 * Marks of a lane, and beside them the days that find room: no label covers a mark or another label.
 * @param {View} view @param {Lane} lane @param {Days} days @param {Pick<Canvas, 'measure' | 'width'>} canvas
 */
export function layout(view, lane, days, { measure, width }) {
  const { say } = view
  const order = (/** @type {TimelineEntry} */ { moment }) => drawn.indexOf(moment)
  /** @type {Mark[]} */
  const marks = []
  /** @type {Record<'upper' | 'lower', Taken[]>} */
  const taken = { upper: [], lower: [] }
  /** @type {{ text: string, mark: Taken, row: 'upper' | 'lower', over: 'start' | 'end' | '', before: boolean, rank: number }[]} */
  const wishes = []
  // Days lie on top of spans.
  const sorted = lane.entries.toSorted((a, b) => Number(a.from === a.until) - Number(b.from === b.until) || order(a) - order(b))
  for (const entry of sorted) {
    const { moment, from, until } = entry
    const [beyondLeft, beyondRight] = [from < days.from, until > days.until]
    const inside = (/** @type {string} */ day) => (day < days.from ? days.left : day > days.until ? days.right : days.x(day))
    const out = until < days.from || from > days.until
    const single = from === until && !out
    const x = inside(from)
    // A span reaches to the end of its last day.
    const end = single ? x : out ? x : Math.min(days.right + plotPadding - 1, Math.max(inside(until), x + 2))
    const row = above.has(moment) ? 'upper' : 'lower'
    const half = single ? 7 : 0
    // What lies outside stands at the edge, with an arrow that points there.
    const later = from > days.until
    const edge = later ? days.right - 5 : days.left + 5
    const mark = out ? { from: later ? edge - 7 : edge - plotPadding - 5, to: later ? edge + plotPadding + 5 : edge + 7 } : { from: x - half, to: end + half }
    taken[row].push(mark)
    marks.push(out ? { moment, x: edge, until: edge, beyondLeft, beyondRight } : { moment, x, until: end, beyondLeft, beyondRight })
    const text = labelOf(say, entry, out || beyondLeft || beyondRight)
    if (text) wishes.push({ text, mark, row, over: spoken.has(moment) ? 'start' : moment === 'usable' ? 'end' : '', before: moment === 'order', rank: ['order', 'sitting', 'usable', 'test-centre-missing'].indexOf(moment) })
  }
  const room = { from: days.left - plotPadding, to: width }
  const labels = wishes.toSorted((a, b) => Number(a.rank < 0) - Number(b.rank < 0) || a.rank - b.rank).flatMap(({ text, mark, row, over, before }) => {
    const length = measure(text, type.small)
    const found = over ? undefined : beside(taken[row], mark, length, room, before)
    if (found) return [{ text, upper: row === 'upper', ...found }]
    if (row === 'upper' && !over) return []
    // Above what it belongs to, from its start or up to its end.
    const from = Math.max(room.from, over === 'start' ? Math.min(mark.from, room.to - length) : mark.to - length)
    const above = firstFree(taken.upper, [{ from, to: from + length, x: from, anchor: 'start' }], room)
    return above ? [{ text, upper: true, ...above }] : []
  })
  return { marks, labels }
}

/** What stands beside a mark: its day, or both days of a span whose ends matter. @param {View['say']} say @param {TimelineEntry} entry @param {boolean} far */
function labelOf(say, { moment, from, until }, far) {
  const write = (/** @type {string} */ each) => (far || moment !== 'usable' && from.slice(0, 4) !== until.slice(0, 4) ? say.shortDay(each) : dayOfYear(say, each))
  switch (moment) {
    case 'preparation': case 'delivery': case 'retakes': case 'acknowledgement': return ''
    case 'agreement': case 'term': case 'free-vouchers': case 'access': return `${write(from)} – ${write(until)}`
    case 'usable': return write(until)
    default: return write(from)
  }
}

/** What concerns nobody alone. @type {ReadonlySet<Moment>} */
const general = new Set(/** @type {Moment[]} */ (['agreement', 'term', 'free-vouchers', 'today']))

/** What an entry says on the day it starts or ends. @param {View} view @param {TimelineEntry} entry @param {string} on */
function eventOf(view, entry, on) {
  const words = wordsOf(view)
  const what = view.m.moments[entry.moment]
  const whose = general.has(entry.moment) ? '' : concerns(view, entry)
  const text = whose ? words.of(what, whose) : what
  return entry.from === entry.until ? text : on === entry.from ? words.untilDay(text, view.say.shortDay(entry.until)) : words.lastDay(text)
}

/** @param {View} view @param {TimelineEntry} entry */
function concerns(view, entry) {
  const { text, sub } = nameOf(view, { of: entry.of, line: entry.line, entries: [entry] })
  return sub ? `${text} · ${sub}` : text
}

/** The same where the table, or a file made of it, has a column for it. @param {View} view @param {TimelineEntry} entry */
export function concernsInTable(view, entry) {
  if (entry.moment === 'agreement') return view.names.programme(view.agreement?.programme ?? '')
  return general.has(entry.moment) ? '' : concerns(view, entry)
}

/** Every day on which something begins or ends, with all that does. @param {View} view @param {Days} days @param {[number, number]} rows @returns {Point[]} */
function pointsOf(view, days, [top, height]) {
  /** @type {Map<string, TimelineEntry[]>} */
  const byDay = new Map()
  for (const entry of view.agreement?.timeline ?? []) {
    for (const on of new Set([entry.from, entry.until])) if (on >= days.from && on <= days.until) byDay.set(on, [...byDay.get(on) ?? [], entry])
  }
  const words = wordsOf(view)
  const shown = 4
  return [...byDay.keys()].toSorted().map((on) => {
    const all = byDay.get(on) ?? []
    const said = all.slice(0, shown).map((entry) => eventOf(view, entry, on))
    if (all.length > shown) said.push(words.andMore(view.say.count(all.length - shown)))
    const x = days.x(on)
    return { x, y: top, text: words.readout(view.say.day(on), said), mark: svg`<line class="at" x1=${x} x2=${x} y1=${top - 4} y2=${height}></line><circle class="at" cx=${x} cy=${top - 4} r="4"></circle>` }
  })
}

/** The thing of a lane nearest to a pointer. @param {View} view @param {Placed[]} placed @param {Days} days @param {number} x @param {number} y @returns {Point | undefined} */
function laneAt(view, placed, days, x, y) {
  const found = placed.find(({ top, height }) => y >= top && y < top + height + 4)
  if (!found) return undefined
  const inside = (/** @type {string} */ on) => Math.min(days.right, Math.max(days.left, days.x(on)))
  const far = (/** @type {TimelineEntry} */ { from, until }) => Math.max(inside(from) - x, x - inside(until), 0)
  const upper = y < found.line - 7 && found.high
  const candidates = found.lane.entries.filter(({ moment }) => upper === above.has(moment))
  const all = candidates.length ? candidates : found.lane.entries
  // Of those that cover the place, the shortest is meant.
  const [entry] = all.toSorted((a, b) => far(a) - far(b) || Date.parse(a.until) - Date.parse(a.from) - Date.parse(b.until) + Date.parse(b.from))
  if (!entry) return undefined
  const row = above.has(entry.moment) ? found.line - 14 : found.line
  const [from, until] = [inside(entry.from), inside(entry.until)]
  return { x: from, y: row, text: entrySentence(view, entry), mark: svg`<rect class="at" x=${from - 9} y=${row - 9} width=${until - from + 18} height="18" rx="3"></rect>` }
}

/** @param {View} view @param {TimelineEntry} entry */
function entrySentence(view, entry) {
  const { say } = view
  const span = entry.from === entry.until ? say.day(entry.from) : `${say.day(entry.from)} – ${say.day(entry.until)}`
  return wordsOf(view).readout(concerns(view, entry), [view.ui.labelled(view.m.moments[entry.moment], span)])
}

/** The picture in words, with what has no room in it. @param {View} view @param {TimelineEntry[]} entries */
function table(view, entries) {
  const { ui, say, m } = view
  const sorted = entries.toSorted((a, b) => a.from.localeCompare(b.from) || a.until.localeCompare(b.until))
  return html`<table class="stack"><thead><tr><th scope="col">${ui.day}</th><th scope="col">${ui.event}</th><th scope="col">${ui.concerns}</th></tr></thead>
    <tbody>${sorted.map((entry) => html`<tr>
      <td data-label=${ui.day}>${say.shortDay(entry.from)}${entry.from === entry.until ? nothing : html` ${ui.until} ${say.shortDay(entry.until)}`}</td>
      <th scope="row" data-label=${ui.event}>${m.moments[entry.moment]}</th>
      <td data-label=${ui.concerns}>${concernsInTable(view, entry) || '–'}</td></tr>`)}</tbody></table>`
}
