// The engine in workerd, the runtime of Cloudflare Workers: it compiles modules itself, and imports them compiled.
import module from './voucher_planner_bg.wasm'
import { initSync } from './voucher_planner.js'

initSync({ module })

export * from './voucher_planner.js'
export * from './on-demand.js'
