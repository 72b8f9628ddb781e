//! The door to JavaScript: decode, call, encode. The only file that names wasm-bindgen.
//!
//! Live calls pass JavaScript values, documents that live on (files, links) pass JSON text. Both go in through one strict
//! reader, which refuses fields nobody knows where serde-wasm-bindgen's would pass them over, and come out through
//! serde-wasm-bindgen. Whatever comes in, the answer is a reply; only a bug of ours throws.

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::catalogue::Catalogue;
use crate::planner;

/// What tsify cannot declare: other names of types.
#[wasm_bindgen(typescript_custom_section)]
const NAMES: &str = "/** Where a fact was read: `source` or `source#section`, both named in the catalogue's `sources`. */
export type Cite = string;

/** The place of a figure in the plan's `figures`. */
export type FigureId = number;

/** What the engine computes with, and the names that people choose from, without remarks. */
export type Facts = Pick<Catalogue, 'version' | 'date' | 'programmes' | 'products' | 'availability' | 'exams' | 'areas' | 'certifications' | 'retakes' | 'preparation' | 'delivery' | 'imagineAcademy' | 'claims'>;";

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
    #[wasm_bindgen(unchecked_param_type = "Scenario")] scenario: &JsValue,
) -> Result<JsValue, JsError> {
    // `undefined` has no text, and no text is no scenario.
    let text = JSON::stringify(scenario)
        .ok()
        .and_then(|text| text.as_string());
    reply(&text.unwrap_or_default())
}

/// Plans a scenario written as JSON; the reply is JSON too.
///
/// # Errors
/// Throws only where the engine itself is broken.
#[wasm_bindgen(js_name = planText)]
pub fn plan_text(scenario: &str) -> Result<String, JsError> {
    let text = JSON::stringify(&reply(scenario)?)
        .ok()
        .and_then(|text| text.as_string());
    text.ok_or_else(|| JsError::new("the reply cannot be written"))
}

fn reply(scenario: &str) -> Result<JsValue, JsError> {
    let catalogue =
        Catalogue::builtin().ok_or_else(|| JsError::new("the embedded catalogue is broken"))?;
    // Absent values become `null`, as in JSON.
    let values = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(planner::plan_read(catalogue, scenario).serialize(&values)?)
}

/// What the engine computes with. The package's `catalogue` adds what only people read, such as rules and sources.
///
/// # Errors
/// Throws only where the engine itself is broken.
#[wasm_bindgen(unchecked_return_type = "Facts")]
pub fn facts() -> Result<JsValue, JsError> {
    parse(Catalogue::facts_text())
}

fn parse(text: &str) -> Result<JsValue, JsError> {
    JSON::parse(text).map_err(|_| JsError::new("the engine wrote what is not JSON"))
}
