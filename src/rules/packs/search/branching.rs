//! How a node is split: at units that are not whole, of a lot or of a product up to a day, or at those of a whole line.
#![allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "the relaxation's values only choose where to split; indices stay within lengths fixed by construction"
)]

use std::rc::Rc;

use crate::rules::packs::cuts::Cut;
use crate::rules::packs::relaxation::Relaxation;
use crate::rules::packs::search::{Node, OWN, Search, WHOLE, whole};
use crate::rules::packs::tariff::PLACES;

/// How much rather a sum of lots is split at than a single lot.
const SUMS_FIRST: f64 = 2.0;

impl Search<'_> {
    /// Splits a node in two; the more promising half is visited first.
    pub(super) fn split(
        &self,
        node: &Node,
        mut relaxation: Relaxation,
        point: &[f64],
        stack: &mut Vec<Node>,
    ) {
        if self.each.is_none()
            && let Some((line, at)) = self.bent_line(node, point)
        {
            self.split_line(node, &relaxation, line, at, stack);
            return;
        }
        let Some((lots, at, up_first)) = self.fractional(node, point) else {
            return;
        };
        relaxation.forget(|number| number >= OWN);
        let mut halves = Vec::new();
        for up in [false, true] {
            let mut half = Node {
                low: node.low.clone(),
                high: node.high.clone(),
                lines: node.lines.clone(),
                cuts: Vec::new(),
                own: node.own.clone(),
                relaxation: None,
                bound: node.bound,
            };
            let mut own = relaxation.clone();
            if let [lot] = lots.as_slice() {
                if up {
                    half.low[*lot] = at;
                } else {
                    half.high[*lot] = at - 1;
                }
                own.narrow(*lot, half.low[*lot], half.high[*lot]);
            } else {
                let sign = if up { 1 } else { -1 };
                let cut = Cut {
                    terms: lots.iter().map(|lot| (*lot, sign)).collect(),
                    least: if up { at } else { 1 - at },
                };
                own.add(OWN + half.own.len(), &cut);
                half.own.push(Rc::new(cut));
            }
            if self.each.is_some() {
                half.relaxation = Some(own);
            } else {
                half.cuts = Self::inherited(&relaxation);
            }
            halves.push(half);
        }
        if !up_first {
            halves.reverse();
        }
        stack.extend(halves);
    }

    /// The cuts of a relaxation that hold below its node too. Bounds of lines are made again from the node's own.
    fn inherited(relaxation: &Relaxation) -> Vec<usize> {
        relaxation.cuts().filter(|number| *number < OWN).collect()
    }

    /// The lots to split at, whose units together are furthest from whole, in exams; the least units of the upper half;
    /// and whether that comes first.
    fn fractional(&self, node: &Node, point: &[f64]) -> Option<(Vec<usize>, i64, bool)> {
        let mut best: Option<(f64, Vec<usize>, f64)> = None;
        let singles = (0..point.len()).map(|lot| vec![lot]);
        let sums = self.sums.iter().filter(|_| self.each.is_some()).cloned();
        for lots in sums.chain(singles) {
            let units: f64 = lots.iter().map(|lot| point[*lot]).sum();
            let rest = units - units.floor();
            let apart = rest.min(1.0 - rest);
            if apart <= WHOLE {
                continue;
            }
            let size = self.cell.lots[lots[0]].size as f64;
            let weight = apart * size * if lots.len() > 1 { SUMS_FIRST } else { 1.0 };
            if best.as_ref().is_none_or(|(most, ..)| weight > *most) {
                best = Some((weight, lots, units));
            }
        }
        if let Some((_, lots, units)) = best {
            let mut at = units.floor() as i64 + 1;
            if let [lot] = lots.as_slice() {
                at = at.clamp(node.low[*lot] + 1, node.high[*lot].max(node.low[*lot] + 1));
            }
            return Some((lots, at, units - units.floor() > 0.3));
        }
        // Whole, and yet not decided: halve what is left of some lot.
        let lot = (0..point.len()).find(|lot| node.low[*lot] < node.high[*lot])?;
        let at = (point[lot] + 0.5).floor() as i64;
        let at = at.clamp(node.low[lot] + 1, node.high[lot]);
        Some((vec![lot], at, true))
    }

    /// The line whose charge lies furthest above its floor, and where to split it.
    fn bent_line(&self, node: &Node, point: &[f64]) -> Option<(usize, i64)> {
        let is_whole = whole(point).is_some();
        let mut best: Option<(i128, usize, i64)> = None;
        for (line, tariff) in self.cell.lines.iter().enumerate() {
            let (low, high) = self.line_bounds(node, line);
            let next = tariff.breaks().find(|from| *from > low && *from <= high);
            if low >= high || (next.is_none() && !is_whole) {
                continue;
            }
            let sum: f64 = self.lines[line].iter().map(|lot| point[*lot]).sum();
            let units = ((sum + WHOLE).floor() as i64).clamp(low, high);
            let floor = tariff.floor(low, high);
            let charge = i128::from(tariff.charge(units)?) << PLACES;
            let gap = charge - (floor.at_none + floor.each * i128::from(units));
            if gap <= 1 << (PLACES - 8) {
                continue;
            }
            let at = match next {
                Some(_) => {
                    let above = tariff.breaks().find(|from| *from > units && *from <= high);
                    let below = tariff.breaks().filter(|from| *from > low && *from <= units);
                    above.or(below.last())?
                }
                None if units > low => units,
                None => units + 1,
            };
            if best.is_none_or(|(most, ..)| gap > most) {
                best = Some((gap, line, at));
            }
        }
        best.map(|(_, line, at)| (line, at))
    }

    /// Splits at the units of a whole line.
    fn split_line(
        &self,
        node: &Node,
        relaxation: &Relaxation,
        line: usize,
        at: i64,
        stack: &mut Vec<Node>,
    ) {
        let kept = Self::inherited(relaxation);
        for up in [true, false] {
            let mut half = Node {
                low: node.low.clone(),
                high: node.high.clone(),
                lines: node.lines.clone(),
                cuts: kept.clone(),
                own: Vec::new(),
                relaxation: None,
                bound: node.bound,
            };
            if let [only] = self.lines[line].as_slice() {
                if up {
                    half.low[*only] = half.low[*only].max(at);
                } else {
                    half.high[*only] = half.high[*only].min(at - 1);
                }
            } else if up {
                half.lines[line].0 = at;
            } else {
                half.lines[line].1 = at - 1;
            }
            stack.push(half);
        }
    }
}
