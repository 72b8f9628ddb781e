//! What nothing in a node goes below, reckoned in whole numbers from cuts times multipliers, and what follows from it.
#![allow(
    clippy::indexing_slicing,
    reason = "indices stay within lengths fixed by construction"
)]

use crate::rules::packs::cuts::{Cut, gcd};
use crate::rules::packs::relaxation::Relaxation;
use crate::rules::packs::search::{Goal, Node, OWN, Search, small};
use crate::rules::packs::tariff::PLACES;

/// A cut that a good plan exceeds by at most this is worth being one from above too.
const MOST_SLACK: i64 = 1_000;

/// How a stage's root is bounded: nothing costs less than the costs less cuts times multipliers say.
#[derive(Clone, Debug, Default)]
pub(super) struct Root {
    multipliers: Vec<(usize, i128)>,
    /// Costs less cuts times multipliers, for each lot.
    rest: Vec<i128>,
    bound: i128,
    /// Binary places of all of these.
    places: u32,
}

impl Search<'_> {
    /// Whether cuts times multipliers show that no units within a node's bounds satisfy them all.
    pub(super) fn refutes(&self, multipliers: &[(usize, i128)], node: &Node) -> bool {
        let none = vec![0; node.low.len()];
        self.least(multipliers, none, 0, node)
            .is_some_and(|(least, _)| least > 0)
    }

    /// Costs less cuts times multipliers, each lot at its better bound, and what the cuts add up to: nothing within the
    /// node that satisfies the cuts comes to less. With it what is left of each lot's cost. `None` where it leaves the
    /// range of whole numbers.
    pub(super) fn least(
        &self,
        multipliers: &[(usize, i128)],
        costs: Vec<i128>,
        at_none: i128,
        node: &Node,
    ) -> Option<(i128, Vec<i128>)> {
        let mut rest = costs;
        let mut sum = at_none;
        for (number, times) in multipliers {
            let cut = match number.checked_sub(OWN) {
                Some(place) => &node.own[place],
                None => &self.cuts[*number],
            };
            sum = sum.checked_add(times.checked_mul(i128::from(cut.least))?)?;
            for (lot, factor) in &cut.terms {
                rest[*lot] = rest[*lot].checked_sub(times.checked_mul(i128::from(*factor))?)?;
            }
        }
        for (lot, rest) in rest.iter().enumerate() {
            let bound = if *rest > 0 {
                node.low[lot]
            } else {
                node.high[lot]
            };
            sum = sum.checked_add(rest.checked_mul(i128::from(bound))?)?;
        }
        Some((sum, rest))
    }

    /// What a goal comes to at least within a node: cuts times multipliers, and what is left for each lot at its better
    /// bound. Whole numbers throughout, so that it holds whatever the relaxation rounded.
    pub(super) fn bound(
        &mut self,
        relaxation: &Relaxation,
        costs: &[i128],
        at_none: i128,
        node: &Node,
        grain: i128,
        root: bool,
    ) -> i128 {
        let (multipliers, places) = relaxation.multipliers();
        let costs = costs.iter().map(|cost| cost << places).collect();
        let Some((bound, rest)) = self.least(&multipliers, costs, at_none << places, node) else {
            return i128::MIN;
        };
        let places = PLACES + places;
        if root {
            self.root = Root {
                multipliers,
                rest,
                bound,
                places,
            };
        }
        (-(-bound).div_euclid(grain << places)) * grain
    }

    /// Narrows lots and cuts to what plans of at most this value can have, by what bounds the root.
    pub(super) fn narrow(&mut self, most: i128) {
        let Root {
            multipliers,
            rest,
            bound,
            places,
        } = std::mem::take(&mut self.root);
        let Some(room) = most
            .checked_mul(1 << places)
            .map(|most| most - bound)
            .filter(|room| *room >= 0 && !rest.is_empty())
        else {
            return;
        };
        for (lot, rest) in rest.into_iter().enumerate() {
            if rest == 0 {
                continue;
            }
            let step = small(room / rest.abs());
            if rest > 0 {
                self.high[lot] = self.high[lot].min(self.low[lot].saturating_add(step));
            } else {
                self.low[lot] = self.low[lot].max(self.high[lot].saturating_sub(step));
            }
        }
        for (number, times) in multipliers {
            let slack = small(room / times.max(1));
            if number >= OWN || slack > MOST_SLACK {
                continue;
            }
            let cut = &self.cuts[number];
            let terms = cut.terms.iter().map(|(lot, factor)| (*lot, -factor));
            let upper = Cut {
                terms: terms.collect(),
                least: -(cut.least + slack),
            };
            if !self.cuts.contains(&upper) {
                self.cuts.push(upper);
            }
        }
    }

    /// Every value of a goal is a multiple of this.
    pub(super) fn grain(&self, goal: &Goal) -> i64 {
        if matches!(goal, Goal::Charge) && self.each.is_none() {
            return 1;
        }
        let costs = self.straight(goal);
        costs
            .iter()
            .fold(0, |grain, cost| gcd(grain, small(*cost)))
            .abs()
            .max(1)
    }
}
