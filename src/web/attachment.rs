//! A file that came along with somebody's words: as it is kept, as both faces show it, and on its way out to those who may
//! read the words.

use actix_web::HttpResponse;
use actix_web::http::header;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{House, hand_out};
use crate::db::Write;
use crate::error::Result;
use crate::files::{self, StoredFile};
use crate::ids::{AttachmentId, FileId};
use crate::input::Raw;

/// A file whose bytes are kept, and which no row remembers yet.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptAttachment {
    pub name: String,
    pub file: StoredFile,
    /// Of a picture.
    pub small: Option<StoredFile>,
}

impl KeptAttachment {
    pub fn remember(&self, tx: &mut Write<'_>) -> Result<AttachedFiles> {
        let file = files::remember(tx, &self.file)?;
        let small = self.small.as_ref().map(|small| files::remember(tx, small)).transpose()?;
        Ok(AttachedFiles { file, small })
    }
}

/// What the row of an attachment refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttachedFiles {
    pub file: FileId,
    /// Of a picture, its small size; None for a PDF.
    pub small: Option<FileId>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AttachmentView {
    pub id: AttachmentId,
    /// As its sender called it.
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
    /// Where it is opened. A picture with `?size=small` is the small one.
    pub href: String,
    #[serde(skip)]
    pub is_picture: bool,
}

/// How large a picture is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PictureSize {
    /// `small` for the small one; all else is the large one.
    pub size: Raw,
}

impl PictureSize {
    fn of(&self, attached: AttachedFiles) -> FileId {
        let small = self.size.trimmed() == "small";
        attached.small.filter(|_| small).unwrap_or(attached.file)
    }
}

/// A picture was made by us and may be shown; all else is handed out as a download. Who may have it was asked before.
pub async fn hand_out_attachment(
    house: &House,
    id: AttachmentId,
    attached: AttachedFiles,
    size: &PictureSize,
) -> Result<HttpResponse> {
    let wanted = size.of(attached);
    let file = house.db.read(move |conn| files::find_by_id(conn, wanted)).await?;
    if attached.small.is_none() {
        return hand_out(&house.files, file, &format!("attachment-{id}")).await;
    }
    Ok(HttpResponse::Ok()
        .content_type(file.media_type)
        .insert_header((header::CACHE_CONTROL, "private, max-age=86400, immutable"))
        .body(house.files.get(&file.object_key).await?))
}
