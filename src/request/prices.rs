//! Reads prices: the user's own, and those of a price book for what the user gave none for.

use crate::catalogue::{Catalogue, Family, Programme};
use crate::domain::Currency;
use crate::prices::{Listed, PriceBook, VERSION, reaches};
use crate::problem::{Problem, ProblemCode};
use crate::request::agreement::product;
use crate::request::reader::{Reader, at, nth};
use crate::request::{MOST_PEOPLE, Price, SinglePrice};
use crate::scenario::ScenarioAgreement;

/// What an agreement's orders are charged by.
pub struct Priced<'c> {
    /// The user's, or where nothing was entered, the book's.
    pub currency: Option<Currency>,
    /// Prices of products, each once.
    pub prices: Vec<Price<'c>>,
    /// Prices of single exams, each family once.
    pub single_prices: Vec<SinglePrice<'c>>,
    /// A book whose prices are in another currency, so that none is taken.
    pub other_book: Option<&'c PriceBook>,
}

/// Reads the prices of an agreement. The user's own go before those of the book, and those of a narrower list before
/// those of a wider one.
pub fn read<'c>(
    reader: &mut Reader<'c>,
    path: &str,
    written: &ScenarioAgreement,
    programme: Option<&'c Programme>,
    currency: Option<Currency>,
) -> Priced<'c> {
    let mut priced = Priced {
        currency,
        prices: Vec::new(),
        single_prices: Vec::new(),
        other_book: None,
    };
    let mut sources = vec![Listed {
        path: at(path, ""),
        prices: &written.prices,
        single_prices: &written.single_prices,
        of_book: false,
    }];
    if let (Some(book), Some(programme)) = (reader.prices, programme) {
        book.under(&programme.id, programme.segment, &mut sources);
        let theirs = Currency::parse(&book.currency);
        let mut listed = sources.iter().skip(1);
        if listed.any(|listed| !listed.prices.is_empty() || !listed.single_prices.is_empty()) {
            if written.currency.trim().is_empty() && currency.is_none() {
                priced.currency = theirs;
            }
            if priced.currency != theirs {
                priced.other_book = Some(book);
                sources.truncate(1);
            }
        }
    }
    for source in &sources {
        prices(reader, source, priced.currency, &mut priced.prices);
        single_prices(reader, source, priced.currency, &mut priced.single_prices);
    }
    priced
}

/// Everything that is wrong with a price book, at its own fields.
#[must_use]
pub fn problems(catalogue: &Catalogue, book: &PriceBook) -> Vec<Problem> {
    let mut reader = Reader::new(catalogue);
    if book.version != VERSION {
        reader.problem("version", ProblemCode::UnknownVersion { known: VERSION });
    }
    if book.name.trim().is_empty() {
        reader.problem("name", ProblemCode::Required);
    }
    let currency = Currency::parse(&book.currency);
    if currency.is_none() {
        reader.problem("currency", ProblemCode::NotACurrency);
    }
    let lists = book.lists.iter().enumerate();
    let lists = lists.map(|(place, list)| book.list(place, list));
    for source in std::iter::once(book.for_all()).chain(lists) {
        let source = Listed {
            of_book: false,
            ..source
        };
        // What a list may say once it says first here, as in a scenario.
        prices(&mut reader, &source, currency, &mut Vec::new());
        single_prices(&mut reader, &source, currency, &mut Vec::new());
        let path = |list: &str, number| nth(&[&source.path, list].concat(), "", number);
        for (number, price) in source.prices.iter().enumerate() {
            if price.price.is_blank() {
                reader.problem(at(&path("prices", number), "price"), ProblemCode::Required);
            }
        }
        let mut families: Vec<&str> = Vec::new();
        for (number, price) in source.single_prices.iter().enumerate() {
            let path = path("singlePrices", number);
            if price.price.is_blank() {
                reader.problem(at(&path, "price"), ProblemCode::Required);
            }
            let id = price.family.trim();
            if families.contains(&id) {
                let id = id.to_owned();
                reader.problem(at(&path, "family"), ProblemCode::Duplicate { id });
            }
            families.push(id);
        }
    }
    reader.at_most("lists", book.lists.len(), 1000);
    for (place, list) in book.lists.iter().enumerate() {
        let path = format!("lists[{place}]");
        if list.programmes.is_empty() && list.segment.is_none() {
            reader.problem(at(&path, "programmes"), ProblemCode::Required);
        }
        for (number, id) in list.programmes.iter().enumerate() {
            let path = nth(&path, ".programmes", number);
            let programme = reader.known(path.as_str(), id, Catalogue::programme);
            if let Some(segment) = list.segment
                && programme.is_some_and(|programme| !reaches(segment, programme.segment))
            {
                reader.problem(path, ProblemCode::Unknown { id: id.clone() });
            }
        }
    }
    let mut problems = reader.into_problems();
    problems.extend(doubles(catalogue, book));
    problems
}

