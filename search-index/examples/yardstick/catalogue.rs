//! The catalogue and the queries as they lie in their files.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};

use search_index::{Document, Kind, Language, Price, Role, Text};
use serde_json::Value;

pub fn lines(path: &str) -> Result<impl Iterator<Item = Result<Value, Box<dyn Error>>>, Box<dyn Error>> {
    let lines = BufReader::new(File::open(path)?).lines();
    Ok(lines.map(|line| Ok(serde_json::from_str(&line?)?)))
}

pub fn document(fields: &Value) -> Result<Document, Box<dyn Error>> {
    let word = |name: &str| fields[name].as_str().map(str::to_owned);
    let list = |name: &str| -> Vec<String> {
        fields[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let number = fields["id"].as_u64().ok_or("a product without id")?;
    let language = word("language").and_then(|tag| Language::parse(&tag));
    let mut document = Document::new(format!("product:{number}"), Kind::Product);
    for (name, role) in [("title", Role::Title), ("description", Role::Body), ("producer", Role::Keyword)] {
        document.texts.extend(word(name).map(|text| Text::new(role, language, text)));
    }
    document.country = word("country");
    document.clusters = word("cluster").into_iter().collect();
    document.crafts = word("category").into_iter().collect();
    document.materials = list("materials");
    document.techniques = list("techniques");
    document.moq = fields["moq"].as_u64();
    document.lead_time_days = fields["lead_time_days"].as_u64();
    document.price = fields["price_minor"]
        .as_u64()
        .zip(word("currency"))
        .map(|(minor, currency)| Price { minor, currency });
    document.newest = number as i64;
    document.stored = "x".repeat(200);
    Ok(document)
}
