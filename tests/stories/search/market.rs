//! What every story of search begins with: makers who publish, and ways to ask.

use serde_json::{Value, json};

use crate::stories::catalogue::{bowl, publish, with};
use crate::support::{Actor, TestApp};

/// A product with nothing special about it but what is said.
pub fn piece(title: &str, changes: Value) -> Value {
    let plain =
        json!({ "title": { "en": title }, "description": { "en": "Made in our workshop." }, "sku": null });
    with(with(bowl(), plain), changes)
}

/// Published by its maker; its id.
pub async fn on_the_shelf(maker: &Actor, title: &str, changes: Value) -> i64 {
    publish(maker, &piece(title, changes)).await["id"].as_i64().unwrap()
}

/// A path with a question, written as a browser would write it.
pub fn address(path: &str, question: &[(&str, &str)]) -> String {
    let pairs = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(question).finish();
    format!("{path}?{pairs}")
}

pub async fn search(actor: &Actor, question: &[(&str, &str)]) -> Value {
    actor.get(&address("/api/v1/search", question)).await.expect(200).json()
}

/// What was found, in the order of the answer.
pub fn titles(answer: &Value) -> Vec<String> {
    let hits = answer["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["title"].as_str().unwrap().to_owned()).collect()
}

/// What a question finds, whatever the order.
pub async fn found(actor: &Actor, question: &[(&str, &str)]) -> Vec<String> {
    let mut titles = titles(&search(actor, question).await);
    titles.sort();
    titles
}

/// How many a facet promises behind a value.
pub fn count(answer: &Value, facet: &str, value: &str) -> u64 {
    let counts = answer["facets"][facet].as_array().unwrap();
    let found = counts.iter().find(|one| one["value"] == value);
    found.map_or(0, |one| one["count"].as_u64().unwrap())
}

/// Three makers in three countries, of whom two belong to a cluster, with five products and a collection.
pub struct Market {
    pub nabeul: Actor,
    pub cairo: Actor,
    pub officer: Actor,
    pub visitor: Actor,
    /// In which the maker of Nabeul is a member of its cluster.
    pub membership: i64,
}

impl Market {
    pub async fn open(app: &TestApp) -> Self {
        app.write(fondouk::app::lay_ground).await;
        let officer = app.officer().await;
        let nabeul = app.maker("Atelier Nabeul").await;
        let marrakesh = app.maker("Dar Rahba").await;
        let cairo = app.maker("Bayt Khan").await;
        let membership = join(&nabeul, "art-de-table-nabeul", &officer).await;
        join(&marrakesh, "decoration-marrakesh", &officer).await;

        let collection = json!({ "title": { "en": "Blue tables" }, "story": { "en": "For long evenings." } });
        let collection =
            nabeul.post_json("/api/v1/collections", &collection).await.expect(201).json()["id"].clone();
        let clay =
            json!({ "collection": collection, "materials": ["clay"], "moq": 24, "lead_time_days": 30 });
        on_the_shelf(&nabeul, "Blue bowl", clay).await;
        let wood = json!({
            "craft": "olive-wood", "materials": ["olive-wood"], "techniques": ["carved"], "moq": 6, "lead_time_days": 14,
        });
        on_the_shelf(&nabeul, "Olive tray", wood).await;
        nabeul.post(&format!("/api/v1/collections/{collection}/publish")).await.expect(200);
        let tiles = json!({
            "craft": "zellige", "materials": ["clay", "enamel"], "techniques": ["hand-cut", "glazed"], "origin": "MA",
            "moq": 120, "lead_time_days": 60, "price": { "amount": "90.00", "currency": "MAD" },
        });
        on_the_shelf(&marrakesh, "Star tiles", tiles).await;
        let lamp = json!({
            "craft": "copperware", "materials": ["brass"], "techniques": ["pierced"], "origin": "EG", "moq": 12,
            "lead_time_days": 45, "price": { "amount": "800.00", "currency": "EGP" },
        });
        on_the_shelf(&cairo, "Brass lamp", lamp).await;
        let cup = json!({ "materials": ["clay", "enamel"], "origin": "EG", "moq": 60, "lead_time_days": 30 });
        on_the_shelf(&cairo, "Blue cup", cup).await;
        Self { nabeul, cairo, officer, visitor: app.visitor(), membership }
    }
}

async fn join(maker: &Actor, cluster: &str, officer: &Actor) -> i64 {
    let asked = maker.post_json("/api/v1/memberships", &json!({ "cluster": cluster })).await;
    let id = asked.expect(201).json()["id"].as_i64().unwrap();
    let decision = json!({ "decision": "confirmed" });
    officer.post_json(&format!("/api/v1/memberships/{id}/decision"), &decision).await.expect(200);
    id
}
