//! What to know about a plan: findings after the search, products left out, assumptions and conflicts it rests on.

use crate::catalogue::{Cite, Family, ProductKind, Track};
use crate::domain::Set;
use crate::domain::{Day, Ratio};
use crate::explain::Scene;
use crate::finding::{Finding, FindingCode, Repair, RepairAction, Severity};
use crate::plan::{LeftOut, LeftOutReason, LibraryPlan, NeedLine, OrderLine, SavingPlan};
use crate::policy::{Expiry, McpCoversFundamentals, McpCoversRoleBased, Months};
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

    fn path(&self, field: &str) -> String {
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
    }

    fn need_notes(&self, needs: &[NeedLine], findings: &mut Vec<Finding>) {
        for (place, need) in needs
            .iter()
            .enumerate()
            .filter(|(_, need)| need.uncovered > 0)
        {
            let code = FindingCode::NeedUncovered {
                site: need.site.clone(),
                audience: need.audience,
                family: need.family,
                sitting: need.sitting,
                exams: need.uncovered,
            };
            let (path, group) = self.group_of(place);
            let mut finding = note(Severity::Blocker, path.clone(), code, &["PRG-4", "COD-7"]);
            if let Some(day) = group.and_then(|()| self.first_day_that_works(place)) {
                finding.repairs.push(Repair {
                    action: RepairAction::MoveSitting,
                    path,
                    value: day.to_string(),
                });
            }
            findings.push(finding);
        }
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
            findings.push(note(severity, self.group_of(place).0, code, &["COD-7"]));
        }
        let fundamentals = needs.iter().any(|need| need.family == Family::Fundamentals);
        if fundamentals {
            let place = needs
                .iter()
                .position(|need| need.family == Family::Fundamentals)
                .unwrap_or(0);
            let mut finding = note(
                Severity::Note,
                self.group_of(place).0,
                FindingCode::FundamentalsInNoPack,
                &["PRD-11"],
            );
            finding.cites = self.conflict_cites("fundamentals-packs");
            findings.push(finding);
        }
    }

    /// The field of the sitting of the first group behind a need, and whether its day was given.
    fn group_of(&self, need: usize) -> (String, Option<()>) {
        let fallback = (self.path("groups"), None);
        let Some(key) = self.solution.needs.get(need).map(|need| need.key) else {
            return fallback;
        };
        let groups = self
            .agreement
            .groups
            .iter()
            .zip(&self.solution.demand.groups);
        for (group, targets) in
            groups.filter(|(group, _)| group.site == key.site && group.audience == key.audience)
        {
            for target in targets {
                let mut families = target
                    .own
                    .iter()
                    .chain(&target.before)
                    .map(|taken| taken.family);
                if families.any(|family| family == key.family)
                    && let Some(sitting) = target
                        .sittings
                        .iter()
                        .find(|sitting| sitting.day == key.sitting)
                {
                    let given = sitting.given.then_some(());
                    return (
                        if sitting.given {
                            sitting.path.clone()
                        } else {
                            format!("{}.people", group.path)
                        },
                        given,
                    );
                }
            }
        }
        fallback
    }

    /// The first day of the agreement by which some product that fits a need could still arrive.
    fn first_day_that_works(&self, need: usize) -> Option<Day> {
        let key = self.solution.needs.get(need)?.key;
        let leads = crate::rules::delivery::Leads {
            facts: &self.catalogue.delivery,
            invoice_lag: u32::from(self.agreement.policies.invoice_lag),
        };
        let passed = self
            .solution
            .candidates
            .passed
            .iter()
            .filter(|(_, sitting, _)| *sitting == key.sitting);
        let earliest = self.today.max(self.agreement.span.first());
        let order = self
            .agreement
            .calendar
            .business_day_after(earliest.plus_days(-1)?, 1)?;
        let arrives = passed.filter_map(|(product, _, _)| {
            leads.dates(order, product.kind, &self.agreement.calendar)
        });
        arrives
            .map(|dates| dates.latest)
            .min()
            .filter(|day| self.agreement.span.contains(*day) && *day > key.sitting)
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
                        finding.repairs.push(Repair {
                            action: RepairAction::AuthoriseTestCentre,
                            path,
                            value: day.to_string(),
                        });
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
    fn mta_sales_ended(&self, day: Day) -> bool {
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
        let Some(product) = self
            .catalogue
            .products
            .iter()
            .find(|product| product.kind == ProductKind::ReferenceLibrary)
        else {
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

    /// Products that could serve a need but are left out, each with its first reason.
    pub fn left_out(&self) -> Vec<LeftOut> {
        let mut list: Vec<LeftOut> = Vec::new();
        for (product, reason, cites) in &self.solution.candidates.left_out {
            if !list.iter().any(|known| known.product == product.id) {
                list.push(LeftOut {
                    product: product.id.clone(),
                    reason: reason.clone(),
                    cites: cites.clone(),
                });
            }
        }
        list
    }

    /// Assumptions of the catalogue that the plan rests on.
    pub fn assumptions(&self, lines: &[OrderLine], findings: &[Finding]) -> Vec<String> {
        let mut wanted: Set<&str> = Set::default();
        let policies = &self.agreement.policies;
        for line in lines {
            let product = self.catalogue.product(&line.product);
            for id in product
                .map(|product| product.assumptions.as_slice())
                .unwrap_or_default()
            {
                let sale = id.ends_with("stay-on-sale");
                if !sale || self.mta_sales_ended(line.order_day.value) {
                    wanted.insert(id);
                }
            }
        }
        if !lines.is_empty() {
            wanted.extend([
                "one-order-day-per-sitting",
                "plan-on-the-latest-delivery",
                "last-day-before-anniversary",
            ]);
            wanted.extend([
                "no-early-order-for-a-cheaper-term",
                "exam-taken-by-the-date",
                "months-to-the-end-of-the-term",
            ]);
            if policies.invoice_lag == 0 {
                wanted.insert("invoiced-on-the-order-day");
            }
        }
        if self.agreement.priced() && !lines.is_empty() {
            wanted.extend(["money-rounds-half-up", "one-price-by-default"]);
        }
        if self.agreement.programme.id == "ovs-es" {
            wanted.insert("open-value-follows-the-ees-clause");
        }
        if matches!(self.agreement.programme.id.as_str(), "school" | "ovs-es") {
            wanted.insert("school-sells-what-the-document-says");
        }
        if self.solution.free.is_some() {
            wanted.extend([
                "free-vouchers-once",
                "free-vouchers-live-twelve-months",
                "imagine-academy-goes-on",
            ]);
        }
        let taken = |family| {
            self.solution
                .needs
                .iter()
                .any(|need| need.key.family == family)
        };
        if taken(Family::Fundamentals) {
            wanted.insert("site-packs-not-for-fundamentals");
            if policies.mcp_covers_fundamentals != McpCoversFundamentals::None {
                wanted.insert("mcp-voucher-for-fundamentals");
            }
        }
        let targets = self.solution.demand.groups.iter().flatten();
        for target in targets {
            wanted.insert("levels-by-track");
            if target.certification.track == Track::RoleBased
                && policies.mcp_covers_role_based == McpCoversRoleBased::Yes
            {
                wanted.insert("role-based-counts-as-mcp");
            }
            match target.certification.track {
                Track::Mta => {
                    wanted.insert("semester-is-five-months");
                }
                Track::Mce => {
                    wanted.insert("mce-goes-on");
                }
                _ => {}
            }
        }
        if self
            .agreement
            .groups
            .iter()
            .any(|group| group.attempts.value > 1)
        {
            wanted.extend(["attempts-are-independent", "waits-in-whole-days"]);
        }
        if findings
            .iter()
            .any(|finding| matches!(finding.code, FindingCode::ZeroFactor { .. }))
        {
            wanted.insert("no-full-month-no-order");
        }
        let all = self.catalogue.assumptions.iter();
        all.filter(|assumption| wanted.contains(&assumption.id.as_str()))
            .map(|assumption| assumption.id.clone())
            .collect()
    }

    /// Conflicts of the catalogue that touch the plan.
    pub fn conflicts(
        &self,
        lines: &[OrderLine],
        findings: &[Finding],
        assumptions: &[String],
    ) -> Vec<String> {
        let mut wanted: Set<&str> = Set::default();
        if !lines.is_empty() {
            wanted.extend([
                "code-expiry",
                "code-delivery",
                "order-end-dates",
                "minimum-months",
                "price-tiers",
                "transfer",
            ]);
        }
        for line in lines {
            match line.kind {
                ProductKind::ClassPack => {
                    wanted.extend(["class-pack-licence", "class-pack-certifications"]);
                }
                ProductKind::SitePack => {
                    wanted.insert("site-pack-points");
                }
                ProductKind::ReferenceLibrary => {
                    wanted.insert("e-reference-sale");
                }
                ProductKind::Voucher => {}
            }
            if line.term_end.value == self.agreement.span.last() {
                wanted.insert("term-after-agreement");
            }
        }
        if self
            .solution
            .needs
            .iter()
            .any(|need| need.key.family == Family::Fundamentals)
        {
            wanted.insert("fundamentals-packs");
        }
        let retakes = self
            .agreement
            .groups
            .iter()
            .any(|group| group.attempts.value > 1);
        let mta = self
            .solution
            .needs
            .iter()
            .any(|need| matches!(need.key.family, Family::Mta | Family::Mce));
        if retakes {
            wanted.insert("retake-year");
            if mta {
                wanted.insert("mta-retake-wait");
            }
        }
        if assumptions
            .iter()
            .any(|id| id == "school-sells-what-the-document-says")
        {
            wanted.insert("programmes");
        }
        for finding in findings {
            if let FindingCode::EndDisputed { of, .. } = &finding.code {
                wanted.extend(
                    self.catalogue
                        .conflicts
                        .iter()
                        .map(|conflict| conflict.id.as_str())
                        .filter(|id| {
                            id.strip_prefix("end-of-")
                                .is_some_and(|exam| of.to_ascii_lowercase().starts_with(exam))
                        }),
                );
            }
        }
        let all = self.catalogue.conflicts.iter();
        all.filter(|conflict| wanted.contains(&conflict.id.as_str()))
            .map(|conflict| conflict.id.clone())
            .collect()
    }

    fn conflict_cites(&self, id: &str) -> Vec<Cite> {
        let conflict = self
            .catalogue
            .conflicts
            .iter()
            .find(|conflict| conflict.id == id);
        conflict
            .map(|conflict| {
                conflict
                    .sides
                    .iter()
                    .flat_map(|side| side.cites.clone())
                    .collect()
            })
            .unwrap_or_default()
    }

    fn rule_cites(&self, id: &str) -> Vec<Cite> {
        self.catalogue
            .rules
            .iter()
            .find(|rule| rule.id == id)
            .map(|rule| rule.cites.clone())
            .unwrap_or_default()
    }
}
