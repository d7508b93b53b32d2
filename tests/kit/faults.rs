//! Documents, and lists, that must not pass: each wrong in one thing, and truly signed wherever that can be, so that nothing
//! but the rule that it breaks keeps it out.

use crate::issuing::{ON, Office, error, list, records, trust};
use crate::making::{Made, States, URL, document, hex, message, parts, sorted, with_body, with_head};
use crate::signing::TestKey;
use serde_json::{Value, json};
use yushen::receipt::head::{Envelope, Head};
use yushen::receipt::signature::Algorithm;
use yushen::receipt::{base32, base64};

/// Vectors as they are made.
pub struct Vectors<'o> {
    pub office: &'o Office,
    pub states: States,
    /// A small receipt of an SM2 key.
    pub small: Made,
    /// An acceptance with files and deadlines, of an Ed25519 key.
    pub full: Made,
    pub list: Vec<Value>,
    trust: String,
    threat: &'static str,
}

impl<'o> Vectors<'o> {
    pub fn new(office: &'o Office) -> Self {
        let all = records();
        let issue = |place: usize, turn| parts(office.issue(&all[place]["record"], turn)["json"].as_str().unwrap());
        let states = States::new(office);
        let trust = states.trust.to_string();
        Self { small: issue(29, 0), full: issue(1, 1), list: Vec::new(), threat: "", office, states, trust }
    }

    pub fn sm2(&self) -> &'o TestKey {
        &self.office.keys[0]
    }

    /// What the next ones are about.
    pub fn about(&mut self, threat: &'static str) {
        self.threat = threat;
    }

    /// A receipt or the text of a code, with the first of its checks that did not pass and the code it must have.
    pub fn add(&mut self, name: &str, text: &str, check: &str, code: &str) {
        self.add_with(name, text, &json!({}), check, code);
    }

    pub fn add_with(&mut self, name: &str, text: &str, with: &Value, check: &str, code: &str) {
        let mut request = with.clone();
        request["on"] = with.get("on").cloned().unwrap_or(json!(ON));
        let verified = self.office.verify_with(text, &self.trust, &request);
        let expected = expected(name, &verified, check, code);
        let mut vector = json!({ "name": name, "threat": self.threat });
        // In hexadecimal what two messages have in common is alike in both, and the file half as large.
        let message =
            text.strip_prefix(URL).and_then(|rest| rest.strip_prefix("#1")).and_then(|rest| base32::decode(rest).ok());
        match message {
            Some(message) => vector["cose"] = json!(hex(&message)),
            None => vector["text"] = json!(text),
        }
        if with.as_object().is_some_and(|with| !with.is_empty()) {
            vector["with"] = with.clone();
        }
        vector["expected"] = expected;
        self.list.push(vector);
    }

    /// A trust list with which not even a good receipt passes.
    pub fn add_trust(&mut self, name: &str, trust: &Value, code: &str, fault: &str) {
        let text = trust.to_string();
        let verified = self.office.verify_with(&self.small.text, &text, &json!({ "on": ON }));
        let mut expected = expected(name, &verified, "trust-list", code);
        let told = error(&self.office.core.examine_trust(&text));
        let issue = &told["issues"][0];
        assert_eq!(issue["code"].as_str().unwrap_or_default(), fault, "{name}: {told}");
        if !fault.is_empty() {
            expected["fault"] = issue.clone();
        }
        let vector = json!({ "name": name, "threat": self.threat, "trust": trust, "expected": expected });
        self.list.push(vector);
    }

    /// The small receipt with another body, truly signed.
    fn signed(&mut self, name: &str, change: impl Fn(&mut Value), check: &str, code: &str) {
        let mut body: Value = serde_json::from_str(&self.small.body).unwrap();
        change(&mut body);
        let text = with_body(&self.small, self.sm2(), &sorted(&body)).text;
        self.add(name, &text, check, code);
    }

    /// The text of the small receipt, with a word replaced.
    fn typed(&mut self, name: &str, from: &str, to: &str, check: &str, code: &str) {
        assert_eq!(self.small.text.matches(from).count(), 1, "{name}: {from}");
        let text = self.small.text.replace(from, to);
        self.add(name, &text, check, code);
    }

    /// A receipt with another head, truly signed.
    fn headed(&mut self, name: &str, change: impl Fn(&mut Head), check: &str, code: &str) {
        let mut head = self.small.head.clone();
        change(&mut head);
        let text = with_head(&self.small, self.sm2(), head.encode());
        self.add(name, &text, check, code);
    }

    /// The small receipt signed by another key.
    fn by(&mut self, name: &str, key: &TestKey, check: &str, code: &str) {
        let text = with_body(&self.small, key, &self.small.body.clone()).text;
        self.add(name, &text, check, code);
    }
}

