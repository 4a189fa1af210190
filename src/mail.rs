//! Letters. One is written into the outbox in the transaction of the fact that causes it, and leaves afterwards:
//! at least once, never lost, and under one Message-ID, so that a letter sent twice after a crash is seen to be the same.

mod body;
mod carrier;
mod delivery;
mod envelope;
mod letter;
mod store;
#[cfg(test)]
mod tests;

pub use carrier::Carrier;
pub use delivery::deliver_due;
pub use letter::{Draft, Letter, excerpt};
pub use store::{Counts, Entry};

use sha2::{Digest, Sha256};

use crate::clock::Time;
use crate::db::{DbConnection, Write};
use crate::error::{Message, Result};
use crate::ids::LetterId;

/// Puts a letter into the outbox. A second letter of the same cause is not posted.
pub fn post(tx: &mut Write<'_>, letter: &Letter) -> Result<()> {
    // The part before the @ is settled here, the host when the letter first leaves (see `store::take_due`).
    // The random part keeps the id from telling an outsider whether he guessed the cause.
    let digest =
        Sha256::new().chain_update(&letter.cause).chain_update(rand::random::<[u8; 16]>()).finalize();
    let name = data_encoding::HEXLOWER.encode(&digest[..16]);
    store::insert(tx, letter, &name)
}

/// The letters that have yet to leave, the next one first; no more than [`Entry::MOST`].
pub fn waiting(conn: &mut DbConnection) -> Result<Vec<Entry>> {
    store::waiting(conn)
}

/// The letters that were put aside for the operator, the latest first; no more than [`Entry::MOST`].
pub fn given_up(conn: &mut DbConnection) -> Result<Vec<Entry>> {
    store::given_up(conn)
}

/// How many letters wait, and how many were put aside.
pub fn counts(conn: &mut DbConnection) -> Result<Counts> {
    store::counts(conn)
}

/// Tries an unsent letter again from the beginning, at once.
pub fn retry(tx: &mut Write<'_>, id: LetterId) -> Result<()> {
    store::retry(tx, id)
}

/// Empties the bodies of letters that left before a time: they hold links and names that nobody needs any more.
/// The rows stay, so that no cause is ever posted twice.
pub fn forget_sent(tx: &mut Write<'_>, before: Time) -> Result<usize> {
    store::forget_sent(tx, before)
}

/// An e-mail address to which a letter could be sent, without the blanks around it.
pub fn parse_address(text: &str) -> Result<String, Message> {
    let text = text.trim();
    match text.parse::<lettre::Address>() {
        Ok(_) if text.len() <= 254 => Ok(text.to_owned()),
        _ => Err(Message::new("mail-address-wrong")),
    }
}
