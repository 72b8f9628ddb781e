// One instance: the engine's plan beside the plan that is derived and solved without it.
import { plan } from '../../www/pkg/node.js'
import { compared } from './cheapest.js'
import { Derivation } from './derivation.js'
import { scenarioOf } from './scenarios.js'
import { answer } from './solved.js'

/** Ways to open terms that are tried at most; scenarios with more are made smaller. */
const mostStructures = 400

/** Nodes with which plans that are not proven at once are searched again, one after the other, as the page does. */
const patience = [16_000]

/** The engine's plan: searched on while it is not proven. @param {any} scenario */
function planned(scenario) {
  let reply = plan(scenario)
  let again = 0
  while (reply.outcome === 'planned' && reply.plan.agreements[0].proof === 'best-found' && again < patience.length) {
    reply = plan(scenario, patience[again])
    again += 1
  }
  return { reply, again }
}

/** What a plan of the engine comes to. @param {any} agreement */
export function summed(agreement) {
  const lines = agreement.lines.filter((/** @type {any} */ line) => line.kind !== 'reference-library')
  const total = (/** @type {any[]} */ numbers) => numbers.reduce((sum, number) => sum + number, 0)
  return {
    needed: total(agreement.needs.map((/** @type {any} */ it) => it.need.value)),
    uncovered: total(agreement.needs.map((/** @type {any} */ it) => it.uncovered)),
    charge: total(lines.map((/** @type {any} */ it) => it.charge?.value ?? 0)),
    exams: total(lines.map((/** @type {any} */ it) => it.exams.value)),
    units: total(lines.map((/** @type {any} */ it) => it.units.value)),
  }
}

/** A scenario, what is derived from it, and its ways to open terms. @param {number} seed @param {number} number */
export function instance(seed, number) {
  for (let shrunk = 0; ; shrunk += 1) {
    const scenario = scenarioOf(seed, number, shrunk)
    const derivation = new Derivation(scenario)
    const structures = derivation.structures(mostStructures)
    if (structures) return { scenario, derivation, structures, shrunk }
  }
}

/** Compares both plans of a scenario. @param {any} scenario @param {Derivation} derivation @param {import('./derivation.js').Opening[][]} structures */
export function comparison(scenario, derivation, structures) {
  const { reply, again } = planned(scenario)
  if (reply.outcome !== 'planned') return { verdict: 'refused', problems: reply.problems }
  const [agreement] = reply.plan.agreements
  const engine = summed(agreement)
  const solved = answer(derivation, structures)
  const { key, kept = false } = solved
  const { proof } = agreement
  if (solved.state === 'unfinished') return { verdict: 'unfinished', proof, engine, structures: structures.length }
  const [uncovered, charge, exams, units] = solved.worth
  const oracle = { needed: derivation.needs.reduce((sum, { exams }) => sum + exams, 0), uncovered, charge, exams, units }
  const equal = JSON.stringify(engine) === JSON.stringify(oracle)
  const dearer = compared([engine.uncovered, engine.charge, engine.exams, engine.units], solved.worth) > 0
  const common = { key, kept, proof, again, engine, oracle, ...(equal ? {} : { engineIs: engine.needed !== oracle.needed ? 'planning other needs' : dearer ? 'worse' : 'better' }), openings: solved.openings, structures: structures.length, agreement }
  if (proof !== 'best-found') return { verdict: equal ? 'equal' : 'different', ...common }
  const gap = reply.plan.findings.find((/** @type {any} */ { code }) => code === 'gap-left')
  return { verdict: equal || isWithin(gap, engine, oracle, derivation.priced) ? 'best-found' : 'outside-gap', gap, equal, ...common }
}

/** Whether the truth lies between what the engine found and its proven bound. @param {any} gap @param {any} engine @param {any} oracle @param {boolean} priced */
function isWithin(gap, engine, oracle, priced) {
  if (engine.needed !== oracle.needed || engine.uncovered !== oracle.uncovered) return false
  const [found, best, room] = priced ? [engine.charge, oracle.charge, gap?.minor] : [engine.exams, oracle.exams, gap?.exams]
  return best <= found && found - best <= (room ?? 0)
}
