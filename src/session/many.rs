//! 批量预审: applications line by line (NDJSON), each answered in a line of its own. A line that is bad costs that line.

use super::applicant::{MAX_REQUEST, Session};
use super::envelope::refused;
use crate::application::MAX_BYTES;
use crate::error::{Error, ErrorCode, Result};
use crate::json::{Id, Kept, Limits, Reader, Record, Text, Value};

/// One line.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct CheckLine<'a> {
    /// 事项编码.
    pub item: Id<'a>,
    /// The plan that it was made by, by its `ref`; none is compared if absent.
    pub plan: Option<Text<'a>>,
    /// 申请.
    pub application: Kept<'a, Value<'a>>,
}

impl Session {
    /// Checks one application a line.
    #[must_use]
    pub fn check_many(&self, handle: u32, lines: &[u8]) -> Vec<u8> {
        let mut answers = Vec::new();
        let lines = lines.strip_suffix(b"\n").unwrap_or(lines);
        for line in lines.split(|byte| *byte == b'\n').filter(|_| !lines.is_empty()) {
            let answer = self.check_line(handle, line).unwrap_or_else(refused);
            answers.extend_from_slice(answer.as_bytes());
            answers.push(b'\n');
        }
        answers
    }

    fn check_line(&self, handle: u32, line: &[u8]) -> Result<String> {
        let text = std::str::from_utf8(line).map_err(|_| Error::new(ErrorCode::JsonEncoding, ""))?;
        let line: CheckLine<'_> = Reader::document(text, Limits { bytes: MAX_BYTES + MAX_REQUEST })
            .map_err(|issues| Error::invalid(ErrorCode::RequestInvalid, issues))?;
        Ok(self.check(handle, &line.item, line.plan.as_deref().unwrap_or_default(), line.application.text()))
    }
}
