//! Facts: what the vendor publishes, since when, and where we read it.
//!
//! No number stands here without a [`Cite`]. Two texts that disagree are two facts and a [`Conflict`]; what no text
//! says is a named [`Assumption`]. Rules read the catalogue, they never repeat it. A newer number is a further entry
//! with its first day: old plans must still explain themselves.

mod check;
mod lookup;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::domain::Day;

pub use check::Fault;
pub use lookup::on;

/// Everything the planner knows of products, programmes, certifications and rules, each fact with its source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Statements that are quoted and never computed with (PRG-2).
    pub claims: Vec<Claim>,
    /// Contacts and pages, by topic (PLN-3, PLN-4).
    pub links: Vec<Link>,
    /// Further published examples: of programmes the engine does not price, and counter-examples.
    pub notes: Vec<Note>,
}

/// A text in each language the planner speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Chinese, simplified.
    pub zh: String,
}

/// Where a fact was read: `source` or `source#section`, both named in [`Catalogue::sources`].
pub type Cite = String;

/// How far a fact can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Printed by the vendor, read in the text itself or a faithful copy.
    High,
    /// Printed by others, or by the vendor for a neighbouring case.
    Medium,
    /// Inferred, undated, or from a weak copy.
    Low,
}

/// A text that facts were read from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Short name that cites use.
    pub id: String,
    /// The title as printed.
    pub title: String,
    /// Where it can be read.
    pub url: String,
    /// When it was published, as exactly as known: `2021-06-28`, `2010-10`, `2014`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub published: Option<String>,
    /// The day we read it.
    pub read: Day,
    /// How far the text as a whole can be relied on.
    pub confidence: Confidence,
    /// What else to know: a mirror, a translation, the commit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<Text>,
    /// Sections that cites point at.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub sections: Vec<Section>,
}

/// A part of a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Short name after the `#` of a cite.
    pub id: String,
    /// The heading, in the source's language.
    pub title: String,
}

/// A rule of the source document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Such as `COD-6`.
    pub id: String,
    /// What it says, in our words.
    pub text: Text,
    /// Where it says so.
    pub cites: Vec<Cite>,
}

/// Something no text settles, that the planner assumes and says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Such as `packs-prorate-like-online-services`.
    pub id: String,
    /// What is assumed.
    pub text: Text,
    /// What speaks for it, if anything.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub cites: Vec<Cite>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Two texts that disagree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Such as `code-expiry`.
    pub id: String,
    /// What the question is.
    pub question: Text,
    /// What each text says.
    pub sides: Vec<Side>,
    /// What the planner does, and why.
    pub resolution: Text,
    /// The policy that switches between the sides, if there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub policy: Option<String>,
}

/// One side of a [`Conflict`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// What it says, in our words.
    pub text: Text,
    /// Where.
    pub cites: Vec<Cite>,
}

/// What speaks for the choices of a policy. The choices themselves are in `policy.rs`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicyNote {
    /// The policy's name, such as `months`.
    pub id: String,
    /// The question it answers.
    pub text: Text,
    /// Each choice, the default first.
    pub choices: Vec<ChoiceNote>,
}

/// What speaks for one choice of a policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceNote {
    /// The choice's name, such as `full-min-6`.
    pub id: String,
    /// What it means.
    pub text: Text,
    /// What speaks for it; empty where no text does.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub cites: Vec<Cite>,
}

/// A value from its first day on, with its source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact<T> {
    /// The first day it is known to hold; absent where no earlier value is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// The value.
    pub value: T,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// What an exam belongs to when vouchers are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Microsoft Office Specialist.
    Mos,
    /// Microsoft Technology Associate.
    Mta,
    /// Microsoft Certified Educator.
    Mce,
    /// Microsoft Certified Fundamentals.
    Fundamentals,
    /// Microsoft Certified Professional: MCSA, MCSE, MCSD and, by policy, role-based.
    Mcp,
}

impl Family {
    /// All, in the order plans list them.
    pub const ALL: [Self; 5] = [
        Self::Mos,
        Self::Mta,
        Self::Mce,
        Self::Fundamentals,
        Self::Mcp,
    ];
}

/// Who sits an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Enrolled at the institution.
    Student,
    /// Faculty and staff of an institution.
    Staff,
    /// Works for a company or agency.
    Employee,
}

/// Who may hold an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Segment {
    /// Schools, colleges, universities.
    Academic,
    /// Companies and agencies.
    Commercial,
    /// Both.
    Any,
}

/// A programme of Volume Licensing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Programme {
    /// Such as `ees`.
    pub id: String,
    /// As the vendor writes it.
    pub name: Text,
    /// The vendor's abbreviation, such as `EES`.
    pub short: String,
    /// Who may hold it.
    pub segment: Segment,
    /// Usual lengths of an agreement in months, the most common first; for proposals only.
    pub terms: Vec<Fact<u32>>,
    /// Minimums and price levels, for information.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub notes: Vec<CitedText>,
}

