//! Documents, and lists, that must not pass: each wrong in one thing, and truly signed wherever that can be, so that nothing
//! but the rule that it breaks keeps it out.

use super::making::{Made, document, hex, kid, message, sorted, with_body, with_head};
use super::vectors::Vectors;
use crate::support::issuing::{list, trust as signed_list};
use crate::support::signing::TestKey;
use serde_json::{Value, json};
use yushen::receipt::head::{Envelope, Head, protected, to_be_signed};
use yushen::receipt::signature::Algorithm;
use yushen::receipt::{base64, trust};

pub fn all(vectors: &mut Vectors<'_>) {
    forged(vectors);
    algorithms(vectors);
    sm2(vectors);
    encodings(vectors);
    times(vectors);
    lists(vectors);
    files(vectors);
    replayed(vectors);
    strictness(vectors);
    characters(vectors);
    contents(vectors);
}

fn forged(vectors: &mut Vectors<'_>) {
    vectors.about("forged receipt");
    vectors.by("a key that the list does not have", &TestKey::new(Algorithm::EdDsa, 200), "key", "KEY_UNKNOWN");
    for (state, code) in [("issuer", "ISSUER_DIFFERS"), ("type", "TYPE_NOT_ALLOWED"), ("region", "REGION_NOT_ALLOWED")]
    {
        let key = vectors.states.key(state);
        vectors.by(&format!("a key of another {state}"), &key, "issuer", code);
    }
    let key = vectors.states.key("department");
    vectors.by("a department that the list does not give the key", &key, "issuer", "DEPARTMENT_DIFFERS");
    let other = |body: &mut Value| body["issuer"]["name"] = json!("深圳市另一局");
    vectors.signed("another name of the authority than the list has", other, "issuer", "ISSUER_NAME_DIFFERS");
    let small = vectors.small.clone();
    let mut envelope = small.envelope.clone();
    envelope.signature[63] ^= 1;
    vectors.add("one bit of the signature", &document(&small.body, &envelope), "signature", "SIGNATURE_WRONG");
    let head = Head { number: "深示收〔2026〕9999号".into(), ..small.head.clone() };
    let envelope = Envelope { head: head.encode(), ..small.envelope.clone() };
    vectors.add(
        "another number under the old signature",
        &document(&small.body, &envelope),
        "signature",
        "SIGNATURE_WRONG",
    );
    vectors.typed(
        "another name in the body",
        "\"name\":\"张三\",\"phone\"",
        "\"name\":\"张四\",\"phone\"",
        "body",
        "BODY_DIGEST_DIFFERS",
    );
    let sig = small.text.find(",\"sig\"").unwrap();
    vectors.add("no signature", &format!("{}}}", &small.text[..sig]), "signature", "SIGNATURE_MISSING");
    let mut sheet: Value = serde_json::from_str(&small.text).unwrap();
    sheet["body"]["type"] = json!("precheck");
    vectors.add("a self-check sheet that is signed", &sheet.to_string(), "signature", "PRECHECK_SIGNED");
}

fn algorithms(vectors: &mut Vectors<'_>) {
    vectors.about("algorithm downgrade or confusion");
    let alg = "\"alg\":\"SM2SM3\"";
    vectors.typed("the key of SM2 under ES256", alg, "\"alg\":\"ES256\"", "key", "KEY_ALGORITHM_DIFFERS");
    vectors.typed("no algorithm", alg, "\"alg\":\"none\"", "format", "UNKNOWN_WORD");
    let key = vectors.sm2();
    let small = &vectors.small;
    let bytes = to_be_signed(&protected(key.algorithm, kid(key)), trust::SIGNED_AS, &small.envelope.head);
    let envelope = Envelope { signature: key.sign(&bytes).try_into().unwrap(), ..small.envelope.clone() };
    let text = document(&small.body, &envelope);
    vectors.add("signed for trust lists", &text, "signature", "SIGNATURE_WRONG");
}

