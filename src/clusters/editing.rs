//! Writing about clusters and makers: officers create and edit clusters, agents present their own, makers themselves.

use super::cluster::{ClusterForm, PresentationForm};
use super::profile::ProfileForm;
use super::{Cluster, MakerProfile, store};
use crate::accounts::{self, Kind, Member, NewOrganisation, slug_for};
use crate::db::Write;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, Slug};
use crate::input::Raw;
use crate::locale::{Language, Wording};

/// An officer brings a cluster into the house.
pub fn create_cluster(tx: &mut Write<'_>, officer: &Member, form: &ClusterForm) -> Result<Cluster> {
    officer.confirm(tx)?;
    let new = form.check()?;
    let organisation = match leader(tx, &form.organisation)? {
        Some(organisation) => organisation,
        None => accounts::enrol(tx, officer.actor(), &organisation_of(&new.name, &new.country))?,
    };
    let slug = store::free_slug(tx, &slug_for(slug_words(&new.name)))?;
    let id = store::insert_cluster(tx, organisation, &slug, &new)?;
    tx.record(officer.actor(), Event::ClusterChanged { cluster: id });
    store::cluster(tx, id)
}

pub fn edit_cluster(tx: &mut Write<'_>, officer: &Member, slug: &str, form: &ClusterForm) -> Result<Cluster> {
    officer.confirm(tx)?;
    let (new, version) = form.check_edit()?;
    let before = store::cluster_by_slug(tx, slug)?;
    let current = accounts::organisation(tx, before.organisation_id)?;
    let unchanged = form.organisation.trimmed() == current.slug;
    let organisation = match unchanged {
        true => None,
        false => leader(tx, &form.organisation)?,
    };
    store::update_cluster(tx, before.id, organisation.unwrap_or(before.organisation_id), &new, version)?;
    tx.record(officer.actor(), Event::ClusterChanged { cluster: before.id });
    store::cluster(tx, before.id)
}

/// An agent changes how the own cluster presents itself.
pub fn present_cluster(
    tx: &mut Write<'_>,
    agent: &Member,
    slug: &str,
    form: &PresentationForm,
) -> Result<Cluster> {
    agent.confirm(tx)?;
    let presentation = form.check()?;
    let before = store::cluster_by_slug(tx, slug)?;
    if before.organisation_id != agent.organisation {
        return Err(Error::forbidden("refusal-not-your-cluster"));
    }
    store::update_presentation(tx, before.id, &presentation)?;
    tx.record(agent.actor(), Event::ClusterChanged { cluster: before.id });
    store::cluster(tx, before.id)
}

/// A maker writes its own profile; the first time makes it.
pub fn save_profile(tx: &mut Write<'_>, maker: &Member, form: &ProfileForm) -> Result<MakerProfile> {
    maker.confirm(tx)?;
    let new = form.check(tx.today())?;
    match (store::profile(tx, maker.organisation)?, new.version) {
        (None, None) => store::insert_profile(tx, maker.organisation, &new)?,
        (Some(_), Some(version)) => store::update_profile(tx, maker.organisation, &new, version)?,
        // A first save where a profile is already there, or a version of nothing: somebody else was faster.
        _ => return Err(Error::Conflict),
    }
    tx.record(maker.actor(), Event::MakerProfileChanged { maker: maker.organisation });
    store::profile(tx, maker.organisation)?.ok_or(Error::NotFound)
}

/// The approved organisation that an officer names to lead a cluster, if any was named.
fn leader(tx: &mut Write<'_>, raw: &Raw) -> Result<Option<OrganisationId>> {
    if raw.is_blank() {
        return Ok(None);
    }
    let unknown = || Error::invalid("organisation", "problem-cluster-organisation");
    let slug = Slug::try_from(raw.trimmed().to_owned()).map_err(|_| unknown())?;
    let found = accounts::organisation_by_slug(tx, &slug).map_err(|error| match error {
        Error::NotFound => unknown(),
        other => other,
    })?;
    if found.kind != Kind::Cluster || !found.is_approved() {
        return Err(unknown());
    }
    if store::cluster_of_organisation(tx, found.id)?.is_some() {
        return Err(Error::invalid("organisation", "problem-cluster-organisation-taken"));
    }
    Ok(Some(found.id))
}

/// The organisation that leads a cluster and carries its name.
pub(super) fn organisation_of(name: &Wording, country: &str) -> NewOrganisation {
    NewOrganisation {
        kind: Kind::Cluster,
        name: name.best(Language::En).to_owned(),
        name_ar: name.get(Language::Ar).map(str::to_owned),
        country: country.to_owned(),
        website: None,
    }
}

/// Addresses are in Latin letters, so a Latin name comes first.
fn slug_words(name: &Wording) -> &str {
    name.best(Language::En)
}
