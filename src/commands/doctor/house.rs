//! What the house keeps besides its rows: the search index, files, letters, and somebody to look after it.

use std::collections::{HashMap, HashSet};

use chrono::{TimeDelta, Utc};

use super::finding::Finding;
use crate::accounts::{self, Kind};
use crate::db::Db;
use crate::error::Result;
use crate::events;
use crate::files::{self, Files, Remembered};
use crate::mail::{self, Carrier};
use crate::search::{self, Condition};
use crate::settings::{MailTransport, Settings};

pub(super) fn index(db: &Db, settings: &Settings) -> Finding {
    let looked = search::condition(db, settings).and_then(|found| Ok((found, db.read_now(events::newest)?)));
    match looked {
        Ok((Condition::Ready { documents, applied }, newest)) if applied >= newest => {
            Finding::ok("index", format!("{documents} documents, up to the newest fact ({newest})"))
        }
        Ok((Condition::Ready { documents, applied }, newest)) => Finding::warn(
            "index",
            format!("{documents} documents, {} facts behind", newest - applied),
            "a running server catches up within a second, and a starting one as it starts; if this stays, see its log",
        ),
        Ok((Condition::Outdated(reason), _)) => Finding::warn(
            "index",
            format!("answers, and is to be built anew: {reason}"),
            "the next start builds a new one while this one serves; or run `fondouk reindex` now",
        ),
        Ok((Condition::Unfit(reason), _)) => Finding::warn(
            "index",
            format!("cannot serve: {reason}"),
            "the next start builds a new one; or run `fondouk reindex` now",
        ),
        Err(error) => {
            Finding::broken("index", &error, "see who may read the folder `search` in the data folder")
        }
    }
}

/// Those who act on facts for the whole installation.
pub(super) fn consumers(db: &Db) -> Finding {
    let looked = db.read_now(|conn| Ok((events::positions(conn)?, events::newest(conn)?)));
    let (positions, newest) = match looked {
        Ok(looked) => looked,
        Err(error) => return Finding::broken("effects", &error, "see the log of the database"),
    };
    let behind: Vec<String> = positions
        .iter()
        .filter(|(_, position)| *position < newest)
        .map(|(name, position)| format!("{name} is {} facts behind", newest - position))
        .collect();
    if behind.is_empty() {
        return Finding::ok("effects", format!("all of {} consumers are up to date", positions.len()));
    }
    Finding::warn(
        "effects",
        behind.join("; "),
        "a running server catches up within seconds; if this stays, see its log",
    )
}

pub(super) async fn files(db: &Db, settings: &Settings) -> Vec<Finding> {
    let place =
        "see that the folder `files` in the data folder, or the bucket of [storage], can be read and written";
    let store = match Files::open(settings) {
        Ok(store) => store,
        Err(error) => return vec![Finding::broken("files", &error, place)],
    };
    if let Err(error) = store.check().await {
        return vec![Finding::broken("files", &error, place)];
    }
    match compare(db, &store).await {
        Ok(findings) => findings,
        Err(error) => vec![Finding::broken("files", &error, place)],
    }
}

/// Rows against files, in both directions.
async fn compare(db: &Db, store: &Files) -> Result<Vec<Finding>> {
    // First what is remembered: a file that comes in between is then young, and not lost.
    let remembered = db.read_now(files::all)?;
    let listed = store.list().await?;
    let kept: HashMap<&str, u64> = listed.iter().map(|file| (file.object_key.as_str(), file.bytes)).collect();
    let wrong = |file: &&Remembered| kept.get(file.object_key.as_str()) != Some(&file.bytes.unsigned_abs());
    let wrong: Vec<&str> = remembered.iter().filter(wrong).map(|file| file.object_key.as_str()).collect();
    let known: HashSet<&str> = remembered.iter().map(|file| file.object_key.as_str()).collect();
    let yesterday = Utc::now() - TimeDelta::days(1);
    let orphans =
        listed.iter().filter(|file| !known.contains(file.object_key.as_str()) && file.modified < yesterday);
    let mut findings = vec![match wrong.as_slice() {
        [] => Finding::ok("files", format!("all {} are there", remembered.len())),
        [first, ..] => Finding::fail(
            "files",
            format!(
                "{} of {} are lost or have another length, such as {first}",
                wrong.len(),
                remembered.len()
            ),
            "copy them back from a backup (they lie in it as files/<name>), or upload those pictures again",
        ),
    }];
    match orphans.count() {
        0 => {}
        many => findings.push(Finding::warn(
            "files",
            format!("{many} files belong to nothing"),
            "harmless: uploads that were not finished; they are not in backups",
        )),
    }
    Ok(findings)
}

pub(super) fn letters(db: &Db) -> Finding {
    let counts = match db.read_now(mail::counts) {
        Ok(counts) => counts,
        Err(error) => return Finding::broken("letters", &error, "see the log of the database"),
    };
    let found = format!("{} waiting, {} put aside", counts.waiting, counts.given_up);
    if counts.given_up == 0 {
        return Finding::ok("letters", found);
    }
    let latest = db.read_now(mail::given_up).ok().and_then(|given_up| given_up.into_iter().next());
    let why = latest.and_then(|letter| letter.last_error).map(|error| format!("; the latest: {error}"));
    Finding::warn(
        "letters",
        format!("{found}{}", why.unwrap_or_default()),
        "an officer sees them in the house and can send them again, when the mail server works",
    )
}

pub(super) async fn carrier(settings: &Settings) -> Finding {
    if settings.mail.transport == MailTransport::Folder && !settings.mail_folder().exists() {
        return Finding::ok("mail", "letters go into a folder that the first start makes");
    }
    let checked = match Carrier::from_settings(settings) {
        Ok(carrier) => carrier.check().await,
        Err(error) => Err(error),
    };
    match checked {
        Ok(()) => Finding::ok("mail", "a letter would leave"),
        Err(error) => {
            Finding::broken("mail", &error, "see the settings in [mail], and whether the mail server answers")
        }
    }
}

/// Without an officer nobody can approve anybody.
pub(super) fn officers(db: &Db) -> Finding {
    match db.read_now(|conn| accounts::ids_of_kind(conn, Kind::Programme)) {
        Ok(found) if found.is_empty() => Finding::warn(
            "officers",
            "there is no officer, so nobody can approve makers and buyers",
            "fondouk user --email officer@example.org --name \"First Officer\"",
        ),
        Ok(_) => Finding::ok("officers", "somebody can approve makers and buyers"),
        Err(error) => Finding::broken("officers", &error, "see the log of the database"),
    }
}
