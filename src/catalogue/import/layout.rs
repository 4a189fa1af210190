//! What the columns of a file mean: whose file it is, told by its header, and which column holds what.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::columns;
use super::reading::Shape;
use crate::locale::fold;

/// What the caller says that a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Auto,
    Jsonl,
    Csv,
    Xlsx,
    Shopify,
    Woocommerce,
    Etsy,
}

crate::text_enum!(Format {
    Auto => "auto",
    Jsonl => "jsonl",
    Csv => "csv",
    Xlsx => "xlsx",
    Shopify => "shopify",
    Woocommerce => "woocommerce",
    Etsy => "etsy",
});

impl Format {
    /// What kind of file that has to be.
    pub(super) fn shape(self) -> Option<Shape> {
        match self {
            Self::Jsonl => Some(Shape::Lines),
            Self::Csv => Some(Shape::Separated),
            Self::Xlsx => Some(Shape::Workbook),
            Self::Auto | Self::Shopify | Self::Woocommerce | Self::Etsy => None,
        }
    }
}

/// In whose words a file speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    #[default]
    Lines,
    /// Our own sheet, or any that can be understood as it.
    Sheet,
    Shopify,
    Woocommerce,
    Etsy,
}

crate::text_enum!(Dialect {
    Lines => "lines",
    Sheet => "sheet",
    Shopify => "shopify",
    Woocommerce => "woocommerce",
    Etsy => "etsy",
});

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Column {
    pub header: String,
    /// What it holds: a column of our sheet, `shop.…` for what a shop's own format says, `ignore`; null if it was not
    /// understood.
    pub field: Option<String>,
}

impl Column {
    /// Does it hold something that is taken?
    pub(super) fn is_used(&self) -> bool {
        self.field.as_deref().is_some_and(|field| field != IGNORE)
    }
}

pub(super) const IGNORE: &str = "ignore";
const SHOP: &str = "shop.";

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    pub dialect: Dialect,
    pub columns: Vec<Column>,
}

type Shop = HashMap<String, String>;

/// Per shop: folded header and field.
static SHOPS: LazyLock<HashMap<String, Shop>> = LazyLock::new(|| {
    type File = BTreeMap<String, BTreeMap<String, Vec<String>>>;
    let file: File = toml::from_str(include_str!("shops.toml")).expect("a test reads the shops' headers");
    let turn = |fields: BTreeMap<String, Vec<String>>| {
        let pairs = fields.into_iter().flat_map(|(field, headers)| {
            headers.into_iter().map(move |header| (fold(&header), field.clone()))
        });
        pairs.collect()
    };
    file.into_iter().map(|(shop, fields)| (shop, turn(fields))).collect()
});

/// By which fields a shop's file is told from all others.
const MARKS: [(Dialect, &[&str]); 3] = [
    (Dialect::Etsy, &["title", "price", "quantity", "tags", "image"]),
    (Dialect::Woocommerce, &["type", "title", "price", "sale_price"]),
    (Dialect::Shopify, &["handle", "title", "option1_name", "option1_value", "price"]),
];

impl Layout {
    pub(super) fn lines() -> Self {
        Self::default()
    }

    /// Understands a header; `mapped` is what the maker has said about headers before, folded.
    pub(super) fn understand(header: &[String], format: Format, mapped: &BTreeMap<String, String>) -> Self {
        let dialect = match format {
            Format::Shopify => Dialect::Shopify,
            Format::Woocommerce => Dialect::Woocommerce,
            Format::Etsy => Dialect::Etsy,
            Format::Csv | Format::Xlsx => Dialect::Sheet,
            Format::Auto | Format::Jsonl => recognise(header),
        };
        let shop = SHOPS.get(dialect.word());
        let field = |header: &String| {
            let folded = fold(header);
            if let Some(own) = mapped.get(&folded) {
                return Some(own.clone());
            }
            match shop {
                Some(shop) => {
                    Some(shop.get(&folded).map_or(IGNORE.to_owned(), |field| format!("{SHOP}{field}")))
                }
                None if header.trim().is_empty() => Some(IGNORE.to_owned()),
                None => columns::understand(header),
            }
        };
        let columns = header
            .iter()
            .map(|header| Column { header: header.trim().to_owned(), field: field(header) })
            .collect();
        Self { dialect, columns }
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.columns.iter().any(|column| column.field.as_deref() == Some(field))
    }
}

/// Whose header is it?
fn recognise(header: &[String]) -> Dialect {
    let folded: Vec<String> = header.iter().map(|header| fold(header)).collect();
    let speaks = |dialect: &Dialect, marks: &[&str]| {
        let Some(shop) = SHOPS.get(dialect.word()) else { return false };
        let found: Vec<&String> = folded.iter().filter_map(|header| shop.get(header)).collect();
        marks.iter().all(|mark| found.iter().any(|field| field == mark))
    };
    let found = MARKS.iter().find(|(dialect, marks)| speaks(dialect, marks));
    found.map_or(Dialect::Sheet, |(dialect, _)| *dialect)
}

/// May a maker say that a column holds this?
pub(super) fn is_field(field: &str) -> bool {
    field == IGNORE
        || columns::is_column(field)
        || field.strip_prefix(columns::OPTION_KEY).is_some_and(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialect(header: &str) -> Dialect {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        Layout::understand(&header, Format::Auto, &BTreeMap::new()).dialect
    }

    #[test]
    fn shops_are_known_by_their_headers() {
        let old =
            "Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price";
        let new = "Title,URL handle,Description,SKU,Option1 name,Option1 value,Price,Weight value (grams)";
        assert_eq!((dialect(old), dialect(new)), (Dialect::Shopify, Dialect::Shopify));
        assert_eq!(dialect("ID,Type,SKU,Name,Sale price,Regular price,Parent"), Dialect::Woocommerce);
        assert_eq!(dialect("ID,Type,UGS,Nom,Tarif promo,Tarif régulier"), Dialect::Woocommerce);
        assert_eq!(
            dialect("TITOLO,DESCRIZIONE,PREZZO,CURRENCY_CODE,QUANTITÀ,TAG,MATERIALI,IMMAGINE1,SKU"),
            Dialect::Etsy
        );
        assert_eq!(dialect("SKU,Title,Description,Price,Materials,MOQ"), Dialect::Sheet);
    }

    #[test]
    fn what_the_maker_said_goes_before_what_we_think() {
        let mapped =
            BTreeMap::from([(fold("Bar code"), "sku".to_owned()), (fold("Price"), IGNORE.to_owned())]);
        let header = ["Bar  Code".to_owned(), "price".to_owned(), "Grandmother".to_owned()];
        let layout = Layout::understand(&header, Format::Csv, &mapped);
        let fields: Vec<_> = layout.columns.iter().map(|column| column.field.as_deref()).collect();
        assert_eq!(fields, [Some("sku"), Some(IGNORE), None]);
    }
}
