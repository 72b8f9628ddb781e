//! The part of a catalogue that an engine computes with, and the names people choose from.
//!
//! What only people read would be most of it, and every visitor would load it: it ships beside the engine instead. Of
//! rules, assumptions and conflicts the ids and cites stay, because plans name these. The build embeds it by this file.

use serde_json::{Map, Value};

/// Fields of the catalogue that no plan needs.
const ONLY_READ: [&str; 4] = ["sources", "policies", "links", "notes"];

/// Fields of its entries that no plan needs.
const REMARKS: [&str; 3] = ["note", "notes", "conditions"];

/// Lists of which no plan needs the texts, nor what the texts are about.
const STATEMENTS: [&str; 4] = ["rules", "assumptions", "conflicts", "softwareAssurance"];
const TEXTS: [&str; 7] = [
    "text",
    "question",
    "resolution",
    "policy",
    "policies",
    "choice",
    "figures",
];

/// Removes what no plan needs from fields of a catalogue.
pub fn keep_facts(fields: &mut Map<String, Value>) {
    fields.retain(|name, _| !ONLY_READ.contains(&name.as_str()));
    for (name, value) in fields {
        without(value, &REMARKS);
        if STATEMENTS.contains(&name.as_str()) {
            without(value, &TEXTS);
        }
    }
}

/// Removes fields, however deep.
fn without(value: &mut Value, names: &[&str]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| without(item, names)),
        Value::Object(fields) => {
            fields.retain(|name, _| !names.contains(&name.as_str()));
            fields.values_mut().for_each(|field| without(field, names));
        }
        _ => {}
    }
}
