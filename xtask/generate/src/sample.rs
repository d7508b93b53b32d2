//! `docs/sample-catalogue.md`: what the sample catalogue holds, how well each fact is known, and every legal gap that is
//! left, as the lint finds it.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;
use yushen::audit::lint;
use yushen::calendar::Calendar;
use yushen::catalogue::{Catalogue, Item, Notice};
use yushen::wording::{NoticeWording, Wording};

/// The file.
pub fn markdown(root: &Path) -> Result<String> {
    let bytes = std::fs::read(root.join("src/data/catalogue.sample.json"))?;
    let json: Value = serde_json::from_slice(&bytes)?;
    let catalogue = Catalogue::load(bytes)?;
    let notices = lint(&catalogue, &Calendar::published());
    let mut out = String::from(
        "# The sample catalogue\n\nWritten by `cargo xtask generate` from `src/data/catalogue.sample.json`. Facts marked *statute* were read in the\n\
         text of a statute, *published* on an official page; everything else is an example and shown as 示例.\n\n\
         | item | name | procedure | questions | materials | limits | statute | published | example |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for (item, value) in catalogue.items().zip(json["items"].as_array().context("items")?) {
        let known = |word: &str| evidence(value, word);
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            &*item.code,
            &*item.name,
            item.procedure,
            item.questions.len(),
            item.materials.len(),
            item.limits.len(),
            known("statute"),
            known("published"),
            known("example"),
        )?;
    }
    writeln!(
        out,
        "\n## What the lint finds\n\n{} notices; none of them keeps the catalogue from being loaded.",
        notices.len()
    )?;
    for (place, item) in catalogue.items().enumerate() {
        gaps(&mut out, &notices, place, &item)?;
    }
    Ok(out)
}

/// How many facts of a value are known in this way.
fn evidence(value: &Value, word: &str) -> usize {
    match value {
        Value::Object(map) => {
            usize::from(map.get("evidence").is_some_and(|known| known == word))
                + map.values().map(|inner| evidence(inner, word)).sum::<usize>()
        }
        Value::Array(list) => list.iter().map(|inner| evidence(inner, word)).sum(),
        _ => 0,
    }
}

fn gaps(out: &mut String, notices: &[Notice<'_>], place: usize, item: &Item<'_>) -> Result<()> {
    let (sentences, wording) = (NoticeWording::of("zh-Hans"), Wording::zh_hans());
    let base = format!("/items/{place}/");
    let own: Vec<&Notice<'_>> =
        notices.iter().filter(|notice| format!("{}/", &*notice.path).starts_with(&base)).collect();
    if own.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n### {} {}\n", &*item.code, &*item.name)?;
    for notice in own {
        let message = sentences.message(notice, Some(item), &wording);
        writeln!(out, "- `{}` ({}): {}{}", notice.code, notice.severity, &*message.what, &*message.how)?;
    }
    Ok(())
}
