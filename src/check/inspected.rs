//! 文件内容: what the inspector found inside a file, held against what the catalogue wants. A picture that could be better is
//! worth advice and nothing more, unless the catalogue states a rule.

use super::code::{FindingCode as Code, Severity};
use super::files::Faults;
use super::finding::Param;
use crate::catalogue::{FileRule, Material, Photo};
use crate::file::{Colour, FileKind, FileReport, Locked, Picture};
use crate::json::Text;

/// With less detail than this, and less ink in a hundred thousand pixels, a page is blank. Light may fall on it unevenly; a
/// pale signature has ten times the detail. Measured on pages of `docs/files.md`, like all that follow.
const PLAIN: u32 = 20;
const WRITTEN: u32 = 50;
/// Edges softer than this, beside their contrast, are blurred.
const SHARP: u32 = 400;
/// Darker than this on the average, or half of it nearly black, a picture is dark.
const DIM: u32 = 50;
const HALF: u32 = 500;
/// With more burnt out than this, in thousandths, less contrast than that and hardly any ink, a picture is too bright.
const MUCH: u32 = 400;
const FLAT: u32 = 25;

/// A page of a document below this many pixels on its short side is hard to read (72 dots per inch of A4).
const READABLE: u32 = 600;

fn word(name: &'static str, text: String) -> (&'static str, Param<'static>) {
    (name, Param::Word(Text::from(text)))
}

fn number(name: &'static str, value: u32) -> (&'static str, Param<'static>) {
    (name, Param::Number(value.into()))
}

/// Everything inside a file that is all there.
pub(super) fn inside<'a>(material: &'a Material<'_>, file: &FileReport<'_>, faults: &mut Faults<'a>) {
    if file.locked == Some(Locked::Password) {
        let pdf = file.kind == FileKind::Pdf;
        return faults.add(if pdf { Code::PdfPassword } else { Code::OfficePassword }, Vec::new());
    }
    if file.macros {
        faults.add(Code::OfficeMacro, Vec::new());
    }
    if let Some(why) = file.unsafe_for.first() {
        faults.add(Code::ZipUnsafe, vec![word("why", ["zip-", why.as_str()].concat())]);
    }
    if !file.active.is_empty() {
        faults.add(Code::PdfActive, Vec::new());
    }
    let rule = material.files.as_ref();
    if let Some(rule) = rule {
        pages(material, rule, file, faults);
    }
    for page in &file.blank {
        faults.add(Code::ImgBlank, vec![number("page", *page)]);
    }
    match rule.and_then(|rule| rule.photo.as_deref()) {
        Some(photo) => photographed(material, photo, file, faults),
        None => pictured(rule, file, faults),
    }
    if let Some(picture) = &file.picture {
        // A picture of few pixels is told to be that; that it is not sharp either says nothing more.
        let small = file.width.zip(file.height).is_some_and(|(width, height)| width.min(height) < READABLE);
        seen(picture, small, faults);
    }
    if file.orientation.is_some() {
        faults.add(Code::ImgRotated, Vec::new());
    }
    if file.located {
        faults.add(Code::ImgGps, Vec::new());
    }
}

/// 页数 and text, as far as the rule says something of them.
fn pages<'a>(material: &'a Material<'_>, rule: &'a FileRule<'_>, file: &FileReport<'_>, faults: &mut Faults<'a>) {
    let (min, max) = (rule.min_pages, rule.max_pages);
    let wrong = |pages: &u32| min.is_some_and(|min| *pages < min) || max.is_some_and(|max| *pages > max);
    if let Some(pages) = file.pages.filter(wrong) {
        let range = match (min, max) {
            (Some(min), Some(max)) if min == max => min.to_string(),
            (Some(min), Some(max)) => format!("{min}–{max}"),
            (Some(min), None) => format!("≥ {min}"),
            (None, max) => format!("≤ {}", max.unwrap_or(0)),
        };
        let basis = rule.basis.as_ref().or(material.basis.as_ref());
        faults.ruled(Code::PdfPages, basis, vec![word("range", range), number("pages", pages)]);
    }
    if rule.text && file.text == Some(false) {
        faults.add(Code::PdfNoText, Vec::new());
    }
}

/// 证件照: exactly as the catalogue says. Printing colours and deeper colours are only worth a look.
fn photographed<'a>(material: &'a Material<'_>, photo: &'a Photo<'_>, file: &FileReport<'_>, faults: &mut Faults<'a>) {
    let Some((width, height)) = file.width.zip(file.height) else { return };
    let differs = |wanted: Option<u32>, have: u32| wanted.is_some_and(|wanted| wanted != have);
    let written = |width: u32, height: u32, dpi: Option<u32>| {
        let size = format!("{width} × {height}");
        dpi.map_or(size.clone(), |dpi| format!("{size} ({dpi} dpi)"))
    };
    // Dots per centimetre are not always whole in inches.
    let coarse = file.dpi.zip(photo.dpi).is_some_and(|(have, wanted)| have.abs_diff(wanted) > 1);
    if differs(photo.width, width) || differs(photo.height, height) || coarse {
        let dpi = photo.dpi.and(file.dpi);
        let need = written(photo.width.unwrap_or(width), photo.height.unwrap_or(height), photo.dpi);
        let basis = photo.basis.as_ref().or(material.basis.as_ref());
        faults.ruled(Code::PhotoSpec, basis, vec![word("need", need), word("have", written(width, height, dpi))]);
    } else if file.colour == Some(Colour::Cmyk) || file.depth == Some(16) {
        let have = if file.depth == Some(16) { "48 bit" } else { "CMYK" };
        faults.add(Code::PhotoSpec, vec![word("need", String::from("RGB, 24 bit")), word("have", String::from(have))]);
        faults.at_most(Severity::Should);
    }
}

/// What a picture looks like. Measures of a device's own pixels prove nothing: all of it is advice.
fn seen(picture: &Picture, small: bool, faults: &mut Faults<'_>) {
    let dark = picture.mean < DIM || picture.dark > HALF;
    if picture.detail < PLAIN && picture.ink < WRITTEN && !dark {
        return faults.add(Code::ImgBlank, Vec::new());
    }
    if picture.sharpness < SHARP && !small {
        faults.add(Code::ImgBlurry, Vec::new());
    }
    if dark {
        faults.add(Code::ImgDark, Vec::new());
    } else if picture.clipped > MUCH && picture.deviation < FLAT && picture.ink < WRITTEN {
        // A white page with writing is bright and in order; one whose writing is burnt out is not.
        faults.add(Code::ImgBright, Vec::new());
    }
}

/// A picture of a document.
fn pictured(rule: Option<&FileRule<'_>>, file: &FileReport<'_>, faults: &mut Faults<'_>) {
    let Some((width, height)) = file.width.zip(file.height) else { return };
    let stated = rule.and_then(|rule| rule.short_side);
    let min = stated.unwrap_or(READABLE);
    if width.min(height) < min {
        faults.add(Code::ImgLowRes, vec![number("w", width), number("h", height), number("min", min)]);
        if stated.is_some() {
            faults.at_most(Severity::Should);
        }
    }
}
