//! From the needs of a whole agreement to parts that can be solved apart, and what is shared between them.
//!
//! Lots connect the needs they serve; so do lines whose charge is not simply the sum of their units'. What is there
//! already connects parts only where it is scarce. A single scarce supply is split by what it saves in each part; several
//! at once are left to one search over all.

use crate::domain::order::sort;
use crate::rules::flow::Supply;
use crate::rules::packs::{Cell, Limit, Memory, Worth};

/// Exams of a scarce supply for which every split is considered.
const MOST_SHARED: i64 = 600;

/// How many shares of a scarce supply may together take the effort of one search: each is a search of its own.
const SHARES: u64 = 20;

/// The best way to buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Units of each lot.
    pub units: Vec<i64>,
    /// What they come to.
    pub worth: Worth,
    /// A bound that no way goes below.
    pub bound: Worth,
    /// Needs that were solved together.
    pub parts: Vec<Part>,
}

/// Needs that were solved together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The places of its needs.
    pub needs: Vec<usize>,
    /// The places of its lots.
    pub lots: Vec<usize>,
    /// What of the supplies it can use it was given: place and exams.
    pub fixed: Vec<(usize, i64)>,
    /// What it comes to.
    pub worth: Worth,
    /// What it cannot go below.
    pub bound: Worth,
    /// Nodes that its proof took.
    pub nodes: u64,
    /// Inequalities that its proof could use.
    pub cuts: usize,
}

impl Found {
    /// Whether nothing can be better.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.bound == self.worth
    }
}

/// Finds the best way to buy, with at most `effort` nodes for each part.
#[must_use]
pub fn cheapest(cell: &Cell, memory: &Memory, effort: u64) -> Found {
    let sharing = Sharing {
        cell,
        memory,
        effort,
    };
    sharing.solve()
}

struct Sharing<'a> {
    cell: &'a Cell,
    memory: &'a Memory,
    effort: u64,
}

/// Places that belong together.
#[derive(Clone, Debug, Default)]
struct Block {
    needs: Vec<usize>,
    lots: Vec<usize>,
    /// Supplies that are its own, or plentiful.
    fixed: Vec<usize>,
}

