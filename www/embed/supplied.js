// What a partner supplies to a planner on a page: their catalogue and their prices, checked, as an engine to plan with.
/** @import { SuppliedDocuments, SupplyProblem } from '../pkg/index.js' */
/** @import { Mistake, ProblemCode } from '../pkg/index.js' */
/** @import { FirstMessages, SuppliedMessages } from '../messages/contract.js' */
/** @import { Language } from '../say.js' */
import { Engine } from '../engine.js'
import { Say } from '../say.js'

/** @type {Record<Language, { first: () => Promise<{ default: FirstMessages }>, supplied: () => Promise<{ default: SuppliedMessages }> }>} */
const words = {
  en: { first: () => import('../messages/en/first.js'), supplied: () => import('../messages/en/supplied.js') },
  'zh-CN': { first: () => import('../messages/zh-CN/first.js'), supplied: () => import('../messages/zh-CN/supplied.js') },
}

/**
 * An engine with a partner's catalogue, prices or both, for `planner.engine`; or all that is wrong with them.
 * @param {SuppliedDocuments} documents each parsed, or as JSON text
 * @param {Engine} [engine] one without them: what it does beside the page, the new one does there too
 * @returns {Promise<{ outcome: 'ready', engine: Engine } | { outcome: 'refused', problems: SupplyProblem[] }>}
 */
export async function suppliedEngine(documents, engine) {
  const { planner } = await import('../pkg/index.js')
  const reply = await planner(documents)
  if (reply.outcome === 'refused') return reply
  return { outcome: 'ready', engine: engine?.with(reply.planner) ?? new Engine(reply.planner) }
}

/** What is wrong, in a language: a line for each problem under a head for each document. @param {SupplyProblem[]} problems @param {Language} language @returns {Promise<{ head: string, lines: string[] }[]>} */
export async function suppliedProblems(problems, language) {
  const [{ default: first }, { default: m }] = await Promise.all([words[language].first(), words[language].supplied()])
  const say = new Say(language)
  const text = (/** @type {SupplyProblem} */ problem) => {
    if (problem.code === 'malformed') return /** @type {(mistake: Mistake, kinds: object) => string} */ (m.mistakes[problem.mistake.kind])(problem.mistake, m.kinds)
    if (problem.code === 'unknown-version') return m.version(problem.known)
    const own = /** @type {Record<string, ((problem: SupplyProblem) => string) | undefined>} */ (m.problems)[problem.code]
    const ofFields = /** @type {Record<string, (problem: ProblemCode, say: Say) => string>} */ (first.problems)
    return own ? own(problem) : ofFields[problem.code]?.(/** @type {ProblemCode} */ (problem), say) ?? problem.message
  }
  return /** @type {const} */ (['catalogue', 'prices']).map((document) => ({
    head: m.refused(m.documents[document]),
    lines: problems.filter((problem) => problem.document === document).map((problem) => m.at(problem.path || m.whole, text(problem))),
  })).filter(({ lines }) => lines.length)
}
