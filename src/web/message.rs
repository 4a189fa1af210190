//! A page that says one thing: look into your letters, the link is spent, and so on.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::Page;
use crate::error::Result;

#[derive(Template)]
#[template(path = "web/message.html")]
struct MessagePage<'a> {
    page: &'a Page,
    title: &'static str,
    text: &'static str,
}

impl Page {
    /// A title and one paragraph, by their keys.
    pub fn tell(&self, status: StatusCode, title: &'static str, text: &'static str) -> Result<HttpResponse> {
        self.show_with(status, &MessagePage { page: self, title, text })
    }
}
