//! Every figure of every case's plan, made again from the figures that went into it.

use voucher_planner::catalogue::Catalogue;
use voucher_planner::domain::Calendar;
use voucher_planner::figure::Step;
use voucher_planner::plan::{Plan, Reply};
use voucher_planner::{planner, replay, request};

fn plans() -> Vec<(String, Plan)> {
    let catalogue = Catalogue::builtin().unwrap();
    let planned = super::cases::scenarios()
        .into_iter()
        .filter_map(
            |scenario| match planner::plan_read(catalogue, &scenario.to_string()) {
                Reply::Planned { plan } => Some((scenario.to_string(), *plan)),
                Reply::Refused { .. } => None,
            },
        );
    planned.collect()
}

/// The business days of a scenario's first agreement.
fn calendar(scenario: &str) -> Calendar {
    let scenario = planner::read_text(scenario).unwrap();
    let request = request::read(Catalogue::builtin().unwrap(), &scenario).unwrap();
    request.agreements[0].calendar.clone()
}

#[test]
fn every_figure_replays_to_its_value() {
    let mut replayed = 0;
    for (scenario, plan) in plans() {
        let calendar = calendar(&scenario);
        for (place, figure) in plan.figures.iter().enumerate() {
            let id = u32::try_from(place).unwrap();
            let value = replay::replay(&plan, &plan.agreements[0], &calendar, id);
            assert_eq!(
                value.as_ref(),
                Some(&figure.value),
                "figure {place} {figure:?} of {scenario}"
            );
            replayed += 1;
        }
    }
    assert!(replayed > 500, "{replayed}");
}

#[test]
fn every_figure_refers_only_to_earlier_ones() {
    for (_, plan) in plans() {
        for (place, figure) in plan.figures.iter().enumerate() {
            assert!(
                figure
                    .of
                    .iter()
                    .all(|of| usize::try_from(*of).unwrap() < place),
                "{figure:?}"
            );
        }
    }
}

#[test]
fn every_figure_that_nothing_goes_into_has_a_field_a_source_or_a_policy() {
    for (_, plan) in plans() {
        for figure in &plan.figures {
            let explained = match &figure.step {
                Step::Input { path, .. } => !path.is_empty(),
                Step::Fact { .. } => !figure.cites.is_empty(),
                Step::ByPolicy { .. } => figure.policy.is_some() || !figure.of.is_empty(),
                _ => true,
            };
            assert!(explained, "{figure:?}");
        }
    }
}

#[test]
fn every_cite_of_a_plan_leads_to_a_source() {
    let catalogue = Catalogue::whole().unwrap();
    for (_, plan) in plans() {
        let cites = plan.figures.iter().flat_map(|figure| &figure.cites);
        for cite in cites.chain(plan.findings.iter().flat_map(|finding| &finding.cites)) {
            assert!(catalogue.source(cite).is_some(), "{cite}");
        }
    }
}
