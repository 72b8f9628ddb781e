//! Groups, their sittings, and the needs that follow.

use crate::explain::Scene;
use crate::figure::{Explained, Ledger, Step, What};
use crate::plan::{
    CertificationPlan, Cover, CoverKind, ExamChoice, GroupPlan, NeedLine, SittingPlan,
};
use crate::policy::MtaPreparation;
use crate::request::Group;
use crate::rules::demand::{Sitting, Taken, Target};
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
        let passed = all - i64::from(target.exams());
        let exams_per_person = if passed > 0 {
            let step = Step::Input {
                path: format!("{}.passed", group.path),
                default: false,
            };
            let passed = ledger.count(What::ExamsPassed, passed, step, |figure| figure);
            ledger.count(
                What::ExamsPerPerson,
                i64::from(target.exams()),
                Step::Difference,
                |figure| figure.of(&[sum.why, passed.why]).rules(&["PLN-1"]),
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
            });
        let (start, months) = self.preparation(ledger, group, target);
        let mta = target.certification.track == crate::catalogue::Track::Mta;
        let rule = if mta { "PLN-5" } else { "PLN-2" };
        let ready = ledger.day(What::ReadyDay, target.ready, Step::PlusMonths, |figure| {
            figure.of(&[start.why, months.why]).rules(&[rule])
        });
        let attempts = self.attempts(ledger, group, target);
        let sittings = target
            .sittings
            .iter()
            .map(|sitting| self.sitting(ledger, target, sitting, months, ready));
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
    ) -> (Explained<crate::domain::Day>, Explained<i64>) {
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
                let mta = target.certification.track == crate::catalogue::Track::Mta;
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
        let Some(sitting) = target
            .sittings
            .iter()
            .min_by_key(|sitting| sitting.attempts)
        else {
            return given;
        };
        if i64::from(sitting.attempts) == asked.value {
            return given;
        }
        let family = target.own.first().map(|taken| taken.family);
        let rule = family.and_then(|family| self.catalogue.retake_rule(family, sitting.day));
        let cites = rule.map(|rule| rule.cites.clone()).unwrap_or_default();
        let step = Step::Fact {
            of: target.certification.id.clone(),
        };
        let cap = ledger.count(
            What::AttemptsCap,
            i64::from(sitting.attempts),
            step,
            |figure| figure.cites(&cites),
        );
        ledger.count(
            What::Attempts,
            i64::from(sitting.attempts),
            Step::Least,
            |figure| figure.of(&[given.why, cap.why]),
        )
    }

    fn sitting(
        &self,
        ledger: &mut Ledger,
        target: &Target<'_>,
        sitting: &Sitting,
        months: Explained<i64>,
        ready: Explained<crate::domain::Day>,
    ) -> SittingPlan {
        let day = if sitting.given {
            let step = Step::Input {
                path: sitting.path.clone(),
                default: false,
            };
            ledger.day(What::Sitting, sitting.day, step, |figure| figure)
        } else {
            let today = self.today(ledger);
            ledger.day(What::Sitting, sitting.day, Step::Latest, |figure| {
                figure.of(&[today.why, ready.why])
            })
        };
        let family = target.own.first().map(|taken| taken.family);
        let rule = family.and_then(|family| self.catalogue.retake_rule(family, sitting.day));
        let last_day = if sitting.waits == 0 {
            day
        } else {
            let cites = rule.map(|rule| rule.cites.clone()).unwrap_or_default();
            let step = Step::Fact {
                of: target.certification.id.clone(),
            };
            let waits = ledger.count(What::RetakeWaits, sitting.waits, step, |figure| {
                figure.cites(&cites)
            });
            ledger.day(
                What::LineLastDay,
                sitting.last_day,
                Step::PlusDays,
                |figure| figure.of(&[day.why, waits.why]),
            )
        };
        let latest = ledger.day(
            What::LatestPreparationStart,
            sitting.latest_start,
            Step::LatestStart,
            |figure| figure.of(&[day.why, months.why]).rules(&["PLN-2"]),
        );
        SittingPlan {
            day,
            people: sitting.people,
            last_day,
            latest_preparation_start: latest,
            planned: sitting.planned,
        }
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
            Step::ChanceAbove { terms },
            |short| short.of(&[figure.why]),
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
    fn last_day(&self, ledger: &mut Ledger, need: &Need) -> Explained<crate::domain::Day> {
        let groups = self
            .agreement
            .groups
            .iter()
            .zip(&self.solution.demand.groups);
        for (group, targets) in groups {
            for target in targets
                .iter()
                .filter(|_| group.site == need.key.site && group.audience == need.key.audience)
            {
                let same = |sitting: &&Sitting| {
                    sitting.planned
                        && sitting.day == need.key.sitting
                        && sitting.last_day == need.key.last_day
                };
                let of_family = target
                    .own
                    .iter()
                    .chain(&target.before)
                    .any(|taken| taken.family == need.key.family);
                if let Some(sitting) = target.sittings.iter().find(same).filter(|_| of_family) {
                    let (start, months) = self.preparation(ledger, group, target);
                    let ready =
                        ledger.day(What::ReadyDay, target.ready, Step::PlusMonths, |figure| {
                            let mta = target.certification.track == crate::catalogue::Track::Mta;
                            figure.of(&[start.why, months.why]).rules(&[if mta {
                                "PLN-5"
                            } else {
                                "PLN-2"
                            }])
                        });
                    return self
                        .sitting(ledger, target, sitting, months, ready)
                        .last_day;
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
