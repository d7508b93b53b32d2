//! 画面: what a picture looks like — sharp, dark, burnt out, blank. Whole numbers only: the same pixels give the same
//! measures everywhere.

use crate::json::record;

record! {
    value;
    /// 画面: what a picture looks like, measured on its pixels reduced to a longest side of 512.
    pub struct Picture<'a> {
        _ lifetime;
        /// How abrupt edges are beside their contrast: thousands for a sharp text, below four hundred for a blurred one.
        "sharpness" required sharpness: u32,
        /// Variance of the Laplacian where there is most detail; near zero for an empty sheet.
        "detail" required detail: u32,
        /// Brightness, 0 to 255, on the average.
        "mean" required mean: u32,
        /// Standard deviation of the brightness.
        "deviation" required deviation: u32,
        /// Of a thousand pixels, those nearly black: below 30.
        "dark" required dark: u32,
        /// Of a thousand pixels, those burnt out: 253 and above.
        "clipped" required clipped: u32,
        /// Of a hundred thousand pixels, those darker than the average by more than 60: what is written or printed.
        "ink" required ink: u32,
    }
}
