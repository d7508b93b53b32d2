//! 掩模: of the eight masks of a QR code the one that scanners like best, by the penalties of ISO/IEC 18004 §7.8.3.
//!
//! Ours for a measured reason (`tests/bench/qr.mjs`): module by module, as `qrcodegen` weighs them, the eight cost ten times
//! what everything else of a symbol costs. Here a line is a number, and what is asked of a module is asked of all lines at
//! once. A line is a row or a column: function modules lie the same way in both.

/// After so many columns, and rows, every mask begins anew.
const PERIOD: usize = 12;
/// Repeats what is that long all along a line.
const REPEATED: u128 = 0x1001_0010_0100_1001_0010_0100_1001;
/// Light lines before and after a symbol, as far as a pattern reaches.
const BEFORE: usize = 4;
const AFTER: usize = 10;
/// Level M, as the format information has it.
const LEVEL: u32 = 0;

/// A symbol as rows and as columns. The lowest bit of a line is its left end, or its upper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) rows: Vec<u128>,
    columns: Vec<u128>,
}

/// Whether a mask covers a module.
fn covers(mask: u32, x: usize, y: usize) -> bool {
    let (sum, product) = (x + y, x * y);
    let rest = match mask {
        0 => sum % 2,
        1 => y % 2,
        2 => x % 3,
        3 => sum % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => product % 2 + product % 3,
        6 => (product % 2 + product % 3) % 2,
        _ => (sum % 2 + product % 3) % 2,
    };
    rest == 0
}

/// A symbol at level M that was drawn with mask 0, drawn with the mask that has the least penalty; the first of those.
pub(super) fn best(first: &Lines) -> Lines {
    let data = data(first.rows.len());
    let mut best = (u32::MAX, first.clone());
    let bare = first.covered(&data, 0);
    for mask in 0..8 {
        let mut drawn = bare.covered(&data, mask);
        drawn.format(mask);
        let penalty = drawn.penalty();
        if penalty < best.0 {
            best = (penalty, drawn);
        }
    }
    best.1
}

/// Of each line, the modules that are data: those that a mask covers.
fn data(side: usize) -> Vec<u128> {
    let span = |from: usize, length: usize| ((1u128 << length) - 1) << from;
    let version = side.saturating_sub(17) / 4;
    let centres = centres(version, side);
    let (near, far) = (span(0, 9), span(side - 8, 8));
    let line = |at: usize| {
        let mut function = 1 << 6;
        function |= if at <= 8 { near | far } else { 0 };
        function |= if at >= side - 8 { near } else { 0 };
        if version >= 7 {
            function |= if at < 6 { span(side - 11, 3) } else { 0 };
            function |= if (side - 11..side - 8).contains(&at) { span(0, 6) } else { 0 };
        }
        for row in centres.iter().filter(|row| row.abs_diff(at) <= 2) {
            // Beside the finders there is none.
            let corner = |column: usize| (*row == 6 || column == 6) && (row + column == 12 || row + column == side - 1);
            let columns = centres.iter().filter(|column| !corner(**column));
            function |= columns.fold(0, |line, column| line | span(column - 2, 5));
        }
        if at == 6 { 0 } else { span(0, side) & !function }
    };
    (0..side).map(line).collect()
}

/// Where the centres of the alignment patterns lie, across and down.
fn centres(version: usize, side: usize) -> Vec<usize> {
    if version < 2 {
        return Vec::new();
    }
    let many = version / 7 + 2;
    let step = (version * 4 + many * 2 + 1) / (many * 2 - 2) * 2;
    std::iter::once(6).chain((0..many - 1).map(|place| side - 7 - place * step)).collect()
}

impl Lines {
    /// A symbol of so many modules on a side.
    pub(super) fn new(side: usize, dark: impl Fn(usize, usize) -> bool) -> Self {
        let mut columns = vec![0; side];
        let mut row = |y| {
            columns.iter_mut().enumerate().rev().fold(0, |row, (x, column)| {
                let dark = u128::from(dark(x, y));
                *column = *column << 1 | dark;
                row << 1 | dark
            })
        };
        let mut rows: Vec<u128> = (0..side).rev().map(&mut row).collect();
        rows.reverse();
        Self { rows, columns }
    }

    /// The same with a mask put on, or taken off.
    fn covered(&self, data: &[u128], mask: u32) -> Self {
        let pattern = Self::new(PERIOD, |x, y| covers(mask, x, y));
        let covered = |lines: &[u128], pattern: &[u128]| {
            let whole: Vec<u128> = pattern.iter().map(|line| line * REPEATED).collect();
            lines.iter().zip(data).zip(whole.iter().cycle()).map(|((line, data), mask)| line ^ data & mask).collect()
        };
        Self { rows: covered(&self.rows, &pattern.rows), columns: covered(&self.columns, &pattern.columns) }
    }

