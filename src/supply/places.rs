//! Where in a partner's document a fault of the merged catalogue has its cause.

use serde_json::Value;

use super::partner::PartnerCatalogue;
use super::problem::{EntryCode, SupplyCode};
use crate::catalogue::{Catalogue, Fault};
use crate::problem::ProblemCode;

/// A partner's document beside what became of it.
pub struct Places<'p> {
    /// The document, as JSON.
    pub document: &'p Value,
    /// What it was merged to.
    pub merged: &'p Catalogue,
    /// The document, as read.
    pub partner: &'p PartnerCatalogue,
}

impl Places<'_> {
    /// The field behind a fault, and what is wrong with it. Nothing where the partner has no part in it: of a circle
    /// of prerequisites that they close, their own entries tell.
    pub fn find(&self, fault: &Fault) -> Option<(String, SupplyCode)> {
        let (at, code) = split(fault);
        let Some((path, entry)) = self.place(at) else {
            return self
                .taken_away(fault)
                .or_else(|| self.changed_family(fault, code));
        };
        let path = match fault {
            Fault::UnknownCite(_, cite) => {
                let cites = entry.get("cites").and_then(Value::as_array);
                let named = |it: &Value| it.as_str() == Some(cite);
                let place = cites.and_then(|cites| cites.iter().position(named));
                format!("{path}.cites[{}]", place.unwrap_or_default())
            }
            Fault::UnknownId(_, id) => named(entry, &path, id).unwrap_or(path),
            Fault::Uncited(_) => path + ".cites",
            // The path of ids leads to the first of the two.
            Fault::DuplicateId(_, place) => {
                let list = path.rfind('[').and_then(|end| path.get(..end));
                format!("{}[{place}].id", list.unwrap_or_default())
            }
            Fault::FallingDates(_) => path + ".from",
            Fault::EndsBeforeStart(_) => path + ".until",
            Fault::ChooseOutOfRange(_, choose) => choice(entry, &path, *choose).unwrap_or(path),
            Fault::NothingToPass(_) => path + ".routes",
            Fault::PrerequisiteCycle(_) => path + ".prerequisites",
            Fault::UnreadablePublished(_) => path + ".published",
            Fault::ReadBeforePublished(_) => path + ".read",
            Fault::NeverCited(_)
            | Fault::EmptyText(_)
            | Fault::UnsafeUrl(_)
            | Fault::RepeatedExam(..)
            | Fault::SeveralFamilies(..) => path,
        };
        Some((path, code))
    }

    /// The place in the document that a path of ids leads to, with what stands there.
    fn place(&self, at: &str) -> Option<(String, &Value)> {
        let mut path = String::new();
        let mut value = self.document;
        for part in at.split('/') {
            if let Value::Array(items) = value {
                let is = |item: &Value| item.get("id").and_then(Value::as_str) == Some(part);
                let place = items.iter().position(is);
                let place = place.or_else(|| {
                    let unnamed = items.iter().all(|item| item.get("id").is_none());
                    let place: usize = part.parse().ok().filter(|_| unnamed)?;
                    place.checked_sub(self.before(&path))
                })?;
                path = format!("{path}[{place}]");
                value = items.get(place)?;
            } else {
                path = inside(&path, part);
                value = value.get(part)?;
            }
        }
        Some((path, value))
    }

    /// How many entries of the base stand before the partner's in a list of entries without ids.
    fn before(&self, list: &str) -> usize {
        let (all, theirs) = match list {
            "availability" => (
                self.merged.availability.len(),
                self.partner.availability.len(),
            ),
            "retakes" => (self.merged.retakes.len(), self.partner.retakes.len()),
            "links" => (self.merged.links.len(), self.partner.links.len()),
            _ => (0, 0),
        };
        all.saturating_sub(theirs)
    }

    /// Something of the base names an entry that was taken away.
    fn taken_away(&self, fault: &Fault) -> Option<(String, SupplyCode)> {
        let Fault::UnknownId(by, id) = fault else {
            return None;
        };
        let without = self.document.get("without")?;
        let path = named(without, "without", id)?;
        let (id, by) = (id.clone(), by.clone());
        let code = SupplyCode::Entry(EntryCode::StillNeeded { id, by });
        Some((path, code))
    }

    /// An exam of theirs is of another family than those that the base lists beside it.
    fn changed_family(&self, fault: &Fault, code: SupplyCode) -> Option<(String, SupplyCode)> {
        let Fault::SeveralFamilies(_, of) = fault else {
            return None;
        };
        let theirs = &self.partner.exams;
        let place = theirs.iter().position(|exam| of.contains(&exam.id))?;
        Some((format!("exams[{place}].family"), code))
    }
}

