//! What was promised to one buyer is not sold to another: the ledger of exclusivity, asked before anything binds.

use schemars::JsonSchema;
use serde::Serialize;

use super::Side;
use super::agreements::{self, Agreement};
use crate::catalogue::Product;
use crate::clock::Date;
use crate::commitments::{self, Channel, Claim, Grant};
use crate::db::DbConnection;
use crate::error::{Error, Message, Result};
use crate::ids::{AgreementId, OrganisationId};

/// A promise to somebody else, as far as a reader may know of it: the maker sees which one it is, others until when.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Obstacle {
    /// Only for the maker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement_id: Option<AgreementId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The last day of the exclusivity.
    pub until: Date,
}

/// Where and when something would be sold.
#[derive(Clone, Debug)]
pub(super) struct Sale<'a> {
    pub maker: OrganisationId,
    pub buyer: OrganisationId,
    pub country: &'a str,
    pub channel: Channel,
    pub from: Date,
    pub until: Date,
}

/// The grants to other buyers that an agreement would break.
pub(super) fn against_agreement(conn: &mut DbConnection, agreement: &Agreement) -> Result<Vec<Grant>> {
    let grants = commitments::grants_in_the_way(conn, &agreement.claim())?;
    Ok(grants.into_iter().filter(|grant| grant.buyer_id != agreement.buyer_id).collect())
}

/// The grants to other buyers that a sale of these products would break.
pub(super) fn against_sale(
    conn: &mut DbConnection,
    sale: &Sale<'_>,
    products: &[&Product],
) -> Result<Vec<Grant>> {
    let claim = Claim {
        maker: sale.maker,
        // One product is asked about at a time below; the claim itself says where and when.
        collections: Vec::new(),
        countries: vec![sale.country.to_owned()],
        channel: sale.channel,
        starts_on: sale.from,
        ends_on: sale.until.max(sale.from),
    };
    let mut grants = commitments::grants_in_the_way(conn, &claim)?;
    grants.retain(|grant| {
        let covers = |product: &&Product| {
            grant.collection_id.is_none() || product.collection_id == grant.collection_id
        };
        grant.buyer_id != sale.buyer && products.iter().any(covers)
    });
    Ok(grants)
}

/// What a side may know of the grants, one line for each agreement behind them, the longest first.
pub(super) fn obstacles(
    conn: &mut DbConnection,
    grants: &[Grant],
    side: Option<Side>,
) -> Result<Vec<Obstacle>> {
    let mut ordered: Vec<&Grant> = grants.iter().collect();
    ordered.sort_by_key(|grant| (std::cmp::Reverse(grant.ends_on), grant.agreement_id));
    if side != Some(Side::Maker) {
        let longest = ordered.first();
        return Ok(longest
            .map(|grant| Obstacle { agreement_id: None, title: None, until: grant.ends_on })
            .into_iter()
            .collect());
    }
    let mut shown: Vec<Obstacle> = Vec::new();
    for grant in ordered {
        if shown.iter().all(|known| known.agreement_id != Some(grant.agreement_id)) {
            let title = agreements::agreement(conn, grant.agreement_id)?.title;
            shown.push(Obstacle {
                agreement_id: Some(grant.agreement_id),
                title: Some(title),
                until: grant.ends_on,
            });
        }
    }
    Ok(shown)
}

/// Refuses if anything stands in the way.
pub(super) fn refuse(conn: &mut DbConnection, grants: &[Grant], side: Side) -> Result<()> {
    let obstacles = obstacles(conn, grants, Some(side))?;
    let Some(first) = obstacles.into_iter().next() else { return Ok(()) };
    Err(Error::Refused(message(first)))
}

fn message(obstacle: Obstacle) -> Message {
    let until = obstacle.until.to_string();
    match (obstacle.agreement_id, obstacle.title) {
        (Some(id), Some(title)) => Message::new("refusal-exclusive-agreement")
            .with("agreement", id.to_string())
            .with("title", title)
            .with("until", until),
        _ => Message::new("refusal-exclusive-until").with("until", until),
    }
}
