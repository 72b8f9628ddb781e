//! Branch and cut: whole units of each lot, proven to be the cheapest.
//!
//! Stage by stage, each held to what the ones before came to: the charge; exams and units; then, lot by lot, the larger
//! number. A stage visits nodes, which narrow the units of lots. The relaxation of a node shows where to go on; whether a
//! node can hold anything better is decided in whole numbers alone, by a sum of cuts times multipliers.
#![allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "the relaxation's values only choose where to search; indices stay within lengths fixed by construction"
)]

mod bounds;
mod branching;
mod separation;
mod start;

use std::rc::Rc;

use crate::domain::Set;
use crate::rules::packs::cover::Cover;
use crate::rules::packs::cuts::{Cut, ceil_div, gcd, neighbouring};
use crate::rules::packs::relaxation::{Relaxation, Solved};
use crate::rules::packs::search::bounds::Root;
use crate::rules::packs::tariff::{Floor, PLACES};
use crate::rules::packs::{Cell, Worth};

/// Times that a relaxation is tightened before its node is split: at the root, and elsewhere.
const ROUNDS: [usize; 2] = [60, 20];

/// How near to a whole number counts as whole.
const WHOLE: f64 = 1e-6;

/// Where the numbers of a node's own cuts start.
const OWN: usize = 1 << 24;

/// Nodes that each part of breaking ties may take: the plan is proven before, and stays as good without.
const TIE_NODES: u64 = 400;

/// What a search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Units of each lot.
    pub units: Vec<i64>,
    /// What they come to.
    pub worth: Worth,
    /// What nothing goes below.
    pub bound: Worth,
    /// Nodes visited.
    pub nodes: u64,
    /// Inequalities made.
    pub cuts: usize,
}

/// What a stage makes least.
enum Goal {
    Charge,
    /// Exams, then units: exams times [`Search::many`], plus units.
    Bulk,
    /// Less these numbers times units.
    Prefer(Vec<i128>),
}

struct Node {
    low: Vec<i64>,
    high: Vec<i64>,
    /// Bounds of the units of whole lines.
    lines: Vec<(i64, i64)>,
    /// The numbers of its cuts, to begin with; not needed where the relaxation is there.
    cuts: Vec<usize>,
    /// Cuts that hold only here and below. Their numbers start at [`OWN`].
    own: Vec<Rc<Cut>>,
    relaxation: Option<Relaxation>,
    bound: i128,
}

enum Judged {
    Short(Vec<bool>),
    TooMuch,
    Good,
}

pub struct Search<'a> {
    cell: &'a Cell,
    cover: Cover,
    /// What a unit of each lot costs, where all lines are straight.
    each: Option<Vec<i128>>,
    low: Vec<i64>,
    high: Vec<i64>,
    /// Lots of each line.
    lines: Vec<Vec<usize>>,
    /// Lots whose units together are worth splitting at: each product up to each day.
    sums: Vec<Vec<usize>>,
    cuts: Vec<Cut>,
    seen: Set<Vec<bool>>,
    charge_cap: Option<i128>,
    bulk_cap: Option<i128>,
    /// More than the units of any plan.
    many: i128,
    nodes: u64,
    effort: u64,
    best: Vec<i64>,
    /// Whether any units are known that serve everything within the limits.
    is_found: bool,
    /// What bounds the stage's root: costs and what is added to them, and cuts with their multipliers, in parts of
    /// 2^-[`Search::root_places`].
    root: Root,
}

/// Finds the least worth and proves it, within `effort` nodes.
#[must_use]
pub fn search(cell: &Cell, effort: u64) -> Outcome {
    let mut search = Search::new(cell, effort);
    search.run()
}

impl<'a> Search<'a> {
    fn new(cell: &'a Cell, effort: u64) -> Self {
        let serves: Vec<Vec<usize>> = cell.lots.iter().map(|lot| lot.serves.clone()).collect();
        let cover = Cover::new(&cell.needs, &cell.fixed, &serves);
        let mut lines = vec![Vec::new(); cell.lines.len()];
        for (place, lot) in cell.lots.iter().enumerate() {
            if let Some(list) = lot.line.and_then(|line| lines.get_mut(line)) {
                list.push(place);
            }
        }
        let prices: Option<Vec<i128>> = cell
            .lots
            .iter()
            .map(|lot| match lot.line {
                Some(line) => cell.lines[line].each().map(i128::from),
                None => Some(0),
            })
            .collect();
        let high = cell
            .lots
            .iter()
            .map(|lot| {
                let served: i64 = lot.serves.iter().map(|need| cell.needs[*need]).sum();
                let last_break = lot.line.map_or(0, |line| cell.lines[line].last_break());
                ceil_div(served, lot.size).max(if served > 0 { last_break } else { 0 })
            })
            .collect::<Vec<i64>>();
        let mut high = high;
        for limit in &cell.limits {
            for lot in &limit.lots {
                high[*lot] = high[*lot].max(limit.least).min(limit.most);
            }
        }
        let mut search = Self {
            cell,
            cover,
            each: prices,
            low: vec![0; cell.lots.len()],
            high,
            lines,
            sums: Vec::new(),
            cuts: Vec::new(),
            seen: Set::default(),
            charge_cap: None,
            bulk_cap: None,
            many: 1,
            nodes: 0,
            effort,
            best: Vec::new(),
            is_found: false,
            root: Root::default(),
        };
        search.drop_dominated();
        search.sums = search.sums();
        search.many = i128::from(search.high.iter().sum::<i64>()) + 1;
        search
    }

