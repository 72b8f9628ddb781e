//! What a line costs: the time it covers, the months charged, the factor, the price and the rounding.

use crate::catalogue::Product;
use crate::domain::{Day, Ratio};
use crate::explain::{Scene, price_step};
use crate::figure::{Explained, Ledger, Step, What};
use crate::policy::{AccessTerm, ExamBenefit, LastDay, Months, RoundAt, Term, TermScope};
use crate::rules::packs::Tariff;
use crate::rules::proration::{YEAR, coverage_start};
use crate::rules::supply::LEAST_MONTHS;
use crate::rules::terms::Coverages;

/// What the charge of a line follows from.
pub struct Charge {
    pub covers: Coverages,
    pub months: Ratio,
    pub factor: Ratio,
    pub cap: Option<u32>,
    pub access: bool,
}

/// The figures of a line's charge.
pub struct ChargeFigures {
    pub start: Explained<Day>,
    pub end: Explained<Day>,
    pub months: Explained<Ratio>,
    pub factor: Explained<Ratio>,
    pub price: Option<Explained<i64>>,
    pub unit: Option<Explained<i64>>,
    pub total: Option<Explained<i64>>,
}

impl Scene<'_, '_> {
    pub fn charge(
        &self,
        ledger: &mut Ledger,
        product: &Product,
        order_day: Explained<Day>,
        charge: &Charge,
        units: Explained<i64>,
    ) -> Option<ChargeFigures> {
        let policies = &self.agreement.policies;
        let (start, end) = if charge.access && policies.access_term == AccessTerm::Agreement {
            let step = Step::CoverageStart {
                coverage: policies.coverage,
            };
            let start = ledger.day(What::CoverageStart, charge.covers.start, step, |figure| {
                figure.of(&[order_day.why]).policy("coverage")
            });
            let end = self.end(ledger);
            (
                start,
                ledger.day(What::TermEnd, charge.covers.end, Step::Earliest, |figure| {
                    figure
                        .of(&[end.why])
                        .rules(&["PRD-1"])
                        .policy("access-term")
                }),
            )
        } else {
            self.coverage(ledger, product, order_day, charge.covers)?
        };
        let months = self.months(ledger, start, end, charge.months, charge.cap);
        let whole = !charge.access && policies.exam_benefit == ExamBenefit::None;
        let factor = if whole {
            ledger.ratio(What::Factor, Ratio::ONE, Step::Whole, |figure| {
                figure.policy("exam-benefit")
            })
        } else {
            ledger.ratio(What::Factor, charge.factor, Step::PartOfTwelve, |figure| {
                figure.of(&[months.why]).rules(&["COD-2"])
            })
        };
        let Some(price) = self.agreement.price(&product.id) else {
            return Some(ChargeFigures {
                start,
                end,
                months,
                factor,
                price: None,
                unit: None,
                total: None,
            });
        };
        let given = price.of(units.value);
        let step = price_step(given, price.book);
        let minor = ledger.money(What::UnitPrice, given.value, step, |figure| {
            if price.breaks.is_empty() {
                figure.rules(&["PRG-8"])
            } else {
                figure.rules(&["PRG-9"])
            }
        });
        let rounding = policies.rounding;
        let tariff = Tariff::of(price, charge.factor, policies);
        let total = tariff.charge(units.value)?;
        let (unit, total) = match policies.round_at {
            RoundAt::Unit => {
                let exact = Ratio::whole(given.value).times(charge.factor)?;
                let unit = ledger.money(
                    What::UnitCharge,
                    rounding.round(exact),
                    Step::RoundedProduct { rounding },
                    |figure| {
                        figure
                            .of(&[minor.why, factor.why])
                            .rules(&["COD-2"])
                            .policy("round-at")
                    },
                );
                let total = ledger.money(What::LineCharge, total, Step::Product, |figure| {
                    figure.of(&[unit.why, units.why])
                });
                (Some(unit), total)
            }
            RoundAt::Line => {
                let total = ledger.money(
                    What::LineCharge,
                    total,
                    Step::RoundedLine { rounding },
                    |figure| {
                        figure
                            .of(&[minor.why, factor.why, units.why])
                            .rules(&["COD-2"])
                            .policy("round-at")
                    },
                );
                (None, total)
            }
        };
        Some(ChargeFigures {
            start,
            end,
            months,
            factor,
            price: Some(minor),
            unit,
            total: Some(total),
        })
    }

