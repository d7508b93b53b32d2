//! Rust -> wasm: compile for MVP, bindgen, lower, name the costs, strip, compress.

use super::{copy, features, ledger, module};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// The first kilobyte is the far end of the stack (`wasm-ld --stack-first`): no pointer that is in use leads there, so an
/// offset may move from an addition into the access.
const LOW: &str = "--low-memory-unused";

/// Builds the modules into a folder, the glue beside the facade, and prints the ledger of the applicant's.
pub fn build(root: &Path, out: &Path) -> Result<()> {
    let (named, shipped) = publish(root, out, &APPLICANT)?;
    ledger::print("yushen.wasm", &named, &shipped, ledger::BAR)?;
    let (named, shipped) = publish(root, out, &FILES)?;
    ledger::print("yushen-files.wasm", &named, &shipped, ledger::FILES_BAR)?;
    let (named, shipped) = publish(root, out, &RECEIPTS)?;
    ledger::print("yushen-receipts.wasm", &named, &shipped, ledger::RECEIPTS_BAR)?;
    let (_, editor) = publish(root, out, &EDITOR)?;
    println!("{:<28} {:>9} {:>9} {:>9}", "yushen-editor.wasm", editor.len(), "", ledger::brotli(&editor).len());
    Ok(())
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
    /// Whether a compressed one is shipped too.
    compressed: bool,
}

/// What an applicant loads.
const APPLICANT: Module =
    Module { name: "yushen", package: "yushen-applicant", profile: "wasm", inline: 44, compressed: true };
/// What looks into files, in the page or in a worker.
const FILES: Module =
    Module { name: "yushen-files", package: "yushen-files", profile: "files", inline: 16, compressed: true };
/// What makes and verifies an authority's documents.
const RECEIPTS: Module =
    Module { name: "yushen-receipts", package: "yushen-receipts", profile: "receipts", inline: 25, compressed: true };
/// What a department loads to lint, compare and publish a catalogue. Whoever serves it compresses it: two of each would double the package.
const EDITOR: Module =
    Module { name: "yushen-editor", package: "yushen-editor", profile: "editor", inline: 25, compressed: false };

/// Builds a module into a folder and its glue beside the facade; returns it with its names, and as it is shipped.
fn publish(root: &Path, out: &Path, module: &Module) -> Result<(Vec<u8>, Vec<u8>)> {
    fs::create_dir_all(out)?;
    let work = root.join("target/mvp/stages").join(module.name);
    let named = module_of(root, &root.join("target/mvp"), &work, module)?;
    let shipped = module::strip(&named)?;
    module::validate_mvp(&shipped)?;
    let file = format!("{}.wasm", module.name);
    fs::write(out.join(&file), &shipped)?;
    if module.compressed {
        fs::write(out.join(file + ".br"), ledger::brotli(&shipped))?;
    }
    let glue = root.join("pkg/src/glue").join(module.name);
    fs::create_dir_all(&glue)?;
    for name in ["yushen_bg.js", "yushen.d.ts"] {
        fs::copy(work.join(name), glue.join(name)).with_context(|| format!("wasm-bindgen wrote no {name}"))?;
    }
    Ok((named, shipped))
}

/// What a build reads, and what cargo wants to see of the rest.
const COPIED: [&str; 10] = [
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "rust-toolchain.toml",
    "src",
    "xtask",
    "docs/examples",
    "tests/bench",
    "tests/it",
    "pkg/bindings",
];

/// Builds the same sources in two folders and compares the bytes.
pub fn reproduce(root: &Path) -> Result<()> {
    let copy = root.join("target/reproduce/elsewhere");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    for name in COPIED {
        copy_tree(&root.join(name), &copy.join(name))?;
    }
    let target = root.join("target/reproduce/target");
    let here =
        module::strip(&module_of(root, &root.join("target/mvp"), &root.join("target/mvp/stages/yushen"), &APPLICANT)?)?;
    // Tools are those of this workspace; only the sources and the target folder lie elsewhere.
    let there = module::strip(&module_of(&copy, &target, &root.join("target/reproduce/work"), &APPLICANT)?)?;
    if here != there {
        bail!("two folders gave two modules: {} and {} bytes", here.len(), there.len());
    }
    println!("two folders, the same {} bytes", here.len());
    Ok(())
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::create_dir_all(to.parent().context("a folder")?)?;
        fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
        return Ok(());
    }
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        copy_tree(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

/// The module, lowered and optimised, with its names.
fn module_of(sources: &Path, target: &Path, work: &Path, module: &Module) -> Result<Vec<u8>> {
    fs::create_dir_all(work)?;
    compile(sources, target, module)?;
    let compiled = fs::read(
        target.join("wasm32-unknown-unknown").join(module.profile).join(module.package.replace('-', "_") + ".wasm"),
    )?;
    let cleared = work.join("yushen.wasm");
    fs::write(&cleared, features::clear(&compiled)?)?;
    let words = ["wasm-bindgen", "--target", "bundler", "--out-name", "yushen", "--out-dir"];
    let paths = [work.as_os_str(), cleared.as_os_str()];
    let args = words.iter().map(std::ffi::OsString::from).chain(paths.iter().map(|path| (*path).to_owned()));
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args)?;
    let (bound, lowered, small) = (work.join("yushen_bg.wasm"), work.join("lowered.wasm"), work.join("small.wasm"));
    optimise(&bound, &lowered, &[&HAS[..], &LOWER, &["-g"]].concat())?;
    fs::write(&lowered, copy::replace(&fs::read(&lowered)?)?)?;
    optimise(&lowered, &small, &["--mvp-features", UNUSED, "-O3", "--converge", LOW, "-g"])?;
    Ok(fs::read(small)?)
}

fn compile(sources: &Path, target: &Path, module: &Module) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args([
        "rustc",
        "--lib",
        "--locked",
        "--profile",
        module.profile,
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        module.package,
    ]);
    command.arg("--target-dir").arg(target).current_dir(sources);
    command.env("CARGO_ENCODED_RUSTFLAGS", rustflags(sources)?.join("\u{1f}"));
    // Ours alone: what the digests copy into their loops is for their own crates to say.
    command.args(["--", &format!("-Cllvm-args=-inline-threshold={}", module.inline)]);
    run(&mut command, "cargo rustc")
}

/// No path of this machine may reach the module: neither of the workspace, nor of the registry, nor of the toolchain.
fn rustflags(sources: &Path) -> Result<Vec<String>> {
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).current_dir(sources).output()?.stdout;
    let mut remaps =
        vec![(PathBuf::from(String::from_utf8(sysroot)?.trim()), "rust"), (sources.to_path_buf(), "yushen")];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).context("no home folder")?;
    for registry in fs::read_dir(home.join("registry/src"))? {
        remaps.push((registry?.path(), "crates"));
    }
    let mut flags = vec!["-Ctarget-cpu=mvp".to_owned()];
    flags.extend(remaps.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())));
    Ok(flags)
}

fn optimise(from: &Path, to: &Path, flags: &[&str]) -> Result<()> {
    let tool = super::root()?.join("node_modules/binaryen/bin/wasm-opt");
    anyhow::ensure!(tool.exists(), "wasm-opt is missing: run `npm ci`");
    run(Command::new("node").arg(tool).args(flags).arg(from).arg("-o").arg(to), "wasm-opt")
}

fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {what}"))?;
    anyhow::ensure!(status.success(), "{what} failed");
    Ok(())
}
