//! What to know about a plan: findings after the search.

use crate::catalogue::{Family, ProductKind};
use crate::domain::Set;
use crate::domain::{Day, Ratio};
use crate::explain::Scene;
use crate::finding::{Finding, FindingCode, Repair, RepairAction, Severity};
use crate::plan::{LeftOutReason, LibraryPlan, NeedLine, OrderLine, SavingPlan};
use crate::policy::{Expiry, Months};
use crate::rules::demand::note;
use crate::rules::supply::needs_test_centre;

impl Scene<'_, '_> {
    /// Notes everything that the orders, the needs and the entitlements give reason to say.
    pub fn notes(
        &self,
        lines: &[OrderLine],
        needs: &[NeedLine],
        saving: Option<&SavingPlan>,
        libraries: &[LibraryPlan],
        findings: &mut Vec<Finding>,
    ) {
        self.agreement_notes(findings);
        self.need_notes(needs, findings);
        self.site_notes(findings);
        for line in lines {
            self.line_notes(line, findings);
        }
        // The line that the two texts treat most differently stands for all.
        let gap = |line: &&OrderLine| {
            let until = line.usable_until.map(|until| until.value);
            let other = line.limits.iter().map(|limit| limit.day.value).max();
            until
                .zip(other)
                .map_or(0, |(until, other)| until.days_until(other))
        };
        if let Some(line) = lines.iter().max_by_key(gap) {
            self.expiry_note(line, findings);
        }
        self.product_notes(findings);
        self.free_notes(findings);
        self.library_notes(libraries, findings);
        if let Some(saving) = saving.filter(|saving| !saving.within_claim) {
            self.saving_note(saving, findings);
        }
        self.orders_notes(findings);
    }

    pub fn path(&self, field: &str) -> String {
        format!("{}.{field}", self.agreement.path)
    }

    fn agreement_notes(&self, findings: &mut Vec<Finding>) {
        let span = self.agreement.span;
        if !span.contains(self.today) {
            let code = FindingCode::AgreementNotInForce {
                start: span.first(),
                end: span.last(),
            };
            let severity = if span.last() < self.today {
                Severity::Blocker
            } else {
                Severity::Note
            };
            let field = if span.last() < self.today {
                "end"
            } else {
                "start"
            };
            findings.push(note(severity, self.path(field), code, &["COD-6"]));
        }
        if let Some(book) = self.agreement.other_book {
            let code = FindingCode::PricesInOtherCurrency {
                name: book.name.clone(),
                date: book.date,
                currency: book.currency.clone(),
            };
            let severity = if self.agreement.priced() {
                Severity::Note
            } else {
                Severity::Warning
            };
            findings.push(note(severity, self.path("currency"), code, &["PRG-6"]));
        }
    }

    fn need_notes(&self, needs: &[NeedLine], findings: &mut Vec<Finding>) {
        self.uncovered_notes(needs, findings);
        for (product, sitting, last_safe) in &self.solution.candidates.passed {
            let code = FindingCode::OrderDayPassed {
                product: product.id.clone(),
                sitting: *sitting,
                last_safe: *last_safe,
            };
            let uncovered = needs
                .iter()
                .any(|need| need.sitting == *sitting && need.uncovered > 0);
            let severity = if uncovered {
                Severity::Blocker
            } else {
                Severity::Note
            };
            let place = needs
                .iter()
                .position(|need| need.sitting == *sitting)
                .unwrap_or(0);
            findings.push(note(severity, self.field_of(place), code, &["COD-7"]));
        }
        let fundamentals = needs.iter().any(|need| need.family == Family::Fundamentals);
        if fundamentals {
            let place = needs
                .iter()
                .position(|need| need.family == Family::Fundamentals)
                .unwrap_or(0);
            let mut finding = note(
                Severity::Note,
                self.field_of(place),
                FindingCode::FundamentalsInNoPack,
                &["PRD-11"],
            );
            finding.cites = self.conflict_cites("fundamentals-packs");
            findings.push(finding);
        }
    }

    /// The field of the sitting of the first group behind a need.
    pub fn field_of(&self, need: usize) -> String {
        let first = self.sittings_of(need).into_iter().next();
        first.map_or(self.path("groups"), |at| at.field())
    }

