//! Exact decimals, as people type them: rates such as 0.65 or 65 %, and prices such as 9,420.00.

use crate::domain::Ratio;

/// A decimal number: `digits / 10^places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i64,
    places: u32,
}

impl Decimal {
    /// More decimal places than any rate or price needs.
    pub const MOST_PLACES: u32 = 9;

    /// Reads a decimal number: an optional sign, digits with or without separators of thousands, a point.
    ///
    /// Full-width digits and signs count like their ASCII twins; a trailing `%` divides by 100. `None` for
    /// anything else, for more than [`Decimal::MOST_PLACES`] places, and for what does not fit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = plain(text);
        let (text, percent) = match text.strip_suffix('%') {
            Some(rest) => (rest.trim_end(), 2),
            None => (text.as_str(), 0),
        };
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let whole = without_separators(whole)?;
        if (whole.is_empty() && fraction.is_empty())
            || !fraction.bytes().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let places = u32::try_from(fraction.len()).ok()? + percent;
        if places > Self::MOST_PLACES {
            return None;
        }
        let digits: i64 = format!("0{whole}{fraction}").parse().ok()?;
        Some(Self {
            digits: if negative { -digits } else { digits },
            places,
        })
    }

    /// The number as a fraction.
    #[must_use]
    pub fn ratio(self) -> Option<Ratio> {
        Ratio::new(self.digits, 10_i64.checked_pow(self.places)?)
    }

    /// The number times `10^places`, if that is whole: 9420.5 with 2 places is 942050.
    #[must_use]
    pub fn scaled(self, places: u32) -> Option<i64> {
        let shift = places.checked_sub(self.places)?;
        self.digits.checked_mul(10_i64.checked_pow(shift)?)
    }
}

/// Reads a whole number the way [`Decimal::parse`] reads a decimal one.
#[must_use]
pub fn parse_whole(text: &str) -> Option<i64> {
    if has(&plain(text), b'%') {
        return None;
    }
    Decimal::parse(text)?.scaled(0)
}

/// Trims, and turns full-width digits and signs into ASCII.
#[must_use]
pub fn plain(text: &str) -> String {
    text.trim()
        .chars()
        .map(|letter| match letter {
            '０'..='９' | '．' | '，' | '－' | '＋' | '％' | '／' => {
                char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter)
            }
            '−' => '-',
            '\u{a0}' | '\u{202f}' | '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// Whether an ASCII letter is in the text. The standard library's search is 5 KB with all that it can do.
fn has(text: &str, mark: u8) -> bool {
    text.bytes().any(|byte| byte == mark)
}

/// Drops separators of thousands, only where each group after the first has three digits.
fn without_separators(whole: &str) -> Option<String> {
    let separator = [b',', b' ', b'\'']
        .into_iter()
        .find(|mark| has(whole, *mark));
    let groups: Vec<&str> = match separator {
        Some(mark) => whole.split(char::from(mark)).collect(),
        None => vec![whole],
    };
    let first_fits = groups
        .first()
        .is_some_and(|group| separator.is_none() || (1..=3).contains(&group.len()));
    let rest_fits = groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    (first_fits && rest_fits && digits).then(|| groups.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(parse_whole("501"), Some(501));
        assert_eq!(parse_whole(" 1,200 "), Some(1200));
        assert_eq!(parse_whole("５０１"), Some(501));
        assert_eq!(parse_whole("-3"), Some(-3));
        assert_eq!(parse_whole("12.0"), Some(12));
        for text in [
            "",
            "x",
            "1.5",
            "1,20",
            "50%",
            "1e3",
            "--1",
            "99999999999999999999",
        ] {
            assert_eq!(parse_whole(text), None, "{text}");
        }
    }

    #[test]
    fn rates_are_exact() {
        let rate = |text| Decimal::parse(text).and_then(Decimal::ratio);
        assert_eq!(rate("0.65"), Ratio::new(13, 20));
        assert_eq!(rate("65 %"), Ratio::new(13, 20));
        assert_eq!(rate(".5"), Ratio::new(1, 2));
        assert_eq!(rate("1"), Some(Ratio::ONE));
        assert_eq!(rate("0.0000000001"), None);
    }

    #[test]
    fn prices_become_minor_units_or_nothing() {
        assert_eq!(
            Decimal::parse("9,420.5").and_then(|price| price.scaled(2)),
            Some(942_050)
        );
        assert_eq!(
            Decimal::parse("9420.505").and_then(|price| price.scaled(2)),
            None
        );
        assert_eq!(
            Decimal::parse("13200").and_then(|price| price.scaled(0)),
            Some(13_200)
        );
    }
}
