//! Which orders open terms: every way that can be the best (COD-4; model 2).
//!
//! Days are decided one after the other: an order on it opens a term, or none does and it is not ordered on. While days
//! are undecided, each order on one of them is reckoned with under every term that could still be opened for it. What
//! that comes to at least is no more than what any decision leads to, so most ways need not be tried.

use crate::domain::Day;
use crate::domain::order::{sort, sort_by_key};
use crate::policy::{Term, TermScope};
use crate::rules::flow::Supply;
use crate::rules::packs::{Worth, cheapest};
use crate::rules::supply::{Candidate, Candidates};
use crate::rules::terms::{Coverages, Terms};
use crate::solve::{Need, Order, Setting, Solution};

/// An order that may open a term: its day, and its product where each product has terms of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opening {
    /// The day of the order.
    pub day: Day,
    /// The product, by its place in the catalogue; the first of the day where all share their terms.
    pub rank: usize,
}

/// Ways to open terms that are tried at most, and one for how many nodes of the effort.
const MOST_TRIES: u64 = 2_000;
const NODES_PER_TRY: u64 = 10;

/// How many times the effort of one search all ways together may take.
const SEARCHES: u64 = 4;

/// Decisions about the first openings.
struct Branch {
    terms: Terms,
    /// How many openings are decided.
    decided: usize,
    opened: Vec<Opening>,
    /// What nothing that follows from them goes below.
    bound: Option<Worth>,
}

/// The best way to open terms.
pub struct Opened<'c> {
    /// The cheapest orders.
    pub best: Option<Solution<'c>>,
    /// The orders of it that open terms.
    pub openings: Vec<Opening>,
    /// What nothing that was not tried to its end goes below.
    pub open: Option<Worth>,
}

