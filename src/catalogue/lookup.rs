//! Finding a fact: by id, by cite, and by the day it is asked for.

use crate::catalogue::{
    Assumption, Availability, Catalogue, Certification, Exam, Fact, Family, Product, ProductKind,
    Programme, RetakeRule, Section, Source,
};
use crate::domain::Day;

/// The fact in force on `day`: the last one whose first day has come, or which has none.
///
/// `None` before the first one starts: what held earlier is not known, and a later value is no substitute.
#[must_use]
pub fn on<T>(facts: &[Fact<T>], day: Day) -> Option<&Fact<T>> {
    facts.iter().rev().find(|fact| has_started(fact.from, day))
}

fn has_started(from: Option<Day>, day: Day) -> bool {
    from.is_none_or(|first| first <= day)
}

impl Catalogue {
    /// The product with this id.
    #[must_use]
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }

    /// The library of reference books, where one is sold.
    #[must_use]
    pub fn reference_library(&self) -> Option<&Product> {
        let mut products = self.products.iter();
        products.find(|product| product.kind == ProductKind::ReferenceLibrary)
    }

    /// The programme with this id.
    #[must_use]
    pub fn programme(&self, id: &str) -> Option<&Programme> {
        self.programmes.iter().find(|programme| programme.id == id)
    }

    /// The certification with this id.
    #[must_use]
    pub fn certification(&self, id: &str) -> Option<&Certification> {
        self.certifications
            .iter()
            .find(|certification| certification.id == id)
    }

    /// The exam with this number.
    #[must_use]
    pub fn exam(&self, id: &str) -> Option<&Exam> {
        self.exams.iter().find(|exam| exam.id == id)
    }

    /// The assumption with this id.
    #[must_use]
    pub fn assumption(&self, id: &str) -> Option<&Assumption> {
        self.assumptions
            .iter()
            .find(|assumption| assumption.id == id)
    }

    /// The source that a cite names, with the section if it names one.
    ///
    /// `None` if there is no such source, or no such section in it.
    #[must_use]
    pub fn source(&self, cite: &str) -> Option<(&Source, Option<&Section>)> {
        let (id, part) = match cite.split_once('#') {
            Some((id, part)) => (id, Some(part)),
            None => (cite, None),
        };
        let source = self.sources.iter().find(|source| source.id == id)?;
        match part {
            None => Some((source, None)),
            Some(part) => {
                let section = source.sections.iter().find(|section| section.id == part)?;
                Some((source, Some(section)))
            }
        }
    }

    /// What is known on `day` of a programme selling a product; `None` where nothing is.
    #[must_use]
    pub fn availability(&self, programme: &str, product: &str, day: Day) -> Option<&Availability> {
        self.availability.iter().rev().find(|row| {
            row.programme == programme
                && row.product == product
                && has_started(row.from, day)
                && row.until.is_none_or(|last| day <= last)
        })
    }

    /// The waits and caps in force on `day` for exams of a family.
    #[must_use]
    pub fn retake_rule(&self, family: Family, day: Day) -> Option<&RetakeRule> {
        self.retakes
            .iter()
            .rev()
            .find(|rule| rule.families.contains(&family) && has_started(rule.from, day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{CapStart, Confidence};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn fact(from: Option<&str>, value: u32) -> Fact<u32> {
        Fact {
            from: from.map(day),
            value,
            cites: Vec::new(),
            confidence: Confidence::High,
        }
    }

    #[test]
    fn a_fact_holds_from_its_first_day_until_the_next_one_starts() {
        let facts = [fact(None, 7), fact(Some("2020-12-07"), 13)];
        let value = |text| on(&facts, day(text)).map(|fact| fact.value);
        assert_eq!(value("2020-12-06"), Some(7));
        assert_eq!(value("2020-12-07"), Some(13));
        assert_eq!(value("2026-01-01"), Some(13));
    }

    #[test]
    fn before_the_first_known_day_nothing_is_known() {
        let facts = [fact(Some("2020-12-07"), 13)];
        assert_eq!(on(&facts, day("2020-12-06")), None);
        assert_eq!(on::<u32>(&[], day("2020-12-06")), None);
    }

    #[test]
    fn a_cite_names_a_source_or_a_section_of_it() {
        let catalogue = Catalogue::whole().unwrap();
        let (source, section) = catalogue.source("doc#packs").unwrap();
        assert_eq!(source.id, "doc");
        assert_eq!(
            section.unwrap().title,
            "适用于学术机构的 Microsoft 认证考试包"
        );
        assert!(catalogue.source("doc").unwrap().1.is_none());
        assert!(catalogue.source("doc#nowhere").is_none());
        assert!(catalogue.source("nowhere").is_none());
    }

    #[test]
    fn open_value_for_education_sells_packs_since_december_2020_and_select_plus_until_then() {
        let catalogue = Catalogue::builtin().unwrap();
        let sold = |programme, text| {
            catalogue
                .availability(programme, "site-500", day(text))
                .map(|row| row.sold)
        };
        assert_eq!(sold("ovs-es", "2020-12-06"), None);
        assert_eq!(sold("ovs-es", "2020-12-07"), Some(true));
        assert_eq!(sold("select-plus-academic", "2020-12-06"), Some(true));
        assert_eq!(sold("select-plus-academic", "2020-12-07"), Some(false));
    }

    #[test]
    fn an_enterprise_agreement_sells_single_vouchers_and_no_packs() {
        let catalogue = Catalogue::builtin().unwrap();
        let sold = |product| {
            catalogue
                .availability("ea", product, day("2021-07-01"))
                .map(|row| row.sold)
        };
        assert_eq!(sold("voucher-1"), Some(true));
        assert_eq!(sold("class-30"), Some(false));
        assert_eq!(sold("site-500"), Some(false));
    }

    #[test]
    fn the_year_of_five_attempts_starts_with_the_first_one_since_june_2020() {
        let catalogue = Catalogue::builtin().unwrap();
        let rule = |family, text| catalogue.retake_rule(family, day(text)).unwrap();
        assert_eq!(
            rule(Family::Mcp, "2020-06-28").twelve_months_start,
            Some(CapStart::LastFailure)
        );
        assert_eq!(
            rule(Family::Mcp, "2020-06-29").twelve_months_start,
            Some(CapStart::FirstAttempt)
        );
        assert_eq!(rule(Family::Mcp, "2020-06-29").later_wait_days, 14);
        assert_eq!(rule(Family::Mta, "2020-06-29").later_wait_days, 7);
        assert_eq!(rule(Family::Mos, "2015-01-01").most_in_twelve_months, None);
    }
}
