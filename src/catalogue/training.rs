//! How people get there: retakes, preparation, delivery, the benefits of agreements, and what else to know.

use crate::catalogue::{Audience, Cite, Confidence, Fact, Family, Text, choices, records};
use crate::domain::Day;

records! {
    /// Waits and caps for repeated attempts of one exam.
    RetakeRule {
        /// For exams of these families.
        families: Vec<Family>,
        /// The first day it is known to hold; absent where no earlier rule is known.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        from: Option<Day>,
        /// Days between the first attempt and the second.
        first_wait_days: u32,
        /// Days between later attempts.
        later_wait_days: u32,
        /// Attempts allowed within twelve months; absent where there is no cap.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        most_in_twelve_months: Option<u32>,
        /// When those twelve months start.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        twelve_months_start: Option<CapStart>,
        /// Whether a passed exam may be taken again.
        again_after_pass: bool,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }
}

choices! {
    /// When the twelve months of an attempts' cap start.
    CapStart {
        /// With the first attempt.
        FirstAttempt,
        /// With the last failure that the cap allows.
        LastFailure,
    }
}

records! {
    /// Months of preparation (PLN-2, PLN-5).
    Preparation {
        /// For a basic certification.
        basic_months: Vec<Fact<u32>>,
        /// For an advanced certification.
        advanced_months: Vec<Fact<u32>>,
        /// One semester, for an MTA certification.
        semester_months: Vec<Fact<u32>>,
    }

    /// How long orders take (COD-7, COD-10).
    Delivery {
        /// Calendar days until an order is acknowledged, at most.
        acknowledged_days: Vec<Fact<u32>>,
        /// Business days from the invoice to the codes of class packs and vouchers, at least.
        codes_earliest_business_days: Vec<Fact<u32>>,
        /// Business days from the invoice to the codes of class packs and vouchers, at most.
        codes_latest_business_days: Vec<Fact<u32>>,
        /// Calendar days from the order to the mail that opens a site pack, at most.
        site_pack_days: Vec<Fact<u32>>,
    }

    /// The Imagine Academy: a benefit of academic agreements.
    ImagineAcademy {
        /// Programmes whose first purchase or renewal grants it, from the first day of each fact.
        programmes: Vec<Fact<Vec<String>>>,
        /// Free exam vouchers for an agreement.
        free_vouchers: Vec<Fact<u32>>,
        /// What the free vouchers may be used for.
        families: Vec<Fact<Vec<Family>>>,
        /// Who may use the free vouchers.
        audiences: Vec<Fact<Vec<Audience>>>,
        /// Months that the free vouchers are assumed to live.
        voucher_months: Vec<Fact<u32>>,
        /// Days after its end in which the membership can be renewed without losing its id.
        grace_days: Vec<Fact<u32>>,
        /// The further benefits (PRD-5).
        benefits: Vec<Benefit>,
    }

    /// A benefit beside the free vouchers.
    Benefit {
        /// Such as `mct-discount`.
        id: String,
        /// What it is.
        text: Text,
        /// The part of the price that is still paid, in per cent, where the benefit is a discount.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pay_percent: Option<u32>,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }

    /// Training vouchers of Software Assurance: each turns days of training into a booking.
    TrainingVouchers {
        /// Days from its creation that a voucher lives.
        life_days: Vec<Fact<u32>>,
        /// Days of training that a voucher holds, at most.
        most_days: Vec<Fact<u32>>,
        /// Whether days unused when a voucher ends return, as long as the agreement is active.
        return_unused: Vec<Fact<bool>>,
    }

    /// Something that happened on a day.
    DatedEvent {
        /// Such as `no-more-days-accrued`.
        id: String,
        /// When.
        day: Day,
        /// What.
        text: Text,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }

    /// A statement that is shown as a quotation of its source and never computed with.
    Claim {
        /// Such as `average-saving`.
        id: String,
        /// What it says, in our words.
        text: Text,
        /// The lower end in per cent.
        low_percent: u32,
        /// The upper end in per cent.
        high_percent: u32,
        /// Where it was read.
        cites: Vec<Cite>,
    }

    /// A page or mailbox, by topic.
    Link {
        /// Such as `prices`, `test-centre`, `exams`, `legacy-e-learning`.
        topic: String,
        /// What one finds there.
        text: Text,
        /// `https:` or `mailto:`.
        url: String,
        /// Where it was read.
        cites: Vec<Cite>,
    }

    /// A published example or a fact that the engine does not compute with.
    Note {
        /// Such as `T11`.
        id: String,
        /// Such as `proration`, `prices`, `pass-rates`, `price-levels`.
        topic: String,
        /// What it says, in our words.
        text: Text,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }
}
