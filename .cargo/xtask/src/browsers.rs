//! The wasm tests, inside real browsers.
use crate::{cargo, cargo_home, run};
use anyhow::{Context, Result, ensure};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// An engine we test in: how the test runner is told of its WebDriver, and what that program is called.
struct Browser {
    name: &'static str,
    variable: &'static str,
    driver: &'static str,
    /// Whether it cannot run without a screen.
    needs_screen: bool,
}

/// Another engine is another line here, its driver in `.cargo/system.js`, its page tests in `tests/browser/engines.js`.
const BROWSERS: &[Browser] = &[
    Browser {
        name: "Chromium",
        variable: "CHROMEDRIVER",
        driver: "chromedriver",
        needs_screen: false,
    },
    Browser {
        name: "Firefox",
        variable: "GECKODRIVER",
        driver: "geckodriver",
        needs_screen: false,
    },
    // The runner knows WebKit's driver by the variable of Safari's.
    Browser {
        name: "WebKit",
        variable: "SAFARIDRIVER",
        driver: "WebKitWebDriver",
        needs_screen: cfg!(target_os = "linux"),
    },
];

/// Runs the wasm tests in every browser, or in those that `BROWSER` names. A browser that is missing is an error: a
/// skipped test looks like a passed one.
pub fn test(arguments: &[String]) -> Result<()> {
    let chosen = env::var("BROWSER").unwrap_or_default().to_lowercase();
    let is_chosen = |browser: &&Browser| {
        let mut names = chosen.split(',').map(str::trim);
        chosen.is_empty() || names.any(|name| name == browser.name.to_lowercase())
    };
    let browsers: Vec<_> = BROWSERS.iter().filter(is_chosen).collect();
    ensure!(!browsers.is_empty(), "BROWSER={chosen} names no browser");
    for browser in browsers {
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
        if browser.needs_screen {
            command = on_hidden_screen(&command);
        }
        // The runner takes the first variable it finds, so only this browser's may be there.
        for other in BROWSERS {
            command.env_remove(other.variable);
        }
        // All others run natively, and would only be compiled once more.
        command
            .env(browser.variable, driver)
            .args(["--test", "wasm"]);
        run(command.args(arguments))?;
    }
    Ok(())
}

/// Runs one test binary that cargo built for wasm32.
pub fn run_one(arguments: Vec<String>) -> Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
}

/// The same command, on a screen of its own that nobody sees.
fn on_hidden_screen(command: &Command) -> Command {
    let mut wrapped = Command::new("xvfb-run");
    wrapped.arg("--auto-servernum").arg(command.get_program());
    wrapped.args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        wrapped.current_dir(folder);
    }
    wrapped
}

/// A program on the path, or where `cargo install` puts programs.
fn find(program: &str) -> Option<PathBuf> {
    let file = Path::new(program).with_extension(env::consts::EXE_EXTENSION);
    let installed = cargo_home().map(|home| home.join("bin"));
    env::split_paths(&env::var_os("PATH")?)
        .chain(installed)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}
