//! What could be ordered for a need, and when (PRG-4, COD-7, COD-9; model 5): candidate order days.
//!
//! For each product and sitting the one candidate is the last business day, from today on, by which delivery is safe
//! and on which the product can be ordered. A site pack is ordered for the sittings of its own site.

use crate::catalogue::{Audience, Catalogue, Family, Product, ProductKind, on};
use crate::domain::Table;
use crate::domain::order::sort;
use crate::domain::{Day, Ratio};
use crate::plan::LeftOutReason;
use crate::policy::{McpCoversFundamentals, SharePacks};
use crate::request::Agreement;
use crate::rules::delivery::{Dates, Leads};
use crate::rules::demand::LineKey;
use crate::rules::proration::{YEAR, months_charged};
use crate::rules::terms::{Coverages, Terms};

/// A product on a day it could be ordered.
#[derive(Clone, Debug)]
pub struct Candidate<'c> {
    /// The product.
    pub product: &'c Product,
    /// Its place in the catalogue.
    pub rank: usize,
    /// The place of its site, for a site pack that stays there.
    pub site: Option<usize>,
    /// When it would be ordered.
    pub day: Day,
    /// Its delivery.
    pub dates: Dates,
    /// The places of the needs whose people, family and site it fits, whatever the day.
    pub fits: Vec<usize>,
}

/// Candidates, and why products have none.
#[derive(Clone, Debug, Default)]
pub struct Candidates<'c> {
    /// By product, site and day.
    pub all: Vec<Candidate<'c>>,
    /// Products that could serve a need but have no candidate for it, with the first reason and the need's place.
    pub left_out: Vec<(&'c Product, LeftOutReason, Vec<String>)>,
    /// The last safe day that has passed: product, sitting, day.
    pub passed: Vec<(&'c Product, Day, Day)>,
}

/// The families that a product's exams may be used for, with what policies add.
#[must_use]
pub fn families(product: &Product, fundamentals: McpCoversFundamentals) -> Vec<Family> {
    let mut families = product.families.clone();
    let added = match (product.kind, fundamentals) {
        (
            ProductKind::Voucher,
            McpCoversFundamentals::Single | McpCoversFundamentals::SingleAndClass,
        )
        | (ProductKind::ClassPack, McpCoversFundamentals::SingleAndClass) => {
            families.contains(&Family::Mcp)
        }
        _ => false,
    };
    if added && !families.contains(&Family::Fundamentals) {
        families.push(Family::Fundamentals);
    }
    families
}

/// Whether a product belongs to one site.
#[must_use]
pub fn stays_at_site(product: &Product, share: SharePacks) -> bool {
    product.kind == ProductKind::SitePack && share == SharePacks::No
}

/// Whether the programme sells a product on `day`, or why not.
///
/// # Errors
/// Why it is left out, with the cites that say so.
pub fn orderable(
    catalogue: &Catalogue,
    programme: &str,
    product: &Product,
    day: Day,
) -> Result<(), (LeftOutReason, Vec<String>)> {
    match catalogue.availability(programme, &product.id, day) {
        None => return Err((LeftOutReason::UnknownWhetherSold, Vec::new())),
        Some(row) if !row.sold => return Err((LeftOutReason::NotSold, row.cites.clone())),
        Some(_) => {}
    }
    match &product.sale_ends {
        Some(end) if end.value < day => Err((
            LeftOutReason::SaleEnded { day: end.value },
            end.cites.clone(),
        )),
        _ => Ok(()),
    }
}

/// The candidates for the needs of an agreement.
#[must_use]
pub fn candidates<'c>(
    catalogue: &'c Catalogue,
    agreement: &Agreement<'c>,
    today: Day,
    needs: &[LineKey],
    placed: &Terms,
) -> Candidates<'c> {
    let mut found = Candidates::default();
    let leads = Leads {
        facts: &catalogue.delivery,
        invoice_lag: u32::from(agreement.policies.invoice_lag),
    };
    let products = catalogue.products.iter().enumerate();
    for (rank, product) in
        products.filter(|(_, product)| product.kind != ProductKind::ReferenceLibrary)
    {
        let families = families(product, agreement.policies.mcp_covers_fundamentals);
        let of_family: Vec<usize> = places(needs, |need| {
            need.coverable && families.contains(&need.family)
        });
        if of_family.is_empty() {
            continue;
        }
        let may_use = |audience: Audience| {
            product.audiences.is_empty() || product.audiences.contains(&audience)
        };
        let fits: Vec<usize> = of_family
            .into_iter()
            .filter(|place| needs.get(*place).is_some_and(|need| may_use(need.audience)))
            .collect();
        if fits.is_empty() {
            found
                .left_out
                .push((product, LeftOutReason::Audience, Vec::new()));
            continue;
        }
        let earliest = today.max(agreement.span.first());
        let sold = orderable(catalogue, &agreement.programme.id, product, earliest);
        let later = catalogue.availability.iter().any(|row| {
            row.programme == agreement.programme.id
                && row.product == product.id
                && row.from.is_some_and(|from| from > earliest)
        });
        if let Err((reason, cites)) = sold
            && !later
        {
            found.left_out.push((product, reason, cites));
            continue;
        }
        if agreement.priced() && agreement.price(&product.id).is_none() {
            found
                .left_out
                .push((product, LeftOutReason::NoPrice, Vec::new()));
            continue;
        }
        let mut groups: Table<Option<usize>, Vec<usize>> = Table::default();
        for place in fits {
            let site = needs
                .get(place)
                .map(|need| need.site)
                .filter(|_| stays_at_site(product, agreement.policies.share_packs));
            groups.change(site, |fits| fits.push(place));
        }
        let scope = Scope {
            catalogue,
            agreement,
            leads,
            product,
            rank,
            earliest,
            placed,
        };
        for (site, fits) in groups {
            scope.add(&mut found, needs, site, &fits);
        }
    }
    found
}

