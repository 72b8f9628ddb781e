//! Civil days and the months between them. The only file that names the date library.
//!
//! No clock and no time zone: `today` always arrives as an input.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday as ChronoWeekday};
use serde::{Serialize, Serializer};

/// A civil day of the ISO 8601 calendar, from 0001-01-01 to 9999-12-31.
///
/// It is written `2026-03-15` wherever it leaves the engine.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
pub struct Day(#[cfg_attr(any(test, target_arch = "wasm32"), tsify(type = "string"))] NaiveDate);

impl Day {
    /// The first day there is.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });

    /// The day with this year, month and day of the month, if there is one.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `YYYY-MM-DD`, four, two and two digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !(digits(year) && digits(month) && digits(day)) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The same day of the month `months` later, or that month's last day where it has no such day.
    ///
    /// Always count from the original day: 2024-01-31 gives 2024-02-29 and, two months on, 2024-03-31.
    /// `None` past the year 9999.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let later = self.0.checked_add_months(chrono::Months::new(months))?;
        Self::new(later.year(), later.month(), later.day())
    }

    /// The latest day from which `months` months end on this day or before. `None` before the year 1.
    #[must_use]
    pub fn latest_start(self, months: u32) -> Option<Self> {
        let earlier = self.0.checked_sub_months(chrono::Months::new(months))?;
        let mut start = Self::new(earlier.year(), earlier.month(), earlier.day())?;
        // Month ends are clamped, so a few later days may end on the same day.
        while let Some(next) = start
            .plus_days(1)
            .filter(|next| next.plus_months(months).is_some_and(|end| end <= self))
        {
            start = next;
        }
        Some(start)
    }

    /// The day `days` later, or earlier when negative. `None` outside the years 0001 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let later = self
            .0
            .checked_add_signed(chrono::Duration::try_days(days)?)?;
        Self::new(later.year(), later.month(), later.day())
    }

    /// How many days lie between this day and a later one; negative when `later` is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            ChronoWeekday::Mon => Weekday::Monday,
            ChronoWeekday::Tue => Weekday::Tuesday,
            ChronoWeekday::Wed => Weekday::Wednesday,
            ChronoWeekday::Thu => Weekday::Thursday,
            ChronoWeekday::Fri => Weekday::Friday,
            ChronoWeekday::Sat => Weekday::Saturday,
            ChronoWeekday::Sun => Weekday::Sunday,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day_of_month()
        )
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A civil day, such as 2026-03-15.",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        })
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names of the days say what they are")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// The days from `first` to `last`, both inside. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    first: Day,
    last: Day,
}

impl Span {
    /// `None` when `last` is before `first`.
    #[must_use]
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The first day inside.
    #[must_use]
    pub fn first(self) -> Day {
        self.first
    }

    /// The last day inside.
    #[must_use]
    pub fn last(self) -> Day {
        self.last
    }

    /// Whether `day` lies inside.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether both days lie inside.
    #[must_use]
    pub fn holds(self, first: Day, last: Day) -> bool {
        self.contains(first) && self.contains(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn months_are_counted_from_the_original_day_and_clamped_to_the_months_end() {
        assert_eq!(day("2024-01-31").plus_months(1), Some(day("2024-02-29")));
        assert_eq!(day("2024-01-31").plus_months(2), Some(day("2024-03-31")));
        assert_eq!(day("2020-02-29").plus_months(12), Some(day("2021-02-28")));
        assert_eq!(day("9999-12-01").plus_months(1), None);
    }

    #[test]
    fn the_latest_start_is_the_last_day_from_which_the_months_still_fit() {
        assert_eq!(day("2021-02-28").latest_start(1), Some(day("2021-01-31")));
        assert_eq!(day("2021-03-15").latest_start(6), Some(day("2020-09-15")));
        assert_eq!(day("2021-03-15").latest_start(0), Some(day("2021-03-15")));
    }

    #[test]
    fn only_days_that_exist_are_read() {
        for text in [
            "2023-02-29",
            "2023-13-01",
            "0000-01-01",
            "2023-1-1",
            "20230101",
            "2023-01-01T00",
            "+023-01-01",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(day("0001-01-01").to_string(), "0001-01-01");
    }

    #[test]
    fn a_span_never_ends_before_it_starts() {
        assert!(Span::new(day("2021-01-02"), day("2021-01-01")).is_none());
        assert!(Span::new(day("2021-01-01"), day("2021-01-01")).is_some());
    }
}
