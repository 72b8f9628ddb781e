//! The choice of packs: the best row, and what each other row loses by.

use crate::domain::order::{sort, sort_by_key};
use crate::explain::Scene;
use crate::figure::{Ledger, Step, What};
use crate::plan::{Binding, FamilyNeed, PackChoice, PackRow, ProductUnits, Proof, Verdict};
use crate::rules::flow::{Supply, assign};
use crate::rules::packs::table::{Row, rows};
use crate::rules::packs::{Worth, shortages};
use crate::solve::SolvedCell;

/// Rows of alternatives kept for a single sitting, and nodes that finding them may take.
const ROWS: usize = 8;
const ROW_NODES: u64 = 4_000;

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
            .part
            .needs
            .iter()
            .filter_map(|need| self.solution.needs.get(*need))
            .map(|need| need.key);
        let mut sittings: Vec<_> = keys.clone().map(|key| key.sitting).collect();
        sort(&mut sittings);
        sittings.dedup();
        let single = sittings.len() == 1;
        let lots = cell
            .part
            .lots
            .iter()
            .filter_map(|lot| self.solution.lots.get(*lot));
        let units: Vec<i64> = lots.clone().map(|order| order.units).collect();
        let rows = Self::rows(cell, &units, single);
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
        let (best, bound) = (cell.part.worth, cell.part.bound);
        let step = Step::Bound {
            choice: u32::try_from(place).unwrap_or(u32::MAX),
        };
        let lower_bound = if priced {
            ledger.money(What::LowerBound, bound.charge, step, |figure| figure)
        } else {
            ledger.count(What::LowerBound, bound.exams, step, |figure| figure)
        };
        let proof = match (best.units, best == bound) {
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
            rows: rows
                .iter()
                .map(|row| self.row(cell, row, rows.first()))
                .collect(),
            nodes: u32::try_from(cell.part.nodes).unwrap_or(u32::MAX),
            cuts: u32::try_from(cell.part.cuts).unwrap_or(u32::MAX),
            binding: self.binding(cell, &units),
        }
    }

    /// Why not one unit fewer of what is ordered.
    fn binding(&self, cell: &SolvedCell, units: &[i64]) -> Vec<Binding> {
        let shortages = shortages(&cell.cell, units).into_iter();
        let explained = shortages.filter_map(|shortage| {
            let lot = cell.part.lots.get(shortage.lot)?;
            let candidate = &self.solution.lots.get(*lot)?.candidate;
            let needs = shortage.needs.iter().filter_map(|need| {
                let place = cell.part.needs.get(*need)?;
                Some(self.solution.needs.get(*place)?.key)
            });
            let (mut families, mut sittings): (Vec<_>, Vec<_>) =
                needs.map(|key| (key.family, key.sitting)).unzip();
            sort(&mut families);
            families.dedup();
            sort(&mut sittings);
            sittings.dedup();
            Some(Binding {
                product: candidate.product.id.clone(),
                day: candidate.day,
                missing: shortage.exams,
                families,
                sittings,
            })
        });
        explained.collect()
    }

    /// The way chosen, and for a single sitting the next best: its certificate that can be checked by hand.
    fn rows(cell: &SolvedCell, units: &[i64], single: bool) -> Vec<Row> {
        let lines = cell.cell.lots.iter().filter_map(|lot| lot.line);
        let apart = lines.clone().count() == cell.cell.lines.len();
        if single && apart {
            return rows(&cell.cell, units, ROWS, ROW_NODES);
        }
        vec![Row {
            units: units.to_vec(),
            worth: cell.part.worth,
        }]
    }

    fn row(&self, cell: &SolvedCell, row: &Row, first: Option<&Row>) -> PackRow {
        let best = first.map_or(Worth::default(), |row| row.worth);
        let served = cell.cell.needs.iter().sum::<i64>() - row.worth.uncovered;
        let fixed = Self::fixed_use(cell, row);
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
                .part
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
            .part
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
