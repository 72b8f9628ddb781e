//! Finds the cheapest orders for an agreement's needs: plain values, no reasons yet.
//!
//! The terms that orders open are chosen outside, since windows and factors follow from them; inside, needs that share
//! products form cells, and each cell is solved for itself. Free vouchers are shared between cells where they save most.

mod openings;

use std::cmp::Reverse;

use crate::catalogue::{Catalogue, Product, on};
use crate::domain::order::{sort, sort_by_key};
use crate::domain::{Day, Ratio, Span};
use crate::figure::AttemptTerm;
use crate::finding::Finding;
use crate::plan::{Limit, Proof};
use crate::policy::{ExamBenefit, FreeSplit, Term};
use crate::request::Agreement;
use crate::rules::chances::Chances;
use crate::rules::demand::{Demand, LineKey, demand};
use crate::rules::entitlements::{FreeGrant, free_vouchers};
use crate::rules::flow::{Assignment, Supply, assign};
use crate::rules::packs::{Cell, Limit as UnitLimit, Lot, Memory, Part, Tariff, Worth, cheapest};
use crate::rules::proration::factor;
use crate::rules::supply::{Candidate, Candidates, candidates, exams_in, families, months};
use crate::rules::terms::{Coverages, Terms};
use crate::rules::window::{Limits, months_from_purchase};
use crate::solve::openings::{Opened, Opening};

/// How much work a search may take: nodes for each part that is solved apart, and ways to open terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort(pub u64);

impl Effort {
    /// For a plan: so many nodes, or the usual number.
    #[must_use]
    pub fn plan(nodes: Option<u32>) -> Self {
        Self(nodes.map_or(2_000, |nodes| u64::from(nodes.max(1))))
    }

    /// For one of many variations of it: a quarter.
    #[must_use]
    pub const fn part(self) -> Self {
        Self(self.0.div_ceil(4))
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

/// Needs that were solved together, and how they are served.
#[derive(Clone, Debug)]
pub struct SolvedCell {
    /// The part: which needs, which lots, what of the supplies, and its proof.
    pub part: Part,
    /// It as a cell of its own, with its share of what is shared.
    pub cell: Cell,
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
    /// Needs that were solved together.
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

    /// Among plans of equal worth the one that ranks first is chosen: the larger number of the product that comes first
    /// in the catalogue, of the earlier day, of the site that comes first.
    fn rank(&self) -> Rank {
        let orders = self.orders().map(|(_, order)| {
            let candidate = &order.candidate;
            let place = (Reverse(candidate.rank), Reverse(candidate.day));
            Reverse((place.0, place.1, Reverse(candidate.site), order.units))
        });
        orders.collect()
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
    let setting = Setting {
        agreement,
        needs: &needs,
        free: free.as_ref(),
        candidates: &candidates,
        memory,
        effort,
    };
    let Opened { best, open, .. } = setting.best_openings(&placed);
    let mut best = best?;
    // A way to open terms that was not searched to its end may still hide something better.
    best.bound = open.map_or(best.worth, |bound| bound.min(best.worth));
    best.proof = match (best.bound == best.worth, best.worth.units) {
        (false, _) => Proof::BestFound,
        (true, 0) => Proof::NothingToOrder,
        (true, _) => Proof::Optimal,
    };
    best.demand = demand;
    best.needs = needs;
    best.free = free;
    best.candidates = candidates;
    Some(best)
}

/// What a way to open terms came to.
struct Tried<'c> {
    /// What its orders cannot go below.
    bound: Worth,
    /// Nodes that were visited.
    nodes: u64,
    /// Its orders, if they are better than those before.
    better: Option<Solution<'c>>,
}

/// What decides between plans of equal worth.
type Rank = Vec<Reverse<(Reverse<usize>, Reverse<Day>, Reverse<Option<usize>>, i64)>>;

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
    /// What orders come to at least when terms are opened by orders on these days, and the cheapest ones if they are
    /// better than `beat`.
    ///
    /// An order that would not be placed if its term were open already is not placed merely to open it: then, and where
    /// numbers leave their range, there is nothing.
    fn solve(
        &self,
        placed: &Terms,
        opened: &[Opening],
        beat: Option<(Worth, Rank)>,
    ) -> Option<Tried<'c>> {
        let (mut lots, terms) = self.lots(placed, opened)?;
        let supplies: Vec<Supply> = lots.iter().map(|order| self.supply(order)).collect();
        let (origins, fixed) = self.fixed();
        let mut cell = self.cell(&lots, &supplies, &fixed);
        let mut found = cheapest(&cell, self.memory, self.effort.0);
        found.worth.charge = self.in_range(found.worth.charge)?;
        let mut tried = Tried {
            bound: found.bound,
            nodes: found.parts.iter().map(|part| part.nodes).sum(),
            better: None,
        };
        if let Some((least, _)) = &beat
            && found.bound > *least
        {
            return Some(tried);
        }
        let openers = opened.iter().map(|opening| self.openers(&lots, opening));
        let openers: Vec<Vec<usize>> = openers.collect();
        let is_used = |units: &[i64], lots: &Vec<usize>| {
            lots.iter()
                .any(|lot| units.get(*lot).is_some_and(|units| *units > 0))
        };
        if !openers.iter().all(|lots| is_used(&found.units, lots)) {
            if openers.contains(&Vec::new()) {
                return None;
            }
            let ordered = openers.into_iter().map(|lots| UnitLimit {
                lots,
                least: 1,
                most: i64::MAX,
            });
            cell.limits = ordered.collect();
            let used = cheapest(&cell, self.memory, self.effort.0);
            if used.worth != found.worth {
                // Where the search was cut short, the orders may still turn out to be needed.
                return (!found.is_proven()).then_some(tried);
            }
            found.units = used.units;
            found.parts = used.parts;
        }
        for (order, units) in lots.iter_mut().zip(&found.units) {
            order.units = *units;
        }
        let (origins, assignment) = self.assign(origins, fixed, &lots, &supplies);
        let shared = |place: usize| {
            let of = |part: &&Part| part.fixed.iter().any(|(known, _)| *known == place);
            found.parts.iter().filter(of).count() > 1
        };
        let cells = found.parts.iter().map(|part| {
            let mut part = part.clone();
            for (place, exams) in part.fixed.iter_mut().filter(|(place, _)| shared(*place)) {
                // What is free is used first: a part can use more of it than its cheapest packs ask for.
                let given = assignment.given.get(*place).into_iter().flatten();
                let here = given.filter(|(need, _)| part.needs.binary_search(need).is_ok());
                *exams = here.map(|(_, exams)| exams).sum();
            }
            let cell = cell.part(&part.needs, &part.lots, &part.fixed);
            SolvedCell { part, cell }
        });
        let cells = cells.collect();
        let solution = Solution {
            demand: Demand::default(),
            needs: Vec::new(),
            free: None,
            origins,
            assignment,
            cells,
            lots,
            terms,
            candidates: Candidates::default(),
            worth: found.worth,
            bound: found.bound,
            proof: Proof::BestFound,
        };
        let better = beat.is_none_or(|beat| (solution.worth, solution.rank()) < beat);
        tried.better = better.then_some(solution);
        Some(tried)
    }

