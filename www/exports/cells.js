// The cells that every export is made from: a value, and the text that the page shows for it.
/** @import { Ratio } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { decimal } from '../say.js'

/**
 * A sum counts rows of its own table and column, from 0.
 * @typedef {{ type: 'empty' }
 *   | { type: 'text', text: string }
 *   | { type: 'count', count: number, shown: string }
 *   | { type: 'money', minor: number, places: number, shown: string }
 *   | { type: 'sum', first: number, last: number, minor: number, places: number, shown: string }
 *   | { type: 'ratio' | 'percent', numerator: number, denominator: number, shown: string }
 *   | { type: 'day', day: string, shown: string }
 *   | { type: 'link', url: string, text: string }} Cell
 */

/** A column: its head, how wide it is in characters, whether it holds numbers, and whether it goes along when the order is copied. @typedef {{ title: string, width: number, number?: boolean, brief?: boolean }} Column */

/** What is shown as one table. The last row may be a total. @typedef {{ title: string, columns: Column[], rows: Cell[][], total?: boolean }} Table */

/** @type {Cell} */
export const empty = { type: 'empty' }

/** @param {string | undefined | null} words @returns {Cell} */
export const text = (words) => (words ? { type: 'text', text: words } : empty)

/** @param {string} url @param {string} words @returns {Cell} */
export const link = (url, words) => ({ type: 'link', url, text: words })

/** Makes cells whose texts are those of a page. */
export class Cells {
  /** @param {View} view */
  constructor(view) { this.view = view }

  /** @param {number | undefined | null} count @returns {Cell} */
  count(count) { return typeof count === 'number' ? { type: 'count', count, shown: this.view.say.count(count) } : empty }

  /** @param {number | undefined | null} minor @returns {Cell} */
  money(minor) {
    const { places } = this.view.currency
    return typeof minor === 'number' ? { type: 'money', minor, places, shown: this.view.say.amount(minor, places) } : empty
  }

  /** @param {number} minor @param {number} first @param {number} last @returns {Cell} */
  sum(minor, first, last) {
    const { places } = this.view.currency
    return { type: 'sum', first, last, minor, places, shown: this.view.say.amount(minor, places) }
  }

  /** @param {string | undefined | null} day @returns {Cell} */
  day(day) { return day ? { type: 'day', day, shown: this.view.say.shortDay(day) } : empty }

  /** An exact part, such as months charged. @param {Ratio} ratio @returns {Cell} */
  ratio({ numerator, denominator }) { return { type: 'ratio', numerator, denominator, shown: this.view.say.ratio({ numerator, denominator }) } }

  /** A mean, which the page rounds. @param {Ratio} ratio @returns {Cell} */
  mean({ numerator, denominator }) { return { type: 'ratio', numerator, denominator, shown: this.view.say.about({ numerator, denominator }) } }

  /** @param {Ratio} ratio @returns {Cell} */
  percent({ numerator, denominator }) { return { type: 'percent', numerator, denominator, shown: this.view.say.percent({ numerator, denominator }) } }
}

/** What the page shows. @param {Cell} cell */
export function shown(cell) {
  if (cell.type === 'empty') return ''
  return 'shown' in cell ? cell.shown : cell.text
}

/** What another program reads: digits without separators, days as 2026-03-15. @param {Cell} cell */
export function plain(cell) {
  switch (cell.type) {
    case 'empty': return ''
    case 'count': return String(cell.count)
    case 'money': case 'sum': return decimal(cell.minor, cell.places)
    case 'ratio': case 'percent': return String(cell.numerator / cell.denominator)
    case 'day': return cell.day
    default: return cell.text
  }
}

/** A table without the columns in which nothing stands. @param {Table} table @returns {Table} */
export function withoutEmptyColumns(table) {
  if (!table.rows.length) return table
  const kept = table.columns.map((_, place) => table.rows.some((row) => row[place]?.type !== 'empty'))
  const keep = (/** @type {unknown} */ _, /** @type {number} */ place) => kept[place]
  return { ...table, columns: table.columns.filter(keep), rows: table.rows.map((row) => row.filter(keep)) }
}

/** Begins of texts that a spreadsheet could take for a formula, after OWASP; the full-width ones are typed in Chinese. */
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that no spreadsheet takes for a formula. Numbers need none of this: theirs is not typed by anybody. @param {Cell} cell @param {string} written */
export function guarded(cell, written) {
  const typed = cell.type === 'text' || cell.type === 'link'
  return typed && dangerous.test(written) ? `'${written}` : written
}
