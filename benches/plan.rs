//! How long one plan takes, for each worked case and as scenarios grow, and one distribution, for groups of many sizes:
//! `cargo bench`.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a benchmark reads the clock, and stops where something is wrong"
)]

use std::hint::black_box;
use std::time::Instant;

use voucher_planner::domain::{Day, Ratio};
use voucher_planner::figure::AttemptTerm;
use voucher_planner::plan::Reply;
use voucher_planner::rules::chances::Chances;
use voucher_planner::{catalogue::Catalogue, planner};

/// Plans made for each figure.
const TIMES: u32 = 50;

/// One exam of each family.
const CERTIFICATIONS: [&str; 5] = [
    "mos-word-2016",
    "mta-networking-fundamentals",
    "microsoft-certified-educator",
    "azure-administrator",
    "azure-fundamentals",
];

/// Plans an agreement of so many months with sittings spread over it, at each site, for each family, with terms of each
/// order its own: then windows roll, which is the hardest to solve. Prints the time, and how far the proof got.
fn grown(
    catalogue: &Catalogue,
    name: &str,
    months: u32,
    sittings: i64,
    sites: usize,
    families: usize,
    scale: i64,
) {
    let start = Day::parse("2019-07-01").expect("a day");
    let end = start.plus_months(months).and_then(|day| day.plus_days(-1));
    let end = end.expect("a day");
    let mut groups = Vec::new();
    for site in 0..sites {
        for (family, certification) in CERTIFICATIONS.iter().enumerate().take(families) {
            let waves: Vec<_> = (0..sittings)
                .map(|sitting| {
                    let days = start.days_until(end) * (sitting + 1) / (sittings + 1);
                    let place = sitting + i64::try_from(site).expect("few");
                    let family = i64::try_from(family).expect("few");
                    let people = 61 + (place * 197 + family * 131 + place * family * 37) % 389;
                    let day = start.plus_days(days).expect("a day");
                    serde_json::json!({ "day": day.to_string(), "people": people * scale })
                })
                .collect();
            let people = waves.iter().filter_map(|wave| wave["people"].as_i64());
            groups.push(serde_json::json!({
                "people": people.sum::<i64>(), "certifications": [certification], "site": format!("site-{site}"),
                "preparationStart": "2017-01-01", "sittings": waves,
            }));
        }
    }
    let sites: Vec<_> = (0..sites)
        .map(|site| serde_json::json!({ "id": format!("site-{site}") }))
        .collect();
    let scenario = serde_json::json!({
        "version": 1, "today": "2019-07-01",
        "agreements": [{
            "programme": "ees", "start": start.to_string(), "end": end.to_string(), "currency": "USD",
            "policies": { "term": "independent" }, "sites": sites, "groups": groups,
            "prices": [
                { "product": "site-500", "price": "9420.00" }, { "product": "site-125-mta", "price": "3315.00" },
                { "product": "site-125-mos", "price": "3290.00" }, { "product": "class-30", "price": "2250.00" },
                { "product": "voucher-1", "price": "84.00" },
            ],
        }],
    })
    .to_string();
    let times = if sites.len() > 10 { 3 } else { TIMES };
    let begun = Instant::now();
    let mut reply = planner::plan_read(catalogue, &scenario);
    for _ in 1..times {
        reply = black_box(planner::plan_read(catalogue, &scenario));
    }
    let each = begun.elapsed().as_secs_f64() * 1000.0 / f64::from(times);
    let Reply::Planned { plan } = reply else {
        panic!("{name} is refused");
    };
    let proof = plan.agreements[0].proof;
    println!("{each:>9.3} ms  {name} ({proof:?})");
}

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
    for (months, sittings) in [(12, 3), (36, 3), (36, 6), (36, 10)] {
        let name = format!("{months} months, {sittings} sittings");
        grown(catalogue, &name, months, sittings, 1, 3, 1);
    }
    println!("\nHow the time grows, one thing at a time.");
    for sittings in 1..=12 {
        grown(
            catalogue,
            &format!("36 months, sittings: {sittings}"),
            36,
            sittings,
            1,
            3,
            1,
        );
    }
    for sites in [1, 10, 100, 1_000] {
        grown(
            catalogue,
            &format!("1 sitting, sites: {sites}"),
            12,
            1,
            sites,
            3,
            1,
        );
    }
    for scale in [1, 10, 100, 1_000] {
        grown(
            catalogue,
            &format!("3 sittings, people: {scale} x 2,000"),
            12,
            3,
            1,
            3,
            scale,
        );
    }
    for families in 1..=5 {
        grown(
            catalogue,
            &format!("3 sittings, families: {families}"),
            12,
            3,
            1,
            families,
            1,
        );
    }
    println!();
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
