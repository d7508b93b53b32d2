//! OFD (GB/T 33190): a document as pages that look alike everywhere, with the receipt inside, for the archive and for the
//! seal service. Fonts are not embedded: 宋体 and 黑体 are wherever OFD is read.

mod flow;
mod page;
mod wrap;

use super::markup::Markup;
use super::model::{Code, Model, Signoff, Table};
use super::svg::{QUIET, runs};
use super::zip::zip;
use crate::digest::Digests;
use crate::file::{MemberFault, member};
use crate::json::Text;
use flow::{Align, Cell, GAP, Grid, Set, paragraph};
use page::{LEFT, Pages, SPACE, Style, TEMPLATE, WIDTH, XML, rectangle};

/// What the receipt is called inside.
const RECEIPT: &str = "receipt.json";
/// From one margin to the other.
const ACROSS: [u32; 2] = [LEFT, WIDTH];
/// How wide the names of values are, and the sign-off.
const NAMES: u32 = 45_000;
const SIGNED: u32 = 70_000;
const SEAL: u32 = 44_000;
/// How high the sign-off is, and what stands beneath a QR code.
const SIGN: u32 = 40_000;
const CHECK: u32 = 8000;
/// A QR code with its quiet zone is at least as large: what prints smaller is not read.
const SMALLEST: u32 = 34_000;

/// Writes a document as an OFD package that holds its receipt.
///
/// ```
/// use yushen::receipt::{Model, attached, ofd};
/// let model = Model { title: "受理通知书".into(), ..Model::default() };
/// let package = ofd(&model, r#"{"format":"yushen-receipt/0.1"}"#);
/// assert_eq!(attached(&package).as_deref(), Ok(r#"{"format":"yushen-receipt/0.1"}"#));
/// ```
#[must_use]
pub fn ofd(model: &Model<'_>, receipt: &str) -> Vec<u8> {
    let mut pages = Pages::new();
    above(&mut pages, model);
    for each in &model.tables {
        table(&mut pages, each);
    }
    for note in &model.notes {
        pages.y += GAP / 2;
        paragraph(&mut pages, note, Set::BODY, ACROSS, 0);
    }
    foot(&mut pages, model);
    let (pages, ids) = pages.finish(model.mark.is_some());
    let mut files = vec![
        ("OFD.xml".into(), root(model, receipt)),
        ("Doc_0/Document.xml".into(), document(model, &pages, ids)),
        ("Doc_0/PublicRes.xml".into(), fonts()),
    ];
    files.extend(model.mark.as_ref().map(|mark| ("Doc_0/Tpls/Tpl_0/Content.xml".into(), across(mark))));
    let numbered = (0..).zip(pages);
    files.extend(numbered.map(|(number, (_, page))| (format!("Doc_0/Pages/Page_{number}/Content.xml"), page)));
    files.push(("Doc_0/Attachs/Attachments.xml".into(), attachments()));
    files.push((format!("Doc_0/Attachs/{RECEIPT}"), receipt.into()));
    let members: Vec<(String, &[u8])> = files.iter().map(|(name, file)| (name.clone(), file.as_bytes())).collect();
    zip(&members)
}

/// The receipt that lies in an OFD package, whoever has saved it again since.
///
/// # Errors
/// Where there is none, or more than one, or it cannot be read.
pub fn attached(ofd: &[u8]) -> Result<String, MemberFault> {
    let receipt = member(ofd, |name| name.rsplit(|byte| *byte == b'/').next() == Some(RECEIPT.as_bytes()))?;
    String::from_utf8(receipt).map_err(|_| MemberFault::Damaged)
}

/// What stands above the tables.
fn above(pages: &mut Pages, model: &Model<'_>) {
    if let Some(mark) = &model.mark {
        boxed(pages, Set::TITLE, mark);
    }
    paragraph(pages, &model.title, Set::TITLE, ACROSS, 0);
    pages.y += GAP;
    if let Some(number) = &model.number {
        paragraph(pages, number, Set { style: Style::BODY, align: Align::Right }, ACROSS, 0);
        pages.y += GAP;
    }
    if model.signoff.is_some() {
        paragraph(pages, &model.first, Set::BODY, ACROSS, 2);
        pages.y += GAP;
    } else {
        boxed(pages, Set::BOLD, &model.first);
    }
    let grid = Grid { left: LEFT, columns: vec![NAMES, WIDTH - NAMES], border: Grid::SOLID };
    let rows = model.lines.iter().map(|line| [&line.name, &line.value].map(|words| (Set::BODY, &**words)).into());
    grid.rows(pages, &rows.collect::<Vec<_>>(), false);
}

fn boxed(pages: &mut Pages, set: Set, words: &str) {
    let grid = Grid { left: LEFT, columns: vec![WIDTH], border: Grid::SOLID };
    grid.rows(pages, &[vec![(set, words)]], false);
    pages.y += GAP;
}

fn table(pages: &mut Pages, table: &Table<'_>) {
    pages.y += GAP;
    // A caption does not stand alone at the foot of a page.
    pages.room(6 * Style::BOLD.leading());
    paragraph(pages, &table.caption, Set::BOLD, ACROSS, 0);
    let mut rows = vec![cells(Set::BOLD, &table.head)];
    rows.extend(table.rows.iter().map(|row| cells(Set::BODY, row)));
    Grid::fitting(&rows).rows(pages, &rows, true);
}

