//! Why a value is what it is: every figure of a plan, with the step that made it and the figures that went in.
//!
//! The figures of a plan form one list; a figure refers to earlier ones by number, so a day that many lines share
//! stands there once. Data only: the page owns the sentences. [`replay`](crate::replay) makes each value again.
#![allow(
    missing_docs,
    reason = "fields of variants are named after what they hold"
)]

use serde::Serialize;

use crate::catalogue::Cite;
use crate::domain::{Day, Ratio, Rounding, Table};
use crate::policy::{Coverage, LastDay, Months};

/// The number of a figure in [`Plan::figures`](crate::plan::Plan::figures).
pub type FigureId = u32;

/// A value and the figure that explains it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Explained<T> {
    /// The value.
    pub value: T,
    /// The figure that says why.
    pub why: FigureId,
}

/// A value of a plan and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// What the value is of.
    pub what: What,
    /// The value.
    pub value: Value,
    /// How it follows from the figures in `of`.
    pub step: Step,
    /// The figures that went in, each before this one in the list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
    pub of: Vec<FigureId>,
    /// Rules of the source document that ask for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
    pub rules: Vec<&'static str>,
    /// Where its facts were read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
    pub cites: Vec<Cite>,
    /// The policy it follows, by name, if one: the choice is in the plan's list.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
    pub policy: Option<&'static str>,
}

/// A value of one of the kinds a plan has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    any(test, target_arch = "wasm32"),
    derive(tsify::Tsify),
    tsify(missing_as_null)
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Value {
    /// A day.
    Day { day: Day },
    /// A whole number of people, exams, units, days or months.
    Count { count: i64 },
    /// An exact fraction: months, a factor, a rate.
    Ratio { ratio: Ratio },
    /// Whole minor units of the agreement's currency.
    Money { minor: i64 },
}

/// What a figure is of. The page has a name for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(
    missing_docs,
    reason = "each is a term of the model, explained where it is computed"
)]
pub enum What {
    Today,
    AgreementStart,
    AgreementEnd,
    OrderDay,
    LastSafeOrderDay,
    CoverageStart,
    TermEnd,
    TwelveMonthsEnd,
    MonthsCharged,
    LeastMonths,
    Factor,
    UnitPrice,
    UnitCharge,
    LineCharge,
    TotalCharge,
    Units,
    ExamsPerUnit,
    ExamsBought,
    ExamsUsed,
    ExamsUnused,
    Acknowledged,
    InvoiceDay,
    InvoiceLag,
    LeadDays,
    EarliestDelivery,
    LatestDelivery,
    PurchaseExpiry,
    ValidMonths,
    UsableUntil,
    People,
    ExamsOfCertification,
    ExamsOfPrerequisite,
    ExamsPassed,
    ExamsShared,
    ExamsPerPerson,
    Attempts,
    AttemptsCap,
    AttemptsInTime,
    RetakesUntil,
    LastExamDay,
    ServiceLevel,
    Need,
    ExpectedNeed,
    LeastNeed,
    MostNeed,
    ChanceShort,
    ExpectedUnused,
    PreparationStart,
    PreparationMonths,
    ReadyDay,
    Sitting,
    LineLastDay,
    RetakeWaits,
    LatestPreparationStart,
    OrderBy,
    FreeGranted,
    FreeUsed,
    FreeUntil,
    MembershipInvoiced,
    MembershipUntil,
    GraceDays,
    GraceUntil,
    StockUsed,
    Users,
    Licences,
    AccessDays,
    AccessFrom,
    AccessUntil,
    MonthCharge,
    YearCharge,
    SinglePrice,
    SingleCost,
    Saving,
    SavingRate,
    LowerBound,
    ExamsToBuy,
    ExamsUncovered,
    LastOrderableDay,
    SaleEnd,
    MonthsLeft,
    TrainingDays,
    TrainingDaysReturned,
    TrainingPool,
    TrainingPoolUntil,
    LastDayToCreate,
    LastDayToRedeem,
    VoucherCreated,
    VoucherLife,
    VoucherLifeEnd,
    VoucherUntil,
    VoucherDays,
    VoucherDaysTaken,
    VoucherDaysUnused,
    Trainers,
    ListPrice,
    PayRate,
    DiscountedPrice,
}

