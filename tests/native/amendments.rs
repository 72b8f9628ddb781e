//! From one plan to another: what to add, drop and change.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use voucher_planner::amend::{Amendment, AmendmentReply, Change, LineState, amend};
use voucher_planner::catalogue::Catalogue;
use voucher_planner::plan::{AgreementPlan, Reply};
use voucher_planner::planner;

use super::properties::{group, policies, scenario};

fn amended(before: &Value, after: &Value) -> Amendment {
    let catalogue = Catalogue::builtin().unwrap();
    match amend(catalogue, &before.to_string(), &after.to_string()) {
        AmendmentReply::Amended { amendment } => amendment,
        AmendmentReply::Refused { problems } => panic!("{problems:?}"),
    }
}

fn planned(scenario: &Value) -> Vec<AgreementPlan> {
    match planner::plan_read(Catalogue::builtin().unwrap(), &scenario.to_string()) {
        Reply::Planned { plan } => plan.agreements,
        Reply::Refused { problems } => panic!("{problems:?}"),
    }
}

/// Two sites' worth of exams: MOS in December, MTA in March, with made-up prices.
fn school(people: i64) -> Value {
    json!({"version": 1, "today": "2020-09-21", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2021-06-30", "currency": "USD",
        "sites": [{"id": "high", "testCentreFrom": "2019-08-01"}],
        "groups": [
            {"people": people, "audience": "student", "certifications": ["mos-word-2016"],
                "preparationStart": "2020-06-01", "sittings": [{"day": "2020-12-07"}]},
            {"people": 60, "audience": "student", "certifications": ["mta-networking-fundamentals"],
                "preparationStart": "2020-06-01", "sittings": [{"day": "2021-03-15"}]},
        ],
        "prices": [{"product": "site-500", "price": "9000"}, {"product": "site-125-mos", "price": "3300"},
            {"product": "site-125-mta", "price": "3300"}],
    }]})
}

/// What is to be done, the product, its day, units before and after.
type Line<'a> = (Change, &'a str, String, Option<i64>, Option<i64>);

fn lines(amendment: &Amendment) -> Vec<Line<'_>> {
    let units = |state: &Option<LineState>| state.as_ref().map(|state| state.units);
    let lines = amendment.agreements[0].lines.iter();
    lines
        .map(|line| {
            (
                line.change,
                line.product.as_str(),
                line.order_day.to_string(),
                units(&line.before),
                units(&line.after),
            )
        })
        .collect()
}

#[test]
fn one_student_more_adds_a_pack_whose_rest_makes_another_needless() {
    let amendment = amended(&school(500), &school(501));
    let add = (
        Change::Add,
        "site-125-mos",
        "2020-12-04".to_owned(),
        None,
        Some(1),
    );
    // 376 of the 500 are enough for MOS then, and the other 124 serve MTA.
    let drop = (
        Change::Drop,
        "site-125-mta",
        "2021-03-12".to_owned(),
        Some(1),
        None,
    );
    assert_eq!(lines(&amendment), [add, drop]);
    let agreement = &amendment.agreements[0];
    // 3,300 × 6/12 more, 3,300 × 3/12 less.
    assert_eq!((agreement.charge, agreement.exams), (Some(82_500), 0));
    let charge = |state: &Option<LineState>| state.as_ref().unwrap().charge;
    assert_eq!(charge(&agreement.lines[0].after), Some(165_000));
    assert_eq!(charge(&agreement.lines[1].before), Some(82_500));
}

#[test]
fn fewer_students_undo_it_and_many_more_change_a_number() {
    let undone = amended(&school(501), &school(500));
    assert_eq!(lines(&undone)[0].0, Change::Drop);
    assert_eq!(lines(&undone)[1].0, Change::Add);
    assert_eq!(undone.agreements[0].charge, Some(-82_500));
    let more = amended(&school(625), &school(626));
    let expected = [(
        Change::Change,
        "site-125-mos",
        "2020-12-04".to_owned(),
        Some(1),
        Some(2),
    )];
    assert_eq!(lines(&more)[..1], expected);
}

#[test]
fn what_should_have_been_ordered_by_now_is_kept() {
    let mut after = school(501);
    after["today"] = json!("2021-01-11");
    let amendment = amended(&school(501), &after);
    let kept: Vec<_> = lines(&amendment)
        .into_iter()
        .filter(|line| line.2 == "2020-12-04")
        .map(|line| (line.0, line.1))
        .collect();
    assert_eq!(
        kept,
        [(Change::Keep, "site-500"), (Change::Keep, "site-125-mos")]
    );
}

