//! Lines of an offer or an order: a product, how many, at which price. Totals are computed here and nowhere else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::quantity;
use super::quotes::QuoteLine;
use crate::catalogue::{self, Conditions, Product, Status, Variant};
use crate::clusters;
use crate::db::DbConnection;
use crate::error::{Error, Message, Result, if_found};
use crate::ids::{OrganisationId, ProductId, VariantId};
use crate::input::{Fields, Raw, RawMoney};
use crate::locale::Language;
use crate::money::{Currency, Money};

pub(super) const MOST_LINES: usize = 100;

/// What forms offer first; any currency of ISO 4217 is taken.
pub(super) const USUAL_CURRENCIES: [&str; 20] = [
    "EUR", "USD", "GBP", "TND", "MAD", "DZD", "EGP", "JOD", "LBP", "ILS", "CHF", "SEK", "NOK", "DKK", "AED",
    "SAR", "QAR", "KWD", "CAD", "JPY",
];

/// One line as it comes in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LineForm {
    /// The product's id.
    pub product: Raw,
    /// The id of one of its variants; left out for the product as such, or an assortment.
    pub variant: Raw,
    pub quantity: Raw,
    /// For one piece. The currency may be left out: it is the one of all lines.
    pub unit_price: RawMoney,
}

/// A line that can be offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub product: Product,
    pub variant: Option<Variant>,
    pub quantity: i64,
    pub unit_price: Money,
}

/// One line as it was offered or ordered: it does not change when the product does.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LineView {
    pub product_id: ProductId,
    pub variant_id: Option<VariantId>,
    pub title: String,
    pub quantity: i64,
    pub unit_price: RawMoney,
    pub total: RawMoney,
    #[serde(skip)]
    pub price: Money,
    #[serde(skip)]
    pub amount: Money,
}

impl LineView {
    pub fn new(
        (product_id, variant_id): (ProductId, Option<VariantId>),
        title: String,
        quantity: i64,
        price: Money,
    ) -> Self {
        // What was stored was checked before; a row that somebody wrote by hand shows its unit price.
        let amount = price.times(quantity).unwrap_or(price);
        let (unit_price, total) = (price.into(), amount.into());
        Self { product_id, variant_id, title, quantity, unit_price, total, price, amount }
    }
}

impl Line {
    fn is_of(&self, product: ProductId, variant: Option<VariantId>) -> bool {
        self.product.id == product && self.variant.as_ref().map(|variant| variant.id) == variant
    }

    /// What the papers call it.
    pub fn title(&self, language: Language) -> String {
        title(&self.product, self.variant.as_ref(), language)
    }

    pub fn sku(&self) -> Option<&str> {
        let own = self.variant.as_ref().map(|variant| variant.sku.as_str());
        own.or(self.product.sku.as_deref())
    }
}

/// A product, and which of its variants: `Blue bowl (L · red)`.
pub(super) fn title(product: &Product, variant: Option<&Variant>, language: Language) -> String {
    let title = product.title.best(language);
    match variant {
        Some(variant) => format!("{title} ({})", variant.options.label()),
        None => title.to_owned(),
    }
}

/// The one currency of all lines: named for all of them, or by the first.
pub(super) fn currency(fields: &mut Fields, named: &Raw, lines: &[LineForm]) -> Currency {
    let first = lines.first().map(|line| &line.unit_price.currency);
    match first {
        Some(first) if named.is_blank() => fields.currency("currency", first),
        _ => fields.currency("currency", named),
    }
}

