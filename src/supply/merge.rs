//! A partner's catalogue laid over another one, with a list of what that changes.

use serde::Serialize;
use serde_json::Value;

use super::partner::{Base, PartnerCatalogue, Without};
use super::problem::{EntryCode, SupplyCode};
use super::value;
use crate::catalogue::{
    Area, Assumption, Availability, Catalogue, Certification, Cite, Claim, Conflict, DatedEvent,
    Exam, Family, Note, PolicyNote, Product, Programme, RetakeRule, Rule, Source,
};
use crate::domain::Day;
use crate::problem::ProblemCode;
use crate::reading::Read;

/// The version of the catalogue's layout.
const LAYOUT: u32 = 1;

/// What of a catalogue is a partner's.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Supplement {
    /// The partner, as it calls itself.
    pub name: String,
    /// The day up to which it holds true.
    pub date: Day,
    /// What it is laid over.
    pub base: Base,
    /// Its sources, by id: what cites one of them is the partner's statement.
    pub sources: Vec<String>,
    /// What it changes of the base, in the order of the document's fields; nothing where it stands alone.
    pub changes: Vec<SupplementChange>,
}

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It was not there.
    Added,
    /// It takes the place of another statement.
    Replaced,
    /// It is taken away.
    LeftOut,
}

/// A difference between a partner's catalogue and its base.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SupplementChange {
    /// What becomes of it.
    pub kind: ChangeKind,
    /// The field of the catalogue, such as `products`.
    pub list: String,
    /// The id of the entry; `ees/site-500` for what a programme sells, a family for retakes, empty for what is one.
    pub id: String,
    /// Where the partner says so.
    pub path: String,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// Where the statement was read whose place it takes.
    pub before: Vec<Cite>,
}

/// A catalogue, and what of it is a partner's.
pub struct Merged {
    pub catalogue: Catalogue,
    pub supplement: Supplement,
}

/// Problems, each at its field.
type Problems = Vec<(String, SupplyCode)>;

/// An entry with an id of its own.
trait Named: Clone + PartialEq + Serialize {
    fn id(&self) -> &str;
}

macro_rules! named {
    ($($name:ident)+) => {
        $(impl Named for $name {
            fn id(&self) -> &str {
                &self.id
            }
        })+
    };
}

named!(Area Assumption Certification Claim Conflict DatedEvent Exam Note Product Programme Rule Source);

/// Lays a partner's catalogue over the base it asks for.
pub fn merge(base: &Catalogue, partner: &PartnerCatalogue, problems: &mut Problems) -> Merged {
    let over = partner.base.unwrap_or(Base::Embedded);
    let catalogue = match over {
        Base::Embedded => base.clone(),
        Base::None => Catalogue {
            version: LAYOUT,
            date: partner.date,
            policies: base.policies.iter().map(uncited).collect(),
            ..Catalogue::blank()
        },
    };
    let mut merging = Merging {
        catalogue,
        changes: Vec::new(),
        problems,
    };
    merging.sources(&partner.sources);
    let nothing = Without::blank();
    let without = partner.without.as_ref().unwrap_or(&nothing);
    macro_rules! lists {
        ($($list:ident $name:literal),+) => {
            $({
                let mut list = std::mem::take(&mut merging.catalogue.$list);
                merging.list($name, &mut list, &without.$list, &partner.$list);
                merging.catalogue.$list = list;
            })+
        };
    }
    lists! {
        rules "rules", assumptions "assumptions", conflicts "conflicts", programmes "programmes", products "products"
    }
    merging.sold(&partner.availability);
    lists! { areas "areas", exams "exams", certifications "certifications" }
    merging.retakes(&partner.retakes);
    macro_rules! records {
        ($($field:ident $name:literal),+) => {
            $(if let Some(record) = &partner.$field {
                let before = std::mem::replace(&mut merging.catalogue.$field, record.clone());
                merging.record($name, record, &before);
            })+
        };
    }
    records! { preparation "preparation", delivery "delivery", imagine_academy "imagineAcademy" }
    lists! { software_assurance "softwareAssurance" }
    records! { training_vouchers "trainingVouchers" }
    lists! { claims "claims" }
    merging.links(&without.links, partner);
    lists! { notes "notes" }
    if partner.imagine_academy.is_none() {
        merging.forget_programmes();
    }
    if over == Base::None {
        for (name, missing) in [
            ("preparation", partner.preparation.is_none()),
            ("delivery", partner.delivery.is_none()),
        ] {
            if missing {
                merging.note(name.to_owned(), ProblemCode::Required);
            }
        }
        merging.changes.clear();
    }
    Merged {
        supplement: Supplement {
            name: partner.name.clone(),
            date: partner.date,
            base: over,
            sources: partner.sources.iter().map(|it| it.id.clone()).collect(),
            changes: merging.changes,
        },
        catalogue: merging.catalogue,
    }
}

