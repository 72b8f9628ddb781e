//! Where a search starts: lots that can be the best, and a good way to buy that the search then betters or proves.
#![allow(
    clippy::indexing_slicing,
    reason = "indices stay within lengths fixed by construction"
)]

use crate::domain::order::sort_by_key;
use crate::rules::packs::Lot;
use crate::rules::packs::cuts::ceil_div;
use crate::rules::packs::search::Search;

impl Search<'_> {
    /// The lots of each product up to each day. Units move between days at no cost, and what is left of an exam moves on:
    /// only their sum tells how many packs there are.
    pub(super) fn sums(&self) -> Vec<Vec<usize>> {
        let lots = &self.cell.lots;
        let mut sums: Vec<Vec<usize>> = Vec::new();
        for last in lots {
            let upto: Vec<usize> = (0..lots.len())
                .filter(|lot| {
                    let of = &lots[*lot];
                    of.product == last.product && of.day <= last.day && self.high[*lot] > 0
                })
                .collect();
            if upto.len() > 1 && !sums.contains(&upto) {
                sums.push(upto);
            }
        }
        sums
    }

    /// Lots that another serves no less with, for no more, are not ordered.
    pub(super) fn drop_dominated(&mut self) {
        let Some(each) = self.each.as_ref().filter(|_| self.cell.limits.is_empty()) else {
            return;
        };
        let lots = &self.cell.lots;
        let within = |a: &[usize], b: &[usize]| a.iter().all(|need| b.binary_search(need).is_ok());
        for a in 0..lots.len() {
            let beaten = (0..lots.len()).any(|b| {
                let dearer = lots[a].line.is_some() && each[b] < each[a];
                let same = each[b] == each[a] && lots[a].size == lots[b].size && b < a;
                b != a
                    && self.high[b] > 0
                    && lots[a].size <= lots[b].size
                    && (dearer || same)
                    && within(&lots[a].serves, &lots[b].serves)
            });
            if beaten {
                self.high[a] = 0;
            }
        }
    }

    /// What each need misses, from the lot that is cheapest for it, without what is too much.
    pub(super) fn cheapest_for_each(&self) -> Vec<i64> {
        let none = vec![0; self.cell.lots.len()];
        let missing = self.cover.flow(&none, 1).missing().to_vec();
        let mut exams = none;
        for (need, rest) in missing.iter().enumerate() {
            let serving = self.cell.lots.iter().enumerate().filter(|(place, lot)| {
                self.high[*place] > 0 && lot.serves.binary_search(&need).is_ok()
            });
            let rate = |lot: &Lot| match lot.line {
                Some(line) => self.cell.lines[line].rate(lot.size),
                None => (1, 1),
            };
            let cheapest = serving.min_by(|(_, a), (_, b)| {
                let (a, b) = (rate(a), rate(b));
                (a.0 * b.1).cmp(&(b.0 * a.1))
            });
            if let Some((place, _)) = cheapest {
                exams[place] += rest;
            }
        }
        let lots = self.cell.lots.iter().zip(exams);
        let units = lots.map(|(lot, exams)| ceil_div(exams, lot.size)).collect();
        self.trimmed(units)
    }

    /// These units without one of each lot where it can be left out, the dearest lots first.
    pub(super) fn trimmed(&self, mut units: Vec<i64>) -> Vec<i64> {
        let rate = |lot: usize| match (self.cell.lots[lot].line, &self.each) {
            (Some(_), Some(each)) => each[lot],
            _ => i128::from(self.cell.lots[lot].size),
        };
        let mut order: Vec<usize> = (0..units.len()).filter(|lot| units[*lot] > 0).collect();
        sort_by_key(&mut order, |lot| -rate(*lot));
        let exams: Vec<i64> = self
            .cell
            .lots
            .iter()
            .zip(&units)
            .map(|(lot, units)| lot.size * units)
            .collect();
        let mut exams = exams;
        if !self.cover.is_enough(&exams) {
            return units;
        }
        for lot in order {
            let size = self.cell.lots[lot].size;
            // Mostly all are needed, or all but one.
            exams[lot] -= size;
            if self.cover.is_enough(&exams) {
                units[lot] -= 1;
            } else {
                exams[lot] += size;
            }
        }
        for limit in &self.cell.limits {
            let sum: i64 = limit.lots.iter().map(|lot| units[*lot]).sum();
            if let Some(first) = limit.lots.first().filter(|_| sum < limit.least) {
                units[*first] += limit.least - sum;
            }
        }
        units
    }
}
