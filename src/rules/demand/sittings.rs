//! When people sit their exams, and how often each can be tried before time or a rule ends it.

use crate::catalogue::{Cite, Ending, Exam, RetakeRule};
use crate::domain::Day;
use crate::domain::order::sort_by_key;
use crate::finding::{Finding, FindingCode, Repair, RepairAction, Severity};
use crate::request::Wave;
use crate::rules::demand::{Reading, Taken, Target, note};

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

impl<'c> Reading<'_, 'c> {
    pub fn sitting(
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
    pub fn open<'t>(&'t self, taken: &'t Taken<'c>) -> impl Iterator<Item = &'c Exam> + 't {
        let left = taken
            .requirement
            .of
            .iter()
            .filter(|exam| !self.group.passed.contains(exam));
        left.filter_map(|exam| self.exam(exam))
    }
}
