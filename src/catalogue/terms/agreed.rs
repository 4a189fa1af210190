//! What a maker and a buyer have agreed on where it is not what the catalogue says. For each field by itself the
//! nearest agreement counts: one about the product before one about some collections, that before one about everything,
//! and the latest of several that are equally near.

use std::cmp::Reverse;

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::{Product, ProductPlace};
use crate::clock::Date;
use crate::columns::Json;
use crate::db::schema::agreed_terms;
use crate::error::Message;
use crate::ids::{AgreementId, CollectionId, OrganisationId, ProductId};
use crate::input::{Fields, Raw, RawMoney};
use crate::money::{self, Money};

const MOST_ROWS: usize = 100;
const MOST_PIECES: i64 = 1_000_000;
const LONGEST_LEAD_TIME: i64 = 730;
/// A larger discount is a slip of the finger.
const MOST_PERCENT: i64 = 90;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawAgreedTerms {
    /// Instead of the maker's smallest order.
    pub order_minimum: RawMoney,
    pub rows: Vec<RawAgreedRow>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawAgreedRow {
    /// The id of a product of the maker; empty for everything that the agreement covers.
    pub product: Raw,
    pub moq: Raw,
    pub order_multiple: Raw,
    pub lead_time_days: Raw,
    /// For one piece of the product, instead of its price list.
    pub price: RawMoney,
    /// Whole per cent off the price list.
    pub discount_percent: Raw,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgreedTerms {
    #[serde(default, with = "money::kept::optional", skip_serializing_if = "Option::is_none")]
    pub order_minimum: Option<Money>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<AgreedRow>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgreedRow {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moq: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_multiple: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_time_days: Option<i64>,
    #[serde(default, with = "money::kept::optional", skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_percent: Option<i64>,
}

impl RawAgreedRow {
    /// A form sends a row that nobody filled in as well.
    fn is_blank(&self) -> bool {
        self.product.is_blank() && self.says_nothing()
    }

    fn says_nothing(&self) -> bool {
        let Self { product: _, moq, order_multiple, lead_time_days, price, discount_percent } = self;
        [moq, order_multiple, lead_time_days, &price.amount, discount_percent]
            .iter()
            .all(|raw| raw.is_blank())
    }

    fn read(&self, fields: &mut Fields, name: &str, is_covered: &impl Fn(ProductId) -> bool) -> AgreedRow {
        let at = |part: &str| format!("{name}.{part}");
        let product = self.product.trimmed().parse().ok().filter(|id| is_covered(*id));
        if product.is_none() && !self.product.is_blank() {
            fields.problem(&at("product"), "problem-agreed-product");
        }
        if self.says_nothing() {
            fields.problem(&at("product"), "problem-agreed-nothing");
        }
        let mut whole = |part: &str, raw: &Raw, most| fields.optional_whole(&at(part), raw, 1..=most);
        let row = AgreedRow {
            product,
            moq: whole("moq", &self.moq, MOST_PIECES),
            order_multiple: whole("order_multiple", &self.order_multiple, MOST_PIECES),
            lead_time_days: whole("lead_time_days", &self.lead_time_days, LONGEST_LEAD_TIME),
            discount_percent: whole("discount_percent", &self.discount_percent, MOST_PERCENT),
            price: fields.optional_money(&at("price"), &self.price),
        };
        if row.price.is_some() && row.discount_percent.is_some() {
            fields.problem(&at("discount_percent"), "problem-agreed-price-twice");
        }
        if row.price.is_some() && self.product.is_blank() {
            fields.problem(&at("price.amount"), "problem-agreed-price-of-what");
        }
        row
    }
}

impl RawAgreedTerms {
    /// Reads all rows; two about the same product are refused.
    pub fn read(&self, fields: &mut Fields, is_covered: impl Fn(ProductId) -> bool) -> AgreedTerms {
        let order_minimum = fields.optional_money("agreed.order_minimum", &self.order_minimum);
        let mut rows: Vec<AgreedRow> = Vec::new();
        for (position, raw) in self.rows.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
            if rows.len() == MOST_ROWS {
                fields.problem("agreed.rows", Message::new("problem-too-many").with("most", MOST_ROWS));
                break;
            }
            let name = format!("agreed.rows.{position}");
            let row = raw.read(fields, &name, &is_covered);
            let product = format!("{name}.product");
            if rows.iter().any(|other| other.product == row.product) && fields.is_sound(&product) {
                fields.problem(&product, "problem-agreed-twice");
            }
            rows.push(row);
        }
        rows.sort_by_key(|row| row.product);
        AgreedTerms { order_minimum, rows }
    }
}

impl AgreedTerms {
    pub fn is_empty(&self) -> bool {
        self.order_minimum.is_none() && self.rows.is_empty()
    }
}

impl From<&AgreedTerms> for RawAgreedTerms {
    fn from(terms: &AgreedTerms) -> Self {
        let number = |value: Option<i64>| value.map(Raw::from).unwrap_or_default();
        let money = |value: Option<Money>| value.map(RawMoney::from).unwrap_or_default();
        let row = |row: &AgreedRow| RawAgreedRow {
            product: row.product.map(Raw::from).unwrap_or_default(),
            moq: number(row.moq),
            order_multiple: number(row.order_multiple),
            lead_time_days: number(row.lead_time_days),
            price: money(row.price),
            discount_percent: number(row.discount_percent),
        };
        Self { order_minimum: money(terms.order_minimum), rows: terms.rows.iter().map(row).collect() }
    }
}

/// The terms of an agreement that both sides have signed.
#[derive(Clone, Debug, PartialEq, HasQuery, Insertable)]
#[diesel(table_name = agreed_terms)]
pub struct InForce {
    pub agreement_id: AgreementId,
    pub maker_id: OrganisationId,
    pub buyer_id: OrganisationId,
    /// Empty: everything the maker offers.
    pub collections: Json<Vec<CollectionId>>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub terms: Json<AgreedTerms>,
}

impl InForce {
    fn covers(&self, product: ProductPlace) -> bool {
        self.maker_id == product.maker_id && product.is_in_any(&self.collections)
    }
}

/// What counts for one product and one buyer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    pub moq: Option<i64>,
    pub order_multiple: Option<i64>,
    pub lead_time_days: Option<i64>,
    pub price: Option<AgreedPrice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreedPrice {
    /// For one piece, whatever the list says.
    Piece(Money),
    /// So many per cent less than the list says.
    Less(i64),
}

impl AgreedRow {
    pub fn says(&self) -> Agreed {
        let Self { product: _, moq, order_multiple, lead_time_days, .. } = *self;
        Agreed { moq, order_multiple, lead_time_days, price: self.agreed_price() }
    }

    fn agreed_price(&self) -> Option<AgreedPrice> {
        self.price.map(AgreedPrice::Piece).or(self.discount_percent.map(AgreedPrice::Less))
    }
}

/// Everything that is agreed between one maker and one buyer on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditions(Vec<InForce>);

impl Conditions {
    pub fn new(mut in_force: Vec<InForce>) -> Self {
        in_force.sort_by_key(|one| (one.collections.is_empty(), Reverse((one.starts_on, one.agreement_id))));
        Self(in_force)
    }

    pub fn on(&self, product: &Product) -> Agreed {
        self.at(product.place())
    }

    pub fn at(&self, product: ProductPlace) -> Agreed {
        let covering = || self.0.iter().filter(|one| one.covers(product)).flat_map(|one| &one.terms.rows);
        let own = covering().filter(|row| row.product == Some(product.id));
        let nearest: Vec<&AgreedRow> = own.chain(covering().filter(|row| row.product.is_none())).collect();
        let first = |field: fn(&AgreedRow) -> Option<i64>| nearest.iter().find_map(|row| field(row));
        Agreed {
            moq: first(|row| row.moq),
            order_multiple: first(|row| row.order_multiple),
            lead_time_days: first(|row| row.lead_time_days),
            price: nearest.iter().find_map(|row| row.agreed_price()),
        }
    }

    /// The product as it is sold under what is agreed; its price is still the list's.
    pub fn apply(&self, product: Product) -> Product {
        self.on(&product).apply(product)
    }

    /// Instead of the maker's smallest order.
    pub fn order_minimum(&self) -> Option<Money> {
        self.0.iter().find_map(|one| one.terms.order_minimum)
    }
}

impl Agreed {
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    pub fn apply(&self, product: Product) -> Product {
        Product {
            moq: self.moq.or(product.moq),
            order_multiple: self.order_multiple.or(product.order_multiple),
            lead_time_days: self.lead_time_days.or(product.lead_time_days),
            ..product
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::product::tests::product;
    use crate::error::Error;
    use crate::money::Currency;

    fn day(day: u32) -> Date {
        Date::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn in_force(id: i64, starts_on: Date, collections: &[i64], rows: Vec<AgreedRow>) -> InForce {
        InForce {
            agreement_id: AgreementId(id),
            maker_id: product().maker_id,
            buyer_id: OrganisationId(99),
            collections: collections.iter().copied().map(CollectionId).collect::<Vec<_>>().into(),
            starts_on,
            ends_on: day(30),
            terms: AgreedTerms { order_minimum: None, rows }.into(),
        }
    }

    #[test]
    fn the_nearest_agreement_counts_for_each_field() {
        let product = Product { collection_id: Some(CollectionId(4)), moq: Some(50), ..product() };
        let all = AgreedRow {
            moq: Some(40),
            order_multiple: Some(8),
            discount_percent: Some(5),
            ..AgreedRow::default()
        };
        let newer = AgreedRow { discount_percent: Some(10), ..AgreedRow::default() };
        let of_collection = AgreedRow { moq: Some(30), ..AgreedRow::default() };
        let of_product =
            AgreedRow { product: Some(product.id), lead_time_days: Some(20), ..AgreedRow::default() };
        let of_another = AgreedRow { product: Some(ProductId(77)), moq: Some(1), ..AgreedRow::default() };
        let conditions = Conditions::new(vec![
            in_force(1, day(1), &[], vec![all, of_product]),
            in_force(2, day(2), &[], vec![newer, of_another]),
            in_force(3, day(1), &[4], vec![of_collection]),
            in_force(4, day(5), &[9], vec![AgreedRow { moq: Some(2), ..AgreedRow::default() }]),
        ]);
        let agreed = conditions.on(&product);
        assert_eq!((agreed.moq, agreed.order_multiple, agreed.lead_time_days), (Some(30), Some(8), Some(20)));
        assert_eq!(agreed.price, Some(AgreedPrice::Less(10)));
        assert_eq!(conditions.apply(product).moq, Some(30));
    }

    #[test]
    fn another_maker_s_products_are_not_meant() {
        let rows = vec![AgreedRow { moq: Some(1), ..AgreedRow::default() }];
        let stranger = Product { maker_id: OrganisationId(1234), ..product() };
        assert!(Conditions::new(vec![in_force(1, day(1), &[], rows)]).on(&stranger).is_nothing());
    }

    fn problems(rows: Vec<RawAgreedRow>) -> Vec<String> {
        let mut fields = Fields::new();
        let terms = RawAgreedTerms { rows, ..RawAgreedTerms::default() };
        let read = terms.read(&mut fields, |id| id == ProductId(7));
        match fields.done(read) {
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_row_says_something_once_about_what_is_covered() {
        let euro = |amount: &str| RawMoney { amount: amount.into(), currency: "EUR".into() };
        let of =
            |product: i64| RawAgreedRow { product: product.into(), moq: 5.into(), ..RawAgreedRow::default() };
        assert_eq!(problems(vec![of(8)]), ["agreed.rows.0.product"]);
        assert_eq!(problems(vec![of(7), RawAgreedRow::default(), of(7)]), ["agreed.rows.2.product"]);
        assert_eq!(problems(vec![RawAgreedRow { moq: Raw::default(), ..of(7) }]), ["agreed.rows.0.product"]);
        let price = RawAgreedRow { price: euro("9"), ..of(7) };
        let both = RawAgreedRow { discount_percent: 10.into(), ..price.clone() };
        assert_eq!(problems(vec![both]), ["agreed.rows.0.discount_percent"]);
        let of_all = RawAgreedRow { product: Raw::default(), ..price };
        assert_eq!(problems(vec![of_all]), ["agreed.rows.0.price.amount"]);
        assert_eq!(
            problems(vec![RawAgreedRow { discount_percent: 95.into(), ..of(7) }]),
            ["agreed.rows.0.discount_percent"]
        );
    }

    #[test]
    fn terms_are_kept_as_they_were_written() {
        let terms = AgreedTerms {
            order_minimum: Some(Money::new(50_000, Currency::EUR)),
            rows: vec![AgreedRow {
                product: Some(ProductId(7)),
                price: Some(Money::new(990, Currency::EUR)),
                ..AgreedRow::default()
            }],
        };
        let kept = serde_json::to_string(&terms).unwrap();
        assert_eq!(serde_json::from_str::<AgreedTerms>(&kept).unwrap(), terms);
        assert_eq!(serde_json::from_str::<AgreedTerms>("{}").unwrap(), AgreedTerms::default());
        let mut fields = Fields::new();
        assert_eq!(RawAgreedTerms::from(&terms).read(&mut fields, |_| true), terms);
    }
}
