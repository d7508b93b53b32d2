//! The inspector, whatever it is given: it never stops with a panic, always comes to an end, and takes only what it asked
//! for.

use std::fs;
use yushen::error::ErrorCode;
use yushen::file::{Damage, FileKind, FileReport, Inspector, Step};

const LARGE: u64 = 200 * 1024 * 1024;

/// As many steps as a file of this size may take.
const fn most(size: u64) -> u64 {
    4 * (size / (64 * 1024)) + 4096
}

/// Every sample file with its name.
fn samples() -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<_> = fs::read_dir("tests/data/files").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| (path.display().to_string(), fs::read(path).unwrap())).collect()
}

/// Bytes that look like chance, the same every time.
struct Chance(u32);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % most.max(1)
    }
}

/// The report, and the steps to what is known before every byte was read.
fn inspect(name: &str, size: u64, mut read: impl FnMut(u64, u64) -> Vec<u8>) -> (FileReport<'static>, u64) {
    let mut inspector = Inspector::new(size, name);
    let mut steps = 0;
    loop {
        match inspector.step() {
            Step::Need { offset, length } if inspector.first().is_none() || size < LARGE => {
                steps += 1;
                assert!(steps <= most(size), "{name}: {steps} steps");
                assert!(length <= 512 * 1024 && offset + length <= size, "{name}: {length} bytes at {offset}");
                inspector.feed(&read(offset, length)).unwrap();
            }
            Step::Need { .. } => return (inspector.first().unwrap(), steps),
            Step::Report(report) => return (*report, steps),
        }
    }
}

fn part(bytes: &[u8], offset: u64, length: u64) -> Vec<u8> {
    let from = usize::try_from(offset).unwrap();
    bytes.get(from..from + usize::try_from(length).unwrap()).unwrap().to_vec()
}

fn whole(name: &str, bytes: &[u8]) -> FileReport<'static> {
    inspect(name, bytes.len() as u64, |offset, length| part(bytes, offset, length)).0
}

#[test]
fn changed_files_come_to_an_end() {
    let mut chance = Chance(7);
    for (name, bytes) in samples() {
        for round in 0..150 {
            let mut changed = bytes.clone();
            for _ in 0..=chance.below(if round % 2 == 0 { 4 } else { 40 }) {
                let place = chance.below(bytes.len());
                let value = [0, 1, 0x7F, 0x80, 0xFF, b'0', b'9', b'<'].get(chance.below(16)).copied();
                let value = value.unwrap_or_else(|| u8::try_from(chance.below(256)).unwrap());
                changed.get_mut(place).into_iter().for_each(|byte| *byte = value);
            }
            whole(&name, &changed);
            changed.truncate(chance.below(changed.len() + 1));
            whole(&name, &changed);
        }
    }
}

#[test]
fn the_beginning_of_a_large_file_is_not_its_end() {
    for (name, bytes) in samples() {
        let head = |place: u64| bytes.get(usize::try_from(place).unwrap()).copied();
        let fills: [&dyn Fn(u64) -> u8; 4] = [
            &|_| 0,
            &|_| 0xFF,
            // The same again and again.
            &|place| head(place % bytes.len().max(1) as u64).unwrap_or(0),
            // Zeros, and at the end the same once more.
            &|place| place.checked_sub(LARGE - bytes.len() as u64).and_then(head).unwrap_or(0),
        ];
        for fill in fills {
            let byte = |place| head(place).unwrap_or_else(|| fill(place));
            inspect(&name, LARGE, |offset, length| (offset..offset + length).map(byte).collect());
        }
    }
}

/// The end of an archive that consists of records, each of which leads to another place.
#[test]
fn what_leads_everywhere_leads_nowhere() {
    let record = b"PK\x05\x06";
    let byte = |place: u64| match usize::try_from(place % 24).unwrap() {
        _ if place >= LARGE - 8 => 0,
        letter @ 0..4 if !(4..LARGE - 60_000).contains(&place) => record.get(letter).copied().unwrap(),
        _ if place < LARGE - 60_000 => 0,
        10 => 1,
        12..15 => (place.wrapping_mul(2_654_435_761) >> 13).to_le_bytes().first().copied().unwrap(),
        // The highest byte of the length.
        15 => u8::try_from(place / 24 % 11).unwrap(),
        _ => 0,
    };
    let (report, steps) =
        inspect("everywhere.zip", LARGE, |offset, length| (offset..offset + length).map(byte).collect());
    assert_eq!((report.kind, report.damage), (FileKind::Zip, Some(Damage::Cut)));
    assert!((1000..1200).contains(&steps), "{steps} steps: not as many as one unit may ask for");
}

#[test]
fn only_what_was_asked_for_is_taken() {
    for (name, bytes) in samples().into_iter().filter(|(_, bytes)| !bytes.is_empty()) {
        let mut inspector = Inspector::new(bytes.len() as u64, &name);
        while let Step::Need { offset, length } = inspector.step() {
            let piece = part(&bytes, offset, length);
            for wrong in [piece.get(1..).unwrap_or(&[0]), &[piece.as_slice(), &[0]].concat()] {
                assert_eq!(inspector.feed(wrong).unwrap_err().code(), ErrorCode::InspectionOrder);
            }
            inspector.feed(&piece).unwrap();
        }
        assert!(inspector.feed(&[]).is_err());
        let Step::Report(report) = inspector.step() else { unreachable!() };
        assert_eq!(format!("{report:?}"), format!("{:?}", whole(&name, &bytes)), "a wrong piece left something behind");
    }
}
