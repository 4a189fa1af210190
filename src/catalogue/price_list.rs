//! A product's terms as a page shows them: what a reader may know, and what still holds.

use super::pages::{Spoken, weight};
use super::{Agreed, AgreedPrice, Product, Tier, Variant};
use crate::accounts::Member;
use crate::clock::Date;
use crate::web::Page;

pub(super) struct ShownTerms {
    pub variants: Vec<ShownVariant>,
    pub rows: Vec<ShownTier>,
    /// Whether any row says more than quantity and price.
    pub has_conditions: bool,
    pub sample: Option<String>,
    pub packed: Option<String>,
    pub warnings: Option<Spoken>,
}

pub(super) struct ShownVariant {
    pub label: String,
    pub sku: String,
    pub price: Option<String>,
}

pub(super) struct ShownTier {
    pub quantity: String,
    pub variant: Option<String>,
    pub price: String,
    pub place: String,
    pub lead_time: String,
    pub days: String,
}

impl ShownTerms {
    pub fn of(
        page: &Page,
        product: &Product,
        variants: &[Variant],
        reader: Option<&Member>,
        today: Date,
    ) -> Self {
        let sees = reader.is_some_and(|member| member.sees_prices_of(product.maker_id));
        let still_holds = |tier: &&Tier| tier.valid_until.is_none_or(|until| until >= today);
        let mut tiers: Vec<&Tier> = product.tiers_for(reader).filter(still_holds).collect();
        tiers.sort_by(|one, other| (&one.variant, one.from).cmp(&(&other.variant, other.from)));
        Self {
            variants: variants.iter().map(|variant| ShownVariant::of(page, variant, sees)).collect(),
            has_conditions: tiers.iter().any(|tier| {
                !tier.territory.is_empty()
                    || tier.lead_time_days.is_some()
                    || tier.valid_from.is_some()
                    || tier.valid_until.is_some()
            }),
            rows: tiers.into_iter().map(|tier| ShownTier::of(page, product, tier)).collect(),
            sample: product.sample().filter(|_| sees).map(|sample| match sample.minor {
                0 => page.say("terms-sample-free").to_string(),
                _ => page.money(&sample),
            }),
            packed: packed(page, product),
            warnings: Spoken::of(page, &product.packing.warnings),
        }
    }
}

impl ShownVariant {
    fn of(page: &Page, variant: &Variant, sees: bool) -> Self {
        Self {
            label: variant.options.label(),
            sku: variant.sku.clone(),
            price: variant.price().filter(|_| sees).map(|price| page.money(&price)),
        }
    }
}

impl ShownTier {
    fn of(page: &Page, product: &Product, tier: &Tier) -> Self {
        Self {
            quantity: match tier.to {
                Some(to) => page
                    .say("terms-between")
                    .with("from", page.number(tier.from))
                    .with("to", page.number(to))
                    .to_string(),
                None => page.say("terms-from").with("pieces", page.pieces(tier.from)).to_string(),
            },
            variant: tier.variant.clone(),
            price: page.money(&tier.price),
            place: match tier.territory.is_empty() {
                true => page.say("terms-everywhere").to_string(),
                false => {
                    let names = tier.territory.iter().map(|code| page.country(code));
                    names.collect::<Vec<_>>().join(" · ")
                }
            },
            lead_time: tier
                .lead_time_days
                .or(product.lead_time_days)
                .map(|count| page.days(count))
                .unwrap_or_default(),
            days: match (tier.valid_from, tier.valid_until) {
                (None, None) => String::new(),
                (Some(from), None) => page.say("terms-days-from").with("from", page.date(&from)).to_string(),
                (None, Some(until)) => {
                    page.say("terms-days-until").with("until", page.date(&until)).to_string()
                }
                (Some(from), Some(until)) => page
                    .say("terms-days")
                    .with("from", page.date(&from))
                    .with("until", page.date(&until))
                    .to_string(),
            },
        }
    }
}

/// In one line what is agreed instead of the price list.
pub fn agreed_in_words(page: &Page, agreed: &Agreed) -> String {
    let price = agreed.price.map(|price| match price {
        AgreedPrice::Piece(price) => page.say("unit-per-piece").with("price", page.money(&price)),
        AgreedPrice::Less(percent) => page.say("terms-agreed-less").with("percent", page.number(percent)),
    });
    let moq = agreed.moq.map(|moq| page.say("unit-moq").with("pieces", page.pieces(moq)));
    let multiple = agreed.order_multiple.map(|multiple| match multiple {
        1 => page.say("terms-agreed-any"),
        _ => page.say("terms-agreed-multiple").with("multiple", page.number(multiple)),
    });
    let lead_time =
        agreed.lead_time_days.map(|days| page.say("terms-agreed-lead-time").with("days", page.days(days)));
    let said = [price, moq, multiple, lead_time].into_iter().flatten();
    said.map(|message| message.to_string()).collect::<Vec<_>>().join(" · ")
}

/// Size and weight of a piece as it travels.
fn packed(page: &Page, product: &Product) -> Option<String> {
    let packing = &product.packing;
    let size =
        packing.length_mm.zip(packing.width_mm).zip(packing.height_mm).map(|((length, width), height)| {
            page.say("terms-packed-size")
                .with("length", page.number(length))
                .with("width", page.number(width))
                .with("height", page.number(height))
                .to_string()
        });
    let gross = packing.gross_weight_grams.map(|grams| weight(page.language(), grams));
    let said: Vec<String> = size.into_iter().chain(gross).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}
