//! Whether packs serve the needs, and which needs fall short where they do not: a largest flow and its least cuts.

use std::collections::VecDeque;

use crate::domain::order::sort_by_key;
use crate::rules::flow::Supply;

/// Which supplies can serve which needs.
#[derive(Clone, Debug)]
pub struct Cover {
    /// Exams needed.
    pub needs: Vec<i64>,
    /// Exams there already: the first supplies; what is ordered follows.
    fixed: Vec<i64>,
    /// For each supply, the needs it can serve.
    serves: Vec<Vec<usize>>,
    /// For each need, the supplies that can serve it.
    servers: Vec<Vec<usize>>,
    /// The supplies, those that serve the fewest needs first: they leave the others room.
    order: Vec<usize>,
    /// What can be served at all.
    pub reachable: i64,
}

/// A largest flow from supplies to needs.
#[derive(Clone, Debug)]
pub struct Flow {
    /// What each supply gives to each need, supply by supply.
    given: Vec<i64>,
    /// What each supply has left.
    left: Vec<i64>,
    /// What each need misses.
    missing: Vec<i64>,
}

impl Flow {
    /// What each need misses.
    #[must_use]
    pub fn missing(&self) -> &[i64] {
        &self.missing
    }

    fn given(&self, supply: usize, need: usize) -> i64 {
        let place = supply * self.missing.len() + need;
        self.given.get(place).copied().unwrap_or(0)
    }

    fn give(&mut self, supply: usize, need: usize, exams: i64) {
        let place = supply * self.missing.len() + need;
        if let Some(given) = self.given.get_mut(place) {
            *given += exams;
        }
    }
}

impl Cover {
    /// For needs, what is there for them, and the needs that each lot serves.
    #[must_use]
    pub fn new(needs: &[i64], fixed: &[Supply], lots: &[Vec<usize>]) -> Self {
        let mut serves: Vec<Vec<usize>> =
            fixed.iter().map(|supply| supply.serves.clone()).collect();
        serves.extend(lots.iter().cloned());
        let mut servers = vec![Vec::new(); needs.len()];
        for (supply, of) in serves.iter().enumerate() {
            for need in of {
                if let Some(list) = servers.get_mut(*need) {
                    list.push(supply);
                }
            }
        }
        let mut order: Vec<usize> = (0..serves.len()).collect();
        sort_by_key(&mut order, |supply| serves.get(*supply).map_or(0, Vec::len));
        let mut cover = Self {
            needs: needs.to_vec(),
            fixed: fixed.iter().map(|supply| supply.exams).collect(),
            serves,
            servers,
            order,
            reachable: 0,
        };
        let plenty: i64 = needs.iter().sum();
        let flow = cover.flow(&vec![plenty; lots.len()], 1);
        cover.reachable = plenty - flow.missing.iter().sum::<i64>();
        cover
    }

    /// What of the exams needed nothing can serve.
    #[must_use]
    pub fn unreachable(&self) -> i64 {
        self.needs.iter().sum::<i64>() - self.reachable
    }

    /// Exams there already for any of the needs in a set.
    #[must_use]
    pub fn fixed_for(&self, set: &[bool]) -> i64 {
        let touches = |supply: usize| {
            let serves = self.serves.get(supply).map(Vec::as_slice);
            serves
                .unwrap_or_default()
                .iter()
                .any(|need| set.get(*need) == Some(&true))
        };
        self.fixed
            .iter()
            .enumerate()
            .filter(|(supply, _)| touches(*supply))
            .map(|(_, exams)| exams)
            .sum()
    }

    /// A largest flow when lots hold so many exams, all counted in parts of `scale`.
    #[must_use]
    pub fn flow(&self, exams: &[i64], scale: i64) -> Flow {
        let mut left: Vec<i64> = self.fixed.iter().map(|exams| exams * scale).collect();
        left.extend_from_slice(exams);
        let missing: Vec<i64> = self.needs.iter().map(|need| need * scale).collect();
        let mut flow = Flow {
            given: vec![0; left.len() * missing.len()],
            left,
            missing,
        };
        for supply in &self.order {
            for need in self.serves.get(*supply).into_iter().flatten() {
                let (Some(left), Some(missing)) =
                    (flow.left.get_mut(*supply), flow.missing.get_mut(*need))
                else {
                    continue;
                };
                let exams = (*left).min(*missing);
                if exams > 0 {
                    *left -= exams;
                    *missing -= exams;
                    flow.give(*supply, *need, exams);
                }
            }
        }
        let mut hopeless = vec![false; self.needs.len()];
        for need in 0..self.needs.len() {
            while flow.missing.get(need).is_some_and(|missing| *missing > 0)
                && hopeless.get(need) == Some(&false)
            {
                if !self.augment(&mut flow, need, &mut hopeless) {
                    break;
                }
            }
        }
        flow
    }

