//! Why nothing covers a need: what together is in the way.
//!
//! A product is kept from a need by obstacles; each is made of entries and facts that only together are in the way. The
//! conflict is a smallest set of them that keeps every product away: without any one, some product could serve.

use crate::catalogue::{Product, ProductKind, on};
use crate::domain::order::{sort, sort_by_key};
use crate::domain::{Day, Ratio};
use crate::explain::Scene;
use crate::finding::{ConflictFact, ConflictPart, Finding, FindingCode, Severity};
use crate::plan::{LeftOutReason, NeedLine};
use crate::policy::{ExamBenefit, Expiry, McpCoversFundamentals, McpCoversRoleBased};
use crate::rules::demand::{LineKey, feeds, note};
use crate::rules::proration::factor;
use crate::rules::supply::{exams_in, families, months, needs_test_centre, orderable};
use crate::rules::terms::Terms;
use crate::rules::window::{Limits, months_from_purchase};

/// Plans made again for all repairs of a plan, at most: a plan with many needs takes longer to make.
const TRIALS: usize = 24;

/// Where a sitting behind a need was entered.
pub struct At {
    /// The place of the group.
    pub group: usize,
    /// The place of its wave.
    pub wave: usize,
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
    pub fn day(&self) -> String {
        format!("{}.sittings[{}].day", self.path, self.wave)
    }
}

/// An obstacle: all of its parts together keep a product away.
pub type Obstacle = Vec<ConflictPart>;

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
    pub fn products(&self, key: &LineKey) -> Vec<&'c Product> {
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
    pub fn fixed_obstacles(
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
    pub fn earliest(&self) -> Day {
        self.today.max(self.agreement.span.first())
    }

    /// The first day on which a product can be ordered for a site, and what says so.
    pub fn first_day(&self, product: &Product, site: usize) -> (Day, ConflictPart) {
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
            return (from.value, ConflictPart { fact, path });
        }
        if start > self.today {
            let fact = ConflictFact::AgreementStart { day: start };
            return (start, self.part("start", fact));
        }
        let fact = ConflictFact::Today { day: self.today };
        let path = Some("today".to_owned());
        (self.today, ConflictPart { fact, path })
    }

    /// What keeps a product away in time: too late to order, nothing left to charge, codes that end too soon.
    pub fn timed_obstacle(
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
