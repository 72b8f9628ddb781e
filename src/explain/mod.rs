//! From the cheapest orders to a plan in which every figure says why.

mod basis;
mod benefits;
mod budget;
mod charges;
mod conflicts;
mod libraries;
mod notes;
mod order_days;
mod orders;
mod packs;
mod people;
mod repairs;
mod timeline;

use crate::catalogue::{Catalogue, on};
use crate::domain::Day;
use crate::domain::order::sort_by_key;
use crate::figure::{Explained, Ledger, Step, What};
use crate::finding::Finding;
use crate::plan::{
    AgreementPlan, FreeVouchersPlan, MembershipPlan, OrderLine, PolicyUse, SiteUnits, StockUse,
    Summary, TermPlan,
};
use crate::policy::Policies;
use crate::prices::PriceBook;
use crate::request::{Agreement, Given};
use crate::rules::entitlements::membership;
use crate::rules::packs::Memory;
use crate::rules::window::months_from_purchase;
use crate::solve::{Effort, Origin, Solution, solve};

/// What the parts of an agreement's plan are explained from.
struct Scene<'a, 'c> {
    catalogue: &'c Catalogue,
    agreement: &'a Agreement<'c>,
    today: Day,
    solution: &'a Solution<'c>,
    memory: &'a Memory,
    effort: Effort,
}

/// Plans one agreement. `None` where a date leaves the calendar or an amount the range of exact numbers.
#[must_use]
pub fn agreement<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    effort: Effort,
    ledger: &mut Ledger,
    findings: &mut Vec<Finding>,
) -> Option<AgreementPlan> {
    let mut own = Vec::new();
    let memory = Memory::default();
    let solution = solve(catalogue, agreement, today, &memory, effort, &mut own)?;
    let scene = Scene {
        catalogue,
        agreement,
        today,
        solution: &solution,
        memory: &memory,
        effort,
    };
    let mut groups = scene.groups(ledger);
    let mut lines = scene.lines(ledger)?;
    let libraries = scene.libraries(ledger, &mut lines)?;
    sort_by_key(&mut lines, |line| line.order_day.value);
    let needs = scene.needs(ledger);
    scene.order_days(ledger, &mut groups, &lines, &needs);
    let families = scene.outlooks(ledger, &needs);
    let choices = scene.choices(ledger);
    let summary = scene.summary(ledger, &lines, &needs);
    let free_vouchers = scene.free_vouchers(ledger);
    let stock = scene.stock();
    let budget = scene.budget(ledger, &lines);
    let saving = scene.saving(ledger, &needs, &lines);
    let training = scene.training(ledger);
    let discounts = scene.discounts(ledger)?;
    scene.notes(&lines, &needs, saving.as_ref(), &libraries, &mut own);
    scene.benefit_notes(training.as_ref(), &mut own);
    let assumptions = scene.assumptions(&lines, &own);
    let conflicts = scene.conflicts(&lines, &own, &assumptions);
    findings.append(&mut own);
    let terms = scene.terms();
    let timeline = scene.timeline(&lines, &groups, &terms, &libraries);
    Some(AgreementPlan {
        id: agreement.id.clone(),
        name: agreement.name.clone(),
        programme: agreement.programme.id.clone(),
        start: agreement.span.first(),
        end: agreement.span.last(),
        currency: agreement.currency.map(|currency| currency.code()),
        places: agreement.currency.map_or(2, |currency| currency.places()),
        proof: solution.proof,
        months_left: scene.months_left(ledger)?,
        summary,
        lines,
        groups,
        needs,
        families,
        choices,
        free_vouchers,
        membership: scene.membership(ledger),
        stock,
        libraries,
        training,
        discounts,
        budget,
        terms,
        timeline,
        left_out: scene.left_out(),
        policies: scene.policies(),
        assumptions,
        conflicts,
        saving,
    })
}

