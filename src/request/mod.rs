//! A scenario that has been read and found right: what the rules work with.
//!
//! [`read`] collects every problem instead of stopping at the first; rules never see a value that makes no sense.

mod agreement;
pub mod benefits;
pub mod prices;
mod reader;

use crate::catalogue::{Audience, Catalogue, Certification, Family, Product, Programme};
use crate::domain::{Calendar, Currency, Day, Ratio, Span};
use crate::policy::Policies;
use crate::prices::PriceBook;
use crate::problem::{Problem, ProblemCode};
use crate::scenario::{Scenario, VERSION};

use reader::Reader;

/// More people or exams in one field than any real plan has.
pub const MOST_PEOPLE: i64 = 1_000_000;

/// What a scenario is planned with, beside what it says itself.
#[derive(Clone, Copy, Debug)]
pub struct Known<'c> {
    /// The facts.
    pub catalogue: &'c Catalogue,
    /// Prices for whoever has none of their own, if somebody supplied them.
    pub prices: Option<&'c PriceBook>,
}

impl<'c> From<&'c Catalogue> for Known<'c> {
    fn from(catalogue: &'c Catalogue) -> Self {
        Self {
            catalogue,
            prices: None,
        }
    }
}

/// A scenario that makes sense.
#[derive(Clone, Debug)]
pub struct Request<'c> {
    /// The day the plan is made for.
    pub today: Day,
    /// Each planned by its own rules.
    pub agreements: Vec<Agreement<'c>>,
}

/// A value with the field it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// The field, such as `agreements[0].groups[2].people`.
    pub path: String,
    /// Whether the field was blank and the default stands.
    pub default: bool,
}

/// An agreement.
#[derive(Clone, Debug)]
pub struct Agreement<'c> {
    /// `agreements[0]`.
    pub path: String,
    /// As written, or its place from 1.
    pub id: String,
    /// As written.
    pub name: String,
    /// The programme.
    pub programme: &'c Programme,
    /// Its days.
    pub span: Span,
    /// The currency of its prices, if any.
    pub currency: Option<Currency>,
    /// The month, 1 to 12, in which a fiscal year starts.
    pub fiscal_year_start: u32,
    /// Above 0, at most 1.
    pub service_level: Given<Ratio>,
    /// At least one.
    pub sites: Vec<Site>,
    /// Whom to certify.
    pub groups: Vec<Group<'c>>,
    /// Exams in hand.
    pub stock: Vec<Stock<'c>>,
    /// Orders already placed, by day.
    pub orders: Vec<PlacedOrder<'c>>,
    /// Free vouchers used or given away.
    pub free_used: Given<i64>,
    /// When the Imagine Academy membership was invoiced, if it was.
    pub academy_invoiced: Option<Given<Day>>,
    /// Shares of the free vouchers by site, for the manual split.
    pub free_split: Vec<Share>,
    /// Libraries of reference books.
    pub libraries: Vec<Library>,
    /// Training days and vouchers, if there are any.
    pub training: Option<benefits::Training>,
    /// What is bought at a discount.
    pub discounts: benefits::Discounts,
    /// Whether a contract on e-learning is still held.
    pub legacy_e_learning: bool,
    /// Prices of products.
    pub prices: Vec<Price<'c>>,
    /// Prices of single exams elsewhere.
    pub single_prices: Vec<SinglePrice<'c>>,
    /// A price book of which no price is taken, because its currency is another.
    pub other_book: Option<&'c PriceBook>,
    /// Business days.
    pub calendar: Calendar,
    /// Named choices.
    pub policies: Policies,
    /// The notices and online contact.
    pub contact: String,
    /// The only day on which anything is ordered, to compare with the last safe days; nobody can enter it.
    pub order_on: Option<Day>,
}

/// A school, campus or office.
#[derive(Clone, Debug)]
pub struct Site {
    /// `agreements[0].sites[1]`.
    pub path: String,
    /// As written; empty for the unnamed only site.
    pub id: String,
    /// When it is an authorised test centre.
    pub test_centre_from: Option<Given<Day>>,
}

/// People who take the same exams together.
#[derive(Clone, Debug)]
pub struct Group<'c> {
    /// `agreements[0].groups[2]`.
    pub path: String,
    /// As written, or its place from 1.
    pub id: String,
    /// As written.
    pub name: String,
    /// At least 1.
    pub people: Given<i64>,
    /// Who they are.
    pub audience: Audience,
    /// The place of its site in [`Agreement::sites`].
    pub site: usize,
    /// What each person takes.
    pub certifications: Vec<&'c Certification>,
    /// What everybody holds.
    pub held: Vec<&'c Certification>,
    /// Exams everybody has passed.
    pub passed: Vec<String>,
    /// When preparation starts.
    pub preparation_start: Given<Day>,
    /// Months of preparation, if not the level's.
    pub preparation_months: Option<Given<i64>>,
    /// When the exams are taken; one entry without a day where none is given.
    pub waves: Vec<Wave>,
    /// Above 0, at most 1.
    pub pass_rate: Given<Ratio>,
    /// At least 1.
    pub attempts: Given<i64>,
    /// At least 0, below 1.
    pub no_show_rate: Given<Ratio>,
    /// At least 0.
    pub rebookings: Given<i64>,
}

