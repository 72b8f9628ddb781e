//! What a user should know about a plan: graded, at the field it concerns, with the repair that fixes it.
//!
//! Codes and values only; the page owns the sentences.
#![allow(
    missing_docs,
    reason = "a variant says what is wrong; its fields are named after what they hold"
)]

use serde::Serialize;

use crate::catalogue::{Audience, Cite, Family};
use crate::domain::Day;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Some need stays uncovered, or money must not be spent before something is done.
    Blocker,
    /// Money or time may be lost.
    Warning,
    /// Worth knowing.
    Note,
}

/// Something to know about a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// The field it concerns, such as `agreements[0].groups[2].sittings[0].day`.
    pub path: String,
    /// What it is.
    #[serde(flatten)]
    pub code: FindingCode,
    /// Rules of the source document behind it.
    pub rules: Vec<&'static str>,
    /// Where its facts were read.
    pub cites: Vec<Cite>,
    /// What would put it right.
    pub repairs: Vec<Repair>,
}

/// A change of the scenario that puts a finding right: set the field to the value, and the others with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Repair {
    /// What the repair does.
    pub action: RepairAction,
    /// The field to set.
    pub path: String,
    /// The value to set it to.
    pub value: String,
    /// Fields to set with it: exam days of others that need the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
    pub also: Vec<FieldChange>,
    /// What the plan comes to with it, where it was planned again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
    pub effect: Option<RepairEffect>,
}

impl Repair {
    /// A repair of one field that was not planned again.
    #[must_use]
    pub fn new(action: RepairAction, path: String, value: String) -> Self {
        Self {
            action,
            path,
            value,
            also: Vec::new(),
            effect: None,
        }
    }
}

/// A field of the scenario and the value to set it to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FieldChange {
    /// The field.
    pub path: String,
    /// Its value.
    pub value: String,
}

/// What a plan comes to with a repair, made again with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    any(test, target_arch = "wasm32"),
    derive(tsify::Tsify),
    tsify(missing_as_null)
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RepairEffect {
    /// Exams that nothing covers then, in the whole agreement.
    pub uncovered: i64,
    /// The difference of the total charge in minor units; absent without prices, or where no proof was found.
    pub charge: Option<i64>,
    /// The difference of exams bought.
    pub exams: i64,
    /// Whether no other repair of the finding leaves less uncovered, or as little for a lower charge.
    pub cheapest: bool,
}

/// One of the facts and entries that together make it impossible to cover a need.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(
    any(test, target_arch = "wasm32"),
    derive(tsify::Tsify),
    tsify(missing_as_null)
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConflictPart {
    /// What it is.
    pub fact: ConflictFact,
    /// The field it was entered in; absent where a source says so.
    pub path: Option<String>,
}

/// What stands in the way of a need, together with others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum ConflictFact {
    /// Nothing is ordered before today.
    Today { day: Day },
    /// Nothing is ordered before the agreement starts.
    AgreementStart { day: Day },
    /// Nothing is ordered, charged or used after the agreement ends.
    AgreementEnd { day: Day },
    /// What a product's delivery takes (COD-7, COD-10).
    LeadTime { product: String },
    /// The exams are sat on this day.
    Sitting { day: Day },
    /// Their retakes last until this day.
    Retakes { until: Day },
    /// The site is a test centre only from this day on (COD-9).
    TestCentre { site: String, from: Day },
    /// Codes ordered in time end on this day, with their term (COD-4).
    TermEnd { product: String, day: Day },
    /// Codes ordered in time end on this day, so many months after the purchase (PRD-9).
    CodesEnd { product: String, day: Day },
    /// The product's sale ends on this day.
    SaleEnd { product: String, day: Day },
    /// These people may not use the product.
    Audience { product: String, audience: Audience },
    /// The programme does not sell the product, or no source says that it does (PRG-4).
    Programme {
        programme: String,
        product: String,
        known: bool,
    },
    /// The product has no price while others have one.
    NoPrice { product: String },
    /// A named choice rules the product out.
    Policy {
        policy: &'static str,
        choice: &'static str,
    },
}