fn expected(name: &str, verified: &Value, check: &str, code: &str) -> Value {
    let checks = verified["checks"].as_array().unwrap();
    let found = checks.iter().find(|each| each["name"] == check && each["code"] == code);
    let found = found.unwrap_or_else(|| unreachable!("{name}: {verified:#}"));
    assert_ne!(verified["overall"], "valid", "{name}");
    let warned = found["result"] == "warn";
    assert_eq!(verified["overall"], if warned { "warning" } else { "invalid" }, "{name}: {verified:#}");
    let mut expected = json!({ "overall": verified["overall"], "check": check, "code": code });
    for key in ["path", "params"] {
        found.get(key).iter().for_each(|value| expected[key] = (*value).clone());
    }
    expected
}

pub fn all(vectors: &mut Vectors<'_>) {
    forged(vectors);
    algorithms(vectors);
    sm2(vectors);
    encodings(vectors);
    times(vectors);
    lists(vectors);
    files(vectors);
    replayed(vectors);
    histories(vectors);
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
    let other = |format: &str, vectors: &Vectors<'_>| {
        let small = &vectors.small;
        let bytes = yushen::receipt::head::to_be_signed(
            &yushen::receipt::head::protected(key.algorithm, crate::making::kid(key)),
            format,
            &small.envelope.head,
        );
        let envelope = Envelope { signature: key.sign(&bytes).try_into().unwrap(), ..small.envelope.clone() };
        document(&small.body, &envelope)
    };
    let text = other("yushen-trust/0", vectors);
    vectors.add("signed for trust lists", &text, "signature", "SIGNATURE_WRONG");
    let text = other("yushen-receipt/1", vectors);
    vectors.add("signed for another version of receipts", &text, "signature", "SIGNATURE_WRONG");
    let bare = key.sign(&vectors.small.envelope.head).try_into().unwrap();
    let envelope = Envelope { signature: bare, ..vectors.small.envelope.clone() };
    let text = document(&vectors.small.body, &envelope);
    vectors.add("the head signed without Sig_structure", &text, "signature", "SIGNATURE_WRONG");
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
        ("s = 0", [r.to_vec(), vec![0; 32]]),
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
    let padded = [&[0x30, length + 1, 2, body[1] + 1, 0], &body[2..]].concat();
    let value = base64::encode(&small.envelope.signature);
    for (name, signature, code) in [
        ("DER with a length in two bytes", [&[0x30, 0x81, length], body].concat(), "SIGNATURE_DER"),
        ("DER with a byte behind it", [&right[..], &[0]].concat(), "SIGNATURE_DER"),
        ("DER with a zero too many before r", padded, "SIGNATURE_DER"),
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
        ("signed after the key was stolen", "compromised", "KEY_COMPROMISED"),
        ("signed, as it says, before the key was stolen", "compromised-later", "KEY_COMPROMISED"),
        ("signed a second after the last one of the key", "expired", "KEY_EXPIRED"),
        ("signed a second before the first one of the key", "early", "KEY_NOT_YET_VALID"),
    ] {
        let key = vectors.states.key(state);
        vectors.by(name, &key, "key", code);
    }
}

