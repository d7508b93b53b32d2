//! One part at a time, by `PART` at build time for ours and by a feature for a library's: what is not called is not linked.

#[cfg(feature = "ours")]
mod ours;
#[cfg(not(feature = "ours"))]
mod theirs;

#[cfg(feature = "ours")]
use ours::run;
#[cfg(not(feature = "ours"))]
use theirs::run;

/// What `markup.rs` asks of `receipt::canonical`.
#[cfg(feature = "ours-html")]
mod receipt {
    pub mod canonical {
        pub const fn is_forbidden(each: char) -> bool {
            each < ' '
        }
    }
}

/// What `sm2dsa.rs` asks.
#[cfg(feature = "ours-sm2")]
mod digest {
    pub use yushen::digest::{Digest, sm3};
}

/// Room for what a part reads.
static mut ROOM: [u8; 1 << 16] = [0; 1 << 16];

/// Where it lies.
#[unsafe(no_mangle)]
pub extern "C" fn room() -> *mut u8 {
    (&raw mut ROOM).cast()
}

/// Lets the part read so many bytes, so many times over; tells how long its answer is, so that nothing is optimised away.
#[unsafe(no_mangle)]
pub extern "C" fn measure(length: usize, times: u32) -> usize {
    // Nothing writes while this runs: the host calls nothing else.
    let input = unsafe { std::slice::from_raw_parts(room(), length.min(1 << 16)) };
    (0..times).fold(0, |sum: usize, _| sum.wrapping_add(std::hint::black_box(run(std::hint::black_box(input)))))
}
