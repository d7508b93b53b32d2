//! ZIP: members side by side, not packed, all of them of 1980-01-01: the same members give the same bytes anywhere.

/// The day on which the clock of ZIP begins, as it writes it.
const DAY: u16 = 0x21;
/// The version that is needed to unpack it: 2.0.
const VERSION: u16 = 20;

/// Puts members of these names into an archive.
pub(super) fn zip(members: &[(String, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let mut about = Vec::with_capacity(26);
        for number in [VERSION, 0, 0, 0, DAY] {
            about.extend_from_slice(&number.to_le_bytes());
        }
        let (length, named) = (counted(bytes.len()), counted(name.len()));
        put(&mut about, &[crc(bytes), length, length, named]);
        directory.extend_from_slice(b"PK\x01\x02\x14\0");
        directory.extend_from_slice(&about);
        directory.extend_from_slice(&[0; 10]);
        put(&mut directory, &[counted(archive.len())]);
        directory.extend_from_slice(name.as_bytes());
        for part in [b"PK\x03\x04", &*about, name.as_bytes(), bytes] {
            archive.extend_from_slice(part);
        }
    }
    let (begins, length, many) = (counted(archive.len()), counted(directory.len()), counted(members.len()));
    archive.append(&mut directory);
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    put(&mut archive, &[many << 16 | many, length, begins]);
    archive.extend_from_slice(&[0, 0]);
    archive
}

/// Numbers, the lowest byte first.
fn put(out: &mut Vec<u8>, numbers: &[u32]) {
    for number in numbers {
        out.extend_from_slice(&number.to_le_bytes());
    }
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
