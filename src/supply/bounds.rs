//! Numbers and ids of a partner's catalogue that an engine can work with: no pack of nothing, no wait of a century.

use serde_json::Value;

use super::partner::PartnerCatalogue;
use super::problem::{EntryCode, SupplyCode};
use crate::catalogue::{Delivery, Fact, ProductKind, on};
use crate::domain::Day;
use crate::problem::ProblemCode;

/// Entries of a list: more than any catalogue has, and few enough to search.
const MOST_ENTRIES: u32 = 10_000;
const MOST_EXAMS: u32 = 1_000_000;
const MOST_MONTHS: u32 = 1200;
const MOST_DAYS: u32 = 3660;

/// Lists that are too long to search.
pub fn long_lists(document: &Value) -> Vec<(String, SupplyCode)> {
    let mut problems = Vec::new();
    let mut bounds = Bounds {
        problems: &mut problems,
    };
    bounds.lists(document, "");
    problems
}

/// Notes what is out of bounds, in a document and the same as JSON.
pub fn check(
    partner: &PartnerCatalogue,
    document: &Value,
    problems: &mut Vec<(String, SupplyCode)>,
) {
    let mut bounds = Bounds { problems };
    bounds.ids(document, "");
    for (number, product) in partner.products.iter().enumerate() {
        let path = |field: &str| format!("products[{number}].{field}");
        bounds.facts(&path("exams"), &product.exams, 1, MOST_EXAMS);
        bounds.facts(&path("validMonths"), &product.valid_months, 1, MOST_MONTHS);
        bounds.facts(&path("points"), &product.points, 0, MOST_EXAMS);
        if product.kind != ProductKind::ReferenceLibrary {
            for (field, missing) in [
                ("exams", product.exams.is_empty()),
                ("validMonths", product.valid_months.is_empty()),
                ("families", product.families.is_empty()),
            ] {
                if missing {
                    bounds.note(path(field), ProblemCode::Required);
                }
            }
        }
    }
    for (number, programme) in partner.programmes.iter().enumerate() {
        let path = format!("programmes[{number}].terms");
        bounds.facts(&path, &programme.terms, 1, MOST_MONTHS);
    }
    for (number, rule) in partner.retakes.iter().enumerate() {
        let path = |field: &str| format!("retakes[{number}].{field}");
        if rule.families.is_empty() {
            bounds.note(path("families"), ProblemCode::Required);
        }
        bounds.number(path("firstWaitDays"), rule.first_wait_days, 0, MOST_DAYS);
        bounds.number(path("laterWaitDays"), rule.later_wait_days, 0, MOST_DAYS);
        if let Some(most) = rule.most_in_twelve_months {
            bounds.number(path("mostInTwelveMonths"), most, 1, MOST_DAYS);
        }
    }
    for (number, claim) in partner.claims.iter().enumerate() {
        let path = |field: &str| format!("claims[{number}].{field}");
        bounds.number(path("lowPercent"), claim.low_percent, 0, 100);
        bounds.number(
            path("highPercent"),
            claim.high_percent,
            claim.low_percent,
            100,
        );
    }
    if let Some(preparation) = &partner.preparation {
        for (field, facts) in [
            ("basicMonths", &preparation.basic_months),
            ("advancedMonths", &preparation.advanced_months),
            ("semesterMonths", &preparation.semester_months),
        ] {
            bounds.some_facts(&format!("preparation.{field}"), facts, 0, 120);
        }
    }
    if let Some(delivery) = &partner.delivery {
        for (field, facts) in [
            ("acknowledgedDays", &delivery.acknowledged_days),
            (
                "codesEarliestBusinessDays",
                &delivery.codes_earliest_business_days,
            ),
            (
                "codesLatestBusinessDays",
                &delivery.codes_latest_business_days,
            ),
            ("sitePackDays", &delivery.site_pack_days),
        ] {
            bounds.some_facts(&format!("delivery.{field}"), facts, 0, 366);
        }
        bounds.codes(delivery);
    }
    if let Some(academy) = &partner.imagine_academy {
        let path = |field: &str| format!("imagineAcademy.{field}");
        bounds.facts(&path("freeVouchers"), &academy.free_vouchers, 0, MOST_EXAMS);
        bounds.facts(
            &path("voucherMonths"),
            &academy.voucher_months,
            1,
            MOST_MONTHS,
        );
        bounds.facts(&path("graceDays"), &academy.grace_days, 0, MOST_DAYS);
        for (number, benefit) in academy.benefits.iter().enumerate() {
            if let Some(percent) = benefit.pay_percent {
                let path = path(&format!("benefits[{number}].payPercent"));
                bounds.number(path, percent, 0, 100);
            }
        }
    }
    if let Some(vouchers) = &partner.training_vouchers {
        let path = |field: &str| format!("trainingVouchers.{field}");
        bounds.facts(&path("lifeDays"), &vouchers.life_days, 1, MOST_DAYS);
        bounds.facts(&path("mostDays"), &vouchers.most_days, 1, MOST_DAYS);
    }
}

