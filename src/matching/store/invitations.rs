//! For whom requests are, as rows.

use diesel::prelude::*;

use super::super::audience::Visibility;
use super::super::request::RequestStatus;
use crate::db::schema::{request_invitations, sourcing_requests};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{ClusterId, OrganisationId, RequestId};

pub fn invited(conn: &mut DbConnection, request: RequestId) -> Result<Vec<OrganisationId>> {
    Ok(request_invitations::table
        .filter(request_invitations::request_id.eq(request))
        .order(request_invitations::id)
        .select(request_invitations::maker_id)
        .load(conn)?)
}

/// Invites these makers and nobody else.
pub fn invite(tx: &mut Write<'_>, request: RequestId, makers: &[OrganisationId]) -> Result<()> {
    diesel::delete(request_invitations::table.filter(request_invitations::request_id.eq(request)))
        .execute(&mut **tx)?;
    for maker in makers {
        diesel::insert_into(request_invitations::table)
            .values((request_invitations::request_id.eq(request), request_invitations::maker_id.eq(maker)))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub fn open_by_invitation(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<RequestId>> {
    Ok(request_invitations::table
        .inner_join(sourcing_requests::table)
        .filter(request_invitations::maker_id.eq(maker))
        .filter(sourcing_requests::visibility.eq(Visibility::Invited))
        .filter(sourcing_requests::status.eq(RequestStatus::Open))
        .select(request_invitations::request_id)
        .load(conn)?)
}

pub fn open_to_clusters(conn: &mut DbConnection, clusters: &[ClusterId]) -> Result<Vec<RequestId>> {
    Ok(sourcing_requests::table
        .filter(sourcing_requests::cluster_id.eq_any(clusters))
        .filter(sourcing_requests::visibility.eq(Visibility::Cluster))
        .filter(sourcing_requests::status.eq(RequestStatus::Open))
        .select(sourcing_requests::id)
        .load(conn)?)
}
