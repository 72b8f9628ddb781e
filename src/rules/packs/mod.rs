//! The cheapest packs for needs that share products (PRD-4, PRD-6 to PRD-8, PRG-8, PRG-9; model 5).
//!
//! Preference, in this order: least uncovered; cheapest; fewest exams bought; fewest packs and vouchers; then the larger
//! number of the product that comes first in the catalogue, of the earlier day. Needs that share nothing are solved
//! apart; each part by branch and cut, whose bound proves it.

mod cover;
mod cuts;
mod relaxation;
mod search;
mod share;
pub mod table;
mod tariff;

use std::cell::RefCell;

use crate::domain::Table;
use crate::domain::order::sort;
use crate::rules::flow::Supply;
use crate::rules::packs::cover::Cover;
use crate::rules::packs::search::search;

pub use crate::rules::packs::search::Outcome;
pub use crate::rules::packs::share::{Found, Part, cheapest};
pub use crate::rules::packs::tariff::Tariff;

/// A product that could be ordered on a day for some of the needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Exams in a unit.
    pub size: i64,
    /// The places of the needs it can serve, rising.
    pub serves: Vec<usize>,
    /// The place of the line it is charged with; absent where the plan counts no money.
    pub line: Option<usize>,
    /// The rank of its product.
    pub product: usize,
    /// The rank of its day.
    pub day: usize,
}

/// Needs, with what is there already and what could be ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Exams needed.
    pub needs: Vec<i64>,
    /// Free vouchers and stock, in the order of use.
    pub fixed: Vec<Supply>,
    /// What could be ordered, in the order that breaks ties.
    pub lots: Vec<Lot>,
    /// What lots ordered together cost, by the sum of their units.
    pub lines: Vec<Tariff>,
    /// What is asked of the units of several lots together, whatever it is good for.
    pub limits: Vec<Limit>,
}

/// Bounds of the units of several lots together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The places of the lots, rising.
    pub lots: Vec<usize>,
    /// Together at least so many.
    pub least: i64,
    /// Together at most so many.
    pub most: i64,
}

impl Limit {
    fn holds(&self, units: &[i64]) -> bool {
        let of = self.lots.iter().filter_map(|lot| units.get(*lot));
        (self.least..=self.most).contains(&of.sum::<i64>())
    }
}

impl Cell {
    /// Some needs and lots as a cell of their own, with so many exams of some of what is there.
    #[must_use]
    pub fn part(&self, needs: &[usize], lots: &[usize], fixed: &[(usize, i64)]) -> Self {
        let local = |list: &[usize], within: &[usize]| -> Vec<usize> {
            let places = within.iter().enumerate();
            places
                .filter(|(_, place)| list.binary_search(place).is_ok())
                .map(|(place, _)| place)
                .collect()
        };
        let mut lines: Vec<usize> = Vec::new();
        let lots_of = lots.iter().filter_map(|place| {
            let lot = self.lots.get(*place)?;
            let line = lot.line.map(|line| {
                let known = lines.iter().position(|known| *known == line);
                known.unwrap_or_else(|| {
                    lines.push(line);
                    lines.len() - 1
                })
            });
            Some(Lot {
                serves: local(&lot.serves, needs),
                line,
                ..lot.clone()
            })
        });
        let lots_of: Vec<Lot> = lots_of.collect();
        let needs_of = needs.iter().filter_map(|need| self.needs.get(*need));
        let fixed_of = fixed.iter().filter_map(|(place, exams)| {
            let supply = self.fixed.get(*place)?;
            Some(Supply {
                exams: *exams,
                serves: local(&supply.serves, needs),
            })
        });
        let limits = self.limits.iter().map(|limit| Limit {
            lots: local(&limit.lots, lots),
            ..limit.clone()
        });
        Self {
            needs: needs_of.copied().collect(),
            fixed: fixed_of.collect(),
            lots: lots_of,
            lines: lines
                .iter()
                .filter_map(|line| self.lines.get(*line).cloned())
                .collect(),
            limits: limits.filter(|limit| !limit.lots.is_empty()).collect(),
        }
    }

    /// What so many units of each lot cost in minor units. `None` outside the range of exact numbers.
    #[must_use]
    pub fn charge(&self, units: &[i64]) -> Option<i64> {
        let mut sums = vec![0_i64; self.lines.len()];
        for (lot, units) in self.lots.iter().zip(units) {
            if let Some(sum) = lot.line.and_then(|line| sums.get_mut(line)) {
                *sum = sum.checked_add(*units)?;
            }
        }
        let lines = self.lines.iter().zip(sums);
        lines
            .map(|(tariff, units)| tariff.charge(units))
            .try_fold(0_i64, |sum, charge| sum.checked_add(charge?))
    }

    /// What so many units of each lot come to when so many exams stay uncovered.
    #[must_use]
    pub fn worth(&self, units: &[i64], uncovered: i64) -> Worth {
        let exams = self.lots.iter().zip(units);
        Worth {
            uncovered,
            charge: self.charge(units).unwrap_or(i64::MAX),
            exams: exams
                .map(|(lot, units)| lot.size.saturating_mul(*units))
                .fold(0, i64::saturating_add),
            units: units.iter().sum(),
        }
    }
}