#[test]
fn an_earlier_end_of_the_agreement_shortens_the_use_of_a_line() {
    let mut after = school(501);
    after["agreements"][0]["end"] = json!("2021-05-31");
    let amendment = amended(&school(501), &after);
    let line = &amendment.agreements[0].lines[0];
    let until =
        |state: &Option<LineState>| state.as_ref().unwrap().usable_until.unwrap().to_string();
    assert_eq!(line.change, Change::Change);
    assert_eq!(until(&line.before), "2021-06-30");
    assert_eq!(until(&line.after), "2021-05-31");
}

#[test]
fn agreements_are_matched_by_id() {
    let named = |id: &str, people| {
        let mut scenario = school(people);
        scenario["agreements"][0]["id"] = json!(id);
        scenario["agreements"][0].clone()
    };
    let with = |agreements: &[Value]| json!({"version": 1, "today": "2020-09-21", "agreements": agreements});
    let before = with(&[named("north", 500), named("south", 501)]);
    let after = with(&[named("west", 500), named("north", 500)]);
    let amendment = amended(&before, &after);
    let found: Vec<_> = amendment
        .agreements
        .iter()
        .map(|it| (it.id.as_str(), it.charge, it.lines.len()))
        .collect();
    assert_eq!(found[0].0, "west");
    assert_eq!(found[1], ("north", Some(0), 0));
    assert_eq!(found[2].0, "south");
    assert!(found[0].1.unwrap() > 0 && found[2].1.unwrap() < 0);
    assert_eq!((found[0].2, found[2].2), (2, 2));
}

#[test]
fn money_of_two_currencies_is_not_subtracted() {
    let mut after = school(501);
    after["agreements"][0]["currency"] = json!("EUR");
    let agreement = &amended(&school(501), &after).agreements[0];
    assert_eq!((&agreement.currency, agreement.charge), (&None, None));
}

#[test]
fn problems_say_in_which_scenario_they_are() {
    let catalogue = Catalogue::builtin().unwrap();
    let mut wrong = school(7);
    wrong["agreements"][0]["programme"] = json!("none");
    let paths = |before: &str, after: &str| match amend(catalogue, before, after) {
        AmendmentReply::Refused { problems } => {
            problems.into_iter().map(|problem| problem.path).collect()
        }
        AmendmentReply::Amended { .. } => Vec::new(),
    };
    let (right, wrong) = (school(7).to_string(), wrong.to_string());
    assert_eq!(paths(&right, &wrong), ["after.agreements[0].programme"]);
    assert_eq!(
        paths(&wrong, "7"),
        ["before.agreements[0].programme", "after"]
    );
}

/// Units and charge of each line, by product and day.
type Orders = BTreeMap<(String, String), (i64, Option<i64>)>;

fn orders(plan: &AgreementPlan) -> Orders {
    let lines = plan.lines.iter();
    lines
        .map(|line| {
            let key = (line.product.clone(), line.order_day.value.to_string());
            (
                key,
                (line.units.value, line.charge.map(|charge| charge.value)),
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_and_its_amendment_give_the_other_plan(
        groups in prop::collection::vec(group(), 1..4), others in prop::collection::vec(group(), 1..4), policies in policies(),
    ) {
        let (before, after) = (scenario(&groups, &policies, 90, 0), scenario(&others, &policies, 90, 0));
        prop_assert!(amended(&before, &before).agreements.iter().all(|it| it.lines.is_empty() && it.exams == 0 && it.charge == Some(0)));

        let amendment = amended(&before, &after);
        let mut applied = orders(&planned(&before)[0]);
        for line in &amendment.agreements[0].lines {
            let key = (line.product.clone(), line.order_day.to_string());
            prop_assert_eq!(applied.remove(&key), line.before.as_ref().map(|state| (state.units, state.charge)));
            prop_assert_eq!(line.change == Change::Add, line.before.is_none());
            if let Some(state) = &line.after {
                applied.insert(key, (state.units, state.charge));
            }
        }
        let expected = orders(&planned(&after)[0]);
        prop_assert_eq!(&applied, &expected);
        let charge = |orders: &Orders| orders.values().filter_map(|(_, charge)| *charge).sum::<i64>();
        prop_assert_eq!(amendment.agreements[0].charge, Some(charge(&expected) - charge(&orders(&planned(&before)[0]))));
    }
}
