//! `Deserialize` beside our reader, and `Serialize` beside our writer: on every text of the cases, and on texts that are a
//! little wrong. `YUSHEN_MUTATIONS` says how many of those; `make test-all` compares a million.

mod kinds;
mod mutate;
mod public;
mod seeds;

use crate::support::Random;
use kinds::{Kind, Outcome};
use mutate::Tokens;
use serde_json::Value;
use std::path::Path;
use yushen::catalogue::Catalogue;
use yushen::json::{Limits, Text, Transcript};

const LIMITS: Limits = Limits { bytes: 1 << 22 };

/// What was compared.
#[derive(Debug, Default)]
struct Counts {
    texts: usize,
    read: usize,
    faults: usize,
    broken: usize,
    /// Of these the tree and CBOR could hold so many.
    held: usize,
    /// Numbers such as `1e30`, of which a format keeps only the value.
    respelled: usize,
}

impl Counts {
    /// Compares every way to read one text.
    fn compare(&mut self, kind: &Kind, text: &str) {
        self.texts += 1;
        let ours = (kind.ours)(text);
        let theirs = (kind.text)(text);
        match (&ours, &theirs) {
            (Outcome::Read, Outcome::Read) => self.read += 1,
            (Outcome::Faults(_), Outcome::Broken(_)) => self.broken += 1,
            (Outcome::Faults(_), Outcome::Faults(_)) if self.same(&ours, &theirs, text) => self.faults += 1,
            _ => panic!("{}: {text}\n  ours   {ours:?}\n  serde  {theirs:?}", kind.name),
        }
        if !matches!(theirs, Outcome::Broken(_)) {
            self.compare_held(kind, text, &theirs);
        }
    }

    /// A number that is large and written with a point or an exponent is none of ours, or too large: whoever sees the text
    /// says the first, whoever sees the value the second.
    fn same(&mut self, ours: &Outcome, theirs: &Outcome, text: &str) -> bool {
        let (Outcome::Faults(ours), Outcome::Faults(theirs)) = (ours, theirs) else { return false };
        let spelled = |faults: &str| faults.replace("NUMBER_OUT_OF_RANGE", "NUMBER_NOT_INTEGER");
        let respelled = ours != theirs && text.bytes().any(|byte| b".eE".contains(&byte));
        self.respelled += usize::from(respelled);
        ours == theirs || respelled && spelled(ours) == spelled(theirs)
    }

    /// The same from a tree and from CBOR, where they hold the text: no key twice.
    fn compare_held(&mut self, kind: &Kind, text: &str, expected: &Outcome) {
        let tree: Value = serde_json::from_str(text).unwrap();
        let stream = Transcript::of(&mut serde_json::Deserializer::from_str(text), LIMITS).unwrap();
        if Transcript::of(&tree, LIMITS).unwrap().text() != stream.text() {
            return;
        }
        self.held += 1;
        let mut bytes = Vec::new();
        ciborium::into_writer(&tree, &mut bytes).unwrap();
        for (way, found) in [("tree", (kind.tree)(tree)), ("CBOR", (kind.cbor)(&bytes))] {
            assert_eq!(&found, expected, "{} from {way}: {text}", kind.name);
        }
    }
}

#[test]
fn every_text_of_the_cases_reads_alike() {
    let mut counts = Counts::default();
    for seed in seeds::all() {
        counts.compare(seed.kind, &seed.text);
    }
    eprintln!("{counts:?}");
    assert!(counts.read > 1_500 && counts.faults > 30 && counts.broken > 2, "{counts:?}");
}

#[test]
fn every_value_of_the_cases_is_written_alike_and_read_again() {
    let (mut written, mut golden) = (0, 0);
    for seed in seeds::all().iter().filter(|seed| (seed.kind.ours)(&seed.text) == Outcome::Read) {
        let text = (seed.kind.written)(&seed.text);
        assert_eq!((seed.kind.written)(&text), text, "{}", seed.kind.name);
        assert_eq!((seed.kind.by_cbor)(&seed.text), text, "{}", seed.kind.name);
        if let Some(our_own) = seed.kind.our_own {
            assert_eq!(our_own(&seed.text), text, "{}", seed.kind.name);
        }
        if seed.golden {
            assert_eq!(text, seed.text, "{}", seed.kind.name);
            golden += 1;
        }
        written += 1;
    }
    eprintln!("{written} values, {golden} of them golden");
    assert!(golden > 700, "{golden} of {written}");
}

