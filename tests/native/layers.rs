//! The order of the modules, and what every file owes its reader.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in reading order: each uses only those before it.
const ORDER: [&str; 22] = [
    "domain",
    "reading",
    "catalogue",
    "policy",
    "problem",
    "scenario",
    "prices",
    "request",
    "figure",
    "finding",
    "plan",
    "comparison",
    "rules",
    "solve",
    "explain",
    "compare",
    "planner",
    "amend",
    "replay",
    "writing",
    "supply",
    "exports",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// The module at the top that a file belongs to.
fn module(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).unwrap();
    inside
        .iter()
        .next()
        .unwrap()
        .to_str()
        .unwrap()
        .trim_end_matches(".rs")
        .to_owned()
}

#[test]
fn each_module_uses_only_those_before_it() {
    for file in files(&root().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let Some(here) = ORDER.iter().position(|name| *name == module(&file)) else {
            continue;
        };
        for used in text.split("crate::").skip(1) {
            let name: String = used
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            let Some(there) = ORDER.iter().position(|module| *module == name) else {
                continue;
            };
            let in_docs = ["figure", "plan", "replay"].contains(&name.as_str())
                && text.contains(&format!("](crate::{name}"));
            assert!(there <= here || in_docs, "{} uses {name}", file.display());
        }
    }
}

#[test]
fn only_the_doors_name_wasm_bindgen_and_only_days_use_the_date_library() {
    for file in files(&root().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let used = |name: &str| {
            text.lines()
                .any(|line| line.trim_start().starts_with("use ") && line.contains(name))
        };
        assert!(
            !used("wasm_bindgen") || module(&file) == "wasm" || file.ends_with("door.rs"),
            "{}",
            file.display()
        );
        assert!(
            !used("chrono") || file.ends_with("domain/day.rs"),
            "{}",
            file.display()
        );
    }
}

#[test]
fn every_file_says_first_what_it_is_about() {
    for folder in ["src", "tests", ".cargo/xtask"] {
        for file in files(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            assert!(text.starts_with("//! "), "{}", file.display());
        }
    }
}

#[test]
fn every_rule_of_the_document_is_used_by_the_engine_or_listed_as_missing() {
    let engine: String = files(&root().join("src"))
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let catalogue = voucher_planner::catalogue::Catalogue::builtin().unwrap();
    for rule in &catalogue.rules {
        let id = &rule.id;
        let cased = include_str!("../cases/plans.json").contains(&format!("\"{id}\""));
        let used = engine.contains(&format!("\"{id}\"")) || cased;
        assert!(
            used || readme.contains(id.as_str()),
            "{id} is neither used nor listed in the README"
        );
    }
}
