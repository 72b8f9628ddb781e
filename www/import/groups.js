// Rows of a table read as groups of people: each cell's meaning, or why it has none. What has none is kept as it was typed.
/** @import { Catalogue, ScenarioGroup, ScenarioSite } from '../pkg/index.js' */
/** @import { Order } from './days.js' */
/** @import { DecimalSign } from './numbers.js' */
import { readDay } from './days.js'
import { audienceOf, certificationOf, certificationParts, siteOf } from './names.js'
import { readNumber, readRate } from './numbers.js'
import { plain } from './plain.js'

/** Why a cell cannot be taken as it should. @typedef {'not-a-day' | 'which-first' | 'not-a-number' | 'not-whole' | 'too-small' | 'too-large' | 'unknown-audience' | 'unknown-site' | 'unknown-certification' | 'several-certifications' | 'unknown-product' | 'other-currency'} Reason */
/** What a cell means. @typedef {{ value: unknown, reason?: Reason | undefined, about?: string | undefined }} Read */
/** What reading depends on. @typedef {{ catalogue: Catalogue, sites: ScenarioSite[], order?: Order | undefined, decimal?: DecimalSign | undefined }} Means */

/** How each field is read. @type {Record<string, (text: string, means: Means) => Read>} */
export const groupReaders = {
  name: (text) => ({ value: text }),
  certifications: certifications,
  people: (text, { decimal }) => whole(text, decimal, 1, 1_000_000),
  audience: (text) => found(text, audienceOf(text), 'unknown-audience'),
  site: (text, { sites }) => found(text, siteOf(text, sites), 'unknown-site'),
  sittings,
  passRate: (text, { decimal }) => rate(text, decimal, true),
  attempts: (text, { decimal }) => whole(text, decimal, 1, 100),
  preparationStart: (text, { order }) => day(text, order),
  preparationMonths: (text, { decimal }) => whole(text, decimal, 0, 120),
  noShowRate: (text, { decimal }) => rate(text, decimal, false),
  rebookings: (text, { decimal }) => whole(text, decimal, 0, 100),
  held: certifications,
  passed: (text) => ({ value: plain(text).split(/[,，、;；|\s]+/).filter(Boolean) }),
}

/** One cell; an empty one says nothing. @param {string} field @param {string} text @param {Means} means @returns {Read | undefined} */
export const readGroupCell = (field, text, means) => (plain(text) === '' ? undefined : groupReaders[field]?.(text, means))

/** Groups with other groups put over them from a row on: fields that say nothing stay as they are. @param {ScenarioGroup[]} groups @param {Partial<ScenarioGroup>[]} over @param {number} from @param {ScenarioGroup} blank */
export function filled(groups, over, from, blank) {
  const result = [...groups]
  over.forEach((fields, index) => { result[from + index] = { ...groups[from + index] ?? blank, ...fields } })
  return result
}

/** @param {string} text @param {string | undefined} value @param {Reason} reason @returns {Read} */
const found = (text, value, reason) => (value === undefined ? { value: text, reason } : { value })

/** @param {string} text @param {Order | undefined} order @returns {Read} */
function day(text, order) {
  const value = readDay(text, order)
  return value === 'ambiguous' ? { value: text, reason: 'which-first' } : found(text, value, 'not-a-day')
}

/** @param {string} text @param {DecimalSign | undefined} decimal @param {number} least @param {number} most @returns {Read} */
function whole(text, decimal, least, most) {
  // A count has no decimal places: in 1.200 the sign can only part thousands.
  const value = readNumber(text, decimal) ?? readNumber(text, decimal === ',' ? '.' : ',')
  const other = value?.includes('.') ? readNumber(text, decimal === ',' ? '.' : ',') : undefined
  const number = other !== undefined && !other.includes('.') ? other : value?.replace(/\.0+$/, '')
  if (number === undefined) return { value: text, reason: 'not-a-number' }
  if (number.includes('.')) return { value: text, reason: 'not-whole' }
  if (Number(number) < least) return { value: text, reason: 'too-small', about: String(least) }
  return Number(number) > most ? { value: text, reason: 'too-large', about: String(most) } : { value: number }
}

/** @param {string} text @param {DecimalSign | undefined} decimal @param {boolean} full whether all of it is a rate too, and nothing none @returns {Read} */
function rate(text, decimal, full) {
  const value = readRate(text, decimal) ?? readRate(text, decimal === ',' ? '.' : ',')
  if (value === undefined) return { value: text, reason: 'not-a-number' }
  const number = Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
  if (number > 1 || number === 1 && !full) return { value: text, reason: 'too-large', about: '100 %' }
  return number < 0 || number === 0 && full ? { value: text, reason: 'too-small', about: '0 %' } : { value }
}

/** @param {string} text @param {Means} means @returns {Read} */
function certifications(text, { catalogue }) {
  const parts = certificationParts(text, catalogue).map((part) => ({ part, id: certificationOf(part, catalogue) }))
  const wrong = parts.find(({ id }) => id === undefined || id === 'several')
  const value = [...new Set(parts.map(({ part, id }) => (id === undefined || id === 'several' ? part : id)))]
  return wrong ? { value, reason: wrong.id ? 'several-certifications' : 'unknown-certification', about: wrong.part } : { value }
}

/** Exam days, one after another, each with its people behind it where only some of the group come: `2026-03-04 (60); 2026-05-06 (50)`. @param {string} text @param {Means} means @returns {Read} */
function sittings(text, { order }) {
  const parts = text.split(/[;；|\n、]+/).map((part) => plain(part)).filter(Boolean)
  const read = parts.map((part) => {
    const [, typed = part, people = ''] = part.match(/^(.*?)\s*(?:\((\d+).*\)|[×x:]\s*(\d+))$/i) ?? []
    return { people: people || part.match(/[×x:]\s*(\d+)$/i)?.[1] || '', read: day(typed, order) }
  })
  const wrong = read.find((each) => each.read.reason)
  return { value: read.map((each) => ({ day: each.read.value, people: each.people })), ...(wrong ? { reason: wrong.read.reason, about: String(wrong.read.value) } : {}) }
}
