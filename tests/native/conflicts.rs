//! What keeps a need uncovered, and that every repair offered puts it right.

use proptest::prelude::*;
use serde_json::{Value, json};
use voucher_planner::catalogue::Catalogue;
use voucher_planner::domain::Day;
use voucher_planner::finding::{Finding, FindingCode, Repair, RepairAction};
use voucher_planner::plan::{Plan, Proof, Reply};
use voucher_planner::planner;

fn plan(scenario: &Value) -> Plan {
    match planner::plan_read(Catalogue::builtin().unwrap(), &scenario.to_string()) {
        Reply::Planned { plan } => *plan,
        Reply::Refused { problems } => panic!("{problems:?} {scenario}"),
    }
}

fn uncovered(plan: &Plan) -> Vec<&Finding> {
    let uncovered = |finding: &&Finding| matches!(finding.code, FindingCode::NeedUncovered { .. });
    plan.findings.iter().filter(uncovered).collect()
}

/// Sets a field of a document, such as `agreements[0].groups[2].people`, as the page does.
fn set(document: &mut Value, path: &str, value: &str) {
    let mut place = document;
    for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
        place = match step.parse::<usize>() {
            Ok(number) => {
                if place.is_null() {
                    *place = json!([]);
                }
                let list = place.as_array_mut().unwrap();
                while list.len() <= number {
                    list.push(json!({}));
                }
                &mut list[number]
            }
            Err(_) => &mut place[step],
        };
    }
    *place = json!(value);
}

fn repaired(scenario: &Value, repair: &Repair) -> Value {
    let mut scenario = scenario.clone();
    set(&mut scenario, &repair.path, &repair.value);
    for change in &repair.also {
        set(&mut scenario, &change.path, &change.value);
    }
    scenario
}

/// Kinds of a conflict's parts, with the product where there is one.
fn parts(finding: &Finding) -> Vec<String> {
    let json = serde_json::to_value(finding).unwrap();
    let part = |part: &Value| {
        let kind = part["fact"]["kind"].as_str().unwrap();
        part["fact"]["product"]
            .as_str()
            .map_or_else(|| kind.to_owned(), |of| format!("{kind} {of}"))
    };
    json["conflict"]
        .as_array()
        .unwrap()
        .iter()
        .map(part)
        .collect()
}

fn repairs(finding: &Finding) -> Vec<(String, &str, &str)> {
    let repairs = finding.repairs.iter();
    repairs
        .map(|repair| {
            (
                format!("{:?}", repair.action),
                repair.path.as_str(),
                repair.value.as_str(),
            )
        })
        .collect()
}

#[test]
fn a_sitting_too_near_conflicts_with_today_and_every_delivery() {
    // A Monday; a site pack opens the day after, other codes take ten business days.
    let scenario = json!({"version": 1, "today": "2021-03-01", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2021-06-30",
        "groups": [{"people": 10, "certifications": ["mos-word-2019"], "preparationStart": "2020-01-01", "sittings": [{"day": "2021-03-01"}]}],
    }]});
    let plan = plan(&scenario);
    let finding = uncovered(&plan)[0];
    assert_eq!(
        parts(finding),
        [
            "today",
            "lead-time site-125-mos",
            "lead-time site-500",
            "sitting"
        ]
    );
    assert_eq!(
        repairs(finding),
        [(
            "MoveSitting".to_owned(),
            "agreements[0].groups[0].sittings[0].day",
            "2021-03-02"
        )]
    );
    let effect = finding.repairs[0].effect.as_ref().unwrap();
    assert!(effect.cheapest);
    // A pack of 125 where nothing could be bought before.
    assert_eq!(
        (effect.uncovered, effect.charge, effect.exams),
        (0, None, 125)
    );
}

#[test]
fn two_groups_of_one_need_move_together() {
    let group = json!({"people": 10, "certifications": ["mos-word-2019"], "preparationStart": "2020-01-01", "sittings": [{"day": "2021-03-01"}]});
    let scenario = json!({"version": 1, "today": "2021-03-01", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2021-06-30", "groups": [group, group],
    }]});
    let plan = plan(&scenario);
    let repair = &uncovered(&plan)[0].repairs[0];
    assert_eq!(repair.also.len(), 1);
    assert_eq!(
        repair.also[0].path,
        "agreements[0].groups[1].sittings[0].day"
    );
    assert_eq!(repair.also[0].value, "2021-03-02");
}

