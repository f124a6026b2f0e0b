//! Measures what a couple waits for: the list, one evening, one event, and opening the file; budgets are in QUALITY.md.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench may panic")]

use both_heard_core::ids::CheckInId;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{Beginning, Event, Format, Logged};
use both_heard_store::Store;
use chrono::DateTime;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use rusqlite::{Connection, params};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use uuid::Uuid;

/// A year of check-ins, a lifetime of them, and more than anyone has.
const SIZES: [u32; 3] = [52, 2_600, 100_000];

fn id(nr: u32) -> CheckInId {
    CheckInId(Uuid::from_u128(0x0193_5555_0000_7000_8000_0000_0000_0000 + u128::from(nr)))
}

/// Fills a file in one transaction, past the store: each with two topics, two appreciations and a note of 200 letters.
fn filled(size: u32) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("both-heard.db");
    drop(Store::open(&file).unwrap());
    let mut sqlite = Connection::open(&file).unwrap();
    let all = sqlite.transaction().unwrap();
    for nr in 0..size {
        let (id, words) = (id(nr).0.into_bytes(), format!("{nr} {}", "soup and bread ".repeat(7)));
        let met = 1_795_000_000_000 + i64::from(nr) * 7 * 86_400_000;
        let sql = "INSERT INTO check_in VALUES (?1, ?2, 3600, 31, 'weekly', 'one', ?3 || ?3)";
        all.prepare_cached(sql).unwrap().execute(params![id, met, words]).unwrap();
        for (place, by) in ["one", "two"].into_iter().enumerate() {
            let place = i64::try_from(place).unwrap();
            let sql = "INSERT INTO spoken VALUES (?1, ?2, ?3, ?4, 'yes')";
            all.prepare_cached(sql).unwrap().execute(params![id, place, by, words]).unwrap();
            let sql = "INSERT INTO said VALUES (?1, ?2, ?3, ?4)";
            all.prepare_cached(sql).unwrap().execute(params![id, place, by, words]).unwrap();
        }
    }
    all.commit().unwrap();
    (dir, file)
}

fn copy(file: &Path) -> (TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("both-heard.db");
    std::fs::copy(file, &to).unwrap();
    let store = Store::open(&to).unwrap();
    (dir, store)
}

fn reading(c: &mut Criterion) {
    for size in SIZES {
        let (_dir, file) = filled(size);
        let mut store = Store::open(&file).unwrap();
        let mut group = c.benchmark_group("check-ins");
        let name = |what: &str| BenchmarkId::new(what, size);
        group.sample_size(20);
        group.bench_function(name("open"), |b| b.iter(|| Store::open(&file).unwrap()));
        group.bench_function(name("past, first page"), |b| {
            b.iter(|| black_box(store.transact(|tx| tx.records().page(None, 50)).unwrap()));
        });
        let middle = Some(id(size / 2));
        group.bench_function(name("past, from the middle"), |b| {
            b.iter(|| black_box(store.transact(|tx| tx.records().page(middle, 50)).unwrap()));
        });
        group.bench_function(name("record"), |b| {
            b.iter(|| black_box(store.transact(|tx| tx.records().get(id(size / 3))).unwrap()));
        });
        group.sample_size(10);
        let forget = |(dir, mut store): (TempDir, Store)| {
            store.transact(|tx| tx.records().delete(id(size / 2))).unwrap();
            store.sweep().unwrap();
            dir
        };
        group.bench_function(name("forget"), |b| b.iter_batched(|| copy(&file), forget, BatchSize::PerIteration));
        group.finish();
    }
}

fn writing(c: &mut Criterion) {
    let (_dir, file) = filled(52);
    let mut store = Store::open(&file).unwrap();
    let format = Format::read(include_str!("../../content/formats/weekly.toml")).unwrap();
    let at = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
    let beginning = Beginning {
        id: id(1_000_000),
        format,
        beginner: Partner::One,
        at: at.fixed_offset(),
        agreements: vec![],
        no_record: false,
    };
    store.transact(|tx| tx.running().begin(&beginning)).unwrap();
    let mut append = |name: &str, event: Event| {
        let logged = Logged { at, event };
        c.bench_function(name, |b| b.iter(|| store.transact(|tx| tx.running().append(&logged)).unwrap()));
    };
    append("append, words of 2,000 letters", Event::Write { step: 3, text: "soup ".repeat(400) });
    append("append, a key", Event::GoOn);
}

criterion_group!(benches, reading, writing);
criterion_main!(benches);
