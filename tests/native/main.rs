//! What is true of the engine, natively: cases, an oracle, properties, explanations, layers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod amendments;
mod cases;
mod chances;
mod comparisons;
mod conflicts;
mod explanations;
mod layers;
mod oracle;
mod people;
mod properties;
mod supply;

use voucher_planner::catalogue::Catalogue;
use voucher_planner::planner;
use voucher_planner::solve::Effort;

/// The reply to a scenario, as JSON.
fn reply(scenario: &str) -> String {
    serde_json::to_string(&planner::plan_read(Catalogue::builtin().unwrap(), scenario)).unwrap()
}

#[test]
fn prorations_are_those_of_the_sources() {
    cases::prorations();
}

#[test]
fn codes_end_on_the_days_of_the_sources() {
    cases::expiries();
}

#[test]
fn scenarios_give_the_plans_worked_by_hand() {
    cases::plans(reply);
}

/// The comparison of a scenario's plan, as JSON.
fn comparison(scenario: &str) -> String {
    let effort = Effort::plan(None);
    let compared = planner::compare(Catalogue::builtin().unwrap(), scenario, effort);
    serde_json::to_string(&compared).unwrap()
}

#[test]
fn replies_have_the_bytes_that_the_browser_gives_too() {
    for (file, digests) in [
        ("replies.txt", cases::digests(reply)),
        ("comparisons.txt", cases::digests(comparison)),
    ] {
        let file = format!("{}/tests/cases/{file}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&file, &digests).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(file).unwrap(),
            digests,
            "after a change: UPDATE=1 cargo test"
        );
    }
}
