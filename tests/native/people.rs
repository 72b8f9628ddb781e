//! Attempts, waits and days of groups, with facts of our own where the catalogue has none that differ.

use serde_json::{Value, json};
use voucher_planner::catalogue::{Catalogue, Family, Requirement, RetakeRule};
use voucher_planner::domain::{Calendar, Day};
use voucher_planner::finding::FindingCode;
use voucher_planner::plan::{AgreementPlan, Moment, NeedLine, Plan, Reply};
use voucher_planner::{planner, replay};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn plan_with(catalogue: &Catalogue, scenario: &Value) -> Plan {
    let Reply::Planned { plan } = planner::plan_read(catalogue, &scenario.to_string()) else {
        panic!("{scenario}");
    };
    for (place, figure) in plan.figures.iter().enumerate() {
        let id = u32::try_from(place).unwrap();
        let value = replay::replay(&plan, &plan.agreements[0], &Calendar::default(), id);
        assert_eq!(value.as_ref(), Some(&figure.value), "{figure:?}");
    }
    *plan
}

fn plan(scenario: &Value) -> Plan {
    plan_with(Catalogue::builtin().unwrap(), scenario)
}

/// Ten people who may try so often, one day, in a school's agreement that ends on `end`.
fn school(certification: &str, attempts: i64, sitting: &str, end: &str) -> Value {
    json!({"version": 1, "today": "2021-01-04", "agreements": [{
        "programme": "ees", "start": "2021-01-01", "end": end, "sites": [{"id": "north", "testCentreFrom": "2020-01-01"}],
        "groups": [{"people": 10, "certifications": [certification], "preparationStart": "2019-01-07",
            "passRate": "0.5", "attempts": attempts, "sittings": [{"day": sitting}]}],
    }]})
}

fn need(plan: &Plan, family: Family) -> &NeedLine {
    let needs = &plan.agreements[0].needs;
    needs.iter().find(|need| need.family == family).unwrap()
}

fn attempts(plan: &Plan) -> i64 {
    plan.agreements[0].groups[0].certifications[0]
        .attempts
        .value
}

#[test]
fn each_family_of_a_certification_has_the_waits_and_attempts_of_its_own_rule() {
    let mut catalogue = Catalogue::builtin().unwrap().clone();
    let word = catalogue
        .certifications
        .iter_mut()
        .find(|certification| certification.id == "mos-word-2019")
        .unwrap();
    word.routes[0].push(Requirement {
        choose: 1,
        of: vec!["AZ-104".to_owned()],
    });
    // MOS waits 1 and 2 days. MCP waits 1 and 14: a third attempt on 2021-06-22 comes after the agreement.
    let plan = plan_with(
        &catalogue,
        &school("mos-word-2019", 3, "2021-06-07", "2021-06-20"),
    );
    let (mos, mcp) = (need(&plan, Family::Mos), need(&plan, Family::Mcp));
    assert_eq!(
        (mos.most.value, mos.last_day.value),
        (30, day("2021-06-10"))
    );
    assert_eq!(
        (mcp.most.value, mcp.last_day.value),
        (20, day("2021-06-08"))
    );
    assert_eq!(attempts(&plan), 2);
}

#[test]
fn a_wait_is_that_of_the_rule_in_force_on_the_day_of_the_attempt_before() {
    let mut catalogue = Catalogue::builtin().unwrap().clone();
    let from = Some(day("2021-06-08"));
    let old = catalogue
        .retake_rule(Family::Mos, day("2021-06-07"))
        .unwrap()
        .clone();
    let new = RetakeRule {
        from,
        later_wait_days: 5,
        most_in_twelve_months: Some(3),
        ..old
    };
    catalogue.retakes.push(new);
    // The first wait is of the old rule, one day; the next ones would be two days each, and are five by the new rule,
    // which allows three attempts.
    let plan = plan_with(
        &catalogue,
        &school("mos-word-2019", 4, "2021-06-07", "2021-12-31"),
    );
    let mos = need(&plan, Family::Mos);
    assert_eq!(
        (mos.most.value, mos.last_day.value),
        (30, day("2021-06-13"))
    );
    let cut = plan.findings.iter().find_map(|finding| match finding.code {
        FindingCode::AttemptsCut {
            asked,
            allowed,
            by_rule,
            ..
        } => Some((asked, allowed, by_rule)),
        _ => None,
    });
    assert_eq!(cut, Some((4, 3, true)));
}

