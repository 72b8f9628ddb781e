// What makes engines from a partner's catalogue and prices, in a browser: ready to use once this module has loaded.
import init from './voucher_supply.js'

await init()

export { planner } from './planners.js'
