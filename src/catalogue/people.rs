//! The people of a workshop: who they are, as far as they want it known, and which pieces they made.

mod api;
mod artisan;
mod credit;
mod credits_page;
mod form;
mod portrait;
mod shown;
mod store;
mod views;
mod workshop;

pub use artisan::Artisan;
pub use credit::{Credit, CreditsForm, Did, RawCredit, set_credits};
pub use form::{ArtisanForm, ErasureForm};
pub use shown::{ShownArtisan, ShownCredit, artisans_on_show};
pub use store::{artisans_of_maker, credits_of_products};
pub use views::CreditView;

pub(super) use portrait::audience as audience_of_portrait;

use super::products::{may_prepare, read_version};
use crate::accounts::Member;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::files::{self, StoredFile};
use crate::ids::ArtisanId;
use crate::web::Route;

/// More than any workshop shows by name, and few enough to be read with each of its pages.
const MOST_ARTISANS: usize = 200;

pub fn routes() -> Vec<Route> {
    [workshop::routes(), credits_page::routes(), api::routes()].concat()
}

/// The maker's own; of somebody erased there is nothing left to see or to change.
fn own(conn: &mut DbConnection, by: &Member, id: ArtisanId) -> Result<Artisan> {
    let found = store::artisan(conn, id)?;
    let is_there = found.maker_id == by.organisation && found.erased_at.is_none();
    if is_there { Ok(found) } else { Err(Error::NotFound) }
}

fn changed(tx: &mut Write<'_>, by: &Member) {
    tx.record(by.actor(), Event::ArtisansChanged { maker: by.organisation });
}

pub fn add_artisan(tx: &mut Write<'_>, by: &Member, form: &ArtisanForm) -> Result<Artisan> {
    may_prepare(tx, by)?;
    let today = tx.today();
    let new = form.check(today, None)?;
    let known = artisans_of_maker(tx, by.organisation)?;
    if known.iter().filter(|artisan| artisan.erased_at.is_none()).count() >= MOST_ARTISANS {
        return Err(Error::invalid("name", Message::new("problem-too-many").with("most", MOST_ARTISANS)));
    }
    let id = store::insert(tx, by.organisation, &new)?;
    if new.consents {
        store::note_consent(tx, id, true, &new.consent, by.person)?;
    }
    changed(tx, by);
    store::artisan(tx, id)
}

/// Consent given or taken back is a row of its own, with what it rests on.
pub fn edit_artisan(tx: &mut Write<'_>, by: &Member, id: ArtisanId, form: &ArtisanForm) -> Result<Artisan> {
    may_prepare(tx, by)?;
    let before = own(tx, by, id)?;
    let today = tx.today();
    let new = form.check(today, Some(&before))?;
    if read_version(&form.version)? != before.version {
        return Err(Error::Conflict);
    }
    store::update(tx, &before, &new)?;
    if new.consents != before.consents {
        store::note_consent(tx, id, new.consents, &new.consent, by.person)?;
    }
    changed(tx, by);
    store::artisan(tx, id)
}

/// Puts a portrait in the place of the one before. Says which file nobody needs any more.
fn set_portrait(
    tx: &mut Write<'_>,
    by: &Member,
    id: ArtisanId,
    portrait: Option<&StoredFile>,
) -> Result<Option<String>> {
    may_prepare(tx, by)?;
    let before = own(tx, by, id)?;
    if let Some(file) = portrait {
        files::remember(tx, file)?;
    }
    store::set_portrait(tx, id, portrait.map(|file| file.object_key.as_str()))?;
    changed(tx, by);
    portrait::let_go(tx, before.portrait)
}

/// Somebody asks to be forgotten: name, portrait, words and what was noted of their consent are removed for good. Their
/// pieces stay, made by a maker of this workshop. Says which file is to be deleted.
pub fn erase_artisan(
    tx: &mut Write<'_>,
    by: &Member,
    id: ArtisanId,
    form: &ErasureForm,
) -> Result<Option<String>> {
    may_prepare(tx, by)?;
    let before = own(tx, by, id)?;
    form.check()?;
    store::erase(tx, id)?;
    changed(tx, by);
    portrait::let_go(tx, before.portrait)
}
