//! The wasm tests, inside a real browser.
use crate::{cargo, run};
use anyhow::{Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
};

/// An engine we test in: how the test runner is told of its WebDriver, and what that program is called.
struct Browser {
    name: &'static str,
    variable: &'static str,
    driver: &'static str,
}

/// Another engine is another line here, its driver in `.cargo/set-up.js`, its page tests in `tests/browser/browser.js`.
const BROWSERS: &[Browser] = &[Browser {
    name: "Chromium",
    variable: "CHROMEDRIVER",
    driver: "chromedriver",
}];

/// Runs the wasm tests in every browser. A browser that is missing is an error: a skipped test looks like a passed one.
pub fn test(arguments: &[String]) -> Result<()> {
    for browser in BROWSERS {
        let driver = env::var_os(browser.variable)
            .map(PathBuf::from)
            .or_else(|| find(browser.driver))
            .with_context(|| {
                format!(
                    "no {} to drive {} with: install it, or name it in {}",
                    browser.driver, browser.name, browser.variable
                )
            })?;
        println!("wasm tests in {}", browser.name);
        let mut command = cargo("test")?;
        // The runner takes the first variable it finds, so only this browser's may be there.
        for other in BROWSERS {
            command.env_remove(other.variable);
        }
        // `--tests`: the doc examples run natively, and `src` has no wasm test of its own.
        command.env(browser.variable, driver).arg("--tests");
        run(command.args(arguments))?;
    }
    Ok(())
}

/// Runs one test binary that cargo built for wasm32.
pub fn run_one(arguments: Vec<String>) -> Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
}

fn find(program: &str) -> Option<PathBuf> {
    let file = Path::new(program).with_extension(env::consts::EXE_EXTENSION);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}