impl Sharing<'_> {
    fn solve(&self) -> Found {
        let mut blocks = self.blocks();
        let mut scarce: Vec<(usize, Vec<usize>)> = Vec::new();
        for (place, supply) in self.cell.fixed.iter().enumerate() {
            let users: Vec<usize> = (0..blocks.len())
                .filter(|block| {
                    blocks
                        .get(*block)
                        .is_some_and(|block| self.useful(block, supply) > 0)
                })
                .collect();
            let useful: i64 = users
                .iter()
                .filter_map(|block| blocks.get(*block))
                .map(|block| self.useful(block, supply))
                .sum();
            if users.len() > 1 && useful > supply.exams && supply.exams > 0 {
                scarce.push((place, users));
                continue;
            }
            for user in users {
                if let Some(block) = blocks.get_mut(user) {
                    block.fixed.push(place);
                }
            }
        }
        let mut found = Found {
            units: vec![0; self.cell.lots.len()],
            worth: Worth::default(),
            bound: Worth::default(),
            parts: Vec::new(),
        };
        for (members, shared) in connected(blocks.len(), &scarce) {
            let group: Vec<&Block> = members
                .iter()
                .filter_map(|place| blocks.get(*place))
                .collect();
            match (group.as_slice(), shared.as_slice()) {
                ([only], _) => self.alone(&mut found, only, &[]),
                (_, [one]) if self.is_small(*one) => self.split(&mut found, &group, *one),
                _ => self.alone(&mut found, &joined(&group, &shared), &[]),
            }
        }
        found
    }

    fn is_small(&self, supply: usize) -> bool {
        self.cell
            .fixed
            .get(supply)
            .is_some_and(|supply| supply.exams <= MOST_SHARED)
    }

    /// Exams of a block's needs that a supply could serve.
    fn useful(&self, block: &Block, supply: &Supply) -> i64 {
        let needs = block.needs.iter();
        needs
            .filter(|need| supply.serves.binary_search(need).is_ok())
            .filter_map(|need| self.cell.needs.get(*need))
            .sum()
    }

    /// Needs with the lots that connect them; needs that nothing can be ordered for are alone.
    fn blocks(&self) -> Vec<Block> {
        let count = self.cell.needs.len();
        let mut parent: Vec<usize> = (0..count).collect();
        let mut join = |a: usize, b: usize| {
            let (a, b) = (root(&parent, a), root(&parent, b));
            if let Some(entry) = parent.get_mut(a.max(b)) {
                *entry = a.min(b);
            }
        };
        for Limit { lots, .. } in &self.cell.limits {
            let firsts = lots
                .iter()
                .filter_map(|lot| self.cell.lots.get(*lot)?.serves.first());
            let firsts: Vec<usize> = firsts.copied().collect();
            for pair in firsts.windows(2) {
                if let [a, b] = pair {
                    join(*a, *b);
                }
            }
        }
        let mut first_of_line: Vec<Option<usize>> = vec![None; self.cell.lines.len()];
        for lot in &self.cell.lots {
            let Some(first) = lot.serves.first() else {
                continue;
            };
            for need in &lot.serves {
                join(*first, *need);
            }
            let Some(line) = lot.line else { continue };
            let bent = self
                .cell
                .lines
                .get(line)
                .is_some_and(|tariff| tariff.each().is_none());
            match first_of_line.get_mut(line).filter(|_| bent) {
                Some(Some(other)) => join(*other, *first),
                Some(known) => *known = Some(*first),
                None => {}
            }
        }
        let mut number: Vec<Option<usize>> = vec![None; count];
        let mut blocks: Vec<Block> = Vec::new();
        let mut place_of = |need: usize, blocks: &mut Vec<Block>| {
            let top = root(&parent, need);
            let entry = number.get_mut(top)?;
            let place = *entry.get_or_insert(blocks.len());
            if place == blocks.len() {
                blocks.push(Block::default());
            }
            Some(place)
        };
        for need in 0..count {
            if let Some(place) = place_of(need, &mut blocks)
                && let Some(block) = blocks.get_mut(place)
            {
                block.needs.push(need);
            }
        }
        for (lot, of) in self.cell.lots.iter().enumerate() {
            if let Some(first) = of.serves.first()
                && let Some(place) = place_of(*first, &mut blocks)
                && let Some(block) = blocks.get_mut(place)
            {
                block.lots.push(lot);
            }
        }
        blocks
    }

    /// What a block can use: its own supplies, and what it gets of scarce ones.
    fn supplies(&self, block: &Block, given: &[(usize, i64)]) -> Vec<(usize, i64)> {
        let own = block.fixed.iter().filter_map(|place| {
            let supply = self.cell.fixed.get(*place)?;
            Some((*place, supply.exams))
        });
        let mut fixed: Vec<(usize, i64)> = own.chain(given.iter().copied()).collect();
        sort(&mut fixed);
        fixed
    }

    /// Solves a block with its share and adds it to what was found.
    fn alone(&self, found: &mut Found, block: &Block, given: &[(usize, i64)]) {
        let fixed = self.supplies(block, given);
        let cell = self.cell.part(&block.needs, &block.lots, &fixed);
        let outcome = self.memory.search(&cell, self.effort);
        for (lot, units) in block.lots.iter().zip(&outcome.units) {
            if let Some(slot) = found.units.get_mut(*lot) {
                *slot = *units;
            }
        }
        found.worth = found.worth.plus(outcome.worth);
        found.bound = found.bound.plus(outcome.bound);
        found.parts.push(Part {
            needs: block.needs.clone(),
            lots: block.lots.clone(),
            fixed,
            worth: outcome.worth,
            bound: outcome.bound,
            nodes: outcome.nodes,
            cuts: outcome.cuts,
        });
    }

    /// Gives a scarce supply to the blocks where it saves most: the least sum over all splits.
    fn split(&self, found: &mut Found, blocks: &[&Block], supply: usize) {
        let Some(exams) = self.cell.fixed.get(supply) else {
            return;
        };
        let most = usize::try_from(exams.exams).unwrap_or(0);
        // For each number of exams given so far, the least worth, and how many of them went to the last block.
        let mut best: Vec<Option<Worth>> = vec![None; most + 1];
        if let Some(start) = best.first_mut() {
            *start = Some(Worth::default());
        }
        let mut given_to: Vec<Vec<usize>> = Vec::new();
        let mut unproven = false;
        let mut relaxed = Worth::default();
        for block in blocks {
            let useful = usize::try_from(self.useful(block, exams)).unwrap_or(0);
            let (steps, all_proven) = self.steps(block, supply, useful.min(most));
            unproven |= !all_proven.1;
            relaxed = relaxed.plus(all_proven.0);
            let mut next: Vec<Option<Worth>> = vec![None; most + 1];
            let mut from = vec![0; most + 1];
            for (given, sum) in best.iter().enumerate() {
                let Some(sum) = sum else { continue };
                for (exams, worth) in &steps {
                    let total = sum.plus(*worth);
                    let (Some(entry), Some(came)) =
                        (next.get_mut(given + exams), from.get_mut(given + exams))
                    else {
                        break;
                    };
                    if entry.is_none_or(|known| total < known) {
                        *entry = Some(total);
                        *came = *exams;
                    }
                }
            }
            best = next;
            given_to.push(from);
        }
        let reached = best
            .iter()
            .enumerate()
            .filter_map(|(given, worth)| Some(((*worth)?, given)));
        let Some((_, mut given)) = reached.min() else {
            return;
        };
        let before = found.bound;
        let mut shares = Vec::new();
        for from in given_to.iter().rev() {
            let share = from.get(given).copied().unwrap_or(0);
            shares.push(share);
            given -= share.min(given);
        }
        for (block, share) in blocks.iter().zip(shares.iter().rev()) {
            let share = i64::try_from(*share).unwrap_or(0);
            let given = [(supply, share)];
            self.alone(found, block, &given);
        }
        if unproven {
            found.bound = before.plus(relaxed);
        }
    }

    /// The numbers of exams of a supply at which a block's worth falls, with that worth; and the bound it has with all of
    /// them, and whether all that was searched is proven.
    #[allow(clippy::type_complexity, reason = "used once, right above")]
    fn steps(
        &self,
        block: &Block,
        supply: usize,
        most: usize,
    ) -> (Vec<(usize, Worth)>, (Worth, bool)) {
        let mut proven = true;
        let mut known: Vec<Option<Worth>> = vec![None; most + 1];
        let mut bound = Worth::default();
        let mut at = |exams: usize, known: &mut Vec<Option<Worth>>| {
            if let Some(Some(worth)) = known.get(exams) {
                return *worth;
            }
            let given = [(supply, i64::try_from(exams).unwrap_or(0))];
            let fixed = self.supplies(block, if exams > 0 { &given } else { &[] });
            let cell = self.cell.part(&block.needs, &block.lots, &fixed);
            let outcome = self.memory.search(&cell, self.effort.div_ceil(SHARES));
            proven &= outcome.worth == outcome.bound;
            if exams == most {
                bound = outcome.bound;
            }
            if let Some(entry) = known.get_mut(exams) {
                *entry = Some(outcome.worth);
            }
            outcome.worth
        };
        let mut steps = vec![(0, at(0, &mut known))];
        at(most, &mut known);
        let mut open = vec![(0, most)];
        while let Some((low, high)) = open.pop() {
            if at(low, &mut known) == at(high, &mut known) {
                continue;
            }
            if high - low == 1 {
                steps.push((high, at(high, &mut known)));
                continue;
            }
            let middle = low + (high - low) / 2;
            open.push((middle, high));
            open.push((low, middle));
        }
        (steps, (bound, proven))
    }
}

