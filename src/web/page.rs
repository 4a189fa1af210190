//! A page under way: the reader's language and the frame that every template stands in.

use std::fmt::Display;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload, web};
use askama::Template;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Choice, House, Visitor, assets};
use crate::clock::{Date, Time};
use crate::error::{Error, Message, Result};
use crate::locale::{self, Language, Text};
use crate::money::Money;

const LANGUAGE_COOKIE: &str = "lang";
const NOTICE_COOKIE: &str = "notice";
/// Behind the notice: what its button takes back.
const REVISION: char = 'r';
const BULK_CHANGE: char = 'b';

/// The language of a page or an answer: asked for in the address, remembered, the person's own, or the browser's.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
pub struct PageLanguage(pub Language);

impl PageLanguage {
    pub fn of(request: &HttpRequest) -> Self {
        let asked = query_value(request, "lang").and_then(|tag| Language::known(&tag));
        let remembered =
            || request.cookie(LANGUAGE_COOKIE).and_then(|cookie| Language::known(cookie.value()));
        let own = || request.extensions().get::<Visitor>().map(|visitor| visitor.language);
        let browser = || {
            let header = request.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
            Language::negotiate(header)
        };
        Self(asked.or_else(remembered).or_else(own).or_else(browser).unwrap_or_default())
    }
}

impl FromRequest for PageLanguage {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Self::of(request)))
    }
}

fn query_value(request: &HttpRequest, name: &str) -> Option<String> {
    let pairs = url::form_urlencoded::parse(request.query_string().as_bytes());
    pairs.into_iter().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// One of the languages a page can be read in.
#[derive(Clone, Debug)]
pub struct LanguageLink {
    pub code: &'static str,
    pub name: &'static str,
    pub href: String,
    pub current: bool,
}

#[derive(Clone, Debug)]
pub struct Page {
    language: Language,
    path: String,
    query: String,
    visitor: Option<Visitor>,
    notice: Option<Message>,
    undo: Option<i64>,
    undo_bulk: Option<i64>,
    remember_language: bool,
    secure: bool,
}

impl FromRequest for Page {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Self::of(request)))
    }
}

impl Page {
    pub fn of(request: &HttpRequest) -> Self {
        let house = request.app_data::<web::Data<House>>();
        // A notice is only ever one of our own texts, so a forged cookie can say nothing new.
        let cookie = request.cookie(NOTICE_COOKIE);
        let mut parts = cookie.as_ref().map(|cookie| cookie.value()).unwrap_or_default().split('|');
        let key = parts.next().and_then(|key| locale::keys(Language::En).get(key).copied());
        let notice = key.filter(|key| key.starts_with("notice-")).map(Message::new);
        // Whoever presses the button is asked what they may; a forged number gives nobody anything.
        let back = parts.next().filter(|_| notice.is_some()).unwrap_or_default();
        let number = |mark: char| back.strip_prefix(mark).and_then(|number| number.parse().ok());
        Self {
            language: PageLanguage::of(request).0,
            path: request.path().to_owned(),
            query: request.query_string().to_owned(),
            visitor: request.extensions().get::<Visitor>().cloned(),
            notice,
            undo: number(REVISION),
            undo_bulk: number(BULK_CHANGE),
            remember_language: query_value(request, "lang").is_some(),
            secure: house.is_some_and(|house| house.settings.is_secure()),
        }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn lang(&self) -> &'static str {
        self.language.code()
    }

    pub fn dir(&self) -> &'static str {
        self.language.direction()
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the reader searched for, so that it stands in the field again.
    pub fn searched(&self) -> String {
        let pairs = url::form_urlencoded::parse(self.query.as_bytes());
        let words = pairs.into_iter().find(|(name, _)| self.path == "/search" && name == "q");
        words.map(|(_, words)| words.into_owned()).unwrap_or_default()
    }

    pub fn visitor(&self) -> Option<&Visitor> {
        self.visitor.as_ref()
    }

    pub fn notice(&self) -> Option<String> {
        self.notice.as_ref().map(|message| locale::say(self.language, message))
    }

    /// Where what was just done can be taken back.
    pub fn undo(&self) -> Option<String> {
        let one = self.undo.map(|id| format!("/workshop/revisions/{id}/undo"));
        one.or_else(|| self.undo_bulk.map(|id| format!("/workshop/bulk-changes/{id}/undo")))
    }

    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    pub fn languages(&self) -> Vec<LanguageLink> {
        Language::ALL.into_iter().map(|language| self.language_link(language)).collect()
    }

    fn language_link(&self, language: Language) -> LanguageLink {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        for (key, value) in url::form_urlencoded::parse(self.query.as_bytes()) {
            if key != "lang" {
                pairs.append_pair(&key, &value);
            }
        }
        pairs.append_pair("lang", language.code());
        LanguageLink {
            code: language.code(),
            name: locale::native_name(language),
            href: format!("{}?{}", self.path, pairs.finish()),
            current: language == self.language,
        }
    }

    /// A text of the house in the reader's language.
    pub fn say(&self, key: &'static str) -> Text {
        Text::new(self.language, key)
    }

