// Scenarios in files: JSON that people can read, the same bytes for the same scenarios.
/** @import { Document } from './document.js' */
/** @import { Wrong } from './migrate.js' */
import { safeName } from '../exports/save.js'
import { migrated } from './migrate.js'

/** A larger file is not read, in bytes: scenarios have some thousand. */
export const largestFile = 4 * 1024 * 1024

/** Why a file cannot be read. @typedef {Wrong | { kind: 'not-json' } | { kind: 'too-large', most: number } | { kind: 'unreadable' }} WrongFile */

/** Fields in the order in which people read them; any others follow by their names. */
const order = `version language shown scenarios sample changed scenario id name today agreements programme start end renewal region currency fiscalYearStart serviceLevel noticesContact
  sites testCentreFrom groups people audience site certifications held passed preparationStart preparationMonths sittings day passRate attempts noShowRate rebookings
  stock orders product exams from until quantity freeVouchers invoiced used split libraries users prices price partNumber breaks units singlePrices family calendar weekend holidays workingDays policies`.split(/\s+/)
const rank = new Map(order.map((name, place) => [name, place]))

/** A document as the text of a file. @param {Document} document */
export const fileText = (document) => `${JSON.stringify(document, (_, value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value) : value), 2)}\n`

/** @param {Record<string, unknown>} fields */
function sorted(fields) {
  const place = (/** @type {string} */ name) => rank.get(name) ?? order.length
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)))
}

/** What the text of a file holds. @param {string} text @returns {{ document: Document } | { wrong: WrongFile }} */
export function documentFromText(text) {
  try {
    return migrated(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return { wrong: { kind: 'not-json' } }
  }
}

/** What a file holds. @param {File} file @returns {Promise<{ document: Document } | { wrong: WrongFile }>} */
export async function documentFromFile(file) {
  if (file.size > largestFile) return { wrong: { kind: 'too-large', most: largestFile } }
  try {
    return documentFromText(await file.text())
  } catch {
    return { wrong: { kind: 'unreadable' } }
  }
}

/** The name of a file. @param {string} name as the user wrote it @param {string} otherwise */
export const fileName = (name, otherwise) => `${safeName([name]) || otherwise}.json`

/** A document as the contents of a file. @param {Document} document */
export const fileOf = (document) => new Blob([fileText(document)], { type: 'application/json' })
