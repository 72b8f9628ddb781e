//! Reads single fields as typed, and notes what is wrong with them.

use crate::catalogue::Catalogue;
use crate::domain::{Currency, Day, Decimal, Ratio, Set, decimal};
use crate::prices::PriceBook;
use crate::problem::{Problem, ProblemCode};
use crate::request::Given;
use crate::scenario::Entry;

/// The largest price in minor units; a line of a million units still fits.
const LARGEST_PRICE: i64 = 1_000_000_000_000;

/// Reads fields and collects problems.
pub struct Reader<'c> {
    /// What names are looked up in.
    pub catalogue: &'c Catalogue,
    /// Prices for what has none, if somebody supplied them.
    pub prices: Option<&'c PriceBook>,
    problems: Vec<Problem>,
}

impl<'c> Reader<'c> {
    /// A reader without problems.
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self {
            catalogue,
            prices: None,
            problems: Vec::new(),
        }
    }

    /// Notes a problem.
    pub fn problem(&mut self, path: impl Into<String>, code: ProblemCode) {
        self.problems.push(Problem {
            path: path.into(),
            code,
        });
    }

    /// What was wrong.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// A day that is needed.
    pub fn day(&mut self, path: impl Into<String>, entry: &Entry) -> Option<Day> {
        if entry.is_blank() {
            self.problem(path, ProblemCode::Required);
            return None;
        }
        self.optional_day(path, entry)
    }

    /// A day, if something was typed. Slashes and points between year, month and day count as hyphens.
    pub fn optional_day(&mut self, path: impl Into<String>, entry: &Entry) -> Option<Day> {
        if entry.is_blank() {
            return None;
        }
        let day = parse_day(&entry.0);
        if day.is_none() {
            self.problem(path, ProblemCode::NotADay);
        }
        day
    }

    /// A day, or the default where nothing was typed.
    pub fn day_or(
        &mut self,
        path: impl Into<String>,
        entry: &Entry,
        default: Option<Day>,
    ) -> Option<Given<Day>> {
        let path = path.into();
        if entry.is_blank() {
            return default.map(|value| Given {
                value,
                path,
                default: true,
            });
        }
        let value = self.optional_day(path.clone(), entry)?;
        Some(Given {
            value,
            path,
            default: false,
        })
    }

    /// A whole number from `least` to `most`, or the default where nothing was typed.
    pub fn whole(
        &mut self,
        path: impl Into<String>,
        entry: &Entry,
        (least, most): (i64, i64),
        default: Option<i64>,
    ) -> Option<Given<i64>> {
        let path = path.into();
        if entry.is_blank() {
            if default.is_none() {
                self.problem(path.clone(), ProblemCode::Required);
            }
            return default.map(|value| Given {
                value,
                path,
                default: true,
            });
        }
        let Some(value) = decimal::parse_whole(&entry.0) else {
            let code = if Decimal::parse(&entry.0).is_some() {
                ProblemCode::NotWhole
            } else if is_long_number(&entry.0) {
                ProblemCode::TooLarge {
                    most: most.to_string(),
                }
            } else {
                ProblemCode::NotANumber
            };
            self.problem(path, code);
            return None;
        };
        if value < least {
            self.problem(
                path,
                ProblemCode::TooSmall {
                    least: least.to_string(),
                },
            );
            return None;
        }
        if value > most {
            self.problem(
                path,
                ProblemCode::TooLarge {
                    most: most.to_string(),
                },
            );
            return None;
        }
        Some(Given {
            value,
            path,
            default: false,
        })
    }

    /// A rate for which `fits` holds, or the default where nothing was typed. `least` and `most` name the limits.
    pub fn rate(
        &mut self,
        path: impl Into<String>,
        entry: &Entry,
        fits: impl Fn(Ratio) -> bool,
        default: Ratio,
    ) -> Option<Given<Ratio>> {
        let path = path.into();
        if entry.is_blank() {
            return Some(Given {
                value: default,
                path,
                default: true,
            });
        }
        let Some(value) = Decimal::parse(&entry.0).and_then(Decimal::ratio) else {
            self.problem(path, ProblemCode::NotANumber);
            return None;
        };
        if fits(value) {
            return Some(Given {
                value,
                path,
                default: false,
            });
        }
        let code = if value > Ratio::ZERO {
            ProblemCode::TooLarge {
                most: "1".to_owned(),
            }
        } else {
            ProblemCode::TooSmall {
                least: "0".to_owned(),
            }
        };
        self.problem(path, code);
        None
    }

    /// A price in minor units; `None` also where nothing was typed.
    pub fn price(
        &mut self,
        path: impl Into<String>,
        entry: &Entry,
        currency: Option<Currency>,
    ) -> Option<Given<i64>> {
        let path = path.into();
        if entry.is_blank() {
            return None;
        }
        let Some(price) = Decimal::parse(&entry.0) else {
            self.problem(path, ProblemCode::NotANumber);
            return None;
        };
        let places = currency?.places();
        let Some(value) = price.scaled(places) else {
            self.problem(path, ProblemCode::TooManyPlaces { places });
            return None;
        };
        if value < 0 {
            self.problem(
                path,
                ProblemCode::TooSmall {
                    least: "0".to_owned(),
                },
            );
            return None;
        }
        if value > LARGEST_PRICE {
            let most = LARGEST_PRICE / 10_i64.pow(places);
            self.problem(
                path,
                ProblemCode::TooLarge {
                    most: most.to_string(),
                },
            );
            return None;
        }
        Some(Given {
            value,
            path,
            default: false,
        })
    }

    /// Finds something by its name.
    pub fn known<T>(
        &mut self,
        path: impl Into<String>,
        id: &str,
        find: impl FnOnce(&'c Catalogue, &str) -> Option<T>,
    ) -> Option<T> {
        if id.trim().is_empty() {
            self.problem(path, ProblemCode::Required);
            return None;
        }
        let found = find(self.catalogue, id.trim());
        if found.is_none() {
            self.problem(
                path,
                ProblemCode::Unknown {
                    id: id.trim().to_owned(),
                },
            );
        }
        found
    }

    /// Notes ids that stand twice; empty ones do not count.
    pub fn distinct<'t>(&mut self, path: &str, ids: impl Iterator<Item = &'t str>) {
        let mut seen = Set::default();
        for (place, id) in ids.enumerate() {
            if !id.is_empty() && !seen.insert(id) {
                self.problem(
                    format!("{path}[{place}].id"),
                    ProblemCode::Duplicate { id: id.to_owned() },
                );
            }
        }
    }

    /// Notes a list that is longer than the planner computes with.
    pub fn at_most(&mut self, path: &str, length: usize, most: u32) {
        if u32::try_from(length).is_ok_and(|length| length <= most) {
            return;
        }
        self.problem(path, ProblemCode::TooMany { most });
    }
}

