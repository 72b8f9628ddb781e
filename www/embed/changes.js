// What a host is told of the planner's state: small, plain, and the same whether by event or by message. The whole plan is the
// element's property.
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { Outcome } from '../planning.js' */
/** @import { AgreementSummary, PlannerChange } from './details.js' */

/** Of what events and messages carry. */
export const version = 1

/** @param {Pick<PlannerElement, 'scenario' | 'plan' | 'problems' | 'language'>} planner @param {Outcome} outcome @param {'user' | 'host'} cause @returns {Omit<PlannerChange, 'version'>} */
export const changeOf = ({ scenario, plan, problems, language }, outcome, cause) => ({
  cause, language, outcome,
  scenario: structuredClone(scenario),
  problems: problems.map(({ path, code }) => ({ path, code })),
  // What was planned before does not answer what is entered now.
  agreements: outcome === 'planned' || outcome === 'better' ? plan?.agreements.map(summaryOf) ?? [] : [],
})

/** An agreement's plan in numbers. Money is in minor units, `places` says how many digits they are. @param {import('../pkg/index.js').AgreementPlan} agreement @returns {AgreementSummary} */
function summaryOf({ id, currency, places, proof, summary, lines, needs }) {
  const { charge, examsNeeded, examsBought, examsUnused } = summary
  return {
    id, currency: currency ?? null, places, proof,
    charge: charge?.value ?? null, examsNeeded: examsNeeded.value, examsBought: examsBought.value, examsUnused: examsUnused.value,
    examsUncovered: needs.reduce((sum, { uncovered }) => sum + uncovered, 0),
    orders: lines.map(({ product, units, orderDay, usableUntil, charge: cost }) => ({
      product, units: units.value, orderDay: orderDay.value, usableUntil: usableUntil?.value ?? null, charge: cost?.value ?? null,
    })),
  }
}
