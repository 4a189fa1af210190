//! What came with a message, for those who read the message.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use super::conversation::Conversation;
use super::store;
use crate::error::Result;
use crate::files;
use crate::ids::AttachmentId;
use crate::input::Raw;
use crate::trade::Reader;
use crate::web::{Access, House, Query, Route, hand_out};

pub fn routes() -> Vec<Route> {
    let does = "open an attachment";
    vec![
        Route::get("/conversations/{id}/attachments/{attachment_id}", Access::Party, does, open),
        Route::get("/api/v1/conversations/{id}/attachments/{attachment_id}", Access::Party, does, open)
            .asks::<Size>(),
    ]
}

/// How large a picture is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct Size {
    /// `small` for the small one; all else is the large one.
    size: Raw,
}

/// A picture was made by us and may be shown; all else is handed out as a download.
async fn open(
    house: web::Data<House>,
    reader: Reader<Conversation>,
    path: web::Path<(String, AttachmentId)>,
    Query(query): Query<Size>,
) -> Result<HttpResponse> {
    let (conversation, (_, id)) = (reader.of.id, path.into_inner());
    let small = query.size.trimmed() == "small";
    let (file, is_picture) = house
        .db
        .read(move |conn| {
            let found = store::attachment(conn, conversation, id)?;
            let wanted = found.small_file_id.filter(|_| small).unwrap_or(found.file_id);
            Ok((files::find_by_id(conn, wanted)?, found.small_file_id.is_some()))
        })
        .await?;
    if !is_picture {
        return hand_out(&house.files, file, &format!("attachment-{id}")).await;
    }
    Ok(HttpResponse::Ok()
        .content_type(file.media_type)
        .insert_header((header::CACHE_CONTROL, "private, max-age=86400, immutable"))
        .body(house.files.get(&file.object_key).await?))
}
