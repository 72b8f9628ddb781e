//! The door to JavaScript: a value in, a file out. It throws where the value is not what its type says.

use js_sys::JSON;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// The bytes of an .xlsx file.
///
/// # Errors
/// Throws where a day, a sheet's name or a text is not one that a workbook can hold.
#[wasm_bindgen]
pub fn workbook(
    #[wasm_bindgen(unchecked_param_type = "Workbook")] workbook: &JsValue,
) -> Result<Vec<u8>, JsError> {
    super::workbook::workbook(&read(workbook)?).map_err(|refusal| JsError::new(&refusal))
}

/// The text of an .ics file.
///
/// # Errors
/// Throws where a day is none.
#[wasm_bindgen]
pub fn calendar(
    #[wasm_bindgen(unchecked_param_type = "Calendar")] calendar: &JsValue,
) -> Result<String, JsError> {
    super::calendar::calendar(&read(calendar)?).map_err(|refusal| JsError::new(&refusal))
}

/// Through JSON, whose reader refuses fields that nobody knows.
fn read<T: DeserializeOwned>(value: &JsValue) -> Result<T, JsError> {
    let text = JSON::stringify(value)
        .ok()
        .and_then(|text| text.as_string());
    Ok(serde_json::from_str(&text.unwrap_or_default())?)
}
