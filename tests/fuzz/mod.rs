//! Fuzz targets: plain functions from bytes, which nothing may stop. `make test` runs them over the files and documents of
//! `tests/data` and over twisted copies of them (`tests/it/fuzzed.rs`); the programs in `targets/` give them to libFuzzer.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a target stops where the code is wrong"
)]

use yushen::file::{Inspector, Step};
use yushen::identity::{self, IdentifierKind};
use yushen::receipt::head::{Envelope, Head};
use yushen::receipt::signature::{Algorithm, PublicKey, SM2_ID, raw};
use yushen::receipt::{attached, base32, qr, svg};
use yushen::session::{Inspections, Receipts, Session};

/// Any bytes are a file: a report in a bounded number of steps, and the same whoever asks.
pub fn inspect(bytes: &[u8]) {
    let mut inspector = Inspector::new(bytes.len() as u64, "a.pdf");
    let most = 64 + bytes.len() / 1024;
    for _ in 0..=most {
        match inspector.step() {
            Step::Report(report) => {
                assert_eq!(usize::try_from(report.size), Ok(bytes.len()));
                return;
            }
            Step::Need { offset, length } => {
                let from = usize::try_from(offset).unwrap();
                let piece = bytes.get(from..from + usize::try_from(length).unwrap()).unwrap();
                inspector.feed(piece).unwrap();
            }
        }
    }
    panic!("{} bytes are not done after {most} steps", bytes.len());
}