/// The order of the curve of SM2, highest byte first.
const N: &str = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn sm2(vectors: &mut Vectors<'_>) {
    vectors.about("pitfalls of SM2 and Ed25519");
    let small = vectors.small.clone();
    let (r, s) = small.envelope.signature.split_at(32);
    let order = bytes_of(N);
    let pairs = [
        ("r = 0", [vec![0; 32], s.to_vec()]),
        ("s = n", [r.to_vec(), order]),
        ("r and s exchanged", [s.to_vec(), r.to_vec()]),
    ];
    for (name, pair) in pairs {
        let envelope = Envelope { signature: pair.concat().try_into().unwrap(), ..small.envelope.clone() };
        vectors.add(name, &document(&small.body, &envelope), "signature", "SIGNATURE_WRONG");
    }
    let bytes = message(vectors.sm2(), &small.envelope.head);
    for (name, signature) in [
        ("signed under another identity", sm2_as("ALICE123@YAHOO.COM", &bytes)),
        ("signed without Z", sm2_bare(&bytes)),
    ] {
        let envelope = Envelope { signature, ..small.envelope.clone() };
        vectors.add(name, &document(&small.body, &envelope), "signature", "SIGNATURE_WRONG");
    }
    let key = vectors.states.key("identity");
    vectors.by("signed under the standard identity where the list has another", &key, "signature", "SIGNATURE_WRONG");
    let full = vectors.full.clone();
    let mut signature = full.envelope.signature;
    // L, lowest byte first
    let order = bytes_of("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let mut carry = 0_u16;
    for (byte, add) in signature[32..].iter_mut().zip(order) {
        carry += u16::from(*byte) + u16::from(add);
        *byte = u8::try_from(carry & 255).unwrap();
        carry >>= 8;
    }
    let envelope = Envelope { signature, ..full.envelope.clone() };
    vectors.add("S of Ed25519 with L added", &document(&full.body, &envelope), "signature", "SIGNATURE_WRONG");
}

/// The secret of the authority's SM2 key, made again: `TestKey` signs under the standard identity only.
fn secret() -> sm2::SecretKey {
    let seed = yushen::digest::sha256(b"yushen test key, worth nothing \x01");
    sm2::SecretKey::from_slice(seed.bytes()).unwrap()
}

fn sm2_as(identity: &str, bytes: &[u8]) -> [u8; 64] {
    use sm2::dsa::signature::Signer as _;
    let signature: sm2::dsa::Signature = sm2::dsa::SigningKey::new(identity, &secret()).unwrap().sign(bytes);
    signature.to_bytes().into()
}

fn sm2_bare(bytes: &[u8]) -> [u8; 64] {
    use sm2::dsa::signature::hazmat::PrehashSigner as _;
    let digest = yushen::digest::sm3([bytes]);
    let key = sm2::dsa::SigningKey::new("1234567812345678", &secret()).unwrap();
    let signature: sm2::dsa::Signature = key.sign_prehash(digest.bytes()).unwrap();
    signature.to_bytes().into()
}

/// r‖s as DER.
fn der(pair: &[u8; 64]) -> Vec<u8> {
    let integer = |half: &[u8]| {
        let digits: Vec<u8> = half.iter().copied().skip_while(|byte| *byte == 0).collect();
        let zero = if digits[0] > 127 { &[0][..] } else { &[] };
        [&[2, u8::try_from(zero.len() + digits.len()).unwrap()], zero, &digits].concat()
    };
    let both = [integer(&pair[..32]), integer(&pair[32..])].concat();
    [&[0x30, u8::try_from(both.len()).unwrap()], &both[..]].concat()
}

fn encodings(vectors: &mut Vectors<'_>) {
    vectors.about("strictness: DER and base64url");
    let small = vectors.small.clone();
    let right = der(&small.envelope.signature);
    let length = right[1];
    let body = &right[2..];
    let value = base64::encode(&small.envelope.signature);
    for (name, signature, code) in [
        ("DER with a length in two bytes", [&[0x30, 0x81, length], body].concat(), "SIGNATURE_DER"),
        ("DER with a byte behind it", [&right[..], &[0]].concat(), "SIGNATURE_DER"),
        ("a signature of 63 bytes", small.envelope.signature[..63].to_vec(), "SIGNATURE_LENGTH"),
    ] {
        vectors.typed(name, &value, &base64::encode(&signature), "signature", code);
    }
    vectors.typed("base64 with padding", &value, &format!("{value}=="), "signature", "ENCODING_INVALID");
    let last = value.chars().next_back().unwrap();
    let spare = if last == 'A' { 'B' } else { char::from(last as u8 + 1) };
    let text = format!("{}{spare}", &value[..value.len() - 1]);
    vectors.typed("base64 with bits that stand for nothing", &value, &text, "signature", "ENCODING_INVALID");
    let kid = hex(&small.envelope.kid);
    vectors.typed("a kid in capitals", &kid, &kid.to_uppercase(), "signature", "NUMBER_INVALID");
}

fn times(vectors: &mut Vectors<'_>) {
    vectors.about("revoked or rotated key");
    for (name, state, code) in [
        ("signed after the key was retired", "retired", "KEY_REVOKED"),
        ("signed, as it says, before the key was stolen", "stolen", "KEY_COMPROMISED"),
        ("signed a second after the last one of the key", "expired", "KEY_EXPIRED"),
        ("signed a second before the first one of the key", "early", "KEY_NOT_YET_VALID"),
    ] {
        let key = vectors.states.key(state);
        vectors.by(name, &key, "key", code);
    }
}

fn lists(vectors: &mut Vectors<'_>) {
    let office = vectors.office;
    let sign = |list: &Value| signed_list(list, &office.root);
    let own = || list(&office.entries[..1]);
    vectors.about("stale or forged trust list");
    let small = vectors.small.text.clone();
    vectors.add_with(
        "the day after the next update",
        &small,
        &json!({ "on": "2027-01-01" }),
        "trust-list",
        "TRUST_LIST_STALE",
    );
    let mut seen = sign(&own());
    seen["seenSeq"] = json!(8);
    vectors.add_trust("a list older than one that was seen", &seen, "TRUST_LIST_ROLLBACK", "");
    let mut altered = sign(&own());
    altered["list"]["keys"][0]["issuerName"] = json!("另一机关");
    vectors.add_trust("a list altered after it was signed", &altered, "TRUST_LIST_SIGNATURE", "");
    let mut twice = office.entries[0].clone();
    twice["alg"] = json!("ES256");
    let both = sign(&list(&[office.entries[0].clone(), twice]));
    vectors.add_trust("one key under two algorithms", &both, "TRUST_LIST_INVALID", "ENCODING_INVALID");
    let mut kid = office.entries[0].clone();
    kid["kid"] = json!("0000000000000001");
    vectors.add_trust("a kid that is not of the key", &sign(&list(&[kid])), "TRUST_LIST_INVALID", "NUMBER_INVALID");
    let point = [&bytes_of("302a300506032b6570032100")[..], &[1], &[0; 31]].concat();
    let mut weak = office.entries[1].clone();
    weak["spki"] = json!(base64::encode(&point));
    vectors.add_trust("an Ed25519 key of small order", &sign(&list(&[weak])), "TRUST_LIST_INVALID", "ENCODING_INVALID");
    let mut off = office.entries[0].clone();
    let mut spki = office.keys[0].spki();
    *spki.last_mut().unwrap() ^= 1;
    off["spki"] = json!(base64::encode(&spki));
    vectors.add_trust(
        "a point that is not on the curve",
        &sign(&list(&[off])),
        "TRUST_LIST_INVALID",
        "ENCODING_INVALID",
    );
}

fn files(vectors: &mut Vectors<'_>) {
    vectors.about("file altered after it was handed in");
    let body: Value = serde_json::from_str(&vectors.full.body).unwrap();
    let files = |key: &str, value: Value| {
        let lists = body["materials"].as_array().unwrap().iter().filter_map(|material| material["files"].as_array());
        let mut all: Vec<Value> = lists.flatten().cloned().collect();
        all[0][key] = value;
        json!({ "files": all })
    };
    let text = vectors.full.text.clone();
    vectors.add_with("another SHA-256", &text, &files("sha256", json!("0".repeat(64))), "files", "FILE_DIFFERS");
    vectors.add_with("another size", &text, &files("size", json!(512_346)), "files", "FILE_DIFFERS");
}

fn replayed(vectors: &mut Vectors<'_>) {
    vectors.about("old catalogue");
    vectors.signed(
        "a catalogue below the floor",
        |body| body["item"]["catalogue"]["seq"] = json!(11),
        "catalogue",
        "CATALOGUE_OUTDATED",
    );
    let none = |body: &mut Value| drop(body["item"]["catalogue"].as_object_mut().unwrap().remove("seq"));
    vectors.signed("a catalogue that does not say which", none, "catalogue", "CATALOGUE_OUTDATED");
    vectors.about("head and body of different receipts");
    let other = document(&vectors.full.body, &vectors.small.envelope);
    vectors.add("the head of another receipt", &other, "body", "BODY_DIGEST_DIFFERS");
    vectors.headed("another number", |head| head.number = "深示收〔2026〕9999号".into(), "head", "HEAD_DIFFERS");
    vectors.headed(
        "a day that is nowhere promised",
        |head| head.due = yushen::calendar::CivilDate::parse("2026-03-09"),
        "head",
        "HEAD_DIFFERS",
    );
    let full = vectors.full.clone();
    let bare = Head { sha256: None, ..full.head.clone() };
    let text = with_head(&full, &vectors.office.keys[1], bare.encode());
    vectors.add("no SHA-256, which Ed25519 needs", &text, "head", "HEAD_DIFFERS");
    vectors.about("a deadline that was moved");
    let text = moved(&full, &vectors.office.keys[1], "2026-03-10");
    vectors.add("a day later than it counts", &text, "deadlines", "DEADLINE_DIFFERS");
    let text = moved(&full, &vectors.office.keys[1], "2026-03-08");
    vectors.add("a day off as the last day", &text, "deadlines", "DEADLINE_DIFFERS");
}

/// The acceptance with another promised day, truly signed.
fn moved(full: &Made, key: &TestKey, day: &str) -> String {
    let mut body: Value = serde_json::from_str(&full.body).unwrap();
    body["deadlines"][0]["due"] = json!(day);
    let due = yushen::calendar::CivilDate::parse(day);
    let made = Made { head: Head { due, ..full.head.clone() }, ..full.clone() };
    with_body(&made, key, &sorted(&body)).text
}

fn strictness(vectors: &mut Vectors<'_>) {
    vectors.about("strictness: JSON");
    let number = "\"number\":\"深示收〔2026〕0002号\"";
    let twice = |first: &str| format!("\"{first}\":\"X\",{number}");
    vectors.typed("a key twice", number, &twice("number"), "format", "DUPLICATE_KEY");
    vectors.typed("a key twice, once escaped", number, &twice("n\\u0075mber"), "format", "DUPLICATE_KEY");
    let format = "\"format\":\"yushen-receipt/0.1\"";
    vectors.typed("a key of the envelope twice", format, &format!("{format},{format}"), "format", "DUPLICATE_KEY");
    for (name, number) in [("a fraction", "1.0"), ("an exponent", "1e0")] {
        vectors.typed(name, "\"copies\":1", &format!("\"copies\":{number}"), "format", "NUMBER_NOT_INTEGER");
    }
    vectors.typed("minus nothing", "\"copies\":1", "\"copies\":-0", "format", "NUMBER_NOT_INTEGER");
    vectors.typed(
        "an integer that JavaScript rounds",
        "\"copies\":1",
        "\"copies\":9007199254740993",
        "format",
        "NUMBER_OUT_OF_RANGE",
    );
    vectors.typed("null for what is absent", "\"copies\":1", "\"code\":null,\"copies\":1", "format", "NULL_VALUE");
    vectors.typed("half a surrogate pair", "高龄老人津贴", "高龄老人\\ud800津贴", "format", "LONE_SURROGATE");
    vectors.typed("a format to come", "yushen-receipt/0.1", "yushen-receipt/0.2", "format", "FORMAT_TOO_NEW");
    vectors.typed("another format", "yushen-receipt/0.1", "yushen-precheck/0.1", "format", "FORMAT_UNKNOWN");
    let text = vectors.small.text.clone();
    vectors.add("a byte order mark", &format!("\u{FEFF}{text}"), "format", "JSON_ENCODING");
    vectors.add("something behind the end", &format!("{text}{{}}"), "format", "JSON_SYNTAX");
    vectors.signed("a key that nobody knows", |body| body["note"] = json!("x"), "body", "UNKNOWN_FIELDS");
    vectors.signed("a key of the caller's own", |body| body["x-note"] = json!("x"), "format", "UNKNOWN_FIELDS");
    let deep = (0..16).fold(json!(1), |inner, _| json!([inner]));
    vectors.signed("deeper than a body may be", |body| body["note"] = deep.clone(), "format", "JSON_DEPTH");
}

fn characters(vectors: &mut Vectors<'_>) {
    vectors.about("confusable Unicode");
    for (name, text, code) in [
        ("not composed (NFD)", "Jose\u{301}", "TEXT_NOT_NFC"),
        ("a compatibility ideograph", "\u{F9D0}三", "TEXT_NOT_NFC"),
        ("text that turns", "张\u{202E}三", "CHARACTER_FORBIDDEN"),
        ("a space without width", "张\u{200B}三", "CHARACTER_FORBIDDEN"),
    ] {
        vectors.signed(name, |body| body["applicant"]["name"] = json!(text), "format", code);
    }
    vectors.signed(
        "Latin and Cyrillic in one word",
        |body| body["applicant"]["name"] = json!("Pаul"),
        "characters",
        "NAME_MIXED_SCRIPT",
    );
    for (name, text, code) in [
        ("katakana in the place of an ideograph", "ロ三", "NAME_CONFUSABLE"),
        ("a radical of Kangxi in the place of an ideograph", "⼯三", "NAME_RADICAL"),
        ("a character for private use in the name of a person", "张\u{E863}三", "RARE_CHARACTER"),
        ("a variation sequence in the name of a person", "葛\u{E0100}三", "RARE_CHARACTER"),
    ] {
        vectors.signed(name, |body| body["applicant"]["name"] = json!(text), "characters", code);
    }
    for (name, text) in [
        ("a format character in the name of a person", "张\u{180E}三"),
        ("a variation selector that selects nothing", "A\u{E0100}三"),
    ] {
        vectors.signed(name, |body| body["applicant"]["name"] = json!(text), "body", "CHARACTER_FORBIDDEN");
    }
    for (name, text) in [
        ("a character for private use in the name of an item", "高龄\u{E863}津贴"),
        ("a variation sequence in the name of an item", "葛\u{E0100}津贴"),
    ] {
        vectors.signed(name, |body| body["item"]["name"] = json!(text), "body", "CHARACTER_FORBIDDEN");
    }
    vectors.signed(
        "a filler that has no ink",
        |body| body["applicant"]["name"] = json!("张\u{3164}三"),
        "format",
        "CHARACTER_FORBIDDEN",
    );
    vectors.signed(
        "what is no character",
        |body| body["applicant"]["name"] = json!("张\u{FDD0}三"),
        "format",
        "CHARACTER_FORBIDDEN",
    );
}

fn contents(vectors: &mut Vectors<'_>) {
    vectors.about("a document that should not have been signed");
    vectors.signed(
        "a fee, which this kind never has",
        |body| body["fee"] = json!({ "charged": false }),
        "body",
        "FIELD_NOT_OF_KIND",
    );
    vectors.signed(
        "issued before it was received",
        |body| body["times"]["received"] = json!("2026-03-02T09:00:02+08:00"),
        "body",
        "EVENT_ORDER",
    );
    vectors.signed(
        "an instant of another zone",
        |body| body["times"]["received"] = json!("2026-03-02T01:00:00Z"),
        "body",
        "INSTANT_INVALID",
    );
    vectors.signed(
        "a draft as basis",
        |body| body["basis"] = json!([{ "statute": "online-service-draft", "article": 12 }]),
        "body",
        "BASIS_NOT_BINDING",
    );
}
