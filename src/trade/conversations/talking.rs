//! Beginning a conversation, writing in it, having read it.

use chrono::TimeDelta;

use super::conversation::Conversation;
use super::form::{BeginForm, MessageForm, NewMessage};
use super::store;
use crate::accounts::{self, Kind, Member};
use crate::clock::Date;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result, if_found};
use crate::events::Event;
use crate::ids::{ConversationId, MessageId, OrganisationId, QuoteId, RequestId};
use crate::input::{Fields, Raw};
use crate::matching::{self, SourcingRequest};
use crate::settings::Settings;
use crate::trade::parties::{self, as_party};
use crate::trade::{Between, Side, Trader, quotes};
use crate::web::KeptAttachment;

/// Whom a conversation is between, and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    pub maker: OrganisationId,
    pub buyer: OrganisationId,
    pub request: Option<RequestId>,
}

/// What came of a first message: a new conversation, or a word more in the one that was there already.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Begun {
    pub conversation: ConversationId,
    pub is_new: bool,
}

/// Whom a form means, as far as the trader may begin with them.
pub(super) fn pair(conn: &mut DbConnection, trader: &Trader, form: &BeginForm, today: Date) -> Result<Pair> {
    let mut fields = Fields::new();
    let nobody = Pair { maker: trader.organisation, buyer: trader.organisation, request: None };
    if !form.quote.is_blank() {
        let found = quote_pair(conn, &form.quote, trader)?;
        if found.is_none() {
            fields.problem("quote", "problem-quote-unknown");
        }
        return fields.done(found.unwrap_or(nobody));
    }
    let request = match form.request.is_blank() {
        true => None,
        false => asked(conn, &mut fields, &form.request, trader, today)?,
    };
    let found = match trader.side {
        Side::Buyer => {
            let maker = match form.maker.is_blank() {
                true => None,
                false => parties::named(conn, &form.maker)?,
            };
            match maker.filter(|maker| maker.kind == Kind::Maker && maker.is_approved()) {
                Some(maker) => Pair { maker: maker.id, request: request.map(|request| request.id), ..nobody },
                None => {
                    fields.problem("maker", "problem-quote-maker");
                    nobody
                }
            }
        }
        Side::Maker => {
            if form.request.is_blank() {
                fields.problem("request", "problem-missing");
            }
            let buyer = request.as_ref().map_or(nobody.buyer, |request| request.buyer_id);
            Pair { buyer, request: request.map(|request| request.id), ..nobody }
        }
    };
    fields.done(found)
}

fn quote_pair(conn: &mut DbConnection, raw: &Raw, trader: &Trader) -> Result<Option<Pair>> {
    let Ok(id) = raw.trimmed().parse::<QuoteId>() else { return Ok(None) };
    let quote = if_found(quotes::quote(conn, id))?.filter(|quote| quote.is_readable_by(trader));
    let own = quote.filter(|quote| quote.side_of(trader.organisation).is_some());
    Ok(own.map(|quote| Pair { maker: quote.maker_id, buyer: quote.buyer_id, request: quote.request_id }))
}

/// The request that a field names: open, and the buyer's own or one that a maker may answer.
fn asked(
    conn: &mut DbConnection,
    fields: &mut Fields,
    raw: &Raw,
    trader: &Trader,
    today: Date,
) -> Result<Option<SourcingRequest>> {
    let found = match raw.trimmed().parse::<RequestId>() {
        Ok(id) => if_found(matching::request(conn, id))?,
        Err(_) => None,
    };
    let found = match found {
        Some(request) if trader.side == Side::Buyer => {
            Some(request).filter(|request| request.buyer_id == trader.organisation)
        }
        Some(request) => {
            let buyer = accounts::organisation(conn, request.buyer_id)?;
            let admitted = matching::admits(conn, &request, trader.organisation)?;
            Some(request).filter(|_| buyer.is_approved() && admitted)
        }
        None => None,
    };
    let found = found.filter(|request| request.is_open_on(today));
    if found.is_none() {
        fields.problem("request", "problem-quote-request");
    }
    Ok(found)
}

/// A maker writes first only to a buyer whose request its products answer, or with whom it has a quote.
fn check_maker_may(conn: &mut DbConnection, pair: &Pair, by_quote: bool) -> Result<()> {
    let matched = match pair.request {
        Some(request) => matching::is_matched(conn, request, pair.maker)?,
        None => false,
    };
    if matched || by_quote { Ok(()) } else { Err(Error::refused("refusal-conversation-unmatched")) }
}

/// The first message. Where the two talk about the same already, it is a word more in that conversation.
pub fn begin(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    form: &BeginForm,
    attachments: &[KeptAttachment],
) -> Result<Begun> {
    by.confirm(tx)?;
    let trader = Trader::try_from(by.clone())?;
    let new = form.message().check(!attachments.is_empty())?;
    let today = tx.today();
    let pair = pair(tx, &trader, form, today)?;
    if let Some(known) = store::between(tx, pair.maker, pair.buyer, pair.request)? {
        say(tx, &known, trader.side, by, &new, attachments)?;
        return Ok(Begun { conversation: known.id, is_new: false });
    }
    if trader.side == Side::Maker {
        check_maker_may(tx, &pair, !form.quote.is_blank())?;
    }
    let most = settings.limits.conversations_per_day;
    let yesterday = tx.now().minus(TimeDelta::days(1));
    if store::begun_since(tx, by.organisation, yesterday)? >= most {
        return Err(Error::Refused(Message::new("refusal-conversations-many").with("most", most)));
    }
    let id = store::insert(tx, pair.maker, pair.buyer, pair.request, by.organisation)?;
    tx.record(by.actor(), Event::ConversationBegun { conversation: id });
    let conversation = super::conversation(tx, id)?;
    say(tx, &conversation, trader.side, by, &new, attachments)?;
    Ok(Begun { conversation: id, is_new: true })
}

/// One message more.
pub fn write(
    tx: &mut Write<'_>,
    by: &Member,
    id: ConversationId,
    form: &MessageForm,
    attachments: &[KeptAttachment],
) -> Result<MessageId> {
    let (conversation, side) = as_party::<Conversation>(tx, by, id)?;
    let new = form.check(!attachments.is_empty())?;
    say(tx, &conversation, side, by, &new, attachments)
}

fn say(
    tx: &mut Write<'_>,
    conversation: &Conversation,
    side: Side,
    by: &Member,
    new: &NewMessage,
    attachments: &[KeptAttachment],
) -> Result<MessageId> {
    if !accounts::organisation(tx, conversation.organisation(side.other()))?.is_approved() {
        return Err(Error::refused("refusal-conversation-partner"));
    }
    let id = store::insert_message(tx, conversation, side, by, new, attachments)?;
    tx.record(by.actor(), Event::MessageWritten { conversation: conversation.id });
    // Whoever answers has read what was there.
    read_to(tx, by, conversation.id, id)?;
    Ok(id)
}

/// What stands there now is not new to this person any more. It needs no standing: who may read may have read.
pub fn mark_read(tx: &mut Write<'_>, by: &Member, id: ConversationId) -> Result<()> {
    let conversation = super::conversation(tx, id)?;
    if !conversation.is_readable_by(by) {
        return Err(Error::NotFound);
    }
    read_to(tx, by, id, conversation.latest_message)
}

fn read_to(tx: &mut Write<'_>, by: &Member, id: ConversationId, message: MessageId) -> Result<()> {
    let mark = store::mark(tx, id, by.person)?;
    match mark.read_to < message {
        true => store::set_mark(tx, id, by.person, store::Mark { read_to: message, ..mark }),
        false => Ok(()),
    }
}
