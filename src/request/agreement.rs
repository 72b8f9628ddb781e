//! Reads one agreement of a scenario, field by field.

use crate::catalogue::{Audience, Segment};
use crate::domain::order::sort_by_key;
use crate::domain::{Calendar, Currency, Day, Ratio, Set, Span};
use crate::problem::ProblemCode;
use crate::request::reader::{Reader, at, nth};
use crate::request::{
    Agreement, Group, Library, MOST_PEOPLE, PlacedOrder, Share, Site, Stock, Wave, benefits, prices,
};
use crate::scenario::{Entry, ScenarioAgreement, ScenarioCalendar, ScenarioGroup};

/// Reads the agreement at `place`. `None` where it cannot be planned; the reader holds the problems.
pub fn read<'c>(
    reader: &mut Reader<'c>,
    written: &ScenarioAgreement,
    place: usize,
    today: Option<Day>,
) -> Option<Agreement<'c>> {
    let path = format!("agreements[{place}]");
    let programme = reader.known(
        at(&path, "programme"),
        &written.programme,
        |catalogue, id| {
            catalogue
                .programmes
                .iter()
                .find(|programme| programme.id == id)
        },
    );
    let span = span(
        reader,
        &path,
        (&written.start, "start"),
        (&written.end, "end"),
    );
    let currency = currency(reader, &path, written);
    let fiscal_year_start = reader.whole(
        at(&path, "fiscalYearStart"),
        &written.fiscal_year_start,
        (1, 12),
        Some(1),
    );
    let above_nought = |rate: Ratio| rate > Ratio::ZERO && rate <= Ratio::ONE;
    let service_level = reader.rate(
        at(&path, "serviceLevel"),
        &written.service_level,
        above_nought,
        Ratio::ONE,
    );
    let sites = sites(reader, &path, written);
    let calendar = calendar(reader, &path, &written.calendar);

    reader.at_most(&at(&path, "groups"), written.groups.len(), 10_000);
    reader.distinct(
        &at(&path, "groups"),
        written.groups.iter().map(|group| group.id.as_str()),
    );
    let default_audience = match programme.map(|programme| programme.segment) {
        Some(Segment::Academic) => Audience::Student,
        _ => Audience::Employee,
    };
    let mut groups = Vec::new();
    for (number, group) in written.groups.iter().enumerate() {
        let place = Place {
            path: nth(&path, ".groups", number),
            number,
        };
        groups.extend(self::group(
            reader,
            group,
            &place,
            &sites,
            default_audience,
            today,
        ));
    }

    let stock = stock(reader, &path, written, &sites, today);
    let orders = orders(reader, &path, written, &sites, today);
    let free_used = reader.whole(
        at(&path, "freeVouchers.used"),
        &written.free_vouchers.used,
        (0, MOST_PEOPLE),
        Some(0),
    );
    let academy_invoiced = reader.day_or(
        at(&path, "freeVouchers.invoiced"),
        &written.free_vouchers.invoiced,
        None,
    );
    let free_split = shares(reader, &path, written, &sites);
    let libraries = libraries(reader, &path, written, today);
    let training = benefits::training(reader, &path, &written.software_assurance);
    let discounts = benefits::discounts(reader, &path, &written.academy_discounts, currency);
    let priced = prices::read(reader, &path, written, programme, currency);

    let id = if written.id.is_empty() {
        (place + 1).to_string()
    } else {
        written.id.clone()
    };
    Some(Agreement {
        path,
        id,
        name: written.name.clone(),
        programme: programme?,
        span: span?,
        currency: priced.currency,
        fiscal_year_start: u32::try_from(fiscal_year_start?.value).ok()?,
        service_level: service_level?,
        sites,
        groups,
        stock,
        orders,
        free_used: free_used?,
        academy_invoiced,
        free_split,
        libraries,
        training,
        discounts,
        legacy_e_learning: written.legacy_e_learning,
        prices: priced.prices,
        single_prices: priced.single_prices,
        other_book: priced.other_book,
        calendar,
        policies: written.policies,
        contact: written.notices_contact.trim().to_owned(),
        order_on: None,
    })
}

/// Where a record stands in its list.
struct Place {
    path: String,
    number: usize,
}