#[test]
fn a_company_s_mos_exams_conflict_with_what_its_programme_sells_whatever_the_day() {
    let scenario = json!({"version": 1, "today": "2021-03-01", "agreements": [{
        "programme": "ea", "start": "2020-07-01", "end": "2023-06-30",
        "groups": [{"people": 10, "audience": "employee", "certifications": ["mos-word-2019"], "preparationStart": "2020-01-01", "sittings": [{"day": "2021-03-01"}]}],
    }]});
    let plan = plan(&scenario);
    let finding = uncovered(&plan)[0];
    assert_eq!(
        parts(finding),
        ["programme site-125-mos", "programme site-500"],
        "no day and no other people would help while nothing is sold"
    );
    assert!(
        finding.repairs.is_empty(),
        "no other programme's packs serve employees"
    );
}

#[test]
fn a_choice_that_rules_out_every_voucher_is_named_and_repaired_by_the_other() {
    let scenario = json!({"version": 1, "today": "2021-03-01", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2021-06-30", "policies": {"mcpCoversRoleBased": "no"},
        "groups": [{"people": 10, "certifications": ["azure-administrator"], "preparationStart": "2020-01-01", "sittings": [{"day": "2021-05-03"}]}],
    }]});
    let plan = plan(&scenario);
    let finding = uncovered(&plan)[0];
    assert_eq!(parts(finding), ["policy"]);
    assert_eq!(
        repairs(finding),
        [(
            "SwitchPolicy".to_owned(),
            "agreements[0].policies.mcpCoversRoleBased",
            "yes"
        )]
    );
}

#[test]
fn retakes_beyond_the_term_are_repaired_by_as_many_attempts_as_fit() {
    // The order of 2020-07-01 opened the term to 2021-06-30, and later orders end with it. Codes for 2021-06-07 are
    // ordered by 2021-05-24. MCP retakes wait 1, 14 and 14 days: four attempts end on 2021-07-06, three on 2021-06-22.
    let scenario = json!({"version": 1, "today": "2021-03-01", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2022-06-30", "currency": "USD",
        "orders": [{"day": "2020-07-01", "product": "class-30", "quantity": 1}],
        "groups": [{"people": 10, "certifications": ["azure-administrator"], "preparationStart": "2020-01-01", "passRate": "0.5", "attempts": 4,
            "sittings": [{"day": "2021-06-07"}]}],
        "prices": [{"product": "class-30", "price": "3000"}, {"product": "voucher-1", "price": "120"}],
    }]});
    let plan = plan(&scenario);
    let finding = uncovered(&plan)[0];
    assert_eq!(
        parts(finding),
        ["retakes", "term-end class-30", "term-end voucher-1"]
    );
    assert_eq!(
        repairs(finding),
        [(
            "FewerAttempts".to_owned(),
            "agreements[0].groups[0].attempts",
            "3"
        )]
    );
    // Ten people take at most 30 exams then. Ordered in May, one month of the term is charged: 30 x 120 / 12 = 300,
    // more than a class pack of 30 for 3000 / 12 = 250.
    let effect = finding.repairs[0].effect.as_ref().unwrap();
    assert_eq!(
        (effect.uncovered, effect.charge, effect.exams),
        (0, Some(25_000), 30)
    );
}

#[test]
fn an_order_in_the_last_month_is_repaired_by_an_agreement_that_runs_a_month_longer() {
    // Ordered in June it would be charged from July, after the agreement.
    let scenario = json!({"version": 1, "today": "2021-06-02", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2021-06-30",
        "groups": [{"people": 10, "certifications": ["mos-word-2019"], "preparationStart": "2020-01-01", "sittings": [{"day": "2021-06-28"}]}],
    }]});
    let plan = plan(&scenario);
    let finding = uncovered(&plan)[0];
    assert_eq!(parts(finding), ["today", "agreement-end"]);
    assert_eq!(
        repairs(finding),
        [(
            "ExtendAgreement".to_owned(),
            "agreements[0].end",
            "2021-07-31"
        )]
    );
}

#[test]
fn a_term_that_the_plan_itself_opens_is_named_where_later_codes_end_with_it() {
    // The order of July 2020 opens a term from August to July. Codes for 2021-07-08 are ordered in June 2021 and end
    // with it; a fourth attempt, 29 days after the first, would come on 2021-08-06.
    let group = |day: &str, people: i64, attempts: i64| {
        json!({
            "people": people, "certifications": ["azure-administrator"], "preparationStart": "2019-01-01", "passRate": "0.5",
            "attempts": attempts, "sittings": [{"day": day}],
        })
    };
    let scenario = json!({"version": 1, "today": "2020-07-01", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2023-06-30",
        "groups": [group("2020-08-10", 300, 1), group("2021-07-08", 2, 4)],
    }]});
    let plan = plan(&scenario);
    let finding = uncovered(&plan)[0];
    assert_eq!(
        parts(finding),
        ["retakes", "term-end class-30", "term-end voucher-1"]
    );
    assert_eq!(
        repairs(finding),
        [(
            "FewerAttempts".to_owned(),
            "agreements[0].groups[1].attempts",
            "3"
        )]
    );
}

