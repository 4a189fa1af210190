//! What the forms of this slice have in common: choices, the rows of lines, and how a refused form is shown again.

use std::collections::HashMap;

use actix_web::http::StatusCode;

use super::lines::{LineForm, USUAL_CURRENCIES};
use super::{Incoterm, quantity};
use crate::catalogue::Product;
use crate::commitments::Channel;
use crate::error::{Error, Message, Problems, Result};
use crate::ids::ProductId;
use crate::input::{Raw, RawMoney};
use crate::locale;
use crate::web::{Choice, Page};

/// Why a form was not taken: shown on the form itself, so that nothing has to be typed twice.
#[derive(Debug)]
pub(super) struct Trouble {
    pub status: StatusCode,
    pub problems: Problems,
    pub refusal: Option<Message>,
}

impl Trouble {
    /// What the form can show; anything else goes on being an error.
    pub fn of(error: Error) -> Result<Self> {
        let refused = |message| Self {
            status: StatusCode::CONFLICT,
            problems: Problems::new(),
            refusal: Some(message),
        };
        match error {
            Error::Invalid(problems) => {
                Ok(Self { status: StatusCode::UNPROCESSABLE_ENTITY, problems, refusal: None })
            }
            Error::Refused(message) => Ok(refused(message)),
            Error::Conflict => Ok(refused(Message::new("error-conflict-detail"))),
            other => Err(other),
        }
    }

    /// In one sentence each, for pages whose forms have no place for problems.
    pub fn sentence(&self, page: &Page) -> String {
        match &self.refusal {
            Some(message) => page.message(message),
            None => {
                let said = self.problems.iter().map(|problem| page.message(&problem.message));
                said.collect::<Vec<_>>().join(" ")
            }
        }
    }
}

pub(super) fn currencies(page: &Page) -> Vec<Choice> {
    let label = |code| format!("{code} · {}", locale::currency_name(code, page.language()));
    USUAL_CURRENCIES.iter().map(|code| Choice::new(*code, label(code))).collect()
}

pub(super) fn incoterms(page: &Page) -> Vec<Choice> {
    terms(page, "trade-incoterm", Incoterm::WORDS)
}

pub(super) fn channels(page: &Page) -> Vec<Choice> {
    terms(page, "trade-channel", Channel::WORDS)
}

pub(super) fn terms(page: &Page, set: &str, words: &[&'static str]) -> Vec<Choice> {
    words.iter().map(|word| Choice::new(*word, page.term(set, word))).collect()
}

pub(super) fn countries(page: &Page) -> Vec<Choice> {
    let all = locale::countries(page.language());
    all.into_iter().map(|(code, name)| Choice::new(code, name)).collect()
}

/// The names of countries in one line.
pub(super) fn territory(page: &Page, codes: &[String]) -> String {
    codes.iter().map(|code| page.country(code)).collect::<Vec<_>>().join(" · ")
}

/// One product in a form, with the names of its inputs.
#[derive(Debug)]
pub(super) struct LineRow {
    pub title: String,
    /// MOQ, multiple, wholesale price: what one wants to know while typing.
    pub terms: String,
    pub product: String,
    pub product_name: String,
    pub quantity_name: String,
    pub price_name: String,
}

/// Rows for the lines that were filled in, then for every other product, so that more can be added.
pub(super) fn line_rows(page: &Page, lines: &mut Vec<LineForm>, products: &[Product]) -> Vec<LineRow> {
    let by_id: HashMap<ProductId, &Product> = products.iter().map(|product| (product.id, product)).collect();
    let id_of = |line: &LineForm| line.product.trimmed().parse::<ProductId>().ok();
    let named: Vec<_> = lines.iter().filter_map(id_of).collect();
    let others = products.iter().filter(|product| !named.contains(&product.id));
    lines.extend(others.map(|product| blank_line(product, None)));
    let row = |(position, line): (usize, &LineForm)| {
        let product = id_of(line).and_then(|id| by_id.get(&id));
        LineRow {
            title: product.map_or_else(
                || page.say("common-unknown").to_string(),
                |product| product.title.best(page.language()).to_owned(),
            ),
            terms: product.map(|product| ordering_terms(page, product)).unwrap_or_default(),
            product: line.product.trimmed().to_owned(),
            product_name: format!("lines[{position}][product]"),
            quantity_name: format!("lines[{position}][quantity]"),
            price_name: format!("lines[{position}][unit_price]"),
        }
    };
    lines.iter().enumerate().map(row).collect()
}

/// A line for a product at its wholesale price; a wish becomes the next quantity that can be ordered.
pub(super) fn blank_line(product: &Product, wish: Option<i64>) -> LineForm {
    let quantity = wish.map(|wish| quantity::suggestion(wish, product.moq, product.order_multiple));
    LineForm {
        product: product.id.into(),
        quantity: quantity.map(Raw::from).unwrap_or_default(),
        // The price brings its currency: an amount in dinars must never become one in euros by a choice elsewhere.
        unit_price: product.price().map(RawMoney::from).unwrap_or_default(),
    }
}

fn ordering_terms(page: &Page, product: &Product) -> String {
    let mut terms = Vec::new();
    if let Some(price) = product.price() {
        terms.push(page.say("trade-line-wholesale").with("price", page.money(&price)).to_string());
    }
    if let Some(moq) = product.moq {
        terms.push(page.say("unit-moq").with("pieces", pieces(page, moq)).to_string());
    }
    if let Some(multiple) = product.order_multiple.filter(|multiple| *multiple > 1) {
        terms.push(page.say("trade-line-multiple").with("multiple", page.number(multiple)).to_string());
    }
    terms.join(" · ")
}

pub(super) fn pieces(page: &Page, count: i64) -> String {
    page.say("unit-pieces").with("count", count).with("shown", page.number(count)).to_string()
}

pub(super) fn days(page: &Page, count: i64) -> String {
    page.say("unit-days").with("count", count).with("shown", page.number(count)).to_string()
}

/// One step of a life, as `ui::steps` shows it.
#[derive(Debug)]
pub(super) struct StepView {
    pub label: String,
    pub state: &'static str,
    pub on: Option<String>,
}