fn span(
    reader: &mut Reader<'_>,
    path: &str,
    (start, start_name): (&Entry, &str),
    (end, end_name): (&Entry, &str),
) -> Option<Span> {
    let first = reader.day(at(path, start_name), start);
    let last = reader.day(at(path, end_name), end);
    let (first, last) = (first?, last?);
    let span = Span::new(first, last);
    if span.is_none() {
        reader.problem(
            at(path, end_name),
            ProblemCode::EndsBeforeStart { start: first },
        );
    }
    span
}

fn currency(reader: &mut Reader<'_>, path: &str, written: &ScenarioAgreement) -> Option<Currency> {
    let text = written.currency.trim();
    let priced = written.prices.iter().any(|price| !price.price.is_blank())
        || written
            .single_prices
            .iter()
            .any(|price| !price.price.is_blank())
        || !written.academy_discounts.trainer_price.is_blank()
        || !written.academy_discounts.press.is_blank();
    if text.is_empty() {
        if priced {
            reader.problem(at(path, "currency"), ProblemCode::Required);
        }
        return None;
    }
    let currency = Currency::parse(&text.to_ascii_uppercase());
    if currency.is_none() {
        reader.problem(at(path, "currency"), ProblemCode::NotACurrency);
    }
    currency
}

fn sites(reader: &mut Reader<'_>, path: &str, written: &ScenarioAgreement) -> Vec<Site> {
    let list = at(path, "sites");
    reader.at_most(&list, written.sites.len(), 10_000);
    reader.distinct(&list, written.sites.iter().map(|site| site.id.as_str()));
    let mut sites = Vec::new();
    for (number, site) in written.sites.iter().enumerate() {
        let path = nth(&list, "", number);
        if site.id.trim().is_empty() {
            reader.problem(at(&path, "id"), ProblemCode::Required);
        }
        let from = reader.day_or(at(&path, "testCentreFrom"), &site.test_centre_from, None);
        sites.push(Site {
            path,
            id: site.id.clone(),
            test_centre_from: from,
        });
    }
    if sites.is_empty() {
        sites.push(Site {
            path: list,
            id: String::new(),
            test_centre_from: None,
        });
    }
    sites
}

fn calendar(reader: &mut Reader<'_>, path: &str, written: &ScenarioCalendar) -> Calendar {
    let mut days = |name: &str, entries: &[Entry]| -> Set<Day> {
        let mut days = Set::default();
        for (number, entry) in entries.iter().enumerate() {
            days.extend(reader.optional_day(format!("{path}.calendar.{name}[{number}]"), entry));
        }
        days
    };
    let holidays = days("holidays", &written.holidays);
    let working_days = days("workingDays", &written.working_days);
    let weekend = match &written.weekend {
        Some(weekend) => weekend.iter().copied().collect(),
        None => Calendar::default().weekend,
    };
    if weekend.len() == 7 {
        reader.problem(
            at(path, "calendar.weekend"),
            ProblemCode::TooMany { most: 6 },
        );
    }
    Calendar {
        weekend,
        holidays,
        working_days,
    }
}

/// The place of a site by its id; an empty id means the only site.
fn site_place(reader: &mut Reader<'_>, path: String, id: &str, sites: &[Site]) -> Option<usize> {
    if id.trim().is_empty() {
        if sites.len() > 1 {
            reader.problem(path, ProblemCode::Required);
            return None;
        }
        return Some(0);
    }
    let place = sites.iter().position(|site| site.id == id.trim());
    if place.is_none() {
        reader.problem(
            path,
            ProblemCode::Unknown {
                id: id.trim().to_owned(),
            },
        );
    }
    place
}

