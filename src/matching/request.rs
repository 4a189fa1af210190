//! A sourcing request (RFQ): what a buyer wants, how much of it, where and by when.

use diesel::prelude::*;

use super::audience::{Audience, Visibility};
use crate::accounts::{Kind, Member};
use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::sourcing_requests;
use crate::error::Message;
use crate::ids::{ClusterId, OrganisationId, RequestId};
use crate::incoterm::Incoterm;
use crate::locale::{self, Language};
use crate::money::{Currency, Money};

pub use crate::commitments::Channel;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestStatus {
    #[default]
    Draft,
    /// A draft that its buyer has sent, and that an officer reads before makers do. Stored as a draft that waits.
    Submitted,
    Open,
    Closed,
}

crate::text_enum!(RequestStatus { Draft => "draft", Submitted => "submitted", Open => "open", Closed => "closed" });

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = sourcing_requests)]
pub struct SourcingRequest {
    pub id: RequestId,
    pub buyer_id: OrganisationId,
    pub title: String,
    /// What is wanted, in the buyer's words.
    pub wanted: String,
    pub language: Language,
    pub crafts: Json<Vec<String>>,
    pub materials: Json<Vec<String>>,
    pub quantity: i64,
    pub target_price_minor: Option<i64>,
    pub currency: Option<Currency>,
    pub destination: String,
    pub channel: Channel,
    pub needed_by: Date,
    pub status: RequestStatus,
    pub created_at: Time,
    pub updated_at: Time,
    pub opened_at: Option<Time>,
    pub closed_at: Option<Time>,
    pub version: i64,
    /// The largest quantity that will do, where there is a range.
    pub quantity_most: Option<i64>,
    /// The first day on which the goods may come.
    pub needed_from: Option<Date>,
    /// The last day on which answers are taken.
    pub answers_by: Date,
    /// Keys of the schemes that must be certified.
    pub certificates: Json<Vec<String>>,
    /// Delivery rules that will do; none where any will.
    pub incoterms: Json<Vec<Incoterm>>,
    /// Languages in which the buyer can write to a maker; none where any will do.
    pub languages: Json<Vec<Language>>,
    pub sample_wanted: bool,
    /// When an officer found that no buyer can mean it.
    pub fake_at: Option<Time>,
    pub visibility: Visibility,
    /// Of a request that is for one cluster.
    pub cluster_id: Option<ClusterId>,
    /// Why an officer sent it back before it was opened.
    pub review_note: Option<String>,
    /// Since when a draft waits for an officer to read it.
    pub submitted_at: Option<Time>,
}

impl SourcingRequest {
    pub fn target_price(&self) -> Option<Money> {
        Some(Money::new(self.target_price_minor?, self.currency?))
    }

    /// How far it has come.
    pub fn stage(&self) -> RequestStatus {
        match self.status {
            RequestStatus::Draft if self.submitted_at.is_some() => RequestStatus::Submitted,
            status => status,
        }
    }

    /// Was it ever opened to makers?
    pub fn is_published(&self) -> bool {
        matches!(self.status, RequestStatus::Open | RequestStatus::Closed)
    }

    /// Does it look for answers on this day?
    pub fn is_open_on(&self, today: Date) -> bool {
        self.status == RequestStatus::Open && self.answers_by >= today
    }

    /// So many pieces, or from so many to so many.
    pub fn pieces(&self, language: Language) -> Message {
        match self.quantity_most {
            None => locale::pieces(language, self.quantity),
            Some(most) => Message::new("request-range")
                .with("least", locale::number(language, self.quantity))
                .with("most", locale::pieces(language, most)),
        }
    }

    pub fn is_of(&self, member: &Member) -> bool {
        member.kind == Kind::Buyer && member.organisation == self.buyer_id
    }
}

/// Those for whom requests are opened: they read every open one in full.
pub fn reads_open_requests(member: &Member) -> bool {
    member.is_approved(Kind::Maker) || member.is_approved(Kind::Cluster) || member.is_officer()
}

/// A request that is valid and not yet stored.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRequest {
    pub title: String,
    pub wanted: String,
    pub language: Language,
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub quantity: i64,
    pub target_price: Option<Money>,
    pub destination: String,
    pub channel: Channel,
    pub needed_by: Date,
    pub quantity_most: Option<i64>,
    pub needed_from: Option<Date>,
    pub answers_by: Date,
    pub certificates: Vec<String>,
    pub incoterms: Vec<Incoterm>,
    pub languages: Vec<Language>,
    pub sample_wanted: bool,
    pub audience: Audience,
}
