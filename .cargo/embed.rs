//! Picks what the engine computes with of the catalogue: into the library, for whoever calls it from Rust, and for the package.

use std::{env, error::Error, fs, path::Path};

use serde_json::{Map, Value};

#[path = "../src/catalogue/facts.rs"]
mod facts;

const DATA: &str = "src/catalogue/data";

#[allow(
    dead_code,
    reason = "the package is made by another program, which takes the facts alone"
)]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=src/catalogue/facts.rs");
    println!("cargo:rerun-if-changed=.cargo/embed.rs");
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    fs::write(
        Path::new(&folder).join("facts.json"),
        facts(Path::new(DATA))?,
    )?;
    Ok(())
}

/// The facts of a catalogue in a folder of files, as JSON.
///
/// # Errors
/// Where a file cannot be read, or is no JSON record.
pub fn facts(data: &Path) -> Result<String, Box<dyn Error>> {
    let mut embedded = Map::new();
    for file in fs::read_dir(data)? {
        let mut fields: Map<String, Value> = serde_json::from_slice(&fs::read(file?.path())?)?;
        facts::keep_facts(&mut fields);
        embedded.extend(fields);
    }
    Ok(Value::Object(embedded).to_string())
}
