//! Letting go of a file. Equal bytes are one file, so what one thing shows no more may still belong to another: each place
//! that may refer to a file is named here, and `tests/contracts/schema.rs` holds this list to the migrations.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::store::{find, forget};
use crate::db::schema::{
    admission_proofs, admission_verdicts, artisans, certificates, consents, conversation_attachments,
    line_sheets, pictures, portfolios, request_attachments, revisions, verifications,
};
use crate::db::{DbConnection, Write};
use crate::error::{Result, if_found};

/// Is there a row of this kind?
macro_rules! any {
    ($conn:expr, $table:ident, $such:expr) => {
        diesel::select(exists($table::table.filter($such))).get_result::<bool>($conn)?
    };
}

/// Forgets a file that nothing refers to any more. Says whether it is now to be deleted from the store, which is done
/// once this is written: should that not come to pass, no row leads to it.
pub fn let_go(tx: &mut Write<'_>, key: &str) -> Result<bool> {
    let is_free = !is_used(tx, key)?;
    if is_free {
        forget(tx, key)?;
    }
    Ok(is_free)
}

fn is_used(conn: &mut DbConnection, key: &str) -> Result<bool> {
    Ok(is_shown(conn, key)? || is_paper(conn, key)? || is_remembered(conn, key)?)
}

/// As a picture of a piece, or of a person.
fn is_shown(conn: &mut DbConnection, key: &str) -> Result<bool> {
    Ok(any!(conn, pictures, pictures::large_key.eq(key).or(pictures::small_key.eq(key)))
        || any!(conn, artisans, artisans::portrait.eq(key)))
}

/// As a paper, or as what came along with somebody's words.
fn is_paper(conn: &mut DbConnection, key: &str) -> Result<bool> {
    let Some(file) = if_found(find(conn, key))?.map(|file| file.id) else { return Ok(false) };
    let of_message = conversation_attachments::file_id
        .eq(file)
        .or(conversation_attachments::small_file_id.assume_not_null().eq(file));
    let of_request = request_attachments::file_id
        .eq(file)
        .or(request_attachments::small_file_id.assume_not_null().eq(file));
    Ok(any!(conn, certificates, certificates::file_id.eq(file))
        || any!(conn, verifications, verifications::evidence_file_id.eq(file))
        || any!(conn, admission_proofs, admission_proofs::file_id.eq(file))
        || any!(conn, admission_verdicts, admission_verdicts::file_id.eq(file))
        || any!(conn, consents, consents::file_id.eq(file))
        || any!(conn, line_sheets, line_sheets::file_id.eq(file))
        || any!(conn, conversation_attachments, of_message)
        || any!(conn, request_attachments, of_request))
}

/// By a picture that can be put back, or by a folder that is not yet sorted. A key has no signs that LIKE reads.
fn is_remembered(conn: &mut DbConnection, key: &str) -> Result<bool> {
    let held = format!("%{key}%");
    Ok(any!(conn, revisions, revisions::changes.like(&held))
        || any!(conn, portfolios, portfolios::entries.like(&held)))
}