    fn site_notes(&self, findings: &mut Vec<Finding>) {
        for (place, site) in self.agreement.sites.iter().enumerate() {
            let needed = self.test_centre_needed(place);
            let path = if site.id.is_empty() {
                site.path.clone()
            } else {
                format!("{}.testCentreFrom", site.path)
            };
            match &site.test_centre_from {
                None if needed.is_some() => {
                    let code = FindingCode::TestCentreMissing {
                        site: site.id.clone(),
                    };
                    let mut finding = note(Severity::Blocker, path.clone(), code, &["COD-9"]);
                    finding.cites = self.rule_cites("COD-9");
                    if let Some(day) = needed.filter(|_| !site.id.is_empty()) {
                        finding.repairs.push(Repair::new(
                            RepairAction::AuthoriseTestCentre,
                            path,
                            day.to_string(),
                        ));
                    }
                    findings.push(finding);
                }
                Some(from) => {
                    let late = self
                        .solution
                        .needs
                        .iter()
                        .find(|need| need.key.site == place && need.key.sitting < from.value);
                    if let Some(need) = late {
                        let code = FindingCode::TestCentreTooLate {
                            site: site.id.clone(),
                            from: from.value,
                            sitting: need.key.sitting,
                        };
                        findings.push(note(Severity::Warning, path, code, &["COD-9"]));
                    }
                }
                None => {}
            }
        }
    }

    /// The first day on which something is ordered that can be used at a site only if it is a test centre.
    pub fn test_centre_needed(&self, site: usize) -> Option<Day> {
        let orders = self.solution.orders().filter(|(_, order)| {
            let here = order.candidate.site.is_none_or(|of| of == site);
            needs_test_centre(order.candidate.product) && here && self.sits_here(site)
        });
        orders.map(|(_, order)| order.candidate.day).min()
    }

    fn sits_here(&self, site: usize) -> bool {
        let at_centre = [Family::Mos, Family::Mta, Family::Mce];
        self.solution
            .needs
            .iter()
            .any(|need| need.key.site == site && at_centre.contains(&need.key.family))
    }

    fn line_notes(&self, line: &OrderLine, findings: &mut Vec<Finding>) {
        let path = self.path("groups");
        if let Some(unused) = line.unused.filter(|unused| unused.value > 0) {
            let share = line.charge.zip(line.exams).and_then(|(charge, exams)| {
                let part =
                    Ratio::new(unused.value, exams.value)?.times(Ratio::whole(charge.value))?;
                Some(self.agreement.policies.rounding.round(part))
            });
            let code = FindingCode::ExamsUnused {
                product: line.product.clone(),
                exams: unused.value,
                minor: share,
            };
            findings.push(note(Severity::Warning, path, code, &["COD-5"]));
        }
        if line.kind == ProductKind::ClassPack && line.contact.is_empty() {
            findings.push(note(
                Severity::Note,
                self.path("noticesContact"),
                FindingCode::ContactMissing,
                &["COD-8"],
            ));
        }
        let product = self.catalogue.product(&line.product);
        let assumption = product.and_then(|product| {
            product
                .assumptions
                .iter()
                .find(|id| id.ends_with("stay-on-sale"))
        });
        let ended = self.mta_sales_ended(line.order_day.value);
        if let Some(assumption) = assumption.filter(|_| ended) {
            let code = FindingCode::SaleAssumed {
                product: line.product.clone(),
                assumption: assumption.clone(),
            };
            let mut finding = note(Severity::Warning, self.path("groups"), code, &[]);
            finding.cites = self
                .catalogue
                .assumption(assumption)
                .map(|assumption| assumption.cites.clone())
                .unwrap_or_default();
            findings.push(finding);
        }
    }

    /// Whether every MTA exam's end is near enough that licence sales had stopped: a year before the last exam's end.
    pub fn mta_sales_ended(&self, day: Day) -> bool {
        let exams = self
            .catalogue
            .exams
            .iter()
            .filter(|exam| exam.family == Family::Mta);
        let last = exams
            .filter_map(|exam| exam.ends.first())
            .map(|ending| ending.day)
            .max();
        let stopped = last.and_then(|last| last.latest_start(crate::rules::proration::YEAR));
        stopped.is_some_and(|stopped| day > stopped)
    }

    fn expiry_note(&self, line: &OrderLine, findings: &mut Vec<Finding>) {
        let Some(until) = line.usable_until else {
            return;
        };
        let other = line.limits.iter().map(|limit| limit.day.value).max();
        if self.agreement.policies.expiry != Expiry::Earliest {
            return;
        }
        // Worth saying only where the later reading would keep codes alive for months.
        let Some(other) = other.filter(|other| until.value.days_until(*other) > 31) else {
            return;
        };
        let code = FindingCode::ExpiryDisputed {
            product: line.product.clone(),
            planned: until.value,
            other,
        };
        let mut finding = note(
            Severity::Note,
            self.path("policies.expiry"),
            code,
            &["COD-6", "PRD-9"],
        );
        finding.cites = self.conflict_cites("code-expiry");
        findings.push(finding);
    }

