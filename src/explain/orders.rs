//! Order lines: when to order, what is charged, when codes come and end.

use crate::catalogue::{LicenceType, Product, ProductKind, on};
use crate::domain::order::sort;
use crate::domain::{Day, Ratio};
use crate::explain::{Scene, price_step};
use crate::figure::{Explained, Ledger, Step, What};
use crate::plan::{Fulfilment, LibraryPlan, Limit, LimitDay, OrderLine, SiteUnits};
use crate::policy::{AccessTerm, ExamBenefit, Expiry, Months, RoundAt, Term};
use crate::request::Library;
use crate::rules::delivery::{Dates, Leads};
use crate::rules::packs::Tariff;
use crate::rules::proration::{YEAR, coverage_start, factor, months_charged};
use crate::rules::supply::{LEAST_MONTHS, orderable};
use crate::rules::terms::Coverages;
use crate::rules::window::Limits;
use crate::solve::{Order, Origin};

/// What the charge of a line follows from.
struct Charge {
    covers: Coverages,
    months: Ratio,
    factor: Ratio,
    cap: Option<u32>,
    access: bool,
}

/// The figures of a line's charge.
struct ChargeFigures {
    start: Explained<Day>,
    end: Explained<Day>,
    months: Explained<Ratio>,
    factor: Explained<Ratio>,
    price: Option<Explained<i64>>,
    unit: Option<Explained<i64>>,
    total: Option<Explained<i64>>,
}

impl Scene<'_, '_> {
    /// Lines for exams: all units of one product and day.
    pub fn lines(&self, ledger: &mut Ledger) -> Option<Vec<OrderLine>> {
        let mut ids: Vec<(Day, usize, String)> = Vec::new();
        for (place, order) in self.solution.orders() {
            let product = self
                .catalogue
                .products
                .iter()
                .position(|product| product.id == order.candidate.product.id)?;
            let id = self.line_id(place);
            if !ids.iter().any(|(_, _, known)| *known == id) {
                ids.push((order.candidate.day, product, id));
            }
        }
        sort(&mut ids);
        ids.into_iter()
            .map(|(_, _, id)| self.exam_line(ledger, &id))
            .collect()
    }

