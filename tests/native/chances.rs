//! The distribution of vouchers, beside two other ways to it: every outcome tried, and whole numbers of any length.
#![allow(
    clippy::float_arithmetic,
    reason = "what is compared are probabilities as the engine has them"
)]

use std::collections::BTreeMap;

use num::{BigInt, BigRational, One, Signed, ToPrimitive, Zero};
use voucher_planner::domain::Ratio;
use voucher_planner::figure::AttemptTerm;
use voucher_planner::rules::chances::{Chances, any_above};

/// What a service level may fall short by (model 4).
const TOLERANCE: (i64, i64) = (1, 1_000_000_000);

const LEVELS: [(i64, i64); 7] = [
    (1, 1),
    (1, 2),
    (1, 10),
    (9, 10),
    (95, 100),
    (99, 100),
    (999_999, 1_000_000),
];

fn term(
    bookings: u32,
    pass_rate: (i64, i64),
    attempts: u32,
    no_show_rate: (i64, i64),
    rebookings: u32,
) -> AttemptTerm {
    AttemptTerm {
        bookings,
        pass_rate: Ratio::new(pass_rate.0, pass_rate.1).unwrap(),
        attempts,
        no_show_rate: Ratio::new(no_show_rate.0, no_show_rate.1).unwrap(),
        rebookings,
    }
}

