//! What is mended: the mark is gone, everything else is there, byte by byte; a PDF finds all it points to.

use std::fs;
use yushen::file::{FileReport, Inspector, Mark, Picture, Step, join, strip};

fn photo(name: &str) -> Vec<u8> {
    fs::read(format!("tests/data/photos/{name}")).unwrap()
}

fn inspect(bytes: &[u8]) -> FileReport<'static> {
    let mut inspector = Inspector::new(bytes.len() as u64, "a");
    loop {
        match inspector.step() {
            Step::Need { offset, length } => {
                let from = usize::try_from(offset).unwrap();
                inspector.feed(&bytes[from..from + usize::try_from(length).unwrap()]).unwrap();
            }
            Step::Report(report) => return *report,
        }
    }
}

/// Marks and bodies of a JPEG up to its first scan, then the rest.
fn segments(bytes: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let (mut at, mut found) = (2, Vec::new());
    loop {
        let mark = bytes[at + 1];
        if mark == 0xDA {
            found.push((mark, bytes[at..].to_vec()));
            return found;
        }
        let length = usize::from(bytes[at + 2]) << 8 | usize::from(bytes[at + 3]);
        found.push((mark, bytes[at + 4..at + 2 + length].to_vec()));
        at += 2 + length;
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn the_place_goes_and_nothing_else() {
    let before = photo("sideways.jpg");
    let after = strip(&before, Mark::Location).unwrap();
    assert_eq!(before.len(), after.len());
    let (was, is) = (inspect(&before), inspect(&after));
    assert!(was.located && !is.located);
    assert_eq!((is.orientation, is.width, is.height, is.damage), (Some(6), Some(64), Some(96), None));
    for ((mark, one), (same, other)) in segments(&before).iter().zip(&segments(&after)) {
        assert_eq!(mark, same);
        assert!(*mark == 0xE1 || one == other, "segment {mark:02X} differs");
    }
    assert!(contains(&before, b"exif:GPSLatitude") && !contains(&after, b"exif:GPS"));
    for kept in [&b"Yushen"[..], b"Sample", b"</x:xmpmeta>"] {
        assert!(contains(&after, kept), "{} is gone", String::from_utf8_lossy(kept));
    }
    // 22° 32′ 35.1456″ as the three fractions that EXIF has for it.
    let degrees = [22_u32, 1, 32, 1].map(u32::to_be_bytes).concat();
    assert!(contains(&before, &degrees) && !contains(&after, &degrees), "the values themselves are overwritten");
    assert_eq!(strip(&after, Mark::Location).unwrap(), after, "there is nothing more to take out");
}

#[test]
fn every_kind_that_has_a_place_loses_it() {
    for name in ["place.png", "packed.png", "place.webp", "place.tif"] {
        let before = photo(name);
        let after = strip(&before, Mark::Location).unwrap();
        let (was, is) = (inspect(&before), inspect(&after));
        assert!(was.located && !is.located, "{name}");
        assert_eq!((is.orientation, is.width, is.damage), (was.orientation, was.width, None), "{name}");
        assert!(!contains(&after, b"exif:GPS") && !contains(&after, b"Raw profile"), "{name}");
    }
    for name in ["grey.jpg", "cmyk.jpg", "progressive.jpg"] {
        assert_eq!(strip(&photo(name), Mark::Location).unwrap(), photo(name), "{name} has no place and stays");
    }
    assert_eq!(strip(b"%PDF-1.7", Mark::Location), None);
}

#[test]
fn a_second_image_in_the_same_file_loses_its_place_too() {
    let one = photo("sideways.jpg");
    let both = [&one[..], b"between", &one[..]].concat();
    let single = strip(&one, Mark::Location).unwrap();
    assert_eq!(strip(&both, Mark::Location).unwrap(), [&single[..], b"between", &single[..]].concat());
}

#[test]
fn an_iphone_photo_loses_its_place() {
    // The boxes of a HEIC as far as they are needed: the item of type Exif lies in `mdat`, behind its own offset.
    let item =
        |name: &[u8], body: &[u8]| [&u32::try_from(body.len() + 8).unwrap().to_be_bytes()[..], name, body].concat();
    let jpeg = photo("sideways.jpg");
    let exif = segments(&jpeg).into_iter().find(|(mark, _)| *mark == 0xE1).unwrap().1;
    let infe = item(b"infe", b"\x02\0\0\0\0\x01\0\0Exif\0");
    let build = |at: u32| {
        let mut iloc = b"\0\0\0\0\x44\0\0\x01\0\x01\0\0\0\x01".to_vec();
        iloc.extend([at.to_be_bytes(), u32::try_from(exif.len() + 4).unwrap().to_be_bytes()].concat());
        let boxes = [item(b"iinf", &[&b"\0\0\0\0\0\x01"[..], &infe].concat()), item(b"iloc", &iloc)].concat();
        let head = [item(b"ftyp", b"heic\0\0\0\0heic"), item(b"meta", &[&b"\0\0\0\0"[..], &boxes].concat())].concat();
        (head.len() + 8, [head, item(b"mdat", &[&b"\0\0\0\x06"[..], &exif].concat())].concat())
    };
    let bytes = build(u32::try_from(build(0).0).unwrap()).1;
    assert!(inspect(&bytes).located);
    assert!(!inspect(&strip(&bytes, Mark::Location).unwrap()).located);
}

#[test]
fn the_orientation_alone_can_go() {
    for name in ["sideways.jpg", "place.png", "place.webp", "place.tif"] {
        let is = inspect(&strip(&photo(name), Mark::Orientation).unwrap());
        assert_eq!((is.orientation, is.located, is.damage), (None, true, None), "{name}");
    }
}

/// Joins photos; the pieces as the facade puts them together.
fn joined(photos: &[Vec<u8>]) -> Vec<u8> {
    let (mut lengths, mut pdf) = (Vec::new(), Vec::new());
    for photo in photos {
        let piece = join(&lengths, photo).unwrap();
        lengths.push(u32::try_from(piece.len()).unwrap());
        pdf.extend(piece);
    }
    [pdf, join(&lengths, &[]).unwrap()].concat()
}

#[test]
fn photos_become_the_pages_of_a_pdf() {
    let names = ["sideways.jpg", "grey.jpg", "cmyk.jpg", "progressive.jpg"];
    let pdf = joined(&names.map(photo));
    let report = inspect(&pdf);
    assert_eq!((report.pages, report.damage, report.text, report.blank.len()), (Some(4), None, Some(false), 0));
    let text = String::from_utf8_lossy(&pdf);
    let table: usize = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
    let mut lines = std::str::from_utf8(&pdf[table..]).unwrap().lines().skip(1);
    assert_eq!(lines.next(), Some("0 15"));
    for (number, line) in lines.skip(1).take(14).enumerate() {
        let at: usize = line[..10].parse().unwrap();
        assert!(pdf[at..].starts_with(format!("{} 0 obj\n", number + 1).as_bytes()), "object {}", number + 1);
    }
    assert!(!contains(&pdf, b"Exif") && !contains(&pdf, b"exif:GPS"), "what the camera wrote stays out");
    assert!(contains(&pdf, segments(&photo("sideways.jpg")).last().unwrap().1.as_slice()), "the pixels are the same");
    assert!(contains(&pdf, b"/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]") && contains(&pdf, b"/DeviceGray>>"));
}

#[test]
fn a_photo_lies_upright_on_its_page() {
    let base = photo("sideways.jpg");
    let place = base.windows(4).position(|four| four == [0x01, 0x12, 0, 3]).unwrap() + 8;
    // 64 × 96 points in the middle of A4; where the picture's corner (0,0) and its axes go, for each orientation.
    let wanted = [
        "96.00 0.00 0.00 64.00 372.94 265.64",
        "-96.00 0.00 0.00 64.00 468.94 265.64",
        "-96.00 0.00 0.00 -64.00 468.94 329.64",
        "96.00 0.00 0.00 -64.00 372.94 329.64",
        "0.00 -96.00 -64.00 0.00 329.64 468.94",
        "0.00 -96.00 64.00 0.00 265.64 468.94",
        "0.00 96.00 64.00 0.00 265.64 372.94",
        "0.00 96.00 -64.00 0.00 329.64 372.94",
    ];
    for (lies, wanted) in (1..).zip(wanted) {
        let mut photo = base.clone();
        photo[place..place + 2].copy_from_slice(&[0, lies]);
        let page = join(&[], &photo).unwrap();
        assert!(contains(&page, format!("q {wanted} cm").as_bytes()), "orientation {lies}");
    }
}

#[test]
fn what_a_pdf_cannot_hold_is_refused() {
    let good = photo("grey.jpg");
    assert_eq!(join(&[], &good[..good.len() - 2]), None, "an image without its end");
    assert_eq!(join(&[], &photo("place.png")), None);
    let lossless = good.iter().position(|byte| *byte == 0xC0).unwrap();
    let mut other = good.clone();
    other[lossless] = 0xC3;
    assert_eq!(join(&[], &other), None, "a JPEG that readers of PDF do not know");
}

#[test]
fn nothing_stops_the_module() {
    let mut seed = 7_u32;
    let mut random = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).unwrap()
    };
    for name in ["sideways.jpg", "place.png", "place.webp", "place.tif", "cmyk.jpg"] {
        let good = photo(name);
        for turn in 0..3000 {
            let mut bytes = good.clone();
            for _ in 0..=turn % 8 {
                // Most of what can be broken stands at the beginning.
                let at = random() % if turn % 2 == 0 { bytes.len() } else { bytes.len().min(400) };
                bytes[at] = [0, 1, 0xFF, 0x7F, 0x80, u8::try_from(random() % 256).unwrap()][random() % 6];
            }
            bytes.truncate(if turn % 5 == 0 { random() % bytes.len() } else { bytes.len() });
            let _ = (strip(&bytes, Mark::Location), strip(&bytes, Mark::Orientation), join(&[500, 600], &bytes));
        }
    }
}

