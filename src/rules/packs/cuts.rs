//! What packs must add up to, whatever else is ordered: needs that fall short together, rounded up to whole packs.
//!
//! For any set of needs, the exams of all lots that can serve one of them must reach the set's needs less what is there
//! already. Units are whole, so the inequality may be rounded: divided by a number, with every part rounded up as far as
//! its rest allows (Gomory's mixed-integer rounding). Sets that matter are those which only neighbouring days of few
//! products can serve, and those which a flow shows to be tight.

use crate::domain::order::sort;
use crate::rules::packs::Lot;
use crate::rules::packs::cover::Cover;

/// Sets of needs that are kept ready; more days than a year of weekly sittings has would make more.
const MOST_SETS: usize = 1_500;

/// Products of which every selection is tried.
const MOST_PRODUCTS: usize = 5;

/// So many units times whole numbers add up to at least so much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Lots with their numbers, all positive in what needs demand.
    pub terms: Vec<(usize, i64)>,
    /// The least sum.
    pub least: i64,
}

/// The inequalities that a set of needs gives: exact, and rounded by each size.
#[must_use]
pub fn cuts(set: &[bool], cover: &Cover, lots: &[Lot]) -> Vec<Cut> {
    let needed: i64 = cover
        .needs
        .iter()
        .zip(set)
        .filter(|(_, inside)| **inside)
        .map(|(need, _)| need)
        .sum();
    let least = needed - cover.fixed_for(set) - cover.unreachable();
    if least <= 0 {
        return Vec::new();
    }
    let mut grain = 0;
    let mut terms: Vec<(usize, i64)> = Vec::new();
    for (place, lot) in lots.iter().enumerate() {
        if lot.serves.iter().any(|need| set.get(*need) == Some(&true)) {
            grain = gcd(grain, lot.size);
            terms.push((place, lot.size));
        }
    }
    let grain = grain.max(1);
    let least = ceil_div(least, grain);
    for (_, number) in &mut terms {
        // One unit is enough: more exams in it do not help.
        *number = (*number / grain).min(least);
    }
    let mut divisors: Vec<i64> = terms.iter().map(|(_, number)| *number).collect();
    sort(&mut divisors);
    divisors.dedup();
    let mut found = Vec::new();
    for divisor in divisors.into_iter().filter(|divisor| *divisor > 1) {
        let rest = least.rem_euclid(divisor);
        if rest == 0 || divisor >= least {
            continue;
        }
        found.push(Cut {
            terms: terms
                .iter()
                .map(|(lot, number)| {
                    let whole = rest * number.div_euclid(divisor);
                    (*lot, whole + rest.min(number.rem_euclid(divisor)))
                })
                .collect(),
            least: rest * ceil_div(least, divisor),
        });
    }
    found.push(Cut { terms, least });
    found
}

/// Sets of needs that only some products on neighbouring days can serve.
#[must_use]
pub fn neighbouring(cover: &Cover, lots: &[Lot]) -> Vec<Vec<bool>> {
    let mut sets: Vec<Vec<bool>> = Vec::new();
    for block in blocks(cover.needs.len(), lots) {
        let within: Vec<&Lot> = lots
            .iter()
            .filter(|lot| {
                lot.serves
                    .first()
                    .is_some_and(|need| block.get(*need) == Some(&true))
            })
            .collect();
        let mut products: Vec<usize> = within.iter().map(|lot| lot.product).collect();
        let mut days: Vec<usize> = within.iter().map(|lot| lot.day).collect();
        for list in [&mut products, &mut days] {
            sort(list);
            list.dedup();
        }
        products.truncate(MOST_PRODUCTS);
        for selection in (1..1_usize << products.len()).rev() {
            let chosen = |lot: &Lot| {
                products
                    .iter()
                    .position(|product| *product == lot.product)
                    .is_some_and(|place| selection >> place & 1 == 1)
            };
            for (place, first) in days.iter().enumerate() {
                for last in days.iter().skip(place) {
                    // A need belongs to the set if no lot outside the selection can serve it.
                    let mut set = block.clone();
                    for lot in &within {
                        if chosen(lot) && (*first..=*last).contains(&lot.day) {
                            continue;
                        }
                        for need in &lot.serves {
                            if let Some(mark) = set.get_mut(*need) {
                                *mark = false;
                            }
                        }
                    }
                    if set.contains(&true) && !sets.contains(&set) {
                        sets.push(set);
                        if sets.len() >= MOST_SETS {
                            return sets;
                        }
                    }
                }
            }
        }
    }
    sets
}

/// Needs that lots connect, as sets. Needs that no lot serves are in none.
#[must_use]
pub fn blocks(needs: usize, lots: &[Lot]) -> Vec<Vec<bool>> {
    let mut blocks: Vec<Vec<bool>> = Vec::new();
    for lot in lots.iter().filter(|lot| !lot.serves.is_empty()) {
        let mut joined = vec![false; needs];
        for need in &lot.serves {
            if let Some(mark) = joined.get_mut(*need) {
                *mark = true;
            }
        }
        blocks.retain(|block| {
            let apart = !lot
                .serves
                .iter()
                .any(|need| block.get(*need) == Some(&true));
            if !apart {
                for (mark, inside) in joined.iter_mut().zip(block) {
                    *mark |= *inside;
                }
            }
            apart
        });
        blocks.push(joined);
    }
    blocks
}

/// The quotient, rounded up; `by` is at least 1 for every lot.
#[must_use]
pub fn ceil_div(number: i64, by: i64) -> i64 {
    let by = by.max(1);
    number.div_euclid(by) + i64::from(number.rem_euclid(by) > 0)
}

/// The greatest common divisor.
#[must_use]
pub fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a.rem_euclid(b)) }
}
