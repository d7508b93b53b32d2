//! QR codes that must not pass: CBOR that could be written otherwise, messages that are no `COSE_Sign1` of this format, and
//! text that is not what a scanner reads from a code of ours.

use super::making::{code, hex, patched, signed};
use super::vectors::Vectors;
use yushen::receipt::base32;
use yushen::receipt::document::DocumentKind;
use yushen::receipt::head::Head;

pub fn all(vectors: &mut Vectors<'_>) {
    heads(vectors);
    values(vectors);
    messages(vectors);
    spellings(vectors);
}

/// A head with a run of bytes replaced, truly signed, as a code.
fn head(vectors: &mut Vectors<'_>, name: &str, from: &[u8], to: &[u8], fault: &str) {
    let head = patched(&vectors.small.envelope.head, from, to);
    let text = code(&signed(vectors.sm2(), head).encode());
    vectors.add(name, &text, "head", fault);
}

fn heads(vectors: &mut Vectors<'_>) {
    vectors.about("strictness: CBOR");
    let bytes = vectors.small.envelope.head.clone();
    assert_eq!(bytes[..5], [0xA6, 1, 0, 2, 5], "{}", hex(&bytes));
    head(vectors, "a number in two bytes", &[1, 0, 2], &[1, 0x18, 0, 2], "CBOR_NOT_SHORTEST");
    head(vectors, "a key twice", &[0xA6, 1, 0], &[0xA7, 1, 0, 1, 0], "CBOR_KEY_ORDER");
    head(vectors, "keys in another order", &[0xA6, 1, 0, 2, 5], &[0xA6, 2, 5, 1, 0], "CBOR_KEY_ORDER");
    head(vectors, "a map without a length", &[0xA6, 1, 0], &[0xBF, 1, 0], "CBOR_INDEFINITE");
    let issued = vectors.small.head.issued;
    let whole = [&[6, 0x1A][..], &u32::try_from(issued).unwrap().to_be_bytes()].concat();
    let float = [&[6, 0xFB][..], &f64::from(u32::try_from(issued).unwrap()).to_be_bytes()].concat();
    head(vectors, "a floating-point number", &whole, &float, "CBOR_TYPE");
    let last = bytes[bytes.len() - 4..].to_vec();
    head(vectors, "a byte behind the map", &last, &[&last[..], &[0]].concat(), "CBOR_TRAILING");
    head(vectors, "text that is no UTF-8", "深".as_bytes(), &[0xE6, 0xB7, 0xFF], "CBOR_TEXT");
}

fn values(vectors: &mut Vectors<'_>) {
    vectors.about("personal data, or anything else, in a code");
    let mut named = patched(&vectors.small.envelope.head, &[0xA6, 1, 0], &[0xA7, 1, 0]);
    named.extend([12, 0x66, 0xE5, 0xBC, 0xA0, 0xE4, 0xB8, 0x89]);
    let text = code(&signed(vectors.sm2(), named).encode());
    vectors.add("a name under key 12", &text, "head", "HEAD_KEY_UNKNOWN");
    let long = Head { number: "张".repeat(17), ..vectors.small.head.clone() };
    let text = code(&signed(vectors.sm2(), long.encode()).encode());
    vectors.add("a number of 51 bytes", &text, "head", "HEAD_VALUE");
    vectors.about("values of the head");
    head(vectors, "no version", &[0xA6, 1, 0], &[0xA5], "HEAD_KEY_MISSING");
    head(vectors, "a version to come", &[1, 0, 2], &[1, 1, 2], "HEAD_TOO_NEW");
    let mut again = patched(&vectors.small.envelope.head, &[0xA6, 1, 0], &[0xA7, 1, 0]);
    let issuer = [&[5, 0x72][..], b"12440300455751230Q"].concat();
    again = patched(&again, &[6, 0x1A], &[&issuer[..], &[6, 0x1A]].concat());
    let text = code(&signed(vectors.sm2(), again).encode());
    vectors.add("an issuer that the item already names", &text, "head", "HEAD_VALUE");
    let sheet = Head { kind: DocumentKind::Precheck, ..vectors.small.head.clone() };
    let text = code(&signed(vectors.sm2(), sheet.encode()).encode());
    vectors.add("a self-check sheet that is signed", &text, "signature", "PRECHECK_SIGNED");
}

