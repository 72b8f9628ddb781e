// The partner's price that the engine takes where a field is left empty, so that the table of prices can show it. A test
// compares the two.
/** @import { PriceBook, ScenarioPrice, ScenarioSinglePrice } from './pkg/index.js' */

/** What decides which prices hold. @typedef {{ catalogue: import('./engine.js').SuppliedCatalogue, input: import('./pkg/index.js').ScenarioAgreement }} Asking */

/** The book, where its currency is the agreement's or none was entered. @param {Asking} asking @returns {PriceBook | undefined} */
export function fitting({ catalogue: { priceBook }, input }) {
  const currency = String(input.currency ?? '').trim().toUpperCase()
  return priceBook && (!currency || currency === priceBook.currency) ? priceBook : undefined
}

/** Its lists under the agreement's programme: those that name it, those of its segment, those of any segment, the rest. @param {Asking} asking @returns {{ prices?: ScenarioPrice[], singlePrices?: ScenarioSinglePrice[] }[]} */
function lists(asking) {
  const book = fitting(asking)
  const programme = asking.catalogue.programmes.find(({ id }) => id === asking.input.programme)
  if (!book || !programme) return []
  const holding = (book.lists ?? []).filter(({ programmes = [], segment }) => (programmes.length ? programmes.includes(programme.id) : segment) && (!segment || segment === 'any' || segment === programme.segment))
  const reach = (/** @type {import('./pkg/index.js').PriceList} */ { programmes = [], segment }) => (programmes.length ? 0 : segment === 'any' ? 2 : 1)
  return [...holding.toSorted((a, b) => reach(a) - reach(b)), book]
}

/** @param {Asking} asking @param {string} product */
export const priceOf = (asking, product) => lists(asking).flatMap(({ prices = [] }) => prices).find((price) => price.product === product)

/** @param {Asking} asking @param {string} family */
export const singlePriceOf = (asking, family) => lists(asking).flatMap(({ singlePrices = [] }) => singlePrices).find((price) => price.family === family)?.price
