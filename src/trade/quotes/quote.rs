//! A quote is a thread between one buyer and one maker; its versions never change.

use diesel::prelude::*;

use crate::accounts::Member;
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::db::schema::{quote_allocations, quote_lines, quote_versions, quotes};
use crate::error::{Message, Result};
use crate::ids::{
    OrganisationId, PersonId, ProductId, QuoteId, QuoteVersionId, RequestId, ShareId, SplitId, VariantId,
};
use crate::incoterm::Incoterm;
use crate::money::{Currency, Money};
use crate::trade::{Between, Side};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuoteStatus {
    #[default]
    Open,
    Accepted,
    Declined,
    Withdrawn,
    /// The buyer has come to terms with somebody else about the request that it answers.
    NotChosen,
}

crate::text_enum!(QuoteStatus {
    Open => "open",
    Accepted => "accepted",
    Declined => "declined",
    Withdrawn => "withdrawn",
    NotChosen => "not-chosen",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = quotes)]
pub struct Quote {
    pub id: QuoteId,
    pub request_id: Option<RequestId>,
    pub buyer_id: OrganisationId,
    pub maker_id: OrganisationId,
    pub status: QuoteStatus,
    pub latest_number: i64,
    pub accepted_number: Option<i64>,
    pub closed_note: Option<String>,
    pub created_at: Time,
    pub updated_at: Time,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = quote_versions)]
pub struct QuoteVersion {
    pub id: QuoteVersionId,
    pub quote_id: QuoteId,
    pub number: i64,
    pub offered_by: OrganisationId,
    pub person_id: PersonId,
    pub currency: Currency,
    pub incoterm: Incoterm,
    pub named_place: String,
    pub lead_time_days: i64,
    /// The last day on which it can be accepted.
    pub valid_until: Date,
    pub note: Option<String>,
    pub total_minor: i64,
    pub created_at: Time,
    /// What a whole cluster offers: the split that it answers with, and the exporter of record.
    pub split_id: Option<SplitId>,
    pub exporter_id: Option<OrganisationId>,
}

impl QuoteVersion {
    pub fn total(&self) -> Money {
        Money::new(self.total_minor, self.currency)
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = quote_lines)]
pub struct QuoteLine {
    pub id: i64,
    pub quote_version_id: QuoteVersionId,
    pub product_id: ProductId,
    pub title: String,
    pub quantity: i64,
    pub unit_price_minor: i64,
    pub variant_id: Option<VariantId>,
}

/// Which workshop makes how much of a cluster's offer, and at which price of its own.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = quote_allocations)]
pub struct Allocation {
    pub id: i64,
    pub quote_version_id: QuoteVersionId,
    pub share_id: ShareId,
    pub maker_id: OrganisationId,
    pub product_id: ProductId,
    pub quantity: i64,
    pub unit_price_minor: i64,
    pub currency: Currency,
}

impl QuoteLine {
    pub fn unit_price(&self, currency: Currency) -> Money {
        Money::new(self.unit_price_minor, currency)
    }
}

impl QuoteVersion {
    /// An expired version binds nobody any more; a new one revives the talk.
    pub fn is_expired(&self, today: Date) -> bool {
        self.valid_until < today
    }
}

/// What can be done with a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteStep {
    Counter,
    Accept,
    Decline,
    Withdraw,
}

impl QuoteStep {
    #[cfg(test)]
    const ALL: [Self; 4] = [Self::Counter, Self::Accept, Self::Decline, Self::Withdraw];

    /// The status that the step leads to.
    pub fn leads_to(self) -> QuoteStatus {
        match self {
            Self::Counter => QuoteStatus::Open,
            Self::Accept => QuoteStatus::Accepted,
            Self::Decline => QuoteStatus::Declined,
            Self::Withdraw => QuoteStatus::Withdrawn,
        }
    }
}