    fn run(&mut self) -> Outcome {
        for set in neighbouring(&self.cover, &self.cell.lots) {
            self.learn(set);
        }
        for limit in &self.cell.limits {
            let terms = |sign| limit.lots.iter().map(|lot| (*lot, sign)).collect();
            if limit.least > 0 {
                self.cuts.push(Cut {
                    terms: terms(1),
                    least: limit.least,
                });
            }
            if limit.most < i64::MAX {
                self.cuts.push(Cut {
                    terms: terms(-1),
                    least: -limit.most,
                });
            }
        }
        let priced = !self.cell.lines.is_empty();
        self.best = self.cheapest_for_each();
        if !self.is_good(&self.best) {
            self.best = self.trimmed(self.high.clone());
        }
        self.is_found = self.is_good(&self.best);
        let mut bound = Worth {
            uncovered: self.cover.unreachable(),
            ..Worth::default()
        };
        if priced {
            let open = self.minimise(&Goal::Charge);
            let charge = self.value(&Goal::Charge, &self.best);
            bound.charge = small(open.unwrap_or(charge).max(0));
            if open.is_some() {
                return self.outcome(bound);
            }
            if !self.is_found {
                return self.outcome(bound);
            }
            self.charge_cap = Some(charge);
            self.narrow(charge);
            if self.each.is_some() {
                self.cap(&self.straight(&Goal::Charge), charge);
            }
        }
        let open = self.minimise(&Goal::Bulk);
        let value = self.value(&Goal::Bulk, &self.best);
        let reached = open.unwrap_or(value).max(0);
        bound.exams = small(reached / self.many);
        bound.units = small(reached % self.many);
        if open.is_none() && self.is_found {
            self.bulk_cap = Some(value);
            self.narrow(value);
            let lots = self.cell.lots.iter();
            let sizes: Vec<i128> = lots.map(|lot| i128::from(lot.size)).collect();
            self.cap(&sizes, value / self.many);
            self.cap(&vec![1; self.high.len()], value % self.many);
            self.break_ties();
        }
        self.outcome(bound)
    }

    fn outcome(&self, bound: Worth) -> Outcome {
        let uncovered = if self.is_found {
            self.cover.unreachable()
        } else {
            i64::MAX
        };
        let worth = self.cell.worth(&self.best, uncovered);
        Outcome {
            units: self.best.clone(),
            worth,
            bound: bound.min(worth),
            nodes: self.nodes,
            cuts: self.cuts.len(),
        }
    }

    /// Among plans of equal worth, the larger number of the first lot, then of the second, and so on.
    fn break_ties(&mut self) {
        let mut place = 0;
        while place < self.high.len() {
            let first = place;
            let mut group = Vec::new();
            let mut size: i128 = 1;
            while place < self.high.len() && size < 1 << 24 {
                // A lot that is full already can only be less full for the sake of one before it.
                let settled = group.is_empty() && self.high[place] == self.best[place];
                if !settled && self.high[place] > self.low[place] {
                    size *= i128::from(self.high[place]) + 1;
                    group.push(place);
                }
                place += 1;
            }
            let mut weights = vec![0; self.high.len()];
            let mut weight = 1;
            for lot in group.iter().rev() {
                weights[*lot] = weight;
                weight *= i128::from(self.high[*lot]) + 1;
            }
            for lot in first..group.first().copied().unwrap_or(place) {
                self.low[lot] = self.best[lot];
                self.high[lot] = self.best[lot];
            }
            if !group.is_empty() {
                let effort = std::mem::replace(&mut self.effort, self.nodes + TIE_NODES);
                let goal = Goal::Prefer(weights);
                let open = self.minimise(&goal);
                self.effort = effort;
                if open.is_some() {
                    return;
                }
                self.narrow(self.value(&goal, &self.best));
            }
            for lot in first..place {
                self.low[lot] = self.best[lot];
                self.high[lot] = self.best[lot];
            }
        }
    }

