// What starts the engine, and what it answers then.
import type { Planner } from './index.js'

export * from './voucher_planner.js'
export { default } from './voucher_planner.js'
export { engine, facts } from './index.js'

/** The functions of an engine, by default of the module's own: once the engine is started. */
export function functions(engine?: string): Pick<Planner, 'plan' | 'planText' | 'compare' | 'compareOn' | 'amend'>
