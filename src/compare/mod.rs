//! What would change a plan: other choices, other days, other numbers. Each is planned for itself.

mod alternatives;
mod flips;
mod policies;
mod sensitivity;

use crate::catalogue::Catalogue;
use crate::comparison::{AgreementComparison, Difference, Outcome, Waiting};
use crate::domain::{Day, Table};
use crate::explain::access_lines;
use crate::plan::{ProductUnits, Proof};
use crate::request::Agreement;
use crate::rules::packs::Memory;
use crate::solve::{Effort, Solution, solve};

/// What an agreement's plan is compared on.
struct Bench<'a, 'c> {
    catalogue: &'c Catalogue,
    agreement: &'a Agreement<'c>,
    today: Day,
    effort: Effort,
    memory: Memory,
}

/// A plan as far as it is compared.
struct Trial<'c> {
    solution: Solution<'c>,
    outcome: Outcome,
    /// Units by product and order day.
    lines: Table<(String, Day), i64>,
}

/// Compares an agreement's plan. `None` where it has none.
#[must_use]
pub fn agreement<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    effort: Effort,
) -> Option<AgreementComparison> {
    let bench = Bench {
        catalogue,
        agreement,
        today,
        effort,
        memory: Memory::default(),
    };
    let here = bench.try_out(agreement, effort)?;
    let others = bench.choices(&here);
    let (sensitivity, groups_left) = bench.sensitivity(&here);
    Some(AgreementComparison {
        id: agreement.id.clone(),
        policies: others.differences,
        benefit_budgets: others.benefits,
        term_budgets: others.terms,
        waiting: bench.waiting(&here),
        break_evens: bench.break_evens(&here.solution),
        alternatives: bench.alternatives(&here.solution),
        sensitivity,
        groups_left,
    })
}

impl<'c> Bench<'_, 'c> {
    /// Plans a changed agreement.
    fn try_out(&self, agreement: &Agreement<'c>, effort: Effort) -> Option<Trial<'c>> {
        let (catalogue, today) = (self.catalogue, self.today);
        let mut unsaid = Vec::new();
        let solution = solve(
            catalogue,
            agreement,
            today,
            &self.memory,
            effort,
            &mut unsaid,
        )?;
        let mut lines: Table<(String, Day), i64> = Table::default();
        let mut charge = solution.worth.charge;
        for (_, order) in solution.orders() {
            let key = (order.candidate.product.id.clone(), order.candidate.day);
            lines.change(key, |sum| *sum += order.units);
        }
        for line in access_lines(catalogue, agreement, today, &solution)? {
            charge += line.charge.map_or(0, |charge| charge.value);
            lines.change((line.product, line.order_day.value), |sum| {
                *sum += line.units.value;
            });
        }
        let ends = solution.orders().map(|(_, order)| order.window.last());
        let outcome = Outcome {
            charge: agreement.priced().then_some(charge),
            exams: solution.worth.exams,
            uncovered: solution.worth.uncovered,
            units: by_product(&lines),
            first_order: lines.iter().map(|((_, day), _)| *day).min(),
            until: ends.max(),
            proven: solution.proof != Proof::BestFound,
        };
        Some(Trial {
            solution,
            outcome,
            lines,
        })
    }

    /// To order everything on the first day that an order can be placed, against the plan (COD-5, COD-6).
    fn waiting(&self, here: &Trial<'_>) -> Option<Waiting> {
        here.outcome.first_order?;
        let span = self.agreement.span;
        let eve = self.today.max(span.first()).plus_days(-1)?;
        let day = self.agreement.calendar.business_day_after(eve, 1)?;
        let now = Agreement {
            order_on: Some(day),
            ..self.agreement.clone()
        };
        span.contains(day).then_some(())?;
        Some(Waiting {
            now: self.try_out(&now, self.effort)?.outcome,
            planned: here.outcome.clone(),
        })
    }
}

impl Trial<'_> {
    /// What another plan differs by.
    fn difference(&self, other: &Self) -> Difference {
        let (here, there) = (&self.outcome, &other.outcome);
        Difference {
            charge: here
                .charge
                .zip(there.charge)
                .map(|(here, there)| there - here),
            exams: there.exams - here.exams,
            orders: self.lines != other.lines,
            uncovered: there.uncovered - here.uncovered,
            proven: here.proven && there.proven,
        }
    }
}

fn by_product(lines: &Table<(String, Day), i64>) -> Vec<ProductUnits> {
    let mut sums: Vec<ProductUnits> = Vec::new();
    for ((product, _), units) in lines.iter() {
        match sums.iter_mut().find(|known| known.product == *product) {
            Some(known) => known.units += units,
            None => sums.push(ProductUnits {
                product: product.clone(),
                day: None,
                units: *units,
            }),
        }
    }
    sums
}
