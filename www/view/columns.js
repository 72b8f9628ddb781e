// Scenarios in numbers, so that they can stand side by side: what each comes to, which is best, and how it differs from the first.
/** @import { FamilyOutlook, Plan } from '../pkg/index.js' */
/** @import { Answer } from '../engine.js' */
/** @import { Sheet } from '../state/desk.js' */
/** @import { View } from '../view.js' */
import { totals } from './headline.js'

/** A scenario with its plan. @typedef {{ sheet: Sheet, name: string, answer: Answer | undefined, view: View, plan: Plan | undefined, numbers: Numbers | undefined }} Column */

/** What a plan comes to, over all its agreements. @typedef {object} Numbers
 * @property {number | undefined} charge in minor units, where all is in one currency
 * @property {string} currency
 * @property {number} places
 * @property {number} needed
 * @property {number} bought
 * @property {number} unused
 * @property {number} uncovered
 * @property {string | undefined} firstOrder
 * @property {FamilyOutlook | undefined} chance of the family that is most likely short
 * @property {Record<'blocker' | 'warning' | 'note', number>} findings
 * @property {boolean} proven
 */

/** @param {View} view @param {Sheet} sheet @param {Answer | undefined} answer @returns {Column} */
export function columnOf(view, sheet, answer) {
  const plan = answer?.outcome === 'planned' ? answer.plan : undefined
  return { sheet, name: view.sheetName(sheet), answer, plan, view: view.beside(sheet.scenario, plan), numbers: plan && numbersOf(plan) }
}

/** @param {Plan} plan @returns {Numbers} */
function numbersOf({ agreements, totals: [total, ...others], findings }) {
  const sum = (/** @type {(agreement: typeof agreements[number]) => number} */ of) => agreements.reduce((all, each) => all + of(each), 0)
  const days = agreements.flatMap(({ summary }) => summary.firstOrder?.value ?? []).sort()
  const count = (/** @type {string} */ severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    charge: total && !others.length ? total.charge.value : undefined,
    currency: total && !others.length ? total.currency : '',
    places: total?.places ?? 2,
    needed: sum(({ summary }) => summary.examsNeeded.value),
    bought: sum(({ summary }) => summary.examsBought.value),
    unused: sum(({ summary }) => summary.examsUnused.value),
    uncovered: sum(({ needs }) => needs.reduce((all, need) => all + need.uncovered, 0)),
    firstOrder: days[0],
    chance: agreements.flatMap(({ families }) => families).reduce((/** @type {FamilyOutlook | undefined} */ worst, each) => (worst && rate(worst) >= rate(each) ? worst : each), undefined),
    findings: { blocker: count('blocker'), warning: count('warning'), note: count('note') },
    proven: agreements.every(({ proof }) => proof !== 'best-found'),
  }
}

/** @param {FamilyOutlook} outlook */
const rate = ({ chanceShort: { value } }) => value.numerator / value.denominator

/** Days from one to another. @param {string} from @param {string} to */
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** A row of numbers: the number itself, whether less is better, and how a difference is written. @typedef {object} Measure
 * @property {(numbers: Numbers) => number | undefined} number
 * @property {(column: Column, numbers: Numbers) => string} text
 * @property {'less' | 'more' | undefined} [better]
 * @property {(view: View, difference: number, numbers: Numbers) => string} [difference] of a difference other than 0
 * @property {boolean} [covering] whether only those that leave least uncovered can be the best: to order nothing is cheap
 */

/** @param {View} view @param {number} difference */
const counted = ({ m: { scenarios: words }, say }, difference) => (difference > 0 ? words.more : words.fewer)(say.change(difference))

/** @param {'needed' | 'bought' | 'unused' | 'uncovered'} what @param {Partial<Measure>} [more] @returns {Measure} */
const exams = (what, more) => ({ number: (numbers) => numbers[what], text: ({ view }, numbers) => view.say.count(numbers[what]), difference: counted, ...more })

