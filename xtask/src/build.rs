//! Rust -> wasm: compile for MVP, bindgen, lower, name the costs, strip, compress.

use super::compress::{Compressed, compress};
use super::{copy, features, inline, ledger, module, notices};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use wasm_bindgen_cli_support::Bindgen;

/// What the prebuilt standard library may contain; lowered away before anything else looks at the module.
const HAS: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
];
const LOWER: [&str; 3] =
    ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "--llvm-memory-copy-fill-lowering"];
/// Globals that wasm-bindgen exports and its glue does not use.
const UNUSED: &str = "--remove-exports=__abort_handler,__instance_terminated";

/// What is called often comes first: then its number is short wherever it is called.
const OFTEN: &str = "--reorder-functions";

/// The first kilobyte is the far end of the stack (`wasm-ld --stack-first`): no pointer that is in use leads there, so an
/// offset may move from an addition into the access.
const LOW: &str = "--low-memory-unused";

/// Builds the modules into a folder, the glue beside the facade, and prints the ledger of the applicant's. What comes after
/// the compiler keeps one core busy, so the next module is compiled meanwhile.
pub fn build(root: &Path, out: &Path) -> Result<()> {
    let target = root.join("target/mvp");
    thread::scope(|scope| {
        let mut before = None;
        for module in &MODULES {
            let compiled = compile(root, &target, module, module.profile)?;
            before.map_or(Ok(()), joined)?;
            before = Some(scope.spawn(move || publish(root, out, module, &compiled)));
        }
        before.map_or(Ok(()), joined)
    })?;
    notices::write(root, &MODULES.each_ref().map(|module| module.package), out)
}

/// The packages whose modules are shipped.
#[cfg(test)]
pub fn packages() -> impl Iterator<Item = &'static str> {
    MODULES.iter().chain([&OBJECTS]).map(|module| module.package)
}

/// Builds the plain wasm-bindgen library into a package of its own.
pub fn objects(root: &Path) -> Result<()> {
    let target = root.join("target/mvp");
    let work = target.join("stages").join(OBJECTS.name);
    let shipped = shipped(root, &OBJECTS, &finish(&compile(root, &target, &OBJECTS, OBJECTS.profile)?, &work)?)?;
    let dist = root.join("pkg/objects/dist");
    fs::create_dir_all(&dist)?;
    notices::write(root, &[OBJECTS.package], &dist)?;
    fs::write(dist.join("yushen_bg.wasm"), &shipped)?;
    for name in ["yushen.js", "yushen_bg.js", "yushen.d.ts"] {
        fs::copy(work.join(name), dist.join(name)).with_context(|| format!("wasm-bindgen wrote no {name}"))?;
    }
    ledger::row(&format!("{}.wasm", OBJECTS.name), shipped.len(), &whole(root, &shipped)?);
    Ok(())
}

/// A module as servers compress it.
fn whole(root: &Path, shipped: &[u8]) -> Result<Compressed> {
    compress(root, [shipped])?.pop().context("one for each")
}

fn joined(thread: thread::ScopedJoinHandle<'_, Result<()>>) -> Result<()> {
    thread.join().map_err(|_| anyhow!("the tool itself stopped"))?
}

/// Builds what the demo portal loads, to be had soon: hardly optimised and not lowered, for Node and browsers of today. It
/// lies with everything else of the demo under `target/demo`, in folders named as those of the package: nobody packs it.
pub fn demo(root: &Path) -> Result<()> {
    let demo = root.join("target/demo");
    let target = demo.join("cargo");
    for module in MODULES.iter().filter(|module| module.bar.is_some()) {
        let work = target.join("stages").join(module.name);
        fs::create_dir_all(&work)?;
        let compiled = compile(root, &target, module, "demo")?;
        bind(&features::clear(&compiled)?, &work)?;
        glue(&work, &demo.join("modules"), module)?;
        let out = demo.join("modules/dist");
        fs::create_dir_all(&out)?;
        fs::write(out.join(format!("{}.wasm", module.name)), module::strip(&fs::read(work.join("yushen_bg.wasm"))?)?)?;
    }
    notices::write(root, &MODULES.each_ref().map(|module| module.package), &demo.join("modules/dist"))
}

/// One module: what it is called, and which bindings it is made of.
struct Module {
    name: &'static str,
    /// The package in `pkg/bindings`.
    package: &'static str,
    /// Profile of cargo.
    profile: &'static str,
    /// How large a function may be that is copied to where it is called: speed for size.
    inline: u32,
    /// What an applicant loads is shipped compressed too, and has a bar.
    bar: Option<usize>,
}

const MODULES: [Module; 4] = [
    // What an applicant loads.
    Module { name: "yushen", package: "yushen-applicant", profile: "wasm", inline: 44, bar: Some(ledger::BAR) },
    // What looks into files, in the page or in a worker.
    Module {
        name: "yushen-files",
        package: "yushen-files",
        profile: "files",
        inline: 16,
        bar: Some(ledger::FILES_BAR),
    },
    // What makes and verifies an authority's documents.
    Module {
        name: "yushen-receipts",
        package: "yushen-receipts",
        profile: "receipts",
        inline: 5,
        bar: Some(ledger::RECEIPTS_BAR),
    },
    // What a department loads to lint, compare and publish a catalogue. Whoever serves it compresses it: two of each would
    // double the package.
    Module { name: "yushen-editor", package: "yushen-editor", profile: "editor", inline: 25, bar: None },
];

/// Objects in and out, for those who take the crate without the facade: no applicant loads it.
const OBJECTS: Module =
    Module { name: "yushen-objects", package: "yushen-objects", profile: "wasm", inline: 25, bar: None };

