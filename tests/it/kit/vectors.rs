//! Vectors as they are made: each is verified here first, and kept with the verdict that it must have.

use super::making::{Made, States, URL, hex, parts, sorted, with_body, with_head};
use crate::support::issuing::{ON, Office, error, records};
use crate::support::signing::TestKey;
use serde_json::{Value, json};
use yushen::receipt::base32;
use yushen::receipt::head::Head;

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
        let told = error(&self.office.core.examine_trust(&text, &json!({ "on": ON }).to_string()));
        let issue = &told["issues"][0];
        assert_eq!(issue["code"], if fault.is_empty() { code } else { fault }, "{name}: {told}");
        if !fault.is_empty() {
            expected["fault"] = issue.clone();
        }
        let vector = json!({ "name": name, "threat": self.threat, "trust": trust, "expected": expected });
        self.list.push(vector);
    }

    /// The small receipt with another body, truly signed.
    pub fn signed(&mut self, name: &str, change: impl Fn(&mut Value), check: &str, code: &str) {
        let mut body: Value = serde_json::from_str(&self.small.body).unwrap();
        change(&mut body);
        let text = with_body(&self.small, self.sm2(), &sorted(&body)).text;
        self.add(name, &text, check, code);
    }

    /// The text of the small receipt, with a word replaced.
    pub fn typed(&mut self, name: &str, from: &str, to: &str, check: &str, code: &str) {
        assert_eq!(self.small.text.matches(from).count(), 1, "{name}: {from}");
        let text = self.small.text.replace(from, to);
        self.add(name, &text, check, code);
    }

    /// A receipt with another head, truly signed.
    pub fn headed(&mut self, name: &str, change: impl Fn(&mut Head), check: &str, code: &str) {
        let mut head = self.small.head.clone();
        change(&mut head);
        let text = with_head(&self.small, self.sm2(), head.encode());
        self.add(name, &text, check, code);
    }

    /// The small receipt signed by another key.
    pub fn by(&mut self, name: &str, key: &TestKey, check: &str, code: &str) {
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
