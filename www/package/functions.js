// What an engine answers: the same functions for the module, and for planners with what a partner supplied.
import { Supplied } from './voucher_planner.js'

/** @param {string} [engine] facts and prices in one JSON record; the embedded facts and no prices where there is nothing in it */
export function functions(engine = '{}') {
  const supplied = new Supplied(engine)
  return {
    plan: (/** @type {unknown} */ scenario, /** @type {number | undefined} */ nodes) => supplied.ask('plan', scenario, undefined, nodes),
    planText: (/** @type {string} */ scenario, /** @type {number | undefined} */ nodes) => JSON.stringify(supplied.ask('planText', scenario, undefined, nodes)),
    compare: (/** @type {unknown} */ scenario, /** @type {number | undefined} */ nodes) => supplied.ask('compare', scenario, undefined, nodes),
    compareOn: (/** @type {unknown} */ scenario, /** @type {number | undefined} */ nodes, /** @type {number} */ plans) => supplied.ask('compareOn', scenario, plans, nodes) ?? undefined,
    amend: (/** @type {unknown} */ before, /** @type {unknown} */ after) => supplied.ask('amend', before, after),
  }
}
