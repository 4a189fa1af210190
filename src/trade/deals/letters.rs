//! Letters about orders.

use super::Deal;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::ids::OrganisationId;
use crate::locale;
use crate::settings::Settings;
use crate::trade::letters::to_everyone;
use crate::trade::parties::Partners;
use crate::trade::{Between, Side};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    Drafted,
    Confirmed,
    Shipped,
    Delivered,
    Paid,
    Cancelled,
}

impl News {
    fn word(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Confirmed => "confirmed",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
        }
    }

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Drafted => ("letter-deal-drafted-subject", "letter-deal-drafted-text"),
            Self::Confirmed => ("letter-deal-confirmed-subject", "letter-deal-confirmed-text"),
            Self::Shipped => ("letter-deal-shipped-subject", "letter-deal-shipped-text"),
            Self::Delivered => ("letter-deal-delivered-subject", "letter-deal-delivered-text"),
            Self::Paid => ("letter-deal-paid-subject", "letter-deal-paid-text"),
            Self::Cancelled => ("letter-deal-cancelled-subject", "letter-deal-cancelled-text"),
        }
    }
}

/// Tells everyone of one side what the other side did.
pub(super) fn tell(
    tx: &mut Write<'_>,
    settings: &Settings,
    deal: &Deal,
    to: Side,
    news: News,
    note: Option<&str>,
) -> Result<()> {
    let from = deal.organisation(to.other());
    write(tx, settings, deal, (deal.organisation(to), from), news.word(), news.texts(), note)
}

/// An organisation that exports for the maker must prepare the papers.
pub(super) fn tell_exporter(tx: &mut Write<'_>, settings: &Settings, deal: &Deal) -> Result<()> {
    let texts = ("letter-deal-exporter-subject", "letter-deal-exporter-text");
    third_party(tx, settings, deal, "exporter", texts, None)
}

pub(super) fn tell_exporter_cancelled(
    tx: &mut Write<'_>,
    settings: &Settings,
    deal: &Deal,
    note: &str,
) -> Result<()> {
    third_party(tx, settings, deal, "exporter-cancelled", News::Cancelled.texts(), Some(note))
}

fn third_party(
    tx: &mut Write<'_>,
    settings: &Settings,
    deal: &Deal,
    word: &str,
    texts: (&'static str, &'static str),
    note: Option<&str>,
) -> Result<()> {
    match deal.exporter_id == deal.maker_id {
        true => Ok(()),
        false => write(tx, settings, deal, (deal.exporter_id, deal.maker_id), word, texts, note),
    }
}

fn write(
    tx: &mut Write<'_>,
    settings: &Settings,
    deal: &Deal,
    (to, from): (OrganisationId, OrganisationId),
    word: &str,
    (subject, text): (&'static str, &'static str),
    note: Option<&str>,
) -> Result<()> {
    let partner = Partners::default().get(tx, from)?;
    let address = settings.absolute(&format!("/deals/{}", deal.id));
    let cause = format!("deal-{}-{word}", deal.id);
    to_everyone(tx, to, &cause, |draft, language| {
        let name = partner.name_in(language);
        let said = |key| Message::new(key).with("partner", name).with("number", deal.id.0);
        draft
            .subject(said(subject))
            .paragraph(said(text))
            .fact("quote-total", locale::money(language, deal.total()))
            .fact("quote-delivery", format!("{} {}", deal.incoterm, deal.named_place))
            .fact("trade-destination", locale::country_name(&deal.destination, language))
            .quote(note.unwrap_or_default())
            .button("letter-deal-button", &address)
    })
}
