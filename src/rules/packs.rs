//! The cheapest packs for needs that share products (PRD-4, PRD-6 to PRD-8, PRG-8, PRG-9; model 5).
//!
//! Preference, in this order: least uncovered; cheapest; fewest exams bought; fewest packs and vouchers; then the larger
//! number of the product that comes first in the catalogue, of the earlier day. A branch and bound visits the numbers
//! of each lot; the last lot's number follows from the largest assignment of the rest. What it returns first is optimal
//! unless it says so, and the rows after it are the next best: the certificate.

use std::cell::RefCell;
use std::cmp::Reverse;

use crate::domain::Table;
use crate::domain::order::{sort, sort_by};
use crate::domain::{Ratio, Rounding};
use crate::policy::RoundAt;
use crate::rules::flow::{Supply, assign};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Exams in a unit.
    pub size: i64,
    /// The places of the needs it can serve, rising.
    pub serves: Vec<usize>,
    /// What it costs; absent where the plan counts no money.
    pub tariff: Option<Tariff>,
}

/// Needs that share products, with what is there already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    search(&compress(cell), count.max(1), effort)
}

fn search(compressed: &Cell, count: usize, effort: u64) -> Found {
    let mut search = Search::new(compressed, count, effort);
    search.visit(0);
    search.found()
}

/// What no way to serve a cell goes below, without a search.
#[must_use]
pub fn bound(cell: &Cell) -> Worth {
    let compressed = compress(cell);
    let search = Search::new(&compressed, 1, 0);
    let missing = search.missing(0);
    let total = missing.iter().sum::<i64>() - (search.needed - search.reachable);
    search.bound(0, &missing, total)
}

/// A cell, how many ways were asked for, with what effort, and what was found.
type Solved = (Cell, usize, u64, Found);

/// Cells solved before: other terms and other policies mostly lead to the same ones.
#[derive(Debug, Default)]
pub struct Memory {
    /// By their needs, which tell most of them apart.
    known: RefCell<Table<Vec<i64>, Vec<Solved>>>,
}

impl Memory {
    /// [`cheapest`], or what it gave before.
    #[must_use]
    pub fn cheapest(&self, cell: &Cell, count: usize, effort: u64) -> Found {
        let (cell, count) = (compress(cell), count.max(1));
        self.known.borrow_mut().change(cell.needs.clone(), |known| {
            let before = known
                .iter()
                .find(|it| it.0 == cell && it.1 == count && it.2 == effort);
            if let Some(solved) = before {
                return solved.3.clone();
            }
            let found = search(&cell, count, effort);
            known.push((cell, count, effort, found.clone()));
            found
        })
    }
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
    /// What is there and what is bought so far.
    supplies: Vec<Supply>,
    units: Vec<i64>,
    spent: Worth,
    rows: Vec<Row>,
    nodes: u64,
    /// What is known of the lots from each place on.
    ahead: Vec<Ahead>,
}

/// What is known of the lots from a place on.
#[derive(Clone, Debug, Default)]
struct Ahead {
    /// The greatest common divisor of their sizes.
    grain: i64,
    /// The largest size.
    largest: i64,
    /// For each need, what an exam for it costs at least with one of them: a fraction.
    rates: Vec<Option<(i128, i128)>>,
    /// The least of those.
    least: Option<(i128, i128)>,
    /// How much the rounding of their lines can take off.
    slack: i128,
    /// The needs, the dearest first: what is there goes to them first in any cheapest way.
    order: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(cell: &'a Cell, count: usize, effort: u64) -> Self {
        let mut plenty = cell.fixed.clone();
        plenty.extend(cell.lots.iter().map(|lot| Supply {
            exams: PLENTY,
            serves: lot.serves.clone(),
        }));
        let ahead = (0..=cell.lots.len())
            .map(|place| Ahead::of(cell, place))
            .collect();
        let mut search = Self {
            cell,
            count,
            effort,
            reachable: assign(&plenty, &cell.needs).served(),
            needed: cell.needs.iter().sum(),
            supplies: cell.fixed.clone(),
            units: Vec::new(),
            spent: Worth::default(),
            rows: Vec::new(),
            nodes: 0,
            ahead,
        };
        // A good row to start with prunes most of the rest.
        for units in [search.each_from_its_cheapest(), search.enough_of_each()] {
            if let Some(row) = search.row(search.trimmed(units)) {
                search.keep(row);
            }
        }
        search
    }

