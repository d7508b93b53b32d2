//! What is written, and what is said where a declaration is wrong.

use proc_macro2::TokenStream;
use std::fmt::Write as _;

/// The fault of a declaration, and the words that it stands at.
fn fault(source: &str) -> (String, String) {
    let error = super::expand(source.parse::<TokenStream>().unwrap()).unwrap_err();
    (error.to_string(), error.span().source_text().unwrap_or_default())
}

fn says(source: &str, message: &str, at: &str) {
    assert_eq!(fault(source), (message.into(), at.into()), "{source}");
}

/// The source that is written for a declaration, without spaces.
fn written(source: &str) -> String {
    super::expand(source.parse::<TokenStream>().unwrap()).unwrap().to_string().replace([' ', '\n'], "")
}

const MODES: &str =
    "a record is `input`, `kept`, `value`, `kept, value` or `result`; `places` may stand behind the first two";

#[test]
fn what_is_no_struct_with_names_is_refused() {
    let message = "a record is a struct with named fields";
    says("/// A. \n #[record(input)] struct Pair(u32, u32);", message, "Pair");
    says("/// A. \n #[record(input)] struct Nothing;", message, "Nothing");
    says("/// A. \n #[record(input)] enum Either { One, Other }", message, "Either");
    says("/// A. \n #[record(input)] union Both { one: u32, other: i32 }", message, "Both");
    says("/// A. \n #[record(input)] struct Empty {}", "a record has at least one field", "Empty");
}

#[test]
fn one_lifetime_and_nothing_else_is_generic() {
    let message = "a record is generic in one lifetime at most";
    says("/// A. \n #[record(input)] struct Any<T> { /// B.\n one: T }", message, "T");
    says("/// A. \n #[record(input)] struct Any<'a, 'b> { /// B.\n one: &'a &'b str }", message, "'b");
    says("/// A. \n #[record(input)] struct Any<const N: usize> { /// B.\n one: [u32; N] }", message, "const N: usize");
    let bound = "/// A. \n #[record(input)] struct Any<'a> where 'a: 'static { /// B.\n one: &'a str }";
    says(bound, "a record has no bounds", "where 'a: 'static");
}

#[test]
fn a_mode_is_needed_and_known() {
    says("/// A. \n struct One { /// B.\n one: u32 }", MODES, "One");
    says("/// A. \n #[record(kept, result)] struct One { /// B.\n one: u32 }", MODES, "One");
    says("/// A. \n #[record(value, value)] struct One { /// B.\n one: u32 }", MODES, "One");
    says("/// A. \n #[record(places)] struct One { /// B.\n one: u32 }", MODES, "One");
    says("/// A. \n #[record(value, places)] struct One { /// B.\n one: u32 }", MODES, "One");
    says("/// A. \n #[record(written)] struct One { /// B.\n one: u32 }", MODES, "written");
}

#[test]
fn an_attribute_of_a_field_is_known() {
    let of =
        |attribute: &str| format!("/// A. \n #[record(input)] struct One {{ /// B.\n {attribute} one: Option<u32> }}");
    says(&of("#[record(rename = \"x\")]"), "a field knows `key = \"…\"` and `optional`", "rename");
    says(&of("#[record(optional)]"), "this field is optional already", "optional");
    says(&of("#[record(key = 1)]"), "expected string literal", "1");
    let key = "a key is made of visible ASCII and does not begin with `x-`";
    for text in ["\"\"", "\"x-own\"", "\"a b\"", "\"名\"", "\"a\\\"\""] {
        says(&of(&format!("#[record(key = {text})]")), key, text);
    }
}

#[test]
fn a_key_stands_once_and_what_it_means_stands_beside_it() {
    let twice = "/// A. \n #[record(input)] struct One { /// B.\n valid_until: u32, /// C.\n #[record(key = \"validUntil\")] other: u32 }";
    says(twice, "the key `validUntil` is there twice", "other");
    let message = "the documentation is missing, which types and schema are written from";
    says("#[record(input)] struct One { /// B.\n one: u32 }", message, "One");
    says("/// A. \n #[record(input)] struct One { one: u32 }", message, "one");
}

#[test]
fn there_are_no_more_fields_than_bits() {
    let of = |count: usize| {
        let fields = (0..count).fold(String::new(), |mut fields, each| {
            let _ = write!(fields, "/// B.\n field{each}: u32,"); // writing to a String cannot fail
            fields
        });
        format!("/// A. \n #[record(input)] struct Many {{ {fields} }}")
    };
    says(&of(65), "a record has at most 64 fields", "field64");
    assert!(written(&of(64)).contains("Key::new(\"field63\",true)"));
}

#[test]
fn keys_are_written_from_the_names_and_what_is_optional_from_the_types() {
    let source = "/// 时限. \n #[record(value)] struct Limit<'a> { /// One.\n valid_until: Option<Date>, /// Two.\n /// Three.\n\
        #[record(key = \"type\")] kind: Id<'a>, /// Four.\n #[record(optional)] r#in: Vec<u32> }";
    let written = written(source);
    for (key, required) in [("validUntil", false), ("type", true), ("in", false)] {
        assert!(written.contains(&format!("Key::new(\"{key}\",{required})")), "{written}");
    }
    assert!(written.contains("documented(\"Two.Three.\")"), "{written}");
    assert!(written.contains("impl<'a>crate::json::Read<'a>forLimit<'a>"), "{written}");
}

#[test]
fn what_borrows_nothing_has_no_lifetime() {
    let written = written("/// A. \n #[record(kept, value)] pub struct Times { /// B.\n issued: Instant }");
    assert!(written.contains("impl<'source>crate::json::Read<'source>forTimes{"), "{written}");
    assert!(written.contains("typeStatic=Times;"), "{written}");
    assert!(!written.contains("Times<"), "{written}");
}

#[test]
fn serde_reads_and_writes_what_is_not_bound_to_its_source() {
    let of = |modes: &str| {
        written(&format!(
            "/// A. \n #[record({modes})] struct One<'a> {{ /// B.\n one: Id<'a>, /// C.\n two: Option<u32> }}"
        ))
    };
    for modes in ["input", "kept", "value", "kept, value", "result"] {
        let written = of(modes);
        assert!(written.contains("deserialized!(One<'static>asOne<'_>);"), "{written}");
        assert!(written.contains("serialized_entries!(One<'a>,self{\"one\"true,self.one;\"two\"!"), "{written}");
        assert_eq!(written.matches("Detachfor").count(), 1, "{written}");
        // What is kept outlives its source without serde too.
        assert_eq!(
            written.contains("#[cfg(feature=\"serde\")]#[automatically_derived]implcrate::json::Detach"),
            !modes.contains("kept"),
            "{written}"
        );
    }
    for modes in ["input, places", "kept, places"] {
        let written = of(modes);
        assert!(!written.contains("serialized"), "{written}");
        assert_eq!(written.contains("Detachfor"), modes.contains("kept"), "{written}");
    }
}
