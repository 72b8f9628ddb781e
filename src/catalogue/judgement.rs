//! What the planner holds to: rules, assumptions, where texts disagree, and what speaks for each choice of a policy.

use crate::catalogue::{Cite, Confidence, Text, records};

records! {
    /// A rule of the source document.
    Rule {
        /// Such as `COD-6`.
        id: String,
        /// What it says, in our words.
        text: Text,
        /// Where it says so.
        cites: Vec<Cite>,
    }

    /// Something no text settles, that the planner assumes and says so.
    Assumption {
        /// Such as `packs-prorate-like-online-services`.
        id: String,
        /// What is assumed.
        text: Text,
        /// What speaks for it, if anything.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        cites: Vec<Cite>,
        /// How sure it is.
        confidence: Confidence,
        /// Policies whose default it stands behind, by name, such as `free-split`.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        policies: Vec<String>,
        /// Figures of a plan that it stands behind whatever the policies are, such as `last-exam-day`.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        figures: Vec<String>,
    }

    /// Two texts that disagree.
    Conflict {
        /// Such as `code-expiry`.
        id: String,
        /// What the question is.
        question: Text,
        /// What each text says.
        sides: Vec<Side>,
        /// What the planner does, and why.
        resolution: Text,
        /// The policy that switches between the sides, if there is one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        policy: Option<String>,
        /// Where no policy switches: the figures of a plan that it touches, such as `lead-days`.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        figures: Vec<String>,
    }

    /// One side of a [`Conflict`].
    Side {
        /// What it says, in our words.
        text: Text,
        /// Where.
        cites: Vec<Cite>,
        /// The choice of the conflict's policy that it speaks for, where it has one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        choice: Option<String>,
    }

    /// What speaks for the choices of a policy. The choices themselves are in `policy.rs`.
    PolicyNote {
        /// The policy's name, such as `months`.
        id: String,
        /// The question it answers.
        text: Text,
        /// Each choice, the default first.
        choices: Vec<ChoiceNote>,
    }

    /// What speaks for one choice of a policy.
    ChoiceNote {
        /// The choice's name, such as `full-min-6`.
        id: String,
        /// What it means.
        text: Text,
        /// What speaks for it; empty where no text does.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        cites: Vec<Cite>,
    }
}