fn places(needs: &[LineKey], fits: impl Fn(&LineKey) -> bool) -> Vec<usize> {
    needs
        .iter()
        .enumerate()
        .filter(|(_, need)| fits(need))
        .map(|(place, _)| place)
        .collect()
}

/// One product under an agreement.
struct Scope<'a, 'c> {
    catalogue: &'c Catalogue,
    agreement: &'a Agreement<'c>,
    leads: Leads<'c>,
    product: &'c Product,
    rank: usize,
    earliest: Day,
    /// Terms that orders already placed have opened.
    placed: &'a Terms,
}

impl<'c> Scope<'_, 'c> {
    /// Adds the candidates for a site, or for all sites together.
    fn add(
        &self,
        found: &mut Candidates<'c>,
        needs: &[LineKey],
        site: Option<usize>,
        fits: &[usize],
    ) {
        let centre = site
            .and_then(|site| self.agreement.sites.get(site))
            .and_then(|site| site.test_centre_from.as_ref());
        let earliest = centre.map_or(self.earliest, |from| from.value.max(self.earliest));
        let mut sittings: Vec<Day> = fits
            .iter()
            .filter_map(|place| needs.get(*place))
            .map(|need| need.sitting)
            .collect();
        sort(&mut sittings);
        sittings.dedup();
        let mut days: Vec<Day> = Vec::new();
        let mut reason = None;
        for sitting in sittings {
            match self.day_for(sitting, earliest) {
                Ok(day) => days.push(day),
                Err(why) => {
                    if let LeftOutReason::TooLate { .. } = why
                        && let Some(passed) = self.safe_day_ever(sitting)
                        // Where only the test centre comes too late, no order day has passed.
                        && passed < self.earliest
                    {
                        found.passed.push((self.product, sitting, passed));
                    }
                    reason = reason.or(Some(why));
                }
            }
        }
        sort(&mut days);
        days.dedup();
        if let Some(reason) = reason.filter(|_| days.is_empty()) {
            found.left_out.push((self.product, reason, Vec::new()));
        }
        for day in days {
            let Some(dates) = self
                .leads
                .dates(day, self.product.kind, &self.agreement.calendar)
            else {
                continue;
            };
            found.all.push(Candidate {
                product: self.product,
                rank: self.rank,
                site,
                day,
                dates,
                fits: fits.to_vec(),
            });
        }
    }

    /// The last safe day for a sitting on which the product can be ordered.
    fn day_for(&self, sitting: Day, earliest: Day) -> Result<Day, LeftOutReason> {
        let calendar = &self.agreement.calendar;
        let too_late = LeftOutReason::TooLate { sitting };
        let last = sitting.min(self.agreement.span.last());
        let mut day = self
            .leads
            .last_safe_day(last, self.product.kind, calendar, earliest)
            .ok_or_else(|| too_late.clone())?;
        if let Some(only) = self.agreement.order_on {
            if only < earliest || day < only {
                return Err(too_late);
            }
            day = only;
        }
        let mut reason = None;
        loop {
            let sold = orderable(
                self.catalogue,
                &self.agreement.programme.id,
                self.product,
                day,
            );
            let covers = self.placed.covers(day, &self.product.id);
            let covered = covers
                .and_then(|covers| months(self.agreement, covers))
                .is_some_and(Ratio::is_positive);
            match sold {
                Ok(()) if covered => return Ok(day),
                Ok(()) => reason = reason.or(Some(LeftOutReason::NothingLeft { day })),
                Err((why, _)) => reason = reason.or(Some(why)),
            }
            let earlier = day
                .plus_days(-1)
                .and_then(|before| calendar.last_business_day(before, earliest));
            let Some(earlier) = earlier else {
                return Err(reason.unwrap_or(too_late));
            };
            day = earlier;
        }
    }

    /// The last safe day for a sitting, even if it has passed.
    fn safe_day_ever(&self, sitting: Day) -> Option<Day> {
        let long_ago = sitting.plus_days(-400)?;
        self.leads.last_safe_day(
            sitting,
            self.product.kind,
            &self.agreement.calendar,
            long_ago,
        )
    }
}

/// The months that an order of exams is charged for. Nought means that it cannot be ordered (model 2).
#[must_use]
pub fn months(agreement: &Agreement<'_>, covers: Coverages) -> Option<Ratio> {
    months_charged(
        covers.start,
        covers.end,
        agreement.policies.months,
        LEAST_MONTHS,
        Some(YEAR),
    )
}

/// Months that `full-min-6` charges at least. Its name says so, and its sources are with the policy in the catalogue.
pub const LEAST_MONTHS: u32 = 6;

/// Exams in a unit of a product on its order day.
#[must_use]
pub fn exams_in(product: &Product, day: Day) -> Option<i64> {
    on(&product.exams, day).map(|fact| i64::from(fact.value))
}

/// Whether a product's exams can be taken only at an authorised test centre (COD-9).
#[must_use]
pub fn needs_test_centre(product: &Product) -> bool {
    product.kind == ProductKind::SitePack
}
