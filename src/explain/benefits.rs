//! Explains benefits beside the exams: training days and vouchers (PRG-3), discounts (PRD-5), e-learning held (PRD-10).

use crate::catalogue::{Cite, DatedEvent, on};
use crate::domain::{Day, Ratio};
use crate::explain::Scene;
use crate::figure::{Explained, Figure, FigureId, Ledger, Step, What};
use crate::finding::{Finding, FindingCode, Severity};
use crate::plan::benefits::{DiscountPlan, TrainingPlan, TrainingVoucherPlan, VoucherRest};
use crate::policy::{Months, RoundAt};
use crate::request::Given;
use crate::request::benefits::TrainingVoucher;
use crate::rules::benefits::{grants_academy, training_event, voucher_end, voucher_rest};
use crate::rules::demand::note;
use crate::rules::proration::months_charged;

/// The rule that Software Assurance gives training.
const TRAINING: &[&str] = &["PRG-3"];

/// What a figure rests on, beside its step.
#[derive(Default)]
struct Grounds<'a> {
    of: &'a [FigureId],
    rules: &'a [&'static str],
    cites: &'a [Cite],
    policy: Option<&'static str>,
}

impl Grounds<'_> {
    /// Puts them on a figure.
    fn on<'f>(&self, figure: &'f mut Figure) -> &'f mut Figure {
        figure.policy = self.policy;
        figure.of(self.of).rules(self.rules).cites(self.cites)
    }
}

/// What was entered for a field.
fn entered<T>(given: &Given<T>) -> Step {
    Step::Input {
        path: given.path.clone(),
        default: given.default,
    }
}

fn fact(of: &str) -> Step {
    Step::Fact { of: of.to_owned() }
}

/// A fact, by where it was read.
fn cited(cites: &[Cite]) -> Grounds<'_> {
    Grounds {
        cites,
        ..Grounds::default()
    }
}

/// What follows from figures by a rule.
fn by<'a>(of: &'a [FigureId], rules: &'a [&'static str]) -> Grounds<'a> {
    Grounds {
        of,
        rules,
        ..Grounds::default()
    }
}

impl Scene<'_, '_> {
    /// Whole months from today, or from the first day where that is later, to the agreement's end (PLN-1).
    pub fn months_left(&self, ledger: &mut Ledger) -> Option<Explained<Ratio>> {
        let span = self.agreement.span;
        let from = if span.first() > self.today {
            self.start(ledger)
        } else {
            self.today(ledger)
        };
        let end = self.end(ledger);
        let ratio = months_charged(from.value, span.last(), Months::Full, 0, None)?;
        let step = Step::MonthsBetween {
            months: Months::Full,
            cap: None,
        };
        let of = [from.why, end.why];
        let grounds = by(&of, &["PLN-1"]);
        Some(ledger.ratio(What::MonthsLeft, ratio, step, |figure| grounds.on(figure)))
    }

    /// Training days and vouchers, if there are any.
    pub fn training(&self, ledger: &mut Ledger) -> Option<TrainingPlan> {
        let training = self.agreement.training.as_ref()?;
        let created = training_event(self.catalogue, "last-day-to-create")?;
        let end = self.end(ledger);
        let (what, step) = (What::LastDayToCreate, fact("software-assurance"));
        let closed = ledger.day(what, created.day, step, |figure| {
            cited(&created.cites).on(figure)
        });
        let last = end.value.min(closed.value);
        let of = [end.why, closed.why];
        let what = What::TrainingPoolUntil;
        let until = ledger.day(what, last, Step::Earliest, |figure| {
            by(&of, TRAINING).on(figure)
        });
        let mut vouchers = Vec::new();
        let (mut back, mut whys) = (0, Vec::new());
        for written in &training.vouchers {
            let voucher = self.training_voucher(ledger, written, last)?;
            if voucher.ended && voucher.rest == VoucherRest::Returns {
                back += voucher.unused.value;
                whys.push(voucher.unused.why);
            }
            vouchers.push(voucher);
        }
        let given = &training.days;
        let (what, step) = (What::TrainingDays, entered(given));
        let held = ledger.count(what, given.value, step, |figure| {
            Grounds::default().on(figure)
        });
        let facts = &self.catalogue.training_vouchers.return_unused;
        let grounds = Grounds {
            cites: on(facts, self.today).map_or(&[], |fact| &fact.cites),
            ..by(&whys, TRAINING)
        };
        let returned = ledger.count(What::TrainingDaysReturned, back, Step::Sum, |figure| {
            grounds.on(figure)
        });
        // What nothing came back to is no part of the sum.
        let of = [held.why, returned.why];
        let of = of.get(..1 + usize::from(back > 0))?;
        let all = held.value + back;
        let pool = ledger.count(What::TrainingPool, all, Step::Sum, |figure| {
            by(of, TRAINING).on(figure)
        });
        Some(TrainingPlan {
            held,
            returned,
            pool,
            until,
            lapsed: self.today > last,
            vouchers,
        })
    }

