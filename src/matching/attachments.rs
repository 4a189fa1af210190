//! What comes along with a request: drawings, specifications, mood boards, as pictures and PDFs. Whoever may read the
//! request in full opens them; for everybody else they are not there.

mod api;
mod pages;
mod receiving;
mod store;

pub(super) use store::{shown, shown_of_each};

use std::collections::BTreeSet;

use super::drafting::{check_changeable, own_request};
use crate::accounts::Member;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::files;
use crate::ids::{AttachmentId, FileId, RequestId};
use crate::web::{KeptAttachment, MOST_FILES, Route};

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}

/// Is it the buyer's own, may it be changed, and is there room for so many more? Asked before a file costs any work, and
/// again inside the write.
///
/// What comes along is held to the same rule as the words: it changes in a draft and while the request is open, and never
/// while an officer reads it, so that what was read is what makers see first. A request that was once let through is its
/// buyer's to change, in words and in pictures; makers can report it.
fn check_room(conn: &mut DbConnection, by: &Member, id: RequestId, more: usize) -> Result<()> {
    check_changeable(&own_request(conn, by, id)?)?;
    let present = store::of_request(conn, id)?.len();
    if present + more > MOST_FILES {
        let message = Message::new("problem-request-files").with("most", MOST_FILES).with("present", present);
        return Err(Error::invalid("file", message));
    }
    Ok(())
}

/// Adds what was kept to what is there. Makers who are concerned look at the request again.
pub fn add_attachments(
    tx: &mut Write<'_>,
    by: &Member,
    id: RequestId,
    kept: &[KeptAttachment],
) -> Result<()> {
    by.confirm(tx)?;
    check_room(tx, by, id, kept.len())?;
    for one in kept {
        store::insert(tx, id, one)?;
    }
    tx.record(by.actor(), Event::RequestChanged { request: id });
    Ok(())
}

/// Takes one away. Says which files nobody needs any more: to be deleted once that is written.
pub fn remove_attachment(
    tx: &mut Write<'_>,
    by: &Member,
    id: RequestId,
    attachment: AttachmentId,
) -> Result<Vec<String>> {
    by.confirm(tx)?;
    check_changeable(&own_request(tx, by, id)?)?;
    let attachment = store::attachment(tx, id, attachment)?;
    tx.record(by.actor(), Event::RequestChanged { request: id });
    take_away(tx, vec![attachment])
}

/// Takes away all that came along with a draft that is thrown away.
pub(super) fn remove_all(tx: &mut Write<'_>, id: RequestId) -> Result<Vec<String>> {
    let all = store::of_request(tx, id)?;
    take_away(tx, all)
}

fn take_away(tx: &mut Write<'_>, attachments: Vec<store::RequestAttachment>) -> Result<Vec<String>> {
    // The two sizes of a small picture are one file.
    let mut used: BTreeSet<FileId> = BTreeSet::new();
    for one in attachments {
        used.insert(one.file_id);
        used.extend(one.small_file_id);
        store::delete(tx, one.id)?;
    }
    let mut unused = Vec::new();
    for file in used {
        let key = files::find_by_id(tx, file)?.object_key;
        if files::let_go(tx, &key)? {
            unused.push(key);
        }
    }
    Ok(unused)
}
