//! Why nothing covers a need, and what the cheapest way out is.
//!
//! A product is kept from a need by obstacles; each is made of entries and facts that only together are in the way. The
//! conflict is a smallest set of them that keeps every product away: without any one, some product could serve. Each
//! part that the user can change is then changed and planned again; what removes the finding is a repair.

use crate::catalogue::{Product, ProductKind, on};
use crate::domain::order::{sort, sort_by_key};
use crate::domain::{Day, Ratio, Span};
use crate::explain::Scene;
use crate::finding::Finding;
use crate::finding::{
    ConflictFact, ConflictPart, FieldChange, FindingCode, Repair, RepairAction, RepairEffect,
    Severity,
};
use crate::plan::{LeftOutReason, NeedLine, Proof};
use crate::policy::{ExamBenefit, Expiry, McpCoversFundamentals, McpCoversRoleBased};
use crate::request::Agreement;
use crate::rules::delivery::Leads;
use crate::rules::demand::{LineKey, feeds, note};
use crate::rules::proration::factor;
use crate::rules::supply::{exams_in, families, months, needs_test_centre, orderable};
use crate::rules::terms::Terms;
use crate::rules::window::{Limits, months_from_purchase};
use crate::solve::{Effort, Solution, solve};

/// Plans made again for all repairs of a plan, at most: a plan with many needs takes longer to make.
const TRIALS: usize = 24;

/// Months by which the end of an agreement is moved at most to find one that works.
const MOST_MONTHS: u32 = 12;

/// Where a sitting behind a need was entered.
pub struct At {
    /// The place of the group.
    group: usize,
    /// The place of its wave.
    wave: usize,
    /// Whether the day was given.
    given: bool,
    /// The group's own field.
    path: String,
}

impl At {
    /// The field a finding about it belongs to.
    pub fn field(&self) -> String {
        if self.given {
            self.day()
        } else {
            format!("{}.people", self.path)
        }
    }

    /// The field of its day.
    fn day(&self) -> String {
        format!("{}.sittings[{}].day", self.path, self.wave)
    }
}

/// A change of the agreement, and the fields that make it.
struct Change<'c> {
    action: RepairAction,
    fields: Vec<FieldChange>,
    agreement: Agreement<'c>,
    /// The day that exam days are moved to, if they are.
    moved: Option<Day>,
}

/// An obstacle: all of its parts together keep a product away.
type Obstacle = Vec<ConflictPart>;

