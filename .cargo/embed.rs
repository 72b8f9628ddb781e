//! Makes the part of the catalogue that the engine embeds: what it computes with, and the names people choose from.
//!
//! What only people read would be most of it, and every visitor would load it: it ships beside the engine instead. Of
//! rules, assumptions and conflicts the ids and cites stay, because plans name these.

use std::{env, error::Error, fs, path::Path};

use serde_json::{Map, Value};

const DATA: &str = "src/catalogue/data";

/// Fields of the catalogue that no plan needs.
const ONLY_READ: [&str; 4] = ["sources", "policies", "links", "notes"];

/// Fields of its entries that no plan needs.
const REMARKS: [&str; 3] = ["note", "notes", "conditions"];

/// Lists of which no plan needs the texts.
const STATEMENTS: [&str; 4] = ["rules", "assumptions", "conflicts", "softwareAssurance"];
const TEXTS: [&str; 4] = ["text", "question", "resolution", "policy"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=.cargo/embed.rs");
    let mut embedded = Map::new();
    for file in fs::read_dir(DATA)? {
        let fields: Map<String, Value> = serde_json::from_slice(&fs::read(file?.path())?)?;
        for (name, mut value) in fields {
            if ONLY_READ.contains(&name.as_str()) {
                continue;
            }
            without(&mut value, &REMARKS);
            if STATEMENTS.contains(&name.as_str()) {
                without(&mut value, &TEXTS);
            }
            embedded.insert(name, value);
        }
    }
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    let file = Path::new(&folder).join("facts.json");
    fs::write(file, Value::Object(embedded).to_string())?;
    Ok(())
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
