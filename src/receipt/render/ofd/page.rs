//! 版面: pages of A4 as GB/T 33190 has them: text and lines, each at its place. Lengths are thousandths of a millimetre:
//! there is no floating-point number, so a document has the same bytes anywhere.

use super::wrap::{halves, measure};
use crate::receipt::render::markup::Markup;

/// What stands above every file of XML.
pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
/// The name space, as an attribute.
pub(super) const SPACE: &str = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
/// Where the text stands on a page.
pub(super) const LEFT: u32 = 18_000;
pub(super) const WIDTH: u32 = 174_000;
pub(super) const TOP: u32 = 20_000;
pub(super) const BOTTOM: u32 = 277_000;
const FOOT: u32 = 284_000;
/// The sheet of paper that a document without a signature has across every page, as an object of its own.
pub(super) const TEMPLATE: u32 = 3;
/// Numbers below are given to fonts and the template.
const FIRST_ID: u32 = 10;

/// A font and its size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    font: u32,
    size: u32,
}

impl Style {
    pub(super) const BODY: Self = Self { font: 1, size: 3700 };
    pub(super) const BOLD: Self = Self { font: 2, size: 3700 };
    pub(super) const TITLE: Self = Self { font: 2, size: 6000 };

    /// From one line to the next.
    pub(super) const fn leading(self) -> u32 {
        self.size * 3 / 2
    }

    /// How many halves of a character are as wide as this.
    pub(super) const fn fitting(self, width: u32) -> u32 {
        width / (self.size / 2)
    }

    pub(super) fn width(self, words: &str) -> u32 {
        measure(words) * self.size / 2
    }
}

/// Pages being written, from top to bottom.
#[derive(Debug)]
pub(super) struct Pages {
    done: Vec<Markup>,
    page: Markup,
    /// Where the next line goes.
    pub(super) y: u32,
    ids: u32,
}

impl Pages {
    pub(super) fn new() -> Self {
        Self { done: Vec::new(), page: Markup::default(), y: TOP, ids: FIRST_ID }
    }

    /// A number that no other object has.
    pub(super) const fn id(&mut self) -> u32 {
        self.ids += 1;
        self.ids
    }

    /// Pages before this one.
    pub(super) const fn turned(&self) -> usize {
        self.done.len()
    }

    /// Goes to the next page.
    pub(super) fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.y = TOP;
    }

    /// What is left of this page.
    pub(super) const fn left(&self) -> u32 {
        BOTTOM.saturating_sub(self.y)
    }

    /// Goes to the next page if this one has no room for so much.
    pub(super) fn room(&mut self, height: u32) {
        if self.left() < height && self.y > TOP {
            self.turn();
        }
    }

    /// A line of text, its upper left corner here.
    pub(super) fn text(&mut self, words: &str, style: Style, x: u32, y: u32) {
        if words.is_empty() {
            return;
        }
        let boundary = [x, y, style.width(words), style.leading()];
        self.object("<ofd:TextObject", boundary);
        self.page.raw(" Font=\"").number(style.font).raw("\" Size=\"").length(style.size);
        // The line of the letters, as Chinese fonts have it, in the middle of the leading.
        self.page.raw("\"><ofd:TextCode X=\"0\" Y=\"").length(style.size * 111 / 100).raw("\"");
        deltas(&mut self.page, words, style.size);
        self.page.raw(">").text(words).raw("</ofd:TextCode></ofd:TextObject>");
    }

    /// A path within a box, with attributes and commands of ours.
    pub(super) fn path(&mut self, boundary: [u32; 4], attributes: &str, draw: &mut dyn FnMut(&mut Markup)) {
        self.object("<ofd:PathObject", boundary);
        self.page.raw(attributes).raw("><ofd:AbbreviatedData>");
        draw(&mut self.page);
        self.page.raw("</ofd:AbbreviatedData></ofd:PathObject>");
    }

    fn object(&mut self, opening: &str, boundary: [u32; 4]) {
        let id = self.id();
        self.page.raw(opening).raw(" ID=\"").number(id).raw("\" Boundary=\"");
        lengths(&mut self.page, "", &boundary);
        self.page.raw("\"");
    }

    /// The pages, each as a file, with its number at its foot; and the number of its object.
    pub(super) fn finish(mut self, marked: bool) -> (Vec<(u32, String)>, u32) {
        self.turn();
        let many = self.done.len();
        let mut pages = Vec::with_capacity(many);
        for number in 1..=many {
            self.page = std::mem::take(self.done.get_mut(number - 1).unwrap_or(&mut Markup::default()));
            let words = format!("{number} / {many}");
            self.text(&words, Style::BODY, (210_000 - Style::BODY.width(&words)) / 2, FOOT);
            let (id, layer) = (self.id(), self.id());
            let mut page = Markup::default();
            page.raw(XML).raw("<ofd:Page").raw(SPACE).raw(">");
            if marked {
                page.raw("<ofd:Template TemplateID=\"").number(TEMPLATE).raw("\" ZOrder=\"Background\"/>");
            }
            page.raw("<ofd:Content><ofd:Layer Type=\"Body\" ID=\"").number(layer).raw("\">").raw(&self.page.0);
            page.raw("</ofd:Layer></ofd:Content></ofd:Page>");
            pages.push((id, page.0));
        }
        (pages, self.ids)
    }
}

/// From each character to the next; so many of one width are counted.
pub(super) fn deltas(page: &mut Markup, words: &str, size: u32) {
    let (mut same, mut many, mut between) = (0, 0, " DeltaX=\"");
    let mut steps = words.chars().map(halves);
    // The last one leads nowhere.
    steps.next_back();
    for step in steps.chain([0]) {
        if step != same && many > 0 {
            page.raw(between).raw("g ").number(many).raw(" ").length(same * size / 2);
            (many, between) = (0, " ");
        }
        (same, many) = (step, many + 1);
    }
    page.raw(if between == " " { "\"" } else { "" });
}

/// A command and its lengths.
pub(super) fn lengths(page: &mut Markup, command: &str, lengths: &[u32]) {
    let mut between = if command.is_empty() { "" } else { " " };
    page.raw(command);
    for length in lengths {
        page.raw(between).length(*length);
        between = " ";
    }
}

/// A rectangle, as commands of a path.
pub(super) fn rectangle(page: &mut Markup, x: u32, y: u32, width: u32, height: u32) {
    lengths(page, "M", &[x, y]);
    for corner in [[x + width, y], [x + width, y + height], [x, y + height]] {
        lengths(page, " L", &corner);
    }
    page.raw(" C ");
}
