//! The engine as one package that browsers and Node can import: `www/pkg`.
use crate::{TARGET, cargo, cargo_home, root, run, target_dir};
use anyhow::{Context, Result};
use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::SystemTime,
};

#[path = "../../embed.rs"]
mod embed;

/// What `wasm-opt` does after the compiler. The compiler's own choice is `opt-level` in `[profile.release]`. What counts is
/// the size after compression: functions put into their callers, and values kept to be used again, make fewer bytes
/// before it and more after it, and so do values that are never put into a local. Functions of like names are alike, and compress better side by side. Lowest in memory
/// lies the end of the stack, so nothing has an address below 1024.
const OPTIMISE: [&str; 9] = [
    "-O3",
    "--shrink-level=1",
    "--always-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=0",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--low-memory-unused",
    "--reorder-functions-by-name",
    "--strip-debug",
];

/// The whole catalogue, and the schemas of documents: loaded when they are asked for.
const CATALOGUE: &str = "src/catalogue/data";
const SCHEMAS: &str = "www/schema";

/// Written last, so that it is there, and new, only when the whole package is.
const LAST: &str = "package.json";

/// A wasm module of the package: its cargo profile, the features it is built with, and the name of its files.
struct Module {
    profile: &'static str,
    features: &'static [&'static str],
    name: &'static str,
    /// Whether others import it: its types are declared then.
    declared: bool,
}

/// What visitors load first.
const ENGINE: Module = Module {
    profile: "release",
    features: &[],
    name: "voucher_planner",
    declared: true,
};

/// What they load with their first export. A profile of its own, because cargo gives both the same file name.
const EXPORTS: Module = Module {
    profile: "exports",
    features: &["--no-default-features", "--features", "exports"],
    name: "voucher_exports",
    declared: true,
};

/// What they load where somebody supplies a catalogue or prices. Its types are declared with the engine's.
const SUPPLY: Module = Module {
    profile: "supply",
    features: &["--no-default-features", "--features", "supply"],
    name: "voucher_supply",
    declared: false,
};

/// Builds only the module, with the optimiser as an entry of its own, for the benchmark of solvers: `target/optimiser`.
pub fn optimiser() -> Result<()> {
    let module = Module {
        features: &["--features", "optimiser"],
        ..ENGINE
    };
    let folder = target_dir()?.join("optimiser");
    bind(&module, &compile(&module)?, &folder)?;
    optimise(&module, &folder)
}

/// Builds the package, unless it is newer than everything it is made from.
pub fn make() -> Result<()> {
    let modules = [ENGINE, EXPORTS, SUPPLY];
    let compiled = at_once(modules.iter(), compile)?;
    let hand_written = root()?.join("www/package");
    let package = root()?.join("www/pkg");

    let mut sources = vec![env::current_exe()?];
    sources.extend(compiled.iter().cloned());
    sources.extend(files(&hand_written)?);
    sources.extend(files(&root()?.join(CATALOGUE))?);
    sources.extend(files(&root()?.join(SCHEMAS))?);
    if is_fresh(&package.join(LAST), &sources)? {
        return Ok(());
    }

    // Made elsewhere first: a development server that watches the package sees only whole files.
    let workshop = target_dir()?.join("wasm-package");
    if workshop.exists() {
        fs::remove_dir_all(&workshop)?;
    }
    at_once(modules.iter().zip(&compiled), |(module, wasm)| {
        bind(module, wasm, &workshop)?;
        optimise(module, &workshop)?;
        let types = workshop.join(format!("{}.d.ts", module.name));
        if types.is_file() {
            fs::write(&types, for_every_project(&fs::read_to_string(&types)?))?;
        }
        Ok(())
    })?;

    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    for file in files(&workshop)?.iter().chain(&files(&hand_written)?) {
        let name = file_name(file)?;
        if name != LAST {
            fs::write(package.join(name), fs::read(file)?)?;
        }
    }
    for (name, json) in on_demand()? {
        // A module and no JSON file: browsers, Node and bundlers load it in the same way.
        fs::write(package.join(name), format!("export default {json}"))?;
    }
    let description = fs::read_to_string(hand_written.join(LAST))?
        .replace("\"0.0.0\"", concat!('"', env!("CARGO_PKG_VERSION"), '"'));
    fs::write(package.join(LAST), description)?;
    println!("the engine, its exports and its supply are in www/pkg");
    Ok(())
}

