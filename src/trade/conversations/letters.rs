//! The letter that somebody has written.

use super::conversation::Conversation;
use super::store;
use crate::accounts::{self, Person};
use crate::db::Write;
use crate::error::{Message, Result};
use crate::ids::MessageId;
use crate::locale;
use crate::mail::{self, Letter, excerpt};
use crate::matching;
use crate::settings::Settings;
use crate::trade::parties::Partners;
use crate::trade::{Between, Side};

/// So much of the newest message stands in the letter; the rest is read in the house.
const EXCERPT: usize = 280;

/// To one person of a side: how much the other side has written since, and how it begins.
pub(super) fn written(
    tx: &mut Write<'_>,
    settings: &Settings,
    conversation: &Conversation,
    to: Side,
    person: &Person,
    since: MessageId,
) -> Result<()> {
    let from = conversation.organisation(to.other());
    let newest = store::message(tx, conversation.latest_of(to.other()))?;
    let count = store::said_since(tx, conversation.id, from, since)?;
    let partner = Partners::default().get(tx, from)?;
    let language = person.language;
    let name = partner.name_in(language);
    let by = accounts::acted_for(tx, newest.person_id, from)?;
    let by = by.map_or(name.to_owned(), |agent| agent.said(language, name));
    let about = conversation.request_id.map(|id| matching::request(tx, id)).transpose()?;
    let text = Message::new("letter-message-text")
        .with("partner", by)
        .with("count", count)
        .with("shown", locale::number(language, count));
    let mut draft = Letter::to(&person.email, &person.name, language)
        .cause(format!("conversation-{}-{}-to-{}", conversation.id, newest.id, person.id))
        .subject(Message::new("letter-message-subject").with("partner", name))
        .paragraph(text);
    if let Some(request) = about {
        draft = draft.fact("conversation-about", request.title);
    }
    let letter = draft
        .quote(excerpt(&newest.body, EXCERPT))
        .button("letter-message-button", settings.absolute(&format!("/conversations/{}", conversation.id)))
        .reason("letter-trade-reason")
        .build();
    mail::post(tx, &letter)
}
