//! 网页: a document as a page of its own, for the screen and for A4. Every word is escaped; the only markup is ours.

use super::model::Model;

/// Looks of the page. Black on white, no seal, nothing red: nobody has signed it.
const STYLE: &str = "@page{size:A4;margin:20mm 18mm}body{font:15px/1.6 SimSun,'Songti SC','Noto Serif CJK SC',serif;color:#000;background:#fff;max-width:46em;margin:0 auto;padding:1em;overflow-wrap:anywhere}h1{font-size:22px;text-align:center}.first{border:1px solid #000;padding:.5em .8em;font-weight:bold}table{border-collapse:collapse;width:100%;margin:1em 0}caption{text-align:left;font-weight:bold;padding:.3em 0}th,td{border:1px solid #000;padding:.3em .5em;text-align:left;vertical-align:top}td:first-child{min-width:5em}thead{display:table-header-group}tr{break-inside:avoid}tbody th{font-weight:normal;width:13em}@media print{body{max-width:none;padding:0}}";

/// Writes a document as one HTML page without script, image or link.
#[must_use]
pub fn html(model: &Model<'_>) -> String {
    let mut page = Page(String::with_capacity(8 * 1024));
    page.raw("<!doctype html><html lang=\"").text(&model.lang).raw("\"><head><meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>").text(&model.title);
    page.raw("</title><style>").raw(STYLE).raw("</style></head><body><h1>").text(&model.title);
    page.raw("</h1><p class=\"first\">").text(&model.first).raw("</p><table><tbody>");
    for line in &model.lines {
        page.raw("<tr><th scope=\"row\">").text(&line.name).raw("</th><td>").text(&line.value).raw("</td></tr>");
    }
    page.raw("</tbody></table>");
    for table in &model.tables {
        page.raw("<table><caption>").text(&table.caption).raw("</caption><thead><tr>");
        for head in &table.head {
            page.raw("<th scope=\"col\">").text(head).raw("</th>");
        }
        page.raw("</tr></thead><tbody>");
        for row in &table.rows {
            page.raw("<tr>");
            for cell in row {
                page.raw("<td>").text(cell).raw("</td>");
            }
            page.raw("</tr>");
        }
        page.raw("</tbody></table>");
    }
    for note in &model.notes {
        page.raw("<p>").text(note).raw("</p>");
    }
    page.raw("</body></html>\n");
    page.0
}

/// A page being written.
struct Page(String);

impl Page {
    /// Markup of ours.
    fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Words of anybody's.
    fn text(&mut self, words: &str) -> &mut Self {
        for each in words.chars() {
            match each {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                other => self.0.push(other),
            }
        }
        self
    }
}