/// What is loaded on demand: names of modules, and the JSON they export.
fn on_demand() -> Result<Vec<(String, String)>> {
    let mut fields = Vec::new();
    for file in files(&root()?.join(CATALOGUE))? {
        let text = fs::read_to_string(&file)?;
        let inside = text.trim().strip_prefix('{');
        let inside = inside.and_then(|inside| inside.strip_suffix('}'));
        fields.push(
            inside
                .with_context(|| format!("no JSON object: {}", file.display()))?
                .to_owned(),
        );
    }
    fields.sort();
    let facts = embed::facts(&root()?.join(CATALOGUE));
    let mut modules = vec![
        (
            "catalogue.js".to_owned(),
            format!("{{{}}}\n", fields.join(",")),
        ),
        (
            "facts.js".to_owned(),
            facts.map_err(|error| anyhow::anyhow!("{error}"))?,
        ),
    ];
    for file in files(&root()?.join(SCHEMAS))? {
        let name = file.file_stem().context("a schema without a name")?;
        let name = format!("schema-{}.js", name.to_string_lossy());
        modules.push((name, fs::read_to_string(&file)?));
    }
    Ok(modules)
}

/// Does the same with several modules at once: the last steps of each keep a single processor busy.
fn at_once<M: Send, T: Send>(
    modules: impl Iterator<Item = M>,
    work: impl Fn(M) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let work = &work;
    thread::scope(|scope| {
        let begun: Vec<_> = modules
            .map(|module| scope.spawn(move || work(module)))
            .collect();
        begun
            .into_iter()
            .map(|each| {
                each.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}

fn compile(module: &Module) -> Result<PathBuf> {
    // Panics name the files of dependencies: not by where this machine keeps them, so that every machine builds the same.
    let kept = cargo_home()
        .context("no home folder")?
        .join("registry/src")
        .display()
        .to_string();
    run(cargo("build")?
        .args(["--profile", module.profile, "--lib"])
        .args(module.features)
        .arg("--config")
        .arg(format!(
            "target.{TARGET}.rustflags=['--remap-path-prefix={kept}=']"
        )))?;
    Ok(target_dir()?
        .join(TARGET)
        .join(module.profile)
        .join("voucher_planner.wasm"))
}

fn bind(module: &Module, wasm: &Path, folder: &Path) -> Result<()> {
    let mut arguments = vec![
        OsStr::new("wasm-bindgen"),
        // Neither browsers nor Node need anything beside these files, and no bundler has to know about wasm.
        OsStr::new("--target=web"),
        OsStr::new("--remove-producers-section"),
        OsStr::new("--out-name"),
        OsStr::new(module.name),
        OsStr::new("--out-dir"),
        folder.as_os_str(),
        wasm.as_os_str(),
    ];
    if !module.declared {
        arguments.push(OsStr::new("--no-typescript"));
    }
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
}

/// Declarations that every project can read. TypeScript lets no interface extend a choice of types, as tsify writes it for a
/// record with an enum inside it; and `Symbol.dispose` is known only to projects that ask for the newest library.
fn for_every_project(types: &str) -> String {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in types
        .lines()
        .filter(|line| !line.contains("[Symbol.dispose]"))
    {
        let choice = line
            .strip_prefix("export interface ")
            .and_then(|rest| rest.strip_suffix(" {"))
            .and_then(|rest| rest.split_once(" extends "))
            .filter(|(_, base)| types.contains(&format!("export type {base} = ")));
        if let Some((name, base)) = choice {
            inside = true;
            lines.push(format!("export type {name} = {base} & {{"));
        } else if inside && line == "}" {
            inside = false;
            lines.push("};".to_owned());
        } else {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n") + "\n"
}

fn optimise(module: &Module, folder: &Path) -> Result<()> {
    let wasm = folder.join(format!("{}_bg.wasm", module.name));
    let program = root()?.join("node_modules/binaryen/bin/wasm-opt");
    anyhow::ensure!(
        program.is_file(),
        "wasm-opt is not installed: `npm ci` brings it"
    );
    // Through node, which every system can start; the file itself is a program only on some.
    run(Command::new("node")
        .arg(program)
        .arg(&wasm)
        .args(OPTIMISE)
        .arg("-o")
        .arg(&wasm))
}

fn is_fresh(made: &Path, sources: &[PathBuf]) -> Result<bool> {
    if !made.is_file() {
        return Ok(false);
    }
    let made = changed(made)?;
    for source in sources {
        if changed(source)? >= made {
            return Ok(false);
        }
    }
    Ok(true)
}

fn changed(file: &Path) -> Result<SystemTime> {
    fs::metadata(file)
        .and_then(|about| about.modified())
        .with_context(|| format!("no {}", file.display()))
}

/// The files of a folder without its subfolders: wasm-bindgen makes none that we need.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let path = entry?.path();
        if path.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}

fn file_name(file: &Path) -> Result<&OsStr> {
    file.file_name()
        .with_context(|| format!("{} has no name", file.display()))
}
