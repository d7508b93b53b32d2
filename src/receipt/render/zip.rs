//! ZIP: members side by side, not packed, all of them of 1980-01-01: the same members give the same bytes anywhere.

/// The day on which the clock of ZIP begins, as it writes it.
const DAY: u16 = 0x21;
/// The version that is needed to unpack it: 2.0.
const VERSION: u16 = 20;

/// Puts members of these names into an archive.
pub(super) fn zip(members: &[(String, &[u8])]) -> Vec<u8> {
    let bytes: usize = members.iter().map(|(name, bytes)| bytes.len() + 2 * name.len() + 76).sum();
    let (mut archive, mut directory) = (Vec::with_capacity(bytes + 22), Vec::new());
    for (name, bytes) in members {
        let mut about = Vec::with_capacity(26);
        for number in [VERSION, 0, 0, 0, DAY] {
            about.extend(number.to_le_bytes());
        }
        let [length, named] = [bytes.len(), name.len()].map(counted);
        for number in [crc(bytes), length, length, named] {
            about.extend(number.to_le_bytes());
        }
        directory.extend(b"PK\x01\x02\x14\0".iter().chain(&about).chain(&[0; 10]));
        directory.extend(counted(archive.len()).to_le_bytes());
        directory.extend(name.bytes());
        archive.extend(b"PK\x03\x04".iter().chain(&about));
        archive.extend(name.bytes().chain(bytes.iter().copied()));
    }
    let (begins, length) = (counted(archive.len()), counted(directory.len()));
    let many = u16::try_from(members.len()).unwrap_or(u16::MAX).to_le_bytes();
    archive.append(&mut directory);
    archive.extend(b"PK\x05\x06\0\0\0\0".iter().chain(&many).chain(&many));
    archive.extend(length.to_le_bytes().into_iter().chain(begins.to_le_bytes()).chain([0, 0]));
    archive
}

/// A number as ZIP writes it. OK because what is put in was in memory, which is smaller in a module.
fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// CRC-32, half a byte at a time.
fn crc(bytes: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0xEDB8_8320;
    let table: [u32; 16] = std::array::from_fn(|half| {
        (0..4).fold(counted(half), |crc, _| crc >> 1 ^ if crc & 1 == 1 { POLYNOMIAL } else { 0 })
    });
    let step = |crc: u32, half: u32| crc >> 4 ^ table.get(((crc ^ half) & 15) as usize).copied().unwrap_or(0);
    !bytes.iter().fold(u32::MAX, |crc, byte| step(step(crc, u32::from(byte & 15)), u32::from(byte >> 4)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_check_value_of_crc_32_holds() {
        assert_eq!(super::crc(b"123456789"), 0xCBF4_3926);
        assert_eq!(super::crc(b""), 0);
    }
}
