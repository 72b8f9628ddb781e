// The engine in a browser: ready to use once this module has loaded.
import init from './voucher_planner.js'

await init()

export * from './voucher_planner.js'
export * from './on-demand.js'
