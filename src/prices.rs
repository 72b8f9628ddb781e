//! A price book: what a partner charges, by programme and product, in one currency and as of a day.
//!
//! It holds what a scenario holds of prices, and is read in the same way. The user's own price always wins; an amount in
//! another currency is never converted.

use crate::catalogue::{Segment, records};
use crate::domain::Day;
use crate::scenario::{ScenarioPrice, ScenarioSinglePrice};

/// The version of this layout.
pub const VERSION: u32 = 1;

records! {
    /// A partner's prices, for whoever has none of their own.
    PriceBook {
        /// Of this layout: 1.
        version: u32,
        /// What the partner calls it; the reason of each price says so.
        name: String,
        /// The day the prices were set.
        date: Day,
        /// ISO 4217, such as `USD`, for every price.
        currency: String,
        /// Prices under every programme, where no list says otherwise.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        prices: Vec<ScenarioPrice>,
        /// What one exam costs elsewhere, under every programme, where no list says otherwise.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        single_prices: Vec<ScenarioSinglePrice>,
        /// Prices of some programmes. One that names the programme goes before one of its segment, that before one of `any`.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        lists: Vec<PriceList>,
    }

    /// Prices of some programmes: of those that are named, or of those of a segment.
    PriceList {
        /// Programmes of the catalogue, such as `ees`.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        programmes: Vec<String>,
        /// The segment of programmes, as the catalogue has it, or `any` for each; where programmes are named, theirs too.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        segment: Option<Segment>,
        /// Prices.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        prices: Vec<ScenarioPrice>,
        /// What one exam costs elsewhere.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        single_prices: Vec<ScenarioSinglePrice>,
    }
}

/// Prices that stand together: in a list of a book, in the book itself, in a scenario's agreement.
#[derive(Clone, Debug)]
pub struct Listed<'b> {
    /// What stands before the names of its fields, such as `lists[2].`.
    pub path: String,
    /// Prices of products.
    pub prices: &'b [ScenarioPrice],
    /// Prices of single exams.
    pub single_prices: &'b [ScenarioSinglePrice],
    /// Whether this is of a book.
    pub of_book: bool,
}

impl PriceBook {
    /// Adds the prices under a programme of a segment: those of lists that name it, those of its segment, those of both
    /// segments, those for all.
    pub fn under<'b>(&'b self, programme: &str, segment: Segment, found: &mut Vec<Listed<'b>>) {
        for reach in Reach::ALL {
            for (place, list) in self.lists.iter().enumerate() {
                if list.reach(programme, segment) == Some(reach) {
                    found.push(self.list(place, list));
                }
            }
        }
        found.push(self.for_all());
    }

    /// The prices under every programme.
    #[must_use]
    pub fn for_all(&self) -> Listed<'_> {
        Listed {
            path: String::new(),
            prices: &self.prices,
            single_prices: &self.single_prices,
            of_book: true,
        }
    }

    /// The prices of one of its lists.
    #[must_use]
    pub fn list<'b>(&self, place: usize, list: &'b PriceList) -> Listed<'b> {
        Listed {
            path: format!("lists[{place}]."),
            prices: &list.prices,
            single_prices: &list.single_prices,
            of_book: true,
        }
    }
}

/// For how many programmes a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// For those it names.
    Named,
    /// For those of a segment.
    Segment,
    /// For those of any segment.
    Any,
}

impl Reach {
    /// All, in the order in which their prices are taken.
    const ALL: [Self; 3] = [Self::Named, Self::Segment, Self::Any];
}

impl PriceList {
    /// How it holds under a programme of a segment, if it does.
    #[must_use]
    pub fn reach(&self, programme: &str, segment: Segment) -> Option<Reach> {
        if !self.segment.is_none_or(|only| reaches(only, segment)) {
            return None;
        }
        if self.programmes.is_empty() {
            return self.segment.map(|only| match only {
                Segment::Any => Reach::Any,
                _ => Reach::Segment,
            });
        }
        let named = self.programmes.iter().any(|id| id == programme);
        named.then_some(Reach::Named)
    }
}

/// Whether programmes of a segment are among those of another.
#[must_use]
pub fn reaches(list: Segment, programme: Segment) -> bool {
    list == Segment::Any || list == programme
}
