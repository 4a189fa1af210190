//! Rows of a file into one line of an import: what each dialect's cells say, and where each field came from.

mod cells;
mod etsy;
mod lines;
mod sheet;
mod shop;
mod shopify;
mod weight;
mod woocommerce;

use std::collections::BTreeSet;

pub(super) use cells::Cells;
pub(in crate::catalogue) use cells::armed;

use super::layout::{Dialect, Layout};
use super::line::ImportLine;
use super::reading::Row;
use crate::error::Message;
use crate::locale::Language;

/// What the file itself does not say.
#[derive(Clone, Debug)]
pub(super) struct Context<'a> {
    pub layout: &'a Layout,
    /// Of prices that name none.
    pub currency: Option<&'a str>,
    /// Of texts that do not show it.
    pub language: Language,
}

/// A row or several as one product.
#[derive(Clone, Debug, Default)]
pub(super) struct Composed {
    pub line: ImportLine,
    /// What the file speaks of; the rest of a known product stays as it is. `None`: it speaks of everything.
    pub said: Option<BTreeSet<String>>,
    pub places: Vec<Place>,
    pub problems: Vec<(String, Message)>,
    /// Nothing of it can be trusted: what else might be wrong is not asked.
    pub is_unreadable: bool,
    pub notes: BTreeSet<Note>,
}

/// Where a field came from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub field: String,
    pub row: u64,
    pub column: String,
    pub value: String,
}

/// What was done to many rows in the same way, told once for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Retail prices without a currency were left out.
    PriceWithoutCurrency,
    /// Prices are those of a shop for consumers.
    RetailPrice,
    SalePriceIgnored,
    /// A shop's materials that the vocabulary does not have.
    MaterialUnknown,
    /// Pictures stand on another server.
    PicturesLeft,
    /// It lacks something, so it becomes a draft.
    Draft,
}

crate::text_enum!(Note {
    PriceWithoutCurrency => "price-without-currency",
    RetailPrice => "retail-price",
    SalePriceIgnored => "sale-price-ignored",
    MaterialUnknown => "material-unknown",
    PicturesLeft => "pictures-left",
    Draft => "draft",
});

impl Note {
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::PriceWithoutCurrency => "import-note-price-without-currency",
            Self::RetailPrice => "import-note-retail-price",
            Self::SalePriceIgnored => "import-note-sale-price-ignored",
            Self::MaterialUnknown => "import-note-material-unknown",
            Self::PicturesLeft => "import-note-pictures-left",
            Self::Draft => "import-note-draft",
        })
    }
}

impl Composed {
    /// Remembers that the file speaks of a field.
    fn speaks_of(&mut self, field: impl Into<String>) {
        self.said.get_or_insert_default().insert(field.into());
    }

    fn problem(&mut self, field: impl Into<String>, message: impl Into<Message>) {
        self.problems.push((field.into(), message.into()));
    }

    fn place(&mut self, field: impl Into<String>, row: u64, column: &str, value: &str) {
        let (column, value) = (column.to_owned(), value.chars().take(200).collect());
        self.places.push(Place { field: field.into(), row, column, value });
    }

    /// The cell that a field came from; of `price.amount` at least that of the price.
    pub(super) fn place_of(&self, field: &str) -> Option<&Place> {
        let mut wanted = field;
        loop {
            if let Some(place) = self.places.iter().find(|place| place.field == wanted) {
                return Some(place);
            }
            wanted = &wanted[..wanted.rfind(['.', '['])?];
        }
    }
}

/// Which product a row belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Belongs {
    /// Rows that share one of these names are one product.
    Together(Vec<String>),
    /// To the row that goes by this name, wherever in the file that stands.
    To(String),
    Alone,
}

pub(super) fn belongs(layout: &Layout, row: &Row) -> Belongs {
    let cells = Cells::new(layout, row);
    match layout.dialect {
        Dialect::Lines | Dialect::Etsy => Belongs::Alone,
        Dialect::Sheet => match (cells.text("sku"), cells.text("slug")) {
            ("", "") => Belongs::Alone,
            ("", slug) => together(&format!("page {slug}")),
            (sku, _) => together(sku),
        },
        Dialect::Shopify => together(cells.text("shop.handle")),
        Dialect::Woocommerce => woocommerce::belongs(&cells),
    }
}

fn together(name: &str) -> Belongs {
    if name.is_empty() { Belongs::Alone } else { Belongs::Together(vec![name.to_owned()]) }
}

/// Puts the rows of one product together; there is at least one.
pub(super) fn compose(context: &Context<'_>, rows: &[Row]) -> Composed {
    let mut composed = match context.layout.dialect {
        Dialect::Lines => return lines::compose(rows),
        Dialect::Sheet => sheet::compose(context, rows),
        Dialect::Shopify => shopify::compose(context, rows),
        Dialect::Woocommerce => woocommerce::compose(context, rows),
        Dialect::Etsy => etsy::compose(context, rows),
    };
    // A separator that is not quoted shifts everything behind it: nothing of such a row can be trusted.
    let beyond =
        |row: &&Row| row.cells.iter().skip(context.layout.columns.len()).any(|cell| !cell.trim().is_empty());
    if let Some(row) = rows.iter().find(beyond) {
        composed.place("cells", row.number, "", row.cells.last().map_or("", |cell| cell));
        composed.problems = vec![("cells".to_owned(), "problem-row-too-long".into())];
        composed.is_unreadable = true;
    }
    composed
}

#[cfg(test)]
mod tests;
