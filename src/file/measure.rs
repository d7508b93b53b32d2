//! 清晰度: a picture measured on its pixels, after the host decoded and reduced it.

use super::bytes::index;
use super::pixels::Picture;
use crate::error::{Error, ErrorCode, Result};

/// The longest side that is measured; larger pictures are averaged down to it. Measures of one size can be compared.
const SIDE: u32 = 512;
/// Sides of the tiles among which the most detailed are looked for.
const TILE: usize = 32;
/// Contrast below this is noise; a variance.
const FAINT: u64 = 64;
/// Sharpness is told for strokes of this contrast, a variance, so that a dark photo is not taken for a blurred one.
const CONTRAST: u64 = 2500;

/// Brightness of the pixels of a picture, row by row.
#[derive(Debug)]
struct Luma {
    width: usize,
    height: usize,
    values: Vec<u8>,
}

/// Number, sum and sum of squares of some values.
#[derive(Debug, Default)]
struct Sums {
    count: i64,
    sum: i64,
    squares: i64,
}

impl Sums {
    fn add(&mut self, value: i32) {
        let value = i64::from(value);
        self.count += 1;
        self.sum += value;
        self.squares += value * value;
    }

    fn variance(&self) -> u64 {
        let count = self.count.max(1);
        ((self.squares - self.sum * self.sum / count) / count).unsigned_abs()
    }
}

impl Picture {
    /// Measures a picture: four bytes for every pixel — red, green, blue, opacity — row by row from the top.
    ///
    /// # Errors
    /// `NUMBER_OUT_OF_RANGE` if width and height are not those of the bytes.
    ///
    /// ```
    /// use yushen::file::Picture;
    /// let white = Picture::measure(&[255; 4 * 6], 3, 2).unwrap();
    /// assert_eq!((white.mean, white.clipped, white.ink), (255, 1000, 0));
    /// ```
    pub fn measure(rgba: &[u8], width: u32, height: u32) -> Result<Self> {
        let bytes = (u64::from(width) * u64::from(height)).saturating_mul(4);
        if bytes == 0 || rgba.len() as u64 != bytes {
            return Err(Error::new(ErrorCode::NumberOutOfRange, "/pixels"));
        }
        let luma = Luma::reduced(rgba, width, height);
        let mut sums = Sums::default();
        luma.values.iter().for_each(|value| sums.add((*value).into()));
        let mean = told((sums.sum / sums.count).unsigned_abs());
        // OK without a square root of the library, which would be a tenth of this module: bytes deviate by 128 at most.
        let deviation = (1..=128).rfind(|root| root * root <= sums.variance()).map_or(0, told);
        let (mut dark, mut clipped, mut ink) = (0, 0, 0);
        for value in luma.values.iter().map(|value| u32::from(*value)) {
            dark += u64::from(value < 30);
            clipped += u64::from(value >= 253);
            ink += u64::from(value + 60 < mean);
        }
        let share = |measured: u64, of: u64| told(measured * of / sums.count.unsigned_abs());
        let (dark, clipped, ink) = (share(dark, 1000), share(clipped, 1000), share(ink, 100_000));
        let (sharpness, detail) = luma.sharpness();
        Ok(Self { sharpness, detail, mean, deviation, dark, clipped, ink })
    }
}

impl Luma {
    /// The brightness of a picture, averaged down to the size that is measured. What is transparent lies on white paper.
    fn reduced(rgba: &[u8], width: u32, height: u32) -> Self {
        let long = width.max(height);
        let side = |side: u32| {
            if long > SIDE { (u64::from(side) * u64::from(SIDE) / u64::from(long)).max(1) } else { u64::from(side) }
        };
        let (wide, high) = (index(side(width)), index(side(height)));
        let (width, height) = (index(width.into()), index(height.into()));
        let mut values = Vec::with_capacity(wide * high);
        for y in 0..high {
            for x in 0..wide {
                let rows = y * height / high..(y + 1) * height / high;
                let (from, to) = (x * width / wide * 4, (x + 1) * width / wide * 4);
                let (mut sum, mut count) = (0, 0);
                for row in rows {
                    let start = row * width * 4;
                    let pixels = rgba.get(start + from..start + to).unwrap_or_default();
                    sum += pixels.as_chunks().0.iter().copied().map(brightness).sum::<u64>();
                    count += pixels.len() as u64 / 4;
                }
                values.push(u8::try_from(sum / (count.max(1) * 255_000)).unwrap_or(u8::MAX));
            }
        }
        Self { width: wide, height: high, values }
    }

    fn at(&self, x: usize, y: usize) -> i32 {
        self.values.get(y * self.width + x).copied().unwrap_or(0).into()
    }

    /// How much a pixel stands out among its four neighbours.
    fn laplacian(&self, x: usize, y: usize) -> i32 {
        self.at(x - 1, y) + self.at(x + 1, y) + self.at(x, y - 1) + self.at(x, y + 1) - 4 * self.at(x, y)
    }

    /// Variances of the Laplacian and of the brightness in each tile. The outermost pixels have not enough neighbours and
    /// belong to none.
    fn tiles(&self) -> Vec<(u64, u64)> {
        let (wide, high) = (self.width.saturating_sub(2), self.height.saturating_sub(2));
        let (columns, rows) = ((wide / TILE).max(1), (high / TILE).max(1));
        let mut tiles = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let (mut detail, mut contrast) = (Sums::default(), Sums::default());
                for y in row * high / rows + 1..=(row + 1) * high / rows {
                    for x in column * wide / columns + 1..=(column + 1) * wide / columns {
                        detail.add(self.laplacian(x, y));
                        contrast.add(self.at(x, y));
                    }
                }
                tiles.push((detail.variance(), contrast.variance()));
            }
        }
        tiles
    }

    /// Sharpness and detail of the most detailed tenth. Each tile counts by its detail: on a form with one short line,
    /// the line counts and not the paper. The least detailed tile tells how much of it is noise.
    fn sharpness(&self) -> (u32, u32) {
        let mut tiles = self.tiles();
        let noise = tiles.iter().min().filter(|_| tiles.len() > 1).map_or(0, |tile| tile.0);
        let (mut sum, mut squares, mut contrast) = (0, 0, 0);
        for _ in 0..tiles.len().div_ceil(10) {
            // OK without sorting: there are no more than 256 tiles, and sorting would be half of this module.
            let most = tiles.iter().enumerate().max_by_key(|(_, tile)| **tile).map_or(0, |(at, _)| at);
            let tile = tiles.swap_remove(most);
            sum += tile.0;
            squares += tile.0 * tile.0;
            contrast += tile.0 * tile.1;
        }
        let (detail, contrast) = (squares / sum.max(1), (contrast / sum.max(1)).max(FAINT));
        (told(detail.saturating_sub(noise) * CONTRAST / contrast), told(detail))
    }
}

/// Brightness of a pixel on white paper, in 255 000ths.
fn brightness(pixel: [u8; 4]) -> u64 {
    let [red, green, blue, opacity] = pixel.map(u64::from);
    (red * 299 + green * 587 + blue * 114) * opacity + 255_000 * (255 - opacity)
}

fn told(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