/// How a figure follows from those in its `of`, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    any(test, target_arch = "wasm32"),
    derive(tsify::Tsify),
    tsify(missing_as_null)
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Step {
    /// The user entered it, or left the field blank and the default stands.
    Input { path: String, default: bool },
    /// A price book says so, at this place of it.
    PriceBook {
        name: String,
        date: Day,
        path: String,
    },
    /// The catalogue says so of this product, certification or benefit.
    Fact { of: String },
    /// A part of a policy, by the name of its choice.
    ByPolicy { choice: &'static str },
    /// The earliest of the days.
    Earliest,
    /// The latest of the days.
    Latest,
    /// The day itself on a 1st, else the next 1st; or the day itself, by policy.
    CoverageStart { coverage: Coverage },
    /// So many months (2nd) after the day (1st).
    PlusMonths,
    /// The latest day from which so many months (2nd) end by the day (1st).
    LatestStart,
    /// The last day of so many months (2nd) from the day (1st).
    MonthsEnd { last_day: LastDay },
    /// So many calendar days (2nd) after the day (1st).
    PlusDays,
    /// So many business days (2nd) after the day (1st); 0 is the day itself.
    PlusBusinessDays,
    /// The last business day from which an order arrives by the day (1st): lag to the invoice (2nd) and lead (3rd) are
    /// business days for codes; a site pack has no lag and a lead of calendar days.
    LastSafe { codes: bool },
    /// The last business day up to the day (1st) with something left to charge until the term's end (2nd).
    LastCharged { coverage: Coverage, months: Months },
    /// The first business day from the day (1st) on.
    FirstBusinessDay,
    /// Days from the first (1st) to the last (2nd), both counted.
    DaysInside,
    /// Months from the coverage's start (1st) to its end (2nd), by policy; at most `cap`.
    MonthsBetween { months: Months, cap: Option<u32> },
    /// Months (1st) of twelve.
    PartOfTwelve,
    /// The whole: nothing is prorated.
    Whole,
    /// The sum.
    Sum,
    /// The product.
    Product,
    /// The first less the others.
    Difference,
    /// The least.
    Least,
    /// The first divided by the second, exactly.
    Quotient,
    /// Exams (1st) times a factor (2nd), rounded down.
    FloorProduct,
    /// Price (1st) times factor (2nd), rounded for one unit.
    RoundedProduct { rounding: Rounding },
    /// Price (1st) times factor (2nd) times units (3rd), rounded once for the line.
    RoundedLine { rounding: Rounding },
    /// The smallest number that is enough with at least the service level (1st), summed over all bookings.
    Quantile { terms: Vec<AttemptTerm> },
    /// The mean of the same sum.
    Mean { terms: Vec<AttemptTerm> },
    /// The smallest value of the same sum.
    Minimum { terms: Vec<AttemptTerm> },
    /// The largest value of the same sum.
    Maximum { terms: Vec<AttemptTerm> },
    /// The chance that the same sum is above the number (1st).
    ChanceAbove { terms: Vec<AttemptTerm> },
    /// How many of the number (1st) the same sum leaves unused on average.
    Unused { terms: Vec<AttemptTerm> },
    /// The chance that at least one of the chances, each of its own sum, comes true.
    AnyAbove,
    /// The attempts from the day (1st) on that fit by the day (2nd), with so many days between them.
    AttemptsFit { waits: Vec<u32> },
    /// The choice of the optimiser: units of the product on the day in the best row of this choice's table.
    Chosen {
        choice: u32,
        product: String,
        day: Day,
    },
    /// What no row of this choice's table can go below.
    Bound { choice: u32 },
    /// What covers of the needs add up to, for this kind and order line or stock.
    Allotted { cover: String, id: String },
}

/// Identical, independent exam bookings: how many, and how many attempts each takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AttemptTerm {
    /// Persons times exams.
    pub bookings: u32,
    /// The part of attempts that succeed.
    pub pass_rate: Ratio,
    /// Attempts allowed.
    pub attempts: u32,
    /// The part of bookings that are missed.
    pub no_show_rate: Ratio,
    /// Bookings repeated after a no-show, for each attempt.
    pub rebookings: u32,
}

impl Figure {
    /// A figure that nothing went into yet.
    #[must_use]
    pub fn new(what: What, value: Value, step: Step) -> Self {
        Self {
            what,
            value,
            step,
            of: Vec::new(),
            rules: Vec::new(),
            cites: Vec::new(),
            policy: None,
        }
    }

    /// With the figures that went in.
    pub fn of(&mut self, of: &[FigureId]) -> &mut Self {
        self.of.extend(of);
        self
    }