impl<'c> Scene<'_, 'c> {
    /// Notes every need that something is missing for, with what conflicts and what repairs it.
    pub fn uncovered_notes(&self, needs: &[NeedLine], findings: &mut Vec<Finding>) {
        let uncovered = needs.iter().filter(|need| need.uncovered > 0).count();
        let mut trials = TRIALS
            .min(40 * TRIALS / (needs.len() + 1))
            .max(uncovered.min(3));
        for (place, need) in needs.iter().enumerate() {
            let Some(key) = self.solution.needs.get(place).map(|need| need.key) else {
                continue;
            };
            if need.uncovered == 0 {
                continue;
            }
            let (conflict, cites) = self.conflict(&key, place);
            let repairs = self.repairs(&key, place, need.uncovered, &conflict, &mut trials);
            let code = FindingCode::NeedUncovered {
                site: need.site.clone(),
                audience: need.audience,
                family: need.family,
                sitting: need.sitting,
                exams: need.uncovered,
                conflict,
            };
            let path = self.field_of(place);
            let mut finding = note(Severity::Blocker, path, code, &["PRG-4", "COD-7"]);
            finding.cites = cites;
            finding.repairs = repairs;
            findings.push(finding);
        }
    }

    /// The sittings that make up a need.
    pub fn sittings_of(&self, need: usize) -> Vec<At> {
        let Some(key) = self.solution.needs.get(need).map(|need| need.key) else {
            return Vec::new();
        };
        let mut all: Vec<At> = Vec::new();
        let groups = self.agreement.groups.iter().enumerate();
        for ((place, group), targets) in groups.zip(&self.solution.demand.groups) {
            for target in targets {
                for (wave, sitting) in target.sittings.iter().enumerate() {
                    let known = all.iter().any(|at| at.group == place && at.wave == wave);
                    if !known && feeds(group, target, sitting, &key) {
                        all.push(At {
                            group: place,
                            wave,
                            given: sitting.given,
                            path: group.path.clone(),
                        });
                    }
                }
            }
        }
        all
    }

    /// A smallest set of parts that keeps every product from a need, and where its facts were read.
    fn conflict(&self, key: &LineKey, need: usize) -> (Vec<ConflictPart>, Vec<String>) {
        let mut cites = Vec::new();
        let products = self.products(key);
        let blocked: Vec<Vec<Obstacle>> = products
            .into_iter()
            .map(|product| self.obstacles(product, key, need, &mut cites))
            .collect();
        if blocked.iter().any(Vec::is_empty) {
            return (Vec::new(), Vec::new());
        }
        sort(&mut cites);
        cites.dedup();
        (smallest(&blocked), cites)
    }

    /// The products that could serve a need by their families, under some policy.
    fn products(&self, key: &LineKey) -> Vec<&'c Product> {
        let most = McpCoversFundamentals::SingleAndClass;
        let products = self.catalogue.products.iter();
        products
            .filter(|product| product.kind != ProductKind::ReferenceLibrary)
            .filter(|product| families(product, most).contains(&key.family))
            .collect()
    }

    fn part(&self, field: &str, fact: ConflictFact) -> ConflictPart {
        ConflictPart {
            path: Some(self.path(field)),
            fact,
        }
    }

    /// Everything that keeps a product from a need.
    fn obstacles(
        &self,
        product: &'c Product,
        key: &LineKey,
        need: usize,
        cites: &mut Vec<String>,
    ) -> Vec<Obstacle> {
        let mut all = self.fixed_obstacles(product, key, cites);
        all.extend(self.timed_obstacle(product, key, need, cites));
        all
    }

    /// What keeps a product away on any day.
    fn fixed_obstacles(
        &self,
        product: &'c Product,
        key: &LineKey,
        cites: &mut Vec<String>,
    ) -> Vec<Obstacle> {
        let agreement = self.agreement;
        let policies = &agreement.policies;
        let id = || product.id.clone();
        let mut all: Vec<Obstacle> = Vec::new();
        let fundamentals = policies.mcp_covers_fundamentals;
        if !families(product, fundamentals).contains(&key.family) {
            all.push(vec![self.part(
                "policies.mcpCoversFundamentals",
                ConflictFact::Policy {
                    policy: McpCoversFundamentals::ID,
                    choice: fundamentals.id(),
                },
            )]);
        }
        if !key.coverable {
            all.push(vec![self.part(
                "policies.mcpCoversRoleBased",
                ConflictFact::Policy {
                    policy: McpCoversRoleBased::ID,
                    choice: policies.mcp_covers_role_based.id(),
                },
            )]);
        }
        if !product.audiences.is_empty() && !product.audiences.contains(&key.audience) {
            all.push(vec![self.part(
                "groups",
                ConflictFact::Audience {
                    product: id(),
                    audience: key.audience,
                },
            )]);
        }
        if let Err((reason, read)) = orderable(
            self.catalogue,
            &agreement.programme.id,
            product,
            self.earliest(),
        ) && !matches!(reason, LeftOutReason::SaleEnded { .. })
        {
            cites.extend(read);
            all.push(vec![self.part(
                "programme",
                ConflictFact::Programme {
                    programme: agreement.programme.id.clone(),
                    product: id(),
                    known: reason == LeftOutReason::NotSold,
                },
            )]);
        }
        if agreement.priced() && agreement.price(&product.id).is_none() {
            all.push(vec![
                self.part("prices", ConflictFact::NoPrice { product: id() }),
            ]);
        }
        all
    }

    /// The first day on which anything can be ordered.
    fn earliest(&self) -> Day {
        self.today.max(self.agreement.span.first())
    }

    /// The first day on which a product can be ordered for a site, and what says so.
    fn first_day(&self, product: &Product, site: usize) -> (Day, ConflictPart) {
        let (start, earliest) = (self.agreement.span.first(), self.earliest());
        let site = self.agreement.sites.get(site);
        let centre = site.and_then(|site| Some((site, site.test_centre_from.as_ref()?)));
        if let Some((site, from)) = centre
            && needs_test_centre(product)
            && from.value > earliest
        {
            let fact = ConflictFact::TestCentre {
                site: site.id.clone(),
                from: from.value,
            };
            let path = Some(from.path.clone());
            return (from.value, ConflictPart { path, fact });
        }
        if start > self.today {
            let fact = ConflictFact::AgreementStart { day: start };
            return (start, self.part("start", fact));
        }
        let fact = ConflictFact::Today { day: self.today };
        let path = Some("today".to_owned());
        (self.today, ConflictPart { path, fact })
    }

    fn leads(&self) -> Leads<'c> {
        Leads {
            facts: &self.catalogue.delivery,
            invoice_lag: u32::from(self.agreement.policies.invoice_lag),
        }
    }

    /// What keeps a product away in time: too late to order, nothing left to charge, codes that end too soon.
    fn timed_obstacle(
        &self,
        product: &'c Product,
        key: &LineKey,
        need: usize,
        cites: &mut Vec<String>,
    ) -> Option<Obstacle> {
        let agreement = self.agreement;
        let calendar = &agreement.calendar;
        let id = || product.id.clone();
        let (first, from) = self.first_day(product, key.site);
        let by = key.sitting.min(agreement.span.last());
        let safe = self
            .leads()
            .last_safe_day(by, product.kind, calendar, first);
        let Some(mut day) = safe else {
            return Some(vec![
                from,
                ConflictPart {
                    path: None,
                    fact: ConflictFact::LeadTime { product: id() },
                },
                self.sitting_part(key, need),
            ]);
        };
        let covers = loop {
            let covers = self.terms_on(day)?.covers(day, &product.id)?;
            let charged = months(agreement, covers).is_some_and(Ratio::is_positive);
            let ended = product.sale_ends.as_ref().filter(|end| end.value < day);
            if charged && ended.is_none() {
                break covers;
            }
            let before = day.plus_days(-1)?;
            let Some(earlier) = calendar.last_business_day(before, first) else {
                let end = agreement.span.last();
                let fact = match ended {
                    Some(end) => {
                        cites.extend(end.cites.clone());
                        ConflictPart {
                            path: None,
                            fact: ConflictFact::SaleEnd {
                                product: id(),
                                day: end.value,
                            },
                        }
                    }
                    None if covers.end < end => ConflictPart {
                        path: None,
                        fact: ConflictFact::TermEnd {
                            product: id(),
                            day: covers.end,
                        },
                    },
                    None => self.part("end", ConflictFact::AgreementEnd { day: end }),
                };
                return Some(vec![from, fact]);
            };
            day = earlier;
        };
        let valid = on(&product.valid_months, day)?.value;
        let policies = &agreement.policies;
        let limits = Limits {
            purchase: months_from_purchase(day, valid, policies.last_day)?,
            term: covers.end,
            agreement: agreement.span.last(),
        };
        let until = limits.usable_until(policies.expiry);
        if until < key.last_day {
            let fact = if limits.term == until && policies.expiry == Expiry::Earliest {
                ConflictFact::TermEnd {
                    product: id(),
                    day: until,
                }
            } else {
                ConflictFact::CodesEnd {
                    product: id(),
                    day: until,
                }
            };
            let mut obstacle = vec![ConflictPart { path: None, fact }];
            if until < key.sitting {
                obstacle.push(self.sitting_part(key, need));
            } else {
                obstacle.push(self.retakes_part(key, need));
            }
            return Some(obstacle);
        }
        let whole = exams_in(product, day)?;
        let part = factor(months(agreement, covers)?)?;
        let kept = Ratio::whole(whole).times(part)?.floor();
        (policies.exam_benefit == ExamBenefit::Count && whole > 1 && kept == 0).then(|| {
            let fact = ConflictFact::Policy {
                policy: ExamBenefit::ID,
                choice: policies.exam_benefit.id(),
            };
            vec![self.part("policies.examBenefit", fact)]
        })
    }

    /// The terms that orders up to a day have opened, placed or planned.
    fn terms_on(&self, day: Day) -> Option<Terms> {
        let (agreement, policies) = (self.agreement, &self.agreement.policies);
        let mut terms = Terms::new(
            agreement.span,
            policies.term,
            policies.term_scope,
            policies.coverage,
        );
        let placed = agreement.orders.iter();
        let placed = placed.filter(|order| agreement.span.contains(order.day));
        let placed = placed.map(|order| (order.day, &order.product.id, true));
        let planned = self.solution.orders();
        let planned = planned
            .map(|(_, order)| (order.candidate.day, &order.candidate.product.id, false))
            .filter(|(on, ..)| *on <= day);
        let mut all: Vec<(Day, &String, bool)> = placed.chain(planned).collect();
        sort_by_key(&mut all, |(on, ..)| *on);
        for (on, product, placed) in all {
            terms.place(on, product, placed)?;
        }
        Some(terms)
    }

    fn sitting_part(&self, key: &LineKey, need: usize) -> ConflictPart {
        ConflictPart {
            path: Some(self.field_of(need)),
            fact: ConflictFact::Sitting { day: key.sitting },
        }
    }

    fn retakes_part(&self, key: &LineKey, need: usize) -> ConflictPart {
        let at = self.sittings_of(need).into_iter().next();
        let group = at.and_then(|at| self.agreement.groups.get(at.group));
        ConflictPart {
            path: group.map(|group| group.attempts.path.clone()),
            fact: ConflictFact::Retakes {
                until: key.last_day,
            },
        }
    }

    /// Changes that remove the finding, the cheapest first.
    fn repairs(
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
            Effort::Quick,
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
        let months = [1, 2, 3, 6, MOST_MONTHS];
        months.into_iter().filter_map(later).collect()
    }
}

