//! 纯文本: a document as plain text, for a screen reader, a mail or an archive.

use super::markup::shown;
use super::model::{Model, Table};

/// Writes a document as plain text. What it is not stands first; a QR code is the address that it holds.
#[must_use]
pub fn text(model: &Model<'_>) -> String {
    let mut out = String::with_capacity(4 * 1024);
    let mut line = |words: &[&str]| {
        out.extend(words.iter().flat_map(|word| word.chars()).map(shown).chain(['\n']));
    };
    let above = [model.mark.as_ref(), Some(&model.title), model.number.as_ref(), Some(&model.first)];
    for words in above.into_iter().flatten() {
        line(&[words]);
    }
    line(&[]);
    for each in &model.lines {
        line(&[&each.name, ": ", &each.value]);
    }
    for each in &model.tables {
        table(each, &mut line);
    }
    line(&[]);
    for note in &model.notes {
        line(&[note]);
    }
    let signed = model.signoff.iter().flat_map(|signoff| [&signoff.issuer, &signoff.date, &signoff.seal]);
    let below = signed.chain(model.code.iter().flat_map(|code| [&code.check, &code.text]));
    for words in below {
        line(&[words]);
    }
    out
}

fn table(table: &Table<'_>, line: &mut impl FnMut(&[&str])) {
    line(&[]);
    line(&["【", &table.caption, "】"]);
    for (number, row) in (1..).zip(&table.rows) {
        let mut lead = format!("{number}. ");
        for (cell, head) in row.iter().zip(&table.head).filter(|(cell, _)| !cell.is_empty()) {
            line(&[&lead, head, ": ", cell]);
            lead = String::from("   ");
        }
    }
}