/// The path of a field inside a record.
pub fn inside(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// The first place that holds a text, except where it is the name of the record itself.
fn named(value: &Value, path: &str, text: &str) -> Option<String> {
    match value {
        Value::String(here) => (here == text).then(|| path.to_owned()),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(place, item)| named(item, &format!("{path}[{place}]"), text)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "id")
            .find_map(|(name, field)| named(field, &inside(path, name), text)),
        _ => None,
    }
}

/// The requirement that chooses so many, which is none or more than it lists.
fn choice(entry: &Value, path: &str, choose: u32) -> Option<String> {
    let routes = entry.get("routes")?.as_array()?;
    for (route, requirements) in routes.iter().enumerate() {
        for (place, requirement) in requirements.as_array()?.iter().enumerate() {
            let listed = requirement.get("of")?.as_array()?.len();
            let wrong = !usize::try_from(choose).is_ok_and(|it| (1..=listed).contains(&it));
            if wrong && requirement.get("choose")?.as_u64() == Some(choose.into()) {
                return Some(format!("{path}.routes[{route}][{place}].choose"));
            }
        }
    }
    None
}

/// Where a fault is in the merged catalogue, and what it is.
fn split(fault: &Fault) -> (&str, SupplyCode) {
    let entry = SupplyCode::Entry;
    match fault {
        Fault::UnknownCite(at, cite) => {
            let cite = cite.clone();
            (at, entry(EntryCode::UnknownCite { cite }))
        }
        Fault::Uncited(at) | Fault::NeverCited(at) => (at, entry(EntryCode::Uncited)),
        Fault::DuplicateId(at, _) => {
            let id = at.rsplit('/').next().unwrap_or(at).to_owned();
            (at, SupplyCode::Field(ProblemCode::Duplicate { id }))
        }
        Fault::FallingDates(at) => (at, entry(EntryCode::FallingDates)),
        Fault::EndsBeforeStart(at) => (at, entry(EntryCode::UntilBeforeFrom)),
        Fault::UnknownId(at, id) => {
            let id = id.clone();
            (at, SupplyCode::Field(ProblemCode::Unknown { id }))
        }
        Fault::ChooseOutOfRange(at, choose) => {
            let choose = *choose;
            (at, entry(EntryCode::ChooseOutOfRange { choose }))
        }
        Fault::RepeatedExam(at, id) => {
            let id = id.clone();
            (at, SupplyCode::Field(ProblemCode::Duplicate { id }))
        }
        Fault::SeveralFamilies(at, _) => (at, entry(EntryCode::SeveralFamilies)),
        Fault::NothingToPass(at) => (at, entry(EntryCode::NothingToPass)),
        Fault::PrerequisiteCycle(at) => (at, entry(EntryCode::PrerequisiteCycle)),
        Fault::EmptyText(at) => (at, entry(EntryCode::EmptyText)),
        Fault::UnreadablePublished(at) => (at, entry(EntryCode::UnreadablePublished)),
        Fault::ReadBeforePublished(at) => (at, entry(EntryCode::ReadBeforePublished)),
        Fault::UnsafeUrl(at) => (at, entry(EntryCode::UnsafeUrl)),
    }
}
