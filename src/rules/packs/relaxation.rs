//! Units that need not be whole: the linear relaxation, solved by the dual simplex method with bounded variables.
//!
//! It says where to search and proves nothing by itself: what it returns are multipliers, and the search reckons from
//! them, in whole numbers, a bound that holds whatever was rounded here. Only `+ - * /` are used, whose results IEEE 754
//! fixes, so the search takes the same way natively and in every browser.
#![allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::indexing_slicing,
    reason = "multipliers are checked in whole numbers by who asked; indices stay within lengths fixed by construction"
)]

use crate::rules::packs::cuts::Cut;

/// Values this near count as equal.
const NEAR: f64 = 1e-9;

/// How far a value may be beyond its bounds.
const BEYOND: f64 = 1e-7;

/// Binary places of the multipliers.
const MULTIPLIER_PLACES: u32 = 24;

/// A variable: below the number of lots the units of one, from there on the slack of a cut.
type Variable = usize;

/// What solving came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Solved {
    /// Cheapest units were found.
    Cheapest,
    /// No units within the bounds satisfy these cuts together, each times its multiplier.
    Impossible(Vec<(usize, i128)>),
    /// The method did not come to an end.
    Stopped,
}

#[derive(Clone, Debug)]
struct Row {
    /// The basic variable.
    variable: Variable,
    value: f64,
    /// How it changes with each variable at a bound.
    entries: Vec<f64>,
}

/// The cheapest units, not whole, within bounds and cuts.
#[derive(Clone, Debug)]
pub struct Relaxation {
    lots: usize,
    low: Vec<f64>,
    high: Vec<f64>,
    /// Variables at a bound.
    columns: Vec<Variable>,
    at_high: Vec<bool>,
    reduced: Vec<f64>,
    rows: Vec<Row>,
    /// Where each lot stands: its column, or its row counted from the number of lots on.
    stands: Vec<usize>,
    /// For each cut that was ever added: what it was divided by.
    scales: Vec<(usize, f64)>,
    /// What the costs were divided by.
    cost_scale: f64,
}

/// The number nearest to a whole one that JavaScript and Rust round alike.
fn real(number: i128) -> f64 {
    number as f64
}

impl Relaxation {
    /// No cuts yet: each lot at the bound where it costs least. Costs in any unit.
    #[must_use]
    pub fn new(costs: &[i128], low: &[i64], high: &[i64]) -> Self {
        let lots = costs.len();
        let largest = costs.iter().map(|cost| cost.abs()).max().unwrap_or(0);
        let cost_scale = real(largest.max(1));
        let reduced: Vec<f64> = costs.iter().map(|cost| real(*cost) / cost_scale).collect();
        Self {
            lots,
            low: low.iter().map(|low| *low as f64).collect(),
            high: high.iter().map(|high| *high as f64).collect(),
            columns: (0..lots).collect(),
            at_high: reduced.iter().map(|cost| *cost < 0.0).collect(),
            reduced,
            rows: Vec::new(),
            stands: (0..lots).collect(),
            scales: Vec::new(),
            cost_scale,
        }
    }

    fn bound_of(&self, column: usize) -> f64 {
        let variable = self.columns[column];
        if variable >= self.lots {
            0.0
        } else if self.at_high[column] {
            self.high[variable]
        } else {
            self.low[variable]
        }
    }

    /// The units of each lot.
    #[must_use]
    pub fn point(&self) -> Vec<f64> {
        (0..self.lots).map(|lot| self.value(lot)).collect()
    }

    fn value(&self, lot: usize) -> f64 {
        match self.stands[lot].checked_sub(self.lots) {
            Some(row) => self.rows[row].value,
            None => self.bound_of(self.stands[lot]),
        }
    }

    /// Adds a cut under its number.
    pub fn add(&mut self, number: usize, cut: &Cut) {
        let largest = cut.terms.iter().map(|(_, factor)| factor.abs()).max();
        let scale = largest.unwrap_or(1).max(1) as f64;
        let mut row = Row {
            variable: self.lots + number,
            value: -(cut.least as f64) / scale,
            entries: vec![0.0; self.lots],
        };
        for (lot, factor) in &cut.terms {
            let factor = *factor as f64 / scale;
            row.value += factor * self.value(*lot);
            match self.stands[*lot].checked_sub(self.lots) {
                Some(basic) => {
                    for (entry, other) in row.entries.iter_mut().zip(&self.rows[basic].entries) {
                        *entry += factor * other;
                    }
                }
                None => row.entries[self.stands[*lot]] += factor,
            }
        }
        self.rows.push(row);
        self.scales.push((number, scale));
    }

    /// Narrows the bounds of a lot.
    pub fn narrow(&mut self, lot: usize, low: i64, high: i64) {
        let before = self.value(lot);
        self.low[lot] = low as f64;
        self.high[lot] = high as f64;
        let column = self.stands[lot];
        if column >= self.lots {
            return;
        }
        let moved = self.bound_of(column) - before;
        if moved != 0.0 {
            for row in &mut self.rows {
                row.value += row.entries[column] * moved;
            }
        }
    }

    /// Forgets cuts that are far from binding, except those `kept`.
    pub fn forget(&mut self, kept: impl Fn(usize) -> bool) {
        let mut place = 0;
        while place < self.rows.len() {
            let row = &self.rows[place];
            let loose = row.variable >= self.lots && row.value > 0.05;
            if !loose || kept(row.variable - self.lots) {
                place += 1;
                continue;
            }
            let number = row.variable - self.lots;
            self.scales.retain(|(known, _)| *known != number);
            self.rows.swap_remove(place);
            if let Some(moved) = self.rows.get(place)
                && moved.variable < self.lots
            {
                self.stands[moved.variable] = self.lots + place;
            }
        }
    }