    /// From here on no plan may come to more.
    fn cap(&mut self, costs: &[i128], most: i128) {
        let divisor = costs
            .iter()
            .fold(0_i64, |divisor, cost| gcd(divisor, small(*cost)))
            .max(1);
        let terms = costs
            .iter()
            .enumerate()
            .filter(|(_, cost)| **cost != 0)
            .map(|(lot, cost)| (lot, -(small(*cost) / divisor)))
            .collect();
        let least = -small(most.div_euclid(i128::from(divisor)));
        for (lot, cost) in costs.iter().enumerate().filter(|(_, cost)| **cost > 0) {
            self.high[lot] = self.high[lot].min(small(most / cost)).max(self.best[lot]);
        }
        self.cuts.push(Cut { terms, least });
    }

    /// What a unit of each lot adds to a goal, where that is the same for every unit.
    fn straight(&self, goal: &Goal) -> Vec<i128> {
        match goal {
            Goal::Charge => self.each.clone().unwrap_or_default(),
            Goal::Bulk => {
                let lots = self.cell.lots.iter();
                lots.map(|lot| i128::from(lot.size) * self.many + 1)
                    .collect()
            }
            Goal::Prefer(weights) => weights.iter().map(|weight| -weight).collect(),
        }
    }

    fn value(&self, goal: &Goal, units: &[i64]) -> i128 {
        if let Goal::Charge = goal {
            return self.cell.charge(units).map_or(i128::MAX / 4, i128::from);
        }
        let costs = self.straight(goal);
        let lots = costs.iter().zip(units);
        lots.map(|(cost, units)| cost.saturating_mul(i128::from(*units)))
            .fold(0, i128::saturating_add)
    }

    /// The costs of lots in a node, in parts of 2^[`PLACES`], and what is added to them.
    fn costs(&self, goal: &Goal, node: &Node) -> (Vec<i128>, i128) {
        if matches!(goal, Goal::Charge) && self.each.is_none() {
            let floors = self.floors(node);
            let lots = self.cell.lots.iter();
            let costs = lots.map(|lot| lot.line.map_or(0, |line| floors[line].each));
            return (
                costs.collect(),
                floors.iter().map(|floor| floor.at_none).sum(),
            );
        }
        let costs = self.straight(goal);
        (costs.into_iter().map(|cost| cost << PLACES).collect(), 0)
    }

    fn floors(&self, node: &Node) -> Vec<Floor> {
        let lines = self.cell.lines.iter().enumerate();
        lines
            .map(|(line, tariff)| {
                let (low, high) = self.line_bounds(node, line);
                tariff.floor(low, high)
            })
            .collect()
    }

    fn line_bounds(&self, node: &Node, line: usize) -> (i64, i64) {
        let lots = &self.lines[line];
        let low: i64 = lots.iter().map(|lot| node.low[*lot]).sum();
        let high: i64 = lots.iter().map(|lot| node.high[*lot]).sum();
        let (least, most) = node.lines[line];
        let low = low.max(least);
        (low, high.min(most).max(low))
    }

    /// Makes a goal least. Returns what it cannot go below, where that is not proven to be reached.
    fn minimise(&mut self, goal: &Goal) -> Option<i128> {
        let mut stack = vec![Node {
            low: self.low.clone(),
            high: self.high.clone(),
            lines: vec![(0, i64::MAX); self.lines.len()],
            cuts: Vec::new(),
            own: Vec::new(),
            relaxation: None,
            bound: i128::MIN,
        }];
        let mut root = true;
        while let Some(node) = stack.pop() {
            if node.bound >= self.best_value(goal) {
                continue;
            }
            if self.nodes >= self.effort {
                let open = stack.iter().map(|node| node.bound);
                return Some(open.fold(node.bound, i128::min));
            }
            self.nodes += 1;
            self.expand(node, goal, &mut stack, root);
            root = false;
        }
        None
    }

