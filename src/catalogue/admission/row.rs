//! A row of the checklist, and what officers do with it.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::form::{NewRow, RowForm};
use super::store;
use crate::accounts::Officer;
use crate::catalogue::products::read_version;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{admission_changes, admission_rows};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{AdmissionRowId, PersonId};
use crate::locale::Wording;

/// More rows than anybody reads to the end.
const MOST_ROWS: usize = 100;

/// How it becomes true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The records say so.
    #[default]
    Computed,
    /// The maker signs that it is so.
    Attested,
    /// An officer has seen that it is so.
    Verified,
}

crate::text_enum!(Mode { Computed => "computed", Attested => "attested", Verified => "verified" });

/// Where it is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Binds {
    /// Nowhere: it is advice.
    #[default]
    None,
    Publish,
    Export,
}

crate::text_enum!(Binds { None => "none", Publish => "publish", Export => "export" });

/// What is looked up in the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Check {
    #[default]
    Profile,
    Place,
    OrderMinimum,
    Manufacturer,
    People,
    Picture,
    Price,
    HsCode,
    Origin,
    NetWeight,
    GrossWeight,
    Safety,
    Certificate,
}

crate::text_enum!(Check {
    Profile => "profile",
    Place => "place",
    OrderMinimum => "order-minimum",
    Manufacturer => "manufacturer",
    People => "people",
    Picture => "picture",
    Price => "price",
    HsCode => "hs-code",
    Origin => "origin",
    NetWeight => "net-weight",
    GrossWeight => "gross-weight",
    Safety => "safety",
    Certificate => "certificate",
});

impl Check {
    /// Is it about each product, not about the maker?
    pub fn is_about_goods(self) -> bool {
        !matches!(self, Self::Profile | Self::Place | Self::OrderMinimum | Self::Manufacturer | Self::People)
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = admission_rows)]
pub struct Row {
    pub id: AdmissionRowId,
    pub wording: Json<Wording>,
    pub mode: Mode,
    /// What a computed one looks up.
    pub subject: Option<Check>,
    /// Which certificate.
    pub scheme: Option<String>,
    /// Only for makers, or products, of these crafts; all where there are none.
    pub crafts: Json<Vec<String>>,
    pub binds: Binds,
    pub position: i64,
    /// Counts up whenever it says something else: what was signed before is to be signed again.
    pub wording_version: i64,
    pub version: i64,
    pub created_at: Time,
    pub updated_at: Time,
    pub retired_at: Option<Time>,
}

impl Row {
    pub fn is_about_goods(&self) -> bool {
        self.mode == Mode::Computed && self.subject.is_some_and(Check::is_about_goods)
    }
}

/// What stood in a row after a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub wording: Wording,
    pub mode: Mode,
    pub check: Option<Check>,
    pub scheme: Option<String>,
    pub crafts: Vec<String>,
    pub binds: Binds,
    pub position: i64,
    pub retired: bool,
}

impl From<&Row> for Seen {
    fn from(row: &Row) -> Self {
        Self {
            wording: (*row.wording).clone(),
            mode: row.mode,
            check: row.subject,
            scheme: row.scheme.clone(),
            crafts: row.crafts.to_vec(),
            binds: row.binds,
            position: row.position,
            retired: row.retired_at.is_some(),
        }
    }
}

/// One change of a row; rows are only added.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = admission_changes)]
pub struct Changed {
    pub id: i64,
    pub row_id: AdmissionRowId,
    pub version: i64,
    pub seen: Json<Seen>,
    /// None for what the house came with.
    pub officer_id: Option<PersonId>,
    pub changed_at: Time,
}

/// The checklist in its order; retired rows too, if asked for.
pub fn rows(conn: &mut DbConnection, retired: bool) -> Result<Vec<Row>> {
    let mut rows = store::rows(conn)?;
    rows.retain(|row| retired || row.retired_at.is_none());
    Ok(rows)
}

pub fn add_row(tx: &mut Write<'_>, by: &Officer, form: &RowForm) -> Result<Row> {
    by.confirm(tx)?;
    let new = form.check()?;
    if rows(tx, true)?.len() >= MOST_ROWS {
        return Err(Error::invalid("wording", Message::new("problem-too-many").with("most", MOST_ROWS)));
    }
    let row = store::insert_row(tx, &new)?;
    store::note_change(tx, &row, Some(by.person))?;
    tx.record(by.actor(), Event::AdmissionRowChanged { row: row.id });
    Ok(row)
}

/// What is changed binds at the next publishing or the next export; what is on the shelf stays there.
pub fn edit_row(tx: &mut Write<'_>, by: &Officer, id: AdmissionRowId, form: &RowForm) -> Result<Row> {
    by.confirm(tx)?;
    let before = store::row(tx, id)?;
    let new = form.check()?;
    if read_version(&form.version)? != before.version {
        return Err(Error::Conflict);
    }
    let wording_version = before.wording_version + i64::from(says_another_thing(&before, &new));
    store::update_row(tx, &before, &new, wording_version)?;
    let row = store::row(tx, id)?;
    store::note_change(tx, &row, Some(by.person))?;
    tx.record(by.actor(), Event::AdmissionRowChanged { row: id });
    Ok(row)
}

fn says_another_thing(before: &Row, new: &NewRow) -> bool {
    *before.wording != new.wording || before.mode != new.mode
}
