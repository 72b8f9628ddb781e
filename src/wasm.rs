//! The door to JavaScript: decode, call, encode. The only file that names wasm-bindgen.
//!
//! Live calls pass JavaScript values; documents that live on (files, links) pass JSON text, where a field nobody knows
//! is a problem. Whatever comes in, the answer is a reply; only a bug of ours throws.

use serde::Serialize;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::catalogue::Catalogue;
use crate::plan::Reply;
use crate::planner;
use crate::scenario::Scenario;

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
    let reader = serde_wasm_bindgen::Deserializer::from(scenario);
    let reply = match serde_path_to_error::deserialize::<_, Scenario>(reader) {
        Ok(scenario) => planner::plan(catalogue_in_use()?, &scenario),
        Err(error) => Reply::Refused {
            problems: vec![planner::malformed(&error)],
        },
    };
    encode(&reply)
}

/// Plans a scenario written as JSON; the reply is JSON too. Unknown fields are problems.
///
/// # Errors
/// Throws only where the engine itself is broken.
#[wasm_bindgen(js_name = planText)]
pub fn plan_text(scenario: &str) -> Result<String, JsError> {
    Ok(planner::plan_text(catalogue_in_use()?, scenario))
}

/// The catalogue: products, certifications, rules and sources.
///
/// # Errors
/// Throws only where the engine itself is broken.
#[wasm_bindgen]
pub fn catalogue() -> Result<Ts<Catalogue>, JsError> {
    Ok(Ts::new_unchecked(
        encode(catalogue_in_use()?)?.unchecked_into(),
    ))
}

fn catalogue_in_use() -> Result<&'static Catalogue, JsError> {
    Catalogue::builtin().ok_or_else(|| JsError::new("the embedded catalogue is broken"))
}

/// Absent values become `null`, as in JSON, so that both doors give the same reply.
fn encode(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
