//! What another choice of a policy would change: each is planned for itself.

use crate::catalogue::{Family, Track};
use crate::domain::Day;
use crate::domain::Table;
use crate::explain::Scene;
use crate::plan::{
    BenefitBudget, OrderLine, PolicyDifference, PolicyUse, ProductUnits, Proof, TermBudget,
};
use crate::policy::{Choice, ExamBenefit, Policies, Term};
use crate::request::Agreement;
use crate::solve::{Effort, Solution, solve};

/// The plan beside what other choices give.
pub struct Comparisons {
    /// Every policy, with the choices that change something.
    pub policies: Vec<PolicyUse>,
    /// The three ways to prorate exams.
    pub benefits: Vec<BenefitBudget>,
    /// The ways to end orders.
    pub terms: Vec<TermBudget>,
}

/// What is compared of a plan.
struct Outcome {
    charge: Option<i64>,
    exams: i64,
    uncovered: i64,
    units: Table<(String, Day), i64>,
    until: Option<Day>,
}

impl Scene<'_, '_> {
    /// Plans every other choice of every policy and notes what differs.
    pub fn comparisons(&self, lines: &[OrderLine]) -> Comparisons {
        let chosen = &self.agreement.policies;
        let here = self.outcome(self.solution);
        let defaults = Policies::default().choices();
        let mut others: Vec<(Choice, Option<Outcome>)> = Vec::new();
        for (choice, policies) in chosen.switched() {
            if self.can_matter(choice.policy) {
                others.push((choice, self.with(choice, policies)));
            }
        }
        let mut access = self.access_differences(lines);
        let policies = chosen.choices().into_iter().map(|choice| {
            let mut differences: Vec<PolicyDifference> = others
                .iter()
                .filter(|(other, _)| other.policy == choice.policy)
                .filter_map(|(other, outcome)| difference(&here, *other, outcome.as_ref()?))
                .collect();
            differences.extend(access.extract_if(.., |other| other.choice.policy == choice.policy));
            PolicyUse {
                choice,
                default: defaults.contains(&choice),
                others: differences,
            }
        });
        let policies = policies.collect();
        let benefits = ExamBenefit::ALL.iter().filter_map(|benefit| {
            let choice = Choice {
                policy: ExamBenefit::ID,
                choice: benefit.id(),
            };
            let outcome = self.find(&others, &here, choice)?;
            Some(BenefitBudget {
                choice,
                charge: outcome.charge,
                exams: outcome.exams,
                units: by_product(outcome),
            })
        });
        let terms = Term::ALL.iter().filter_map(|term| {
            let choice = Choice {
                policy: Term::ID,
                choice: term.id(),
            };
            let outcome = self.find(&others, &here, choice)?;
            Some(TermBudget {
                choice,
                charge: outcome.charge,
                exams: outcome.exams,
                until: outcome.until,
            })
        });
        Comparisons {
            policies,
            benefits: benefits.collect(),
            terms: terms.collect(),
        }
    }

    /// Whether a policy has anything to decide here: what cannot change the orders is not planned again.
    fn can_matter(&self, policy: &str) -> bool {
        let agreement = self.agreement;
        let takes = |families: &[Family]| {
            self.solution
                .needs
                .iter()
                .any(|need| families.contains(&need.key.family))
        };
        match policy {
            "access-term" | "book-on" => false,
            "round-at" | "rounding" => agreement.priced(),
            "mta-preparation" => {
                let mut targets = self.solution.demand.groups.iter().flatten();
                targets.any(|target| {
                    let open = target.sittings.iter().any(|sitting| !sitting.given);
                    target.certification.track == Track::Mta && open
                })
            }
            "mcp-covers-role-based" => takes(&[Family::Mcp]),
            "mcp-covers-fundamentals" => takes(&[Family::Fundamentals]),
            "share-packs" => agreement.sites.len() > 1,
            "free-vouchers" | "free-split" => self.solution.free.is_some(),
            "term-scope" => agreement.policies.term == Term::CoTerminate,
            _ => true,
        }
    }

    fn find<'o>(
        &self,
        others: &'o [(Choice, Option<Outcome>)],
        here: &'o Outcome,
        choice: Choice,
    ) -> Option<&'o Outcome> {
        if self.agreement.policies.choices().contains(&choice) {
            return Some(here);
        }
        others
            .iter()
            .find(|(other, _)| *other == choice)
            .and_then(|(_, outcome)| outcome.as_ref())
    }

    fn with(&self, choice: Choice, policies: Policies) -> Option<Outcome> {
        // What resellers do differently is compared in full (COD-3); the other choices with less patience.
        let effort = match choice.policy {
            Term::ID | ExamBenefit::ID => Effort::FULL,
            _ => Effort::QUICK,
        };
        let other = Agreement {
            policies,
            ..self.agreement.clone()
        };
        let solution = solve(
            self.catalogue,
            &other,
            self.today,
            self.memory,
            effort,
            &mut Vec::new(),
        )?;
        // What is not proven is not compared: a difference must not be the search's own.
        (solution.proof != Proof::BestFound).then(|| self.outcome(&solution))
    }

    fn outcome(&self, solution: &Solution<'_>) -> Outcome {
        let mut units: Table<(String, Day), i64> = Table::default();
        for (_, order) in solution.orders() {
            let key = (order.candidate.product.id.clone(), order.candidate.day);
            units.change(key, |sum| *sum += order.units);
        }
        Outcome {
            charge: self.agreement.priced().then_some(solution.worth.charge),
            exams: solution.worth.exams,
            uncovered: solution.worth.uncovered,
            until: solution
                .orders()
                .map(|(_, order)| order.window.last())
                .max(),
            units,
        }
    }

    /// Access products take no part in the search, so what their policy changes is reckoned from their lines.
    fn access_differences(&self, lines: &[OrderLine]) -> Vec<PolicyDifference> {
        let access: i64 = lines
            .iter()
            .filter(|line| line.exams.is_none())
            .filter_map(|line| line.charge)
            .map(|charge| charge.value)
            .sum();
        if access == 0 {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (choice, policies) in self.agreement.policies.switched() {
            if !matches!(choice.policy, "access-term") {
                continue;
            }
            let other = Agreement {
                policies,
                ..self.agreement.clone()
            };
            let scene = Scene {
                agreement: &other,
                ..*self
            };
            let mut ledger = crate::figure::Ledger::default();
            let mut others = Vec::new();
            if scene.libraries(&mut ledger, &mut others).is_none() {
                continue;
            }
            let charge: i64 = others
                .iter()
                .filter_map(|line| line.charge)
                .map(|charge| charge.value)
                .sum();
            if charge != access {
                found.push(PolicyDifference {
                    choice,
                    charge: Some(charge - access),
                    exams: 0,
                    orders: false,
                    uncovered: 0,
                });
            }
        }
        found
    }
}

fn difference(here: &Outcome, choice: Choice, other: &Outcome) -> Option<PolicyDifference> {
    let charge = here
        .charge
        .zip(other.charge)
        .map(|(here, other)| other - here);
    let orders = here.units != other.units;
    let difference = PolicyDifference {
        choice,
        charge,
        exams: other.exams - here.exams,
        orders,
        uncovered: other.uncovered - here.uncovered,
    };
    let same =
        charge.unwrap_or(0) == 0 && difference.exams == 0 && !orders && difference.uncovered == 0;
    (!same).then_some(difference)
}

fn by_product(outcome: &Outcome) -> Vec<ProductUnits> {
    let mut sums: Vec<ProductUnits> = Vec::new();
    for ((product, _), units) in outcome.units.iter() {
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
