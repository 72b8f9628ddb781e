// Days in the forms people and spreadsheets write them: 2026/3/4, 4-Mar-26, 2026年3月4日, 46085.
import { plain } from './plain.js'

/** Which comes first where a day is written as 3/4/2026. @typedef {'dmy' | 'mdy'} Order */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Days a spreadsheet counts from the end of 1899; others are more likely some other number. */
const serials = { first: 25_569, last: 73_050 }

/**
 * A day as 2026-03-04; 'ambiguous' where day and month cannot be told apart without an order; nothing where it is no day.
 * @param {string} typed @param {Order} [order] @returns {string | undefined}
 */
export function readDay(typed, order) {
  const text = plain(typed).replace(/[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$/, '')
  const parts = text.match(/^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?$/) ?? text.match(/^(\d{4})(\d\d)(\d\d)$/)
  if (parts) return made(parts[1], parts[2], parts[3])
  if (/^\d{5}(\.0+)?$/.test(text)) return fromSerial(Number(text))
  const dayFirst = text.match(/^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*([a-z]{3,9})[ \-/.,]*(\d{4}|\d\d)$/i)
  if (dayFirst) return made(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = text.match(/^([a-z]{3,9})[ \-/.]*(\d{1,2})(?:st|nd|rd|th)?[ \-/.,]+(\d{4}|\d\d)$/i)
  if (monthFirst) return made(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])
  const [, first, second, year, found] = split(text) ?? []
  const known = found === undefined || found === 'either' ? order : found
  if (!first || !second) return undefined
  if (!known && first !== second) return 'ambiguous'
  return known === 'mdy' ? made(year, first, second) : made(year, second, first)
}

/** The order that a column's days are written in: told by those that have only one reading, 'ask' where none or both are. @param {string[]} texts @returns {Order | 'ask' | undefined} nothing where it does not matter */
export function orderOf(texts) {
  const orders = new Set(texts.map((text) => split(plain(text))?.[4]).filter((order) => order !== undefined))
  if (!orders.has('either')) return undefined
  if (orders.has('dmy') === orders.has('mdy')) return 'ask'
  return orders.has('dmy') ? 'dmy' : 'mdy'
}

/** A day written as 3/4/2026, with the only order it can have. @param {string} text @returns {[string, string, string, string, Order | 'either'] | undefined} */
function split(text) {
  const [all, first = '', sign, second = '', year = ''] = text.match(/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/) ?? []
  if (!all) return undefined
  // With points the day comes first everywhere.
  const order = sign === '.' || Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : Number(first) === Number(second) ? 'dmy' : 'either'
  return [all, first, second, year, order]
}

/** @param {string | undefined} name */
function monthOf(name = '') {
  const place = months.indexOf(name.slice(0, 3).toLowerCase())
  return place < 0 ? undefined : String(place + 1)
}

/** @param {number} serial */
function fromSerial(serial) {
  if (serial < serials.first || serial > serials.last) return undefined
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
}

/** @param {string | undefined} year @param {string | undefined} month @param {string | undefined} day */
function made(year, month, day) {
  if (!year || !month || !day) return undefined
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
