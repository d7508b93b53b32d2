//! 多线程: what lives between calls may be shared by threads, and one catalogue serves all of them alike.

use std::fs;
use std::thread;
use yushen::calendar::Calendar;
use yushen::catalogue::{Catalogue, CatalogueFile, Ready};
use yushen::error::Error;
use yushen::file::Inspector;
use yushen::receipt::trust::{Key, TrustList};
use yushen::session::{Inspections, Receipts, Session};
use yushen::wording::{NoticeWording, Wording};

/// Compiles for what threads may share.
const fn shared<T: Send + Sync + 'static>() {}

/// Every public type that lives between calls.
const _: () = {
    shared::<Catalogue>();
    shared::<CatalogueFile<'static>>();
    shared::<Ready>();
    shared::<Calendar>();
    shared::<Wording>();
    shared::<NoticeWording>();
    shared::<TrustList>();
    shared::<Key>();
    shared::<Inspector>();
    shared::<Session>();
    shared::<Inspections>();
    shared::<Receipts>();
    shared::<Error>();
};

const CATALOGUE: &str = "tests/data/catalogue.test.json";

#[test]
fn threads_that_share_a_catalogue_answer_as_one_does() {
    let application = |who: &str| format!(r#"{{"on":"2026-03-02","answers":{{"who":"{who}"}},"materials":{{}}}}"#);
    let ask = |engine: &Session| {
        let plan = |who: &str| engine.plan(0, "T-1", &format!(r#"{{"on":"2026-03-02","answers":{{"who":"{who}"}}}}"#));
        let checked = ["self", "agent"].map(|who| engine.check(0, "T-1", "", &application(who)) + &plan(who));
        checked.concat() + &engine.identity(0) + &engine.search(0, r#"{"words":"示例"}"#)
    };
    let alone = Session::new();
    assert!(alone.load(fs::read(CATALOGUE).unwrap()).starts_with(r#"{"ok":"#));
    let expected = ask(&alone);
    let engine = Session::new();
    assert!(engine.load(fs::read(CATALOGUE).unwrap()).starts_with(r#"{"ok":"#));
    thread::scope(|scope| {
        let asking: Vec<_> = (0..8).map(|_| scope.spawn(|| ask(&engine))).collect();
        for each in asking {
            assert_eq!(each.join().unwrap(), expected);
        }
    });
}

#[test]
fn threads_inspect_side_by_side() {
    let inspections = Inspections::default();
    let inspect = |bytes: &[u8]| {
        let id = inspections.open(bytes.len() as u64, "a.txt");
        let _first = inspections.step(id);
        assert_eq!(inspections.feed(id, bytes), r#"{"ok":null}"#);
        let step = inspections.step(id);
        inspections.close(id);
        step
    };
    let expected = inspect(b"the same bytes");
    thread::scope(|scope| {
        let all: Vec<_> = (0..8).map(|_| scope.spawn(|| inspect(b"the same bytes"))).collect();
        for each in all {
            assert_eq!(each.join().unwrap(), expected);
        }
    });
}
