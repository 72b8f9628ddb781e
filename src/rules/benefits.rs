//! Benefits beside the exams: what becomes of training vouchers (PRG-3), and who gets the academy's discounts (PRD-5).

use crate::catalogue::{Catalogue, DatedEvent, on};
use crate::domain::Day;
use crate::plan::benefits::VoucherRest;
use crate::request::Agreement;

/// An event of the training benefit's end, by its id. `None` only where the catalogue does not tell it.
#[must_use]
pub fn training_event<'c>(catalogue: &'c Catalogue, id: &str) -> Option<&'c DatedEvent> {
    let mut events = catalogue.software_assurance.iter();
    events.find(|event| event.id == id)
}

/// The day a voucher's own life ends, and its last day. `None` past the calendar's end.
#[must_use]
pub fn voucher_end(created: Day, life_days: u32, last_to_redeem: Day) -> Option<(Day, Day)> {
    let life_end = created.plus_days(i64::from(life_days))?;
    Some((life_end, life_end.min(last_to_redeem)))
}

/// What becomes of the days that a voucher leaves unused on its last day. They come back the day after, and are of use
/// as long as vouchers can be made.
#[must_use]
pub fn voucher_rest(
    unused: i64,
    until: Day,
    last_to_create: Day,
    return_unused: bool,
) -> VoucherRest {
    if unused == 0 {
        VoucherRest::None
    } else if return_unused && until < last_to_create {
        VoucherRest::Returns
    } else {
        VoucherRest::Lost
    }
}

/// Whether an agreement grants the Imagine Academy, judged on its first day.
///
/// # Errors
/// Where it does not: the first day from which its programme does, if it ever does.
pub fn grants_academy(catalogue: &Catalogue, agreement: &Agreement<'_>) -> Result<(), Option<Day>> {
    let facts = &catalogue.imagine_academy.programmes;
    let programme = &agreement.programme.id;
    let granted = on(facts, agreement.span.first());
    if granted.is_some_and(|fact| fact.value.contains(programme)) {
        return Ok(());
    }
    let later = facts
        .iter()
        .find(|fact| fact.value.contains(programme) && fact.from > Some(agreement.span.first()));
    Err(later.and_then(|fact| fact.from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_voucher_ends_on_its_180th_day_or_with_the_programme() {
        let end = |created| voucher_end(day(created), 180, day("2022-01-01")).unwrap();
        // 2021 has 365 days: 30 January + 180 days.
        assert_eq!(end("2021-01-30"), (day("2021-07-29"), day("2021-07-29")));
        // The day that would be its 180th is past the last day to redeem.
        assert_eq!(end("2021-07-05"), (day("2022-01-01"), day("2022-01-01")));
        assert_eq!(end("2021-07-06"), (day("2022-01-02"), day("2022-01-01")));
        assert_eq!(voucher_end(day("9999-12-01"), 180, day("2022-01-01")), None);
    }

    #[test]
    fn days_return_while_a_voucher_can_be_made_on_the_day_after_the_end() {
        let rest = |unused, until| voucher_rest(unused, day(until), day("2021-06-30"), true);
        assert_eq!(rest(2, "2021-06-29"), VoucherRest::Returns);
        assert_eq!(rest(2, "2021-06-30"), VoucherRest::Lost);
        assert_eq!(rest(0, "2021-06-30"), VoucherRest::None);
        let never = voucher_rest(2, day("2021-01-01"), day("2021-06-30"), false);
        assert_eq!(never, VoucherRest::Lost);
    }
}