#[test]
fn texts_that_are_a_little_wrong_have_the_same_faults() {
    let wanted = std::env::var("YUSHEN_MUTATIONS").map_or(20_000, |count| count.parse().unwrap());
    let seeds = seeds::all();
    // A long text takes long; every kind has short ones too.
    let tokens: Vec<_> =
        seeds.iter().filter(|seed| seed.text.len() < 4_000).map(|seed| (seed, Tokens::of(&seed.text))).collect();
    let (mut random, mut counts, mut text) = (Random(0x5EED), Counts::default(), String::new());
    for turn in 0..wanted {
        let (seed, tokens) = &tokens[turn % tokens.len()];
        tokens.mutated(&mut random, &mut text);
        if random.below(3) == 0 {
            let twice = text.clone();
            Tokens::of(&twice).mutated(&mut random, &mut text);
        }
        counts.compare(seed.kind, &text);
    }
    eprintln!("{counts:?}");
    assert!(counts.faults * 3 > wanted && counts.read * 20 > wanted && counts.broken * 20 > wanted, "{counts:?}");
}

#[test]
fn a_catalogue_is_read_and_written_as_a_whole() {
    let tree = seeds::json(Path::new("tests/data/catalogue.test.json"));
    let loaded = Catalogue::load(tree.to_string().into_bytes()).unwrap();
    let read: Catalogue = serde_json::from_value(tree.clone()).unwrap();
    assert_eq!(read.identity(), loaded.identity());
    assert_eq!(serde_json::to_value(&read).unwrap(), tree);
    let (mut read, mut refused) = (0, 0);
    for case in seeds::json(Path::new("tests/cases/catalogue.json")).as_array().unwrap() {
        let Some(source) = case["input"].get("source") else { continue };
        let expected = Catalogue::load(source.to_string().into_bytes());
        let expected = Outcome::of(expected.as_ref().err().map_or(&[], |error| error.issues()));
        assert_eq!(Outcome::of_json(serde_json::from_value::<Catalogue>(source.clone())), expected);
        (read, refused) = if expected == Outcome::Read { (read + 1, refused) } else { (read, refused + 1) };
    }
    assert!(read >= 2 && refused >= 25, "{read}, {refused}");
}

#[test]
fn what_json_cannot_hold_is_refused_with_its_pointer() {
    use ciborium::Value as Cbor;
    let key = |key: &str| Cbor::Text(key.into());
    let tree = Cbor::Map(vec![
        (key("bytes"), Cbor::Bytes(vec![1, 2])),
        (Cbor::Integer(7.into()), key("a number is no key")),
        (key("real"), Cbor::Array(vec![Cbor::Float(f64::NAN), Cbor::Float(f64::INFINITY), Cbor::Float(0.5)])),
        (key("large"), Cbor::Integer(u64::MAX.into())),
        (key("text"), key("a")),
        // UTF-8 but for half of a surrogate pair, as JavaScript can have it in a text.
        (key("half"), Cbor::Bytes(b"a\xED\xA0\x80b".to_vec())),
    ]);
    let mut bytes = Vec::new();
    ciborium::into_writer(&tree, &mut bytes).unwrap();
    let expected = "TYPE_MISMATCH at `/bytes`, TYPE_MISMATCH at `/7`, NUMBER_NOT_INTEGER at `/real/0`, \
        NUMBER_NOT_INTEGER at `/real/1`, NUMBER_NOT_INTEGER at `/real/2`, NUMBER_OUT_OF_RANGE at `/large`, LONE_SURROGATE at `/half`";
    let found = ciborium::from_reader::<yushen::json::Value<'static>, _>(&*bytes);
    assert_eq!(Outcome::of_cbor(found), Outcome::Faults(expected.into()));
}

#[test]
fn what_is_too_large_or_too_deep_is_cut_off_and_refused() {
    let nested = (0..200).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    let deep = serde_json::from_value::<yushen::json::Value<'static>>(nested);
    assert_eq!(Outcome::of_json(deep), Outcome::Faults(format!("JSON_DEPTH at `{}`", "/0".repeat(32))));
    let long = Value::Array(vec!["a".repeat(1000).into(); 1000]);
    let text = Transcript::of(&long, Limits { bytes: 4_000 }).unwrap();
    assert!(text.text().len() < 6_000);
    assert_eq!(Outcome::of(&text.read::<Vec<Text<'_>>>().unwrap_err()), Outcome::Faults("JSON_TOO_LARGE at ``".into()));
}
