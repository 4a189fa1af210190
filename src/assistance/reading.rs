//! Who may read what of consents and digests, and the choice of the maker for whom a session works.

use actix_web::HttpRequest;

use super::Digest;
use super::views::{self, Given, Told};
use crate::accounts::{self, Consent, Member};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{ConsentId, DigestId, OrganisationId};
use crate::web::{House, Listed};

/// For its two sides, and for officers.
pub(super) fn readable_consent(conn: &mut DbConnection, by: &Member, id: ConsentId) -> Result<Consent> {
    let consent = accounts::consent(conn, id)?;
    let is_side = [consent.maker_id, consent.helper_id].contains(&by.organisation);
    if is_side || by.is_officer() { Ok(consent) } else { Err(Error::NotFound) }
}

/// For the maker, for those who acted, and for officers.
pub(super) fn readable_digest(conn: &mut DbConnection, by: &Member, id: DigestId) -> Result<Told> {
    let told = views::told(conn, id)?;
    let acted = told.helpers().iter().any(|helper| helper.id == by.organisation);
    match acted || told.maker.id == by.organisation || by.is_officer() {
        true => Ok(told),
        false => Err(Error::NotFound),
    }
}

/// A page of digests with what was told in them.
pub(super) fn told_all(conn: &mut DbConnection, listed: Listed<Digest>) -> Result<Listed<Told>> {
    let items: Result<Vec<Told>> =
        listed.items.into_iter().map(|digest| views::told_of(conn, digest)).collect();
    Ok(Listed { items: items?, next: listed.next })
}

/// What an agent's organisation has handed in on paper, the latest first.
pub(super) fn papers_of(conn: &mut DbConnection, agent: &Member, today: Date) -> Result<Vec<Given>> {
    let mut all = accounts::consents_of_helper(conn, agent.organisation)?;
    all.retain(|consent| consent.file_id.is_some());
    views::all_given(conn, all, today)
}

/// The session works for a maker from now on. Says on which page the agent begins.
pub(super) async fn begin(
    request: &HttpRequest,
    house: &House,
    agent: &Member,
    maker: OrganisationId,
) -> Result<&'static str> {
    let secret = secret(request, house)?;
    let agent = agent.clone();
    house
        .db
        .write(move |tx| {
            let today = tx.today();
            let makers = views::assisted(tx, &agent, today)?;
            let chosen = makers.into_iter().find(|assisted| assisted.maker.id == maker);
            let chosen = chosen.ok_or(Error::NotFound)?;
            if chosen.stopped {
                return Err(Error::forbidden("refusal-assistance-stopped"));
            }
            accounts::work_for(tx, &agent, &secret, Some(maker))?;
            Ok(views::first_page(&chosen.acts))
        })
        .await
}

pub(super) async fn stop(request: &HttpRequest, house: &House, member: &Member) -> Result<()> {
    let (secret, member) = (secret(request, house)?, member.clone());
    house.db.write(move |tx| accounts::work_for(tx, &member, &secret, None)).await
}

fn secret(request: &HttpRequest, house: &House) -> Result<String> {
    accounts::secret_of(request, house.settings.is_secure()).ok_or(Error::SignInNeeded)
}
