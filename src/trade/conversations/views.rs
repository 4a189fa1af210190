//! Conversations as both faces show them.

use schemars::JsonSchema;
use serde::Serialize;

use super::conversation::{Attachment, Conversation, SaidMessage};
use super::store;
use crate::accounts::{self, ActedFor, Member};
use crate::clock::Time;
use crate::db::DbConnection;
use crate::error::Result;
use crate::files;
use crate::ids::{ConversationId, MessageId, OrganisationId, QuoteId, RequestId};
use crate::input::RawMoney;
use crate::locale::Language;
use crate::mail::excerpt;
use crate::matching;
use crate::money::Money;
use crate::trade::parties::Partners;
use crate::trade::{Between, Partner};
use crate::web::AttachmentView;

/// How much of the newest message a list shows.
const EXCERPT: usize = 140;

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct ConversationSummary {
    pub id: ConversationId,
    pub maker: Partner,
    pub buyer: Partner,
    pub request_id: Option<RequestId>,
    pub request_title: Option<String>,
    /// Has the other side written what the asker has not read?
    pub unread: bool,
    /// How the newest message begins.
    pub latest: String,
    pub latest_by: OrganisationId,
    pub latest_at: Time,
    pub created_at: Time,
}

impl ConversationSummary {
    pub fn new(
        conn: &mut DbConnection,
        partners: &mut Partners,
        of: &Conversation,
        reader: &Member,
    ) -> Result<Self> {
        let newest = store::message(conn, of.latest_message)?;
        let mark = store::mark(conn, of.id, reader.person)?;
        let side = of.side_of(reader.organisation);
        let title = of.request_id.map(|id| matching::request(conn, id)).transpose()?;
        Ok(Self {
            id: of.id,
            maker: partners.get(conn, of.maker_id)?,
            buyer: partners.get(conn, of.buyer_id)?,
            request_id: of.request_id,
            request_title: title.map(|request| request.title),
            unread: side.is_some_and(|side| of.latest_of(side.other()) > mark.read_to),
            latest: excerpt(&newest.body, EXCERPT),
            latest_by: newest.organisation_id,
            latest_at: of.latest_at,
            created_at: of.created_at,
        })
    }

    pub fn partner_of(&self, member: &Member) -> &Partner {
        if self.maker.id == member.organisation { &self.buyer } else { &self.maker }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct MessageView {
    pub id: MessageId,
    /// The side that wrote it.
    pub by: OrganisationId,
    pub person: String,
    /// Who wrote it in that side's name; null if it was one of their own.
    pub acted_for: Option<ActedFor>,
    pub text: String,
    pub language: Option<Language>,
    pub attachments: Vec<AttachmentView>,
    pub created_at: Time,
}

impl MessageView {
    pub fn new(conn: &mut DbConnection, said: SaidMessage, attachments: Vec<Attachment>) -> Result<Self> {
        let view = |one: Attachment, conn: &mut DbConnection| {
            let file = files::find_by_id(conn, one.file_id)?;
            Ok(AttachmentView {
                href: format!("/conversations/{}/attachments/{}", said.conversation_id, one.id),
                id: one.id,
                is_picture: one.small_file_id.is_some(),
                name: one.name,
                media_type: file.media_type,
                bytes: file.bytes,
            })
        };
        let attachments = attachments.into_iter().map(|one| view(one, conn)).collect::<Result<_>>()?;
        Ok(Self {
            id: said.id,
            by: said.organisation_id,
            person: accounts::person(conn, said.person_id)?.name,
            acted_for: accounts::acted_for(conn, said.person_id, said.organisation_id)?,
            text: said.body,
            language: said.language,
            attachments,
            created_at: said.created_at,
        })
    }
}

/// What a side did with a quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Step {
    #[default]
    Offered,
    Countered,
    Accepted,
    Declined,
    Withdrawn,
    NotChosen,
}

crate::text_enum!(Step {
    Offered => "offered",
    Countered => "countered",
    Accepted => "accepted",
    Declined => "declined",
    Withdrawn => "withdrawn",
    NotChosen => "not-chosen",
});

impl Step {
    /// The key of the sentence about it.
    pub fn said(self) -> &'static str {
        match self {
            Self::Offered => "conversation-step-offered",
            Self::Countered => "conversation-step-countered",
            Self::Accepted => "conversation-step-accepted",
            Self::Declined => "conversation-step-declined",
            Self::Withdrawn => "conversation-step-withdrawn",
            Self::NotChosen => "conversation-step-not-chosen",
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct QuoteStepView {
    pub quote_id: QuoteId,
    pub step: Step,
    /// The version that it is about.
    pub number: i64,
    pub by: OrganisationId,
    pub total: RawMoney,
    pub created_at: Time,
    #[serde(skip)]
    pub amount: Money,
}

/// What stands in a conversation: a message, or what became of a quote meanwhile.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Entry {
    Message(MessageView),
    Quote(QuoteStepView),
}

impl Entry {
    pub fn at(&self) -> Time {
        match self {
            Self::Message(message) => message.created_at,
            Self::Quote(step) => step.created_at,
        }
    }
}

/// One page of a conversation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct ConversationView {
    #[serde(flatten)]
    pub summary: ConversationSummary,
    /// The quotes of the two about the same, the newest first.
    pub quotes: Vec<QuoteId>,
    /// The oldest first.
    pub entries: Vec<Entry>,
    /// The cursor of what was said before.
    pub next: Option<String>,
}
