//! A plan beside others: each number of a comparison is that of a plan made for itself.

use proptest::prelude::*;
use serde_json::{Value, json};
use voucher_planner::catalogue::Catalogue;
use voucher_planner::compare::Progress;
use voucher_planner::comparison::{
    AgreementComparison, ComparisonReply, Outcome, PolicyBudget, Variation,
};
use voucher_planner::figure::Value as Amount;
use voucher_planner::plan::{AgreementPlan, Proof, Reply};
use voucher_planner::planner;
use voucher_planner::solve::Effort;

use super::properties::{group, policies, scenario};

fn compared(scenario: &Value) -> AgreementComparison {
    let catalogue = Catalogue::builtin().unwrap();
    match planner::compare(catalogue, &scenario.to_string(), Effort::plan(None)) {
        ComparisonReply::Compared { comparison } => comparison.agreements[0].clone(),
        ComparisonReply::Refused { problems } => panic!("{problems:?}"),
    }
}

fn planned(scenario: &Value) -> AgreementPlan {
    match planner::plan_read(Catalogue::builtin().unwrap(), &scenario.to_string()) {
        Reply::Planned { plan } => plan.agreements[0].clone(),
        Reply::Refused { problems } => panic!("{problems:?}"),
    }
}

fn charge(plan: &AgreementPlan) -> Option<i64> {
    plan.summary.charge.map(|charge| charge.value)
}

fn uncovered(plan: &AgreementPlan) -> i64 {
    plan.needs.iter().map(|need| need.uncovered).sum()
}

/// Charge, exams bought, exams uncovered.
fn numbers(plan: &AgreementPlan) -> (Option<i64>, i64, i64) {
    (
        charge(plan),
        plan.summary.exams_bought.value,
        uncovered(plan),
    )
}

fn outcome(outcome: &Outcome) -> (Option<i64>, i64, i64) {
    (outcome.charge, outcome.exams, outcome.uncovered)
}

/// 501 students for MOS in December, as in the README: 500 + 125 exams for 6 of 12 months of 9,000 + 3,300.
fn school() -> Value {
    json!({"version": 1, "today": "2020-09-21", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2021-06-30", "currency": "USD",
        "sites": [{"id": "high", "testCentreFrom": "2019-08-01"}],
        "groups": [{"people": 501, "audience": "student", "certifications": ["mos-word-2016"],
            "preparationStart": "2020-06-01", "sittings": [{"day": "2020-12-07"}]}],
        "prices": [{"product": "site-500", "price": "9000"}, {"product": "site-125-mos", "price": "3300"}],
    }]})
}

#[test]
fn to_order_now_charges_nine_months_instead_of_six() {
    let waiting = compared(&school()).waiting.unwrap();
    // Ordered on Monday 2020-09-21, charged from 2020-10-01 to 2021-06-30: 12,300 × 9/12.
    assert_eq!(outcome(&waiting.now), (Some(922_500), 625, 0));
    assert_eq!(waiting.now.first_order.unwrap().to_string(), "2020-09-21");
    assert_eq!(outcome(&waiting.planned), (Some(615_000), 625, 0));
    assert_eq!(
        waiting.planned.first_order.unwrap().to_string(),
        "2020-12-04"
    );
    assert_eq!(waiting.now.until, waiting.planned.until);
    assert!(waiting.now.proven && waiting.planned.proven);
}

#[test]
fn what_cannot_be_ordered_now_stays_uncovered() {
    let mut later = school();
    later["agreements"][0]["sites"][0]["testCentreFrom"] = json!("2020-10-01");
    let waiting = compared(&later).waiting.unwrap();
    assert_eq!(outcome(&waiting.now), (Some(0), 0, 501));
    assert_eq!(outcome(&waiting.planned), (Some(615_000), 625, 0));
}

