//! Where something of the checklist is done, and its lines as a page shows them.

use super::row::{Check, Mode, Row};
use super::state::{Line, LineState};
use crate::catalogue::Subject;
use crate::catalogue::shelf::title_or;
use crate::ids::ProductId;
use crate::web::Page;

/// More products than these are only counted.
const NAMED_PRODUCTS: usize = 5;

/// A page of the workshop, and what it is called.
pub(super) struct Place {
    pub key: &'static str,
    pub href: String,
}

/// Where a row is fulfilled; of a product, on its own pages.
pub(super) fn place_of(row: &Row, product: Option<ProductId>) -> Place {
    let place = |key, href: &str| Place { key, href: href.to_owned() };
    let of_product = |key, end: &str| match product {
        Some(id) => Place { key, href: Subject::Product(id).bench() + end },
        None => Place { key, href: "/workshop/products".to_owned() },
    };
    match (row.mode, row.subject) {
        (Mode::Computed, Some(check)) => match check {
            Check::Profile | Check::Place | Check::OrderMinimum => {
                place("admission-at-profile", "/workshop/profile")
            }
            Check::Manufacturer => place("safety-title", "/workshop/safety"),
            Check::People => place("artisans-title", "/workshop/people"),
            Check::Certificate => place("certificates-title", "/workshop/certificates"),
            Check::Picture => of_product("photos-title", if product.is_some() { "#pictures" } else { "" }),
            Check::Price | Check::HsCode | Check::Origin | Check::NetWeight => {
                of_product("admission-at-product", "")
            }
            Check::GrossWeight => of_product("terms-title", if product.is_some() { "/terms" } else { "" }),
            Check::Safety => {
                of_product("safety-product-title", if product.is_some() { "/safety" } else { "" })
            }
        },
        _ => Place { key: "admission-own-title", href: format!("/workshop/checklist#row-{}", row.id) },
    }
}

/// Somewhere to go to.
pub(super) struct Link {
    pub href: String,
    pub label: String,
}

/// A row on a page, with what is said about it.
pub(super) struct ShownLine {
    pub line: Line,
    pub wording: String,
    pub place: Link,
    /// Some of the products that lack it.
    pub products: Vec<Link>,
    /// How many more there are.
    pub more: Option<String>,
    pub can_sign: bool,
    pub can_send: bool,
    /// One whose waiver holds today, by its last day.
    pub waived_until: Option<String>,
}

impl ShownLine {
    pub fn of(page: &Page, line: Line, today: crate::clock::Date) -> Self {
        let product = |goods: &super::Goods| {
            let place = place_of(&line.row, goods.id);
            Link { href: place.href, label: title_or(page, &goods.title, "product-untitled") }
        };
        let beyond = line.lacking.len().saturating_sub(NAMED_PRODUCTS) as i64;
        let more = page.say("admission-more").with("count", beyond).with("shown", page.number(beyond));
        let place = place_of(&line.row, None);
        let is_open = !matches!(line.state, LineState::Done | LineState::NotAsked);
        Self {
            wording: line.row.wording.best(page.language()).to_owned(),
            products: line.lacking.iter().take(NAMED_PRODUCTS).map(product).collect(),
            more: (beyond > 0).then(|| more.to_string()),
            place: Link { label: page.say(place.key).to_string(), href: place.href },
            can_sign: is_open && line.row.mode == Mode::Attested,
            can_send: is_open && line.row.mode == Mode::Verified && line.state != LineState::Waiting,
            waived_until: line
                .waivers
                .iter()
                .filter(|waiver| waiver.holds_on(today))
                .map(|waiver| waiver.ends_on)
                .max()
                .map(|day| page.date(&day)),
            line,
        }
    }

    pub fn tone(&self) -> &'static str {
        match self.line.state {
            LineState::Done => "good",
            LineState::Waived | LineState::NotAsked => "",
            LineState::Open | LineState::Waiting if self.line.stops() => "bad",
            LineState::Open | LineState::Waiting => "warn",
        }
    }
}