    /// With the rules that ask for it.
    pub fn rules(&mut self, rules: &[&'static str]) -> &mut Self {
        self.rules.extend(rules);
        self
    }

    /// With the places its facts were read at.
    pub fn cites(&mut self, cites: &[Cite]) -> &mut Self {
        self.cites.extend_from_slice(cites);
        self
    }

    /// With the policy it follows.
    pub fn policy(&mut self, policy: &'static str) -> &mut Self {
        self.policy = Some(policy);
        self
    }
}

/// Adds to a figure what it rests on.
type Details<'d> = dyn Fn(&mut Figure) -> &mut Figure + 'd;

/// A number that two different figures of a kind seldom share: of the value, of what went in, and of the field.
fn print(figure: &Figure) -> u64 {
    let (first, second) = match &figure.value {
        Value::Day { day } => (
            day.year().unsigned_abs().into(),
            u64::from(day.month() * 32 + day.day_of_month()),
        ),
        Value::Count { count: number } | Value::Money { minor: number } => {
            (number.unsigned_abs(), 0)
        }
        Value::Ratio { ratio } => (
            ratio.numerator().unsigned_abs(),
            ratio.denominator().unsigned_abs(),
        ),
    };
    let field = match &figure.step {
        Step::Input { path, .. } | Step::PriceBook { path, .. } => path.as_str(),
        Step::Fact { of } => of,
        Step::Chosen { product, .. } => product,
        _ => "",
    };
    let of = figure.of.iter().map(|id| u64::from(*id));
    let numbers = [first, second].into_iter().chain(of);
    numbers
        .chain(field.bytes().map(u64::from))
        .fold(0, |print: u64, number| {
            (print.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95)
        })
}

/// Collects the figures of a plan. The same figure made twice is kept once.
#[derive(Debug, Default)]
pub struct Ledger {
    figures: Vec<Figure>,
    /// Where figures of each kind and [`print`] are: hardly any two share both, so the same one is found soon.
    places: Table<(What, u64), Vec<FigureId>>,
}

impl Ledger {
    /// Keeps a figure, or finds it if it is there, and returns its number.
    pub fn keep(&mut self, figure: Figure) -> FigureId {
        let new = FigureId::try_from(self.figures.len()).unwrap_or(FigureId::MAX);
        let mut found = new;
        self.places.change((figure.what, print(&figure)), |places| {
            let known = places.iter().find(|place| {
                let place = usize::try_from(**place).unwrap_or(usize::MAX);
                self.figures.get(place) == Some(&figure)
            });
            match known {
                Some(known) => found = *known,
                None => places.push(new),
            }
        });
        if found == new {
            self.figures.push(figure);
        }
        found
    }

    /// Keeps a figure. Not generic, so that there is one of it for all that a plan explains.
    fn add(&mut self, what: What, value: Value, step: Step, details: &Details<'_>) -> FigureId {
        let mut figure = Figure::new(what, value, step);
        details(&mut figure);
        self.keep(figure)
    }

    /// Keeps a figure whose value is a day.
    pub fn day(
        &mut self,
        what: What,
        day: Day,
        step: Step,
        details: impl Fn(&mut Figure) -> &mut Figure,
    ) -> Explained<Day> {
        Explained {
            value: day,
            why: self.add(what, Value::Day { day }, step, &details),
        }
    }

    /// Keeps a figure whose value is a whole number.
    pub fn count(
        &mut self,
        what: What,
        count: i64,
        step: Step,
        details: impl Fn(&mut Figure) -> &mut Figure,
    ) -> Explained<i64> {
        Explained {
            value: count,
            why: self.add(what, Value::Count { count }, step, &details),
        }
    }

    /// Keeps a figure whose value is a fraction.
    pub fn ratio(
        &mut self,
        what: What,
        ratio: Ratio,
        step: Step,
        details: impl Fn(&mut Figure) -> &mut Figure,
    ) -> Explained<Ratio> {
        Explained {
            value: ratio,
            why: self.add(what, Value::Ratio { ratio }, step, &details),
        }
    }

    /// Keeps a figure whose value is an amount of money.
    pub fn money(
        &mut self,
        what: What,
        minor: i64,
        step: Step,
        details: impl Fn(&mut Figure) -> &mut Figure,
    ) -> Explained<i64> {
        Explained {
            value: minor,
            why: self.add(what, Value::Money { minor }, step, &details),
        }
    }

    /// The figure of this number.
    #[must_use]
    pub fn get(&self, id: FigureId) -> Option<&Figure> {
        self.figures.get(usize::try_from(id).ok()?)
    }

    /// The figures, at the end.
    #[must_use]
    pub fn into_figures(self) -> Vec<Figure> {
        self.figures
    }
}
