// Codes against need over time, in numbers: what is usable from when to when, and what exam days take of it.
/** @import { AgreementPlan, Catalogue, Family, NeedLine, ScenarioAgreement } from '../pkg/index.js' */
import { addDays } from './days.js'

/** Codes that are usable from a day to a day; `uses` says which exams they serve. @typedef {{ kind: 'bought' | 'stock' | 'free', id: string, from: string, until: string, exams: number, uses: { family: Family, sitting: string, exams: number }[], families: Family[] }} Source */
/** Families that share codes, with those codes. @typedef {{ families: Family[], whole: boolean, sources: Source[], needs: NeedLine[] }} Pool */
/** A day on which something changes, and how things stand on it; what ends unused is lost after it. @typedef {object} State
 * @property {string} day
 * @property {number} arrived codes that become usable
 * @property {number} need exams planned for this day
 * @property {number} least
 * @property {number} most
 * @property {number} expected
 * @property {number} uncovered exams of this day without a code
 * @property {number} lost codes that end with this day
 * @property {{ usable: number, need: number, least: number, most: number, expected: number, uncovered: number, inHand: number }} sum so far
 */

/** All codes of a plan. @param {AgreementPlan} agreement @param {ScenarioAgreement} input @param {Pick<Catalogue, 'products'>} catalogue @returns {Source[]} */
export function sourcesOf(agreement, input, catalogue) {
  const uses = (/** @type {Source['kind']} */ kind, /** @type {string | undefined} */ id) => agreement.needs.flatMap(({ family, sitting, coveredBy }) => coveredBy
    .filter((cover) => cover.kind === kind && (id === undefined || cover.id === id)).map(({ exams }) => ({ family, sitting, exams })))
  const families = (/** @type {string} */ product) => catalogue.products.find(({ id }) => id === product)?.families ?? []
  const bought = agreement.lines.flatMap(({ id, product, exams, latestDelivery, usableUntil }) => (exams && usableUntil
    ? [{ kind: /** @type {const} */ ('bought'), id, from: latestDelivery.value, until: usableUntil.value, exams: exams.value, uses: uses('bought', id), families: families(product) }] : []))
  const stock = agreement.stock.map(({ index, used, left, until }) => {
    const entry = input.stock?.[index]
    return { kind: /** @type {const} */ ('stock'), id: String(index), from: isDay(entry?.from) ? entry.from : '', until, exams: used + left, uses: uses('stock', String(index)), families: families(entry?.product ?? '') }
  })
  const { freeVouchers: free } = agreement
  const granted = agreement.timeline.find(({ moment }) => moment === 'free-vouchers')
  return [...bought, ...stock, ...free ? [{
    kind: /** @type {const} */ ('free'), id: '', from: granted?.from ?? agreement.start, until: free.until.value, exams: free.used + free.left, uses: uses('free', undefined), families: [],
  }] : []].filter(({ exams }) => exams > 0)
}

/** @param {unknown} text @returns {text is string} */
const isDay = (text) => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Families that are served by the same codes belong together; the whole comes first where there are several pools. @param {AgreementPlan} agreement @param {Source[]} sources @returns {Pool[]} */
export function poolsOf({ needs }, sources) {
  /** @type {Set<Family>[]} */
  let sets = []
  const join = (/** @type {Iterable<Family>} */ families) => {
    const joined = new Set(families)
    sets = [...sets.filter((set) => {
      const meets = [...set].some((family) => joined.has(family))
      if (meets) for (const family of set) joined.add(family)
      return !meets
    }), joined]
  }
  for (const { family } of needs) join([family])
  for (const { uses } of sources) if (uses.length) join(uses.map(({ family }) => family))
  const order = [...new Set(needs.map(({ family }) => family))]
  const pools = sets.map((set) => ({ families: order.filter((family) => set.has(family)), whole: false }))
    .toSorted((a, b) => order.indexOf(a.families[0] ?? 'mos') - order.indexOf(b.families[0] ?? 'mos'))
  // Codes that serve nothing stand with the exams they could serve, where that is one pool.
  const homeOf = (/** @type {Source} */ source) => {
    const meets = pools.filter(({ families }) => families.some((family) => source.uses.length ? source.uses.some((use) => use.family === family) : source.families.includes(family)))
    return meets.length === 1 ? meets[0] : undefined
  }
  const filled = pools.map((pool) => ({ ...pool, sources: sources.filter((source) => homeOf(source) === pool), needs: needs.filter(({ family }) => pool.families.includes(family)) }))
  const whole = { families: order, whole: true, sources, needs }
  return filled.length > 1 ? [whole, ...filled] : needs.length ? [whole] : []
}

