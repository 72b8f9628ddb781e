//! What a partner supplies: a reseller's catalogue and prices, worked by hand; broken documents; plans with them.
//!
//! The reseller, its products and its prices are made up.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use voucher_planner::catalogue::Catalogue;
use voucher_planner::domain::Calendar;
use voucher_planner::plan::{Plan, Reply};
use voucher_planner::planner::{self, Supplied};
use voucher_planner::reading;
use voucher_planner::replay::replay;
use voucher_planner::request::Known;
use voucher_planner::supply::{ChangeKind, Supplement, SupplyReply, supply};

const CATALOGUE: &str = include_str!("../cases/partner/catalogue.json");
const PRICES: &str = include_str!("../cases/partner/prices.json");

fn supplied(catalogue: Option<&str>, prices: Option<&str>) -> (Supplied, Option<Supplement>) {
    match supply(&Catalogue::whole().unwrap(), catalogue, prices) {
        SupplyReply::Ready {
            engine, supplement, ..
        } => (reading::read(&engine).unwrap(), supplement.map(|it| *it)),
        SupplyReply::Refused { problems } => panic!("{problems:#?}"),
    }
}

fn known(supplied: &Supplied) -> Known<'_> {
    supplied.known()
}

fn plan(supplied: &Supplied, scenario: &Value) -> Plan {
    match planner::plan_read(known(supplied), &scenario.to_string()) {
        Reply::Planned { plan } => *plan,
        Reply::Refused { problems } => panic!("{problems:#?}"),
    }
}

fn school(people: u32) -> Value {
    json!({"version": 1, "today": "2020-09-21", "agreements": [{
        "programme": "ees", "start": "2020-07-01", "end": "2021-06-30", "currency": "USD",
        "groups": [{"people": people, "certifications": ["harbour-digital-basics"], "preparationStart": "2020-06-01", "sittings": [{"day": "2020-12-07"}]}],
    }]})
}

