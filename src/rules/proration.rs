//! How much of twelve months an order is charged for (COD-2, COD-3; model 2).
//!
//! A charge counts from the coverage's start to the end of the order's term. Every factor is an exact fraction.

use crate::domain::{Day, Ratio};
use crate::policy::{Coverage, Months};

/// Months in the year that a price is for. A unit of the model, not a vendor's number.
pub const YEAR: u32 = 12;

/// The day from which an order placed on `order` is charged. `None` past the calendar's end.
#[must_use]
pub fn coverage_start(order: Day, coverage: Coverage) -> Option<Day> {
    match coverage {
        Coverage::OrderDay => Some(order),
        Coverage::FirstOfNextMonth if order.day_of_month() == 1 => Some(order),
        Coverage::FirstOfNextMonth => order.first_of_month().plus_months(1),
    }
}

/// The months charged for coverage from `start` to `end`, both inside; at most `cap`. Nought when it starts after `end`.
///
/// `least` is the number that `full-min-6` charges at least. For `days` the figure is the days' part of twelve months.
#[must_use]
pub fn months_charged(
    start: Day,
    end: Day,
    months: Months,
    least: u32,
    cap: Option<u32>,
) -> Option<Ratio> {
    if start > end {
        return Some(Ratio::ZERO);
    }
    let full = full_months(start, end);
    let counted = match months {
        Months::Full => Ratio::whole(i64::from(full)),
        Months::FullMin6 => Ratio::whole(i64::from(full.max(least))),
        Months::Started => {
            Ratio::whole(i64::from(full) + i64::from(start.plus_months(full)? <= end))
        }
        Months::MonthsAndDays => {
            let rest_start = start.plus_months(full)?;
            let rest_span = rest_start.days_until(start.plus_months(full + 1)?);
            let rest = rest_start.days_until(end) + 1;
            Ratio::whole(i64::from(full)).plus(Ratio::new(rest, rest_span)?)?
        }
        Months::Days => {
            let year = start.days_until(start.plus_months(YEAR)?);
            Ratio::new((start.days_until(end) + 1) * i64::from(YEAR), year)?
        }
        Months::None => Ratio::whole(i64::from(YEAR)),
    };
    Some(cap.map_or(counted, |cap| counted.min(Ratio::whole(i64::from(cap)))))
}

/// The part of a twelve-month price: months of twelve.
#[must_use]
pub fn factor(months: Ratio) -> Option<Ratio> {
    months.times(Ratio::new(1, i64::from(YEAR))?)
}

/// Whole months from `start` to `end`, both inside.
#[must_use]
pub fn full_months(start: Day, end: Day) -> u32 {
    let ends_by = |months: u32| {
        start
            .plus_months(months)
            .and_then(|day| day.plus_days(-1))
            .is_some_and(|last| last <= end)
    };
    let years = i64::from(end.year()) - i64::from(start.year());
    let guess = years * i64::from(YEAR) + i64::from(end.month()) - i64::from(start.month()) + 1;
    let mut months = u32::try_from(guess).unwrap_or(0);
    while months > 0 && !ends_by(months) {
        months -= 1;
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn charged(start: &str, end: &str, months: Months) -> Ratio {
        months_charged(day(start), day(end), months, 6, Some(12)).unwrap()
    }

    #[test]
    fn coverage_starts_on_the_first_or_on_the_next_first() {
        let start = |text| coverage_start(day(text), Coverage::FirstOfNextMonth);
        assert_eq!(start("2020-09-01"), Some(day("2020-09-01")));
        assert_eq!(start("2020-09-15"), Some(day("2020-10-01")));
        assert_eq!(start("2021-12-31"), Some(day("2022-01-01")));
        assert_eq!(
            coverage_start(day("2020-09-15"), Coverage::OrderDay),
            Some(day("2020-09-15"))
        );
    }

    #[test]
    fn only_whole_months_count_by_default() {
        assert_eq!(
            charged("2019-08-01", "2020-06-14", Months::Full),
            Ratio::whole(10)
        );
        assert_eq!(
            charged("2019-03-01", "2020-02-29", Months::Full),
            Ratio::whole(12)
        );
        assert_eq!(
            charged("2021-07-01", "2021-06-30", Months::Full),
            Ratio::ZERO
        );
    }

    #[test]
    fn a_rest_of_days_is_counted_of_the_month_long_span_it_lies_in() {
        // From 1 August to 14 June: ten whole months and 14 of June's 30 days.
        let charged = charged("2019-08-01", "2020-06-14", Months::MonthsAndDays);
        assert_eq!(charged, Ratio::new(10 * 30 + 14, 30).unwrap());
    }

    #[test]
    fn days_are_counted_of_the_twelve_months_from_the_start() {
        // 2020-03-01 to 2021-02-28 has 365 days; 2019-03-01 to 2020-02-29 has 366.
        assert_eq!(
            charged("2020-03-01", "2020-03-31", Months::Days),
            Ratio::new(31 * 12, 365).unwrap()
        );
        assert_eq!(
            charged("2019-03-01", "2019-03-31", Months::Days),
            Ratio::new(31 * 12, 366).unwrap()
        );
        assert_eq!(
            factor(charged("2019-03-01", "2020-02-29", Months::Days)),
            Some(Ratio::ONE)
        );
    }

    #[test]
    fn a_started_month_counts_whole_where_the_policy_says_so() {
        assert_eq!(
            charged("2019-08-01", "2020-06-14", Months::Started),
            Ratio::whole(11)
        );
        assert_eq!(
            charged("2019-08-01", "2020-05-31", Months::Started),
            Ratio::whole(10)
        );
    }

    #[test]
    fn exam_codes_never_charge_more_than_twelve_months() {
        assert_eq!(
            charged("2019-08-01", "2022-07-31", Months::Full),
            Ratio::whole(12)
        );
        assert_eq!(
            months_charged(day("2019-08-01"), day("2022-07-31"), Months::Full, 6, None),
            Some(Ratio::whole(36))
        );
    }
}
