//! What came with a message, for those who read the message.

use actix_web::{HttpResponse, web};

use super::conversation::Conversation;
use super::store;
use crate::error::Result;
use crate::ids::AttachmentId;
use crate::trade::Reader;
use crate::web::{Access, House, PictureSize, Query, Route, hand_out_attachment};

pub fn routes() -> Vec<Route> {
    let does = "open an attachment";
    vec![
        Route::get("/conversations/{id}/attachments/{attachment_id}", Access::Party, does, open),
        Route::get("/api/v1/conversations/{id}/attachments/{attachment_id}", Access::Party, does, open)
            .asks::<PictureSize>(),
    ]
}

async fn open(
    house: web::Data<House>,
    reader: Reader<Conversation>,
    path: web::Path<(String, AttachmentId)>,
    Query(size): Query<PictureSize>,
) -> Result<HttpResponse> {
    let (conversation, (_, id)) = (reader.of.id, path.into_inner());
    let found = house.db.read(move |conn| store::attachment(conn, conversation, id)).await?;
    hand_out_attachment(&house, id, found.files(), &size).await
}