    /// Moves exams along a path that ends in a need which misses some. Marks the needs from which there is none.
    fn augment(&self, flow: &mut Flow, need: usize, hopeless: &mut [bool]) -> bool {
        let mut came: Vec<Option<(usize, usize)>> = vec![None; self.needs.len()];
        let mut seen = vec![false; self.needs.len()];
        if let Some(mark) = seen.get_mut(need) {
            *mark = true;
        }
        let mut queue = VecDeque::from([need]);
        while let Some(at) = queue.pop_front() {
            for supply in self.servers.get(at).into_iter().flatten() {
                if flow.left.get(*supply).is_some_and(|left| *left > 0) {
                    Self::shift(flow, &came, *supply, at);
                    return true;
                }
                for other in self.serves.get(*supply).into_iter().flatten() {
                    if seen.get(*other) == Some(&false) && flow.given(*supply, *other) > 0 {
                        if let (Some(mark), Some(entry)) =
                            (seen.get_mut(*other), came.get_mut(*other))
                        {
                            *mark = true;
                            *entry = Some((*supply, at));
                        }
                        queue.push_back(*other);
                    }
                }
            }
        }
        for (mark, seen) in hopeless.iter_mut().zip(&seen) {
            *mark |= seen;
        }
        false
    }

    /// Gives what a supply has left to the need it reached, and on along the way to the need that misses exams.
    fn shift(flow: &mut Flow, came: &[Option<(usize, usize)>], supply: usize, at: usize) {
        let mut exams = flow.left.get(supply).copied().unwrap_or(0);
        let mut here = at;
        while let Some((holder, before)) = came.get(here).copied().flatten() {
            exams = exams.min(flow.given(holder, here));
            here = before;
        }
        exams = exams.min(flow.missing.get(here).copied().unwrap_or(0));
        if let Some(missing) = flow.missing.get_mut(here) {
            *missing -= exams;
        }
        if let Some(left) = flow.left.get_mut(supply) {
            *left -= exams;
        }
        let (mut giver, mut here) = (supply, at);
        loop {
            flow.give(giver, here, exams);
            let Some((holder, before)) = came.get(here).copied().flatten() else {
                break;
            };
            flow.give(holder, here, -exams);
            (giver, here) = (holder, before);
        }
    }

    /// The needs that fall short together when lots hold so many exams: `None` where everything reachable is served.
    #[must_use]
    pub fn short(&self, exams: &[i64], scale: i64) -> (Flow, Option<Vec<bool>>) {
        let flow = self.flow(exams, scale);
        let missing: i64 = flow.missing.iter().sum();
        if missing <= self.unreachable() * scale {
            return (flow, None);
        }
        let misses: Vec<usize> = (0..self.needs.len())
            .filter(|need| flow.missing.get(*need).is_some_and(|exams| *exams > 0))
            .collect();
        let set = self.closure(&flow, &misses);
        (flow, Some(set))
    }

    /// Whether so many exams of each lot serve everything that can be served.
    #[must_use]
    pub fn is_enough(&self, exams: &[i64]) -> bool {
        self.short(exams, 1).1.is_none()
    }

    /// The needs that share supplies with these in a flow, directly or through others.
    #[must_use]
    pub fn closure(&self, flow: &Flow, from: &[usize]) -> Vec<bool> {
        let mut set = vec![false; self.needs.len()];
        let mut queue: VecDeque<usize> = from.iter().copied().collect();
        for need in from {
            if let Some(mark) = set.get_mut(*need) {
                *mark = true;
            }
        }
        let mut entered = vec![false; self.serves.len()];
        while let Some(at) = queue.pop_front() {
            for supply in self.servers.get(at).into_iter().flatten() {
                let Some(mark) = entered.get_mut(*supply).filter(|mark| !**mark) else {
                    continue;
                };
                *mark = true;
                for other in self.serves.get(*supply).into_iter().flatten() {
                    if flow.given(*supply, *other) > 0
                        && let Some(mark) = set.get_mut(*other).filter(|mark| !**mark)
                    {
                        *mark = true;
                        queue.push_back(*other);
                    }
                }
            }
        }
        set
    }
}
