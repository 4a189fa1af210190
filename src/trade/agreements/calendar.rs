//! What the calendar does to agreements: the worker calls these every day, and may call them as often as it likes.

use super::agreement::AgreementStatus;
use super::letters::{self, News};
use super::store;
use crate::commitments;
use crate::db::{Actor, Write};
use crate::error::Result;
use crate::events::Event;
use crate::settings::Settings;
use crate::trade::Side;

/// So many in one write: a long one would keep everyone else waiting. The next call takes the rest.
const AT_ONCE: i64 = 100;

/// Brings signed agreements into force whose period has begun. Says how many.
pub fn activate_due(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let today = tx.today();
    let due = store::to_begin(tx, today, AT_ONCE)?;
    for agreement in &due {
        store::set_active(tx, agreement)?;
        tx.record(Actor::default(), Event::AgreementActivated { agreement: agreement.id });
        letters::tell(tx, settings, agreement, Side::Maker, News::Begun, None)?;
        letters::tell(tx, settings, agreement, Side::Buyer, News::Begun, None)?;
    }
    Ok(due.len())
}

/// Ends agreements whose last day is over. Says how many.
pub fn end_due(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let today = tx.today();
    let due = store::to_end(tx, today, AT_ONCE)?;
    for agreement in &due {
        store::set_closed(tx, agreement, AgreementStatus::Ended, None)?;
        commitments::release_grants(tx, agreement.id)?;
        tx.record(Actor::default(), Event::AgreementEnded { agreement: agreement.id });
        letters::tell(tx, settings, agreement, Side::Maker, News::Expired, None)?;
        letters::tell(tx, settings, agreement, Side::Buyer, News::Expired, None)?;
    }
    Ok(due.len())
}
