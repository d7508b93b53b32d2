//! RC4, which PDF files and workbooks of long ago are encrypted with.

/// Encrypts, or decrypts.
pub(super) fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|place| u8::try_from(place).unwrap_or(0));
    let mut other = 0u8;
    for place in 0..=255u8 {
        let byte = state.get(usize::from(place)).copied().unwrap_or(0);
        other =
            other.wrapping_add(byte).wrapping_add(key.get(usize::from(place) % key.len().max(1)).copied().unwrap_or(0));
        state.swap(usize::from(place), usize::from(other));
    }
    let (mut place, mut other) = (0u8, 0u8);
    let mut next = || {
        place = place.wrapping_add(1);
        let byte = state.get(usize::from(place)).copied().unwrap_or(0);
        other = other.wrapping_add(byte);
        state.swap(usize::from(place), usize::from(other));
        let sum = byte.wrapping_add(state.get(usize::from(place)).copied().unwrap_or(0));
        state.get(usize::from(sum)).copied().unwrap_or(0)
    };
    data.iter().map(|byte| byte ^ next()).collect()
}
