//! What a product costs whom: one row of its price list, or its plain price.

use std::cmp::Reverse;

use super::{AgreedPrice, Tier, Variant};
use crate::accounts::Member;
use crate::catalogue::Product;
use crate::clock::Date;
use crate::money::{Currency, Money};

/// Who asks for how much, when.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    pub quantity: i64,
    /// Of the buyer.
    pub country: Option<&'a str>,
    pub on: Date,
    /// Rows that take longer are passed over where another one is soon enough.
    pub within_days: Option<i64>,
    /// Rows in this currency come first.
    pub currency: Option<Currency>,
    /// What the buyer has an agreement about.
    pub agreed: Option<AgreedPrice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// For one piece.
    pub price: Money,
    pub lead_time_days: Option<i64>,
    /// The smallest quantity at this price; none where it is the plain price.
    pub from: Option<i64>,
}

/// Everything that a price depends on, but for who asks.
#[derive(Clone, Copy, Debug)]
pub struct PriceList<'a> {
    /// For one piece, without any row.
    pub plain: Option<Money>,
    pub lead_time_days: Option<i64>,
    pub rows: &'a [Tier],
}

impl PriceList<'_> {
    /// What one piece costs; none where no price is said at all.
    pub fn offer(&self, variant: Option<&Variant>, ask: &Ask<'_>) -> Option<Offer> {
        match ask.agreed {
            Some(AgreedPrice::Piece(price)) => {
                Some(Offer { price, lead_time_days: self.lead_time_days, from: None })
            }
            Some(AgreedPrice::Less(percent)) => {
                self.listed(variant, ask).map(|offer| Offer { price: offer.price.less(percent), ..offer })
            }
            None => self.listed(variant, ask),
        }
    }

    fn listed(&self, variant: Option<&Variant>, ask: &Ask<'_>) -> Option<Offer> {
        let lead_time_days = self.lead_time_days;
        let plain = |price| Offer { price, lead_time_days, from: None };
        let of_variant = |variant: &Variant| {
            let row = self.row(ask, |tier| tier.variant.as_deref() == Some(variant.sku.as_str()));
            row.or_else(|| variant.price().map(plain))
        };
        let of_all = || self.row(ask, |tier| tier.variant.is_none());
        variant.and_then(of_variant).or_else(of_all).or_else(|| self.plain.map(plain))
    }

    /// The row that counts, among some of them. Amounts in two currencies are not compared: one that was asked for, or
    /// the product's own, comes first.
    fn row(&self, ask: &Ask<'_>, among: impl Fn(&Tier) -> bool) -> Option<Offer> {
        let rank = |tier: &&Tier| {
            let lead_time = tier.lead_time_days.or(self.lead_time_days);
            let late = ask.within_days.zip(lead_time).is_some_and(|(within, needs)| needs > within);
            let undated = tier.valid_from.is_none() && tier.valid_until.is_none();
            (late, tier.territory.is_empty(), Reverse(tier.from), undated, tier.price.minor, lead_time)
        };
        let own = self.plain.map(|plain| plain.currency);
        let wanted = ask.currency.or(own);
        let rows = || {
            let holds = |tier: &&Tier| among(tier) && tier.holds_for(ask.quantity, ask.country, ask.on);
            self.rows.iter().filter(holds)
        };
        let tier = match rows().filter(|tier| Some(tier.price.currency) == wanted).min_by_key(rank) {
            None if own.is_some() && own == wanted => None,
            None => rows().min_by_key(rank),
            found => found,
        }?;
        let lead_time_days = tier.lead_time_days.or(self.lead_time_days);
        Some(Offer { price: tier.price, lead_time_days, from: Some(tier.from) })
    }
}

impl Product {
    /// What one piece costs; none where no price is said at all.
    pub fn offer(&self, variant: Option<&Variant>, ask: &Ask<'_>) -> Option<Offer> {
        let list = PriceList { plain: self.price(), lead_time_days: self.lead_time_days, rows: &self.tiers };
        list.offer(variant, ask)
    }

