//! The test runner of wasm-bindgen. It is a crate of its own because it brings a web server, an HTTP client and a parser
//! of options, which the build of the modules does not need.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
