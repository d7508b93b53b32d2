//! One catalogue for many threads, as a server has it: `cargo run --release --example server`. Requests come through a
//! channel, in bundles; workers take them and answer. Prints checks per second on one thread and on two.
#![expect(clippy::disallowed_methods, reason = "it measures")]

use std::io::Write;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use yushen::session::Session;

/// Bundles of requests that come in.
const BUNDLES: usize = 400;
/// Requests of one bundle.
const REQUESTS: usize = 100;
/// How often each number of workers is measured; the best counts, since other programs run too.
const ROUNDS: usize = 5;

type Requests = Mutex<Receiver<Vec<String>>>;

/// Answers until no more requests come; says how many good answers it gave.
fn work(session: &Session, requests: &Requests) -> usize {
    let mut answered = 0;
    loop {
        let next = requests.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(bundle) = next else { return answered };
        let answers = bundle.iter().map(|application| session.check(0, "B-1", "", application));
        answered += answers.filter(|answer| answer.starts_with(r#"{"ok""#)).count();
    }
}

/// The time in which so many workers answer everything.
fn serve(session: &Session, application: &str, workers: usize) -> Option<Duration> {
    let (send, receive) = sync_channel(BUNDLES);
    for _ in 0..BUNDLES {
        send.send(vec![application.to_owned(); REQUESTS]).ok()?;
    }
    drop(send);
    let (requests, began) = (Mutex::new(receive), Instant::now());
    let answered = thread::scope(|scope| {
        let working: Vec<_> = (0..workers).map(|_| scope.spawn(|| work(session, &requests))).collect();
        working.into_iter().map(|worker| worker.join().unwrap_or(0)).sum::<usize>()
    });
    (answered == BUNDLES * REQUESTS).then(|| began.elapsed())
}

fn main() -> std::io::Result<()> {
    let session = Session::new();
    let loaded = session.load(std::fs::read("tests/bench/catalogue.json")?);
    let application = std::fs::read_to_string("tests/bench/application.json")?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{loaded}")?;
    for workers in [1, 2] {
        let times = (0..ROUNDS).filter_map(|_| serve(&session, &application, workers));
        let best = times.min().ok_or_else(|| std::io::Error::other("a check was refused"))?;
        let each = best.as_nanos() / (BUNDLES * REQUESTS) as u128;
        let rate = 1_000_000_000 / each.max(1);
        writeln!(out, "{workers} thread(s): {rate} checks per second")?;
    }
    Ok(())
}
