//! Reads benefits beside the exams: training days of Software Assurance, purchases at the Imagine Academy's discounts.

use crate::catalogue::on;
use crate::domain::money::LARGEST_AMOUNT;
use crate::domain::{Currency, Day};
use crate::problem::ProblemCode;
use crate::request::reader::{Reader, at, nth};
use crate::request::{Given, MOST_PEOPLE};
use crate::scenario::{
    ScenarioAcademyDiscounts, ScenarioSoftwareAssurance, ScenarioTrainingVoucher,
};

/// Training days and vouchers of Software Assurance.
#[derive(Clone, Debug)]
pub struct Training {
    /// `agreements[0].softwareAssurance`.
    pub path: String,
    /// Days that no voucher holds.
    pub days: Given<i64>,
    /// Vouchers, as written.
    pub vouchers: Vec<TrainingVoucher>,
}

/// A training voucher.
#[derive(Clone, Debug)]
pub struct TrainingVoucher {
    /// When it was created, or is to be.
    pub created: Given<Day>,
    /// Days of training, at least 1.
    pub days: Given<i64>,
    /// Days taken, at most all of them.
    pub used: Given<i64>,
    /// Whether it is meant for an Azure course.
    pub azure: bool,
    /// `agreements[0].softwareAssurance.vouchers[0]`.
    pub path: String,
}

/// What is bought at the Imagine Academy's discounts.
#[derive(Clone, Debug)]
pub struct Discounts {
    /// `agreements[0].academyDiscounts`.
    pub path: String,
    /// People who join the trainer programme, and its price for one.
    pub trainers: Option<(Given<i64>, Given<i64>)>,
    /// What books of Microsoft Press cost together.
    pub press: Option<Given<i64>>,
}

/// Training days and vouchers; `None` where nothing was entered, or nothing that makes sense.
pub fn training(
    reader: &mut Reader<'_>,
    path: &str,
    written: &ScenarioSoftwareAssurance,
) -> Option<Training> {
    if written.days.is_blank() && written.vouchers.is_empty() {
        return None;
    }
    let path = at(path, "softwareAssurance");
    let days = reader.whole(at(&path, "days"), &written.days, (0, MOST_PEOPLE), Some(0));
    reader.at_most(&at(&path, "vouchers"), written.vouchers.len(), 1000);
    let mut vouchers = Vec::new();
    for (number, voucher) in written.vouchers.iter().enumerate() {
        vouchers.extend(self::voucher(
            reader,
            nth(&path, ".vouchers", number),
            voucher,
        ));
    }
    Some(Training {
        path,
        days: days?,
        vouchers,
    })
}

fn voucher(
    reader: &mut Reader<'_>,
    path: String,
    written: &ScenarioTrainingVoucher,
) -> Option<TrainingVoucher> {
    let day = reader.day(at(&path, "created"), &written.created);
    let facts = &reader.catalogue.training_vouchers;
    let rules = day.and_then(|day| Some((on(&facts.life_days, day)?, on(&facts.most_days, day)?)));
    let most = rules.map_or(MOST_PEOPLE, |(_, most)| i64::from(most.value));
    let days = reader.whole(at(&path, "days"), &written.days, (1, most), None);
    let all = days.as_ref().map_or(most, |days| days.value);
    let used = reader.whole(at(&path, "used"), &written.used, (0, all), Some(0));
    let day = day?;
    if rules
        .and_then(|(life, _)| day.plus_days(i64::from(life.value)))
        .is_none()
    {
        reader.problem(at(&path, "created"), ProblemCode::OutOfCalendar);
    }
    Some(TrainingVoucher {
        created: Given {
            value: day,
            path: at(&path, "created"),
            default: false,
        },
        days: days?,
        used: used?,
        azure: written.azure,
        path,
    })
}

/// What is bought at the Imagine Academy's discounts. A number of trainers needs a price, and a price a number.
pub fn discounts(
    reader: &mut Reader<'_>,
    path: &str,
    written: &ScenarioAcademyDiscounts,
    currency: Option<Currency>,
) -> Discounts {
    let path = at(path, "academyDiscounts");
    let price_path = at(&path, "trainerPrice");
    let mut trainers = None;
    if !(written.trainers.is_blank() && written.trainer_price.is_blank()) {
        let number = reader.whole(
            at(&path, "trainers"),
            &written.trainers,
            (1, MOST_PEOPLE),
            None,
        );
        if written.trainer_price.is_blank() {
            reader.problem(price_path.clone(), ProblemCode::Required);
        }
        let price = reader.price(price_path.clone(), &written.trainer_price, currency);
        if let (Some(number), Some(price)) = (number, price) {
            let most = LARGEST_AMOUNT / number.value;
            if price.value > most {
                let places = currency.map_or(0, |currency| currency.places());
                let most = (most / 10_i64.pow(places)).to_string();
                reader.problem(price_path, ProblemCode::TooLarge { most });
            }
            trainers = Some((number, price));
        }
    }
    let press = reader.price(at(&path, "press"), &written.press, currency);
    Discounts {
        path,
        trainers,
        press,
    }
}
