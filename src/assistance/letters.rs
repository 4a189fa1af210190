//! Letters between makers, those who act for them, and officers.

use super::Purpose;
use super::views::{Line, Told};
use crate::accounts::{self, Consent, Kind, Organisation, Person};
use crate::db::{DbConnection, Write};
use crate::error::{Message, Result};
use crate::ids::OrganisationId;
use crate::locale::{self, Language};
use crate::mail::{self, Draft, Letter};
use crate::settings::Settings;

/// More lines than this nobody reads in a letter; the page has them all.
const MOST_LINES: usize = 12;

/// The two sides of a consent.
struct Sides {
    maker: Organisation,
    helper: Organisation,
}

impl Sides {
    fn of(conn: &mut DbConnection, consent: &Consent) -> Result<Self> {
        Ok(Self {
            maker: accounts::organisation(conn, consent.maker_id)?,
            helper: accounts::organisation(conn, consent.helper_id)?,
        })
    }

    fn said(&self, key: &'static str, language: Language) -> Message {
        Message::new(key)
            .with("maker", self.maker.name_in(language))
            .with("helper", self.helper.name_in(language))
    }
}

fn to(person: &Person, cause: &str) -> Draft {
    Letter::to(&person.email, &person.name, person.language).cause(format!("{cause}-to-{}", person.id))
}

fn to_everyone(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    cause: &str,
    write: impl Fn(Draft, Language) -> Draft,
) -> Result<()> {
    for person in accounts::members_of(tx, organisation)? {
        mail::post(tx, &write(to(&person, cause), person.language).build())?;
    }
    Ok(())
}

fn content(draft: Draft, consent: &Consent, language: Language) -> Draft {
    let acts: Vec<String> =
        consent.acts.iter().map(|act| locale::term(language, "act", act.word())).collect();
    let draft = draft.fact("consent-acts", acts.join(" · "));
    match consent.ends_on {
        Some(last) => draft.fact("consent-ends", locale::date(language, last)),
        None => draft,
    }
}

/// It holds from now on: both sides have it in writing, the maker with the way out.
pub(super) fn given(tx: &mut Write<'_>, settings: &Settings, consent: &Consent) -> Result<()> {
    let sides = Sides::of(tx, consent)?;
    let cause = format!("consent-{}-given", consent.id);
    to_everyone(tx, sides.maker.id, &cause, |draft, language| {
        let draft = draft
            .subject(sides.said("letter-consent-maker-subject", language))
            .paragraph(sides.said("letter-consent-maker-text", language));
        content(draft, consent, language)
            .button("letter-consent-maker-button", settings.absolute("/workshop/consents"))
            .reason(sides.said("letter-assistance-maker-reason", language))
    })?;
    to_everyone(tx, sides.helper.id, &cause, |draft, language| {
        let draft = draft
            .subject(sides.said("letter-consent-helper-subject", language))
            .paragraph(sides.said("letter-consent-helper-text", language));
        content(draft, consent, language)
            .button("letter-consent-helper-button", settings.absolute("/assistance"))
            .reason(sides.said("letter-assistance-helper-reason", language))
    })
}

/// A paper waits for the maker's word, or an officer's.
pub(super) fn handed_in(tx: &mut Write<'_>, settings: &Settings, consent: &Consent) -> Result<()> {
    let sides = Sides::of(tx, consent)?;
    let cause = format!("consent-{}-handed-in", consent.id);
    to_everyone(tx, sides.maker.id, &cause, |draft, language| {
        let draft = draft
            .subject(sides.said("letter-consent-paper-subject", language))
            .paragraph(sides.said("letter-consent-paper-text", language));
        content(draft, consent, language)
            .button("letter-consent-paper-button", settings.absolute("/workshop/consents"))
            .reason(sides.said("letter-assistance-maker-reason", language))
    })
}

/// The paper was not what it should be.
pub(super) fn refused(tx: &mut Write<'_>, settings: &Settings, consent: &Consent) -> Result<()> {
    let sides = Sides::of(tx, consent)?;
    to_everyone(tx, sides.helper.id, &format!("consent-{}-refused", consent.id), |draft, language| {
        draft
            .subject(sides.said("letter-consent-refused-subject", language))
            .paragraph(sides.said("letter-consent-refused-text", language))
            .quote(&consent.decision_note)
            .button("letter-consent-helper-button", settings.absolute("/assistance"))
            .reason(sides.said("letter-assistance-helper-reason", language))
    })
}

