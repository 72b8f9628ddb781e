//! Which cuts a relaxation is tightened by: those that its point is furthest from satisfying.
#![allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "the relaxation's values only choose which cuts to add; indices stay within lengths fixed by construction"
)]

use crate::domain::order::sort_by;
use crate::rules::packs::cuts::cuts;
use crate::rules::packs::relaxation::Relaxation;
use crate::rules::packs::search::Search;

/// Cuts that a relaxation takes at once.
const CUTS_AT_ONCE: usize = 12;

/// How far a cut must be from satisfied to be worth adding.
const VIOLATED: f64 = 1e-4;

/// Parts of an exam in which flows for units that are not whole are counted.
const PARTS: i64 = 4096;

impl Search<'_> {
    /// Keeps the inequalities of a set of needs.
    pub(super) fn learn(&mut self, set: Vec<bool>) -> usize {
        let made = if self.seen.contains(&set) {
            Vec::new()
        } else {
            cuts(&set, &self.cover, &self.cell.lots)
        };
        let count = made.len();
        self.seen.insert(set);
        self.cuts.extend(made);
        count
    }

    /// Adds cuts that the point does not satisfy, of sets of needs that a flow shows to be tight.
    pub(super) fn separate(&mut self, relaxation: &mut Relaxation, point: &[f64]) -> usize {
        let lots = self.cell.lots.iter().zip(point);
        let exams: Vec<i64> = lots
            .map(|(lot, units)| (units.max(0.0) * (lot.size * PARTS) as f64) as i64)
            .collect();
        let (flow, short) = self.cover.short(&exams, PARTS);
        let mut sets: Vec<Vec<bool>> = short.into_iter().collect();
        for need in 0..self.cover.needs.len() {
            sets.push(self.cover.closure(&flow, &[need]));
        }
        let mut made = 0;
        for set in sets {
            made += self.learn(set);
        }
        if made == 0 {
            return 0;
        }
        self.tighten(relaxation, point)
    }

    /// Adds the known cuts that the point is furthest from satisfying.
    pub(super) fn tighten(&mut self, relaxation: &mut Relaxation, point: &[f64]) -> usize {
        let mut violated: Vec<(usize, f64)> = Vec::new();
        for (number, cut) in self.cuts.iter().enumerate() {
            let (mut sum, mut length) = (0.0, 0.0);
            for (lot, factor) in &cut.terms {
                let factor = *factor as f64;
                sum += factor * point[*lot];
                length += factor * factor;
            }
            let lacks = cut.least as f64 - sum;
            if lacks > 0.0 && lacks * lacks > VIOLATED * VIOLATED * length {
                violated.push((number, lacks * lacks / length));
            }
        }
        sort_by(&mut violated, |a, b| b.1.total_cmp(&a.1));
        violated.truncate(CUTS_AT_ONCE);
        for (number, _) in &violated {
            relaxation.add(*number, &self.cuts[*number]);
        }
        violated.len()
    }
}
