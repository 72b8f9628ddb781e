// A table read under the choices of the person who brings it: the meaning of every cell, and a list of what cannot be taken as it should.
/** @import { Order } from './days.js' */
/** @import { DecimalSign } from './numbers.js' */
/** @import { Read, Reason } from './groups.js' */
import { orderOf, readDay } from './days.js'
import { groupHeads, isHead, priceHeads, recognised } from './headers.js'
import { decimalOf } from './numbers.js'

/** What is brought. @typedef {'groups' | 'prices'} Kind */
/** A mistake, by the row of the table (from 1) and the place of the column. @typedef {{ row: number, column: number, field: string, text: string, reason: Reason, about: string | undefined }} Mistake */
/** How a table is read; the person can change all of it. @typedef {{ headed: boolean, fields: string[], order: Order | 'ask' | undefined, decimal: DecimalSign }} Choices */

/** Mistakes that are listed; of the others only the number is told. */
export const mostMistakes = 1000

const heads = { groups: groupHeads, prices: priceHeads }
const dayFields = new Set(['sittings', 'preparationStart'])
const numberFields = new Set(['people', 'passRate', 'attempts', 'price', 'units'])

/** Fields that a column of a kind can hold. @param {Kind} kind */
export const fieldsOf = (kind) => Object.keys(heads[kind])

/** The likeliest way to read a table. @param {Kind} kind @param {string[][]} rows @param {string[]} [expected] fields from the first column on, where there are no heads that say so @returns {Choices} */
export function guessed(kind, rows, expected) {
  const [first = []] = rows
  const headed = isHead(first, heads[kind])
  const fields = headed ? recognised(first, heads[kind]) : first.map((_, column) => expected?.[column] ?? '')
  return withGuesses(rows, { headed, fields: headed || expected ? fields : byContent(kind, rows), order: undefined, decimal: '.' })
}

/** The same choices with the order of days and the decimal sign guessed for the columns as they are now. @param {string[][]} rows @param {Choices} choices @returns {Choices} */
export function withGuesses(rows, choices) {
  const body = choices.headed ? rows.slice(1) : rows
  const of = (/** @type {Set<string>} */ wanted) => choices.fields.flatMap((field, column) => (wanted.has(field) ? body.map((row) => row[column] ?? '') : [])).filter(Boolean)
  const days = of(dayFields).flatMap((text) => text.split(/[;；|\n、]+/).map((part) => part.replace(/\(.*\)/, '')))
  return { ...choices, order: orderOf(days), decimal: decimalOf(of(numberFields)) }
}

/** Fields of columns without heads, by what stands in them. @param {Kind} kind @param {string[][]} rows */
function byContent(kind, rows) {
  const width = rows[0]?.length ?? 0
  const column = (/** @type {number} */ place) => rows.map((row) => row[place] ?? '').filter(Boolean)
  const all = (/** @type {string[]} */ texts, /** @type {(text: string) => boolean} */ is) => texts.length > 0 && texts.every(is)
  const fields = Array.from({ length: width }, () => '')
  const take = (/** @type {string} */ field, /** @type {(text: string) => boolean} */ is) => {
    const place = fields.findIndex((taken, each) => !taken && all(column(each), is))
    if (place >= 0 && !fields.includes(field)) fields[place] = field
  }
  if (kind === 'groups') {
    take('sittings', (text) => readDay(text) !== undefined && !/^\d{1,5}$/.test(text))
    take('passRate', (text) => /%$|^0?\.\d+$/.test(text.normalize('NFKC')))
    take('people', (text) => /^[\d,.]+$/.test(text.normalize('NFKC')))
    take('name', () => true)
    take('certifications', () => true)
  } else {
    take('price', (text) => /^[\p{Sc}A-Z ]*[\d,. ]+$/u.test(text.normalize('NFKC')) && /\d/.test(text))
    take('currency', (text) => /^[A-Za-z]{3}$/.test(text))
    take('product', () => true)
  }
  return fields
}

/**
 * Every row's fields, and the mistakes.
 * @param {string[][]} rows @param {Choices} choices @param {(field: string, text: string, choices: Choices) => Read | undefined} readCell
 */
export function read(rows, choices, readCell) {
  /** @type {Mistake[]} */
  const mistakes = []
  let more = 0
  const skip = choices.headed ? 1 : 0
  const entries = rows.slice(skip).map((row, index) => {
    /** @type {Record<string, Read>} */
    const fields = {}
    row.forEach((text, column) => {
      const field = choices.fields[column]
      const cell = field ? readCell(field, text, choices) : undefined
      if (!field || !cell) return
      fields[field] = cell
      if (!cell.reason) return
      if (mistakes.length < mostMistakes) mistakes.push({ row: index + 1 + skip, column, field, text, reason: cell.reason, about: cell.about })
      else more += 1
    })
    return fields
  }).filter((fields) => Object.keys(fields).length)
  return { entries, mistakes, more }
}