#[test]
fn the_rule_of_five_attempts_holds_before_and_since_june_2020() {
    for sitting in ["2020-06-01", "2020-06-28", "2020-06-29", "2020-07-20"] {
        let mut scenario = school("azure-administrator", 8, sitting, "2022-12-31");
        scenario["today"] = json!("2020-01-06");
        scenario["agreements"][0]["start"] = json!("2020-01-01");
        let plan = plan(&scenario);
        let mcp = need(&plan, Family::Mcp);
        // 1 + 3 x 14 days.
        assert_eq!(mcp.last_day.value, day(sitting).plus_days(43).unwrap());
        assert_eq!((mcp.most.value, attempts(&plan)), (50, 5), "{sitting}");
    }
}

#[test]
fn mos_has_no_cap_but_the_agreements_end() {
    // Nine retakes after the first: 1 + 8 x 2 days.
    let plan = plan(&school("mos-word-2019", 20, "2021-06-07", "2021-06-24"));
    assert_eq!(attempts(&plan), 10);
    assert_eq!(need(&plan, Family::Mos).last_day.value, day("2021-06-24"));
}

#[test]
fn retakes_end_with_the_exam() {
    // MTA exams end on 2022-06-30. Waits of 1 and 7 days from 2022-06-27: the third attempt would be on 2022-07-05.
    let mut scenario = school("mta-networking-fundamentals", 3, "2022-06-27", "2023-12-31");
    scenario["today"] = json!("2021-05-03");
    let plan = plan(&scenario);
    assert_eq!(attempts(&plan), 2);
    assert_eq!(need(&plan, Family::Mta).last_day.value, day("2022-06-28"));
}

fn moments(agreement: &AgreementPlan, moment: Moment) -> Vec<(String, String, &str)> {
    let entries = agreement
        .timeline
        .iter()
        .filter(|entry| entry.moment == moment);
    entries
        .map(|entry| {
            (
                entry.from.to_string(),
                entry.until.to_string(),
                entry.of.as_str(),
            )
        })
        .collect()
}

#[test]
fn the_timeline_shows_room_for_retakes_the_latest_days_to_order_and_to_start_and_the_test_centre() {
    let plan = plan(&school("mos-word-2019", 3, "2021-06-07", "2021-12-31"));
    let agreement = &plan.agreements[0];
    let of = "1/mos-word-2019";
    let one = |from: &str, until: &str, of| vec![(from.to_owned(), until.to_owned(), of)];
    assert_eq!(
        moments(agreement, Moment::Sitting),
        one("2021-06-07", "2021-06-07", of)
    );
    assert_eq!(
        moments(agreement, Moment::Retakes),
        one("2021-06-07", "2021-06-10", of)
    );
    // Six months before, and the last business day before that Monday.
    assert_eq!(
        moments(agreement, Moment::LatestStart),
        one("2020-12-07", "2020-12-07", of)
    );
    assert_eq!(
        moments(agreement, Moment::OrderBy),
        one("2021-06-04", "2021-06-04", of)
    );
    assert_eq!(
        moments(agreement, Moment::TestCentre),
        one("2020-01-01", "2020-01-01", "north")
    );
    assert_eq!(moments(agreement, Moment::TestCentreMissing), []);
}

#[test]
fn a_test_centre_that_is_missing_stands_on_the_timeline_where_the_first_pack_is_ordered() {
    let mut scenario = school("mos-word-2019", 1, "2021-06-07", "2021-12-31");
    scenario["agreements"][0]["sites"][0]["testCentreFrom"] = json!("");
    let plan = plan(&scenario);
    let missing = moments(&plan.agreements[0], Moment::TestCentreMissing);
    assert_eq!(
        missing,
        [("2021-06-04".to_owned(), "2021-06-04".to_owned(), "north")]
    );
}

#[test]
fn a_group_without_a_day_sits_when_it_is_ready_and_not_before_today() {
    let open = |start: &str| {
        let mut scenario = school("mos-word-2019", 1, "", "2021-12-31");
        scenario["agreements"][0]["groups"][0]["sittings"] = json!([]);
        scenario["agreements"][0]["groups"][0]["preparationStart"] = json!(start);
        plan(&scenario).agreements[0].groups[0].certifications[0].sittings[0]
            .day
            .value
    };
    assert_eq!(open("2020-12-15"), day("2021-06-15"));
    assert_eq!(open("2020-01-15"), day("2021-01-04"));
}

#[test]
fn certainty_plans_for_the_most_and_says_what_stays_unused_on_average() {
    // Each takes 1 + 1/2 exams on average of the two planned: half an exam for each of ten people.
    let plan = plan(&school("mos-word-2019", 2, "2021-06-07", "2021-12-31"));
    let mos = need(&plan, Family::Mos);
    let unused = mos.expected_unused.value;
    assert_eq!(
        (mos.need.value, mos.chance_short.value.numerator()),
        (20, 0)
    );
    assert_eq!((unused.numerator(), unused.denominator()), (5, 1));
}
