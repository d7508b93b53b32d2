//! 中止计时: which stops are left out of account, and from when to when.
//!
//! Of a stop from S to E the days after S up to and including E do not count: on S the procedure begins, on E its result
//! is there, and the day after is the next that can count. Several are a union, never a sum. That is our convention,
//! after 民法典 201.

use super::event::{CaseEvent, EventKind, StopKind};
use crate::calendar::CivilDate;
use crate::json::{Id, Record};
use crate::law::{Basis, Procedure};

/// 不计入的期间: after `from`, up to and including `to`.
#[derive(Debug, Clone, Default, Record)]
#[record(kept, value)]
pub struct Pause<'a> {
    /// The day on which it begins, which still counts.
    pub from: CivilDate,
    /// The day on which its result is there; absent, not yet (待恢复).
    pub to: Option<CivilDate>,
    /// Which procedures.
    #[record(optional)]
    pub kinds: Vec<StopKind>,
    /// Which stops, where the events name them.
    #[record(optional)]
    pub ids: Vec<Id<'a>>,
}

/// Why a stop is not left out of account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Void {
    /// Its kind is none of the eight, or the item is no licence, and it has no basis of its own in force.
    NoBasis,
    /// It began before the application was accepted.
    TooEarly,
}

/// One stop as the events have it.
#[derive(Debug)]
pub(super) struct Stop<'e, 'a> {
    /// The place of the event that begins it.
    pub place: usize,
    pub event: &'e CaseEvent<'a>,
    pub to: Option<CivilDate>,
    pub void: Option<Void>,
    /// Whether the applicant has been told in writing.
    pub told: bool,
}

impl Stop<'_, '_> {
    pub const fn from(&self) -> CivilDate {
        self.event.at.date
    }
}

/// The stops that had begun by a day, in the order in which they began.
pub(super) fn stops<'e, 'a>(
    events: &'e [CaseEvent<'a>],
    procedure: Procedure,
    accepted: Option<CivilDate>,
    on: CivilDate,
) -> Vec<Stop<'e, 'a>> {
    let of = |kind| events.iter().enumerate().filter(move |(_, event)| event.kind == kind && event.at.date <= on);
    let mut stops: Vec<Stop<'e, 'a>> = Vec::new();
    for (place, event) in of(EventKind::Suspended) {
        // The n-th stop of a name ends with the n-th end of that name.
        let before = stops.iter().filter(|stop| stop.event.id == event.id).count();
        let to = of(EventKind::Resumed).filter(|(_, end)| end.id == event.id).nth(before).map(|(_, end)| end.at.date);
        let early = accepted.is_some_and(|accepted| event.at.date < accepted);
        let void = if stands(event, procedure) { early.then_some(Void::TooEarly) } else { Some(Void::NoBasis) };
        let stop = Stop { place, event, to, void, told: event.was_told(on) };
        // Put where it belongs: a case has few, and a sort would weigh more than all of this.
        let at = stops.partition_point(|other| other.from() <= stop.from());
        stops.insert(at, stop);
    }
    stops
}

/// The eight kinds of the licensing law stand by themselves, for licences; anything else needs a basis in force.
fn stands(event: &CaseEvent<'_>, procedure: Procedure) -> bool {
    let named = event.stop.is_some_and(|kind| kind != StopKind::Other);
    let own = event.basis.as_ref().is_some_and(|citation| Basis::cited(citation).status.is_none());
    (procedure == Procedure::Licence && named) || own
}

/// The union of the stops that count for a clock with this start; `told` takes only those told in writing.
pub(super) fn pauses<'a>(stops: &[Stop<'_, 'a>], start: CivilDate, told: bool) -> Vec<Pause<'a>> {
    let mut union: Vec<Pause<'a>> = Vec::new();
    let count = |stop: &&Stop<'_, 'a>| stop.void.is_none() && stop.from() >= start && (!told || stop.told);
    for stop in stops.iter().filter(count) {
        let (kind, id) = (stop.event.stop, stop.event.id.clone());
        match union.last_mut().filter(|last| last.to.is_none_or(|to| stop.from() <= to)) {
            Some(last) => {
                last.to = last.to.zip(stop.to).map(|(last, to)| last.max(to));
                last.kinds.extend(kind.filter(|kind| !last.kinds.contains(kind)));
                last.ids.extend(id);
            }
            None => union.push(Pause {
                from: stop.from(),
                to: stop.to,
                kinds: kind.into_iter().collect(),
                ids: id.into_iter().collect(),
            }),
        }
    }
    union
}
