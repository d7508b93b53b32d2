//! 日期: civil dates in Asia/Shanghai. There is no time zone in them, so no device can shift them.

use crate::error::ErrorCode;
use crate::json::{Read, Reader, Shape, Write, Writer, copied, deserialized, serialized};
use chrono::{Datelike, Months, NaiveDate, Weekday};
use std::fmt;

/// A day of the calendar, written `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CivilDate(NaiveDate);

/// Days from 0001-01-01 to 1970-01-01, as chrono counts.
const EPOCH: i32 = 719_163;

impl CivilDate {
    /// A day, if the calendar has it; years 1900 to 2200.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1900..=2200).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// ```
    /// use yushen::calendar::CivilDate;
    /// assert!(CivilDate::parse("2024-02-29").is_some());
    /// assert!(CivilDate::parse("2026-02-29").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else { return None };
        let year = i32::try_from(number(&[y0, y1, y2, y3])?).ok()?;
        Self::new(year, number(&[m0, m1])?, number(&[d0, d1])?)
    }

    /// The day this many days after 1970-01-01.
    #[must_use]
    pub fn from_epoch_days(days: i32) -> Option<Self> {
        let date = NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH)?)?;
        Self::new(date.year(), date.month(), date.day())
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn epoch_days(self) -> i32 {
        self.0.num_days_from_ce() - EPOCH
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Whether the day is a Saturday or Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The day this many days later (or earlier, if negative).
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_epoch_days(self.epoch_days().checked_add(days)?)
    }

    /// 对应日: the corresponding day this many months later; where the month has none, its last day (民法典 202).
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(months)).and_then(|date| Self::new(date.year(), date.month(), date.day()))
    }

    /// The corresponding day this many months earlier; where the month has none, its last day.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Option<Self> {
        self.0.checked_sub_months(Months::new(months)).and_then(|date| Self::new(date.year(), date.month(), date.day()))
    }

    /// The day of the week, Monday 0 to Sunday 6.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }
}

impl CivilDate {
    /// `YYYY-MM-DD`.
    fn written(self) -> [u8; 10] {
        let digit = |number: u32, worth: u32| b'0' + u8::try_from(number / worth % 10).unwrap_or(0);
        let (year, month, day) = (self.year().unsigned_abs(), self.month(), self.day());
        let [y0, y1, y2, y3] = [1000, 100, 10, 1].map(|worth| digit(year, worth));
        [y0, y1, y2, y3, b'-', digit(month, 10), digit(month, 1), b'-', digit(day, 10), digit(day, 1)]
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(std::str::from_utf8(&self.written()).unwrap_or_default())
    }
}

impl fmt::Debug for CivilDate {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl Write for CivilDate {
    fn write(&self, to: &mut Writer) {
        to.word(std::str::from_utf8(&self.written()).unwrap_or_default());
    }
}

impl<'a> Read<'a> for CivilDate {
    const SHAPE: &'static Shape = &Shape::Checked("CivilDate", |reader| _ = Self::read(reader));
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        Self::parse(&text).unwrap_or_else(|| {
            reader.fault(ErrorCode::DateInvalid);
            Self::default()
        })
    }
}
copied!(CivilDate);
serialized!(CivilDate, date => format_args!("{date}"));
deserialized!(CivilDate);

/// A number of decimal digits.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| Some(value * 10 + char::from(*digit).to_digit(10)?))
}

/// 时刻: an instant as the host states it, `YYYY-MM-DDThh:mm:ss+08:00`. Kept as written; only its day counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instant(String);

impl Write for Instant {
    fn write(&self, to: &mut Writer) {
        to.word(&self.0);
    }
}

impl Instant {
    /// Reads an instant of Asia/Shanghai.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let (minutes, seconds) = time.strip_suffix("+08:00")?.split_at_checked(5)?;
        let &[b':', s0, s1] = seconds.as_bytes() else { return None };
        let is_time = ClockTime::parse(minutes).is_some() && number(&[s0, s1])? < 60;
        CivilDate::parse(date).filter(|_| is_time).map(|_| Self(text.into()))
    }

    /// The instant this many minutes after midnight of a day; none outside the calendar.
    #[must_use]
    pub fn at(date: CivilDate, minutes: i32) -> Option<Self> {
        const DAY: i32 = 24 * 60;
        let (date, minute) = (date.plus_days(minutes.div_euclid(DAY))?, minutes.rem_euclid(DAY));
        Some(Self(format!("{date}T{:02}:{:02}:00+08:00", minute / 60, minute % 60)))
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day in Asia/Shanghai.
    #[must_use]
    pub fn date(&self) -> CivilDate {
        self.0.split('T').next().and_then(CivilDate::parse).unwrap_or_default()
    }

    /// The time of the day in Asia/Shanghai, to the minute.
    #[must_use]
    pub fn time(&self) -> ClockTime {
        self.0.split('T').nth(1).and_then(|time| ClockTime::parse(time.get(..5)?)).unwrap_or_default()
    }
}

impl<'a> Read<'a> for Instant {
    const SHAPE: &'static Shape = &Shape::Checked("Instant", |reader| drop(Self::read(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        Self::parse(&text).unwrap_or_else(|| {
            reader.fault(ErrorCode::InstantInvalid);
            Self::default()
        })
    }
}
copied!(Instant);
serialized!(Instant, instant => instant.0);
deserialized!(Instant);

/// 时刻 of a day, `hh:mm`, such as closing time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ClockTime {
    /// Minutes since midnight.
    minutes: u32,
}

impl ClockTime {
    /// Minutes since midnight.
    #[must_use]
    pub fn minutes(self) -> i32 {
        i32::try_from(self.minutes).unwrap_or(0)
    }

    /// Reads `hh:mm`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let &[h0, h1, b':', m0, m1] = text.as_bytes() else { return None };
        let (hours, minutes) = (number(&[h0, h1])?, number(&[m0, m1])?);
        (hours < 24 && minutes < 60).then_some(Self { minutes: hours * 60 + minutes })
    }
}

impl<'a> Read<'a> for ClockTime {
    const SHAPE: &'static Shape = &Shape::Checked("ClockTime", |reader| _ = Self::read(reader));
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        Self::parse(&text).unwrap_or_else(|| {
            reader.fault(ErrorCode::TimeInvalid);
            Self::default()
        })
    }
}
copied!(ClockTime);
serialized!(ClockTime, time => format_args!("{time}"));
deserialized!(ClockTime);

impl fmt::Display for ClockTime {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}
