// The engine in a browser: ready to use once this module has loaded.
import { engine, facts, functions } from './functions.js'
import { catalogue } from './on-demand.js'
import init from './voucher_planner.js'

const response = fetch(new URL('voucher_planner_bg.wasm', import.meta.url))

/** The compiled module, for a worker: what is compiled once need not be fetched again. */
export const compiled = await compile(await response)
await init({ module_or_path: compiled })

export * from './voucher_planner.js'
export * from './on-demand.js'
export { engine, facts }

export const { plan, planText, compare, compareOn, amend } = functions()

/** An engine with a partner's catalogue or prices. @param {{ catalogue?: unknown, prices?: unknown }} supplied */
export const planner = async (supplied) => (await import('./supply.js')).planner(supplied, { functions, catalogue })

/** While it arrives, where the server says what it is. @param {Response} file */
async function compile(file) {
  if (!file.ok) throw new Error(`the engine could not be loaded: ${file.status} ${file.url}`)
  return file.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(file)
    : WebAssembly.compile(await file.arrayBuffer())
}