    /// The text of a word out of a closed set: `status` and `draft` is `status-draft`.
    pub fn term(&self, set: &str, word: impl Display) -> String {
        locale::term(self.language, set, &word.to_string())
    }

    /// The words of a closed set, for a form to choose from.
    pub fn choices(&self, set: &str, words: &[&'static str]) -> Vec<Choice> {
        words.iter().map(|word| Choice::new(*word, self.term(set, word))).collect()
    }

    /// The languages of the house, each by its own name.
    pub fn language_choices(&self) -> Vec<Choice> {
        self.languages().iter().map(|link| Choice::new(link.code, link.name)).collect()
    }

    /// All countries, in the order of the reader's language.
    pub fn country_choices(&self) -> Vec<Choice> {
        locale::countries(self.language).into_iter().map(|(code, name)| Choice::new(code, name)).collect()
    }

    pub fn currency_choice(&self, code: &str) -> Choice {
        Choice::new(code, format!("{code} · {}", locale::currency_name(code, self.language)))
    }

    /// A message that a rule made.
    pub fn message(&self, message: &Message) -> String {
        locale::say(self.language, message)
    }

    pub fn date(&self, date: &Date) -> String {
        locale::date(self.language, *date)
    }

    pub fn day(&self, time: &Time) -> String {
        locale::date(self.language, time.date())
    }

    /// Day and time.
    pub fn moment(&self, time: &Time) -> String {
        let text = time.rfc3339();
        let clock = text.get(11..16).unwrap_or_default();
        self.say("date-moment").with("day", self.day(time)).with("time", clock).to_string()
    }

    pub fn number(&self, number: impl Into<i64>) -> String {
        locale::number(self.language, number.into())
    }

    /// So many pieces, in the words of the language.
    pub fn pieces(&self, count: i64) -> String {
        self.message(&locale::pieces(self.language, count))
    }

    pub fn days(&self, count: i64) -> String {
        self.say("unit-days").with("count", count).with("shown", self.number(count)).to_string()
    }

    pub fn money(&self, money: &Money) -> String {
        locale::money(self.language, *money)
    }

    pub fn country(&self, code: &str) -> String {
        locale::country_name(code, self.language)
    }

    /// Shows a template.
    pub fn show(&self, template: &impl Template) -> Result<HttpResponse> {
        self.show_with(StatusCode::OK, template)
    }

    /// Shows a form again whose input was wrong.
    pub fn show_again(&self, template: &impl Template) -> Result<HttpResponse> {
        self.show_with(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    pub fn show_with(&self, status: StatusCode, template: &impl Template) -> Result<HttpResponse> {
        let html = template.render().map_err(Error::wrap)?;
        let mut response = HttpResponse::build(status);
        response.content_type("text/html; charset=utf-8");
        response.insert_header((header::VARY, "Accept-Language, Cookie"));
        response.insert_header((header::CONTENT_LANGUAGE, self.lang()));
        // What a signed-in person saw must not stay behind on a shared machine.
        let caching = if self.visitor.is_some() { "private, no-store" } else { "private, no-cache" };
        response.insert_header((header::CACHE_CONTROL, caching));
        if self.remember_language {
            response.cookie(self.cookie(LANGUAGE_COOKIE, self.lang(), Duration::days(365)));
        }
        if self.notice.is_some() {
            response.cookie(self.cookie(NOTICE_COOKIE, "", Duration::ZERO));
        }
        Ok(response.body(html))
    }

    /// After a POST: go and look, so that reloading repeats nothing. A notice is the key of a `notice-…` text.
    pub fn see_other(&self, to: &str, notice: Option<&'static str>) -> HttpResponse {
        self.see_other_with(to, notice.map(str::to_owned))
    }

    /// The same, with a button that takes back what a revision has changed.
    pub fn see_other_undoable(&self, to: &str, notice: &'static str, revision: Option<i64>) -> HttpResponse {
        let back = revision.map(|id| format!("|{REVISION}{id}")).unwrap_or_default();
        self.see_other_with(to, Some(format!("{notice}{back}")))
    }

    /// The same for many products that were changed at once.
    pub fn see_other_undoable_bulk(&self, to: &str, notice: &'static str, bulk_change: i64) -> HttpResponse {
        self.see_other_with(to, Some(format!("{notice}|{BULK_CHANGE}{bulk_change}")))
    }

    fn see_other_with(&self, to: &str, notice: Option<String>) -> HttpResponse {
        let mut response = HttpResponse::SeeOther();
        response.insert_header((header::LOCATION, to.to_owned()));
        if let Some(notice) = &notice {
            response.cookie(self.cookie(NOTICE_COOKIE, notice, Duration::minutes(2)));
        }
        response.finish()
    }

    fn cookie<'c>(&self, name: &'c str, value: &'c str, age: Duration) -> Cookie<'c> {
        Cookie::build(name, value)
            .path("/")
            .max_age(age)
            .same_site(SameSite::Lax)
            .secure(self.secure)
            .http_only(true)
            .finish()
    }
}