/// Policies are the engine's, whatever it knows else; what speaks for their choices stands in the base's sources.
fn uncited(policy: &PolicyNote) -> PolicyNote {
    let mut policy = policy.clone();
    for choice in &mut policy.choices {
        choice.cites.clear();
    }
    policy
}

struct Merging<'p> {
    catalogue: Catalogue,
    changes: Vec<SupplementChange>,
    problems: &'p mut Problems,
}

impl Merging<'_> {
    fn note(&mut self, path: String, code: ProblemCode) {
        self.problems.push((path, SupplyCode::Field(code)));
    }

    fn note_entry(&mut self, path: String, code: EntryCode) {
        self.problems.push((path, SupplyCode::Entry(code)));
    }

    fn change(
        &mut self,
        list: &str,
        id: &str,
        path: String,
        entry: Option<&Value>,
        before: Option<&Value>,
    ) {
        self.changes.push(SupplementChange {
            kind: match (entry, before) {
                (None, _) => ChangeKind::LeftOut,
                (_, None) => ChangeKind::Added,
                _ => ChangeKind::Replaced,
            },
            list: list.to_owned(),
            id: id.to_owned(),
            path,
            cites: cites(entry),
            before: cites(before),
        });
    }

    /// The base's statements rest on its sources as they are: none of them can be replaced.
    fn sources(&mut self, theirs: &[Source]) {
        let known = self.catalogue.sources.len();
        for (place, source) in theirs.iter().enumerate() {
            let path = format!("sources[{place}].id");
            let id = source.id.clone();
            let found = self.catalogue.sources.iter().position(|it| it.id == id);
            match found {
                Some(place) if place < known => {
                    self.note_entry(path, EntryCode::SourceTaken { id });
                }
                Some(_) => self.note(path, ProblemCode::Duplicate { id }),
                None => self.catalogue.sources.push(source.clone()),
            }
        }
    }

    /// Entries with an id.
    fn list<T: Named>(&mut self, name: &str, list: &mut Vec<T>, without: &[String], theirs: &[T]) {
        for (place, id) in without.iter().enumerate() {
            let path = format!("without.{name}[{place}]");
            if theirs.iter().any(|entry| entry.id() == id) {
                let id = id.clone();
                self.note_entry(path, EntryCode::TakenAndGiven { id });
            } else if let Some(found) = list.iter().position(|entry| entry.id() == id) {
                let before = value(&list.remove(found));
                self.change(name, id, path, None, Some(&before));
            } else {
                let id = id.clone();
                self.note(path, ProblemCode::Unknown { id });
            }
        }
        for (place, entry) in theirs.iter().enumerate() {
            let path = format!("{name}[{place}]");
            let id = entry.id();
            if theirs.iter().take(place).any(|it| it.id() == id) {
                let id = id.to_owned();
                self.note(path + ".id", ProblemCode::Duplicate { id });
            } else if let Some(known) = list.iter_mut().find(|known| known.id() == id) {
                if known != entry {
                    let before = value(known);
                    *known = entry.clone();
                    self.change(name, id, path, Some(&value(entry)), Some(&before));
                }
            } else {
                list.push(entry.clone());
                self.change(name, id, path, Some(&value(entry)), None);
            }
        }
    }

    /// Rows of a programme and a product, all that is known of the two at once. They stand last, in their own order.
    fn sold(&mut self, theirs: &[Availability]) {
        let cell = |row: &Availability| (row.programme.clone(), row.product.clone());
        let stays = |row: &Availability| {
            self.catalogue.programme(&row.programme).is_some()
                && self.catalogue.product(&row.product).is_some()
        };
        let mut rows = self.catalogue.availability.clone();
        rows.retain(stays);
        for (place, row) in theirs.iter().enumerate() {
            if theirs.iter().take(place).any(|it| cell(it) == cell(row)) {
                continue;
            }
            let of = |rows: &[Availability]| -> Vec<Availability> {
                let same = rows.iter().filter(|it| cell(it) == cell(row));
                same.cloned().collect()
            };
            let (new, old) = (of(theirs), of(&rows));
            rows.retain(|it| cell(it) != cell(row));
            if new != old {
                let id = [row.programme.as_str(), &row.product].join("/");
                let before = (!old.is_empty()).then(|| value(&old));
                let path = format!("availability[{place}]");
                self.change(
                    "availability",
                    &id,
                    path,
                    Some(&value(&new)),
                    before.as_ref(),
                );
            }
        }
        rows.extend_from_slice(theirs);
        self.catalogue.availability = rows;
    }

    /// Rules of a family, all that is known of it at once. They stand last, in their own order.
    fn retakes(&mut self, theirs: &[RetakeRule]) {
        let mut rules = std::mem::take(&mut self.catalogue.retakes);
        for family in Family::ALL {
            let of = |rules: &[RetakeRule]| -> Vec<RetakeRule> {
                let same = rules.iter().filter(|rule| rule.families.contains(&family));
                same.cloned().collect()
            };
            let (new, old) = (of(theirs), of(&rules));
            let place = theirs
                .iter()
                .position(|rule| rule.families.contains(&family));
            let Some(place) = place else { continue };
            for rule in &mut rules {
                rule.families.retain(|known| *known != family);
            }
            let id = value(&family);
            let id = id.as_str().unwrap_or_default();
            let before = (!old.is_empty()).then(|| value(&old));
            let path = format!("retakes[{place}]");
            self.change("retakes", id, path, Some(&value(&new)), before.as_ref());
        }
        rules.retain(|rule| !rule.families.is_empty());
        rules.extend_from_slice(theirs);
        self.catalogue.retakes = rules;
    }

    /// What there is one of.
    fn record<T: PartialEq + Serialize>(&mut self, name: &str, record: &T, before: &T) {
        if record != before {
            let (record, before) = (value(record), value(before));
            self.change(name, "", name.to_owned(), Some(&record), Some(&before));
        }
    }

    /// Links have a topic, which several may share.
    fn links(&mut self, without: &[String], partner: &PartnerCatalogue) {
        let mut links = std::mem::take(&mut self.catalogue.links);
        for (place, topic) in without.iter().enumerate() {
            let path = format!("without.links[{place}]");
            let (gone, stay): (Vec<_>, Vec<_>) =
                links.into_iter().partition(|link| link.topic == *topic);
            links = stay;
            if gone.is_empty() {
                let id = topic.clone();
                self.note(path, ProblemCode::Unknown { id });
            } else {
                self.change("links", topic, path, None, Some(&value(&gone)));
            }
        }
        for (place, link) in partner.links.iter().enumerate() {
            let path = format!("links[{place}]");
            self.change("links", &link.topic, path, Some(&value(link)), None);
            links.push(link.clone());
        }
        self.catalogue.links = links;
    }

    /// By the base's statement, a programme that is not there grants nothing.
    fn forget_programmes(&mut self) {
        let known: Vec<String> = self
            .changes
            .iter()
            .filter(|change| change.kind == ChangeKind::LeftOut && change.list == "programmes")
            .map(|change| change.id.clone())
            .collect();
        for fact in &mut self.catalogue.imagine_academy.programmes {
            fact.value.retain(|id| !known.contains(id));
        }
    }
}

/// All that an entry cites, each once.
fn cites(entry: Option<&Value>) -> Vec<Cite> {
    let mut found = Vec::new();
    if let Some(entry) = entry {
        collect(entry, &mut found);
    }
    found
}

fn collect(value: &Value, found: &mut Vec<Cite>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::Array(cites) if name == "cites" => {
                        for cite in cites.iter().filter_map(Value::as_str) {
                            if !found.iter().any(|known| known == cite) {
                                found.push(cite.to_owned());
                            }
                        }
                    }
                    _ => collect(field, found),
                }
            }
        }
        _ => {}
    }
}
