// Engines made from what a partner supplies: each with its own catalogue and prices, as many side by side as wanted.
import embedded from './catalogue.js'
import { functions } from './functions.js'
import { facts } from './voucher_planner.js'
import { supply } from './voucher_supply.js'

/** A document as text. @param {unknown} document parsed or as text @returns {string | undefined} */
const written = (document) => (document === undefined || document === null ? undefined : typeof document === 'string' ? document : JSON.stringify(document) ?? '')

/** @param {{ catalogue?: unknown, prices?: unknown }} [supplied] */
export async function planner({ catalogue, prices } = {}) {
  const reply = JSON.parse(supply(JSON.stringify(embedded), written(catalogue), written(prices)))
  return reply.outcome === 'ready' ? { outcome: 'ready', planner: made(reply) } : reply
}

/** @param {{ engine: string, catalogue: object | null, supplement: object | null, prices: object | null }} reply */
function made({ engine, catalogue, supplement, prices }) {
  const whole = JSON.stringify(catalogue ?? embedded)
  return Object.freeze({
    ...functions(engine),
    facts: () => JSON.parse(engine).facts ?? facts(),
    // Parsed anew each time, as the engine's own: what a caller changes in one is not changed in the next.
    catalogue: async () => JSON.parse(whole),
    supplement,
    prices,
    engine,
  })
}