/// Prices of the same thing in two lists of which neither goes before the other.
fn doubles(catalogue: &Catalogue, book: &PriceBook) -> Vec<Problem> {
    let mut found: Vec<Problem> = Vec::new();
    for programme in &catalogue.programmes {
        let holding: Vec<_> = book
            .lists
            .iter()
            .enumerate()
            .filter_map(|(place, list)| {
                let reach = list.reach(&programme.id, programme.segment)?;
                Some((place, list, reach))
            })
            .collect();
        for (number, (place, later, reach)) in holding.iter().enumerate() {
            let earlier = holding.iter().take(number);
            for (_, earlier, _) in earlier.filter(|(_, _, other)| other == reach) {
                let mut double = |list: &str, field: &str, number: usize, id: &str| {
                    let problem = Problem {
                        path: format!("lists[{place}].{list}[{number}].{field}"),
                        code: ProblemCode::Duplicate { id: id.to_owned() },
                    };
                    if !found.contains(&problem) {
                        found.push(problem);
                    }
                };
                for (number, price) in later.prices.iter().enumerate() {
                    let id = price.product.trim();
                    if earlier.prices.iter().any(|it| it.product.trim() == id) {
                        double("prices", "product", number, id);
                    }
                }
                for (number, price) in later.single_prices.iter().enumerate() {
                    let id = price.family.trim();
                    if earlier
                        .single_prices
                        .iter()
                        .any(|it| it.family.trim() == id)
                    {
                        double("singlePrices", "family", number, id);
                    }
                }
            }
        }
    }
    found
}

/// Adds the prices of products. A book has none to add where one is there.
fn prices<'c>(
    reader: &mut Reader<'c>,
    source: &Listed<'_>,
    currency: Option<Currency>,
    prices: &mut Vec<Price<'c>>,
) {
    let path = [&source.path, "prices"].concat();
    reader.at_most(&path, source.prices.len(), 1000);
    for (number, written) in source.prices.iter().enumerate() {
        let path = nth(&path, "", number);
        let product = product(reader, &path, &written.product);
        if let Some(product) = product
            && prices.iter().any(|price| price.product.id == product.id)
        {
            if source.of_book {
                continue;
            }
            reader.problem(
                at(&path, "product"),
                ProblemCode::Duplicate {
                    id: product.id.clone(),
                },
            );
        }
        let minor = reader.price(at(&path, "price"), &written.price, currency);
        let mut breaks = Vec::new();
        let mut from = 1;
        for (number, tier) in written.breaks.iter().enumerate() {
            let path = nth(&path, ".breaks", number);
            if tier.units.is_blank() && tier.price.is_blank() {
                continue;
            }
            let units = reader.whole(at(&path, "units"), &tier.units, (2, MOST_PEOPLE), None);
            if tier.price.is_blank() {
                reader.problem(at(&path, "price"), ProblemCode::Required);
            }
            let price = reader.price(at(&path, "price"), &tier.price, currency);
            if let (Some(units), Some(price)) = (units, price) {
                if units.value <= from {
                    reader.problem(at(&path, "units"), ProblemCode::BreaksNotRising);
                }
                from = units.value;
                breaks.push((units.value, price));
            }
        }
        if let (Some(product), Some(minor)) = (product, minor) {
            prices.push(Price {
                product,
                minor,
                part_number: written.part_number.trim().to_owned(),
                breaks,
                book: reader.prices.filter(|_| source.of_book),
            });
        }
    }
}

/// Adds the prices of single exams. Of one family the first counts.
fn single_prices<'c>(
    reader: &mut Reader<'c>,
    source: &Listed<'_>,
    currency: Option<Currency>,
    prices: &mut Vec<SinglePrice<'c>>,
) {
    for (number, written) in source.single_prices.iter().enumerate() {
        let path = format!("{}singlePrices[{number}]", source.path);
        let family = reader.known(at(&path, "family"), &written.family, |_, id| family(id));
        let price = reader.price(at(&path, "price"), &written.price, currency);
        if let (Some(family), Some(minor)) = (family, price) {
            prices.push(SinglePrice {
                family,
                minor,
                book: reader.prices.filter(|_| source.of_book),
            });
        }
    }
}

fn family(id: &str) -> Option<Family> {
    match id {
        "mos" => Some(Family::Mos),
        "mta" => Some(Family::Mta),
        "mce" => Some(Family::Mce),
        "fundamentals" => Some(Family::Fundamentals),
        "mcp" => Some(Family::Mcp),
        _ => None,
    }
}