/// The path of a field. Made once, not by `format!` at each of the hundred places that need one.
pub fn at(path: &str, field: &str) -> String {
    let mut inside = String::from(path);
    inside.push('.');
    inside.push_str(field);
    inside
}

/// The path of an entry of a list, which is named with its point, if it is not the path itself.
pub fn nth(path: &str, list: &str, number: usize) -> String {
    format!("{path}{list}[{number}]")
}

/// Reads a day as people type it: `2026-03-15`, `2026/3/15`, `2026.3.15`, `2026年3月15日`, in full-width digits too.
fn parse_day(text: &str) -> Option<Day> {
    let plain: String = decimal::plain(text)
        .chars()
        .map(|letter| {
            if matches!(letter, '/' | '.' | '年' | '月') {
                '-'
            } else {
                letter
            }
        })
        .filter(|letter| *letter != '日')
        .collect();
    let mut parts = plain.split('-').map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = |part: &str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some() || !fits(year, 4, 4) || !fits(month, 1, 2) || !fits(day, 1, 2) {
        return None;
    }
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Whether a text that could not be read is a number that is only too long.
fn is_long_number(text: &str) -> bool {
    let plain = decimal::plain(text);
    plain.len() > 15 && plain.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let day = Day::parse("2026-03-05");
        for text in [
            "2026-03-05",
            "2026/3/5",
            " 2026.03.05 ",
            "2026年3月5日",
            "２０２６－０３－０５",
        ] {
            assert_eq!(parse_day(text), day, "{text}");
        }
        for text in [
            "5.3.2026",
            "26-3-5",
            "2026-02-30",
            "2026-3",
            "tomorrow",
            "2026-3-5-1",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
