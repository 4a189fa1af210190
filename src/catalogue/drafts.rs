//! What somebody has typed into a form and not saved: kept as it was typed, for their own eyes, until it is saved, thrown
//! away or forgotten. It may be wrong in every way; only its shape is looked at.

mod api;
mod merge;
mod store;

pub(super) use merge::{Clash, Merged, merge};

use chrono::TimeDelta;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::products::may_prepare;
use super::{CollectionForm, ProductForm, Subject, store as shelves};
use crate::accounts::Member;
use crate::clock::Time;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{CollectionId, ProductId};
use crate::input::Raw;
use crate::web::Route;

/// More than all fields of a form at their longest.
const MOST_BYTES: usize = 96 << 10;
const DAYS: i64 = 42;

pub fn routes() -> Vec<Route> {
    api::routes()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Product,
    Collection,
}

crate::text_enum!(Kind { Product => "product", Collection => "collection" });

/// A form of which drafts are kept.
pub trait Drafted: Serialize + DeserializeOwned + Clone + Send + 'static {
    const KIND: Kind;

    /// Of what was read when the form was opened.
    fn version(&self) -> &Raw;
    fn with_version(self, version: i64) -> Self;
    fn subject(id: i64) -> Subject;
}

impl Drafted for ProductForm {
    const KIND: Kind = Kind::Product;

    fn version(&self) -> &Raw {
        &self.version
    }

    fn with_version(self, version: i64) -> Self {
        Self { version: version.into(), ..self }
    }

    fn subject(id: i64) -> Subject {
        Subject::Product(ProductId(id))
    }
}

impl Drafted for CollectionForm {
    const KIND: Kind = Kind::Collection;

    fn version(&self) -> &Raw {
        &self.version
    }

    fn with_version(self, version: i64) -> Self {
        Self { version: version.into(), ..self }
    }

    fn subject(id: i64) -> Subject {
        Subject::Collection(CollectionId(id))
    }
}

#[derive(Clone, Debug)]
pub struct Draft<F> {
    pub form: F,
    pub kept_at: Time,
}

/// What the draft is of must be the maker's own; `None` is what is being written for the first time.
fn check_own<F: Drafted>(conn: &mut DbConnection, by: &Member, id: Option<i64>) -> Result<()> {
    let maker = match id.map(F::subject) {
        None => return Ok(()),
        Some(Subject::Product(id)) => shelves::product(conn, id)?.maker_id,
        Some(Subject::Collection(id)) => shelves::collection(conn, id)?.maker_id,
    };
    if maker == by.organisation { Ok(()) } else { Err(Error::NotFound) }
}

pub fn keep_draft<F: Drafted>(
    tx: &mut Write<'_>,
    by: &Member,
    id: Option<i64>,
    form: &F,
) -> Result<Draft<F>> {
    may_prepare(tx, by)?;
    check_own::<F>(tx, by, id)?;
    let content = serde_json::to_string(form)?;
    if content.len() > MOST_BYTES {
        return Err(Error::TooLarge);
    }
    // PostgreSQL keeps no NUL.
    if content.contains("\\u0000") {
        return Err(Error::invalid("body", "problem-control-character"));
    }
    store::keep(tx, by, F::KIND, id.unwrap_or(0), &content)?;
    Ok(Draft { form: form.clone(), kept_at: tx.now() })
}

/// One's own draft, if there is one that this version of the program can still read.
pub fn draft<F: Drafted>(conn: &mut DbConnection, by: &Member, id: Option<i64>) -> Result<Option<Draft<F>>> {
    check_own::<F>(conn, by, id)?;
    let found = store::find(conn, by, F::KIND, id.unwrap_or(0))?;
    Ok(found
        .and_then(|(content, kept_at)| Some(Draft { form: serde_json::from_str(&content).ok()?, kept_at })))
}

pub fn throw_away_draft<F: Drafted>(tx: &mut Write<'_>, by: &Member, id: Option<i64>) -> Result<()> {
    may_prepare(tx, by)?;
    check_own::<F>(tx, by, id)?;
    store::delete(tx, by, F::KIND, id.unwrap_or(0))
}

/// Lets go of what nobody came back to.
pub fn forget_old_drafts(tx: &mut Write<'_>) -> Result<usize> {
    let before = tx.now().minus(TimeDelta::days(DAYS));
    store::forget_before(tx, before)
}
