//! Somebody who acts: a browser with cookies, or a program with a token.

use std::net::SocketAddr;

use fondouk::ids::OrganisationId;
use reqwest::{Method, redirect};
use serde_json::Value;

use super::Answer;

#[derive(Clone, Debug)]
pub struct Actor {
    client: reqwest::Client,
    base: String,
    pub token: Option<String>,
    pub organisation: OrganisationId,
    pub slug: String,
    language: &'static str,
    /// The maker for whom they ask, named with each request.
    for_maker: Option<String>,
}

impl Actor {
    pub fn new(address: SocketAddr, token: Option<String>) -> Self {
        let client = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(redirect::Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self {
            client,
            base: format!("http://{address}"),
            token,
            organisation: OrganisationId(0),
            slug: String::new(),
            language: "en",
            for_maker: None,
        }
    }

    /// The same person, reading another language.
    pub fn reading(&self, language: &'static str) -> Self {
        Self { language, ..self.clone() }
    }

    /// The same person, who names a maker in each request.
    pub fn acting_for(&self, maker: &Actor) -> Self {
        Self { for_maker: Some(maker.slug.clone()), ..self.clone() }
    }

    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let request = self
            .client
            .request(method, format!("{}{path}", self.base))
            .header("Accept-Language", self.language);
        let request = match &self.for_maker {
            Some(maker) => request.header("For-Maker", maker),
            None => request,
        };
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        Answer::read(request.send().await.unwrap()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path).form(fields)).await
    }

    pub async fn post_json(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    pub async fn put_json(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(body)).await
    }

    /// An action without details.
    pub async fn post(&self, path: &str) -> Answer {
        self.send(self.request(Method::POST, path)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }
}
