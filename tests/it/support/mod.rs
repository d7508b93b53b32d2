//! What several tests share: a small generator of numbers, so that every run tests the same; what an authority does.

pub mod issuing;
pub mod signing;

/// A generator of numbers (xorshift64*), seeded by the test.
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 16) % end
    }

    /// One of these.
    pub fn one_of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        let place = usize::try_from(self.below(list.len() as u64)).unwrap_or(0);
        &list[place]
    }
}
