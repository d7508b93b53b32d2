//! Writes the compiled tables of the core from the data files: the calendar and the law register.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;
use yushen::calendar::CivilDate;

const HEAD: &str = "//! Written by `cargo xtask generate`; the source is";

fn load(root: &Path, name: &str) -> Result<Value> {
    let path = root.join("src/data").join(name);
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{name} is not JSON"))
}

fn text<'v>(value: &'v Value, key: &str) -> Result<&'v str> {
    value[key].as_str().with_context(|| format!("`{key}` is not a string in {value}"))
}

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

/// `src/calendar/published.rs`: the days that depart from their weekday, as offsets from the first day of the table.
pub fn calendar(root: &Path) -> Result<String> {
    let table = load(root, "holidays-cn.json")?;
    let from = date(text(&table["coverage"], "from")?)?;
    let to = date(text(&table["coverage"], "to")?)?;
    let mut exceptions = Vec::new();
    let mut notices = String::new();
    for (year, entry) in table["years"].as_object().context("years")? {
        for holiday in entry["holidays"].as_array().context("holidays")? {
            let off = days(&holiday["off"])?.into_iter().filter(|day| !day.is_weekend());
            exceptions.extend(off.chain(days(&holiday["makeup_workdays"])?).filter(|day| *day >= from));
        }
        for notice in entry["notices"].as_array().context("notices")? {
            writeln!(notices, "    ({year}, {:?}),", text(notice, "number")?)?;
        }
    }
    exceptions.sort_unstable();
    exceptions.dedup();
    let offsets = exceptions.iter().map(|day| (day.epoch_days() - from.epoch_days()).to_string());
    let festivals = festivals(root, to.year())?;
    Ok(format!(
        "{HEAD} `src/data/holidays-cn.json` and `lunar-festivals.csv`.\n\n\
         use super::estimate::Festivals;\n\n\
         /// First year of the table.\npub(super) const FROM_YEAR: i32 = {};\n\
         /// Last published year.\npub(super) const TO_YEAR: i32 = {};\n\n\
         /// Weekdays off and weekend days worked, as days since the first day.\n\
         #[rustfmt::skip]\npub(super) const EXCEPTIONS: &[u16] = &[{}];\n\n\
         /// 发文字号 of each year's notices.\npub(super) const NOTICES: &[(i32, &str)] = &[\n{notices}];\n\n\
         /// 正月初一, 端午, 中秋 of the years after the last published one.\n\
         #[rustfmt::skip]\npub(super) const FESTIVALS: &[Festivals] = &[{festivals}];\n",
        from.year(),
        to.year(),
        offsets.collect::<Vec<_>>().join(","),
    ))
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

/// `src/law/register.rs`: the statutes.
pub fn law(root: &Path) -> Result<String> {
    let register = load(root, "law-register.json")?;
    let (mut constants, mut names) = (String::new(), Vec::new());
    for statute in register["statutes"].as_array().context("statutes")? {
        let id = text(statute, "id")?;
        let name = id.to_uppercase().replace('-', "_");
        let status = match text(statute, "status")? {
            "in-force" => "InForce",
            "draft" => "Draft",
            "repealed" => "Repealed",
            "unverified" => "Unverified",
            other => anyhow::bail!("`{other}` is no status"),
        };
        writeln!(
            constants,
            "/// {title}.\npub(super) const {name}: Statute = Statute {{ id: {id:?}, title: {title:?}, number: {:?}, status: Status::{status}, from: {:?} }};",
            text(statute, "number")?,
            text(statute, "from")?,
            title = text(statute, "title")?,
        )?;
        names.push(name);
    }
    Ok(format!(
        "{HEAD} `src/data/law-register.json`.\n\nuse super::{{Statute, Status}};\n\n\
         /// When the register was last compared with the texts.\npub const CHECKED: &str = {:?};\n\n\
         {constants}\n/// Every text of the register.\npub(super) const STATUTES: &[Statute] = &[{}];\n",
        text(&register, "checked")?,
        names.join(", ")
    ))
}