/** The days the picture runs over. @param {Pool} whole @param {string} today */
export function balanceSpan({ sources, needs }, today) {
  const starts = [today, ...needs.map(({ sitting }) => sitting), ...sources.filter(({ kind }) => kind === 'bought').map(({ from }) => from)].filter(Boolean)
  const from = starts.reduce((a, b) => (a < b ? a : b))
  const until = [...needs.map(({ sitting }) => sitting), ...sources.map((source) => source.until)].reduce((a, b) => (a > b ? a : b), from)
  return { from, until }
}

/** Every day on which codes come, are planned for, or end, from a day on. @param {Pool} pool @param {string} start @returns {State[]} */
export function statesOf({ sources, needs }, start) {
  const alive = sources.filter(({ until }) => until >= start).map((source) => ({ ...source, from: source.from > start ? source.from : start }))
  const days = [...new Set([start, ...alive.flatMap(({ from, until }) => [from, until]), ...needs.map(({ sitting }) => sitting)])].toSorted()
  const sum = { need: 0, least: 0, most: 0, uncovered: 0 }
  /** @type {Fraction} */
  let expected = { numerator: 0n, denominator: 1n }
  return days.map((day) => {
    const today = needs.filter(({ sitting }) => sitting === day)
    const of = (/** @type {(need: NeedLine) => number} */ read) => today.reduce((total, need) => total + read(need), 0)
    const own = { need: of(({ need }) => need.value), least: of(({ least }) => least.value), most: of(({ most }) => most.value), uncovered: of(({ uncovered }) => uncovered) }
    const mean = today.reduce((total, { expected: each }) => plus(total, { numerator: BigInt(each.value.numerator), denominator: BigInt(each.value.denominator) }), { numerator: 0n, denominator: 1n })
    for (const what of /** @type {const} */ (['need', 'least', 'most', 'uncovered'])) sum[what] += own[what]
    expected = plus(expected, mean)
    const usedUntil = (/** @type {Source} */ { uses }, /** @type {string} */ last) => uses.reduce((total, { sitting, exams }) => total + (sitting <= last ? exams : 0), 0)
    const total = (/** @type {(source: Source) => number} */ read) => alive.reduce((all, source) => all + read(source), 0)
    return {
      day, ...own, expected: numberOf(mean),
      arrived: total(({ from, exams }) => (from === day ? exams : 0)),
      lost: total((source) => (source.until === day ? source.exams - usedUntil(source, day) : 0)),
      sum: {
        ...sum, expected: numberOf(expected),
        usable: total((source) => (source.from > day ? 0 : source.until >= day ? source.exams : usedUntil(source, day))),
        inHand: total((source) => (source.from > day || source.until < day ? 0 : source.exams - usedUntil(source, day))),
      },
    }
  })
}

/** Levels from each day on, for steps: what is lost goes on the day after its last. @param {State[]} states @returns {{ day: string, usable: number, need: number, least: number, most: number, expected: number }[]} */
export function levelsOf(states) {
  return states.flatMap(({ day, sum, lost }, index) => {
    const level = { day, usable: sum.usable, need: sum.need, least: sum.least, most: sum.most, expected: sum.expected }
    const next = addDays(day, 1)
    return lost && states[index + 1]?.day !== next ? [level, { ...level, day: next, usable: sum.usable - lost }] : [level]
  })
}

/** Means are fractions, and stay exact while they are added. @typedef {{ numerator: bigint, denominator: bigint }} Fraction */

/** @param {Fraction} a @param {Fraction} b @returns {Fraction} */
function plus(a, b) {
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator
  const denominator = a.denominator * b.denominator
  let [x, y] = [numerator, denominator]
  while (y) [x, y] = [y, x % y]
  return x ? { numerator: numerator / x, denominator: denominator / x } : { numerator: 0n, denominator: 1n }
}

/** To a hundredth, which is all that is shown. @param {Fraction} fraction */
const numberOf = ({ numerator, denominator }) => Number((numerator * 200n + denominator) / (denominator * 2n)) / 100