fn root(parent: &[usize], mut place: usize) -> usize {
    while let Some(up) = parent.get(place).copied().filter(|up| *up != place) {
        place = up;
    }
    place
}

/// Blocks that scarce supplies connect, with those supplies.
fn connected(blocks: usize, scarce: &[(usize, Vec<usize>)]) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut parent: Vec<usize> = (0..blocks).collect();
    for (_, users) in scarce {
        for pair in users.windows(2) {
            if let [a, b] = pair {
                let (a, b) = (root(&parent, *a), root(&parent, *b));
                if let Some(entry) = parent.get_mut(a.max(b)) {
                    *entry = a.min(b);
                }
            }
        }
    }
    let mut groups: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    let mut number: Vec<Option<usize>> = vec![None; blocks];
    for block in 0..blocks {
        let Some(entry) = number.get_mut(root(&parent, block)) else {
            continue;
        };
        let place = *entry.get_or_insert(groups.len());
        if place == groups.len() {
            groups.push((Vec::new(), Vec::new()));
        }
        if let Some((members, _)) = groups.get_mut(place) {
            members.push(block);
        }
    }
    for (supply, users) in scarce {
        let place = users
            .first()
            .and_then(|user| *number.get(root(&parent, *user))?);
        if let Some((_, shared)) = place.and_then(|place| groups.get_mut(place)) {
            shared.push(*supply);
        }
    }
    groups
}

/// Several blocks as one, with the scarce supplies they share.
fn joined(blocks: &[&Block], shared: &[usize]) -> Block {
    let mut all = Block::default();
    for block in blocks {
        all.needs.extend(&block.needs);
        all.lots.extend(&block.lots);
        all.fixed.extend(&block.fixed);
    }
    all.fixed.extend(shared);
    for list in [&mut all.needs, &mut all.lots, &mut all.fixed] {
        sort(list);
        list.dedup();
    }
    all
}
