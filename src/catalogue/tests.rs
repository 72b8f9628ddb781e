//! What the embedded catalogue says, spot-checked against the pages it cites.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::catalogue::{Catalogue, Family, Product, Requirement, Track, on};
use crate::domain::Day;
use crate::reading;

fn builtin() -> &'static Catalogue {
    Catalogue::builtin().unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The fewest exams from nothing: those of the easiest route and of the easiest prerequisite.
fn fewest_exams(catalogue: &Catalogue, id: &str) -> u32 {
    let certification = catalogue.certification(id).unwrap();
    let route = |route: &Vec<Requirement>| {
        route
            .iter()
            .map(|requirement| requirement.choose)
            .sum::<u32>()
    };
    let before = certification
        .prerequisites
        .iter()
        .map(|id| fewest_exams(catalogue, id))
        .min();
    certification.routes.iter().map(route).min().unwrap() + before.unwrap_or(0)
}

#[test]
fn an_expert_word_2013_takes_two_exams() {
    assert_eq!(fewest_exams(builtin(), "mos-word-2013-expert"), 2);
}

#[test]
fn certifications_take_as_many_exams_as_their_pages_say() {
    let catalogue = builtin();
    for (id, exams) in [
        ("mos-word-2016-expert", 1),
        ("mos-master-2013", 4),
        ("mos-master-2016", 4),
        ("mos-associate-2019", 3),
        ("mos-expert-2019", 5),
        ("mta-security-fundamentals", 1),
        ("mcsa-windows-server-2016", 3),
        ("mcsa-web-applications", 2),
        ("mcse-core-infrastructure", 4),
        ("mcse-productivity", 4),
        ("mcse-data-management-analytics", 3),
        ("mcse-business-applications", 3),
        ("mcsd-app-builder", 3),
        ("m365-modern-desktop", 2),
        ("d365-sales", 2),
        ("azure-solutions-architect", 2),
        ("devops-engineer", 2),
        ("m365-enterprise-administrator", 3),
        ("d365-finance-operations-apps-solution-architect", 3),
        ("power-platform-solution-architect", 2),
    ] {
        assert_eq!(fewest_exams(catalogue, id), exams, "{id}");
    }
}

#[test]
fn every_exam_is_counted_in_the_family_of_the_certifications_that_ask_for_it() {
    let catalogue = builtin();
    for certification in &catalogue.certifications {
        let family = match certification.track {
            Track::Mos => Family::Mos,
            Track::Mta => Family::Mta,
            Track::Mce => Family::Mce,
            Track::Fundamentals => Family::Fundamentals,
            Track::Mcsa | Track::Mcse | Track::Mcsd | Track::RoleBased => Family::Mcp,
        };
        for id in certification
            .routes
            .iter()
            .flatten()
            .flat_map(|requirement| &requirement.of)
        {
            assert_eq!(
                catalogue.exam(id).unwrap().family,
                family,
                "{id} in {}",
                certification.id
            );
        }
    }
}

#[test]
fn every_rule_of_the_document_is_in_the_catalogue() {
    let groups = [("PRG", 9), ("PRD", 11), ("COD", 10), ("PLN", 5)];
    let expected: BTreeSet<String> = groups
        .into_iter()
        .flat_map(|(group, rules)| (1..=rules).map(move |number| format!("{group}-{number}")))
        .collect();
    let found: BTreeSet<String> = builtin().rules.iter().map(|rule| rule.id.clone()).collect();
    assert_eq!(found, expected);
}

#[test]
fn packs_hold_500_125_125_and_30_exams_and_break_ties_in_that_order() {
    let catalogue = builtin();
    let today = catalogue.date;
    let exams = |product: &Product| on(&product.exams, today).map(|fact| fact.value);
    let packs: Vec<_> = catalogue
        .products
        .iter()
        .map(|product| (product.id.as_str(), exams(product)))
        .collect();
    let expected = [
        ("site-500", Some(500)),
        ("site-125-mta", Some(125)),
        ("site-125-mos", Some(125)),
        ("class-30", Some(30)),
        ("voucher-1", Some(1)),
        ("e-reference", None),
    ];
    assert_eq!(packs, expected);
}

#[test]
fn of_several_ends_of_an_exam_the_one_that_binds_comes_first() {
    let catalogue = builtin();
    let end = |id: &str| catalogue.exam(id).unwrap().ends[0].day;
    assert_eq!(end("77-418"), day("2023-07-13"));
    assert_eq!(end("98-369"), day("2019-09-30"));
    assert_eq!(end("DP-200"), day("2021-08-31"));
}

#[test]
fn a_catalogue_is_read_as_it_is_written() {
    let text = serde_json::to_string(&Catalogue::whole().unwrap()).unwrap();
    assert!(reading::read(&text) == Ok(Catalogue::whole().unwrap()));
    let written: Value = serde_json::from_str(&text).unwrap();
    let read: Value = serde_json::from_str(&Catalogue::whole_text()).unwrap();
    assert_eq!(written, read);
}

#[test]
fn a_catalogue_is_read_strictly() {
    let broken = Catalogue::whole_text()
        .replacen("\"segment\"", "\"segmnet\"", 1)
        .replacen("\"confidence\": \"high\"", "\"confidence\": \"sure\"", 1)
        .replacen("\"date\": \"2026-11-22\"", "\"date\": \"2026-11-31\"", 1);
    let misread = reading::read::<Catalogue>(&broken).unwrap_err();
    let found: Vec<_> = misread
        .iter()
        .map(|it| format!("{}: {}", it.path, it.mistake))
        .collect();
    assert_eq!(
        found,
        [
            "date: `2026-11-31` is not a day like 2026-03-15",
            "sources[0].confidence: unknown variant `sure`, expected one of `high`, `medium`, `low`",
            "programmes[0].segmnet: unknown field `segmnet`, expected one of `id`, `name`, `short`, `segment`, `terms`, `notes`",
            "programmes[0]: missing field `segment`",
        ]
    );
}

#[test]
fn the_engine_embeds_everything_but_what_only_people_read() {
    let mut rest = Catalogue::whole().unwrap();
    let blank = || reading::Read::blank();
    for rule in &mut rest.rules {
        rule.text = blank();
    }
    for assumption in &mut rest.assumptions {
        assumption.text = blank();
        (assumption.policies, assumption.figures) = (Vec::new(), Vec::new());
    }
    for conflict in &mut rest.conflicts {
        (conflict.question, conflict.resolution, conflict.policy) = (blank(), blank(), None);
        conflict.figures.clear();
        for side in &mut conflict.sides {
            (side.text, side.choice) = (blank(), None);
        }
    }
    for event in &mut rest.software_assurance {
        event.text = blank();
    }
    for programme in &mut rest.programmes {
        programme.notes.clear();
    }
    for product in &mut rest.products {
        product.conditions.clear();
    }
    for ending in rest.exams.iter_mut().flat_map(|exam| &mut exam.ends) {
        ending.note = None;
    }
    for certification in &mut rest.certifications {
        certification.note = None;
        certification.ends.iter_mut().for_each(|it| it.note = None);
    }
    rest.sources.clear();
    rest.policies.clear();
    rest.links.clear();
    rest.notes.clear();
    assert!(*builtin() == rest);
}
