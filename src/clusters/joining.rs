//! Belonging to a cluster: a maker asks, the cluster decides, either side may end it. Every step is recorded, and the
//! other side gets a letter.

use super::membership::{DecisionForm, JoinForm, Membership, MembershipStanding};
use super::store::{self, MembershipRow};
use super::{Cluster, letters};
use crate::accounts::{self, Member};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::Slug;
use crate::settings::Settings;
use crate::web::Listing;

/// A maker asks to belong to a cluster.
pub fn ask_to_join(
    tx: &mut Write<'_>,
    settings: &Settings,
    maker: &Member,
    form: &JoinForm,
) -> Result<Membership> {
    maker.confirm(tx)?;
    let cluster = named(tx, form)?;
    let before = store::membership(tx, cluster.id, maker.organisation)?;
    match &before {
        None => store::insert_request(tx, cluster.id, maker.organisation)?,
        Some(earlier) => {
            earlier.may_ask_again(tx.now())?;
            store::request_again(tx, earlier.id)?;
        }
    }
    tx.record(maker.actor(), Event::MembershipRequested { cluster: cluster.id, maker: maker.organisation });
    let membership = store::membership(tx, cluster.id, maker.organisation)?
        .ok_or_else(|| Error::broken("no membership"))?;
    let organisation = accounts::organisation(tx, maker.organisation)?;
    letters::asked(tx, settings, &cluster, &organisation, &membership)?;
    Ok(membership)
}

/// The cluster's agent, or an officer in the agent's place, confirms, refuses or ends.
pub fn decide_membership(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: i64,
    form: &DecisionForm,
) -> Result<Membership> {
    by.confirm(tx)?;
    let (decision, note) = form.check()?;
    let before = store::membership_by_id(tx, id)?;
    let cluster = store::cluster(tx, before.cluster_id)?;
    must_lead(by, &cluster)?;
    let standing = before.after(decision)?;
    store::set_standing(tx, id, standing, by.person)?;
    tx.record(by.actor(), Event::MembershipDecided { cluster: cluster.id, maker: before.maker_id });
    let maker = accounts::organisation(tx, before.maker_id)?;
    letters::decided(tx, settings, &cluster, &maker, id, decision, note.as_deref())?;
    store::membership_by_id(tx, id)
}

/// The maker takes a request back, or leaves.
pub fn leave_cluster(tx: &mut Write<'_>, settings: &Settings, maker: &Member, id: i64) -> Result<Membership> {
    maker.confirm(tx)?;
    let before = store::membership_by_id(tx, id)?;
    if before.maker_id != maker.organisation {
        return Err(Error::NotFound);
    }
    before.may_leave()?;
    store::set_standing(tx, id, MembershipStanding::Left, maker.person)?;
    tx.record(
        maker.actor(),
        Event::MembershipDecided { cluster: before.cluster_id, maker: maker.organisation },
    );
    let cluster = store::cluster(tx, before.cluster_id)?;
    let organisation = accounts::organisation(tx, maker.organisation)?;
    letters::left(tx, settings, &cluster, &organisation, id)?;
    store::membership_by_id(tx, id)
}

/// Who asks to join is between the maker and the cluster: nobody else knows that the request exists.
pub(super) fn must_lead(by: &Member, cluster: &Cluster) -> Result<()> {
    if leads(by, cluster) { Ok(()) } else { Err(Error::NotFound) }
}

pub(super) fn leads(by: &Member, cluster: &Cluster) -> bool {
    by.is_officer() || by.organisation == cluster.organisation_id
}

/// The memberships that an agent or an officer looks at: an agent's are those of the own cluster, whatever is asked.
pub(super) fn memberships_for(
    conn: &mut DbConnection,
    member: &Member,
    (standing, cluster): &(Option<MembershipStanding>, Option<String>),
    listing: Listing,
) -> Result<Vec<MembershipRow>> {
    let cluster = match cluster {
        Some(slug) => Some(store::cluster_by_slug(conn, slug)?),
        None if member.is_officer() => None,
        // An agent whose organisation leads no cluster yet has an empty list.
        None => match store::cluster_of_organisation(conn, member.organisation)? {
            Some(own) => Some(own),
            None => return Ok(Vec::new()),
        },
    };
    if let Some(cluster) = &cluster {
        must_lead(member, cluster)?;
    }
    store::memberships_listed(conn, cluster.map(|cluster| cluster.id), *standing, listing)
}

fn named(tx: &mut Write<'_>, form: &JoinForm) -> Result<Cluster> {
    if form.cluster.is_blank() {
        return Err(Error::invalid("cluster", "problem-missing"));
    }
    let unknown = || Error::invalid("cluster", "problem-cluster-unknown");
    let slug = Slug::try_from(form.cluster.trimmed().to_owned()).map_err(|_| unknown())?;
    store::cluster_by_slug(tx, &slug).map_err(|error| match error {
        Error::NotFound => unknown(),
        other => other,
    })
}
