//! Finds the cheapest orders for an agreement's needs: plain values, no reasons yet.
//!
//! The terms that orders open are chosen outside, since windows and factors follow from them; inside, needs that share
//! products form cells, and each cell is solved for itself. Free vouchers are shared between cells where they save most.

use crate::catalogue::{Catalogue, Product, on};
use crate::domain::order::{sort, sort_by_key};
use crate::domain::{Day, Ratio, Span};
use crate::figure::AttemptTerm;
use crate::finding::Finding;
use crate::plan::{Limit, Proof};
use crate::policy::{ExamBenefit, FreeSplit, RoundAt, Term};
use crate::request::Agreement;
use crate::rules::chances::Chances;
use crate::rules::demand::{Demand, LineKey, demand};
use crate::rules::entitlements::{FreeGrant, free_vouchers};
use crate::rules::flow::{Assignment, Supply, assign};
use crate::rules::packs::{Cell, Found, Lot, Memory, Row, Tariff, Worth, bound};
use crate::rules::proration::factor;
use crate::rules::supply::{Candidate, Candidates, candidates, exams_in, families, months};
use crate::rules::terms::{Coverages, Terms};
use crate::rules::window::{Limits, months_from_purchase};

/// Rows of alternatives kept for a cell.
const ROWS: usize = 8;

/// Lots up to which alternatives are kept for several sittings.
const FEW_LOTS: usize = 6;

/// Ways to open terms that are compared at most.
const MOST_OPENINGS: usize = 256;

/// How much work a search may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Search nodes for each choice of packs: with more, a plan that is only the best found may be proven or improved.
    pub nodes: u32,
    /// Whether tables of alternatives are kept.
    pub tables: bool,
}

impl Effort {
    /// What a plan may take, with so many search nodes or the usual number.
    #[must_use]
    pub fn plan(nodes: Option<u32>) -> Self {
        Self {
            nodes: nodes.unwrap_or(20_000).max(1),
            tables: true,
        }
    }

    /// What a plan may take that is only compared with another.
    #[must_use]
    pub const fn compared(self) -> Self {
        Self {
            tables: false,
            ..self
        }
    }

    /// A quarter of the nodes: for one of many variations.
    #[must_use]
    pub fn part(self) -> Self {
        Self {
            nodes: (self.nodes / 4).max(1),
            tables: false,
        }
    }

    fn nodes(self) -> u64 {
        u64::from(self.nodes)
    }
}

/// A need with its chances.
#[derive(Clone, Debug)]
pub struct Need {
    /// What must be covered, and when.
    pub key: LineKey,
    /// Its bookings.
    pub terms: Vec<AttemptTerm>,
    /// The distribution of their sum.
    pub chances: Chances,
    /// At the service level.
    pub exams: i64,
}

/// Where exams come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Free vouchers.
    Free {
        /// The place of the grant's window.
        grant: usize,
        /// The site they are given to, where the user splits them.
        site: Option<usize>,
    },
    /// Stock.
    Stock {
        /// Its place in the agreement's list.
        place: usize,
    },
    /// An order.
    Order {
        /// Its place in [`Solution::lots`].
        place: usize,
    },
}

/// Units of a product ordered on a day for a site, or for all.
#[derive(Clone, Debug)]
pub struct Order<'c> {
    /// What, where, when.
    pub candidate: Candidate<'c>,
    /// What its day means for its coverage.
    pub covers: Coverages,
    /// Months charged.
    pub months: Ratio,
    /// The part of the price that is charged.
    pub factor: Ratio,
    /// What ends its codes.
    pub limits: Limits,
    /// When its codes can be used.
    pub window: Span,
    /// Exams in a unit.
    pub size: i64,
    /// How many units.
    pub units: i64,
}

/// Needs that share products, and how they are served.
#[derive(Clone, Debug)]
pub struct SolvedCell {
    /// The places of its needs.
    pub needs: Vec<usize>,
    /// The places of its orders in `lots`, in the order of the rows' units.
    pub lots: Vec<usize>,
    /// The cell as solved, with its share of what is shared.
    pub cell: Cell,
    /// The best rows.
    pub found: Found,
}

