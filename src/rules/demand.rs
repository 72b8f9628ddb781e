//! How many exams people will take, when, and what must be ready by then (PLN-1, PLN-2, PLN-5, PRD-2; model 4).

use crate::catalogue::{
    Audience, Catalogue, Certification, Cite, Ending, Exam, Fact, Family, Level, Requirement,
    RetakeRule, Track, on,
};
use crate::domain::Table;
use crate::domain::order::sort_by_key;
use crate::domain::{Day, Ratio};
use crate::figure::AttemptTerm;
use crate::finding::{Finding, FindingCode, Repair, RepairAction, Severity};
use crate::policy::{McpCoversRoleBased, MtaPreparation};
use crate::request::{Agreement, Group, Wave};

/// What all groups of an agreement take.
#[derive(Clone, Debug, Default)]
pub struct Demand<'c> {
    /// For each group of the agreement, in order.
    pub groups: Vec<Vec<Target<'c>>>,
    /// Needs, by sitting, site, audience and family.
    pub lines: Table<LineKey, Vec<AttemptTerm>>,
}

/// Vouchers that are interchangeable for a need: one sitting, site, audience and family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineKey {
    /// The first day they must be usable.
    pub sitting: Day,
    /// The last day they must be usable: after the waits of all retakes.
    pub last_day: Day,
    /// The place of the site.
    pub site: usize,
    /// Who sits the exams.
    pub audience: Audience,
    /// What the vouchers must cover.
    pub family: Family,
    /// Whether any product can cover it: role-based exams do not count as MCP under one policy.
    pub coverable: bool,
}

/// One certification of a group.
#[derive(Clone, Debug)]
pub struct Target<'c> {
    /// The certification.
    pub certification: &'c Certification,
    /// The prerequisite that is added because none is held.
    pub prerequisite: Option<&'c Certification>,
    /// The certification's own exams.
    pub own: Vec<Taken<'c>>,
    /// The prerequisite's exams.
    pub before: Vec<Taken<'c>>,
    /// The fact that the months of preparation come from, unless the group gives them.
    pub level_months: Option<&'c Fact<u32>>,
    /// Months of preparation.
    pub preparation_months: u32,
    /// When people are ready.
    pub ready: Day,
    /// The attempts counted on for each sitting.
    pub sittings: Vec<Sitting<'c>>,
}

/// Exams of which so many are taken.
#[derive(Clone, Debug)]
pub struct Taken<'c> {
    /// The requirement.
    pub requirement: &'c Requirement,
    /// How many of it are passed already.
    pub passed: u32,
    /// How many of it everybody takes for another certification of the group.
    pub shared: u32,
    /// That other certification.
    pub shared_with: Option<&'c Certification>,
    /// What their vouchers count as.
    pub family: Family,
}

impl Taken<'_> {
    /// Whether all of its exams have to be taken: there is no choice among them.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        usize::try_from(self.requirement.choose) == Ok(self.requirement.of.len())
    }

    /// How many are left to take.
    #[must_use]
    pub fn left(&self) -> u32 {
        self.requirement
            .choose
            .saturating_sub(self.passed + self.shared)
    }
}

/// A sitting of a group for one certification.
#[derive(Clone, Debug)]
pub struct Sitting<'c> {
    /// The field of its day.
    pub path: String,
    /// When.
    pub day: Day,
    /// Whether the user gave the day.
    pub given: bool,
    /// How many people.
    pub people: i64,
    /// When preparation has to start at the latest.
    pub latest_start: Day,
    /// How often its exams can be taken: for each of [`Target::taken`].
    pub tries: Vec<Tries<'c>>,
    /// Whether it is planned; findings say why not.
    pub planned: bool,
}

/// How often the exams of a requirement can be taken, each try after the wait for the one before.
#[derive(Clone, Debug)]
pub struct Tries<'c> {
    /// Attempts counted on.
    pub attempts: u32,
    /// The days between them, by the rules in force on the day of each.
    pub waits: Vec<u32>,
    /// The last day of the last one.
    pub last_day: Day,
    /// The last day on which a try counts: the agreement's, or that of the exam or certification.
    pub until: Day,
    /// What ends before the agreement does, if so: an exam or certification.
    pub ends: Option<(&'c str, &'c Ending)>,
    /// What cut the attempts asked for, if something did.
    pub cut: Option<Cut<'c>>,
    /// Where the waits were read.
    pub cites: Vec<Cite>,
}

