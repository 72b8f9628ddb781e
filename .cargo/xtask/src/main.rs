//! The steps of the build that cargo has no words for: the wasm package, and tests in a browser.
mod browsers;
mod package;

use anyhow::{Context, Result, bail, ensure};
use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

const USAGE: &str = "\
cargo xtask wasm              builds the engine, the exports and the supply as a package for browsers and Node, in www/pkg
cargo xtask optimiser         builds it with the pack optimiser as an entry of its own, in target/optimiser
cargo xtask test [ARGUMENTS]  runs the wasm tests in every browser; the arguments go to `cargo test`
cargo xtask runner            what cargo calls to run a test built for wasm32 (.cargo/config.toml)";

const TARGET: &str = "wasm32-unknown-unknown";

fn main() -> ExitCode {
    match start(env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start(mut arguments: Vec<String>) -> Result<()> {
    match arguments.first().map(String::as_str) {
        Some("wasm") => package::make(),
        Some("optimiser") => package::optimiser(),
        Some("test") => browsers::test(&arguments.split_off(1)),
        Some("runner") => browsers::run_one(arguments),
        _ => bail!("which task?\n{USAGE}"),
    }
}

/// The top level of the repository.
fn root() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .context("xtask no longer lives two folders below the top level")
}

/// Where cargo puts what it builds. Passed on with `--target-dir`, so that cargo and we cannot disagree.
fn target_dir() -> Result<PathBuf> {
    Ok(match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => env::current_dir()?.join(folder),
        None => root()?.join("target"),
    })
}

/// Where cargo keeps what it downloads and installs.
fn cargo_home() -> Option<PathBuf> {
    match env::var_os("CARGO_HOME") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => env::home_dir().map(|home| home.join(".cargo")),
    }
}

/// The cargo that started us, working on the engine for wasm32.
fn cargo(task: &str) -> Result<Command> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(root()?)
        .args([task, "--package", "voucher-planner", "--target", TARGET])
        .arg("--target-dir")
        .arg(target_dir()?);
    Ok(command)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("could not start {command:?}"))?;
    ensure!(status.success(), "failed: {command:?}");
    Ok(())
}
