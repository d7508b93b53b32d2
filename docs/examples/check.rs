//! Checks an application natively, as a server would: `cargo run --example check -- CATALOGUE ITEM APPLICATION`.
//! Without arguments it checks the bench's application a thousand times, for a profiler.

use std::io::Write;
use yushen::session::Session;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [catalogue, item, application] = match arguments.as_slice() {
        [catalogue, item, application] => [catalogue.as_str(), item, application],
        _ => ["tests/bench/catalogue.json", "B-1", "tests/bench/application.json"],
    };
    let session = Session::new();
    let mut out = std::io::stdout().lock();
    let loaded = session.load(std::fs::read(catalogue)?);
    if !loaded.starts_with(r#"{"ok""#) {
        return writeln!(out, "{loaded}");
    }
    let application = std::fs::read_to_string(application)?;
    if arguments.is_empty() {
        for _ in 1..1000 {
            std::hint::black_box(session.check(0, item, "", &application));
        }
    }
    writeln!(out, "{}", session.check(0, item, "", &application))
}
