//! The same worked cases as natively, through the door, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "native/cases.rs"]
mod cases;

use js_sys::{JSON, Reflect};
use voucher_planner::catalogue::Catalogue;
use voucher_planner::supply::{self, SupplyReply};
use voucher_planner::wasm;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

/// What an engine with nothing supplied replies.
fn ask(task: &str, scenario: &JsValue, after: &JsValue) -> JsValue {
    let facts = format!(r#"{{"facts":{}}}"#, Catalogue::facts_text());
    let engine = wasm::Supplied::new(&facts).ok().unwrap();
    engine.ask(task, scenario, after, None).ok().unwrap()
}

/// The reply to a scenario written as JSON, in the same way.
fn plan_text(scenario: &str) -> String {
    text(&ask("planText", &scenario.into(), &JsValue::UNDEFINED))
}

/// The reply to the same as a value.
fn live(task: &str, scenario: &str) -> String {
    text(&ask(
        task,
        &JSON::parse(scenario).unwrap(),
        &JsValue::UNDEFINED,
    ))
}

#[wasm_bindgen_test]
fn the_engine_says_which_version_it_is() {
    assert_eq!(wasm::version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn prorations_are_those_of_the_sources() {
    cases::prorations();
}

#[wasm_bindgen_test]
fn codes_end_on_the_days_of_the_sources() {
    cases::expiries();
}

#[wasm_bindgen_test]
fn documents_give_the_plans_worked_by_hand() {
    cases::plans(plan_text);
}

#[wasm_bindgen_test]
fn live_values_give_the_same_plans() {
    cases::plans(|scenario| live("plan", scenario));
}

#[wasm_bindgen_test]
fn both_doors_give_the_bytes_that_the_engine_gives_natively() {
    let natively = include_str!("cases/replies.txt");
    assert_eq!(cases::digests(plan_text), natively);
    assert_eq!(cases::digests(|scenario| live("plan", scenario)), natively);
}

#[wasm_bindgen_test]
fn comparisons_have_the_bytes_that_the_engine_gives_natively() {
    let natively = include_str!("cases/comparisons.txt");
    assert_eq!(
        cases::digests(|scenario| live("compare", scenario)),
        natively
    );
}

#[wasm_bindgen_test]
fn what_is_no_scenario_is_refused_and_nothing_is_thrown() {
    for value in [
        JsValue::NULL,
        JsValue::UNDEFINED,
        JsValue::from(7),
        JsValue::from("x"),
        JsValue::from(f64::NAN),
    ] {
        for task in ["plan", "planText", "compare", "amend"] {
            let reply = ask(task, &value, &value);
            assert_eq!(field(&reply, "outcome"), JsValue::from("refused"));
        }
    }
}

#[wasm_bindgen_test]
fn engines_live_side_by_side_each_with_its_own_prices() {
    let whole = Catalogue::whole().unwrap();
    let catalogue = include_str!("cases/partner/catalogue.json");
    let prices = include_str!("cases/partner/prices.json");
    let cheaper = prices.replace("1200.00", "600.00");
    let engines = [prices, &cheaper].map(|prices| {
        match supply::supply(&whole, Some(catalogue), Some(prices)) {
            SupplyReply::Ready { engine, .. } => wasm::Supplied::new(&engine).ok().unwrap(),
            SupplyReply::Refused { problems } => panic!("{problems:?}"),
        }
    });
    let scenario = r#"{"version": 1, "today": "2020-09-21", "agreements": [{"programme": "ees", "start": "2020-07-01", "end": "2021-06-30",
        "groups": [{"people": 60, "certifications": ["mos-word-2016"], "preparationStart": "2020-06-01", "sittings": [{"day": "2020-12-07"}]}]}]}"#;
    // 1,200.00 and 600.00 for seven of twelve months.
    for (engine, charge) in engines.iter().zip(["70000", "35000"]) {
        let reply = engine.ask("planText", &scenario.into(), &JsValue::UNDEFINED, None);
        let reply = text(&reply.ok().unwrap());
        assert!(
            reply.contains(&format!(r#""charge":{{"value":{charge},"#)),
            "{reply}"
        );
    }
    for unchecked in ["{}", "{\"facts\": {}}"] {
        assert!(wasm::Supplied::new(unchecked).is_err());
    }
}
