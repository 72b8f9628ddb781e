// The engine in workerd, the runtime of Cloudflare Workers: it compiles modules itself, and imports them compiled.
import { engine, facts, functions } from './functions.js'
import compiled from './voucher_planner_bg.wasm'
import supply from './voucher_supply_bg.wasm'
import { catalogue } from './on-demand.js'
import { initSync } from './voucher_planner.js'

initSync({ module: compiled })

export * from './voucher_planner.js'
export * from './on-demand.js'
export { compiled, engine, facts }

export const { plan, planText, compare, compareOn, amend } = functions()

/** An engine with a partner's catalogue or prices. @param {{ catalogue?: unknown, prices?: unknown }} supplied */
export async function planner(supplied) {
  const { initSync: begin } = await import('./voucher_supply.js')
  begin({ module: supply })
  return (await import('./planners.js')).planner(supplied, { functions, catalogue })
}
