// 句子的组成部分。How sentences are put together in Chinese.
/** @import { Part } from '../contract.js' */
/** @param {Part[]} parts @param {string} sign */
export const joined = (parts, sign) => parts.map(({ text }) => text).join(` ${sign} `)
/** A calculation, or where only one number goes in, that one. @param {Part[]} parts @param {string} sign @param {string} value */
export const calculated = (parts, sign, value) => (parts.length === 1 ? `${listed(parts)}。` : `${joined(parts, sign)} = ${value}`)
/** @param {Part[]} parts @param {string} of */
export const among = (parts, of) => (parts.length === 1 ? `${listed(parts)}。` : `以下${of}者：${listed(parts)}。`)
/** @param {Part[]} parts */
export const listed = (parts) => parts.map(({ name, text }) => `${name}（${text}）`).join('、')
/** @param {Part[]} parts @param {number} index */
export const text = (parts, index) => parts[index]?.text ?? '…'
/** A sentence with figures in it. @param {unknown[]} parts @returns {unknown[]} */
export const rich = (...parts) => parts

/** @param {{ bookings: number }[]} terms */
export function bookings(terms) {
  return `${terms.reduce((sum, term) => sum + term.bookings, 0)} 项考试`
}
