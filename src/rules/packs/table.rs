//! The table of alternatives for a single sitting: the best way to buy and the next best, by trying every number of each
//! lot that can matter. Whoever reads it sees what each other way loses by.

use std::cmp::Reverse;

use crate::domain::order::sort_by;
use crate::policy::RoundAt;
use crate::rules::flow::{Supply, assign};
use crate::rules::packs::cuts::{ceil_div, gcd};
use crate::rules::packs::{Cell, Lot, Tariff, Worth, compress};

/// Supply enough for any need.
const PLENTY: i64 = i64::MAX / 4;

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

/// The best way to buy, which is known, and the `count - 1` next best; fewer where `effort` nodes do not find them.
///
/// Only for cells in which every lot has a line of its own.
#[must_use]
pub fn rows(cell: &Cell, best: &[i64], count: usize, effort: u64) -> Vec<Row> {
    let compressed = compress(cell);
    let mut search = Search::new(&compressed, count.max(1), effort);
    if let Some(row) = search.row(best.to_vec()) {
        search.keep(row);
    }
    search.visit(0);
    search.found()
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
        Self {
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
        }
    }

    fn tariff(&self, lot: &Lot) -> Option<&'a Tariff> {
        self.cell.lines.get(lot.line?)
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
        if let Some(tariff) = self.tariff(lot) {
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
        let Some(charge) = self
            .tariff(lot)
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
            let dearer = self
                .tariff(lot)
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

    fn found(mut self) -> Vec<Row> {
        let rows = std::mem::take(&mut self.rows);
        let mut rows = rows.into_iter();
        let first = rows.next();
        let others = rows.filter(|row| !self.wastes_a_unit(row));
        first.into_iter().chain(others).collect()
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
            let charge = self
                .tariff(lot)
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
            let tariff = lot.line.and_then(|line| cell.lines.get(line));
            let Some(tariff) = tariff else { continue };
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
