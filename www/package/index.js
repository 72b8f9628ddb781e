// The engine in a browser: ready to use once this module has loaded.
import init from './voucher_planner.js'

await init()

/** The compiled module, for a worker: what is compiled once need not be fetched again. */
export const compiled = init.__wbindgen_wasm_module

export * from './voucher_planner.js'
export * from './on-demand.js'
