//! 文书模型: a document as title, lines, tables and notes. Writers turn it into text, a page or an OFD; none of them reads
//! the document again.

use crate::json::{Text, record};

record! {
    value;
    /// A name and its value.
    pub struct Line<'a> {
        /// The name.
        "name" required name: Text<'a>,
        /// The value.
        "value" required value: Text<'a>,
    }
}

record! {
    value;
    /// A table with its caption.
    pub struct Table<'a> {
        /// Its caption.
        "caption" required caption: Text<'a>,
        /// Heads of its columns.
        "head" required head: Vec<Text<'a>>,
        /// Its rows; a cell may be empty.
        "rows" required rows: Vec<Vec<Text<'a>>>,
    }
}

record! {
    value;
    /// 落款.
    pub struct Signoff<'a> {
        /// 机关名称.
        "issuer" required issuer: Text<'a>,
        /// 日期.
        "date" required date: Text<'a>,
        /// What stands in the place of the seal: that it goes here, and never a picture of one.
        "seal" required seal: Text<'a>,
    }
}

record! {
    value;
    /// 二维码: its modules, and in words what it holds.
    pub struct Code<'a> {
        /// Modules on a side, without the quiet zone.
        "size" required size: u32,
        /// The modules, row by row, eight a byte, the first in the highest bit, as hexadecimal; the last byte is filled with zeros.
        "bits" required bits: Text<'a>,
        /// What a scanner reads.
        "text" required text: Text<'a>,
        /// Its text alternative: the number and the 校验码.
        "label" required label: Text<'a>,
        /// 校验码, to be typed where nothing scans.
        "check" required check: Text<'a>,
    }
}

record! {
    value;
    /// A document, ready to be written.
    pub struct Model<'a> {
        /// 语言 (BCP 47).
        "lang" required lang: Text<'a>,
        /// 标题.
        "title" required title: Text<'a>,
        /// The line that stands first and says what the document is not.
        "first" required first: Text<'a>,
        /// Names and values.
        "lines" required lines: Vec<Line<'a>>,
        /// Tables.
        "tables" required tables: Vec<Table<'a>>,
        /// Sentences at the end.
        "notes" required notes: Vec<Text<'a>>,
        /// 未生效: written across a document that nobody has signed yet.
        "mark" optional mark: Option<Text<'a>>,
        /// 编号, under the title.
        "number" optional number: Option<Text<'a>>,
        /// 落款: who issues it, when, and where the seal goes.
        "signoff" optional signoff: Option<Signoff<'a>>,
        /// 二维码.
        "code" optional code: Option<Code<'a>>,
    }
}