/// The order lines of access products: they take no part in the search. `None` as for [`agreement`].
#[must_use]
pub fn access_lines<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    solution: &Solution<'c>,
) -> Option<Vec<OrderLine>> {
    let mut lines = Vec::new();
    if !agreement.libraries.is_empty() {
        let memory = Memory::default();
        let scene = Scene {
            catalogue,
            agreement,
            today,
            solution,
            memory: &memory,
            effort: Effort::plan(None),
        };
        scene.libraries(&mut Ledger::default(), &mut lines)?;
    }
    Some(lines)
}

/// Where a price stands: in the scenario, or in a price book.
fn price_step(given: &Given<i64>, book: Option<&PriceBook>) -> Step {
    let path = given.path.clone();
    match book {
        None => Step::Input {
            path,
            default: false,
        },
        Some(book) => Step::PriceBook {
            name: book.name.clone(),
            date: book.date,
            path,
        },
    }
}

impl Scene<'_, '_> {
    fn policies(&self) -> Vec<PolicyUse> {
        let defaults = Policies::default().choices();
        let chosen = self.agreement.policies.choices().into_iter();
        chosen
            .map(|choice| PolicyUse {
                choice,
                default: defaults.contains(&choice),
            })
            .collect()
    }

    fn today(&self, ledger: &mut Ledger) -> Explained<Day> {
        let step = Step::Input {
            path: "today".to_owned(),
            default: false,
        };
        ledger.day(What::Today, self.today, step, |figure| figure)
    }

    fn start(&self, ledger: &mut Ledger) -> Explained<Day> {
        let step = Step::Input {
            path: format!("{}.start", self.agreement.path),
            default: false,
        };
        ledger.day(
            What::AgreementStart,
            self.agreement.span.first(),
            step,
            |figure| figure,
        )
    }

    fn end(&self, ledger: &mut Ledger) -> Explained<Day> {
        let step = Step::Input {
            path: format!("{}.end", self.agreement.path),
            default: false,
        };
        ledger.day(
            What::AgreementEnd,
            self.agreement.span.last(),
            step,
            |figure| figure,
        )
    }

    fn site_id(&self, place: usize) -> String {
        self.agreement
            .sites
            .get(place)
            .map(|site| site.id.clone())
            .unwrap_or_default()
    }

