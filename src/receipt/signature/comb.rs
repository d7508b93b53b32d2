//! Combs (Lim and Lee 1994, with signed digits) over the library's points: to multiply a point that has one takes a
//! thirty-second of the doublings.
//!
//! A scalar is 256 digits, each 1 or −1, laid out as eight teeth of four blocks of eight columns. The table holds, for
//! every block, whatever the lower seven teeth can add to the highest: one addition serves eight digits, and all blocks,
//! and all points that are summed, share the doublings between the columns.

use sm2::elliptic_curve::ops::Double;
use sm2::elliptic_curve::{BatchNormalize, PrimeField};
use sm2::{AffinePoint, FieldBytes, ProjectivePoint, Scalar};
use std::sync::OnceLock;

const TEETH: usize = 8;
const BLOCKS: usize = 4;
const COLUMNS: usize = 8;
/// What the lower teeth can be: the sign of the highest is taken out.
const WAYS: usize = 1 << (TEETH - 1);

/// The table of a point.
#[derive(Debug, Clone)]
pub struct Comb(Vec<AffinePoint>);

impl Comb {
    /// Costs as much as a few verifications without it.
    pub fn new(point: &ProjectivePoint) -> Self {
        let mut powers = Vec::with_capacity(TEETH * BLOCKS); // 1, 2⁸, 2¹⁶, … times the point
        let mut power = *point;
        for _ in 0..TEETH * BLOCKS {
            powers.push(power);
            (0..COLUMNS).for_each(|_| power.double_in_place());
        }
        let mut ways = Vec::with_capacity(BLOCKS * WAYS);
        for block in 0..BLOCKS {
            extend(&mut ways, powers.iter().skip(block).step_by(BLOCKS));
        }
        Self(ProjectivePoint::batch_normalize(&ways[..]))
    }

    /// Adds what the digits of a column are, in every block.
    fn add_column(&self, sum: &mut ProjectivePoint, digits: &[u8; 32], column: usize) {
        for (block, ways) in self.0.chunks_exact(WAYS).enumerate() {
            let tooth = digits.iter().skip(block).step_by(BLOCKS).map(|byte| usize::from(byte >> column) & 1);
            let bits = tooth.rev().fold(0, |bits, bit| bits << 1 | bit);
            let negative = bits < WAYS;
            let way = if negative { !bits } else { bits } & (WAYS - 1);
            match ways.get(way) {
                Some(point) if negative => *sum -= point,
                Some(point) => *sum += point,
                None => {}
            }
        }
    }
}

/// Every way of one block: highest ± lower teeth, where a set bit of the place adds.
fn extend<'a>(ways: &mut Vec<ProjectivePoint>, teeth: impl DoubleEndedIterator<Item = &'a ProjectivePoint>) {
    let mut teeth = teeth.rev();
    let (first, highest) = (ways.len(), teeth.next().copied().unwrap_or_default());
    let lower: Vec<&ProjectivePoint> = teeth.rev().collect();
    ways.push(lower.iter().fold(highest, |sum, tooth| sum - **tooth));
    for tooth in lower {
        let twice = tooth.double();
        for place in first..ways.len() {
            ways.extend(ways.get(place).map(|way| way + &twice));
        }
    }
}

/// The comb of the base point G, made when it is first needed.
pub fn of_base() -> &'static Comb {
    static BASE: OnceLock<Comb> = OnceLock::new();
    BASE.get_or_init(|| Comb::new(&ProjectivePoint::GENERATOR))
}

/// The sum of points, each a number of times.
pub fn sum<const N: usize>(terms: [(&Comb, &Scalar); N]) -> ProjectivePoint {
    let terms = terms.map(|(comb, scalar)| (comb, digits(scalar)));
    let mut sum = ProjectivePoint::IDENTITY;
    for column in (0..COLUMNS).rev() {
        sum.double_in_place();
        for (comb, digits) in &terms {
            comb.add_column(&mut sum, digits, column);
        }
    }
    sum
}

/// A scalar k as 256 digits, lowest first, a set bit for 1 and a clear one for −1: the bits of (k + 2²⁵⁶ − 1) / 2, because
/// k = Σ (2b − 1)·2ⁱ modulo the order.
fn digits(scalar: &Scalar) -> [u8; 32] {
    let mut half = FieldBytes::default(); // 2²⁵⁵
    half.iter_mut().take(1).for_each(|byte| *byte = 0x80);
    let half = Scalar::from_repr(half).into_option().unwrap_or_default();
    let mut digits: [u8; 32] = ((*scalar - Scalar::ONE) * Scalar::TWO_INV + half).to_repr().into();
    digits.reverse();
    digits
}
