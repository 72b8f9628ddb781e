//! Worked cases as data: the same files run natively and in a browser.

use serde_json::Value;
use voucher_planner::domain::{Day, Ratio};
use voucher_planner::policy::{Coverage, LastDay, Months};
use voucher_planner::rules::proration::{coverage_start, factor, months_charged};
use voucher_planner::rules::window::months_from_purchase;

const PRORATION: &str = include_str!("../cases/proration.json");
const EXPIRY: &str = include_str!("../cases/expiry.json");
const PLANS: &str = include_str!("../cases/plans.json");

/// Every published or derived proration gives its start, months and factor.
pub fn prorations() {
    for case in list(PRORATION) {
        let name = text(&case, "name");
        let start = coverage_start(day(&case, "order"), Coverage::FirstOfNextMonth).unwrap();
        assert_eq!(start, day(&case, "start"), "{name}");
        let policy = *Months::ALL
            .iter()
            .find(|months| months.id() == text(&case, "months"))
            .unwrap();
        let months = months_charged(start, day(&case, "end"), policy, 6, Some(12)).unwrap();
        assert_eq!(months, ratio(&case, "charged"), "{name}");
        assert_eq!(factor(months).unwrap(), ratio(&case, "factor"), "{name}");
    }
}

/// Every expiry gives its last day.
pub fn expiries() {
    for case in list(EXPIRY) {
        let policy = *LastDay::ALL
            .iter()
            .find(|last| last.id() == text(&case, "lastDay"))
            .unwrap();
        assert_eq!(
            months_from_purchase(day(&case, "from"), 12, policy),
            Some(day(&case, "last")),
            "{}",
            text(&case, "name")
        );
    }
}

/// Every scenario gives what is expected at each pointer into its reply. `reply` goes through the door under test.
pub fn plans(reply: impl Fn(&str) -> String) {
    for case in list(PLANS) {
        let name = text(&case, "name");
        let reply: Value = serde_json::from_str(&reply(&case["scenario"].to_string())).unwrap();
        for (pointer, expected) in case["expect"].as_object().unwrap() {
            let found = reply
                .pointer(pointer)
                .unwrap_or_else(|| panic!("{name}: nothing at {pointer} of {reply}"));
            assert_eq!(
                found, expected,
                "{name}: {pointer} (findings {})",
                reply["plan"]["findings"]
            );
        }
    }
}

/// A line for each case: a digest of the reply's bytes (FNV-1a, 64 bits), and the case's name.
pub fn digests(reply: impl Fn(&str) -> String) -> String {
    let digest = |text: String| {
        let step =
            |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
    };
    let line = |case: Value| {
        format!(
            "{:016x} {}\n",
            digest(reply(&case["scenario"].to_string())),
            text(&case, "name")
        )
    };
    list(PLANS).into_iter().map(line).collect()
}

/// The scenarios of the cases.
#[allow(
    dead_code,
    reason = "the browser runs the cases, not what else is done with their scenarios"
)]
pub fn scenarios() -> Vec<Value> {
    list(PLANS)
        .into_iter()
        .map(|case| case["scenario"].clone())
        .collect()
}

fn list(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

fn text<'v>(case: &'v Value, field: &str) -> &'v str {
    case[field].as_str().unwrap()
}

fn day(case: &Value, field: &str) -> Day {
    Day::parse(text(case, field)).unwrap()
}

fn ratio(case: &Value, field: &str) -> Ratio {
    Ratio::new(
        case[field][0].as_i64().unwrap(),
        case[field][1].as_i64().unwrap(),
    )
    .unwrap()
}
