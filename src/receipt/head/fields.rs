//! The facts of a head, and their form.

use super::HeadFault;
use super::cbor::{Reader, Writer};
use crate::calendar::{CivilDate, Instant};
use crate::digest::Digest;
use crate::receipt::canonical;
use crate::receipt::document::DocumentKind;

/// The version of the head.
const VERSION: i64 = 0;
/// Seconds by which Asia/Shanghai is ahead.
const SHANGHAI: i64 = 8 * 3600;
const DAY: i64 = 24 * 3600;
/// The keys that every head has.
const REQUIRED: u32 = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 6 | 1 << 8;

/// 回执首部.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// 文书种类.
    pub kind: DocumentKind,
    /// 文书编号.
    pub number: String,
    /// 事项编码.
    pub item: String,
    /// 出具机关的统一社会信用代码; written only where the code of the item does not begin with it.
    pub issuer: String,
    /// 出具时间, in seconds since 1970; the time of the signature.
    pub issued: i64,
    /// 承诺办结日, where one is stated and published.
    pub due: Option<CivilDate>,
    /// SM3 of the canonical body.
    pub sm3: Digest,
    /// SHA-256 of the canonical body, where the signature is not SM2 with SM3.
    pub sha256: Option<Digest>,
    /// 受理时间, of an acceptance.
    pub accepted: Option<i64>,
    /// 上一文书: `chain` of the previous receipt of the case.
    pub previous: Option<Digest>,
}

impl Head {
    /// Writes the head: keys ascending, everything as short as it can be.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let separate = !self.item.starts_with(&self.issuer);
        let optional = [self.due.is_some(), self.sha256.is_some(), self.accepted.is_some(), self.previous.is_some()];
        let pairs = 6 + u64::from(separate) + optional.into_iter().map(u64::from).sum::<u64>();
        let mut out = Writer::default();
        out.map(pairs).integer(1).integer(VERSION).integer(2).integer(self.kind.place());
        out.integer(3).text(&self.number).integer(4).text(&self.item);
        if separate {
            out.integer(5).text(&self.issuer);
        }
        out.integer(6).integer(self.issued);
        if let Some(due) = self.due {
            out.integer(7).integer(due.epoch_days().into());
        }
        out.integer(8).bytes(self.sm3.bytes());
        if let Some(sha256) = self.sha256 {
            out.integer(9).bytes(sha256.bytes());
        }
        if let Some(accepted) = self.accepted {
            out.integer(10).integer(accepted);
        }
        if let Some(previous) = self.previous {
            out.integer(11).bytes(previous.bytes());
        }
        out.0
    }

    /// Reads a head.
    ///
    /// # Errors
    /// What is wrong with the bytes. What could have been written otherwise is refused.
    pub fn decode(bytes: &[u8]) -> Result<Self, HeadFault> {
        let mut reader = Reader::new(bytes);
        let (mut head, mut last, mut separate) = (Self::default(), 0, None);
        let mut seen = 0_u32;
        for _ in 0..reader.map()? {
            let key = reader.integer()?;
            if key <= last {
                return Err(HeadFault::CborKeyOrder);
            }
            head.field(key, &mut reader, &mut separate)?;
            last = key;
            seen |= 1 << key;
        }
        reader.end()?;
        if seen & REQUIRED != REQUIRED {
            return Err(HeadFault::HeadKeyMissing);
        }
        head.with_issuer(separate)
    }

    fn field(&mut self, key: i64, reader: &mut Reader<'_>, issuer: &mut Option<String>) -> Result<(), HeadFault> {
        match key {
            1 => match reader.integer()? {
                VERSION => {}
                version if version > VERSION => return Err(HeadFault::HeadTooNew),
                _ => return Err(HeadFault::HeadValue),
            },
            2 => self.kind = DocumentKind::of_place(reader.integer()?).ok_or(HeadFault::HeadValue)?,
            3 => self.number = text(reader, 50)?,
            4 => self.item = text(reader, 64)?,
            5 => *issuer = Some(text(reader, 18)?),
            6 => self.issued = instant(reader)?,
            7 => self.due = Some(day(reader)?),
            8 => self.sm3 = digest(reader)?,
            9 => self.sha256 = Some(digest(reader)?),
            10 => self.accepted = Some(instant(reader)?),
            11 => self.previous = Some(digest(reader)?),
            _ => return Err(HeadFault::HeadKeyUnknown),
        }
        Ok(())
    }

    /// The issuer stands in the code of the item, or beside it; never in both.
    fn with_issuer(mut self, separate: Option<String>) -> Result<Self, HeadFault> {
        self.issuer = match (separate, self.item.get(..18)) {
            (Some(issuer), Some(front)) if issuer == front => return Err(HeadFault::HeadValue),
            (Some(issuer), _) => issuer,
            (None, Some(front)) => front.into(),
            (None, None) => return Err(HeadFault::HeadKeyMissing),
        };
        Ok(self)
    }
}

fn text(reader: &mut Reader<'_>, most: usize) -> Result<String, HeadFault> {
    let text = reader.text()?;
    if canonical::fault(text).is_some() {
        return Err(HeadFault::CborText);
    }
    if (1..=most).contains(&text.len()) { Ok(text.into()) } else { Err(HeadFault::HeadValue) }
}

fn digest(reader: &mut Reader<'_>) -> Result<Digest, HeadFault> {
    reader.bytes()?.try_into().map(Digest::from_bytes).map_err(|_| HeadFault::HeadValue)
}

fn day(reader: &mut Reader<'_>) -> Result<CivilDate, HeadFault> {
    let days = i32::try_from(reader.integer()?).ok();
    days.and_then(CivilDate::from_epoch_days).ok_or(HeadFault::HeadValue)
}

fn instant(reader: &mut Reader<'_>) -> Result<i64, HeadFault> {
    let seconds = reader.integer()?;
    shown(seconds).map(|_| seconds).ok_or(HeadFault::HeadValue)
}

/// Seconds since 1970 of an instant of Asia/Shanghai.
#[must_use]
pub fn seconds(instant: &Instant) -> i64 {
    let second = instant.as_str().get(17..19).and_then(|text| text.parse::<i64>().ok()).unwrap_or_default();
    i64::from(instant.date().epoch_days()) * DAY + i64::from(instant.time().minutes()) * 60 + second - SHANGHAI
}

/// The instant of Asia/Shanghai that so many seconds since 1970 are; none outside the calendar.
#[must_use]
pub fn shown(seconds: i64) -> Option<Instant> {
    let local = seconds.checked_add(SHANGHAI)?;
    let date = CivilDate::from_epoch_days(i32::try_from(local.div_euclid(DAY)).ok()?)?;
    let (minute, second) = (local.rem_euclid(DAY) / 60, local.rem_euclid(60));
    Instant::parse(&format!("{date}T{:02}:{:02}:{second:02}+08:00", minute / 60, minute % 60))
}
