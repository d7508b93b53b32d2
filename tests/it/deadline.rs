//! Deadlines against an oracle that walks day by day over the notices themselves, and the laws that must hold for every
//! case. Random, with a fixed seed.

use crate::support::Random;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fs;
use yushen::calendar::{Calendar, CivilDate};
use yushen::session::Session;

fn date(text: &str) -> CivilDate {
    CivilDate::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
}

fn plus(day: CivilDate, days: i32) -> CivilDate {
    day.plus_days(days).unwrap()
}

/// Which days are worked, straight from the notices.
struct Oracle {
    off: HashSet<CivilDate>,
    worked: HashSet<CivilDate>,
}

impl Oracle {
    fn new() -> Self {
        let file: Value = serde_json::from_str(&fs::read_to_string("src/data/holidays-cn.json").unwrap()).unwrap();
        let (mut off, mut worked) = (HashSet::new(), HashSet::new());
        for holiday in file["years"].as_object().unwrap().values().flat_map(|year| year["holidays"].as_array().unwrap())
        {
            for span in holiday["off"].as_array().unwrap() {
                let (from, to) = span.as_str().unwrap().split_once('/').unwrap_or((span.as_str().unwrap(), ""));
                let (from, to) = (date(from), if to.is_empty() { date(from) } else { date(to) });
                off.extend((from.epoch_days()..=to.epoch_days()).filter_map(CivilDate::from_epoch_days));
            }
            worked.extend(holiday["makeup_workdays"].as_array().unwrap().iter().map(|day| date(day.as_str().unwrap())));
        }
        Self { off, worked }
    }

    fn works(&self, day: CivilDate) -> bool {
        self.worked.contains(&day) || (!day.is_weekend() && !self.off.contains(&day))
    }

    /// The last day of a limit: every day after the start is looked at, and counts unless it belongs to a stop.
    fn due(&self, case: &Case, more: u32) -> Option<CivilDate> {
        let stopped = |day: CivilDate| case.stops.iter().any(|(from, to)| *from < day && to.is_none_or(|to| day <= to));
        let mut left = case.amount + more;
        let mut day = case.start;
        while left > 0 {
            day = plus(day, 1);
            if day > plus(case.start, 2000) {
                return None; // a stop that does not end
            }
            let counts = if case.working { self.works(day) } else { true };
            left -= u32::from(counts && !stopped(day));
        }
        while !self.works(day) {
            day = plus(day, 1);
        }
        Some(day)
    }
}

#[derive(Debug)]
struct Case {
    start: CivilDate,
    amount: u32,
    working: bool,
    stops: Vec<(CivilDate, Option<CivilDate>)>,
    extension: Option<(CivilDate, u32)>,
}

impl Case {
    fn random(random: &mut Random) -> Self {
        let mut number = |below: u64| i32::try_from(random.below(below)).unwrap();
        let start = plus(date("2008-01-01"), number(6400));
        let stops = (0..number(4)).map(|_| {
            let from = plus(start, number(40));
            let to = (number(6) > 0).then(|| plus(from, number(30)));
            (from, to)
        });
        let mut stops: Vec<_> = stops.collect();
        stops.sort_by_key(|(from, _)| *from);
        let amount = u32::try_from(1 + number(30)).unwrap();
        let working = number(2) > 0;
        let extension = (number(3) == 0).then(|| (plus(start, number(60)), u32::try_from(1 + number(10)).unwrap()));
        Self { start, amount, working, stops, extension }
    }

    fn request(&self, on: CivilDate) -> Value {
        let unit = if self.working { "working-day" } else { "calendar-day" };
        let mut events = vec![json!({ "type": "accepted", "at": self.start.to_string() })];
        let mut ends = Vec::new();
        for (place, (from, to)) in self.stops.iter().enumerate() {
            let id = format!("s{place}");
            events.push(json!({ "type": "suspended", "at": from.to_string(), "stop": "testing", "id": id, "told": from.to_string() }));
            ends.extend(to.map(|to| (to, json!({ "type": "resumed", "at": to.to_string(), "id": id }))));
        }
        ends.sort_by_key(|(to, _): &(CivilDate, Value)| *to);
        events.extend(ends.into_iter().map(|(_, end)| end));
        events
            .extend(self.extension.map(|(at, days)| json!({ "type": "extended", "at": at.to_string(), "days": days })));
        json!({
            "item": "T-1", "procedure": "licence", "on": on.to_string(), "events": events,
            "limits": [{ "id": "l", "kind": "statutory", "trigger": "accepted", "amount": self.amount, "unit": unit,
                "extension": { "amount": 10, "approver": "x" }, "evidence": "example" }],
        })
    }
}

