//! Why a field of a document cannot be read, in parts that each language can say, and as a text for developers.

use std::fmt;

use serde::Serialize;

use crate::domain::json::{Json, NotJson};

/// Why a field cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[allow(missing_docs, reason = "fields are named after what they hold")]
pub enum Mistake {
    /// The text stops being JSON here. Lines and columns count from 1.
    NotJson {
        what: String,
        line: usize,
        column: usize,
    },
    /// A field is needed here.
    MissingField { field: String },
    /// Nobody knows this field.
    UnknownField { field: String, known: Vec<String> },
    /// A field that was written before.
    RepeatedField { field: String },
    /// None of the choices.
    UnknownChoice { choice: String, known: Vec<String> },
    /// Something of another type.
    WrongType { found: Kind, expected: Kind },
    /// Not a whole number from 0 to the largest.
    OutOfRange { number: String, most: u32 },
    /// Not a day like 2026-03-15.
    NotADay { text: String },
    /// There are more than those that are named, which are so many.
    AndMore { named: usize },
}

/// The type of a value, or what types of values a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "these are the types of JSON")]
pub enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
    /// A number without a fraction.
    WholeNumber,
    /// A text, or a number in digits.
    TextOrNumber,
}

impl From<&Json> for Kind {
    fn from(json: &Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(_) => Self::Boolean,
            Json::Number(_) => Self::Number,
            Json::Text(_) => Self::String,
            Json::List(_) => Self::Array,
            Json::Record(_) => Self::Object,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
            Self::WholeNumber => "whole number",
            Self::TextOrNumber => "a text or a number",
        })
    }
}

impl From<NotJson> for Mistake {
    fn from(NotJson { line, column, what }: NotJson) -> Self {
        let what = what.to_owned();
        Self::NotJson { what, line, column }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { what, line, column } => {
                write!(out, "{what} at line {line} column {column}")
            }
            Self::MissingField { field } => write!(out, "missing field `{field}`"),
            Self::UnknownField { field, known } => {
                write!(out, "unknown field `{field}`, expected one of ")?;
                listed(known, out)
            }
            Self::RepeatedField { field } => write!(out, "duplicate field `{field}`"),
            Self::UnknownChoice { choice, known } => {
                write!(out, "unknown variant `{choice}`, expected one of ")?;
                listed(known, out)
            }
            Self::WrongType { found, expected } => {
                write!(out, "invalid type: {found}, expected {expected}")
            }
            Self::OutOfRange { number, most } => write!(
                out,
                "invalid value: {number}, expected a whole number from 0 to {most}"
            ),
            Self::NotADay { text } => write!(out, "`{text}` is not a day like 2026-03-15"),
            Self::AndMore { named } => {
                write!(out, "more fields cannot be read than these {named}")
            }
        }
    }
}

fn listed(names: &[String], out: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (place, name) in names.iter().enumerate() {
        let before = if place > 0 { ", " } else { "" };
        write!(out, "{before}`{name}`")?;
    }
    Ok(())
}
