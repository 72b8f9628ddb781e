// Rows of a table read as a price list: which product, for how much, from how many units on.
/** @import { ScenarioPrice } from '../pkg/index.js' */
/** @import { Means, Read } from './groups.js' */
import { plain } from './plain.js'
import { productOf, productOfPart } from './names.js'
import { readNumber } from './numbers.js'

/** @typedef {Means & { prices: ScenarioPrice[], currency: string }} PriceMeans */

/** How each field is read. @type {Record<string, (text: string, means: PriceMeans) => Read>} */
export const priceReaders = {
  product: (text, { catalogue }) => ({ value: productOf(text, catalogue) ?? text, ...(productOf(text, catalogue) ? {} : { reason: 'unknown-product' }) }),
  partNumber: (text) => ({ value: text }),
  price: (text, { decimal }) => amount(text, decimal),
  currency: (text, { currency }) => (currency && plain(text).toUpperCase() !== currency.toUpperCase() ? { value: text, reason: 'other-currency', about: currency } : { value: plain(text).toUpperCase() }),
  units: (text, { decimal }) => {
    const { value, reason } = amount(text, decimal)
    return reason ? { value, reason } : String(value).includes('.') ? { value, reason: 'not-whole' } : { value }
  },
}

/** @param {string} field @param {string} text @param {PriceMeans} means @returns {Read | undefined} */
export const readPriceCell = (field, text, means) => (plain(text) === '' ? undefined : priceReaders[field]?.(text, means))

/** A row as it was read. @typedef {{ product?: string, partNumber?: string, price?: string, currency?: string, units?: string }} PriceRow */

/** The product of a row: named, or known by its part number. @param {PriceRow} row @param {PriceMeans} means */
export function productOfRow({ product, partNumber }, { catalogue, prices }) {
  if (product && catalogue.products.some(({ id }) => id === product)) return product
  return partNumber ? productOfPart(partNumber, prices) ?? productOf(partNumber, catalogue) : undefined
}

/** A price book with the rows in it: products they name are priced anew, others stay. @param {ScenarioPrice[]} prices @param {PriceRow[]} rows whose products are known @returns {ScenarioPrice[]} */
export function priced(prices, rows) {
  /** @type {Map<string, ScenarioPrice>} */
  const fresh = new Map()
  for (const { product = '', partNumber, price = '', units = '' } of rows) {
    const old = prices.find((each) => each.product === product)
    const entry = fresh.get(product) ?? { product, price: '', partNumber: old?.partNumber ?? '', breaks: [] }
    if (partNumber) entry.partNumber = partNumber
    if (Number(units) > 1) entry.breaks = [...entry.breaks ?? [], { units, price }].sort((a, b) => Number(a.units) - Number(b.units))
    else entry.price = price
    fresh.set(product, entry)
  }
  const kept = prices.map((each) => fresh.get(each.product ?? '') ?? each)
  return [...kept, ...[...fresh.values()].filter(({ product }) => !prices.some((each) => each.product === product))]
}

/** @param {string} text @param {import('./numbers.js').DecimalSign | undefined} decimal @returns {Read} */
function amount(text, decimal) {
  const value = readNumber(text, decimal)
  if (value === undefined) return { value: text, reason: 'not-a-number' }
  return value.startsWith('-') ? { value: text, reason: 'too-small', about: '0' } : { value }
}
