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
        let unknown = || Error::new(ErrorCode::CatalogueUnknown, "/catalogue");
        self.catalogues.change(|catalogues| {
            let held = usize::try_from(handle).ok().and_then(|handle| catalogues.get_mut(handle)?.as_mut());
            let (held, file) = (held.ok_or_else(unknown)?, file?);
            // A call that is under way in another thread goes on with the catalogue as it was.
            Arc::make_mut(held).take(file)
        })
    }
}
