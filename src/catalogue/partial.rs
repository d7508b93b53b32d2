//! 分批加载: a catalogue that is opened by its manifest and loaded item by item. The core says which file it needs next; the
//! host brings it; every byte is checked against its name before it is read.

use super::delivery::{self, Bundle, Leaf, Manifest, Node};
use super::load::{Entry, Items};
use super::search::{Index, ItemSummary};
use super::{Catalogue, CatalogueFile, CatalogueRef, digests};
use crate::digest::{Digest, Digests, Hashing, sha256};
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::Detach;
use crate::shared::Shared;
use std::sync::OnceLock;

/// What has been delivered so far.
#[derive(Debug)]
pub(super) struct Delivery {
    manifest: Manifest<'static>,
    /// Files of the index as they came; a file is small, and read again when it is looked into.
    nodes: Vec<(Digest, String)>,
    bundles: Vec<Digest>,
}

/// 文件类别 within a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Node,
    Bundle,
}

fn name(kind: Kind, digest: Digest) -> String {
    format!("{}/{digest}.json", if kind == Kind::Node { "i" } else { "b" })
}

fn parsed(name: &str) -> Option<(Kind, Digest)> {
    let (folder, file) = name.split_once('/')?;
    let kind = match folder {
        "i" => Kind::Node,
        "b" => Kind::Bundle,
        _ => return None,
    };
    Some((kind, Digest::from_hex(file.strip_suffix(".json")?)?))
}

/// A file of a delivery, looked at by itself, before the catalogue that it belongs to is touched.
#[derive(Debug)]
pub(crate) enum Delivered<'t> {
    /// A file of the index.
    Node(Digest, &'t str),
    /// A bundle: its items, with their texts and the digests of these.
    Bundle(Digest, Vec<(Entry, &'t str, Digest)>),
}

impl<'t> Delivered<'t> {
    /// Looks at a file: its bytes must be those that its name says.
    pub(crate) fn read(name: &str, text: &'t str) -> Result<Self> {
        let tampered = || Error::new(ErrorCode::DeliveryTampered, format!("/{name}"));
        let (kind, digest) = parsed(name).ok_or_else(tampered)?;
        if sha256(text.as_bytes()) != digest {
            return Err(tampered());
        }
        if kind == Kind::Node {
            delivery::node(text)?;
            return Ok(Self::Node(digest, text));
        }
        let bundle: Bundle<'_> = delivery::read(text)?;
        let items = bundle.items.entries.into_iter().map(|entry| {
            let item = text.get(entry.span.clone()).unwrap_or_default();
            (entry, item, digests(item).sm3)
        });
        Ok(Self::Bundle(digest, items.collect()))
    }
}

impl Delivery {
    fn node(&self, digest: Digest) -> Option<Node<'_>> {
        let (_, text) = self.nodes.iter().find(|(each, _)| *each == digest)?;
        delivery::node(text).ok() // OK: it was read without a fault when it came
    }

    fn has(&self, digest: Digest) -> bool {
        self.nodes.iter().any(|(each, _)| *each == digest)
    }

    /// The leaves of a code, or the file of the index that is needed to find them.
    fn leaves(&self, code: &str) -> std::result::Result<Vec<Leaf<'_>>, Digest> {
        let mut digest = self.manifest.index;
        let mut found = Vec::new();
        // A tree of digests has no loops, and each step goes one file down.
        loop {
            let node = self.node(digest).ok_or(digest)?;
            found.extend(node.leaves.into_iter().filter(|leaf| *leaf.code == *code));
            match node.branches.iter().rev().find(|branch| *branch.from <= *code) {
                Some(branch) => digest = branch.sha256,
                None => return Ok(found),
            }
        }
    }

    /// Whether the whole index is the list whose digests the manifest states.
    fn is_as_listed(&self) -> bool {
        let mut list = Hashing::default();
        let leaves = self.all_leaves();
        for leaf in &leaves {
            list.update(super::listed(&leaf.code, &leaf.version, leaf.sm3).as_bytes());
        }
        let count = u32::try_from(leaves.len()).unwrap_or(u32::MAX);
        let digests = list.finish();
        let stated = (self.manifest.items, self.manifest.sha256, self.manifest.sm3);
        stated == (count, digests.sha256, digests.sm3)
    }

    /// Every leaf that has been delivered, in order.
    fn all_leaves(&self) -> Vec<Leaf<'_>> {
        let mut waiting = vec![self.manifest.index];
        let mut leaves = Vec::new();
        while let Some(digest) = waiting.pop() {
            let Some(node) = self.node(digest) else { continue };
            leaves.extend(node.leaves);
            waiting.extend(node.branches.iter().rev().map(|branch| branch.sha256));
        }
        leaves
    }
}

