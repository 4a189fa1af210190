//! The wordings of a product or a collection in three languages side by side; and what is missing in which of them.

mod api;
mod form;
mod list;
mod overview;
mod pages;

pub(super) use form::{CollectionTranslation, ProductTranslation};

use std::collections::BTreeMap;

use form::{RawCaption, Texts};

use super::history::{self, Act, Entry, Seen, Shot, State};
use super::products::{may_prepare, own, read_version};
use super::{Collection, Product, Subject, collections, store};
use crate::accounts::Member;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::ids::{CollectionId, PictureId, ProductId};
use crate::input::{Fields, Raw};
use crate::locale::{RawWording, Wording};
use crate::web::Route;

const LONGEST_CAPTION: usize = 200;

pub fn routes() -> Vec<Route> {
    [list::routes(), pages::routes(), api::routes()].concat()
}

pub(super) fn translate_product(
    tx: &mut Write<'_>,
    by: &Member,
    id: ProductId,
    form: &ProductTranslation,
) -> Result<Product> {
    may_prepare(tx, by)?;
    own(tx, by, id)?;
    save(tx, by, Subject::Product(id), &form.texts(), &form.captions, &form.version)?;
    store::product(tx, id)
}

pub(super) fn translate_collection(
    tx: &mut Write<'_>,
    by: &Member,
    id: CollectionId,
    form: &CollectionTranslation,
) -> Result<Collection> {
    may_prepare(tx, by)?;
    collections::own(tx, by, id)?;
    save(tx, by, Subject::Collection(id), &form.texts(), &form.captions, &form.version)?;
    store::collection(tx, id)
}

/// Only the wordings change, by the rules of every edit.
fn save(
    tx: &mut Write<'_>,
    by: &Member,
    subject: Subject,
    texts: &Texts<'_>,
    captions: &[RawCaption],
    version: &Raw,
) -> Result<()> {
    let seen = Seen::read(tx, subject)?;
    let captions = read_captions(captions)?;
    if read_version(version)? != seen.version {
        return Err(Error::Conflict);
    }
    let mut wanted = seen.state.clone();
    for (field, wording) in texts {
        put(&mut wanted, field, wording);
    }
    let mut shots: Vec<Shot> = seen.state.shots()?;
    let pictures = store::pictures_of(tx, subject)?;
    for (picture, shot) in pictures.iter().zip(&mut shots) {
        if let Some(caption) = captions.get(&picture.id) {
            shot.caption = caption.clone();
        }
    }
    if captions.keys().any(|id| pictures.iter().all(|picture| picture.id != *id)) {
        return Err(Error::invalid("captions", "problem-caption-picture"));
    }
    wanted.set("pictures", serde_json::to_value(shots)?);
    let entry = Entry::of(by.actor(), Act::Translated);
    history::keeping(tx, subject, entry, |tx| history::become_as(tx, by, subject, &seen, &wanted))
}

fn put(state: &mut State, field: &str, wording: &RawWording) {
    for (code, text) in [("en", &wording.en), ("fr", &wording.fr), ("ar", &wording.ar)] {
        state.set(&format!("{field}.{code}"), text.trim().into());
    }
}

fn read_captions(raw: &[RawCaption]) -> Result<BTreeMap<PictureId, Wording>> {
    let mut fields = Fields::new();
    let mut captions = BTreeMap::new();
    for (position, one) in raw.iter().enumerate() {
        let at = |part: &str| format!("captions.{position}.{part}");
        let id = fields.whole(&at("picture"), &one.picture, 1..=i64::MAX);
        let caption = fields.optional_wording(&at("caption"), &one.caption, LONGEST_CAPTION);
        captions.insert(PictureId(id), caption);
    }
    fields.done(captions)
}
