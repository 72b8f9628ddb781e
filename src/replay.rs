//! Makes each figure of a plan again from the figures that went into it: an explanation that does not give its value is
//! a mistake of ours, and a test finds it.

use crate::domain::{Calendar, Day, Ratio};
use crate::figure::{Figure, FigureId, Step, Value};
use crate::plan::{AgreementPlan, CoverKind, NeedLine, Plan};
use crate::rules::chances::{Chances, any_above};
use crate::rules::proration::{coverage_start, factor, months_charged};
use crate::rules::window::months_from_purchase;

/// What a figure's step gives when its inputs are taken from the plan. `None` where an input is missing or of another
/// kind than the step takes.
///
/// Figures that nothing goes into (entered, printed in a source, set by a policy) give themselves.
#[must_use]
pub fn replay(
    plan: &Plan,
    agreement: &AgreementPlan,
    calendar: &Calendar,
    id: FigureId,
) -> Option<Value> {
    let figure = plan.figures.get(usize::try_from(id).ok()?)?;
    let of: Option<Vec<&Figure>> = figure
        .of
        .iter()
        .map(|id| plan.figures.get(usize::try_from(*id).ok()?))
        .collect();
    Inputs {
        plan,
        figure,
        of: of?,
        agreement,
        calendar,
    }
    .value()
}

struct Inputs<'a> {
    plan: &'a Plan,
    figure: &'a Figure,
    of: Vec<&'a Figure>,
    agreement: &'a AgreementPlan,
    calendar: &'a Calendar,
}

