//! 合并: photos as the pages of one PDF, each JPEG as it is, turned by the page. The pieces are made one by one and keep
//! nothing between them, so that a phone never holds more than one photo here.

use super::super::bytes::{big, index};
use super::jpeg::{END, SCAN, START, segment};
use super::{add, exif};

/// The file begins with this; the second line says that bytes follow which are not text.
const HEADER: &[u8] = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
/// Bytes of the first two objects of a page. They are filled up with blanks, so that where the third begins is known
/// without looking.
const PAGE: usize = 192;
const CONTENT: usize = 192;
/// Bytes of the instructions that show a photo.
const SHOWN: usize = 96;
/// A4, and what stays free at its edges, in hundredths of a point.
const A4: [i64; 2] = [59_528, 84_189];
const MARGIN: i64 = 1_500;

const PAGE_OBJECT: &str = "# 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 ~ ~]\
    /Resources<</XObject<</I # 0 R>>>>/Contents # 0 R>>\nendobj\n";
const IMAGE_OBJECT: &str = "# 0 obj\n<</Type/XObject/Subtype/Image/Width #/Height #/BitsPerComponent 8\
    /Filter/DCTDecode/Length #/ColorSpace/Device";

/// A JPEG that a PDF can hold as it is.
struct Photo {
    width: i64,
    height: i64,
    components: u64,
    /// Programs of Adobe write four colours the other way round.
    inverted: bool,
    orientation: u64,
    /// What shows pixels; what the camera wrote beside them stays out.
    bytes: Vec<u8>,
}

/// What follows the pieces of these lengths: a page with this JPEG, or, where there is none, the end of the PDF. Nothing if
/// it is no JPEG that a PDF can hold.
///
/// ```
/// use yushen::file::join;
/// assert_eq!(join(&[], b"GIF89a"), None);
/// ```
#[must_use]
pub fn join(lengths: &[u32], jpeg: &[u8]) -> Option<Vec<u8>> {
    if jpeg.is_empty() { Some(end(lengths)) } else { Some(page(lengths.len(), &read(jpeg)?)) }
}

/// The pixels of a JPEG and what has to be known of them.
fn read(bytes: &[u8]) -> Option<Photo> {
    let mut photo = Photo { width: 0, height: 0, components: 0, inverted: false, orientation: 1, bytes: Vec::new() };
    let mut at = 0;
    loop {
        let from = at;
        let (mark, body) = segment(bytes, &mut at)?;
        let inside = bytes.get(body)?;
        match mark {
            SCAN => {
                add(&mut photo.bytes, bytes.get(from..last(bytes, at)?)?);
                let holds = photo.width > 0 && photo.height > 0 && matches!(photo.components, 1 | 3 | 4);
                return holds.then_some(photo);
            }
            0xE1 if inside.starts_with(b"Exif\0\0") => photo.orientation = exif::orientation(inside.get(6..)?),
            0xE1..=0xED | 0xEF | 0xFE => continue,
            // Eight bits, sequential or progressive: what every reader of PDF knows.
            0xC0..=0xC2 if big(inside, 0, 1) == 8 => {
                (photo.height, photo.width) = (side(inside, 1), side(inside, 3));
                photo.components = big(inside, 5, 1);
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | END => return None,
            0xEE => photo.inverted |= inside.starts_with(b"Adobe"),
            _ => {}
        }
        if mark != 0xE1 {
            add(&mut photo.bytes, bytes.get(from..at)?);
        }
    }
}

fn side(bytes: &[u8], at: usize) -> i64 {
    i64::try_from(big(bytes, at, 2)).unwrap_or(0)
}

/// Where the image ends whose first scan begins before this.
fn last(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match segment(bytes, &mut at)?.0 {
            END => return Some(at),
            START => return None,
            _ => {}
        }
    }
}

/// Three objects: the page, what it shows, the image.
fn page(place: usize, photo: &Photo) -> Vec<u8> {
    let first = object(place);
    let (matrix, [wide, high]) = placed(photo);
    let mut out = Vec::new();
    add(&mut out, if place == 0 { HEADER } else { &[] });
    let start = out.len();
    fill(&mut out, PAGE_OBJECT, &[first, wide, high, first + 2, first + 1]);
    pad(&mut out, start + PAGE);
    fill(&mut out, "# 0 obj\n<</Length #>>\nstream\n", &[first + 1, number(SHOWN)]);
    let shown = out.len() + SHOWN;
    fill(&mut out, "q ~ ~ ~ ~ ~ ~ cm /I Do Q", &matrix);
    pad(&mut out, shown);
    fill(&mut out, "\nendstream\nendobj\n", &[]);
    pad(&mut out, start + PAGE + CONTENT);
    let colours = match (photo.components, photo.inverted) {
        (1, _) => "Gray",
        (3, _) => "RGB",
        (_, false) => "CMYK",
        (_, true) => "CMYK/Decode[1 0 1 0 1 0 1 0]",
    };
    fill(&mut out, IMAGE_OBJECT, &[first + 2, photo.width, photo.height, number(photo.bytes.len())]);
    fill(&mut out, colours, &[]);
    fill(&mut out, ">>\nstream\n", &[]);
    add(&mut out, &photo.bytes);
    fill(&mut out, "\nendstream\nendobj\n", &[]);
    out
}

