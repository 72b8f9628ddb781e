//! The next best for needs over several sittings: more, or fewer, of one product than the plan has.
//!
//! A single sitting has a table of every way to buy in the plan itself; over several, where there are too many ways, each
//! product is asked what one unit more or less would cost.

use crate::compare::Bench;
use crate::comparison::Alternative;
use crate::plan::ProductUnits;
use crate::rules::packs::{Limit, prove};
use crate::solve::{Solution, SolvedCell};

/// Units that no plan has.
const ANY: i64 = i64::MAX;

impl Bench<'_, '_> {
    /// The alternatives of every choice for several sittings that is proven and orders something.
    pub fn alternatives(&self, solution: &Solution<'_>) -> Vec<Alternative> {
        let mut found = Vec::new();
        for (place, cell) in (0..).zip(&solution.cells) {
            let needs = cell.part.needs.iter();
            let mut sittings =
                needs.filter_map(|need| Some(solution.needs.get(*need)?.key.sitting));
            let first = sittings.next();
            let several = sittings.any(|sitting| Some(sitting) != first);
            let (worth, bound) = (cell.part.worth, cell.part.bound);
            if !several || worth.units == 0 || worth != bound {
                continue;
            }
            let mut ranks: Vec<usize> = cell.cell.lots.iter().map(|lot| lot.product).collect();
            crate::domain::order::sort(&mut ranks);
            ranks.dedup();
            for rank in ranks {
                found.extend(self.around(solution, place, cell, rank));
            }
        }
        found
    }

    /// With more and with fewer units of a product.
    fn around(
        &self,
        solution: &Solution<'_>,
        choice: u32,
        cell: &SolvedCell,
        rank: usize,
    ) -> Vec<Alternative> {
        let lots = cell.cell.lots.iter().enumerate();
        let of_product: Vec<usize> = lots
            .filter(|(_, lot)| lot.product == rank)
            .map(|(place, _)| place)
            .collect();
        let order = |place: &usize| solution.lots.get(*cell.part.lots.get(*place)?);
        let now: i64 = of_product
            .iter()
            .filter_map(|place| Some(order(place)?.units))
            .sum();
        let product = of_product
            .first()
            .and_then(order)
            .map(|order| order.candidate.product.id.clone())
            .unwrap_or_default();
        let mut found = Vec::new();
        for more in [false, true] {
            let (least, most) = if more { (now + 1, ANY) } else { (0, now - 1) };
            if most < 0 {
                continue;
            }
            let mut other = cell.cell.clone();
            other.limits.push(Limit {
                lots: of_product.clone(),
                least,
                most,
            });
            let outcome = prove(&other, self.effort.part().0);
            if outcome.worth.uncovered != cell.part.worth.uncovered {
                continue;
            }
            let units = outcome.units.iter().enumerate();
            found.push(Alternative {
                choice,
                product: product.clone(),
                bound: if more { least } else { most },
                more,
                units: units
                    .filter(|(_, units)| **units > 0)
                    .filter_map(|(place, units)| {
                        let candidate = &order(&place)?.candidate;
                        Some(ProductUnits {
                            product: candidate.product.id.clone(),
                            day: Some(candidate.day),
                            units: *units,
                        })
                    })
                    .collect(),
                charge: self.agreement.priced().then_some(outcome.worth.charge),
                exams: outcome.worth.exams,
                packs: outcome.worth.units,
                proven: outcome.worth == outcome.bound,
            });
        }
        found
    }
}
