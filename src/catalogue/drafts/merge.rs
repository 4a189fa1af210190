//! A form that was filled in while somebody else changed the same thing: what only they changed is theirs, what only I
//! changed is mine, and of what both changed both versions are shown.

use super::Drafted;
use crate::accounts::Member;
use crate::catalogue::history::{self, Part, Seen, State, Words, is_same, person_names};
use crate::clock::Time;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::locale::Language;
use crate::money::parse_whole;

/// A field that both have changed.
#[derive(Clone, Debug)]
pub struct Clash {
    pub label: String,
    pub mine: String,
    pub theirs: String,
}

#[derive(Clone, Debug)]
pub struct Merged<F> {
    /// Mine, with theirs where I had changed nothing; over the present version.
    pub form: F,
    /// Who changed it last, and when, if that is known.
    pub last: Option<(String, Time)>,
    pub clashes: Vec<Clash>,
    /// Names of fields that were taken from them.
    pub taken: Vec<String>,
}

/// Nothing if the form was opened on what is there now.
pub fn merge<F: Drafted>(
    conn: &mut DbConnection,
    by: &Member,
    language: Language,
    id: i64,
    mine: &F,
) -> Result<Option<Merged<F>>> {
    let subject = F::subject(id);
    let now = Seen::read(conn, subject)?;
    if now.maker != by.organisation {
        return Err(Error::NotFound);
    }
    // A version that cannot be read is none that was ever given out.
    let version = parse_whole(mine.version().trimmed()).unwrap_or(0);
    if version == now.version {
        return Ok(None);
    }
    let (then, last) = history::changed_since(conn, subject, version)?;
    let words = Words::read(conn, language, now.maker)?;
    let mut state = State::of_form(mine);
    let (mut clashes, mut taken) = (Vec::new(), Vec::new());
    let fields: Vec<(String, serde_json::Value)> =
        state.fields().map(|(field, value)| (field.to_owned(), value.clone())).collect();
    for (field, own) in fields {
        let Some(theirs) = now.state.get(&field).filter(|theirs| !is_same(theirs, &own)) else { continue };
        match then.get(&field) {
            Some(before) if is_same(before, &own) => {
                state.set(&field, theirs.clone());
                taken.push(words.label(&field));
            }
            Some(_) => clashes.push(Clash {
                label: words.label(&field),
                mine: words.value(&field, &own),
                theirs: words.value(&field, theirs),
            }),
            None => {}
        }
    }
    let last = match last {
        Some(revision) => {
            let names = person_names(conn, language, now.maker, std::iter::once(revision.actor()))?;
            names.into_iter().next().map(|name| (name, revision.recorded_at))
        }
        None => None,
    };
    let form: F = state.form(Part::Texts)?;
    Ok(Some(Merged { form: form.with_version(now.version), last, clashes, taken }))
}
