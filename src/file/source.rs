//! 读取: the file as those who look into it read it — anywhere, without knowing that the bytes come from a host that has
//! to be asked. What is awaited here is what the inspector says it needs.

use super::bytes::{index, slice};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// Bytes are kept in blocks of this size.
pub(super) const BLOCK: u64 = 64 * 1024;
/// Blocks that are kept: one mebibyte, whatever the size of the file.
const HELD: usize = 16;

/// What is wanted, what was brought, what is kept.
#[derive(Debug, Default)]
struct Desk {
    size: u64,
    wanted: Option<(u64, u64)>,
    brought: Option<Vec<u8>>,
    blocks: VecDeque<(u64, Rc<[u8]>)>,
}

/// A file that is read piece by piece.
#[derive(Debug, Clone, Default)]
pub(super) struct Source(Rc<RefCell<Desk>>);

impl Source {
    pub(super) fn new(size: u64) -> Self {
        Self(Rc::new(RefCell::new(Desk { size, ..Desk::default() })))
    }

    /// Bytes of the whole.
    pub(super) fn size(&self) -> u64 {
        self.0.borrow().size
    }

    /// What the host has to bring: where it begins, how many bytes.
    pub(super) fn wanted(&self) -> Option<(u64, u64)> {
        self.0.borrow().wanted
    }

    /// Takes what was wanted; `false` if it is something else.
    pub(super) fn bring(&self, bytes: &[u8]) -> bool {
        let mut desk = self.0.borrow_mut();
        let fits = desk.wanted.is_some_and(|(_, length)| u64::try_from(bytes.len()) == Ok(length));
        if fits {
            desk.wanted = None;
            desk.brought = Some(bytes.to_vec());
        }
        fits
    }

    /// Asks the host for bytes, as far as the file has them.
    pub(super) fn fetch(&self, offset: u64, length: u64) -> Fetch {
        let mut desk = self.0.borrow_mut();
        let offset = offset.min(desk.size);
        desk.wanted = Some((offset, length.min(desk.size - offset)));
        Fetch(self.clone())
    }

    /// Lets the host breathe, where a long way lies between two pieces.
    pub(super) fn breathe(&self) -> Fetch {
        self.fetch(0, 0)
    }

    /// Bytes from any place; fewer at the end of the file.
    pub(super) fn read(&self, offset: u64, length: usize) -> Reading {
        let end = offset.saturating_add(length as u64).min(self.size());
        Reading { source: self.clone(), at: offset, end, bytes: Vec::new(), fetching: None }
    }

    /// A block that is kept, as far as this reading needs it.
    fn held(&self, number: u64) -> Option<Rc<[u8]>> {
        self.0.borrow().blocks.iter().find(|block| block.0 == number).map(|block| Rc::clone(&block.1))
    }

    fn keep(&self, number: u64, block: Vec<u8>) {
        let mut desk = self.0.borrow_mut();
        if desk.blocks.len() == HELD {
            desk.blocks.pop_front();
        }
        desk.blocks.push_back((number, block.into()));
    }
}

/// Bytes that the host was asked for.
#[derive(Debug)]
pub(super) struct Fetch(Source);

impl Future for Fetch {
    type Output = Vec<u8>;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Vec<u8>> {
        self.0.0.borrow_mut().brought.take().map_or(Poll::Pending, Poll::Ready)
    }
}

/// Bytes being read through the blocks that are kept. Written by hand, because everything waits for this: as an `async fn`
/// it would stand in the module once for every place that waits.
#[derive(Debug)]
pub(super) struct Reading {
    source: Source,
    at: u64,
    end: u64,
    bytes: Vec<u8>,
    fetching: Option<Fetch>,
}

impl Future for Reading {
    type Output = Vec<u8>;
    #[inline(never)]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Vec<u8>> {
        while self.at < self.end {
            let number = self.at / BLOCK;
            if let Some(fetch) = &mut self.fetching {
                let Poll::Ready(block) = Pin::new(fetch).poll(context) else { return Poll::Pending };
                self.fetching = None;
                self.source.keep(number, block);
            }
            let Some(block) = self.source.held(number) else {
                self.fetching = Some(self.source.fetch(number * BLOCK, BLOCK));
                continue;
            };
            let wanted = index(self.end - self.at);
            let piece = slice(&block, index(self.at % BLOCK), wanted);
            if piece.is_empty() {
                break;
            }
            self.bytes.extend_from_slice(piece);
            self.at += piece.len() as u64;
        }
        Poll::Ready(std::mem::take(&mut self.bytes))
    }
}
