// What the pictures say in English.
/** @import { View } from '../../view.js' */

/** @param {number} number @param {string} one @param {string} many */
const plural = (number, one, many) => (number === 1 ? one : many)

export default {
  show: 'Show as',
  picture: 'Picture',
  table: 'Table',
  hint: 'Point at the picture, or go from day to day with the arrow keys.',
  hintRows: 'Point at the picture, or go from row to row with the arrow keys.',
  save: (/** @type {string} */ kind) => `Save the picture as ${kind}`,
  more: (/** @type {string} */ number, /** @type {number} */ count) => plural(count, 'Show 1 more', `Show ${number} more`),
  fewer: 'Show fewer',
  andMore: (/** @type {string} */ number) => `and ${number} more`,
  /** What a file of a picture says below it. */
  signature: (/** @type {View} */ view) => [view.scenario.name, view.agreement?.name, view.ui.plannedOn(view.say.day(view.plan?.today ?? '')), 'voucher planner'].filter(Boolean).join(' · '),
  files: { timeline: 'timeline', packs: 'packs', balance: 'codes-and-need', tornado: 'what-it-depends-on' },

  readout: (/** @type {string} */ what, /** @type {string[]} */ parts) => `${what}: ${parts.join('; ')}.`,
  of: (/** @type {string} */ what, /** @type {string} */ whose) => `${what} (${whose})`,
  untilDay: (/** @type {string} */ what, /** @type {string} */ day) => `${what}, until ${day}`,
  lastDay: (/** @type {string} */ what) => `last day: ${what}`,

  timelinePicture: (/** @type {string} */ from, /** @type {string} */ until) => `Timeline from ${from} to ${until}: the agreement and its terms, orders, deliveries and expiry, preparation and exam days. The table says the same.`,
  sections: { agreement: 'Agreement and terms', orders: 'Orders', people: 'Groups', ends: 'Test centres, and what ends' },
  usableUntilExpiry: 'Codes can be used, until they expire',
  confirmedBy: 'Confirmed by',

  packTitle: 'Used and unused',
  packsPicture: (/** @type {string} */ number) => `Bars of ${number} ways to buy or orders: exams used, by family, and unused. The table says the same.`,
  usedFor: (/** @type {string} */ family) => `Used for ${family}`,
  used: 'Used',
  unused: 'Unused: lost when the codes expire',
  usedNumber: (/** @type {string} */ number) => `${number} used`,
  unusedNumber: (/** @type {string} */ number) => `${number} unused`,
  exams: (/** @type {string} */ number, /** @type {number} */ count) => plural(count, '1 exam', `${number} exams`),

  balance: 'Codes against need',
  balancePicture: (/** @type {string} */ from, /** @type {string} */ until) => `Codes usable and exams needed from ${from} to ${until}, as steps. The table says the same.`,
  balanceCaption: 'Both lines count from the start. The upper one rises when codes can be used at the latest and falls when unused ones expire; the lower one rises on each exam day. What lies between them is in hand.',
  bandCaption: 'The band runs from the least need, if everybody passes at once, to the most, if everybody needs every attempt.',
  poolsCaption: 'Exams that share codes stand together.',
  allExams: 'All exams',
  usableCodes: 'Codes usable so far',
  plannedNeed: 'Exams needed so far, as planned',
  inHandArea: 'In hand',
  bandArea: 'Least to most need',
  expectedNeed: 'Need on average',
  lostCodes: 'Lost at expiry',
  short: 'Too few codes',
  lostNumber: (/** @type {string} */ number) => `${number} lost`,
  neededNumber: (/** @type {string} */ number) => `${number} needed`,
  arrive: (/** @type {string} */ number, /** @type {number} */ count) => plural(count, '1 code becomes usable', `${number} codes become usable`),
  needed: (/** @type {string} */ number, /** @type {number} */ count) => plural(count, '1 exam planned', `${number} exams planned`),
  between: (/** @type {string} */ least, /** @type {string} */ most, /** @type {string} */ expected) => `from ${least} to ${most} may be needed, ${expected} on average`,
  endUnused: (/** @type {string} */ number, /** @type {number} */ count) => plural(count, '1 code expires unused', `${number} codes expire unused`),
  hand: (/** @type {string} */ number) => `in hand ${number}`,
  handOf: (/** @type {string} */ number, /** @type {string} */ parts) => `in hand ${number} (${parts})`,
  pair: (/** @type {string} */ name, /** @type {string} */ number) => `${name}: ${number}`,
  usableSoFar: 'Usable so far',
  neededSoFar: 'Needed so far',
  expected: 'On average',
  inHand: 'In hand',

  tornadoTitle: 'Difference by entry',
  tornadoPicture: (/** @type {string} */ number) => `Bars of ${number} entries: what a lower and a higher value would change. The table says the same.`,
  tornadoMoney: (/** @type {string} */ currency) => `The difference to the planned cost${currency && `, in ${currency}`}: to the left less, to the right more.`,
  tornadoExams: 'The difference to the exams bought: to the left fewer, to the right more.',
  plannedValue: (/** @type {string} */ value) => `planned: ${value}`,
  end: (/** @type {string} */ value, /** @type {string} */ change) => `${value}: ${change}`,
}