impl Catalogue {
    /// Opens a catalogue by its manifest. `least` is the lowest 发布序号 that is taken: that of the catalogue in use.
    ///
    /// # Errors
    /// `DELIVERY_INVALID` with every fault, `DELIVERY_ROLLBACK`.
    pub fn open(manifest: &str, least: u32) -> Result<Self> {
        let manifest: Manifest<'_> = delivery::read(manifest)?;
        if manifest.seq < least {
            return Err(Error::new(ErrorCode::DeliveryRollback, "/seq"));
        }
        let manifest = manifest.detach();
        let file = CatalogueFile {
            format: manifest.schema,
            name: manifest.name.clone(),
            region: manifest.region.clone(),
            version: manifest.version.clone(),
            valid_from: manifest.valid_from,
            valid_to: manifest.valid_to,
            seq: manifest.seq,
            source: manifest.source.clone(),
            items: Items::default(),
        };
        let digests = Digests { sha256: manifest.sha256, sm3: manifest.sm3 };
        let identity = CatalogueRef { version: manifest.version.to_string(), digests };
        let delivery = Delivery { manifest, nodes: Vec::new(), bundles: Vec::new() };
        Ok(Self {
            source: String::new(),
            file,
            ready: Shared::default(),
            identity: OnceLock::from(identity),
            index: OnceLock::new(),
            delivery: Some(delivery),
        })
    }

    /// Whether it is loaded item by item.
    #[must_use]
    pub const fn is_partial(&self) -> bool {
        self.delivery.is_some()
    }

    /// How many items the catalogue has in all, loaded or not.
    #[must_use]
    pub fn total(&self) -> usize {
        self.delivery
            .as_ref()
            .map_or_else(|| self.len(), |delivery| usize::try_from(delivery.manifest.items).unwrap_or(usize::MAX))
    }

    /// The file that is needed next so that an item can be used; nothing if it can be.
    ///
    /// # Errors
    /// `ITEM_UNKNOWN`.
    pub fn needs(&self, code: &str) -> Result<Option<String>> {
        let Some(delivery) = &self.delivery else { return Ok(None) };
        let leaves = match delivery.leaves(code) {
            Err(digest) => return Ok(Some(name(Kind::Node, digest))),
            Ok(leaves) if leaves.is_empty() => return Err(Error::new(ErrorCode::ItemUnknown, "/item")),
            Ok(leaves) => leaves,
        };
        let missing = leaves.iter().find(|leaf| !delivery.bundles.contains(&leaf.bundle));
        Ok(missing.map(|leaf| name(Kind::Bundle, leaf.bundle)))
    }

    /// The files of the index that are not there yet, as far as they are known: for a search over everything.
    #[must_use]
    pub fn needs_index(&self) -> Vec<String> {
        let Some(delivery) = &self.delivery else { return Vec::new() };
        let nodes = delivery.nodes.iter().filter_map(|(digest, _)| delivery.node(*digest));
        let below = nodes.flat_map(|node| node.branches).map(|branch| branch.sha256);
        let known = std::iter::once(delivery.manifest.index).chain(below);
        known.filter(|digest| !delivery.has(*digest)).map(|digest| name(Kind::Node, digest)).collect()
    }

    /// Takes a file that was asked for. Its bytes must be those that its name says.
    ///
    /// # Errors
    /// `DELIVERY_TAMPERED` if they are not; `DELIVERY_INVALID` with every fault of the file.
    pub fn deliver(&mut self, name: &str, text: &str) -> Result<()> {
        self.take(Delivered::read(name, text)?)
    }

    /// Takes a file that has been looked at.
    pub(crate) fn take(&mut self, file: Delivered<'_>) -> Result<()> {
        match file {
            Delivered::Node(digest, text) => self.take_node(digest, text),
            Delivered::Bundle(digest, items) => self.take_bundle(digest, items),
        }
    }

    fn take_node(&mut self, digest: Digest, text: &str) -> Result<()> {
        if let Some(delivery) = self.delivery.as_mut().filter(|delivery| !delivery.has(digest)) {
            delivery.nodes.push((digest, text.to_string()));
            self.index = OnceLock::new();
        }
        let whole = self.needs_index().is_empty();
        if whole && !self.delivery.as_ref().is_some_and(Delivery::is_as_listed) {
            return Err(Error::new(ErrorCode::DeliveryTampered, "/index"));
        }
        Ok(())
    }

    /// The items of a bundle, each of which must be the one that the index names.
    fn take_bundle(&mut self, digest: Digest, items: Vec<(Entry, &str, Digest)>) -> Result<()> {
        let Some(delivery) = self.delivery.as_mut().filter(|delivery| !delivery.bundles.contains(&digest)) else {
            return Ok(());
        };
        let leaves = delivery.all_leaves();
        let listed = |code: &str, sm3: Digest| {
            leaves.iter().any(|leaf| *leaf.code == *code && leaf.bundle == digest && leaf.sm3 == sm3)
        };
        if let Some(place) = items.iter().position(|(entry, _, sm3)| !listed(&entry.code, *sm3)) {
            let issue = Issue { code: ErrorCode::DeliveryTampered, path: format!("/items/{place}") };
            return Err(Error::invalid(ErrorCode::DeliveryTampered, vec![issue]));
        }
        delivery.bundles.push(digest);
        for (mut entry, item, _) in items {
            let start = self.source.len();
            self.source.push_str(item);
            entry.span = start..self.source.len();
            self.file.items.add(entry);
        }
        Ok(())
    }

    /// Summaries of what is known: of the items, or of the part of the index that was delivered.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let summaries: Vec<ItemSummary<'static>> = match &self.delivery {
                Some(delivery) => delivery.all_leaves().into_iter().map(Leaf::into_summary).collect(),
                None => (0..self.len()).map(|place| super::search::summary(self.text(place))).collect(),
            };
            Index::new(summaries)
        })
    }
}