/// What can go wrong with a group: certification, days until its sitting, audience, site, attempts.
fn group() -> impl Strategy<Value = (usize, i64, usize, usize, i64)> {
    (0..6_usize, 0..330_i64, 0..3_usize, 0..2_usize, 1..4_i64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_repair_offered_removes_its_finding(
        groups in prop::collection::vec(group(), 1..4), programme in 0..4_usize, role_based in any::<bool>(),
        centre in 0..200_i64, placed in any::<bool>(), priced in 0..3_usize, today in 0..300_i64,
    ) {
        const CERTIFICATIONS: [&str; 6] = [
            "mos-word-2019", "mta-networking-fundamentals", "microsoft-certified-educator", "azure-fundamentals",
            "azure-administrator", "mos-word-2013-expert",
        ];
        let start = Day::parse("2021-01-04").unwrap();
        let day = |days: i64| start.plus_days(days).unwrap().to_string();
        let groups: Vec<Value> = groups.iter().map(|(certification, days, audience, site, attempts)| json!({
            "people": 10 + days, "certifications": [CERTIFICATIONS[*certification]], "preparationStart": "2019-01-01",
            "audience": (["student", "staff", "employee"][*audience]), "site": (["a", "b"][*site]),
            "passRate": "0.7", "attempts": attempts, "sittings": [{"day": day(today + days / 12)}],
        })).collect();
        let prices: Vec<Value> = [("site-500", "9000"), ("site-125-mos", "3000"), ("site-125-mta", "3100"), ("class-30", "3000"), ("voucher-1", "120")]
            .iter().take([0, 2, 5][priced]).map(|(product, price)| json!({"product": product, "price": price})).collect();
        let orders = if placed { json!([{"day": "2020-08-03", "product": "class-30", "quantity": 1}]) } else { json!([]) };
        let scenario = json!({"version": 1, "today": day(today), "agreements": [{
            "programme": (["ees", "school", "ea", "ovs-es"][programme]), "start": "2020-07-01", "end": "2022-06-30", "currency": "USD",
            "serviceLevel": "0.95", "policies": {"mcpCoversRoleBased": if role_based { "yes" } else { "no" }},
            "sites": [{"id": "a", "testCentreFrom": "2020-01-01"}, {"id": "b", "testCentreFrom": day(centre)}],
            "groups": groups, "prices": prices, "orders": orders,
        }]});
        let before = plan(&scenario);
        for finding in uncovered(&before) {
            let FindingCode::NeedUncovered { site, audience, family, sitting, .. } = &finding.code else { unreachable!() };
            prop_assert!(!parts(finding).is_empty(), "{finding:?} {scenario}");
            for repair in &finding.repairs {
                let after = plan(&repaired(&scenario, repair));
                let mut days = vec![sitting.to_string()];
                if repair.action == RepairAction::MoveSitting {
                    days.push(repair.value.clone());
                }
                for left in uncovered(&after) {
                    let FindingCode::NeedUncovered { site: s, audience: a, family: f, sitting: d, .. } = &left.code else { unreachable!() };
                    let same = (s, a, f) == (site, audience, family) && days.contains(&d.to_string());
                    prop_assert!(!same, "{repair:?} leaves {left:?} of {scenario}");
                }
                let effect = repair.effect.as_ref().unwrap();
                let sum = |plan: &Plan| plan.agreements[0].needs.iter().map(|need| need.uncovered).sum::<i64>();
                prop_assert_eq!(sum(&after), effect.uncovered);
                prop_assert!(sum(&after) < sum(&before));
                if let Some(charge) = effect.charge {
                    let total = |plan: &Plan| plan.agreements[0].summary.charge.unwrap().value;
                    if after.agreements[0].proof != Proof::BestFound {
                        prop_assert_eq!(total(&after) - total(&before), charge, "{:?}", repair);
                    }
                }
            }
            let cheapest = finding.repairs.iter().position(|repair| repair.effect.as_ref().unwrap().cheapest);
            prop_assert_eq!(cheapest, (!finding.repairs.is_empty()).then_some(0));
        }
    }
}
