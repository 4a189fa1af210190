//! What came back, and how a story looks at it.

use reqwest::header::HeaderMap;
use serde_json::Value;

#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub async fn read(response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        Self { status, headers, body: response.bytes().await.unwrap().to_vec() }
    }

    /// Goes on only with this status.
    #[track_caller]
    pub fn expect(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where a 303 leads.
    #[track_caller]
    pub fn location(&self) -> String {
        self.expect(303).header("location").to_owned()
    }

    /// What a person reads: the page without its tags.
    pub fn words(&self) -> String {
        let document = scraper::Html::parse_document(&self.text());
        let words: Vec<&str> = document.root_element().text().flat_map(str::split_whitespace).collect();
        words.join(" ")
    }

    #[track_caller]
    pub fn shows(&self, text: &str) -> &Self {
        let words = self.words();
        assert!(words.contains(text), "{text:?} is not in: {words}");
        self
    }

    #[track_caller]
    pub fn hides(&self, text: &str) -> &Self {
        let words = self.words();
        assert!(!words.contains(text), "{text:?} is in: {words}");
        self
    }

    /// The fields that a 422 complains about.
    #[track_caller]
    pub fn wrong_fields(&self) -> Vec<String> {
        let problems = self.expect(422).json()["problems"].as_array().cloned().unwrap_or_default();
        problems.iter().map(|problem| problem["field"].as_str().unwrap_or_default().to_owned()).collect()
    }
}
