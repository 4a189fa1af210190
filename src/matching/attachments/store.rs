//! What came along with requests, as rows.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::db::schema::{request_attachments, stored_files};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::files::Remembered;
use crate::ids::{AttachmentId, FileId, RequestId};
use crate::web::{AttachedFiles, AttachmentView, KeptAttachment};

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = request_attachments)]
pub(super) struct RequestAttachment {
    pub id: AttachmentId,
    pub request_id: RequestId,
    /// As the buyer called it: for showing back, never for opening.
    pub name: String,
    pub file_id: FileId,
    /// Of a picture, its small size; None for a PDF.
    pub small_file_id: Option<FileId>,
}

impl RequestAttachment {
    pub fn files(&self) -> AttachedFiles {
        AttachedFiles { file: self.file_id, small: self.small_file_id }
    }
}

pub(super) fn of_request(conn: &mut DbConnection, request: RequestId) -> Result<Vec<RequestAttachment>> {
    Ok(RequestAttachment::query()
        .filter(request_attachments::request_id.eq(request))
        .order(request_attachments::id)
        .load(conn)?)
}

/// One that came along with this request.
pub(super) fn attachment(
    conn: &mut DbConnection,
    request: RequestId,
    id: AttachmentId,
) -> Result<RequestAttachment> {
    Ok(RequestAttachment::query()
        .filter(request_attachments::id.eq(id).and(request_attachments::request_id.eq(request)))
        .first(conn)?)
}

pub(super) fn insert(tx: &mut Write<'_>, request: RequestId, kept: &KeptAttachment) -> Result<()> {
    let (files, now) = (kept.remember(tx)?, tx.now());
    diesel::insert_into(request_attachments::table)
        .values((
            request_attachments::request_id.eq(request),
            request_attachments::name.eq(&kept.name),
            request_attachments::file_id.eq(files.file),
            request_attachments::small_file_id.eq(files.small),
            request_attachments::added_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Write<'_>, id: AttachmentId) -> Result<()> {
    diesel::delete(request_attachments::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

/// What came along with one request, as both faces show it.
pub fn shown(conn: &mut DbConnection, request: RequestId) -> Result<Vec<AttachmentView>> {
    Ok(shown_of_each(conn, &[request])?.remove(&request).unwrap_or_default())
}

/// What came along with each of these requests, as both faces show it.
pub fn shown_of_each(
    conn: &mut DbConnection,
    requests: &[RequestId],
) -> Result<BTreeMap<RequestId, Vec<AttachmentView>>> {
    let rows: Vec<(RequestAttachment, Remembered)> = request_attachments::table
        .inner_join(stored_files::table)
        .filter(request_attachments::request_id.eq_any(requests))
        .order(request_attachments::id)
        .select((RequestAttachment::as_select(), Remembered::as_select()))
        .load(conn)?;
    let mut shown: BTreeMap<RequestId, Vec<AttachmentView>> = BTreeMap::new();
    for (one, file) in rows {
        shown.entry(one.request_id).or_default().push(AttachmentView {
            href: format!("/sourcing-requests/{}/attachments/{}", one.request_id, one.id),
            id: one.id,
            is_picture: one.small_file_id.is_some(),
            name: one.name,
            media_type: file.media_type,
            bytes: file.bytes,
        });
    }
    Ok(shown)
}
