//! 分批加载 between calls: a catalogue that is opened by its manifest, and the files that it asks for.

use super::applicant::Session;
use super::envelope::envelope;
use crate::catalogue::{Catalogue, Delivered};
use crate::error::{Error, ErrorCode, Result};
use std::sync::Arc;

impl Session {
    /// Opens a catalogue by its manifest; `least` is the lowest 发布序号 that is taken.
    #[must_use]
    pub fn open(&self, manifest: &str, least: u32) -> String {
        envelope(Catalogue::open(manifest, least).map(|catalogue| self.hold(catalogue)))
    }

    /// The files that are needed next so that an item can be used; without an item, those of the index that are not there
    /// yet, as far as they are known.
    #[must_use]
    pub fn needs(&self, handle: u32, item: &str) -> String {
        envelope(self.catalogue(handle).and_then(|catalogue| match item {
            "" => Ok(catalogue.needs_index()),
            item => Ok(catalogue.needs(item)?.into_iter().collect()),
        }))
    }

    /// Takes a file that was asked for.
    #[must_use]
    pub fn deliver(&self, handle: u32, name: &str, text: &str) -> String {
        // Looked at first, so that nobody waits for that.
        let delivered = Delivered::read(name, text);
        envelope(self.take(handle, delivered))
    }

    fn take(&self, handle: u32, file: Result<Delivered<'_>>) -> Result<()> {
        let (place, mut file) = (usize::try_from(handle).ok(), Some(file));
        loop {
            let taken = self.catalogues.change(|catalogues| {
                let Some(held) = place.and_then(|place| catalogues.get_mut(place)?.as_mut()) else {
                    return Some(Err(Error::new(ErrorCode::CatalogueUnknown, "/catalogue")));
                };
                let catalogue = Arc::get_mut(held)?;
                file.take().map(|file| catalogue.take(file?))
            });
            if let Some(taken) = taken {
                return taken;
            }
            // Another thread is just looking something up in it, which takes a moment and waits for nothing of ours.
            std::thread::yield_now();
        }
    }
}
