//! What the planner answers: what to order, when, for how much, and why.
//!
//! Every number a person may ask about is [`Explained`]: beside it stands the figure that says why.
#![allow(
    missing_docs,
    reason = "fields of variants are named after what they hold"
)]

pub mod benefits;

use serde::Serialize;

use crate::catalogue::{Audience, Cite, Family, LicenceType, ProductKind};
use crate::domain::{Day, Ratio};
use crate::figure::{Explained, Figure};
use crate::finding::Finding;
use crate::policy::Choice;
use crate::problem::Problem;

/// The version of this layout.
pub const VERSION: u32 = 1;

/// Declares the records of a plan, all with the same derives.
macro_rules! records {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$field_doc:meta])* $field:ident : $kind:ty ),* $(,)? } )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize)]
            #[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify), tsify(missing_as_null))]
            #[cfg_attr(test, derive(schemars::JsonSchema))]
            #[serde(rename_all = "camelCase")]
            pub struct $name { $( $(#[$field_doc])* pub $field: $kind, )* }
        )+
    };
}

pub(crate) use records;

/// The answer to a scenario: a plan, or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Reply {
    /// The scenario was read; here is its plan.
    Planned { plan: Box<Plan> },
    /// The scenario cannot be planned before these are put right.
    Refused { problems: Vec<Problem> },
}

/// How far the optimiser got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// Nothing is to be ordered.
    NothingToOrder,
    /// No plan over the candidate order days is better; the lower bound equals the value.
    Optimal,
    /// The best plan found; the gap to the lower bound is proven, not closed.
    BestFound,
}

/// What an unordered product or choice lost by, against the row chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Verdict {
    /// This row is the plan.
    Chosen,
    /// It costs so many minor units more.
    CostsMore { minor: i64 },
    /// It costs the same and buys so many exams more.
    BuysMore { exams: i64 },
    /// It costs and buys the same in so many packs and vouchers more.
    MoreUnits { units: i64 },
    /// Equal in all that counts; the larger number of this product comes first.
    LaterInOrder { product: String },
}

/// What happens on a day of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is named by the span or day it marks")]
pub enum Moment {
    Agreement,
    Term,
    Preparation,
    Order,
    Acknowledgement,
    Invoice,
    Delivery,
    Usable,
    Sitting,
    Retakes,
    LatestStart,
    OrderBy,
    TestCentre,
    TestCentreMissing,
    ExamEnds,
    FreeVouchers,
    Access,
    SaleEnds,
    Today,
}

/// Which limit a window's end comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// Twelve months from the purchase.
    Purchase,
    /// The end of the order's term.
    Term,
    /// The end of the agreement.
    Agreement,
}

/// How codes or access arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Fulfilment {
    /// An automatic mail opens the site pack's administration site (COD-10).
    SitePackMail,
    /// The list of codes is mailed to the notices and online contact named in the order (COD-8).
    CodeListMail,
    /// Codes reach the administrator electronically (COD-1).
    Codes,
}

