//! 成员: one member of an archive that is all at hand, whole or not at all.

use super::bytes::{index, slice};
use super::source::Source;
use super::zip::{Listed, MOST_MEMBERS, UNPACKED, directory, listed, unpack};
use crate::error::words;
use crate::json::readable;

words! {
    /// Why a member of an archive was not given out.
    pub enum MemberFault {
        /// the bytes are no archive, or its directory is not all there
        NoArchive = "ARCHIVE_INVALID",
        /// no member has that name
        Missing = "MEMBER_MISSING",
        /// more than one member has that name, and they need not say the same
        Several = "MEMBER_TWICE",
        /// larger than one mebibyte
        TooLarge = "MEMBER_TOO_LARGE",
        /// encrypted, packed in a way nobody uses, or not as long as it should be
        Damaged = "MEMBER_DAMAGED",
    }
}
readable!(MemberFault);

/// The one member whose name is wanted, unpacked.
///
/// # Errors
/// Where there is none, or another one beside it, or it cannot be unpacked.
///
/// ```
/// use yushen::file::{MemberFault, member};
/// assert_eq!(member(b"no archive", |_| true), Err(MemberFault::NoArchive));
/// ```
pub fn member(bytes: &[u8], wanted: impl Fn(&[u8]) -> bool) -> Result<Vec<u8>, MemberFault> {
    let mut source = Source::new(bytes.len() as u64);
    let found = whole(&mut source, bytes, |source| find(source, &wanted))?;
    let most = UNPACKED as u64;
    if found.unpacked > most || found.member.packed > most {
        return Err(MemberFault::TooLarge);
    }
    let unpacked = whole(&mut source, bytes, |source| unpack(source, found.member)).unwrap_or_default();
    let intact = !found.encrypted && unpacked.len() as u64 == found.unpacked;
    if intact { Ok(unpacked) } else { Err(MemberFault::Damaged) }
}

/// Runs a unit until it has read all that it reads.
fn whole<T>(source: &mut Source, bytes: &[u8], unit: impl Fn(&mut Source) -> T) -> T {
    loop {
        let found = unit(source);
        let Some((offset, length)) = source.end() else { return found };
        source.keep(slice(bytes, index(offset), index(length)));
    }
}

fn find(source: &mut Source, wanted: &impl Fn(&[u8]) -> bool) -> Result<Listed, MemberFault> {
    let (mut at, end, count) = directory(source).ok_or(MemberFault::NoArchive)?;
    let mut found = Err(MemberFault::Missing);
    for _ in 0..count.min(MOST_MEMBERS.into()) {
        let listed = listed(source, at).filter(|_| at < end).ok_or(MemberFault::NoArchive)?;
        at = listed.next;
        if wanted(&listed.name) {
            if found.is_ok() {
                return Err(MemberFault::Several);
            }
            found = Ok(listed);
        }
    }
    found
}
