//! A maker as others see it: the organisation, what it tells about itself, and the clusters that confirm it.

use super::joining::leads;
use super::{Cluster, MakerFilter, MakerProfile, store};
use crate::accounts::{self, Kind, Member, Organisation};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::locale::Language;
use crate::web::Listing;

#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    pub organisation: Organisation,
    /// None until the maker has written one.
    pub profile: Option<MakerProfile>,
    pub clusters: Vec<Cluster>,
}

impl Workshop {
    pub fn name(&self, language: Language) -> &str {
        self.organisation.name_in(language)
    }

    /// The town, or nothing as long as none was told.
    pub fn place(&self, language: Language) -> &str {
        self.profile.as_ref().map_or("", |profile| profile.place.best(language))
    }

    pub fn crafts(&self) -> &[String] {
        self.profile.as_ref().map_or(&[], |profile| &profile.crafts)
    }
}

/// A maker by its slug, if the viewer may know of it: approved makers are public; one that waits is seen by itself, by
/// officers, and by the agents of the clusters that it asked.
pub fn workshop(conn: &mut DbConnection, slug: &str, viewer: Option<&Member>) -> Result<Workshop> {
    let organisation = accounts::organisation_by_slug(conn, slug)?;
    if organisation.kind != Kind::Maker || !may_see(conn, &organisation, viewer)? {
        return Err(Error::NotFound);
    }
    let profile = store::profile(conn, organisation.id)?;
    let clusters = store::clusters_of_maker(conn, organisation.id)?;
    Ok(Workshop { organisation, profile, clusters })
}

fn may_see(conn: &mut DbConnection, maker: &Organisation, viewer: Option<&Member>) -> Result<bool> {
    if maker.is_approved() {
        return Ok(true);
    }
    let Some(viewer) = viewer else { return Ok(false) };
    if viewer.organisation == maker.id || viewer.is_officer() {
        return Ok(true);
    }
    let asked = store::memberships_of_maker(conn, maker.id)?;
    Ok(viewer.is_approved(Kind::Cluster) && asked.iter().any(|(_, cluster)| leads(viewer, cluster)))
}

/// One page of approved makers; one row more than the page if there is a next one.
pub fn workshops_listed(
    conn: &mut DbConnection,
    filter: &MakerFilter,
    listing: Listing,
) -> Result<Vec<Workshop>> {
    let rows = store::makers_listed(conn, filter, listing)?;
    let ids: Vec<_> = rows.iter().map(|(organisation, _)| organisation.id).collect();
    let belonging = store::clusters_of_makers(conn, &ids)?;
    let workshop = |(organisation, profile): (Organisation, Option<MakerProfile>)| {
        let of_this = belonging.iter().filter(|(maker, _)| *maker == organisation.id);
        Workshop { clusters: of_this.map(|(_, cluster)| cluster.clone()).collect(), organisation, profile }
    };
    Ok(rows.into_iter().map(workshop).collect())
}