    fn training_voucher(
        &self,
        ledger: &mut Ledger,
        written: &TrainingVoucher,
        last_to_create: Day,
    ) -> Option<TrainingVoucherPlan> {
        let facts = &self.catalogue.training_vouchers;
        let none = Grounds::default();
        let created = written.created.value;
        let life = on(&facts.life_days, created)?;
        let redeem = training_event(self.catalogue, "last-day-to-redeem")?;
        let (life_end, last) = voucher_end(created, life.value, redeem.day)?;
        let of = || fact("training-voucher");
        let step = entered(&written.created);
        let created = ledger.day(What::VoucherCreated, created, step, |figure| {
            none.on(figure)
        });
        let days = i64::from(life.value);
        let days = ledger.count(What::VoucherLife, days, of(), |figure| {
            cited(&life.cites).on(figure)
        });
        let grounds = [created.why, days.why];
        let (what, grounds) = (What::VoucherLifeEnd, by(&grounds, TRAINING));
        let life_end = ledger.day(what, life_end, Step::PlusDays, |figure| grounds.on(figure));
        let what = What::LastDayToRedeem;
        let redeemed = ledger.day(what, redeem.day, of(), |figure| {
            cited(&redeem.cites).on(figure)
        });
        let grounds = [life_end.why, redeemed.why];
        let (what, grounds) = (What::VoucherUntil, by(&grounds, TRAINING));
        let until = ledger.day(what, last, Step::Earliest, |figure| grounds.on(figure));
        let (days, used) = (&written.days, &written.used);
        let held = ledger.count(What::VoucherDays, days.value, entered(days), |figure| {
            none.on(figure)
        });
        let what = What::VoucherDaysTaken;
        let taken = ledger.count(what, used.value, entered(used), |figure| none.on(figure));
        let rest = days.value - used.value;
        let grounds = [held.why, taken.why];
        let (what, grounds) = (What::VoucherDaysUnused, by(&grounds, TRAINING));
        let unused = ledger.count(what, rest, Step::Difference, |figure| grounds.on(figure));
        let back = on(&facts.return_unused, last).is_some_and(|fact| fact.value);
        Some(TrainingVoucherPlan {
            until,
            unused,
            ended: self.today > last,
            rest: voucher_rest(rest, last, last_to_create, back),
        })
    }

    /// What the discounts of the Imagine Academy come to. `None` where an amount leaves the range of exact numbers.
    pub fn discounts(&self, ledger: &mut Ledger) -> Option<Vec<DiscountPlan>> {
        let discounts = &self.agreement.discounts;
        let mut plans = Vec::new();
        if grants_academy(self.catalogue, self.agreement).is_err() {
            return Some(plans);
        }
        if let Some((trainers, price)) = &discounts.trainers {
            plans.push(self.discount(ledger, "mct-discount", price, Some(trainers))?);
        }
        if let Some(price) = &discounts.press {
            plans.push(self.discount(ledger, "press-discount", price, None)?);
        }
        Some(plans)
    }

    /// A discount on so many of a price, each paid for itself, or on one sum.
    fn discount(
        &self,
        ledger: &mut Ledger,
        id: &str,
        price: &Given<i64>,
        number: Option<&Given<i64>>,
    ) -> Option<DiscountPlan> {
        let mut benefits = self.catalogue.imagine_academy.benefits.iter();
        let benefit = benefits.find(|benefit| benefit.id == id)?;
        let ratio = Ratio::new(i64::from(benefit.pay_percent?), 100)?;
        let policies = &self.agreement.policies;
        let rounding = policies.rounding;
        let rules = &["PRD-5"];
        let none = Grounds::default();
        let grounds = Grounds {
            rules,
            ..cited(&benefit.cites)
        };
        let rate = ledger.ratio(What::PayRate, ratio, fact(id), |figure| grounds.on(figure));
        let rate = rate.why;
        let step = entered(price);
        let one = ledger.money(What::ListPrice, price.value, step, |figure| none.on(figure));
        let part = |amount: i64| Some(rounding.round(Ratio::whole(amount).times(ratio)?));
        let what = What::DiscountedPrice;
        let of = [one.why, rate];
        let rounded = Grounds {
            policy: Some("rounding"),
            ..by(&of, rules)
        };
        let step = Step::RoundedProduct { rounding };
        let (list, paid) = match number {
            None => (
                one,
                ledger.money(what, part(price.value)?, step, |figure| rounded.on(figure)),
            ),
            Some(number) => {
                let step_in = entered(number);
                let many = ledger.count(What::Trainers, number.value, step_in, |figure| {
                    none.on(figure)
                });
                let all = price.value.checked_mul(number.value)?;
                let of = [many.why, one.why];
                let list = ledger.money(What::ListPrice, all, Step::Product, |figure| {
                    by(&of, &[]).on(figure)
                });
                let each;
                let (of, step, paid) = if policies.round_at == RoundAt::Unit {
                    let price = part(price.value)?;
                    each = ledger.money(what, price, step, |figure| rounded.on(figure));
                    let paid = price.checked_mul(number.value)?;
                    (vec![many.why, each.why], Step::Product, paid)
                } else {
                    let step = Step::RoundedLine { rounding };
                    (vec![one.why, rate, many.why], step, part(all)?)
                };
                let grounds = Grounds {
                    policy: Some("round-at"),
                    ..by(&of, rules)
                };
                (
                    list,
                    ledger.money(what, paid, step, |figure| grounds.on(figure)),
                )
            }
        };
        let of = [list.why, paid.why];
        let saved = list.value - paid.value;
        let (what, grounds) = (What::Saving, by(&of, rules));
        let saved = ledger.money(what, saved, Step::Difference, |figure| grounds.on(figure));
        Some(DiscountPlan {
            benefit: id.to_owned(),
            price: list,
            paid,
            saved,
        })
    }

