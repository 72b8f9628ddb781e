//! What a plan says of benefits beside the exams.

use serde::Serialize;

use crate::domain::Day;
use crate::figure::Explained;
use crate::plan::records;

records! {
    /// Training days and vouchers of Software Assurance (PRG-3).
    TrainingPlan {
        /// Days that no voucher holds, as entered.
        held: Explained<i64>,
        /// Days that came back from vouchers that have ended.
        returned: Explained<i64>,
        /// Both together.
        pool: Explained<i64>,
        /// The last day on which they can go into a voucher.
        until: Explained<Day>,
        /// Whether that day has passed: then the days are lost.
        lapsed: bool,
        /// The vouchers, in the scenario's order.
        vouchers: Vec<TrainingVoucherPlan>,
    }

    /// What becomes of a training voucher.
    TrainingVoucherPlan {
        /// Its last day.
        until: Explained<Day>,
        /// Days not taken yet.
        unused: Explained<i64>,
        /// Whether it has ended.
        ended: bool,
        /// What becomes of the days not taken.
        rest: VoucherRest,
    }

    /// A purchase at a discount of the Imagine Academy (PRD-5), in minor units of the agreement's currency.
    DiscountPlan {
        /// The benefit's id, such as `mct-discount`.
        benefit: String,
        /// What it costs without the discount.
        price: Explained<i64>,
        /// What is paid.
        paid: Explained<i64>,
        /// What is saved.
        saved: Explained<i64>,
    }
}

/// What becomes of the days that a voucher leaves unused when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum VoucherRest {
    /// There are none.
    None,
    /// They can go into another voucher.
    Returns,
    /// They are lost.
    Lost,
}
