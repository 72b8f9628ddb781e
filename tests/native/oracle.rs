//! Brute force against the search for the cheapest packs: every number of every lot, on every small instance.

use voucher_planner::domain::{Ratio, Rounding};
use voucher_planner::policy::RoundAt;
use voucher_planner::rules::flow::{Supply, assign};
use voucher_planner::rules::packs::table::rows;
use voucher_planner::rules::packs::{Cell, Lot, Memory, Tariff, Worth, cheapest};

/// Small odd numbers from a linear congruence: the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % u64::try_from(limit).unwrap()).unwrap()
    }

    fn some_of(&mut self, count: usize) -> Vec<usize> {
        let mask = 1 + self.below((1 << count) - 1);
        (0..count).filter(|place| mask >> place & 1 == 1).collect()
    }
}

/// Needs, supplies and lots small enough to try everything.
fn instance(numbers: &mut Numbers) -> Cell {
    let count = usize::try_from(1 + numbers.below(3)).unwrap();
    let priced = numbers.below(4) > 0;
    let round_at = if numbers.below(2) == 0 {
        RoundAt::Unit
    } else {
        RoundAt::Line
    };
    let rounding = [
        Rounding::HalfUp,
        Rounding::HalfEven,
        Rounding::Up,
        Rounding::Down,
    ][usize::try_from(numbers.below(4)).unwrap()];
    let needs = (0..count).map(|_| numbers.below(18)).collect();
    let fixed = (0..numbers.below(3))
        .map(|_| Supply {
            exams: numbers.below(9),
            serves: numbers.some_of(count),
        })
        .collect();
    let mut lines = Vec::new();
    let lots = (0..=numbers.below(4)).map(|product| {
        let mut tiers = vec![(1, 1 + numbers.below(40))];
        if numbers.below(3) == 0 {
            tiers.push((2 + numbers.below(3), 1 + numbers.below(40)));
        }
        let factor = Ratio::new(1 + numbers.below(12), 12).unwrap();
        // Now and then a lot shares the line of the one before, as packs of several sites do.
        if lines.is_empty() || numbers.below(5) > 0 {
            lines.push(Tariff {
                tiers,
                factor,
                round_at,
                rounding,
            });
        }
        Lot {
            size: 1 + numbers.below(7),
            serves: numbers.some_of(count),
            line: priced.then_some(lines.len() - 1),
            product: usize::try_from(product).unwrap(),
            day: 0,
        }
    });
    let lots = lots.collect();
    if !priced {
        lines.clear();
    }
    Cell {
        needs,
        fixed,
        lots,
        lines,
        limits: Vec::new(),
    }
}

/// The best of every way to buy, with the units that win ties.
fn brute_force(cell: &Cell) -> (Worth, Vec<i64>) {
    let needed: i64 = cell.needs.iter().sum();
    let mut best: Option<(Worth, Vec<std::cmp::Reverse<i64>>)> = None;
    let mut units = vec![0_i64; cell.lots.len()];
    loop {
        let mut supplies = cell.fixed.clone();
        let mut worth = Worth::default();
        for (lot, units) in cell.lots.iter().zip(&units) {
            supplies.push(Supply {
                exams: lot.size * units,
                serves: lot.serves.clone(),
            });
            worth.exams += lot.size * units;
            worth.units += units;
        }
        worth.charge = cell.charge(&units).unwrap();
        worth.uncovered = needed - assign(&supplies, &cell.needs).served();
        let rank = (
            worth,
            units.iter().copied().map(std::cmp::Reverse).collect(),
        );
        if best.as_ref().is_none_or(|best| rank < *best) {
            best = Some(rank);
        }
        let Some(place) = (0..units.len()).find(|place| units[*place] < most(cell, *place)) else {
            break;
        };
        units[place] += 1;
        units[..place].fill(0);
    }
    let (worth, units) = best.unwrap();
    (worth, units.into_iter().map(|units| units.0).collect())
}

/// No more than serve every need alone, or than the last price break asks for.
fn most(cell: &Cell, place: usize) -> i64 {
    let lot = &cell.lots[place];
    let enough = cell.needs.iter().sum::<i64>().div_euclid(lot.size) + 1;
    let breaks = lot.line.map_or(0, |line| cell.lines[line].last_break());
    enough
        .max(breaks)
        .min(if cell.lots.len() > 3 { 9 } else { 60 })
}

#[test]
fn the_search_finds_what_trying_everything_finds() {
    let mut numbers = Numbers(20_201_207);
    let mut bought = 0;
    for round in 0..700 {
        let mut cell = instance(&mut numbers);
        if cell.lots.len() > 3 {
            // Four lots are tried up to nine units each, so their needs stay small.
            for need in &mut cell.needs {
                *need = (*need).min(4);
            }
        }
        let (worth, units) = brute_force(&cell);
        let found = cheapest(&cell, &Memory::default(), 1_000_000);
        assert!(found.is_proven(), "round {round}: {cell:?}");
        assert_eq!(found.worth, worth, "round {round}: {cell:?}");
        // Where parts share what is scarce, another split can be as good: then only the worth is the same.
        if found.parts.len() == 1 {
            assert_eq!(found.units, units, "round {round}: {cell:?}");
        }
        bought += worth.units;
    }
    assert!(bought > 1000, "{bought}");
}

#[test]
fn rows_after_the_best_are_no_better() {
    let mut numbers = Numbers(20_210_628);
    for _ in 0..200 {
        let cell = instance(&mut numbers);
        let lines = cell.lots.iter().filter(|lot| lot.line.is_some()).count();
        let best = cheapest(&cell, &Memory::default(), 1_000_000);
        if best.parts.len() > 1 || lines != cell.lines.len() {
            continue;
        }
        let rows = rows(&cell, &best.units, 6, 1_000_000);
        assert_eq!((rows[0].worth, &rows[0].units), (best.worth, &best.units));
        assert!(
            rows.windows(2).all(|pair| pair[0].worth <= pair[1].worth),
            "{rows:?}"
        );
    }
}

#[test]
fn a_search_that_is_cut_short_says_so_and_still_covers_the_needs() {
    let mut numbers = Numbers(7);
    let mut cut_short = 0;
    for _ in 0..400 {
        let cell = instance(&mut numbers);
        let found = cheapest(&cell, &Memory::default(), 1);
        let full = cheapest(&cell, &Memory::default(), 1_000_000);
        assert_eq!(found.worth.uncovered, full.worth.uncovered);
        assert!(
            found.bound <= full.worth && full.worth <= found.worth,
            "{found:?} {full:?}"
        );
        cut_short += usize::from(!found.is_proven());
    }
    assert!(cut_short > 10, "{cut_short}");
}