    /// Draws the format information of a mask, twice.
    fn format(&mut self, mask: u32) {
        let data = LEVEL << 3 | mask;
        let rest = (0..10).fold(data, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
        let format = (data << 10 | rest) ^ 0x5412;
        let side = self.rows.len();
        for place in 0..15 {
            let dark = format >> place & 1 == 1;
            let first = match place {
                0..=5 => (8, place),
                6..=7 => (8, place + 1),
                8 => (7, 8),
                _ => (14 - place, 8),
            };
            let second = if place < 8 { (side - 1 - place, 8) } else { (8, side - 15 + place) };
            for (x, y) in [first, second] {
                set(&mut self.rows, y, x, dark);
                set(&mut self.columns, x, y, dark);
            }
        }
    }

    fn penalty(&self) -> u32 {
        let side = u32::try_from(self.rows.len()).unwrap_or(0);
        let dark: u32 = self.rows.iter().map(|row| row.count_ones()).sum();
        let total = side * side;
        let uneven = (dark * 20).abs_diff(total * 10).div_ceil(total).saturating_sub(1);
        blocks(&self.rows) + uneven * 10 + along(&self.rows) + along(&self.columns)
    }
}

fn set(lines: &mut [u128], line: usize, place: usize, dark: bool) {
    if let Some(line) = lines.get_mut(line) {
        *line = *line & !(1 << place) | u128::from(dark) << place;
    }
}

/// Squares of four modules of one colour.
fn blocks(lines: &[u128]) -> u32 {
    let inside = (1u128 << (lines.len() - 1)) - 1;
    let square = |(one, other): (&u128, &u128)| {
        let differs = one ^ other;
        (!(differs | differs >> 1 | one ^ one >> 1) & inside).count_ones()
    };
    lines.iter().zip(lines.iter().skip(1)).map(square).sum::<u32>() * 3
}

/// Across the lines: runs of five and more modules of one colour, and what looks like a finder.
fn along(lines: &[u128]) -> u32 {
    let inside = (1u128 << lines.len()) - 1;
    let light = |many| std::iter::repeat_n(0, many);
    let padded: Vec<u128> = light(BEFORE).chain(lines.iter().copied()).chain(light(AFTER)).collect();
    let (mut penalty, mut dark_before, mut light_before) = (0, 0, 0);
    for (place, window) in (1..).zip(padded.windows(BEFORE + 1 + AFTER)) {
        let [b4, b3, b2, b1, m0, m1, m2, m3, m4, m5, m6, a1, a2, a3, a4] = *window else { break };
        if place + 4 <= lines.len() {
            let (dark, light) = (m0 & m1 & m2 & m3 & m4, !(m0 | m1 | m2 | m3 | m4) & inside);
            // A run of five is three; each module more is one.
            penalty += dark.count_ones() + light.count_ones();
            penalty += 2 * ((dark & !dark_before).count_ones() + (light & !light_before).count_ones());
            (dark_before, light_before) = (dark, light);
        }
        let finder = !b1 & m0 & !m1 & m2 & m3 & m4 & !m5 & m6 & !a1;
        if finder != 0 {
            let (before, after) = (!(b2 | b3 | b4), !(a2 | a3 | a4));
            penalty += 40 * ((finder & before).count_ones() + (finder & after).count_ones());
        }
    }
    penalty
}

#[cfg(test)]
mod tests {
    use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

    fn lines(code: &QrCode) -> super::Lines {
        let number = |place: usize| i32::try_from(place).unwrap();
        super::Lines::new(usize::try_from(code.size()).unwrap(), |x, y| code.get_module(number(x), number(y)))
    }

    #[test]
    fn the_mask_is_the_one_that_qrcodegen_chooses() {
        let mut random = 7u64;
        let mut chosen = [0; 8];
        for round in 0..400 {
            let text: Vec<u8> = std::iter::repeat_with(|| {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                u8::try_from(random >> 56).unwrap()
            })
            .take(1 + round)
            .collect();
            let segments = [QrSegment::make_bytes(&text)];
            let drawn = |mask| {
                let (level, largest) = (QrCodeEcc::Medium, Version::new(15));
                QrCode::encode_segments_advanced(&segments, level, Version::MIN, largest, mask, false).unwrap()
            };
            let theirs = drawn(None);
            assert!(super::best(&lines(&drawn(Some(Mask::new(0))))) == lines(&theirs), "{round}: {:?}", theirs.mask());
            chosen[usize::from(theirs.mask().value())] += 1;
        }
        assert!(chosen.iter().all(|times| *times > 10), "{chosen:?}");
    }
}
