//! Where the choice of packs flips: the smallest changes of a need at which another row is best.

use crate::catalogue::Family;
use crate::compare::Bench;
use crate::comparison::BreakEven;
use crate::plan::ProductUnits;
use crate::rules::flow::{Supply, assign};
use crate::rules::packs::prove;
use crate::solve::{Solution, SolvedCell};

/// How far from a need a break-even is looked for: beyond the size of most packs a change is a new plan.
const BREAK_EVEN_REACH: i64 = 130;

/// Nodes that a look for a break-even may visit each time.
const EFFORT: u64 = 300;

/// A choice of packs and what it was made from.
struct Choice<'a, 'c> {
    solution: &'a Solution<'c>,
    place: u32,
    cell: &'a SolvedCell,
    /// The units that are best now.
    best: Vec<i64>,
    priced: bool,
}

impl Bench<'_, '_> {
    /// The break-evens of every choice for a single sitting that is proven and orders something.
    pub fn break_evens(&self, solution: &Solution<'_>) -> Vec<BreakEven> {
        let mut found = Vec::new();
        for (place, cell) in (0..).zip(&solution.cells) {
            let keys = || {
                cell.part
                    .needs
                    .iter()
                    .filter_map(|need| solution.needs.get(*need))
            };
            let mut sittings = keys().map(|need| need.key.sitting);
            let first = sittings.next();
            let single = sittings.all(|sitting| Some(sitting) == first);
            let (worth, bound) = (cell.part.worth, cell.part.bound);
            if !single || worth.units == 0 || worth != bound {
                continue;
            }
            let lots = cell.part.lots.iter();
            let units = lots.filter_map(|lot| Some(solution.lots.get(*lot)?.units));
            let best = units.collect();
            let priced = self.agreement.priced();
            let choice = Choice {
                solution,
                place,
                cell,
                best,
                priced,
            };
            for family in Family::ALL {
                let place = keys().position(|need| need.key.family == family && need.key.coverable);
                let Some(place) = place else { continue };
                found.extend(choice.flips_up(family, place));
                found.extend(choice.flips_down(family, place));
            }
        }
        found
    }
}

impl Choice<'_, '_> {
    /// One exam more than the best row can serve: until there it stays the best, since no other became cheaper.
    fn flips_up(&self, family: Family, place: usize) -> Option<BreakEven> {
        let mut fuller = self.cell.cell.clone();
        *fuller.needs.get_mut(place)? += BREAK_EVEN_REACH;
        let mut supplies = fuller.fixed.clone();
        for (lot, units) in fuller.lots.iter().zip(&self.best) {
            supplies.push(Supply {
                exams: lot.size * units,
                serves: lot.serves.clone(),
            });
        }
        let missing: i64 = assign(&supplies, &fuller.needs).missing.iter().sum();
        let spare = BREAK_EVEN_REACH - (missing - self.cell.part.worth.uncovered);
        self.flip(family, place, spare + 1)
    }

    /// The smallest number of exams fewer at which a better row serves: once one does, it does for all lower needs.
    fn flips_down(&self, family: Family, place: usize) -> Option<BreakEven> {
        let need = *self.cell.cell.needs.get(place)?;
        let (mut same, mut other) = (0, need.min(BREAK_EVEN_REACH) + 1);
        while other - same > 1 {
            let middle = same + (other - same) / 2;
            match self.flip(family, place, -middle) {
                Some(_) => other = middle,
                None => same = middle,
            }
        }
        (other <= need.min(BREAK_EVEN_REACH))
            .then(|| self.flip(family, place, -other))
            .flatten()
    }

    /// What is best at a changed need, if it is another row.
    fn flip(&self, family: Family, place: usize, change: i64) -> Option<BreakEven> {
        let mut other = self.cell.cell.clone();
        *other.needs.get_mut(place)? += change;
        let found = prove(&other, EFFORT);
        if found.worth != found.bound || found.units == self.best {
            return None;
        }
        Some(BreakEven {
            choice: self.place,
            family,
            change,
            units: self.units(&found.units),
            charge: self.priced.then_some(found.worth.charge),
        })
    }

    fn units(&self, units: &[i64]) -> Vec<ProductUnits> {
        let lots = self.cell.part.lots.iter().zip(units);
        lots.filter(|(_, units)| **units > 0)
            .filter_map(|(lot, units)| {
                let candidate = &self.solution.lots.get(*lot)?.candidate;
                Some(ProductUnits {
                    product: candidate.product.id.clone(),
                    day: Some(candidate.day),
                    units: *units,
                })
            })
            .collect()
    }
}
