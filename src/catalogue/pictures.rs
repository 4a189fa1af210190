//! Pictures of products and collections: kept first, then remembered, ordered, captioned, taken away.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::history::{self, Act, Entry};
use super::products::may_prepare;
use super::store;
use super::{Picture, Subject};
use crate::accounts::Member;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::files;
use crate::files::picture::KeptPicture;
use crate::ids::PictureId;
use crate::input::{Fields, Raw};
use crate::locale::{RawWording, Wording};
use crate::settings::Limits;

const LONGEST_CAPTION: usize = 200;

/// What is said about a picture when it is sent, and later.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PictureForm {
    /// For whoever cannot see the picture, and below it.
    pub caption: RawWording,
    /// Its place among the others, from 1; the first is the cover. Empty: where it is.
    pub position: Raw,
}

impl PictureForm {
    fn check(&self, most: i64) -> Result<(Wording, Option<usize>)> {
        let mut fields = Fields::new();
        let caption = fields.optional_wording("caption", &self.caption, LONGEST_CAPTION);
        let position = fields.optional_whole("position", &self.position, 1..=most);
        fields.done((caption, position.and_then(|place| usize::try_from(place - 1).ok())))
    }
}

/// Is it the maker's own, and how many pictures has it room for? Asked before a picture costs any work, and again
/// inside the write.
pub(super) fn room_for_pictures(
    conn: &mut DbConnection,
    by: &Member,
    subject: Subject,
    limits: &Limits,
) -> Result<i64> {
    let maker = match subject {
        Subject::Product(id) => store::product(conn, id)?.maker_id,
        Subject::Collection(id) => store::collection(conn, id)?.maker_id,
    };
    if maker != by.organisation {
        return Err(Error::NotFound);
    }
    let most = limits.pictures_per_product;
    match most - store::pictures_of(conn, subject)?.len() as i64 {
        room if room > 0 => Ok(room),
        _ => Err(full(most)),
    }
}

fn full(most: i64) -> Error {
    Error::invalid("file", Message::new("problem-pictures-full").with("most", most))
}

/// Remembers kept pictures, after the ones that are there.
pub fn add_pictures(
    tx: &mut Write<'_>,
    by: &Member,
    limits: &Limits,
    subject: Subject,
    kept: &[KeptPicture],
    form: &PictureForm,
) -> Result<Vec<Picture>> {
    may_prepare(tx, by)?;
    let room = room_for_pictures(tx, by, subject, limits)?;
    let (caption, _) = form.check(limits.pictures_per_product)?;
    if kept.len() as i64 > room {
        return Err(full(limits.pictures_per_product));
    }
    history::keeping(tx, subject, Entry::of(by.actor(), Act::Pictures), |tx| {
        for picture in kept {
            files::remember(tx, &picture.large)?;
            files::remember(tx, &picture.small)?;
            store::insert_picture(tx, by.organisation, subject, picture, &caption)?;
        }
        changed(tx, by, subject)
    })?;
    store::pictures_of(tx, subject)
}

fn own(tx: &mut Write<'_>, by: &Member, id: PictureId) -> Result<(Picture, Subject)> {
    let picture = store::picture(tx, id)?;
    match picture.subject() {
        Some(subject) if picture.maker_id == by.organisation => Ok((picture, subject)),
        _ => Err(Error::NotFound),
    }
}

/// Changes caption and place.
pub fn edit_picture(
    tx: &mut Write<'_>,
    by: &Member,
    limits: &Limits,
    id: PictureId,
    form: &PictureForm,
) -> Result<Picture> {
    may_prepare(tx, by)?;
    let (_, subject) = own(tx, by, id)?;
    let (caption, place) = form.check(limits.pictures_per_product)?;
    history::keeping(tx, subject, Entry::of(by.actor(), Act::Pictures), |tx| {
        store::set_caption(tx, id, &caption)?;
        if let Some(place) = place {
            put_at(tx, subject, id, place)?;
        }
        changed(tx, by, subject)
    })?;
    store::picture(tx, id)
}

fn put_at(tx: &mut Write<'_>, subject: Subject, id: PictureId, place: usize) -> Result<()> {
    let mut order: Vec<PictureId> = store::pictures_of(tx, subject)?
        .iter()
        .map(|picture| picture.id)
        .filter(|other| *other != id)
        .collect();
    order.insert(place.min(order.len()), id);
    for (rank, picture) in order.into_iter().enumerate() {
        store::set_rank(tx, picture, rank as i64)?;
    }
    Ok(())
}

/// Takes a picture away; from now on its address leads nowhere.
pub fn delete_picture(tx: &mut Write<'_>, by: &Member, id: PictureId) -> Result<Subject> {
    may_prepare(tx, by)?;
    let (_, subject) = own(tx, by, id)?;
    history::keeping(tx, subject, Entry::of(by.actor(), Act::Pictures), |tx| {
        store::delete_picture(tx, id)?;
        changed(tx, by, subject)
    })?;
    Ok(subject)
}

pub(super) fn changed(tx: &mut Write<'_>, by: &Member, subject: Subject) -> Result<()> {
    let collection = match subject {
        Subject::Product(product) => {
            tx.record(by.actor(), Event::ProductChanged { product });
            // A collection without pictures of its own borrows those of its products.
            store::product(tx, product)?.collection_id
        }
        Subject::Collection(collection) => Some(collection),
    };
    if let Some(collection) = collection {
        tx.record(by.actor(), Event::CollectionChanged { collection });
    }
    Ok(())
}
