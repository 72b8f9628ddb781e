//! Groups, their sittings, and the needs that follow.

use crate::catalogue::{Family, Track};
use crate::domain::order::{sort, sort_by_key};
use crate::domain::{Day, Ratio};
use crate::explain::Scene;
use crate::figure::{Explained, Ledger, Step, What};
use crate::plan::{
    CertificationPlan, Cover, CoverKind, ExamChoice, FamilyOutlook, GroupPlan, NeedLine, OrderLine,
    SittingPlan,
};
use crate::policy::MtaPreparation;
use crate::request::Group;
use crate::rules::chances::any_above;
use crate::rules::demand::{Cut, Sitting, Taken, Target, Tries, feeds};
use crate::solve::{Need, Origin};

impl Scene<'_, '_> {
    /// What each group needs.
    pub fn groups(&self, ledger: &mut Ledger) -> Vec<GroupPlan> {
        let groups = self
            .agreement
            .groups
            .iter()
            .zip(&self.solution.demand.groups);
        groups
            .map(|(group, targets)| {
                let step = Step::Input {
                    path: group.people.path.clone(),
                    default: group.people.default,
                };
                let people = ledger.count(What::People, group.people.value, step, |figure| {
                    figure.rules(&["PLN-1"])
                });
                GroupPlan {
                    id: group.id.clone(),
                    name: group.name.clone(),
                    site: self.site_id(group.site),
                    audience: group.audience,
                    people,
                    certifications: targets
                        .iter()
                        .map(|target| self.certification(ledger, group, target))
                        .collect(),
                }
            })
            .collect()
    }