    /// The rows of the price list that a reader may know: what other countries pay is nobody's business there.
    pub fn tiers_for<'a>(&'a self, reader: Option<&'a Member>) -> impl Iterator<Item = &'a Tier> {
        let reader = reader.filter(|member| member.sees_prices_of(self.maker_id));
        self.tiers.iter().filter(move |tier| {
            reader.is_some_and(|member| {
                tier.territory.is_empty()
                    || tier.territory.contains(&member.country)
                    || member.organisation == self.maker_id
                    || member.is_officer()
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::product::tests::product;
    use crate::columns::Json;

    fn on(day: u32) -> Date {
        Date::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::parse(code).unwrap())
    }

    fn tier(from: i64, minor: i64) -> Tier {
        let price = money(minor, "TND");
        let (variant, to, lead_time_days, valid_from, valid_until) = (None, None, None, None, None);
        Tier { variant, from, to, territory: Vec::new(), lead_time_days, price, valid_from, valid_until }
    }

    fn listed(tiers: Vec<Tier>) -> Product {
        let (price_minor, currency) = (Some(12_500), Some(Currency::parse("TND").unwrap()));
        Product { tiers: Json::from(tiers), price_minor, currency, lead_time_days: Some(30), ..product() }
    }

    fn ask(quantity: i64) -> Ask<'static> {
        Ask { quantity, country: None, on: on(15), within_days: None, currency: None, agreed: None }
    }

    fn price(product: &Product, ask: &Ask<'_>) -> i64 {
        product.offer(None, ask).unwrap().price.minor
    }

    #[test]
    fn the_row_that_begins_nearest_below_counts() {
        let product = listed(vec![tier(24, 12_000), tier(500, 10_000), tier(100, 11_000)]);
        let prices = [1, 24, 99, 100, 499, 5_000].map(|quantity| price(&product, &ask(quantity)));
        assert_eq!(prices, [12_500, 12_000, 12_000, 11_000, 11_000, 10_000]);
    }

    #[test]
    fn a_row_for_the_country_comes_before_one_for_everywhere() {
        let in_france = Tier { territory: vec!["FR".to_owned()], ..tier(1, 14_000) };
        let product = listed(vec![in_france, tier(24, 12_000)]);
        assert_eq!(price(&product, &Ask { country: Some("FR"), ..ask(24) }), 14_000);
        assert_eq!(price(&product, &Ask { country: Some("DE"), ..ask(24) }), 12_000);
        assert_eq!(price(&product, &ask(24)), 12_000);
    }

    #[test]
    fn a_season_has_its_price_on_its_days() {
        let feast = Tier { valid_from: Some(on(10)), valid_until: Some(on(20)), ..tier(1, 15_000) };
        let product = listed(vec![tier(1, 12_000), feast]);
        let prices = [9, 10, 20, 21].map(|day| price(&product, &Ask { on: on(day), ..ask(5) }));
        assert_eq!(prices, [12_000, 15_000, 15_000, 12_000]);
    }

    #[test]
    fn who_is_in_a_hurry_gets_the_quick_row() {
        let quick = Tier { lead_time_days: Some(10), ..tier(24, 15_000) };
        let product = listed(vec![quick, tier(24, 12_000)]);
        assert_eq!(price(&product, &ask(24)), 12_000);
        let hurry = product.offer(None, &Ask { within_days: Some(14), ..ask(24) }).unwrap();
        assert_eq!((hurry.price.minor, hurry.lead_time_days), (15_000, Some(10)));
    }

    #[test]
    fn each_currency_has_its_own_list() {
        let euro = |from, minor| Tier { price: money(minor, "EUR"), ..tier(from, 0) };
        let product = listed(vec![euro(1, 400), euro(100, 350)]);
        assert_eq!(price(&product, &ask(100)), 12_500, "the plain price is in the product's own currency");
        let euros = Currency::parse("EUR").ok();
        assert_eq!(price(&product, &Ask { currency: euros, ..ask(100) }), 350);
        let dollars = Currency::parse("USD").ok();
        assert_eq!(price(&product, &Ask { currency: dollars, ..ask(100) }), 350, "there is no dollar price");
    }

    #[test]
    fn an_agreement_comes_before_the_list() {
        let product = listed(vec![tier(24, 12_000)]);
        let agreed = |price| Ask { agreed: Some(price), ..ask(24) };
        assert_eq!(price(&product, &agreed(AgreedPrice::Less(15))), 10_200);
        assert_eq!(price(&product, &agreed(AgreedPrice::Piece(money(9_900, "TND")))), 9_900);
        let silent = Product { price_minor: None, ..product };
        let unlisted = Product { tiers: Json::default(), ..silent };
        assert_eq!(
            unlisted.offer(None, &agreed(AgreedPrice::Less(15))),
            None,
            "less than nothing is nothing"
        );
    }

    #[test]
    fn a_variant_has_its_own_rows_then_its_own_price_then_what_all_have() {
        let large = Tier { variant: Some("B-L".to_owned()), ..tier(100, 18_000) };
        let product = listed(vec![large, tier(24, 12_000)]);
        let variant = |sku: &str, price_minor: Option<i64>| Variant {
            id: crate::ids::VariantId(1),
            product_id: product.id,
            maker_id: product.maker_id,
            rank: 0,
            sku: sku.to_owned(),
            options: Json::default(),
            price_minor,
            currency: price_minor.and(product.currency),
            weight_grams: None,
            retired_at: None,
        };
        let price =
            |variant: &Variant, quantity| product.offer(Some(variant), &ask(quantity)).unwrap().price.minor;
        assert_eq!(price(&variant("B-L", Some(20_000)), 100), 18_000);
        assert_eq!(price(&variant("B-L", Some(20_000)), 24), 20_000);
        assert_eq!(price(&variant("B-S", None), 24), 12_000);
        assert_eq!(price(&variant("B-S", None), 1), 12_500);
    }

    proptest! {
        #[test]
        fn the_order_of_the_rows_does_not_matter(
            froms in prop::collection::btree_map(1..500_i64, 1..50_000_i64, 0..8), quantity in 1..600_i64,
        ) {
            let tiers: Vec<Tier> = froms.iter().map(|(from, minor)| tier(*from, *minor)).collect();
            let turned: Vec<Tier> = tiers.iter().rev().cloned().collect();
            let expected = froms.range(..=quantity).next_back().map_or(12_500, |(_, minor)| *minor);
            prop_assert_eq!(price(&listed(tiers), &ask(quantity)), expected);
            prop_assert_eq!(price(&listed(turned), &ask(quantity)), expected);
        }
    }
}