/// Any bytes are an answer to what an inspection wants: taken if they are as many, else refused.
pub fn feed(bytes: &[u8]) {
    let inspections = Inspections::default();
    let id = inspections.open(bytes.len() as u64 * 3, "b");
    for piece in bytes.chunks(7) {
        let answer = inspections.feed(id, piece);
        assert!(answer.starts_with(r#"{"ok""#) || answer.contains("INSPECTION_ORDER"), "{answer}");
        assert!(inspections.step(id).starts_with(r#"{"ok""#));
    }
    inspections.close(id);
    assert!(inspections.step(id).contains("INSPECTION_UNKNOWN"));
}

/// Any bytes are a catalogue, an application, lines of applications, a request.
pub fn documents(bytes: &[u8]) {
    let engine = Session::new();
    let loaded = engine.load(include_bytes!("../data/catalogue.files.json").to_vec());
    assert!(loaded.starts_with(r#"{"ok""#));
    let text = String::from_utf8_lossy(bytes);
    let answers = [
        engine.load(bytes.to_vec()),
        engine.check(0, "F-1", "", &text),
        engine.plan(0, "F-1", &text),
        engine.schedule(&text),
        engine.load_wording(&text),
        engine.messages(0, "F-1", "2026-03-02", &text, "", ""),
        engine.render(&text, ""),
    ];
    for answer in answers {
        assert!(answer.starts_with(r#"{"ok""#) || answer.starts_with(r#"{"error""#), "{answer}");
    }
    for line in engine.check_many(0, bytes).split(|byte| *byte == b'\n') {
        assert!(line.is_empty() || line.starts_with(b"{\"ok\"") || line.starts_with(b"{\"error\""));
    }
}

/// Any text is a number of every kind: what is suggested is right.
pub fn numbers(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for kind in IdentifierKind::ALL {
        if let Some(suggested) = identity::suggestion(*kind, &text, None) {
            assert!(identity::check(*kind, &suggested, None).is_ok(), "{suggested}");
        }
        _ = identity::looks_like(*kind, &text, None);
        _ = identity::hint(*kind, &text);
    }
}

/// Any bytes are a key, a signature, and both with what is signed: a length, then the key, then a length and the signature.
/// What is read has one spelling, so that the same bytes come out of it.
pub fn signatures(bytes: &[u8]) {
    let split = |bytes: &[u8]| {
        let (length, rest) = bytes.split_first().map_or((0, bytes), |(length, rest)| (usize::from(*length), rest));
        let (one, other) = rest.split_at(length.min(rest.len()));
        (one.to_vec(), other.to_vec())
    };
    let (spki, rest) = split(bytes);
    let (signature, message) = split(&rest);
    for algorithm in Algorithm::ALL {
        _ = PublicKey::read(bytes, *algorithm);
        let pair = raw(*algorithm, &signature);
        if let (Ok(pair), Some(0x30), false) = (&pair, signature.first(), signature.len() == 64) {
            assert_eq!(der(pair), signature, "another spelling");
        }
        let Ok(key) = PublicKey::read(&spki, *algorithm) else { continue };
        let others = Algorithm::ALL.iter().filter(|other| *other != algorithm);
        assert!(others.into_iter().all(|other| PublicKey::read(&spki, *other).is_err()));
        let Ok(pair) = pair else { continue };
        let answers = [key.verify(&message, &pair, SM2_ID), key.verify(&message, &pair, &spki)];
        key.prepare();
        assert_eq!([key.verify(&message, &pair, SM2_ID), key.verify(&message, &pair, &spki)], answers);
        assert!(answers[1].is_err() || *algorithm != Algorithm::Sm2Sm3, "an identity that nobody signed under");
    }
}

/// Any bytes are a receipt, a QR code, a trust list, a record, a draft, a signed head: an answer, and never a good one. What is
/// read of CBOR has one spelling.
pub fn receipts(bytes: &[u8]) {
    let core = Receipts::new();
    let text = String::from_utf8_lossy(bytes);
    let request = r#"{"on":"2026-03-20","url":"https://a.example/r"}"#;
    let verified = core.verify(&text, &text, r#"{"on":"2026-03-20"}"#, "");
    assert!(verified.starts_with(r#"{"ok":{"overall":"invalid""#) || verified.contains("unsigned"), "{verified}");
    let answers = [
        core.verify(&text, "", &text, ""),
        core.history(&text, &text, ""),
        core.draft(&text, r#"{"alg":"EdDSA","kid":"0123456789abcdef"}"#),
        core.draft("{}", &text),
        core.attach(&text, &text, &text),
        core.examine_trust(&text, r#"{"on":"2026-03-20"}"#),
        core.verify_manifest(&text, &text, "{}", ""),
        core.draft_manifest(
            &text,
            r#"{"alg":"EdDSA","kid":"0123456789abcdef","issuedAt":"2026-03-20T00:00:00+08:00"}"#,
        ),
        core.attach_manifest(&text, &text, &text),
        core.render(&text, &text, request),
        core.load_calendar(&text),
        core.qr(&text, "", ""),
    ];
    for answer in answers {
        assert!(answer.starts_with(r#"{"ok""#) || answer.starts_with(r#"{"error""#), "{answer}");
    }
    if let Ok(envelope) = Envelope::decode(bytes) {
        assert_eq!(envelope.encode(), bytes, "another spelling");
    }
    if let Ok(head) = Head::decode(bytes) {
        assert_eq!(head.encode(), bytes, "another spelling");
    }
}

/// Any bytes are a package with a receipt inside, and a payload in base32: taken as they are, or refused.
pub fn carriers(bytes: &[u8]) {
    if let Ok(receipt) = attached(bytes) {
        assert!(receipt.len() <= 1 << 20);
    }
    let text = String::from_utf8_lossy(bytes);
    if let Ok(payload) = base32::decode(&text) {
        assert_eq!(base32::encode(&payload), text, "another spelling");
    }
    let symbol = qr("https://a.gov.cn/r#1", &text);
    assert!(symbol.is_err() || text.len() <= 600);
    _ = svg(u32::try_from(bytes.len()).unwrap(), &text, &text);
}

/// The one spelling of two numbers.
fn der(pair: &[u8; 64]) -> Vec<u8> {
    let integers = pair.as_chunks::<32>().0.iter().flat_map(|digits| {
        let digits: Vec<u8> = digits.iter().copied().skip_while(|byte| *byte == 0).collect();
        let sign = digits.first().is_none_or(|byte| *byte > 0x7F).then_some(0);
        let value: Vec<u8> = sign.into_iter().chain(digits).collect();
        [vec![2, u8::try_from(value.len()).unwrap()], value].concat()
    });
    let both: Vec<u8> = integers.collect();
    [vec![0x30, u8::try_from(both.len()).unwrap()], both].concat()
}
