//! How many vouchers enough people will need: the distribution of attempts, added up exactly (model 4).
//!
//! The number of vouchers of one booking is a truncated geometric distribution, with repeated bookings for no-shows on
//! top. Bookings are independent, so the characteristic function of the sum is a product of powers; its values at the
//! roots of unity give the probabilities back by one fast Fourier transform. Values near one are kept as what they lack
//! to one, so that powers of a million keep their digits. Only `+ - * /` and square roots are used: IEEE 754 fixes their
//! results, so the same integers come out natively and in every browser. No simulation.
#![allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "probabilities are real numbers, computed only with operations that IEEE 754 makes exact to the last bit; \
              indices stay within lengths fixed by construction"
)]

use crate::domain::Ratio;
use crate::figure::AttemptTerm;

/// A need is enough when its chance is within this of the service level (model 4).
pub const TOLERANCE: f64 = 1e-9;

/// What is left out on each side of the window has a chance below `e` to the power of minus this.
const LEFT_OUT: f64 = 40.0;

/// The distribution of the sum of many bookings.
#[derive(Clone, Debug)]
pub struct Chances {
    /// The number that `mass[0]` belongs to.
    first: i64,
    /// Probabilities of `first`, `first + 1`, and so on.
    mass: Vec<f64>,
    /// The smallest possible sum.
    pub least: i64,
    /// The largest possible sum.
    pub most: i64,
    /// The mean.
    pub mean: f64,
}

impl Chances {
    /// The distribution of the sum over all bookings of all terms.
    #[must_use]
    pub fn of(terms: &[AttemptTerm]) -> Self {
        let kinds: Vec<Kind> = terms.iter().map(Kind::new).collect();
        let (mut least, mut span, mut mean, mut variance, mut widest) = (0, 0, 0.0, 0.0, 0_usize);
        for kind in &kinds {
            let moment = |of: fn(f64) -> f64| {
                let parts = kind.extra.iter().enumerate();
                parts.map(|(n, p)| of(n as f64) * p).sum::<f64>()
            };
            let (first, second) = (moment(|n| n), moment(|n| n * n));
            let most = kind.extra.len().saturating_sub(1);
            least += kind.surely * i64::from(kind.bookings);
            span += most as i64 * i64::from(kind.bookings);
            mean += first * f64::from(kind.bookings);
            variance += (second - first * first).max(0.0) * f64::from(kind.bookings);
            widest = widest.max(most);
        }
        // Bernstein's inequality: no booking is further than `widest` from its mean.
        let part = LEFT_OUT * widest as f64 / 3.0;
        let reach = (part + (part * part + 2.0 * LEFT_OUT * variance).sqrt()) as i64 + 1;
        let low = (mean as i64 - reach).max(0);
        let high = (mean as i64 + 1 + reach).min(span);
        let width = usize::try_from(high - low + 1).unwrap_or(1).max(1);
        let mut mass = inverse(&kinds, width.next_power_of_two());
        // The transform wraps round: the sum `n` stands at `n` modulo the length.
        let length = mass.len() as i64;
        mass.rotate_left((low.rem_euclid(length)) as usize);
        mass.truncate(width);
        for p in &mut mass {
            *p = p.max(0.0);
        }
        Self {
            first: least + low,
            mass,
            least,
            most: least + span,
            mean: mean + least as f64,
        }
    }

    /// The chance that the sum is at most `n`.
    #[must_use]
    pub fn at_most(&self, n: i64) -> f64 {
        if n >= self.most {
            return 1.0;
        }
        let upto = usize::try_from(n - self.first + 1)
            .unwrap_or(0)
            .min(self.mass.len());
        self.mass[..upto].iter().sum::<f64>().min(1.0)
    }

    /// The smallest number that is enough with at least the chance `level`; the largest sum for certainty.
    #[must_use]
    pub fn quantile(&self, level: Ratio) -> i64 {
        if level >= Ratio::ONE {
            return self.most;
        }
        let wanted = real(level) - TOLERANCE;
        let mut sum = 0.0;
        for (place, p) in self.mass.iter().enumerate() {
            sum += p;
            if sum >= wanted {
                return self.first + place as i64;
            }
        }
        self.most
    }

    /// The chance that the sum is above `n`, rounded to a millionth.
    #[must_use]
    pub fn above(&self, n: i64) -> Ratio {
        rounded(1.0 - self.at_most(n))
    }

    /// The mean, rounded to a millionth.
    #[must_use]
    pub fn mean(&self) -> Ratio {
        rounded(self.mean)
    }

