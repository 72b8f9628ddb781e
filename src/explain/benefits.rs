//! Explains benefits beside the exams: training days and vouchers (PRG-3), discounts (PRD-5), e-learning held (PRD-10).

use crate::catalogue::{DatedEvent, on};
use crate::domain::{Day, Ratio};
use crate::explain::Scene;
use crate::figure::{Explained, Ledger, Step, What};
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
        let months = months_charged(from.value, span.last(), Months::Full, 0, None)?;
        let step = Step::MonthsBetween {
            months: Months::Full,
            cap: None,
        };
        Some(ledger.ratio(What::MonthsLeft, months, step, |figure| {
            figure.of(&[from.why, end.why]).rules(&["PLN-1"])
        }))
    }

    /// Training days and vouchers, if there are any.
    pub fn training(&self, ledger: &mut Ledger) -> Option<TrainingPlan> {
        let training = self.agreement.training.as_ref()?;
        let last_to_create = training_event(self.catalogue, "last-day-to-create")?;
        let end = self.end(ledger);
        let of = "software-assurance";
        let closed = ledger.day(
            What::LastDayToCreate,
            last_to_create.day,
            fact(of),
            |figure| figure.cites(&last_to_create.cites),
        );
        let last = end.value.min(closed.value);
        let until = ledger.day(What::TrainingPoolUntil, last, Step::Earliest, |figure| {
            figure.of(&[end.why, closed.why]).rules(TRAINING)
        });
        let mut vouchers = Vec::new();
        let (mut returned, mut whys) = (0, Vec::new());
        for written in &training.vouchers {
            let voucher = self.training_voucher(ledger, written, last)?;
            if voucher.ended && voucher.rest == VoucherRest::Returns {
                returned += voucher.unused.value;
                whys.push(voucher.unused.why);
            }
            vouchers.push(voucher);
        }
        let given = &training.days;
        let held = ledger.count(What::TrainingDays, given.value, entered(given), |figure| {
            figure
        });
        let returned = ledger.count(What::TrainingDaysReturned, returned, Step::Sum, |figure| {
            let facts = &self.catalogue.training_vouchers.return_unused;
            let cites = on(facts, self.today).map_or(&[][..], |fact| &fact.cites);
            figure.of(&whys).rules(TRAINING).cites(cites)
        });
        let all = held.value + returned.value;
        let pool = ledger.count(What::TrainingPool, all, Step::Sum, |figure| {
            // What nothing came back to is no part of the sum.
            let back = if returned.value > 0 {
                &[returned.why][..]
            } else {
                &[]
            };
            figure.of(&[held.why]).of(back).rules(TRAINING)
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
        let life = on(&facts.life_days, written.created.value)?;
        let redeem = training_event(self.catalogue, "last-day-to-redeem")?;
        let (life_end, last) = voucher_end(written.created.value, life.value, redeem.day)?;
        let of = "training-voucher";
        let created = ledger.day(
            What::VoucherCreated,
            written.created.value,
            entered(&written.created),
            |figure| figure,
        );
        let days = ledger.count(
            What::VoucherLife,
            i64::from(life.value),
            fact(of),
            |figure| figure.cites(&life.cites),
        );
        let life_end = ledger.day(What::VoucherLifeEnd, life_end, Step::PlusDays, |figure| {
            figure.of(&[created.why, days.why]).rules(TRAINING)
        });
        let redeemed = ledger.day(What::LastDayToRedeem, redeem.day, fact(of), |figure| {
            figure.cites(&redeem.cites)
        });
        let until = ledger.day(What::VoucherUntil, last, Step::Earliest, |figure| {
            figure.of(&[life_end.why, redeemed.why]).rules(TRAINING)
        });
        let (days, used) = (&written.days, &written.used);
        let held = ledger.count(What::VoucherDays, days.value, entered(days), |figure| {
            figure
        });
        let taken = ledger.count(
            What::VoucherDaysTaken,
            used.value,
            entered(used),
            |figure| figure,
        );
        let rest = days.value - used.value;
        let unused = ledger.count(What::VoucherDaysUnused, rest, Step::Difference, |figure| {
            figure.of(&[held.why, taken.why]).rules(TRAINING)
        });
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
        let exact = Ratio::new(i64::from(benefit.pay_percent?), 100)?;
        let policies = &self.agreement.policies;
        let rounding = policies.rounding;
        let rule = &["PRD-5"];
        let rate = ledger.ratio(What::PayRate, exact, fact(id), |figure| {
            figure.rules(rule).cites(&benefit.cites)
        });
        let one = ledger.money(What::ListPrice, price.value, entered(price), |figure| {
            figure
        });
        let part = |amount: i64| Some(rounding.round(Ratio::whole(amount).times(exact)?));
        let step = Step::RoundedProduct { rounding };
        let (list, paid) = match number {
            None => {
                let paid = part(price.value)?;
                let paid = ledger.money(What::DiscountedPrice, paid, step, |figure| {
                    figure
                        .of(&[one.why, rate.why])
                        .rules(rule)
                        .policy("rounding")
                });
                (one, paid)
            }
            Some(number) => {
                let count = ledger.count(What::Trainers, number.value, entered(number), |figure| {
                    figure
                });
                let all = price.value.checked_mul(number.value)?;
                let list = ledger.money(What::ListPrice, all, Step::Product, |figure| {
                    figure.of(&[count.why, one.why])
                });
                let paid = if policies.round_at == RoundAt::Unit {
                    let each = part(price.value)?;
                    let paid = each.checked_mul(number.value)?;
                    let each = ledger.money(What::DiscountedPrice, each, step, |figure| {
                        figure
                            .of(&[one.why, rate.why])
                            .rules(rule)
                            .policy("rounding")
                    });
                    ledger.money(What::DiscountedPrice, paid, Step::Product, |figure| {
                        figure.of(&[count.why, each.why]).policy("round-at")
                    })
                } else {
                    let step = Step::RoundedLine { rounding };
                    ledger.money(What::DiscountedPrice, part(all)?, step, |figure| {
                        let of = [one.why, rate.why, count.why];
                        figure.of(&of).rules(rule).policy("round-at")
                    })
                };
                (list, paid)
            }
        };
        let saved = list.value - paid.value;
        let saved = ledger.money(What::Saving, saved, Step::Difference, |figure| {
            figure.of(&[list.why, paid.why]).rules(rule)
        });
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
