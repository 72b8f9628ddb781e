// What an order is charged, in exact whole numbers: model 2, written a second time.
import { firstFrom, plusMonths } from './days.js'

/** @typedef {{ numerator: number, denominator: number }} Fraction */
/** @typedef {{ tiers: { from: number, price: number }[], factor: Fraction, roundAt: string, rounding: string }} Tariff */

const YEAR = 12

/** The day from which an order is charged. @param {number} order @param {string} coverage */
export const coverageStart = (order, coverage) => (coverage === 'order-day' ? order : firstFrom(order))

const gcd = (/** @type {number} */ a, /** @type {number} */ b) => {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}

/** @returns {Fraction} */
export function fraction(/** @type {number} */ numerator, /** @type {number} */ denominator) {
  const common = gcd(numerator, denominator) || 1
  return { numerator: numerator / common, denominator: denominator / common }
}

/**
 * The part of twelve months that is charged for coverage from `start` to `end`, both inside. Nought where it starts later.
 * @param {number} start @param {number} end @param {string} months @returns {Fraction}
 */
export function factor(start, end, months) {
  if (start > end) return fraction(0, 1)
  let full = 0
  while (plusMonths(start, full + 1) - 1 <= end) full += 1
  const rest = plusMonths(start, full)
  const span = plusMonths(start, full + 1) - rest
  const year = plusMonths(start, YEAR) - start
  const most = (/** @type {number} */ whole) => fraction(Math.min(whole, YEAR), YEAR)
  switch (months) {
    case 'full': return most(full)
    case 'full-min-6': return most(Math.max(full, 6))
    case 'started': return most(full + (rest <= end ? 1 : 0))
    case 'months-and-days': return full >= YEAR ? fraction(1, 1) : fraction(full * span + (end + 1 - rest), span * YEAR)
    case 'days': return fraction(Math.min(end + 1 - start, year), year)
    case 'none': return fraction(1, 1)
    default: throw new Error(`No such policy: ${months}`)
  }
}

/** A fraction of minor units as a whole number. @param {bigint} numerator @param {bigint} denominator @param {string} rounding */
export function rounded(numerator, denominator, rounding) {
  const floor = numerator / denominator
  const rest = numerator % denominator
  const up = {
    down: false,
    up: rest > 0n,
    'half-up': 2n * rest >= denominator,
    'half-even': 2n * rest > denominator || (2n * rest === denominator && floor % 2n === 1n),
  }[rounding]
  if (up === undefined) throw new Error(`No such policy: ${rounding}`)
  return floor + (up ? 1n : 0n)
}

/** The price of each unit in a line of so many. @param {Tariff} tariff @param {number} units */
export const unitPrice = ({ tiers }, units) => (tiers.findLast(({ from }) => from <= units) ?? tiers[0]).price

/** What a line of so many units costs. @param {Tariff} tariff @param {number} units @returns {number} */
export function lineCharge(tariff, units) {
  const price = BigInt(unitPrice(tariff, units))
  const { numerator, denominator } = tariff.factor
  const charge = tariff.roundAt === 'line'
    ? rounded(price * BigInt(units) * BigInt(numerator), BigInt(denominator), tariff.rounding)
    : rounded(price * BigInt(numerator), BigInt(denominator), tariff.rounding) * BigInt(units)
  return Number(charge)
}