    /// How many of `n` vouchers stay unused on average, rounded to a millionth.
    #[must_use]
    pub fn unused(&self, n: i64) -> Ratio {
        // What is left less what is lacking is `n` less the mean; of the two, lacking is the rarer and the smaller sum.
        let after = usize::try_from(n - self.first + 1).unwrap_or(0);
        let lacking = self.mass.iter().enumerate().skip(after);
        let lacking = lacking.map(|(place, p)| (self.first + place as i64 - n) as f64 * p);
        rounded(n as f64 - self.mean + lacking.sum::<f64>())
    }
}

/// The chance that at least one of several independent sums is above its number, rounded to a millionth.
pub fn any_above<'a>(sums: impl Iterator<Item = (&'a Chances, i64)>) -> Ratio {
    let none = sums.fold(1.0, |none, (chances, n)| none * chances.at_most(n));
    rounded(1.0 - none)
}

fn rounded(value: f64) -> Ratio {
    Ratio::new((value * 1e6 + 0.5) as i64, 1_000_000).unwrap_or(Ratio::ZERO)
}

fn real(ratio: Ratio) -> f64 {
    ratio.numerator() as f64 / ratio.denominator() as f64
}

/// Bookings that are alike.
struct Kind {
    /// Vouchers that each surely takes.
    surely: i64,
    /// The chances that it takes so many more.
    extra: Vec<f64>,
    /// How many.
    bookings: u32,
}

impl Kind {
    fn new(term: &AttemptTerm) -> Self {
        let mut extra = booking(term);
        let surely = extra.iter().position(|p| *p > 0.0).unwrap_or(0);
        extra.drain(..surely);
        Self {
            surely: surely as i64,
            extra,
            bookings: term.bookings,
        }
    }
}

/// The distribution of the vouchers of one booking: attempts, and repeated bookings for each.
fn booking(term: &AttemptTerm) -> Vec<f64> {
    let pass = real(term.pass_rate);
    let miss = real(term.no_show_rate);
    let attempts = term.attempts.max(1) as usize;
    // One attempt takes one voucher, and one more for each no-show that is booked again.
    let mut one = vec![0.0];
    let mut reached = 1.0;
    for _ in 0..term.rebookings {
        one.push(reached * (1.0 - miss));
        reached *= miss;
    }
    one.push(reached);
    let mut all = vec![0.0; attempts * (one.len() - 1) + 1];
    let mut upto = vec![1.0];
    let mut failed = 1.0;
    for attempt in 1..=attempts {
        upto = product(&upto, &one);
        let stops = if attempt == attempts {
            failed
        } else {
            failed * pass
        };
        for (n, p) in upto.iter().enumerate() {
            all[n] += p * stops;
        }
        failed *= 1.0 - pass;
    }
    while all.len() > 1 && all.last().is_some_and(|p| *p <= 0.0) {
        all.pop();
    }
    all
}

fn product(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            sum[i + j] += x * y;
        }
    }
    sum
}

/// A complex number.
type Complex = (f64, f64);

fn times(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// What the product of two numbers lacks to one, from what each lacks: `(1 + a)(1 + b) - 1`.
fn joined(a: Complex, b: Complex) -> Complex {
    let both = times(a, b);
    (a.0 + b.0 + both.0, a.1 + b.1 + both.1)
}

/// The probabilities of what the sum takes above its least, modulo `length`, a power of two.
fn inverse(kinds: &[Kind], length: usize) -> Vec<f64> {
    let roots = roots(length);
    let mut values: Vec<Complex> = vec![(0.0, 0.0); length];
    let mut each: Vec<Complex> = vec![(0.0, 0.0); kinds.len()];
    // The other half are the conjugates, since probabilities are real.
    for place in 0..=length / 2 {
        let mut decay = 0.0;
        for (kind, value) in kinds.iter().zip(&mut each) {
            let mut sum = (0.0, 0.0);
            for (n, p) in kind.extra.iter().enumerate() {
                let root = roots[(n * place) & (length - 1)];
                sum = (sum.0 + p * root.0, sum.1 + p * root.1);
            }
            *value = sum;
            decay -= (2.0 * sum.0 + sum.0 * sum.0 + sum.1 * sum.1) * f64::from(kind.bookings);
        }
        // The square of the product's size is at most `e` to the power of minus the decay: too small to count.
        if decay > 3.0 * LEFT_OUT {
            continue;
        }
        let parts = kinds.iter().zip(&each);
        let all = parts.fold((0.0, 0.0), |all, (kind, value)| {
            joined(all, power(*value, kind.bookings))
        });
        values[place] = (1.0 + all.0, all.1);
        values[(length - place) & (length - 1)] = (1.0 + all.0, -all.1);
    }
    transform(&mut values, &roots);
    let scale = 1.0 / length as f64;
    values.iter().map(|value| value.0 * scale).collect()
}

fn power(base: Complex, exponent: u32) -> Complex {
    let (mut result, mut square, mut left) = ((0.0, 0.0), base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = joined(result, square);
        }
        square = joined(square, square);
        left >>= 1;
    }
    result
}

