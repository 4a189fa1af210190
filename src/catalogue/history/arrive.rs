//! Making a product or a collection what a state says: by the same rules as every edit, and only where it differs.

use super::state::{Part, Seen, Shot, State};
use crate::accounts::Member;
use crate::catalogue::collections::{self, hide_from_world};
use crate::catalogue::products::{self, may_publish, put_on_shelf, take_off_shelf};
use crate::catalogue::{KeptPicture, Status, Subject, pictures, store, terms};
use crate::db::Write;
use crate::error::{Error, Result};
use crate::files::StoredFile;

/// Leads a thing from how it was seen to how it is wanted.
pub fn become_as(
    tx: &mut Write<'_>,
    by: &Member,
    subject: Subject,
    seen: &Seen,
    wanted: &State,
) -> Result<()> {
    let differs = |part: Part| seen.state.differs_in(wanted, part);
    // Before the texts: what is not on show any more may be incomplete.
    let status = differs(Part::Status).then(|| wanted.status()).transpose()?;
    if status.is_some_and(|status| status != Status::Published) {
        withdraw(tx, by, subject, seen)?;
    }
    if differs(Part::Texts) {
        match subject {
            Subject::Product(id) => {
                let before = products::own(tx, by, id)?;
                products::rewrite(tx, by, &before, &wanted.form(Part::Texts)?)?;
            }
            Subject::Collection(id) => {
                let before = collections::own(tx, by, id)?;
                collections::rewrite(tx, by, &before, &wanted.form(Part::Texts)?)?;
            }
        }
    }
    if let (Subject::Product(id), true) = (subject, differs(Part::Terms)) {
        let before = products::own(tx, by, id)?;
        terms::rewrite(tx, by, &before, &wanted.form(Part::Terms)?)?;
    }
    if differs(Part::Pictures) {
        arrange(tx, by, subject, &wanted.shots()?)?;
    }
    if status == Some(Status::Published) {
        publish(tx, by, subject)?;
    }
    Ok(())
}

/// What the world has seen is withdrawn, never a draft again.
fn withdraw(tx: &mut Write<'_>, by: &Member, subject: Subject, seen: &Seen) -> Result<()> {
    if seen.status != Status::Published {
        return Ok(());
    }
    match subject {
        Subject::Product(id) => {
            let product = products::own(tx, by, id)?;
            take_off_shelf(tx, by, &product)
        }
        Subject::Collection(id) => {
            let collection = collections::own(tx, by, id)?;
            hide_from_world(tx, by, &collection)
        }
    }
}

fn publish(tx: &mut Write<'_>, by: &Member, subject: Subject) -> Result<()> {
    may_publish(tx, by)?;
    match subject {
        Subject::Product(id) => {
            let product = products::own(tx, by, id)?;
            products::check_publishable(tx, by, &product)?;
            put_on_shelf(tx, by.actor(), id)
        }
        Subject::Collection(id) => {
            collections::gate(tx, by)?.of_maker().check()?;
            let on_show = store::collection_products(tx, id)?;
            if on_show.is_empty() {
                return Err(Error::refused("refusal-collection-empty"));
            }
            collections::show_to_world(tx, by.actor(), id)
        }
    }
}

/// Those that stay keep their row, those that come back get a new one; their files were never given away.
pub fn arrange(tx: &mut Write<'_>, by: &Member, subject: Subject, shots: &[Shot]) -> Result<()> {
    let mut there = store::pictures_of(tx, subject)?;
    for (rank, shot) in shots.iter().enumerate() {
        let known = there.iter().position(|picture| picture.large_key == shot.large);
        let id = match known {
            Some(at) => there.remove(at).id,
            None => store::insert_picture(tx, by.organisation, subject, &kept(shot), &shot.caption)?,
        };
        store::set_caption(tx, id, &shot.caption)?;
        store::set_rank(tx, id, rank as i64)?;
    }
    for gone in there {
        store::delete_picture(tx, gone.id)?;
    }
    pictures::changed(tx, by, subject)
}

fn kept(shot: &Shot) -> KeptPicture {
    let file = |key: &str| StoredFile {
        object_key: key.to_owned(),
        media_type: String::new(),
        bytes: 0,
        sha256: String::new(),
    };
    KeptPicture { large: file(&shot.large), small: file(&shot.small), width: shot.width, height: shot.height }
}
