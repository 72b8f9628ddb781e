//! Scenario in, plan out: the one call that everything else serves. And what would change that plan.

use crate::catalogue::{Catalogue, Facts};
use crate::compare::{self, Progress};
use crate::comparison::{Comparison, ComparisonReply};
use crate::domain::Table;
use crate::domain::money::LARGEST_AMOUNT;
use crate::domain::order::sort_by;
use crate::explain;
use crate::figure::{Explained, Ledger, Step, What};
use crate::finding::Finding;
use crate::plan::{self, AgreementPlan, CurrencyTotal, Plan, Reply};
use crate::prices::PriceBook;
use crate::problem::{Problem, ProblemCode};
use crate::reading::{self, Misread, read_record};
use crate::request::{self, Known, Request};
use crate::scenario::Scenario;
use crate::solve::Effort;

/// What an engine is made from: facts, which are the catalogue's own or those a partner changed, and a partner's price book.
#[derive(Clone, Debug)]
pub struct Supplied {
    facts: Facts,
    prices: Option<PriceBook>,
}

read_record!(Supplied, facts (false) prices (true));

impl Supplied {
    /// What a scenario is planned with.
    #[must_use]
    pub const fn known(&self) -> Known<'_> {
        let Facts(catalogue) = &self.facts;
        Known {
            catalogue,
            prices: self.prices.as_ref(),
        }
    }
}

/// Plans a scenario, or says what is wrong with it.
#[must_use]
pub fn plan<'c>(known: impl Into<Known<'c>>, scenario: &Scenario, effort: Effort) -> Reply {
    let known = known.into();
    let request = request::read(known, scenario);
    match request.and_then(|request| planned(known.catalogue, &request, effort)) {
        Ok(plan) => Reply::Planned {
            plan: Box::new(plan),
        },
        Err(problems) => Reply::Refused { problems },
    }
}

/// Plans a scenario written as JSON, with the usual effort.
#[must_use]
pub fn plan_read<'c>(known: impl Into<Known<'c>>, text: &str) -> Reply {
    plan_within(known, text, Effort::plan(None))
}

/// Plans a scenario written as JSON. A field nobody knows is a problem here: a document that lives on must not lose a
/// misspelt name in silence.
#[must_use]
pub fn plan_within<'c>(known: impl Into<Known<'c>>, text: &str, effort: Effort) -> Reply {
    match read_text(text) {
        Ok(scenario) => plan(known, &scenario, effort),
        Err(problems) => Reply::Refused { problems },
    }
}

/// Compares the plan of a scenario written as JSON with other choices, days and numbers. What cannot be planned is
/// refused as [`plan`] refuses it.
#[must_use]
pub fn compare<'c>(known: impl Into<Known<'c>>, text: &str, effort: Effort) -> ComparisonReply {
    let known = known.into();
    let mut progress = Progress::default();
    loop {
        let compared = compare_on(known, text, effort, &mut progress, usize::MAX);
        if let Some(reply) = compared {
            return reply;
        }
    }
}

/// The same a step at a time, of so many plans: `None` until it is done. The progress belongs to this scenario and effort.
pub fn compare_on<'c>(
    known: impl Into<Known<'c>>,
    text: &str,
    effort: Effort,
    progress: &mut Progress,
    plans: usize,
) -> Option<ComparisonReply> {
    let known = known.into();
    let catalogue = known.catalogue;
    let compared = read_text(text).and_then(|scenario| {
        let request = request::read(known, &scenario)?;
        if progress.begin(plans) {
            planned(catalogue, &request, effort.part())?;
        }
        let compared =
            |agreement| compare::agreement(catalogue, agreement, request.today, effort, progress);
        let agreements = request.agreements.iter().filter_map(compared).collect();
        Ok(Comparison { agreements })
    });
    match compared {
        Ok(_) if progress.is_held() => None,
        Ok(comparison) => Some(ComparisonReply::Compared { comparison }),
        Err(problems) => Some(ComparisonReply::Refused { problems }),
    }
}

/// Reads a scenario from JSON.
///
/// # Errors
/// Every field that cannot be read, with what the reader says.
pub fn read_text(text: &str) -> Result<Scenario, Vec<Problem>> {
    let malformed = |Misread { path, mistake }| Problem {
        path,
        code: ProblemCode::Malformed {
            detail: mistake.to_string(),
        },
    };
    reading::read(text).map_err(|misread| misread.into_iter().map(malformed).collect())
}

fn planned(
    catalogue: &Catalogue,
    request: &Request<'_>,
    effort: Effort,
) -> Result<Plan, Vec<Problem>> {
    let mut ledger = Ledger::default();
    let mut findings: Vec<Finding> = Vec::new();
    let mut agreements = Vec::new();
    let mut problems = Vec::new();
    for agreement in &request.agreements {
        match explain::agreement(
            catalogue,
            agreement,
            request.today,
            effort,
            &mut ledger,
            &mut findings,
        ) {
            Some(planned) => agreements.push(planned),
            None => problems.push(too_far(agreement)),
        }
    }
    let totals = totals(&agreements, &mut ledger);
    if totals
        .iter()
        .any(|total| total.charge.value > LARGEST_AMOUNT)
    {
        let most = LARGEST_AMOUNT.to_string();
        problems.push(Problem {
            path: "agreements".to_owned(),
            code: ProblemCode::TooLarge { most },
        });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    sort_by(&mut findings, |a, b| {
        (a.severity, &a.path, &a.code).cmp(&(b.severity, &b.path, &b.code))
    });
    findings.dedup();
    Ok(Plan {
        version: plan::VERSION,
        today: request.today,
        catalogue: catalogue.date,
        nodes: u32::try_from(effort.0).unwrap_or(u32::MAX),
        agreements,
        totals,
        findings,
        figures: ledger.into_figures(),
    })
}

/// An agreement whose dates leave the calendar, or whose amounts leave the range of exact numbers.
fn too_far(agreement: &request::Agreement<'_>) -> Problem {
    let late = agreement.span.last().year() > 9900;
    let (field, code) = if late {
        ("end", ProblemCode::OutOfCalendar)
    } else if agreement.priced() {
        (
            "prices",
            ProblemCode::TooLarge {
                most: LARGEST_AMOUNT.to_string(),
            },
        )
    } else {
        ("groups", ProblemCode::OutOfCalendar)
    };
    Problem {
        path: format!("{}.{field}", agreement.path),
        code,
    }
}

fn totals(agreements: &[AgreementPlan], ledger: &mut Ledger) -> Vec<CurrencyTotal> {
    let mut by_currency: Table<(String, u32), Vec<Explained<i64>>> = Table::default();
    for agreement in agreements {
        if let (Some(currency), Some(charge)) = (&agreement.currency, agreement.summary.charge) {
            let key = (currency.clone(), agreement.places);
            by_currency.change(key, |charges| charges.push(charge));
        }
    }
    let total = |((currency, places), charges): ((String, u32), Vec<Explained<i64>>)| {
        let of: Vec<u32> = charges.iter().map(|charge| charge.why).collect();
        let sum = charges
            .iter()
            .fold(0_i64, |sum, charge| sum.saturating_add(charge.value));
        let charge = ledger.money(What::TotalCharge, sum, Step::Sum, |figure| {
            figure.of(&of).rules(&["PRG-1"])
        });
        CurrencyTotal {
            currency,
            places,
            charge,
        }
    };
    by_currency.into_iter().map(total).collect()
}
