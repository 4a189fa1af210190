//! Quotes as both faces show them.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Quote, QuoteLine, QuoteStatus, QuoteVersion};
use super::{lapsing, store};
use crate::accounts::{self, ActedFor, Member};
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, QuoteId, RequestId};
use crate::incoterm::Incoterm;
use crate::input::RawMoney;
use crate::money::Money;
use crate::settings::Settings;
use crate::trade::parties::Partners;
use crate::trade::{LineView, Partner};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuoteSummary {
    pub id: QuoteId,
    pub request_id: Option<RequestId>,
    pub maker: Partner,
    pub buyer: Partner,
    pub status: QuoteStatus,
    /// The number of the newest version: what an answer must name.
    pub latest_number: i64,
    pub accepted_number: Option<i64>,
    /// Whose offer the newest version is.
    pub offered_by: OrganisationId,
    /// Of the newest version.
    pub total: RawMoney,
    pub valid_until: Date,
    /// Still open, but the newest version can no longer be accepted: a new one would revive the talk.
    pub expired: bool,
    /// What the side that ended it had to say.
    pub closed_note: Option<String>,
    pub created_at: Time,
    pub updated_at: Time,
    #[serde(skip)]
    pub amount: Money,
}

impl QuoteSummary {
    pub(in crate::trade) fn new(
        conn: &mut DbConnection,
        partners: &mut Partners,
        quote: Quote,
        latest: &QuoteVersion,
        today: Date,
    ) -> Result<Self> {
        Ok(Self {
            id: quote.id,
            request_id: quote.request_id,
            maker: partners.get(conn, quote.maker_id)?,
            buyer: partners.get(conn, quote.buyer_id)?,
            status: quote.status,
            latest_number: quote.latest_number,
            accepted_number: quote.accepted_number,
            offered_by: latest.offered_by,
            total: latest.total().into(),
            valid_until: latest.valid_until,
            expired: quote.status == QuoteStatus::Open && latest.is_expired(today),
            closed_note: quote.closed_note,
            created_at: quote.created_at,
            updated_at: quote.updated_at,
            amount: latest.total(),
        })
    }

    /// The word of the state, for the pill.
    pub fn state(&self) -> &'static str {
        if self.expired { "expired" } else { self.status.word() }
    }

    /// The other side, for a member of one of them.
    pub fn partner_of(&self, member: &Member) -> &Partner {
        if self.maker.id == member.organisation { &self.buyer } else { &self.maker }
    }
}

/// One version: immutable.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VersionView {
    pub number: i64,
    pub offered_by: OrganisationId,
    /// Who wrote it in that side's name; null if it was one of their own.
    pub acted_for: Option<ActedFor>,
    pub lines: Vec<LineView>,
    pub total: RawMoney,
    pub incoterm: Incoterm,
    pub named_place: String,
    pub lead_time_days: i64,
    pub valid_until: Date,
    pub note: Option<String>,
    /// Of what a cluster offers: the exporter of record.
    pub exporter: Option<Partner>,
    /// Which workshop makes how much of it; empty where the maker offers for itself.
    pub allocations: Vec<AllocationView>,
    pub created_at: Time,
    #[serde(skip)]
    pub amount: Money,
}

/// A workshop's part. What the cluster pays it is not said here.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AllocationView {
    pub maker: Partner,
    pub product_id: ProductId,
    pub title: String,
    pub quantity: i64,
}

impl VersionView {
    fn load(conn: &mut DbConnection, version: QuoteVersion, lines: Vec<QuoteLine>) -> Result<Self> {
        let acted_for = accounts::acted_for(conn, version.person_id, version.offered_by)?;
        let currency = version.currency;
        let mut partners = Partners::default();
        let exporter = version.exporter_id.map(|id| partners.get(conn, id)).transpose()?;
        let mut allocations = Vec::new();
        for own in store::allocations(conn, version.id)? {
            let line = lines.iter().find(|line| line.product_id == own.product_id);
            allocations.push(AllocationView {
                maker: partners.get(conn, own.maker_id)?,
                product_id: own.product_id,
                title: line.map(|line| line.title.clone()).unwrap_or_default(),
                quantity: own.quantity,
            });
        }
        let line = |line: QuoteLine| {
            let price = line.unit_price(currency);
            LineView::new((line.product_id, line.variant_id), line.title, line.quantity, price)
        };
        Ok(Self {
            number: version.number,
            offered_by: version.offered_by,
            acted_for,
            lines: lines.into_iter().map(line).collect(),
            total: version.total().into(),
            amount: version.total(),
            incoterm: version.incoterm,
            named_place: version.named_place,
            lead_time_days: version.lead_time_days,
            valid_until: version.valid_until,
            note: version.note,
            exporter,
            allocations,
            created_at: version.created_at,
        })
    }
}

/// A quote with everything that was ever offered in it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuoteView {
    #[serde(flatten)]
    pub summary: QuoteSummary,
    /// The day on which the capacity that is kept free for it is free again, unless it is ordered before.
    pub reserved_until: Option<Date>,
    /// The first one first.
    pub versions: Vec<VersionView>,
}

impl QuoteView {
    pub(super) fn load(
        conn: &mut DbConnection,
        settings: &Settings,
        id: QuoteId,
        today: Date,
    ) -> Result<Self> {
        let quote = store::quote(conn, id)?;
        let (latest, _) = store::version(conn, id, quote.latest_number)?;
        let summary = QuoteSummary::new(conn, &mut Partners::default(), quote, &latest, today)?;
        let mut versions = Vec::new();
        for (version, lines) in store::versions(conn, id)? {
            versions.push(VersionView::load(conn, version, lines)?);
        }
        Ok(Self { summary, reserved_until: lapsing::lapses_on(conn, settings, id)?, versions })
    }
}
