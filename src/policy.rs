//! What no text settles: named choices with a default. A plan lists each one it used; a comparison says what
//! another would change.
//!
//! What speaks for each choice, with sources, is in the catalogue (`policies`); a test holds the two lists together.

use serde::Serialize;

use crate::domain::{Json, Rounding};
use crate::reading::{Read, Reader, read_record};

/// Declares the policies: each an enum of choices, the default first, and the struct that holds one choice of each.
macro_rules! policies {
    ($( $(#[$doc:meta])* $field:ident : $name:ident = $id:literal { $(#[$first_doc:meta])* $first:ident = $first_id:literal, $( $(#[$choice_doc:meta])* $choice:ident = $choice_id:literal ),* $(,)? } )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            #[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
            #[cfg_attr(test, derive(schemars::JsonSchema))]
            #[serde(rename_all = "kebab-case")]
            pub enum $name {
                $(#[$first_doc])* #[default] #[serde(rename = $first_id)] $first,
                $( $(#[$choice_doc])* #[serde(rename = $choice_id)] $choice, )*
            }

            impl $name {
                /// Every choice, the default first.
                pub const ALL: &'static [Self] = &[Self::$first, $( Self::$choice ),*];

                /// The policy's name.
                pub const ID: &'static str = $id;

                /// The choice's name.
                #[must_use]
                pub const fn id(self) -> &'static str {
                    match self { Self::$first => $first_id, $( Self::$choice => $choice_id ),* }
                }
            }

            impl Read for $name {
                fn read(json: &Json, reader: &mut Reader) -> Self {
                    let place = reader.choice(json, &[$first_id, $($choice_id),*], |id, written| id == written);
                    Self::ALL.get(place).copied().unwrap_or_default()
                }

                fn blank() -> Self {
                    Self::default()
                }
            }
        )+

        /// One choice for each policy that an agreement's plan depends on. What is absent is the default.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
        #[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase", default, deny_unknown_fields)]
        pub struct Policies {
            $( $(#[$doc])* #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))] pub $field: $name, )+
            /// How a fraction of a minor unit is rounded (model 2).
            #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
            pub rounding: Rounding,
            /// Business days between the order and the invoice (model 6): 0 is the day of the order.
            #[cfg_attr(any(test, target_arch = "wasm32"), tsify(optional))]
            pub invoice_lag: u8,
        }

        read_record!(Policies, true, $($field)* rounding invoice_lag);

        impl Policies {
            /// Each policy's name, the choice made, and whether it is the default.
            #[must_use]
            pub fn choices(&self) -> Vec<Choice> {
                let mut choices = vec![$( Choice { policy: $name::ID, choice: self.$field.id() } ),+];
                choices.push(Choice { policy: "rounding", choice: rounding_id(self.rounding) });
                choices
            }

            /// These policies with one switched; each policy's other choices in turn.
            #[must_use]
            pub fn switched(&self) -> Vec<(Choice, Self)> {
                // Written once and not for each policy, whose part is only how a choice is set.
                type Switch = (&'static [&'static str], fn(&mut Policies, usize));
                let mut switches: Vec<Switch> = vec![$( (&[$first_id, $($choice_id),*], |policies, place| {
                    policies.$field = $name::ALL.get(place).copied().unwrap_or_default();
                }) ),+];
                switches.push((&ROUNDING_IDS, |policies, place| {
                    policies.rounding = ROUNDINGS.get(place).copied().unwrap_or_default();
                }));
                let mut others = Vec::new();
                for (taken, (choices, set)) in self.choices().into_iter().zip(switches) {
                    for (place, choice) in choices.iter().enumerate() {
                        if *choice != taken.choice {
                            let mut switched = *self;
                            set(&mut switched, place);
                            others.push((Choice { choice, ..taken }, switched));
                        }
                    }
                }
                others
            }
        }
    };
}

policies! {
    /// On which day the coverage of an order starts (model 1).
    coverage: Coverage = "coverage" {
        /// On the order day if that is a 1st, else on the 1st of the next month.
        FirstOfNextMonth = "first-of-next-month",
        /// On the order day.
        OrderDay = "order-day",
    }
    /// Until when an order of exams runs (model 2, COD-3, COD-4).
    term: Term = "term" {
        /// The first order opens twelve months; later orders in it end with it.
        CoTerminate = "co-terminate",
        /// Every order runs to the end of the agreement.
        AgreementEnd = "agreement-end",
        /// Every order has twelve months of its own.
        Independent = "independent",
    }
    /// Whether all products share their terms (model 2).
    term_scope: TermScope = "term-scope" {
        /// All products of an agreement share them.
        Agreement = "agreement",
        /// Each product has its own.
        Product = "product",
    }
    /// Until when access products run (model 2).
    access_term: AccessTerm = "access-term" {
        /// To the end of the agreement.
        Agreement = "agreement",
        /// Like exams, by `term`.
        Term = "term",
    }
    /// How many months are charged (model 2).
    months: Months = "months" {
        /// Whole months, rounded down.
        Full = "full",
        /// Whole months, at least six.
        FullMin6 = "full-min-6",
        /// Started months count whole.
        Started = "started",
        /// Whole months, then days of the next one.
        MonthsAndDays = "months-and-days",
        /// Days of a year.
        Days = "days",
        /// Always twelve.
        None = "none",
    }
    /// Where a prorated charge is rounded (model 2).
    round_at: RoundAt = "round-at" {
        /// The charge of one unit, then multiplied.
        Unit = "unit",
        /// The charge of the whole line, once.
        Line = "line",
    }
    /// In which month a charge is booked (model 2).
    book_on: BookOn = "book-on" {
        /// The month of the invoice.
        Invoice = "invoice",
        /// The month of the order.
        Order = "order",
    }
    /// What is prorated of an exam product (model 2, COD-2).
    exam_benefit: ExamBenefit = "exam-benefit" {
        /// The price; all exams are kept, and end with the term.
        Time = "time",
        /// The price and the number of exams of a pack.
        Count = "count",
        /// Nothing.
        None = "none",
    }
    /// Until when codes can be used (model 3, COD-6, PRD-9).
    expiry: Expiry = "expiry" {
        /// The earliest of twelve months from the purchase, the term's end, the agreement's end.
        Earliest = "earliest",
        /// The end of the agreement.
        AgreementEnd = "agreement-end",
        /// Twelve months from the purchase.
        TwelveMonths = "twelve-months",
    }
    /// The last day of twelve months from a purchase (model 3).
    last_day: LastDay = "last-day" {
        /// The day before the anniversary.
        DayBefore = "day-before",
        /// The anniversary itself.
        Anniversary = "anniversary",
    }
    /// How long to prepare for an MTA certification (model 4, PLN-5).
    mta_preparation: MtaPreparation = "mta-preparation" {
        /// One semester.
        Semester = "semester",
        /// As for other basic certifications.
        Six = "six",
    }
    /// Whether role-based certifications count as MCP (model 5).
    mcp_covers_role_based: McpCoversRoleBased = "mcp-covers-role-based" {
        /// They do.
        Yes = "yes",
        /// They do not.
        No = "no",
    }
    /// Which MCP products may be used for Fundamentals (model 5).
    mcp_covers_fundamentals: McpCoversFundamentals = "mcp-covers-fundamentals" {
        /// Single vouchers.
        Single = "single",
        /// Single vouchers and class packs.
        SingleAndClass = "single-and-class",
        /// None.
        None = "none",
    }
    /// Whether a site pack may be used at other sites of the agreement (model 5).
    share_packs: SharePacks = "share-packs" {
        /// It stays at its site.
        No = "no",
        /// It may.
        Yes = "yes",
    }
    /// How often the free staff vouchers are granted (model 5, PRD-4).
    free_vouchers: FreeVouchers = "free-vouchers" {
        /// Once for an agreement.
        Once = "once",
        /// Every twelve months of the agreement.
        Yearly = "yearly",
    }
    /// Who decides how the free staff vouchers are shared between sites (model 5).
    free_split: FreeSplit = "free-split" {
        /// The planner: where they save most.
        Optimal = "optimal",
        /// The user.
        Manual = "manual",
    }
}

/// A policy and one of its choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Choice {
    /// The policy's name.
    pub policy: &'static str,
    /// The choice's name.
    pub choice: &'static str,
}

const ROUNDINGS: [Rounding; 4] = [
    Rounding::HalfUp,
    Rounding::HalfEven,
    Rounding::Up,
    Rounding::Down,
];

/// The names of the roundings, in the same order.
const ROUNDING_IDS: [&str; 4] = ["half-up", "half-even", "up", "down"];

/// The name of a rounding.
#[must_use]
pub const fn rounding_id(rounding: Rounding) -> &'static str {
    let [half_up, half_even, up, down] = ROUNDING_IDS;
    match rounding {
        Rounding::HalfUp => half_up,
        Rounding::HalfEven => half_even,
        Rounding::Up => up,
        Rounding::Down => down,
    }
}