/// A statement with its source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CitedText {
    /// What it says, in our words.
    pub text: Text,
    /// Where.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// What a product is, as far as the planner treats it differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProductKind {
    /// Exams for one site that is an authorised test centre.
    SitePack,
    /// Voucher codes for a class, usable at every site of the agreement.
    ClassPack,
    /// A single voucher code.
    Voucher,
    /// Access to a library of reference books, by user and library.
    ReferenceLibrary,
}

/// The type of licence printed for a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LicenceType {
    /// Services subscription licence.
    Ssl,
    /// Printed as a subscription licence per user.
    PerUserSl,
}

/// Something that can be ordered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Product {
    /// Such as `site-500`.
    pub id: String,
    /// As the vendor writes it.
    pub name: Text,
    /// A few words for tables.
    pub short: Text,
    /// How the planner treats it.
    pub kind: ProductKind,
    /// Families its exams may be used for, before policies add to them.
    pub families: Vec<Family>,
    /// Who may use it; empty means everybody.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub audiences: Vec<Audience>,
    /// Exams in one unit; empty for access products.
    pub exams: Vec<Fact<u32>>,
    /// Months after the purchase that its vouchers live; empty for access products.
    pub valid_months: Vec<Fact<u32>>,
    /// The type of licence. Several without days are a conflict: the first is shown on orders.
    pub licence: Vec<Fact<LicenceType>>,
    /// Points towards a price level.
    pub points: Vec<Fact<u32>>,
    /// The first day it could be ordered, where known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sale_starts: Option<Fact<Day>>,
    /// The last day it could be ordered, where sales have ended.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sale_ends: Option<Fact<Day>>,
    /// Restrictions and conditions of use.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub conditions: Vec<CitedText>,
    /// Assumptions a plan makes when it orders the product, by id.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub assumptions: Vec<String>,
}

/// Whether a programme sells a product, from a day to a day. What is not listed is unknown, and not planned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Availability {
    /// A programme's id.
    pub programme: String,
    /// A product's id.
    pub product: String,
    /// Whether it is sold.
    pub sold: bool,
    /// The first day this is known to hold; absent where no earlier state is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// The last day this is known to hold; absent where it still does.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Day>,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// A solution area that certifications belong to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Such as `data-ai`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Where it is listed.
    pub cites: Vec<Cite>,
}

/// The last day of an exam or certification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The last day it can be taken or earned.
    pub day: Day,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
    /// For which language or reading this is, where there are several.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<Text>,
}

/// An exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exam {
    /// The exam's number, such as `77-420` or `AZ-900`.
    pub id: String,
    /// What its voucher counts as.
    pub family: Family,
    /// When it was first seen to be offered; a lower bound.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub first_seen: Option<Day>,
    /// When it ends. Several are a conflict or an extension: the first binds, all are shown.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ends: Vec<Ending>,
    /// The exam's own page, if not the list's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// Where it was read.
    pub cites: Vec<Cite>,
}

/// How a certification is named and counted by the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Track {
    /// Microsoft Office Specialist.
    Mos,
    /// Microsoft Technology Associate.
    Mta,
    /// Microsoft Certified Educator.
    Mce,
    /// Fundamentals.
    Fundamentals,
    /// Solutions Associate.
    Mcsa,
    /// Solutions Expert.
    Mcse,
    /// Solutions Developer.
    Mcsd,
    /// Role-based and specialty.
    RoleBased,
}

/// How long people should prepare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A basic certification.
    Basic,
    /// An advanced certification.
    Advanced,
}

/// A certification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Certification {
    /// Such as `mcsa-windows-server-2016`.
    pub id: String,
    /// As the vendor writes it.
    pub name: Text,
    /// How the vendor counts it.
    pub track: Track,
    /// How long to prepare.
    pub level: Level,
    /// Its solution area, where it has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub area: Option<String>,
    /// Ways to earn it. Each is a list of requirements that must all be met.
    pub routes: Vec<Vec<Requirement>>,
    /// Certifications of which one must be held before; empty where none is needed.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub prerequisites: Vec<String>,
    /// When it ends. Several are a conflict or an extension: the first binds, all are shown.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ends: Vec<Ending>,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
    /// What else to know.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<Text>,
}

/// So many exams out of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// How many, at least 1 and at most as many as listed.
    pub choose: u32,
    /// Exams by number.
    pub of: Vec<String>,
}