pub(super) fn withdrawn(tx: &mut Write<'_>, settings: &Settings, consent: &Consent) -> Result<()> {
    let sides = Sides::of(tx, consent)?;
    to_everyone(tx, sides.helper.id, &format!("consent-{}-withdrawn", consent.id), |draft, language| {
        draft
            .subject(sides.said("letter-consent-withdrawn-subject", language))
            .paragraph(sides.said("letter-consent-withdrawn-text", language))
            .button("letter-consent-helper-button", settings.absolute("/assistance"))
            .reason(sides.said("letter-assistance-helper-reason", language))
    })
}

/// What was done for the maker, by whom, and what the maker can say to it with one step.
pub(super) fn told(
    tx: &mut Write<'_>,
    person: &Person,
    told: &Told,
    links: &[(Purpose, String)],
) -> Result<()> {
    let language = person.language;
    let maker = told.maker.name_in(language);
    let agents = told.agents_in(language).join(", ");
    let said = |key| Message::new(key).with("maker", maker).with("agents", agents.as_str());
    let mut draft = to(person, &format!("digest-{}", told.digest.id))
        .subject(said("letter-digest-subject"))
        .paragraph(said("letter-digest-text"));
    for line in told.lines.iter().take(MOST_LINES) {
        draft = draft.fact(label(line), value(line, language));
    }
    let more = told.lines.len().saturating_sub(MOST_LINES);
    if more > 0 {
        draft = draft.paragraph(
            Message::new("letter-digest-more")
                .with("count", more)
                .with("shown", locale::number(language, more as i64)),
        );
    }
    draft = draft.paragraph("letter-digest-how");
    for (purpose, url) in links {
        let key = match purpose {
            Purpose::Confirm => "letter-digest-confirm",
            Purpose::Object => "letter-digest-object",
            Purpose::Withdraw => "letter-digest-withdraw",
        };
        draft = draft.button(key, url);
    }
    mail::post(tx, &draft.reason(said("letter-digest-reason")).build())
}

fn label(line: &Line) -> Message {
    Message::new(line.done_key())
}

fn value(line: &Line, language: Language) -> String {
    let mut parts = vec![line.title.best(language).to_owned(), line.agent_in(language)];
    parts.retain(|part| !part.is_empty());
    if line.count > 1 {
        parts.push(format!("× {}", line.count));
    }
    parts.join(" · ")
}

/// To those who did it and to the officers who are to settle it.
pub(super) fn objected(tx: &mut Write<'_>, settings: &Settings, told: &Told) -> Result<()> {
    let cause = format!("digest-{}-objected", told.digest.id);
    for helper in told.helpers() {
        to_everyone(tx, helper.id, &cause, |draft, language| {
            let said = |key| Message::new(key).with("maker", told.maker.name_in(language));
            draft
                .subject(said("letter-objected-subject"))
                .paragraph(said("letter-objected-text"))
                .quote(&told.digest.reason)
                .button("letter-consent-helper-button", settings.absolute("/assistance"))
                .reason(said("letter-objected-reason"))
        })?;
    }
    for programme in accounts::ids_of_kind(tx, Kind::Programme)? {
        to_everyone(tx, programme, &cause, |draft, language| {
            let agents = told.agents_in(language).join(", ");
            let said = |key| {
                Message::new(key).with("maker", told.maker.name_in(language)).with("agents", agents.as_str())
            };
            draft
                .subject(said("letter-objected-subject"))
                .paragraph(said("letter-objected-officer-text"))
                .quote(&told.digest.reason)
                .button("letter-objected-officer-button", settings.absolute("/objections"))
                .reason("letter-objected-officer-reason")
        })?;
    }
    Ok(())
}

/// To both sides: the agents may go on.
pub(super) fn settled(tx: &mut Write<'_>, settings: &Settings, told: &Told) -> Result<()> {
    let cause = format!("digest-{}-settled", told.digest.id);
    let sides = told.helpers().into_iter().map(|helper| (helper.id, "/assistance"));
    let sides = sides.chain([(told.maker.id, "/workshop/assisted-acts")]);
    for (organisation, address) in sides {
        to_everyone(tx, organisation, &cause, |draft, language| {
            let said = |key| Message::new(key).with("maker", told.maker.name_in(language));
            draft
                .subject(said("letter-settled-subject"))
                .paragraph(said("letter-settled-text"))
                .quote(&told.digest.settled_note)
                .button("letter-settled-button", settings.absolute(address))
                .reason(said("letter-objected-reason"))
        })?;
    }
    Ok(())
}
