//! Letters about quotes, to the side that has to read or to act.

use super::quote::Quote;
use super::{lapsing, store};
use crate::accounts;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::locale;
use crate::settings::Settings;
use crate::trade::letters::to_everyone;
use crate::trade::parties::Partners;
use crate::trade::{Between, Side};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    Offered,
    Countered,
    Accepted,
    Declined,
    Withdrawn,
    NotChosen,
    Lapsed,
}

impl News {
    fn word(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Countered => "countered",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::NotChosen => "not-chosen",
            Self::Lapsed => "lapsed",
        }
    }

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Offered => ("letter-quote-offered-subject", "letter-quote-offered-text"),
            Self::Countered => ("letter-quote-countered-subject", "letter-quote-countered-text"),
            Self::Accepted => ("letter-quote-accepted-subject", "letter-quote-accepted-text"),
            Self::Declined => ("letter-quote-declined-subject", "letter-quote-declined-text"),
            Self::Withdrawn => ("letter-quote-withdrawn-subject", "letter-quote-withdrawn-text"),
            Self::NotChosen => ("letter-quote-not-chosen-subject", "letter-quote-not-chosen-text"),
            Self::Lapsed => ("letter-quote-lapsed-subject", "letter-quote-lapsed-text"),
        }
    }
}

/// Tells everyone of one side what the other side did, with what is on the table now.
pub(super) fn tell(
    tx: &mut Write<'_>,
    settings: &Settings,
    quote: &Quote,
    to: Side,
    news: News,
    note: Option<&str>,
) -> Result<()> {
    let (latest, _) = store::version(tx, quote.id, quote.latest_number)?;
    let partner = Partners::default().get(tx, quote.organisation(to.other()))?;
    let (subject, text) = news.texts();
    let wrote = matches!(news, News::Offered | News::Countered);
    let agent = match wrote && latest.offered_by == partner.id {
        true => accounts::acted_for(tx, latest.person_id, partner.id)?,
        false => None,
    };
    let words = note.or(latest.note.as_deref().filter(|_| wrote));
    let kept = match news {
        News::Accepted => lapsing::lapses_on(tx, settings, quote.id)?,
        _ => None,
    };
    let address = settings.absolute(&format!("/quotes/{}", quote.id));
    let cause = format!("quote-{}-{}-{}", quote.id, latest.number, news.word());
    to_everyone(tx, quote.organisation(to), &cause, |draft, language| {
        let name = partner.name_in(language);
        let by = agent.as_ref().map_or(name.to_owned(), |agent| agent.said(language, name));
        let draft = draft
            .subject(Message::new(subject).with("partner", name))
            .paragraph(Message::new(text).with("partner", by))
            .fact("quote-total", locale::money(language, latest.total()))
            .fact("quote-delivery", format!("{} {}", latest.incoterm, latest.named_place))
            .fact("quote-valid-until", locale::date(language, latest.valid_until));
        let draft = match kept {
            Some(day) => draft.fact("quote-reserved-until", locale::date(language, day)),
            None => draft,
        };
        draft.quote(words.unwrap_or_default()).button("letter-quote-button", &address)
    })
}
