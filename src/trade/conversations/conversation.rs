//! A conversation is between one buyer and one maker; what was said in it never changes.

use diesel::prelude::*;

use crate::accounts::Member;
use crate::clock::Time;
use crate::db::DbConnection;
use crate::db::schema::{conversation_attachments, conversation_messages, conversations};
use crate::error::Result;
use crate::ids::{AttachmentId, ConversationId, FileId, MessageId, OrganisationId, PersonId, RequestId};
use crate::locale::Language;
use crate::trade::{Between, Side};
use crate::web::AttachedFiles;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = conversations)]
pub struct Conversation {
    pub id: ConversationId,
    pub buyer_id: OrganisationId,
    pub maker_id: OrganisationId,
    pub request_id: Option<RequestId>,
    pub begun_by: OrganisationId,
    pub latest_message: MessageId,
    /// Zero while that side has said nothing.
    pub latest_of_buyer: MessageId,
    pub latest_of_maker: MessageId,
    pub latest_at: Time,
    /// Since when somebody waits to be told by letter.
    pub tell_from: Option<Time>,
    pub created_at: Time,
}

impl Conversation {
    /// The newest message that a side wrote.
    pub fn latest_of(&self, side: Side) -> MessageId {
        match side {
            Side::Maker => self.latest_of_maker,
            Side::Buyer => self.latest_of_buyer,
        }
    }
}

impl Between for Conversation {
    type Id = ConversationId;

    fn find(conn: &mut DbConnection, id: ConversationId) -> Result<Self> {
        super::conversation(conn, id)
    }

    fn maker(&self) -> OrganisationId {
        self.maker_id
    }

    fn buyer(&self) -> OrganisationId {
        self.buyer_id
    }

    /// Nobody else: not even officers read what two people write to each other.
    fn is_readable_by(&self, member: &Member) -> bool {
        self.side_of(member.organisation).is_some()
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = conversation_messages)]
pub struct SaidMessage {
    pub id: MessageId,
    pub conversation_id: ConversationId,
    pub organisation_id: OrganisationId,
    pub person_id: PersonId,
    pub body: String,
    /// None where it is neither said nor to be told from the words.
    pub language: Option<Language>,
    pub created_at: Time,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = conversation_attachments)]
pub struct Attachment {
    pub id: AttachmentId,
    pub message_id: MessageId,
    /// As the sender called it: for showing back, never for opening.
    pub name: String,
    pub file_id: FileId,
    /// Of a picture, its small size; None for a PDF.
    pub small_file_id: Option<FileId>,
}

impl Attachment {
    pub fn files(&self) -> AttachedFiles {
        AttachedFiles { file: self.file_id, small: self.small_file_id }
    }
}
