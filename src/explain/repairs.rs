//! What puts an uncovered need right: each part of its conflict that the user can change, changed and planned again.
//!
//! Only what removes the finding is offered, with what the plan then comes to; the cheapest stands first.

use crate::catalogue::ProductKind;
use crate::domain::order::{sort, sort_by_key};
use crate::domain::{Day, Span};
use crate::explain::Scene;
use crate::finding::{ConflictFact, ConflictPart, FieldChange, Repair, RepairAction, RepairEffect};
use crate::plan::Proof;
use crate::request::Agreement;
use crate::rules::demand::LineKey;
use crate::solve::{Effort, Solution, solve};

/// A change of the agreement, and the fields that make it.
struct Change<'c> {
    action: RepairAction,
    fields: Vec<FieldChange>,
    agreement: Agreement<'c>,
    /// The day that exam days are moved to, if they are.
    moved: Option<Day>,
}

impl<'c> Scene<'_, 'c> {
    /// Changes that remove the finding, the cheapest first.
    pub fn repairs(
        &self,
        key: &LineKey,
        need: usize,
        exams: i64,
        conflict: &[ConflictPart],
        trials: &mut usize,
    ) -> Vec<Repair> {
        let mut found: Vec<((i64, i64, i64, usize), Repair)> = Vec::new();
        for (place, part) in conflict.iter().enumerate() {
            // Of the ways to change one part, the cheapest stands for it.
            let mut best: Option<((i64, i64, i64, usize), Repair)> = None;
            for change in self.changes(part, key, need) {
                if *trials == 0 {
                    break;
                }
                *trials -= 1;
                let Some((after, effect)) = self.planned_again(&change, key, exams) else {
                    continue;
                };
                let rank = (
                    effect.uncovered,
                    after.worth.charge,
                    after.worth.exams,
                    place,
                );
                if best.as_ref().is_none_or(|(least, _)| rank < *least) {
                    let mut fields = change.fields.into_iter();
                    let Some(first) = fields.next() else { continue };
                    let mut repair = Repair::new(change.action, first.path, first.value);
                    repair.also = fields.collect();
                    repair.effect = Some(effect);
                    best = Some((rank, repair));
                }
                // The least change is enough where a larger one only gives up more.
                if matches!(
                    part.fact,
                    ConflictFact::Retakes { .. } | ConflictFact::AgreementEnd { .. }
                ) {
                    break;
                }
            }
            found.extend(best);
        }
        sort_by_key(&mut found, |(rank, _)| *rank);
        let mut repairs: Vec<Repair> = found.into_iter().map(|(_, repair)| repair).collect();
        let first = repairs.first_mut().and_then(|first| first.effect.as_mut());
        if let Some(effect) = first {
            effect.cheapest = true;
        }
        repairs
    }

    /// The plan of a changed agreement, if it covers the need, takes nothing from others and drops no sitting.
    fn planned_again(
        &self,
        change: &Change<'c>,
        key: &LineKey,
        exams: i64,
    ) -> Option<(Solution<'c>, RepairEffect)> {
        let after = solve(
            self.catalogue,
            &change.agreement,
            self.today,
            self.memory,
            Effort::QUICK,
            &mut Vec::new(),
        )?;
        let before: i64 = self.solution.assignment.missing.iter().sum();
        let uncovered: i64 = after.assignment.missing.iter().sum();
        let planned = |solution: &Solution<'_>| {
            let targets = solution.demand.groups.iter().flatten();
            let sittings = targets.flat_map(|target| &target.sittings);
            sittings.filter(|sitting| sitting.planned).count()
        };
        let still = after
            .needs
            .iter()
            .zip(&after.assignment.missing)
            .any(|(need, missing)| {
                let same = (need.key.site, need.key.audience, need.key.family)
                    == (key.site, key.audience, key.family);
                let day = need.key.sitting;
                *missing > 0 && same && (day == key.sitting || change.moved == Some(day))
            });
        if still || uncovered > before - exams || planned(&after) != planned(self.solution) {
            return None;
        }
        let proven = self.agreement.priced()
            && after.proof != Proof::BestFound
            && self.solution.proof != Proof::BestFound;
        let effect = RepairEffect {
            uncovered,
            charge: proven.then(|| after.worth.charge - self.solution.worth.charge),
            exams: after.worth.exams - self.solution.worth.exams,
            cheapest: false,
        };
        Some((after, effect))
    }

    /// The ways to change a part of a conflict, if the user can.
    fn changes(&self, part: &ConflictPart, key: &LineKey, need: usize) -> Vec<Change<'c>> {
        match &part.fact {
            ConflictFact::Sitting { .. } => self
                .days_to_try(key, need)
                .into_iter()
                .filter_map(|day| self.moved(day, need))
                .collect(),
            ConflictFact::Retakes { .. } => self.fewer_attempts(need),
            ConflictFact::TestCentre { .. } => self.authorised(key).into_iter().collect(),
            ConflictFact::AgreementEnd { day } => self.extended(*day),
            ConflictFact::Programme { .. } => self
                .catalogue
                .programmes
                .iter()
                .filter(|programme| programme.id != self.agreement.programme.id)
                .map(|programme| Change {
                    action: RepairAction::ChooseProgramme,
                    fields: self.field("programme", programme.id.clone()),
                    agreement: Agreement {
                        programme,
                        ..self.agreement.clone()
                    },
                    moved: None,
                })
                .collect(),
            ConflictFact::Policy { policy, .. } => {
                let switched = self.agreement.policies.switched().into_iter();
                let switched = switched.filter(|(choice, _)| choice.policy == *policy);
                switched
                    .filter_map(|(choice, policies)| {
                        let field = part.path.clone()?;
                        Some(Change {
                            action: RepairAction::SwitchPolicy,
                            fields: vec![FieldChange {
                                path: field,
                                value: choice.choice.to_owned(),
                            }],
                            agreement: Agreement {
                                policies,
                                ..self.agreement.clone()
                            },
                            moved: None,
                        })
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn field(&self, field: &str, value: String) -> Vec<FieldChange> {
        vec![FieldChange {
            path: self.path(field),
            value,
        }]
    }

    /// Days to which an exam day could be moved: the first on which each product arrives, the last that its codes hold.
    fn days_to_try(&self, key: &LineKey, need: usize) -> Vec<Day> {
        let calendar = &self.agreement.calendar;
        let mut days: Vec<Day> = Vec::new();
        for product in self.products(key) {
            if !self
                .fixed_obstacles(product, key, &mut Vec::new())
                .is_empty()
            {
                continue;
            }
            let (first, _) = self.first_day(product, key.site);
            let order = first
                .plus_days(-1)
                .and_then(|before| calendar.business_day_after(before, 1));
            let dates = order.and_then(|day| self.leads().dates(day, product.kind, calendar));
            days.extend(dates.map(|dates| dates.latest.max(first)));
            let obstacle = self.timed_obstacle(product, key, need, &mut Vec::new());
            for part in obstacle.into_iter().flatten() {
                if let ConflictFact::TermEnd { day, .. } | ConflictFact::CodesEnd { day, .. } =
                    part.fact
                {
                    days.extend(day.plus_days(-key.sitting.days_until(key.last_day)));
                }
            }
        }
        days.retain(|day| {
            *day != key.sitting && *day >= self.today && self.agreement.span.contains(*day)
        });
        sort(&mut days);
        days.dedup();
        days
    }

    /// All sittings behind a need on another day.
    fn moved(&self, day: Day, need: usize) -> Option<Change<'c>> {
        let mut agreement = self.agreement.clone();
        let mut fields = Vec::new();
        for at in self.sittings_of(need) {
            let group = agreement.groups.get_mut(at.group)?;
            group.waves.get_mut(at.wave)?.day = Some(day);
            fields.push(FieldChange {
                path: at.day(),
                value: day.to_string(),
            });
        }
        Some(Change {
            action: RepairAction::MoveSitting,
            fields,
            agreement,
            moved: Some(day),
        })
    }

    fn fewer_attempts(&self, need: usize) -> Vec<Change<'c>> {
        let mut places: Vec<usize> = self.sittings_of(need).iter().map(|at| at.group).collect();
        places.dedup();
        let most = places
            .iter()
            .filter_map(|place| self.agreement.groups.get(*place))
            .map(|group| group.attempts.value)
            .max();
        let fewer = |attempts: i64| {
            let mut agreement = self.agreement.clone();
            let mut fields = Vec::new();
            for place in &places {
                let given = &mut agreement.groups.get_mut(*place)?.attempts;
                if given.value > attempts {
                    given.value = attempts;
                    fields.push(FieldChange {
                        path: given.path.clone(),
                        value: attempts.to_string(),
                    });
                }
            }
            Some(Change {
                action: RepairAction::FewerAttempts,
                fields,
                agreement,
                moved: None,
            })
        };
        // Rule and time may have cut what was asked for already; fewer than that are tried, the most first.
        let last = self.solution.needs.get(need);
        let most = most.unwrap_or(1).min(last.map_or(1, |need| {
            let attempts = need.terms.iter().map(|term| term.attempts);
            attempts.max().map_or(1, i64::from)
        }));
        (1..most).rev().filter_map(fewer).collect()
    }

    /// The site as a test centre in time for the last safe order.
    fn authorised(&self, key: &LineKey) -> Option<Change<'c>> {
        let mut agreement = self.agreement.clone();
        let by = key.sitting.min(self.agreement.span.last());
        let (kind, earliest) = (ProductKind::SitePack, self.earliest());
        let day = self
            .leads()
            .last_safe_day(by, kind, &self.agreement.calendar, earliest)?;
        let from = agreement
            .sites
            .get_mut(key.site)?
            .test_centre_from
            .as_mut()?;
        from.value = day;
        let fields = vec![FieldChange {
            path: from.path.clone(),
            value: day.to_string(),
        }];
        Some(Change {
            action: RepairAction::AuthoriseTestCentre,
            fields,
            agreement,
            moved: None,
        })
    }

    /// The agreement with later ends, each by whole months.
    fn extended(&self, end: Day) -> Vec<Change<'c>> {
        let later = |months: u32| {
            let end = end.plus_days(1)?.plus_months(months)?.plus_days(-1)?;
            Some(Change {
                action: RepairAction::ExtendAgreement,
                fields: self.field("end", end.to_string()),
                agreement: Agreement {
                    span: Span::new(self.agreement.span.first(), end)?,
                    ..self.agreement.clone()
                },
                moved: None,
            })
        };
        [1, 2, 3, 6, 12].into_iter().filter_map(later).collect()
    }
}
