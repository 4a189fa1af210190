//! Portraits: one small picture of each person, shown while they agree, and deleted when they do not want it any more.

use super::store;
use crate::accounts::{self, Member};
use crate::catalogue::views::is_insider;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::files::picture::{Prepared, prepare_sent};
use crate::files::{self, Files, StoredFile};
use crate::ids::ArtisanId;
use crate::web::{House, SentFile, Upload};

/// Prepares and keeps a portrait: turned upright, small, without what the camera wrote into it.
async fn keep(house: &House, sent: SentFile) -> Result<StoredFile> {
    let prepared = prepare_sent(&sent.name, sent.bytes, &house.settings.limits).await?;
    house.files.put(prepared.small.into(), Prepared::MEDIA_TYPE).await
}

/// Takes in a portrait in the place of the one before.
pub(super) async fn receive(house: &House, by: &Member, id: ArtisanId, mut upload: Upload) -> Result<()> {
    let member = by.clone();
    house.db.read(move |conn| super::own(conn, &member, id)).await?;
    let sent = upload.next_file(house.settings.limits.picture_bytes).await?;
    let file = keep(house, sent.ok_or_else(|| Error::invalid("file", "problem-file-missing"))?).await?;
    if upload.next_file(house.settings.limits.picture_bytes).await?.is_some() {
        return Err(Error::invalid("file", "problem-paper-one-file"));
    }
    let by = by.clone();
    let left = house.db.write(move |tx| super::set_portrait(tx, &by, id, Some(&file))).await?;
    delete(&house.files, left).await
}

/// Takes a portrait away.
pub(super) async fn remove(house: &House, by: &Member, id: ArtisanId) -> Result<()> {
    let by = by.clone();
    let left = house.db.write(move |tx| super::set_portrait(tx, &by, id, None)).await?;
    delete(&house.files, left).await
}

/// Forgets a file that nothing shows any more. Says which one is then to be deleted.
pub(super) fn let_go(tx: &mut Write<'_>, portrait: Option<String>) -> Result<Option<String>> {
    let Some(key) = portrait else { return Ok(None) };
    Ok(files::let_go(tx, &key)?.then_some(key))
}

/// Only what a write has forgotten is deleted; should this not come to pass, no row leads to the file.
pub(super) async fn delete(files: &Files, key: Option<String>) -> Result<()> {
    match key {
        Some(key) => files.delete(&key).await,
        None => Ok(()),
    }
}

/// May this reader see the file as a portrait?
pub(in crate::catalogue) fn audience(
    conn: &mut DbConnection,
    viewer: Option<&Member>,
    key: &str,
) -> Result<bool> {
    for artisan in store::artisans_by_portrait(conn, key)? {
        let maker = accounts::organisation(conn, artisan.maker_id)?;
        if is_insider(viewer, maker.id) || (artisan.is_known() && maker.is_approved()) {
            return Ok(true);
        }
    }
    Ok(false)
}
