//! When codes arrive, and the last day on which ordering is still safe (COD-7, COD-8, COD-10; model 6).

use crate::catalogue::{Delivery, Fact, ProductKind, on};
use crate::domain::{Calendar, Day};

/// The days of an order's delivery. The plan counts on the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The last day for the acknowledgement; it delays nothing.
    pub acknowledged: Day,
    /// The invoice.
    pub invoice: Day,
    /// The first day codes may arrive.
    pub earliest: Day,
    /// The last day codes may arrive.
    pub latest: Day,
}

/// How long orders take on a day, as the catalogue has it.
#[derive(Clone, Copy, Debug)]
pub struct Leads<'c> {
    /// The catalogue's facts.
    pub facts: &'c Delivery,
    /// Business days between order and invoice.
    pub invoice_lag: u32,
}

impl<'c> Leads<'c> {
    /// The fact in force on `day`.
    #[must_use]
    pub fn fact(facts: &'c [Fact<u32>], day: Day) -> Option<&'c Fact<u32>> {
        on(facts, day)
    }

    /// The dates of an order placed on `order`. `None` where the calendar or the catalogue has no answer.
    #[must_use]
    pub fn dates(&self, order: Day, kind: ProductKind, calendar: &Calendar) -> Option<Dates> {
        let facts = self.facts;
        let days = |facts: &'c [Fact<u32>]| Self::fact(facts, order).map(|fact| fact.value);
        let acknowledged = order.plus_days(i64::from(days(&facts.acknowledged_days)?))?;
        let invoice = calendar.business_day_after(order, self.invoice_lag)?;
        let (earliest, latest) = if kind == ProductKind::SitePack {
            (
                order,
                order.plus_days(i64::from(days(&facts.site_pack_days)?))?,
            )
        } else {
            let earliest = days(&facts.codes_earliest_business_days)?;
            let latest = days(&facts.codes_latest_business_days)?;
            (
                calendar.business_day_after(invoice, earliest)?,
                calendar.business_day_after(invoice, latest)?,
            )
        };
        Some(Dates {
            acknowledged,
            invoice,
            earliest,
            latest,
        })
    }

    /// The last business day, not before `earliest`, on which an order still arrives by `by` at the latest.
    #[must_use]
    pub fn last_safe_day(
        &self,
        by: Day,
        kind: ProductKind,
        calendar: &Calendar,
        earliest: Day,
    ) -> Option<Day> {
        let mut day = by;
        while day >= earliest {
            day = calendar.last_business_day(day, earliest)?;
            if self
                .dates(day, kind, calendar)
                .is_some_and(|dates| dates.latest <= by)
            {
                return Some(day);
            }
            day = day.plus_days(-1)?;
        }
        None
    }
}