    /// What to know of benefits: what has ended, what will, and what the agreement does not grant.
    pub fn benefit_notes(&self, training: Option<&TrainingPlan>, findings: &mut Vec<Finding>) {
        if let Some(plan) = training {
            self.training_notes(plan, findings);
        }
        let discounts = &self.agreement.discounts;
        if let (true, Err(from)) = (
            discounts.trainers.is_some() || discounts.press.is_some(),
            grants_academy(self.catalogue, self.agreement),
        ) {
            let code = FindingCode::NoAcademyDiscounts {
                programme: self.agreement.programme.id.clone(),
                from,
            };
            let field = if discounts.trainers.is_some() {
                "academyDiscounts.trainers"
            } else {
                "academyDiscounts.press"
            };
            let rules = &["PRD-3", "PRD-5"];
            let mut finding = note(Severity::Warning, self.path(field), code, rules);
            finding.cites = self.rule_cites("PRD-3");
            findings.push(finding);
        }
        if self.agreement.legacy_e_learning {
            let path = self.path("legacyELearning");
            let code = FindingCode::LegacyELearning;
            let mut finding = note(Severity::Note, path, code, &["PRD-10"]);
            finding.cites = self.rule_cites("PRD-10");
            findings.push(finding);
        }
    }

    fn training_notes(&self, plan: &TrainingPlan, findings: &mut Vec<Finding>) {
        let Some(training) = &self.agreement.training else {
            return;
        };
        let mut add = |severity, path: String, code, event: Option<&DatedEvent>| {
            let mut finding = note(severity, path, code, TRAINING);
            finding.cites = event.map(|event| event.cites.clone()).unwrap_or_default();
            findings.push(finding);
        };
        let event = |id| training_event(self.catalogue, id);
        let graver = |grave| {
            if grave {
                Severity::Warning
            } else {
                Severity::Note
            }
        };
        let (today, span) = (self.today, self.agreement.span);
        let last = plan.until.value;
        for (written, voucher) in training.vouchers.iter().zip(&plan.vouchers) {
            let field = |name: &str| format!("{}.{name}", written.path);
            let until = voucher.until.value;
            if written.created.value > last {
                let code = FindingCode::TrainingVoucherTooLate { last };
                let closed = event("last-day-to-create").filter(|event| event.day == last);
                add(Severity::Warning, field("created"), code, closed);
            } else if voucher.rest != VoucherRest::None && until < span.last() {
                let returned = voucher.rest == VoucherRest::Returns;
                let code = FindingCode::TrainingVoucherEnds {
                    until,
                    days: voucher.unused.value,
                    returned,
                    past: voucher.ended,
                };
                add(graver(!returned), field("created"), code, None);
            }
            let azure = event("azure-courses-leave").filter(|event| event.day <= until);
            if let Some(event) = azure.filter(|_| written.azure && voucher.unused.value > 0) {
                let code = FindingCode::AzureCoursesLeft { day: event.day };
                add(Severity::Warning, field("azure"), code, Some(event));
            }
        }
        let days = plan.pool.value;
        let path = format!("{}.days", training.path);
        if days > 0 {
            let code = FindingCode::TrainingDaysLapse {
                days,
                until: last,
                past: today > last,
            };
            let closed = event("last-day-to-create").filter(|event| event.day == last);
            add(graver(today > last), path.clone(), code, closed);
        }
        if let Some(event) = event("no-more-days").filter(|event| event.day <= span.last()) {
            let before = event.day <= span.first();
            let code = FindingCode::TrainingAccrualEnded {
                day: event.day,
                before,
            };
            add(graver(before && days > 0), path, code, Some(event));
        }
    }
}
