//! A line of JSON is a product as it is.

use serde_json::Value;

use super::Composed;
use crate::catalogue::import::line::ImportLine;
use crate::catalogue::import::reading::{Row, broken_line};
use crate::error::Message;

pub(super) fn compose(rows: &[Row]) -> Composed {
    let mut composed = Composed::default();
    let Some(row) = rows.first() else { return composed };
    let text = row.cells.first().map(String::as_str).unwrap_or_default();
    let read = match broken_line(&row.cells) {
        Some(reason) => Err(("line".to_owned(), reason.into())),
        None => read(text),
    };
    match read {
        Ok(line) => composed.line = line,
        Err((field, message)) => {
            composed.is_unreadable = true;
            composed.problem(field, message);
        }
    }
    // What a field held is looked up only where something is wrong with the line.
    if let Ok(Value::Object(fields)) = serde_json::from_str(text) {
        remember(&mut composed, row.number, "", &Value::Object(fields));
    }
    composed.place("line", row.number, "line", "");
    composed
}

/// The field of a line is its place.
fn remember(composed: &mut Composed, row: u64, path: &str, value: &Value) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                composed.place(&path, row, &path, &shown(inner));
                remember(composed, row, &path, inner);
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                remember(composed, row, &format!("{path}[{at}]"), inner);
            }
        }
        _ => {}
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn read(text: &str) -> Result<ImportLine, (String, Message)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let line = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." || path == "?" { "line".to_owned() } else { path };
        (field, shape(error.inner()))
    })?;
    deserializer.end().map_err(|error| ("line".to_owned(), shape(&error)))?;
    Ok(line)
}

fn shape(error: &serde_json::Error) -> Message {
    let detail: String = error.to_string().chars().filter(|c| !c.is_control()).take(200).collect();
    Message::new("problem-shape").with("detail", detail)
}
