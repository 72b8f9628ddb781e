//! Business days: weekends, holidays, and working days that override both.

use crate::domain::day::{Day, Weekday};
use crate::domain::table::Set;

/// Which days are business days (model 1). All three lists are inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Days of the week without work.
    pub weekend: Set<Weekday>,
    /// Single days without work.
    pub holidays: Set<Day>,
    /// Single days with work although they fall on a weekend or holiday.
    pub working_days: Set<Day>,
}

impl Default for Calendar {
    fn default() -> Self {
        Self {
            weekend: Set::from_iter([Weekday::Saturday, Weekday::Sunday]),
            holidays: Set::default(),
            working_days: Set::default(),
        }
    }
}

impl Calendar {
    /// No search for a business day goes further than this many days.
    const SEARCH_DAYS: usize = 3660;

    /// Whether `day` is a business day.
    #[must_use]
    pub fn is_business_day(&self, day: Day) -> bool {
        self.working_days.contains(&day)
            || !(self.weekend.contains(&day.weekday()) || self.holidays.contains(&day))
    }

    /// The `count`-th business day after `event`: day 1 is the first business day after it, 0 is the event's own day.
    ///
    /// `None` where the calendar has no such day within ten years.
    #[must_use]
    pub fn business_day_after(&self, event: Day, count: u32) -> Option<Day> {
        let mut day = event;
        let mut left = count;
        for _ in 0..Self::SEARCH_DAYS {
            if left == 0 {
                return Some(day);
            }
            day = day.plus_days(1)?;
            left -= u32::from(self.is_business_day(day));
        }
        None
    }

    /// The last business day on or before `day`, not before `earliest`.
    #[must_use]
    pub fn last_business_day(&self, day: Day, earliest: Day) -> Option<Day> {
        let mut day = day;
        while day >= earliest {
            if self.is_business_day(day) {
                return Some(day);
            }
            day = day.plus_days(-1)?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn day_one_is_the_first_business_day_after_the_event() {
        let calendar = Calendar::default();
        // 2026-11-20 is a Friday.
        assert_eq!(
            calendar.business_day_after(day("2026-11-20"), 1),
            Some(day("2026-11-23"))
        );
        assert_eq!(
            calendar.business_day_after(day("2026-11-20"), 10),
            Some(day("2026-12-04"))
        );
        assert_eq!(
            calendar.business_day_after(day("2026-11-21"), 0),
            Some(day("2026-11-21"))
        );
    }

    #[test]
    fn a_working_day_overrides_weekend_and_holiday() {
        let mut calendar = Calendar::default();
        calendar.holidays.insert(day("2026-02-17"));
        calendar.working_days.insert(day("2026-02-14"));
        assert!(calendar.is_business_day(day("2026-02-14")));
        assert!(!calendar.is_business_day(day("2026-02-17")));
    }

    #[test]
    fn a_calendar_without_business_days_has_no_answer_instead_of_hanging() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let calendar = Calendar {
            weekend: Set::from_iter([
                Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday,
            ]),
            ..Calendar::default()
        };
        assert_eq!(calendar.business_day_after(day("2026-02-14"), 1), None);
        assert_eq!(
            calendar.last_business_day(day("2026-02-14"), day("2026-01-01")),
            None
        );
    }
}