/// The roots of unity less one, by halving the angle: cosine and sine of each from square roots alone.
fn roots(length: usize) -> Vec<Complex> {
    let mut roots = vec![(0.0, 0.0); length];
    let (mut lack, mut sine) = (-2.0_f64, 0.0_f64);
    let mut step = length / 2;
    while step > 0 {
        let mut place = step;
        while place < length {
            roots[place] = joined(roots[place - step], (lack, sine));
            place += 2 * step;
        }
        let half = (1.0 + lack / 2.0).max(0.0).sqrt();
        sine = if step == length / 2 {
            1.0
        } else {
            sine / (2.0 * half)
        };
        lack = lack / 2.0 / (1.0 + half);
        step /= 2;
    }
    roots
}

/// The transform in place with conjugate roots, which gives probabilities from values of the characteristic function.
fn transform(values: &mut [Complex], roots: &[Complex]) {
    let length = values.len();
    let bits = length.trailing_zeros();
    for place in 0..length {
        let other = if bits == 0 {
            0
        } else {
            place.reverse_bits() >> (usize::BITS - bits)
        };
        if place < other {
            values.swap(place, other);
        }
    }
    let mut width = 2;
    while width <= length {
        let stride = length / width;
        for block in values.chunks_exact_mut(width) {
            let (evens, odds) = block.split_at_mut(width / 2);
            let pairs = evens.iter_mut().zip(odds).zip(roots.iter().step_by(stride));
            for ((even, odd), root) in pairs {
                let turned = times(*odd, (1.0 + root.0, -root.1));
                (*even, *odd) = (
                    (even.0 + turned.0, even.1 + turned.1),
                    (even.0 - turned.0, even.1 - turned.1),
                );
            }
        }
        width *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(bookings: u32, pass_rate: (i64, i64), attempts: u32) -> AttemptTerm {
        AttemptTerm {
            bookings,
            pass_rate: Ratio::new(pass_rate.0, pass_rate.1).unwrap(),
            attempts,
            no_show_rate: Ratio::ZERO,
            rebookings: 0,
        }
    }

    #[test]
    fn one_attempt_each_needs_one_voucher_each() {
        let chances = Chances::of(&[term(501, (1, 1), 1)]);
        assert_eq!((chances.least, chances.most), (501, 501));
        assert_eq!(chances.quantile(Ratio::new(95, 100).unwrap()), 501);
    }

    #[test]
    fn the_mean_is_that_of_the_published_planning_formula() {
        // (1 - (1 - p)^k) / p for p = 0.47: 1.53 at two attempts, 1.81 at three, 2.04 at five (domain facts, 6).
        for (attempts, published) in [(2, 153), (3, 181), (5, 204)] {
            let mean = Chances::of(&[term(100, (47, 100), attempts)]).mean();
            assert_eq!(
                mean.times(Ratio::whole(1))
                    .map(|mean| mean.plus(Ratio::new(1, 2).unwrap()).unwrap().floor()),
                Some(published)
            );
        }
    }

    #[test]
    fn the_sum_agrees_with_repeated_convolution() {
        let terms = [term(40, (47, 100), 3), term(7, (9, 10), 2)];
        let chances = Chances::of(&terms);
        let mut sum = vec![1.0];
        for term in &terms {
            for _ in 0..term.bookings {
                sum = product(&sum, &booking(term));
            }
        }
        let mut upto = 0.0;
        for (n, p) in sum.iter().enumerate() {
            upto += p;
            assert!((chances.at_most(n as i64) - upto).abs() < 1e-12, "{n}");
        }
    }

    #[test]
    fn a_no_show_costs_a_voucher_but_no_attempt() {
        let with = AttemptTerm {
            no_show_rate: Ratio::new(1, 10).unwrap(),
            rebookings: 1,
            ..term(1, (1, 1), 1)
        };
        let single = booking(&with);
        assert!((single[1] - 0.9).abs() < 1e-15 && (single[2] - 0.1).abs() < 1e-15);
        let without = AttemptTerm {
            rebookings: 0,
            ..with
        };
        assert_eq!(booking(&without), vec![0.0, 1.0]);
    }

    #[test]
    fn a_million_bookings_keep_the_mass_of_one() {
        let chances = Chances::of(&[term(1_000_000, (47, 100), 3)]);
        assert!((chances.mass.iter().sum::<f64>() - 1.0).abs() < TOLERANCE);
    }
}