fn clock(engine: &Session, request: &Value) -> Value {
    let answer: Value = serde_json::from_str(&engine.schedule(&request.to_string())).unwrap();
    answer["ok"]["clocks"][0].clone()
}

fn due(clock: &Value) -> Option<CivilDate> {
    clock.get("due").map(|due| date(due.as_str().unwrap()))
}

const CASES: usize = 20_000;

#[test]
fn every_last_day_is_where_the_oracle_walks_to() {
    let (engine, oracle, mut random) = (Session::new(), Oracle::new(), Random(20_261_124));
    let (mut open, mut extended) = (0, 0);
    for _ in 0..CASES {
        let case = Case::random(&mut random);
        let plain = oracle.due(&case, 0);
        let in_time = case.extension.filter(|(at, _)| plain.is_none_or(|due| *at <= due));
        let wanted = in_time.map_or(plain, |(_, days)| oracle.due(&case, days.min(10)));
        let clock = clock(&engine, &case.request(plus(case.start, 900)));
        assert_eq!(due(&clock), wanted, "{case:?}\n{clock}");
        open += usize::from(wanted.is_none());
        extended += usize::from(in_time.is_some());
        if wanted.is_none() {
            let (used, left) = (clock["used"].as_i64().unwrap(), clock["left"].as_i64().unwrap());
            let more = in_time.map_or(0, |(_, days)| days.min(10));
            assert_eq!(used + left, i64::from(case.amount + more), "{case:?}\n{clock}");
        }
    }
    assert!(open > 500 && extended > 2000, "{open} open, {extended} extended");
}

/// Days off and days worked at one place, of a year or two.
fn overlay(random: &mut Random, oracle: &mut Oracle, year: CivilDate) -> Value {
    let mut day = || plus(year, i32::try_from(random.below(500)).unwrap());
    let off: HashSet<CivilDate> = (0..8).map(|_| day()).collect();
    let worked: HashSet<CivilDate> = (0..8).map(|_| day()).collect();
    let worked: Vec<_> = worked.into_iter().filter(|day| !off.contains(day) && !oracle.works(*day)).collect();
    let periods: Vec<Value> = off.iter().map(|day| json!({ "from": day.to_string(), "to": day.to_string() })).collect();
    let file = json!({ "format": "yushen-calendar/0.1", "years": [], "overlays": [{
        "name": "x", "authority": "y", "off": periods, "worked": worked.iter().map(ToString::to_string).collect::<Vec<_>>(),
    }] });
    oracle.worked.retain(|day| !off.contains(day));
    oracle.off.retain(|day| !worked.contains(day));
    oracle.off.extend(off);
    oracle.worked.extend(worked);
    file
}

#[test]
fn the_calendar_of_the_place_is_the_one_that_counts() {
    let mut random = Random(12);
    for _ in 0..50 {
        let (engine, mut oracle) = (Session::new(), Oracle::new());
        let year = plus(date("2008-01-01"), i32::try_from(random.below(5800)).unwrap());
        let loaded = engine.load_calendar(&overlay(&mut random, &mut oracle, year).to_string(), false);
        let loaded: Value = serde_json::from_str(&loaded).unwrap();
        for _ in 0..40 {
            let mut case = Case::random(&mut random);
            (case.start, case.extension) = (plus(year, i32::try_from(random.below(400)).unwrap()), None);
            case.stops.clear();
            let mut request = case.request(case.start);
            request["calendar"] = loaded["ok"]["digest"].clone();
            assert_eq!(due(&clock(&engine, &request)), oracle.due(&case, 0), "{case:?} {loaded}");
        }
    }
}

