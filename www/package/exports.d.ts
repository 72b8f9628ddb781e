// Files that other programs open, from plain tables and events; wasm-bindgen writes the types from the Rust source.
export * from './voucher_exports.js'