/// What cuts attempts.
#[derive(Clone, Copy, Debug)]
pub enum Cut<'c> {
    /// The rule in force allows no more within twelve months; codes do not live longer.
    Rule(&'c RetakeRule),
    /// The next wait, of so many days, would end too late.
    Time(u32),
}

impl<'c> Target<'c> {
    /// Exams each person takes.
    #[must_use]
    pub fn exams(&self) -> u32 {
        self.taken().map(Taken::left).sum()
    }

    /// Everything that is taken: the certification's own exams, then those of the prerequisite.
    pub fn taken(&self) -> impl Iterator<Item = &Taken<'c>> {
        self.own.iter().chain(&self.before)
    }
}

impl<'c> Sitting<'c> {
    /// The exams that are left to take, each with its tries.
    pub fn taken<'t>(
        &'t self,
        target: &'t Target<'c>,
    ) -> impl Iterator<Item = (&'t Taken<'c>, &'t Tries<'c>)> {
        let each = target.taken().zip(&self.tries);
        each.filter(|(taken, _)| taken.left() > 0)
    }

    /// The tries that are fewest: of equals the last to end.
    #[must_use]
    pub fn fewest<'t>(&'t self, target: &'t Target<'c>) -> Option<&'t Tries<'c>> {
        let tries = self.taken(target).map(|(_, tries)| tries);
        tries.min_by_key(|tries| (tries.attempts, std::cmp::Reverse(tries.last_day)))
    }

    /// The tries that end last.
    #[must_use]
    pub fn longest<'t>(&'t self, target: &'t Target<'c>) -> Option<&'t Tries<'c>> {
        let tries = self.taken(target).map(|(_, tries)| tries);
        tries.max_by_key(|tries| tries.last_day)
    }
}

/// Whether a sitting of a group is part of a need.
#[must_use]
pub fn feeds(group: &Group<'_>, target: &Target<'_>, sitting: &Sitting<'_>, key: &LineKey) -> bool {
    let mut taken = sitting.taken(target);
    sitting.planned
        && group.site == key.site
        && group.audience == key.audience
        && sitting.day == key.sitting
        && taken.any(|(taken, tries)| taken.family == key.family && tries.last_day == key.last_day)
}

/// Adds up what the groups of an agreement need, and notes what stands in the way.
///
/// `None` where a date leaves the calendar.
#[must_use]
pub fn demand<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    findings: &mut Vec<Finding>,
) -> Option<Demand<'c>> {
    let mut demand = Demand::default();
    for group in &agreement.groups {
        let mut targets: Vec<Target<'c>> = Vec::new();
        if group.certifications.is_empty() {
            let code = FindingCode::NoCertification {
                group: group.id.clone(),
            };
            findings.push(note(
                Severity::Warning,
                format!("{}.certifications", group.path),
                code,
                &["PLN-1"],
            ));
        }
        if group.no_show_rate.value > Ratio::ZERO && group.rebookings.value == 0 {
            let code = FindingCode::NoShowWithoutRebooking {
                group: group.id.clone(),
            };
            findings.push(note(
                Severity::Note,
                group.no_show_rate.path.clone(),
                code,
                &["PRD-2"],
            ));
        }
        for certification in &group.certifications {
            let target = Reading {
                catalogue,
                agreement,
                group,
                today,
                earlier: &targets,
            }
            .target(certification, findings)?;
            add(&mut demand.lines, agreement, group, &target);
            targets.push(target);
        }
        if !targets.is_empty() && targets.iter().all(|target| target.exams() == 0) {
            let code = FindingCode::NothingToTake {
                group: group.id.clone(),
            };
            findings.push(note(
                Severity::Note,
                format!("{}.passed", group.path),
                code,
                &["PLN-1"],
            ));
        }
        demand.groups.push(targets);
    }
    Some(demand)
}

