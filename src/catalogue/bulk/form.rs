//! What a maker says when many products are to be changed: which ones, and what about them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::MOST_PRODUCTS;
use super::change::{Change, Countries, Shelf};
use crate::catalogue::{ProductForm, Status, TermsForm};
use crate::error::{Message, Result};
use crate::ids::{CollectionId, ProductId};
use crate::input::{Fields, Raw, RawList, RawMoney};
use crate::money;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BulkForm {
    /// Ids of one's own products.
    pub products: RawList,
    /// `true` instead of ids: all that `status` and `in_collection` let through.
    pub all: Raw,
    /// With `all`: `draft`, `published` or `withdrawn`; empty for any.
    pub status: Raw,
    /// With `all`: a collection's id; empty for any.
    pub in_collection: Raw,
    /// Raises (`5`) or lowers (`-2.5`) every price of the product by so many percent: its own, its variants', its price
    /// list's. Not the sample's.
    pub price_percent: Raw,
    /// Rounds what `price_percent` makes to the nearest multiple of this, in major units: `0.5`.
    pub price_step: Raw,
    /// Sets the price of one piece.
    pub price: RawMoney,
    pub moq: Raw,
    pub order_multiple: Raw,
    pub lead_time_days: Raw,
    pub weekly_capacity: Raw,
    pub hs_code: Raw,
    /// ISO 3166-1 alpha-2.
    pub origin: Raw,
    /// The id of one's own collection, or `none`.
    pub collection: Raw,
    /// `all`, `only` or `except`: to buyers of which countries they are shown.
    pub countries: Raw,
    /// With `only` and `except`: which ones.
    pub country_list: RawList,
    /// `publish` or `withdraw`.
    pub shelf: Raw,
    /// To carry it out: the `hash` of the preview.
    pub hash: Raw,
}

impl BulkForm {
    /// The change, checked as far as that goes without a product.
    pub(super) fn check(&self) -> Result<Change> {
        let mut fields = Fields::new();
        // The product's own form checks its own fields.
        let plain = ProductForm {
            price: self.price.clone(),
            order_multiple: self.order_multiple.clone(),
            lead_time_days: self.lead_time_days.clone(),
            weekly_capacity: self.weekly_capacity.clone(),
            hs_code: self.hs_code.clone(),
            origin: self.origin.clone(),
            moq: self.moq.clone(),
            ..ProductForm::default()
        };
        let new = plain.read(&mut fields);
        let (least, most) = (-9_000, 90_000);
        let percent = (!self.price_percent.is_blank()).then(|| {
            let parsed = hundredths(self.price_percent.trimmed());
            fields.take(
                "price_percent",
                parsed.and_then(|percent| match (least..=most).contains(&percent) {
                    true => Ok(percent),
                    false => Err(Message::new("problem-percent")),
                }),
            )
        });
        if percent.is_some() && new.price.is_some() {
            fields.problem("price_percent", "problem-bulk-price-twice");
        }
        let countries = self.read_countries(&mut fields);
        let change = Change {
            percent,
            step: (!self.price_step.is_blank()).then(|| self.price_step.trimmed().to_owned()),
            price: new.price,
            moq: new.moq,
            order_multiple: new.order_multiple,
            lead_time_days: new.lead_time_days,
            weekly_capacity: new.weekly_capacity,
            hs_code: new.hs_code,
            origin: new.origin,
            collection: match self.collection.trimmed() {
                "" => None,
                "none" => Some(None),
                _ => Some(
                    fields.optional_whole("collection", &self.collection, 1..=i64::MAX).map(CollectionId),
                ),
            },
            countries,
            status: match (!self.shelf.is_blank()).then(|| fields.choice("shelf", &self.shelf)) {
                None => None,
                Some(Shelf::Publish) => Some(Status::Published),
                Some(Shelf::Withdraw) => Some(Status::Withdrawn),
            },
        };
        let is_no_step = || hundredths(self.price_step.trimmed()).is_ok_and(|step| step <= 0);
        if !self.price_step.is_blank() && (percent.is_none() || is_no_step()) {
            fields.problem("price_step", "problem-bulk-step");
        }
        let is_silent = [&self.price_percent, &self.countries, &self.shelf].iter().all(|raw| raw.is_blank());
        if change.is_nothing() && is_silent {
            fields.problem("price_percent", "problem-bulk-nothing");
        }
        fields.done(change)
    }

    fn read_countries(&self, fields: &mut Fields) -> Option<Countries> {
        if self.countries.is_blank() {
            return None;
        }
        let choice: Countries = fields.choice("countries", &self.countries);
        // The terms' own form reads names of countries as well as codes.
        let terms = TermsForm { only_in: self.country_list.clone(), ..TermsForm::default() };
        let mut inner = Fields::new();
        let list = terms.read(&mut inner).only_in;
        if !inner.is_sound("only_in") {
            fields.problem("country_list", "problem-bulk-countries");
        }
        match choice {
            Countries::All => Some(Countries::All),
            _ if list.is_empty() => {
                if fields.is_sound("country_list") {
                    fields.problem("country_list", "problem-bulk-countries");
                }
                None
            }
            Countries::Only(_) => Some(Countries::Only(list)),
            Countries::Except(_) => Some(Countries::Except(list)),
        }
    }

    /// Which products, if they are named.
    pub(super) fn chosen(&self) -> Result<Option<Vec<ProductId>>> {
        let mut fields = Fields::new();
        if fields.flag(&self.all) {
            return Ok(None);
        }
        let mut ids = Vec::new();
        for text in self.products.distinct() {
            match text.parse() {
                Ok(id) => ids.push(ProductId(id)),
                Err(_) => {
                    fields.problem("products", "problem-bulk-products");
                    break;
                }
            }
        }
        if ids.is_empty() && fields.is_sound("products") {
            fields.problem("products", "problem-bulk-none");
        }
        if ids.len() > MOST_PRODUCTS {
            fields.problem("products", Message::new("problem-bulk-too-many").with("most", MOST_PRODUCTS));
        }
        fields.done(Some(ids))
    }

    /// With `all`: what they are narrowed to.
    pub(super) fn filter(&self) -> Result<(Option<Status>, Option<CollectionId>)> {
        let mut fields = Fields::new();
        let status = (!self.status.is_blank()).then(|| fields.choice("status", &self.status));
        let collection = fields.optional_whole("in_collection", &self.in_collection, 1..=i64::MAX);
        fields.done((status, collection.map(CollectionId)))
    }
}

/// `-2,5` is -250.
pub(super) fn hundredths(text: &str) -> Result<i64, Message> {
    let wrong = || Message::new("problem-percent");
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '%' | '٪' | '\u{200e}' | '\u{200f}' | '\u{61c}'))
        .map(|c| match c {
            ',' | '٫' | '.' => '.',
            '−' | '-' => '-',
            other => money::western_digit(other).unwrap_or(other),
        })
        .collect();
    let (negative, plain) = match plain.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || fraction.len() > 2 || !is_number(whole) || !is_number(fraction)
    {
        return Err(wrong());
    }
    let number: i64 = format!("{whole}{fraction:0<2}").parse().map_err(|_| wrong())?;
    Ok(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_read_as_people_write_them() {
        let read = |text: &str| hundredths(text).ok();
        assert_eq!(
            [read("5"), read("-2,5"), read("+10 %"), read("٥٫٢٥"), read("−3")],
            [Some(500), Some(-250), Some(1000), Some(525), Some(-300)]
        );
        for wrong in ["", "five", "1.234", "--1", "9999999", "1.2.3"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
