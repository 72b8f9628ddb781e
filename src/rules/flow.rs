//! Which supply serves which need: the largest assignment, by augmenting paths.
//!
//! Supplies are taken in their order, each as far as it goes before the next: what stands first is used first.

/// Exams that can serve some of the needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// How many.
    pub exams: i64,
    /// The places of the needs it can serve, rising.
    pub serves: Vec<usize>,
}

/// An assignment of supplies to needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// For each supply, what it gives to which need.
    pub given: Vec<Vec<(usize, i64)>>,
    /// What each need is left with.
    pub missing: Vec<i64>,
}

impl Assignment {
    /// An assignment of nothing yet.
    #[must_use]
    pub fn new(needs: &[i64]) -> Self {
        Self {
            given: Vec::new(),
            missing: needs.to_vec(),
        }
    }

    /// Everything that is served.
    #[must_use]
    pub fn served(&self) -> i64 {
        self.given.iter().flatten().map(|(_, exams)| exams).sum()
    }

    /// What a supply gives.
    #[must_use]
    pub fn given_by(&self, supply: usize) -> i64 {
        self.given
            .get(supply)
            .map_or(0, |given| given.iter().map(|(_, exams)| exams).sum())
    }

    /// Adds a supply and assigns as much of it as can be, moving earlier supplies to other needs where that helps.
    ///
    /// `supplies` are those added so far and, last, the new one. Returns how much more is served.
    pub fn add(&mut self, supplies: &[Supply]) -> i64 {
        let Some((newest, supply)) = supplies.iter().enumerate().next_back() else {
            return 0;
        };
        self.given.push(Vec::new());
        let mut left = supply.exams;
        let mut gained = 0;
        // What it can give at once needs no search.
        for need in &supply.serves {
            let amount = self
                .missing
                .get(*need)
                .map_or(0, |missing| left.min(*missing));
            if amount > 0 {
                self.push(&[(newest, *need)], amount);
                left -= amount;
                gained += amount;
            }
        }
        while left > 0 && self.missing.iter().any(|missing| *missing > 0) {
            let Some(path) = self.path(supplies, newest) else {
                break;
            };
            let amount = self.room(&path).min(left);
            self.push(&path, amount);
            left -= amount;
            gained += amount;
        }
        gained
    }

    /// A way from a supply to a need that misses something: supply, need, supply, need, and so on.
    fn path(&self, supplies: &[Supply], from: usize) -> Option<Vec<(usize, usize)>> {
        let mut came: Vec<Option<(usize, Option<usize>)>> = vec![None; self.missing.len()];
        let mut queue = vec![(from, None)];
        let mut seen = vec![false; supplies.len()];
        let mut next = 0;
        while let Some((supply, through)) = queue.get(next).copied() {
            next += 1;
            for need in supplies
                .get(supply)
                .map(|supply| supply.serves.as_slice())
                .unwrap_or_default()
            {
                let Some(entry) = came.get_mut(*need).filter(|entry| entry.is_none()) else {
                    continue;
                };
                *entry = Some((supply, through));
                if self.missing.get(*need).is_some_and(|missing| *missing > 0) {
                    return Some(trace(&came, *need));
                }
                for (holder, given) in self.given.iter().enumerate() {
                    let gives = given.iter().any(|(to, exams)| to == need && *exams > 0);
                    if gives && holder != from && seen.get(holder) == Some(&false) {
                        if let Some(mark) = seen.get_mut(holder) {
                            *mark = true;
                        }
                        queue.push((holder, Some(*need)));
                    }
                }
            }
        }
        None
    }

    /// How much can move along a path.
    fn room(&self, path: &[(usize, usize)]) -> i64 {
        let last = path
            .first()
            .and_then(|(_, need)| self.missing.get(*need))
            .copied()
            .unwrap_or(0);
        // Every supply but the first on the way gives up the need it was reached through.
        let moved = path.windows(2).filter_map(|pair| match pair {
            [(holder, _), (_, need)] => Some(self.amount(*holder, *need)),
            _ => None,
        });
        moved.fold(last, i64::min)
    }

    fn amount(&self, supply: usize, need: usize) -> i64 {
        let given = self
            .given
            .get(supply)
            .map(Vec::as_slice)
            .unwrap_or_default();
        given
            .iter()
            .find(|(to, _)| *to == need)
            .map_or(0, |(_, exams)| *exams)
    }

    fn push(&mut self, path: &[(usize, usize)], amount: i64) {
        if let Some(missing) = path
            .first()
            .and_then(|(_, need)| self.missing.get_mut(*need))
        {
            *missing -= amount;
        }
        for (supply, need) in path {
            self.change(*supply, *need, amount);
        }
        for pair in path.windows(2) {
            if let [(holder, _), (_, need)] = pair {
                self.change(*holder, *need, -amount);
            }
        }
    }

    fn change(&mut self, supply: usize, need: usize, by: i64) {
        let Some(given) = self.given.get_mut(supply) else {
            return;
        };
        match given.iter_mut().find(|(to, _)| *to == need) {
            Some((_, exams)) => *exams += by,
            None => given.push((need, by)),
        }
        given.retain(|(_, exams)| *exams != 0);
    }
}

/// Steps of a path from its end: which supply serves which need now.
fn trace(came: &[Option<(usize, Option<usize>)>], need: usize) -> Vec<(usize, usize)> {
    let mut path = Vec::new();
    let mut at = Some(need);
    while let Some(need) = at {
        let Some(Some((supply, through))) = came.get(need) else {
            break;
        };
        path.push((*supply, need));
        at = *through;
    }
    path
}

/// Assigns supplies to needs in the order of the supplies.
#[must_use]
pub fn assign(supplies: &[Supply], needs: &[i64]) -> Assignment {
    let mut assignment = Assignment::new(needs);
    for count in 1..=supplies.len() {
        assignment.add(supplies.get(..count).unwrap_or_default());
    }
    assignment
}

#[cfg(test)]
mod tests {
    use super::*;

    fn supply(exams: i64, serves: &[usize]) -> Supply {
        Supply {
            exams,
            serves: serves.to_vec(),
        }
    }

    #[test]
    fn earlier_supplies_move_aside_where_that_serves_more() {
        // The first supply takes need 0, then makes room for the second, which fits nowhere else.
        let assignment = assign(&[supply(7, &[0, 1]), supply(7, &[0])], &[7, 7]);
        assert_eq!(assignment.served(), 14);
        assert_eq!(assignment.missing, vec![0, 0]);
        assert_eq!(assignment.given, vec![vec![(1, 7)], vec![(0, 7)]]);
    }

    #[test]
    fn what_stands_first_is_used_first() {
        let assignment = assign(&[supply(3, &[0]), supply(9, &[0])], &[7]);
        assert_eq!((assignment.given_by(0), assignment.given_by(1)), (3, 4));
    }

    #[test]
    fn what_nothing_serves_is_missing() {
        assert_eq!(assign(&[supply(3, &[0])], &[7, 2]).missing, vec![4, 2]);
    }
}
