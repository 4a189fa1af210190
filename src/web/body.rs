//! Bodies and query strings into raw input types, with errors that name the field.

use std::future::Future;
use std::pin::Pin;

use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use data_encoding::HEXLOWER;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Once;
use crate::error::{Error, Message, Result};

/// An action that needs no details.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Nothing {}

/// The body of a POST or PUT: JSON for the API, a form for pages, the same struct for both.
#[derive(Debug)]
pub struct Input<T> {
    pub value: T,
    /// What makes a repeated API request harmless.
    pub once: Once,
}

impl<T> Input<T> {
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Input<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let body = web::Bytes::from_request(&request, payload);
        Box::pin(async move {
            let bytes =
                body.await.map_err(|error| match error.as_response_error().status_code().as_u16() {
                    413 => Error::TooLarge,
                    _ => Error::invalid("body", "problem-body-unreadable"),
                })?;
            let hash = HEXLOWER.encode(&Sha256::digest(&bytes));
            let value = match request.path().starts_with("/api/") {
                true => from_json(&request, &bytes)?,
                false => from_form(&bytes)?,
            };
            Ok(Self { value, once: Once::of(&request, hash)? })
        })
    }
}

fn from_json<T: DeserializeOwned>(request: &HttpRequest, bytes: &[u8]) -> Result<T> {
    // An action without details may come without a body.
    let bytes = if bytes.is_empty() { b"{}" } else { bytes };
    let declared = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if declared.is_some_and(|kind| !kind.starts_with("application/json")) {
        return Err(Error::WrongMediaType);
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        describe(path, error.inner().to_string())
    })?;
    deserializer.end().map_err(|error| describe(".".to_owned(), error.to_string()))?;
    Ok(value)
}

fn from_form<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::invalid("body", "problem-body-unreadable"))?;
    from_pairs(text)
}

/// Forms and query strings: `price[amount]=3&crafts[]=zellige`.
pub(super) fn from_pairs<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_qs::Config::new()
        .max_depth(4)
        .use_form_encoding(true)
        .deserialize_str(text)
        .map_err(|error| describe(".".to_owned(), error.to_string()))
}

/// The library's words about the shape, behind ours: programs' authors read them.
fn describe(path: String, detail: String) -> Error {
    let field = if path == "." { "body".to_owned() } else { path };
    let shown: String = detail.chars().filter(|c| !c.is_control()).take(200).collect();
    Error::invalid(field, Message::new("problem-shape").with("detail", shown))
}

/// A query string as a raw input type.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> Query<T> {
    /// A query string that did not come with the request itself, without its `?`.
    pub fn parse(text: &str) -> Result<Self> {
        from_pairs(text).map(Self)
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(from_pairs(request.query_string()).map(Self))
    }
}
