// Days across a picture: their scale, and ticks for years, months or days that leave room for their labels.
/** @import { ScaleTime } from 'd3-scale' */
/** @import { Say } from '../say.js' */
/** @import { Measure } from './measure.js' */
import { scaleUtc } from 'd3-scale'
import { nothing, svg } from 'lit'
import { type } from './measure.js'

/** A tick: its place, what it says, and the year where one begins. @typedef {{ x: number, label: string, year: string }} Tick */
/** A scale of days. @typedef {{ x: (day: string) => number, from: string, until: string, left: number, right: number, time: ScaleTime<number, number> }} Days */

const dayLength = 86_400_000

/** @param {string} day @param {number} days */
export const addDays = (day, days) => new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)

/** @param {string} from @param {string} until */
export const daysBetween = (from, until) => Math.round((Date.parse(until) - Date.parse(from)) / dayLength)

/** @param {string} from @param {string} until @param {number} left @param {number} right @returns {Days} */
export function daysScale(from, until, left, right) {
  // A single day needs a width too.
  const last = from < until ? until : addDays(until, 1)
  const time = scaleUtc([Date.parse(from), Date.parse(last)], [left, right])
  return { x: (day) => Math.round(time(Date.parse(day)) * 10) / 10, from, until: last, left, right, time }
}

/** @type {Map<string, { month: Intl.DateTimeFormat, day: Intl.DateTimeFormat, year: Intl.DateTimeFormat }>} */
const formats = new Map()

/** Short days of pictures, which axes complete: `Dec 4`, `12月4日`. @param {Say} say */
function formatsOf({ language }) {
  const known = formats.get(language)
  if (known) return known
  const made = {
    month: new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
    year: new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' }),
  }
  formats.set(language, made)
  return made
}

/** A day without its year. @param {Say} say @param {string} day */
export const dayOfYear = (say, day) => formatsOf(say).day.format(Date.parse(day))

/** The most ticks whose labels leave room between them. @param {Days} days @param {Say} say @param {Measure} measure @returns {Tick[]} */
export function ticksOf(days, say, measure) {
  const { month, day, year } = formatsOf(say)
  const gap = 10
  for (let wish = Math.max(2, Math.floor((days.right - days.left) / 32)); wish >= 1; wish -= 1) {
    const dates = days.time.ticks(wish)
    const finest = dates.every((date) => date.getUTCDate() === 1) ? dates.every((date) => date.getUTCMonth() === 0) ? year : month : day
    // Weeks and days go with months, never a mixture of half days.
    if (dates.some((date) => date.getTime() % dayLength)) continue
    let before = ''
    const ticks = dates.map((date) => {
      const written = year.format(date)
      const tick = { x: Math.round(days.time(date) * 10) / 10, label: finest.format(date), year: finest !== year && written !== before ? written : '' }
      before = written
      return tick
    })
    const apart = (/** @type {'label' | 'year'} */ row) => {
      const shown = ticks.filter((tick) => tick[row])
      return shown.every((tick, index) => {
        const next = shown[index + 1]
        return !next || tick.x + measure(tick[row], type.small) / 2 + gap <= next.x - measure(next[row], type.small) / 2
      })
    }
    if (apart('label')) return thinYears(ticks, measure)
  }
  return []
}

/** Two years side by side at the start would touch: the first is left out. @param {Tick[]} ticks @param {Measure} measure */
function thinYears(ticks, measure) {
  const years = ticks.filter(({ year }) => year)
  years.forEach((tick, index) => {
    const next = years[index + 1]
    if (next && next.x - tick.x < (measure(tick.year, type.small) + measure(next.year, type.small)) / 2 + 8) tick.year = ''
  })
  return ticks
}

/** How high the ticks of an axis are. @param {Tick[]} ticks */
export const axisHeight = (ticks) => (ticks.some(({ year }) => year) ? 34 : 20)

/** Text that stays inside the picture. @param {number} x @param {number} width @param {number} least @param {number} most */
const kept = (x, width, least, most) => Math.min(Math.max(x, least + width / 2), most - width / 2)

/** Labels of an axis at a height, and lines from there. @param {Tick[]} ticks @param {Days} days @param {Measure} measure @param {{ y: number, until: number, edges: [number, number], above?: boolean }} place */
export function axis(ticks, days, measure, { y, until, edges, above = true }) {
  const years = ticks.some(({ year }) => year)
  const inside = ticks.filter(({ x }) => x >= days.left - 1 && x <= days.right + 1)
  return svg`<g class="axis">${inside.map(({ x, label, year }) => svg`
    <line class="grid" x1=${x} x2=${x} y1=${y + (above ? axisHeight(ticks) - 4 : 0)} y2=${until}></line>
    <text class="tick" x=${kept(x, measure(label, type.small), ...edges)} y=${y + (years && above ? 29 : above ? 14 : 14)} text-anchor="middle">${label}</text>
    ${year ? svg`<text class="tick year" x=${kept(x, measure(year, type.small), ...edges)} y=${y + (above ? 13 : 29)} text-anchor="middle">${year}</text>` : nothing}`)}</g>`
}
