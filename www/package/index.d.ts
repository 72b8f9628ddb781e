// What both doors export; wasm-bindgen writes the types from the Rust source.
import type { Catalogue } from './voucher_planner.js'

export * from './voucher_planner.js'

/** The whole catalogue: what the engine computes with (`facts`), and what people read, such as rules and sources. */
export function catalogue(): Promise<Catalogue>

/** The JSON Schema of a document, as text. Throws where there is none of that name. */
export function schema(name: 'scenario' | 'plan' | 'comparison' | 'amendment' | 'catalogue'): Promise<string>

/** In browsers, the compiled module: a worker takes it with `initSync({ module })` of `voucher_planner.js`. */
export const compiled: WebAssembly.Module