/** @satisfies {Record<string, Measure>} */
export const measures = {
  charge: /** @type {Measure} */ ({
    number: ({ charge }) => charge,
    text: ({ view, plan }, { charge, currency, places, proven }) => (typeof charge === 'number'
      ? view.say.money(charge, { currency, places }) + (proven ? '' : ` · ${view.m.scenarios.notProven}`)
      : plan?.totals.length ? view.say.list(plan.totals.map((total) => view.say.money(total.charge.value, total))) : view.m.scenarios.noPrices),
    better: 'less', covering: true,
    difference: ({ m: { scenarios: words }, say }, difference, { currency, places }) => (difference > 0 ? words.more : words.less)(say.difference(difference, { currency, places })),
  }),
  needed: exams('needed'),
  bought: exams('bought', { better: 'less', covering: true }),
  unused: exams('unused', { better: 'less', covering: true }),
  uncovered: exams('uncovered', { better: 'less' }),
  firstOrder: /** @type {Measure} */ ({
    number: ({ firstOrder }) => (firstOrder ? daysBetween('1970-01-01', firstOrder) : undefined),
    text: ({ view }, { firstOrder }) => (firstOrder ? view.say.shortDay(firstOrder) : view.m.scenarios.none),
    better: 'more', covering: true,
    difference: (view, difference) => (difference > 0 ? view.m.scenarios.later : view.m.scenarios.earlier)(view.say.change(difference)),
  }),
  chance: /** @type {Measure} */ ({
    number: ({ chance }) => chance && rate(chance),
    text: ({ view }, { chance }) => (chance ? `${view.say.percent(chance.chanceShort.value)} (${view.m.families[chance.family]})` : view.m.scenarios.none),
    better: 'less', covering: true,
    difference: ({ m: { scenarios: words }, say }, difference) => (difference > 0 ? words.more : words.less)(words.points(say.change(Math.round(difference * 10_000) / 100))),
  }),
  findings: /** @type {Measure} */ ({
    // Notes are no reason against a plan.
    number: ({ findings: { blocker, warning } }) => blocker * 1_000_000 + warning,
    text: ({ view }, { findings: { blocker, warning, note } }) => (blocker + warning + note ? view.ui.toKnow(blocker, warning, note) : view.m.scenarios.none),
    better: 'less',
  }),
}

/** The columns that are best by a measure; none where all that are planned are alike. @param {Column[]} columns @param {Measure} measure @returns {Set<Column>} */
export function bestOf(columns, { number, better, covering }) {
  const planned = columns.flatMap((column) => {
    const value = column.numbers && number(column.numbers)
    return column.numbers && value !== undefined ? [{ column, value, numbers: column.numbers }] : []
  })
  if (!better || planned.length < 2 || new Set(planned.map(({ numbers }) => numbers.currency)).size > 1 && measures.charge.number === number) return new Set()
  const least = Math.min(...planned.map(({ numbers }) => numbers.uncovered))
  const able = covering ? planned.filter(({ numbers }) => numbers.uncovered === least) : planned
  const values = able.map(({ value }) => value)
  const best = better === 'less' ? Math.min(...values) : Math.max(...values)
  const found = able.filter(({ value }) => value === best)
  return found.length === planned.length ? new Set() : new Set(found.map(({ column }) => column))
}

/** How a column differs from the first, in words; nothing where it cannot be said. @param {Column} column @param {Column} first @param {Measure} measure */
export function differenceFrom({ view, numbers }, first, { number, difference }) {
  if (!numbers || !first.numbers || !difference) return ''
  const [here, there] = [number(numbers), number(first.numbers)]
  if (here === undefined || there === undefined) return ''
  if (measures.charge.number === number && numbers.currency !== first.numbers.currency) return view.m.scenarios.otherCurrency
  return here === there ? view.m.scenarios.same : difference(view, here - there, numbers)
}

/** The answer in a sentence, for each agreement. @param {Column} column */
export function answersOf({ view, plan, sheet }) {
  return plan?.agreements.map((agreement, place) => {
    const one = view.beside(sheet.scenario, plan, place)
    const { ui, say } = one
    const { summary, lines, needs } = agreement
    const needed = say.count(summary.examsNeeded.value)
    const days = new Set(lines.map(({ orderDay }) => orderDay.value)).size
    const words = lines.length ? [
      ...(days > 1 ? ui.orderOverDays : ui.orderHeadline)(one.unitsText(totals(one)), summary.firstOrder ? say.day(summary.firstOrder.value) : ''),
      ...summary.charge ? ui.forCharge(say.money(summary.charge.value, one.currency)) : [ui.full],
    ] : [needs.some(({ uncovered }) => uncovered) ? ui.nothingCovered(needed) : summary.examsNeeded.value ? ui.coveredWithout(needed) : ui.nothingNeeded]
    return words.flat().join('')
  }) ?? []
}