#[test]
fn a_picture_is_measured() {
    let page = |pixel: &dyn Fn(usize, usize) -> u8, width: usize, height: usize| {
        let each = (0..width * height).flat_map(|at| [[pixel(at % width, at / width); 3].as_slice(), &[255]].concat());
        let bytes: Vec<u8> = each.collect();
        Picture::measure(&bytes, u32::try_from(width).unwrap(), u32::try_from(height).unwrap()).unwrap()
    };
    let blank = page(&|_, _| 250, 200, 300);
    assert_eq!((blank.mean, blank.deviation, blank.ink, blank.detail, blank.sharpness), (250, 0, 0, 0, 0));
    // Stripes of eight pixels, on a quarter of the sheet; and slopes of twenty on all of it.
    let abrupt = page(&|x, y| if y < 75 && x / 8 % 2 == 0 { 40 } else { 250 }, 200, 300);
    let slope = |x: usize| u8::try_from(40 + (x % 40).abs_diff(20) * 10).unwrap();
    let wave = page(&|x, _| slope(x), 200, 300);
    assert!(abrupt.sharpness > 4 * wave.sharpness, "{abrupt:?} {wave:?}");
    assert_eq!(abrupt.ink, 13_000);
    let dim = page(&|x, y| if y < 75 && x / 8 % 2 == 0 { 8 } else { 50 }, 200, 300);
    assert!(dim.sharpness > abrupt.sharpness / 2, "a dark page is not a blurred one: {dim:?}");
    assert_eq!((dim.dark, blank.clipped, page(&|_, _| 255, 9, 9).clipped), (130, 0, 1000));
    // A larger picture is averaged down first.
    assert_eq!(page(&|x, _| if x % 2 == 0 { 0 } else { 200 }, 1024, 10).deviation, 0);
    for (length, width, height) in [(0, 0, 0), (4, 2, 1), (16, 2, 3), (4, u32::MAX, u32::MAX)] {
        assert!(Picture::measure(&vec![0; length], width, height).is_err());
    }
    for (width, height) in [(1, 1), (2, 2), (3, 1), (1, 3000), (3000, 1), (31, 33)] {
        let _ = page(&|x, y| u8::try_from((x * 7 + y * 13) % 256).unwrap(), width, height);
    }
    // What is transparent lies on white paper.
    assert_eq!(Picture::measure(&[0; 4], 1, 1).unwrap().mean, 255);
}
