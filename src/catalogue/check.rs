//! What must be true of a catalogue: every cite resolves, every id is known, every text is there in each language.
//!
//! Cites, texts, ids and days look alike wherever they stand, so they are checked on the catalogue's JSON: a field
//! that is added later is checked without a word here.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::catalogue::{Catalogue, Certification, Requirement};
use crate::domain::Day;

/// Something that is wrong with a catalogue. The first text is always the path to it, such as
/// `products/site-500/exams/0`.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A cite that names no source, or no section of one.
    UnknownCite(String, String),
    /// A statement that needs a source and has none.
    Uncited(String),
    /// A source or section that nothing cites.
    NeverCited(String),
    /// The second of two entries of a list with the same id, and its place in the list.
    DuplicateId(String, usize),
    /// A fact, rule or row that starts before the one it follows.
    FallingDates(String),
    /// A state that ends before it starts.
    EndsBeforeStart(String),
    /// The id of an entry that is not in the catalogue.
    UnknownId(String, String),
    /// A requirement that chooses so many, which is none or more than it lists.
    ChooseOutOfRange(String, u32),
    /// An exam that a requirement lists before. Whoever passes it has passed one exam.
    RepeatedExam(String, String),
    /// A requirement whose exams are of several families, with these exams: vouchers are counted by family.
    SeveralFamilies(String, Vec<String>),
    /// A certification without a route, or with a route that asks for nothing.
    NothingToPass(String),
    /// A certification that is, over some steps, its own prerequisite.
    PrerequisiteCycle(String),
    /// A text that is empty in some language, or an empty name or title.
    EmptyText(String),
    /// A day of publication that is not like `2014`, `2010-10` or `2021-06-28`.
    UnreadablePublished(String),
    /// A source that was read before it was published.
    ReadBeforePublished(String),
    /// An address that is neither `https:` nor `mailto:`.
    UnsafeUrl(String),
}

impl Catalogue {
    /// Everything that is wrong with this catalogue; empty when nothing is.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut check = Check {
            catalogue: self,
            cited: BTreeSet::new(),
            faults: Vec::new(),
        };
        // A catalogue consists of what JSON can hold, so this does not fail.
        check.shape(&serde_json::to_value(self).unwrap_or_default(), "");
        check.sources();
        check.ids();
        check.dates();
        for certification in &self.certifications {
            check.certification(certification);
        }
        check.faults
    }
}

