//! What a group takes for each certification: the route with the fewest exams, prerequisites, and when people are ready.

use crate::catalogue::{Certification, Exam, Fact, Family, Level, Requirement, Track, on};
use crate::domain::Day;
use crate::finding::Finding;
use crate::policy::MtaPreparation;
use crate::rules::demand::{Reading, Sitting};

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

impl<'c> Reading<'_, 'c> {
    pub fn target(
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

    pub fn exam(&self, id: &str) -> Option<&'c Exam> {
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
}
