//! Letters about the checklist, to the people of the maker.

use super::row::Row;
use super::said::Waiver;
use crate::accounts;
use crate::catalogue::certificates::Decision;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::ids::OrganisationId;
use crate::locale;
use crate::settings::Settings;

struct News<'a> {
    subject: &'static str,
    text: &'static str,
    /// What the letter says in an officer's own words.
    quote: &'a str,
    until: Option<crate::clock::Date>,
}

fn tell(
    tx: &mut Write<'_>,
    settings: &Settings,
    maker: OrganisationId,
    row: &Row,
    news: &News<'_>,
) -> Result<()> {
    let cause = format!("admission-{}-{}-{}", row.id, news.subject, tx.now().micros());
    accounts::to_everyone(tx, maker, &cause, |draft, language| {
        let until = news.until.map(|day| locale::date(language, day)).unwrap_or_default();
        let said =
            |key| Message::new(key).with("row", row.wording.best(language)).with("date", until.as_str());
        draft
            .subject(said(news.subject))
            .paragraph(said(news.text))
            .quote(news.quote)
            .button(
                "letter-admission-button",
                settings.absolute(&format!("/workshop/checklist#row-{}", row.id)),
            )
            .reason("letter-admission-reason")
    })
}

pub(super) fn decided(
    tx: &mut Write<'_>,
    settings: &Settings,
    maker: OrganisationId,
    row: &Row,
    decision: Decision,
    note: &str,
) -> Result<()> {
    let (subject, text) = match decision {
        Decision::Confirmed => ("letter-admission-verified", "letter-admission-verified-text"),
        Decision::Refused => ("letter-admission-refused", "letter-admission-refused-text"),
    };
    tell(tx, settings, maker, row, &News { subject, text, quote: note, until: None })
}

pub(super) fn waived(tx: &mut Write<'_>, settings: &Settings, row: &Row, waiver: &Waiver) -> Result<()> {
    let news = News {
        subject: "letter-admission-waived",
        text: "letter-admission-waived-text",
        quote: &waiver.reason,
        until: Some(waiver.ends_on),
    };
    tell(tx, settings, waiver.maker_id, row, &news)
}

pub(super) fn revoked(
    tx: &mut Write<'_>,
    settings: &Settings,
    row: &Row,
    waiver: &Waiver,
    reason: &str,
) -> Result<()> {
    let news = News {
        subject: "letter-admission-unwaived",
        text: "letter-admission-unwaived-text",
        quote: reason,
        until: None,
    };
    tell(tx, settings, waiver.maker_id, row, &news)
}
