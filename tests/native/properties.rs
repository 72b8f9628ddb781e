//! What holds for any scenario.

use proptest::prelude::*;
use serde_json::{Value, json};
use voucher_planner::catalogue::Catalogue;
use voucher_planner::domain::Calendar;
use voucher_planner::plan::{CoverKind, Plan, Proof, Reply};
use voucher_planner::{planner, replay};

const CERTIFICATIONS: [&str; 6] = [
    "mos-word-2019",
    "mta-networking-fundamentals",
    "microsoft-certified-educator",
    "azure-fundamentals",
    "azure-administrator",
    "mos-word-2013-expert",
];

fn plan(scenario: &Value) -> Option<Plan> {
    match planner::plan_read(Catalogue::builtin().unwrap(), &scenario.to_string()) {
        Reply::Planned { plan } => Some(*plan),
        Reply::Refused { .. } => None,
    }
}

fn is_reply(text: &str) -> bool {
    text.starts_with("{\"outcome\":")
}

/// A group: certification, people, audience, days until its sitting.
pub fn group() -> impl Strategy<Value = (usize, i64, bool, i64, usize)> {
    (
        0..CERTIFICATIONS.len(),
        1..700_i64,
        any::<bool>(),
        1..260_i64,
        0..2_usize,
    )
}

pub fn scenario(
    groups: &[(usize, i64, bool, i64, usize)],
    policies: &Value,
    price: i64,
    stock: i64,
) -> Value {
    let start = voucher_planner::domain::Day::parse("2021-01-04").unwrap();
    let groups: Vec<Value> = groups
        .iter()
        .map(|(certification, people, staff, days, site)| {
            json!({
                "people": people, "certifications": [CERTIFICATIONS[*certification]], "preparationStart": "2019-01-01",
                "audience": if *staff { "staff" } else { "student" }, "site": (["a", "b"][*site]),
                "sittings": [{"day": start.plus_days(*days).unwrap().to_string()}],
            })
        })
        .collect();
    json!({"version": 1, "today": "2021-01-04", "agreements": [{
        "programme": "ees", "start": "2021-01-01", "end": "2021-12-31", "currency": "USD", "policies": policies,
        "sites": [{"id": "a", "testCentreFrom": "2020-01-01"}, {"id": "b", "testCentreFrom": "2020-01-01"}],
        "groups": groups,
        "stock": [{"product": "site-500", "exams": stock, "until": "2021-12-31", "site": "a"}],
        "prices": [
            {"product": "site-500", "price": (price * 31).to_string()}, {"product": "site-125-mta", "price": (price * 11).to_string()},
            {"product": "site-125-mos", "price": (price * 10).to_string()}, {"product": "class-30", "price": (price * 7).to_string()},
            {"product": "voucher-1", "price": "33.33"},
        ],
        // Benefits come with every random scenario; what they come to varies with its numbers.
        "softwareAssurance": {"days": stock % 7, "vouchers": [
            {"created": start.plus_days(stock - 200).unwrap().to_string(), "days": stock % 5 + 1, "used": stock % 2, "azure": stock % 3 == 0},
            {"created": start.plus_days(stock).unwrap().to_string(), "days": 3},
        ]},
        "academyDiscounts": {"trainers": stock + 1, "trainerPrice": format!("{}.{:02}", price, stock % 100), "press": price.to_string()},
        "legacyELearning": stock % 2 == 0,
    }]})
}

fn charge(scenario: &Value) -> Option<(i64, i64, Proof)> {
    let plan = plan(scenario)?;
    let agreement = &plan.agreements[0];
    let uncovered = agreement.needs.iter().map(|need| need.uncovered).sum();
    Some((uncovered, agreement.summary.charge?.value, agreement.proof))
}