/// Waits and caps for repeated attempts of one exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RetakeRule {
    /// For exams of these families.
    pub families: Vec<Family>,
    /// The first day it is known to hold; absent where no earlier rule is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// Days between the first attempt and the second.
    pub first_wait_days: u32,
    /// Days between later attempts.
    pub later_wait_days: u32,
    /// Attempts allowed within twelve months; absent where there is no cap.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub most_in_twelve_months: Option<u32>,
    /// When those twelve months start.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub twelve_months_start: Option<CapStart>,
    /// Whether a passed exam may be taken again.
    pub again_after_pass: bool,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// When the twelve months of an attempts' cap start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CapStart {
    /// With the first attempt.
    FirstAttempt,
    /// With the last failure that the cap allows.
    LastFailure,
}

/// Months of preparation (PLN-2, PLN-5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preparation {
    /// For a basic certification.
    pub basic_months: Vec<Fact<u32>>,
    /// For an advanced certification.
    pub advanced_months: Vec<Fact<u32>>,
    /// One semester, for an MTA certification.
    pub semester_months: Vec<Fact<u32>>,
}

/// How long orders take (COD-7, COD-10).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Delivery {
    /// Calendar days until an order is acknowledged, at most.
    pub acknowledged_days: Vec<Fact<u32>>,
    /// Business days from the invoice to the codes of class packs and vouchers, at least.
    pub codes_earliest_business_days: Vec<Fact<u32>>,
    /// Business days from the invoice to the codes of class packs and vouchers, at most.
    pub codes_latest_business_days: Vec<Fact<u32>>,
    /// Calendar days from the order to the mail that opens a site pack, at most.
    pub site_pack_days: Vec<Fact<u32>>,
}

/// The Imagine Academy: a benefit of academic agreements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImagineAcademy {
    /// Programmes whose first purchase or renewal grants it, from the first day of each fact.
    pub programmes: Vec<Fact<Vec<String>>>,
    /// Free exam vouchers for an agreement.
    pub free_vouchers: Vec<Fact<u32>>,
    /// What the free vouchers may be used for.
    pub families: Vec<Fact<Vec<Family>>>,
    /// Who may use the free vouchers.
    pub audiences: Vec<Fact<Vec<Audience>>>,
    /// Months that the free vouchers are assumed to live.
    pub voucher_months: Vec<Fact<u32>>,
    /// Days after its end in which the membership can be renewed without losing its id.
    pub grace_days: Vec<Fact<u32>>,
    /// The further benefits (PRD-5).
    pub benefits: Vec<Benefit>,
}

/// A benefit beside the free vouchers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Benefit {
    /// Such as `mct-discount`.
    pub id: String,
    /// What it is.
    pub text: Text,
    /// The part of the price that is still paid, in per cent, where the benefit is a discount.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pay_percent: Option<u32>,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DatedEvent {
    /// Such as `no-more-days-accrued`.
    pub id: String,
    /// When.
    pub day: Day,
    /// What.
    pub text: Text,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// A statement that is shown as a quotation of its source and never computed with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Claim {
    /// Such as `average-saving`.
    pub id: String,
    /// What it says, in our words.
    pub text: Text,
    /// The lower end in per cent.
    pub low_percent: u32,
    /// The upper end in per cent.
    pub high_percent: u32,
    /// Where it was read.
    pub cites: Vec<Cite>,
}

/// A page or mailbox, by topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Such as `prices`, `test-centre`, `exams`, `legacy-e-learning`.
    pub topic: String,
    /// What one finds there.
    pub text: Text,
    /// `https:` or `mailto:`.
    pub url: String,
    /// Where it was read.
    pub cites: Vec<Cite>,
}

/// A published example or a fact that the engine does not compute with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Such as `T11`.
    pub id: String,
    /// Such as `proration`, `prices`, `pass-rates`, `price-levels`.
    pub topic: String,
    /// What it says, in our words.
    pub text: Text,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// The files of the embedded catalogue, in the order of [`Catalogue`]'s fields. Each holds some of them.
const FILES: [&str; 7] = [
    include_str!("data/sources.json"),
    include_str!("data/rules.json"),
    include_str!("data/judgement.json"),
    include_str!("data/products.json"),
    include_str!("data/exams.json"),
    include_str!("data/certifications.json"),
    include_str!("data/training.json"),
];

impl Catalogue {
    /// The catalogue that ships with the engine.
    ///
    /// `None` only if the embedded files were broken; a test proves that they are not.
    #[must_use]
    pub fn builtin() -> Option<&'static Self> {
        static BUILTIN: OnceLock<Option<Catalogue>> = OnceLock::new();
        BUILTIN
            .get_or_init(|| serde_json::from_str(&Self::builtin_text()).ok())
            .as_ref()
    }

    /// The catalogue that ships with the engine, as one JSON object.
    #[must_use]
    pub fn builtin_text() -> String {
        let inner = |file: &'static str| file.trim().trim_start_matches('{').trim_end_matches('}');
        format!("{{{}}}", FILES.map(inner).join(","))
    }
}
