//! For whom a request is: for all makers, for those whom its buyer invites, or for the workshops and agents of one cluster.
//! Whoever it is not for does not know of it, and is not matched with it.

use std::collections::BTreeSet;

use super::drafting::RequestForm;
use super::request::{SourcingRequest, reads_open_requests};
use super::store;
use crate::accounts::{self, Kind, Member};
use crate::clusters;
use crate::db::DbConnection;
use crate::error::{Message, Result, if_found};
use crate::ids::{ClusterId, OrganisationId, RequestId};
use crate::input::Fields;

/// Whoever invites more had better open it to all.
const MOST_INVITED: usize = 50;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    #[default]
    Open,
    Invited,
    Cluster,
}

crate::text_enum!(Visibility { Open => "open", Invited => "invited", Cluster => "cluster" });

/// As a buyer writes it down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audience {
    pub visibility: Visibility,
    pub cluster: Option<ClusterId>,
    pub invited: Vec<OrganisationId>,
}

impl Audience {
    pub(super) fn check(conn: &mut DbConnection, form: &RequestForm) -> Result<Self> {
        let mut fields = Fields::new();
        let visibility = match form.visibility.is_blank() {
            true => Visibility::default(),
            false => fields.choice("visibility", &form.visibility),
        };
        let audience = Self { visibility, ..Self::default() };
        let audience = match visibility {
            Visibility::Open => audience,
            Visibility::Cluster => Self { cluster: named_cluster(conn, &mut fields, form)?, ..audience },
            Visibility::Invited => Self { invited: named_makers(conn, &mut fields, form)?, ..audience },
        };
        fields.done(audience)
    }

    pub(super) fn of(conn: &mut DbConnection, request: &SourcingRequest) -> Result<Self> {
        Ok(Self {
            visibility: request.visibility,
            cluster: request.cluster_id,
            invited: store::invited(conn, request.id)?,
        })
    }
}

fn named_cluster(
    conn: &mut DbConnection,
    fields: &mut Fields,
    form: &RequestForm,
) -> Result<Option<ClusterId>> {
    if form.cluster.is_blank() {
        fields.problem("cluster", "problem-missing");
        return Ok(None);
    }
    let found = if_found(clusters::cluster_by_slug(conn, form.cluster.trimmed()))?;
    if found.is_none() {
        fields.problem("cluster", "problem-request-cluster");
    }
    Ok(found.map(|cluster| cluster.id))
}

fn named_makers(
    conn: &mut DbConnection,
    fields: &mut Fields,
    form: &RequestForm,
) -> Result<Vec<OrganisationId>> {
    let names: Vec<&str> = form.invited.words().collect();
    if names.is_empty() {
        fields.problem("invited", "problem-missing");
    }
    if names.len() > MOST_INVITED {
        fields.problem("invited", Message::new("problem-too-many").with("most", MOST_INVITED));
        return Ok(Vec::new());
    }
    let mut makers = Vec::new();
    for name in names {
        let found = if_found(accounts::organisation_named(conn, name))?;
        match found.filter(|maker| maker.kind == Kind::Maker && maker.is_approved()) {
            Some(maker) if makers.contains(&maker.id) => {}
            Some(maker) => makers.push(maker.id),
            None => {
                let shown: String = name.chars().take(40).collect();
                fields.problem("invited", Message::new("problem-request-invited").with("name", shown));
                break;
            }
        }
    }
    Ok(makers)
}

/// May this maker answer it?
pub fn admits(conn: &mut DbConnection, request: &SourcingRequest, maker: OrganisationId) -> Result<bool> {
    Ok(makers(conn, request)?.is_none_or(|makers| makers.contains(&maker)))
}

/// The makers who may answer; None where all may.
pub(super) fn makers(
    conn: &mut DbConnection,
    request: &SourcingRequest,
) -> Result<Option<BTreeSet<OrganisationId>>> {
    Ok(match (request.visibility, request.cluster_id) {
        (Visibility::Open, _) => None,
        (Visibility::Invited, _) => Some(store::invited(conn, request.id)?.into_iter().collect()),
        (Visibility::Cluster, Some(cluster)) => {
            Some(clusters::confirmed_makers(conn, cluster)?.into_iter().map(|maker| maker.id).collect())
        }
        (Visibility::Cluster, None) => Some(BTreeSet::new()),
    })
}

/// May this member read it in full while it is open?
pub(super) fn is_for(conn: &mut DbConnection, request: &SourcingRequest, member: &Member) -> Result<bool> {
    if !reads_open_requests(member) || member.is_officer() {
        return Ok(member.is_officer());
    }
    if member.kind == Kind::Cluster {
        let own = clusters::cluster_of_organisation(conn, member.organisation)?.map(|cluster| cluster.id);
        return Ok(match request.visibility {
            Visibility::Open => true,
            Visibility::Invited => false,
            Visibility::Cluster => own.is_some() && own == request.cluster_id,
        });
    }
    admits(conn, request, member.organisation)
}

/// Which of the open requests that are not for all somebody may know of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Known {
    All,
    /// Beside those that are for all.
    These(Vec<RequestId>),
}

impl Known {
    pub(super) fn to(conn: &mut DbConnection, member: Option<&Member>) -> Result<Self> {
        let Some(member) = member.filter(|member| reads_open_requests(member)) else {
            return Ok(Self::These(Vec::new()));
        };
        if member.is_officer() {
            return Ok(Self::All);
        }
        let clusters: Vec<ClusterId> = match member.kind {
            Kind::Cluster => clusters::cluster_of_organisation(conn, member.organisation)?
                .into_iter()
                .map(|cluster| cluster.id)
                .collect(),
            _ => clusters::clusters_of_maker(conn, member.organisation)?
                .into_iter()
                .map(|cluster| cluster.id)
                .collect(),
        };
        let mut requests = store::open_to_clusters(conn, &clusters)?;
        if member.kind == Kind::Maker {
            requests.extend(store::open_by_invitation(conn, member.organisation)?);
        }
        Ok(Self::These(requests))
    }
}
