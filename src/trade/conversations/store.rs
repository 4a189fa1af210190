//! All SQL about conversations.

use diesel::prelude::*;

use super::conversation::{Attachment, Conversation, SaidMessage};
use super::form::NewMessage;
use crate::accounts::Member;
use crate::clock::Time;
use crate::db::schema::{conversation_attachments, conversation_marks, conversation_messages, conversations};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{AttachmentId, ConversationId, MessageId, OrganisationId, PersonId, RequestId};
use crate::trade::Side;
use crate::web::{KeptAttachment, Listing};

pub fn conversation(conn: &mut DbConnection, id: ConversationId) -> Result<Conversation> {
    Ok(Conversation::query().filter(conversations::id.eq(id)).first(conn)?)
}

/// The conversation of two sides about a request, or about nothing in particular.
pub fn between(
    conn: &mut DbConnection,
    maker: OrganisationId,
    buyer: OrganisationId,
    request: Option<RequestId>,
) -> Result<Option<Conversation>> {
    let of_pair = conversations::maker_id.eq(maker).and(conversations::buyer_id.eq(buyer));
    let query = Conversation::query().filter(of_pair).into_boxed();
    let query = match request {
        Some(request) => query.filter(conversations::request_id.eq(request)),
        None => query.filter(conversations::request_id.is_null()),
    };
    Ok(query.first(conn).optional()?)
}