    /// Tightens a node until it is done with or split.
    fn expand(&mut self, mut node: Node, goal: &Goal, stack: &mut Vec<Node>, root: bool) {
        let (costs, at_none) = self.costs(goal, &node);
        if self.each.is_none() {
            self.add_own_cuts(&mut node);
        }
        let mut relaxation = node.relaxation.take().unwrap_or_else(|| {
            let mut relaxation = Relaxation::new(&costs, &node.low, &node.high);
            for number in &node.cuts {
                relaxation.add(*number, &self.cuts[*number]);
            }
            for (place, cut) in node.own.iter().enumerate() {
                relaxation.add(OWN + place, cut);
            }
            relaxation
        });
        let grain = i128::from(self.grain(goal));
        let mut rounds = ROUNDS[usize::from(!root)];
        let point = loop {
            let solved = relaxation.solve();
            if let Solved::Impossible(multipliers) = &solved
                && self.refutes(multipliers, &node)
            {
                return;
            }
            let bound = self.bound(&relaxation, &costs, at_none, &node, grain, root);
            node.bound = node.bound.max(bound);
            if node.bound >= self.best_value(goal) {
                return;
            }
            let point = relaxation.point();
            if solved != Solved::Cheapest {
                break point;
            }
            if rounds > 0 && self.tighten(&mut relaxation, &point) > 0 {
                rounds -= 1;
                continue;
            }
            if let Some(units) = whole(&point) {
                match self.judged(&units) {
                    Judged::Short(set) => {
                        self.learn(set);
                        if self.tighten(&mut relaxation, &point) > 0 {
                            continue;
                        }
                    }
                    Judged::Good => {
                        self.offer(units, goal);
                        if node.bound >= self.best_value(goal) {
                            return;
                        }
                    }
                    Judged::TooMuch => {}
                }
                break point;
            }
            if rounds == 0 || self.separate(&mut relaxation, &point) == 0 {
                break point;
            }
            rounds -= 1;
        };
        if root {
            let up: Vec<i64> = point
                .iter()
                .zip(&self.high)
                .map(|(units, high)| ((units - WHOLE).ceil() as i64).clamp(0, *high))
                .collect();
            let up = self.trimmed(up);
            self.offer(up, goal);
            if node.bound >= self.best_value(goal) {
                return;
            }
        }
        self.split(&node, relaxation, &point, stack);
    }

    /// Takes units that serve everything if they are better.
    fn offer(&mut self, units: Vec<i64>, goal: &Goal) {
        let bounds = self.low.iter().zip(&self.high);
        let within = units
            .iter()
            .zip(bounds)
            .all(|(units, (low, high))| (low..=high).contains(&units));
        let better = within && self.value(goal, &units) < self.best_value(goal);
        if better && self.is_good(&units) {
            self.best = units;
            self.is_found = true;
        }
    }

    fn is_good(&self, units: &[i64]) -> bool {
        matches!(self.judged(units), Judged::Good)
    }

    /// What the best units come to; more than anything while none are found.
    fn best_value(&self, goal: &Goal) -> i128 {
        if self.is_found {
            self.value(goal, &self.best)
        } else {
            i128::MAX / 4
        }
    }

    fn judged(&self, units: &[i64]) -> Judged {
        let lots = self.cell.lots.iter().zip(units);
        let exams: Vec<i64> = lots.map(|(lot, units)| lot.size * units).collect();
        if let (_, Some(set)) = self.cover.short(&exams, 1) {
            return Judged::Short(set);
        }
        let beyond =
            |cap: Option<i128>, goal: &Goal| cap.is_some_and(|cap| self.value(goal, units) > cap);
        if !self.cell.limits.iter().all(|limit| limit.holds(units))
            || beyond(self.charge_cap, &Goal::Charge)
            || beyond(self.bulk_cap, &Goal::Bulk)
        {
            return Judged::TooMuch;
        }
        Judged::Good
    }

    /// Where lines are not straight, cuts of the node's own: the bounds of its lines, and the cap on the charge.
    fn add_own_cuts(&self, node: &mut Node) {
        let mut own: Vec<Cut> = Vec::new();
        for (lots, (low, high)) in self.lines.iter().zip(&node.lines) {
            let terms = |factor: i64| lots.iter().map(|lot| (*lot, factor)).collect();
            if *low > 0 {
                own.push(Cut {
                    terms: terms(1),
                    least: *low,
                });
            }
            if *high < i64::MAX {
                own.push(Cut {
                    terms: terms(-1),
                    least: -high,
                });
            }
        }
        if let Some(cap) = self.charge_cap {
            let floors = self.floors(node);
            let at_none: i128 = floors.iter().map(|floor| floor.at_none).sum();
            let lots = self.cell.lots.iter().enumerate();
            // In whole minor units: each rounded down, which leaves more plans, never fewer.
            let terms = lots.filter_map(|(place, lot)| {
                let each = floors[lot.line?].each >> PLACES;
                (each != 0).then_some((place, -small(each)))
            });
            own.push(Cut {
                terms: terms.collect(),
                least: -small(cap - (at_none >> PLACES)),
            });
        }
        node.own = own.into_iter().map(Rc::new).collect();
    }
}

/// The point's units, if they are whole.
fn whole(point: &[f64]) -> Option<Vec<i64>> {
    point
        .iter()
        .map(|units| {
            let nearest = (units + 0.5).floor();
            ((units - nearest).abs() <= WHOLE).then_some(nearest as i64)
        })
        .collect()
}

/// A number that fits; larger ones only make a cut weaker or a search longer.
fn small(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 {
        i64::MIN / 4
    } else {
        i64::MAX / 4
    })
}