fn group<'c>(
    reader: &mut Reader<'c>,
    written: &ScenarioGroup,
    place: &Place,
    sites: &[Site],
    default_audience: Audience,
    today: Option<Day>,
) -> Option<Group<'c>> {
    let path = &place.path;
    let people = reader.whole(at(path, "people"), &written.people, (1, MOST_PEOPLE), None);
    let site = site_place(reader, at(path, "site"), &written.site, sites);
    let certifications =
        certifications(reader, &at(path, "certifications"), &written.certifications);
    let held = certifications_held(reader, &at(path, "held"), &written.held);
    for (number, exam) in written.passed.iter().enumerate() {
        reader.known(nth(path, ".passed", number), exam, |catalogue, id| {
            catalogue.exams.iter().find(|exam| exam.id == id)
        });
    }
    let preparation_start = reader.day_or(
        at(path, "preparationStart"),
        &written.preparation_start,
        today,
    );
    let months_path = at(path, "preparationMonths");
    let preparation_months = if written.preparation_months.is_blank() {
        None
    } else {
        reader.whole(months_path, &written.preparation_months, (0, 120), None)
    };
    let waves = people
        .as_ref()
        .map(|people| waves(reader, path, written, people.value))
        .unwrap_or_default();
    let pass_rate = reader.rate(
        at(path, "passRate"),
        &written.pass_rate,
        |rate| rate > Ratio::ZERO && rate <= Ratio::ONE,
        Ratio::ONE,
    );
    let attempts = reader.whole(at(path, "attempts"), &written.attempts, (1, 20), Some(1));
    let no_show_rate = reader.rate(
        at(path, "noShowRate"),
        &written.no_show_rate,
        |rate| rate >= Ratio::ZERO && rate < Ratio::ONE,
        Ratio::ZERO,
    );
    let rebookings = reader.whole(
        at(path, "rebookings"),
        &written.rebookings,
        (0, 10),
        Some(0),
    );
    Some(Group {
        path: path.clone(),
        id: if written.id.is_empty() {
            (place.number + 1).to_string()
        } else {
            written.id.clone()
        },
        name: written.name.clone(),
        people: people?,
        audience: written.audience.unwrap_or(default_audience),
        site: site?,
        certifications,
        held,
        passed: written
            .passed
            .iter()
            .map(|exam| exam.trim().to_owned())
            .collect(),
        preparation_start: preparation_start?,
        preparation_months,
        waves,
        pass_rate: pass_rate?,
        attempts: attempts?,
        no_show_rate: no_show_rate?,
        rebookings: rebookings?,
    })
}

fn certifications<'c>(
    reader: &mut Reader<'c>,
    path: &str,
    ids: &[String],
) -> Vec<&'c crate::catalogue::Certification> {
    let mut seen = Set::default();
    for (number, id) in ids.iter().enumerate() {
        if !id.trim().is_empty() && !seen.insert(id.trim()) {
            reader.problem(
                nth(path, "", number),
                ProblemCode::Duplicate {
                    id: id.trim().to_owned(),
                },
            );
        }
    }
    certifications_held(reader, path, ids)
}

fn certifications_held<'c>(
    reader: &mut Reader<'c>,
    path: &str,
    ids: &[String],
) -> Vec<&'c crate::catalogue::Certification> {
    let mut found = Vec::new();
    for (number, id) in ids.iter().enumerate() {
        found.extend(reader.known(nth(path, "", number), id, |catalogue, id| {
            catalogue
                .certifications
                .iter()
                .find(|certification| certification.id == id)
        }));
    }
    found
}

/// The waves of a group. One wave without a number takes everybody, or whoever the others leave.
fn waves(reader: &mut Reader<'_>, path: &str, written: &ScenarioGroup, people: i64) -> Vec<Wave> {
    if written.sittings.is_empty() {
        return vec![Wave {
            path: at(path, "sittings"),
            day: None,
            people,
        }];
    }
    reader.at_most(&at(path, "sittings"), written.sittings.len(), 100);
    let mut waves = Vec::new();
    let mut counted = 0;
    let mut rest = None;
    for (number, sitting) in written.sittings.iter().enumerate() {
        let path = nth(path, ".sittings", number);
        let day = reader.optional_day(at(&path, "day"), &sitting.day);
        let mut here = 0;
        if sitting.people.is_blank() && rest.is_none() {
            rest = Some(number);
        } else if let Some(given) =
            reader.whole(at(&path, "people"), &sitting.people, (1, MOST_PEOPLE), None)
        {
            here = given.value;
        } else {
            return Vec::new();
        }
        counted += here;
        waves.push(Wave {
            path: at(&path, "day"),
            day,
            people: here,
        });
    }
    if let Some(wave) = rest.and_then(|number| waves.get_mut(number)) {
        wave.people = people - counted;
        counted = people.max(counted);
    }
    if counted != people || waves.iter().any(|wave| wave.people < 1) {
        let (all, sum) = (
            u32::try_from(people).unwrap_or(u32::MAX),
            u32::try_from(counted).unwrap_or(u32::MAX),
        );
        reader.problem(
            at(path, "sittings"),
            ProblemCode::WavesDoNotAddUp {
                people: all,
                waves: sum,
            },
        );
    }
    waves
}

