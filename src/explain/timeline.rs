//! Days and spans to draw, in the order of their first days.

use crate::domain::Day;
use crate::domain::order::sort_by;
use crate::explain::Scene;
use crate::plan::{GroupPlan, LibraryPlan, Moment, OrderLine, TermPlan, TimelineEntry};

impl Scene<'_, '_> {
    /// Everything that happens on a day or lasts from a day to a day.
    pub fn timeline(
        &self,
        lines: &[OrderLine],
        groups: &[GroupPlan],
        terms: &[TermPlan],
        libraries: &[LibraryPlan],
    ) -> Vec<TimelineEntry> {
        let mut entries = Vec::new();
        let mut add = |moment, from: Day, until: Day, of: &str, line: Option<&str>, rule| {
            entries.push(TimelineEntry {
                moment,
                from,
                until,
                of: of.to_owned(),
                line: line.map(str::to_owned),
                rule,
            });
        };
        let span = self.agreement.span;
        add(
            Moment::Agreement,
            span.first(),
            span.last(),
            &self.agreement.id,
            None,
            Some("COD-6"),
        );
        add(Moment::Today, self.today, self.today, "", None, None);
        for term in terms {
            let product = term.product.as_deref().unwrap_or_default();
            add(
                Moment::Term,
                term.start,
                term.end,
                product,
                None,
                Some("COD-4"),
            );
        }
        for group in groups {
            for target in &group.certifications {
                let id = format!("{}/{}", group.id, target.certification);
                let start = self
                    .agreement
                    .groups
                    .iter()
                    .find(|known| known.id == group.id);
                if let Some(start) = start.map(|group| group.preparation_start.value) {
                    add(
                        Moment::Preparation,
                        start,
                        target.ready.value.max(start),
                        &id,
                        None,
                        Some("PLN-2"),
                    );
                }
                for sitting in &target.sittings {
                    let (day, last) = (sitting.day.value, sitting.last_day.value);
                    add(Moment::Sitting, day, day, &id, None, Some("PLN-1"));
                    if last > day {
                        add(Moment::Retakes, day, last, &id, None, Some("PRD-2"));
                    }
                    let start = sitting.latest_preparation_start.value;
                    add(Moment::LatestStart, start, start, &id, None, Some("PLN-2"));
                    if let Some(by) = sitting.order_by.map(|by| by.value) {
                        add(Moment::OrderBy, by, by, &id, None, Some("COD-7"));
                    }
                }
                let exams = target.exams.iter().flat_map(|choice| &choice.of);
                for exam in exams.filter_map(|exam| self.catalogue.exam(exam)) {
                    if let Some(ending) =
                        exam.ends.first().filter(|ending| span.contains(ending.day))
                    {
                        add(
                            Moment::ExamEnds,
                            ending.day,
                            ending.day,
                            &exam.id,
                            None,
                            None,
                        );
                    }
                }
            }
        }
        for line in lines {
            let id = Some(line.id.as_str());
            add(
                Moment::Order,
                line.order_day.value,
                line.order_day.value,
                &line.product,
                id,
                Some("COD-7"),
            );
            add(
                Moment::Acknowledgement,
                line.order_day.value,
                line.acknowledged.value,
                &line.product,
                id,
                Some("COD-7"),
            );
            add(
                Moment::Invoice,
                line.invoice.value,
                line.invoice.value,
                &line.product,
                id,
                None,
            );
            let rule =
                if line.exams.is_some() && line.earliest_delivery.value == line.order_day.value {
                    "COD-10"
                } else {
                    "COD-7"
                };
            add(
                Moment::Delivery,
                line.earliest_delivery.value,
                line.latest_delivery.value,
                &line.product,
                id,
                Some(rule),
            );
            if let Some(until) = line.usable_until {
                add(
                    Moment::Usable,
                    line.latest_delivery.value,
                    until.value,
                    &line.product,
                    id,
                    Some("COD-6"),
                );
            }
        }
        for (product, _, last_safe) in &self.solution.candidates.passed {
            let (day, id) = (*last_safe, product.id.as_str());
            add(Moment::OrderBy, day, day, id, None, Some("COD-7"));
        }
        for (place, site) in self.agreement.sites.iter().enumerate() {
            let Some(needed) = self.test_centre_needed(place) else {
                continue;
            };
            let (moment, day) = match &site.test_centre_from {
                Some(from) => (Moment::TestCentre, from.value),
                None => (Moment::TestCentreMissing, needed),
            };
            add(moment, day, day, &site.id, None, Some("COD-9"));
        }
        if let Some(free) = &self.solution.free {
            for (window, _) in &free.windows {
                add(
                    Moment::FreeVouchers,
                    window.first(),
                    window.last(),
                    "imagine-academy",
                    None,
                    Some("PRD-4"),
                );
            }
        }
        for library in libraries {
            let line = Some(library.line.as_str());
            add(
                Moment::Access,
                library.from.value,
                library.until.value,
                &library.name,
                line,
                Some("PRD-1"),
            );
        }
        sort_by(&mut entries, |a, b| {
            (a.from, a.moment, &a.of, a.until).cmp(&(b.from, b.moment, &b.of, b.until))
        });
        entries.dedup();
        entries
    }
}
