//! Reasons in a reader's language.

use super::{Change, Constraint, Why, money};
use crate::catalogue::scheme_label;
use crate::clock::Date;
use crate::error::Message;
use crate::input::RawMoney;
use crate::locale::{self, Language};
use crate::vocabulary;

impl Constraint {
    /// What the verdict rests on.
    pub fn message(&self, language: Language) -> Message {
        let label = |key: &str| vocabulary::label(key, language);
        match &self.why {
            Why::Craft { craft } => Message::new("match-why-craft").with("craft", label(craft)),
            Why::OtherCraft { craft: Some(craft) } => {
                Message::new("match-why-other-craft").with("craft", label(craft))
            }
            Why::OtherCraft { craft: None } => Message::new("match-why-no-craft"),
            Why::Materials { materials } => {
                let labels: Vec<String> = materials.iter().map(|key| label(key)).collect();
                Message::new("match-why-materials").with("materials", labels.join(separator(language)))
            }
            Why::OtherMaterials => Message::new("match-why-other-materials"),
            Why::Words { count } => Message::new("match-why-words").with("count", *count),
            Why::NoWords => Message::new("match-why-no-words"),
            Why::Called => Message::new("match-why-called"),
            Why::Order { moq, multiple: 1 } => {
                Message::new("match-why-order").with("moq", locale::pieces(language, *moq))
            }
            Why::Order { moq, multiple } => Message::new("match-why-order-multiple")
                .with("moq", locale::pieces(language, *moq))
                .with("multiple", locale::number(language, *multiple)),
            Why::Ready { on } => Message::new("match-why-ready").with("date", locale::date(language, *on)),
            Why::Makes { pieces: able, wanted } if able >= wanted => {
                Message::new("match-why-makes-all").with("pieces", locale::pieces(language, *wanted))
            }
            Why::Makes { pieces: able, wanted } => Message::new("match-why-makes-some")
                .with("pieces", locale::pieces(language, *able))
                .with("wanted", locale::number(language, *wanted)),
            Why::NotStated => Message::new("match-why-not-stated"),
            Why::Free => Message::new("match-why-free"),
            Why::Promised { until } => {
                Message::new("match-why-promised").with("date", locale::date(language, *until))
            }
            Why::Domestic => Message::new("match-why-domestic"),
            Why::ExportsItself => Message::new("match-why-exports-itself"),
            Why::ThroughCluster => Message::new("match-why-through-cluster"),
            Why::NotOfferedThere => Message::new("match-why-not-offered-there"),
            Why::NeedsExporter => Message::new("match-why-needs-exporter"),
            Why::Within { price } => Message::new("match-why-within").with("price", amount(language, price)),
            Why::Above { price, percent } => Message::new("match-why-above")
                .with("price", amount(language, price))
                .with("percent", locale::number(language, *percent)),
            Why::Certified { scheme, until: Some(until) } => Message::new("match-why-certified-until")
                .with("certificate", scheme_label(scheme, language))
                .with("date", locale::date(language, *until)),
            Why::Certified { scheme, until: None } => {
                Message::new("match-why-certified").with("certificate", scheme_label(scheme, language))
            }
            Why::Ends { scheme, until } => Message::new("match-why-ends")
                .with("certificate", scheme_label(scheme, language))
                .with("date", locale::date(language, *until)),
            Why::Unconfirmed { scheme } => {
                Message::new("match-why-unconfirmed").with("certificate", scheme_label(scheme, language))
            }
            Why::Uncertified { scheme } => {
                Message::new("match-why-uncertified").with("certificate", scheme_label(scheme, language))
            }
            Why::Serves { incoterms } => {
                let codes: Vec<&str> = incoterms.iter().map(|one| one.word()).collect();
                Message::new("match-why-serves").with("incoterms", codes.join(separator(language)))
            }
            Why::Speaks { language: spoken } => {
                Message::new("match-why-speaks").with("language", locale::native_name(*spoken))
            }
            Why::Sample => Message::new("match-why-sample"),
            Why::Declined => Message::new("match-why-declined"),
            Why::NoSample => Message::new("match-why-no-sample"),
            Why::NoTarget => Message::new("match-why-no-target"),
            Why::NoRate => Message::new("match-why-no-rate"),
        }
    }

    /// What would have to change; nothing where the rule holds or cannot be made to hold.
    pub fn change_message(&self, language: Language) -> Option<Message> {
        self.change.as_ref().map(|change| change.message(language))
    }
}

impl Change {
    pub fn message(&self, language: Language) -> Message {
        match self {
            Self::Quantity { from, to, other } => {
                let key = if to > from { "match-change-more" } else { "match-change-fewer" };
                let message = Message::new(key)
                    .with("to", locale::pieces(language, *to))
                    .with("from", locale::number(language, *from));
                match other {
                    None => message,
                    Some(other) => Message::new("match-change-or")
                        .with("change", message)
                        .with("other", locale::number(language, *other)),
                }
            }
            Self::NeededBy { from, to } => Message::new("match-change-later")
                .with("delay", delay(language, *from, *to))
                .with("date", locale::date(language, *to)),
            Self::Renewed { scheme, by } => Message::new("match-change-renewed")
                .with("certificate", scheme_label(scheme, language))
                .with("date", locale::date(language, *by)),
            Self::Confirmed { scheme } => {
                Message::new("match-change-confirmed").with("certificate", scheme_label(scheme, language))
            }
            Self::Incoterm { to } => Message::new("match-change-incoterm").with("incoterm", to.word()),
            Self::Language { to, .. } => {
                Message::new("match-change-language").with("language", locale::native_name(*to))
            }
            Self::WithoutSample => Message::new("match-change-without-sample"),
            Self::TargetPrice { from, to } => Message::new("match-change-price")
                .with("to", amount(language, to))
                .with("from", amount(language, from)),
        }
    }
}

/// Whole weeks as weeks, for that is how people plan; other waits in days.
fn delay(language: Language, from: Date, to: Date) -> Message {
    let days = (to - from).num_days();
    let (key, count) =
        if days >= 14 && days % 7 == 0 { ("unit-weeks", days / 7) } else { ("unit-days", days) };
    Message::new(key).with("count", count).with("shown", locale::number(language, count))
}

fn amount(language: Language, raw: &RawMoney) -> String {
    money(raw).map_or_else(String::new, |money| locale::money(language, money))
}

fn separator(language: Language) -> &'static str {
    if language == Language::Ar { "، " } else { ", " }
}