    /// Tries every number of the lot at `place` that can matter, then the lots after it.
    fn visit(&mut self, place: usize) {
        self.nodes += 1;
        if self.nodes > self.effort {
            return;
        }
        let missing = self.missing(place);
        let total: i64 = missing.iter().sum::<i64>() - (self.needed - self.reachable);
        let Some(lot) = self.cell.lots.get(place) else {
            if total == 0 {
                let worth = Worth {
                    uncovered: self.needed - self.reachable,
                    ..self.spent
                };
                self.keep(Row {
                    units: self.units.clone(),
                    worth,
                });
            }
            return;
        };
        if self.is_hopeless(place, &missing, total) {
            return;
        }
        let mut most = self.supplies.clone();
        most.push(Supply {
            exams: PLENTY,
            serves: lot.serves.clone(),
        });
        let gain = total - (self.reachable - assign(&most, &self.cell.needs).served());
        let enough = ceil_div(gain, lot.size);
        let is_last = place + 1 == self.cell.lots.len();
        if is_last && gain < total {
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

    /// What each need misses when what is there serves the dearest needs first: the cheapest rest there can be.
    fn missing(&self, place: usize) -> Vec<i64> {
        let Some(ahead) = self.ahead.get(place) else {
            return Vec::new();
        };
        let wanted: Vec<Supply> = ahead
            .order
            .iter()
            .map(|need| Supply {
                exams: self.cell.needs.get(*need).copied().unwrap_or(0),
                serves: places(&self.supplies, |supply| {
                    supply.serves.binary_search(need).is_ok()
                }),
            })
            .collect();
        let there: Vec<i64> = self.supplies.iter().map(|supply| supply.exams).collect();
        let assignment = assign(&wanted, &there);
        let mut missing = self.cell.needs.clone();
        for (rank, need) in ahead.order.iter().enumerate() {
            if let Some(rest) = missing.get_mut(*need) {
                *rest -= assignment.given_by(rank);
            }
        }
        missing
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
        let spent = self.spent;
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
        go_on(self);
        self.units.pop();
        self.supplies.pop();
        self.spent = spent;
    }

    /// Whether nothing from here on can be among the rows kept.
    fn is_hopeless(&self, place: usize, missing: &[i64], total: i64) -> bool {
        let Some(worst) = self.rows.get(self.count - 1) else {
            return false;
        };
        self.bound(place, missing, total) > worst.worth
    }

    /// What serving the missing exams with the lots from `place` on comes to at least, on top of what is spent.
    fn bound(&self, place: usize, missing: &[i64], total: i64) -> Worth {
        let Some(ahead) = self.ahead.get(place) else {
            return self.spent;
        };
        let exams = if ahead.grain > 0 {
            ceil_div(total, ahead.grain) * ahead.grain
        } else {
            total
        };
        // Each need costs at least its own rate, and exams that only fill up units at least the least rate.
        let mut charge: i128 = 0;
        for (need, rate) in missing.iter().zip(&ahead.rates) {
            if let Some((numerator, denominator)) = rate {
                charge += (i128::from(*need) * numerator).div_euclid(*denominator);
            }
        }
        if let Some((numerator, denominator)) = ahead.least {
            charge += (i128::from(exams - total) * numerator).div_euclid(denominator);
        }
        self.spent.plus(Worth {
            uncovered: self.needed - self.reachable,
            charge: i64::try_from((charge - ahead.slack).max(0)).unwrap_or(i64::MAX),
            exams,
            units: ceil_div(total, ahead.largest),
        })
    }

    fn keep(&mut self, row: Row) {
        let better_than_none = self.rows.is_empty();
        if self.rows.contains(&row) || (!better_than_none && self.wastes_a_unit(&row)) {
            return;
        }
        let rank = row.rank();
        let place = self.rows.partition_point(|kept| kept.rank() <= rank);
        self.rows.insert(place, row);
        self.rows.truncate(self.count);
    }

    /// Whether one unit could be left out without losing anything: such a row explains nothing.
    fn wastes_a_unit(&self, row: &Row) -> bool {
        let lots = || self.cell.lots.iter().zip(&row.units);
        let mut supplies = self.cell.fixed.clone();
        supplies.extend(lots().map(|(lot, units)| Supply {
            exams: units * lot.size,
            serves: lot.serves.clone(),
        }));
        lots().enumerate().any(|(place, (lot, units))| {
            let dearer = lot
                .tariff
                .as_ref()
                .is_some_and(|tariff| tariff.charge(*units - 1) > tariff.charge(*units));
            if *units == 0 || dearer {
                return false;
            }
            let mut fewer = supplies.clone();
            if let Some(supply) = fewer.get_mut(self.cell.fixed.len() + place) {
                supply.exams -= lot.size;
            }
            assign(&fewer, &self.cell.needs).served() >= self.reachable
        })
    }

    fn found(mut self) -> Found {
        let proven = self.nodes <= self.effort;
        if self.rows.is_empty() {
            // Only where a charge leaves the range of exact numbers: then there is nothing to compare.
            let units = vec![0; self.cell.lots.len()];
            let worth = Worth {
                uncovered: self.needed,
                ..Worth::default()
            };
            self.rows.push(Row { units, worth });
        }
        if self.rows.len() > 1 {
            let rows = std::mem::take(&mut self.rows);
            self.rows = rows
                .into_iter()
                .filter(|row| !self.wastes_a_unit(row))
                .collect();
        }
        let missing = self.missing(0);
        let total = missing.iter().sum::<i64>() - (self.needed - self.reachable);
        let bound = match self.rows.first() {
            Some(best) if proven => best.worth,
            _ => self.bound(0, &missing, total),
        };
        Found {
            rows: self.rows,
            proven,
            bound,
        }
    }

    /// A way that serves everything, lot by lot.
    fn enough_of_each(&self) -> Vec<i64> {
        let mut supplies = self.supplies.clone();
        let mut units = Vec::new();
        for lot in &self.cell.lots {
            let before = assign(&supplies, &self.cell.needs).served();
            supplies.push(Supply {
                exams: PLENTY,
                serves: lot.serves.clone(),
            });
            let number = ceil_div(
                assign(&supplies, &self.cell.needs).served() - before,
                lot.size,
            );
            if let Some(supply) = supplies.last_mut() {
                supply.exams = number.saturating_mul(lot.size);
            }
            units.push(number);
        }
        units
    }

    /// A way that serves each need from the lot that is cheapest for it.
    fn each_from_its_cheapest(&self) -> Vec<i64> {
        let missing = self.missing(0);
        let mut exams = vec![0_i64; self.cell.lots.len()];
        for (need, rest) in missing.iter().enumerate() {
            let serving = self
                .cell
                .lots
                .iter()
                .enumerate()
                .filter(|(_, lot)| lot.serves.binary_search(&need).is_ok());
            let rate = |lot: &Lot| {
                lot.tariff
                    .as_ref()
                    .map_or((0, 1), |tariff| tariff.rate(lot.size))
            };
            let cheapest = serving.min_by(|(_, a), (_, b)| {
                let (a, b) = (rate(a), rate(b));
                (a.0 * b.1).cmp(&(b.0 * a.1))
            });
            if let Some(sum) = cheapest.and_then(|(place, _)| exams.get_mut(place)) {
                *sum += rest;
            }
        }
        let lots = self.cell.lots.iter().zip(exams);
        lots.map(|(lot, exams)| ceil_div(exams, lot.size)).collect()
    }

    /// These units without those that can be left out, from the last lot on.
    fn trimmed(&self, mut units: Vec<i64>) -> Vec<i64> {
        let lots: Vec<(usize, &Lot)> = self.cell.lots.iter().enumerate().collect();
        for (place, lot) in lots.into_iter().rev() {
            let cheaper = lot
                .tariff
                .as_ref()
                .is_none_or(|tariff| tariff.tiers.len() == 1);
            let (mut enough, mut few) = (units.get(place).copied().unwrap_or(0), -1);
            while cheaper && enough - few > 1 {
                let middle = few + (enough - few) / 2;
                let mut fewer = units.clone();
                if let Some(number) = fewer.get_mut(place) {
                    *number = middle;
                }
                if self.row(fewer).is_some() {
                    enough = middle;
                } else {
                    few = middle;
                }
            }
            if let Some(number) = units.get_mut(place) {
                *number = enough;
            }
        }
        units
    }

    /// The row of these units, if it serves everything that can be served.
    fn row(&self, units: Vec<i64>) -> Option<Row> {
        let mut supplies = self.cell.fixed.clone();
        let mut worth = Worth {
            uncovered: self.needed - self.reachable,
            ..Worth::default()
        };
        for (lot, number) in self.cell.lots.iter().zip(&units) {
            let exams = number.saturating_mul(lot.size);
            let charge = lot
                .tariff
                .as_ref()
                .map_or(Some(0), |tariff| tariff.charge(*number))?;
            worth = worth.plus(Worth {
                uncovered: 0,
                charge,
                exams,
                units: *number,
            });
            supplies.push(Supply {
                exams,
                serves: lot.serves.clone(),
            });
        }
        (assign(&supplies, &self.cell.needs).served() >= self.reachable)
            .then_some(Row { units, worth })
    }
}

impl Ahead {
    fn of(cell: &Cell, place: usize) -> Self {
        let lots = cell.lots.get(place..).unwrap_or_default();
        let mut ahead = Self {
            largest: 1,
            rates: vec![None; cell.needs.len()],
            ..Self::default()
        };
        let less = |a: (i128, i128), b: (i128, i128)| a.0 * b.1 < b.0 * a.1;
        for lot in lots {
            ahead.grain = gcd(ahead.grain, lot.size);
            ahead.largest = ahead.largest.max(lot.size);
            let Some(tariff) = &lot.tariff else { continue };
            ahead.slack += i128::from(tariff.round_at == RoundAt::Line);
            let rate = tariff.rate(lot.size);
            for need in &lot.serves {
                if let Some(known) = ahead.rates.get_mut(*need)
                    && known.is_none_or(|known| less(rate, known))
                {
                    *known = Some(rate);
                }
            }
            if ahead.least.is_none_or(|least| less(rate, least)) {
                ahead.least = Some(rate);
            }
        }
        // Needs that no lot ahead serves must be served by what is there: they come first.
        ahead.order = (0..cell.needs.len()).collect();
        let rates = ahead.rates.clone();
        let served = |need: usize| {
            lots.iter()
                .any(|lot| lot.serves.binary_search(&need).is_ok())
        };
        let rate = |need: usize| rates.get(need).copied().flatten().unwrap_or((0, 1));
        sort_by(&mut ahead.order, |a, b| {
            let by_rate = (rate(*b).0 * rate(*a).1).cmp(&(rate(*a).0 * rate(*b).1));
            served(*a).cmp(&served(*b)).then(by_rate).then(a.cmp(b))
        });
        ahead
    }
}

/// The places of the supplies that fit.
fn places(supplies: &[Supply], fits: impl Fn(&Supply) -> bool) -> Vec<usize> {
    supplies
        .iter()
        .enumerate()
        .filter(|(_, supply)| fits(supply))
        .map(|(place, _)| place)
        .collect()
}

/// The quotient, rounded up; `by` is at least 1 for every lot.
fn ceil_div(number: i64, by: i64) -> i64 {
    let by = by.max(1);
    number.div_euclid(by) + i64::from(number.rem_euclid(by) > 0)
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a.rem_euclid(b)) }
}
