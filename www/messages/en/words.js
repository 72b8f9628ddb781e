// How sentences are put together in English.
/** @import { Part } from '../contract.js' */
/** One or many. @param {number} number @param {string} one @param {string} many */
export const plural = (number, one, many) => (number === 1 ? one : many)
/** @param {Part[]} parts @param {string} sign */
export const joined = (parts, sign) => parts.map(({ text }) => text).join(` ${sign} `)
/** A calculation, or where only one number goes in, that one. @param {Part[]} parts @param {string} sign @param {string} value */
export const calculated = (parts, sign, value) => (parts.length === 1 ? `${listed(parts)}.` : `${joined(parts, sign)} = ${value}`)
/** @param {Part[]} parts @param {string} of */
export const among = (parts, of) => (parts.length === 1 ? `${listed(parts)}.` : `The ${of} of: ${listed(parts)}.`)
/** @param {string} number as written @param {string} one @param {string} many */
export const said = (number, one, many) => `${number} ${/^[-+−]?1$/.test(number) ? one : many}`
/** @param {Part[]} parts @param {number} index @param {string} unit */
export const some = (parts, index, unit) => said(text(parts, index), unit, `${unit}s`)
/** @param {Part[]} parts */
export const listed = (parts) => parts.map(({ name, text }) => `${name} (${text})`).join(', ')
/** @param {Part[]} parts @param {number} index */
export const text = (parts, index) => parts[index]?.text ?? '…'
/** A sentence with figures in it. @param {unknown[]} parts @returns {unknown[]} */
export const rich = (...parts) => parts

/** @param {{ bookings: number }[]} terms */
export function bookings(terms) {
  const number = terms.reduce((sum, term) => sum + term.bookings, 0)
  return `${number} ${plural(number, 'exam', 'exams')}`
}