/// The cheapest orders.
#[derive(Clone, Debug)]
pub struct Solution<'c> {
    /// What groups take.
    pub demand: Demand<'c>,
    /// What must be covered.
    pub needs: Vec<Need>,
    /// The free vouchers, if granted.
    pub free: Option<FreeGrant<'c>>,
    /// Where exams come from, in the order of use.
    pub origins: Vec<Origin>,
    /// Which origin serves which need.
    pub assignment: Assignment,
    /// What is ordered; every lot that was considered, also those of no units.
    pub lots: Vec<Order<'c>>,
    /// Needs that share products.
    pub cells: Vec<SolvedCell>,
    /// Terms, with the orders placed.
    pub terms: Terms,
    /// Candidates and what was left out.
    pub candidates: Candidates<'c>,
    /// What the objective comes to, lines rounded as a whole where the policy says so.
    pub worth: Worth,
    /// A bound that no plan goes below.
    pub bound: Worth,
    /// How far the search got.
    pub proof: Proof,
}

impl Solution<'_> {
    /// Lots that are ordered, with their places.
    pub fn orders(&self) -> impl Iterator<Item = (usize, &Order<'_>)> {
        self.lots
            .iter()
            .enumerate()
            .filter(|(_, order)| order.units > 0)
    }
}

/// Solves an agreement. `None` where a date leaves the calendar or an amount the range of exact numbers.
#[must_use]
pub fn solve<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    memory: &Memory,
    effort: Effort,
    findings: &mut Vec<Finding>,
) -> Option<Solution<'c>> {
    let demand = demand(catalogue, agreement, today, findings)?;
    let needs: Vec<Need> = demand
        .lines
        .iter()
        .map(|(key, terms)| {
            let chances = Chances::of(terms);
            let exams = chances.quantile(agreement.service_level.value);
            Need {
                key: *key,
                terms: terms.clone(),
                chances,
                exams,
            }
        })
        .collect();
    let keys: Vec<LineKey> = needs.iter().map(|need| need.key).collect();
    let policies = &agreement.policies;
    let mut placed = Terms::new(
        agreement.span,
        policies.term,
        policies.term_scope,
        policies.coverage,
    );
    for order in agreement
        .orders
        .iter()
        .filter(|order| agreement.span.contains(order.day))
    {
        placed.place(order.day, &order.product.id, true)?;
    }
    let free = free_vouchers(catalogue, agreement, today);
    let candidates = candidates(catalogue, agreement, today, &keys, &placed);
    let mut best: Option<Solution<'c>> = None;
    let (openings, complete) = openings(&placed, &candidates.all, policies.term);
    let mut unproven: Option<Worth> = None;
    for opened in &openings {
        let setting = Setting {
            agreement,
            needs: &needs,
            free: free.as_ref(),
            candidates: &candidates,
            memory,
            effort,
        };
        let beat = best.as_ref().map(|best| best.worth);
        let Some(mut solved) = setting.solve(&placed, opened, beat) else {
            continue;
        };
        if solved.proof == Proof::BestFound {
            unproven = Some(unproven.map_or(solved.bound, |least: Worth| least.min(solved.bound)));
        }
        if best.as_ref().is_none_or(|best| solved.worth < best.worth) {
            solved.demand = demand.clone();
            best = Some(solved);
        }
    }
    let mut best = best?;
    // A way to open terms that was not searched to its end may still hide something better.
    let hidden = unproven.filter(|bound| *bound < best.worth);
    best.bound = hidden.unwrap_or(best.worth);
    best.proof = match (hidden.is_some() || !complete, best.worth.units) {
        (true, _) => Proof::BestFound,
        (false, 0) => Proof::NothingToOrder,
        (false, _) => Proof::Optimal,
    };
    best.needs = needs;
    best.free = free;
    best.candidates = candidates;
    Some(best)
}

