//! Fields and what stands in them, in the words of a reader: money, weights, days and names as the pages show them.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::state::{Shot, is_blank};
use crate::catalogue::pages::weight;
use crate::catalogue::{RawTier, RawVariant, store, vocabulary};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Message, Result};
use crate::ids::OrganisationId;
use crate::input::RawMoney;
use crate::locale::{self, Language};
use crate::money::{Currency, Money, parse_whole};

/// The name of a field, as its form has it.
pub fn label(field: &str) -> Message {
    let (plain, language) = match field.rsplit_once('.').map(|(plain, code)| (plain, Language::known(code))) {
        Some((plain, Some(language))) => (plain, Some(language)),
        _ => (field, None),
    };
    let named = Message::new(match plain {
        "title" => "product-title",
        "description" => "product-description",
        "story" => "collection-story",
        "collection" => "product-collection",
        "sku" => "product-sku",
        "craft" => "product-craft",
        "materials" => "product-materials",
        "techniques" => "product-techniques",
        "price" => "product-price",
        "moq" => "product-moq",
        "order_multiple" => "product-order-multiple",
        "lead_time_days" => "product-lead-time",
        "weekly_capacity" => "product-weekly-capacity",
        "hs_code" => "product-hs-code",
        "origin" => "product-origin",
        "weight_grams" => "product-weight",
        "variants" => "terms-variants",
        "tiers" => "terms-tiers",
        "sample" => "terms-sample",
        "only_in" => "terms-only-in",
        "except_in" => "terms-except-in",
        "packing.gross_weight_grams" => "history-gross-weight",
        "packing.length_mm" => "terms-length",
        "packing.width_mm" => "terms-width",
        "packing.height_mm" => "terms-height",
        "packing.warnings" => "terms-warnings",
        "pictures" => "photos-title",
        _ => "workshop-status",
    });
    match language {
        Some(language) => Message::new("history-field-in")
            .with("field", named)
            .with("language", locale::native_name(language)),
        None => named,
    }
}

/// What says values: the reader's language, and the names of the maker's collections.
#[derive(Clone, Debug)]
pub struct Words {
    language: Language,
    collections: HashMap<String, String>,
}

impl Words {
    pub fn read(conn: &mut DbConnection, language: Language, maker: OrganisationId) -> Result<Self> {
        let titles = store::collection_titles(conn, maker)?;
        let named = |title: &locale::Wording| match title.best(language) {
            "" => locale::say(language, &Message::new("collection-untitled")),
            text => text.to_owned(),
        };
        let collections = titles.iter().map(|(id, _, title)| (id.to_string(), named(title))).collect();
        Ok(Self { language, collections })
    }

    pub fn label(&self, field: &str) -> String {
        locale::say(self.language, &label(field))
    }

    fn say(&self, message: Message) -> String {
        locale::say(self.language, &message)
    }

    /// What stands in a field; what cannot be read is shown as it is.
    pub fn value(&self, field: &str, value: &Value) -> String {
        if is_blank(value) {
            return self.say(Message::new("history-nothing"));
        }
        let text = value.as_str().unwrap_or_default();
        match field {
            "price" | "sample" => read(value).map(|money| self.money(&money)).unwrap_or_default(),
            "moq" | "order_multiple" => self.count("unit-pieces", text),
            "weekly_capacity" => {
                self.say(Message::new("unit-per-week").with("amount", self.count("unit-pieces", text)))
            }
            "lead_time_days" => self.count("unit-days", text),
            "weight_grams" | "packing.gross_weight_grams" => {
                parse_whole(text).map_or_else(|_| text.to_owned(), |grams| weight(self.language, grams))
            }
            "packing.length_mm" | "packing.width_mm" | "packing.height_mm" => format!("{text} mm"),
            "craft" => vocabulary::label(text, self.language),
            "materials" | "techniques" => self.list(value, |key| vocabulary::label(key, self.language)),
            "only_in" | "except_in" => self.list(value, |code| locale::country_name(code, self.language)),
            "origin" => locale::country_name(text, self.language),
            "collection" => self.collections.get(text).cloned().unwrap_or_else(|| text.to_owned()),
            "status" => locale::term(self.language, "status", text),
            "variants" => self.lines(value, |variant: RawVariant| self.variant(&variant)),
            "tiers" => self.lines(value, |tier: RawTier| self.tier(&tier)),
            "pictures" => self.pictures(value),
            _ => text.to_owned(),
        }
    }

    fn money(&self, raw: &RawMoney) -> String {
        let currency = Currency::parse(raw.currency.trimmed());
        match currency.map(|currency| Money::parse(raw.amount.trimmed(), currency)) {
            Ok(Ok(money)) => locale::money(self.language, money),
            Ok(Err(problem)) if problem.key == "problem-amount-zero" => {
                self.say(Message::new("terms-sample-free"))
            }
            _ => format!("{} {}", raw.amount.trimmed(), raw.currency.trimmed()),
        }
    }

