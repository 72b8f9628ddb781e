//! Until when an order runs: terms that orders open and join (COD-3, COD-4; model 2).

use crate::domain::{Day, Span};
use crate::policy::{Coverage, Term, TermScope};
use crate::rules::proration::{YEAR, coverage_start};

/// A term that an order opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTerm {
    /// The product, where each has its own terms.
    pub product: Option<String>,
    /// The day of the order that opened it.
    pub opened: Day,
    /// Whether an order already placed opened it.
    pub placed: bool,
    /// Its coverage.
    pub span: Span,
}

/// The terms of an agreement, as orders open and join them in the order of their days.
#[derive(Clone, Debug)]
pub struct Terms {
    agreement: Span,
    term: Term,
    scope: TermScope,
    coverage: Coverage,
    open: Vec<OpenTerm>,
}

/// What an order's day means for its coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverages {
    /// When its charge starts to count.
    pub start: Day,
    /// When its term ends.
    pub end: Day,
    /// The day of the order that opened its term; its own where it opens one.
    pub opened: Day,
}

impl Terms {
    /// Terms before any order.
    #[must_use]
    pub fn new(agreement: Span, term: Term, scope: TermScope, coverage: Coverage) -> Self {
        Self {
            agreement,
            term,
            scope,
            coverage,
            open: Vec::new(),
        }
    }

    /// The terms that are open.
    #[must_use]
    pub fn open(&self) -> &[OpenTerm] {
        &self.open
    }

    /// Places an order of `product`. Call it in the order of days. `None` past the calendar's end.
    ///
    /// Under `co-terminate` an order whose coverage starts on or before the end of the latest term joins it; any other
    /// opens a term of twelve months, cut at the agreement's end.
    pub fn place(&mut self, day: Day, product: &str, placed: bool) -> Option<Coverages> {
        let covers = self.covers(day, product)?;
        let scope = (self.scope == TermScope::Product).then(|| product.to_owned());
        let joins = self
            .latest(product)
            .is_some_and(|open| open.opened == covers.opened);
        if self.term == Term::CoTerminate
            && !joins
            && let Some(span) = Span::new(covers.start, covers.end)
        {
            self.open.push(OpenTerm {
                product: scope,
                opened: day,
                placed,
                span,
            });
        }
        Some(covers)
    }

    /// What an order of `product` on `day` would run to, without placing it.
    #[must_use]
    pub fn covers(&self, day: Day, product: &str) -> Option<Coverages> {
        let start = coverage_start(day, self.coverage)?;
        let own = start
            .plus_months(YEAR)?
            .plus_days(-1)?
            .min(self.agreement.last());
        let covers = match self.term {
            Term::AgreementEnd => Coverages {
                start,
                end: self.agreement.last(),
                opened: day,
            },
            Term::Independent => Coverages {
                start,
                end: own,
                opened: day,
            },
            Term::CoTerminate => match self.latest(product) {
                Some(open) if start <= open.span.last() => Coverages {
                    start,
                    end: open.span.last(),
                    opened: open.opened,
                },
                _ => Coverages {
                    start,
                    end: own,
                    opened: day,
                },
            },
        };
        Some(covers)
    }

    fn latest(&self, product: &str) -> Option<&OpenTerm> {
        self.open
            .iter()
            .rev()
            .find(|open| open.product.as_deref().is_none_or(|of| of == product))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn terms(term: Term, scope: TermScope) -> Terms {
        let agreement = Span::new(day("2020-01-01"), day("2022-12-31")).unwrap();
        Terms::new(agreement, term, scope, Coverage::FirstOfNextMonth)
    }

    #[test]
    fn a_later_order_ends_with_the_first_twelve_months() {
        let mut terms = terms(Term::CoTerminate, TermScope::Agreement);
        assert_eq!(
            terms.place(day("2020-03-01"), "a", false).unwrap().end,
            day("2021-02-28")
        );
        let second = terms.place(day("2020-09-15"), "b", false).unwrap();
        assert_eq!(
            (second.start, second.end),
            (day("2020-10-01"), day("2021-02-28"))
        );
        let third = terms.place(day("2021-02-15"), "b", false).unwrap();
        assert_eq!(
            (third.start, third.end, third.opened),
            (day("2021-03-01"), day("2022-02-28"), day("2021-02-15"))
        );
        assert_eq!(terms.open().len(), 2);
    }

    #[test]
    fn by_product_each_opens_its_own() {
        let mut terms = terms(Term::CoTerminate, TermScope::Product);
        terms.place(day("2020-03-01"), "a", false);
        assert_eq!(
            terms.place(day("2020-09-15"), "b", false).unwrap().end,
            day("2021-09-30")
        );
    }

    #[test]
    fn independent_terms_are_cut_at_the_agreements_end() {
        let terms = terms(Term::Independent, TermScope::Agreement);
        assert_eq!(
            terms.covers(day("2022-05-01"), "a").unwrap().end,
            day("2022-12-31")
        );
        assert_eq!(
            terms.covers(day("2020-05-01"), "a").unwrap().end,
            day("2021-04-30")
        );
    }
}