/// Finishes a compiled module into a folder and puts its glue beside the facade.
fn publish(root: &Path, out: &Path, module: &Module, compiled: &[u8]) -> Result<()> {
    fs::create_dir_all(out)?;
    let work = root.join("target/mvp/stages").join(module.name);
    let named = finish(compiled, &work)?;
    let shipped = shipped(root, module, &named)?;
    let file = format!("{}.wasm", module.name);
    fs::write(out.join(&file), &shipped)?;
    glue(&work, &root.join("pkg"), module)?;
    let whole = whole(root, &shipped)?;
    if let Some(bar) = module.bar {
        ledger::print(root, &file, &named, shipped.len(), &whole, bar)?;
        fs::write(out.join(file + ".br"), whole.brotli)?;
    } else {
        ledger::row(&file, shipped.len(), &whole);
    }
    Ok(())
}

/// A finished module as it is shipped: bare, of WebAssembly MVP, and holding nothing that no notice tells of.
fn shipped(root: &Path, module: &Module, named: &[u8]) -> Result<Vec<u8>> {
    notices::covers(&notices::linked(root, module.package)?, module::names(named)?.values())?;
    let shipped = module::strip(named)?;
    module::validate_mvp(&shipped)?;
    Ok(shipped)
}

/// Puts the glue of a module into a package.
fn glue(work: &Path, package: &Path, module: &Module) -> Result<()> {
    let glue = package.join("src/glue").join(module.name);
    fs::create_dir_all(&glue)?;
    for name in ["yushen_bg.js", "yushen.d.ts"] {
        fs::copy(work.join(name), glue.join(name)).with_context(|| format!("wasm-bindgen wrote no {name}"))?;
    }
    Ok(())
}

/// The module, lowered and optimised, with its names. What was finished before from the same bytes, by these tools, is taken
/// as it is.
fn finish(compiled: &[u8], work: &Path) -> Result<Vec<u8>> {
    fs::create_dir_all(work)?;
    let cleared = features::clear(compiled)?;
    let small = work.join("small.wasm");
    if !is_of_today(&small)? || fs::read(work.join("yushen.wasm"))? != cleared {
        let _ = fs::remove_file(&small); // whatever comes to a halt from here on is no result
        bind(&cleared, work)?;
        let (bound, lowered) = (work.join("yushen_bg.wasm"), work.join("lowered.wasm"));
        optimise(&bound, &lowered, &[&HAS[..], &LOWER, &["-g"]].concat())?;
        fs::write(&lowered, copy::replace(&fs::read(&lowered)?)?)?;
        optimise(&lowered, &small, &["--mvp-features", UNUSED, "-O3", "--converge", LOW, OFTEN, "-g"])?;
    }
    Ok(fs::read(small)?)
}

/// Whether a result is there, and younger than the tools that make it.
fn is_of_today(result: &Path) -> Result<bool> {
    let age = |path: &Path| fs::metadata(path).and_then(|file| file.modified());
    let Ok(made) = age(result) else { return Ok(false) };
    Ok(made > age(&std::env::current_exe()?)? && made > age(&super::root()?.join("node_modules/.package-lock.json"))?)
}

/// Runs wasm-bindgen on a module: the glue, and the module as the glue wants it.
fn bind(cleared: &[u8], work: &Path) -> Result<()> {
    let input = work.join("yushen.wasm");
    fs::write(&input, cleared)?;
    Bindgen::new().bundler(true)?.input_path(&input).out_name("yushen").typescript(true).generate(work)
}

/// Compiles a module; returns it as it comes from the compiler.
fn compile(sources: &Path, target: &Path, module: &Module, profile: &str) -> Result<Vec<u8>> {
    let mut command = Command::new("cargo");
    command.args(["build", "--locked", "--package", module.package, "--profile", profile]);
    command.args(["--target", "wasm32-unknown-unknown", "--target-dir"]);
    command.arg(target).current_dir(sources);
    let mut flags = rustflags(sources)?;
    if profile == module.profile {
        flags.extend(inline::within(&mut command, module.inline)?);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    run(&mut command, "cargo build")?;
    let name = module.package.replace('-', "_") + ".wasm";
    let compiled = target.join("wasm32-unknown-unknown").join(profile).join(name);
    fs::read(&compiled).context("cargo wrote no module")
}

/// No path of this machine may reach the module: neither of the workspace, nor of the registry, nor of the toolchain.
fn rustflags(sources: &Path) -> Result<Vec<String>> {
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).current_dir(sources).output()?.stdout;
    let mut remaps =
        vec![(PathBuf::from(String::from_utf8(sysroot)?.trim()), "rust"), (sources.to_path_buf(), "yushen")];
    for registry in fs::read_dir(registries()?)? {
        remaps.push((registry?.path(), "crates"));
    }
    let mut flags = vec!["-Ctarget-cpu=mvp".to_owned()];
    flags.extend(remaps.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())));
    Ok(flags)
}

/// Where cargo keeps the sources of crates, a folder for each registry.
pub fn registries() -> Result<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).context("no home folder")?;
    Ok(home.join("registry/src"))
}

fn optimise(from: &Path, to: &Path, flags: &[&str]) -> Result<()> {
    let tool = super::root()?.join("node_modules/binaryen/bin/wasm-opt");
    anyhow::ensure!(tool.exists(), "wasm-opt is missing: run `npm ci`");
    run(Command::new("node").arg(tool).args(flags).arg(from).arg("-o").arg(to), "wasm-opt")
}

/// Runs a command that must succeed.
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {what}"))?;
    anyhow::ensure!(status.success(), "{what} failed");
    Ok(())
}
