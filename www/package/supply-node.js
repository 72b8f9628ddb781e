// What makes engines from a partner's catalogue and prices, in Node: ready to use once this module has loaded.
import { readFileSync } from 'node:fs'
import { initSync } from './voucher_supply.js'

initSync({ module: readFileSync(new URL('voucher_supply_bg.wasm', import.meta.url)) })

export { planner } from './planners.js'
