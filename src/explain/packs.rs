//! The choice of packs: the best row, and what each other row loses by.

use crate::domain::order::{sort, sort_by_key};
use crate::explain::Scene;
use crate::figure::{Ledger, Step, What};
use crate::plan::{FamilyNeed, PackChoice, PackRow, ProductUnits, Proof, Verdict};
use crate::rules::flow::{Supply, assign};
use crate::rules::packs::{Row, Worth};
use crate::solve::SolvedCell;

impl Scene<'_, '_> {
    /// The tables of the optimiser, in the order of its cells.
    pub fn choices(&self, ledger: &mut Ledger) -> Vec<PackChoice> {
        let cells = self.solution.cells.iter().enumerate();
        cells
            .map(|(place, cell)| self.choice(ledger, place, cell))
            .collect()
    }

    fn choice(&self, ledger: &mut Ledger, place: usize, cell: &SolvedCell) -> PackChoice {
        let keys = cell
            .needs
            .iter()
            .filter_map(|need| self.solution.needs.get(*need))
            .map(|need| need.key);
        let mut sittings: Vec<_> = keys.clone().map(|key| key.sitting).collect();
        sort(&mut sittings);
        sittings.dedup();
        let lots = cell
            .lots
            .iter()
            .filter_map(|lot| self.solution.lots.get(*lot));
        let site = lots
            .clone()
            .find_map(|order| order.candidate.site)
            .map(|site| self.site_id(site));
        let mut needs: Vec<FamilyNeed> = Vec::new();
        for (key, exams) in keys.zip(&cell.cell.needs) {
            match needs.iter_mut().find(|known| known.family == key.family) {
                Some(known) => known.exams += exams,
                None => needs.push(FamilyNeed {
                    family: key.family,
                    exams: *exams,
                }),
            }
        }
        sort_by_key(&mut needs, |need| need.family);
        let priced = self.agreement.priced();
        let best = cell
            .found
            .rows
            .first()
            .map_or(Worth::default(), |row| row.worth);
        let bound = cell.found.bound;
        let step = Step::Bound {
            choice: u32::try_from(place).unwrap_or(u32::MAX),
        };
        let lower_bound = if priced {
            ledger.money(What::LowerBound, bound.charge, step, |figure| figure)
        } else {
            ledger.count(What::LowerBound, bound.exams, step, |figure| figure)
        };
        let proof = match (best.units, cell.found.proven) {
            (0, true) => Proof::NothingToOrder,
            (_, true) => Proof::Optimal,
            (_, false) => Proof::BestFound,
        };
        PackChoice {
            site,
            sittings,
            needs,
            proof,
            lower_bound,
            rows: cell
                .found
                .rows
                .iter()
                .map(|row| self.row(cell, row, best))
                .collect(),
        }
    }

    fn row(&self, cell: &SolvedCell, row: &Row, best: Worth) -> PackRow {
        let served = cell.cell.needs.iter().sum::<i64>() - row.worth.uncovered;
        let fixed = Self::fixed_use(cell, row);
        let first = cell.found.rows.first();
        let verdict = if first == Some(row) {
            Verdict::Chosen
        } else if row.worth.charge != best.charge {
            Verdict::CostsMore {
                minor: row.worth.charge - best.charge,
            }
        } else if row.worth.exams != best.exams {
            Verdict::BuysMore {
                exams: row.worth.exams - best.exams,
            }
        } else if row.worth.units != best.units {
            Verdict::MoreUnits {
                units: row.worth.units - best.units,
            }
        } else {
            let units = first
                .map(|first| first.units.as_slice())
                .unwrap_or_default();
            let differs = units
                .iter()
                .zip(&row.units)
                .position(|(best, other)| best > other)
                .unwrap_or(0);
            let lot = cell
                .lots
                .get(differs)
                .and_then(|lot| self.solution.lots.get(*lot));
            Verdict::LaterInOrder {
                product: lot
                    .map(|lot| lot.candidate.product.id.clone())
                    .unwrap_or_default(),
            }
        };
        PackRow {
            units: self.product_units(cell, &row.units),
            charge: self.agreement.priced().then_some(row.worth.charge),
            exams: row.worth.exams,
            unused: row.worth.exams - (served - fixed),
            packs: row.worth.units,
            verdict,
        }
    }

    /// What free vouchers and stock serve when a row is bought: they are used first.
    fn fixed_use(cell: &SolvedCell, row: &Row) -> i64 {
        let mut supplies = cell.cell.fixed.clone();
        for (lot, units) in cell.cell.lots.iter().zip(&row.units) {
            supplies.push(Supply {
                exams: lot.size * units,
                serves: lot.serves.clone(),
            });
        }
        let assignment = assign(&supplies, &cell.cell.needs);
        (0..cell.cell.fixed.len())
            .map(|place| assignment.given_by(place))
            .sum()
    }

    fn product_units(&self, cell: &SolvedCell, units: &[i64]) -> Vec<ProductUnits> {
        let lots = cell
            .lots
            .iter()
            .filter_map(|lot| self.solution.lots.get(*lot))
            .zip(units);
        lots.filter(|(_, units)| **units > 0)
            .map(|(lot, units)| ProductUnits {
                product: lot.candidate.product.id.clone(),
                day: Some(lot.candidate.day),
                units: *units,
            })
            .collect()
    }
}
