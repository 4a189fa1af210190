//! What the forms of this slice have in common: choices, the rows of lines, and how a refused form is shown again.

use std::collections::HashMap;

use actix_web::http::StatusCode;

use super::lines::{self, LineForm, USUAL_CURRENCIES};
use super::quantity;
use super::wares::{Market, Ware};
use crate::catalogue::{Product, Variant};
use crate::commitments::Channel;
use crate::error::{Error, Message, Problems, Result};
use crate::ids::{ProductId, VariantId};
use crate::incoterm::Incoterm;
use crate::input::{Raw, RawMoney};
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
    USUAL_CURRENCIES.iter().map(|code| page.currency_choice(code)).collect()
}

pub(super) fn incoterms(page: &Page) -> Vec<Choice> {
    page.choices("trade-incoterm", Incoterm::WORDS)
}

pub(super) fn channels(page: &Page) -> Vec<Choice> {
    page.choices("trade-channel", Channel::WORDS)
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
    pub variant: String,
    pub variant_name: String,
    pub quantity_name: String,
    pub price_name: String,
}

/// Rows for the lines that were filled in, then for everything else that the maker offers, so that more can be added.
pub(super) fn line_rows(
    page: &Page,
    lines: &mut Vec<LineForm>,
    wares: &[Ware],
    market: &Market,
) -> Vec<LineRow> {
    let by_id: HashMap<ProductId, &Ware> = wares.iter().map(|ware| (ware.product.id, ware)).collect();
    let named: Vec<_> = lines.iter().filter_map(ids_of).collect();
    for ware in wares {
        for variant in ware.choices() {
            if !named.contains(&(ware.product.id, variant.map(|variant| variant.id))) {
                lines.push(blank_line(ware, variant, None, market));
            }
        }
    }
    let row = |(position, line): (usize, &LineForm)| {
        let ids = ids_of(line);
        let ware = ids.and_then(|(product, _)| by_id.get(&product).copied());
        let variant = ware.zip(ids).and_then(|(ware, (_, variant))| ware.variant(variant));
        LineRow {
            title: ware.map_or_else(
                || page.say("common-unknown").to_string(),
                |ware| lines::title(&ware.product, variant, page.language()),
            ),
            terms: ware.map(|ware| ordering_terms(page, ware, variant, market)).unwrap_or_default(),
            product: line.product.trimmed().to_owned(),
            product_name: format!("lines[{position}][product]"),
            variant: line.variant.trimmed().to_owned(),
            variant_name: format!("lines[{position}][variant]"),
            quantity_name: format!("lines[{position}][quantity]"),
            price_name: format!("lines[{position}][unit_price]"),
        }
    };
    lines.iter().enumerate().map(row).collect()
}

fn ids_of(line: &LineForm) -> Option<(ProductId, Option<VariantId>)> {
    Some((line.product.trimmed().parse().ok()?, line.variant.trimmed().parse().ok()))
}

/// A line for a ware at its wholesale price there; a wish becomes the next quantity that can be ordered.
pub(super) fn blank_line(
    ware: &Ware,
    variant: Option<&Variant>,
    wish: Option<i64>,
    market: &Market,
) -> LineForm {
    let Product { id, moq, order_multiple, .. } = ware.product;
    let quantity = wish.map(|wish| quantity::suggestion(wish, moq, order_multiple));
    LineForm {
        product: id.into(),
        variant: variant.map(|variant| variant.id.into()).unwrap_or_default(),
        quantity: quantity.map(Raw::from).unwrap_or_default(),
        // The price brings its currency: an amount in dinars must never become one in euros by a choice elsewhere.
        unit_price: ware.price(variant, wish, market).map(RawMoney::from).unwrap_or_default(),
    }
}

fn ordering_terms(page: &Page, ware: &Ware, variant: Option<&Variant>, market: &Market) -> String {
    let (mut terms, product) = (Vec::new(), &ware.product);
    if let Some(price) = ware.price(variant, None, market) {
        terms.push(page.say("trade-line-wholesale").with("price", page.money(&price)).to_string());
    }
    if let Some(moq) = product.moq {
        terms.push(page.say("unit-moq").with("pieces", page.pieces(moq)).to_string());
    }
    if let Some(multiple) = product.order_multiple.filter(|multiple| *multiple > 1) {
        terms.push(page.say("trade-line-multiple").with("multiple", page.number(multiple)).to_string());
    }
    terms.join(" · ")
}

/// One step of a life, as `ui::steps` shows it.
#[derive(Debug)]
pub(super) struct StepView {
    pub label: String,
    pub state: &'static str,
    pub on: Option<String>,
}