pub fn policies() -> impl Strategy<Value = Value> {
    (0..3_usize, 0..6_usize, 0..2_usize, 0..3_usize, 0..3_usize).prop_map(|(term, months, round, benefit, expiry)| {
        json!({
            "term": (["co-terminate", "agreement-end", "independent"][term]),
            "months": (["full", "full-min-6", "started", "months-and-days", "days", "none"][months]),
            "roundAt": (["unit", "line"][round]),
            "examBenefit": (["time", "count", "none"][benefit]),
            "expiry": (["earliest", "agreement-end", "twelve-months"][expiry]),
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_need_is_covered_by_vouchers_usable_that_day(
        groups in prop::collection::vec(group(), 1..4), policies in policies(), stock in 0..200_i64,
    ) {
        let plan = plan(&scenario(&groups, &policies, 90, stock)).unwrap();
        let agreement = &plan.agreements[0];
        for need in &agreement.needs {
            let covered: i64 = need.covered_by.iter().map(|cover| cover.exams).sum();
            prop_assert_eq!(covered + need.uncovered, need.need.value);
            for cover in need.covered_by.iter().filter(|cover| cover.kind == CoverKind::Bought) {
                let line = agreement.lines.iter().find(|line| line.id == cover.id).unwrap();
                prop_assert!(line.latest_delivery.value <= need.sitting);
                prop_assert!(line.usable_until.unwrap().value >= need.last_day.value);
            }
        }
        let bought: i64 = agreement.lines.iter().filter_map(|line| line.exams).map(|exams| exams.value).sum();
        prop_assert_eq!(bought, agreement.summary.exams_bought.value);
    }

    #[test]
    fn every_figure_replays_to_its_value(
        groups in prop::collection::vec(group(), 1..4), policies in policies(), stock in 0..200_i64,
    ) {
        let plan = plan(&scenario(&groups, &policies, 90, stock)).unwrap();
        for (place, figure) in plan.figures.iter().enumerate() {
            let value = replay::replay(&plan, &plan.agreements[0], &Calendar::default(), u32::try_from(place).unwrap());
            prop_assert_eq!(value.as_ref(), Some(&figure.value), "{:?}", figure);
        }
    }

    #[test]
    fn one_more_candidate_never_costs_less_where_terms_do_not_share(
        groups in prop::collection::vec(group(), 1..4), together in any::<bool>(), stock in 0..200_i64,
    ) {
        let policies = json!({"term": if together { "agreement-end" } else { "independent" }});
        let before = charge(&scenario(&groups, &policies, 90, stock)).unwrap();
        let mut more = groups.clone();
        more[0].1 += 1;
        let after = charge(&scenario(&more, &policies, 90, stock)).unwrap();
        prop_assume!(before.2 != Proof::BestFound && after.2 != Proof::BestFound);
        prop_assert!((before.0, before.1) <= (after.0, after.1), "{:?} {:?}", before, after);
    }

    #[test]
    fn a_cheaper_price_never_raises_the_cost(
        groups in prop::collection::vec(group(), 1..4), policies in policies(), price in 2..100_i64,
    ) {
        let dear = charge(&scenario(&groups, &policies, price, 0)).unwrap();
        let cheap = charge(&scenario(&groups, &policies, price - 1, 0)).unwrap();
        prop_assume!(dear.2 != Proof::BestFound && cheap.2 != Proof::BestFound);
        prop_assert!(cheap.1 <= dear.1, "{:?} {:?}", cheap, dear);
    }

    #[test]
    fn more_stock_never_raises_the_cost(
        groups in prop::collection::vec(group(), 1..4), together in any::<bool>(), stock in 0..200_i64,
    ) {
        let policies = json!({"term": if together { "agreement-end" } else { "independent" }});
        let less = charge(&scenario(&groups, &policies, 90, stock)).unwrap();
        let more = charge(&scenario(&groups, &policies, 90, stock + 7)).unwrap();
        prop_assume!(less.2 != Proof::BestFound && more.2 != Proof::BestFound);
        prop_assert!((more.0, more.1) <= (less.0, less.1), "{:?} {:?}", more, less);
    }

    #[test]
    fn discounts_add_up_and_no_training_day_is_counted_twice(price in 0..5_000_i64, stock in 0..200_i64, line in any::<bool>()) {
        let policies = json!({"roundAt": if line { "line" } else { "unit" }});
        let plan = plan(&scenario(&[(0, 30, true, 100, 0)], &policies, price, stock)).unwrap();
        let agreement = &plan.agreements[0];
        for discount in &agreement.discounts {
            prop_assert_eq!(discount.paid.value + discount.saved.value, discount.price.value);
            let percent = if discount.benefit == "mct-discount" { 50 } else { 60 };
            // Each trainer's price is rounded for itself, by at most half a cent.
            let off = (discount.paid.value * 100 - discount.price.value * percent).abs();
            prop_assert!(off <= 50 * if line { 1 } else { stock + 1 }, "{:?}", discount);
        }
        prop_assert_eq!(agreement.discounts.len(), 2);
        let training = agreement.training.as_ref().unwrap();
        let back: i64 = training.vouchers.iter()
            .filter(|voucher| voucher.ended && voucher.until.value < training.until.value)
            .map(|voucher| voucher.unused.value).sum();
        prop_assert_eq!(training.pool.value, stock % 7 + back);
        prop_assert!(training.vouchers.iter().all(|voucher| voucher.ended == (voucher.until.value < plan.today)));
    }

    #[test]
    fn whatever_is_typed_gets_an_answer(
        today in ".{0,12}", start in ".{0,12}", end in ".{0,12}", people in ".{0,8}", rate in ".{0,6}", price in ".{0,12}",
    ) {
        let scenario = json!({"version": 1, "today": today, "agreements": [{
            "programme": "ees", "start": start, "end": end, "currency": "USD", "serviceLevel": rate,
            "groups": [{"people": people, "certifications": ["mos-word-2019"], "passRate": rate, "attempts": people, "noShowRate": rate, "rebookings": people}],
            "prices": [{"product": "site-500", "price": price}],
            "softwareAssurance": {"days": people, "vouchers": [{"created": start, "days": people, "used": rate}]},
            "academyDiscounts": {"trainers": people, "trainerPrice": price, "press": price},
        }]});
        let reply = super::reply(&scenario.to_string());
        prop_assert!(is_reply(&reply));
    }

    #[test]
    fn extreme_dates_and_numbers_get_an_answer(
        year in prop::sample::select(vec![1, 2, 1999, 2021, 9998, 9999]), months in 0..120_i64,
        people in prop::sample::select(vec!["1", "1000000", "999999"]), attempts in 1..20_i64, rate in 1..100_i64,
    ) {
        let scenario = json!({"version": 1, "today": format!("{year:04}-12-30"), "agreements": [{
            "programme": "ees", "start": format!("{year:04}-01-01"), "end": "9999-12-31", "currency": "USD", "serviceLevel": "0.9",
            "groups": [{"people": people, "certifications": ["azure-administrator"], "passRate": format!("{rate}%"), "attempts": attempts,
                "preparationMonths": months}],
            "prices": [{"product": "voucher-1", "price": "9999999999.99"}, {"product": "class-30", "price": "1"}],
        }]});
        let reply = super::reply(&scenario.to_string());
        prop_assert!(is_reply(&reply));
    }
}

/// Staff early in an agreement of three years, for whom free vouchers are there, and students late in its first year.
fn early_and_late(staff: i64, students: i64, term: &str) -> Value {
    json!({"version": 1, "today": "2021-01-04", "agreements": [{
        "programme": "ees", "start": "2021-01-01", "end": "2023-12-31", "currency": "USD", "policies": {"term": term},
        "sites": [{"id": "a", "testCentreFrom": "2020-01-01"}],
        "groups": [
            {"people": staff, "audience": "staff", "certifications": ["mos-word-2019"], "preparationStart": "2019-01-01", "sittings": [{"day": "2021-02-15"}]},
            {"people": students, "audience": "student", "certifications": ["mos-word-2019"], "preparationStart": "2019-01-01", "sittings": [{"day": "2021-11-15"}]},
        ],
        "prices": [{"product": "site-500", "price": "9000"}, {"product": "site-125-mos", "price": "3300"}],
    }]})
}

#[test]
fn one_more_candidate_lowers_the_cost_only_where_it_opens_a_term_for_others() {
    // Thirty free vouchers cover 30 staff. For the 31st a pack is ordered in February: it opens a term to the end of
    // February 2022, and the orders of November are charged for 3 months instead of 12.
    let price = |staff, term| charge(&early_and_late(staff, 2_000, term)).unwrap();
    assert_eq!(price(30, "co-terminate"), (0, 4 * 900_000, Proof::Optimal));
    assert_eq!(
        price(31, "co-terminate"),
        (0, 330_000 + 4 * 225_000, Proof::Optimal)
    );
    let mut lowered = 0;
    for term in ["co-terminate", "independent", "agreement-end"] {
        for students in (100..2_600).step_by(167) {
            for staff in 27..34 {
                let before = plan(&early_and_late(staff, students, term)).unwrap();
                let after = plan(&early_and_late(staff + 1, students, term)).unwrap();
                let (before, after) = (&before.agreements[0], &after.agreements[0]);
                let total = |plan: &voucher_planner::plan::AgreementPlan| {
                    plan.summary.charge.unwrap().value
                };
                if total(after) >= total(before) {
                    continue;
                }
                assert_eq!(term, "co-terminate");
                // The reason stands in the plan: a term that was opened earlier.
                assert!(
                    after.terms[0].opened < before.terms[0].opened,
                    "{staff} {students}"
                );
                lowered += 1;
            }
        }
    }
    // The step from 30 to 31 staff, with every number of students but the first: 100 cost one pack either way.
    assert_eq!(lowered, 14, "of 315 steps");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn factors_add_up_where_the_model_says_so(year in 2019..2024_i32, month in 1..13_u32, first in 1..7_u32, then in 1..6_u32, day in 1..28_u32) {
        use voucher_planner::domain::{Day, Ratio};
        use voucher_planner::policy::Months;
        use voucher_planner::rules::proration::{factor, months_charged};
        let part = |from: Day, until: Day, months| {
            let charged = months_charged(from, until, months, 6, None).unwrap();
            factor(charged).unwrap()
        };
        let eve = |day: Day| day.plus_days(-1).unwrap();
        // Whole months, from a first of a month on.
        let start = Day::parse(&format!("{year}-{month:02}-01")).unwrap();
        let (middle, end) = (start.plus_months(first).unwrap(), start.plus_months(first + then).unwrap());
        let sum = |start, middle, end, months| part(start, eve(middle), months).plus(part(middle, eve(end), months));
        prop_assert_eq!(sum(start, middle, end, Months::Full), Some(part(start, eve(end), Months::Full)));
        // Months and days: at anniversaries of any day that every month has.
        let start = Day::parse(&format!("{year}-{month:02}-{day:02}")).unwrap();
        let (middle, end) = (start.plus_months(first).unwrap(), start.plus_months(first + then).unwrap());
        let months = Months::MonthsAndDays;
        prop_assert_eq!(sum(start, middle, end, months), Some(part(start, eve(end), months)));
        // Days: where both parts are counted of a year of the same length.
        let year_of = |from: Day| from.days_until(from.plus_months(12).unwrap());
        let days = Months::Days;
        let together = Some(part(start, eve(end), days)) == sum(start, middle, end, days);
        prop_assert_eq!(together, year_of(start) == year_of(middle));
        prop_assert!(part(start, eve(end), days) > Ratio::ZERO);
    }
}
