// The plan on a line of time: agreement, terms, preparation, orders, deliveries, exam days, expiry. And the same as a table.
/** @import { Moment, TimelineEntry } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing, svg } from 'lit'

/** A row of the picture. @typedef {{ label: string, entries: TimelineEntry[] }} Lane */
/** Days as a part of the picture's width, in per cent. @typedef {{ x: (day: string) => number, ticks: string[] }} Scale */

const laneHeight = 42
const top = 26
const dayLength = 86_400_000

/** Moments that share a lane by what they belong to, in the order of lanes. @type {Moment[][]} */
const lanes = [['agreement'], ['term'], ['free-vouchers'], ['order', 'acknowledgement', 'invoice', 'delivery', 'usable', 'access'], ['preparation', 'sitting', 'retakes', 'latest-start', 'order-by'], ['test-centre', 'test-centre-missing'], ['exam-ends', 'sale-ends']]
/** Ends that may lie years ahead would squeeze the rest; they are drawn where they fall inside. @type {Moment[]} */
const outside = ['exam-ends', 'sale-ends', 'test-centre', 'latest-start', 'order-by']
/** On the day of the order or near it: they would cover it, and stand in the table. @type {Moment[]} */
const unseen = ['acknowledgement', 'invoice', 'order-by']

/** @param {View} view */
export function timeline(view) {
  const { ui, agreement } = view
  const entries = agreement?.timeline ?? []
  if (!entries.length) return nothing
  const inside = entries.filter(({ moment }) => !outside.includes(moment))
  const first = inside.reduce((day, { from }) => (from < day ? from : day), inside[0]?.from ?? '')
  const last = inside.reduce((day, { until }) => (until > day ? until : day), inside[0]?.until ?? '')
  const rows = lanesOf(view, entries.filter(({ moment, from }) => !unseen.includes(moment) && (!outside.includes(moment) || (from >= first && from <= last))))
  const scale = scaleOf(first, last)
  const height = top + rows.length * laneHeight + 6
  const today = view.plan?.today ?? ''
  const description = ui.timelinePicture(view.say.day(first), view.say.day(last))
  return html`<section><h3>${ui.timeline}</h3>
    <figure class="timeline">
      <svg role="img" aria-label=${description} width="100%" height=${height}>
        ${scale.ticks.map((tick) => svg`<line class="grid" x1="${scale.x(tick)}%" x2="${scale.x(tick)}%" y1="18" y2=${height}></line>
          <text class="tick" x="${scale.x(tick)}%" y="12">${view.say.tick(tick)}</text>`)}
        ${today >= first && today <= last ? svg`<line class="today" x1="${scale.x(today)}%" x2="${scale.x(today)}%" y1="18" y2=${height}></line>
          <text class="today" x="${scale.x(today)}%" y=${height - 1} dx=${scale.x(today) > 80 ? -4 : 4} text-anchor=${scale.x(today) > 80 ? 'end' : 'start'}>${view.m.moments.today}</text>` : nothing}
        ${rows.map((lane, index) => laneOf(view, lane, scale, top + index * laneHeight))}
      </svg>
      <ul class="legend" aria-hidden="true">${/** @type {Moment[]} */ (['preparation', 'latest-start', 'order', 'delivery', 'usable', 'sitting', 'retakes', 'test-centre', 'test-centre-missing']).filter((moment) => entries.some((entry) => entry.moment === moment)).map((moment) => html`<li><svg width="18" height="14">${mark(moment)}</svg>${view.m.moments[moment]}</li>`)}</ul>
    </figure>
    <details><summary>${ui.asTable}</summary>${table(view, entries)}</details>
  </section>`
}

/** @param {View} view @param {TimelineEntry[]} entries @returns {Lane[]} */
function lanesOf(view, entries) {
  return lanes.flatMap((moments) => {
    /** @type {Map<string, TimelineEntry[]>} */
    const byOwner = new Map()
    for (const entry of entries.filter(({ moment }) => moments.includes(moment))) {
      const owner = entry.line ?? entry.of
      byOwner.set(owner, [...byOwner.get(owner) ?? [], entry])
    }
    return [...byOwner.values()].map((members) => ({ label: labelOf(view, members), entries: members }))
  })
}

/** @param {View} view @param {TimelineEntry[]} members */
function labelOf(view, members) {
  const [first] = members
  if (!first) return ''
  const line = view.agreement?.lines.find(({ id }) => id === first.line)
  if (line) return `${view.say.count(line.units.value)} × ${view.names.product(line.product)}`
  if (first.moment === 'agreement') return `${view.m.moments.agreement} ${view.names.programme(view.agreement?.programme ?? '')}`
  if (['term', 'free-vouchers'].includes(first.moment)) return view.m.moments[first.moment]
  if (['preparation', 'sitting', 'retakes', 'latest-start', 'order-by'].includes(first.moment)) return view.names.of(first.of).replace(/ · [^·]*: /, ' · ')
  const name = view.names.of(first.of)
  return name ? `${view.m.moments[first.moment]} · ${name}` : view.m.moments[first.moment]
}