/// A catalogue, with what was found so far.
struct Check<'a> {
    catalogue: &'a Catalogue,
    cited: BTreeSet<String>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    /// Cites, texts, addresses, double ids and the order of facts, wherever they stand.
    fn shape(&mut self, value: &Value, at: &str) {
        match value {
            Value::String(text) if text.trim().is_empty() => {
                self.faults.push(Fault::EmptyText(at.to_owned()));
            }
            Value::Array(entries) => {
                self.list(entries, at);
                for (index, entry) in entries.iter().enumerate() {
                    self.shape(entry, &join(at, &name(entry, index)));
                }
            }
            Value::Object(fields) => {
                for (key, field) in fields {
                    match (key.as_str(), field) {
                        ("cites", Value::Array(cites)) => self.cites(cites, at),
                        ("url", Value::String(url)) if !is_safe(url) => {
                            self.faults.push(Fault::UnsafeUrl(join(at, key)));
                        }
                        _ => self.shape(field, &join(at, key)),
                    }
                }
            }
            _ => {}
        }
    }

    /// Double ids, and facts (entries with a value) that start before the one they follow.
    fn list(&mut self, entries: &[Value], at: &str) {
        let mut ids = BTreeSet::new();
        let mut last = None;
        for (index, entry) in entries.iter().enumerate() {
            let text = |key| entry.get(key).and_then(Value::as_str);
            if text("id").is_some_and(|id| !ids.insert(id)) {
                let at = join(at, &name(entry, index));
                self.faults.push(Fault::DuplicateId(at, index));
            }
            if entry.get("value").is_some() {
                // Days sort as text, and an absent one before them all.
                let from = text("from");
                if from < last {
                    let at = join(at, &name(entry, index));
                    self.faults.push(Fault::FallingDates(at));
                }
                last = from;
            }
        }
    }

    fn cites(&mut self, cites: &[Value], at: &str) {
        if cites.is_empty() {
            self.faults.push(Fault::Uncited(at.to_owned()));
        }
        for cite in cites.iter().filter_map(Value::as_str) {
            if self.catalogue.source(cite).is_none() {
                let fault = Fault::UnknownCite(at.to_owned(), cite.to_owned());
                self.faults.push(fault);
            }
            // Who cites a section cites its source.
            let source = cite.split_once('#').map(|(source, _)| source.to_owned());
            self.cited.extend(source);
            self.cited.insert(cite.to_owned());
        }
    }

    fn sources(&mut self) {
        for source in &self.catalogue.sources {
            let sections = source.sections.iter();
            let cites = sections.map(|section| format!("{}#{}", source.id, section.id));
            for cite in std::iter::once(source.id.clone()).chain(cites) {
                if !self.cited.contains(&cite) {
                    self.faults.push(Fault::NeverCited(cite));
                }
            }
            if let Some(published) = &source.published {
                let at = format!("sources/{}", source.id);
                match first_day(published) {
                    None => self.faults.push(Fault::UnreadablePublished(at)),
                    Some(day) if source.read < day => {
                        self.faults.push(Fault::ReadBeforePublished(at));
                    }
                    Some(_) => {}
                }
            }
        }
    }

    /// Ids that name an entry of another list.
    fn ids(&mut self) {
        let catalogue = self.catalogue;
        for product in &catalogue.products {
            for id in &product.assumptions {
                let known = catalogue.assumption(id).is_some();
                self.knows(known, &["products", &product.id], id);
            }
        }
        for (index, row) in catalogue.availability.iter().enumerate() {
            let at = ["availability", &index.to_string()];
            let known = catalogue.programme(&row.programme).is_some();
            self.knows(known, &at, &row.programme);
            let known = catalogue.product(&row.product).is_some();
            self.knows(known, &at, &row.product);
        }
        let granting = &catalogue.imagine_academy.programmes;
        for id in granting.iter().flat_map(|fact| &fact.value) {
            let known = catalogue.programme(id).is_some();
            self.knows(known, &["imagineAcademy", "programmes"], id);
        }
        let policy = |id: &str| catalogue.policies.iter().find(|policy| policy.id == id);
        for assumption in &catalogue.assumptions {
            for id in &assumption.policies {
                let known = policy(id).is_some();
                self.knows(known, &["assumptions", &assumption.id], id);
            }
        }
        for conflict in &catalogue.conflicts {
            let at = ["conflicts", &conflict.id];
            let settles = conflict.policy.as_deref().and_then(policy);
            if let Some(id) = &conflict.policy {
                self.knows(settles.is_some(), &at, id);
            }
            for id in conflict
                .sides
                .iter()
                .filter_map(|side| side.choice.as_ref())
            {
                let known =
                    settles.is_some_and(|policy| policy.choices.iter().any(|each| each.id == *id));
                self.knows(known, &at, id);
            }
        }
    }

    fn knows(&mut self, known: bool, at: &[&str], id: &str) {
        if !known {
            let fault = Fault::UnknownId(at.join("/"), id.to_owned());
            self.faults.push(fault);
        }
    }

    /// The order of rows that follow one another only where they speak of the same thing.
    fn dates(&mut self) {
        let rows = &self.catalogue.availability;
        for (index, row) in rows.iter().enumerate() {
            let at = || format!("availability/{index}");
            let cell = (&row.programme, &row.product);
            let falls = rows.iter().take(index).any(|earlier| {
                (&earlier.programme, &earlier.product) == cell && row.from < earlier.from
            });
            if falls {
                self.faults.push(Fault::FallingDates(at()));
            }
            if row.until.is_some() && row.until < row.from {
                self.faults.push(Fault::EndsBeforeStart(at()));
            }
        }
        let rules = &self.catalogue.retakes;
        for (index, rule) in rules.iter().enumerate() {
            let falls = rules.iter().take(index).any(|earlier| {
                let mut families = rule.families.iter();
                rule.from < earlier.from && families.any(|it| earlier.families.contains(it))
            });
            if falls {
                let at = format!("retakes/{index}");
                self.faults.push(Fault::FallingDates(at));
            }
        }
    }

    fn certification(&mut self, certification: &Certification) {
        let catalogue = self.catalogue;
        let at = ["certifications", &certification.id];
        if let Some(id) = &certification.area {
            let known = catalogue.areas.iter().any(|area| area.id == *id);
            self.knows(known, &at, id);
        }
        for id in &certification.prerequisites {
            self.knows(catalogue.certification(id).is_some(), &at, id);
        }
        let routes = &certification.routes;
        if routes.is_empty() || routes.iter().any(Vec::is_empty) {
            self.faults.push(Fault::NothingToPass(at.join("/")));
        }
        for (route, requirements) in routes.iter().enumerate() {
            for (place, requirement) in requirements.iter().enumerate() {
                let at = format!("{}/routes/{route}/{place}/of", at.join("/"));
                self.exams(requirement, &at);
            }
        }
        for requirement in routes.iter().flatten() {
            for id in &requirement.of {
                self.knows(catalogue.exam(id).is_some(), &at, id);
            }
            let choose = usize::try_from(requirement.choose);
            if !choose.is_ok_and(|choose| (1..=requirement.of.len()).contains(&choose)) {
                let fault = Fault::ChooseOutOfRange(at.join("/"), requirement.choose);
                self.faults.push(fault);
            }
        }
        let mut reached = BTreeSet::new();
        let mut ahead: Vec<&str> = Vec::new();
        ahead.extend(certification.prerequisites.iter().map(String::as_str));
        while let Some(next) = ahead.pop() {
            if reached.insert(next)
                && let Some(found) = catalogue.certification(next)
            {
                ahead.extend(found.prerequisites.iter().map(String::as_str));
            }
        }
        if reached.contains(certification.id.as_str()) {
            self.faults.push(Fault::PrerequisiteCycle(at.join("/")));
        }
    }

    /// The exams of a requirement: each once, and all of one family.
    fn exams(&mut self, requirement: &Requirement, at: &str) {
        let of = &requirement.of;
        for (place, id) in of.iter().enumerate() {
            if of.iter().take(place).any(|earlier| earlier == id) {
                let at = format!("{at}/{place}");
                self.faults.push(Fault::RepeatedExam(at, id.clone()));
            }
        }
        let exams = of.iter().filter_map(|id| self.catalogue.exam(id));
        let mut families = exams.map(|exam| exam.family);
        if let Some(first) = families.next()
            && families.any(|family| family != first)
        {
            let fault = Fault::SeveralFamilies(at.to_owned(), of.clone());
            self.faults.push(fault);
        }
    }
}

