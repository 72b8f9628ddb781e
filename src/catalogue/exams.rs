//! What people sit and earn: exams, and the certifications that ask for them.

use crate::catalogue::{Cite, Confidence, Text, choices, records};
use crate::domain::Day;

choices! {
    /// What an exam belongs to when vouchers are counted.
    Family {
        /// Microsoft Office Specialist.
        Mos,
        /// Microsoft Technology Associate.
        Mta,
        /// Microsoft Certified Educator.
        Mce,
        /// Microsoft Certified Fundamentals.
        Fundamentals,
        /// Microsoft Certified Professional: MCSA, MCSE, MCSD and, by policy, role-based.
        Mcp,
    }

    /// Who sits an exam.
    Audience {
        /// Enrolled at the institution.
        Student,
        /// Faculty and staff of an institution.
        Staff,
        /// Works for a company or agency.
        Employee,
    }
}

impl Family {
    /// All, in the order plans list them.
    pub const ALL: [Self; 5] = [
        Self::Mos,
        Self::Mta,
        Self::Mce,
        Self::Fundamentals,
        Self::Mcp,
    ];
}

records! {
    /// An exam.
    Exam {
        /// The exam's number, such as `77-420` or `AZ-900`.
        id: String,
        /// What its voucher counts as.
        family: Family,
        /// When it was first seen to be offered; a lower bound.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        first_seen: Option<Day>,
        /// When it ends. Several are a conflict or an extension: the first binds, all are shown.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        ends: Vec<Ending>,
        /// The exam's own page, if not the list's.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        url: Option<String>,
        /// Where it was read.
        cites: Vec<Cite>,
    }

    /// The last day of an exam or certification.
    Ending {
        /// The last day it can be taken or earned.
        day: Day,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
        /// For which language or reading this is, where there are several.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        note: Option<Text>,
    }

    /// A solution area that certifications belong to.
    Area {
        /// Such as `data-ai`.
        id: String,
        /// Its name.
        name: Text,
        /// Where it is listed.
        cites: Vec<Cite>,
    }
}

choices! {
    /// How a certification is named and counted by the vendor.
    Track {
        /// Microsoft Office Specialist.
        Mos,
        /// Microsoft Technology Associate.
        Mta,
        /// Microsoft Certified Educator.
        Mce,
        /// Fundamentals.
        Fundamentals,
        /// Solutions Associate.
        Mcsa,
        /// Solutions Expert.
        Mcse,
        /// Solutions Developer.
        Mcsd,
        /// Role-based and specialty.
        RoleBased,
    }

    /// How long people should prepare.
    Level {
        /// A basic certification.
        Basic,
        /// An advanced certification.
        Advanced,
    }
}

records! {
    /// A certification.
    Certification {
        /// Such as `mcsa-windows-server-2016`.
        id: String,
        /// As the vendor writes it.
        name: Text,
        /// How the vendor counts it.
        track: Track,
        /// How long to prepare.
        level: Level,
        /// Its solution area, where it has one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        area: Option<String>,
        /// Ways to earn it. Each is a list of requirements that must all be met.
        routes: Vec<Vec<Requirement>>,
        /// Certifications of which one must be held before; empty where none is needed.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        prerequisites: Vec<String>,
        /// When it ends. Several are a conflict or an extension: the first binds, all are shown.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        ends: Vec<Ending>,
        /// Where it was read.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
        /// What else to know.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        note: Option<Text>,
    }

    /// So many exams out of these.
    Requirement {
        /// How many, at least 1 and at most as many as listed.
        choose: u32,
        /// Exams by number.
        of: Vec<String>,
    }
}
