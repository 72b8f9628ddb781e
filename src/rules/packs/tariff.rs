//! What a line costs: one price, lower prices from a number of units on, and where a charge is rounded (model 2, 5).

use crate::domain::{Ratio, Rounding};
use crate::policy::{Policies, RoundAt};
use crate::request::Price;

/// Binary places of a minor unit in which bounds are reckoned: small enough to add up millions of units exactly.
pub const PLACES: u32 = 20;

/// Numbers of units that are looked at one by one to see how far rounding takes a line below its exact price.
const MOST_LOOKED_AT: i64 = 400;

/// What a line of so many units costs.
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

/// A straight line that no charge between two numbers of units lies below, in parts of a minor unit (see [`PLACES`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Floor {
    /// At no units.
    pub at_none: i128,
    /// For each unit.
    pub each: i128,
}

impl Tariff {
    /// What a price comes to under these policies, of which a part is charged.
    #[must_use]
    pub fn of(price: &Price<'_>, factor: Ratio, policies: &Policies) -> Self {
        let breaks = price.breaks.iter().map(|(from, each)| (*from, each.value));
        Self {
            tiers: [(1, price.minor.value)].into_iter().chain(breaks).collect(),
            factor,
            round_at: policies.round_at,
            rounding: policies.rounding,
        }
    }

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

    /// What each unit costs, where that is the same for all numbers of units.
    #[must_use]
    pub fn each(&self) -> Option<i64> {
        let [(_, price)] = self.tiers.as_slice() else {
            return None;
        };
        let exact = Ratio::whole(*price).times(self.factor)?;
        match self.round_at {
            RoundAt::Unit => Some(self.rounding.round(exact)),
            RoundAt::Line => (exact.denominator() == 1).then(|| exact.numerator()),
        }
    }

    /// Numbers of units at which another price starts.
    pub fn breaks(&self) -> impl Iterator<Item = i64> + '_ {
        self.tiers.iter().skip(1).map(|(from, _)| *from)
    }

    /// The number from which the last price holds.
    #[must_use]
    pub fn last_break(&self) -> i64 {
        self.breaks().last().unwrap_or(0)
    }

    /// What one exam of a unit with `size` exams costs at least, before a line is rounded: numerator and denominator.
    #[must_use]
    pub fn rate(&self, size: i64) -> (i128, i128) {
        let lowest = self
            .tiers
            .iter()
            .map(|(_, price)| *price)
            .min()
            .unwrap_or(0);
        let (numerator, denominator) = self.exact(lowest);
        (numerator, denominator * i128::from(size.max(1)))
    }

    /// A unit's charge at a price, before a line is rounded: numerator and denominator.
    fn exact(&self, price: i64) -> (i128, i128) {
        let one = Ratio::whole(price)
            .times(self.factor)
            .unwrap_or(Ratio::ZERO);
        let one = match self.round_at {
            RoundAt::Unit => Ratio::whole(self.rounding.round(one)),
            RoundAt::Line => one,
        };
        (i128::from(one.numerator()), i128::from(one.denominator()))
    }

    /// A line below all charges from `low` to `high` units: exact at `low` where there are breaks, and never further
    /// below than rounding goes where there are none.
    #[must_use]
    pub fn floor(&self, low: i64, high: i64) -> Floor {
        let price = self.price(low);
        let last = self.breaks().find(|from| *from > low);
        let (numerator, denominator) = self.exact(price);
        if last.is_none_or(|from| from > high) {
            let each = (numerator << PLACES).div_euclid(denominator);
            let looked_at = high
                .min(low + MOST_LOOKED_AT)
                .min(low + i64::try_from(denominator).unwrap_or(MOST_LOOKED_AT) - 1);
            let above = |units: i64| {
                let charge = i128::from(self.charge(units).unwrap_or(i64::MAX)) << PLACES;
                charge - each * i128::from(units)
            };
            let least = (low..=looked_at).map(above).min().unwrap_or(0);
            let unseen = looked_at < high && i128::from(looked_at - low) + 1 < denominator;
            let at_none = if unseen {
                least.min(-(1 << PLACES))
            } else {
                least
            };
            return Floor { at_none, each };
        }
        // Through the exact price at `low`; whatever rounding takes off the others comes off the whole line.
        let start = (numerator << PLACES).div_euclid(denominator) * i128::from(low);
        let mut each: Option<i128> = None;
        let mut tiers = self.tiers.iter().peekable();
        while let Some((from, price)) = tiers.next() {
            let until = tiers.peek().map_or(high, |(next, _)| next - 1).min(high);
            let first = (*from).max(low + 1);
            if until < first {
                continue;
            }
            let (numerator, denominator) = self.exact(*price);
            for units in [first, until] {
                let exact = ((numerator * i128::from(units)) << PLACES).div_euclid(denominator);
                let slope = (exact - start).div_euclid(i128::from(units - low));
                each = Some(each.map_or(slope, |least| least.min(slope)));
            }
        }
        let each = each.unwrap_or(0);
        let rounded = match self.round_at {
            RoundAt::Unit => 0,
            RoundAt::Line => 1 << PLACES,
        };
        Floor {
            at_none: start - each * i128::from(low) - rounded - 1,
            each,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tariff(tiers: &[(i64, i64)], factor: (i64, i64), round_at: RoundAt) -> Tariff {
        Tariff {
            tiers: tiers.to_vec(),
            factor: Ratio::new(factor.0, factor.1).unwrap(),
            round_at,
            rounding: Rounding::HalfUp,
        }
    }

    #[test]
    fn no_charge_lies_below_its_floor() {
        let tariffs = [
            tariff(&[(1, 777)], (5, 12), RoundAt::Line),
            tariff(&[(1, 777)], (113, 365), RoundAt::Line),
            tariff(&[(1, 777)], (5, 12), RoundAt::Unit),
            tariff(&[(1, 100), (5, 70), (11, 60)], (7, 12), RoundAt::Unit),
            tariff(&[(1, 100), (5, 70), (11, 60)], (7, 12), RoundAt::Line),
        ];
        for tariff in &tariffs {
            for low in 0..14 {
                for high in low..30 {
                    let floor = tariff.floor(low, high);
                    let room = |units: i64| {
                        let charge = i128::from(tariff.charge(units).unwrap()) << PLACES;
                        charge - (floor.at_none + floor.each * i128::from(units))
                    };
                    assert!(
                        (low..=high).all(|units| room(units) >= 0),
                        "{tariff:?} {low} {high}"
                    );
                    // Within one price, or where the line starts, only rounding lies between.
                    let one_price = tariff.price(low) == tariff.price(high);
                    let near = if one_price { low..=high } else { low..=low };
                    assert!(near.into_iter().all(|units| room(units) <= 2 << PLACES));
                }
            }
        }
    }

    #[test]
    fn each_unit_costs_the_same_only_without_breaks_and_line_rounding() {
        let each = |tiers: &[(i64, i64)], round_at| tariff(tiers, (5, 12), round_at).each();
        assert_eq!(each(&[(1, 777)], RoundAt::Unit), Some(324));
        assert_eq!(each(&[(1, 777)], RoundAt::Line), None);
        assert_eq!(each(&[(1, 1200)], RoundAt::Line), Some(500));
        assert_eq!(each(&[(1, 777), (2, 776)], RoundAt::Unit), None);
    }
}
