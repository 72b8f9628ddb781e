// What both doors export; wasm-bindgen writes the types from the Rust source.
export * from './voucher_planner.js'
