//! What can be bought: programmes, products, and which programme sells which product when.

use crate::catalogue::{
    Audience, Cite, CitedText, Confidence, Fact, Family, Text, choices, records,
};
use crate::domain::Day;

choices! {
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
}
