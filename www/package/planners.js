// Engines made from what a partner supplies: each with its own catalogue and prices, as many side by side as wanted.
import { supply } from './voucher_supply.js'

/** A document as text. @param {unknown} document parsed or as text @returns {string | undefined} */
const written = (document) => (document === undefined || document === null ? undefined : typeof document === 'string' ? document : JSON.stringify(document) ?? '')

/** What the module has, which passes it here: imported again, a bundler would make more files of it. @typedef {{ functions: typeof import('./functions.js').functions, catalogue: () => Promise<object> }} Module */

/** What a partner supplies. */
const known = ['catalogue', 'prices']

/** @param {{ catalogue?: unknown, prices?: unknown } | undefined} supplied @param {Module} module */
export async function planner(supplied = {}, module) {
  // A misspelt name must not end in the answers of the embedded catalogue.
  const unknown = Object.keys(supplied).filter((name) => !known.includes(name))
  if (unknown.length) throw new TypeError(`A planner is made from ${known.join(' and ')}, not from ${unknown.join(' and ')}.`)
  const { catalogue, prices } = supplied
  const embedded = JSON.stringify(await module.catalogue())
  const reply = JSON.parse(supply(embedded, written(catalogue), written(prices)))
  return reply.outcome === 'ready' ? { outcome: 'ready', planner: made(reply, embedded, module) } : reply
}

/** @param {{ engine: string, catalogue: object | null, supplement: object | null, prices: object | null }} reply @param {string} embedded @param {Module} module */
function made({ engine, catalogue, supplement, prices }, embedded, { functions }) {
  const whole = catalogue ? JSON.stringify(catalogue) : embedded
  return Object.freeze({
    ...functions(engine),
    facts: () => JSON.parse(engine).facts,
    // Parsed anew each time, as the engine's own: what a caller changes in one is not changed in the next.
    catalogue: async () => JSON.parse(whole),
    supplement,
    prices,
    engine,
  })
}
