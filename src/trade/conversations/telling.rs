//! Telling people by letter that somebody has written to them: once an hour and conversation at most, and not at all if
//! they have read it by then.

use chrono::TimeDelta;

use super::conversation::Conversation;
use super::{letters, store};
use crate::accounts;
use crate::db::Write;
use crate::error::Result;
use crate::settings::Settings;
use crate::trade::{Between, Side};

/// So long a message waits for the next ones, and for those who are reading anyway.
const WAIT_MINUTES: i64 = 5;
const BETWEEN_LETTERS_MINUTES: i64 = 60;
const AT_ONCE: i64 = 200;

/// Writes the letters that are due. The worker calls this as often as it likes. Says how many there were.
pub fn tell_due(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let due = tx.now().minus(TimeDelta::minutes(WAIT_MINUTES));
    let mut told = 0;
    for conversation in store::to_tell(tx, due, AT_ONCE)? {
        let mut later = Vec::new();
        for side in [Side::Maker, Side::Buyer] {
            told += tell_side(tx, settings, &conversation, side, &mut later)?;
        }
        // Who had a letter lately is looked at again when an hour has passed since then.
        let next = later.into_iter().min();
        let next = next.map(|at: crate::clock::Time| at.minus(TimeDelta::minutes(WAIT_MINUTES)));
        store::set_tell_from(tx, conversation.id, next)?;
    }
    Ok(told)
}

fn tell_side(
    tx: &mut Write<'_>,
    settings: &Settings,
    conversation: &Conversation,
    side: Side,
    later: &mut Vec<crate::clock::Time>,
) -> Result<usize> {
    let newest = conversation.latest_of(side.other());
    let now = tx.now();
    let mut told = 0;
    for person in accounts::members_of(tx, conversation.organisation(side))? {
        let mark = store::mark(tx, conversation.id, person.id)?;
        if mark.read_to.max(mark.told_to) >= newest {
            continue;
        }
        match mark.told_at.map(|at| at.plus(TimeDelta::minutes(BETWEEN_LETTERS_MINUTES))) {
            Some(next) if next > now => later.push(next),
            _ => {
                letters::written(tx, settings, conversation, side, &person, mark.read_to.max(mark.told_to))?;
                let mark = store::Mark { told_to: newest, told_at: Some(now), ..mark };
                store::set_mark(tx, conversation.id, person.id, mark)?;
                told += 1;
            }
        }
    }
    Ok(told)
}
