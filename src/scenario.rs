//! What users write: an agreement, whom to certify, what is in hand, prices, choices.
//!
//! Whatever a person types arrives as an [`Entry`]: the text as typed, so that nothing is lost and every problem can
//! be told at its field. Reading and checking is `request.rs`.

use serde::Serialize;

use crate::catalogue::Audience;
use crate::domain::{Json, day::Weekday};
use crate::policy::Policies;
use crate::reading::{Kind, Read, Reader, read_record};

/// The version of this layout.
pub const VERSION: u32 = 1;

/// A value as typed: a text, or a number in its decimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
pub struct Entry(
    #[cfg_attr(any(test, target_arch = "wasm32"), tsify(type = "string | number"))] pub String,
);

impl Entry {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<&str> for Entry {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Read for Entry {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        match json {
            Json::Text(written) | Json::Number(written) => Self(written.clone()),
            Json::Null => Self::default(),
            _ => {
                reader.unexpected(json, Kind::TextOrNumber);
                Self::default()
            }
        }
    }

    fn blank() -> Self {
        Self::default()
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Entry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Entry".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A value as typed: a text, or a number.",
            "type": ["string", "number"]
        })
    }
}

/// Declares the records of a scenario: all with the same derives, and with every field free to be left out.
macro_rules! records {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$field_doc:meta])* $field:ident : $kind:ty ),* $(,)? } )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default, PartialEq, Serialize)]
            #[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
            #[cfg_attr(test, derive(schemars::JsonSchema))]
            #[serde(rename_all = "camelCase", default, deny_unknown_fields)]
            pub struct $name {
                $( $(#[$field_doc])* #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))] pub $field: $kind, )*
            }

            read_record!($name, true, $($field)*);
        )+
    };
}

