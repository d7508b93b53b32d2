//! Sentences: every finding has one, within the length that people read, without the words that blame.

use serde_json::Value;
use std::collections::BTreeSet;
use yushen::check::FindingCode;
use yushen::json::{Limits, Reader};
use yushen::law::{Status, Statute};
use yushen::receipt::document::DocumentKind;
use yushen::receipt::verify::Reason;
use yushen::wording::{WordingFile, bytes_text, number_text};

const ZH_HANS: &str = include_str!("../../src/wording/zh-Hans.json");
const DOCUMENTS: &str = include_str!("../../src/wording/documents.zh-Hans.json");
const COMMON: &str = include_str!("../../src/wording/common.zh-Hans.json");

#[test]
fn the_file_reads_strictly() {
    let file = Reader::document::<WordingFile>(ZH_HANS, Limits { bytes: 1 << 20 });
    assert!(file.is_ok(), "{:?}", file.err());
}

#[test]
fn the_files_about_documents_read_strictly_and_every_reason_has_a_sentence() {
    for text in [DOCUMENTS, COMMON] {
        let file = Reader::document::<WordingFile>(text, Limits { bytes: 1 << 20 });
        assert!(file.is_ok(), "{:?}", file.err());
    }
    let file: Value = serde_json::from_str(DOCUMENTS).unwrap();
    let own: Value = serde_json::from_str(ZH_HANS).unwrap();
    let common: Value = serde_json::from_str(COMMON).unwrap();
    for reason in Reason::ALL {
        let sentence =
            file["sheet"][format!("code-{reason}")].as_str().unwrap_or_else(|| panic!("{reason} is not said"));
        assert!(sentence.ends_with('。') && sentence.chars().count() <= 60, "{reason}: {sentence}");
    }
    for kind in DocumentKind::ALL.iter().skip(1) {
        for key in [format!("title-{kind}"), format!("first-{kind}")] {
            assert!(file["sheet"][&key].is_string(), "{key}");
        }
    }
    for section in ["labels", "sheet"] {
        for key in common[section].as_object().unwrap().keys() {
            assert!(own[section].get(key).is_none(), "{key} stands in two places");
        }
    }
}

#[test]
fn every_finding_has_a_sentence_that_helps() {
    let file: Value = serde_json::from_str(ZH_HANS).unwrap();
    for code in FindingCode::ALL {
        let sentence = &file["findings"][code.as_str()];
        for key in ["what", "how"] {
            let text = sentence[key].as_str().unwrap_or_else(|| panic!("{code} has no `{key}`"));
            assert!(text.ends_with('。') && text.chars().count() <= 60, "{code}: {text}");
            for word in ["非法", "无效", "错误码", "请检查输入"] {
                assert!(!text.contains(word), "{code} blames: {text}");
            }
        }
    }
    assert_eq!(file["findings"].as_object().unwrap().len(), FindingCode::ALL.len(), "a sentence without a finding");
}

#[test]
fn codes_are_spelt_as_their_variants() {
    let snake = |variant: &str| {
        let mut word = String::new();
        for each in variant.chars() {
            if each.is_uppercase() && !word.is_empty() {
                word.push('_');
            }
            word.extend(each.to_uppercase());
        }
        word
    };
    for code in FindingCode::ALL {
        assert_eq!(snake(&format!("{code:?}")), code.as_str());
    }
    for code in yushen::error::ErrorCode::ALL {
        assert_eq!(snake(&format!("{code:?}")), code.as_str());
        assert!(FindingCode::from_word(code.as_str()).is_none(), "one namespace: {code}");
    }
}

