//! Order lines for exams: how many units of what, and how long their codes can be used.

use crate::catalogue::{LicenceType, Product, ProductKind, on};
use crate::domain::Day;
use crate::domain::Ratio;
use crate::domain::order::sort;
use crate::explain::Scene;
use crate::explain::charges::Charge;
use crate::figure::{Explained, Ledger, Step, What};
use crate::plan::{Fulfilment, Limit, LimitDay, OrderLine, SiteUnits};
use crate::policy::Expiry;
use crate::rules::proration::YEAR;
use crate::rules::window::Limits;
use crate::solve::{Order, Origin};

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
            acknowledged: dates.acknowledged,
            invoice: dates.invoice,
            earliest_delivery: dates.earliest,
            latest_delivery: dates.latest,
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

    pub fn licence(product: &Product, day: Day) -> Option<LicenceType> {
        let first = product
            .licence
            .iter()
            .find(|fact| fact.from.is_none_or(|from| from <= day));
        first.map(|fact| fact.value)
    }

    pub fn part_number(&self, product: &Product) -> String {
        self.agreement
            .price(&product.id)
            .map(|price| price.part_number.clone())
            .unwrap_or_default()
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