/// A smallest set of parts that leaves each product at least one obstacle whole: none can be spared.
///
/// The parts that come first in their order are spared first: what lies in time, so that what holds on any day stays.
fn smallest<T: Clone + Ord>(blocked: &[Vec<Vec<T>>]) -> Vec<T> {
    let mut parts: Vec<T> = blocked.iter().flatten().flatten().cloned().collect();
    sort(&mut parts);
    parts.dedup();
    for part in parts.clone() {
        let without: Vec<T> = parts
            .iter()
            .filter(|other| **other != part)
            .cloned()
            .collect();
        if all_blocked(blocked, &without) {
            parts = without;
        }
    }
    parts
}

/// Whether these parts alone keep every product away.
fn all_blocked<T: Ord>(blocked: &[Vec<Vec<T>>], parts: &[T]) -> bool {
    let stands = |obstacle: &Vec<T>| {
        obstacle
            .iter()
            .all(|part| parts.binary_search(part).is_ok())
    };
    blocked.iter().all(|obstacles| obstacles.iter().any(stands))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_any_one_part_of_a_conflict_some_product_could_serve() {
        // Products with one to three obstacles of one to three of seven parts each, from a linear congruence.
        let mut state = 20_210_301_u64;
        let mut below = |limit: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % limit
        };
        for _ in 0..2_000 {
            let blocked: Vec<Vec<Vec<u64>>> = (0..=below(4))
                .map(|_| {
                    (0..=below(3))
                        .map(|_| (0..=below(3)).map(|_| below(7)).collect())
                        .collect()
                })
                .collect();
            let parts = smallest(&blocked);
            assert!(all_blocked(&blocked, &parts), "{blocked:?}");
            for part in &parts {
                let without: Vec<u64> = parts
                    .iter()
                    .copied()
                    .filter(|other| other != part)
                    .collect();
                assert!(
                    !all_blocked(&blocked, &without),
                    "{part} of {parts:?} {blocked:?}"
                );
            }
        }
    }

    #[test]
    fn what_holds_on_any_day_is_named_rather_than_the_day() {
        // Parts 1 and 2 lie in time; 8 and 9 keep the two products away whatever the day.
        assert_eq!(
            smallest(&[vec![vec![1, 2], vec![8]], vec![vec![1, 2], vec![9]]]),
            [8, 9]
        );
    }
}