fn is_safe(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("mailto:")
}

/// What to call an entry of a list: its id, or else its place.
fn name(entry: &Value, index: usize) -> String {
    let id = entry.get("id").and_then(Value::as_str);
    id.map_or_else(|| index.to_string(), str::to_owned)
}

fn join(at: &str, part: &str) -> String {
    if at.is_empty() {
        part.to_owned()
    } else {
        format!("{at}/{part}")
    }
}

/// The first day of a year, a month or a day.
fn first_day(published: &str) -> Option<Day> {
    match published.len() {
        4 => Day::parse(&format!("{published}-01-01")),
        7 => Day::parse(&format!("{published}-01")),
        _ => Day::parse(published),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Confidence, Fact, Family};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// The faults of the embedded catalogue after a change.
    fn faults_of(change: impl Fn(&mut Catalogue)) -> Vec<Fault> {
        let mut catalogue = Catalogue::whole().unwrap();
        change(&mut catalogue);
        catalogue.faults()
    }

    #[test]
    fn the_embedded_catalogue_has_no_faults() {
        assert_eq!(faults_of(|_| {}), []);
    }

    #[test]
    fn a_cite_must_name_a_known_source_and_section() {
        let faults = faults_of(|catalogue| {
            let cites = ["doc#regions", "doc#nowhere", "nowhere"];
            catalogue.rules[5].cites = cites.map(String::from).to_vec();
            catalogue.claims[0].cites.clear();
        });
        let unknown = |cite: &str| Fault::UnknownCite("rules/PRG-6".into(), cite.into());
        let uncited = Fault::Uncited("claims/average-saving".into());
        assert_eq!(
            faults,
            [uncited, unknown("doc#nowhere"), unknown("nowhere")]
        );
    }

    #[test]
    fn a_source_that_nothing_cites_is_found() {
        let faults = faults_of(|catalogue| {
            let mut source = catalogue.sources[0].clone();
            source.id = "unused".into();
            source.sections.truncate(1);
            source.sections[0].id = "part".into();
            catalogue.sources.push(source);
        });
        let never = |cite: &str| Fault::NeverCited(cite.into());
        assert_eq!(faults, [never("unused"), never("unused#part")]);
    }

    #[test]
    fn an_id_stands_once_in_its_list() {
        let faults = faults_of(|catalogue| catalogue.exams.push(catalogue.exams[0].clone()));
        let place = Catalogue::whole().unwrap().exams.len();
        let fault = Fault::DuplicateId("exams/77-418".into(), place);
        assert_eq!(faults, [fault]);
    }

    #[test]
    fn first_days_never_fall() {
        let falling = |at: &str| vec![Fault::FallingDates(at.into())];
        for next in [None, Some("2021-01-01")] {
            let faults = faults_of(|catalogue| {
                let fact = |from: Option<&str>| Fact {
                    from: from.map(day),
                    value: 13,
                    cites: vec!["doc#pack-table".into()],
                    confidence: Confidence::High,
                };
                catalogue.products[0].exams = vec![fact(Some("2021-01-02")), fact(next)];
            });
            assert_eq!(faults, falling("products/site-500/exams/1"));
        }
        let faults = faults_of(|catalogue| {
            let rules = &mut catalogue.retakes;
            let last = rules
                .iter()
                .rposition(|rule| rule.families.contains(&Family::Mta));
            let mut earlier = rules[last.unwrap()].clone();
            earlier.from = None;
            rules.insert(last.unwrap() + 1, earlier);
        });
        assert_eq!(faults, falling("retakes/4"));
        let faults = faults_of(|catalogue| {
            let rows = &mut catalogue.availability;
            rows.insert(1, rows[0].clone());
            rows[0].from = Some(day("2021-01-01"));
        });
        assert_eq!(faults, falling("availability/1"));
    }

    #[test]
    fn nothing_ends_before_it_starts() {
        let faults = faults_of(|catalogue| {
            catalogue.availability[0].from = Some(day("2021-01-02"));
            catalogue.availability[0].until = Some(day("2021-01-01"));
        });
        assert_eq!(faults, [Fault::EndsBeforeStart("availability/0".into())]);
    }

    #[test]
    fn an_id_must_name_an_entry_of_its_list() {
        let faults = faults_of(|catalogue| {
            let none = || "none".to_owned();
            catalogue.products[0].assumptions = vec![none()];
            catalogue.availability[0].programme = none();
            catalogue.availability[1].product = none();
            catalogue.imagine_academy.programmes[0].value.push(none());
            catalogue.assumptions[0].policies = vec![none()];
            catalogue.conflicts[0].policy = Some(none());
            catalogue.conflicts[0].sides.truncate(1);
            catalogue.conflicts[0].sides[0].choice = Some(none());
            let certification = &mut catalogue.certifications[0];
            certification.area = Some(none());
            certification.prerequisites = vec![none()];
            certification.routes[0][0].of = vec![none()];
        });
        let unknown = |fault: &Fault| matches!(fault, Fault::UnknownId(_, id) if id == "none");
        assert!(
            faults.len() == 10 && faults.iter().all(unknown),
            "{faults:?}"
        );
    }

    #[test]
    fn a_requirement_chooses_at_least_one_and_at_most_all_of_its_exams() {
        let at = || "certifications/mos-word-2013".to_owned();
        for choose in [0, 2] {
            let faults = faults_of(|catalogue| {
                let of = vec!["77-418".into()];
                catalogue.certifications[0].routes = vec![vec![Requirement { choose, of }]];
            });
            assert_eq!(faults, [Fault::ChooseOutOfRange(at(), choose)]);
        }
        let faults = faults_of(|catalogue| catalogue.certifications[0].routes.push(Vec::new()));
        assert_eq!(faults, [Fault::NothingToPass(at())]);
        let faults = faults_of(|catalogue| catalogue.certifications[0].routes.clear());
        assert_eq!(faults, [Fault::NothingToPass(at())]);
    }

    #[test]
    fn a_requirement_lists_each_exam_once_and_exams_of_one_family() {
        let faults_with = |of: &[&str]| {
            faults_of(|catalogue| {
                let of = of.iter().map(ToString::to_string).collect();
                let requirement = Requirement { choose: 2, of };
                catalogue.certifications[0].routes[0].push(requirement);
            })
        };
        let at = || "certifications/mos-word-2013/routes/0/1/of".to_owned();
        let of = ["77-418", "98-366"];
        let several = Fault::SeveralFamilies(at(), of.map(String::from).to_vec());
        assert_eq!(faults_with(&of), [several]);
        let repeated = Fault::RepeatedExam(at() + "/2", "77-418".into());
        assert_eq!(faults_with(&["77-418", "77-420", "77-418"]), [repeated]);
        assert_eq!(faults_with(&["77-418", "77-420"]), []);
    }

    #[test]
    fn no_certification_is_its_own_prerequisite() {
        let faults = faults_of(|catalogue| {
            catalogue.certifications[0].prerequisites = vec!["mos-excel-2013".into()];
            catalogue.certifications[1].prerequisites = vec!["mos-word-2013".into()];
        });
        let cycle = |id: &str| Fault::PrerequisiteCycle(format!("certifications/{id}"));
        assert_eq!(faults, [cycle("mos-word-2013"), cycle("mos-excel-2013")]);
    }

    #[test]
    fn no_text_is_empty_in_any_language() {
        let faults = faults_of(|catalogue| catalogue.rules[0].text.zh = " ".into());
        assert_eq!(faults, [Fault::EmptyText("rules/PRG-1/text/zh".into())]);
    }

    #[test]
    fn nothing_is_read_before_it_is_published() {
        let at = || "sources/doc".to_owned();
        for (published, fault) in [
            ("2026", None),
            ("2026-11", None),
            ("2026-11-22", None),
            ("2026-11-23", Some(Fault::ReadBeforePublished(at()))),
            ("2027", Some(Fault::ReadBeforePublished(at()))),
            ("last year", Some(Fault::UnreadablePublished(at()))),
        ] {
            let faults = faults_of(|it| it.sources[0].published = Some(published.into()));
            assert_eq!(faults, Vec::from_iter(fault), "{published}");
        }
    }

    #[test]
    fn an_address_is_safe_to_follow() {
        let faults = faults_of(|catalogue| catalogue.links[0].url = "javascript:alert(1)".into());
        assert_eq!(faults, [Fault::UnsafeUrl("links/0/url".into())]);
    }
}
