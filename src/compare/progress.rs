//! A comparison made a few plans at a time, for who must not be kept waiting: what was tried stays, and the next step goes on.

use crate::compare::Trial;
use crate::comparison::AgreementComparison;

/// The next trial.
pub(super) enum Next {
    /// What came of it; nothing also where it has to wait, and then nobody looks at what follows from it.
    Known(Option<Trial>),
    /// It is to be made now.
    Make,
}

/// How far a comparison has come. Trials follow one another in the same order in every step, so each is known by its place.
#[derive(Debug, Default)]
pub struct Progress {
    tried: Vec<Option<Trial>>,
    /// Agreements that are compared, each with the number of trials up to its end.
    done: Vec<(Option<AgreementComparison>, usize)>,
    agreement: usize,
    next: usize,
    left: usize,
    held: bool,
}

impl Progress {
    /// Begins a step of so many plans, at least one. Whether it is the first.
    pub fn begin(&mut self, plans: usize) -> bool {
        (self.agreement, self.next) = (0, 0);
        (self.left, self.held) = (plans.max(1), false);
        self.tried.is_empty()
    }

    /// Whether this step came to its end before the comparison did: what it says is not all.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        self.held
    }

    /// The comparison of the next agreement: as it was made in an earlier step, or now.
    pub(super) fn of_next(
        &mut self,
        make: impl FnOnce(&mut Self) -> Option<AgreementComparison>,
    ) -> Option<AgreementComparison> {
        if self.held {
            return None;
        }
        if let Some((comparison, next)) = self.done.get(self.agreement) {
            self.agreement += 1;
            self.next = *next;
            return comparison.clone();
        }
        let comparison = make(self);
        if !self.held {
            self.done.push((comparison.clone(), self.next));
            self.agreement += 1;
        }
        comparison
    }

    /// What is known of the next trial.
    pub(super) fn next(&mut self) -> Next {
        if let Some(known) = self.tried.get(self.next) {
            self.next += 1;
            return Next::Known(known.clone());
        }
        if self.left == 0 {
            self.held = true;
            return Next::Known(None);
        }
        self.left -= 1;
        Next::Make
    }

    /// Keeps what came of the trial that was to be made.
    pub(super) fn keep(&mut self, trial: Option<Trial>) {
        self.tried.push(trial);
        self.next += 1;
    }
}