records! {
    /// A plan for every agreement of a scenario.
    Plan {
        /// Of this layout: 1.
        version: u32,
        /// The day the plan was made for.
        today: Day,
        /// The day of the catalogue it rests on.
        catalogue: Day,
        /// Search nodes that each choice of packs was allowed: with more, what is only the best found may get better.
        nodes: u32,
        /// A plan for each agreement, in the scenario's order.
        agreements: Vec<AgreementPlan>,
        /// Total charges by currency.
        totals: Vec<CurrencyTotal>,
        /// What to know, the gravest first.
        findings: Vec<Finding>,
        /// Every figure; the plan and the figures refer to them by number.
        figures: Vec<Figure>,
    }

    /// What everything in one currency costs.
    CurrencyTotal {
        /// ISO 4217.
        currency: String,
        /// Decimal places of the minor unit.
        places: u32,
        /// Minor units.
        charge: Explained<i64>,
    }

    /// The plan for one agreement.
    AgreementPlan {
        /// As in the scenario, or its place: `1`.
        id: String,
        /// As in the scenario.
        name: String,
        /// The programme's id.
        programme: String,
        /// The first day.
        start: Day,
        /// The last day.
        end: Day,
        /// ISO 4217; absent without prices.
        currency: Option<String>,
        /// Decimal places of the minor unit.
        places: u32,
        /// How far the optimiser got, over all lines.
        proof: Proof,
        /// Whole months left in it, from today or its first day on.
        months_left: Explained<Ratio>,
        /// The answer in numbers.
        summary: Summary,
        /// What to order, by day, then product.
        lines: Vec<OrderLine>,
        /// How many exams each group needs.
        groups: Vec<GroupPlan>,
        /// Needs by site, audience, family and sitting.
        needs: Vec<NeedLine>,
        /// What chance leaves, by family.
        families: Vec<FamilyOutlook>,
        /// How the packs were chosen, with what each alternative loses by.
        choices: Vec<PackChoice>,
        /// The Imagine Academy's free vouchers.
        free_vouchers: Option<FreeVouchersPlan>,
        /// The Imagine Academy membership, if its invoice day is given.
        membership: Option<MembershipPlan>,
        /// What of the stock is used.
        stock: Vec<StockUse>,
        /// Libraries of reference books.
        libraries: Vec<LibraryPlan>,
        /// Training days and vouchers of Software Assurance, if any were entered.
        training: Option<benefits::TrainingPlan>,
        /// What the discounts of the Imagine Academy come to; empty where none was asked for or granted.
        discounts: Vec<benefits::DiscountPlan>,
        /// Charges by month and fiscal year.
        budget: Budget,
        /// Terms that orders open, placed and planned.
        terms: Vec<TermPlan>,
        /// Days and spans to draw.
        timeline: Vec<TimelineEntry>,
        /// Products that were left out, and why.
        left_out: Vec<LeftOut>,
        /// Every policy with the choice made.
        policies: Vec<PolicyUse>,
        /// Assumptions of the catalogue that the plan rests on, by id.
        assumptions: Vec<String>,
        /// Conflicts of the catalogue that touch the plan, by id.
        conflicts: Vec<String>,
        /// The saving against the user's own single prices (PRG-2).
        saving: Option<SavingPlan>,
    }

    /// The answer in numbers.
    Summary {
        /// Total charge in minor units; absent without prices.
        charge: Option<Explained<i64>>,
        /// Exams needed at the service level, over all lines.
        exams_needed: Explained<i64>,
        /// Exams to buy after free vouchers and stock.
        exams_to_buy: Explained<i64>,
        /// Exams in the packs and vouchers ordered.
        exams_bought: Explained<i64>,
        /// Exams planned for needs that are not needed on average: what certainty costs.
        expected_unused: Explained<Ratio>,
        /// Exams bought and not used: lost, because codes are not refunded.
        exams_unused: Explained<i64>,
        /// The first order day, if anything is ordered.
        first_order: Option<Explained<Day>>,
    }

    /// All units of one product ordered on one day.
    OrderLine {
        /// Unique in the agreement: product and day.
        id: String,
        /// The product's id.
        product: String,
        /// How the planner treats it.
        kind: ProductKind,
        /// The type of licence to write on the order (PRG-7).
        licence: Option<LicenceType>,
        /// The user's part number, if given.
        part_number: String,
        /// Units.
        units: Explained<i64>,
        /// Units by site; one entry without a site where the line serves all.
        sites: Vec<SiteUnits>,
        /// When to order at the latest, which is when the plan orders.
        order_day: Explained<Day>,
        /// Exams in one unit, after proration where the policy says so.
        exams_per_unit: Option<Explained<i64>>,
        /// Exams in the line.
        exams: Option<Explained<i64>>,
        /// Exams of the line that needs use.
        used: Option<Explained<i64>>,
        /// Exams of the line that nobody uses.
        unused: Option<Explained<i64>>,
        /// When the charge starts to count.
        coverage_start: Explained<Day>,
        /// When the order's term ends.
        term_end: Explained<Day>,
        /// Months charged.
        months: Explained<Ratio>,
        /// The part of twelve months that is charged.
        factor: Explained<Ratio>,
        /// The user's price of a unit for twelve months, with breaks applied; minor units.
        unit_price: Option<Explained<i64>>,
        /// What one unit costs; minor units. Absent where the line is rounded as a whole.
        unit_charge: Option<Explained<i64>>,
        /// What the line costs; minor units.
        charge: Option<Explained<i64>>,
        /// The last day for the order's acknowledgement.
        acknowledged: Explained<Day>,
        /// The day of the invoice.
        invoice: Explained<Day>,
        /// When codes arrive at the earliest.
        earliest_delivery: Explained<Day>,
        /// When codes arrive at the latest; the plan counts on this.
        latest_delivery: Explained<Day>,
        /// The last day an exam can be taken with it; absent for access products.
        usable_until: Option<Explained<Day>>,
        /// The days that were compared for it, by what limits.
        limits: Vec<LimitDay>,
        /// How it arrives.
        fulfilment: Fulfilment,
        /// The contact to be named in the order, if given (COD-8).
        contact: String,
    }

    /// Units of a line for a site.
    SiteUnits {
        /// A site's id; absent where the units serve all sites.
        site: Option<String>,
        /// How many.
        units: i64,
    }

    /// A day that was compared for the end of a window.
    LimitDay {
        /// What limits it.
        limit: Limit,
        /// The last day by it.
        day: Explained<Day>,
        /// Whether it binds.
        binding: bool,
    }

    /// What one group needs.
    GroupPlan {
        /// As in the scenario, or its place: `1`.
        id: String,
        /// As in the scenario.
        name: String,
        /// A site's id.
        site: String,
        /// Who they are.
        audience: Audience,
        /// How many.
        people: Explained<i64>,
        /// Its certifications.
        certifications: Vec<CertificationPlan>,
    }

    /// What one certification of a group takes.
    CertificationPlan {
        /// The certification's id.
        certification: String,
        /// Exams each person takes, prerequisites included, passed ones not.
        exams_per_person: Explained<i64>,
        /// The exams, each on the list or as one of several.
        exams: Vec<ExamChoice>,
        /// The prerequisite that was added, if one is unmet.
        prerequisite: Option<String>,
        /// When people are ready.
        ready: Explained<Day>,
        /// Attempts counted on, after the retake rule and the time there is.
        attempts: Explained<i64>,
        /// Its sittings.
        sittings: Vec<SittingPlan>,
    }

    /// Exams of which so many are taken.
    ExamChoice {
        /// How many.
        choose: u32,
        /// Out of these.
        of: Vec<String>,
        /// How many of them are passed already.
        passed: u32,
        /// How many of them are taken for another certification of the group, and counted there.
        shared: u32,
    }

    /// A sitting of a group.
    SittingPlan {
        /// The day.
        day: Explained<Day>,
        /// How many people.
        people: i64,
        /// The day by which retakes are done.
        last_day: Explained<Day>,
        /// When preparation has to start at the latest.
        latest_preparation_start: Explained<Day>,
        /// The first last safe day of the orders that serve it; absent where nothing is to be ordered.
        order_by: Option<Explained<Day>>,
        /// Whether it is planned; a finding says why not.
        planned: bool,
    }

    /// A need that vouchers have to cover: one site, audience, family and sitting.
    NeedLine {
        /// A site's id.
        site: String,
        /// Who they are.
        audience: Audience,
        /// What the vouchers must cover.
        family: Family,
        /// The first day they must be usable.
        sitting: Day,
        /// The last day they must be usable.
        last_day: Explained<Day>,
        /// At the service level.
        need: Explained<i64>,
        /// The mean.
        expected: Explained<Ratio>,
        /// If everybody passes at once.
        least: Explained<i64>,
        /// If everybody needs every attempt.
        most: Explained<i64>,
        /// The chance that the need is higher than planned, rounded to a millionth.
        chance_short: Explained<Ratio>,
        /// How many of the exams planned are not needed on average, rounded to a millionth.
        expected_unused: Explained<Ratio>,
        /// What covers it.
        covered_by: Vec<Cover>,
        /// What nothing covers.
        uncovered: i64,
    }

    /// What chance leaves of a family's needs, all lines together.
    FamilyOutlook {
        /// The family.
        family: Family,
        /// Exams needed at the service level.
        need: Explained<i64>,
        /// How many of them are not needed on average.
        expected_unused: Explained<Ratio>,
        /// The chance that some line needs more than planned, before vouchers left over by other lines are shared.
        chance_short: Explained<Ratio>,
    }

    /// What covers a part of a need.
    Cover {
        /// `free`, `stock` or `bought`.
        kind: CoverKind,
        /// The order line's id, or the stock's place.
        id: String,
        /// How many exams.
        exams: i64,
    }

    /// A choice of the optimiser: needs that share products, and how they could be served.
    PackChoice {
        /// A site's id; absent where the products serve all sites.
        site: Option<String>,
        /// The sittings, by day.
        sittings: Vec<Day>,
        /// Exams to buy, by family.
        needs: Vec<FamilyNeed>,
        /// How far the optimiser got.
        proof: Proof,
        /// The objective's first part that no plan can go below: minor units, or exams without prices.
        lower_bound: Explained<i64>,
        /// The best row first; each with what it loses by.
        rows: Vec<PackRow>,
        /// Search nodes that the proof took.
        nodes: u32,
        /// Rounded inequalities that the proof could draw on.
        cuts: u32,
        /// What keeps each number of units from being smaller.
        binding: Vec<Binding>,
    }

    /// Why not one unit fewer: exams that would stay uncovered.
    Binding {
        /// The product's id.
        product: String,
        /// When it is ordered.
        day: Day,
        /// Exams that one unit fewer leaves uncovered.
        missing: i64,
        /// What they are for: these families together fall short.
        families: Vec<Family>,
        /// At these sittings together.
        sittings: Vec<Day>,
    }

    /// Exams to buy of a family.
    FamilyNeed {
        /// The family.
        family: Family,
        /// How many.
        exams: i64,
    }

    /// One way to buy.
    PackRow {
        /// Units by product, in the catalogue's order; none at 0.
        units: Vec<ProductUnits>,
        /// Minor units; absent without prices.
        charge: Option<i64>,
        /// Exams bought.
        exams: i64,
        /// Exams nobody uses.
        unused: i64,
        /// Packs and vouchers.
        packs: i64,
        /// What it loses by.
        verdict: Verdict,
    }

    /// Units of a product.
    ProductUnits {
        /// The product's id.
        product: String,
        /// When they would be ordered; absent where several days are added up.
        day: Option<Day>,
        /// How many.
        units: i64,
    }

    /// The Imagine Academy's free vouchers under an agreement.
    FreeVouchersPlan {
        /// Granted by the agreement.
        granted: Explained<i64>,
        /// Used or given away before.
        used_before: Explained<i64>,
        /// Used by the plan.
        used: i64,
        /// Left after the plan.
        left: i64,
        /// The last day they can be used.
        until: Explained<Day>,
        /// By site.
        sites: Vec<SiteUnits>,
    }

    /// The Imagine Academy membership (PRD-3).
    MembershipPlan {
        /// Its last day.
        until: Explained<Day>,
        /// The last day on which it can be renewed without losing its id and data.
        grace: Explained<Day>,
    }

    /// What of a stock is used.
    StockUse {
        /// Its place in the scenario's list, from 0.
        index: u32,
        /// Used by the plan.
        used: i64,
        /// Left over.
        left: i64,
        /// The last day it can be used.
        until: Day,
    }

    /// A library of reference books.
    LibraryPlan {
        /// As in the scenario.
        name: String,
        /// One for each user.
        licences: Explained<i64>,
        /// The first day of access the plan counts on.
        from: Explained<Day>,
        /// The last day of access.
        until: Explained<Day>,
        /// Days of access.
        days: Explained<i64>,
        /// The order line.
        line: String,
    }

    /// What is charged when.
    Budget {
        /// By month in which a charge is booked.
        months: Vec<MonthBudget>,
        /// By fiscal year.
        years: Vec<YearBudget>,
    }

    /// The charges of a month.
    MonthBudget {
        /// Its first day.
        month: Day,
        /// Minor units.
        charge: Explained<i64>,
    }

    /// The charges of a fiscal year.
    YearBudget {
        /// Its first day.
        start: Day,
        /// Its last day.
        end: Day,
        /// Minor units.
        charge: Explained<i64>,
    }

    /// A term that orders open.
    TermPlan {
        /// The product, where each has its own terms.
        product: Option<String>,
        /// The day of the order that opens it.
        opened: Day,
        /// Whether an order already placed opens it.
        placed: bool,
        /// When its coverage starts.
        start: Day,
        /// When it ends.
        end: Day,
    }

    /// A day or span to draw.
    TimelineEntry {
        /// What it marks.
        moment: Moment,
        /// The first day.
        from: Day,
        /// The last day; the same for a day.
        until: Day,
        /// The product, group, certification, exam or site it belongs to, by id.
        of: String,
        /// The order line, where it belongs to one.
        line: Option<String>,
        /// The rule it follows.
        rule: Option<&'static str>,
    }

    /// A product that was left out, and why.
    LeftOut {
        /// The product's id.
        product: String,
        /// Why.
        reason: LeftOutReason,
        /// Where that was read.
        cites: Vec<Cite>,
    }

    /// A policy with the choice made.
    PolicyUse {
        /// The policy and the choice.
        choice: Choice,
        /// Whether it is the default.
        default: bool,
    }

    /// What is saved against single prices that the user gave.
    SavingPlan {
        /// What all exams needed would cost singly; minor units.
        single_cost: Explained<i64>,
        /// What is saved; minor units.
        saving: Explained<i64>,
        /// The saved part.
        rate: Explained<Ratio>,
        /// Whether it lies in the band the document speaks of.
        within_claim: bool,
    }
}

/// What covers a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CoverKind {
    /// Free staff vouchers.
    Free,
    /// Stock in hand.
    Stock,
    /// Vouchers to be ordered.
    Bought,
}

/// Why a product was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum LeftOutReason {
    /// The programme does not sell it.
    NotSold,
    /// No source says whether the programme sells it.
    UnknownWhetherSold,
    /// Its sale has ended.
    SaleEnded { day: Day },
    /// The user gave no price for it, while others have one.
    NoPrice,
    /// No order day from today on is early enough.
    TooLate { sitting: Day },
    /// Nothing would be charged: its coverage starts after its term.
    NothingLeft { day: Day },
    /// The people may not use it.
    Audience,
}
