//! 读取: the file as those who look into it read it — anywhere, as if it lay there. It does not: its bytes come from a host
//! that has to be asked. So work is done in units. A unit that reads what is not at hand gets nothing, goes on to its end
//! with that, and what it found is thrown away; when the host has brought the block, the unit runs again and is told the
//! same as before, as far as it came.

use super::bytes::{index, slice};

/// Bytes are kept in blocks of this size.
pub(super) const BLOCK: u64 = 64 * 1024;
/// Blocks that are kept: one mebibyte, whatever the size of the file.
const HELD: usize = 16;
/// As much as one unit can read. Beyond, there is nothing, as there is nothing beyond the end of the file.
const MOST_TOLD: usize = 4 * 1024 * 1024;
/// How often the host is asked on behalf of one unit; what it reads then that is not at hand cannot be read.
const MOST_ASKED: u32 = 1024;
/// Bytes read and unpacked after which the host may do something else. Beginning to read counts for some, too.
const WORK: usize = 1024 * 1024;
const BEGINNING: usize = 64;

/// A file that is read piece by piece.
#[derive(Debug, Default)]
pub(super) struct Source {
    size: u64,
    /// The oldest first.
    blocks: Vec<(u64, Vec<u8>)>,
    /// All that this unit was told, one reading after the other: where it reads depends on nothing else.
    told: Vec<u8>,
    /// How much of that this run of it has asked for.
    given: usize,
    missing: Option<u64>,
    asked: u32,
    worked: usize,
}

impl Source {
    pub(super) fn new(size: u64) -> Self {
        Self { size, ..Self::default() }
    }

    /// Bytes of the whole.
    pub(super) const fn size(&self) -> u64 {
        self.size
    }

    /// Bytes from any place; fewer at the end of the file, and when something is missing.
    pub(super) fn read(&mut self, offset: u64, length: usize) -> Vec<u8> {
        let length = length.min(index(self.size.saturating_sub(offset)));
        let from = self.given;
        if from + length > MOST_TOLD {
            return Vec::new();
        }
        self.given += length;
        self.worked += length + BEGINNING;
        while (from..self.given).contains(&self.told.len()) && self.missing.is_none() {
            let at = offset + (self.told.len() - from) as u64;
            let number = at / BLOCK;
            if let Some((_, block)) = self.blocks.iter().find(|block| block.0 == number) {
                let wanted = self.given - self.told.len();
                self.told.extend_from_slice(slice(block, index(at % BLOCK), wanted));
            } else if self.asked < MOST_ASKED {
                self.missing = Some(number);
            } else {
                break;
            }
        }
        slice(&self.told, from, length).to_vec()
    }

    /// Whether this run of a unit read what is not at hand: then nothing that it found may be kept.
    pub(super) const fn missing(&self) -> bool {
        self.missing.is_some()
    }

    /// Ends a run of a unit: what the host has to bring before the next — where it begins, how many bytes. Nothing if the
    /// unit is done.
    pub(super) fn end(&mut self) -> Option<(u64, u64)> {
        self.given = 0;
        let lacks = self.missing.map(|number| (number * BLOCK, BLOCK.min(self.size - number * BLOCK)));
        if lacks.is_none() {
            self.told.clear();
            self.asked = 0;
        }
        lacks
    }

    /// Keeps the block that was missing.
    pub(super) fn keep(&mut self, block: &[u8]) {
        if let Some(number) = self.missing.take() {
            if self.blocks.len() == HELD {
                self.blocks.remove(0);
            }
            self.blocks.push((number, block.to_vec()));
            self.asked += 1;
            self.worked = 0;
        }
    }

    /// Counts bytes that were gone over without being read.
    pub(super) const fn work(&mut self, bytes: usize) {
        self.worked += bytes;
    }

    /// Whether the host should do something else first: a long way lies behind.
    pub(super) const fn tired(&mut self) -> bool {
        let tired = self.worked >= WORK;
        if tired {
            self.worked = 0;
        }
        tired
    }
}