#[test]
fn exams_may_be_prorated_in_three_ways() {
    let budgets = compared(&school()).benefit_budgets;
    let found: Vec<_> = budgets
        .iter()
        .map(|budget| (budget.choice.choice, outcome(&budget.outcome)))
        .collect();
    // By count a pack of 500 holds 250 and one of 125 holds 62: 250 + 250 + 62 for 4,500 + 4,500 + 1,650.
    let expected = [
        ("time", (Some(615_000), 625, 0)),
        ("count", (Some(1_065_000), 562, 0)),
        ("none", (Some(1_230_000), 625, 0)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_choice_flips_at_one_exam_fewer_and_at_one_more_than_the_packs_hold() {
    let flips = compared(&school()).break_evens;
    let found: Vec<_> = flips
        .iter()
        .map(|flip| {
            let units = flip
                .units
                .iter()
                .map(|unit| (unit.product.as_str(), unit.units));
            (
                flip.choice,
                flip.change,
                units.collect::<Vec<_>>(),
                flip.charge,
            )
        })
        .collect();
    let expected = [
        (
            0,
            125,
            vec![("site-500", 1), ("site-125-mos", 2)],
            Some(780_000),
        ),
        (0, -1, vec![("site-500", 1)], Some(450_000)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_inputs_stand_by_what_they_change_most() {
    let entries = compared(&school()).sensitivity;
    let end = |end: &Option<Variation>| {
        let end = end.as_ref().unwrap();
        let value = match &end.value {
            Amount::Count { count } => count.to_string(),
            Amount::Day { day } => day.to_string(),
            Amount::Money { minor } => minor.to_string(),
            Amount::Ratio { ratio } => format!("{ratio:?}"),
        };
        let difference = &end.difference;
        assert!(difference.proven && difference.uncovered == 0);
        (value, difference.charge.unwrap(), difference.exams)
    };
    let found: Vec<_> = entries
        .iter()
        .map(|entry| {
            (
                entry.path.as_str().trim_start_matches("agreements[0]."),
                end(&entry.low),
                end(&entry.high),
            )
        })
        .collect();
    let row = |value: &str, charge, exams| (value.to_owned(), charge, exams);
    let expected = [
        // 451 people fit one pack of 500; 551 fit the 625 exams that are bought anyway.
        (
            "groups[0].people",
            row("451", -165_000, -125),
            row("551", 0, 0),
        ),
        // A month of 12,300 a year is 1,025.
        (
            "groups[0].sittings",
            row("2020-11-07", 102_500, 0),
            row("2021-01-07", -102_500, 0),
        ),
        (
            "prices[0].price",
            row("810000", -45_000, 0),
            row("990000", 45_000, 0),
        ),
        (
            "prices[1].price",
            row("297000", -16_500, 0),
            row("363000", 16_500, 0),
        ),
    ];
    assert_eq!(found, expected);
}

#[test]
fn certainty_is_varied_where_there_is_chance_and_stays_within_its_steps() {
    let mut chancy = school();
    chancy["agreements"][0]["serviceLevel"] = json!("0.95");
    let levels = |scenario: &Value| {
        let entries = compared(scenario).sensitivity;
        let entry = entries
            .iter()
            .find(|entry| entry.path.ends_with("serviceLevel"))?;
        let value = |end: &Option<Variation>| match end.as_ref()?.value {
            Amount::Ratio { ratio } => Some((ratio.numerator(), ratio.denominator())),
            _ => None,
        };
        Some((value(&entry.low), value(&entry.high)))
    };
    assert_eq!(levels(&chancy), None);
    chancy["agreements"][0]["groups"][0]["passRate"] = json!("0.9");
    chancy["agreements"][0]["groups"][0]["attempts"] = json!("2");
    assert_eq!(levels(&chancy), Some((Some((9, 10)), Some((99, 100)))));
    chancy["agreements"][0]["serviceLevel"] = json!("");
    assert_eq!(levels(&chancy), Some((Some((99, 100)), None)));
}

#[test]
fn a_month_in_which_the_exams_cannot_be_held_is_no_variation() {
    let mut soon = school();
    soon["agreements"][0]["groups"][0]["sittings"][0]["day"] = json!("2021-06-07");
    let entries = compared(&soon).sensitivity;
    let sittings = entries
        .iter()
        .find(|entry| entry.path.ends_with("sittings"))
        .unwrap();
    assert!(sittings.low.is_some());
    // 2021-07-07 is after the agreement: nobody would sit, which is no saving.
    assert_eq!(sittings.high, None);
}

#[test]
fn people_of_several_sittings_change_in_proportion() {
    let mut waves = school();
    let sittings =
        json!([{"day": "2020-12-07", "people": 334}, {"day": "2021-03-08", "people": 167}]);
    waves["agreements"][0]["groups"][0]["sittings"] = sittings;
    let entries = compared(&waves).sensitivity;
    let people = entries
        .iter()
        .find(|entry| entry.path.ends_with("people"))
        .unwrap();
    let low = people.low.as_ref().unwrap();
    assert_eq!(low.value, Amount::Count { count: 451 });
    waves["agreements"][0]["groups"][0]["people"] = json!(451);
    waves["agreements"][0]["groups"][0]["sittings"][0]["people"] = json!(300);
    waves["agreements"][0]["groups"][0]["sittings"][1]["people"] = json!(151);
    let before = compared(&school_waves()).waiting.unwrap().planned;
    let after = planned(&waves);
    assert_eq!(
        low.difference.charge,
        Some(charge(&after).unwrap() - before.charge.unwrap())
    );
}

fn school_waves() -> Value {
    let mut waves = school();
    let sittings =
        json!([{"day": "2020-12-07", "people": 334}, {"day": "2021-03-08", "people": 167}]);
    waves["agreements"][0]["groups"][0]["sittings"] = sittings;
    waves
}

#[test]
fn a_price_moves_with_its_breaks_and_libraries_count_in_every_charge() {
    let mut company = json!({"version": 1, "today": "2026-11-23", "agreements": [{
        "programme": "ea", "start": "2025-07-01", "end": "2028-06-30", "currency": "USD",
        "groups": [{"people": 60, "certifications": ["azure-fundamentals"], "preparationStart": "2026-09-01",
            "sittings": [{"day": "2027-04-12"}]}],
        "libraries": [{"name": "Books", "users": 7, "from": "2027-02-01"}],
        "prices": [{"product": "voucher-1", "price": "120", "breaks": [{"units": 50, "price": "100"}]},
            {"product": "e-reference", "price": "60"}],
    }]});
    let product = Catalogue::builtin().unwrap().products.iter();
    let library = product
        .filter(|product| product.exams.is_empty())
        .map(|product| product.id.clone())
        .next()
        .unwrap();
    company["agreements"][0]["prices"][1]["product"] = json!(library);
    let here = planned(&company);
    assert!(here.lines.iter().any(|line| line.exams.is_none()));
    let comparison = compared(&company);
    assert_eq!(
        outcome(&comparison.waiting.unwrap().planned),
        numbers(&here)
    );
    let entries = comparison.sensitivity;
    let price = entries
        .iter()
        .find(|entry| entry.path == "agreements[0].prices[0].price")
        .unwrap();
    company["agreements"][0]["prices"][0] =
        json!({"product": "voucher-1", "price": "132", "breaks": [{"units": 50, "price": "110"}]});
    let high = price.high.as_ref().unwrap();
    assert_eq!(
        high.difference.charge,
        Some(charge(&planned(&company)).unwrap() - charge(&here).unwrap())
    );
}

#[test]
fn what_cannot_be_planned_is_refused_with_the_same_problems() {
    let catalogue = Catalogue::builtin().unwrap();
    for text in ["", "{}", r#"{"version":1,"today":"x","agreements":[{}]}"#] {
        let Reply::Refused { problems: expected } = planner::plan_read(catalogue, text) else {
            panic!("{text}")
        };
        let ComparisonReply::Refused { problems } =
            planner::compare(catalogue, text, Effort::plan(None))
        else {
            panic!("{text}")
        };
        assert_eq!(problems, expected);
    }
}

/// The scenario with other policies than its own.
fn switched(scenario: &Value, budget: &PolicyBudget) -> Value {
    let field = if budget.choice.policy == "term" {
        "term"
    } else {
        "examBenefit"
    };
    let mut other = scenario.clone();
    other["agreements"][0]["policies"][field] = json!(budget.choice.choice);
    other
}

/// The scenario with another value of one field.
fn changed(scenario: &Value, path: &str, value: &Amount) -> Value {
    let mut other = scenario.clone();
    let (path, value) = match value {
        Amount::Day { day } => (format!("{path}[0].day"), json!(day.to_string())),
        Amount::Count { count } => (path.to_owned(), json!(count)),
        Amount::Money { minor } => {
            let price = format!("{}.{:02}", minor / 100, minor % 100);
            (path.to_owned(), json!(price))
        }
        Amount::Ratio { ratio } => {
            let part = 1000 * ratio.numerator() / ratio.denominator();
            let rate = format!("{}.{:03}", part / 1000, part % 1000);
            (path.to_owned(), json!(rate))
        }
    };
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    *other.pointer_mut(&pointer).unwrap() = value;
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_of_a_comparison_is_that_of_a_plan(
        groups in prop::collection::vec(group(), 1..4), policies in policies(), price in 2..100_i64, level in 80..100_i64,
    ) {
        let mut scenario = scenario(&groups, &policies, price, 40);
        scenario["agreements"][0]["serviceLevel"] = json!(format!("{level}%"));
        scenario["agreements"][0]["groups"][0]["passRate"] = json!("0.8");
        scenario["agreements"][0]["groups"][0]["attempts"] = json!("2");
        let here = planned(&scenario);
        let comparison = compared(&scenario);
        prop_assert_eq!(&comparison, &compared(&scenario));
        prop_assume!(here.proof != Proof::BestFound);

        prop_assert_eq!(comparison.benefit_budgets.len(), 3);
        for budget in comparison.benefit_budgets.iter().chain(&comparison.term_budgets) {
            let other = planned(&switched(&scenario, budget));
            prop_assert!(!budget.outcome.proven || outcome(&budget.outcome) == numbers(&other), "{:?}", budget);
        }
        if let Some(waiting) = &comparison.waiting {
            prop_assert_eq!(outcome(&waiting.planned), numbers(&here));
            prop_assert!(waiting.now.uncovered >= waiting.planned.uncovered || !waiting.now.proven);
        }
        for entry in &comparison.sensitivity {
            for end in [&entry.low, &entry.high].into_iter().flatten().filter(|end| end.difference.proven) {
                let other = numbers(&planned(&changed(&scenario, &entry.path, &end.value)));
                let (before, difference) = (numbers(&here), &end.difference);
                let expected = (other.0.zip(before.0).map(|(a, b)| a - b), other.1 - before.1, other.2 - before.2);
                prop_assert_eq!((difference.charge, difference.exams, difference.uncovered), expected, "{:?}", entry);
            }
        }
        let effect = |entry: &voucher_planner::comparison::Sensitivity| {
            let ends = [&entry.low, &entry.high].into_iter().flatten();
            ends.map(|end| end.difference.charge.unwrap().abs()).max().unwrap_or(0)
        };
        prop_assert!(comparison.sensitivity.windows(2).all(|pair| effect(&pair[0]) >= effect(&pair[1])));
    }
}

#[test]
fn a_comparison_made_a_few_plans_at_a_time_is_the_same() {
    let catalogue = Catalogue::builtin().unwrap();
    let effort = Effort::plan(None);
    let cases: Value = serde_json::from_str(include_str!("../cases/plans.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let case = case["scenario"].to_string();
        let whole = planner::compare(catalogue, &case, effort);
        for plans in [1, 3] {
            let mut progress = Progress::default();
            let mut steps = 0;
            let reply = loop {
                steps += 1;
                let reply = planner::compare_on(catalogue, &case, effort, &mut progress, plans);
                if let Some(reply) = reply {
                    break reply;
                }
                assert!(steps < 1000, "it comes to an end");
            };
            assert_eq!(json!(reply), json!(whole), "in {steps} steps of {plans}");
        }
    }
}
