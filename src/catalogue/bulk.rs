//! Changing many products at once: first a preview of every one of them, then all in one transaction, as long as the
//! preview is still true.

mod api;
mod change;
mod form;
mod pages;
mod plan;

pub(super) use form::BulkForm;

use crate::accounts::Member;
use crate::catalogue::history::{self, Act, Entry};
use crate::catalogue::products::{may_prepare, may_publish};
use crate::catalogue::{Status, Subject};
use crate::db::Write;
use crate::error::{Error, Result};
use crate::ids::BulkChangeId;
use crate::web::Route;
use plan::{Fate, Plan};

/// More than these are an import's work.
const MOST_PRODUCTS: usize = 2_000;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}

/// What a change of many products has done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Done {
    pub id: BulkChangeId,
    pub products: i64,
}

/// Changes what the preview said would change; whatever it refused stays as it is.
pub(super) fn change_products(tx: &mut Write<'_>, by: &Member, form: &BulkForm) -> Result<Done> {
    may_prepare(tx, by)?;
    let change = form.check()?;
    if change.status == Some(Status::Published) {
        may_publish(tx, by)?;
    }
    let today = tx.today();
    let plan = Plan::make(tx, by, form, &change, today)?;
    if plan.hash != form.hash.trimmed() {
        return Err(Error::refused(if form.hash.is_blank() {
            "refusal-bulk-unseen"
        } else {
            "refusal-bulk-moved"
        }));
    }
    let changing: Vec<_> = plan.rows.iter().filter(|row| row.verdict() == Fate::Changes).collect();
    if changing.is_empty() {
        return Err(Error::refused("refusal-bulk-nothing"));
    }
    let products = changing.len() as i64;
    let id = history::insert_bulk_change(tx, by.organisation, by.actor(), products)?;
    for row in changing {
        let subject = Subject::Product(row.id);
        let entry = Entry::of(by.actor(), Act::Bulk).within(Some(id));
        history::keeping(tx, subject, entry, |tx| {
            history::become_as(tx, by, subject, &row.seen, &row.wanted)
        })?;
    }
    Ok(Done { id, products })
}
