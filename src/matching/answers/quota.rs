//! How many answers a request takes, and how many a maker may send in a month: so that buyers read what they get, and makers
//! choose what they answer. An answer to a request that proved fake does not count.

use chrono::TimeDelta;

use super::store;
use crate::db::Write;
use crate::error::{Error, Message, Result};
use crate::ids::{OrganisationId, RequestId};
use crate::settings::Settings;

const MONTH: TimeDelta = TimeDelta::days(30);

/// May this maker answer this request? Asked where a maker makes its first offer; who is in the talk already stays in it.
pub fn check_answer(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: RequestId,
    maker: OrganisationId,
) -> Result<()> {
    let answered = store::quoted_by(tx, request)?;
    if answered.contains(&maker) {
        return Ok(());
    }
    let most = settings.matching.answers_per_request;
    if answered.len() as i64 >= most {
        return Err(Error::Refused(Message::new("refusal-answers-request").with("most", most)));
    }
    let since = tx.now().minus(MONTH);
    let most = settings.matching.answers_per_month;
    if store::quoted_since(tx, maker, since)?.len() as i64 >= most {
        return Err(Error::Refused(Message::new("refusal-answers-month").with("most", most)));
    }
    Ok(())
}