fn stock<'c>(
    reader: &mut Reader<'c>,
    path: &str,
    written: &ScenarioAgreement,
    sites: &[Site],
    today: Option<Day>,
) -> Vec<Stock<'c>> {
    reader.at_most(&at(path, "stock"), written.stock.len(), 1000);
    let mut stock = Vec::new();
    for (number, entry) in written.stock.iter().enumerate() {
        let path = nth(path, ".stock", number);
        let product = product(reader, &path, &entry.product);
        let exams = reader.whole(at(&path, "exams"), &entry.exams, (0, MOST_PEOPLE), None);
        let from = reader.day_or(at(&path, "from"), &entry.from, today);
        let until = reader.day(at(&path, "until"), &entry.until);
        let site = if entry.site.trim().is_empty() {
            Some(None)
        } else {
            site_place(reader, at(&path, "site"), &entry.site, sites).map(Some)
        };
        let window = match (&from, until) {
            (Some(from), Some(until)) => {
                // Stock that has lapsed already is no mistake: it is simply of no use.
                let first = if from.default {
                    from.value.min(until)
                } else {
                    from.value
                };
                let window = Span::new(first, until);
                if window.is_none() {
                    reader.problem(
                        at(&path, "until"),
                        ProblemCode::EndsBeforeStart { start: first },
                    );
                }
                window
            }
            _ => None,
        };
        if let (Some(product), Some(exams), Some(window), Some(site)) =
            (product, exams, window, site)
        {
            stock.push(Stock {
                path,
                product,
                exams,
                window,
                site,
            });
        }
    }
    stock
}

pub fn product<'c>(
    reader: &mut Reader<'c>,
    path: &str,
    id: &str,
) -> Option<&'c crate::catalogue::Product> {
    reader.known(at(path, "product"), id, |catalogue, id| {
        catalogue.products.iter().find(|product| product.id == id)
    })
}

fn orders<'c>(
    reader: &mut Reader<'c>,
    path: &str,
    written: &ScenarioAgreement,
    sites: &[Site],
    today: Option<Day>,
) -> Vec<PlacedOrder<'c>> {
    reader.at_most(&at(path, "orders"), written.orders.len(), 1000);
    let mut orders = Vec::new();
    for (number, order) in written.orders.iter().enumerate() {
        let path = nth(path, ".orders", number);
        let day = reader.day(at(&path, "day"), &order.day);
        let product = product(reader, &path, &order.product);
        let units = reader.whole(
            at(&path, "quantity"),
            &order.quantity,
            (1, MOST_PEOPLE),
            None,
        );
        if let (Some(day), Some(today)) = (day, today)
            && day > today
        {
            reader.problem(
                at(&path, "day"),
                ProblemCode::TooLarge {
                    most: today.to_string(),
                },
            );
        }
        if !order.site.trim().is_empty() {
            site_place(reader, at(&path, "site"), &order.site, sites);
        }
        if let (Some(day), Some(product), Some(units)) = (day, product, units) {
            orders.push(PlacedOrder {
                path,
                day,
                product,
                units: units.value,
            });
        }
    }
    sort_by_key(&mut orders, |order| order.day);
    orders
}

fn shares(
    reader: &mut Reader<'_>,
    path: &str,
    written: &ScenarioAgreement,
    sites: &[Site],
) -> Vec<Share> {
    let mut shares = Vec::new();
    for (number, share) in written.free_vouchers.split.iter().enumerate() {
        let path = nth(path, ".freeVouchers.split", number);
        let site = site_place(reader, at(&path, "site"), &share.site, sites);
        let exams = reader.whole(at(&path, "exams"), &share.exams, (0, MOST_PEOPLE), Some(0));
        if let (Some(site), Some(exams)) = (site, exams) {
            shares.push(Share {
                site,
                exams: exams.value,
            });
        }
    }
    shares
}

fn libraries(
    reader: &mut Reader<'_>,
    path: &str,
    written: &ScenarioAgreement,
    today: Option<Day>,
) -> Vec<Library> {
    reader.at_most(&at(path, "libraries"), written.libraries.len(), 100);
    let mut libraries = Vec::new();
    for (number, library) in written.libraries.iter().enumerate() {
        let path = nth(path, ".libraries", number);
        let users = reader.whole(at(&path, "users"), &library.users, (1, MOST_PEOPLE), None);
        let from = reader.day_or(at(&path, "from"), &library.from, today);
        if let (Some(users), Some(from)) = (users, from) {
            libraries.push(Library {
                path,
                name: library.name.clone(),
                users,
                from,
            });
        }
    }
    libraries
}
