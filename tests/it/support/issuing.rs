//! What an authority's server does in tests: a trust list, drafts, signatures.

use super::signing::TestKey;
use serde_json::{Value, json};
use yushen::receipt::head::{protected, to_be_signed};
use yushen::receipt::signature::Algorithm;
use yushen::receipt::{base64, kid_of, trust};
use yushen::session::Receipts;

pub const USCC: &str = "12440300455751230Q";
pub const PLATFORM: &str = "91440300708461136T";
/// The day of the question: the day after the last record is dated.
pub const ON: &str = "2026-12-22";

/// The entry of a key of the authority, or of the platform where the applicant signs.
pub fn entry(key: &TestKey, uscc: &str, name: &str) -> Value {
    let types: Vec<&str> = if uscc == PLATFORM {
        vec!["commitment"]
    } else {
        vec![
            "acceptance",
            "supplement",
            "refusal",
            "received",
            "extension",
            "special-procedure",
            "not-required",
            "closed",
        ]
    };
    json!({ "kid": key.kid(), "alg": key.algorithm.as_str(), "spki": key.spki_text(), "issuerUscc": uscc, "issuerName": name,
        "regions": ["440300"], "types": types, "notBefore": "2026-01-01T00:00:00+08:00", "notAfter": "2028-12-31T23:59:59+08:00" })
}

/// A list of entries.
pub fn list(keys: &[Value]) -> Value {
    json!({ "format": "yushen-trust/0.1", "seq": 7, "issuedAt": "2026-02-01T00:00:00+08:00",
        "nextUpdate": "2026-12-31T00:00:00+08:00", "keys": keys, "minCatalogue": [{ "region": "440300", "seq": 12 }] })
}

/// A list signed by a root, with the root, as a portal passes it.
pub fn trust(list: &Value, root: &TestKey) -> Value {
    let text = list.to_string();
    let value = yushen::json::Reader::document(&text, yushen::json::Limits { bytes: text.len() }).unwrap();
    let signed = trust::signed_text(&value).unwrap();
    let kid = kid_of(&root.kid()).unwrap();
    let bytes = to_be_signed(&protected(root.algorithm, kid), trust::SIGNED_AS, signed.as_bytes());
    let mut list = list.clone();
    list["sig"] =
        json!({ "alg": root.algorithm.as_str(), "kid": root.kid(), "value": base64::encode(&root.sign(&bytes)) });
    json!({ "list": list, "roots": [{ "alg": root.algorithm.as_str(), "spki": root.spki_text() }] })
}

/// Everything that tests issue with.
pub struct Office {
    pub core: Receipts,
    pub root: TestKey,
    pub keys: Vec<TestKey>,
    pub platform: TestKey,
    pub entries: Vec<Value>,
    pub trust: String,
}

impl Office {
    pub fn new() -> Self {
        let root = TestKey::new(Algorithm::Sm2Sm3, 0);
        let kinds = [Algorithm::Sm2Sm3, Algorithm::EdDsa, Algorithm::Es256];
        let keys: Vec<TestKey> = kinds.into_iter().zip(1..).map(|(kind, number)| TestKey::new(kind, number)).collect();
        let platform = TestKey::new(Algorithm::Sm2Sm3, 9);
        let mut entries: Vec<Value> = keys.iter().map(|key| entry(key, USCC, "深圳市示例局")).collect();
        entries.push(entry(&platform, PLATFORM, "示例身份认证平台"));
        let trust = trust(&list(&entries), &root).to_string();
        Self { core: Receipts::new(), root, keys, platform, entries, trust }
    }

    /// The key that signs a record: of the platform for a commitment.
    pub fn key(&self, record: &Value, turn: usize) -> &TestKey {
        if record["type"] == "commitment" { &self.platform } else { &self.keys[turn % self.keys.len()] }
    }

    pub fn draft(&self, record: &Value, key: &TestKey) -> Value {
        let signer = json!({ "alg": key.algorithm.as_str(), "kid": key.kid() }).to_string();
        ok(&self.core.draft(&record.to_string(), &signer))
    }

    pub fn signature(draft: &Value, key: &TestKey) -> Value {
        let bytes = base64::decode(draft["toBeSigned"].as_str().unwrap()).unwrap();
        json!({ "alg": key.algorithm.as_str(), "kid": key.kid(), "value": base64::encode(&key.sign(&bytes)) })
    }

    /// A record as a document that is in effect.
    pub fn issue(&self, record: &Value, turn: usize) -> Value {
        let key = self.key(record, turn);
        let draft = self.draft(record, key);
        let signature = Self::signature(&draft, key).to_string();
        ok(&self.core.attach(&draft.to_string(), &signature, &self.trust))
    }

    pub fn verify(&self, text: &str) -> Value {
        self.verify_with(text, &self.trust, &json!({ "on": ON }))
    }

    pub fn verify_with(&self, text: &str, trust: &str, request: &Value) -> Value {
        ok(&self.core.verify(text, trust, &request.to_string(), ""))
    }
}

pub fn ok(answer: &str) -> Value {
    let answer: Value = serde_json::from_str(answer).unwrap();
    assert!(answer.get("ok").is_some(), "{answer}");
    answer["ok"].clone()
}

pub fn error(answer: &str) -> Value {
    let answer: Value = serde_json::from_str(answer).unwrap();
    assert!(answer.get("error").is_some(), "{answer}");
    answer["error"].clone()
}

pub fn records() -> Vec<Value> {
    serde_json::from_str(include_str!("../../data/records.json")).unwrap()
}