#[test]
fn numbers_are_written_as_articles_are_numbered() {
    let written = [
        (1, "一"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (32, "三十二"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1259, "一千二百五十九"),
        (2006, "二千零六"),
    ];
    for (number, text) in written {
        assert_eq!(number_text(number), text);
    }
}

#[test]
fn sizes_are_never_said_smaller_than_they_are() {
    let written = [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (1025, "1.1 KB"),
        (1_048_576, "1 MB"),
        (10_485_761, "10.1 MB"),
        (13_002_343, "12.5 MB"),
    ];
    for (bytes, text) in written {
        assert_eq!(bytes_text(bytes), text);
    }
}

#[test]
fn the_bases_that_the_engine_names_by_itself_are_in_force() {
    for procedure in yushen::law::Procedure::ALL {
        let bases = [procedure.supplement_basis(), procedure.acceptance_basis(), procedure.correction_basis()];
        for basis in bases.into_iter().flatten() {
            let statute = Statute::find(&basis.statute.unwrap()).unwrap();
            assert_eq!(statute.status, Status::InForce, "{}", statute.title);
            assert!(basis.status.is_none());
        }
    }
}

/// The names of the slots of a text, in order of the alphabet.
fn slots(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    names.sort_unstable();
    names
}

#[test]
fn every_language_says_everything_with_the_same_slots() {
    let mut chinese: Value = serde_json::from_str(ZH_HANS).unwrap();
    let common: Value = serde_json::from_str(COMMON).unwrap();
    for section in ["labels", "sheet"] {
        for (key, text) in common[section].as_object().unwrap() {
            chinese[section][key] = text.clone();
        }
    }
    for file in ["zh-Hant", "en"] {
        let text = std::fs::read_to_string(format!("src/wording/{file}.json")).unwrap();
        assert!(yushen::wording::read(&text).is_ok(), "{file} does not read strictly");
        let other: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(other["locale"], file);
        for section in ["findings", "labels", "sheet", "deadlines"] {
            let keys = |value: &Value| value[section].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(keys(&chinese), keys(&other), "{file}: {section}");
        }
        for (section, key, text) in texts(&chinese) {
            let said = other[section].pointer(&key).and_then(Value::as_str);
            let said = said.unwrap_or_else(|| panic!("{file} has no {section}{key}"));
            assert_eq!(slots(&text), slots(said), "{file}: {section}{key}");
            for word in ["illegal", "invalid", "error code", "Invalid", "非法", "無效"] {
                assert!(!said.contains(word), "{file} blames in {section}{key}: {said}");
            }
        }
    }
}

/// Every text of a file: section, pointer, text.
fn texts(file: &Value) -> Vec<(&'static str, String, String)> {
    let mut texts = Vec::new();
    for section in ["findings", "labels", "sheet", "deadlines"] {
        for (key, value) in file[section].as_object().unwrap() {
            match value {
                Value::String(text) => texts.push((section, format!("/{key}"), text.clone())),
                other => {
                    let entries = other.as_object().unwrap().iter();
                    texts
                        .extend(entries.map(|(part, text)| {
                            (section, format!("/{key}/{part}"), text.as_str().unwrap().to_owned())
                        }));
                }
            }
        }
    }
    texts
}

#[test]
fn a_language_can_be_loaded_and_changed() {
    let engine = yushen::session::Session::new();
    let load = |text: &str| -> Value { serde_json::from_str(&engine.load_wording(text)).unwrap() };
    assert_eq!(load(&std::fs::read_to_string("src/wording/en.json").unwrap())["ok"], "en");
    let change = r#"{"format":"yushen-wording/0.1","locale":"en","findings":{"MAT_MISSING":{"how":"Bring it."}}}"#;
    assert_eq!(load(change)["ok"], "en");
    let catalogue = std::fs::read("src/data/catalogue.sample.json").unwrap();
    let loaded: Value = serde_json::from_str(&engine.load(catalogue)).unwrap();
    let handle = u32::try_from(loaded["ok"]["handle"].as_u64().unwrap()).unwrap();
    let finding = r#"{"code":"MAT_MISSING","severity":"must","class":"missing","path":"/materials/articles","material":"articles",
        "basis":{"statute":"licensing-law","article":32,"paragraph":1,"item":4},"remedy":{"action":"supply","path":"/materials/articles"}}"#;
    let said = |locale: &str| -> Value {
        serde_json::from_str(&engine.message(handle, "SZ-09", "2026-03-02", finding, "", locale)).unwrap()
    };
    assert_eq!(said("en")["ok"]["how"], "Bring it.");
    assert!(said("en")["ok"]["basis"].as_str().unwrap().contains("32"), "digits, not numerals: {}", said("en"));
    assert_eq!(said("")["ok"]["how"], "请上传“章程及内部管理制度”。");
    assert_eq!(said("fr")["error"]["code"], "LOCALE_UNKNOWN");
    for (text, code) in [
        (r#"{"format":"yushen-wording/9.0","locale":"en"}"#, "FORMAT_TOO_NEW"),
        (r#"{"format":"sentences","locale":"en"}"#, "FORMAT_UNKNOWN"),
        (r#"{"format":"yushen-wording/0.1","locale":"en","findings":{"NO_SUCH":{}}}"#, "UNKNOWN_WORD"),
        (r#"{"format":"yushen-wording/0.1","locale":"en","labels":{"yes":1}}"#, "TYPE_MISMATCH"),
    ] {
        assert_eq!(load(text)["error"]["issues"][0]["code"], code);
    }
}
