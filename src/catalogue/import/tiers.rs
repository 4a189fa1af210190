//! Price tiers in one cell of a sheet, and back.
//!
//! ```text
//! tiers     = tier { ";" tier }
//! tier      = quantity ":" price { " " (territory | lead time | validity | variant) }
//! quantity  = "100-499" | "500+" | "500"
//! price     = amount " " currency                     11.000 TND
//! territory = country { "," country }                 FR,DE
//! lead time = days "d"                                45d
//! validity  = [date] ".." [date]                      2026-01-01..2026-12-31
//! variant   = "#" SKU without blanks                 #B-1-L
//! ```

use super::price::price;
use crate::catalogue::RawTier;
use crate::error::Message;
use crate::input::{Raw, RawList};

/// More than anybody can oversee.
const MOST_TIERS: usize = 50;

/// Reads the tiers of a cell. Amounts, dates and countries are checked where every other way of writing them is.
pub(super) fn read(cell: &str, currency: Option<&str>) -> Result<Vec<RawTier>, Message> {
    let parts: Vec<&str> =
        cell.split([';', '؛', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > MOST_TIERS {
        return Err(Message::new("problem-too-many").with("most", MOST_TIERS));
    }
    parts.into_iter().map(|part| tier(part, currency)).collect()
}

fn tier(text: &str, currency: Option<&str>) -> Result<RawTier, Message> {
    let shown: String = text.chars().take(60).collect();
    let wrong = || Message::new("problem-tier").with("tier", shown.as_str());
    let (quantity, terms) = text.split_once(':').ok_or_else(wrong)?;
    let (from, to) = range(quantity.trim()).ok_or_else(wrong)?;
    let mut tier = RawTier { from: from.into(), to: to.into(), ..RawTier::default() };
    let mut amount: Vec<&str> = Vec::new();
    for word in terms.split_whitespace() {
        if let Some((since, until)) = word.split_once("..") {
            (tier.valid_from, tier.valid_until) = (since.into(), until.into());
        } else if let Some(sku) = word.strip_prefix('#') {
            tier.variant = sku.into();
        } else if let Some(days) = lead_time(word) {
            tier.lead_time_days = days.into();
        } else if is_territory(word) {
            tier.territory = RawList(word.split([',', '،']).map(str::to_owned).collect());
        } else {
            amount.push(word);
        }
    }
    if amount.is_empty() {
        return Err(wrong());
    }
    tier.price = price(&amount.join(" "), currency);
    Ok(tier)
}

fn range(text: &str) -> Option<(String, String)> {
    let number = |part: &str| {
        let part = part.trim();
        crate::money::parse_whole(part).is_ok().then(|| part.to_owned())
    };
    if let Some(from) = text.strip_suffix('+') {
        return Some((number(from)?, String::new()));
    }
    match text.split_once(['-', '–']) {
        Some((from, to)) => Some((number(from)?, number(to)?)),
        None => Some((number(text)?, String::new())),
    }
}

/// `45d`, `45j` and `45ي` are days.
fn lead_time(word: &str) -> Option<&str> {
    let days = word.strip_suffix(['d', 'D', 'j', 'J', 'ي'])?;
    crate::money::parse_whole(days).is_ok().then_some(days)
}

/// Two letters each: a currency has three.
fn is_territory(word: &str) -> bool {
    word.split([',', '،']).all(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// The same text again.
pub(in crate::catalogue) fn written(tiers: &[RawTier]) -> String {
    let one = |tier: &RawTier| {
        let quantity = match tier.to.is_blank() {
            true => format!("{}+", tier.from.trimmed()),
            false => format!("{}-{}", tier.from.trimmed(), tier.to.trimmed()),
        };
        let mut words =
            vec![format!("{quantity}: {} {}", tier.price.amount.trimmed(), tier.price.currency.trimmed())];
        if !tier.territory.0.is_empty() {
            words.push(tier.territory.0.join(","));
        }
        if !tier.lead_time_days.is_blank() {
            words.push(format!("{}d", tier.lead_time_days.trimmed()));
        }
        let bounds: [&Raw; 2] = [&tier.valid_from, &tier.valid_until];
        if bounds.iter().any(|bound| !bound.is_blank()) {
            words.push(format!("{}..{}", tier.valid_from.trimmed(), tier.valid_until.trimmed()));
        }
        if !tier.variant.is_blank() {
            words.push(format!("#{}", tier.variant.trimmed()));
        }
        words.join(" ")
    };
    tiers.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: &str =
        "100-499: 11.000 TND FR,DE 45d 2026-01-01..2026-12-31; 500+: 10.500 TND; 50+: 9.000 TND #B-1-L";

    #[test]
    fn a_cell_holds_several_tiers_and_says_them_again() {
        let tiers = read(CELL, None).unwrap();
        assert_eq!((tiers[0].from.trimmed(), tiers[0].to.trimmed()), ("100", "499"));
        assert_eq!(tiers[0].territory.0, ["FR", "DE"]);
        assert_eq!(tiers[0].lead_time_days.trimmed(), "45");
        assert_eq!(tiers[0].valid_until.trimmed(), "2026-12-31");
        assert_eq!((tiers[0].price.amount.trimmed(), tiers[0].price.currency.trimmed()), ("11.000", "TND"));
        assert!(tiers[1].to.is_blank() && tiers[1].territory.0.is_empty());
        assert_eq!(written(&tiers), CELL);
    }

    #[test]
    fn what_is_no_tier_is_named() {
        for wrong in ["11.000 TND", "x-y: 3 EUR", "100-499:", "100-: 3 EUR"] {
            assert!(read(wrong, None).is_err(), "{wrong}");
        }
        assert!(read("", None).unwrap().is_empty());
    }
}