/// Part of a group that takes its exams on a day.
#[derive(Clone, Debug)]
pub struct Wave {
    /// The field of the day.
    pub path: String,
    /// The day, if given.
    pub day: Option<Day>,
    /// At least 1.
    pub people: i64,
}

/// Exams in hand.
#[derive(Clone, Debug)]
pub struct Stock<'c> {
    /// `agreements[0].stock[0]`.
    pub path: String,
    /// What they may be used for.
    pub product: &'c Product,
    /// How many.
    pub exams: Given<i64>,
    /// When they can be used.
    pub window: Span,
    /// The place of the site they belong to; anywhere where absent.
    pub site: Option<usize>,
}

/// An order already placed.
#[derive(Clone, Debug)]
pub struct PlacedOrder<'c> {
    /// `agreements[0].orders[0]`.
    pub path: String,
    /// When.
    pub day: Day,
    /// What.
    pub product: &'c Product,
    /// How many units.
    pub units: i64,
}

/// A site's share of the free vouchers.
#[derive(Clone, Debug)]
pub struct Share {
    /// The place of the site.
    pub site: usize,
    /// How many.
    pub exams: i64,
}

/// A library of reference books.
#[derive(Clone, Debug)]
pub struct Library {
    /// `agreements[0].libraries[0]`.
    pub path: String,
    /// As written.
    pub name: String,
    /// Readers.
    pub users: Given<i64>,
    /// From when it is wanted.
    pub from: Given<Day>,
}

/// The price of a product for twelve months.
#[derive(Clone, Debug)]
pub struct Price<'c> {
    /// The product.
    pub product: &'c Product,
    /// Minor units for one unit.
    pub minor: Given<i64>,
    /// As in the user's price book.
    pub part_number: String,
    /// From so many units of a line on, this price for all of them; rising.
    pub breaks: Vec<(i64, Given<i64>)>,
    /// The price book it stands in; absent where it is the user's own.
    pub book: Option<&'c PriceBook>,
}

/// What one exam of a family costs elsewhere.
#[derive(Clone, Debug)]
pub struct SinglePrice<'c> {
    /// The family.
    pub family: Family,
    /// Minor units.
    pub minor: Given<i64>,
    /// The price book it stands in; absent where it is the user's own.
    pub book: Option<&'c PriceBook>,
}

impl Price<'_> {
    /// The price of one unit in a line of so many.
    #[must_use]
    pub fn of(&self, units: i64) -> &Given<i64> {
        let tier = self.breaks.iter().rev().find(|(from, _)| *from <= units);
        tier.map_or(&self.minor, |(_, price)| price)
    }

    /// The lowest price a unit can have.
    #[must_use]
    pub fn lowest(&self) -> i64 {
        let tiers = self.breaks.iter().map(|(_, price)| price.value);
        tiers.fold(self.minor.value, i64::min)
    }
}

impl Agreement<'_> {
    /// The price of a product, if there is one.
    #[must_use]
    pub fn price(&self, product: &str) -> Option<&Price<'_>> {
        self.prices.iter().find(|price| price.product.id == product)
    }

    /// Whether the plan counts money: some product has a price.
    #[must_use]
    pub fn priced(&self) -> bool {
        !self.prices.is_empty()
    }
}

/// Reads a scenario.
///
/// # Errors
/// Every problem of every field.
pub fn read<'c>(
    known: impl Into<Known<'c>>,
    scenario: &Scenario,
) -> Result<Request<'c>, Vec<Problem>> {
    let known = known.into();
    let mut reader = Reader::new(known.catalogue);
    reader.prices = known.prices;
    if scenario.version != VERSION {
        reader.problem("version", ProblemCode::UnknownVersion { known: VERSION });
    }
    let today = reader.day("today", &scenario.today);
    if scenario.agreements.is_empty() {
        reader.problem("agreements", ProblemCode::Empty);
    }
    reader.at_most("agreements", scenario.agreements.len(), 1000);
    reader.distinct(
        "agreements",
        scenario
            .agreements
            .iter()
            .map(|agreement| agreement.id.as_str()),
    );
    let mut agreements = Vec::new();
    for (place, agreement) in scenario.agreements.iter().enumerate() {
        agreements.extend(agreement::read(&mut reader, agreement, place, today));
    }
    let problems = reader.into_problems();
    match today {
        Some(today) if problems.is_empty() => Ok(Request { today, agreements }),
        _ => Err(problems),
    }
}
