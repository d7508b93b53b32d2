//! 版式: paragraphs and tables, one under the other, from page to page.

use super::page::{LEFT, Pages, Style, WIDTH, lengths};
use super::wrap::wrap;

/// Between the border of a cell and its text.
const PADDING: u32 = 1200;
/// Between one thing and the next.
pub(super) const GAP: u32 = 2500;
/// A head that is higher is not said again on every page.
const HIGHEST_HEAD: u32 = 60_000;
/// How wide a column is at least, where there are not too many.
const NARROWEST: u32 = 10_000;
/// Lines of a cell that stand together on a page.
const TOGETHER: u32 = 3;

/// Where words stand in their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// Words as they are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    pub style: Style,
    pub align: Align,
}

impl Set {
    pub(super) const BODY: Self = Self { style: Style::BODY, align: Align::Left };
    pub(super) const BOLD: Self = Self { style: Style::BOLD, align: Align::Left };
    pub(super) const CENTRED: Self = Self { style: Style::BODY, align: Align::Centre };
    pub(super) const TITLE: Self = Self { style: Style::TITLE, align: Align::Centre };

    fn line(self, pages: &mut Pages, words: &str, left: u32, width: u32) {
        let spare = width.saturating_sub(self.style.width(words));
        let before = match self.align {
            Align::Left => 0,
            Align::Centre => spare / 2,
            Align::Right => spare,
        };
        pages.text(words, self.style, left + before, pages.y);
        pages.y += self.style.leading();
    }
}

/// A paragraph, its first line indented by so many characters.
pub(super) fn paragraph(pages: &mut Pages, words: &str, set: Set, [left, width]: [u32; 2], indent: u32) {
    let mut before = indent * set.style.width("  ");
    for line in wrap(words, set.style.fitting(width), indent * 2) {
        pages.room(set.style.leading());
        set.line(pages, &line, left + before, width - before);
        before = 0;
    }
}

/// A cell: how it is set, and its words.
pub(super) type Cell<'a> = (Set, &'a str);
/// Cells of one row, each with its lines still to come, the next one last.
type Row = Vec<(Set, Vec<String>)>;

/// A table of columns side by side.
#[derive(Debug)]
pub(super) struct Grid {
    pub left: u32,
    pub columns: Vec<u32>,
    /// How its lines are drawn, as attributes.
    pub border: &'static str,
}

impl Grid {
    /// The border of a table.
    pub(super) const SOLID: &'static str = " LineWidth=\"0.2\"";

    /// Columns as wide as their words need, from one margin to the other: where there is not enough for all, those that
    /// need most share what the others leave.
    pub(super) fn fitting(rows: &[Vec<Cell<'_>>]) -> Self {
        let mut needs = vec![NARROWEST; rows.iter().map(Vec::len).max().unwrap_or(1).max(1)];
        for row in rows {
            for (need, (set, words)) in needs.iter_mut().zip(row) {
                *need = (*need).max(set.style.width(words).min(WIDTH) + 2 * PADDING);
            }
        }
        let many = counted(needs.len());
        let mut share = WIDTH / many;
        for _ in 0..many {
            let narrow = needs.iter().filter(|need| **need <= share);
            let (narrow, taken) = narrow.fold((0, 0), |(count, sum), need| (count + 1, sum + need));
            if narrow == many {
                break;
            }
            share = WIDTH.saturating_sub(taken) / (many - narrow);
        }
        for need in &mut needs {
            *need = (*need).min(share);
        }
        let more = WIDTH.saturating_sub(needs.iter().sum()) / many;
        for need in &mut needs {
            *need += more;
        }
        Self { left: LEFT, columns: needs, border: Self::SOLID }
    }

    /// Rows; where there is a head, it is the first of them and stands on every page.
    pub(super) fn rows(&self, pages: &mut Pages, rows: &[Vec<Cell<'_>>], headed: bool) {
        let mut head = None;
        for (place, row) in rows.iter().enumerate() {
            let row = self.row(row);
            if place == 0 && headed && height(&row, u32::MAX) <= HIGHEST_HEAD {
                head = Some(row.clone());
                self.draw(pages, row, None);
            } else {
                self.draw(pages, row, head.as_ref());
            }
        }
    }

    fn row(&self, cells: &[Cell<'_>]) -> Row {
        let wrapped = |((set, words), width): (&Cell<'_>, &u32)| {
            let mut lines = wrap(words, set.style.fitting(width.saturating_sub(2 * PADDING)), 0);
            lines.reverse();
            (*set, lines)
        };
        cells.iter().zip(&self.columns).map(wrapped).collect()
    }

    /// Draws a row, on as many pages as it needs.
    fn draw(&self, pages: &mut Pages, mut row: Row, head: Option<&Row>) {
        while row.iter().any(|(_, lines)| !lines.is_empty()) {
            let whole = height(&row, u32::MAX);
            let least = height(&row, TOGETHER);
            let above = head.map_or(0, |head| height(head, u32::MAX));
            let fits_a_page = whole + above <= super::page::BOTTOM - super::page::TOP;
            if pages.left() < if fits_a_page { whole } else { least } {
                pages.turn();
                if let Some(head) = head {
                    self.piece(pages, &mut head.clone());
                }
            }
            self.piece(pages, &mut row);
        }
    }

    /// Draws as much of a row as there is room for.
    fn piece(&self, pages: &mut Pages, row: &mut Row) {
        let room = pages.left().saturating_sub(2 * PADDING);
        let most = row.iter().map(|(set, _)| (room / set.style.leading()).max(1)).min().unwrap_or(1);
        let (top, high) = (pages.y, height(row, most));
        self.frame(pages, row.len(), top, high);
        let mut left = self.left;
        for ((set, lines), width) in row.iter_mut().zip(&self.columns) {
            pages.y = top + PADDING;
            for _ in 0..most {
                let Some(words) = lines.pop() else { break };
                set.line(pages, &words, left + PADDING, width.saturating_sub(2 * PADDING));
            }
            left += width;
        }
        pages.y = top + high;
    }

    /// The lines around and between the cells.
    fn frame(&self, pages: &mut Pages, cells: usize, top: u32, height: u32) {
        let width: u32 = self.columns.iter().take(cells).sum();
        pages.path([self.left, top, width, height], self.border, &mut |path| {
            super::page::rectangle(path, 0, 0, width, height);
            let mut x = 0;
            for column in self.columns.iter().take(cells.saturating_sub(1)) {
                x += column;
                lengths(path, "M", &[x, 0]);
                lengths(path, " L", &[x, height]);
                path.raw(" ");
            }
        });
    }
}

/// How high a row is, with no more than so many lines in a cell.
fn height(row: &Row, most: u32) -> u32 {
    let lines = |lines: &Vec<String>| counted(lines.len()).min(most).min(10_000);
    row.iter().map(|(set, left)| lines(left) * set.style.leading()).max().map_or(0, |high| high + 2 * PADDING)
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
