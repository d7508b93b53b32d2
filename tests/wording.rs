//! Sentences: every finding has one, within the length that people read, without the words that blame.

use serde_json::Value;
use yushen::check::FindingCode;
use yushen::json::{Limits, Reader};
use yushen::law::{Status, Statute};
use yushen::wording::{WordingFile, bytes_text, number_text};

const ZH_HANS: &str = include_str!("../src/wording/zh-Hans.json");

#[test]
fn the_file_reads_strictly() {
    let file = Reader::document::<WordingFile>(ZH_HANS, Limits { bytes: 1 << 20 });
    assert!(file.is_ok(), "{:?}", file.err());
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