/// An organisation's conversations, those with the newest message first.
pub(super) fn listed(
    conn: &mut DbConnection,
    organisation: OrganisationId,
    listing: Listing,
) -> Result<Vec<Conversation>> {
    Ok(Conversation::query()
        .filter(conversations::maker_id.eq(organisation).or(conversations::buyer_id.eq(organisation)))
        .filter(conversations::latest_message.lt(MessageId(listing.before)))
        .order(conversations::latest_message.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

/// How many an organisation has begun since a time.
pub(super) fn begun_since(conn: &mut DbConnection, by: OrganisationId, since: Time) -> Result<i64> {
    Ok(conversations::table
        .filter(conversations::begun_by.eq(by).and(conversations::created_at.gt(since)))
        .count()
        .get_result(conn)?)
}

/// One page of what was said, the newest first.
pub(super) fn messages(
    conn: &mut DbConnection,
    id: ConversationId,
    listing: Listing,
) -> Result<Vec<SaidMessage>> {
    Ok(SaidMessage::query()
        .filter(conversation_messages::conversation_id.eq(id))
        .filter(conversation_messages::id.lt(MessageId(listing.before)))
        .order(conversation_messages::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

pub(super) fn message(conn: &mut DbConnection, id: MessageId) -> Result<SaidMessage> {
    Ok(SaidMessage::query().filter(conversation_messages::id.eq(id)).first(conn)?)
}

/// How many messages of one organisation came after another.
pub(super) fn said_since(
    conn: &mut DbConnection,
    id: ConversationId,
    by: OrganisationId,
    after: MessageId,
) -> Result<i64> {
    Ok(conversation_messages::table
        .filter(conversation_messages::conversation_id.eq(id).and(conversation_messages::id.gt(after)))
        .filter(conversation_messages::organisation_id.eq(by))
        .count()
        .get_result(conn)?)
}

pub(super) fn attachments(conn: &mut DbConnection, messages: &[MessageId]) -> Result<Vec<Attachment>> {
    Ok(Attachment::query()
        .filter(conversation_attachments::message_id.eq_any(messages))
        .order(conversation_attachments::id)
        .load(conn)?)
}

/// One that came in this conversation.
pub(super) fn attachment(
    conn: &mut DbConnection,
    conversation: ConversationId,
    id: AttachmentId,
) -> Result<Attachment> {
    Ok(Attachment::query()
        .inner_join(conversation_messages::table)
        .filter(conversation_attachments::id.eq(id))
        .filter(conversation_messages::conversation_id.eq(conversation))
        .first(conn)?)
}

pub(super) fn insert(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    buyer: OrganisationId,
    request: Option<RequestId>,
    by: OrganisationId,
) -> Result<ConversationId> {
    let now = tx.now();
    Ok(diesel::insert_into(conversations::table)
        .values((
            conversations::maker_id.eq(maker),
            conversations::buyer_id.eq(buyer),
            conversations::request_id.eq(request),
            conversations::begun_by.eq(by),
            conversations::latest_message.eq(0),
            conversations::latest_of_buyer.eq(0),
            conversations::latest_of_maker.eq(0),
            conversations::latest_at.eq(now),
            conversations::created_at.eq(now),
        ))
        .returning(conversations::id)
        .get_result(&mut **tx)?)
}

/// Adds what a side says to what was said.
pub(super) fn insert_message(
    tx: &mut Write<'_>,
    of: &Conversation,
    side: Side,
    by: &Member,
    new: &NewMessage,
    attachments: &[KeptAttachment],
) -> Result<MessageId> {
    let now = tx.now();
    let id: MessageId = diesel::insert_into(conversation_messages::table)
        .values((
            conversation_messages::conversation_id.eq(of.id),
            conversation_messages::organisation_id.eq(by.organisation),
            conversation_messages::person_id.eq(by.person),
            conversation_messages::body.eq(&new.text),
            conversation_messages::language.eq(new.language),
            conversation_messages::created_at.eq(now),
        ))
        .returning(conversation_messages::id)
        .get_result(&mut **tx)?;
    for one in attachments {
        let attached = one.remember(tx)?;
        diesel::insert_into(conversation_attachments::table)
            .values((
                conversation_attachments::message_id.eq(id),
                conversation_attachments::name.eq(&one.name),
                conversation_attachments::file_id.eq(attached.file),
                conversation_attachments::small_file_id.eq(attached.small),
            ))
            .execute(&mut **tx)?;
    }
    let latest = (
        conversations::latest_message.eq(id),
        conversations::latest_at.eq(now),
        conversations::tell_from.eq(Some(of.tell_from.unwrap_or(now))),
    );
    let row = conversations::table.find(of.id);
    match side {
        Side::Buyer => {
            diesel::update(row).set((latest, conversations::latest_of_buyer.eq(id))).execute(&mut **tx)?
        }
        Side::Maker => {
            diesel::update(row).set((latest, conversations::latest_of_maker.eq(id))).execute(&mut **tx)?
        }
    };
    Ok(id)
}

/// How far somebody has read and was told.
#[derive(Clone, Copy, Debug, PartialEq, HasQuery)]
#[diesel(table_name = conversation_marks)]
pub(super) struct Mark {
    pub read_to: MessageId,
    pub told_to: MessageId,
    pub told_at: Option<Time>,
}

impl Mark {
    const NONE: Self = Self { read_to: MessageId(0), told_to: MessageId(0), told_at: None };
}

pub(super) fn mark(conn: &mut DbConnection, of: ConversationId, person: PersonId) -> Result<Mark> {
    let found = Mark::query()
        .filter(conversation_marks::conversation_id.eq(of).and(conversation_marks::person_id.eq(person)))
        .first(conn)
        .optional()?;
    Ok(found.unwrap_or(Mark::NONE))
}

pub(super) fn set_mark(tx: &mut Write<'_>, of: ConversationId, person: PersonId, mark: Mark) -> Result<()> {
    let pair = (conversation_marks::conversation_id.eq(of), conversation_marks::person_id.eq(person));
    let content = (
        conversation_marks::read_to.eq(mark.read_to),
        conversation_marks::told_to.eq(mark.told_to),
        conversation_marks::told_at.eq(mark.told_at),
    );
    crate::on_each_backend!(&mut **tx, |conn| diesel::insert_into(conversation_marks::table)
        .values((pair, content))
        .on_conflict((conversation_marks::conversation_id, conversation_marks::person_id))
        .do_update()
        .set(content)
        .execute(conn))?;
    Ok(())
}

/// In how many conversations of an organisation something stands that a person has not read.
pub(super) fn count_unread(
    conn: &mut DbConnection,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<i64> {
    let marks = conversation_marks::table.on(conversation_marks::conversation_id
        .eq(conversations::id)
        .and(conversation_marks::person_id.eq(person)));
    let never = || conversation_marks::read_to.nullable().is_null();
    let read_to = || conversation_marks::read_to.nullable();
    let of_maker = conversations::maker_id.eq(organisation).and(
        conversations::latest_of_buyer
            .gt(0)
            .and(never().or(read_to().lt(conversations::latest_of_buyer.nullable()).assume_not_null())),
    );
    let of_buyer = conversations::buyer_id.eq(organisation).and(
        conversations::latest_of_maker
            .gt(0)
            .and(never().or(read_to().lt(conversations::latest_of_maker.nullable()).assume_not_null())),
    );
    Ok(conversations::table.left_join(marks).filter(of_maker.or(of_buyer)).count().get_result(conn)?)
}

/// Conversations in which somebody has waited since a time to be told.
pub(super) fn to_tell(conn: &mut DbConnection, since: Time, most: i64) -> Result<Vec<Conversation>> {
    Ok(Conversation::query()
        .filter(conversations::tell_from.le(since))
        .order(conversations::tell_from)
        .limit(most)
        .load(conn)?)
}

pub(super) fn set_tell_from(tx: &mut Write<'_>, id: ConversationId, from: Option<Time>) -> Result<()> {
    diesel::update(conversations::table.find(id))
        .set(conversations::tell_from.eq(from))
        .execute(&mut **tx)?;
    Ok(())
}
