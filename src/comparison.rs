//! What the engine answers when a plan is compared with others: other choices, other days, other numbers.
//!
//! Plain numbers: each is the plan of a changed scenario, and that plan explains itself.
#![allow(
    missing_docs,
    reason = "fields of variants are named after what they hold"
)]

use serde::Serialize;

use crate::catalogue::Family;
use crate::domain::Day;
use crate::figure::Value;
use crate::plan::{ProductUnits, records};
use crate::policy::Choice;
use crate::problem::Problem;

/// The answer to a scenario whose plan is to be compared: a comparison, or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum ComparisonReply {
    /// The scenario was read; here is what its plan was compared with.
    Compared { comparison: Comparison },
    /// The scenario cannot be planned before these are put right.
    Refused { problems: Vec<Problem> },
}

records! {
    /// What would change the plan of each agreement of a scenario.
    Comparison {
        /// One for each agreement, in the scenario's order.
        agreements: Vec<AgreementComparison>,
    }

    /// What would change an agreement's plan.
    AgreementComparison {
        /// The agreement's id, as in its plan.
        id: String,
        /// What each policy's other choices would change; only choices that change something.
        policies: Vec<PolicyDifference>,
        /// The three ways to prorate exams side by side, each planned for itself (COD-2).
        benefit_budgets: Vec<PolicyBudget>,
        /// The order for twelve months against the prorated one, each planned for itself (COD-3).
        term_budgets: Vec<PolicyBudget>,
        /// To order everything now against waiting for the last safe days; absent where no order can be placed now.
        waiting: Option<Waiting>,
        /// The smallest changes of a need at which other packs are best.
        break_evens: Vec<BreakEven>,
        /// For choices over several sittings, the best with more or fewer units of a product.
        alternatives: Vec<Alternative>,
        /// What each input would change, the greatest effect on the charge first (on exams bought without prices).
        sensitivity: Vec<Sensitivity>,
        /// Groups whose inputs were not varied: only those with the most people are.
        groups_left: u32,
    }

    /// What a plan comes to.
    Outcome {
        /// Total charge in minor units; absent without prices.
        charge: Option<i64>,
        /// Exams bought.
        exams: i64,
        /// Exams needed that nothing covers.
        uncovered: i64,
        /// Units by product.
        units: Vec<ProductUnits>,
        /// The first order day, if anything is ordered.
        first_order: Option<Day>,
        /// The last day the last code can be used.
        until: Option<Day>,
        /// Whether no better plan exists; otherwise the search ended before it was sure.
        proven: bool,
    }

    /// What a plan comes to under one choice of a policy.
    PolicyBudget {
        /// The choice.
        choice: Choice,
        /// What its plan comes to.
        outcome: Outcome,
    }

    /// What another choice of a policy would change.
    PolicyDifference {
        /// The policy and the other choice.
        choice: Choice,
        /// What it would change.
        difference: Difference,
    }

    /// What lies between two plans: the other less this one.
    Difference {
        /// Of the total charge in minor units, if there are prices.
        charge: Option<i64>,
        /// Of exams bought.
        exams: i64,
        /// Whether order lines differ in product, day or number.
        orders: bool,
        /// Of needs that nothing covers.
        uncovered: i64,
        /// Whether both plans are proven the best; otherwise the difference may be the search's own.
        proven: bool,
    }

    /// To order now, against waiting.
    Waiting {
        /// Everything ordered on the first business day of the agreement from today on.
        now: Outcome,
        /// Everything ordered on the last safe days: the plan.
        planned: Outcome,
    }

    /// The smallest change of a family's need at which another row is best.
    BreakEven {
        /// The place of the choice in the plan's `choices`, from 0.
        choice: u32,
        /// The family.
        family: Family,
        /// Exams more (or fewer, if negative) than needed now.
        change: i64,
        /// The row that is best then.
        units: Vec<ProductUnits>,
        /// What it costs then; minor units.
        charge: Option<i64>,
    }

    /// The best way to serve the needs of a choice with more, or with fewer, units of a product than the plan has.
    Alternative {
        /// The place of the choice in the plan's `choices`, from 0.
        choice: u32,
        /// The product's id.
        product: String,
        /// Units of it, at least or at most.
        bound: i64,
        /// Whether there are more of it, not fewer.
        more: bool,
        /// What is ordered then.
        units: Vec<ProductUnits>,
        /// What it costs; minor units.
        charge: Option<i64>,
        /// Exams bought.
        exams: i64,
        /// Packs and vouchers.
        packs: i64,
        /// Whether nothing better exists under this bound.
        proven: bool,
    }

    /// What a lower and a higher value of one input would change.
    Sensitivity {
        /// The field, such as `agreements[0].groups[2].people`. With people, those of its sittings change in
        /// proportion; with a price, its breaks; all sittings of a group move together.
        path: String,
        /// The value the plan was made with; the first day of several sittings.
        value: Value,
        /// With the lower value; absent where there is none, or sittings could not be held then.
        low: Option<Variation>,
        /// With the higher value; absent likewise.
        high: Option<Variation>,
    }

    /// What another value of an input would change.
    Variation {
        /// The value.
        value: Value,
        /// What it would change.
        difference: Difference,
    }
}