    fn summary(
        &self,
        ledger: &mut Ledger,
        lines: &[crate::plan::OrderLine],
        needs: &[crate::plan::NeedLine],
    ) -> Summary {
        let whys = |figures: Vec<Option<u32>>| figures.into_iter().flatten().collect::<Vec<_>>();
        let needed = needs.iter().map(|need| need.need.value).sum();
        let of = needs.iter().map(|need| need.need.why).collect::<Vec<_>>();
        let exams_needed = ledger.count(What::Need, needed, Step::Sum, |figure| {
            figure.of(&of).rules(&["PLN-1"])
        });

        let mut less = vec![exams_needed.why];
        let mut to_buy = needed;
        for (kind, what) in [
            ("free", What::FreeUsed),
            ("stock", What::StockUsed),
            ("none", What::ExamsUncovered),
        ] {
            let exams = self.given(kind);
            if exams > 0 {
                let step = Step::Allotted {
                    cover: kind.to_owned(),
                    id: String::new(),
                };
                let rules: &[&'static str] = if kind == "free" { &["PRD-4"] } else { &[] };
                less.push(
                    ledger
                        .count(what, exams, step, |figure| figure.rules(rules))
                        .why,
                );
                to_buy -= exams;
            }
        }
        let exams_to_buy = ledger.count(What::ExamsToBuy, to_buy, Step::Difference, |figure| {
            figure.of(&less)
        });

        let exams = whys(
            lines
                .iter()
                .map(|line| line.exams.map(|exams| exams.why))
                .collect(),
        );
        let bought = lines
            .iter()
            .filter_map(|line| line.exams)
            .map(|exams| exams.value)
            .sum();
        let exams_bought = ledger.count(What::ExamsBought, bought, Step::Sum, |figure| {
            figure.of(&exams)
        });
        let expected_unused = people::unused_in_all(ledger, &needs.iter().collect::<Vec<_>>());
        let unused = whys(
            lines
                .iter()
                .map(|line| line.unused.map(|unused| unused.why))
                .collect(),
        );
        let left = lines
            .iter()
            .filter_map(|line| line.unused)
            .map(|unused| unused.value)
            .sum();
        let exams_unused = ledger.count(What::ExamsUnused, left, Step::Sum, |figure| {
            figure.of(&unused).rules(&["COD-5"])
        });

        let charges = whys(
            lines
                .iter()
                .map(|line| line.charge.map(|charge| charge.why))
                .collect(),
        );
        let total = lines
            .iter()
            .filter_map(|line| line.charge)
            .map(|charge| charge.value)
            .sum();
        let charge = self.agreement.priced().then(|| {
            ledger.money(What::TotalCharge, total, Step::Sum, |figure| {
                figure.of(&charges).rules(&["PRG-1"])
            })
        });
        let first = lines
            .iter()
            .map(|line| line.order_day)
            .min_by_key(|day| day.value);
        Summary {
            charge,
            exams_needed,
            exams_to_buy,
            exams_bought,
            expected_unused,
            exams_unused,
            first_order: first,
        }
    }

    /// Exams that needs get from free vouchers or stock, or do not get.
    fn given(&self, kind: &str) -> i64 {
        if kind == "none" {
            return self.solution.assignment.missing.iter().sum();
        }
        let origins = self.solution.origins.iter().enumerate();
        let of_kind = origins.filter(|(_, origin)| {
            matches!(
                (origin, kind),
                (Origin::Free { .. }, "free") | (Origin::Stock { .. }, "stock")
            )
        });
        of_kind
            .map(|(place, _)| self.solution.assignment.given_by(place))
            .sum()
    }

    fn free_vouchers(&self, ledger: &mut Ledger) -> Option<FreeVouchersPlan> {
        let free = self.solution.free.as_ref()?;
        let granted = ledger.count(
            What::FreeGranted,
            i64::from(free.granted.value),
            Step::Fact {
                of: "imagine-academy".to_owned(),
            },
            |figure| {
                figure
                    .rules(&["PRD-3", "PRD-4"])
                    .cites(&free.granted.cites)
                    .policy("free-vouchers")
            },
        );
        let given = &self.agreement.free_used;
        let step = Step::Input {
            path: given.path.clone(),
            default: given.default,
        };
        let used_before = ledger.count(What::FreeUsed, given.value, step, |figure| figure);
        let (window, _) = free
            .windows
            .iter()
            .find(|(span, _)| span.last() >= self.today)
            .or(free.windows.last())?;
        let start = self.start(ledger);
        let months = ledger.count(
            What::ValidMonths,
            i64::from(free.months.value),
            Step::Fact {
                of: "imagine-academy".to_owned(),
            },
            |figure| figure.cites(&free.months.cites),
        );
        let end = self.end(ledger);
        let step = Step::MonthsEnd {
            last_day: crate::policy::LastDay::DayBefore,
        };
        let twelve = self
            .agreement
            .span
            .first()
            .plus_months(free.months.value)
            .and_then(|day| day.plus_days(-1))?;
        let own = ledger.day(What::TwelveMonthsEnd, twelve, step, |figure| {
            figure.of(&[start.why, months.why])
        });
        let until = if window.first() == self.agreement.span.first() {
            ledger.day(What::FreeUntil, window.last(), Step::Earliest, |figure| {
                figure.of(&[own.why, end.why]).policy("free-vouchers")
            })
        } else {
            let step = Step::ByPolicy { choice: "yearly" };
            ledger.day(What::FreeUntil, window.last(), step, |figure| {
                figure.policy("free-vouchers")
            })
        };
        let mut sites: Vec<SiteUnits> = Vec::new();
        let mut used = 0;
        for (place, origin) in self.solution.origins.iter().enumerate() {
            if !matches!(origin, Origin::Free { .. }) {
                continue;
            }
            for (need, exams) in self
                .solution
                .assignment
                .given
                .get(place)
                .into_iter()
                .flatten()
            {
                used += exams;
                let site = self
                    .solution
                    .needs
                    .get(*need)
                    .map(|need| self.site_id(need.key.site));
                match sites.iter_mut().find(|known| known.site == site) {
                    Some(known) => known.units += exams,
                    None => sites.push(SiteUnits {
                        site,
                        units: *exams,
                    }),
                }
            }
        }
        let all: i64 = free
            .windows
            .iter()
            .filter(|(span, _)| span.last() >= self.today)
            .map(|(_, left)| left)
            .sum();
        Some(FreeVouchersPlan {
            granted,
            used_before,
            used,
            left: all - used,
            until,
            sites,
        })
    }

    /// The Imagine Academy membership from its invoice on (PRD-3).
    fn membership(&self, ledger: &mut Ledger) -> Option<MembershipPlan> {
        let invoiced = self.agreement.academy_invoiced.as_ref()?;
        let academy = &self.catalogue.imagine_academy;
        let months = on(&academy.voucher_months, invoiced.value)?;
        let grace = on(&academy.grace_days, invoiced.value)?;
        let last_day = self.agreement.policies.last_day;
        let (last, renewable) = membership(
            invoiced.value,
            months.value,
            grace.value,
            last_day,
            self.agreement.span.last(),
        )?;
        let fact = || Step::Fact {
            of: "imagine-academy".to_owned(),
        };
        let step = Step::Input {
            path: invoiced.path.clone(),
            default: false,
        };
        let from = ledger.day(What::MembershipInvoiced, invoiced.value, step, |figure| {
            figure
        });
        let count = i64::from(months.value);
        let months = ledger.count(What::ValidMonths, count, fact(), |figure| {
            figure.cites(&months.cites)
        });
        let own = months_from_purchase(invoiced.value, u32::try_from(count).ok()?, last_day)?;
        let own = ledger.day(
            What::TwelveMonthsEnd,
            own,
            Step::MonthsEnd { last_day },
            |figure| figure.of(&[from.why, months.why]).policy("last-day"),
        );
        let end = self.end(ledger);
        let until = ledger.day(What::MembershipUntil, last, Step::Earliest, |figure| {
            figure.of(&[own.why, end.why]).rules(&["PRD-3"])
        });
        let days = ledger.count(What::GraceDays, i64::from(grace.value), fact(), |figure| {
            figure.cites(&grace.cites)
        });
        let grace = ledger.day(What::GraceUntil, renewable, Step::PlusDays, |figure| {
            figure.of(&[until.why, days.why])
        });
        Some(MembershipPlan { until, grace })
    }

    fn stock(&self) -> Vec<StockUse> {
        let stock = self.agreement.stock.iter().enumerate();
        stock
            .map(|(place, stock)| {
                let origin = self
                    .solution
                    .origins
                    .iter()
                    .position(|origin| *origin == Origin::Stock { place });
                let used = origin.map_or(0, |origin| self.solution.assignment.given_by(origin));
                let index = u32::try_from(place).unwrap_or(u32::MAX);
                StockUse {
                    index,
                    used,
                    left: stock.exams.value - used,
                    until: stock.window.last(),
                }
            })
            .collect()
    }

    fn terms(&self) -> Vec<TermPlan> {
        let open = self.solution.terms.open().iter();
        open.map(|term| TermPlan {
            product: term.product.clone(),
            opened: term.opened,
            placed: term.placed,
            start: term.span.first(),
            end: term.span.last(),
        })
        .collect()
    }
}
