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
use voucher_planner::supply::{ChangeKind, Supplement, SupplyProblem, SupplyReply, supply};

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

/// What is wrong with a partner's catalogue: paths and codes.
fn refused(catalogue: &str) -> Vec<(String, String)> {
    let SupplyReply::Refused { problems } =
        supply(&Catalogue::whole().unwrap(), Some(catalogue), None)
    else {
        panic!("accepted");
    };
    let code = |problem: &SupplyProblem| {
        let written = serde_json::to_value(problem).unwrap();
        written["code"].as_str().unwrap().to_owned()
    };
    let problems = problems.iter();
    problems.map(|it| (it.path.clone(), code(it))).collect()
}

fn at(path: &str, code: &str) -> (String, String) {
    (path.to_owned(), code.to_owned())
}

/// The partner's catalogue with some fields of its own.
fn with(fields: &[(&str, Value)]) -> String {
    let mut document: Value = serde_json::from_str(CATALOGUE).unwrap();
    for (name, value) in fields {
        document[*name] = value.clone();
    }
    document.to_string()
}

fn facts(values: &[(Option<&str>, u32)]) -> Value {
    let fact = |(from, value): &(Option<&str>, u32)| {
        let mut fact = json!({"value": value, "cites": ["harbour-terms"], "confidence": "high"});
        if let Some(from) = from {
            fact["from"] = json!(from);
        }
        fact
    };
    values.iter().map(fact).collect()
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

/// What sixty people are charged under a price book.
fn charge(book: &Value) -> Option<i64> {
    let (supplied, _) = supplied(Some(CATALOGUE), Some(&book.to_string()));
    let planned = plan(&supplied, &school(60));
    planned.agreements[0].lines[0].charge.map(|it| it.value)
}

#[test]
fn a_list_of_the_programme_goes_before_one_of_its_segment_and_that_before_the_rest() {
    let mut book: Value = serde_json::from_str(PRICES).unwrap();
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
fn a_list_for_any_segment_holds_under_every_programme_and_goes_after_one_of_its_own_segment() {
    let mut book: Value = serde_json::from_str(PRICES).unwrap();
    let list = |segment: &str, price: &str| json!({"segment": segment, "prices": [{"product": "class-60-mos", "price": price}]});
    book["lists"] = json!([list("any", "2400")]);
    assert_eq!(charge(&book), Some(140_000)); // 2,400 × 7/12
    book["prices"] = json!([{"product": "class-60-mos", "price": "1"}]);
    assert_eq!(charge(&book), Some(140_000));
    book["lists"] = json!([list("any", "2400"), list("academic", "1200")]);
    assert_eq!(charge(&book), Some(70_000));
    let mut named = list("any", "600");
    named["programmes"] = json!(["ees"]);
    book["lists"] = json!([list("any", "2400"), list("academic", "1200"), named]);
    assert_eq!(charge(&book), Some(35_000));
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
fn the_policies_are_the_engines_whatever_a_catalogue_stands_on() {
    let assumption = json!([{
        "id": "harbour-months", "text": {"en": "Months count as started.", "zh": "按已开始的月份计算。"},
        "cites": ["harbour-terms"], "confidence": "high", "policies": ["months"],
    }]);
    let prepares = json!({
        "basicMonths": facts(&[(None, 1)]), "advancedMonths": facts(&[(None, 2)]), "semesterMonths": facts(&[(None, 4)]),
    });
    let delivers = json!({
        "acknowledgedDays": facts(&[(None, 1)]), "codesEarliestBusinessDays": facts(&[(None, 1)]),
        "codesLatestBusinessDays": facts(&[(None, 3)]), "sitePackDays": facts(&[(None, 1)]),
    });
    let alone = json!({
        "version": 1, "name": "Harbour Learning", "date": "2020-09-01", "base": "none",
        "sources": serde_json::from_str::<Value>(CATALOGUE).unwrap()["sources"],
        "assumptions": assumption, "preparation": prepares, "delivery": delivers,
    });
    let whole = Catalogue::whole().unwrap();
    let reply = supply(&whole, Some(&alone.to_string()), None);
    let SupplyReply::Ready {
        catalogue: Some(catalogue),
        ..
    } = reply
    else {
        panic!("{reply:#?}");
    };
    let texts = |catalogue: &Catalogue| -> Vec<_> {
        let policies = catalogue.policies.iter();
        policies
            .map(|it| (it.id.clone(), it.text.clone()))
            .collect()
    };
    assert_eq!(texts(&catalogue), texts(&whole));
    // What speaks for them stands in sources that it does not have.
    let mut choices = catalogue.policies.iter().flat_map(|it| &it.choices);
    assert!(choices.all(|choice| choice.cites.is_empty()));
}

#[test]
fn a_programme_that_is_taken_away_leaves_the_bases_statements_and_no_others() {
    let whole: Value = serde_json::from_str(&Catalogue::whole_text()).unwrap();
    let without = json!({"programmes": ["school"]});
    let text = with(&[("without", without.clone())]);
    let (supplied, _) = supplied(Some(&text), None);
    let granting = &known(&supplied).catalogue.imagine_academy.programmes;
    assert_eq!(granting[0].value, ["ees", "ovs-es"]);
    let mut academy = whole["imagineAcademy"].clone();
    academy["programmes"][0]["value"] = json!(["ees", "school"]);
    assert_eq!(
        refused(&with(&[("without", without), ("imagineAcademy", academy)])),
        [at("imagineAcademy.programmes[0].value[1]", "unknown")]
    );
}

#[test]
fn an_id_that_stands_twice_inside_an_entry_is_named_where_it_stands_again() {
    let whole: Value = serde_json::from_str(&Catalogue::whole_text()).unwrap();
    let mut academy = whole["imagineAcademy"].clone();
    let benefits = academy["benefits"].as_array_mut().unwrap();
    let (first, place) = (benefits[1].clone(), benefits.len());
    benefits.push(first.clone());
    benefits.push(first);
    assert_eq!(
        refused(&with(&[("imagineAcademy", academy)])),
        [place, place + 1].map(|it| at(&format!("imagineAcademy.benefits[{it}].id"), "duplicate"))
    );
}

#[test]
fn codes_never_arrive_at_the_latest_before_they_arrive_at_the_earliest() {
    let delivery = |earliest: &[(Option<&str>, u32)], latest: &[(Option<&str>, u32)]| {
        let delivery = json!({
            "acknowledgedDays": facts(&[(None, 1)]), "codesEarliestBusinessDays": facts(earliest),
            "codesLatestBusinessDays": facts(latest), "sitePackDays": facts(&[(None, 1)]),
        });
        with(&[("delivery", delivery)])
    };
    let [june, july] = ["2020-06-01", "2020-07-01"].map(Some);
    for (earliest, latest, place) in [
        (vec![(None, 3)], vec![(None, 2)], 0),
        (vec![(None, 1), (june, 5)], vec![(None, 3), (july, 6)], 0),
        (vec![(None, 4), (july, 1)], vec![(None, 4), (june, 2)], 1),
    ] {
        let path = format!("delivery.codesLatestBusinessDays[{place}].value");
        assert_eq!(
            refused(&delivery(&earliest, &latest)),
            [at(&path, "too-small")]
        );
    }
    for (earliest, latest) in [
        (vec![(None, 3)], vec![(None, 3)]),
        (vec![(None, 1), (june, 5)], vec![(None, 3), (june, 6)]),
        (vec![(june, 9)], vec![(None, 3), (june, 9)]),
    ] {
        supplied(Some(&delivery(&earliest, &latest)), None);
    }
}

#[test]
fn of_a_document_that_can_hardly_be_read_nothing_is_said_but_that() {
    let mut document: Value = serde_json::from_str(CATALOGUE).unwrap();
    let mut exam = document["exams"][0].clone();
    exam.as_object_mut().unwrap().remove("cites");
    let exams = |number: usize| {
        let exam = |place: usize| {
            let mut exam = exam.clone();
            exam["id"] = json!(format!("HDB-{place}"));
            exam
        };
        Value::Array((100..100 + number).map(exam).collect())
    };
    document["certifications"] = json!([]);
    for (number, more) in [(50, false), (51, true), (200, true)] {
        document["exams"] = exams(number);
        let found = refused(&document.to_string());
        let named = found.iter().take(50).enumerate();
        for (place, problem) in named {
            assert_eq!(*problem, at(&format!("exams[{place}]"), "malformed"));
        }
        let rest: Vec<_> = found.into_iter().skip(50).collect();
        let and_more = more.then(|| at("", "malformed"));
        assert_eq!(rest, Vec::from_iter(and_more), "{number}");
    }
}

#[test]
fn of_lists_that_are_too_long_nothing_else_is_said() {
    let topics = |number: usize| json!({"links": vec!["none"; number]});
    let found = refused(&with(&[("without", topics(10_001)), ("name", json!(""))]));
    assert_eq!(found, [at("without.links", "too-many")]);
    assert_eq!(refused(&with(&[("without", topics(10_000))])).len(), 10_000);
}

#[test]
fn a_number_that_the_schema_calls_whole_is_one() {
    let text = CATALOGUE.replace("\"value\": 60,", "\"value\": 60.0,");
    assert_ne!(text, CATALOGUE);
    let (supplied, _) = supplied(Some(&text), None);
    let product = known(&supplied).catalogue.product("class-60-mos").unwrap();
    assert_eq!(product.exams[0].value, 60);
}

#[test]
fn broken_documents_are_refused_at_their_fields() {
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
