//! An agreement and its life: draft → proposed → signed → active → ended.

use diesel::prelude::*;

use crate::accounts::Member;
use crate::catalogue::{AgreedTerms, Conditions, InForce, Product};
use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::commitments::{Channel, Claim};
use crate::db::DbConnection;
use crate::db::schema::{agreements, signatures};
use crate::error::{Message, Result};
use crate::ids::{AgreementId, CollectionId, OrganisationId, PersonId, QuoteId};
use crate::locale::Language;
use crate::trade::{Between, Side};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgreementStatus {
    #[default]
    Draft,
    Proposed,
    /// Both sides have signed; the period has not begun.
    Signed,
    Active,
    Ended,
    Withdrawn,
}

crate::text_enum!(AgreementStatus {
    Draft => "draft",
    Proposed => "proposed",
    Signed => "signed",
    Active => "active",
    Ended => "ended",
    Withdrawn => "withdrawn",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = agreements)]
pub struct Agreement {
    pub id: AgreementId,
    pub maker_id: OrganisationId,
    pub buyer_id: OrganisationId,
    pub quote_id: Option<QuoteId>,
    pub title: String,
    /// ISO 3166-1 alpha-2 countries.
    pub territory: Json<Vec<String>>,
    pub channel: Channel,
    pub exclusive: bool,
    /// Empty: everything the maker offers.
    pub collections: Json<Vec<CollectionId>>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub terms: String,
    pub terms_language: Language,
    /// Over the terms and everything above, fixed when proposed; both sides sign this hash.
    pub terms_hash: Option<String>,
    pub status: AgreementStatus,
    pub proposed_by: Option<OrganisationId>,
    pub proposed_at: Option<Time>,
    pub signed_at: Option<Time>,
    pub ended_at: Option<Time>,
    pub ended_note: Option<String>,
    pub created_by: OrganisationId,
    pub created_at: Time,
    pub updated_at: Time,
    pub version: i64,
    /// Where it is not what the maker's catalogue says.
    pub agreed: Json<AgreedTerms>,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = signatures)]
pub struct Signature {
    pub id: i64,
    pub agreement_id: AgreementId,
    pub organisation_id: OrganisationId,
    pub person_id: PersonId,
    pub signed_name: String,
    pub terms_hash: String,
    pub signed_at: Time,
}

/// What a side can do with an agreement. Beginning and ending by the calendar are not theirs to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementStep {
    Edit,
    Propose,
    Sign,
    Withdraw,
    End,
}

impl AgreementStep {
    #[cfg(test)]
    const ALL: [Self; 5] = [Self::Edit, Self::Propose, Self::Sign, Self::Withdraw, Self::End];
}

impl Agreement {
    /// May this side take this step today?
    pub fn check(&self, step: AgreementStep, side: Side, today: Date) -> Result<(), Message> {
        use AgreementStatus::*;
        let own_draft = self.organisation(side) == self.created_by;
        match (self.status, step) {
            (Draft, AgreementStep::Edit | AgreementStep::Propose | AgreementStep::Withdraw) if !own_draft => {
                Err(Message::new("refusal-agreement-not-yours"))
            }
            (Draft, AgreementStep::Propose) | (Proposed, AgreementStep::Sign) if self.ends_on < today => {
                Err(Message::new("refusal-agreement-over"))
            }
            (Draft, AgreementStep::Edit | AgreementStep::Propose | AgreementStep::Withdraw)
            | (Proposed, AgreementStep::Sign | AgreementStep::Withdraw)
            | (Signed | Active, AgreementStep::End) => Ok(()),
            (Proposed | Signed | Active, AgreementStep::Edit) => {
                Err(Message::new("refusal-agreement-frozen"))
            }
            (Draft, AgreementStep::Sign) => Err(Message::new("refusal-agreement-not-proposed")),
            (Signed | Active, AgreementStep::Withdraw) => Err(Message::new("refusal-agreement-binding")),
            (Draft | Proposed, AgreementStep::End) => Err(Message::new("refusal-agreement-not-binding")),
            (Proposed | Signed | Active, AgreementStep::Propose) | (Signed | Active, AgreementStep::Sign) => {
                Err(Message::new("refusal-agreement-done"))
            }
            (Ended | Withdrawn, _) => Err(Message::new("refusal-agreement-closed")),
        }
    }