    fn product_notes(&self, findings: &mut Vec<Finding>) {
        let mut said = Set::default();
        for (product, reason, cites) in &self.solution.candidates.left_out {
            let (severity, field, code) = match reason {
                LeftOutReason::NoPrice => (
                    Severity::Warning,
                    "prices",
                    FindingCode::NotPriced {
                        product: product.id.clone(),
                    },
                ),
                LeftOutReason::NotSold => (
                    Severity::Note,
                    "programme",
                    FindingCode::NotSold {
                        product: product.id.clone(),
                        known: true,
                    },
                ),
                LeftOutReason::UnknownWhetherSold => (
                    Severity::Warning,
                    "programme",
                    FindingCode::NotSold {
                        product: product.id.clone(),
                        known: false,
                    },
                ),
                LeftOutReason::NothingLeft { day } => {
                    let code = FindingCode::ZeroFactor {
                        product: product.id.clone(),
                        day: *day,
                    };
                    if self.agreement.policies.months == Months::FullMin6 {
                        let code = FindingCode::MinimumMonthsElsewhere {
                            product: product.id.clone(),
                        };
                        let mut finding = note(
                            Severity::Note,
                            self.path("policies.months"),
                            code,
                            &["COD-2"],
                        );
                        finding.cites = self.conflict_cites("minimum-months");
                        findings.push(finding);
                    }
                    (Severity::Blocker, "end", code)
                }
                LeftOutReason::Audience => {
                    let audience = self.solution.needs.first().map(|need| need.key.audience);
                    let Some(audience) = audience else { continue };
                    (
                        Severity::Note,
                        "groups",
                        FindingCode::SitePackAudience { audience },
                    )
                }
                _ => continue,
            };
            if said.insert(code.clone()) {
                let mut finding = note(severity, self.path(field), code, &["PRG-4"]);
                finding.cites.clone_from(cites);
                findings.push(finding);
            }
        }
    }

    fn free_notes(&self, findings: &mut Vec<Finding>) {
        let staff = self
            .solution
            .needs
            .iter()
            .any(|need| need.key.audience == crate::catalogue::Audience::Staff);
        let path = self.path("freeVouchers.used");
        match &self.solution.free {
            None if staff => {
                let code = FindingCode::NoImagineAcademy {
                    programme: self.agreement.programme.id.clone(),
                };
                findings.push(note(
                    Severity::Note,
                    self.path("programme"),
                    code,
                    &["PRD-3"],
                ));
            }
            Some(free) => {
                for (grant, (window, left)) in free.windows.iter().enumerate() {
                    let used: i64 = self
                        .solution
                        .origins
                        .iter()
                        .enumerate()
                        .filter(|(_, origin)| matches!(origin, crate::solve::Origin::Free { grant: of, .. } if *of == grant))
                        .map(|(place, _)| self.solution.assignment.given_by(place))
                        .sum();
                    if left - used > 0 && window.last() >= self.today {
                        let code = FindingCode::FreeVouchersUnused {
                            exams: left - used,
                            until: window.last(),
                        };
                        findings.push(note(Severity::Note, path.clone(), code, &["PRD-4"]));
                    }
                }
            }
            None => {}
        }
    }

    fn library_notes(&self, libraries: &[LibraryPlan], findings: &mut Vec<Finding>) {
        let Some(product) = self.catalogue.reference_library() else {
            return;
        };
        for library in &self.agreement.libraries {
            if self.library_day(product, library).is_some() {
                continue;
            }
            let priced = !self.agreement.priced() || self.agreement.price(&product.id).is_some();
            let code = if priced {
                FindingCode::ZeroFactor {
                    product: product.id.clone(),
                    day: self.today,
                }
            } else {
                FindingCode::NotPriced {
                    product: product.id.clone(),
                }
            };
            findings.push(note(
                Severity::Warning,
                format!("{}.users", library.path),
                code,
                &["PRD-1"],
            ));
        }
        if !libraries.is_empty() {
            let mut finding = note(
                Severity::Note,
                self.path("libraries"),
                FindingCode::LibraryRestriction,
                &["PRD-1"],
            );
            finding.cites = self.rule_cites("PRD-1");
            findings.push(finding);
        }
    }

    fn saving_note(&self, saving: &SavingPlan, findings: &mut Vec<Finding>) {
        let Some(claim) = self
            .catalogue
            .claims
            .iter()
            .find(|claim| claim.id == "average-saving")
        else {
            return;
        };
        let percent = saving
            .rate
            .value
            .times(Ratio::whole(100))
            .map_or(0, Ratio::floor);
        let code = FindingCode::SavingOutsideClaim {
            percent,
            low: claim.low_percent,
            high: claim.high_percent,
        };
        let mut finding = note(Severity::Note, self.path("singlePrices"), code, &["PRG-2"]);
        finding.cites.clone_from(&claim.cites);
        findings.push(finding);
    }

    /// What the search could not prove.
    fn orders_notes(&self, findings: &mut Vec<Finding>) {
        if self.solution.proof == crate::plan::Proof::BestFound {
            let gap = self.solution.worth.charge - self.solution.bound.charge;
            let code = FindingCode::GapLeft {
                minor: self.agreement.priced().then_some(gap),
                exams: self.solution.worth.exams - self.solution.bound.exams,
            };
            findings.push(note(Severity::Note, self.path("groups"), code, &[]));
        }
    }
}