/// A finding without cites and repairs.
#[must_use]
pub fn note(
    severity: Severity,
    path: String,
    code: FindingCode,
    rules: &[&'static str],
) -> Finding {
    Finding {
        severity,
        path,
        code,
        rules: rules.to_vec(),
        cites: Vec::new(),
        repairs: Vec::new(),
    }
}

fn add(
    lines: &mut Table<LineKey, Vec<AttemptTerm>>,
    agreement: &Agreement<'_>,
    group: &Group<'_>,
    target: &Target<'_>,
) {
    for sitting in target.sittings.iter().filter(|sitting| sitting.planned) {
        for (taken, tries) in sitting.taken(target) {
            let role_based =
                taken.family == Family::Mcp && target.certification.track == Track::RoleBased;
            let key = LineKey {
                sitting: sitting.day,
                last_day: tries.last_day,
                site: group.site,
                audience: group.audience,
                family: taken.family,
                coverable: !role_based
                    || agreement.policies.mcp_covers_role_based == McpCoversRoleBased::Yes,
            };
            let bookings = sitting.people.saturating_mul(i64::from(taken.left()));
            let term = AttemptTerm {
                bookings: u32::try_from(bookings).unwrap_or(u32::MAX),
                pass_rate: group.pass_rate.value,
                attempts: tries.attempts,
                no_show_rate: group.no_show_rate.value,
                rebookings: u32::try_from(group.rebookings.value).unwrap_or(0),
            };
            lines.change(key, |terms| {
                let same = terms.iter_mut().find(|known| {
                    AttemptTerm {
                        bookings: 0,
                        ..(**known).clone()
                    } == AttemptTerm {
                        bookings: 0,
                        ..term.clone()
                    }
                });
                match same {
                    Some(known) => known.bookings = known.bookings.saturating_add(term.bookings),
                    None => terms.push(term),
                }
            });
        }
    }
}

/// What one group's certifications are read against.
struct Reading<'a, 'c> {
    catalogue: &'c Catalogue,
    agreement: &'a Agreement<'c>,
    group: &'a Group<'c>,
    today: Day,
    /// What the group takes for the certifications before this one.
    earlier: &'a [Target<'c>],
}

