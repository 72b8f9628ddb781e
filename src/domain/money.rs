//! Amounts of money in whole minor units, and how a fraction of one is rounded.

use serde::Serialize;

use crate::domain::Ratio;

/// The largest amount that also JavaScript holds exactly: 2^53 - 1 minor units.
pub const LARGEST_AMOUNT: i64 = 9_007_199_254_740_991;

/// A currency of ISO 4217: three capital letters, and the number of its decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency {
    code: [u8; 3],
}

impl Currency {
    /// Reads a code such as `USD`. `None` where it is not three ASCII capitals.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let code: [u8; 3] = text.as_bytes().try_into().ok()?;
        code.iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self { code })
    }

    /// The code, such as `USD`.
    #[must_use]
    pub fn code(&self) -> String {
        self.code.iter().map(|letter| char::from(*letter)).collect()
    }

    /// Decimal places of the minor unit by ISO 4217: 2 for most.
    ///
    /// Source: ISO 4217 list one (amendment 176). The currencies with other than two places are listed.
    #[must_use]
    pub fn places(&self) -> u32 {
        match &self.code {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }
}

/// How a fraction of a minor unit becomes a whole one (policy `rounding`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// To the nearest; halves away from nought.
    #[default]
    HalfUp,
    /// To the nearest; halves to the even neighbour.
    HalfEven,
    /// Up to the next whole unit.
    Up,
    /// Down to the whole unit.
    Down,
}

impl Rounding {
    /// The whole number that `exact`, not negative, is rounded to.
    #[must_use]
    pub fn round(self, exact: Ratio) -> i64 {
        let floor = exact.floor();
        let rest = exact.numerator().rem_euclid(exact.denominator());
        let twice = i128::from(rest) * 2;
        let whole = i128::from(exact.denominator());
        let up = match self {
            Self::Down => false,
            Self::Up => rest > 0,
            Self::HalfUp => twice >= whole,
            Self::HalfEven => twice > whole || (twice == whole && floor % 2 != 0),
        };
        floor.saturating_add(i64::from(up))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rounding_treats_halves_its_own_way() {
        let half = Ratio::new(5, 2).unwrap();
        let more = Ratio::new(7, 2).unwrap();
        let third = Ratio::new(7, 3).unwrap();
        let rounded = |how: Rounding| {
            [
                how.round(half),
                how.round(more),
                how.round(third),
                how.round(Ratio::whole(7)),
            ]
        };
        assert_eq!(rounded(Rounding::HalfUp), [3, 4, 2, 7]);
        assert_eq!(rounded(Rounding::HalfEven), [2, 4, 2, 7]);
        assert_eq!(rounded(Rounding::Up), [3, 4, 3, 7]);
        assert_eq!(rounded(Rounding::Down), [2, 3, 2, 7]);
    }

    #[test]
    fn currencies_know_their_places() {
        assert_eq!(Currency::parse("USD").map(|it| it.places()), Some(2));
        assert_eq!(Currency::parse("JPY").map(|it| it.places()), Some(0));
        assert_eq!(Currency::parse("HUF").map(|it| it.places()), Some(2));
        assert_eq!(Currency::parse("usd"), None);
        assert_eq!(Currency::parse("EURO"), None);
    }
}
