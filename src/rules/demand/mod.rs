//! How many exams people will take, when, and what must be ready by then (PLN-1, PLN-2, PLN-5, PRD-2; model 4).

mod judging;
mod sittings;
mod targets;

use crate::catalogue::{Audience, Catalogue, Family, Track};
use crate::domain::{Day, Ratio, Table};
use crate::figure::AttemptTerm;
use crate::finding::{Finding, FindingCode, Severity};
use crate::policy::McpCoversRoleBased;
use crate::request::{Agreement, Group};

pub use sittings::{Cut, Sitting, Tries};
pub use targets::{Taken, Target};

/// What all groups of an agreement take.
#[derive(Clone, Debug, Default)]
pub struct Demand<'c> {
    /// For each group of the agreement, in order.
    pub groups: Vec<Vec<Target<'c>>>,
    /// Needs, by sitting, site, audience and family.
    pub lines: Table<LineKey, Vec<AttemptTerm>>,
}

/// Vouchers that are interchangeable for a need: one sitting, site, audience and family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineKey {
    /// The first day they must be usable.
    pub sitting: Day,
    /// The last day they must be usable: after the waits of all retakes.
    pub last_day: Day,
    /// The place of the site.
    pub site: usize,
    /// Who sits the exams.
    pub audience: Audience,
    /// What the vouchers must cover.
    pub family: Family,
    /// Whether any product can cover it: role-based exams do not count as MCP under one policy.
    pub coverable: bool,
}

/// Whether a sitting of a group is part of a need.
#[must_use]
pub fn feeds(group: &Group<'_>, target: &Target<'_>, sitting: &Sitting<'_>, key: &LineKey) -> bool {
    let mut taken = sitting.taken(target);
    sitting.planned
        && group.site == key.site
        && group.audience == key.audience
        && sitting.day == key.sitting
        && taken.any(|(taken, tries)| taken.family == key.family && tries.last_day == key.last_day)
}

/// Adds up what the groups of an agreement need, and notes what stands in the way.
///
/// `None` where a date leaves the calendar.
#[must_use]
pub fn demand<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    findings: &mut Vec<Finding>,
) -> Option<Demand<'c>> {
    let mut demand = Demand::default();
    for group in &agreement.groups {
        let mut targets: Vec<Target<'c>> = Vec::new();
        if group.certifications.is_empty() {
            let code = FindingCode::NoCertification {
                group: group.id.clone(),
            };
            findings.push(note(
                Severity::Warning,
                format!("{}.certifications", group.path),
                code,
                &["PLN-1"],
            ));
        }
        if group.no_show_rate.value > Ratio::ZERO && group.rebookings.value == 0 {
            let code = FindingCode::NoShowWithoutRebooking {
                group: group.id.clone(),
            };
            findings.push(note(
                Severity::Note,
                group.no_show_rate.path.clone(),
                code,
                &["PRD-2"],
            ));
        }
        for certification in &group.certifications {
            let target = Reading {
                catalogue,
                agreement,
                group,
                today,
                earlier: &targets,
            }
            .target(certification, findings)?;
            add(&mut demand.lines, agreement, group, &target);
            targets.push(target);
        }
        if !targets.is_empty() && targets.iter().all(|target| target.exams() == 0) {
            let code = FindingCode::NothingToTake {
                group: group.id.clone(),
            };
            findings.push(note(
                Severity::Note,
                format!("{}.passed", group.path),
                code,
                &["PLN-1"],
            ));
        }
        demand.groups.push(targets);
    }
    Some(demand)
}

/// A finding without cites and repairs.
#[must_use]
pub fn note(
    severity: Severity,
    path: String,
    code: FindingCode,
    rules: &[&'static str],
) -> Finding {
    Finding {
        severity,
        path,
        code,
        rules: rules.to_vec(),
        cites: Vec::new(),
        repairs: Vec::new(),
    }
}

fn add(
    lines: &mut Table<LineKey, Vec<AttemptTerm>>,
    agreement: &Agreement<'_>,
    group: &Group<'_>,
    target: &Target<'_>,
) {
    for sitting in target.sittings.iter().filter(|sitting| sitting.planned) {
        for (taken, tries) in sitting.taken(target) {
            let role_based =
                taken.family == Family::Mcp && target.certification.track == Track::RoleBased;
            let key = LineKey {
                sitting: sitting.day,
                last_day: tries.last_day,
                site: group.site,
                audience: group.audience,
                family: taken.family,
                coverable: !role_based
                    || agreement.policies.mcp_covers_role_based == McpCoversRoleBased::Yes,
            };
            let bookings = sitting.people.saturating_mul(i64::from(taken.left()));
            let term = AttemptTerm {
                bookings: u32::try_from(bookings).unwrap_or(u32::MAX),
                pass_rate: group.pass_rate.value,
                attempts: tries.attempts,
                no_show_rate: group.no_show_rate.value,
                rebookings: u32::try_from(group.rebookings.value).unwrap_or(0),
            };
            lines.change(key, |terms| {
                let same = terms.iter_mut().find(|known| {
                    AttemptTerm {
                        bookings: 0,
                        ..(**known).clone()
                    } == AttemptTerm {
                        bookings: 0,
                        ..term.clone()
                    }
                });
                match same {
                    Some(known) => known.bookings = known.bookings.saturating_add(term.bookings),
                    None => terms.push(term),
                }
            });
        }
    }
}

/// What one group's certifications are read against.
struct Reading<'a, 'c> {
    catalogue: &'c Catalogue,
    agreement: &'a Agreement<'c>,
    group: &'a Group<'c>,
    today: Day,
    /// What the group takes for the certifications before this one.
    earlier: &'a [Target<'c>],
}
