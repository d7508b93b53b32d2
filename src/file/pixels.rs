//! 画面: what a picture looks like — sharp, dark, burnt out, blank. Whole numbers only: the same pixels give the same
//! measures everywhere.

use crate::json::Record;

/// 画面: what a picture looks like, measured on its pixels reduced to a longest side of 512.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Picture {
    /// How abrupt edges are beside their contrast: thousands for a sharp text, below four hundred for a blurred one.
    pub sharpness: u32,
    /// Variance of the Laplacian where there is most detail; near zero for an empty sheet.
    pub detail: u32,
    /// Brightness, 0 to 255, on the average.
    pub mean: u32,
    /// Standard deviation of the brightness.
    pub deviation: u32,
    /// Of a thousand pixels, those nearly black: below 30.
    pub dark: u32,
    /// Of a thousand pixels, those burnt out: 253 and above.
    pub clipped: u32,
    /// Of a hundred thousand pixels, those darker than the average by more than 60: what is written or printed.
    pub ink: u32,
}
