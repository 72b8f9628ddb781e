//! The cheapest packs for needs that share products (PRD-4, PRD-6 to PRD-8, PRG-8, PRG-9; model 5).
//!
//! Preference, in this order: least uncovered; cheapest; fewest exams bought; fewest packs and vouchers; then the larger
//! number of the product that comes first in the catalogue, of the earlier day. A branch and bound visits the numbers
//! of each lot; the last lot's number follows from the largest assignment of the rest. What it returns first is optimal
//! unless it says so, and the rows after it are the next best: the certificate.

use std::cmp::Reverse;

use crate::domain::{Ratio, Rounding};
use crate::policy::RoundAt;
use crate::rules::flow::{Assignment, Supply};

/// Supply enough for any need.
const PLENTY: i64 = i64::MAX / 4;

/// What a lot of so many units costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// Minor units for one unit before proration, from 1 unit on; then from so many units on, rising.
    pub tiers: Vec<(i64, i64)>,
    /// The part that is charged.
    pub factor: Ratio,
    /// Where it is rounded.
    pub round_at: RoundAt,
    /// How.
    pub rounding: Rounding,
}

impl Tariff {
    /// The price of a unit in a line of so many.
    #[must_use]
    pub fn price(&self, units: i64) -> i64 {
        self.tiers
            .iter()
            .rev()
            .find(|(from, _)| *from <= units)
            .or(self.tiers.first())
            .map_or(0, |(_, price)| *price)
    }

    /// The charge of so many units in minor units. `None` where it is more than the planner computes with.
    #[must_use]
    pub fn charge(&self, units: i64) -> Option<i64> {
        let price = Ratio::whole(self.price(units));
        match self.round_at {
            RoundAt::Unit => self
                .rounding
                .round(price.times(self.factor)?)
                .checked_mul(units),
            RoundAt::Line => Some(
                self.rounding
                    .round(price.times(Ratio::whole(units))?.times(self.factor)?),
            ),
        }
    }

    /// Numbers of units at which a lower price starts.
    fn breaks(&self) -> impl Iterator<Item = i64> + '_ {
        self.tiers.iter().skip(1).map(|(from, _)| *from)
    }

    /// What one exam of a unit with `size` exams costs at least, before a line is rounded: numerator and denominator.
    fn rate(&self, size: i64) -> (i128, i128) {
        let lowest = self
            .tiers
            .iter()
            .map(|(_, price)| *price)
            .min()
            .unwrap_or(0);
        let one = Ratio::whole(lowest)
            .times(self.factor)
            .unwrap_or(Ratio::ZERO);
        let one = match self.round_at {
            RoundAt::Unit => Ratio::whole(self.rounding.round(one)),
            RoundAt::Line => one,
        };
        (
            i128::from(one.numerator()),
            i128::from(one.denominator()) * i128::from(size.max(1)),
        )
    }
}

/// A product that could be ordered on a day for the needs of a cell.
#[derive(Clone, Debug)]
pub struct Lot {
    /// Exams in a unit.
    pub size: i64,
    /// The places of the needs it can serve, rising.
    pub serves: Vec<usize>,
    /// What it costs; absent where the plan counts no money.
    pub tariff: Option<Tariff>,
}

/// Needs that share products, with what is there already.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Exams needed.
    pub needs: Vec<i64>,
    /// Free vouchers and stock, in the order of use.
    pub fixed: Vec<Supply>,
    /// What could be ordered, in the order that breaks ties.
    pub lots: Vec<Lot>,
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
}

/// One way to buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Units of each lot.
    pub units: Vec<i64>,
    /// What the objective compares.
    pub worth: Worth,
}

impl Row {
    /// Smaller is better.
    fn rank(&self) -> (Worth, Vec<Reverse<i64>>) {
        (
            self.worth,
            self.units.iter().copied().map(Reverse).collect(),
        )
    }
}

/// The best ways to buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The best first. Never empty: buying nothing is a way.
    pub rows: Vec<Row>,
    /// Whether the first row is proven to be the best.
    pub proven: bool,
    /// A bound that no way goes below.
    pub bound: Worth,
}

/// Finds the best way to buy and the `count - 1` next best.
///
/// The search gives up proving after `effort` nodes; a single sitting takes a few hundred at most.
#[must_use]
pub fn cheapest(cell: &Cell, count: usize, effort: u64) -> Found {
    let compressed = compress(cell);
    let mut search = Search::new(&compressed, count.max(1), effort);
    search.visit(0);
    search.found()
}

