//! The OpenAPI 3.1 document, made from the route table, and a page to browse it.

use std::sync::OnceLock;

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::{Access, FOR_MAKER, Face, ProblemDocument, Route};

static DOCUMENT: OnceLock<Value> = OnceLock::new();

/// Makes the document once, from all routes of the house.
pub fn describe(routes: &[Route]) -> &'static Value {
    DOCUMENT.get_or_init(|| document(routes))
}

/// The document, once it was made.
pub fn described() -> Option<&'static Value> {
    DOCUMENT.get()
}

fn document(routes: &[Route]) -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let problem = generator.subschema_for::<ProblemDocument>();
    let mut paths = Map::new();
    for route in routes.iter().filter(|route| route.face() == Face::Api) {
        let item = paths.entry(route.path).or_insert_with(|| json!({}));
        item[route.method.as_str().to_lowercase()] = operation(route, &mut generator);
    }
    let schemas = generator.take_definitions(true);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Fondouk",
            "version": env!("CARGO_PKG_VERSION"),
            "description": INTRODUCTION,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }, {}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "responses": { "Problem": {
                "description": "What is wrong, by RFC 9457",
                "content": { "application/problem+json": { "schema": problem } },
            } },
        },
    })
}

const INTRODUCTION: &str = "Everything that a person can do on a page, a program can do here, under the same permission. \
Sign in with POST /api/v1/session, or make a token on your account page, and send it as `Authorization: Bearer …`. \
Money is `{\"amount\": \"12.500\", \"currency\": \"TND\"}`: major units with all the currency's decimals. \
Lists answer `{\"items\", \"next\"}`; hand `next` back as `cursor`. A POST with an `Idempotency-Key` is done once, \
however often it is sent. Errors are RFC 9457 problems that name the field, in the language of `Accept-Language` (en, fr, ar). \
An agent of a cluster who acts for a maker names the maker in the header `For-Maker`, where the maker has consented to it. \
What you may not know of answers 404.";

fn operation(route: &Route, generator: &mut SchemaGenerator) -> Value {
    let mut parameters: Vec<Value> = path_parameters(route.path).collect();
    if let Some(query) = route.query {
        parameters.extend(query_parameters(query(generator).to_value(), generator));
    }
    if let Some(act) = route.act.filter(|_| route.access != Access::Anyone) {
        parameters.push(json!({
            "name": FOR_MAKER, "in": "header", "required": false, "schema": { "type": "string" },
            "description": format!("For agents of a cluster: the id or slug of a maker who has consented to `{act}`."),
        }));
    }
    if route.method == actix_web::http::Method::POST && !route.upload {
        parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false, "schema": { "type": "string", "maxLength": 200 },
        }));
    }
    let (status, schema) = route.answer.unwrap_or((200, None));
    let mut good = json!({ "description": if status == 204 { "Done" } else { "The answer" } });
    if let Some(schema) = schema {
        good["content"] = json!({ "application/json": { "schema": schema(generator) } });
    }
    let mut operation = json!({
        "summary": capitalised(route.does),
        "operationId": operation_id(route),
        "tags": [tag(route.path)],
        "description": who(route.access),
        "parameters": parameters,
        "responses": { status.to_string(): good, "default": { "$ref": "#/components/responses/Problem" } },
    });
    if route.upload {
        operation["requestBody"] = json!({ "required": true, "content": { "multipart/form-data": { "schema": {
            "type": "object", "properties": { "file": { "type": "string", "format": "binary" } }, "required": ["file"],
        } } } });
        // What else stands in the form.
        if let Some(input) = route.input.filter(|_| !route.lines) {
            let schema = &mut operation["requestBody"]["content"]["multipart/form-data"]["schema"];
            *schema = json!({ "allOf": [input(generator), schema.take()] });
        }
        // A table in any shape may also be the body itself.
        if let Some(input) = route.input.filter(|_| route.lines) {
            let content = &mut operation["requestBody"]["content"];
            content["application/x-ndjson"] = json!({ "schema": input(generator) });
            for kind in ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] {
                content[kind] = json!({ "schema": { "type": "string", "format": "binary" } });
            }
        }
    } else if let Some(input) = route.input {
        let kind = if route.lines { "application/x-ndjson" } else { "application/json" };
        operation["requestBody"] =
            json!({ "required": true, "content": { kind: { "schema": input(generator) } } });
    }
    operation
}

fn path_parameters(path: &str) -> impl Iterator<Item = Value> + '_ {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(|name| {
        let kind = if name.ends_with("id") || name == "number" { "integer" } else { "string" };
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": kind } })
    })
}

fn query_parameters(schema: Value, generator: &mut SchemaGenerator) -> Vec<Value> {
    if let Some(Value::Object(inner)) = schema.get("$defs") {
        generator.definitions_mut().extend(inner.clone());
    }
    let properties = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    properties
        .into_iter()
        .map(|(name, mut schema)| {
            let description = schema.as_object_mut().and_then(|object| object.remove("description"));
            json!({ "name": name, "in": "query", "required": false, "schema": schema, "description": description.unwrap_or_else(|| "".into()) })
        })
        .collect()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// `POST /api/v1/agreements/{id}/sign` is `post-agreements-id-sign`.
fn operation_id(route: &Route) -> String {
    let path = route.path.trim_start_matches("/api/v1/").replace(['{', '}'], "").replace(['/', '.'], "-");
    format!("{}-{path}", route.method.as_str().to_lowercase())
}

/// The noun of a path.
pub fn tag(path: &str) -> &str {
    path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default()
}

/// In words for the authors of programs.
pub fn who(access: Access) -> &'static str {
    match access {
        Access::Anyone => "For anyone.",
        Access::LinkHolder => "For whoever holds the secret of a letter.",
        Access::SignedIn => "For anyone who is signed in.",
        Access::AnyMaker => "For members of a maker, approved or still waiting, about their own things.",
        Access::Maker => "For members of an approved maker, about their own things.",
        Access::Buyer => "For members of a buyer, about their own things.",
        Access::VerifiedBuyer => "For members of a verified buyer.",
        Access::Agent => "For agents of the cluster.",
        Access::AgentOrOfficer => "For agents of the cluster, and for programme officers.",
        Access::Officer => "For programme officers.",
        Access::Trader => "For members of an approved maker or of a verified buyer.",
        Access::Party => "For the two sides of it.",
        Access::PartyOrOfficer => "For the two sides of it, and for programme officers to read.",
        Access::Operator => "From the server's own machine only.",
    }
}
