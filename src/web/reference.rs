//! The API described: the OpenAPI document for programs, and a page of it for their authors.

use actix_web::HttpResponse;
use askama::Template;
use serde_json::Value;

use super::{Access, Page, Route, openapi};
use crate::error::{Error, Result};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/v1/openapi.json", Access::Anyone, "read the description of the API", document),
        Route::get("/api/v1/docs", Access::Anyone, "", browse),
        Route::get("/api-docs", Access::Anyone, "read the description of the API", browse),
    ]
}

async fn document() -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(openapi::described().ok_or(Error::NotFound)?))
}

#[derive(Template)]
#[template(path = "web/reference.html")]
struct ReferencePage<'a> {
    page: &'a Page,
    introduction: &'a str,
    groups: Vec<Group<'a>>,
    schemas: Vec<Shape>,
}

struct Group<'a> {
    noun: &'a str,
    operations: Vec<Operation<'a>>,
}

struct Operation<'a> {
    method: String,
    path: &'a str,
    summary: &'a str,
    who: &'a str,
    parameters: Vec<Parameter<'a>>,
    input: Option<String>,
    status: &'a str,
    answer: Option<String>,
}

struct Parameter<'a> {
    name: &'a str,
    place: &'a str,
    text: &'a str,
}

struct Shape {
    name: String,
    text: String,
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The name of the schema that a body refers to.
fn shape(content: &Value) -> Option<String> {
    let schema = content.as_object()?.values().next()?.get("schema")?;
    let name = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    Some(name.unwrap_or("object").to_owned())
}

fn operation<'a>(path: &'a str, method: &str, value: &'a Value) -> Operation<'a> {
    let parameters = value["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    let parameter = |value: &'a Value| Parameter {
        name: text(value, "name"),
        place: text(value, "in"),
        text: text(value, "description"),
    };
    let answers = value["responses"].as_object();
    let good = answers.and_then(|answers| answers.iter().find(|(status, _)| *status != "default"));
    Operation {
        method: method.to_uppercase(),
        path,
        summary: text(value, "summary"),
        who: text(value, "description"),
        parameters: parameters.iter().map(parameter).collect(),
        input: shape(&value["requestBody"]["content"]),
        status: good.map_or("", |(status, _)| status.as_str()),
        answer: good.and_then(|(_, answer)| shape(&answer["content"])),
    }
}

async fn browse(page: Page) -> Result<HttpResponse> {
    let document = openapi::described().ok_or(Error::NotFound)?;
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, value) in item.as_object().into_iter().flatten() {
            let noun = openapi::tag(path);
            let operation = operation(path, method, value);
            match groups.iter_mut().find(|group| group.noun == noun) {
                Some(group) => group.operations.push(operation),
                None => groups.push(Group { noun, operations: vec![operation] }),
            }
        }
    }
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    let print = |(name, schema): (&String, &Value)| Shape {
        name: name.clone(),
        text: serde_json::to_string_pretty(schema).unwrap_or_default(),
    };
    page.show(&ReferencePage {
        page: &page,
        introduction: text(&document["info"], "description"),
        groups,
        schemas: schemas.map(print).collect(),
    })
}
