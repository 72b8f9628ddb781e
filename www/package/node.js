// The engine in Node: ready to use once this module has loaded.
import { readFileSync } from 'node:fs'
import { engine, facts, functions } from './functions.js'
import { catalogue } from './on-demand.js'
import { initSync } from './voucher_planner.js'

/** The compiled module, for a worker: what is compiled once need not be compiled again. */
export const compiled = new WebAssembly.Module(readFileSync(new URL('voucher_planner_bg.wasm', import.meta.url)))
initSync({ module: compiled })

export * from './voucher_planner.js'
export * from './on-demand.js'
export { engine, facts }

export const { plan, planText, compare, compareOn, amend } = functions()

/** An engine with a partner's catalogue or prices. @param {{ catalogue?: unknown, prices?: unknown }} supplied */
export const planner = async (supplied) => (await import('./supply-node.js')).planner(supplied, { functions, catalogue })
