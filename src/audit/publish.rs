//! 目录发布: a catalogue cut into the files of a delivery — manifest, index, bundles. The same catalogue gives the same files.

use crate::catalogue::{Branch, Catalogue, Item, Leaf, MAX_NODE, Manifest, Node};
use crate::digest::{Digest, sha256};
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Id, Record, Text, to_canonical};

/// One file of a delivery.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DeliveryFile<'a> {
    /// Its name in the store, such as `manifest.json` or `b/<digest>.json`.
    pub name: Text<'a>,
    /// Its text.
    pub text: Text<'a>,
}

/// Cuts a catalogue into files: one bundle for each code, an index of at most 64 entries a file, and the manifest last.
///
/// # Errors
/// `DELIVERY_INVALID` if the catalogue has no 发布序号: without one an old manifest could not be told from a new one.
pub fn publish(catalogue: &Catalogue) -> Result<Vec<DeliveryFile<'static>>> {
    let head = catalogue.file();
    if head.seq == 0 {
        let issue = Issue { code: ErrorCode::KeyMissing, path: String::from("/seq") };
        return Err(Error::invalid(ErrorCode::DeliveryInvalid, vec![issue]));
    }
    let mut files = Vec::new();
    let leaves = bundles(catalogue, &mut files);
    let index = tree(leaves, &mut files);
    let identity = catalogue.identity();
    let manifest = Manifest {
        name: head.name.clone(),
        region: head.region.clone(),
        version: head.version.clone(),
        seq: head.seq,
        valid_from: head.valid_from,
        valid_to: head.valid_to,
        source: head.source.clone(),
        items: u32::try_from(catalogue.len()).unwrap_or(u32::MAX),
        sha256: identity.digests.sha256,
        sm3: identity.digests.sm3,
        index,
        ..Manifest::default()
    };
    files.push(DeliveryFile { name: Text::from("manifest.json"), text: Text::from(to_canonical(&manifest)) });
    Ok(files)
}

/// One bundle for each code, with all its periods. Leaves come in the order of the codes and of their periods.
fn bundles(catalogue: &Catalogue, files: &mut Vec<DeliveryFile<'static>>) -> Vec<Leaf<'static>> {
    let places: Vec<usize> = catalogue.file().items.in_order().collect();
    let code = |place: &usize| catalogue.file().items.entries.get(*place).map(|entry| &*entry.code);
    let mut leaves = Vec::with_capacity(places.len());
    for group in places.chunk_by(|one, other| code(one) == code(other)) {
        let texts: Vec<&str> = group.iter().map(|place| catalogue.text(*place)).collect();
        let text = format!("{{\"format\":\"yushen-bundle/0.1\",\"items\":[{}]}}", texts.join(","));
        let bundle = file("b", text, files);
        for place in group {
            leaves.extend(catalogue.read(*place).map(|item| leaf(&item, catalogue.digests(*place).sm3, bundle)));
        }
    }
    leaves
}

fn leaf(item: &Item<'_>, sm3: Digest, bundle: Digest) -> Leaf<'static> {
    use crate::json::Detach;
    Leaf {
        code: Id::from(item.code.to_string()),
        version: Id::from(item.version.to_string()),
        name: Text::from(item.name.to_string()),
        authority: Text::from(item.authority.name.to_string()),
        procedure: item.procedure,
        level: item.level,
        audience: item.audience.clone(),
        themes: item.themes.clone().detach(),
        keywords: item.keywords.clone().detach(),
        valid_from: item.valid_from,
        valid_to: item.valid_to,
        sm3,
        bundle,
    }
}

/// The index, from the leaves up: each level has a file for every 64 entries of the one below. Returns the root.
fn tree(leaves: Vec<Leaf<'static>>, files: &mut Vec<DeliveryFile<'static>>) -> Digest {
    let mut branches: Vec<Branch<'static>> = Vec::new();
    let mut rest = leaves.into_iter().peekable();
    while rest.peek().is_some() || branches.is_empty() {
        let mut leaves: Vec<Leaf<'static>> = rest.by_ref().take(MAX_NODE).collect();
        // All periods of a code stand in the same file, so that whoever looks for one finds the others.
        while let Some(next) = rest.next_if(|next| leaves.last().is_some_and(|last| last.code == next.code)) {
            leaves.push(next);
        }
        let from = leaves.first().map(|leaf| leaf.code.clone()).unwrap_or_default();
        let node = Node { leaves, ..Node::default() };
        branches.push(Branch { from, sha256: file("i", to_canonical(&node), files) });
    }
    while branches.len() > 1 {
        let mut above = Vec::new();
        for below in branches.chunks(MAX_NODE) {
            let from = below.first().map(|branch| branch.from.clone()).unwrap_or_default();
            let node = Node { branches: below.to_vec(), ..Node::default() };
            above.push(Branch { from, sha256: file("i", to_canonical(&node), files) });
        }
        branches = above;
    }
    branches.first().map(|branch| branch.sha256).unwrap_or_default()
}

/// Adds a file that is named by its own digest.
fn file(folder: &str, text: String, files: &mut Vec<DeliveryFile<'static>>) -> Digest {
    let digest = sha256(text.as_bytes());
    files.push(DeliveryFile { name: Text::from(format!("{folder}/{digest}.json")), text: Text::from(text) });
    digest
}