struct Bounds<'p> {
    problems: &'p mut Vec<(String, SupplyCode)>,
}

impl Bounds<'_> {
    fn note(&mut self, path: String, code: ProblemCode) {
        self.problems.push((path, SupplyCode::Field(code)));
    }

    fn facts(&mut self, path: &str, facts: &[Fact<u32>], least: u32, most: u32) {
        for (number, fact) in facts.iter().enumerate() {
            self.number(format!("{path}[{number}].value"), fact.value, least, most);
        }
    }

    /// Facts without which nothing can be computed.
    fn some_facts(&mut self, path: &str, facts: &[Fact<u32>], least: u32, most: u32) {
        self.facts(path, facts, least, most);
        if facts.is_empty() {
            self.note(path.to_owned(), ProblemCode::Required);
        }
    }

    /// On no day do the codes arrive at the latest before they arrive at the earliest.
    fn codes(&mut self, delivery: &Delivery) {
        let (earliest, latest) = (
            &delivery.codes_earliest_business_days,
            &delivery.codes_latest_business_days,
        );
        for (number, fact) in latest.iter().enumerate() {
            // While this is the last fact that has started, and it or another one starts.
            let first = fact.from.unwrap_or(Day::FIRST);
            let starts = earliest.iter().filter_map(|other| other.from);
            let after = std::iter::once(first).chain(starts.filter(|day| *day > first));
            let least = after
                .filter(|day| on(latest, *day).is_some_and(|held| std::ptr::eq(held, fact)))
                .filter_map(|day| on(earliest, day))
                .map(|other| other.value)
                .max();
            if let Some(least) = least.filter(|least| fact.value < *least) {
                let path = format!("delivery.codesLatestBusinessDays[{number}].value");
                self.number(path, fact.value, least, u32::MAX);
            }
        }
    }

    fn number(&mut self, path: String, number: u32, least: u32, most: u32) {
        if number < least {
            let least = least.to_string();
            self.note(path, ProblemCode::TooSmall { least });
        } else if number > most {
            let most = most.to_string();
            self.note(path, ProblemCode::TooLarge { most });
        }
    }

    fn lists(&mut self, value: &Value, path: &str) {
        match value {
            Value::Array(items) => {
                if u32::try_from(items.len()).is_ok_and(|length| length > MOST_ENTRIES) {
                    self.note(path.to_owned(), ProblemCode::TooMany { most: MOST_ENTRIES });
                    return;
                }
                for (number, item) in items.iter().enumerate() {
                    self.lists(item, &format!("{path}[{number}]"));
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields {
                    self.lists(field, &super::places::inside(path, name));
                }
            }
            _ => {}
        }
    }

    /// Ids are part of cites and of the names of groups' needs, so some signs would be read as something else.
    fn ids(&mut self, value: &Value, path: &str) {
        match value {
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    self.ids(item, &format!("{path}[{number}]"));
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields {
                    let path = super::places::inside(path, name);
                    match field {
                        Value::String(id) if name == "id" => {
                            let fits = id.chars().all(|letter| {
                                letter.is_alphanumeric() || matches!(letter, '-' | '.' | '_')
                            });
                            if !fits {
                                let code = EntryCode::NotAnId { id: id.clone() };
                                self.problems.push((path, SupplyCode::Entry(code)));
                            }
                        }
                        _ => self.ids(field, &path),
                    }
                }
            }
            _ => {}
        }
    }
}