/// What a repair does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RepairAction {
    /// Hold the sitting later.
    MoveSitting,
    /// Start to prepare earlier.
    StartPreparation,
    /// Allow fewer attempts.
    FewerAttempts,
    /// Become a test centre by this day.
    AuthoriseTestCentre,
    /// Choose this certification instead.
    ChooseCertification,
    /// Let the agreement end on this day: renew or extend it.
    ExtendAgreement,
    /// Buy under this programme instead.
    ChooseProgramme,
    /// Make this choice instead.
    SwitchPolicy,
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(
    any(test, target_arch = "wasm32"),
    derive(tsify::Tsify),
    tsify(missing_as_null)
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "code",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum FindingCode {
    /// A need that nothing covers.
    NeedUncovered {
        site: String,
        audience: Audience,
        family: Family,
        sitting: Day,
        exams: i64,
        /// What together makes it impossible: without any one of these some product could serve.
        conflict: Vec<ConflictPart>,
    },
    /// The last safe day to order for a sitting has passed.
    OrderDayPassed {
        product: String,
        sitting: Day,
        last_safe: Day,
    },
    /// A site pack's site is not an authorised test centre (COD-9).
    TestCentreMissing { site: String },
    /// A site becomes a test centre only after its sitting (COD-9).
    TestCentreTooLate {
        site: String,
        from: Day,
        sitting: Day,
    },
    /// A sitting before people are ready (PLN-2).
    SittingBeforeReady {
        group: String,
        certification: String,
        sitting: Day,
        ready: Day,
        latest_start: Day,
    },
    /// A sitting outside the agreement (COD-6).
    SittingOutsideAgreement {
        group: String,
        sitting: Day,
        start: Day,
        end: Day,
    },
    /// A sitting in the past.
    SittingPassed { group: String, sitting: Day },
    /// An exam that has ended by the sitting.
    ExamEnded {
        exam: String,
        ended: Day,
        sitting: Day,
    },
    /// A certification that has ended by the sitting.
    CertificationEnded {
        certification: String,
        ended: Day,
        sitting: Day,
    },
    /// Texts disagree on the end of an exam or certification.
    EndDisputed { of: String, days: Vec<Day> },
    /// Vouchers end before the sitting or its retakes.
    CodesEndBefore {
        product: String,
        sitting: Day,
        until: Day,
    },
    /// Exams are bought that nobody uses; codes are not refunded (COD-5).
    ExamsUnused {
        product: String,
        exams: i64,
        minor: Option<i64>,
    },
    /// Nothing would be charged, so the product cannot be ordered on that day.
    ZeroFactor { product: String, day: Day },
    /// The programme does not sell a product that could serve (PRG-4).
    NotSold { product: String, known: bool },
    /// A product that could serve has no price, while others have.
    NotPriced { product: String },
    /// Of this price book nothing is taken: its currency is not the agreement's, and nothing is converted.
    PricesInOtherCurrency {
        name: String,
        date: Day,
        currency: String,
    },
    /// Attempts are cut by the retake rule or by time.
    AttemptsCut {
        group: String,
        certification: String,
        asked: i64,
        allowed: i64,
        by_rule: bool,
    },
    /// A no-show rate changes nothing without rebookings.
    NoShowWithoutRebooking { group: String },
    /// Fundamentals are named with the packs, yet no pack lists them (PRD-11).
    FundamentalsInNoPack,
    /// Free vouchers stay unused until they end (PRD-4).
    FreeVouchersUnused { exams: i64, until: Day },
    /// The agreement's programme does not grant the Imagine Academy (PRD-3).
    NoImagineAcademy { programme: String },
    /// Whether a product is still on sale is assumed.
    SaleAssumed { product: String, assumption: String },
    /// The agreement ends before today or starts after it.
    AgreementNotInForce { start: Day, end: Day },
    /// A saving outside the band that the document speaks of (PRG-2).
    SavingOutsideClaim { percent: i64, low: u32, high: u32 },
    /// A group takes nothing: everything is held or passed.
    NothingToTake { group: String },
    /// A group has no certification yet.
    NoCertification { group: String },
    /// Site packs are for faculty and enrolled students only.
    SitePackAudience { audience: Audience },
    /// E-Reference books may not be printed, copied or shared (PRD-1).
    LibraryRestriction,
    /// The voucher limit that binds differs between the document and the product terms.
    ExpiryDisputed {
        product: String,
        planned: Day,
        other: Day,
    },
    /// The search ended before it could prove that no plan is better: the gap that is left.
    GapLeft { minor: Option<i64>, exams: i64 },
    /// Published examples disagree: under the licence for other products half would be charged.
    MinimumMonthsElsewhere { product: String },
    /// Codes are mailed to the notices contact, and none is given (COD-8).
    ContactMissing,
    /// A training voucher ends before the agreement does and leaves days unused: they return, or are lost (PRG-3).
    TrainingVoucherEnds {
        until: Day,
        days: i64,
        returned: bool,
        past: bool,
    },
    /// A training voucher is made on a day when none can be made any more (PRG-3).
    TrainingVoucherTooLate { last: Day },
    /// Training days can go into vouchers until this day only (PRG-3).
    TrainingDaysLapse { days: i64, until: Day, past: bool },
    /// Training days stopped accruing on this day: before the agreement started, or during it (PRG-3).
    TrainingAccrualEnded { day: Day, before: bool },
    /// Training vouchers serve no Azure courses from this day on (PRG-3).
    AzureCoursesLeft { day: Day },
    /// The agreement does not grant the Imagine Academy, or not yet when it started: no discounts (PRD-5).
    NoAcademyDiscounts {
        programme: String,
        from: Option<Day>,
    },
    /// E-learning is no longer sold; what is held goes on, and nothing is planned (PRD-10).
    LegacyELearning,
}
