// The document that files, links and what is kept in the browser have in common: scenarios side by side, and a version.
/** @import { Scenario } from '../pkg/index.js' */
/** @import { SampleName } from '../samples.js' */
/** @import { Language } from '../say.js' */
/** @import { Desk, Sheet } from './desk.js' */
import { shownSheet } from './desk.js'

/** The version of this layout. */
export const version = 1

/** A scenario, and the sample it was started from. @typedef {{ scenario: Scenario, sample?: SampleName, changed?: boolean }} Entry */
/** Scenarios in their order; which of them is shown; in links, the language they were looked at in. @typedef {{ version: number, language?: Language, shown: number, scenarios: Entry[] }} Document */

/** What is to go into a document. @typedef {{ only?: string, prices?: boolean, language?: Language }} Choice only: the key of the one sheet, where not all */

/** A desk as a document. @param {Desk} desk @param {Choice} [choice] @returns {Document} */
export function documentOf(desk, { only, prices = true, language } = {}) {
  const sheets = desk.sheets.filter(({ key }) => only === undefined || key === only)
  const shown = sheets.findIndex(({ key }) => key === shownSheet(desk).key)
  return {
    version,
    ...language && { language },
    shown: Math.max(0, shown),
    scenarios: sheets.map(({ scenario, origin }) => {
      const kept = prices ? scenario : withoutPrices(scenario)
      // An example without its prices is no longer that example.
      return origin && kept === scenario ? { scenario: kept, sample: origin.name, changed: origin.changed } : { scenario: kept }
    }),
  }
}

/** The sheets of a document; they get their keys on the desk. @param {Document} document @returns {Omit<Sheet, 'key'>[]} */
export const sheetsOf = ({ scenarios }) => scenarios.map(({ scenario, sample, changed = true }) => ({ scenario, origin: sample && { name: sample, changed } }))

/** A document as the desk it was. @param {Document} document @returns {Desk} */
export function deskOf(document) {
  const sheets = sheetsOf(document).map((sheet, place) => ({ ...sheet, key: String(place + 1) }))
  return { sheets, shown: String(Math.min(document.shown, sheets.length - 1) + 1) }
}

/** A scenario without what its reseller asks; itself where it has no prices. @param {Scenario} scenario @returns {Scenario} */
export function withoutPrices(scenario) {
  if (!hasPrices(scenario)) return scenario
  return { ...scenario, agreements: scenario.agreements?.map(({ prices, singlePrices, ...agreement }) => agreement) }
}

/** @param {Scenario} scenario */
export const hasPrices = ({ agreements }) => Boolean(agreements?.some(({ prices, singlePrices }) => prices?.length || singlePrices?.length))
