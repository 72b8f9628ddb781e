//! Order lines for libraries of reference books: a licence for each user, and the time in which they can read (PRD-1).

use crate::catalogue::Product;
use crate::domain::Day;
use crate::explain::Scene;
use crate::explain::charges::Charge;
use crate::figure::{Explained, Ledger, Step, What};
use crate::plan::{Fulfilment, LibraryPlan, OrderLine, SiteUnits};
use crate::policy::AccessTerm;
use crate::request::Library;
use crate::rules::proration::{YEAR, coverage_start, factor, months_charged};
use crate::rules::supply::{LEAST_MONTHS, orderable};
use crate::rules::terms::Coverages;

impl Scene<'_, '_> {
    /// Libraries of reference books: a licence for each user, charged to the end of the agreement (PRD-1).
    pub fn libraries(
        &self,
        ledger: &mut Ledger,
        lines: &mut Vec<OrderLine>,
    ) -> Option<Vec<LibraryPlan>> {
        let Some(product) = self.catalogue.reference_library() else {
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
        let leads = self.leads();
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
        let leads = self.leads();
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
        let order_day = self.library_order_day(ledger, day, libraries.first()?, product)?;
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
            let wanted = self.access_wanted(ledger, library);
            let from = delivered.latest.value.max(wanted.value);
            let from = ledger.day(What::AccessFrom, from, Step::Latest, |figure| {
                figure.of(&[delivered.latest.why, wanted.why])
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
            acknowledged: delivered.acknowledged,
            invoice: delivered.invoice,
            earliest_delivery: delivered.earliest,
            latest_delivery: delivered.latest,
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
        product: &Product,
    ) -> Option<Explained<Day>> {
        let earliest = self.today.max(self.agreement.span.first());
        let by = library.from.value.min(self.agreement.span.last());
        if self
            .leads()
            .last_safe_day(by, product.kind, &self.agreement.calendar, earliest)
            == Some(day)
        {
            let wanted = self.access_wanted(ledger, library);
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

    /// The day from which a library is wanted: today, where nobody said.
    fn access_wanted(&self, ledger: &mut Ledger, library: &Library) -> Explained<Day> {
        if library.from.default {
            return self.today(ledger);
        }
        let step = Step::Input {
            path: library.from.path.clone(),
            default: false,
        };
        ledger.day(What::AccessFrom, library.from.value, step, |figure| figure)
    }
}