fn lists(vectors: &mut Vectors<'_>) {
    let office = vectors.office;
    let sign = |list: &Value| trust(list, &office.root);
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
    let mut stranger = sign(&own());
    stranger["roots"] = trust(&own(), &office.keys[0])["roots"].clone();
    vectors.add_trust("a root that is not pinned", &stranger, "TRUST_LIST_SIGNATURE", "");
    let mut twice = office.entries[0].clone();
    twice["alg"] = json!("ES256");
    let both = sign(&list(&[office.entries[0].clone(), twice.clone()]));
    vectors.add_trust("one key under two algorithms", &both, "TRUST_LIST_INVALID", "ENCODING_INVALID");
    let two = sign(&list(&[office.entries[0].clone(), office.entries[0].clone()]));
    vectors.add_trust("one key twice", &two, "TRUST_LIST_INVALID", "DUPLICATE_ID");
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
    let mut unknown = sign(&own());
    unknown["list"]["keys"][0]["usage"] = json!("any");
    vectors.add_trust("a key of the list that nobody knows", &unknown, "TRUST_LIST_INVALID", "UNKNOWN_KEY");
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
    vectors.headed(
        "a previous receipt that the body does not name",
        |head| head.previous = Some(head.sm3),
        "head",
        "HEAD_DIFFERS",
    );
    vectors.headed(
        "a SHA-256 that SM2 does not have",
        |head| head.sha256 = Some(head.sm3),
        "body",
        "BODY_DIGEST_DIFFERS",
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

fn histories(vectors: &mut Vectors<'_>) {
    vectors.about("receipt replayed in another case");
    let (small, full) = (vectors.small.text.clone(), vectors.full.text.clone());
    vectors.add_with(
        "a previous receipt where none is named",
        &small,
        &json!({ "previous": full }),
        "history",
        "PREVIOUS_DIFFERS",
    );
    let chain = yushen::digest::sm3([&vectors.full.envelope.encode()]);
    let mut body: Value = serde_json::from_str(&vectors.small.body).unwrap();
    body["previous"] = json!({ "number": "深示受〔2026〕0001号", "digest": chain.to_string() });
    let head = Head { previous: Some(chain), ..vectors.small.head.clone() };
    let made = Made { head, ..vectors.small.clone() };
    let next = with_body(&made, vectors.sm2(), &sorted(&body)).text;
    vectors.add_with(
        "the previous receipt of another case",
        &next,
        &json!({ "previous": full }),
        "history",
        "CASE_DIFFERS",
    );
    vectors.add_with(
        "another receipt than is named",
        &next,
        &json!({ "previous": small }),
        "history",
        "PREVIOUS_DIFFERS",
    );
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
    vectors.typed("a comma at the end", number, &format!("{number},,"), "format", "JSON_SYNTAX");
    vectors.typed("a format to come", "yushen-receipt/0.1", "yushen-receipt/0.2", "format", "FORMAT_TOO_NEW");
    vectors.typed("another format", "yushen-receipt/0.1", "yushen-precheck/0.1", "format", "FORMAT_UNKNOWN");
    let text = vectors.small.text.clone();
    vectors.add("a byte order mark", &format!("\u{FEFF}{text}"), "format", "JSON_ENCODING");
    vectors.add("something behind the end", &format!("{text}{{}}"), "format", "JSON_SYNTAX");
    vectors.signed("a key that nobody knows", |body| body["note"] = json!("x"), "body", "UNKNOWN_FIELDS");
    vectors.signed("a key of the caller's own", |body| body["x-note"] = json!("x"), "format", "UNKNOWN_KEY");
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
        ("a control of C1", "张\u{85}三", "CHARACTER_FORBIDDEN"),
        ("a tag character", "张\u{E0041}三", "CHARACTER_FORBIDDEN"),
    ] {
        vectors.signed(name, |body| body["applicant"]["name"] = json!(text), "format", code);
    }
    vectors.signed(
        "a string of 4097 bytes",
        |body| body["applicant"]["name"] = json!("a".repeat(4097)),
        "format",
        "STRING_TOO_LONG",
    );
    vectors.signed(
        "Latin and Cyrillic in one word",
        |body| body["applicant"]["name"] = json!("Pаul"),
        "characters",
        "NAME_MIXED_SCRIPT",
    );
}

fn contents(vectors: &mut Vectors<'_>) {
    vectors.about("a document that should not have been signed");
    vectors.signed("no channels", |body| drop(body.as_object_mut().unwrap().remove("channels")), "body", "KEY_MISSING");
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
