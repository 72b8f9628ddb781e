// The engine in a single file, in the place of `pkg/index.js`: it is fetched from nowhere.
import { engine, facts, functions } from '../../pkg/functions.js'
import { initSync } from '../../pkg/voucher_planner.js'
import { unpacked } from './packed.js'

/** The compiled module, for a worker. */
export const compiled = await WebAssembly.compile(await unpacked('engine').arrayBuffer())
initSync({ module: compiled })

export * from '../../pkg/voucher_planner.js'
export { engine, facts }

export const { plan, planText, compare, compareOn, amend } = functions()
export { catalogue } from '../../pkg/on-demand.js'