/// Adds up needs that exactly the same supplies and lots can serve.
fn compress(cell: &Cell) -> Cell {
    let signature = |need: usize| -> Vec<bool> {
        let fixed = cell
            .fixed
            .iter()
            .map(|supply| supply.serves.binary_search(&need).is_ok());
        fixed
            .chain(
                cell.lots
                    .iter()
                    .map(|lot| lot.serves.binary_search(&need).is_ok()),
            )
            .collect()
    };
    let mut classes: Vec<(Vec<bool>, i64)> = Vec::new();
    let mut class_of = Vec::with_capacity(cell.needs.len());
    for (need, exams) in cell.needs.iter().enumerate() {
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
        class_of.push(place);
    }
    let merged = |serves: &[usize]| {
        let mut places: Vec<usize> = serves
            .iter()
            .filter_map(|need| class_of.get(*need).copied())
            .collect();
        places.sort_unstable();
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
    }
}

struct Search<'a> {
    cell: &'a Cell,
    /// How many rows to keep.
    count: usize,
    /// How many nodes may be visited.
    effort: u64,
    /// What can be served at all.
    reachable: i64,
    /// Everything needed.
    needed: i64,
    supplies: Vec<Supply>,
    units: Vec<i64>,
    spent: Worth,
    assignment: Assignment,
    rows: Vec<Row>,
    nodes: u64,
    /// For lots from a place on: the greatest common divisor of their sizes and the largest size.
    grain: Vec<(i64, i64)>,
}

impl<'a> Search<'a> {
    fn new(cell: &'a Cell, count: usize, effort: u64) -> Self {
        let mut assignment = Assignment::new(&cell.needs);
        for number in 1..=cell.fixed.len() {
            assignment.add(cell.fixed.get(..number).unwrap_or_default());
        }
        let mut plenty = cell.fixed.clone();
        let mut all = assignment.clone();
        for lot in &cell.lots {
            plenty.push(Supply {
                exams: PLENTY,
                serves: lot.serves.clone(),
            });
            all.add(&plenty);
        }
        let mut grain: Vec<(i64, i64)> = vec![(0, 1); cell.lots.len() + 1];
        for (place, lot) in cell.lots.iter().enumerate().rev() {
            let (divisor, largest) = grain.get(place + 1).copied().unwrap_or((0, 1));
            if let Some(entry) = grain.get_mut(place) {
                *entry = (gcd(divisor, lot.size), largest.max(lot.size));
            }
        }
        Self {
            cell,
            count,
            effort,
            reachable: all.served(),
            needed: cell.needs.iter().sum(),
            supplies: cell.fixed.clone(),
            units: Vec::new(),
            spent: Worth::default(),
            assignment,
            rows: Vec::new(),
            nodes: 0,
            grain,
        }
    }

    /// Tries every number of the lot at `place` that can matter, then the lots after it.
    fn visit(&mut self, place: usize) {
        self.nodes += 1;
        let missing = self.reachable - self.assignment.served();
        let Some(lot) = self.cell.lots.get(place) else {
            if missing == 0 {
                self.keep();
            }
            return;
        };
        if self.nodes > self.effort || self.is_hopeless(place, missing) {
            return;
        }
        let mut most = self.supplies.clone();
        most.push(Supply {
            exams: PLENTY,
            serves: lot.serves.clone(),
        });
        let gain = self.assignment.clone().add(&most);
        let enough = ceil_div(gain, lot.size);
        let is_last = place + 1 == self.cell.lots.len();
        if is_last && gain < missing {
            return;
        }
        let mut numbers: Vec<i64> = if is_last {
            vec![enough]
        } else {
            (0..=enough).rev().collect()
        };
        if let Some(tariff) = &lot.tariff {
            // A lower price for all units can make more units cheaper than enough of them.
            numbers.extend(tariff.breaks().filter(|from| *from > enough));
        }
        for units in numbers {
            self.with(lot, units, |search| search.visit(place + 1));
        }
    }

    /// Goes on with so many units of a lot, then takes them back.
    fn with(&mut self, lot: &Lot, units: i64, go_on: impl FnOnce(&mut Self)) {
        let Some(charge) = lot
            .tariff
            .as_ref()
            .map_or(Some(0), |tariff| tariff.charge(units))
        else {
            return;
        };
        let (spent, assignment) = (self.spent, self.assignment.clone());
        let exams = units.saturating_mul(lot.size);
        self.spent = spent.plus(Worth {
            uncovered: 0,
            charge,
            exams,
            units,
        });
        self.supplies.push(Supply {
            exams,
            serves: lot.serves.clone(),
        });
        self.units.push(units);
        self.assignment.add(&self.supplies);
        go_on(self);
        self.units.pop();
        self.supplies.pop();
        self.assignment = assignment;
        self.spent = spent;
    }

