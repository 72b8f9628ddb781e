//! What a partner writes: a supplement to the catalogue.

use crate::catalogue::{
    Area, Assumption, Availability, Certification, Claim, Conflict, DatedEvent, Delivery, Exam,
    ImagineAcademy, Link, Note, Preparation, Product, Programme, RetakeRule, Rule, Source,
    TrainingVouchers, choices, records,
};
use crate::domain::Day;

/// The version of this layout.
pub const VERSION: u32 = 1;

choices! {
    /// What a partner's catalogue is laid over.
    Base {
        /// The catalogue that ships with the engine.
        Embedded,
        /// Nothing: it stands alone.
        None,
    }
}

records! {
    /// A partner's supplement to the catalogue. An entry with a known id takes the place of that entry, another is added.
    PartnerCatalogue {
        /// Of this layout: 1.
        version: u32,
        /// Who says so; shown wherever something of this is.
        name: String,
        /// The day up to which it holds true.
        date: Day,
        /// What it is laid over; the embedded catalogue where absent.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        base: Option<Base>,
        /// Where its facts were read. Cites may also name sources of the embedded catalogue, whose ids are taken.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        sources: Vec<Source>,
        /// What is taken away of the embedded catalogue.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        without: Option<Without>,
        /// Rules, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        rules: Vec<Rule>,
        /// Assumptions, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        assumptions: Vec<Assumption>,
        /// Where texts disagree, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        conflicts: Vec<Conflict>,
        /// Programmes, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        programmes: Vec<Programme>,
        /// Products, by id. Those added come last in the order that breaks ties.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        products: Vec<Product>,
        /// Which programme sells which product. What is said here of the two takes the place of all that is known of them.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        availability: Vec<Availability>,
        /// Solution areas, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        areas: Vec<Area>,
        /// Exams, by number.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        exams: Vec<Exam>,
        /// Certifications, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        certifications: Vec<Certification>,
        /// Waits and caps for repeated attempts. They take the place of all that is known of their families.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        retakes: Vec<RetakeRule>,
        /// How long people prepare.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        preparation: Option<Preparation>,
        /// How long orders take to arrive.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        delivery: Option<Delivery>,
        /// The Imagine Academy and its benefits.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        imagine_academy: Option<ImagineAcademy>,
        /// Dates of the training benefit of Software Assurance, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        software_assurance: Vec<DatedEvent>,
        /// How its training vouchers work.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        training_vouchers: Option<TrainingVouchers>,
        /// Statements that are quoted and never computed with, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        claims: Vec<Claim>,
        /// Contacts and pages, beside those of the same topic.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        links: Vec<Link>,
        /// Further published examples, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        notes: Vec<Note>,
    }

    /// Ids of entries that are taken away. What a programme sells goes with the programme, and with the product.
    Without {
        /// Programmes.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        programmes: Vec<String>,
        /// Products.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        products: Vec<String>,
        /// Solution areas.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        areas: Vec<String>,
        /// Exams by number.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        exams: Vec<String>,
        /// Certifications.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        certifications: Vec<String>,
        /// Rules.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        rules: Vec<String>,
        /// Assumptions.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        assumptions: Vec<String>,
        /// Where texts disagree.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        conflicts: Vec<String>,
        /// Dates of the training benefit of Software Assurance.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        software_assurance: Vec<String>,
        /// Statements that are quoted.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        claims: Vec<String>,
        /// Topics of links.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        links: Vec<String>,
        /// Further published examples.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        notes: Vec<String>,
    }
}