impl<'c> Reading<'_, 'c> {
    fn target(
        &self,
        certification: &'c Certification,
        findings: &mut Vec<Finding>,
    ) -> Option<Target<'c>> {
        let own = self.fewest(certification);
        let prerequisite = self.unmet_prerequisite(certification);
        let before = prerequisite
            .map(|prerequisite| self.fewest(prerequisite))
            .unwrap_or_default();
        let level_months = self.level_months(certification);
        let preparation_months = match &self.group.preparation_months {
            Some(given) => u32::try_from(given.value).ok()?,
            None => level_months.map_or(0, |fact| fact.value),
        };
        let ready = self
            .group
            .preparation_start
            .value
            .plus_months(preparation_months)?;
        let mut target = Target {
            certification,
            prerequisite,
            own,
            before,
            level_months,
            preparation_months,
            ready,
            sittings: Vec::new(),
        };
        for wave in &self.group.waves {
            let sitting = self.sitting(&target, wave, findings)?;
            target.sittings.push(sitting);
        }
        Some(target)
    }

    /// The route with the fewest exams left; the first of equals.
    fn fewest(&self, certification: &'c Certification) -> Vec<Taken<'c>> {
        let routes = certification.routes.iter().map(|route| {
            let taken: Vec<Taken<'c>> = route
                .iter()
                .map(|requirement| self.taken(requirement))
                .collect();
            taken
        });
        let left = |route: &Vec<Taken<'c>>| route.iter().map(Taken::left).sum::<u32>();
        let holds = self
            .group
            .held
            .iter()
            .any(|held| held.id == certification.id);
        if holds {
            return Vec::new();
        }
        routes.min_by_key(left).unwrap_or_default()
    }

    fn taken(&self, requirement: &'c Requirement) -> Taken<'c> {
        let passed = requirement
            .of
            .iter()
            .filter(|exam| self.group.passed.contains(exam))
            .count();
        let family = requirement
            .of
            .first()
            .and_then(|exam| self.exam(exam))
            .map_or(Family::Mcp, |exam| exam.family);
        let passed = u32::try_from(passed).unwrap_or(u32::MAX);
        let mut taken = Taken {
            requirement,
            passed: passed.min(requirement.choose),
            shared: 0,
            shared_with: None,
            family,
        };
        // Nobody takes an exam twice. Where one of several is chosen, no text says that it may count twice.
        if taken.is_fixed() {
            let open = requirement
                .of
                .iter()
                .filter(|exam| !self.group.passed.contains(exam));
            for earlier in open.filter_map(|exam| self.taken_earlier(exam)) {
                taken.shared += 1;
                taken.shared_with = taken.shared_with.or(Some(earlier));
            }
        }
        taken
    }

    /// The certification before this one for which everybody takes an exam anyway, if all its sittings are planned.
    fn taken_earlier(&self, exam: &String) -> Option<&'c Certification> {
        let takes = |target: &&Target<'c>| {
            let mut fixed = target.taken().filter(|taken| taken.is_fixed());
            fixed.any(|taken| taken.requirement.of.contains(exam))
                && target.sittings.iter().all(|sitting| sitting.planned)
        };
        let found = self.earlier.iter().find(takes)?;
        Some(found.certification)
    }

    /// The prerequisite to add: none where one is held or taken by the group anyway, else that with the fewest exams.
    fn unmet_prerequisite(&self, certification: &'c Certification) -> Option<&'c Certification> {
        if self
            .group
            .held
            .iter()
            .any(|held| held.id == certification.id)
        {
            return None;
        }
        let met = |id: &String| {
            self.group
                .held
                .iter()
                .chain(&self.group.certifications)
                .any(|other| other.id == *id)
        };
        let added = |target: &Target<'c>| {
            let added = target
                .prerequisite
                .is_some_and(|added| certification.prerequisites.contains(&added.id));
            added && target.sittings.iter().all(|sitting| sitting.planned)
        };
        if certification.prerequisites.iter().any(met) || self.earlier.iter().any(added) {
            return None;
        }
        let choices = self.catalogue.certifications.iter();
        let choices = choices.filter(|choice| certification.prerequisites.contains(&choice.id));
        choices.min_by_key(|choice| self.fewest(choice).iter().map(Taken::left).sum::<u32>())
    }

    fn exam(&self, id: &str) -> Option<&'c Exam> {
        self.catalogue.exam(id)
    }

    fn level_months(&self, certification: &Certification) -> Option<&'c Fact<u32>> {
        let preparation = &self.catalogue.preparation;
        let semester = certification.track == Track::Mta
            && self.agreement.policies.mta_preparation == MtaPreparation::Semester;
        let facts = match certification.level {
            _ if semester => &preparation.semester_months,
            Level::Basic => &preparation.basic_months,
            Level::Advanced => &preparation.advanced_months,
        };
        on(facts, self.group.preparation_start.value)
    }

    fn sitting(
        &self,
        target: &Target<'c>,
        wave: &Wave,
        findings: &mut Vec<Finding>,
    ) -> Option<Sitting<'c>> {
        let day = wave.day.unwrap_or(target.ready.max(self.today));
        let latest_start = day.latest_start(target.preparation_months)?;
        let mut sitting = Sitting {
            path: wave.path.clone(),
            day,
            given: wave.day.is_some(),
            people: wave.people,
            latest_start,
            tries: target
                .taken()
                .map(|taken| self.tries(target, taken, day))
                .collect(),
            planned: true,
        };
        sitting.planned = self.judge(target, &sitting, findings);
        let fewest = sitting.fewest(target).filter(|_| sitting.planned);
        if let Some((tries, cut)) = fewest.and_then(|tries| Some((tries, tries.cut?))) {
            let code = FindingCode::AttemptsCut {
                group: self.group.id.clone(),
                certification: target.certification.id.clone(),
                asked: self.group.attempts.value,
                allowed: i64::from(tries.attempts),
                by_rule: matches!(cut, Cut::Rule(_)),
            };
            let mut finding = note(
                Severity::Note,
                self.group.attempts.path.clone(),
                code,
                &["PLN-1"],
            );
            finding.cites = match cut {
                Cut::Rule(rule) => rule.cites.clone(),
                Cut::Time(_) => tries.cites.clone(),
            };
            finding.repairs.push(Repair::new(
                RepairAction::FewerAttempts,
                self.group.attempts.path.clone(),
                tries.attempts.to_string(),
            ));
            findings.push(finding);
        }
        Some(sitting)
    }

    /// The attempts at an exam that fit, each after the wait that the rule in force on the day of the one before asks for.
    fn tries(&self, target: &Target<'c>, taken: &Taken<'c>, day: Day) -> Tries<'c> {
        let own = target.certification.ends.first();
        let own = own.map(|ending| (target.certification.id.as_str(), ending));
        let ends = self.last_day_of(taken, day).into_iter().chain(own);
        let last = self.agreement.span.last();
        let ends = ends
            .filter(|(_, ending)| ending.day < last)
            .min_by_key(|(_, ending)| ending.day);
        let mut tries = Tries {
            attempts: 1,
            waits: Vec::new(),
            last_day: day,
            until: ends.map_or(last, |(_, ending)| ending.day),
            ends,
            cut: None,
            cites: Vec::new(),
        };
        let rule = |day| self.catalogue.retake_rule(taken.family, day);
        while i64::from(tries.attempts) < self.group.attempts.value {
            let before = rule(tries.last_day);
            let wait = before.map_or(0, |rule| match tries.attempts {
                1 => rule.first_wait_days,
                _ => rule.later_wait_days,
            });
            for cite in before.iter().flat_map(|rule| &rule.cites) {
                if !tries.cites.contains(cite) {
                    tries.cites.push(cite.clone());
                }
            }
            let next = tries.last_day.plus_days(i64::from(wait));
            let Some(next) = next.filter(|next| *next <= tries.until) else {
                tries.cut = Some(Cut::Time(wait));
                break;
            };
            let capped = rule(next).filter(|rule| {
                rule.most_in_twelve_months
                    .is_some_and(|most| tries.attempts >= most)
            });
            if let Some(rule) = capped {
                tries.cut = Some(Cut::Rule(rule));
                break;
            }
            tries.attempts += 1;
            tries.waits.push(wait);
            tries.last_day = next;
        }
        tries
    }

    /// The exam whose end leaves too few of those that are left to take; `None` where no end is known.
    fn last_day_of(&self, taken: &Taken<'c>, day: Day) -> Option<(&'c str, &'c Ending)> {
        let ends = self
            .open(taken)
            .map(|exam| exam.ends.first().map(|ending| (exam.id.as_str(), ending)));
        let mut ends: Vec<Option<(&'c str, &'c Ending)>> = ends
            .filter(|end| end.is_none_or(|(_, ending)| ending.day >= day))
            .collect();
        sort_by_key(&mut ends, |end| {
            std::cmp::Reverse(end.map_or((1, None), |(_, ending)| (0, Some(ending.day))))
        });
        let place = usize::try_from(taken.left()).ok()?.checked_sub(1)?;
        ends.get(place).copied().flatten()
    }

    /// The exams of a requirement that are not passed yet.
    fn open<'t>(&'t self, taken: &'t Taken<'c>) -> impl Iterator<Item = &'c Exam> + 't {
        let left = taken
            .requirement
            .of
            .iter()
            .filter(|exam| !self.group.passed.contains(exam));
        left.filter_map(|exam| self.exam(exam))
    }

    /// Notes what stands in the way of a sitting; whether it is planned nevertheless.
    fn judge(
        &self,
        target: &Target<'c>,
        sitting: &Sitting<'c>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let (group, span) = (self.group.id.clone(), self.agreement.span);
        if target.exams() == 0 {
            return false;
        }
        if sitting.day < self.today {
            let code = FindingCode::SittingPassed {
                group,
                sitting: sitting.day,
            };
            findings.push(note(
                Severity::Warning,
                sitting.path.clone(),
                code,
                &["PLN-1"],
            ));
            return false;
        }
        if !span.contains(sitting.day) {
            let code = FindingCode::SittingOutsideAgreement {
                group,
                sitting: sitting.day,
                start: span.first(),
                end: span.last(),
            };
            let mut finding = note(
                Severity::Blocker,
                sitting.path.clone(),
                code,
                &["COD-6", "PLN-1"],
            );
            if sitting.given && span.contains(target.ready.max(self.today)) {
                finding
                    .repairs
                    .push(move_to(sitting, target.ready.max(self.today)));
            }
            findings.push(finding);
            return false;
        }
        if self.has_ended(target, sitting, findings) {
            return false;
        }
        if sitting.day < target.ready {
            let code = FindingCode::SittingBeforeReady {
                group,
                certification: target.certification.id.clone(),
                sitting: sitting.day,
                ready: target.ready,
                latest_start: sitting.latest_start,
            };
            let rule = if target.certification.track == Track::Mta {
                "PLN-5"
            } else {
                "PLN-2"
            };
            let mut finding = note(Severity::Warning, sitting.path.clone(), code, &[rule]);
            finding.cites = target
                .level_months
                .map(|fact| fact.cites.clone())
                .unwrap_or_default();
            if span.contains(target.ready) {
                finding.repairs.push(move_to(sitting, target.ready));
            }
            if sitting.latest_start >= self.today || !self.group.preparation_start.default {
                finding.repairs.push(Repair::new(
                    RepairAction::StartPreparation,
                    self.group.preparation_start.path.clone(),
                    sitting.latest_start.to_string(),
                ));
            }
            findings.push(finding);
        }
        true
    }

    /// Whether too few exams of the target, or the certification itself, are still offered on the day of the sitting.
    fn has_ended(
        &self,
        target: &Target<'c>,
        sitting: &Sitting<'c>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        for (taken, tries) in target.taken().zip(&sitting.tries) {
            let offered = |exam: &&Exam| {
                exam.ends
                    .first()
                    .is_none_or(|ending| ending.day >= sitting.day)
            };
            let count = self.open(taken).filter(offered).count();
            if u32::try_from(count).is_ok_and(|count| count >= taken.left()) {
                for exam in self.open(taken).filter(|exam| exam.ends.len() > 1) {
                    Self::disputed(&exam.id, &exam.ends, sitting, tries.last_day, findings);
                }
                continue;
            }
            let ended = self.open(taken).filter(|exam| !offered(exam));
            let latest = ended
                .filter_map(|exam| exam.ends.first().map(|ending| (exam, ending)))
                .max_by_key(|(_, ending)| ending.day);
            if let Some((exam, ending)) = latest {
                let code = FindingCode::ExamEnded {
                    exam: exam.id.clone(),
                    ended: ending.day,
                    sitting: sitting.day,
                };
                findings.push(self.ended(code, ending, sitting, target));
            }
            return true;
        }
        let endings = &target.certification.ends;
        if let Some(ending) = endings.first().filter(|ending| ending.day < sitting.day) {
            let code = FindingCode::CertificationEnded {
                certification: target.certification.id.clone(),
                ended: ending.day,
                sitting: sitting.day,
            };
            findings.push(self.ended(code, ending, sitting, target));
            return true;
        }
        if endings.len() > 1 {
            let last = sitting
                .longest(target)
                .map_or(sitting.day, |tries| tries.last_day);
            Self::disputed(&target.certification.id, endings, sitting, last, findings);
        }
        false
    }

    fn ended(
        &self,
        code: FindingCode,
        ending: &Ending,
        sitting: &Sitting<'c>,
        target: &Target<'c>,
    ) -> Finding {
        let mut finding = note(Severity::Blocker, sitting.path.clone(), code, &["PLN-1"]);
        finding.cites.clone_from(&ending.cites);
        if sitting.given
            && ending.day >= self.today.max(target.ready)
            && self.agreement.span.contains(ending.day)
        {
            finding.repairs.push(move_to(sitting, ending.day));
        }
        finding
    }

    fn disputed(
        of: &str,
        endings: &[Ending],
        sitting: &Sitting<'_>,
        last_day: Day,
        findings: &mut Vec<Finding>,
    ) {
        let days: Vec<Day> = endings.iter().map(|ending| ending.day).collect();
        // Only worth saying where the texts would decide differently about this sitting.
        if days.iter().all(|day| *day >= last_day) || days.iter().all(|day| *day < sitting.day) {
            return;
        }
        let code = FindingCode::EndDisputed {
            of: of.to_owned(),
            days,
        };
        let mut finding = note(Severity::Warning, sitting.path.clone(), code, &[]);
        finding.cites = endings
            .iter()
            .flat_map(|ending| ending.cites.clone())
            .collect();
        findings.push(finding);
    }
}

fn move_to(sitting: &Sitting<'_>, day: Day) -> Repair {
    Repair::new(
        RepairAction::MoveSitting,
        sitting.path.clone(),
        day.to_string(),
    )
}
