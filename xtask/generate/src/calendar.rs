//! Writes the calendar table of the core from the data files: the State Council's notices and the lunar festivals.

use super::data::{HEAD, load, text};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;
use yushen::calendar::CivilDate;

fn date(text: &str) -> Result<CivilDate> {
    CivilDate::parse(text).with_context(|| format!("`{text}` is not a date"))
}

/// The days of a list of dates and closed ranges.
fn days(list: &Value) -> Result<Vec<CivilDate>> {
    let mut days = Vec::new();
    for entry in list.as_array().context("a list of dates")? {
        let span = entry.as_str().context("a date or a range")?;
        let (from, to) = span.split_once('/').unwrap_or((span, span));
        let (from, to) = (date(from)?, date(to)?);
        days.extend((0..=to.epoch_days() - from.epoch_days()).filter_map(|offset| from.plus_days(offset)));
    }
    Ok(days)
}

/// What the notices of all years say, as offsets from the first day of the table.
#[derive(Default)]
struct Arrangement<'v> {
    from: CivilDate,
    /// Year, number, title and day of issue of each notice.
    notices: Vec<(&'v str, &'v str, &'v str, &'v str)>,
    /// Days that depart from their weekday.
    exceptions: Vec<i32>,
    /// Days that another notice than the first of their year arranges.
    others: Vec<(i32, usize)>,
    /// Days of which a later notice has changed whether they depart from their weekday.
    changed: Vec<(i32, usize)>,
}

impl<'v> Arrangement<'v> {
    fn read(table: &'v Value, from: CivilDate) -> Result<Self> {
        let mut all = Self { from, ..Self::default() };
        for (year, entry) in table["years"].as_object().context("years")? {
            let first = all.notices.len();
            for notice in entry["notices"].as_array().context("notices")? {
                let part = |key| text(notice, key);
                all.notices.push((year, part("number")?, part("title")?, part("issued")?));
            }
            for holiday in entry["holidays"].as_array().context("holidays")? {
                all.holiday(year, first, entry, holiday)?;
            }
        }
        all.exceptions.sort_unstable();
        all.exceptions.dedup();
        all.others.sort_unstable();
        all.others.dedup();
        all.changed.sort_unstable();
        all.changed.dedup();
        Ok(all)
    }

    fn holiday(&mut self, year: &str, first: usize, entry: &'v Value, holiday: &'v Value) -> Result<()> {
        let (off, worked) = (days(&holiday["off"])?, days(&holiday["makeup_workdays"])?);
        let changed = changed_days(entry, holiday, &off, &worked)?;
        let numbered = |number: &str| self.notices.iter().position(|notice| notice.1 == number);
        let later = changed.by.and_then(numbered);
        // A day that one notice proclaims by itself is named in its title.
        let named = |notice: &(&str, &str, &str, &str)| notice.2.contains(holiday["name"].as_str().unwrap_or("?"));
        let special = self.notices.iter().skip(first + 1).position(named).map(|place| first + 1 + place);
        let offset = |day: &CivilDate| day.epoch_days() - self.from.epoch_days();
        for day in off.iter().chain(&worked).chain(&changed.days).filter(|day| **day >= self.from) {
            let by = if changed.by.is_some() { later.filter(|_| changed.days.contains(day)) } else { special };
            if by.is_some() || day.year().to_string() != year {
                self.others.push((offset(day), by.unwrap_or(first)));
            }
        }
        let departs = |off: &[CivilDate], worked: &[CivilDate], day: &CivilDate| {
            worked.contains(day) || (off.contains(day) && !day.is_weekend())
        };
        for day in off.iter().chain(&worked).chain(&changed.days) {
            let before = departs(&changed.off, &changed.worked, day); // of a day proclaimed by itself, nothing
            if let Some(by) = later.or(special).filter(|_| departs(&off, &worked, day) != before) {
                self.changed.push((offset(day), by));
            }
        }
        let departing = off.iter().chain(&worked).filter(|day| departs(&off, &worked, day));
        self.exceptions.extend(departing.filter(|day| **day >= self.from).map(offset));
        Ok(())
    }
}

