//! Inspects files from the command line: `cargo run --example inspect -- FILE…` prints a report a line.
#![expect(clippy::print_stdout, reason = "it prints")]

use std::fs::File;
use std::io::{Error, Read, Seek, SeekFrom};
use yushen::file::{Inspector, Step};
use yushen::json::to_string;

fn main() -> Result<(), Error> {
    for path in std::env::args().skip(1) {
        let mut file = File::open(&path)?;
        let mut inspector = Inspector::new(file.metadata()?.len(), &path);
        while let Step::Need { offset, length } = inspector.step() {
            let mut piece = Vec::new();
            file.seek(SeekFrom::Start(offset))?;
            (&mut file).take(length).read_to_end(&mut piece)?;
            inspector.feed(&piece).map_err(Error::other)?;
        }
        if let Step::Report(report) = inspector.step() {
            println!("{}", to_string(&*report));
        }
    }
    Ok(())
}
