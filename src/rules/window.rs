//! The last day on which an exam can be taken with a code (COD-5, COD-6, PRD-9; model 3).
//!
//! Three limits are printed: twelve months from the purchase, the order's term, the agreement's end. They disagree, so
//! the earliest is planned with unless the user chooses otherwise, and all are shown.

use crate::domain::Day;
use crate::plan::Limit;
use crate::policy::{Expiry, LastDay};

/// The last of so many months from a purchase. `None` past the calendar's end.
#[must_use]
pub fn months_from_purchase(purchase: Day, months: u32, last_day: LastDay) -> Option<Day> {
    let anniversary = purchase.plus_months(months)?;
    match last_day {
        LastDay::DayBefore => anniversary.plus_days(-1),
        LastDay::Anniversary => Some(anniversary),
    }
}

/// The days that limit a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Twelve months from the purchase.
    pub purchase: Day,
    /// The end of the order's term.
    pub term: Day,
    /// The end of the agreement.
    pub agreement: Day,
}

impl Limits {
    /// The limits with their days.
    #[must_use]
    pub fn all(self) -> [(Limit, Day); 3] {
        [
            (Limit::Purchase, self.purchase),
            (Limit::Term, self.term),
            (Limit::Agreement, self.agreement),
        ]
    }

    /// The limits a policy compares.
    #[must_use]
    pub fn compared(expiry: Expiry) -> &'static [Limit] {
        match expiry {
            Expiry::Earliest => &[Limit::Purchase, Limit::Term, Limit::Agreement],
            Expiry::AgreementEnd => &[Limit::Agreement],
            Expiry::TwelveMonths => &[Limit::Purchase],
        }
    }

    /// The last day a code can be used, by policy.
    #[must_use]
    pub fn usable_until(self, expiry: Expiry) -> Day {
        match expiry {
            Expiry::Earliest => self.purchase.min(self.term).min(self.agreement),
            Expiry::AgreementEnd => self.agreement,
            Expiry::TwelveMonths => self.purchase,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_last_day_is_the_day_before_the_anniversary_by_default() {
        assert_eq!(
            months_from_purchase(day("2019-09-10"), 12, LastDay::DayBefore),
            Some(day("2020-09-09"))
        );
        assert_eq!(
            months_from_purchase(day("2020-02-29"), 12, LastDay::DayBefore),
            Some(day("2021-02-27"))
        );
        assert_eq!(
            months_from_purchase(day("2020-02-29"), 12, LastDay::Anniversary),
            Some(day("2021-02-28"))
        );
    }

    #[test]
    fn the_earliest_limit_binds_unless_the_user_chooses_another() {
        let limits = Limits {
            purchase: day("2022-01-14"),
            term: day("2021-12-31"),
            agreement: day("2021-06-30"),
        };
        assert_eq!(limits.usable_until(Expiry::Earliest), day("2021-06-30"));
        assert_eq!(limits.usable_until(Expiry::AgreementEnd), day("2021-06-30"));
        assert_eq!(limits.usable_until(Expiry::TwelveMonths), day("2022-01-14"));
    }
}
