//! `docs/elements.md`: which element each kind of document carries, from the table that examines them.

use yushen::json::{Shape, Table};
use yushen::receipt::document::{DocumentBody, DocumentKind, ELEMENTS, Need};

/// The file.
pub fn markdown() -> String {
    let kinds: Vec<DocumentKind> =
        DocumentKind::ALL.iter().copied().filter(|kind| *kind != DocumentKind::Precheck).collect();
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = String::from(
        "# Elements of documents\n\nWritten by `cargo xtask generate` from the table that examines every record. ● must be there, ○ may, \
         – never is (`FIELD_NOT_OF_KIND`). What is not in the table, every document has or may have.\n\n",
    );
    out += &row(["element".into()].into_iter().chain(kinds.iter().map(|kind| format!("`{kind}`"))).collect());
    out += &row(vec!["---".into(); kinds.len() + 1]);
    for element in ELEMENTS {
        let need = |kind: &DocumentKind| match element.need(*kind) {
            Need::Must => "●".into(),
            Need::May => "○".into(),
            _ => "–".into(),
        };
        out += &row([format!("`{}`", element.path)].into_iter().chain(kinds.iter().map(need)).collect());
    }
    out += "\n## Kinds\n\n| type | head | |\n|---|---|---|\n";
    for (kind, (word, meaning)) in DocumentKind::ALL.iter().zip(DocumentKind::WORDS) {
        out += &row(vec![format!("`{word}`"), kind.place().to_string(), meaning.trim().into()]);
    }
    out += "\n## The body, key by key\n\n| key | | required |\n|---|---|---|\n";
    keys(DocumentBody::TABLE, "", &mut out);
    out
}

/// Every key of a table and of the tables inside it.
fn keys(table: &Table, above: &str, out: &mut String) {
    for field in table.fields {
        let key = format!("{above}{}", field.key);
        let required = if field.required { "●" } else { "" };
        out.extend(["| `", &key, "` | ", field.doc.trim(), " | ", required, " |\n"]);
        match field.shape {
            Shape::Record(inner) if inner.name != "Basis" => keys(inner, &format!("{key}."), out),
            Shape::List(Shape::Record(inner)) if inner.name != "Basis" => keys(inner, &format!("{key}[]."), out),
            _ => {}
        }
    }
}
