//! PDF: what the structure of a file tells — pages, encryption, what runs or hides in it, whether there is text, whether
//! it is signed. Nothing is rendered.

mod active;
mod crypt;
mod file;
mod filter;
mod lex;
mod pages;
mod search;
mod tables;

use self::active::Objects;
use self::file::File;
use self::pages::Pages;
use self::search::Search;
use self::tables::Tables;
use super::bytes::{find, find_last, slice};
use super::inspector::Part;
use super::source::Source;
use super::{FileReport, Locked};

/// What is looked at next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Ends,
    Tables,
    Root,
    Search,
    Lock,
    Pages,
    Objects,
}

/// A PDF being looked at.
#[derive(Debug, Default)]
pub(super) struct Pdf {
    stage: Stage,
    /// Its end is there.
    ends: bool,
    file: File,
    tables: Tables,
    search: Search,
    pages: Pages,
    objects: Objects,
}

impl Pdf {
    /// A unit of a PDF. Nothing if its end is not there.
    pub(super) fn look(&mut self, source: &mut Source, report: &mut FileReport<'static>) -> Option<Part> {
        let kept = self.file.known.clone();
        let next = self.unit(source, report);
        if source.missing() {
            self.file.known = kept;
            return Some(Part::Next);
        }
        match next {
            Some(stage) => self.stage = stage,
            None => return self.ends.then_some(Part::Last),
        }
        Some(Part::Next)
    }

    /// What is looked at after this unit. What it changes here it changes only when nothing is missing.
    fn unit(&mut self, source: &mut Source, report: &mut FileReport<'static>) -> Option<Stage> {
        let (stage, file) = (self.stage, &mut self.file);
        Some(match stage {
            Stage::Ends => self.begin(source),
            Stage::Tables => match self.tables.look(file, source) {
                Some(true) => stage,
                Some(false) if file.known.root.is_some() => Stage::Root,
                _ => self.broken(source),
            },
            Stage::Root if file.has_pages(source) => Stage::Lock,
            Stage::Root => self.broken(source),
            Stage::Search if self.search.look(file, source) => stage,
            Stage::Search => Stage::Lock,
            Stage::Lock => {
                report.locked = file.unlock(source);
                if report.locked == Some(Locked::Password) { Stage::Objects } else { Stage::Pages }
            }
            Stage::Pages if self.pages.look(file, source, report) => stage,
            Stage::Pages => Stage::Objects,
            Stage::Objects if self.objects.look(file, source, report) => stage,
            Stage::Objects => {
                if report.locked == Some(Locked::Password) {
                    report.pages = pages::counted_only(file, source);
                }
                return None;
            }
        })
    }

    fn begin(&mut self, source: &mut Source) -> Stage {
        let head = source.read(0, 1024);
        let start = find(&head, b"%PDF-").unwrap_or(0) as u64;
        // One that is made to be shown while it is loaded says at its beginning how long it is.
        let told =
            find(&head, b"/Linearized").and_then(|_| find(&head, b"/L ")).and_then(|at| lex::number(&head, at + 3));
        let tail = source.read(source.size().saturating_sub(2048), 2048);
        let end = slice(&tail, tail.len().saturating_sub(1024), 1024);
        let last = find_last(&tail, b"startxref");
        let first = last.and_then(|at| lex::number(&tail, at + 9));
        if !source.missing() {
            let ends = find_last(end, b"%%EOF").or_else(|| find_last(end, b"startxref"));
            self.ends = ends.is_some() && told.is_none_or(|told| told <= source.size());
            self.file.start = start;
            self.search.at = start;
            self.tables.waiting.extend(first);
        }
        if first.is_some() { Stage::Tables } else { Stage::Search }
    }

    /// The tables do not tell.
    fn broken(&mut self, source: &Source) -> Stage {
        if !source.missing() {
            self.file.places.clear();
        }
        Stage::Search
    }
}
