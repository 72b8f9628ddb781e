//! What is wrong with a scenario: every problem at once, each at the field it belongs to.
//!
//! Codes and values only; the page owns the sentences.
#![allow(
    missing_docs,
    reason = "a variant says what is wrong; its fields are named after what they hold"
)]

use std::fmt;

use serde::Serialize;

use crate::domain::Day;

/// Something about one field that keeps its agreement from being planned.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The field, such as `agreements[0].groups[2].people`.
    pub path: String,
    /// What is wrong with it.
    #[serde(flatten)]
    pub code: ProblemCode,
}

/// What can be wrong with a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "code",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum ProblemCode {
    /// The document is not a scenario: what the reader says, for developers.
    Malformed { detail: String },
    /// The scenario is of a version this planner does not know.
    UnknownVersion { known: u32 },
    /// Nothing was entered where something is needed.
    Required,
    /// Not a day like 2026-03-15.
    NotADay,
    /// Not a number.
    NotANumber,
    /// A number with a fraction where a whole one is needed.
    NotWhole,
    /// Below the smallest value that makes sense.
    TooSmall { least: String },
    /// Above the largest value the planner computes with.
    TooLarge { most: String },
    /// More decimal places than the currency has.
    TooManyPlaces { places: u32 },
    /// Not three capital letters.
    NotACurrency,
    /// The last day is before the first.
    EndsBeforeStart { start: Day },
    /// The catalogue or the scenario has nothing of this name.
    Unknown { id: String },
    /// The same id or the same thing twice.
    Duplicate { id: String },
    /// At least one is needed.
    Empty,
    /// More entries than the planner computes with.
    TooMany { most: u32 },
    /// The waves of a group hold other people than the group.
    WavesDoNotAddUp { people: u32, waves: u32 },
    /// More free vouchers are given away than there are.
    MoreThanGranted { granted: u32 },
    /// Price breaks must start with more packs each time.
    BreaksNotRising,
    /// A date the calendar of the planner does not reach.
    OutOfCalendar,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {:?}", self.path, self.code)
    }
}
