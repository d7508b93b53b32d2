//! 文书模型: a document as title, lines, tables and notes. Writers turn it into text, a page or an OFD; none of them reads
//! the document again.

use crate::json::{Record, Text};

/// A name and its value.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Line<'a> {
    /// The name.
    pub name: Text<'a>,
    /// The value.
    pub value: Text<'a>,
}

/// A table with its caption.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Table<'a> {
    /// Its caption.
    pub caption: Text<'a>,
    /// Heads of its columns.
    pub head: Vec<Text<'a>>,
    /// Its rows; a cell may be empty.
    pub rows: Vec<Vec<Text<'a>>>,
}

/// 落款.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Signoff<'a> {
    /// 机关名称.
    pub issuer: Text<'a>,
    /// 日期.
    pub date: Text<'a>,
    /// What stands in the place of the seal: that it goes here, and never a picture of one.
    pub seal: Text<'a>,
}

/// 二维码: its modules, and in words what it holds.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Code<'a> {
    /// Modules on a side, without the quiet zone.
    pub size: u32,
    /// The modules, row by row, eight a byte, the first in the highest bit, as hexadecimal; the last byte is filled with zeros.
    pub bits: Text<'a>,
    /// What a scanner reads.
    pub text: Text<'a>,
    /// Its text alternative: the number and the 校验码.
    pub label: Text<'a>,
    /// 校验码, to be typed where nothing scans.
    pub check: Text<'a>,
}

/// A document, ready to be written.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Model<'a> {
    /// 语言 (BCP 47).
    pub lang: Text<'a>,
    /// 标题.
    pub title: Text<'a>,
    /// The line that stands first and says what the document is not.
    pub first: Text<'a>,
    /// Names and values.
    pub lines: Vec<Line<'a>>,
    /// Tables.
    pub tables: Vec<Table<'a>>,
    /// Sentences at the end.
    pub notes: Vec<Text<'a>>,
    /// 未生效: written across a document that nobody has signed yet.
    pub mark: Option<Text<'a>>,
    /// 编号, under the title.
    pub number: Option<Text<'a>>,
    /// 落款: who issues it, when, and where the seal goes.
    pub signoff: Option<Signoff<'a>>,
    /// 二维码.
    pub code: Option<Code<'a>>,
}
