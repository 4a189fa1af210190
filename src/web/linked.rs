//! What a page is about, for machines that read pages: JSON-LD in the words of schema.org.

use std::fmt;

use serde_json::{Value, json};

/// A data block for a page's head. It is never executed, so the page's content security policy has no say in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked(Value);

impl Linked {
    /// Several things that a page is about, each with its own `@type`.
    pub fn graph(things: Vec<Value>) -> Self {
        Self(json!({ "@context": "https://schema.org", "@graph": things }))
    }
}

/// The way to a page, as `(label, absolute address)` of each step.
pub fn breadcrumbs(steps: impl IntoIterator<Item = (String, String)>) -> Value {
    let item = |(at, (name, address)): (usize, (String, String))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": address });
    let items: Vec<Value> = steps.into_iter().enumerate().map(item).collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

/// An object without what is not said: null, empty texts and empty lists.
pub fn said(thing: Value) -> Value {
    let is_said = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    match thing {
        Value::Object(fields) => fields.into_iter().filter(|(_, value)| is_said(value)).collect(),
        other => other,
    }
}

/// As it stands between the tags of a script: nothing in it can end them, whatever somebody wrote.
impl fmt::Display for Linked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.to_string().chars() {
            match c {
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => write!(f, "\\u{:04x}", u32::from(c))?,
                _ => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_script_and_nothing_is_lost() {
        let name = "</script><!-- <script> & \u{2028} \\ \" ]]>";
        let linked = Linked::graph(vec![json!({ "name": name })]);
        let text = linked.to_string();
        assert!(!text.contains(['<', '>', '&', '\u{2028}']));
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["@graph"][0]["name"], name);
    }

    #[test]
    fn what_is_not_said_is_left_out() {
        let thing = said(json!({ "a": null, "b": "", "c": [], "d": 0, "e": "x" }));
        assert_eq!(thing, json!({ "d": 0, "e": "x" }));
    }
}
