// What an engine answers: the same functions for the module, and for planners with what a partner supplied.
import known from './facts.js'
import { Supplied } from './voucher_planner.js'

/** What the module's own engine is made from, as text; a worker makes the same of it. */
export const engine = JSON.stringify({ facts: known })

/** What an engine computes with, new each time: what a caller changes in it changes no plan. */
export const facts = () => structuredClone(known)

/** @param {string} [from] facts and prices in one JSON record */
export function functions(from = engine) {
  const supplied = new Supplied(from)
  return {
    plan: (/** @type {unknown} */ scenario, /** @type {number | undefined} */ nodes) => supplied.ask('plan', scenario, undefined, nodes),
    planText: (/** @type {string} */ scenario, /** @type {number | undefined} */ nodes) => JSON.stringify(supplied.ask('planText', scenario, undefined, nodes)),
    compare: (/** @type {unknown} */ scenario, /** @type {number | undefined} */ nodes) => supplied.ask('compare', scenario, undefined, nodes),
    compareOn: (/** @type {unknown} */ scenario, /** @type {number | undefined} */ nodes) => supplied.ask('compareOn', scenario, undefined, nodes) ?? undefined,
    amend: (/** @type {unknown} */ before, /** @type {unknown} */ after) => supplied.ask('amend', before, after),
  }
}