/** @param {View} view @param {Lane} lane @param {Scale} scale @param {number} y */
function laneOf(view, lane, scale, y) {
  const title = (/** @type {TimelineEntry} */ { moment, from, until }) => `${view.m.moments[moment]}: ${view.say.day(from)}${from === until ? '' : ` – ${view.say.day(until)}`}`
  const start = Math.min(...lane.entries.map(({ from }) => scale.x(from)))
  const end = Math.max(...lane.entries.map(({ until }) => scale.x(until)))
  const right = start > 55
  // Near its bar where there is room, at the edge on a phone: the style sheet shows one of them.
  return svg`<g>
    <text class="lane far" x="0" y=${y + 12}>${lane.label}</text>
    <text class="lane near" x="${right ? Math.max(end, 90) : Math.max(0, start)}%" y=${y + 12} text-anchor=${right ? 'end' : 'start'}>${lane.label}</text>
    ${lane.entries.map((entry) => {
      const x = scale.x(entry.from)
      const width = scale.x(entry.until) - x
      return entry.from === entry.until
        ? svg`<svg x="${x}%" y=${y + 18} overflow="visible"><g transform="translate(-9 0)">${mark(entry.moment)}<title>${title(entry)}</title></g></svg>`
        : svg`<rect class="span ${entry.moment}" x="${x}%" width="${width}%" style="width: max(10px, ${width}%)" y=${y + (entry.moment === 'delivery' ? 21 : 22)} height=${entry.moment === 'delivery' ? 10 : 8} rx="1"><title>${title(entry)}</title></rect>
          ${entry.moment === 'usable' ? svg`<rect class="expiry" x="${x + width}%" y=${y + 18} width="2.5" height="16"></rect>` : nothing}`
    })}
  </g>`
}

/** Shapes differ as well as colours. @param {Moment} moment */
function mark(moment) {
  switch (moment) {
    case 'order': return svg`<rect class="order" x="4" y="2" width="10" height="10"></rect>`
    case 'sitting': return svg`<circle class="sitting" cx="9" cy="7" r="6"></circle>`
    case 'exam-ends': case 'sale-ends': case 'test-centre-missing': return svg`<path class="expiry" d="M4 2 L14 12 M14 2 L4 12"></path>`
    case 'retakes': return svg`<rect class="retakes" x="0" y="4" width="18" height="6"></rect>`
    case 'latest-start': return svg`<path class="sitting" d="M5 1 L14 7 L5 13 Z"></path>`
    case 'preparation': return svg`<rect class="preparation" x="0" y="3" width="18" height="8"></rect>`
    case 'usable': return svg`<rect class="usable" x="0" y="3" width="18" height="8"></rect><rect class="expiry" x="15.5" y="0" width="2.5" height="14"></rect>`
    case 'delivery': return svg`<rect class="delivery" x="2" y="2" width="14" height="10"></rect>`
    default: return svg`<path class="order" d="M9 1 L15 7 L9 13 L3 7 Z"></path>`
  }
}

/** @param {string} first @param {string} last @returns {Scale} */
function scaleOf(first, last) {
  const [start, end] = [Date.parse(first), Date.parse(last)]
  // A day of margin, so that marks on the first and last day are not cut.
  const margin = (end - start) * 0.02 + dayLength
  const x = (/** @type {string} */ day) => Math.round(((Date.parse(day) - start + margin) / (end - start + 2 * margin)) * 10_000) / 100
  const [year = 0, month = 1] = first.split('-').map(Number)
  const months = Math.max(1, Math.ceil((end - start) / (30.4 * dayLength)))
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 600].find((each) => months / each <= 5) ?? 1200
  const ticks = []
  for (let at = Math.ceil(month / step) * step; at <= month + months; at += step) {
    const tick = `${String(year + Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
    if (tick > first && tick < last && x(tick) > 4 && x(tick) < 96) ticks.push(tick)
  }
  return { x, ticks }
}

/** The picture in words. @param {View} view @param {TimelineEntry[]} entries */
function table(view, entries) {
  const { ui, say, m } = view
  const sorted = entries.toSorted((a, b) => a.from.localeCompare(b.from) || a.until.localeCompare(b.until))
  return html`<table class="stack"><thead><tr><th scope="col">${ui.day}</th><th scope="col">${ui.event}</th><th scope="col">${ui.concerns}</th></tr></thead>
    <tbody>${sorted.map((entry) => html`<tr>
      <td data-label=${ui.day}>${say.shortDay(entry.from)}${entry.from === entry.until ? nothing : html` ${ui.until} ${say.shortDay(entry.until)}`}</td>
      <th scope="row" data-label=${ui.event}>${m.moments[entry.moment]}</th>
      <td data-label=${ui.concerns}>${['agreement', 'term', 'today'].includes(entry.moment) ? '' : labelOf(view, [entry])}</td></tr>`)}</tbody></table>`
}