/// `src/calendar/published.rs`: the days that depart from their weekday, as offsets from the first day of the table.
pub fn calendar(root: &Path) -> Result<String> {
    let table = load(root, "holidays-cn.json")?;
    let from = date(text(&table["coverage"], "from")?)?;
    let to = date(text(&table["coverage"], "to")?)?;
    let Arrangement { notices, exceptions, others, changed, .. } = Arrangement::read(&table, from)?;
    let mut numbers = String::new();
    for (year, number, _, issued) in notices {
        writeln!(numbers, "    ({year}, {number:?}, {issued:?}),")?;
    }
    let exceptions: Vec<String> = exceptions.iter().map(i32::to_string).collect();
    let places =
        |days: Vec<(i32, usize)>| days.iter().map(|(day, notice)| format!("({day},{notice})")).collect::<Vec<_>>();
    Ok(format!(
        "{HEAD} `src/data/holidays-cn.json` and `lunar-festivals.csv`.\n\n\
         use super::estimate::Festivals;\n\n\
         /// First year of the table.\npub(super) const FROM_YEAR: i32 = {};\n\
         /// Last published year.\npub(super) const TO_YEAR: i32 = {};\n\n\
         /// Weekdays off and weekend days worked, as days since the first day.\n\
         #[rustfmt::skip]\npub(super) const EXCEPTIONS: &[u16] = &[{}];\n\n\
         /// 发文字号 of each year's notices, and the day of issue.\npub(super) const NOTICES: &[(i32, &str, &str)] = &[\n{numbers}];\n\n\
         /// Days that another notice than the first of their year arranges, with its place in the list.\n\
         #[rustfmt::skip]\npub(super) const OTHERS: &[(u16, u8)] = &[{}];\n\n\
         /// Days of which a later notice has changed whether they depart from their weekday.\n\
         #[rustfmt::skip]\npub(super) const CHANGED: &[(u16, u8)] = &[{}];\n\n\
         /// 正月初一, 端午, 中秋 of every year of the table and of those to be estimated.\n\
         #[rustfmt::skip]\npub(super) const FESTIVALS: &[Festivals] = &[{}];\n",
        from.year(),
        to.year(),
        exceptions.join(","),
        places(others).join(","),
        places(changed).join(","),
        festivals(root, from.year() - 1)?,
    ))
}

/// The days of a holiday that a later notice arranged anew.
#[derive(Default)]
struct Changed<'v> {
    days: Vec<CivilDate>,
    /// What it was: days off, and weekend days worked.
    off: Vec<CivilDate>,
    worked: Vec<CivilDate>,
    by: Option<&'v str>,
}

/// The difference between what a holiday was and what it became.
fn changed_days<'v>(entry: &'v Value, holiday: &Value, off: &[CivilDate], worked: &[CivilDate]) -> Result<Changed<'v>> {
    let mut changed = Changed::default();
    for before in
        entry["superseded"].as_array().into_iter().flatten().filter(|before| before["name"] == holiday["name"])
    {
        let (was_off, was_worked) = (days(&before["off"])?, days(&before["makeup_workdays"])?);
        changed.by = Some(text(before, "by")?);
        for (now, then) in [(off, &was_off), (worked, &was_worked)] {
            let differs = |day: &&CivilDate| now.contains(day) != then.contains(day);
            changed.days.extend(now.iter().chain(then).filter(differs));
        }
        (changed.off, changed.worked) = (was_off, was_worked);
    }
    Ok(changed)
}

fn festivals(root: &Path, last_published: i32) -> Result<String> {
    let csv = std::fs::read_to_string(root.join("src/data/lunar-festivals.csv"))?;
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().context("a head line")?.split(',').collect();
    let column = |name| head.iter().position(|each| *each == name).with_context(|| format!("no column {name}"));
    let columns = [column("chunjie_1")?, column("duanwu")?, column("zhongqiu")?];
    let mut years = String::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        if cells.first().and_then(|year| year.parse().ok()).unwrap_or(0) <= last_published {
            continue;
        }
        let mut year = Vec::new();
        for index in columns {
            let day = date(cells.get(index).context("a cell")?)?;
            year.push(format!("({},{})", day.month(), day.day()));
        }
        write!(years, "[{}],", year.join(","))?;
    }
    Ok(years)
}
