//! What waits to be told, noted in the write of the fact that causes it.

use std::collections::{BTreeMap, BTreeSet};

use super::searches::SavedSearch;
use super::tiding::About;
use super::{Rhythm, store};
use crate::accounts;
use crate::catalogue;
use crate::db::Write;
use crate::error::{Result, if_found};
use crate::ids::{OrganisationId, PersonId, ProductId, SavedSearchId};
use crate::matching::{self, Changes, SourcingRequest};
use crate::settings::Settings;

/// The saved searches that each product answers.
pub type Found = BTreeMap<ProductId, BTreeSet<SavedSearchId>>;

/// What a look for matches found, for everybody whom it concerns. The buyer has a letter at once when the first answers
/// are found; what is found later waits for the next one.
pub fn note_matches(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    changes: &Changes,
) -> Result<()> {
    if changes.new.is_empty() {
        return Ok(());
    }
    for maker in changes.new.keys() {
        for person in readers_of(tx, *maker)? {
            store::insert(tx, person, *maker, About::Wanted(request.id), None)?;
        }
    }
    if changes.first && is_first_look(tx, request)? {
        return matching::letters::first_answers(tx, settings, request, changes);
    }
    for person in readers_of(tx, request.buyer_id)? {
        for product in changes.new.values().flatten() {
            store::insert(tx, person, request.buyer_id, About::Answer(request.id, *product), None)?;
        }
    }
    Ok(())
}

/// Everything that matched may be withdrawn and other things found "first" again: the letter about the first comes once.
fn is_first_look(tx: &mut Write<'_>, request: &SourcingRequest) -> Result<bool> {
    let mut first = false;
    let now = tx.now();
    for person in accounts::members_of(tx, request.buyer_id)? {
        first |= store::insert(tx, person.id, request.buyer_id, About::Wanted(request.id), Some(now))?;
    }
    Ok(first)
}

/// Those of an organisation who want to hear of anything.
fn readers_of(tx: &mut Write<'_>, organisation: OrganisationId) -> Result<Vec<PersonId>> {
    let people: Vec<PersonId> =
        accounts::members_of(tx, organisation)?.into_iter().map(|person| person.id).collect();
    let known = store::readers(tx, &people)?;
    let hears = |person: &PersonId| known.get(person).is_none_or(|reader| reader.rhythm != Rhythm::Never);
    Ok(people.into_iter().filter(hears).collect())
}

/// What products answer saved searches. Only what was published after a search was saved is news: what was there before,
/// whoever saved it has seen.
pub fn note_found(tx: &mut Write<'_>, found: &Found) -> Result<()> {
    for (product, searches) in found {
        let answered: Vec<SavedSearchId> = searches.iter().copied().collect();
        store::keep_only(tx, *product, &answered)?;
        let Some(published) = if_found(catalogue::product(tx, *product))?.and_then(|one| one.published_at)
        else {
            continue;
        };
        for id in answered {
            // It may have been deleted since it was held against the product.
            match if_found(store::search(tx, id))? {
                Some(search) if published >= search.created_at => note_one(tx, &search, *product)?,
                _ => {}
            }
        }
    }
    Ok(())
}

fn note_one(tx: &mut Write<'_>, search: &SavedSearch, product: ProductId) -> Result<()> {
    let Some(member) = if_found(accounts::member_of(tx, search.person_id))? else { return Ok(()) };
    let about = About::Found(search.id, product);
    store::insert(tx, search.person_id, member.organisation, about, None).map(drop)
}
