//! What receipts are made of, taken apart so that one thing about them can be wrong.

use crate::support::issuing::{Office, list, trust};
use crate::support::signing::TestKey;
use serde_json::{Value, json};
use yushen::json::{Limits, Reader, to_canonical};
use yushen::receipt::head::{Envelope, Head, protected, to_be_signed};
use yushen::receipt::signature::Algorithm;
use yushen::receipt::{SIGNED_AS, base32, base64, kid_of};

/// Where the receipts of the kit say that they are shown.
pub const URL: &str = "https://zwfw.example.gov.cn/r";

/// A receipt in its parts.
#[derive(Clone)]
pub struct Made {
    /// The canonical body.
    pub body: String,
    pub head: Head,
    pub envelope: Envelope,
    /// The whole document.
    pub text: String,
}

/// JSON in canonical form, its strings as they are.
pub fn sorted(value: &Value) -> String {
    let text = value.to_string();
    let value: yushen::json::Value<'_> = Reader::document(&text, Limits { bytes: text.len() }).unwrap();
    to_canonical(&value)
}

pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

pub fn kid(key: &TestKey) -> [u8; 8] {
    kid_of(&key.kid()).unwrap()
}

/// The bytes that a key signs of a head.
pub fn message(key: &TestKey, head: &[u8]) -> Vec<u8> {
    to_be_signed(&protected(key.algorithm, kid(key)), SIGNED_AS, head)
}

/// A head, signed.
pub fn signed(key: &TestKey, head: Vec<u8>) -> Envelope {
    let signature = key.sign(&message(key, &head)).try_into().unwrap();
    Envelope { algorithm: key.algorithm, kid: kid(key), head, signature }
}

/// A document of a body, whatever it is, and a signed head.
pub fn document(body: &str, envelope: &Envelope) -> String {
    let (head, value) = (base64::encode(&envelope.head), base64::encode(&envelope.signature));
    let (alg, kid) = (envelope.algorithm.as_str(), hex(&envelope.kid));
    format!(
        r#"{{"body":{body},"format":"yushen-receipt/0.1","head":"{head}","sig":{{"alg":"{alg}","kid":"{kid}","value":"{value}"}}}}"#
    )
}

/// The text of the QR code of a message.
pub fn code(message: &[u8]) -> String {
    format!("{URL}#1{}", base32::encode(message))
}

/// A document that was issued, in its parts.
pub fn parts(text: &str) -> Made {
    let document: Value = serde_json::from_str(text).unwrap();
    let bytes = |at: &Value| base64::decode(at.as_str().unwrap()).unwrap();
    let (head, sig) = (bytes(&document["head"]), &document["sig"]);
    let envelope = Envelope {
        algorithm: Algorithm::from_word(sig["alg"].as_str().unwrap()).unwrap(),
        kid: kid_of(sig["kid"].as_str().unwrap()).unwrap(),
        signature: bytes(&sig["value"]).try_into().unwrap(),
        head,
    };
    let head = Head::decode(&envelope.head).unwrap();
    Made { body: sorted(&document["body"]), head, envelope, text: text.into() }
}

/// A receipt with another body, truly signed over it.
pub fn with_body(made: &Made, key: &TestKey, body: &str) -> Made {
    let digests = yushen::digest::Digests::of(body.as_bytes());
    let sha256 = (key.algorithm != Algorithm::Sm2Sm3).then_some(digests.sha256);
    let head = Head { sm3: digests.sm3, sha256, ..made.head.clone() };
    let envelope = signed(key, head.encode());
    Made { body: body.into(), text: document(body, &envelope), head, envelope }
}

/// A receipt with another head, truly signed.
pub fn with_head(made: &Made, key: &TestKey, head: Vec<u8>) -> String {
    document(&made.body, &signed(key, head))
}

/// Bytes with the first such run of bytes replaced.
pub fn patched(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|each| each == from).unwrap();
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

/// Keys that are not simply good, by what is the matter with them, and the list that says so.
pub struct States {
    pub keys: Vec<(&'static str, TestKey)>,
    pub trust: Value,
}

impl States {
    pub fn new(office: &Office) -> Self {
        let kinds = [Algorithm::Sm2Sm3, Algorithm::EdDsa, Algorithm::Es256];
        let names = [
            ("retired", 0),
            ("stolen", 2),
            ("expired", 1),
            ("early", 2),
            ("issuer", 0),
            ("type", 1),
            ("region", 2),
            ("identity", 0),
            ("department", 1),
        ];
        let keys: Vec<(&str, TestKey)> =
            (20..).zip(names).map(|(number, (name, kind))| (name, TestKey::new(kinds[kind], number))).collect();
        let mut entries = office.entries.clone();
        entries.extend(keys.iter().map(|(name, key)| Self::entry(name, key)));
        // A number of its own: of two lists of one number the second is refused.
        let mut list = list(&entries);
        list["seq"] = json!(8);
        Self { trust: trust(&list, &office.root), keys }
    }

    fn entry(name: &str, key: &TestKey) -> Value {
        use crate::support::issuing::{PLATFORM, USCC, entry};
        let mut entry = entry(key, USCC, "深圳市示例局");
        let mut set = |key: &str, value: Value| entry[key] = value;
        match name {
            "retired" => {
                set("revokedAt", json!("2026-03-01T00:00:00+08:00"));
                set("revokeReason", json!("retired"));
            }
            "stolen" => {
                set("revokedAt", json!("2026-12-01T00:00:00+08:00"));
                set("revokeReason", json!("key-compromise"));
            }
            "expired" => set("notAfter", json!("2026-03-02T09:00:00+08:00")),
            "early" => set("notBefore", json!("2026-03-02T09:00:02+08:00")),
            "issuer" => set("issuerUscc", json!(PLATFORM)),
            "type" => set("types", json!(["acceptance"])),
            "region" => set("regions", json!(["440305"])),
            "department" => set("departments", json!(["综合受理处"])),
            _ => set("sm2Id", json!("ALICE123@YAHOO.COM")),
        }
        entry
    }

    pub fn key(&self, name: &str) -> TestKey {
        let place = self.keys.iter().position(|(each, _)| *each == name).unwrap();
        TestKey::new(self.keys[place].1.algorithm, 20 + u8::try_from(place).unwrap())
    }
}