fn messages(vectors: &mut Vectors<'_>) {
    vectors.about("messages that are no COSE_Sign1 of this format");
    let message = vectors.small.envelope.encode();
    let with = |from: &[u8], to: &[u8]| code(&patched(&message, from, to));
    // 18([protected, {}, head, signature]); the protected header is {1: -65537, 4: kid}
    let protected: &[u8] = &[0xA2, 1, 0x3A, 0, 1, 0, 0];
    for (name, text, fault) in [
        ("no tag", code(&message[1..]), "CBOR_TYPE"),
        ("an unprotected header", with(&[0xA0, 0x58], &[0xA1, 4, 0x41, 0, 0x58]), "COSE_INVALID"),
        ("a byte behind the message", code(&[&message[..], &[0]].concat()), "CBOR_TRAILING"),
        ("RSA as algorithm", with(&[&[0x51], protected].concat(), &[0x4F, 0xA2, 1, 0x39, 1, 0]), "COSE_ALGORITHM"),
        (
            "the number of the algorithm in nine bytes",
            with(&[&[0x51], protected].concat(), &[0x55, 0xA2, 1, 0x3B, 0, 0, 0, 0, 0, 1, 0, 0]),
            "CBOR_NOT_SHORTEST",
        ),
        (
            "a critical header",
            with(&[&[0x51], protected].concat(), &[0x54, 0xA3, 1, 0x3A, 0, 1, 0, 0, 2, 0x81, 4]),
            "COSE_INVALID",
        ),
        ("a detached head", without_head(&message), "CBOR_TYPE"),
    ] {
        vectors.add(name, &text, "format", fault);
    }
    vectors.about("algorithm downgrade or confusion");
    let text = with(&[&[0x51], protected].concat(), &[0x4D, 0xA2, 1, 0x26]);
    vectors.add("the key of SM2 under ES256, in a code", &text, "key", "KEY_ALGORITHM_DIFFERS");
}

/// The message with null where the head stands.
fn without_head(message: &[u8]) -> String {
    let at = 3 + 17; // tag, list, opening of the header; the header; the empty map
    let length = usize::from(message[at + 2]);
    assert_eq!(message[at..at + 2], [0xA0, 0x58], "{}", hex(message));
    code(&[&message[..=at], &[0xF6], &message[at + 3 + length..]].concat())
}

fn spellings(vectors: &mut Vectors<'_>) {
    vectors.about("oversized or misspelt code");
    let text = code(&vectors.small.envelope.encode());
    let (front, payload) = text.split_once("#1").unwrap();
    vectors.add("small letters", &format!("{front}#1{}", payload.to_lowercase()), "format", "BASE32_LOWER_CASE");
    vectors.add("padding", &format!("{text}==="), "format", "BASE32_PADDED");
    vectors.add(
        "a character outside the alphabet",
        &format!("{front}#1{}", payload.replacen('A', "1", 1)),
        "format",
        "BASE32_CHARACTER",
    );
    vectors.add("one character more", &format!("{text}A"), "format", "BASE32_LENGTH");
    vectors.add("another version of the code", &format!("{front}#2{payload}"), "format", "RECEIPT_INVALID");
    vectors.add(
        "in the path, where it reaches the log of the server",
        &format!("{front}/1{payload}"),
        "format",
        "BASE32_LOWER_CASE",
    );
    vectors.add("more than 600 characters", &format!("{text}{}", "A".repeat(600)), "format", "CBOR_TOO_LARGE");
    let spare = vectors.full.envelope.encode();
    let written = base32::encode(&spare);
    assert_ne!(spare.len() % 5, 0, "the last character has bits to spare");
    let last = written.bytes().next_back().unwrap();
    let next = if last == b'Z' { '2' } else { char::from(last + 1) };
    let text = format!("{front}#1{}{next}", &written[..written.len() - 1]);
    vectors.add("bits that stand for nothing", &text, "format", "BASE32_TRAILING_BITS");
}