#[test]
fn a_stop_never_brings_a_day_forward_and_more_is_never_less() {
    let (engine, mut random) = (Session::new(), Random(7));
    for _ in 0..4000 {
        let mut case = Case::random(&mut random);
        case.extension = None;
        case.stops.retain(|(_, to)| to.is_some());
        let on = plus(case.start, 900);
        let with = due(&clock(&engine, &case.request(on))).unwrap();
        let longer = Case { amount: case.amount + 1, stops: case.stops.clone(), ..case };
        assert!(due(&clock(&engine, &longer.request(on))).unwrap() >= with, "one more day ends earlier: {case:?}");
        case.stops.clear();
        assert!(due(&clock(&engine, &case.request(on))).unwrap() <= with, "a stop brings it forward: {case:?}");
    }
}

#[test]
fn a_lawful_promise_never_ends_after_the_statutory_day() {
    let (engine, mut random) = (Session::new(), Random(8));
    for _ in 0..2000 {
        let mut case = Case::random(&mut random);
        case.extension = None;
        let mut request = case.request(plus(case.start, 900));
        let mut promised = request["limits"][0].clone();
        promised["kind"] = json!("promised");
        promised["id"] = json!("p");
        promised["amount"] = json!(random.below(u64::from(case.amount) + 1));
        request["limits"].as_array_mut().unwrap().push(promised);
        let answer: Value = serde_json::from_str(&engine.schedule(&request.to_string())).unwrap();
        let clocks = answer["ok"]["clocks"].as_array().unwrap();
        if let (Some(statutory), Some(promised)) = (due(&clocks[0]), due(&clocks[1])) {
            assert!(promised <= statutory, "{case:?}");
        }
    }
}

#[test]
fn what_is_used_and_left_is_the_whole_on_every_day() {
    let (engine, mut random) = (Session::new(), Random(9));
    for _ in 0..300 {
        let mut case = Case::random(&mut random);
        case.extension = None;
        case.working = true;
        case.stops.retain(|(_, to)| to.is_some());
        for day in 0..60 {
            let on = plus(case.start, day);
            let clock = clock(&engine, &case.request(on));
            let (used, left) = (clock["used"].as_i64().unwrap(), clock["left"].as_i64().unwrap());
            if used <= i64::from(case.amount) {
                assert_eq!(used + left, i64::from(case.amount), "on {on}: {case:?}\n{clock}");
            }
        }
    }
}

#[test]
fn adding_and_taking_away_meet() {
    let (calendar, mut random) = (Calendar::published(), Random(10));
    for _ in 0..20_000 {
        let start = plus(date("2008-01-01"), i32::try_from(random.below(6400)).unwrap());
        let n = i32::try_from(1 + random.below(60)).unwrap();
        let end = calendar.add(start, n).due.unwrap();
        assert_eq!(calendar.between(start, end), Some(n));
        let back = calendar.add(end, -n).due.unwrap();
        let works = calendar.is_working_day(start) == Some(true);
        assert_eq!(back, if works { start } else { calendar.add(start, -1).due.unwrap() }, "{start} + {n}");
    }
}

#[test]
fn counting_backwards_is_the_last_start_that_ends_in_time() {
    let (engine, mut random) = (Session::new(), Random(11));
    for _ in 0..2000 {
        let finish = plus(date("2009-01-01"), i32::try_from(random.below(6000)).unwrap());
        let amount = 1 + random.below(30);
        let unit = *random.one_of(&["working-day", "calendar-day", "month"]);
        let amount = if unit == "month" { amount % 6 + 1 } else { amount };
        let limit = json!({ "id": "l", "kind": "promised", "trigger": "received", "amount": amount, "unit": unit, "evidence": "example" });
        let request = json!({ "item": "T-1", "limits": [limit], "finishBy": finish.to_string() });
        let answer: Value = serde_json::from_str(&engine.backwards(&request.to_string())).unwrap();
        let start = date(answer["ok"]["file"].as_str().unwrap());
        let ends = |start: CivilDate| {
            let events = json!([{ "type": "received", "at": start.to_string() }]);
            let request = json!({ "item": "T-1", "limits": [limit], "events": events, "on": start.to_string() });
            due(&clock(&engine, &request)).unwrap()
        };
        assert!(ends(start) <= finish, "{start} is too late for {finish}");
        assert!(ends(plus(start, 1)) > finish, "{start} is not the last for {finish}");
    }
}
