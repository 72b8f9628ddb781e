//! What is wrong with what a partner supplies: where, by a code, and in words for whoever wrote it.
#![allow(
    missing_docs,
    reason = "a variant says what is wrong; its fields are named after what they hold"
)]

use std::fmt;

use serde::Serialize;

use crate::domain::Day;
use crate::problem::ProblemCode;
use crate::reading::Mistake;

/// Which of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// The partner's catalogue.
    Catalogue,
    /// The price book.
    Prices,
}

/// Something that keeps an engine from being made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SupplyProblem {
    /// The document.
    pub document: Document,
    /// The field, such as `products[2].exams[0].value`; empty for the document itself.
    pub path: String,
    /// What is wrong with it.
    #[serde(flatten)]
    pub code: SupplyCode,
    /// The same in English, for whoever wrote it.
    pub message: String,
}

impl SupplyProblem {
    /// With the message of its code.
    #[must_use]
    pub fn new(document: Document, path: String, code: SupplyCode) -> Self {
        let message = code.to_string();
        Self {
            document,
            path,
            code,
            message,
        }
    }
}

/// What can be wrong: what can be wrong with a field of a scenario, with a document, or with an entry of a catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum SupplyCode {
    /// As with a field of a scenario.
    Field(ProblemCode),
    /// With a document, or with an entry of a catalogue.
    Entry(EntryCode),
}

/// What can be wrong with a document, or with an entry of a catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[serde(
    tag = "code",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum EntryCode {
    /// What cannot be read. As a text it is for developers.
    Malformed { detail: String, mistake: Mistake },
    /// A cite that names no source, or no section of one.
    UnknownCite { cite: String },
    /// A statement that needs a source and has none.
    Uncited,
    /// A source of the embedded catalogue has this id.
    SourceTaken { id: String },
    /// An id with other signs than letters, digits, points, hyphens and underscores.
    NotAnId { id: String },
    /// It is taken away and given too.
    TakenAndGiven { id: String },
    /// It is taken away, and something that stays still names it.
    StillNeeded { id: String, by: String },
    /// A fact, rule or row that starts before the one it follows.
    FallingDates,
    /// A requirement that chooses none, or more than it lists.
    ChooseOutOfRange { choose: u32 },
    /// A requirement whose exams are of several families, or an exam that would make it one.
    SeveralFamilies,
    /// A certification without a route, or with a route that asks for nothing.
    NothingToPass,
    /// A certification that is, over some steps, its own prerequisite.
    PrerequisiteCycle,
    /// A text that is empty in some language, or an empty name or title.
    EmptyText,
    /// A day of publication that is not like `2014`, `2010-10` or `2021-06-28`.
    UnreadablePublished,
    /// A source that was read before it was published.
    ReadBeforePublished,
    /// An address that is neither `https:` nor `mailto:`.
    UnsafeUrl,
    /// The last day this holds is before the first.
    UntilBeforeFrom,
}

impl SupplyCode {
    /// Whether it is about something else that is named here.
    #[must_use]
    pub fn names_another(&self) -> bool {
        matches!(
            self,
            Self::Field(ProblemCode::Unknown { .. })
                | Self::Entry(
                    EntryCode::UnknownCite { .. }
                        | EntryCode::StillNeeded { .. }
                        | EntryCode::PrerequisiteCycle
                )
        )
    }
}

impl fmt::Display for SupplyCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(code) => field(code, out),
            Self::Entry(code) => code.fmt(out),
        }
    }
}

fn field(code: &ProblemCode, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    match code {
        ProblemCode::Malformed { detail } => out.write_str(detail),
        ProblemCode::UnknownVersion { known } => {
            write!(out, "only version {known} of this layout is known")
        }
        ProblemCode::Required => out.write_str("something is needed here"),
        ProblemCode::NotADay => out.write_str("not a day like 2026-03-15"),
        ProblemCode::NotANumber => out.write_str("not a number"),
        ProblemCode::NotWhole => out.write_str("a whole number is needed"),
        ProblemCode::TooSmall { least } => write!(out, "at least {least}"),
        ProblemCode::TooLarge { most } => write!(out, "at most {most}"),
        ProblemCode::TooManyPlaces { places } => {
            write!(out, "the currency has {places} decimal places")
        }
        ProblemCode::NotACurrency => out.write_str("not three capital letters such as USD"),
        ProblemCode::EndsBeforeStart { start } => ends_before(*start, out),
        ProblemCode::Unknown { id } => write!(out, "nothing has the id `{id}`"),
        ProblemCode::Duplicate { id } => write!(out, "`{id}` stands here a second time"),
        ProblemCode::Empty => out.write_str("at least one is needed"),
        ProblemCode::TooMany { most } => write!(out, "at most {most} entries"),
        ProblemCode::BreaksNotRising => {
            out.write_str("each price break starts with more units than the one before")
        }
        ProblemCode::WavesDoNotAddUp { .. }
        | ProblemCode::MoreThanGranted { .. }
        | ProblemCode::OutOfCalendar => write!(out, "{code:?}"),
    }
}

fn ends_before(start: Day, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(out, "this is before the first day, {start}")
}

impl fmt::Display for EntryCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed { detail, .. } => out.write_str(detail),
            Self::UnknownCite { cite } => {
                write!(out, "no source, or no section of one, is called `{cite}`")
            }
            Self::Uncited => out.write_str("a source is needed: cite at least one"),
            Self::SourceTaken { id } => write!(
                out,
                "the embedded catalogue has a source `{id}`: choose another id"
            ),
            Self::NotAnId { id } => write!(
                out,
                "`{id}` is no id: only letters, digits, points, hyphens and underscores"
            ),
            Self::TakenAndGiven { id } => write!(out, "`{id}` is taken away here and given too"),
            Self::StillNeeded { id, by } => write!(out, "`{id}` is still named by {by}"),
            Self::FallingDates => out.write_str("this starts before the entry it follows"),
            Self::ChooseOutOfRange { choose } => write!(
                out,
                "{choose} cannot be chosen: at least one, and at most as many as are listed"
            ),
            Self::SeveralFamilies => {
                out.write_str("the exams of one requirement are all of one family")
            }
            Self::NothingToPass => {
                out.write_str("each way to a certification needs at least one exam")
            }
            Self::PrerequisiteCycle => {
                out.write_str("over some steps the certification is its own prerequisite")
            }
            Self::EmptyText => out.write_str("a text is needed here, in each language"),
            Self::UnreadablePublished => {
                out.write_str("not a year, month or day like 2014, 2010-10 or 2021-06-28")
            }
            Self::ReadBeforePublished => out.write_str("read before it was published"),
            Self::UnsafeUrl => out.write_str("an address starts with https: or mailto:"),
            Self::UntilBeforeFrom => out.write_str("the last day is before the first"),
        }
    }
}
