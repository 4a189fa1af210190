//! Letters about agreements.

use super::Agreement;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::locale;
use crate::settings::Settings;
use crate::trade::letters::to_everyone;
use crate::trade::parties::Partners;
use crate::trade::{Between, Side};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    Proposed,
    SignedByOne,
    SignedByBoth,
    Begun,
    Withdrawn,
    EndedByOne,
    Expired,
}

impl News {
    fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::SignedByOne => "signed",
            Self::SignedByBoth => "binding",
            Self::Begun => "begun",
            Self::Withdrawn => "withdrawn",
            Self::EndedByOne => "ended",
            Self::Expired => "expired",
        }
    }

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Proposed => ("letter-agreement-proposed-subject", "letter-agreement-proposed-text"),
            Self::SignedByOne => ("letter-agreement-signed-subject", "letter-agreement-signed-text"),
            Self::SignedByBoth => ("letter-agreement-binding-subject", "letter-agreement-binding-text"),
            Self::Begun => ("letter-agreement-begun-subject", "letter-agreement-begun-text"),
            Self::Withdrawn => ("letter-agreement-withdrawn-subject", "letter-agreement-withdrawn-text"),
            Self::EndedByOne => ("letter-agreement-ended-subject", "letter-agreement-ended-text"),
            Self::Expired => ("letter-agreement-expired-subject", "letter-agreement-expired-text"),
        }
    }
}

/// Tells everyone of one side what happened.
pub(super) fn tell(
    tx: &mut Write<'_>,
    settings: &Settings,
    agreement: &Agreement,
    to: Side,
    news: News,
    note: Option<&str>,
) -> Result<()> {
    let partner = Partners::default().get(tx, agreement.organisation(to.other()))?;
    let (subject, text) = news.texts();
    let address = settings.absolute(&format!("/agreements/{}", agreement.id));
    let cause = format!("agreement-{}-{}", agreement.id, news.word());
    to_everyone(tx, agreement.organisation(to), &cause, |draft, language| {
        let name = partner.name_in(language);
        let said = |key| Message::new(key).with("partner", name).with("title", agreement.title.as_str());
        let countries = agreement.territory.iter().map(|code| locale::country_name(code, language));
        let period = Message::new("common-from-to")
            .with("from", locale::date(language, agreement.starts_on))
            .with("to", locale::date(language, agreement.ends_on));
        draft
            .subject(said(subject))
            .paragraph(said(text))
            .fact("agreement-territory", countries.collect::<Vec<_>>().join(", "))
            .fact("agreement-channel", locale::term(language, "trade-channel", agreement.channel.word()))
            .fact("agreement-period", locale::say(language, &period))
            .quote(note.unwrap_or_default())
            .button("letter-agreement-button", &address)
    })
}
