//! What would change a plan: other choices, other days, other numbers. Each is planned for itself.

mod alternatives;
mod flips;
mod policies;
mod progress;
mod sensitivity;

use std::cell::RefCell;

use crate::catalogue::Catalogue;
use crate::comparison::{AgreementComparison, Difference, Outcome, Waiting};
use crate::domain::{Day, Table};
use crate::explain::access_lines;
use crate::plan::{ProductUnits, Proof};
use crate::request::Agreement;
use crate::rules::packs::Memory;
use crate::solve::{Effort, Solution, solve};

use progress::Next;
pub use progress::Progress;

/// What an agreement's plan is compared on.
struct Bench<'a, 'c> {
    catalogue: &'c Catalogue,
    agreement: &'a Agreement<'c>,
    today: Day,
    effort: Effort,
    memory: Memory,
    progress: RefCell<&'a mut Progress>,
}

/// The plan that others are compared with.
struct Here<'c> {
    solution: Solution<'c>,
    trial: Trial,
}

/// A plan as far as it is compared.
#[derive(Clone, Debug)]
struct Trial {
    outcome: Outcome,
    /// Units by product and order day.
    lines: Table<(String, Day), i64>,
    /// Sittings that are not planned.
    dropped: usize,
}

/// Compares an agreement's plan. `None` where it has none, and where no more plans may be made now.
#[must_use]
pub fn agreement<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    effort: Effort,
    progress: &mut Progress,
) -> Option<AgreementComparison> {
    progress.of_next(|progress| compared(catalogue, agreement, today, effort, progress))
}

fn compared<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    effort: Effort,
    progress: &mut Progress,
) -> Option<AgreementComparison> {
    let bench = Bench {
        catalogue,
        agreement,
        today,
        effort,
        memory: Memory::default(),
        progress: RefCell::new(progress),
    };
    let here = bench.plan(agreement, effort)?;
    let others = bench.choices(&here);
    let waiting = bench.waiting(&here.trial);
    let (sensitivity, groups_left) = bench.sensitivity(&here);
    if bench.progress.borrow().is_held() {
        return None;
    }
    Some(AgreementComparison {
        id: agreement.id.clone(),
        policies: others.differences,
        benefit_budgets: others.benefits,
        term_budgets: others.terms,
        waiting,
        break_evens: bench.break_evens(&here.solution),
        alternatives: bench.alternatives(&here.solution),
        sensitivity,
        groups_left,
    })
}

impl<'c> Bench<'_, 'c> {
    /// Plans a changed agreement, unless that was done in an earlier step.
    fn try_out(&self, agreement: &Agreement<'c>, effort: Effort) -> Option<Trial> {
        if let Next::Known(known) = self.progress.borrow_mut().next() {
            return known;
        }
        let trial = self.plan(agreement, effort).map(|here| here.trial);
        self.progress.borrow_mut().keep(trial.clone());
        trial
    }

    fn plan(&self, agreement: &Agreement<'c>, effort: Effort) -> Option<Here<'c>> {
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
        let targets = solution.demand.groups.iter().flatten();
        let sittings = targets.flat_map(|target| &target.sittings);
        let dropped = sittings.filter(|sitting| !sitting.planned).count();
        Some(Here {
            solution,
            trial: Trial {
                outcome,
                lines,
                dropped,
            },
        })
    }

    /// To order everything on the first day that an order can be placed, against the plan (COD-5, COD-6).
    fn waiting(&self, here: &Trial) -> Option<Waiting> {
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

impl Trial {
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
