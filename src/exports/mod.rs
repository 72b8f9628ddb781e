//! Files that other programs open: workbooks and calendars, from plain tables and events.
//!
//! Nothing here knows a plan or a language: words, values and their order are the caller's. No clock and no chance
//! either: the same tables give the same bytes.

pub mod calendar;
pub mod workbook;

#[cfg(target_arch = "wasm32")]
pub mod door;

use crate::domain::Day;

/// Why a file could not be written.
pub type Refusal = String;

/// A day written `YYYY-MM-DD`.
fn day(text: &str) -> Result<Day, Refusal> {
    Day::parse(text).ok_or_else(|| format!("not a day: {text}"))
}

/// A text without the control characters that neither format can hold; line ends and tabs stay.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .filter(|letter| !matches!(letter, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