    fn count(&self, unit: &'static str, text: &str) -> String {
        let Ok(count) = parse_whole(text) else { return text.to_owned() };
        let shown = locale::number(self.language, count);
        self.say(Message::new(unit).with("count", count).with("shown", shown))
    }

    fn list(&self, value: &Value, name: impl Fn(&str) -> String) -> String {
        let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let names: Vec<String> = items.iter().filter_map(Value::as_str).map(name).collect();
        names.join(self.say(Message::new("catalogue-comma")).as_str())
    }

    fn lines<T: DeserializeOwned>(&self, value: &Value, line: impl Fn(T) -> String) -> String {
        let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
        items.iter().filter_map(read).map(line).collect::<Vec<_>>().join("\n")
    }

    fn variant(&self, variant: &RawVariant) -> String {
        let options: Vec<&str> = variant.options.values().map(|raw| raw.trimmed()).collect();
        let mut words = vec![variant.sku.trimmed().to_owned(), options.join(" · ")];
        if !variant.price.amount.is_blank() {
            words.push(self.money(&variant.price));
        }
        if let Ok(grams) = parse_whole(variant.weight_grams.trimmed()) {
            words.push(weight(self.language, grams));
        }
        words.join(" · ")
    }

    fn tier(&self, tier: &RawTier) -> String {
        let pieces = self.count("unit-pieces", tier.from.trimmed());
        let quantity = match tier.to.trimmed() {
            "" => self.say(Message::new("terms-from").with("pieces", pieces)),
            to => self.say(Message::new("terms-between").with("from", tier.from.trimmed()).with("to", to)),
        };
        let mut words = vec![quantity, self.money(&tier.price)];
        let countries = tier.territory.distinct();
        words.extend(countries.iter().map(|code| locale::country_name(code, self.language)));
        if !tier.lead_time_days.is_blank() {
            words.push(self.count("unit-days", tier.lead_time_days.trimmed()));
        }
        words.extend(self.days(tier));
        words.extend((!tier.variant.is_blank()).then(|| tier.variant.trimmed().to_owned()));
        words.join(" · ")
    }

    fn days(&self, tier: &RawTier) -> Option<String> {
        let day = |raw: &crate::input::Raw| {
            let parsed: Option<Date> = raw.trimmed().parse().ok();
            parsed.map(|day| locale::date(self.language, day))
        };
        let message = match (day(&tier.valid_from), day(&tier.valid_until)) {
            (None, None) => return None,
            (Some(from), None) => Message::new("terms-days-from").with("from", from),
            (None, Some(until)) => Message::new("terms-days-until").with("until", until),
            (Some(from), Some(until)) => Message::new("terms-days").with("from", from).with("until", until),
        };
        Some(self.say(message))
    }

    /// One a line, by caption, or else by the beginning of its name, so that a changed order can be seen.
    fn pictures(&self, value: &Value) -> String {
        let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let shots = items.iter().filter_map(read::<Shot>).enumerate();
        let line = |(place, shot): (usize, Shot)| {
            let name = match shot.caption.best(self.language) {
                "" => shot.large.rsplit('/').next().unwrap_or_default().chars().take(8).collect(),
                caption => caption.to_owned(),
            };
            format!("{}. {name}", place + 1)
        };
        shots.map(line).collect::<Vec<_>>().join("\n")
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn words(language: Language) -> Words {
        Words { language, collections: HashMap::from([("7".to_owned(), "Blue".to_owned())]) }
    }

    #[test]
    fn values_are_said_as_the_pages_say_them() {
        let en = words(Language::En);
        assert_eq!(en.value("price", &json!({ "amount": "12.5", "currency": "TND" })), "12.500\u{a0}TND");
        assert_eq!(en.value("sample", &json!({ "amount": "0.000", "currency": "TND" })), "free");
        assert_eq!(en.value("lead_time_days", &json!("30")), "30 days");
        assert_eq!(en.value("weight_grams", &json!("1200")), "1.2 kg");
        assert_eq!(en.value("materials", &json!(["clay", "glass"])), "Clay, Glass");
        assert_eq!(en.value("only_in", &json!(["FR"])), "France");
        assert_eq!(en.value("collection", &json!("7")), "Blue");
        let tier = json!([{ "from": "24", "to": "99", "territory": ["FR"], "price": { "amount": "4", "currency": "EUR" } }]);
        assert_eq!(en.value("tiers", &tier), "24 to 99 pieces · 4.00\u{a0}EUR · France");
        assert_eq!(words(Language::Fr).value("origin", &json!("TN")), "Tunisie");
        assert_eq!(words(Language::Fr).label("title.ar"), "Titre (العربية)");
    }

    #[test]
    fn every_field_has_a_name_of_its_own() {
        let fields = ["moq", "packing.length_mm", "packing.warnings.fr", "pictures", "status"];
        let names: std::collections::BTreeSet<_> =
            fields.iter().map(|field| words(Language::Ar).label(field)).collect();
        assert_eq!(names.len(), fields.len());
    }
}
