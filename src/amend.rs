//! From one plan to another: the orders to add, to drop and to change.
//!
//! Lines are the same where product and order day are. What should have been ordered by now cannot be dropped any
//! more: codes are not refunded (COD-5).
#![allow(
    missing_docs,
    reason = "fields of variants are named after what they hold"
)]

use serde::Serialize;

use crate::domain::Day;
use crate::domain::order::sort_by_key;
use crate::plan::{AgreementPlan, OrderLine, Plan, Reply, records};
use crate::planner;
use crate::problem::Problem;
use crate::request::Known;

/// The answer to two scenarios: what leads from one plan to the other, or what is wrong with them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum AmendmentReply {
    /// Both scenarios were read; here is what leads from one plan to the other.
    Amended { amendment: Amendment },
    /// A scenario cannot be planned before these are put right; paths start with `before.` or `after.`.
    Refused { problems: Vec<Problem> },
}

/// What is to be done about an order line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It is new.
    Add,
    /// It is no longer wanted.
    Drop,
    /// Its units, its charge or its last day of use are others.
    Change,
    /// It is no longer wanted, but its order day has passed: whoever has ordered it keeps it (COD-5).
    Keep,
}

records! {
    /// What leads from one plan to another.
    Amendment {
        /// For each agreement of either plan, matched by id: those of the later plan in its order, then the others.
        agreements: Vec<AgreementAmendment>,
    }

    /// What leads from one plan of an agreement to another. Empty lines: the orders are the same.
    AgreementAmendment {
        /// The agreement's id.
        id: String,
        /// ISO 4217, where both plans count in the same currency.
        currency: Option<String>,
        /// The difference of the total charge in minor units of that currency: later less earlier.
        charge: Option<i64>,
        /// The difference of exams bought.
        exams: i64,
        /// Lines that are not the same, by day, then as in the plans.
        lines: Vec<LineAmendment>,
    }

    /// An order line before and after.
    LineAmendment {
        /// What is to be done.
        change: Change,
        /// The product's id.
        product: String,
        /// When it is ordered.
        order_day: Day,
        /// Before; absent where there was no such line.
        before: Option<LineState>,
        /// After; absent where there is no such line.
        after: Option<LineState>,
    }

    /// What an order line comes to.
    LineState {
        /// Units.
        units: i64,
        /// Minor units; absent without prices.
        charge: Option<i64>,
        /// The last day an exam can be taken with it; absent for access products.
        usable_until: Option<Day>,
    }
}

/// What leads from the plan of one scenario to that of another, both written as JSON.
#[must_use]
pub fn amend<'c>(known: impl Into<Known<'c>>, before: &str, after: &str) -> AmendmentReply {
    let known = known.into();
    let mut problems = Vec::new();
    let mut plan = |name: &str, text: &str| match planner::plan_read(known, text) {
        Reply::Planned { plan } => Some(plan),
        Reply::Refused { problems: found } => {
            problems.extend(found.into_iter().map(|problem| Problem {
                path: match problem.path.as_str() {
                    "" => name.to_owned(),
                    path => [name, path].join("."),
                },
                ..problem
            }));
            None
        }
    };
    match (plan("before", before), plan("after", after)) {
        (Some(before), Some(after)) => AmendmentReply::Amended {
            amendment: between(&before, &after),
        },
        _ => AmendmentReply::Refused { problems },
    }
}

/// What leads from one plan to another.
#[must_use]
pub fn between(before: &Plan, after: &Plan) -> Amendment {
    let named = |plan: &'_ Plan, id: &str| {
        let mut agreements = plan.agreements.iter();
        agreements.position(|agreement| agreement.id == id)
    };
    let mut agreements = Vec::new();
    for later in &after.agreements {
        let earlier = named(before, &later.id).and_then(|place| before.agreements.get(place));
        agreements.push(amended(earlier, Some(later), after.today));
    }
    for earlier in &before.agreements {
        if named(after, &earlier.id).is_none() {
            agreements.push(amended(Some(earlier), None, after.today));
        }
    }
    Amendment { agreements }
}

fn amended(
    before: Option<&AgreementPlan>,
    after: Option<&AgreementPlan>,
    today: Day,
) -> AgreementAmendment {
    let [earlier, later] =
        [before, after].map(|plan| plan.map(|plan| plan.lines.as_slice()).unwrap_or_default());
    let mut found = Vec::new();
    for line in later {
        let was = earlier.iter().find(|was| was.id == line.id).map(state);
        let is = state(line);
        if was.as_ref() != Some(&is) {
            let change = was.as_ref().map_or(Change::Add, |_| Change::Change);
            found.push(amendment(line, change, was, Some(is)));
        }
    }
    for line in earlier {
        if !later.iter().any(|is| is.id == line.id) {
            let passed = line.order_day.value < today;
            let change = if passed { Change::Keep } else { Change::Drop };
            found.push(amendment(line, change, Some(state(line)), None));
        }
    }
    sort_by_key(&mut found, |line| line.order_day);
    let either = before.or(after);
    let currencies = [before, after].map(|plan| plan.or(either).map(|plan| &plan.currency));
    let currency = match currencies {
        [Some(one), Some(other)] if one == other => one.clone(),
        _ => None,
    };
    let charge = |plan: Option<&AgreementPlan>| match plan {
        Some(plan) => plan.summary.charge.map(|charge| charge.value),
        None => Some(0),
    };
    let exams = |plan: Option<&AgreementPlan>| plan.map_or(0, |it| it.summary.exams_bought.value);
    AgreementAmendment {
        id: either.map(|plan| plan.id.clone()).unwrap_or_default(),
        charge: currency
            .as_ref()
            .and_then(|_| Some(charge(after)? - charge(before)?)),
        currency,
        exams: exams(after) - exams(before),
        lines: found,
    }
}

fn state(line: &OrderLine) -> LineState {
    LineState {
        units: line.units.value,
        charge: line.charge.map(|charge| charge.value),
        usable_until: line.usable_until.map(|until| until.value),
    }
}

fn amendment(
    line: &OrderLine,
    change: Change,
    before: Option<LineState>,
    after: Option<LineState>,
) -> LineAmendment {
    LineAmendment {
        change,
        product: line.product.clone(),
        order_day: line.order_day.value,
        before,
        after,
    }
}
