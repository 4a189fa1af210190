//! Files on their way in, out and away: what both faces do with the store around a write.

use actix_web::{HttpResponse, web};

use super::{add_attachments, check_room, remove_attachment, store};
use crate::accounts::{Member, SignedIn};
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, RequestId};
use crate::matching::readable_request;
use crate::web::{House, Nothing, Parcel, PictureSize, Query, hand_out_attachment};

/// Keeps what was sent, then remembers it.
pub async fn receive(house: &House, by: &Member, id: RequestId, mut sent: Parcel<Nothing>) -> Result<()> {
    let (asking, more) = (by.clone(), sent.count());
    house.db.read(move |conn| check_room(conn, &asking, id, more)).await?;
    let chosen = match sent.has_attachments() {
        true => Ok(()),
        false => Err(Error::invalid("file", "problem-file-missing")),
    };
    let kept = sent.keep(house, chosen).await?;
    let by = by.clone();
    house.db.write(move |tx| add_attachments(tx, &by, id, &kept)).await
}

pub async fn remove(house: &House, by: &Member, id: RequestId, attachment: AttachmentId) -> Result<()> {
    let by = by.clone();
    let unused = house.db.write(move |tx| remove_attachment(tx, &by, id, attachment)).await?;
    house.files.delete_all(unused).await
}

/// For whoever may read the request in full, and as long as they may.
pub async fn open(
    house: web::Data<House>,
    member: SignedIn,
    path: web::Path<(RequestId, AttachmentId)>,
    Query(size): Query<PictureSize>,
) -> Result<HttpResponse> {
    let (request, id) = path.into_inner();
    let found = house
        .db
        .read(move |conn| {
            readable_request(conn, &member, request)?;
            store::attachment(conn, request, id)
        })
        .await?;
    hand_out_attachment(&house, id, found.files(), &size).await
}
