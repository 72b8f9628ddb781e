//! How long one plan takes, for each worked case, and one distribution, for groups of many sizes: `cargo bench`.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "a benchmark reads the clock, and stops where something is wrong"
)]

use std::hint::black_box;
use std::time::Instant;

use voucher_planner::domain::Ratio;
use voucher_planner::figure::AttemptTerm;
use voucher_planner::rules::chances::Chances;
use voucher_planner::{catalogue::Catalogue, planner};

/// Plans made for each figure.
const TIMES: u32 = 50;

fn main() {
    let catalogue = Catalogue::builtin().expect("the embedded catalogue is whole");
    let cases = include_str!("../tests/cases/plans.json");
    let cases: Vec<serde_json::Value> = serde_json::from_str(cases).expect("the cases are JSON");
    for case in &cases {
        let scenario = case["scenario"].to_string();
        let start = Instant::now();
        for _ in 0..TIMES {
            black_box(planner::plan_read(catalogue, &scenario));
        }
        let each = start.elapsed().as_secs_f64() * 1000.0 / f64::from(TIMES);
        println!(
            "{each:>9.3} ms  {}",
            case["name"].as_str().unwrap_or_default()
        );
    }
    for bookings in [100, 10_000, 1_000_000] {
        let term = |attempts, rebookings| AttemptTerm {
            bookings,
            pass_rate: Ratio::new(47, 100).expect("a rate"),
            attempts,
            no_show_rate: Ratio::new(rebookings, 50).expect("a rate"),
            rebookings: u32::try_from(rebookings).expect("few"),
        };
        let terms = [term(3, 0), term(5, 2)];
        for mixed in 1..=2 {
            let start = Instant::now();
            for _ in 0..TIMES {
                black_box(Chances::of(black_box(&terms[2 - mixed..])));
            }
            let each = start.elapsed().as_secs_f64() * 1000.0 / f64::from(TIMES);
            println!("{each:>9.3} ms  the chances of {bookings} bookings, of {mixed} kinds");
        }
    }
}
