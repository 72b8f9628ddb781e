//! Where facts were read, and what every fact carries: a text in both languages, its sources, how far it can be relied on.

use serde::Serialize;

use crate::catalogue::{choices, records};
use crate::domain::{Day, Json};
use crate::reading::{Read, Reader};

/// A text in each language the planner speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Chinese, simplified.
    pub zh: String,
}

/// A text that is left out reads as empty: so the engine's own copy has none, and [`Catalogue::faults`] finds it in a
/// whole catalogue.
impl Read for Text {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let fields = reader.record(json, &["en", "zh"]);
        Self {
            en: reader.field(fields, "en", false),
            zh: reader.field(fields, "zh", false),
        }
    }

    fn blank() -> Self {
        Self {
            en: String::new(),
            zh: String::new(),
        }
    }

    const MAY_BE_ABSENT: bool = true;
}

/// Where a fact was read: `source` or `source#section`, both named in [`Catalogue::sources`].
pub type Cite = String;

choices! {
    /// How far a fact can be relied on.
    Confidence {
        /// Printed by the vendor, read in the text itself or a faithful copy.
        High,
        /// Printed by others, or by the vendor for a neighbouring case.
        Medium,
        /// Inferred, undated, or from a weak copy.
        Low,
    }
}

/// A value from its first day on, with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(any(test, target_arch = "wasm32"), derive(tsify::Tsify))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact<T> {
    /// The first day it is known to hold; absent where no earlier value is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// The value.
    pub value: T,
    /// Where it was read.
    pub cites: Vec<Cite>,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

impl<T: Read> Read for Fact<T> {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let fields = reader.record(json, &["from", "value", "cites", "confidence"]);
        Self {
            from: reader.field(fields, "from", false),
            value: reader.field(fields, "value", false),
            cites: reader.field(fields, "cites", false),
            confidence: reader.field(fields, "confidence", false),
        }
    }

    fn blank() -> Self {
        Self {
            from: None,
            value: T::blank(),
            cites: Vec::new(),
            confidence: Confidence::High,
        }
    }
}

records! {
    /// A text that facts were read from.
    Source {
        /// Short name that cites use.
        id: String,
        /// The title as printed.
        title: String,
        /// Where it can be read.
        url: String,
        /// When it was published, as exactly as known: `2021-06-28`, `2010-10`, `2014`.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        published: Option<String>,
        /// The day we read it.
        read: Day,
        /// How far the text as a whole can be relied on.
        confidence: Confidence,
        /// What else to know: a mirror, a translation, the commit.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        note: Option<Text>,
        /// Sections that cites point at.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        sections: Vec<Section>,
    }

    /// A part of a source.
    Section {
        /// Short name after the `#` of a cite.
        id: String,
        /// The heading, in the source's language.
        title: String,
    }

    /// A statement with its source.
    CitedText {
        /// What it says, in our words.
        text: Text,
        /// Where.
        cites: Vec<Cite>,
        /// How far it can be relied on.
        confidence: Confidence,
    }
}
