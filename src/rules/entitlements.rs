//! The Imagine Academy's free staff vouchers (PRD-3, PRD-4; model 5).

use crate::catalogue::{Audience, Catalogue, Fact, Family, ImagineAcademy, on};
use crate::domain::{Day, Span};
use crate::policy::{FreeVouchers, LastDay};
use crate::request::Agreement;
use crate::rules::window::months_from_purchase;

/// Free vouchers of an agreement.
#[derive(Clone, Debug)]
pub struct FreeGrant<'c> {
    /// The fact that says how many.
    pub granted: &'c Fact<u32>,
    /// The fact that says how long they are assumed to live.
    pub months: &'c Fact<u32>,
    /// What they may be used for.
    pub families: &'c [Family],
    /// Who may use them.
    pub audiences: &'c [Audience],
    /// Each grant's window and how many of it are left.
    pub windows: Vec<(Span, i64)>,
}

/// The free vouchers that an agreement's own facts grant. `None` where its programme does not, or did not yet when it
/// started: the entitlement is judged on the agreement's first day.
#[must_use]
pub fn free_vouchers<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'_>,
    today: Day,
) -> Option<FreeGrant<'c>> {
    let academy: &ImagineAcademy = &catalogue.imagine_academy;
    let start = agreement.span.first();
    let programmes = on(&academy.programmes, start)?;
    if !programmes.value.contains(&agreement.programme.id) {
        return None;
    }
    let granted = on(&academy.free_vouchers, start)?;
    let months = on(&academy.voucher_months, start)?;
    let grants = match agreement.policies.free_vouchers {
        FreeVouchers::Once => 1,
        FreeVouchers::Yearly => 100,
    };
    let mut windows = Vec::new();
    for number in 0..grants {
        let Some(first) = start
            .plus_months(number * months.value)
            .filter(|first| *first <= agreement.span.last())
        else {
            break;
        };
        let last = first
            .plus_months(months.value)?
            .plus_days(-1)?
            .min(agreement.span.last());
        windows.extend(Span::new(first, last).map(|span| (span, i64::from(granted.value))));
    }
    // What is used already came from the grant that runs today, or from the first that is still to come.
    if let Some((_, left)) = windows.iter_mut().find(|(span, _)| span.last() >= today) {
        *left = (*left - agreement.free_used.value).max(0);
    }
    Some(FreeGrant {
        granted,
        months,
        families: on(&academy.families, start)
            .map(|fact| fact.value.as_slice())
            .unwrap_or_default(),
        audiences: on(&academy.audiences, start)
            .map(|fact| fact.value.as_slice())
            .unwrap_or_default(),
        windows,
    })
}

/// The last day of a membership, and the last day on which it can be renewed without losing its id and data.
///
/// It runs so many months from its invoice and is cut at the agreement's end. `None` past the calendar's end.
#[must_use]
pub fn membership(
    invoiced: Day,
    months: u32,
    grace_days: u32,
    last_day: LastDay,
    agreement_end: Day,
) -> Option<(Day, Day)> {
    let until = months_from_purchase(invoiced, months, last_day)?.min(agreement_end);
    Some((until, until.plus_days(i64::from(grace_days))?))
}
