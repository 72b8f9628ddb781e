//! What a plan rests on: products left out, assumptions, conflicts of the texts.

use crate::catalogue::{Cite, Family, ProductKind, Track};
use crate::domain::Set;
use crate::explain::Scene;
use crate::finding::{Finding, FindingCode};
use crate::plan::{LeftOut, OrderLine};
use crate::policy::{McpCoversFundamentals, McpCoversRoleBased};

impl Scene<'_, '_> {
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
        let training = self.agreement.training.as_ref();
        if training.is_some_and(|training| !training.vouchers.is_empty()) {
            wanted.extend(["training-voucher-last-day", "training-days-return"]);
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

    /// Where the sides of a conflict were read.
    pub fn conflict_cites(&self, id: &str) -> Vec<Cite> {
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

    /// Where a rule of the document stands.
    pub fn rule_cites(&self, id: &str) -> Vec<Cite> {
        self.catalogue
            .rules
            .iter()
            .find(|rule| rule.id == id)
            .map(|rule| rule.cites.clone())
            .unwrap_or_default()
    }
}
