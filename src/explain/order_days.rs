//! When an order is placed and why not later, and when what it brings arrives.

use crate::catalogue::ProductKind;
use crate::domain::Day;
use crate::explain::Scene;
use crate::figure::{Explained, Ledger, Step, What};
use crate::rules::delivery::{Dates, Leads};
use crate::solve::Order;

/// What is known of an order once it is placed.
pub struct Delivery {
    pub acknowledged: Explained<Day>,
    pub invoice: Explained<Day>,
    pub earliest: Explained<Day>,
    pub latest: Explained<Day>,
}

impl<'c> Scene<'_, 'c> {
    /// How long an order takes under this agreement.
    pub fn leads(&self) -> Leads<'c> {
        Leads {
            facts: &self.catalogue.delivery,
            invoice_lag: u32::from(self.agreement.policies.invoice_lag),
        }
    }

    /// The order day, and why not later: delivery, and what can still be ordered.
    pub fn order_day(&self, ledger: &mut Ledger, order: &Order<'_>) -> Option<Explained<Day>> {
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
        let leads = self.leads();
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
    pub fn lead_figures(
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

    pub fn lag(&self, ledger: &mut Ledger) -> Explained<i64> {
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

    /// Acknowledgement, invoice, earliest and latest delivery.
    pub fn delivery(
        &self,
        ledger: &mut Ledger,
        kind: ProductKind,
        order_day: Explained<Day>,
        dates: &Dates,
    ) -> Option<Delivery> {
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
            return Some(Delivery {
                acknowledged,
                invoice,
                earliest,
                latest,
            });
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
        Some(Delivery {
            acknowledged,
            invoice,
            earliest,
            latest,
        })
    }
}
