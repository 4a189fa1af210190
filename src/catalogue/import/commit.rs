//! The commit: everything sound in one transaction, and only as long as the report is still true.

use super::dry_run::{BATCH, Judge, patiently};
use super::report::{Outcome, Tally};
use super::staged::{Import, State, own};
use super::store;
use super::write::Shelves;
use crate::accounts::Member;
use crate::catalogue::products::may_prepare;
use crate::db::{Actor, Db, Write};
use crate::error::{Error, Result};
use crate::ids::ImportId;

/// The refusal's key when the catalogue moved since the dry run.
const MOVED: &str = "refusal-import-moved";

/// How a commit ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// It is written, now or before.
    Written(Box<Import>),
    /// The report was not true any more: nothing was written, and it is to be made anew.
    Moved,
}

/// Writes an import. Asked again, it says again what it wrote.
pub fn commit(db: &Db, by: Option<&Member>, id: ImportId, told: &mut dyn FnMut(u64)) -> Result<Ended> {
    let told = std::cell::RefCell::new(told);
    let written = patiently(db, |tx| write(tx, by, id, &mut **told.borrow_mut()));
    match written {
        Ok(import) => Ok(Ended::Written(Box::new(import))),
        Err(Error::Refused(message)) if message.key == MOVED => {
            patiently(db, |tx| recheck(tx, id))?;
            Ok(Ended::Moved)
        }
        Err(error) => Err(error),
    }
}

fn write(tx: &mut Write<'_>, by: Option<&Member>, id: ImportId, told: &mut dyn FnMut(u64)) -> Result<Import> {
    let import = match by {
        Some(member) => {
            may_prepare(tx, member)?;
            own(tx, member, id)?
        }
        None => store::import(tx, id)?,
    };
    match import.state {
        State::Committed => return Ok(import),
        State::Ready => {}
        State::Reading | State::Grouping | State::Checking => {
            return Err(Error::refused("refusal-import-not-ready"));
        }
    }
    if import.about.strict && import.tally.refused > 0 {
        return Err(Error::refused("refusal-import-strict"));
    }
    if !import.tally.has_sound() {
        return Err(Error::refused("refusal-import-nothing"));
    }
    let actor = by.map(Member::actor).unwrap_or_default();
    put_all(tx, &import, actor, told)?;
    store::advance(tx, id, State::Committed, import.position, &import.tally)?;
    store::import(tx, id)
}

fn put_all(tx: &mut Write<'_>, import: &Import, actor: Actor, told: &mut dyn FnMut(u64)) -> Result<()> {
    let mut judge = Judge::new(tx, import)?;
    let mut shelves = Shelves::of(actor);
    let (mut after, mut done) = (0, 0);
    loop {
        let products = store::products_after(tx, import.id, after, BATCH)?;
        let (Some((first, _)), Some((last, _))) = (products.first(), products.last()) else { break };
        let (first, last) = (*first, *last);
        let kept = store::verdicts(tx, import.id, first, last)?;
        for (leader, rows) in &products {
            let found = judge.judge(tx, *leader, rows)?;
            let seen = kept.get(&found.leader);
            let same_outcome = seen.and_then(|(outcome, _)| *outcome) == Some(found.outcome());
            let verdict = serde_json::to_string(&found.verdict())?;
            if !same_outcome || seen.and_then(|(_, verdict)| verdict.as_deref()) != Some(verdict.as_str()) {
                return Err(Error::refused(MOVED));
            }
            if let (Ok(wanted), true) = (&found.wanted, found.outcome() != Outcome::Skipped) {
                shelves.put(tx, wanted)?;
            }
        }
        judge.turn_over();
        after = last;
        done += products.len() as u64;
        told(done);
    }
    shelves.close(tx)
}

/// Everything is judged anew.
pub(super) fn recheck(tx: &mut Write<'_>, id: ImportId) -> Result<()> {
    let import = store::import(tx, id)?;
    store::forget_verdicts(tx, id)?;
    let tally = Tally { rows: import.tally.rows, ..Tally::default() };
    store::advance(tx, id, State::Grouping, 0, &tally)
}
