//! 纯文本: a document as plain text, for a screen reader, a mail or an archive.

use super::model::Model;

/// Writes a document as plain text.
#[must_use]
pub fn text(model: &Model) -> String {
    let mut lines = vec![model.title.clone(), model.first.clone(), String::new()];
    lines.extend(model.fields.iter().map(|(name, value)| format!("{name}: {value}")));
    for table in &model.tables {
        lines.extend([String::new(), format!("【{}】", table.caption)]);
        for (number, row) in (1..).zip(&table.rows) {
            let mut cells = row.iter().zip(&table.head).filter(|(cell, _)| !cell.is_empty());
            if let Some((cell, head)) = cells.next() {
                lines.push(format!("{number}. {head}: {cell}"));
            }
            lines.extend(cells.map(|(cell, head)| format!("   {head}: {cell}")));
        }
    }
    lines.push(String::new());
    lines.extend(model.notes.iter().cloned());
    lines.join("\n") + "\n"
}
