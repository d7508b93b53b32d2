//! 日程: last days as an iCalendar file (RFC 5545), which every calendar program reads, with reminders.

use super::Wording;
use super::explain::{ExplainRequest, Explaining};
use crate::calendar::{Calendar, Certainty, Instant};
use crate::deadline::Clock;
use std::fmt::Write as _;

/// Longest line in bytes; a longer one is folded.
const LINE: usize = 75;
/// Reminders at nine in the morning, so many days before.
const REMINDERS: [u32; 2] = [3, 1];

/// The last days that are still ahead or open, as a calendar file.
#[must_use]
pub fn agenda(request: &ExplainRequest<'_>, calendar: &Calendar, wording: &Wording) -> String {
    let explaining = Explaining { request, calendar, wording };
    let mut file = File(String::new());
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Yushen//Deadlines//ZH");
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    for clock in request.clocks.iter().filter(|clock| clock.ended.is_none()) {
        file.event(&explaining, clock);
    }
    file.line("END", "VCALENDAR");
    file.0
}

struct File(String);

impl File {
    /// A line, folded between characters.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for each in name.chars().chain([':']).chain(value.chars()) {
            if length + each.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            length += each.len_utf8();
            self.0.push(each);
        }
        self.0.push_str("\r\n");
    }

    /// A line of text, with what has a meaning in the format escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for each in value.chars() {
            match each {
                '\\' | ';' | ',' => escaped.extend(['\\', each]),
                '\n' => escaped.push_str("\\n"),
                each if each.is_control() => {}
                each => escaped.push(each),
            }
        }
        self.line(name, &escaped);
    }

    fn event(&mut self, explaining: &Explaining<'_>, clock: &Clock<'_>) {
        let Some(due) = clock.due else { return };
        let request = explaining.request;
        let kind = explaining.kind(clock.kind);
        let item = request.item.as_deref().map(|item| format!("（{item}）")).unwrap_or_default();
        let case = request.case.as_deref().or(request.item.as_deref()).unwrap_or_default();
        self.line("BEGIN", "VEVENT");
        // The same clock of the same case keeps its name when its last day moves, so that a calendar replaces it.
        self.text("UID", &format!("{case}.{}@yushen", &*clock.id));
        self.line("DTSTAMP", &format!("{}T000000Z", compact(&request.on.to_string())));
        if let Some(moment) = clock.due_at.as_ref().and_then(utc) {
            self.line("DTSTART", &moment);
        } else {
            self.line("DTSTART;VALUE=DATE", &compact(&due.to_string()));
            let after = due.plus_days(1).unwrap_or(due);
            self.line("DTEND;VALUE=DATE", &compact(&after.to_string()));
        }
        self.text("SUMMARY", &format!("{kind}{item}"));
        self.text("DESCRIPTION", &explaining.paragraph(clock));
        self.line("STATUS", if clock.certainty == Certainty::Published { "CONFIRMED" } else { "TENTATIVE" });
        self.line("TRANSP", "TRANSPARENT");
        if clock.due_at.is_some() {
            self.alarm("-PT1H", &kind);
        } else {
            for days in REMINDERS {
                // An event of a whole day begins at midnight: nine in the morning, so many days before.
                let before = if days > 1 { format!("-P{}DT15H", days - 1) } else { String::from("-PT15H") };
                let slots = [("days", &*days.to_string()), ("kind", &*kind)];
                self.alarm(&before, &explaining.wording.deadline("remind", &slots));
            }
        }
        self.line("END", "VEVENT");
    }

    fn alarm(&mut self, before: &str, text: &str) {
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("TRIGGER", before);
        self.text("DESCRIPTION", text);
        self.line("END", "VALARM");
    }
}

/// `20260302` of `2026-03-02`.
fn compact(date: &str) -> String {
    date.replace('-', "")
}

/// A moment of Asia/Shanghai in universal time; there has been no summer time since 1991.
fn utc(at: &Instant) -> Option<String> {
    let moment = Instant::at(at.date(), at.time().minutes() - 8 * 60)?;
    let mut text = String::new();
    let time = moment.time().minutes();
    write!(text, "{}T{:02}{:02}00Z", compact(&moment.date().to_string()), time / 60, time % 60).ok()?;
    Some(text)
}