fn exact(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn fraction((numerator, denominator): (i64, i64)) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

/// A distribution as whole numbers: the chance of `first + place` is `parts[place]` of their sum.
struct Whole {
    first: i64,
    parts: Vec<BigInt>,
}

impl Whole {
    /// Holds the engine's distribution against this one.
    fn agrees_with(&self, chances: &Chances, label: &str) {
        let total: BigInt = self.parts.iter().sum();
        let real = |part: &BigInt| {
            let scaled: BigInt = (part << 128) / &total;
            scaled.to_f64().unwrap() / 2.0_f64.powi(128)
        };
        let (mut upto, mut worst) = (BigInt::zero(), 0.0_f64);
        let mut before = 0.0;
        for (place, part) in self.parts.iter().enumerate() {
            upto += part;
            let n = self.first + i64::try_from(place).unwrap();
            let at_most = chances.at_most(n);
            worst = worst
                .max((at_most - real(&upto)).abs())
                .max((at_most - before - real(part)).abs());
            before = at_most;
        }
        println!("{label}: furthest apart by {worst:e}");
        assert!(worst < 1e-9, "{label}: {worst:e}");
        for level in LEVELS {
            let found = chances.quantile(Ratio::new(level.0, level.1).unwrap());
            let wanted = if level == (1, 1) {
                chances.most
            } else {
                self.quantile(&(fraction(level) - fraction(TOLERANCE)), &total)
            };
            assert_eq!(found, wanted, "{label}: {level:?}");
            self.means_agree(chances, found, &total, label);
        }
    }

    fn quantile(&self, level: &BigRational, total: &BigInt) -> i64 {
        let mut upto = BigInt::zero();
        for (place, part) in self.parts.iter().enumerate() {
            upto += part;
            if &upto * level.denom() >= total * level.numer() {
                return self.first + i64::try_from(place).unwrap();
            }
        }
        panic!("no number is enough for {level}");
    }

    /// The mean, what stays unused on average, and the chance of too few, to the millionth.
    fn means_agree(&self, chances: &Chances, n: i64, total: &BigInt, label: &str) {
        let (mut mean, mut unused, mut short) = (BigInt::zero(), BigInt::zero(), BigInt::zero());
        for (place, part) in self.parts.iter().enumerate() {
            let here = self.first + i64::try_from(place).unwrap();
            mean += part * here;
            unused += part * (n - here).max(0);
            if here > n {
                short += part;
            }
        }
        let millionth = |sum: BigInt| {
            let half = BigRational::new(BigInt::one(), 2.into());
            let scaled = BigRational::new(sum * 1_000_000, total.clone()) + half;
            BigRational::new(scaled.floor().to_integer(), 1_000_000.into())
        };
        assert_eq!(exact(chances.mean()), millionth(mean), "{label}: mean");
        assert_eq!(
            exact(chances.unused(n)),
            millionth(unused),
            "{label}: unused of {n}"
        );
        assert_eq!(
            exact(chances.above(n)),
            millionth(short),
            "{label}: above {n}"
        );
    }
}

/// What one booking can come to: each way it can go, with its chance and the vouchers it takes.
fn ways(term: &AttemptTerm) -> Vec<(BigRational, i64)> {
    let (pass, miss) = (exact(term.pass_rate), exact(term.no_show_rate));
    let mut ways = Vec::new();
    // (chance so far, vouchers, attempts made, rebookings used for this attempt)
    let mut open = vec![(BigRational::one(), 0, 0, 0)];
    while let Some((chance, vouchers, attempts, rebooked)) = open.pop() {
        if chance.is_zero() {
            continue;
        }
        if rebooked < term.rebookings {
            // The voucher is lost to a no-show, and the same attempt booked again.
            open.push((&chance * &miss, vouchers + 1, attempts, rebooked + 1));
        }
        let shows = if rebooked < term.rebookings {
            &chance * (BigRational::one() - &miss)
        } else {
            chance
        };
        if attempts + 1 == term.attempts {
            ways.push((shows, vouchers + 1));
        } else {
            ways.push((&shows * &pass, vouchers + 1));
            open.push((
                shows * (BigRational::one() - &pass),
                vouchers + 1,
                attempts + 1,
                0,
            ));
        }
    }
    ways
}

/// The chances of one booking as whole numbers over one denominator, by the vouchers it takes.
fn booking(term: &AttemptTerm) -> Vec<BigInt> {
    let ways = ways(term);
    let denominator = ways.iter().fold(BigInt::one(), |all, (chance, _)| {
        num::integer::lcm(all, chance.denom().clone())
    });
    let mut parts: BTreeMap<i64, BigInt> = BTreeMap::new();
    for (chance, vouchers) in ways {
        *parts.entry(vouchers).or_default() += chance.numer() * &denominator / chance.denom();
    }
    let most = *parts.last_key_value().unwrap().0;
    (0..=most)
        .map(|vouchers| parts.remove(&vouchers).unwrap_or_default())
        .collect()
}

/// Every outcome of everybody, one by one.
fn enumerated(terms: &[AttemptTerm]) -> Whole {
    let people: Vec<Vec<(BigRational, i64)>> = terms
        .iter()
        .flat_map(|term| (0..term.bookings).map(|_| ways(term)))
        .collect();
    let mut outcomes: BTreeMap<i64, BigRational> = BTreeMap::new();
    let mut chosen = vec![0_usize; people.len()];
    loop {
        let (mut chance, mut sum) = (BigRational::one(), 0);
        for (person, way) in people.iter().zip(&chosen) {
            chance *= &person[*way].0;
            sum += person[*way].1;
        }
        *outcomes.entry(sum).or_default() += chance;
        let Some(place) = (0..people.len()).find(|place| chosen[*place] + 1 < people[*place].len())
        else {
            break;
        };
        chosen[place] += 1;
        chosen[..place].fill(0);
    }
    assert!(outcomes.values().sum::<BigRational>().is_one());
    let denominator = outcomes.values().fold(BigInt::one(), |all, chance| {
        num::integer::lcm(all, chance.denom().clone())
    });
    let first = *outcomes.first_key_value().unwrap().0;
    let last = *outcomes.last_key_value().unwrap().0;
    let part = |sum| {
        let chance = outcomes.get(&sum).cloned().unwrap_or_default();
        chance.numer() * &denominator / chance.denom()
    };
    Whole {
        first,
        parts: (first..=last).map(part).collect(),
    }
}

/// One person after another, in whole numbers.
fn added(terms: &[AttemptTerm]) -> Whole {
    let mut parts = vec![BigInt::one()];
    for term in terms {
        let single = booking(term);
        for _ in 0..term.bookings {
            let mut next = vec![BigInt::zero(); parts.len() + single.len() - 1];
            for (n, part) in parts.iter().enumerate() {
                for (more, chance) in single.iter().enumerate() {
                    if !chance.is_zero() {
                        next[n + more] += part * chance;
                    }
                }
            }
            parts = next;
        }
    }
    Whole { first: 0, parts }
}

/// The powers of one booking's chances by Miller's recurrence, with at least 512 bits: for a million people alike.
///
/// With `a` the chances of one booking and `q` those of the sum of `n`:
/// `k a[0] q[k] = sum over i of (i (n + 1) - k) a[i] q[k - i]`.
fn recurred(term: &AttemptTerm, upto: i64) -> Whole {
    let mut chances = booking(term);
    let surely = chances.iter().position(Signed::is_positive).unwrap();
    let chances = chances.split_off(surely);
    let people = i64::from(term.bookings);
    let least = i64::try_from(surely).unwrap() * people;
    // The last values, newest last, and all that are near the top. They rise and fall by thousands of digits: when they
    // outgrow their bits, all are cut, and what was far below is nothing.
    let mut recent: Vec<BigInt> = vec![BigInt::one() << 512];
    let mut parts: Vec<BigInt> = vec![recent[0].clone()];
    let mut first = least;
    for k in 1..=upto - least {
        let mut sum = BigInt::zero();
        for (i, chance) in chances.iter().enumerate().skip(1) {
            if let Some(place) = recent.len().checked_sub(i) {
                let weight = i64::try_from(i).unwrap() * (people + 1) - k;
                sum += &recent[place] * chance * weight;
            }
        }
        let next = sum / (&chances[0] * k);
        if recent.len() + 1 > chances.len() {
            recent.remove(0);
        }
        recent.push(next.clone());
        parts.push(next);
        if recent.last().unwrap().bits() > 1536 {
            for value in recent.iter_mut().chain(&mut parts) {
                *value >>= 512;
            }
            let gone = parts.iter().position(|part| !part.is_zero()).unwrap();
            parts.drain(..gone);
            first += i64::try_from(gone).unwrap();
        }
    }
    Whole { first, parts }
}

#[test]
fn small_groups_have_the_chances_of_all_their_outcomes() {
    for terms in [
        vec![term(1, (1, 2), 3, (1, 10), 2)],
        vec![term(4, (47, 100), 3, (0, 1), 0)],
        vec![term(3, (9, 10), 2, (1, 4), 1)],
        vec![term(2, (1, 3), 2, (1, 7), 1), term(2, (4, 5), 3, (0, 1), 0)],
        vec![
            term(2, (1, 1), 5, (1, 20), 3),
            term(1, (1, 100), 4, (9, 10), 1),
        ],
        vec![term(3, (1, 1), 1, (1, 2), 0)],
    ] {
        enumerated(&terms).agrees_with(&Chances::of(&terms), &format!("{terms:?}"));
    }
}

#[test]
fn hundreds_of_people_of_several_groups_have_the_chances_of_exact_fractions() {
    for terms in [
        vec![term(300, (47, 100), 3, (0, 1), 0)],
        vec![
            term(120, (47, 100), 3, (1, 20), 2),
            term(200, (9, 10), 2, (0, 1), 0),
            term(35, (1, 1), 1, (0, 1), 0),
        ],
        vec![term(90, (999, 1000), 2, (1, 1000), 1)],
        vec![
            term(60, (5, 100), 5, (2, 10), 1),
            term(250, (3, 4), 2, (1, 10), 1),
        ],
        vec![term(40, (1, 2), 5, (9, 10), 4)],
    ] {
        added(&terms).agrees_with(&Chances::of(&terms), &format!("{terms:?}"));
    }
}

#[test]
fn a_million_people_have_the_chances_of_whole_numbers_of_hundreds_of_digits() {
    for (term, upto) in [
        (term(1_000_000, (47, 100), 2, (0, 1), 0), 1_537_000),
        (term(1_000_000, (47, 100), 3, (0, 1), 0), 1_822_000),
        (term(1_000_000, (1, 1), 1, (1, 20), 1), 1_053_000),
        (term(1_000_000, (9, 10), 2, (1, 20), 1), 1_160_000),
        (term(999_983, (999, 1000), 3, (0, 1), 0), 1_001_400),
    ] {
        let label = format!("{term:?}");
        recurred(&term, upto).agrees_with(&Chances::of(&[term]), &label);
    }
}

#[test]
fn the_recurrence_gives_what_adding_one_person_after_another_gives() {
    let term = term(200, (47, 100), 3, (1, 20), 1);
    let (by_recurrence, by_adding) = (recurred(&term, 1_200), added(&[term]));
    let total: [BigInt; 2] = [
        by_recurrence.parts.iter().sum(),
        by_adding.parts.iter().sum(),
    ];
    for (place, part) in by_recurrence.parts.iter().enumerate() {
        let n = by_recurrence.first + i64::try_from(place).unwrap();
        let other = &by_adding.parts[usize::try_from(n).unwrap()];
        let apart = part * &total[1] - other * &total[0];
        assert!(apart.abs() << 300 < &total[0] * &total[1], "{n}");
    }
}

#[test]
fn several_sums_fall_short_as_one_less_the_product_of_what_suffices() {
    let (a, b) = (term(4, (1, 2), 2, (0, 1), 0), term(2, (1, 3), 2, (0, 1), 0));
    let (a, b) = (Chances::of(&[a]), Chances::of(&[b]));
    // Four people: all four fail at first with 1/16. Two people: both with 4/9.
    let short = any_above([(&a, 7), (&b, 3)].into_iter());
    let exactly = fraction((1, 1)) - fraction((15, 16)) * fraction((5, 9));
    let apart = (exact(short) - exactly).abs();
    assert!(apart <= fraction((1, 2_000_000)), "{short:?}");
}