records! {
    /// Everything a plan depends on. The same scenario always gives the same plan.
    Scenario {
        /// The version of this layout: 1.
        version: u32,
        /// What the user calls it.
        name: String,
        /// The day on which the plan is made; the engine asks no clock.
        today: Entry,
        /// Each is planned by its own rules.
        agreements: Vec<ScenarioAgreement>,
    }

    /// An agreement of Volume Licensing and what is to be done under it.
    ScenarioAgreement {
        /// Unique in the scenario; may be left out where there is one.
        id: String,
        /// What the user calls it.
        name: String,
        /// A programme of the catalogue, such as `ees`.
        programme: String,
        /// The first day.
        start: Entry,
        /// The last day.
        end: Entry,
        /// An earlier agreement that is being renewed; for information.
        renewal: bool,
        /// Where the institution is, such as `CN` of ISO 3166; for information: the page proposes its currency and weekend.
        region: String,
        /// ISO 4217, such as `USD`. Needed with prices.
        currency: String,
        /// The month, 1 to 12, in which the fiscal year starts. January where absent.
        fiscal_year_start: Entry,
        /// The part of needs that is to be covered surely, above 0 up to 1: 0.95. Certainty where absent.
        service_level: Entry,
        /// Schools, campuses, offices. One unnamed site where there are none.
        sites: Vec<ScenarioSite>,
        /// Whom to certify.
        groups: Vec<ScenarioGroup>,
        /// Exams in hand.
        stock: Vec<ScenarioStock>,
        /// Orders already placed; they open terms like planned ones.
        orders: Vec<ScenarioOrder>,
        /// What of the Imagine Academy's free vouchers is used, and who gets the rest.
        free_vouchers: ScenarioFreeVouchers,
        /// Libraries of reference books.
        libraries: Vec<ScenarioLibrary>,
        /// Training days and vouchers of Software Assurance.
        software_assurance: ScenarioSoftwareAssurance,
        /// What is bought at the discounts of the Imagine Academy.
        academy_discounts: ScenarioAcademyDiscounts,
        /// A contract on e-learning from before its sale ended; nothing is planned for it (PRD-10).
        legacy_e_learning: bool,
        /// The user's own prices.
        prices: Vec<ScenarioPrice>,
        /// What one exam costs elsewhere, by family, to compare with. Never used to plan.
        single_prices: Vec<ScenarioSinglePrice>,
        /// Weekends, holidays, working days.
        calendar: ScenarioCalendar,
        /// Named choices.
        policies: Policies,
        /// Whom the agreement names as its notices and online contact (COD-8).
        notices_contact: String,
    }

    /// A school, campus or office.
    ScenarioSite {
        /// Unique in the agreement.
        id: String,
        /// What the user calls it.
        name: String,
        /// The first day on which it is an authorised test centre; blank where it is not (COD-9).
        test_centre_from: Entry,
    }

    /// People who take the same exams together.
    ScenarioGroup {
        /// Unique in the agreement; may be left out.
        id: String,
        /// What the user calls it.
        name: String,
        /// How many.
        people: Entry,
        /// Who they are.
        audience: Option<Audience>,
        /// A site's id; may be left out where there is one site.
        site: String,
        /// Certifications of the catalogue that each person takes.
        certifications: Vec<String>,
        /// Certifications of the catalogue that everybody holds already.
        held: Vec<String>,
        /// Exams that everybody has passed already.
        passed: Vec<String>,
        /// When preparation starts; today where absent.
        preparation_start: Entry,
        /// Months of preparation, instead of the level's.
        preparation_months: Entry,
        /// When the exams are taken. Nothing given: the later of today and the ready day.
        sittings: Vec<ScenarioSitting>,
        /// The part of attempts that succeed, above 0 up to 1.
        pass_rate: Entry,
        /// Attempts allowed for one exam; 1 where absent.
        attempts: Entry,
        /// The part of bookings that are missed, 0 or more and below 1; 0 where absent.
        no_show_rate: Entry,
        /// Bookings repeated after a no-show, for each attempt; 0 where absent.
        rebookings: Entry,
    }

    /// A day on which a group, or part of it, takes its exams.
    ScenarioSitting {
        /// The day.
        day: Entry,
        /// How many people; all where it is the only one.
        people: Entry,
    }

    /// Exams in hand, with a window of their own.
    ScenarioStock {
        /// A product of the catalogue that says what they may be used for.
        product: String,
        /// How many exams are left.
        exams: Entry,
        /// The first day on which they can be used; today where absent.
        from: Entry,
        /// The last day on which they can be used.
        until: Entry,
        /// A site's id; blank for any.
        site: String,
    }

    /// An order already placed.
    ScenarioOrder {
        /// When.
        day: Entry,
        /// A product of the catalogue.
        product: String,
        /// How many units.
        quantity: Entry,
        /// A site's id, for a site pack.
        site: String,
    }

    /// What of the free staff vouchers is used, and who gets the rest.
    ScenarioFreeVouchers {
        /// How many are used or given away already; 0 where absent.
        used: Entry,
        /// How the rest is shared, with the policy `free-split`: `manual`.
        split: Vec<ScenarioShare>,
        /// When the Imagine Academy membership was invoiced, if it was: it runs from that day.
        invoiced: Entry,
    }

    /// A site's share of the free vouchers.
    ScenarioShare {
        /// A site's id.
        site: String,
        /// How many.
        exams: Entry,
    }

    /// A library of reference books.
    ScenarioLibrary {
        /// What the user calls it.
        name: String,
        /// How many people read it: one licence each (PRD-1).
        users: Entry,
        /// From when; today where absent.
        from: Entry,
    }

    /// Training days and vouchers of Software Assurance (PRG-3). Vouchers do not count among the days.
    ScenarioSoftwareAssurance {
        /// Days of training that no voucher holds; 0 where absent.
        days: Entry,
        /// Vouchers created, or to be created.
        vouchers: Vec<ScenarioTrainingVoucher>,
    }

    /// A training voucher of Software Assurance.
    ScenarioTrainingVoucher {
        /// When it was created, or is to be.
        created: Entry,
        /// Days of training it holds.
        days: Entry,
        /// Days of them already taken; 0 where absent.
        used: Entry,
        /// Whether it is meant for an Azure course.
        azure: bool,
    }

    /// What is bought at the discounts of the Imagine Academy (PRD-5), at the user's own prices.
    ScenarioAcademyDiscounts {
        /// How many join the trainer programme (MCT).
        trainers: Entry,
        /// What the trainer programme costs for one, before the discount.
        trainer_price: Entry,
        /// What books of Microsoft Press cost together, before the discount.
        press: Entry,
    }

    /// The price of a product for twelve months, tax out.
    ScenarioPrice {
        /// A product of the catalogue.
        product: String,
        /// In the currency's major unit: `9420.00`.
        price: Entry,
        /// As in the user's price book.
        part_number: String,
        /// Lower prices from a number of units on, for all units of a line.
        breaks: Vec<ScenarioBreak>,
    }

    /// A price from a number of units on.
    ScenarioBreak {
        /// The least number of units of a line.
        units: Entry,
        /// The price of each, for twelve months, tax out.
        price: Entry,
    }

    /// What one exam costs elsewhere.
    ScenarioSinglePrice {
        /// `mos`, `mta`, `mce`, `fundamentals` or `mcp`.
        family: String,
        /// In the agreement's currency.
        price: Entry,
    }

    /// Business days.
    ScenarioCalendar {
        /// Saturday and Sunday where absent.
        weekend: Option<Vec<Weekday>>,
        /// Days without work.
        holidays: Vec<Entry>,
        /// Days with work although they fall on a weekend or holiday.
        working_days: Vec<Entry>,
    }
}