    /// When coverage starts and ends.
    pub fn coverage(
        &self,
        ledger: &mut Ledger,
        product: &Product,
        order_day: Explained<Day>,
        covers: Coverages,
    ) -> Option<(Explained<Day>, Explained<Day>)> {
        let policies = &self.agreement.policies;
        let coverage = policies.coverage;
        let starts = |ledger: &mut Ledger, day: Explained<Day>, start: Day| {
            ledger.day(
                What::CoverageStart,
                start,
                Step::CoverageStart { coverage },
                |figure| figure.of(&[day.why]).policy("coverage"),
            )
        };
        let start = starts(ledger, order_day, covers.start);
        let end = self.end(ledger);
        if policies.term == Term::AgreementEnd {
            return Some((
                start,
                ledger.day(What::TermEnd, covers.end, Step::Earliest, |figure| {
                    figure.of(&[end.why]).rules(&["COD-3"]).policy("term")
                }),
            ));
        }
        // A joined term runs from the coverage of the order that opened it.
        let from = if covers.opened == order_day.value {
            start
        } else {
            let opener = self.opener(ledger, product, covers.opened)?;
            let opened = coverage_start(covers.opened, coverage)?;
            starts(ledger, opener, opened)
        };
        let year = ledger.count(
            What::ValidMonths,
            i64::from(YEAR),
            Step::ByPolicy {
                choice: policies.term.id(),
            },
            |figure| figure.rules(&["COD-3"]).policy("term"),
        );
        let own = from.value.plus_months(YEAR)?.plus_days(-1)?;
        let step = Step::MonthsEnd {
            last_day: LastDay::DayBefore,
        };
        let own = ledger.day(What::TwelveMonthsEnd, own, step, |figure| {
            figure.of(&[from.why, year.why])
        });
        let end = ledger.day(What::TermEnd, covers.end, Step::Earliest, |figure| {
            figure
                .of(&[own.why, end.why])
                .rules(&["COD-3", "COD-4"])
                .policy("term")
        });
        Some((start, end))
    }

    /// The order day that opened a term which another order joins.
    fn opener(
        &self,
        ledger: &mut Ledger,
        product: &Product,
        opened: Day,
    ) -> Option<Explained<Day>> {
        let shared = self.agreement.policies.term_scope == TermScope::Agreement;
        let fits = |other: &Product| shared || other.id == product.id;
        let placed = self
            .agreement
            .orders
            .iter()
            .find(|order| order.day == opened && fits(order.product));
        if let Some(placed) = placed {
            let step = Step::Input {
                path: format!("{}.day", placed.path),
                default: false,
            };
            return Some(ledger.day(What::OrderDay, opened, step, |figure| figure));
        }
        let planned = self
            .solution
            .orders()
            .find(|(_, order)| order.candidate.day == opened && fits(order.candidate.product));
        let (_, order) = planned?;
        self.order_day(ledger, order)
    }

    pub fn months(
        &self,
        ledger: &mut Ledger,
        start: Explained<Day>,
        end: Explained<Day>,
        months: Ratio,
        cap: Option<u32>,
    ) -> Explained<Ratio> {
        let policy = self.agreement.policies.months;
        let least = (policy == Months::FullMin6).then(|| {
            let step = Step::ByPolicy {
                choice: policy.id(),
            };
            ledger.count(What::LeastMonths, i64::from(LEAST_MONTHS), step, |figure| {
                figure.policy("months")
            })
        });
        ledger.ratio(
            What::MonthsCharged,
            months,
            Step::MonthsBetween {
                months: policy,
                cap,
            },
            |figure| {
                let of: Vec<u32> = [start.why, end.why]
                    .into_iter()
                    .chain(least.map(|least| least.why))
                    .collect();
                figure.of(&of).rules(&["COD-2", "COD-3"]).policy("months")
            },
        )
    }
}