/// The matrix that lays a photo upright in the middle of a page, and the sides of the page: A4 as the photo stands, in
/// hundredths of a point. A pixel is never larger than a point, so that a small photo stays small.
fn placed(photo: &Photo) -> ([i64; 6], [i64; 2]) {
    let turned = (5..=8).contains(&photo.orientation);
    let (across, down) = if turned { (photo.height, photo.width) } else { (photo.width, photo.height) };
    let sheet = if across > down { [A4[1], A4[0]] } else { A4 };
    let [most_wide, most_high] = sheet.map(|side| side - 2 * MARGIN);
    let wide = most_wide.min(most_high * across / down).min(across * 100);
    let high = most_high.min(most_wide * down / across).min(down * 100);
    let (left, low) = ((sheet[0] - wide) / 2, (sheet[1] - high) / 2);
    let mirrored = matches!(photo.orientation, 2 | 3 | 5 | 8);
    let overturned = matches!(photo.orientation, 3..=6);
    let (x, left) = if mirrored { (-wide, left + wide) } else { (wide, left) };
    let (y, low) = if overturned { (-high, low + high) } else { (high, low) };
    (if turned { [0, y, x, 0, left, low] } else { [x, 0, 0, y, left, low] }, sheet)
}

/// The root, the list of pages, and where every object stands.
fn end(lengths: &[u32]) -> Vec<u8> {
    let (mut at, mut kids, mut table) = (0, Vec::new(), Vec::new());
    for (place, length) in lengths.iter().enumerate() {
        let start = if place == 0 { HEADER.len() } else { at };
        for object in [start, start + PAGE, start + PAGE + CONTENT] {
            entry(&mut table, object);
        }
        fill(&mut kids, "# 0 R ", &[object(place)]);
        at = at.saturating_add(index(u64::from(*length)));
    }
    let (mut out, count) = (Vec::new(), object(lengths.len()));
    let mut first = Vec::new();
    entry(&mut first, at);
    fill(&mut out, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", &[]);
    entry(&mut first, at + out.len());
    fill(&mut out, "2 0 obj\n<</Type/Pages/Count #/Kids[", &[number(lengths.len())]);
    add(&mut out, &kids);
    fill(&mut out, "]>>\nendobj\n", &[]);
    let start = number(at + out.len());
    fill(&mut out, "xref\n0 #\n0000000000 65535 f \n", &[count]);
    add(&mut out, &first);
    add(&mut out, &table);
    fill(&mut out, "trailer\n<</Size #/Root 1 0 R>>\nstartxref\n#\n%%EOF\n", &[count, start]);
    out
}

/// The number of the first object of a page. Two stand before all pages.
fn object(place: usize) -> i64 {
    number(place) * 3 + 3
}

fn number(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn pad(out: &mut Vec<u8>, length: usize) {
    while out.len() < length {
        add(out, b" ");
    }
}

/// A line of the table: where an object stands, in ten digits.
fn entry(table: &mut Vec<u8>, at: usize) {
    digits(table, number(at), 10);
    fill(table, " 00000 n \n", &[]);
}

/// Writes a text: `#` stands for the next number, `~` for one of hundredths. Formatting with the standard library would be
/// the larger part of this module.
fn fill(out: &mut Vec<u8>, text: &str, numbers: &[i64]) {
    let mut numbers = numbers.iter().copied();
    for byte in text.bytes() {
        match byte {
            b'#' => digits(out, numbers.next().unwrap_or(0), 1),
            b'~' => {
                let value = numbers.next().unwrap_or(0);
                if value < 0 {
                    add(out, b"-");
                }
                digits(out, value.abs() / 100, 1);
                add(out, b".");
                digits(out, value.abs() % 100, 2);
            }
            byte => add(out, &[byte]),
        }
    }
}

/// A number that is not negative, in at least so many digits.
fn digits(out: &mut Vec<u8>, value: i64, least: u32) {
    if value >= 10 || least > 1 {
        digits(out, value / 10, least.saturating_sub(1));
    }
    add(out, &[b'0' + u8::try_from(value % 10).unwrap_or(0)]);
}
