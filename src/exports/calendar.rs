//! Calendars that other programs take in: all-day events with reminders, after RFC 5545.

use icalendar::{
    Alarm, Calendar as Written, Component, Event as WrittenEvent, EventLike, Property,
};
use serde::Deserialize;

use super::{Refusal, clean, day};
use crate::domain::Day;

/// Events under one name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Calendar {
    /// What calendars call it.
    pub name: String,
    /// The day its content is from: `YYYY-MM-DD`.
    pub stamp: String,
    /// In the order they are written.
    pub events: Vec<Event>,
}

/// What happens on a day, or over several.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// Stays the same as long as the event is the same: a later file moves the event instead of doubling it.
    pub uid: String,
    /// The first day: `YYYY-MM-DD`.
    pub day: String,
    /// The last day, where there are several.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub until: Option<String>,
    /// What stands in the calendar.
    pub summary: String,
    /// What stands behind it.
    pub description: String,
    /// Days before the first day on which to be reminded, in the morning.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub alarm_days_before: Option<Vec<u32>>,
}

/// The hour of a reminder. A whole day begins at midnight, when nobody wants to be reminded.
const MORNING: u32 = 9;

/// The text of the calendar's file.
///
/// # Errors
/// Where a day is none.
pub fn calendar(calendar: &Calendar) -> Result<String, Refusal> {
    let name = clean(&calendar.name);
    let stamp = format!("{}T000000Z", written(day(&calendar.stamp)?));
    let mut file = Written::empty();
    file.append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//voucher-planner//deadlines//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        // Typed, because only then is it escaped: the crate does not know this younger property.
        .append_property(
            Property::new("NAME", name.as_str())
                .add_parameter("VALUE", "TEXT")
                .done(),
        )
        .append_property(("X-WR-CALNAME", name.as_str()));
    for each in &calendar.events {
        file.push(event(each, &stamp)?);
    }
    Ok(folded(&file.to_string()))
}

/// Octets of a line without its end.
const LINE: usize = 75;

/// The text with its lines folded anew: the crate does not count the blank that a continued line begins with.
fn folded(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_inclusive("\r\n") {
        let mut octets = 0;
        for letter in line.chars() {
            let is_end = matches!(letter, '\r' | '\n');
            if octets + letter.len_utf8() > LINE && !is_end {
                lines.push_str("\r\n ");
                octets = 1;
            }
            octets += letter.len_utf8();
            lines.push(letter);
        }
    }
    lines
}

fn event(event: &Event, stamp: &str) -> Result<WrittenEvent, Refusal> {
    let first = day(&event.day)?;
    let last = event.until.as_deref().map_or(Ok(first), day)?;
    // The end of days is the day after.
    let end = last.plus_days(1).unwrap_or(last);
    let summary = clean(&event.summary);
    let mut made = WrittenEvent::new();
    made.uid(&clean(&event.uid))
        .add_property("DTSTAMP", stamp)
        .append_property(date("DTSTART", first))
        .append_property(date("DTEND", end))
        .summary(&summary)
        .description(&clean(&event.description))
        // A deadline takes nobody's time.
        .add_property("TRANSP", "TRANSPARENT");
    for &days in event.alarm_days_before.iter().flatten() {
        // The crate would ask the clock and chance for what is not given, in alarms too.
        let alarm = Alarm::display(&summary, chrono::TimeDelta::zero())
            .add_property("TRIGGER", trigger(days))
            .add_property("DTSTAMP", stamp)
            .add_property("UID", format!("{days}-{}", clean(&event.uid)))
            .done();
        made.alarm(alarm);
    }
    Ok(made.done())
}

fn date(name: &str, day: Day) -> Property {
    Property::new(name, written(day))
        .add_parameter("VALUE", "DATE")
        .done()
}

/// A day as calendars write it: `20260315`.
fn written(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// In the morning so many days before: days and hours back from midnight.
fn trigger(days: u32) -> String {
    match days {
        0 => format!("PT{MORNING}H"),
        1 => format!("-PT{}H", 24 - MORNING),
        _ => format!("-P{}DT{}H", days - 1, 24 - MORNING),
    }
}
