//! Facts: what the vendor publishes, since when, and where we read it.
//!
//! No number stands here without a [`Cite`]. Two texts that disagree are two facts and a [`Conflict`]; what no text
//! says is a named [`Assumption`]. Rules read the catalogue, they never repeat it. A newer number is a further entry
//! with its first day: old plans must still explain themselves.

mod check;
pub mod facts;
mod lookup;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use serde::Serialize;

use crate::domain::{Day, Json};
use crate::reading::{self, Read, Reader};

pub use check::Fault;
pub use lookup::on;

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

/// A text in each language the planner speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Chinese, simplified.
    pub zh: String,
}

/// A text that is left out reads as empty: so the engine's own copy has none, and [`Catalogue::faults`] finds it in a
/// whole catalogue.
impl Read for Text {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let fields = reader.record(json, &["en", "zh"]);
        Self {
            en: reader.field(fields, "en", false),
            zh: reader.field(fields, "zh", false),
        }
    }

    fn blank() -> Self {
        Self {
            en: String::new(),
            zh: String::new(),
        }
    }

    const MAY_BE_ABSENT: bool = true;
}

/// Where a fact was read: `source` or `source#section`, both named in [`Catalogue::sources`].
pub type Cite = String;

choices! {
    /// How far a fact can be relied on.
    Confidence {
        /// Printed by the vendor, read in the text itself or a faithful copy.
        High,
        /// Printed by others, or by the vendor for a neighbouring case.
        Medium,
        /// Inferred, undated, or from a weak copy.
        Low,
    }
}

records! {
    /// A text that facts were read from.
    Source {
        /// Short name that cites use.
        id: String,
        /// The title as printed.
        title: String,
        /// Where it can be read.
        url: String,
        /// When it was published, as exactly as known: `2021-06-28`, `2010-10`, `2014`.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        published: Option<String>,
        /// The day we read it.
        read: Day,
        /// How far the text as a whole can be relied on.
        confidence: Confidence,
        /// What else to know: a mirror, a translation, the commit.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        note: Option<Text>,
        /// Sections that cites point at.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        sections: Vec<Section>,
    }

    /// A part of a source.
    Section {
        /// Short name after the `#` of a cite.
        id: String,
        /// The heading, in the source's language.
        title: String,
    }

    /// A rule of the source document.
    Rule {
        /// Such as `COD-6`.
        id: String,
        /// What it says, in our words.
        text: Text,
        /// Where it says so.
        cites: Vec<Cite>,
    }

    /// Something no text settles, that the planner assumes and says so.
    Assumption {
        /// Such as `packs-prorate-like-online-services`.
        id: String,
        /// What is assumed.
        text: Text,
        /// What speaks for it, if anything.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        cites: Vec<Cite>,
        /// How sure it is.
        confidence: Confidence,
    }

    /// Two texts that disagree.
    Conflict {
        /// Such as `code-expiry`.
        id: String,
        /// What the question is.
        question: Text,
        /// What each text says.
        sides: Vec<Side>,
        /// What the planner does, and why.
        resolution: Text,
        /// The policy that switches between the sides, if there is one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        policy: Option<String>,
    }

    /// One side of a [`Conflict`].
    Side {
        /// What it says, in our words.
        text: Text,
        /// Where.
        cites: Vec<Cite>,
    }

    /// What speaks for the choices of a policy. The choices themselves are in `policy.rs`.
    PolicyNote {
        /// The policy's name, such as `months`.
        id: String,
        /// The question it answers.
        text: Text,
        /// Each choice, the default first.
        choices: Vec<ChoiceNote>,
    }

    /// What speaks for one choice of a policy.
    ChoiceNote {
        /// The choice's name, such as `full-min-6`.
        id: String,
        /// What it means.
        text: Text,
        /// What speaks for it; empty where no text does.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        cites: Vec<Cite>,
    }
}

/// A value from its first day on, with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

impl<T: Read> Read for Fact<T> {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let fields = reader.record(json, &["from", "value", "cites", "confidence"]);
        Self {
            from: reader.field(fields, "from", false),
            value: reader.field(fields, "value", false),
            cites: reader.field(fields, "cites", false),
            confidence: reader.field(fields, "confidence", false),
        }
    }

    fn blank() -> Self {
        Self {
            from: None,
            value: T::blank(),
            cites: Vec::new(),
            confidence: Confidence::High,
        }
    }
}

