//! What is charged in which month and fiscal year (PRG-1), and what is saved (PRG-2).

use crate::domain::{Day, Ratio, Table};
use crate::explain::{Scene, price_step};
use crate::figure::{Ledger, Step, What};
use crate::plan::{Budget, MonthBudget, NeedLine, OrderLine, SavingPlan, YearBudget};
use crate::policy::BookOn;
use crate::rules::proration::YEAR;

impl Scene<'_, '_> {
    /// Charges by the month and the fiscal year in which they are booked.
    pub fn budget(&self, ledger: &mut Ledger, lines: &[OrderLine]) -> Budget {
        let mut months: Table<Day, Vec<(i64, u32)>> = Table::default();
        for line in lines {
            let Some(charge) = line.charge else { continue };
            let day = match self.agreement.policies.book_on {
                BookOn::Invoice => line.invoice.value,
                BookOn::Order => line.order_day.value,
            };
            months.change(day.first_of_month(), |month| {
                month.push((charge.value, charge.why));
            });
        }
        let mut years: Table<Day, Vec<(i64, u32)>> = Table::default();
        let months: Vec<MonthBudget> = months
            .into_iter()
            .map(|(month, charges)| {
                let of: Vec<u32> = charges.iter().map(|(_, why)| *why).collect();
                let sum = charges.iter().map(|(minor, _)| minor).sum();
                let charge = ledger.money(What::MonthCharge, sum, Step::Sum, |figure| {
                    figure.of(&of).rules(&["PRG-1"]).policy("book-on")
                });
                if let Some(start) = self.fiscal_year(month) {
                    years.change(start, |year| year.push((charge.value, charge.why)));
                }
                MonthBudget { month, charge }
            })
            .collect();
        let years = years.into_iter().filter_map(|(start, charges)| {
            let of: Vec<u32> = charges.iter().map(|(_, why)| *why).collect();
            let sum = charges.iter().map(|(minor, _)| minor).sum();
            let charge = ledger.money(What::YearCharge, sum, Step::Sum, |figure| {
                figure.of(&of).rules(&["PRG-1"])
            });
            let end = start.plus_months(YEAR)?.plus_days(-1)?;
            Some(YearBudget { start, end, charge })
        });
        Budget {
            months,
            years: years.collect(),
        }
    }

    /// The first day of the fiscal year that a month lies in.
    fn fiscal_year(&self, month: Day) -> Option<Day> {
        let this_year = Day::new(month.year(), self.agreement.fiscal_year_start, 1)?;
        if this_year <= month {
            Some(this_year)
        } else {
            Day::new(month.year() - 1, self.agreement.fiscal_year_start, 1)
        }
    }

    /// What is saved against the user's own prices of single exams, where every family needed has one.
    pub fn saving(
        &self,
        ledger: &mut Ledger,
        needs: &[NeedLine],
        lines: &[OrderLine],
    ) -> Option<SavingPlan> {
        if !self.agreement.priced() || self.agreement.single_prices.is_empty() || needs.is_empty() {
            return None;
        }
        let mut parts = Vec::new();
        let mut single = 0_i64;
        for need in needs {
            let mut prices = self.agreement.single_prices.iter();
            let price = prices.find(|price| price.family == need.family)?;
            let step = price_step(&price.minor, price.book);
            let price = price.minor.value;
            let figure = ledger.money(What::SinglePrice, price, step, |figure| figure);
            let cost = price.checked_mul(need.need.value)?;
            let cost = ledger.money(What::SingleCost, cost, Step::Product, |cost| {
                cost.of(&[figure.why, need.need.why])
            });
            single = single.checked_add(cost.value)?;
            parts.push(cost.why);
        }
        let single_cost = ledger.money(What::SingleCost, single, Step::Sum, |figure| {
            figure.of(&parts)
        });
        let exams = lines.iter().filter(|line| line.exams.is_some());
        let charges: Vec<u32> = exams
            .clone()
            .filter_map(|line| line.charge)
            .map(|charge| charge.why)
            .collect();
        let charged: i64 = exams
            .filter_map(|line| line.charge)
            .map(|charge| charge.value)
            .sum();
        let of: Vec<u32> = [single_cost.why].into_iter().chain(charges).collect();
        let saving = ledger.money(What::Saving, single - charged, Step::Difference, |figure| {
            figure.of(&of)
        });
        let rate = Ratio::new(single - charged, single)?;
        let rate = ledger.ratio(What::SavingRate, rate, Step::Quotient, |figure| {
            figure.of(&[saving.why, single_cost.why]).rules(&["PRG-2"])
        });
        let claim = self
            .catalogue
            .claims
            .iter()
            .find(|claim| claim.id == "average-saving");
        let per_cent = |value: u32| Ratio::new(i64::from(value), 100);
        let within_claim = claim.is_none_or(|claim| {
            per_cent(claim.low_percent).is_none_or(|low| low <= rate.value)
                && per_cent(claim.high_percent).is_none_or(|high| rate.value <= high)
        });
        Some(SavingPlan {
            single_cost,
            saving,
            rate,
            within_claim,
        })
    }
}
