//! What stands in the way of a sitting, and what would mend it.

use crate::catalogue::{Ending, Exam, Track};
use crate::domain::Day;
use crate::finding::{Finding, FindingCode, Repair, RepairAction, Severity};
use crate::rules::demand::{Reading, Sitting, Target, note};

impl<'c> Reading<'_, 'c> {
    /// Notes what stands in the way of a sitting; whether it is planned nevertheless.
    pub fn judge(
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