    /// The status once both sides have signed.
    pub fn status_when_signed(&self, today: Date) -> AgreementStatus {
        if self.starts_on <= today { AgreementStatus::Active } else { AgreementStatus::Signed }
    }

    /// Is a product of the maker's meant?
    pub fn covers(&self, product: &Product) -> bool {
        product.is_in_any(&self.collections)
    }

    /// Its own terms, as they stand in the ledger once it is signed.
    pub fn in_force(&self) -> InForce {
        InForce {
            agreement_id: self.id,
            maker_id: self.maker_id,
            buyer_id: self.buyer_id,
            collections: self.collections.clone(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            terms: self.agreed.clone(),
        }
    }

    /// What counts for orders under it.
    pub fn conditions(&self) -> Conditions {
        Conditions::new(vec![self.in_force()])
    }

    /// What it takes up, or would take up, of what the maker can promise.
    pub fn claim(&self) -> Claim {
        Claim {
            maker: self.maker_id,
            collections: self.collections.to_vec(),
            countries: self.territory.to_vec(),
            channel: self.channel,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
        }
    }
}

impl Between for Agreement {
    type Id = AgreementId;

    fn find(conn: &mut DbConnection, id: AgreementId) -> Result<Self> {
        super::store::agreement(conn, id)
    }

    fn maker(&self) -> OrganisationId {
        self.maker_id
    }

    fn buyer(&self) -> OrganisationId {
        self.buyer_id
    }

    /// A draft is its author's working copy; what was proposed is for both sides, and for the programme to read.
    fn is_readable_by(&self, member: &Member) -> bool {
        let party = self.side_of(member.organisation).is_some();
        member.organisation == self.created_by
            || (self.proposed_at.is_some() && (party || member.is_officer()))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    const MAKER: OrganisationId = OrganisationId(1);
    const BUYER: OrganisationId = OrganisationId(2);

    pub fn day(month: u32) -> Date {
        Date::from_ymd_opt(2026, month, 1).unwrap()
    }

    /// From March to September 2026, drafted by the maker.
    pub fn agreement(status: AgreementStatus) -> Agreement {
        Agreement {
            id: AgreementId(7),
            maker_id: MAKER,
            buyer_id: BUYER,
            quote_id: Some(QuoteId(3)),
            title: "Tableware for France".into(),
            territory: vec!["FR".to_owned(), "BE".to_owned()].into(),
            channel: Channel::Shops,
            exclusive: true,
            collections: vec![CollectionId(4)].into(),
            starts_on: day(3),
            ends_on: day(9),
            terms: "Eight weeks after the deposit.".into(),
            terms_language: Language::En,
            terms_hash: None,
            status,
            proposed_by: None,
            proposed_at: None,
            signed_at: None,
            ended_at: None,
            ended_note: None,
            created_by: MAKER,
            created_at: Time::from_micros(0),
            updated_at: Time::from_micros(0),
            version: 1,
            agreed: Json::default(),
        }
    }

    /// Every status × step × side × within or after the period.
    #[test]
    fn a_step_is_open_exactly_where_the_rules_say() {
        use AgreementStatus::*;
        use AgreementStep::*;
        for status in [Draft, Proposed, Signed, Active, Ended, Withdrawn] {
            for step in AgreementStep::ALL {
                for side in [Side::Maker, Side::Buyer] {
                    for today in [day(4), day(10)] {
                        let in_time = today == day(4);
                        let may = match (status, step) {
                            (Draft, Edit | Withdraw) => side == Side::Maker,
                            (Draft, Propose) => side == Side::Maker && in_time,
                            (Proposed, Sign) => in_time,
                            (Proposed, Withdraw) | (Signed | Active, End) => true,
                            _ => false,
                        };
                        let checked = agreement(status).check(step, side, today);
                        assert_eq!(checked.is_ok(), may, "{status:?} {step:?} {side:?} {today}");
                    }
                }
            }
        }
    }

    #[test]
    fn it_begins_when_its_period_does() {
        assert_eq!(agreement(AgreementStatus::Proposed).status_when_signed(day(2)), AgreementStatus::Signed);
        assert_eq!(agreement(AgreementStatus::Proposed).status_when_signed(day(3)), AgreementStatus::Active);
    }
}