impl Inputs<'_> {
    fn value(&self) -> Option<Value> {
        match &self.figure.step {
            Step::Input { .. }
            | Step::PriceBook { .. }
            | Step::Fact { .. }
            | Step::ByPolicy { .. } => Some(self.figure.value.clone()),
            Step::Earliest => self.days()?.into_iter().min().map(day),
            Step::Latest => self.days()?.into_iter().max().map(day),
            Step::CoverageStart { coverage } => coverage_start(self.day(0)?, *coverage).map(day),
            Step::PlusMonths => self.day(0)?.plus_months(self.small(1)?).map(day),
            Step::LatestStart => self.day(0)?.latest_start(self.small(1)?).map(day),
            Step::MonthsEnd { last_day } => {
                months_from_purchase(self.day(0)?, self.small(1)?, *last_day).map(day)
            }
            Step::PlusDays => self.day(0)?.plus_days(self.count(1)?).map(day),
            Step::PlusBusinessDays => self
                .calendar
                .business_day_after(self.day(0)?, self.small(1)?)
                .map(day),
            Step::FirstBusinessDay => self
                .calendar
                .business_day_after(self.day(0)?.plus_days(-1)?, 1)
                .map(day),
            Step::LastSafe { codes } => self.last_safe(*codes).map(day),
            Step::LastCharged { coverage, months } => {
                let (safe, end) = (self.day(0)?, self.day(1)?);
                let charged = |day: Day| {
                    let start = coverage_start(day, *coverage)?;
                    months_charged(start, end, *months, 0, None)
                };
                self.search_back(safe, |day| charged(day).is_some_and(Ratio::is_positive))
                    .map(day)
            }
            Step::DaysInside => Some(count((self.day(0)?.days_until(self.day(1)?) + 1).max(0))),
            Step::MonthsBetween { months, cap } => {
                let least = if self.of.len() > 2 { self.small(2)? } else { 0 };
                months_charged(self.day(0)?, self.day(1)?, *months, least, *cap).map(ratio)
            }
            Step::PartOfTwelve => factor(self.ratio(0)?).map(ratio),
            Step::Whole => Some(ratio(Ratio::ONE)),
            Step::Sum if matches!(self.figure.value, Value::Ratio { .. }) => {
                let mut parts = (0..self.of.len()).map(|place| self.ratio(place));
                let sum = parts.try_fold(Ratio::ZERO, |sum, part| sum.plus(part?));
                sum.map(ratio)
            }
            Step::Sum => self.fold(0, i64::checked_add),
            Step::Product => self.fold(1, i64::checked_mul),
            Step::Difference => {
                let mut rest = self.amount(0)?;
                for place in 1..self.of.len() {
                    rest = rest.checked_sub(self.amount(place)?)?;
                }
                Some(self.like(rest))
            }
            Step::Least => (0..self.of.len())
                .map(|place| self.amount(place))
                .min()?
                .map(|least| self.like(least)),
            Step::Quotient => Ratio::new(self.amount(0)?, self.amount(1)?).map(ratio),
            Step::FloorProduct => Ratio::whole(self.amount(0)?)
                .times(self.ratio(1)?)
                .map(|exact| count(exact.floor())),
            Step::RoundedProduct { rounding } => {
                let exact = Ratio::whole(self.amount(0)?).times(self.ratio(1)?)?;
                Some(self.like(rounding.round(exact)))
            }
            Step::RoundedLine { rounding } => {
                let exact = Ratio::whole(self.amount(0)?).times(self.ratio(1)?)?;
                Some(self.like(rounding.round(exact.times(Ratio::whole(self.amount(2)?))?)))
            }
            Step::Quantile { terms } => Some(count(Chances::of(terms).quantile(self.ratio(0)?))),
            Step::Mean { terms } => Some(ratio(Chances::of(terms).mean())),
            Step::Minimum { terms } => Some(count(Chances::of(terms).least)),
            Step::Maximum { terms } => Some(count(Chances::of(terms).most)),
            Step::ChanceAbove { terms } => Some(ratio(Chances::of(terms).above(self.count(0)?))),
            Step::Unused { terms } => Some(ratio(Chances::of(terms).unused(self.count(0)?))),
            Step::AnyAbove => self.any_above().map(ratio),
            Step::AttemptsFit { waits } => {
                let (mut day, until) = (self.day(0)?, self.day(1)?);
                let mut attempts = 1;
                for wait in waits {
                    day = day.plus_days(i64::from(*wait))?;
                    attempts += i64::from(day <= until);
                }
                Some(count(attempts))
            }
            Step::Chosen {
                choice,
                product,
                day,
            } => {
                let row = self
                    .agreement
                    .choices
                    .get(usize::try_from(*choice).ok()?)?
                    .rows
                    .first()?;
                let here = row
                    .units
                    .iter()
                    .filter(|units| units.product == *product && units.day == Some(*day));
                Some(count(here.map(|units| units.units).sum()))
            }
            Step::Bound { choice } => {
                let choice = self.agreement.choices.get(usize::try_from(*choice).ok()?)?;
                if choice.proof == crate::plan::Proof::BestFound {
                    return Some(self.figure.value.clone());
                }
                let row = choice.rows.first()?;
                Some(self.like(row.charge.unwrap_or(row.exams)))
            }
            Step::Allotted { cover, id } => Some(count(self.allotted(cover, id))),
        }
    }

    /// From what each of the chances was made of: rounded ones would add up their roundings.
    fn any_above(&self) -> Option<Ratio> {
        let sums: Option<Vec<(Chances, i64)>> = self
            .of
            .iter()
            .map(|figure| {
                let Step::ChanceAbove { terms } = &figure.step else {
                    return None;
                };
                let number = usize::try_from(*figure.of.first()?).ok()?;
                match self.plan.figures.get(number)?.value {
                    Value::Count { count } => Some((Chances::of(terms), count)),
                    _ => None,
                }
            })
            .collect();
        let sums = sums?;
        Some(any_above(sums.iter().map(|(sum, number)| (sum, *number))))
    }

    /// What needs get from a kind of cover, or do not get.
    fn allotted(&self, cover: &str, id: &str) -> i64 {
        let kind = match cover {
            "free" => CoverKind::Free,
            "stock" => CoverKind::Stock,
            "bought" => CoverKind::Bought,
            _ => return self.agreement.needs.iter().map(|need| need.uncovered).sum(),
        };
        let given = |need: &NeedLine| -> i64 {
            let covers = need
                .covered_by
                .iter()
                .filter(|cover| cover.kind == kind && (id.is_empty() || cover.id == id));
            covers.map(|cover| cover.exams).sum()
        };
        self.agreement.needs.iter().map(given).sum()
    }

    /// Tries day after day backwards, another way than the planner goes.
    fn last_safe(&self, codes: bool) -> Option<Day> {
        let by = self.day(0)?.min(self.agreement.end);
        self.search_back(by, |order| {
            let arrives = if codes {
                let lag = self
                    .small(1)
                    .and_then(|lag| self.calendar.business_day_after(order, lag));
                lag.zip(self.small(2))
                    .and_then(|(invoice, lead)| self.calendar.business_day_after(invoice, lead))
            } else {
                self.count(1).and_then(|lead| order.plus_days(lead))
            };
            arrives.is_some_and(|arrives| arrives <= by)
        })
    }

    fn search_back(&self, from: Day, fits: impl Fn(Day) -> bool) -> Option<Day> {
        let mut day = from;
        for _ in 0..3660 {
            if self.calendar.is_business_day(day) && fits(day) {
                return Some(day);
            }
            day = day.plus_days(-1)?;
        }
        None
    }

    fn fold(&self, start: i64, join: impl Fn(i64, i64) -> Option<i64>) -> Option<Value> {
        let mut result = start;
        for place in 0..self.of.len() {
            result = join(result, self.amount(place)?)?;
        }
        Some(self.like(result))
    }

    /// A whole number of the same kind as the figure's own value.
    fn like(&self, number: i64) -> Value {
        match self.figure.value {
            Value::Money { .. } => Value::Money { minor: number },
            _ => count(number),
        }
    }

    fn days(&self) -> Option<Vec<Day>> {
        (0..self.of.len()).map(|place| self.day(place)).collect()
    }

    fn day(&self, place: usize) -> Option<Day> {
        match self.of.get(place)?.value {
            Value::Day { day } => Some(day),
            _ => None,
        }
    }

    fn count(&self, place: usize) -> Option<i64> {
        match self.of.get(place)?.value {
            Value::Count { count } => Some(count),
            _ => None,
        }
    }

    fn small(&self, place: usize) -> Option<u32> {
        u32::try_from(self.count(place)?).ok()
    }

    fn amount(&self, place: usize) -> Option<i64> {
        match self.of.get(place)?.value {
            Value::Count { count } => Some(count),
            Value::Money { minor } => Some(minor),
            _ => None,
        }
    }

    fn ratio(&self, place: usize) -> Option<Ratio> {
        match self.of.get(place)?.value {
            Value::Ratio { ratio } => Some(ratio),
            _ => None,
        }
    }
}

fn day(day: Day) -> Value {
    Value::Day { day }
}

fn count(count: i64) -> Value {
    Value::Count { count }
}

fn ratio(ratio: Ratio) -> Value {
    Value::Ratio { ratio }
}