    /// Whether nothing from here on can be among the rows kept.
    fn is_hopeless(&self, place: usize, missing: i64) -> bool {
        let Some(worst) = self.rows.get(self.count - 1) else {
            return false;
        };
        self.bound(place, missing) > worst.worth
    }

    /// What serving `missing` more exams with the lots from `place` on costs at least, on top of what is spent.
    fn bound(&self, place: usize, missing: i64) -> Worth {
        let (divisor, largest) = self.grain.get(place).copied().unwrap_or((0, 1));
        let exams = if divisor > 0 {
            ceil_div(missing, divisor) * divisor
        } else {
            missing
        };
        let lots = self.cell.lots.get(place..).unwrap_or_default();
        // Each missing exam costs at least what the cheapest lot takes for one; rounding a line takes off less than one.
        let mut charge: Option<i128> = None;
        let mut slack = 0;
        for (tariff, size) in lots
            .iter()
            .filter_map(|lot| lot.tariff.as_ref().map(|tariff| (tariff, lot.size)))
        {
            let (numerator, denominator) = tariff.rate(size);
            let all = (i128::from(exams) * numerator).div_euclid(denominator);
            charge = Some(charge.map_or(all, |least| least.min(all)));
            slack += i128::from(tariff.round_at == RoundAt::Line);
        }
        let charge = charge.unwrap_or(0) - slack;
        self.spent.plus(Worth {
            uncovered: self.needed - self.reachable,
            charge: i64::try_from(charge.max(0)).unwrap_or(i64::MAX),
            exams,
            units: ceil_div(missing, largest),
        })
    }

    fn keep(&mut self) {
        let worth = Worth {
            uncovered: self.needed - self.reachable,
            ..self.spent
        };
        let row = Row {
            units: self.units.clone(),
            worth,
        };
        if self.rows.contains(&row) || self.wastes_a_unit(&row) {
            return;
        }
        let rank = row.rank();
        let place = self.rows.partition_point(|kept| kept.rank() <= rank);
        self.rows.insert(place, row);
        self.rows.truncate(self.count);
    }

    /// Whether one unit could be left out without losing anything: such a row explains nothing.
    fn wastes_a_unit(&self, row: &Row) -> bool {
        row.units.iter().enumerate().any(|(place, units)| {
            let Some(lot) = self.cell.lots.get(place).filter(|_| *units > 0) else {
                return false;
            };
            let dearer = lot
                .tariff
                .as_ref()
                .is_some_and(|tariff| tariff.charge(*units - 1) > tariff.charge(*units));
            if dearer {
                return false;
            }
            let mut supplies = self.supplies.clone();
            if let Some(supply) = supplies.get_mut(self.cell.fixed.len() + place) {
                supply.exams -= lot.size;
            }
            crate::rules::flow::assign(&supplies, &self.cell.needs).served() >= self.reachable
        })
    }

    fn found(mut self) -> Found {
        let proven = self.nodes <= self.effort;
        if self.rows.is_empty() {
            self.rows.push(self.enough_of_each());
        }
        let missing = self.reachable - self.assignment.served();
        let bound = match self.rows.first() {
            Some(best) if proven => best.worth,
            _ => self.bound(0, missing),
        };
        Found {
            rows: self.rows,
            proven,
            bound,
        }
    }

    /// A way that serves everything, lot by lot: what is returned if the search ends before any other.
    fn enough_of_each(&self) -> Row {
        let mut assignment = self.assignment.clone();
        let mut supplies = self.supplies.clone();
        let mut row = Row {
            units: Vec::new(),
            worth: Worth {
                uncovered: self.needed - self.reachable,
                ..Worth::default()
            },
        };
        for lot in &self.cell.lots {
            supplies.push(Supply {
                exams: PLENTY,
                serves: lot.serves.clone(),
            });
            let units = ceil_div(assignment.clone().add(&supplies), lot.size);
            if let Some(supply) = supplies.last_mut() {
                supply.exams = units.saturating_mul(lot.size);
            }
            assignment.add(&supplies);
            let charge = lot
                .tariff
                .as_ref()
                .and_then(|tariff| tariff.charge(units))
                .unwrap_or(0);
            row.worth = row.worth.plus(Worth {
                uncovered: 0,
                charge,
                exams: units * lot.size,
                units,
            });
            row.units.push(units);
        }
        row
    }
}

/// The quotient, rounded up; `by` is at least 1 for every lot.
fn ceil_div(number: i64, by: i64) -> i64 {
    let by = by.max(1);
    number.div_euclid(by) + i64::from(number.rem_euclid(by) > 0)
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a.rem_euclid(b)) }
}
