//! Exact fractions, for factors and for amounts before they are rounded.

use serde::Serialize;

/// An exact fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Ratio {
    numerator: i64,
    denominator: i64,
}

impl Ratio {
    /// Nought.
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: 1,
    };
    /// The whole.
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 1,
    };

    /// `numerator / denominator` in lowest terms; `None` for a denominator of 0 or outside the range of `i64`.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        Self::reduced(i128::from(numerator), i128::from(denominator))
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self {
            numerator: number,
            denominator: 1,
        }
    }

    /// The upper number of the fraction in lowest terms.
    #[must_use]
    pub const fn numerator(self) -> i64 {
        self.numerator
    }

    /// The lower number of the fraction in lowest terms; at least 1.
    #[must_use]
    pub const fn denominator(self) -> i64 {
        self.denominator
    }

    /// The sum; `None` where it does not fit.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b) = (i128::from(self.numerator), i128::from(self.denominator));
        let (c, d) = (i128::from(other.numerator), i128::from(other.denominator));
        Self::reduced(
            a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?,
            b.checked_mul(d)?,
        )
    }

    /// The product; `None` where it does not fit.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::reduced(
            i128::from(self.numerator).checked_mul(i128::from(other.numerator))?,
            i128::from(self.denominator).checked_mul(i128::from(other.denominator))?,
        )
    }

    /// The greatest whole number that is not greater.
    #[must_use]
    pub fn floor(self) -> i64 {
        self.numerator.div_euclid(self.denominator)
    }

    /// Whether it is greater than nought.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.numerator > 0
    }

    fn reduced(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let common = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1);
        let common = i128::try_from(common).ok()? * denominator.signum();
        Some(Self {
            numerator: i64::try_from(numerator / common).ok()?,
            denominator: i64::try_from(denominator / common).ok()?,
        })
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let left = i128::from(self.numerator) * i128::from(other.denominator);
        let right = i128::from(other.numerator) * i128::from(self.denominator);
        left.cmp(&right)
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_kept_in_lowest_terms_with_a_positive_denominator() {
        let half = Ratio::new(-6, -12).unwrap();
        assert_eq!((half.numerator(), half.denominator()), (1, 2));
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(
            Ratio::new(1, 3).unwrap().plus(Ratio::new(1, 6).unwrap()),
            Some(half)
        );
        assert!(Ratio::new(7, 13).unwrap() > half);
        assert_eq!(Ratio::new(-7, 2).unwrap().floor(), -4);
    }
}
