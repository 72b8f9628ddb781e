//! The engine through its door, in a browser.
#![cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_engine_says_which_version_it_is() {
    assert_eq!(voucher_planner::wasm::version(), env!("CARGO_PKG_VERSION"));
}
