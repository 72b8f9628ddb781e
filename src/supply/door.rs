//! The door to JavaScript: texts in, a text out.

use wasm_bindgen::prelude::*;

use crate::catalogue::Catalogue;
use crate::reading;

/// Checks a partner's catalogue and price book against the whole embedded catalogue, all written as JSON, and merges
/// them. The reply is JSON too.
///
/// # Errors
/// Throws only where the embedded catalogue is broken.
#[wasm_bindgen]
#[allow(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen borrows no text that may be absent"
)]
pub fn supply(
    base: &str,
    catalogue: Option<String>,
    prices: Option<String>,
) -> Result<String, JsError> {
    let base: Catalogue = reading::read(base).map_err(|misread| {
        JsError::new(&format!("the embedded catalogue is broken: {misread:?}"))
    })?;
    let reply = super::supply(&base, catalogue.as_deref(), prices.as_deref());
    Ok(serde_json::to_string(&reply)?)
}