    fn certification(
        &self,
        ledger: &mut Ledger,
        group: &Group<'_>,
        target: &Target<'_>,
    ) -> CertificationPlan {
        let choose = |taken: &[Taken<'_>]| {
            taken
                .iter()
                .map(|taken| i64::from(taken.requirement.choose))
                .sum::<i64>()
        };
        let step = Step::Fact {
            of: target.certification.id.clone(),
        };
        let own = ledger.count(
            What::ExamsOfCertification,
            choose(&target.own),
            step,
            |figure| figure.rules(&["PLN-1"]).cites(&target.certification.cites),
        );
        let mut parts = vec![own.why];
        if let Some(prerequisite) = target.prerequisite {
            let step = Step::Fact {
                of: prerequisite.id.clone(),
            };
            let before = ledger.count(
                What::ExamsOfPrerequisite,
                choose(&target.before),
                step,
                |figure| figure.rules(&["PLN-1"]).cites(&prerequisite.cites),
            );
            parts.push(before.why);
        }
        let all = choose(&target.own) + choose(&target.before);
        let sum = ledger.count(What::ExamsPerPerson, all, Step::Sum, |figure| {
            figure.of(&parts)
        });
        let count = |of: fn(&Taken<'_>) -> u32| target.taken().map(of).map(i64::from).sum::<i64>();
        let (passed, shared) = (count(|taken| taken.passed), count(|taken| taken.shared));
        let mut less = vec![sum.why];
        if passed > 0 {
            let step = Step::Input {
                path: format!("{}.passed", group.path),
                default: false,
            };
            less.push(
                ledger
                    .count(What::ExamsPassed, passed, step, |figure| figure)
                    .why,
            );
        }
        if let Some(other) = target.taken().find_map(|taken| taken.shared_with) {
            let step = Step::Fact {
                of: other.id.clone(),
            };
            let shared = ledger.count(What::ExamsShared, shared, step, |figure| {
                figure.cites(&other.cites)
            });
            less.push(shared.why);
        }
        let exams_per_person = if less.len() > 1 {
            ledger.count(
                What::ExamsPerPerson,
                i64::from(target.exams()),
                Step::Difference,
                |figure| figure.of(&less).rules(&["PLN-1"]),
            )
        } else {
            sum
        };
        let exams = target
            .own
            .iter()
            .chain(&target.before)
            .map(|taken| ExamChoice {
                choose: taken.requirement.choose,
                of: taken.requirement.of.clone(),
                passed: taken.passed,
                shared: taken.shared,
            });
        let ready = self.ready(ledger, group, target);
        let attempts = self.attempts(ledger, group, target);
        let sittings = target
            .sittings
            .iter()
            .map(|sitting| self.sitting(ledger, group, target, sitting));
        CertificationPlan {
            certification: target.certification.id.clone(),
            exams_per_person,
            exams: exams.collect(),
            prerequisite: target
                .prerequisite
                .map(|prerequisite| prerequisite.id.clone()),
            ready,
            attempts,
            sittings: sittings.collect(),
        }
    }

    fn preparation(
        &self,
        ledger: &mut Ledger,
        group: &Group<'_>,
        target: &Target<'_>,
    ) -> (Explained<Day>, Explained<i64>) {
        let start = if group.preparation_start.default {
            self.today(ledger)
        } else {
            let step = Step::Input {
                path: group.preparation_start.path.clone(),
                default: false,
            };
            ledger.day(
                What::PreparationStart,
                group.preparation_start.value,
                step,
                |figure| figure,
            )
        };
        let months = i64::from(target.preparation_months);
        let months = match (&group.preparation_months, target.level_months) {
            (Some(given), _) => {
                let step = Step::Input {
                    path: given.path.clone(),
                    default: false,
                };
                ledger.count(What::PreparationMonths, months, step, |figure| figure)
            }
            (None, fact) => {
                let cites = fact.map(|fact| fact.cites.clone()).unwrap_or_default();
                let step = Step::Fact {
                    of: target.certification.id.clone(),
                };
                let mta = target.certification.track == Track::Mta;
                let semester =
                    mta && self.agreement.policies.mta_preparation == MtaPreparation::Semester;
                let rule = if semester { "PLN-5" } else { "PLN-2" };
                ledger.count(What::PreparationMonths, months, step, |figure| {
                    let figure = figure.rules(&[rule]).cites(&cites);
                    if mta {
                        figure.policy("mta-preparation")
                    } else {
                        figure
                    }
                })
            }
        };
        (start, months)
    }

    fn attempts(
        &self,
        ledger: &mut Ledger,
        group: &Group<'_>,
        target: &Target<'_>,
    ) -> Explained<i64> {
        let asked = &group.attempts;
        let step = Step::Input {
            path: asked.path.clone(),
            default: asked.default,
        };
        let given = ledger.count(What::Attempts, asked.value, step, |figure| {
            figure.rules(&["PRD-2"])
        });
        let all = target.sittings.iter();
        let all = all.filter_map(|sitting| Some((sitting, sitting.fewest(target)?)));
        let Some((sitting, tries)) = all.min_by_key(|(_, tries)| tries.attempts) else {
            return given;
        };
        let Some(cut) = tries.cut else { return given };
        let most = i64::from(tries.attempts);
        let least = match cut {
            Cut::Rule(rule) => {
                let step = Step::Fact {
                    of: target.certification.id.clone(),
                };
                ledger.count(What::AttemptsCap, most, step, |figure| {
                    figure.cites(&rule.cites)
                })
            }
            Cut::Time(wait) => {
                let day = self.sitting_day(ledger, group, target, sitting);
                let until = self.retakes_until(ledger, tries);
                let mut waits = tries.waits.clone();
                waits.push(wait);
                let step = Step::AttemptsFit { waits };
                ledger.count(What::AttemptsInTime, most, step, |figure| {
                    figure.of(&[day.why, until.why]).cites(&tries.cites)
                })
            }
        };
        ledger.count(What::Attempts, most, Step::Least, |figure| {
            figure.of(&[given.why, least.why])
        })
    }

    /// The last day on which a retake counts: of the agreement, or of the exam or certification.
    fn retakes_until(&self, ledger: &mut Ledger, tries: &Tries<'_>) -> Explained<Day> {
        let mut parts = vec![self.end(ledger).why];
        if let Some((of, ending)) = tries.ends {
            let step = Step::Fact { of: of.to_owned() };
            let ends = ledger.day(What::LastExamDay, ending.day, step, |figure| {
                figure.cites(&ending.cites)
            });
            parts.push(ends.why);
        }
        ledger.day(What::RetakesUntil, tries.until, Step::Earliest, |figure| {
            figure.of(&parts)
        })
    }

    fn ready(&self, ledger: &mut Ledger, group: &Group<'_>, target: &Target<'_>) -> Explained<Day> {
        let (start, months) = self.preparation(ledger, group, target);
        ledger.day(What::ReadyDay, target.ready, Step::PlusMonths, |figure| {
            figure
                .of(&[start.why, months.why])
                .rules(&[preparation_rule(target)])
        })
    }

    fn sitting_day(
        &self,
        ledger: &mut Ledger,
        group: &Group<'_>,
        target: &Target<'_>,
        sitting: &Sitting<'_>,
    ) -> Explained<Day> {
        if sitting.given {
            let step = Step::Input {
                path: sitting.path.clone(),
                default: false,
            };
            return ledger.day(What::Sitting, sitting.day, step, |figure| figure);
        }
        let (today, ready) = (self.today(ledger), self.ready(ledger, group, target));
        ledger.day(What::Sitting, sitting.day, Step::Latest, |figure| {
            figure.of(&[today.why, ready.why])
        })
    }

    /// The last day that vouchers for an exam of a sitting have to hold.
    fn last_try(
        ledger: &mut Ledger,
        target: &Target<'_>,
        day: Explained<Day>,
        tries: &Tries<'_>,
    ) -> Explained<Day> {
        if tries.waits.is_empty() {
            return day;
        }
        let step = Step::Fact {
            of: target.certification.id.clone(),
        };
        let waits = tries.waits.iter().copied().map(i64::from).sum();
        let waits = ledger.count(What::RetakeWaits, waits, step, |figure| {
            figure.cites(&tries.cites)
        });
        ledger.day(
            What::LineLastDay,
            tries.last_day,
            Step::PlusDays,
            |figure| figure.of(&[day.why, waits.why]),
        )
    }

    fn sitting(
        &self,
        ledger: &mut Ledger,
        group: &Group<'_>,
        target: &Target<'_>,
        sitting: &Sitting<'_>,
    ) -> SittingPlan {
        let day = self.sitting_day(ledger, group, target, sitting);
        let (_, months) = self.preparation(ledger, group, target);
        let last_day = sitting
            .longest(target)
            .map_or(day, |tries| Self::last_try(ledger, target, day, tries));
        let latest = ledger.day(
            What::LatestPreparationStart,
            sitting.latest_start,
            Step::LatestStart,
            |figure| {
                figure
                    .of(&[day.why, months.why])
                    .rules(&[preparation_rule(target)])
            },
        );
        SittingPlan {
            day,
            people: sitting.people,
            last_day,
            latest_preparation_start: latest,
            order_by: None,
            planned: sitting.planned,
        }
    }

    /// Says at each sitting by when to order for it: on the first of the days that its orders have.
    pub fn order_days(
        &self,
        ledger: &mut Ledger,
        groups: &mut [GroupPlan],
        lines: &[OrderLine],
        needs: &[NeedLine],
    ) {
        let all = groups.iter_mut().zip(&self.agreement.groups);
        for ((plan, group), targets) in all.zip(&self.solution.demand.groups) {
            for (plan, target) in plan.certifications.iter_mut().zip(targets) {
                for (plan, sitting) in plan.sittings.iter_mut().zip(&target.sittings) {
                    let mut days: Vec<Explained<Day>> = Vec::new();
                    for (need, line) in self.solution.needs.iter().zip(needs) {
                        if !feeds(group, target, sitting, &need.key) {
                            continue;
                        }
                        let ids = line.covered_by.iter().map(|cover| cover.id.as_str());
                        for id in ids {
                            let line = lines.iter().find(|line| line.id == id);
                            days.extend(line.map(|line| line.order_day));
                        }
                    }
                    plan.order_by = days.iter().map(|day| day.value).min().map(|first| {
                        sort_by_key(&mut days, |day| day.why);
                        days.dedup();
                        let whys: Vec<u32> = days.iter().map(|day| day.why).collect();
                        ledger.day(What::OrderBy, first, Step::Earliest, |figure| {
                            figure.of(&whys).rules(&["COD-7"])
                        })
                    });
                }
            }
        }
    }

    /// What chance leaves of the needs of each family.
    pub fn outlooks(&self, ledger: &mut Ledger, needs: &[NeedLine]) -> Vec<FamilyOutlook> {
        let mut families: Vec<Family> = needs.iter().map(|need| need.family).collect();
        sort(&mut families);
        families.dedup();
        let outlook = |family: Family| {
            let lines: Vec<&NeedLine> = needs.iter().filter(|need| need.family == family).collect();
            let whys = |of: fn(&NeedLine) -> u32| -> Vec<u32> {
                lines.iter().map(|line| of(line)).collect()
            };
            let need = lines.iter().map(|line| line.need.value).sum();
            let of = whys(|line| line.need.why);
            let need = ledger.count(What::Need, need, Step::Sum, |figure| figure.of(&of));
            let expected_unused = unused_in_all(ledger, &lines);
            let sums = self.solution.needs.iter();
            let sums = sums
                .filter(|need| need.key.family == family)
                .map(|need| (&need.chances, need.exams));
            let of = whys(|line| line.chance_short.why);
            let chance_short = ledger.ratio(
                What::ChanceShort,
                any_above(sums),
                Step::AnyAbove,
                |figure| figure.of(&of),
            );
            FamilyOutlook {
                family,
                need,
                expected_unused,
                chance_short,
            }
        };
        families.into_iter().map(outlook).collect()
    }

    /// The needs, with what covers them.
    pub fn needs(&self, ledger: &mut Ledger) -> Vec<NeedLine> {
        let needs = self.solution.needs.iter().enumerate();
        needs
            .map(|(place, need)| self.need(ledger, place, need))
            .collect()
    }

    /// The need of a line, at the service level.
    pub fn need_figure(&self, ledger: &mut Ledger, need: &Need) -> Explained<i64> {
        let given = &self.agreement.service_level;
        let step = Step::Input {
            path: given.path.clone(),
            default: given.default,
        };
        let level = ledger.ratio(What::ServiceLevel, given.value, step, |figure| figure);
        let step = Step::Quantile {
            terms: need.terms.clone(),
        };
        ledger.count(What::Need, need.exams, step, |figure| {
            figure.of(&[level.why]).rules(&["PLN-1", "PRD-2"])
        })
    }

    fn need(&self, ledger: &mut Ledger, place: usize, need: &Need) -> NeedLine {
        let figure = self.need_figure(ledger, need);
        let terms = need.terms.clone();
        let expected = ledger.ratio(
            What::ExpectedNeed,
            need.chances.mean(),
            Step::Mean {
                terms: terms.clone(),
            },
            |figure| figure,
        );
        let least = ledger.count(
            What::LeastNeed,
            need.chances.least,
            Step::Minimum {
                terms: terms.clone(),
            },
            |figure| figure,
        );
        let most = ledger.count(
            What::MostNeed,
            need.chances.most,
            Step::Maximum {
                terms: terms.clone(),
            },
            |figure| figure,
        );
        let above = need.chances.above(need.exams);
        let chance_short = ledger.ratio(
            What::ChanceShort,
            above,
            Step::ChanceAbove {
                terms: terms.clone(),
            },
            |short| short.of(&[figure.why]),
        );
        let expected_unused = ledger.ratio(
            What::ExpectedUnused,
            need.chances.unused(need.exams),
            Step::Unused { terms },
            |unused| unused.of(&[figure.why]).rules(&["COD-5"]),
        );
        let last_day = self.last_day(ledger, need);
        NeedLine {
            site: self.site_id(need.key.site),
            audience: need.key.audience,
            family: need.key.family,
            sitting: need.key.sitting,
            last_day,
            need: figure,
            expected,
            least,
            most,
            chance_short,
            expected_unused,
            covered_by: self.covers(place),
            uncovered: self
                .solution
                .assignment
                .missing
                .get(place)
                .copied()
                .unwrap_or(0),
        }
    }

    /// The figure of a need's last day, made where its sitting was explained.
    fn last_day(&self, ledger: &mut Ledger, need: &Need) -> Explained<Day> {
        let groups = self
            .agreement
            .groups
            .iter()
            .zip(&self.solution.demand.groups);
        for (group, targets) in groups {
            for target in targets {
                for sitting in &target.sittings {
                    let mut taken = sitting.taken(target);
                    let of_need = taken.find(|(taken, tries)| {
                        taken.family == need.key.family && tries.last_day == need.key.last_day
                    });
                    if let Some((_, tries)) =
                        of_need.filter(|_| feeds(group, target, sitting, &need.key))
                    {
                        let day = self.sitting_day(ledger, group, target, sitting);
                        return Self::last_try(ledger, target, day, tries);
                    }
                }
            }
        }
        self.today(ledger)
    }

    fn covers(&self, need: usize) -> Vec<Cover> {
        let mut covers: Vec<Cover> = Vec::new();
        for (place, origin) in self.solution.origins.iter().enumerate() {
            let given = self
                .solution
                .assignment
                .given
                .get(place)
                .into_iter()
                .flatten();
            let exams: i64 = given
                .filter(|(to, _)| *to == need)
                .map(|(_, exams)| exams)
                .sum();
            if exams == 0 {
                continue;
            }
            let (kind, id) = match origin {
                Origin::Free { .. } => (CoverKind::Free, String::new()),
                Origin::Stock { place } => (CoverKind::Stock, place.to_string()),
                Origin::Order { place } => (CoverKind::Bought, self.line_id(*place)),
            };
            match covers
                .iter_mut()
                .find(|cover| cover.kind == kind && cover.id == id)
            {
                Some(cover) => cover.exams += exams,
                None => covers.push(Cover { kind, id, exams }),
            }
        }
        covers
    }

    /// The id of the order line that a lot belongs to.
    pub fn line_id(&self, lot: usize) -> String {
        let order = self.solution.lots.get(lot);
        order
            .map(|order| format!("{}@{}", order.candidate.product.id, order.candidate.day))
            .unwrap_or_default()
    }
}

/// The rule that says how long preparation takes.
fn preparation_rule(target: &Target<'_>) -> &'static str {
    if target.certification.track == Track::Mta {
        "PLN-5"
    } else {
        "PLN-2"
    }
}

/// Exams planned that are not needed on average, over several needs.
pub fn unused_in_all(ledger: &mut Ledger, needs: &[&NeedLine]) -> Explained<Ratio> {
    let sum = needs.iter().fold(Ratio::ZERO, |sum, need| {
        sum.plus(need.expected_unused.value).unwrap_or(sum)
    });
    let of: Vec<u32> = needs.iter().map(|need| need.expected_unused.why).collect();
    ledger.ratio(What::ExpectedUnused, sum, Step::Sum, |figure| {
        figure.of(&of).rules(&["COD-5"])
    })
}
