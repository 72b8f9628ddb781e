//! What other choices of the policies would change, and what resellers do differently side by side (COD-2, COD-3).

use crate::catalogue::{Family, Track};
use crate::compare::{Bench, Here, Trial};
use crate::comparison::{PolicyBudget, PolicyDifference};
use crate::policy::{Choice, ExamBenefit, Policies, Term};
use crate::request::Agreement;

/// The plan beside what other choices give.
pub struct Choices {
    /// Every other choice that changes something.
    pub differences: Vec<PolicyDifference>,
    /// The three ways to prorate exams.
    pub benefits: Vec<PolicyBudget>,
    /// The ways to end orders.
    pub terms: Vec<PolicyBudget>,
}

impl<'c> Bench<'_, 'c> {
    /// Plans every other choice of every policy and notes what differs.
    pub fn choices(&self, here: &Here<'c>) -> Choices {
        let chosen = &self.agreement.policies;
        let mut others: Vec<(Choice, Trial)> = Vec::new();
        for (choice, policies) in chosen.switched() {
            if self.can_matter(here, choice.policy)
                && let Some(trial) = self.with(choice, policies)
            {
                others.push((choice, trial));
            }
        }
        let budget = |policy: &'static str, choice: &'static str| {
            let choice = Choice { policy, choice };
            let trial = if chosen.choices().contains(&choice) {
                Some(&here.trial)
            } else {
                let mut others = others.iter();
                others
                    .find(|(other, _)| *other == choice)
                    .map(|(_, trial)| trial)
            };
            let outcome = trial?.outcome.clone();
            Some(PolicyBudget { choice, outcome })
        };
        let benefits = ExamBenefit::ALL.iter();
        let terms = Term::ALL.iter();
        Choices {
            benefits: benefits
                .filter_map(|it| budget(ExamBenefit::ID, it.id()))
                .collect(),
            terms: terms.filter_map(|it| budget(Term::ID, it.id())).collect(),
            differences: others
                .iter()
                .filter_map(|(choice, trial)| {
                    let difference = here.trial.difference(trial);
                    let charge = difference.charge.unwrap_or(0);
                    let same = (charge, difference.exams, difference.uncovered) == (0, 0, 0);
                    (!same || difference.orders).then_some(PolicyDifference {
                        choice: *choice,
                        difference,
                    })
                })
                .collect(),
        }
    }

    /// Whether a policy has anything to decide here: what cannot change the orders is not planned again.
    fn can_matter(&self, here: &Here<'_>, policy: &str) -> bool {
        let agreement = self.agreement;
        let takes = |family: Family| {
            let mut needs = here.solution.needs.iter();
            needs.any(|need| need.key.family == family)
        };
        match policy {
            "book-on" => false,
            "access-term" => !agreement.libraries.is_empty(),
            "round-at" | "rounding" => agreement.priced(),
            "mta-preparation" => {
                let mut targets = here.solution.demand.groups.iter().flatten();
                targets.any(|target| {
                    let open = target.sittings.iter().any(|sitting| !sitting.given);
                    target.certification.track == Track::Mta && open
                })
            }
            "mcp-covers-role-based" => takes(Family::Mcp),
            "mcp-covers-fundamentals" => takes(Family::Fundamentals),
            "share-packs" => agreement.sites.len() > 1,
            "free-vouchers" | "free-split" => here.solution.free.is_some(),
            "term-scope" => agreement.policies.term == Term::CoTerminate,
            _ => true,
        }
    }

    fn with(&self, choice: Choice, policies: Policies) -> Option<Trial> {
        // What resellers do differently is compared in full; the other choices with less patience.
        let effort = match choice.policy {
            Term::ID | ExamBenefit::ID => self.effort,
            _ => self.effort.part(),
        };
        let other = Agreement {
            policies,
            ..self.agreement.clone()
        };
        self.try_out(&other, effort)
    }
}
