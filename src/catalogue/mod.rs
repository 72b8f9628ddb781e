//! Facts: what the vendor publishes, since when, and where we read it.
//!
//! No number stands here without a [`Cite`]. Two texts that disagree are two facts and a [`Conflict`]; what no text
//! says is a named [`Assumption`]. Rules read the catalogue, they never repeat it. A newer number is a further entry
//! with its first day: old plans must still explain themselves.

mod check;
mod exams;
pub mod facts;
mod judgement;
mod lookup;
mod products;
mod sources;
#[cfg(test)]
mod tests;
mod training;

use std::sync::OnceLock;

use serde::Serialize;

use crate::domain::{Day, Json};
use crate::reading::{self, Read, Reader};

pub use check::Fault;
pub use exams::*;
pub use judgement::*;
pub use lookup::on;
pub use products::*;
pub use sources::*;
pub use training::*;

/// Declares records of a catalogue, all with the same derives. A field may be left out where it says so to serde, which
/// makes the schema.
macro_rules! records {
    ($( $(#[$meta:meta])* $name:ident { $( $(#[doc = $doc:literal])+ $(#[serde(skip_serializing_if = $skip:literal, default)])? $field:ident : $kind:ty ),* $(,)? } )+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, PartialEq, serde::Serialize)]
            #[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
            #[cfg_attr(test, derive(schemars::JsonSchema))]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            pub struct $name { $( $(#[doc = $doc])+ $(#[serde(skip_serializing_if = $skip, default)])? pub $field: $kind, )* }

            $crate::reading::read_record!($name, $($field ($crate::catalogue::may_be_absent!($($skip)?)))*);
        )+
    };
}
pub(crate) use records;

macro_rules! may_be_absent {
    () => {
        false
    };
    ($skip:literal) => {
        true
    };
}
pub(crate) use may_be_absent;

/// Declares choices of a catalogue, all with the same derives.
macro_rules! choices {
    ($( $(#[$meta:meta])* $name:ident { $( #[doc = $first_doc:literal] )* $first:ident, $( $(#[$choice_meta:meta])* $choice:ident ),* $(,)? } )+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
            #[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
            #[cfg_attr(test, derive(schemars::JsonSchema))]
            #[serde(rename_all = "kebab-case")]
            pub enum $name { $( #[doc = $first_doc] )* $first, $( $(#[$choice_meta])* $choice, )* }

            $crate::reading::read_choice!($name, $first $($choice)*);
        )+
    };
}
pub(crate) use choices;

/// Everything the planner knows of products, programmes, certifications and rules, each fact with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Catalogue {
    /// Of this layout: 1.
    pub version: u32,
    /// The day up to which the sources were read.
    pub date: Day,
    /// Where the facts were read.
    pub sources: Vec<Source>,
    /// The rules of the source document, by their stable ids.
    pub rules: Vec<Rule>,
    /// What no text settles, and what is assumed instead.
    pub assumptions: Vec<Assumption>,
    /// Where texts disagree: both sides.
    pub conflicts: Vec<Conflict>,
    /// Named choices that a plan may switch, with what speaks for each.
    pub policies: Vec<PolicyNote>,
    /// Programmes of Volume Licensing.
    pub programmes: Vec<Programme>,
    /// Products, in the order that breaks ties between equally good plans.
    pub products: Vec<Product>,
    /// Which programme sells which product, and when.
    pub availability: Vec<Availability>,
    /// Solution areas (PRG-5).
    pub areas: Vec<Area>,
    /// Exams by number.
    pub exams: Vec<Exam>,
    /// Certifications, with the exams each requires.
    pub certifications: Vec<Certification>,
    /// Waits and caps for repeated attempts, by date.
    pub retakes: Vec<RetakeRule>,
    /// How long people prepare (PLN-2, PLN-5).
    pub preparation: Preparation,
    /// How long orders take to arrive (COD-7, COD-10).
    pub delivery: Delivery,
    /// The Imagine Academy and its benefits (PRD-3 to PRD-5).
    pub imagine_academy: ImagineAcademy,
    /// The end of the training benefit of Software Assurance (PRG-3).
    pub software_assurance: Vec<DatedEvent>,
    /// How its training vouchers work (PRG-3).
    pub training_vouchers: TrainingVouchers,
    /// Statements that are quoted and never computed with (PRG-2).
    pub claims: Vec<Claim>,
    /// Contacts and pages, by topic (PLN-3, PLN-4).
    pub links: Vec<Link>,
    /// Further published examples: of programmes the engine does not price, and counter-examples.
    pub notes: Vec<Note>,
}

impl Catalogue {
    /// Reads a catalogue; what only people read by `texts`, so that an engine that never reads it has no code for it.
    fn read_with<T: Texts>(json: &Json, reader: &mut Reader) -> Self {
        let names = [
            "version",
            "date",
            "sources",
            "rules",
            "assumptions",
            "conflicts",
            "policies",
            "programmes",
            "products",
            "availability",
            "areas",
            "exams",
            "certifications",
            "retakes",
            "preparation",
            "delivery",
            "imagine_academy",
            "software_assurance",
            "training_vouchers",
            "claims",
            "links",
            "notes",
        ];
        let fields = reader.record(json, &names);
        Self {
            version: reader.field(fields, "version", false),
            date: reader.field(fields, "date", false),
            sources: T::read(reader, fields, "sources"),
            rules: reader.field(fields, "rules", false),
            assumptions: reader.field(fields, "assumptions", false),
            conflicts: reader.field(fields, "conflicts", false),
            policies: T::read(reader, fields, "policies"),
            programmes: reader.field(fields, "programmes", false),
            products: reader.field(fields, "products", false),
            availability: reader.field(fields, "availability", false),
            areas: reader.field(fields, "areas", false),
            exams: reader.field(fields, "exams", false),
            certifications: reader.field(fields, "certifications", false),
            retakes: reader.field(fields, "retakes", false),
            preparation: reader.field(fields, "preparation", false),
            delivery: reader.field(fields, "delivery", false),
            imagine_academy: reader.field(fields, "imagine_academy", false),
            software_assurance: reader.field(fields, "software_assurance", false),
            training_vouchers: reader.field(fields, "training_vouchers", false),
            claims: reader.field(fields, "claims", false),
            links: T::read(reader, fields, "links"),
            notes: T::read(reader, fields, "notes"),
        }
    }
}

/// How to read what only people read.
trait Texts {
    fn read<T: Read>(reader: &mut Reader, fields: &[(String, Json)], name: &'static str) -> Vec<T>;
}

struct WithTexts;

impl Texts for WithTexts {
    fn read<T: Read>(reader: &mut Reader, fields: &[(String, Json)], name: &'static str) -> Vec<T> {
        reader.field(fields, name, false)
    }
}

struct WithoutTexts;

impl Texts for WithoutTexts {
    fn read<T: Read>(_: &mut Reader, _: &[(String, Json)], _: &'static str) -> Vec<T> {
        Vec::new()
    }
}

impl Read for Catalogue {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        Self::read_with::<WithTexts>(json, reader)
    }

    fn blank() -> Self {
        Self::read(&Json::Null, &mut Reader::default())
    }
}

/// The part of a catalogue that the engine computes with.
#[derive(Clone, Debug)]
pub struct Facts(pub Catalogue);

impl Read for Facts {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        Self(Catalogue::read_with::<WithoutTexts>(json, reader))
    }

    fn blank() -> Self {
        Self::read(&Json::Null, &mut Reader::default())
    }
}

/// The files of the catalogue. Each holds some fields of [`Catalogue`].
const FILES: [&str; 8] = [
    include_str!("data/sources.json"),
    include_str!("data/rules.json"),
    include_str!("data/judgement.json"),
    include_str!("data/products.json"),
    include_str!("data/exams.json"),
    include_str!("data/certifications.json"),
    include_str!("data/training.json"),
    include_str!("data/texts.json"),
];

/// What the engine computes with, picked from [`FILES`] when it is built.
const FACTS: &str = include_str!(concat!(env!("OUT_DIR"), "/facts.json"));

impl Catalogue {
    /// The catalogue that ships inside the engine: what it computes with, and the names people choose from. What only
    /// people read is empty.
    ///
    /// `None` only if the embedded text were broken; a test proves that it is not.
    #[must_use]
    pub fn builtin() -> Option<&'static Self> {
        static BUILTIN: OnceLock<Option<Catalogue>> = OnceLock::new();
        BUILTIN
            .get_or_init(|| reading::read(FACTS).ok().map(|Facts(facts)| facts))
            .as_ref()
    }

    /// What the engine computes with, as JSON.
    #[must_use]
    pub fn facts_text() -> &'static str {
        FACTS
    }

    /// The whole catalogue: what the engine computes with, and what people read.
    ///
    /// `None` only if the files were broken; a test proves that they are not.
    #[must_use]
    pub fn whole() -> Option<Self> {
        reading::read(&Self::whole_text()).ok()
    }

    /// The whole catalogue as one JSON object.
    #[must_use]
    pub fn whole_text() -> String {
        let inside = |file: &'static str| file.trim().trim_start_matches('{').trim_end_matches('}');
        format!("{{{}}}", FILES.map(inside).join(","))
    }
}