/// What the objective compares, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth {
    /// Exams that nothing covers.
    pub uncovered: i64,
    /// Minor units; 0 where the plan counts no money.
    pub charge: i64,
    /// Exams bought.
    pub exams: i64,
    /// Packs and vouchers.
    pub units: i64,
}

impl Worth {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            uncovered: self.uncovered.saturating_add(other.uncovered),
            charge: self.charge.saturating_add(other.charge),
            exams: self.exams.saturating_add(other.exams),
            units: self.units.saturating_add(other.units),
        }
    }

    /// What is left without the other.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self {
            uncovered: self.uncovered.saturating_sub(other.uncovered),
            charge: self.charge.saturating_sub(other.charge),
            exams: self.exams.saturating_sub(other.exams),
            units: self.units.saturating_sub(other.units),
        }
    }
}

/// A part, with what effort it was searched, and what that came to.
type Searched = (Cell, u64, Outcome);

/// What one unit fewer of a lot leaves uncovered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// The place of the lot.
    pub lot: usize,
    /// Exams that stay uncovered, beyond those that nothing can serve.
    pub exams: i64,
    /// The places of the needs that fall short together.
    pub needs: Vec<usize>,
}

/// For each lot that is ordered, why not one unit fewer. A lot of which one can be left out is not in the list.
#[must_use]
pub fn shortages(cell: &Cell, units: &[i64]) -> Vec<Shortage> {
    let serves: Vec<Vec<usize>> = cell.lots.iter().map(|lot| lot.serves.clone()).collect();
    let cover = Cover::new(&cell.needs, &cell.fixed, &serves);
    let lots = cell.lots.iter().zip(units);
    let exams: Vec<i64> = lots
        .map(|(lot, units)| lot.size.saturating_mul(*units))
        .collect();
    let fewer = |place: usize, lot: &Lot| {
        let mut exams = exams.clone();
        let slot = exams.get_mut(place).filter(|slot| **slot > 0)?;
        *slot -= lot.size;
        let (flow, set) = cover.short(&exams, 1);
        let needs = set?.into_iter().zip(&cell.needs).enumerate();
        let short = needs.filter(|(_, (inside, need))| *inside && **need > 0);
        Some(Shortage {
            lot: place,
            exams: flow.missing().iter().sum::<i64>() - cover.unreachable(),
            needs: short.map(|(need, _)| need).collect(),
        })
    };
    let lots = cell.lots.iter().enumerate();
    lots.filter_map(|(place, lot)| fewer(place, lot)).collect()
}

/// Parts solved before, with the effort: other terms and other policies mostly lead to the same ones.
#[derive(Debug, Default)]
pub struct Memory {
    /// By their needs, which tell most of them apart.
    known: RefCell<Table<Vec<i64>, Vec<Searched>>>,
}

impl Memory {
    /// The least worth of a part, searched or remembered.
    fn search(&self, cell: &Cell, effort: u64) -> Outcome {
        let cell = compress(cell);
        self.known.borrow_mut().change(cell.needs.clone(), |known| {
            let before = known.iter().find(|it| it.0 == cell && it.1 == effort);
            if let Some(solved) = before {
                return solved.2.clone();
            }
            let outcome = search(&cell, effort);
            known.push((cell, effort, outcome.clone()));
            outcome
        })
    }
}

/// Adds up needs that exactly the same supplies and lots can serve.
fn compress(cell: &Cell) -> Cell {
    let signature = |need: usize| -> Vec<bool> {
        let fixed = cell.fixed.iter().map(|supply| &supply.serves);
        let lots = cell.lots.iter().map(|lot| &lot.serves);
        fixed
            .chain(lots)
            .map(|serves| serves.binary_search(&need).is_ok())
            .collect()
    };
    let mut classes: Vec<(Vec<bool>, i64)> = Vec::new();
    let mut class_of: Vec<Option<usize>> = Vec::with_capacity(cell.needs.len());
    for (need, exams) in cell.needs.iter().enumerate() {
        if *exams == 0 {
            class_of.push(None);
            continue;
        }
        let signature = signature(need);
        let place = classes
            .iter()
            .position(|(known, _)| *known == signature)
            .unwrap_or_else(|| {
                classes.push((signature, 0));
                classes.len() - 1
            });
        if let Some((_, sum)) = classes.get_mut(place) {
            *sum += exams;
        }
        class_of.push(Some(place));
    }
    let merged = |serves: &[usize]| {
        let classes = serves.iter().filter_map(|need| *class_of.get(*need)?);
        let mut places: Vec<usize> = classes.collect();
        sort(&mut places);
        places.dedup();
        places
    };
    Cell {
        needs: classes.iter().map(|(_, sum)| *sum).collect(),
        fixed: cell
            .fixed
            .iter()
            .map(|supply| Supply {
                exams: supply.exams,
                serves: merged(&supply.serves),
            })
            .collect(),
        lots: cell
            .lots
            .iter()
            .map(|lot| Lot {
                serves: merged(&lot.serves),
                ..lot.clone()
            })
            .collect(),
        lines: cell.lines.clone(),
        limits: cell.limits.clone(),
    }
}

/// The least worth of needs that are one part, with its proof.
#[must_use]
pub fn prove(cell: &Cell, effort: u64) -> Outcome {
    search(&compress(cell), effort)
}
