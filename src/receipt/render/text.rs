//! 纯文本: a document as plain text, for a screen reader, a mail or an archive.

use super::model::Model;

/// Writes a document as plain text.
#[must_use]
pub fn text(model: &Model<'_>) -> String {
    let mut out = format!("{}\n{}\n\n", &*model.title, &*model.first);
    let mut line = |words: &[&str]| {
        out.extend(words.iter().copied().chain(["\n"]));
    };
    for each in &model.lines {
        line(&[&each.name, ": ", &each.value]);
    }
    for table in &model.tables {
        line(&["\n【", &table.caption, "】"]);
        for (number, row) in (1..).zip(&table.rows) {
            let mut lead = format!("{number}. ");
            for (cell, head) in row.iter().zip(&table.head).filter(|(cell, _)| !cell.is_empty()) {
                line(&[&lead, head, ": ", cell]);
                lead = String::from("   ");
            }
        }
    }
    line(&[]);
    for note in &model.notes {
        line(&[note]);
    }
    out
}