/// A field by its JSON pointer.
fn set(document: &mut Value, pointer: &str, value: Option<Value>) {
    let Some((around, name)) = pointer.rsplit_once('/') else {
        *document = value.unwrap();
        return;
    };
    match (document.pointer_mut(around).unwrap(), value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(name.to_owned(), value)),
        (Value::Object(fields), None) => drop(fields.remove(name)),
        (Value::Array(items), Some(value)) => {
            let place: usize = name.parse().unwrap();
            if place < items.len() {
                items[place] = value;
            } else {
                items.push(value);
            }
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reseller_sells_its_own_pack_at_its_own_price() {
    let (supplied, supplement) = supplied(Some(CATALOGUE), Some(PRICES));
    // Ten business days before 7 December is 23 November; from 1 December seven months are left of twelve.
    let small = plan(&supplied, &school(60));
    let line = &small.agreements[0].lines[0];
    assert_eq!(line.product, "class-60-mos");
    assert_eq!(line.order_day.value.to_string(), "2020-11-23");
    assert_eq!(line.charge.unwrap().value, 70_000); // 1,200.00 × 7/12
    assert_eq!(line.part_number, "HL-60");
    // From two packs on each costs 1,100.00: 641.67 for seven months.
    let large = plan(&supplied, &school(100));
    let line = &large.agreements[0].lines[0];
    assert_eq!(line.units.value, 2);
    assert_eq!(line.charge.unwrap().value, 128_334);
    // 60 exams at 30.00 elsewhere.
    let saving = small.agreements[0].saving.as_ref().unwrap();
    assert_eq!(saving.single_cost.value, 180_000);

    let changes = supplement.unwrap().changes;
    let changes: Vec<_> = changes
        .iter()
        .map(|it| (it.kind, it.list.as_str(), it.id.as_str(), it.path.as_str()))
        .collect();
    assert_eq!(
        changes,
        [
            (
                ChangeKind::Added,
                "assumptions",
                "harbour-returns-nothing",
                "assumptions[0]"
            ),
            (
                ChangeKind::LeftOut,
                "products",
                "e-reference",
                "without.products[0]"
            ),
            (ChangeKind::Added, "products", "class-60-mos", "products[0]"),
            (
                ChangeKind::Added,
                "availability",
                "ees/class-60-mos",
                "availability[0]"
            ),
            (ChangeKind::Added, "exams", "HDB-100", "exams[0]"),
            (ChangeKind::Replaced, "exams", "98-366", "exams[1]"),
            (
                ChangeKind::Added,
                "certifications",
                "harbour-digital-basics",
                "certifications[0]"
            ),
            (ChangeKind::Added, "links", "prices", "links[0]"),
        ]
    );
}

#[test]
fn what_a_partner_replaces_names_both_sources() {
    let (_, supplement) = supplied(Some(CATALOGUE), None);
    let changes = supplement.unwrap().changes;
    let date = changes.iter().find(|it| it.id == "98-366").unwrap();
    assert_eq!(date.cites, ["exam-catalogue", "harbour-terms#dates"]);
    assert_eq!(date.before, ["exam-catalogue", "mta-retirement"]);
}

#[test]
fn the_reason_of_a_price_names_the_book_and_its_day() {
    let (supplied, _) = supplied(Some(CATALOGUE), Some(PRICES));
    let plan = plan(&supplied, &school(100));
    let written = serde_json::to_value(&plan).unwrap();
    let steps: BTreeSet<String> = written["figures"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|figure| figure["step"]["kind"] == "price-book")
        .map(|figure| format!("{} {}", figure["what"], figure["step"]))
        .collect();
    let step = |what: &str, path: &str| {
        let step = json!({"kind": "price-book", "name": "Harbour price list 2020/21", "date": "2020-09-01", "path": path});
        format!("\"{what}\" {step}")
    };
    let expected = BTreeSet::from([
        step("unit-price", "lists[1].prices[0].breaks[0].price"),
        step("single-price", "singlePrices[0].price"),
    ]);
    assert_eq!(steps, expected);
    let agreement = &plan.agreements[0];
    for id in 0..plan.figures.len() {
        let figure = &plan.figures[id];
        let again = replay(
            &plan,
            agreement,
            &Calendar::default(),
            u32::try_from(id).unwrap(),
        );
        assert_eq!(again.as_ref(), Some(&figure.value), "{figure:?}");
    }
}

#[test]
fn the_users_own_price_goes_before_that_of_the_book() {
    let (supplied, _) = supplied(Some(CATALOGUE), Some(PRICES));
    let mut own = school(60);
    own["agreements"][0]["prices"] = json!([{"product": "class-60-mos", "price": "900"}]);
    let planned = plan(&supplied, &own);
    assert_eq!(planned.agreements[0].lines[0].charge.unwrap().value, 52_500);
    // A price left empty is none.
    own["agreements"][0]["prices"][0]["price"] = json!("");
    let planned = plan(&supplied, &own);
    assert_eq!(planned.agreements[0].lines[0].charge.unwrap().value, 70_000);
}

#[test]
fn a_list_of_the_programme_goes_before_one_of_its_segment_and_that_before_the_rest() {
    let mut book: Value = serde_json::from_str(PRICES).unwrap();
    let charge = |book: &Value| {
        let (supplied, _) = supplied(Some(CATALOGUE), Some(&book.to_string()));
        plan(&supplied, &school(60)).agreements[0].lines[0]
            .charge
            .map(|it| it.value)
    };
    book["prices"] = json!([{"product": "class-60-mos", "price": "2400"}]);
    assert_eq!(charge(&book), Some(70_000));
    book["lists"].as_array_mut().unwrap().pop();
    assert_eq!(charge(&book), Some(81_667)); // 1,400 × 7/12
    book["lists"] = json!([]);
    assert_eq!(charge(&book), Some(140_000));
    book["lists"] =
        json!([{"segment": "commercial", "prices": [{"product": "class-60-mos", "price": "1"}]}]);
    assert_eq!(charge(&book), Some(140_000));
}

#[test]
fn prices_in_another_currency_are_named_and_not_taken() {
    let (supplied, _) = supplied(Some(CATALOGUE), Some(PRICES));
    let mut other = school(60);
    other["agreements"][0]["currency"] = json!("EUR");
    let planned = plan(&supplied, &other);
    assert_eq!(planned.agreements[0].lines[0].charge, None);
    let findings = serde_json::to_value(&planned.findings).unwrap();
    let finding = findings.as_array().unwrap().iter();
    let finding: Vec<_> = finding
        .filter(|it| it["code"] == "prices-in-other-currency")
        .collect();
    assert_eq!(finding.len(), 1);
    assert_eq!(finding[0]["path"], "agreements[0].currency");
    assert_eq!(finding[0]["severity"], "warning");
    assert_eq!(finding[0]["currency"], "USD");
    // Where nothing is entered the book's currency is the agreement's.
    other["agreements"][0]["currency"] = json!("");
    let planned = plan(&supplied, &other);
    assert_eq!(planned.agreements[0].currency.as_deref(), Some("USD"));
    assert_eq!(planned.agreements[0].lines[0].charge.unwrap().value, 70_000);
}

#[test]
fn a_corrected_date_binds() {
    let (supplied, _) = supplied(Some(CATALOGUE), None);
    let scenario = json!({"version": 1, "today": "2021-09-21", "agreements": [{
        "programme": "ees", "start": "2021-07-01", "end": "2022-06-30",
        "groups": [{"people": 7, "certifications": ["mta-networking-fundamentals"], "sittings": [{"day": "2022-06-13"}]}],
    }]});
    let ended = |plan: Plan| {
        let findings = serde_json::to_value(&plan.findings).unwrap();
        let findings = findings.as_array().unwrap().clone();
        findings.into_iter().find(|it| it["code"] == "exam-ended")
    };
    let finding = ended(plan(&supplied, &scenario)).unwrap();
    assert_eq!(finding["cites"], json!(["harbour-terms#dates"]));
    let (nothing, _) = self::supplied(None, None);
    assert_eq!(ended(plan(&nothing, &scenario)), None);
}

#[test]
fn with_nothing_supplied_every_reply_is_the_same() {
    let empty = json!({"version": 1, "name": "Nobody", "date": "2020-09-01"}).to_string();
    let (nothing, _) = supplied(None, None);
    let (empty, supplement) = supplied(Some(&empty), None);
    assert_eq!(supplement.unwrap().changes, []);
    let cases: Value = serde_json::from_str(include_str!("../cases/plans.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let scenario = case["scenario"].to_string();
        let reply = |known: Known<'_>| {
            serde_json::to_string(&planner::plan_read(known, &scenario)).unwrap()
        };
        let embedded = reply(Catalogue::builtin().unwrap().into());
        assert_eq!(reply(known(&nothing)), embedded);
        assert_eq!(reply(known(&empty)), embedded, "{}", case["name"]);
    }
}

#[test]
fn a_catalogue_stands_alone() {
    let mut alone: Value = serde_json::from_str(CATALOGUE).unwrap();
    let whole: Value = serde_json::from_str(&Catalogue::whole_text()).unwrap();
    let cited = json!(["harbour-terms"]);
    let fact = |value: u32| json!([{"value": value, "cites": cited, "confidence": "high"}]);
    for (pointer, value) in [
        ("/base", Some(json!("none"))),
        ("/without", None),
        ("/exams/1", None),
        (
            "/delivery",
            Some(
                json!({"acknowledgedDays": fact(1), "codesEarliestBusinessDays": fact(1), "codesLatestBusinessDays": fact(3), "sitePackDays": fact(1)}),
            ),
        ),
        (
            "/preparation",
            Some(
                json!({"basicMonths": fact(1), "advancedMonths": fact(2), "semesterMonths": fact(4)}),
            ),
        ),
        ("/programmes", Some(json!([whole["programmes"][0]]))),
    ] {
        match (pointer, value) {
            ("/exams/1", _) => drop(alone["exams"].as_array_mut().unwrap().pop()),
            (pointer, value) => set(&mut alone, pointer, value),
        }
    }
    set(&mut alone, "/programmes/0/terms", Some(json!([])));
    set(&mut alone, "/programmes/0/notes", None);
    set(&mut alone, "/products/0/assumptions", None);
    let (supplied, supplement) = supplied(Some(&alone.to_string()), None);
    assert_eq!(supplement.unwrap().changes, []);
    let planned = plan(&supplied, &school(60));
    let line = &planned.agreements[0].lines[0];
    assert_eq!(
        (line.product.as_str(), line.units.value),
        ("class-60-mos", 1)
    );
    // Three business days, and no holiday on the way.
    assert_eq!(line.order_day.value.to_string(), "2020-12-02");
    // What it does not know nobody may enter.
    let mut other = school(60);
    other["agreements"][0]["programme"] = json!("ea");
    let reply = planner::plan_read(known(&supplied), &other.to_string());
    assert!(matches!(reply, Reply::Refused { .. }));
    // Everything a scenario can ask for is answered, without a panic.
    let cases: Value = serde_json::from_str(include_str!("../cases/plans.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let mut scenario = case["scenario"].clone();
        for agreement in scenario["agreements"].as_array_mut().unwrap() {
            agreement["programme"] = json!("ees");
            for group in agreement["groups"].as_array_mut().into_iter().flatten() {
                group["certifications"] = json!(["harbour-digital-basics"]);
                group["held"] = json!([]);
                group["passed"] = json!([]);
            }
            for list in ["prices", "stock", "orders"] {
                for entry in agreement[list].as_array_mut().into_iter().flatten() {
                    entry["product"] = json!("class-60-mos");
                }
            }
        }
        let _ = planner::plan_read(known(&supplied), &scenario.to_string());
    }
}

#[test]
fn broken_documents_are_refused_at_their_fields_and_fit_their_schemas_or_not() {
    let cases: Value = serde_json::from_str(include_str!("../cases/partner/broken.json")).unwrap();
    let whole = Catalogue::whole().unwrap();
    for case in cases.as_array().unwrap() {
        let name = &case["name"];
        let of_prices = case["document"] == "prices";
        let good = if of_prices { PRICES } else { CATALOGUE };
        let mut document: Value = serde_json::from_str(good).unwrap();
        for (pointer, value) in case["set"].as_object().into_iter().flatten() {
            set(&mut document, pointer, Some(value.clone()));
        }
        for pointer in case["remove"].as_array().into_iter().flatten() {
            set(&mut document, pointer.as_str().unwrap(), None);
        }
        let text = document.to_string();
        let reply = if of_prices {
            supply(&whole, Some(CATALOGUE), Some(&text))
        } else {
            supply(&whole, Some(&text), None)
        };
        let SupplyReply::Refused { problems } = reply else {
            panic!("{name} is accepted");
        };
        let found = serde_json::to_value(&problems).unwrap();
        let found: Vec<Value> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|it| json!([it["path"], it["code"]]))
            .collect();
        let expected = case["problems"].as_array().unwrap();
        if case["others"] == true {
            assert!(
                expected.iter().all(|it| found.contains(it)),
                "{name}: {found:?}"
            );
        } else {
            assert_eq!(found, *expected, "{name}: {problems:?}");
        }
        assert!(
            problems
                .iter()
                .all(|it| it.message.len() > 8 && !it.message.contains('{')),
            "{name}: {problems:?}"
        );
        let schema = if of_prices {
            "price-book"
        } else {
            "partner-catalogue"
        };
        let schema = format!("{}/www/schema/{schema}.json", env!("CARGO_MANIFEST_DIR"));
        let schema: Value =
            serde_json::from_str(&std::fs::read_to_string(schema).unwrap()).unwrap();
        let fits = jsonschema::validator_for(&schema)
            .unwrap()
            .is_valid(&document);
        assert_eq!(fits, case["schema"] == true, "{name}");
    }
}

#[test]
fn good_documents_fit_their_schemas() {
    for (schema, document) in [("partner-catalogue", CATALOGUE), ("price-book", PRICES)] {
        let schema = format!("{}/www/schema/{schema}.json", env!("CARGO_MANIFEST_DIR"));
        let schema: Value =
            serde_json::from_str(&std::fs::read_to_string(schema).unwrap()).unwrap();
        let document: Value = serde_json::from_str(document).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&document)
            .map(|it| it.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn all_mistakes_of_both_documents_are_said_at_once() {
    let catalogue = CATALOGUE
        .replace("\"families\"", "\"famlies\"")
        .replace("harbour-terms#packs", "harbour-terms#pack");
    let prices = PRICES.replace("USD", "usd").replace("site-500", "site-501");
    let SupplyReply::Refused { problems } = supply(
        &Catalogue::whole().unwrap(),
        Some(&catalogue),
        Some(&prices),
    ) else {
        panic!("accepted");
    };
    let found: Vec<_> = problems.iter().map(|it| it.path.as_str()).collect();
    // Products may be named as the catalogue would have had them, were it right.
    assert_eq!(found, ["products[0].famlies", "products[0]", "currency"]);
    for text in ["", "null", "7", "[]", "{", "{\"version\":1}"] {
        let reply = supply(&Catalogue::whole().unwrap(), Some(text), Some(text));
        assert!(matches!(reply, SupplyReply::Refused { .. }), "{text}");
    }
}
