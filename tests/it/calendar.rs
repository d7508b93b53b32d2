//! The calendar against the notices it was made from, and against a slow oracle that walks day by day.

use crate::support::Random;
use serde_json::Value;
use std::collections::HashSet;
use std::fs;
use yushen::calendar::{Calendar, Certainty, CivilDate, DayKind};

fn date(text: &str) -> CivilDate {
    CivilDate::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
}

fn notices() -> Value {
    serde_json::from_str(&fs::read_to_string("src/data/holidays-cn.json").unwrap()).unwrap()
}

/// Days off and make-up days, straight from the file of the notices.
fn table() -> (HashSet<CivilDate>, HashSet<CivilDate>) {
    let (mut off, mut worked) = (HashSet::new(), HashSet::new());
    for year in notices()["years"].as_object().unwrap().values() {
        for holiday in year["holidays"].as_array().unwrap() {
            for span in holiday["off"].as_array().unwrap() {
                let span = span.as_str().unwrap();
                let (from, to) = span.split_once('/').unwrap_or((span, span));
                let mut day = date(from);
                while day <= date(to) {
                    off.insert(day);
                    day = day.plus_days(1).unwrap();
                }
            }
            worked.extend(holiday["makeup_workdays"].as_array().unwrap().iter().map(|day| date(day.as_str().unwrap())));
        }
    }
    (off, worked)
}

#[test]
fn every_published_day_is_as_the_notices_say() {
    let (calendar, (off, worked)) = (Calendar::published(), table());
    let mut day = date("2007-01-01");
    let mut counted = 0;
    while day <= date("2026-12-31") {
        let working = worked.contains(&day) || (!day.is_weekend() && !off.contains(&day));
        assert_eq!(calendar.is_working_day(day), Some(working), "{day}");
        assert_eq!(calendar.certainty(day), Certainty::Published, "{day}");
        day = day.plus_days(1).unwrap();
        counted += 1;
    }
    assert_eq!(counted, 7305);
}

#[test]
fn the_working_days_of_every_year_add_up() {
    let calendar = Calendar::published();
    let mut years = 0;
    for (year, entry) in notices()["years"].as_object().unwrap() {
        let first = date(&format!("{year}-01-01"));
        let on_first = i32::from(calendar.is_working_day(first) == Some(true));
        let count = calendar.between(first, date(&format!("{year}-12-31"))).unwrap() + on_first;
        assert_eq!(i64::from(count), entry["workdays_in_year"].as_i64().unwrap(), "{year}");
        years += 1;
    }
    assert_eq!(years, 20);
}

#[test]
fn counting_agrees_with_walking() {
    let (calendar, mut numbers) = (Calendar::published(), Random(7));
    let first = date("2007-01-01").epoch_days();
    for _ in 0..5_000 {
        let start = CivilDate::from_epoch_days(first + i32::try_from(numbers.below(15_900)).unwrap()).unwrap();
        let n = *numbers.one_of(&[0, 1, 2, 3, 5, 7, 10, 15, 20, 45, 60]);
        let mut day = start;
        let mut left = n;
        while left > 0 {
            day = day.plus_days(1).unwrap();
            left -= i32::from(calendar.is_working_day(day) == Some(true));
        }
        while n == 0 && calendar.is_working_day(day) == Some(false) {
            day = day.plus_days(1).unwrap();
        }
        let counted = calendar.add(start, n);
        assert_eq!(counted.due, Some(day), "{start} + {n}");
        assert_eq!(counted.certainty, calendar.certainty(day), "{start} + {n}");
        if n > 0 {
            assert_eq!(calendar.between(start, day), Some(n), "{start} + {n}");
            // The n-th working day before the due day is the start, if that is a working day.
            if calendar.is_working_day(start) == Some(true) {
                assert_eq!(calendar.add(day, -n).due, Some(start), "{day} - {n}");
            }
        }
    }
}

#[test]
fn an_unpublished_year_has_its_statutory_days_and_their_substitutes() {
    let calendar = Calendar::published();
    // 2027, by 全国年节及纪念日放假办法 art. 2 and 6: 元旦 Fri; 除夕 02-05 Fri, 初一 Sat, 初二 Sun, 初三 Mon -> 补假 two
    // days; 清明 04-05 Mon; 05-01 Sat, 05-02 Sun -> 05-03, 05-04; 端午 06-09; 中秋 09-15; 10-01 Fri, 10-02 Sat, 10-03
    // Sun -> 10-04, 10-05.
    let off = [
        "2027-01-01",
        "2027-02-05",
        "2027-02-08",
        "2027-02-09",
        "2027-02-10",
        "2027-04-05",
        "2027-05-03",
        "2027-05-04",
        "2027-06-09",
        "2027-09-15",
        "2027-10-01",
        "2027-10-04",
        "2027-10-05",
    ];
    let mut day = date("2027-01-01");
    let mut holidays = Vec::new();
    while day <= date("2027-12-31") {
        assert_eq!(calendar.certainty(day), Certainty::Estimated);
        if calendar.kind(day) == Some(DayKind::Holiday) {
            holidays.push(day.to_string());
        }
        assert_ne!(calendar.kind(day), Some(DayKind::MakeUp), "make-up days cannot be predicted");
        day = day.plus_days(1).unwrap();
    }
    assert_eq!(holidays, off);
    assert!(calendar.version().year_end_open);
}

#[test]
fn qingming_is_where_the_almanacs_have_it() {
    let calendar = Calendar::published();
    for line in fs::read_to_string("src/data/lunar-festivals.csv").unwrap().lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let qingming = date(cells[5]);
        if qingming.year() > 2026 && !qingming.is_weekend() {
            assert_eq!(calendar.kind(qingming), Some(DayKind::Holiday), "{qingming}");
        }
    }
}

#[test]
fn outside_the_table_nothing_is_known() {
    let calendar = Calendar::published();
    for (day, n) in [
        ("2006-12-31", 1),
        ("2051-01-01", 1),
        ("2050-12-31", 1),
        ("2007-01-04", -1),
        ("2026-01-01", i32::MAX),
        ("2026-01-01", i32::MIN),
    ] {
        assert_eq!(calendar.add(date(day), n).due, None, "{day} {n}");
        assert_eq!(calendar.add(date(day), n).certainty, Certainty::Unknown);
    }
}

#[test]
fn dates_are_read_strictly() {
    for text in [
        "2026-02-29",
        "2026-13-01",
        "2026-1-1",
        "2026-01-01T00:00:00",
        "２０２６-01-01",
        "1899-12-31",
        "2201-01-01",
        "+026-01-01",
        "",
    ] {
        assert_eq!(CivilDate::parse(text), None, "{text}");
    }
    assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
}