    fn in_range(&self, charge: i64) -> Option<i64> {
        let fits = charge <= crate::domain::money::LARGEST_AMOUNT;
        (fits || !self.agreement.priced()).then_some(charge)
    }

    /// The lots whose order opens a term.
    fn openers(&self, lots: &[Order<'c>], opening: &Opening) -> Vec<usize> {
        let places = lots.iter().enumerate();
        places
            .filter(|(_, order)| self.is_opener(opening, &order.candidate))
            .map(|(place, _)| place)
            .collect()
    }

    /// Every candidate that can be ordered when terms are opened on these days, by product, day and site.
    fn lots(&self, placed: &Terms, opened: &[Opening]) -> Option<(Vec<Order<'c>>, Terms)> {
        let policies = &self.agreement.policies;
        let mut by_day: Vec<(usize, &Candidate<'c>)> =
            self.candidates.all.iter().enumerate().collect();
        sort_by_key(&mut by_day, |(place, candidate)| (candidate.day, *place));
        let mut terms = placed.clone();
        let mut lots = Vec::new();
        let mut to_open = opened.iter().peekable();
        for (place, candidate) in by_day {
            while let Some(opening) = to_open.next_if(|opening| opening.day <= candidate.day) {
                self.place(&mut terms, opening)?;
            }
            let covers = terms.covers(candidate.day, &candidate.product.id)?;
            let opens = policies.term == Term::CoTerminate
                && covers.opened == candidate.day
                && !opened
                    .iter()
                    .any(|opening| self.is_opener(opening, candidate));
            if opens {
                continue;
            }
            if let Some(order) = self.order(candidate, covers) {
                lots.push((place, order));
            }
        }
        sort_by_key(&mut lots, |(_, order)| {
            let candidate: &Candidate<'c> = &order.candidate;
            (candidate.rank, candidate.day, candidate.site)
        });
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

    /// Everything that is to be covered, with what is there and what could be ordered.
    fn cell(&self, lots: &[Order<'c>], supplies: &[Supply], fixed: &[Supply]) -> Cell {
        let mut lines: Vec<((usize, Day), Tariff)> = Vec::new();
        let mut days: Vec<Day> = lots.iter().map(|order| order.candidate.day).collect();
        sort(&mut days);
        days.dedup();
        let lots = lots.iter().zip(supplies).map(|(order, supply)| {
            let (rank, day) = (order.candidate.rank, order.candidate.day);
            let line = self.tariff(order).map(|tariff| {
                let known = lines.iter().position(|(of, _)| *of == (rank, day));
                known.unwrap_or_else(|| {
                    lines.push(((rank, day), tariff));
                    lines.len() - 1
                })
            });
            Lot {
                size: order.size,
                serves: supply.serves.clone(),
                line,
                product: rank,
                day: days.binary_search(&day).unwrap_or(0),
            }
        });
        let lots = lots.collect();
        Cell {
            needs: self.needs.iter().map(|need| need.exams).collect(),
            fixed: fixed.to_vec(),
            lots,
            lines: lines.into_iter().map(|(_, tariff)| tariff).collect(),
            limits: Vec::new(),
        }
    }

    fn tariff(&self, order: &Order<'_>) -> Option<Tariff> {
        let price = self.agreement.price(&order.candidate.product.id)?;
        Some(Tariff::of(price, order.factor, &self.agreement.policies))
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
