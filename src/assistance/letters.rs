//! Letters between makers, those who act for them, and officers.

use super::Purpose;
use super::views::{Line, Told};
use crate::accounts::{self, Consent, Kind, Organisation, Person, to_everyone};
use crate::db::{DbConnection, Write};
use crate::error::{Message, Result};
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

    /// Keys of the subject, the text and the button, which leads to the maker's consents.
    fn tell_maker(
        &self,
        tx: &mut Write<'_>,
        settings: &Settings,
        cause: &str,
        [subject, text, button]: [&'static str; 3],
        what: impl Fn(Draft, Language) -> Draft,
    ) -> Result<()> {
        to_everyone(tx, self.maker.id, cause, |draft, language| {
            let draft = draft.subject(self.said(subject, language)).paragraph(self.said(text, language));
            what(draft, language)
                .button(button, settings.absolute("/workshop/consents"))
                .reason(self.said("letter-assistance-maker-reason", language))
        })
    }

    /// Keys of the subject and the text; the button leads to those for whom the helper acts.
    fn tell_helper(
        &self,
        tx: &mut Write<'_>,
        settings: &Settings,
        cause: &str,
        [subject, text]: [&'static str; 2],
        what: impl Fn(Draft, Language) -> Draft,
    ) -> Result<()> {
        to_everyone(tx, self.helper.id, cause, |draft, language| {
            let draft = draft.subject(self.said(subject, language)).paragraph(self.said(text, language));
            what(draft, language)
                .button("letter-consent-helper-button", settings.absolute("/assistance"))
                .reason(self.said("letter-assistance-helper-reason", language))
        })
    }
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
    let cause = format!("consent-{}-given-to", consent.id);
    let what = |draft, language| content(draft, consent, language);
    let keys = ["letter-consent-maker-subject", "letter-consent-maker-text", "letter-consent-maker-button"];
    sides.tell_maker(tx, settings, &cause, keys, what)?;
    let keys = ["letter-consent-helper-subject", "letter-consent-helper-text"];
    sides.tell_helper(tx, settings, &cause, keys, what)
}

/// A paper waits for the maker's word, or an officer's.
pub(super) fn handed_in(tx: &mut Write<'_>, settings: &Settings, consent: &Consent) -> Result<()> {
    let keys = ["letter-consent-paper-subject", "letter-consent-paper-text", "letter-consent-paper-button"];
    let cause = format!("consent-{}-handed-in-to", consent.id);
    let what = |draft, language| content(draft, consent, language);
    Sides::of(tx, consent)?.tell_maker(tx, settings, &cause, keys, what)
}

/// The paper was not what it should be.
pub(super) fn refused(tx: &mut Write<'_>, settings: &Settings, consent: &Consent) -> Result<()> {
    let keys = ["letter-consent-refused-subject", "letter-consent-refused-text"];
    let cause = format!("consent-{}-refused-to", consent.id);
    Sides::of(tx, consent)?
        .tell_helper(tx, settings, &cause, keys, |draft, _| draft.quote(&consent.decision_note))
}

pub(super) fn withdrawn(tx: &mut Write<'_>, settings: &Settings, consent: &Consent) -> Result<()> {
    let keys = ["letter-consent-withdrawn-subject", "letter-consent-withdrawn-text"];
    let cause = format!("consent-{}-withdrawn-to", consent.id);
    Sides::of(tx, consent)?.tell_helper(tx, settings, &cause, keys, |draft, _| draft)
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
    let mut draft = Letter::to(&person.email, &person.name, language)
        .cause(format!("digest-{}-to-{}", told.digest.id, person.id))
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
    let cause = format!("digest-{}-objected-to", told.digest.id);
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
    let cause = format!("digest-{}-settled-to", told.digest.id);
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
