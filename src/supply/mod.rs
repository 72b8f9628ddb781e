//! What a partner supplies: a catalogue of their own and a price book, checked and merged before an engine reads them.
//!
//! Everything that is wrong is said at once, each at its field of the partner's own document. A module of its own for
//! JavaScript, because only those who supply something need it.

mod bounds;
mod merge;
mod partner;
mod places;
mod problem;

#[cfg(feature = "supply")]
#[cfg(target_arch = "wasm32")]
pub mod door;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::catalogue::facts::keep_facts;
use crate::catalogue::{Catalogue, Fault};
use crate::prices::PriceBook;
use crate::problem::ProblemCode;
use crate::reading::{self, Misread};
use crate::request::prices;

pub use merge::{ChangeKind, Supplement, SupplementChange};
pub use partner::{Base, PartnerCatalogue, VERSION, Without};
pub use problem::{Document, EntryCode, SupplyCode, SupplyProblem};

use places::Places;

/// What an engine is made from, and what people read about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum SupplyReply {
    /// All is well.
    Ready {
        /// What the engine reads, as JSON: facts and prices.
        engine: String,
        /// The catalogue as merged; absent where none was supplied.
        catalogue: Option<Box<Catalogue>>,
        /// What of it is the partner's.
        supplement: Option<Box<Supplement>>,
        /// The price book.
        prices: Option<Box<PriceBook>>,
    },
    /// Something is wrong.
    Refused {
        /// All of it.
        problems: Vec<SupplyProblem>,
    },
}

/// Checks a partner's catalogue and price book, both written as JSON, and merges the catalogue with the embedded one.
#[must_use]
pub fn supply(base: &Catalogue, catalogue: Option<&str>, book: Option<&str>) -> SupplyReply {
    let mut problems = Vec::new();
    let merged = catalogue.and_then(|text| merged(base, text, &mut problems));
    let sure = problems.is_empty();
    let known = merged.as_ref().map_or(base, |(catalogue, _)| catalogue);
    let prices = book.and_then(|text| checked(known, sure, text, &mut problems));
    if !problems.is_empty() {
        return SupplyReply::Refused { problems };
    }
    let mut engine = Map::new();
    if let Value::Object(mut fields) = value(known) {
        keep_facts(&mut fields);
        engine.insert("facts".to_owned(), Value::Object(fields));
    }
    if let Some(prices) = &prices {
        engine.insert("prices".to_owned(), value(prices));
    }
    let (catalogue, supplement) = merged.unzip();
    SupplyReply::Ready {
        engine: Value::Object(engine).to_string(),
        catalogue: catalogue.map(Box::new),
        supplement: supplement.map(Box::new),
        prices: prices.map(Box::new),
    }
}

/// Records consist of what JSON can hold, so this does not fail.
fn value(record: &impl Serialize) -> Value {
    serde_json::to_value(record).unwrap_or_default()
}

/// Reads a price book. Where the catalogue is not sure, nothing is said of ids that it may have.
fn checked(
    catalogue: &Catalogue,
    sure: bool,
    text: &str,
    problems: &mut Vec<SupplyProblem>,
) -> Option<PriceBook> {
    let (book, misread) = read::<PriceBook>(text, Document::Prices, problems)?;
    let mut found = prices::problems(catalogue, &book);
    found.retain(|problem| {
        let unsure = !sure && matches!(problem.code, ProblemCode::Unknown { .. });
        !unsure && !touched(&misread, &problem.path)
    });
    let found = found.into_iter().map(|problem| {
        let code = SupplyCode::Field(problem.code);
        SupplyProblem::new(Document::Prices, problem.path, code)
    });
    problems.extend(found);
    Some(book)
}

/// Reads a document as far as it can be read, and notes what cannot. Nothing where that is too much to go on.
fn read<T: reading::Read>(
    text: &str,
    document: Document,
    problems: &mut Vec<SupplyProblem>,
) -> Option<(T, Vec<String>)> {
    let note = |Misread { path, mistake }| {
        let detail = mistake.to_string();
        let code = SupplyCode::Entry(EntryCode::Malformed { detail, mistake });
        problems.push(SupplyProblem::new(document, path.clone(), code));
        path
    };
    match reading::read_through(text) {
        Ok((read, misread)) => Some((read, misread.into_iter().map(note).collect())),
        Err(misread) => {
            misread.into_iter().map(note).for_each(drop);
            None
        }
    }
}

/// Whether something could not be read at a path, in the entry around it, or of a field of the document itself: what is
/// found there says nothing then.
fn touched(misread: &[String], path: &str) -> bool {
    let entry = |path: &str| {
        let end = path.find(']').map_or(path.len(), |end| end + 1);
        path.get(..end).unwrap_or(path).to_owned()
    };
    let here = entry(path);
    misread.iter().any(|at| {
        entry(at) == here
            || here.starts_with(&format!("{at}["))
            || at.is_empty() && !here.contains('[')
    })
}

/// Reads a partner's catalogue and lays it over the base.
fn merged(
    base: &Catalogue,
    text: &str,
    problems: &mut Vec<SupplyProblem>,
) -> Option<(Catalogue, Supplement)> {
    let (partner, misread) = read::<PartnerCatalogue>(text, Document::Catalogue, problems)?;
    let mut found: Vec<(String, SupplyCode)> = Vec::new();
    if partner.version != VERSION {
        let code = ProblemCode::UnknownVersion { known: VERSION };
        found.push(("version".to_owned(), SupplyCode::Field(code)));
    }
    if partner.name.trim().is_empty() {
        let code = SupplyCode::Field(ProblemCode::Required);
        found.push(("name".to_owned(), code));
    }
    let document = value(&partner);
    // Merging looks through lists entry by entry: first they are known to be short enough.
    let long = bounds::long_lists(&document);
    if !long.is_empty() {
        let long = long
            .into_iter()
            .map(|(path, code)| SupplyProblem::new(Document::Catalogue, path, code));
        problems.extend(long);
        return None;
    }
    let merged = merge::merge(base, &partner, &mut found);
    bounds::check(&partner, &document, &mut found);
    let places = Places {
        document: &document,
        merged: &merged.catalogue,
        partner: &partner,
    };
    for fault in merged.catalogue.faults() {
        // What nothing cites does no harm, and of the base it is not the partner's to put right.
        if !matches!(fault, Fault::NeverCited(_)) {
            found.extend(places.find(&fault));
        }
    }
    let unsure = !misread.is_empty();
    for (path, code) in found {
        // What it names may be what cannot be read.
        let named = unsure && code.names_another();
        let problem = SupplyProblem::new(Document::Catalogue, path, code);
        if !named && !touched(&misread, &problem.path) && !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    Some((merged.catalogue, merged.supplement))
}
