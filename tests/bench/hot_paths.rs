//! The hot paths, natively: `cargo bench --package bench`. What an applicant's browser pays is measured beside its
//! peers by `node tests/bench/check.mjs`.
#![expect(clippy::unwrap_used, reason = "a bench may stop")]

use bench::{APPLICATION, CATALOGUE};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use yushen::calendar::{Calendar, CivilDate};
use yushen::catalogue::Catalogue;
use yushen::digest::Hashing;
use yushen::json::{Limits, Reader, Value, canonical};
use yushen::session::Session;

fn check(bench: &mut Criterion) {
    let (engine, application) = (Session::new(), APPLICATION);
    assert!(engine.load(CATALOGUE.into()).starts_with(r#"{"ok":"#));
    assert!(engine.check(0, "B-1", "", application).starts_with(r#"{"ok":"#));
    let mut group = bench.benchmark_group("check");
    group.throughput(Throughput::Bytes(application.len() as u64));
    group.bench_function("one application, text to text", |each| {
        each.iter(|| engine.check(0, "B-1", "", black_box(application)));
    });
    group.bench_function("its JSON alone", |each| {
        each.iter(|| Reader::document::<Value>(black_box(application), Limits { bytes: 1 << 20 }).unwrap());
    });
    group.bench_function("its canonical form", |each| {
        each.iter(|| canonical(black_box(application), Limits { bytes: 1 << 20 }).unwrap());
    });
    group.finish();
}

fn load(bench: &mut Criterion) {
    let (head, rest) = CATALOGUE.split_once("\"items\":[").unwrap();
    let item = rest.trim().strip_suffix("]}").unwrap();
    let items: Vec<String> = (0..1000).map(|each| item.replacen("B-1", &format!("B-{each}"), 1)).collect();
    let source = format!("{head}\"items\":[{}]}}", items.join(","));
    let mut group = bench.benchmark_group("catalogue");
    group.throughput(Throughput::Bytes(source.len() as u64)).sample_size(20);
    group.bench_function("load 1000 items", |each| {
        each.iter(|| Catalogue::load(black_box(source.clone().into_bytes())).unwrap());
    });
    group.finish();
}

fn calendar(bench: &mut Criterion) {
    let calendar = Calendar::published();
    let start = CivilDate::parse("2026-01-05").unwrap();
    bench.bench_function("calendar/twenty working days", |each| each.iter(|| calendar.add(black_box(start), 20)));
    bench.bench_function("calendar/the same in days", |each| each.iter(|| calendar.add_days(black_box(20_458), 20)));
    bench.bench_function("calendar/build the table", |each| each.iter(Calendar::published));
}

fn digest(bench: &mut Criterion) {
    let bytes = vec![7; 1 << 20];
    let mut group = bench.benchmark_group("digest");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("SHA-256 and SM3 of 1 MiB", |each| {
        each.iter(|| {
            let mut hashing = Hashing::default();
            hashing.update(black_box(&bytes));
            hashing.finish()
        });
    });
    group.finish();
}

criterion_group!(benches, check, load, calendar, digest);
criterion_main!(benches);
