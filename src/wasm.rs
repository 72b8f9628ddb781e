//! The door to JavaScript: decode, call, encode.
use wasm_bindgen::prelude::*;

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