fn cells<'a>(set: Set, words: &'a [Text<'_>]) -> Vec<Cell<'a>> {
    words.iter().map(|words| (set, &**words)).collect()
}

/// 二维码 at the left, 落款 at the right, together on one page.
fn foot(pages: &mut Pages, model: &Model<'_>) {
    pages.y += 2 * GAP;
    let side = model.code.as_ref().map_or(0, |code| side(code.size).1 + CHECK);
    pages.room(if model.signoff.is_some() { side.max(SIGN) } else { side });
    let (page, top) = (pages.turned(), pages.y);
    if let Some(code) = &model.code {
        symbol(pages, code);
    }
    if let Some(signoff) = &model.signoff {
        // Words that are long beyond reason may have turned the page.
        if pages.turned() == page {
            pages.y = top;
        }
        sign(pages, signoff);
    }
}

fn sign(pages: &mut Pages, signoff: &Signoff<'_>) {
    let left = LEFT + WIDTH - SIGNED;
    for words in [&signoff.issuer, &signoff.date] {
        paragraph(pages, words, Set::CENTRED, [left, SIGNED], 0);
    }
    pages.y += GAP;
    let border = " LineWidth=\"0.2\" DashPattern=\"1.5 1\"";
    let grid = Grid { left: left + (SIGNED - SEAL) / 2, columns: vec![SEAL], border };
    grid.rows(pages, &[vec![(Set::CENTRED, &signoff.seal)]], false);
}

/// How wide a module is, in steps of a twentieth of a millimetre, and the whole.
const fn side(size: u32) -> (u32, u32) {
    let modules = if size < 200 { size + 2 * QUIET } else { 200 };
    let module = SMALLEST.div_ceil(modules * 50) * 50;
    (module, module * modules)
}

fn symbol(pages: &mut Pages, code: &Code<'_>) {
    let (module, whole) = side(code.size);
    pages.path([LEFT, pages.y, whole, whole], " Stroke=\"false\" Fill=\"true\"", &mut |path| {
        runs(code.size, &code.bits, |column, row, length| {
            rectangle(path, (column + QUIET) * module, (row + QUIET) * module, length * module, module);
        });
    });
    pages.y += whole;
    paragraph(pages, &code.check, Set::CENTRED, [LEFT, whole], 0);
}

fn root(model: &Model<'_>, receipt: &str) -> String {
    let mut file = Markup::default();
    let digest = Digests::of(receipt.as_bytes()).sm3.to_string();
    file.raw(XML).raw("<ofd:OFD").raw(SPACE).raw(" Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>");
    file.element("<ofd:DocID>", digest.get(..32).unwrap_or_default(), "</ofd:DocID>");
    file.element("<ofd:Title>", &model.title, "</ofd:Title>").raw("<ofd:Creator>yushen</ofd:Creator>");
    file.element("<ofd:CreatorVersion>", env!("CARGO_PKG_VERSION"), "</ofd:CreatorVersion></ofd:DocInfo>");
    file.raw("<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
    file.0
}

fn document(model: &Model<'_>, pages: &[(u32, String)], ids: u32) -> String {
    let mut file = Markup::default();
    file.raw(XML).raw("<ofd:Document").raw(SPACE).raw("><ofd:CommonData><ofd:MaxUnitID>").number(ids);
    file.raw("</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>");
    file.raw("<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>");
    if model.mark.is_some() {
        file.raw("<ofd:TemplatePage ID=\"").number(TEMPLATE).raw("\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>");
    }
    file.raw("</ofd:CommonData><ofd:Pages>");
    for (number, (id, _)) in (0..).zip(pages) {
        file.raw("<ofd:Page ID=\"").number(*id).raw("\" BaseLoc=\"Pages/Page_").number(number).raw("/Content.xml\"/>");
    }
    file.raw("</ofd:Pages><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>");
    file.0
}

fn fonts() -> String {
    let mut file = Markup::default();
    file.raw(XML).raw("<ofd:Res").raw(SPACE).raw(" BaseLoc=\"Res\"><ofd:Fonts>");
    // 宋体 and 黑体: their names are Chinese in every reader of OFD.
    for (id, name, family) in [(1, "\u{5B8B}\u{4F53}", "SimSun"), (2, "\u{9ED1}\u{4F53}", "SimHei")] {
        file.raw("<ofd:Font ID=\"").number(id).raw("\" FontName=\"").raw(name).raw("\" FamilyName=\"").raw(family);
        file.raw("\" Charset=\"unicode\"/>");
    }
    file.raw("</ofd:Fonts></ofd:Res>");
    file.0
}

/// The mark, across a page from below left to above right.
fn across(mark: &str) -> String {
    let mut file = Markup::default();
    let halves = wrap::measure(mark).max(1);
    let size = (400_000 / halves).clamp(100, 36_000);
    file.raw(XML).raw("<ofd:Page").raw(SPACE).raw("><ofd:Content><ofd:Layer Type=\"Background\" ID=\"4\">");
    file.raw("<ofd:TextObject ID=\"5\" Boundary=\"0 0 210 297\" Font=\"2\" Size=\"").length(size);
    file.raw("\" CTM=\"0.819 -0.574 0.574 0.819 105 148.5\"><ofd:FillColor Value=\"224 224 224\"/>");
    file.raw("<ofd:TextCode X=\"-").length(halves * size / 4).raw("\" Y=\"").length(size / 3).raw("\"");
    page::deltas(&mut file, mark, size);
    file.raw(">").text(mark).raw("</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>");
    file.0
}

fn attachments() -> String {
    let mut file = Markup::default();
    file.raw(XML).raw("<ofd:Attachments").raw(SPACE).raw("><ofd:Attachment ID=\"receipt\" Name=\"").raw(RECEIPT);
    file.raw("\" Format=\"json\" Visible=\"true\"><ofd:FileLoc>").raw(RECEIPT);
    file.raw("</ofd:FileLoc></ofd:Attachment></ofd:Attachments>");
    file.0
}
