//! What a route wants to be sent, read from the description of the API, and a right answer to it.

use fondouk::web::{Face, Route};
use serde_json::{Map, Value, json};

use crate::support::{PASSWORD, World, samples};

/// Which input belongs to which use case: pages take the same as the API.
#[derive(Debug)]
pub struct Shapes {
    document: Value,
    routes: Vec<Route>,
}

impl Shapes {
    pub fn new(document: Value, routes: Vec<Route>) -> Self {
        Self { document, routes }
    }

    /// The route of the API for the same use case.
    pub fn api_twin(&self, route: &Route) -> Option<&Route> {
        let twin =
            |other: &&Route| other.face() == Face::Api && other.does == route.does && !route.does.is_empty();
        self.routes.iter().find(twin)
    }

    fn operation(&self, route: &Route) -> Option<&Value> {
        let twin = self.api_twin(route)?;
        self.document["paths"][twin.path].get(twin.method.as_str().to_lowercase())
    }

    /// The schema of the body.
    pub fn body(&self, route: &Route) -> Option<&Value> {
        let schema = &self.operation(route)?["requestBody"]["content"]["application/json"]["schema"];
        (!schema.is_null()).then(|| self.resolve(schema))
    }

    /// The names of the query's fields.
    pub fn query(&self, route: &Route) -> Vec<String> {
        let parameters = self.operation(route).and_then(|operation| operation["parameters"].as_array());
        let of_query = parameters.into_iter().flatten().filter(|parameter| parameter["in"] == "query");
        of_query.filter_map(|parameter| parameter["name"].as_str()).map(str::to_owned).collect()
    }

    pub fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(reference) => self.document.pointer(&reference[1..]).expect("references resolve"),
            None => schema,
        }
    }

    /// A right body, made field by field from the names that the trade uses.
    pub fn right(&self, schema: &Value, world: &World) -> Value {
        let schema = self.resolve(schema);
        let properties = schema["properties"].as_object().cloned().unwrap_or_default();
        let field = |(name, inner): (&String, &Value)| (name.clone(), self.value(name, inner, world));
        Value::Object(properties.iter().map(field).collect::<Map<_, _>>())
    }

    fn value(&self, name: &str, schema: &Value, world: &World) -> Value {
        let inner = self.resolve(schema);
        let properties = inner["properties"].as_object();
        if name == "lines" {
            return samples::lines(&json!(world.gap("products", "id")));
        }
        if properties.is_some_and(|fields| fields.contains_key("amount")) {
            return json!({ "amount": "11.500", "currency": "TND" });
        }
        if properties.is_some_and(|fields| fields.contains_key("en")) {
            return json!({ "en": "Blue bowls", "fr": "Bols bleus", "ar": "أوعية زرقاء" });
        }
        word(name, world)
    }
}

/// A right value by the name of its field.
fn word(name: &str, world: &World) -> Value {
    let noun = |noun: &str, gap: &str| json!(world.gap(noun, gap));
    match name {
        "email" => json!("somebody@sample.example"),
        "password" => json!(PASSWORD),
        "language" | "terms_language" => json!("en"),
        "kind" => json!("maker"),
        "country" | "origin" => json!("TN"),
        "destination" => json!("FR"),
        "website" | "source_url" => json!("https://sample.example/"),
        "standing" => json!("approved"),
        "scope" => json!("read"),
        "decision" => json!("confirmed"),
        "days" => json!(7),
        "cluster" => noun("clusters", "slug"),
        "helper" => json!(world.people.one(crate::support::Role::Agent).slug),
        "agent" => json!(""),
        "acts" => json!(["catalogue"]),
        "answer" => json!("confirmed"),
        "maker" | "exporter" => noun("makers", "slug"),
        "collection" => noun("collections", "id"),
        "collections" => json!([world.gap("collections", "id")]),
        "organisation" => json!("Sample workshop"),
        "request" => noun("sourcing-requests", "id"),
        "agreement" => noun("active agreement", "id"),
        "counterparty" => json!(world.people.one(crate::support::Role::Buyer).slug),
        "figure" => noun("figures", "key"),
        "subject" => json!("agreement"),
        "subject_id" => noun("active agreement", "id"),
        "craft" => json!("ceramics"),
        "crafts" => json!(["ceramics"]),
        "materials" => json!(["clay"]),
        "techniques" => json!(["wheel-thrown"]),
        "sector" => json!("fashion"),
        "territory" => json!(["FR"]),
        "channel" => json!("hospitality"),
        "exclusive" | "by_sea" | "exports_itself" => json!(true),
        "incoterm" => json!("FOB"),
        "currency" => json!("TND"),
        "hs_code" => json!("6912.00"),
        "latitude" | "longitude" => json!(36.4),
        "founded" => json!(1987),
        "moq" | "quantity" => json!(24),
        "tiers" | "variants" | "only_in" | "except_in" => json!([]),
        "packing" => json!({}),
        "product" => noun("products", "id"),
        "weekly" => json!(0),
        "scheme" => json!("gots"),
        "covers" => json!("all"),
        "products" => json!([]),
        "order_multiple" | "lead_time_days" | "weekly_capacity" | "people_count" | "weight_grams" => json!(6),
        "number" | "version" | "position" => json!(1),
        "starts_on" | "valid_from" | "shipped_on" | "stated_on" => json!("2026-03-02"),
        "ends_on" | "needed_by" | "due_on" => json!("2026-12-31"),
        "valid_until" => json!("2026-04-01"),
        "qualifier" => json!("exact"),
        "stated_on_basis" => json!("stated"),
        "value" => json!("100"),
        "credits" => json!([]),
        "since" => json!(1994),
        "consents" | "agrees" => json!(true),
        "union_country" => json!("FR"),
        "electronic" => json!("somebody@sample.example"),
        "responsible" => noun("responsible-persons", "id"),
        "mode" => json!("computed"),
        "check" => json!("picture"),
        "binds" => json!("none"),
        "wording_version" => json!(1),
        "until" => json!("2026-12-31"),
        "lang" => json!("fr"),
        "next" => json!("/desk"),
        "key" => json!("blue-bowl"),
        "class" => json!("object"),
        "broader" => json!(["bowl"]),
        "near" => json!([]),
        "revision" => json!(1),
        "query" => json!(""),
        "search" => json!("q=bowl&craft=ceramics"),
        "rhythm" => json!("weekly"),
        "sha256" => json!("0".repeat(64)),
        // Left out where it need not be said.
        "quote" | "record_hash" | "hash" | "status" | "in_collection" | "price_percent" | "price_step"
        | "shelf" => {
            json!("")
        }
        "all" | "with_products" => json!("true"),
        "countries" => json!("all"),
        "country_list" | "captions" => json!([]),
        _ => json!("Blue bowls of Nabeul"),
    }
}
