//! Embeds in the engine what it computes with of the catalogue.

use std::{env, error::Error, fs, path::Path};

use serde_json::{Map, Value};

#[path = "../src/catalogue/facts.rs"]
mod facts;

const DATA: &str = "src/catalogue/data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=src/catalogue/facts.rs");
    println!("cargo:rerun-if-changed=.cargo/embed.rs");
    let mut embedded = Map::new();
    for file in fs::read_dir(DATA)? {
        let mut fields: Map<String, Value> = serde_json::from_slice(&fs::read(file?.path())?)?;
        facts::keep_facts(&mut fields);
        embedded.extend(fields);
    }
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    let file = Path::new(&folder).join("facts.json");
    fs::write(file, Value::Object(embedded).to_string())?;
    Ok(())
}
