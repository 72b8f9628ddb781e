//! The door to JavaScript: decode, call, encode. The only file that names wasm-bindgen.
//!
//! Live calls pass JavaScript values; documents that live on (files, links) pass JSON text, where a field nobody knows
//! is a problem. Whatever comes in, the answer is a reply; only a bug of ours throws.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::catalogue::Catalogue;
use crate::planner;

/// Runs once when the module is loaded: a panic, which would be our bug, reaches JavaScript with its text.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_str(&panic.to_string());
    }));
}

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Plans a scenario.
///
/// # Errors
/// Throws only where the engine itself is broken.
#[wasm_bindgen(unchecked_return_type = "Reply")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "Scenario")] scenario: JsValue,
) -> Result<JsValue, JsError> {
    // One reader for both doors: it refuses fields nobody knows, which serde-wasm-bindgen's would pass over, and a second
    // one would add a fifth to what every visitor loads.
    let text = js_sys::JSON::stringify(&scenario)
        .map(String::from)
        .unwrap_or_default();
    encode(&planner::plan_read(catalogue_in_use()?, &text))
}

/// Plans a scenario written as JSON; the reply is JSON too.
///
/// # Errors
/// Throws only where the engine itself is broken.
#[wasm_bindgen(js_name = planText)]
pub fn plan_text(scenario: &str) -> Result<String, JsError> {
    let reply = encode(&planner::plan_read(catalogue_in_use()?, scenario))?;
    let text =
        js_sys::JSON::stringify(&reply).map_err(|_| JsError::new("the reply cannot be written"))?;
    Ok(text.into())
}

/// The catalogue: products, certifications, rules and sources.
///
/// # Errors
/// Throws only where the engine itself is broken.
#[wasm_bindgen(unchecked_return_type = "Catalogue")]
pub fn catalogue() -> Result<JsValue, JsError> {
    js_sys::JSON::parse(&Catalogue::builtin_text())
        .map_err(|_| JsError::new("the embedded catalogue is broken"))
}

fn catalogue_in_use() -> Result<&'static Catalogue, JsError> {
    Catalogue::builtin().ok_or_else(|| JsError::new("the embedded catalogue is broken"))
}

/// Absent values become `null`, as in JSON, so that both doors give the same reply.
fn encode(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