/// The days, with their products, whose orders open a term: each way to choose them. And whether these are all.
///
/// The latest openings come first: a term is not opened early merely to cheapen later orders.
fn openings(
    placed: &Terms,
    candidates: &[Candidate<'_>],
    term: Term,
) -> (Vec<Vec<(Day, String)>>, bool) {
    if term != Term::CoTerminate {
        return (vec![Vec::new()], true);
    }
    let mut days: Vec<(Day, String)> = candidates
        .iter()
        .map(|candidate| (candidate.day, candidate.product.id.clone()))
        .collect();
    sort(&mut days);
    days.dedup();
    let mut all = Vec::new();
    let mut open = vec![(placed.clone(), 0, Vec::new())];
    while let Some((terms, next, opened)) = open.pop() {
        if all.len() >= MOST_OPENINGS {
            return (all, false);
        }
        let Some((day, product)) = days.get(next) else {
            all.push(opened);
            continue;
        };
        let opens = terms
            .covers(*day, product)
            .is_some_and(|covers| covers.opened == *day);
        let opened_here = opened.last().is_some_and(|(last, _)| last == day);
        if opens && !opened_here {
            let mut with = terms.clone();
            let mut list: Vec<(Day, String)> = opened.clone();
            list.push((*day, product.clone()));
            if with.place(*day, product, false).is_some() {
                open.push((with, next + 1, list));
            }
        }
        open.push((terms, next + 1, opened));
    }
    (all, true)
}

/// What a search for orders starts from.
struct Setting<'a, 'c> {
    agreement: &'a Agreement<'c>,
    needs: &'a [Need],
    free: Option<&'a FreeGrant<'c>>,
    candidates: &'a Candidates<'c>,
    memory: &'a Memory,
    effort: Effort,
}

impl<'c> Setting<'_, 'c> {
    /// The cheapest orders when terms are opened by orders on these days. `None` where one of them would not be needed.
    ///
    /// Nor where nothing better than `beat` can come out.
    fn solve(
        &self,
        placed: &Terms,
        opened: &[(Day, String)],
        beat: Option<Worth>,
    ) -> Option<Solution<'c>> {
        let (mut lots, terms) = self.lots(placed, opened)?;
        let supplies: Vec<Supply> = lots.iter().map(|order| self.supply(order)).collect();
        let (origins, fixed) = self.fixed();
        let cells = self.cells(&lots, &supplies, &fixed, beat)?;
        let exact =
            cells.iter().all(|cell| cell.found.proven) && !self.is_coupled(&cells, &fixed, &lots);
        for solved in &cells {
            let Some(best) = solved.found.rows.first() else {
                continue;
            };
            for (place, units) in solved.lots.iter().zip(&best.units) {
                if let Some(order) = lots.get_mut(*place) {
                    order.units = *units;
                }
            }
        }
        let used = |(day, product): &(Day, String)| {
            lots.iter().any(|order| {
                order.units > 0
                    && order.candidate.day == *day
                    && (opened.is_empty() || self.same_scope(order, product))
            })
        };
        if !opened.iter().all(used) {
            return None;
        }
        let (origins, assignment) = self.assign(origins, fixed, &lots, &supplies);
        let sum = |worth: &dyn Fn(&SolvedCell) -> Worth| {
            cells
                .iter()
                .fold(Worth::default(), |sum, cell| sum.plus(worth(cell)))
        };
        let mut worth = sum(&|cell| {
            cell.found
                .rows
                .first()
                .map_or(Worth::default(), |row| row.worth)
        });
        worth.charge = self.charge(&lots)?;
        let mut bound = sum(&|cell| cell.found.bound);
        bound.charge = bound.charge.min(worth.charge);
        let proof = match (exact, lots.iter().any(|order| order.units > 0)) {
            (true, true) => Proof::Optimal,
            (true, false) => Proof::NothingToOrder,
            (false, _) if bound == worth => Proof::Optimal,
            (false, _) => Proof::BestFound,
        };
        Some(Solution {
            demand: Demand::default(),
            needs: Vec::new(),
            free: None,
            origins,
            assignment,
            lots,
            cells,
            terms,
            candidates: Candidates::default(),
            worth,
            bound,
            proof,
        })
    }

    fn same_scope(&self, order: &Order<'_>, product: &str) -> bool {
        use crate::policy::TermScope;
        self.agreement.policies.term_scope == TermScope::Agreement
            || order.candidate.product.id == product
    }

    /// Every candidate that can be ordered when terms are opened on these days, by product, day and site.
    fn lots(&self, placed: &Terms, opened: &[(Day, String)]) -> Option<(Vec<Order<'c>>, Terms)> {
        let policies = &self.agreement.policies;
        let mut by_day: Vec<(usize, &Candidate<'c>)> =
            self.candidates.all.iter().enumerate().collect();
        sort_by_key(&mut by_day, |(place, candidate)| (candidate.day, *place));
        let mut terms = placed.clone();
        let mut lots = Vec::new();
        let mut to_open = opened.iter().peekable();
        for (place, candidate) in by_day {
            while let Some((day, product)) = to_open.next_if(|(day, _)| *day <= candidate.day) {
                terms.place(*day, product, false)?;
            }
            let covers = terms.covers(candidate.day, &candidate.product.id)?;
            let opens = policies.term == Term::CoTerminate
                && covers.opened == candidate.day
                && !opened.iter().any(|(day, _)| *day == candidate.day);
            if opens {
                continue;
            }
            if let Some(order) = self.order(candidate, covers) {
                lots.push((place, order));
            }
        }
        sort_by_key(&mut lots, |(place, _)| *place);
        Some((lots.into_iter().map(|(_, order)| order).collect(), terms))
    }

    /// The order that a candidate would be. `None` where nothing would be charged or no day of its window is left.
    fn order(&self, candidate: &Candidate<'c>, covers: Coverages) -> Option<Order<'c>> {
        let agreement = self.agreement;
        let policies = &agreement.policies;
        let months = months(agreement, covers).filter(|months| months.is_positive())?;
        let prorated = factor(months)?;
        let product = candidate.product;
        let valid = on(&product.valid_months, candidate.day)?.value;
        let limits = Limits {
            purchase: months_from_purchase(candidate.day, valid, policies.last_day)?,
            term: covers.end,
            agreement: agreement.span.last(),
        };
        let window = Span::new(candidate.dates.latest, limits.usable_until(policies.expiry))?;
        let whole = exams_in(product, candidate.day)?;
        let size = match policies.exam_benefit {
            ExamBenefit::Count if whole > 1 => Ratio::whole(whole).times(prorated)?.floor(),
            _ => whole,
        };
        let factor = if policies.exam_benefit == ExamBenefit::None {
            Ratio::ONE
        } else {
            prorated
        };
        (size > 0).then(|| Order {
            candidate: candidate.clone(),
            covers,
            months,
            factor,
            limits,
            window,
            size,
            units: 0,
        })
    }

    /// The needs that an order's codes can serve.
    fn supply(&self, order: &Order<'_>) -> Supply {
        let serves = order.candidate.fits.iter().copied().filter(|place| {
            self.needs
                .get(*place)
                .is_some_and(|need| self.is_served(order, &need.key))
        });
        Supply {
            exams: 0,
            serves: serves.collect(),
        }
    }

    fn is_served(&self, order: &Order<'_>, key: &LineKey) -> bool {
        let site = self.agreement.sites.get(key.site);
        let centre = site.and_then(|site| site.test_centre_from.as_ref());
        let waits_for_centre = crate::rules::supply::needs_test_centre(order.candidate.product)
            && centre.is_some_and(|from| from.value > key.sitting);
        order.window.holds(key.sitting, key.last_day) && !waits_for_centre
    }

    /// Free vouchers and stock, in the order of use: free first, then what ends first.
    fn fixed(&self) -> (Vec<Origin>, Vec<Supply>) {
        let mut all: Vec<((u8, Day, usize), Origin, Supply)> = Vec::new();
        if let Some(free) = self.free {
            for (grant, (window, left)) in free.windows.iter().enumerate() {
                let serves = |site: Option<usize>| {
                    self.serves(|key| {
                        key.coverable
                            && site.is_none_or(|site| site == key.site)
                            && free.families.contains(&key.family)
                            && free.audiences.contains(&key.audience)
                            && window.holds(key.sitting, key.last_day)
                    })
                };
                if self.agreement.policies.free_split == FreeSplit::Manual {
                    let mut left = *left;
                    for share in &self.agreement.free_split {
                        let exams = share.exams.min(left);
                        left -= exams;
                        let site = Some(share.site);
                        all.push((
                            (0, window.last(), grant),
                            Origin::Free { grant, site },
                            Supply {
                                exams,
                                serves: serves(site),
                            },
                        ));
                    }
                } else {
                    all.push((
                        (0, window.last(), grant),
                        Origin::Free { grant, site: None },
                        Supply {
                            exams: *left,
                            serves: serves(None),
                        },
                    ));
                }
            }
        }
        for (place, stock) in self.agreement.stock.iter().enumerate() {
            let families = families(
                stock.product,
                self.agreement.policies.mcp_covers_fundamentals,
            );
            let audiences = &stock.product.audiences;
            let serves = self.serves(|key| {
                key.coverable
                    && stock.site.is_none_or(|site| site == key.site)
                    && families.contains(&key.family)
                    && (audiences.is_empty() || audiences.contains(&key.audience))
                    && stock.window.holds(key.sitting, key.last_day)
            });
            let supply = Supply {
                exams: stock.exams.value,
                serves,
            };
            all.push((
                (1, stock.window.last(), place),
                Origin::Stock { place },
                supply,
            ));
        }
        sort_by_key(&mut all, |(rank, _, _)| *rank);
        all.into_iter()
            .map(|(_, origin, supply)| (origin, supply))
            .unzip()
    }

    fn serves(&self, fits: impl Fn(&LineKey) -> bool) -> Vec<usize> {
        self.needs
            .iter()
            .enumerate()
            .filter(|(_, need)| fits(&need.key))
            .map(|(place, _)| place)
            .collect()
    }

    /// Splits needs into cells that share no product, solves each, and shares free vouchers between them.
    ///
    /// `None` where even the bounds of the cells are no better than `beat`.
    fn cells(
        &self,
        lots: &[Order<'c>],
        supplies: &[Supply],
        fixed: &[Supply],
        beat: Option<Worth>,
    ) -> Option<Vec<SolvedCell>> {
        let mut cells = self.split(lots, supplies);
        let mut shared: Vec<usize> = Vec::new();
        for (place, supply) in fixed.iter().enumerate() {
            let holders: Vec<usize> = holders(&cells, supply);
            match holders.as_slice() {
                [] => {}
                [only] => give(&mut cells, *only, supply, supply.exams),
                _ if enough_for_all(&cells, &holders, supply) => {
                    for holder in holders {
                        give(&mut cells, holder, supply, supply.exams);
                    }
                }
                _ => shared.push(place),
            }
        }
        if let Some(beat) = beat {
            let bound = cells.iter().fold(Worth::default(), |sum, solved| {
                let mut cell = solved.cell.clone();
                for supply in shared.iter().filter_map(|place| fixed.get(*place)) {
                    let serves = local(&solved.needs, &supply.serves);
                    cell.fixed.push(Supply {
                        exams: supply.exams,
                        serves,
                    });
                }
                sum.plus(bound(&cell))
            });
            if bound >= beat {
                return None;
            }
        }
        for place in shared {
            if let Some(supply) = fixed.get(place) {
                self.share(&mut cells, supply);
            }
        }
        for cell in &mut cells {
            // The table of alternatives is the certificate of one sitting. Over several, where the proof is the search
            // itself, it is kept as long as few packs make it up.
            let mut sittings = cell
                .needs
                .iter()
                .filter_map(|need| self.needs.get(*need))
                .map(|need| need.key.sitting);
            let first = sittings.next();
            let single = sittings.all(|sitting| Some(sitting) == first);
            let few_packs =
                cell.lots.len() <= FEW_LOTS && cell.cell.lots.iter().all(|lot| lot.size > 1);
            let table = self.effort.tables && (single || few_packs);
            let rows = if table { ROWS } else { 1 };
            cell.found = self.memory.cheapest(&cell.cell, rows, self.effort.nodes());
        }
        Some(cells)
    }

    /// Cells before anything is given to them.
    fn split(&self, lots: &[Order<'c>], supplies: &[Supply]) -> Vec<SolvedCell> {
        let mut parent: Vec<usize> = (0..self.needs.len()).collect();
        for supply in supplies {
            for pair in supply.serves.windows(2) {
                if let [a, b] = pair {
                    let (a, b) = (root(&parent, *a), root(&parent, *b));
                    if let Some(entry) = parent.get_mut(a.max(b)) {
                        *entry = a.min(b);
                    }
                }
            }
        }
        let mut cells: Vec<(usize, SolvedCell)> = Vec::new();
        for (place, need) in self.needs.iter().enumerate() {
            let top = root(&parent, place);
            let number = cells
                .iter()
                .position(|(known, _)| *known == top)
                .unwrap_or_else(|| {
                    cells.push((
                        top,
                        SolvedCell {
                            needs: Vec::new(),
                            lots: Vec::new(),
                            cell: Cell::default(),
                            found: nothing(),
                        },
                    ));
                    cells.len() - 1
                });
            if let Some((_, cell)) = cells.get_mut(number) {
                cell.needs.push(place);
                cell.cell.needs.push(need.exams);
            }
        }
        for (place, (order, supply)) in lots.iter().zip(supplies).enumerate() {
            let Some(first) = supply.serves.first() else {
                continue;
            };
            let top = root(&parent, *first);
            let Some((_, cell)) = cells.iter_mut().find(|(known, _)| *known == top) else {
                continue;
            };
            let lot = Lot {
                size: order.size,
                serves: local(&cell.needs, &supply.serves),
                tariff: self.tariff(order),
            };
            cell.lots.push(place);
            cell.cell.lots.push(lot);
        }
        cells.into_iter().map(|(_, cell)| cell).collect()
    }

    fn tariff(&self, order: &Order<'_>) -> Option<Tariff> {
        let price = self.agreement.price(&order.candidate.product.id)?;
        let mut tiers = vec![(1, price.minor.value)];
        tiers.extend(
            price
                .breaks
                .iter()
                .map(|(from, price)| (*from, price.value)),
        );
        let policies = &self.agreement.policies;
        Some(Tariff {
            tiers,
            factor: order.factor,
            round_at: policies.round_at,
            rounding: policies.rounding,
        })
    }

    /// Gives a supply that several cells could use to those where it saves most: the least sum over all splits.
    fn share(&self, cells: &mut [SolvedCell], supply: &Supply) {
        let mut best: Vec<(Worth, Vec<i64>)> = vec![(Worth::default(), Vec::new()); 1];
        let most = usize::try_from(supply.exams).unwrap_or(usize::MAX);
        for solved in cells.iter() {
            let places = local(&solved.needs, &supply.serves);
            let useful: i64 = places
                .iter()
                .filter_map(|place| solved.cell.needs.get(*place))
                .sum();
            let steps = usize::try_from(useful)
                .unwrap_or(usize::MAX)
                .min(most)
                .min(MOST_SHARED);
            let worths: Vec<Worth> = (0..=steps)
                .map(|exams| {
                    let mut cell = solved.cell.clone();
                    cell.fixed.push(Supply {
                        exams: i64::try_from(exams).unwrap_or(0),
                        serves: places.clone(),
                    });
                    self.memory
                        .cheapest(&cell, 1, (self.effort.nodes() / 20).max(1_000))
                        .rows
                        .first()
                        .map_or(Worth::default(), |row| row.worth)
                })
                .collect();
            let width = (best.len() + steps).min(most + 1).max(1);
            let mut next: Vec<Option<(Worth, Vec<i64>)>> = vec![None; width];
            for (given, (sum, split)) in best.iter().enumerate() {
                for (exams, worth) in worths.iter().enumerate() {
                    let total = sum.plus(*worth);
                    let Some(entry) = next.get_mut(given + exams) else {
                        break;
                    };
                    if entry.as_ref().is_none_or(|(known, _)| total < *known) {
                        let mut split = split.clone();
                        split.push(i64::try_from(exams).unwrap_or(0));
                        *entry = Some((total, split));
                    }
                }
            }
            best = next.into_iter().flatten().collect();
        }
        let chosen = best
            .into_iter()
            .min_by_key(|(worth, _)| *worth)
            .map(|(_, split)| split)
            .unwrap_or_default();
        for (place, exams) in chosen.into_iter().enumerate() {
            give(cells, place, supply, exams);
        }
    }

    /// Whether cells depend on each other in a way that solving each for itself does not see.
    fn is_coupled(&self, cells: &[SolvedCell], fixed: &[Supply], lots: &[Order<'c>]) -> bool {
        let shared = fixed.iter().filter(|supply| {
            let holders = holders(cells, supply);
            holders.len() > 1 && !enough_for_all(cells, &holders, supply)
        });
        let line = |order: &Order<'_>| (order.candidate.product.id.clone(), order.candidate.day);
        let rounded_together = |order: &Order<'c>| {
            let several = lots
                .iter()
                .filter(|other| line(other) == line(order))
                .count()
                > 1;
            let price = self.agreement.price(&order.candidate.product.id);
            several
                && price.is_some_and(|price| {
                    self.agreement.policies.round_at == RoundAt::Line || !price.breaks.is_empty()
                })
        };
        let shares: Vec<&Supply> = shared.collect();
        let too_many = shares
            .iter()
            .any(|supply| supply.exams > i64::try_from(MOST_SHARED).unwrap_or(0));
        shares.len() > 1 || too_many || lots.iter().any(rounded_together)
    }

    /// Which origin serves which need: free, stock, bought, each by its end.
    fn assign(
        &self,
        origins: Vec<Origin>,
        fixed: Vec<Supply>,
        lots: &[Order<'c>],
        supplies: &[Supply],
    ) -> (Vec<Origin>, Assignment) {
        let mut order: Vec<(usize, &Order<'c>)> = lots
            .iter()
            .enumerate()
            .filter(|(_, order)| order.units > 0)
            .collect();
        sort_by_key(&mut order, |(place, order)| (order.window.last(), *place));
        let (mut origins, mut all) = (origins, fixed);
        for (place, bought) in order {
            origins.push(Origin::Order { place });
            let serves = supplies
                .get(place)
                .map(|supply| supply.serves.clone())
                .unwrap_or_default();
            all.push(Supply {
                exams: bought.units.saturating_mul(bought.size),
                serves,
            });
        }
        let needs: Vec<i64> = self.needs.iter().map(|need| need.exams).collect();
        let assignment = assign(&all, &needs);
        (origins, assignment)
    }

    /// What all lines cost: all units of one product and day together.
    fn charge(&self, lots: &[Order<'c>]) -> Option<i64> {
        let mut lines: Vec<(&str, Day, i64, &Order<'c>)> = Vec::new();
        for order in lots.iter().filter(|order| order.units > 0) {
            let (product, day) = (order.candidate.product.id.as_str(), order.candidate.day);
            match lines
                .iter_mut()
                .find(|(known, on, ..)| *known == product && *on == day)
            {
                Some((_, _, units, _)) => *units += order.units,
                None => lines.push((product, day, order.units, order)),
            }
        }
        let mut sum: i64 = 0;
        for (_, _, units, order) in lines {
            if let Some(tariff) = self.tariff(order) {
                sum = sum.checked_add(tariff.charge(units)?)?;
            }
        }
        (sum <= crate::domain::money::LARGEST_AMOUNT).then_some(sum)
    }
}

/// Exams of a shared supply for which every split is tried.
const MOST_SHARED: usize = 200;

fn nothing() -> Found {
    let row = Row {
        units: Vec::new(),
        worth: Worth::default(),
    };
    Found {
        rows: vec![row],
        proven: true,
        bound: Worth::default(),
    }
}

fn root(parent: &[usize], mut place: usize) -> usize {
    while let Some(up) = parent.get(place).copied().filter(|up| *up != place) {
        place = up;
    }
    place
}

/// The places in a cell's own list of the needs that a supply serves.
fn local(needs: &[usize], serves: &[usize]) -> Vec<usize> {
    needs
        .iter()
        .enumerate()
        .filter(|(_, need)| serves.binary_search(need).is_ok())
        .map(|(place, _)| place)
        .collect()
}

fn holders(cells: &[SolvedCell], supply: &Supply) -> Vec<usize> {
    let uses = |cell: &SolvedCell| {
        cell.needs
            .iter()
            .any(|need| supply.serves.binary_search(need).is_ok())
    };
    cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| supply.exams > 0 && uses(cell))
        .map(|(place, _)| place)
        .collect()
}

fn enough_for_all(cells: &[SolvedCell], holders: &[usize], supply: &Supply) -> bool {
    let useful = holders
        .iter()
        .filter_map(|holder| cells.get(*holder))
        .map(|cell| {
            let places = local(&cell.needs, &supply.serves);
            places
                .iter()
                .filter_map(|place| cell.cell.needs.get(*place))
                .sum::<i64>()
        });
    useful.sum::<i64>() <= supply.exams
}

fn give(cells: &mut [SolvedCell], place: usize, supply: &Supply, exams: i64) {
    let Some(cell) = cells.get_mut(place) else {
        return;
    };
    let serves = local(&cell.needs, &supply.serves);
    if exams > 0 && !serves.is_empty() {
        cell.cell.fixed.push(Supply { exams, serves });
    }
}

/// The name of a limit that binds a window, the first of equals in the order purchase, term, agreement.
#[must_use]
pub fn binding(limits: &Limits, compared: &[Limit], until: Day) -> Option<Limit> {
    limits
        .all()
        .into_iter()
        .find(|(limit, day)| compared.contains(limit) && *day == until)
        .map(|(limit, _)| limit)
}

/// Whether a product is a single voucher: its number of exams is never prorated.
#[must_use]
pub fn is_single(product: &Product, day: Day) -> bool {
    exams_in(product, day) == Some(1)
}
