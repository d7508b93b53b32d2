//! What pieces come to when they are compressed as servers do: asked of Node, whose encoders are those of the formats' makers.

use anyhow::{Context, Result};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A piece, compressed.
#[derive(Debug)]
pub struct Compressed {
    /// Bytes of gzip.
    pub gzip: usize,
    /// Brotli.
    pub brotli: Vec<u8>,
}

/// Compresses pieces, in their order.
pub fn compress<'a>(root: &Path, pieces: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<Compressed>> {
    let mut given = Vec::new();
    for piece in pieces {
        given.extend(u32::try_from(piece.len())?.to_le_bytes());
        given.extend(piece);
    }
    let mut command = Command::new("node");
    command.arg(root.join("xtask/src/compress.mjs")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = command.spawn().context("cannot start node")?;
    node.stdin.take().context("node reads")?.write_all(&given)?;
    let answer = node.wait_with_output()?;
    anyhow::ensure!(answer.status.success(), "xtask/src/compress.mjs failed");
    let (mut rest, mut compressed) = (&*answer.stdout, Vec::new());
    while !rest.is_empty() {
        let gzip = number(&mut rest)?;
        let length = number(&mut rest)?;
        let (brotli, after) = rest.split_at_checked(length).context("a piece is cut")?;
        compressed.push(Compressed { gzip, brotli: brotli.to_vec() });
        rest = after;
    }
    Ok(compressed)
}

fn number(rest: &mut &[u8]) -> Result<usize> {
    let (bytes, after) = rest.split_first_chunk().context("a length is cut")?;
    *rest = after;
    Ok(u32::from_le_bytes(*bytes) as usize)
}
