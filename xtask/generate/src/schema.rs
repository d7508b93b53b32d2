//! `pkg/schema.json`: the JSON Schema of the catalogue, for editors and for departments that have their own tools.

use super::types::{Shapes, published};
use anyhow::Result;
use serde_json::{Map, Value, json};
use yushen::json::{Shape, Table};

/// The file.
pub fn catalogue() -> Result<String> {
    let root = yushen::catalogue::CatalogueFile::TABLE;
    let shapes = Shapes::of(&[root]);
    let mut definitions: Map<String, Value> =
        shapes.tables.iter().map(|(name, table)| (published(name).into(), object(table))).collect();
    definitions.insert("Answer".into(), answer());
    definitions.insert("Json".into(), any());
    if let Some(condition) = definitions.get_mut("Condition") {
        condition["oneOf"] = json!([
            { "required": ["all"] }, { "required": ["any"] }, { "required": ["not"] }, { "required": ["question", "is"] }
        ]);
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "written by `cargo xtask generate` from the field tables of the core; references between identifiers, periods and citations are checked by the loader alone",
        "title": "yushen-catalogue/0.1",
        "$ref": format!("#/$defs/{}", published(root.name)),
        "$defs": definitions,
    });
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

/// Any JSON of our subset: numbers are integers.
fn any() -> Value {
    let this = json!({ "$ref": "#/$defs/Json" });
    json!({ "oneOf": [
        { "type": ["null", "boolean", "string"] }, shape(&Shape::Integer { from: -yushen::json::MAX_INTEGER, to: yushen::json::MAX_INTEGER }),
        { "type": "array", "items": this.clone() }, { "type": "object", "additionalProperties": this }
    ] })
}

fn answer() -> Value {
    let id = shape(&Shape::Id);
    json!({ "oneOf": [{ "type": "boolean" }, id.clone(), { "type": "array", "items": id, "minItems": 1 }] })
}

fn object(table: &Table) -> Value {
    let described = |field: &yushen::json::Field| {
        let mut value = shape(field.shape);
        value["description"] = json!(field.doc.trim());
        (field.key.to_owned(), value)
    };
    let properties: Map<String, Value> = table.fields.iter().map(described).collect();
    let required: Vec<&str> = table.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    json!({
        "type": "object",
        "description": table.doc.trim(),
        "properties": properties,
        "patternProperties": { "^x-": { "$ref": "#/$defs/Json" } },
        "additionalProperties": false,
        "required": required,
    })
}

fn shape(shape_: &Shape) -> Value {
    match shape_ {
        Shape::Text => json!({ "type": "string", "minLength": 1 }),
        Shape::Id => json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$" }),
        Shape::Checked("CivilDate", _) => {
            json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date" })
        }
        Shape::Checked("Instant", _) => json!({ "type": "string", "pattern": "T[0-9]{2}:[0-9]{2}:[0-9]{2}\\+08:00$" }),
        Shape::Checked("ClockTime", _) => json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
        Shape::Checked("Digest", _) => json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Integer { from, to } => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Shape::Word(_, words) => json!({ "enum": words.iter().map(|(word, _)| word).collect::<Vec<_>>() }),
        Shape::Format(word) => json!({ "const": word }),
        Shape::List(inner) => json!({ "type": "array", "items": shape(inner) }),
        Shape::Map(inner) => json!({ "type": "object", "additionalProperties": shape(inner) }),
        Shape::Record(table) => json!({ "$ref": format!("#/$defs/{}", published(table.name)) }),
        Shape::Checked("StatuteId", _) => {
            json!({ "enum": yushen::law::Statute::ALL.iter().map(|each| each.id).collect::<Vec<_>>() })
        }
        Shape::Checked(name, _) => json!({ "$ref": format!("#/$defs/{name}") }),
    }
}