    /// The numbers of the cuts in it.
    pub fn cuts(&self) -> impl Iterator<Item = usize> + '_ {
        self.scales.iter().map(|(number, _)| *number)
    }

    /// Moves to the cheapest units.
    pub fn solve(&mut self) -> Solved {
        for _ in 0..60 + 12 * (self.lots + self.rows.len()) {
            let Some((place, below)) = self.leaving() else {
                return Solved::Cheapest;
            };
            match self.entering(place, below) {
                Some(column) => self.pivot(place, column, below),
                None => return Solved::Impossible(self.refutation(place, below)),
            }
        }
        Solved::Stopped
    }

    /// The row furthest beyond its bounds, and whether it lies below them.
    fn leaving(&self) -> Option<(usize, bool)> {
        let mut worst = BEYOND;
        let mut found = None;
        for (place, row) in self.rows.iter().enumerate() {
            let (below, above) = if row.variable < self.lots {
                (
                    self.low[row.variable] - row.value,
                    row.value - self.high[row.variable],
                )
            } else {
                (-row.value, 0.0)
            };
            if below > worst {
                worst = below;
                found = Some((place, true));
            }
            if above > worst {
                worst = above;
                found = Some((place, false));
            }
        }
        found
    }

    /// The column that brings the row back at the least cost.
    fn entering(&self, place: usize, below: bool) -> Option<usize> {
        let entries = &self.rows[place].entries;
        let mut best: Option<(f64, f64, usize)> = None;
        for (column, entry) in entries.iter().enumerate() {
            let variable = self.columns[column];
            if variable < self.lots && self.low[variable] >= self.high[variable] {
                continue;
            }
            let raises = (*entry > 0.0) != self.at_high[column];
            let size = entry.abs();
            if size <= NEAR || raises != below {
                continue;
            }
            let ratio = self.reduced[column].abs() / size;
            let better = best.is_none_or(|(least, largest, _)| {
                ratio < least - NEAR || (ratio <= least + NEAR && size > largest)
            });
            if better {
                best = Some((ratio, size, column));
            }
        }
        best.map(|(_, _, column)| column)
    }

    fn pivot(&mut self, place: usize, column: usize, below: bool) {
        let leaving = self.rows[place].variable;
        let entering = self.columns[column];
        let bound = match (leaving < self.lots, below) {
            (true, true) => self.low[leaving],
            (true, false) => self.high[leaving],
            (false, _) => 0.0,
        };
        let mut row = std::mem::take(&mut self.rows[place].entries);
        let pivot = row[column];
        let moved = (bound - self.rows[place].value) / pivot;
        let value = self.bound_of(column) + moved;
        for entry in &mut row {
            *entry = -*entry / pivot;
        }
        row[column] = 1.0 / pivot;
        for (other, target) in self.rows.iter_mut().enumerate() {
            if other == place {
                continue;
            }
            let factor = target.entries[column];
            if factor == 0.0 {
                continue;
            }
            target.value += factor * moved;
            target.entries[column] = 0.0;
            for (entry, of_row) in target.entries.iter_mut().zip(&row) {
                *entry += factor * of_row;
            }
        }
        let cost = self.reduced[column];
        if cost != 0.0 {
            self.reduced[column] = 0.0;
            for (reduced, of_row) in self.reduced.iter_mut().zip(&row) {
                *reduced += cost * of_row;
            }
        }
        self.rows[place] = Row {
            variable: entering,
            value,
            entries: row,
        };
        self.columns[column] = leaving;
        self.at_high[column] = leaving < self.lots && !below;
        if entering < self.lots {
            self.stands[entering] = self.lots + place;
        }
        if leaving < self.lots {
            self.stands[leaving] = column;
        }
    }

    fn scale(&self, number: usize) -> f64 {
        self.scales
            .iter()
            .find(|(known, _)| *known == number)
            .map_or(1.0, |(_, scale)| *scale)
    }

    /// For each binding cut, what one more would cost: whole parts of 2^`places` of a unit of cost.
    #[must_use]
    pub fn multipliers(&self) -> (Vec<(usize, i128)>, u32) {
        let parts = (1_u64 << MULTIPLIER_PLACES) as f64;
        let binding = self.columns.iter().zip(&self.reduced);
        let list = binding
            .filter(|(variable, reduced)| **variable >= self.lots && **reduced > 0.0)
            .map(|(variable, reduced)| {
                let number = variable - self.lots;
                let each = reduced * self.cost_scale / self.scale(number);
                (number, (each * parts + 0.5) as i128)
            });
        (list.collect(), MULTIPLIER_PLACES)
    }

    /// Multipliers of cuts that together cannot be satisfied.
    fn refutation(&self, place: usize, below: bool) -> Vec<(usize, i128)> {
        let row = &self.rows[place];
        let parts = (1_u64 << 40) as f64;
        let mut list = Vec::new();
        if row.variable >= self.lots {
            let number = row.variable - self.lots;
            list.push((number, (parts / self.scale(number)) as i128));
        }
        for (column, entry) in row.entries.iter().enumerate() {
            let Some(number) = self.columns[column].checked_sub(self.lots) else {
                continue;
            };
            let weight = if below { -entry } else { *entry };
            if weight > 0.0 {
                let each = weight * parts / self.scale(number);
                list.push((number, (each + 0.5) as i128));
            }
        }
        list
    }
}