choices! {
    /// What an exam belongs to when vouchers are counted.
    Family {
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

choices! {
    /// Who sits an exam.
    Audience {
        /// Enrolled at the institution.
        Student,
        /// Faculty and staff of an institution.
        Staff,
        /// Works for a company or agency.
        Employee,
    }

    /// Who may hold an agreement.
    Segment {
        /// Schools, colleges, universities.
        Academic,
        /// Companies and agencies.
        Commercial,
        /// Both.
        Any,
    }
}

records! {
    /// A programme of Volume Licensing.
    Programme {
        /// Such as `ees`.
        id: String,
        /// As the vendor writes it.
        name: Text,
        /// The vendor's abbreviation, such as `EES`.
        short: String,
        /// Who may hold it.
        segment: Segment,
        /// Usual lengths of an agreement in months, the most common first; for proposals only.
        terms: Vec<Fact<u32>>,
        /// Minimums and price levels, for information.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        notes: Vec<CitedText>,
    }

    /// A statement with its source.
    CitedText {
        /// What it says, in our words.
        text: Text,
        /// Where.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }
}

choices! {
    /// What a product is, as far as the planner treats it differently.
    ProductKind {
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
    LicenceType {
        /// Services subscription licence.
        Ssl,
        /// Printed as a subscription licence per user.
        PerUserSl,
    }
}

records! {
    /// Something that can be ordered.
    Product {
        /// Such as `site-500`.
        id: String,
        /// As the vendor writes it.
        name: Text,
        /// A few words for tables.
        short: Text,
        /// How the planner treats it.
        kind: ProductKind,
        /// Families its exams may be used for, before policies add to them.
        families: Vec<Family>,
        /// Who may use it; empty means everybody.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        audiences: Vec<Audience>,
        /// Exams in one unit; empty for access products.
        exams: Vec<Fact<u32>>,
        /// Months after the purchase that its vouchers live; empty for access products.
        valid_months: Vec<Fact<u32>>,
        /// The type of licence. Several without days are a conflict: the first is shown on orders.
        licence: Vec<Fact<LicenceType>>,
        /// Points towards a price level.
        points: Vec<Fact<u32>>,
        /// The first day it could be ordered, where known.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        sale_starts: Option<Fact<Day>>,
        /// The last day it could be ordered, where sales have ended.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        sale_ends: Option<Fact<Day>>,
        /// Restrictions and conditions of use.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        conditions: Vec<CitedText>,
        /// Assumptions a plan makes when it orders the product, by id.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        assumptions: Vec<String>,
    }

    /// Whether a programme sells a product, from a day to a day. What is not listed is unknown, and not planned.
    Availability {
        /// A programme's id.
        programme: String,
        /// A product's id.
        product: String,
        /// Whether it is sold.
        sold: bool,
        /// The first day this is known to hold; absent where no earlier state is known.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        from: Option<Day>,
        /// The last day this is known to hold; absent where it still does.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        until: Option<Day>,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }

    /// A solution area that certifications belong to.
    Area {
        /// Such as `data-ai`.
        id: String,
        /// Its name.
        name: Text,
        /// Where it is listed.
        cites: Vec<Cite>,
    }

    /// The last day of an exam or certification.
    Ending {
        /// The last day it can be taken or earned.
        day: Day,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
        /// For which language or reading this is, where there are several.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        note: Option<Text>,
    }

    /// An exam.
    Exam {
        /// The exam's number, such as `77-420` or `AZ-900`.
        id: String,
        /// What its voucher counts as.
        family: Family,
        /// When it was first seen to be offered; a lower bound.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        first_seen: Option<Day>,
        /// When it ends. Several are a conflict or an extension: the first binds, all are shown.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        ends: Vec<Ending>,
        /// The exam's own page, if not the list's.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        url: Option<String>,
        /// Where it was read.
        cites: Vec<Cite>,
    }
}

choices! {
    /// How a certification is named and counted by the vendor.
    Track {
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
    Level {
        /// A basic certification.
        Basic,
        /// An advanced certification.
        Advanced,
    }
}

records! {
    /// A certification.
    Certification {
        /// Such as `mcsa-windows-server-2016`.
        id: String,
        /// As the vendor writes it.
        name: Text,
        /// How the vendor counts it.
        track: Track,
        /// How long to prepare.
        level: Level,
        /// Its solution area, where it has one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        area: Option<String>,
        /// Ways to earn it. Each is a list of requirements that must all be met.
        routes: Vec<Vec<Requirement>>,
        /// Certifications of which one must be held before; empty where none is needed.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        prerequisites: Vec<String>,
        /// When it ends. Several are a conflict or an extension: the first binds, all are shown.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        ends: Vec<Ending>,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
        /// What else to know.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        note: Option<Text>,
    }

    /// So many exams out of these.
    Requirement {
        /// How many, at least 1 and at most as many as listed.
        choose: u32,
        /// Exams by number.
        of: Vec<String>,
    }

    /// Waits and caps for repeated attempts of one exam.
    RetakeRule {
        /// For exams of these families.
        families: Vec<Family>,
        /// The first day it is known to hold; absent where no earlier rule is known.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        from: Option<Day>,
        /// Days between the first attempt and the second.
        first_wait_days: u32,
        /// Days between later attempts.
        later_wait_days: u32,
        /// Attempts allowed within twelve months; absent where there is no cap.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        most_in_twelve_months: Option<u32>,
        /// When those twelve months start.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        twelve_months_start: Option<CapStart>,
        /// Whether a passed exam may be taken again.
        again_after_pass: bool,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }
}

choices! {
    /// When the twelve months of an attempts' cap start.
    CapStart {
        /// With the first attempt.
        FirstAttempt,
        /// With the last failure that the cap allows.
        LastFailure,
    }
}

records! {
    /// Months of preparation (PLN-2, PLN-5).
    Preparation {
        /// For a basic certification.
        basic_months: Vec<Fact<u32>>,
        /// For an advanced certification.
        advanced_months: Vec<Fact<u32>>,
        /// One semester, for an MTA certification.
        semester_months: Vec<Fact<u32>>,
    }

    /// How long orders take (COD-7, COD-10).
    Delivery {
        /// Calendar days until an order is acknowledged, at most.
        acknowledged_days: Vec<Fact<u32>>,
        /// Business days from the invoice to the codes of class packs and vouchers, at least.
        codes_earliest_business_days: Vec<Fact<u32>>,
        /// Business days from the invoice to the codes of class packs and vouchers, at most.
        codes_latest_business_days: Vec<Fact<u32>>,
        /// Calendar days from the order to the mail that opens a site pack, at most.
        site_pack_days: Vec<Fact<u32>>,
    }

    /// The Imagine Academy: a benefit of academic agreements.
    ImagineAcademy {
        /// Programmes whose first purchase or renewal grants it, from the first day of each fact.
        programmes: Vec<Fact<Vec<String>>>,
        /// Free exam vouchers for an agreement.
        free_vouchers: Vec<Fact<u32>>,
        /// What the free vouchers may be used for.
        families: Vec<Fact<Vec<Family>>>,
        /// Who may use the free vouchers.
        audiences: Vec<Fact<Vec<Audience>>>,
        /// Months that the free vouchers are assumed to live.
        voucher_months: Vec<Fact<u32>>,
        /// Days after its end in which the membership can be renewed without losing its id.
        grace_days: Vec<Fact<u32>>,
        /// The further benefits (PRD-5).
        benefits: Vec<Benefit>,
    }

    /// A benefit beside the free vouchers.
    Benefit {
        /// Such as `mct-discount`.
        id: String,
        /// What it is.
        text: Text,
        /// The part of the price that is still paid, in per cent, where the benefit is a discount.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pay_percent: Option<u32>,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }

    /// Training vouchers of Software Assurance: each turns days of training into a booking.
    TrainingVouchers {
        /// Days from its creation that a voucher lives.
        life_days: Vec<Fact<u32>>,
        /// Days of training that a voucher holds, at most.
        most_days: Vec<Fact<u32>>,
        /// Whether days unused when a voucher ends return, as long as the agreement is active.
        return_unused: Vec<Fact<bool>>,
    }

    /// Something that happened on a day.
    DatedEvent {
        /// Such as `no-more-days-accrued`.
        id: String,
        /// When.
        day: Day,
        /// What.
        text: Text,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }

    /// A statement that is shown as a quotation of its source and never computed with.
    Claim {
        /// Such as `average-saving`.
        id: String,
        /// What it says, in our words.
        text: Text,
        /// The lower end in per cent.
        low_percent: u32,
        /// The upper end in per cent.
        high_percent: u32,
        /// Where it was read.
        cites: Vec<Cite>,
    }

    /// A page or mailbox, by topic.
    Link {
        /// Such as `prices`, `test-centre`, `exams`, `legacy-e-learning`.
        topic: String,
        /// What one finds there.
        text: Text,
        /// `https:` or `mailto:`.
        url: String,
        /// Where it was read.
        cites: Vec<Cite>,
    }

    /// A published example or a fact that the engine does not compute with.
    Note {
        /// Such as `T11`.
        id: String,
        /// Such as `proration`, `prices`, `pass-rates`, `price-levels`.
        topic: String,
        /// What it says, in our words.
        text: Text,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
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
