// Numbers in the forms people and spreadsheets write them: 1,200 and 1.200, 9 000,50, ５０１, 70 %, USD 9,000.00.
import { plain } from './plain.js'

/** @typedef {'.' | ','} DecimalSign */

/** A number as a decimal text such as 9000.50; nothing where it is none. @param {string} typed @param {DecimalSign} [decimal] @returns {string | undefined} */
export function readNumber(typed, decimal = '.') {
  const text = bare(typed)
  const [whole = '', part, ...rest] = text.replace(/^-/, '').split(decimal)
  if (rest.length || part !== undefined && !/^\d+$/.test(part)) return undefined
  const group = decimal === '.' ? ',' : '.'
  // Groups of two digits are usual in India.
  const grouped = whole.includes(group) ? new RegExp(`^\\d{1,3}(\\${group}\\d{2,3})*\\${group}\\d{3}$`).test(whole) : /^\d+$/.test(whole)
  if (!grouped) return undefined
  const digits = whole.replaceAll(group, '').replace(/^0+(?=\d)/, '')
  return `${text.startsWith('-') ? '-' : ''}${digits}${part === undefined ? '' : `.${part}`}`
}

/** The sign that most of a column's numbers have before their decimal places. @param {string[]} texts @returns {DecimalSign} */
export function decimalOf(texts) {
  const count = (/** @type {RegExp} */ pattern) => texts.filter((text) => pattern.test(bare(text))).length
  const commas = count(/(^|[\d.]),\d{1,2}$|,\d{4,}$|\.\d{3},/)
  const points = count(/(^|[\d,])\.\d{1,2}$|\.\d{4,}$|,\d{3}\./)
  return commas > points ? ',' : '.'
}

/** A part of a whole as typed (0.7, 70 %) or as a number of hundredths (70), in a form the planner reads. @param {string} typed @param {DecimalSign} [decimal] @returns {string | undefined} */
export function readRate(typed, decimal) {
  const text = plain(typed)
  const number = readNumber(text.replace(/%$/, ''), decimal)
  if (number === undefined) return undefined
  return text.endsWith('%') || Number(number) > 1 ? `${number}%` : number
}

/** Without spaces, quotes between digits, and the sign or name of a currency. @param {string} typed */
const bare = (typed) => plain(typed).replace(/(?<=\d)[ '’](?=\d)/g, '').replace(/^-?\s*(?:[A-Z]{2,3}\$?|\p{Sc}|元|人民币)\s*|\s*(?:[A-Z]{3}|\p{Sc}|元|円)$/giu, (found) => (found.startsWith('-') ? '-' : '')).trim()
