//! Which input the plan hangs on most: each a little lower and a little higher, planned for itself.

use crate::compare::{Bench, Here};
use crate::comparison::{Sensitivity, Variation};
use crate::domain::order::sort_by_key;
use crate::domain::{Day, Ratio};
use crate::figure::Value;
use crate::request::{Agreement, Group, MOST_PEOPLE};

/// Groups that are varied: those with the most people. More would take long, and the smallest matter least.
const MOST_GROUPS: usize = 20;

/// Parts of needs that may be covered surely, to step between: numerator and denominator.
const SERVICE_LEVELS: [(i64, i64); 5] = [(4, 5), (9, 10), (19, 20), (99, 100), (1, 1)];

/// Sets a lower (-1) or higher (1) value of an input and returns it. `None` where there is none.
type Change<'f, 'c> = dyn Fn(&mut Agreement<'c>, i64) -> Option<Value> + 'f;

impl<'c> Bench<'_, 'c> {
    /// What each input would change, the greatest effect first, and how many groups were not varied.
    pub fn sensitivity(&self, here: &Here<'c>) -> (Vec<Sensitivity>, u32) {
        let agreement = self.agreement;
        let mut found = Vec::new();
        let mut vary = |path: &str, value: Value, change: &Change<'_, 'c>| {
            let [low, high] = [-1, 1].map(|sign| self.variation(here, sign, change));
            found.push(Sensitivity {
                path: path.to_owned(),
                value,
                low,
                high,
            });
        };

        let mut needs = here.solution.needs.iter();
        if needs.any(|need| need.chances.least != need.chances.most) {
            let level = &agreement.service_level;
            let ratio = level.value;
            vary(&level.path, Value::Ratio { ratio }, &|other, sign| {
                let ratio = next_level(ratio, sign)?;
                other.service_level.value = ratio;
                Some(Value::Ratio { ratio })
            });
        }

        let mut largest: Vec<usize> = (0..agreement.groups.len()).collect();
        let size = |place: &usize| agreement.groups.get(*place).map(|it| it.people.value);
        sort_by_key(&mut largest, |place| size(place).map(|people| -people));
        largest.truncate(MOST_GROUPS);
        for (place, group) in agreement.groups.iter().enumerate() {
            if !largest.contains(&place) {
                continue;
            }
            let count = group.people.value;
            vary(
                &group.people.path,
                Value::Count { count },
                &|other, sign| {
                    let count = count + sign * tenth(count);
                    set_people(other.groups.get_mut(place)?, count)?;
                    Some(Value::Count { count })
                },
            );
            if let Some(day) = group.waves.iter().find_map(|wave| wave.day) {
                let path = format!("{}.sittings", group.path);
                vary(&path, Value::Day { day }, &|other, sign| {
                    let mut first = None;
                    for day in &mut other.groups.get_mut(place)?.waves {
                        let moved = day.day.map(|day| month_away(day, sign));
                        day.day = moved.unwrap_or(None);
                        first = first.or(day.day);
                        moved.is_none_or(|moved| moved.is_some()).then_some(())?;
                    }
                    first.map(|day| Value::Day { day })
                });
            }
            let ratio = group.pass_rate.value;
            if ratio < Ratio::ONE && group.attempts.value > 1 {
                vary(
                    &group.pass_rate.path,
                    Value::Ratio { ratio },
                    &|other, sign| {
                        let ratio = ratio.plus(Ratio::new(sign, 20)?)?.min(Ratio::ONE);
                        ratio.is_positive().then_some(())?;
                        other.groups.get_mut(place)?.pass_rate.value = ratio;
                        Some(Value::Ratio { ratio })
                    },
                );
            }
        }

        for (place, price) in agreement.prices.iter().enumerate() {
            let minor = price.minor.value;
            // What is varied are entries, and a price book is none.
            if minor == 0 || price.book.is_some() {
                continue;
            }
            vary(&price.minor.path, Value::Money { minor }, &|other, sign| {
                let price = other.prices.get_mut(place)?;
                let breaks = price.breaks.iter_mut().map(|(_, price)| price);
                for price in breaks.chain([&mut price.minor]) {
                    price.value += sign * tenth(price.value);
                }
                let minor = price.minor.value;
                Some(Value::Money { minor })
            });
        }

        sort_by_key(&mut found, |entry| -effect(entry));
        let left = agreement.groups.len().saturating_sub(MOST_GROUPS);
        (found, u32::try_from(left).unwrap_or(u32::MAX))
    }

    fn variation(&self, here: &Here<'c>, sign: i64, change: &Change<'_, 'c>) -> Option<Variation> {
        let mut other = self.agreement.clone();
        let value = change(&mut other, sign)?;
        let trial = self.try_out(&other, self.effort.part())?;
        // People who cannot sit their exams then would look like a saving.
        (trial.dropped <= here.trial.dropped).then_some(())?;
        Some(Variation {
            value,
            difference: here.trial.difference(&trial),
        })
    }
}

/// A tenth, rounded half up, and at least 1; nothing of nothing.
fn tenth(of: i64) -> i64 {
    of.saturating_add(5).div_euclid(10).max(1).min(of)
}

/// The day of the next month, or the latest day from which a month ends by the day.
fn month_away(day: Day, sign: i64) -> Option<Day> {
    if sign < 0 {
        day.latest_start(1)
    } else {
        day.plus_months(1)
    }
}

fn next_level(level: Ratio, sign: i64) -> Option<Ratio> {
    let mut levels = SERVICE_LEVELS
        .iter()
        .filter_map(|(part, of)| Ratio::new(*part, *of));
    if sign < 0 {
        levels.rfind(|other| *other < level)
    } else {
        levels.find(|other| *other > level)
    }
}

/// Gives a group other people, and each of its waves its part, adding up exactly; a wave left with nobody is dropped.
fn set_people(group: &mut Group<'_>, people: i64) -> Option<()> {
    (1..=MOST_PEOPLE).contains(&people).then_some(())?;
    let before = group.people.value.max(1);
    let (mut counted, mut given) = (0, 0);
    for wave in &mut group.waves {
        counted += wave.people;
        let until = (counted * people).div_euclid(before);
        wave.people = until - given;
        given = until;
    }
    group.waves.retain(|wave| wave.people > 0);
    group.people.value = people;
    Some(())
}

/// The larger absolute effect on the charge, or without prices on exams.
fn effect(entry: &Sensitivity) -> i64 {
    let ends = [&entry.low, &entry.high].into_iter().flatten();
    let effects = ends.map(|end| &end.difference);
    let effects = effects.map(|it| it.charge.unwrap_or(it.exams).abs());
    effects.max().unwrap_or(0)
}