/// Reads lines of published products. What was agreed or offered before stays good as it was: a product that has been
/// withdrawn from the catalogue since, or a quantity that was right for the MOQ of then.
pub(super) fn check(
    fields: &mut Fields,
    conn: &mut DbConnection,
    maker: OrganisationId,
    raw: &[LineForm],
    currency: Currency,
    before: &[QuoteLine],
    conditions: &Conditions,
) -> Result<Vec<Line>> {
    let may_be_sold = |product: &Product| {
        let known = before.iter().any(|line| line.product_id == product.id);
        // What a cluster quoted is its workshops'.
        known || (product.maker_id == maker && product.status == Status::Published)
    };
    if raw.is_empty() {
        fields.problem("lines", "problem-lines-missing");
    }
    if raw.len() > MOST_LINES {
        fields.problem("lines", Message::new("problem-too-many").with("most", MOST_LINES));
        return Ok(Vec::new());
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut positions = Vec::new();
    for (position, line) in raw.iter().enumerate() {
        let name = |part: &str| format!("lines.{position}.{part}");
        let product = match line.product.trimmed().parse::<ProductId>() {
            Ok(id) => if_found(catalogue::product(conn, id))?.filter(may_be_sold),
            Err(_) => None,
        };
        let Some(product) = product else {
            fields.problem(&name("product"), "problem-line-product");
            continue;
        };
        let variant = match line.variant.trimmed().parse::<VariantId>() {
            Ok(id) => found_variant(conn, id, &product, before)?,
            Err(_) => None,
        };
        if variant.is_none() && !line.variant.is_blank() {
            fields.problem(&name("variant"), "problem-line-variant");
            continue;
        }
        if lines.iter().any(|known| known.is_of(product.id, variant.as_ref().map(|variant| variant.id))) {
            fields.problem(&name("product"), "problem-line-twice");
        }
        let quantity = fields.whole(&name("quantity"), &line.quantity, 1..=quantity::MOST);
        let unit_price = unit_price(fields, &name("unit_price"), &line.unit_price, currency);
        positions.push(position);
        let product = conditions.apply(product);
        lines.push(Line { product, variant, quantity, unit_price });
    }
    check_quantities(fields, &lines, &positions, before);
    Ok(lines)
}

/// The smallest order and the case pack of a product are about all its variants together. The problem stands at the
/// first line of the product.
fn check_quantities(fields: &mut Fields, lines: &[Line], positions: &[usize], before: &[QuoteLine]) {
    let name = |place: usize| format!("lines.{}.quantity", positions[place]);
    for (place, line) in lines.iter().enumerate() {
        let of_product = |other: &&Line| other.product.id == line.product.id;
        let first = lines.iter().position(|other| of_product(&other));
        let sound = |(place, other): (usize, &Line)| !of_product(&other) || fields.is_sound(&name(place));
        if first != Some(place) || !lines.iter().enumerate().all(sound) {
            continue;
        }
        let quantity: i64 = lines.iter().filter(of_product).map(|line| line.quantity).sum();
        let agreed: i64 = before
            .iter()
            .filter(|known| known.product_id == line.product.id)
            .map(|known| known.quantity)
            .sum();
        if quantity == agreed {
            continue;
        }
        if let Err(message) = quantity::check(quantity, line.product.moq, line.product.order_multiple) {
            let message = match lines.iter().filter(of_product).count() {
                1 => message,
                _ => Message::new("problem-line-together").with("problem", message),
            };
            fields.problem(&name(place), message);
        }
    }
}

/// One of the product's variants; one that is retired only where it stood in an offer before.
fn found_variant(
    conn: &mut DbConnection,
    id: VariantId,
    product: &Product,
    before: &[QuoteLine],
) -> Result<Option<Variant>> {
    let known = before.iter().any(|line| line.variant_id == Some(id));
    Ok(if_found(catalogue::variant(conn, id))?
        .filter(|variant| variant.product_id == product.id && (variant.retired_at.is_none() || known)))
}

fn unit_price(fields: &mut Fields, name: &str, raw: &RawMoney, currency: Currency) -> Money {
    let amount_name = format!("{name}.amount");
    let own = (!raw.currency.is_blank()).then(|| Currency::parse(raw.currency.trimmed()));
    if own.is_some_and(|own| own != Ok(currency)) && fields.is_sound("currency") {
        let message = Message::new("problem-line-currency").with("currency", currency.code());
        fields.problem(&format!("{name}.currency"), message);
    }
    if raw.amount.is_blank() {
        fields.problem(&amount_name, "problem-missing");
    } else if fields.is_sound("currency") {
        match Money::parse(raw.amount.trimmed(), currency) {
            Ok(price) => return price,
            Err(message) => fields.problem(&amount_name, message),
        }
    }
    Money::new(0, currency)
}

/// The sum of all lines; a problem where it is larger than any trade.
pub(super) fn total(fields: &mut Fields, lines: &[Line], currency: Currency) -> Money {
    let amounts = lines.iter().map(|line| line.unit_price.times(line.quantity));
    let sum = sum(amounts, currency);
    if sum.is_none() {
        fields.problem("lines", "problem-trade-total");
    }
    sum.unwrap_or(Money::new(0, currency))
}

/// What a buyer asks for comes at least to the smallest order that is agreed, or that the maker takes, where both are in
/// one currency; the maker may offer less.
pub(super) fn check_order_minimum(
    conn: &mut DbConnection,
    maker: OrganisationId,
    conditions: &Conditions,
    total: Money,
) -> Result<()> {
    let least = match conditions.order_minimum() {
        Some(agreed) => Some(agreed),
        None => clusters::profile(conn, maker)?.and_then(|profile| profile.order_minimum()),
    };
    match least.filter(|least| least.currency == total.currency && total.minor < least.minor) {
        Some(least) => {
            let message = Message::new("problem-order-minimum").with("least", least.to_string());
            Err(Error::invalid("lines", message.with("total", total.to_string())))
        }
        None => Ok(()),
    }
}

/// `None` as soon as any amount, or the sum, is beyond what money may be.
fn sum(mut amounts: impl Iterator<Item = Option<Money>>, currency: Currency) -> Option<Money> {
    amounts.try_fold(Money::new(0, currency), |sum, amount| {
        let minor = sum.minor.checked_add(amount?.minor)?;
        // One piece at the sum's price: the bound of money holds for sums too.
        Money::new(minor, currency).times(1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_total_is_exact_or_refused(lines in proptest::collection::vec((1..=quantity::MOST, 1..1_000_000_000_000_000_i64), 0..MOST_LINES)) {
            let amounts = lines.iter().map(|(quantity, price)| Money::new(*price, Currency::EUR).times(*quantity));
            let exact: i128 = lines.iter().map(|(quantity, price)| i128::from(*quantity) * i128::from(*price)).sum();
            match sum(amounts, Currency::EUR) {
                Some(total) => proptest::prop_assert_eq!(i128::from(total.minor), exact),
                None => proptest::prop_assert!(exact > 1_000_000_000_000_000),
            }
        }

        #[test]
        fn everyday_totals_are_never_refused(lines in proptest::collection::vec((1..10_000_i64, 1..10_000_000_i64), 0..MOST_LINES)) {
            let amounts = lines.iter().map(|(quantity, price)| Money::new(*price, Currency::EUR).times(*quantity));
            let exact: i64 = lines.iter().map(|(quantity, price)| quantity * price).sum();
            proptest::prop_assert_eq!(sum(amounts, Currency::EUR).map(|total| total.minor), Some(exact));
        }
    }
}
