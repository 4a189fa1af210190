//! How often somebody is written to: chosen in the account, or ended by one click in a letter and taken up again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::tiding::Reader;
use super::{Rhythm, links, store};
use crate::accounts::Member;
use crate::db::Write;
use crate::error::Result;
use crate::ids::PersonId;
use crate::input::{Fields, Raw};

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RhythmForm {
    /// `immediate`, `daily` (at 7:00 UTC), `weekly` (on Monday at 7:00 UTC) or `never`.
    pub rhythm: Raw,
}

impl RhythmForm {
    fn check(&self) -> Result<Rhythm> {
        let mut fields = Fields::new();
        let rhythm = fields.choice("rhythm", &self.rhythm);
        fields.done(rhythm)
    }
}

/// A person says how often they want to hear what is new.
pub fn choose_rhythm(tx: &mut Write<'_>, by: &Member, form: &RhythmForm) -> Result<Rhythm> {
    by.confirm(tx)?;
    set(tx, by.person, form.check()?)
}

fn set(tx: &mut Write<'_>, person: PersonId, rhythm: Rhythm) -> Result<Rhythm> {
    let now = store::reader(tx, person)?;
    // What they had before they ended it is what they go back to.
    let former_rhythm = if now.rhythm == Rhythm::Never { now.former_rhythm } else { now.rhythm };
    store::set_reader(tx, &Reader { rhythm, former_rhythm, ..now })?;
    Ok(rhythm)
}

/// Ends somebody's letters by the secret that stands in one of them; again and again, it stays so.
pub fn unsubscribe_by_link(tx: &mut Write<'_>, secret: &str) -> Result<Rhythm> {
    let now = tx.now();
    let link = links::ending(tx, secret, now)?;
    store::spend_link(tx, link.id)?;
    set(tx, link.person_id, Rhythm::Never)
}

/// Takes them up again, as they were.
pub fn resume_by_link(tx: &mut Write<'_>, secret: &str) -> Result<Rhythm> {
    let now = tx.now();
    let person = links::ending(tx, secret, now)?.person_id;
    let reader = store::reader(tx, person)?;
    match reader.rhythm {
        Rhythm::Never => set(tx, person, reader.former_rhythm),
        rhythm => Ok(rhythm),
    }
}