impl Quote {
    /// May this side take this step, having seen the versions up to `seen`?
    pub fn check(
        &self,
        step: QuoteStep,
        side: Side,
        seen: i64,
        latest: &QuoteVersion,
        today: Date,
    ) -> Result<(), Message> {
        match self.status {
            QuoteStatus::Open => {}
            QuoteStatus::Accepted => {
                let message =
                    Message::new("refusal-quote-accepted").with("day", self.updated_at.date().to_string());
                return Err(message.with("number", self.accepted_number.unwrap_or(self.latest_number)));
            }
            QuoteStatus::NotChosen => return Err(Message::new("refusal-quote-not-chosen")),
            QuoteStatus::Declined | QuoteStatus::Withdrawn => {
                return Err(Message::new("refusal-quote-closed"));
            }
        }
        if seen != self.latest_number {
            return Err(Message::new("refusal-quote-newer").with("number", self.latest_number));
        }
        let own = latest.offered_by == self.organisation(side);
        match (step, side) {
            // The workshops have confirmed these shares and no others; the agent offers what they confirm anew.
            (QuoteStep::Counter, _) if latest.split_id.is_some() => {
                Err(Message::new("refusal-quote-of-split"))
            }
            (QuoteStep::Accept, _) if own => Err(Message::new("refusal-quote-own-offer")),
            (QuoteStep::Accept, _) if latest.is_expired(today) => {
                Err(Message::new("refusal-quote-expired").with("until", latest.valid_until.to_string()))
            }
            (QuoteStep::Decline, Side::Maker) => Err(Message::new("refusal-quote-buyer-declines")),
            (QuoteStep::Withdraw, Side::Buyer) => Err(Message::new("refusal-quote-maker-withdraws")),
            _ => Ok(()),
        }
    }
}

impl Between for Quote {
    type Id = QuoteId;

    fn find(conn: &mut DbConnection, id: QuoteId) -> Result<Self> {
        super::store::quote(conn, id)
    }

    fn maker(&self) -> OrganisationId {
        self.maker_id
    }

    fn buyer(&self) -> OrganisationId {
        self.buyer_id
    }

    /// Only the two sides: what is still being negotiated is nobody else's business, not even the programme's.
    fn is_readable_by(&self, member: &Member) -> bool {
        self.side_of(member.organisation).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAKER: OrganisationId = OrganisationId(1);
    const BUYER: OrganisationId = OrganisationId(2);

    fn quote(status: QuoteStatus) -> Quote {
        Quote {
            id: QuoteId(1),
            request_id: None,
            buyer_id: BUYER,
            maker_id: MAKER,
            status,
            latest_number: 2,
            accepted_number: None,
            closed_note: None,
            created_at: Time::from_micros(0),
            updated_at: Time::from_micros(0),
            version: 2,
        }
    }

    fn day(day: u32) -> Date {
        Date::from_ymd_opt(2026, 5, day).unwrap()
    }

    fn latest(offered_by: OrganisationId) -> QuoteVersion {
        QuoteVersion {
            id: QuoteVersionId(1),
            quote_id: QuoteId(1),
            number: 2,
            offered_by,
            person_id: PersonId(1),
            currency: Currency::EUR,
            incoterm: Incoterm::Exw,
            named_place: "Nabeul".into(),
            lead_time_days: 30,
            valid_until: day(10),
            note: None,
            total_minor: 100,
            created_at: Time::from_micros(0),
            split_id: None,
            exporter_id: None,
        }
    }

    /// Every status × step × side × author of the latest version × fresh or expired × seen or not.
    #[test]
    fn a_step_is_open_exactly_where_the_rules_say() {
        use QuoteStatus::*;
        for status in [Open, Accepted, Declined, Withdrawn, NotChosen] {
            for step in QuoteStep::ALL {
                for side in [Side::Maker, Side::Buyer] {
                    for author in [Side::Maker, Side::Buyer] {
                        for today in [day(10), day(11)] {
                            for seen in [1, 2, 3] {
                                let quote = quote(status);
                                let latest = latest(quote.organisation(author));
                                let may = status == Open
                                    && seen == 2
                                    && match step {
                                        QuoteStep::Counter => true,
                                        QuoteStep::Accept => author != side && today == day(10),
                                        QuoteStep::Decline => side == Side::Buyer,
                                        QuoteStep::Withdraw => side == Side::Maker,
                                    };
                                assert_eq!(
                                    quote.check(step, side, seen, &latest, today).is_ok(),
                                    may,
                                    "{status:?} {step:?} {side:?} {author:?} {today} {seen}"
                                );
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_reason_is_named() {
        let key = |step, side, author, today| {
            quote(QuoteStatus::Open).check(step, side, 2, &latest(author), today).unwrap_err().key
        };
        assert_eq!(key(QuoteStep::Accept, Side::Buyer, BUYER, day(1)), "refusal-quote-own-offer");
        assert_eq!(key(QuoteStep::Accept, Side::Buyer, MAKER, day(11)), "refusal-quote-expired");
        assert_eq!(key(QuoteStep::Withdraw, Side::Buyer, MAKER, day(1)), "refusal-quote-maker-withdraws");
    }
}