impl<'c> Setting<'_, 'c> {
    /// The best way to open terms. Products that share neither terms nor needs are decided apart.
    pub fn best_openings(&self, placed: &Terms) -> Opened<'c> {
        let co_terminate = self.agreement.policies.term == Term::CoTerminate;
        let groups = if co_terminate && !self.shares_terms() {
            self.groups()
        } else {
            Vec::new()
        };
        if groups.len() < 2 {
            return self.over_openings(placed);
        }
        let mut opened: Vec<Opening> = Vec::new();
        let mut gap = Worth::default();
        for (ranks, needs) in &groups {
            let all = self.candidates.all.iter();
            let candidates = Candidates {
                all: all
                    .filter(|candidate| ranks.contains(&candidate.rank))
                    .cloned()
                    .collect(),
                ..Candidates::default()
            };
            let needs = self.needs.iter().enumerate().map(|(place, need)| Need {
                exams: if needs.contains(&place) {
                    need.exams
                } else {
                    0
                },
                ..need.clone()
            });
            let part = Setting {
                needs: &needs.collect::<Vec<_>>(),
                candidates: &candidates,
                ..*self
            };
            let found = part.over_openings(placed);
            if let (Some(best), Some(open)) = (&found.best, found.open) {
                gap = gap.plus(best.worth.less(open.min(best.worth)));
            }
            opened.extend(found.openings);
        }
        sort(&mut opened);
        let mut found = Opened {
            best: None,
            openings: Vec::new(),
            open: None,
        };
        if let Some(tried) = self.solve(placed, &opened, None) {
            found.leave_open(tried.bound.less(gap));
            found.best = tried.better;
            found.openings = opened;
        }
        found
    }

    /// Products that could serve the same needs, with those needs. All are one group where something that is there
    /// already could serve needs of several.
    fn groups(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut groups: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        let candidates = self.candidates.all.iter();
        let links = candidates.map(|candidate| (Some(candidate.rank), &candidate.fits));
        let (_, fixed) = self.fixed();
        let there = fixed.iter().filter(|supply| supply.exams > 0);
        for (rank, needs) in links.chain(there.map(|supply| (None, &supply.serves))) {
            let mut joined = (rank.into_iter().collect::<Vec<_>>(), needs.clone());
            groups.retain_mut(|(ranks, of)| {
                let apart = !rank.is_some_and(|rank| ranks.contains(&rank))
                    && !needs.iter().any(|need| of.contains(need));
                if !apart {
                    joined.0.append(ranks);
                    joined.1.append(of);
                }
                apart
            });
            for list in [&mut joined.0, &mut joined.1] {
                sort(list);
                list.dedup();
            }
            groups.push(joined);
        }
        groups.retain(|(ranks, _)| !ranks.is_empty());
        groups
    }

    /// Tries the ways to open terms that can be the best, and keeps the cheapest orders.
    fn over_openings(&self, placed: &Terms) -> Opened<'c> {
        let openings = self.possible_openings();
        let mut found = Opened {
            best: None,
            openings: Vec::new(),
            open: None,
        };
        let mut stack = vec![Branch {
            terms: placed.clone(),
            decided: 0,
            opened: Vec::new(),
            bound: None,
        }];
        let (mut tries, mut spent) = (0, 0);
        while let Some(mut branch) = stack.pop() {
            let opens = |branch: &Branch, opening: &Opening| {
                let covers = self.covers(&branch.terms, opening);
                covers.is_some_and(|covers| covers.opened == opening.day)
            };
            while openings
                .get(branch.decided)
                .is_some_and(|opening| !opens(&branch, opening))
            {
                branch.decided += 1;
            }
            tries += 1;
            let is_much = tries > MOST_TRIES.min(self.effort.0 / NODES_PER_TRY)
                || spent > self.effort.0.saturating_mul(SEARCHES);
            if is_much && found.best.is_some() {
                found.leave_open(branch.bound.unwrap_or_default());
                continue;
            }
            let Some(opening) = openings.get(branch.decided) else {
                let beat = found.best.as_ref();
                let beat = beat.map(|best| (best.worth, best.rank()));
                if let Some(tried) = self.solve(placed, &branch.opened, beat) {
                    spent += tried.nodes;
                    found.leave_open(tried.bound);
                    if tried.better.is_some() {
                        found.best = tried.better;
                        found.openings = branch.opened;
                    }
                }
                continue;
            };
            let beaten = |bound: Option<Worth>| {
                let best = found.best.as_ref().map(|best| best.worth);
                bound.zip(best).is_some_and(|(bound, best)| bound > best)
            };
            if found.best.is_some() && branch.bound.is_none() {
                branch.bound = self.floor(placed, &branch, &openings);
            }
            if beaten(branch.bound) {
                continue;
            }
            let mut terms = branch.terms.clone();
            let mut opened = branch.opened.clone();
            opened.push(opening.clone());
            let is_open = self.place(&mut terms, opening).is_some();
            let decided = branch.decided + 1;
            let mut with = Branch {
                terms,
                decided,
                opened,
                bound: None,
            };
            let mut without = Branch { decided, ..branch };
            without.bound = None;
            if !self.shares_terms() {
                // With terms of each product its own, what looks better is followed first.
                with.bound = self.floor(placed, &with, &openings);
                without.bound = self.floor(placed, &without, &openings);
            }
            let mut ways = vec![without];
            if is_open {
                ways.push(with);
            }
            if matches!(ways.as_slice(), [without, with] if without.bound < with.bound) {
                ways.reverse();
            }
            stack.extend(ways);
        }
        found
    }

    /// Orders that could open a term, by day.
    fn possible_openings(&self) -> Vec<Opening> {
        if self.agreement.policies.term != Term::CoTerminate {
            return Vec::new();
        }
        let candidates = self.candidates.all.iter();
        let mut openings: Vec<Opening> = candidates
            .map(|candidate| Opening {
                day: candidate.day,
                rank: candidate.rank,
            })
            .collect();
        sort_by_key(&mut openings, |opening| (opening.day, opening.rank));
        openings.dedup_by(|b, a| a.day == b.day && (self.shares_terms() || a.rank == b.rank));
        openings
    }

    fn shares_terms(&self) -> bool {
        self.agreement.policies.term_scope == TermScope::Agreement
    }

    fn product(&self, opening: &Opening) -> Option<&'c str> {
        let mut candidates = self.candidates.all.iter();
        let of = candidates.find(|candidate| candidate.rank == opening.rank)?;
        Some(&of.product.id)
    }

    fn covers(&self, terms: &Terms, opening: &Opening) -> Option<Coverages> {
        terms.covers(opening.day, self.product(opening)?)
    }

    /// Opens a term.
    pub fn place(&self, terms: &mut Terms, opening: &Opening) -> Option<Coverages> {
        terms.place(opening.day, self.product(opening)?, false)
    }

    /// Whether an order of a candidate is the one that opens a term, or one beside it.
    pub fn is_opener(&self, opening: &Opening, candidate: &Candidate<'_>) -> bool {
        candidate.day == opening.day && (self.shares_terms() || candidate.rank == opening.rank)
    }

    /// What nothing that follows from a branch goes below.
    fn floor(&self, placed: &Terms, branch: &Branch, openings: &[Opening]) -> Option<Worth> {
        let undecided = openings.get(branch.decided..).unwrap_or_default();
        let (mut lots, _) = self.lots(placed, &branch.opened)?;
        lots.retain(|order| {
            !undecided
                .iter()
                .any(|opening| self.is_opener(opening, &order.candidate))
        });
        for candidate in &self.candidates.all {
            let is_open = |opening: &&Opening| self.is_opener(opening, candidate);
            if !undecided.iter().any(|opening| is_open(&opening)) {
                continue;
            }
            let mut ways: Vec<Coverages> = Vec::new();
            let joins = branch.terms.covers(candidate.day, &candidate.product.id)?;
            if joins.opened != candidate.day {
                ways.push(joins);
            }
            for opening in undecided.iter().filter(|opening| {
                opening.day <= candidate.day
                    && (self.shares_terms() || opening.rank == candidate.rank)
            }) {
                let mut terms = branch.terms.clone();
                let opens = self.place(&mut terms, opening)?;
                let covers = terms.covers(candidate.day, &candidate.product.id)?;
                if opens.opened == opening.day && covers.opened == opening.day {
                    ways.push(covers);
                }
            }
            let orders = ways
                .into_iter()
                .filter_map(|covers| self.order(candidate, covers));
            let orders: Vec<Order<'c>> = orders.collect();
            lots.extend(orders);
        }
        let supplies: Vec<Supply> = lots.iter().map(|order| self.supply(order)).collect();
        let cell = self.cell(&lots, &supplies, &self.fixed().1);
        Some(cheapest(&cell, self.memory, 1).bound)
    }
}

impl Opened<'_> {
    fn leave_open(&mut self, bound: Worth) {
        self.open = Some(self.open.map_or(bound, |least| least.min(bound)));
    }
}