    fn exam_line(&self, ledger: &mut Ledger, id: &str) -> Option<OrderLine> {
        let lots: Vec<(usize, &Order<'_>)> = self
            .solution
            .orders()
            .filter(|(place, _)| self.line_id(*place) == id)
            .collect();
        let (_, order) = *lots.first()?;
        let product = order.candidate.product;
        let day = order.candidate.day;
        let units = self.units(ledger, &lots);
        let size = self.exams_per_unit(ledger, order)?;
        let exams = ledger.count(
            What::ExamsBought,
            units.value.checked_mul(size.value)?,
            Step::Product,
            |figure| figure.of(&[units.why, size.why]),
        );
        let given = |place: &usize| {
            let origin = self
                .solution
                .origins
                .iter()
                .position(|origin| *origin == Origin::Order { place: *place });
            origin.map_or(0, |origin| self.solution.assignment.given_by(origin))
        };
        let used_exams = lots.iter().map(|(place, _)| given(place)).sum();
        let step = Step::Allotted {
            cover: "bought".to_owned(),
            id: id.to_owned(),
        };
        let used = ledger.count(What::ExamsUsed, used_exams, step, |figure| figure);
        let unused = ledger.count(
            What::ExamsUnused,
            exams.value - used_exams,
            Step::Difference,
            |figure| figure.of(&[exams.why, used.why]).rules(&["COD-5"]),
        );

        let order_day = self.order_day(ledger, order)?;
        let charge = Charge {
            covers: order.covers,
            months: order.months,
            factor: order.factor,
            cap: Some(YEAR),
            access: false,
        };
        let charge = self.charge(ledger, product, order_day, &charge, units)?;
        let (limits, usable_until) = self.limits(ledger, order, order_day, charge.end)?;
        let dates = self.delivery(ledger, product.kind, order_day, &order.candidate.dates)?;
        let site = |order: &Order<'_>| order.candidate.site.map(|site| self.site_id(site));
        Some(OrderLine {
            id: id.to_owned(),
            product: product.id.clone(),
            kind: product.kind,
            licence: Self::licence(product, day),
            part_number: self.part_number(product),
            units,
            sites: lots
                .iter()
                .map(|(_, order)| SiteUnits {
                    site: site(order),
                    units: order.units,
                })
                .collect(),
            order_day,
            exams_per_unit: Some(size),
            exams: Some(exams),
            used: Some(used),
            unused: Some(unused),
            coverage_start: charge.start,
            term_end: charge.end,
            months: charge.months,
            factor: charge.factor,
            unit_price: charge.price,
            unit_charge: charge.unit,
            charge: charge.total,
            acknowledged: dates.0,
            invoice: dates.1,
            earliest_delivery: dates.2,
            latest_delivery: dates.3,
            usable_until: Some(usable_until),
            limits,
            fulfilment: match product.kind {
                ProductKind::SitePack => Fulfilment::SitePackMail,
                ProductKind::ClassPack => Fulfilment::CodeListMail,
                ProductKind::Voucher | ProductKind::ReferenceLibrary => Fulfilment::Codes,
            },
            contact: self.agreement.contact.clone(),
        })
    }

    fn units(&self, ledger: &mut Ledger, lots: &[(usize, &Order<'_>)]) -> Explained<i64> {
        let mut parts = Vec::new();
        for (place, order) in lots {
            let cell = self
                .solution
                .cells
                .iter()
                .position(|cell| cell.part.lots.contains(place))
                .unwrap_or(0);
            let step = Step::Chosen {
                choice: u32::try_from(cell).unwrap_or(u32::MAX),
                product: order.candidate.product.id.clone(),
                day: order.candidate.day,
            };
            parts.push(ledger.count(What::Units, order.units, step, |figure| {
                figure.rules(pack_rules(order.candidate.product.kind))
            }));
        }
        match parts.as_slice() {
            [only] => *only,
            several => {
                let of: Vec<u32> = several.iter().map(|part| part.why).collect();
                let sum = several.iter().map(|part| part.value).sum();
                ledger.count(What::Units, sum, Step::Sum, |figure| figure.of(&of))
            }
        }
    }

    fn exams_per_unit(&self, ledger: &mut Ledger, order: &Order<'_>) -> Option<Explained<i64>> {
        let product = order.candidate.product;
        let fact = on(&product.exams, order.candidate.day)?;
        let whole = ledger.count(
            What::ExamsPerUnit,
            i64::from(fact.value),
            Step::Fact {
                of: product.id.clone(),
            },
            |figure| figure.rules(pack_rules(product.kind)).cites(&fact.cites),
        );
        if order.size == whole.value {
            return Some(whole);
        }
        let factor = self.factor_figure(ledger, &order.months, order.factor, order)?;
        Some(ledger.count(
            What::ExamsPerUnit,
            order.size,
            Step::FloorProduct,
            |figure| {
                figure
                    .of(&[whole.why, factor.why])
                    .rules(&["COD-2"])
                    .policy("exam-benefit")
            },
        ))
    }

    /// The factor of an order's number of exams, explained where its charge is explained too.
    fn factor_figure(
        &self,
        ledger: &mut Ledger,
        months: &Ratio,
        factor: Ratio,
        order: &Order<'_>,
    ) -> Option<Explained<Ratio>> {
        let day = self.order_day(ledger, order)?;
        let covers = &order.covers;
        let (start, end) = self.coverage(ledger, order.candidate.product, day, *covers)?;
        let months = self.months(ledger, start, end, *months, Some(YEAR));
        Some(
            ledger.ratio(What::Factor, factor, Step::PartOfTwelve, |figure| {
                figure.of(&[months.why])
            }),
        )
    }

    /// The order day, and why not later: delivery, and what can still be ordered.
    fn order_day(&self, ledger: &mut Ledger, order: &Order<'_>) -> Option<Explained<Day>> {
        let product = order.candidate.product;
        let day = order.candidate.day;
        // The first sitting that its codes reach: the day was chosen for that one.
        let served = order
            .candidate
            .fits
            .iter()
            .filter_map(|place| self.solution.needs.get(*place));
        let reached = served
            .map(|need| need.key.sitting)
            .filter(|sitting| *sitting >= order.candidate.dates.latest);
        let first = reached.min()?;
        let by = self.sitting_figure(ledger, first);
        let leads = Leads {
            facts: &self.catalogue.delivery,
            invoice_lag: u32::from(self.agreement.policies.invoice_lag),
        };
        let safe = leads.last_safe_day(
            first.min(self.agreement.span.last()),
            product.kind,
            &self.agreement.calendar,
            day,
        )?;
        let (lag, lead) = self.lead_figures(ledger, product.kind, day)?;
        let codes = product.kind != ProductKind::SitePack;
        let rules: &[&'static str] = if codes { &["COD-7"] } else { &["COD-10"] };
        let of: Vec<u32> = [by.why]
            .into_iter()
            .chain(lag.map(|lag| lag.why))
            .chain([lead.why])
            .collect();
        let safe = ledger.day(
            What::LastSafeOrderDay,
            safe,
            Step::LastSafe { codes },
            |figure| figure.of(&of).rules(rules),
        );
        if safe.value == day {
            return Some(Explained {
                value: day,
                why: safe.why,
            });
        }
        if let Some(end) = product
            .sale_ends
            .as_ref()
            .filter(|end| end.value < safe.value)
        {
            let step = Step::Fact {
                of: product.id.clone(),
            };
            let ends = ledger.day(What::SaleEnd, end.value, step, |figure| {
                figure.cites(&end.cites)
            });
            return Some(ledger.day(
                What::LastOrderableDay,
                day,
                Step::ByPolicy { choice: "sale-end" },
                |figure| figure.of(&[safe.why, ends.why]),
            ));
        }
        let end = self.end(ledger);
        let policies = &self.agreement.policies;
        let step = Step::LastCharged {
            coverage: policies.coverage,
            months: policies.months,
        };
        Some(ledger.day(What::LastOrderableDay, day, step, |figure| {
            figure
                .of(&[safe.why, end.why])
                .rules(&["COD-2"])
                .policy("months")
        }))
    }

    fn sitting_figure(&self, ledger: &mut Ledger, day: Day) -> Explained<Day> {
        let groups = self
            .agreement
            .groups
            .iter()
            .zip(&self.solution.demand.groups);
        let mut sittings = groups
            .flat_map(|(_, targets)| targets)
            .flat_map(|target| &target.sittings);
        let given = sittings.find(|sitting| sitting.day == day && sitting.given);
        let step = match given {
            Some(sitting) => Step::Input {
                path: sitting.path.clone(),
                default: false,
            },
            None => Step::Input {
                path: format!("{}.groups", self.agreement.path),
                default: true,
            },
        };
        ledger.day(What::Sitting, day, step, |figure| figure)
    }

    /// The lag to the invoice, for codes, and the latest lead from there on.
    fn lead_figures(
        &self,
        ledger: &mut Ledger,
        kind: ProductKind,
        day: Day,
    ) -> Option<(Option<Explained<i64>>, Explained<i64>)> {
        let delivery = &self.catalogue.delivery;
        if kind == ProductKind::SitePack {
            let fact = Leads::fact(&delivery.site_pack_days, day)?;
            let step = Step::Fact {
                of: "delivery".to_owned(),
            };
            let lead = ledger.count(What::LeadDays, i64::from(fact.value), step, |figure| {
                figure.rules(&["COD-10"]).cites(&fact.cites)
            });
            return Some((None, lead));
        }
        let lag = self.lag(ledger);
        let fact = Leads::fact(&delivery.codes_latest_business_days, day)?;
        let step = Step::Fact {
            of: "delivery".to_owned(),
        };
        let lead = ledger.count(What::LeadDays, i64::from(fact.value), step, |figure| {
            figure.rules(&["COD-7"]).cites(&fact.cites)
        });
        Some((Some(lag), lead))
    }

    fn lag(&self, ledger: &mut Ledger) -> Explained<i64> {
        let lag = i64::from(self.agreement.policies.invoice_lag);
        let path = format!("{}.policies.invoiceLag", self.agreement.path);
        ledger.count(
            What::InvoiceLag,
            lag,
            Step::Input {
                path,
                default: lag == 0,
            },
            |figure| figure,
        )
    }

    /// When coverage starts and ends.
    fn coverage(
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
            last_day: crate::policy::LastDay::DayBefore,
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
        let shared = self.agreement.policies.term_scope == crate::policy::TermScope::Agreement;
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

    fn months(
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

    fn charge(
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
        let mut tiers = vec![(1, price.minor.value)];
        tiers.extend(
            price
                .breaks
                .iter()
                .map(|(from, price)| (*from, price.value)),
        );
        let tariff = Tariff {
            tiers,
            factor: charge.factor,
            round_at: policies.round_at,
            rounding,
        };
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

    /// The days that end a line's codes, and the one that binds.
    fn limits(
        &self,
        ledger: &mut Ledger,
        order: &Order<'_>,
        order_day: Explained<Day>,
        term_end: Explained<Day>,
    ) -> Option<(Vec<LimitDay>, Explained<Day>)> {
        let policies = &self.agreement.policies;
        let fact = on(&order.candidate.product.valid_months, order.candidate.day)?;
        let step = Step::Fact {
            of: order.candidate.product.id.clone(),
        };
        let months = ledger.count(What::ValidMonths, i64::from(fact.value), step, |figure| {
            figure.rules(&["PRD-9"]).cites(&fact.cites)
        });
        let step = Step::MonthsEnd {
            last_day: policies.last_day,
        };
        let purchase = ledger.day(
            What::PurchaseExpiry,
            order.limits.purchase,
            step,
            |figure| {
                figure
                    .of(&[order_day.why, months.why])
                    .rules(&["PRD-9"])
                    .policy("last-day")
            },
        );
        let agreement = self.end(ledger);
        let days = [
            (Limit::Purchase, purchase),
            (Limit::Term, term_end),
            (Limit::Agreement, agreement),
        ];
        let compared = Limits::compared(policies.expiry);
        let of: Vec<u32> = days
            .iter()
            .filter(|(limit, _)| compared.contains(limit))
            .map(|(_, day)| day.why)
            .collect();
        let until = order.window.last();
        let rules: &[&'static str] = match policies.expiry {
            Expiry::Earliest => &["COD-6", "PRD-9"],
            Expiry::AgreementEnd => &["COD-6"],
            Expiry::TwelveMonths => &["PRD-9"],
        };
        let usable = ledger.day(What::UsableUntil, until, Step::Earliest, |figure| {
            figure.of(&of).rules(rules).policy("expiry")
        });
        let binding = crate::solve::binding(&order.limits, compared, until);
        let days = days.into_iter().map(|(limit, day)| LimitDay {
            limit,
            day,
            binding: binding == Some(limit),
        });
        Some((days.collect(), usable))
    }

    /// Acknowledgement, invoice, earliest and latest delivery.
    #[allow(
        clippy::type_complexity,
        reason = "four days in their order, taken apart at once"
    )]
    fn delivery(
        &self,
        ledger: &mut Ledger,
        kind: ProductKind,
        order_day: Explained<Day>,
        dates: &Dates,
    ) -> Option<(
        Explained<Day>,
        Explained<Day>,
        Explained<Day>,
        Explained<Day>,
    )> {
        let delivery = &self.catalogue.delivery;
        let day = order_day.value;
        let lead = |ledger: &mut Ledger, facts, rule| {
            let fact = Leads::fact(facts, day)?;
            let step = Step::Fact {
                of: "delivery".to_owned(),
            };
            Some(
                ledger.count(What::LeadDays, i64::from(fact.value), step, |figure| {
                    figure.rules(&[rule]).cites(&fact.cites)
                }),
            )
        };
        let days = lead(ledger, &delivery.acknowledged_days, "COD-7")?;
        let acknowledged = ledger.day(
            What::Acknowledged,
            dates.acknowledged,
            Step::PlusDays,
            |figure| figure.of(&[order_day.why, days.why]).rules(&["COD-7"]),
        );
        let lag = self.lag(ledger);
        let invoice = ledger.day(
            What::InvoiceDay,
            dates.invoice,
            Step::PlusBusinessDays,
            |figure| figure.of(&[order_day.why, lag.why]),
        );
        if kind == ProductKind::SitePack {
            let days = lead(ledger, &delivery.site_pack_days, "COD-10")?;
            let latest = ledger.day(
                What::LatestDelivery,
                dates.latest,
                Step::PlusDays,
                |figure| figure.of(&[order_day.why, days.why]).rules(&["COD-10"]),
            );
            let earliest = ledger.day(
                What::EarliestDelivery,
                dates.earliest,
                Step::Earliest,
                |figure| figure.of(&[order_day.why]),
            );
            return Some((acknowledged, invoice, earliest, latest));
        }
        let early = lead(ledger, &delivery.codes_earliest_business_days, "COD-7")?;
        let late = lead(ledger, &delivery.codes_latest_business_days, "COD-7")?;
        let arrives = |ledger: &mut Ledger, what, day, days: Explained<i64>| {
            ledger.day(what, day, Step::PlusBusinessDays, |figure| {
                figure.of(&[invoice.why, days.why]).rules(&["COD-7"])
            })
        };
        let earliest = arrives(ledger, What::EarliestDelivery, dates.earliest, early);
        let latest = arrives(ledger, What::LatestDelivery, dates.latest, late);
        Some((acknowledged, invoice, earliest, latest))
    }

    fn licence(product: &Product, day: Day) -> Option<LicenceType> {
        let first = product
            .licence
            .iter()
            .find(|fact| fact.from.is_none_or(|from| from <= day));
        first.map(|fact| fact.value)
    }

    fn part_number(&self, product: &Product) -> String {
        self.agreement
            .price(&product.id)
            .map(|price| price.part_number.clone())
            .unwrap_or_default()
    }

    /// Libraries of reference books: a licence for each user, charged to the end of the agreement (PRD-1).
    pub fn libraries(
        &self,
        ledger: &mut Ledger,
        lines: &mut Vec<OrderLine>,
    ) -> Option<Vec<LibraryPlan>> {
        let Some(product) = self
            .catalogue
            .products
            .iter()
            .find(|product| product.kind == ProductKind::ReferenceLibrary)
        else {
            return Some(Vec::new());
        };
        let mut by_day: Vec<(Day, Vec<&Library>)> = Vec::new();
        for library in &self.agreement.libraries {
            let Some(day) = self.library_day(product, library) else {
                continue;
            };
            match by_day.iter_mut().find(|(known, _)| *known == day) {
                Some((_, list)) => list.push(library),
                None => by_day.push((day, vec![library])),
            }
        }
        let mut plans = Vec::new();
        for (day, libraries) in by_day {
            self.library_line(ledger, product, day, &libraries, lines, &mut plans)?;
        }
        Some(plans)
    }

    /// The order day for a library: the last safe one, or the first possible where that has passed.
    pub fn library_day(&self, product: &Product, library: &Library) -> Option<Day> {
        let earliest = self.today.max(self.agreement.span.first());
        if orderable(
            self.catalogue,
            &self.agreement.programme.id,
            product,
            earliest,
        )
        .is_err()
        {
            return None;
        }
        if self.agreement.priced() && self.agreement.price(&product.id).is_none() {
            return None;
        }
        let calendar = &self.agreement.calendar;
        let leads = Leads {
            facts: &self.catalogue.delivery,
            invoice_lag: u32::from(self.agreement.policies.invoice_lag),
        };
        let by = library.from.value.min(self.agreement.span.last());
        let safe = leads.last_safe_day(by, product.kind, calendar, earliest);
        let safe = self.agreement.order_on.or(safe);
        let day = safe.or_else(|| calendar.business_day_after(earliest.plus_days(-1)?, 1))?;
        let covers = self.library_covers(product, day)?;
        months_charged(
            covers.start,
            covers.end,
            self.agreement.policies.months,
            LEAST_MONTHS,
            None,
        )
        .filter(|months| months.is_positive())
        .map(|_| day)
    }

    fn library_covers(&self, product: &Product, day: Day) -> Option<Coverages> {
        match self.agreement.policies.access_term {
            AccessTerm::Agreement => {
                let start = coverage_start(day, self.agreement.policies.coverage)?;
                Some(Coverages {
                    start,
                    end: self.agreement.span.last(),
                    opened: day,
                })
            }
            AccessTerm::Term => self.solution.terms.covers(day, &product.id),
        }
    }

    fn library_line(
        &self,
        ledger: &mut Ledger,
        product: &Product,
        day: Day,
        libraries: &[&Library],
        lines: &mut Vec<OrderLine>,
        plans: &mut Vec<LibraryPlan>,
    ) -> Option<()> {
        let covers = self.library_covers(product, day)?;
        let cap = (self.agreement.policies.access_term == AccessTerm::Term).then_some(YEAR);
        let months = months_charged(
            covers.start,
            covers.end,
            self.agreement.policies.months,
            LEAST_MONTHS,
            cap,
        )?;
        let leads = Leads {
            facts: &self.catalogue.delivery,
            invoice_lag: u32::from(self.agreement.policies.invoice_lag),
        };
        let dates = leads.dates(day, product.kind, &self.agreement.calendar)?;
        let mut parts = Vec::new();
        for library in libraries {
            let step = Step::Input {
                path: library.users.path.clone(),
                default: false,
            };
            let users = ledger.count(What::Users, library.users.value, step, |figure| figure);
            parts.push(
                ledger.count(What::Licences, library.users.value, Step::Sum, |figure| {
                    figure.of(&[users.why]).rules(&["PRD-1"])
                }),
            );
        }
        let of: Vec<u32> = parts.iter().map(|part| part.why).collect();
        let sum = parts.iter().map(|part| part.value).sum();
        let units = ledger.count(What::Units, sum, Step::Sum, |figure| {
            figure.of(&of).rules(&["PRD-1"])
        });
        let order_day = self.library_order_day(ledger, day, libraries.first()?, &leads, product)?;
        let charge = Charge {
            covers,
            months,
            factor: factor(months)?,
            cap,
            access: true,
        };
        let charge = self.charge(ledger, product, order_day, &charge, units)?;
        let delivered = self.delivery(ledger, product.kind, order_day, &dates)?;
        let id = format!("{}@{day}", product.id);
        for (library, licences) in libraries.iter().zip(parts) {
            let wanted = if library.from.default {
                self.today(ledger)
            } else {
                let step = Step::Input {
                    path: library.from.path.clone(),
                    default: false,
                };
                ledger.day(What::AccessFrom, library.from.value, step, |figure| figure)
            };
            let from = delivered.3.value.max(wanted.value);
            let from = ledger.day(What::AccessFrom, from, Step::Latest, |figure| {
                figure.of(&[delivered.3.why, wanted.why])
            });
            let until = ledger.day(What::AccessUntil, covers.end, Step::Earliest, |figure| {
                figure
                    .of(&[charge.end.why])
                    .rules(&["PRD-1"])
                    .policy("access-term")
            });
            let days = (from.value.days_until(until.value) + 1).max(0);
            let days = ledger.count(What::AccessDays, days, Step::DaysInside, |figure| {
                figure.of(&[from.why, until.why])
            });
            plans.push(LibraryPlan {
                name: library.name.clone(),
                licences,
                from,
                until,
                days,
                line: id.clone(),
            });
        }
        lines.push(OrderLine {
            id,
            product: product.id.clone(),
            kind: product.kind,
            licence: Self::licence(product, day),
            part_number: self.part_number(product),
            units,
            sites: vec![SiteUnits {
                site: None,
                units: units.value,
            }],
            order_day,
            exams_per_unit: None,
            exams: None,
            used: None,
            unused: None,
            coverage_start: charge.start,
            term_end: charge.end,
            months: charge.months,
            factor: charge.factor,
            unit_price: charge.price,
            unit_charge: charge.unit,
            charge: charge.total,
            acknowledged: delivered.0,
            invoice: delivered.1,
            earliest_delivery: delivered.2,
            latest_delivery: delivered.3,
            usable_until: None,
            limits: Vec::new(),
            fulfilment: Fulfilment::Codes,
            contact: self.agreement.contact.clone(),
        });
        Some(())
    }

    fn library_order_day(
        &self,
        ledger: &mut Ledger,
        day: Day,
        library: &Library,
        leads: &Leads<'_>,
        product: &Product,
    ) -> Option<Explained<Day>> {
        let earliest = self.today.max(self.agreement.span.first());
        let by = library.from.value.min(self.agreement.span.last());
        if leads.last_safe_day(by, product.kind, &self.agreement.calendar, earliest) == Some(day) {
            let wanted = if library.from.default {
                self.today(ledger)
            } else {
                let step = Step::Input {
                    path: library.from.path.clone(),
                    default: false,
                };
                ledger.day(What::AccessFrom, library.from.value, step, |figure| figure)
            };
            let (lag, lead) = self.lead_figures(ledger, product.kind, day)?;
            let of: Vec<u32> = [wanted.why]
                .into_iter()
                .chain(lag.map(|lag| lag.why))
                .chain([lead.why])
                .collect();
            return Some(ledger.day(
                What::LastSafeOrderDay,
                day,
                Step::LastSafe { codes: true },
                |figure| figure.of(&of).rules(&["COD-7"]),
            ));
        }
        let (today, start) = (self.today(ledger), self.start(ledger));
        let first = ledger.day(What::OrderDay, earliest, Step::Latest, |figure| {
            figure.of(&[today.why, start.why])
        });
        Some(
            ledger.day(What::OrderDay, day, Step::FirstBusinessDay, |figure| {
                figure.of(&[first.why])
            }),
        )
    }
}

/// The rules that say what a product's units hold.
fn pack_rules(kind: ProductKind) -> &'static [&'static str] {
    match kind {
        ProductKind::SitePack => &["PRD-6", "PRD-7"],
        ProductKind::ClassPack => &["PRD-8"],
        ProductKind::Voucher => &["PRD-2"],
        ProductKind::ReferenceLibrary => &["PRD-1"],
    }
}
