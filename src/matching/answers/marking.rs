//! A buyer sorts the makers whom a request has brought: these, not those.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::outcome::{Outcome, note_outcome};
use crate::accounts::{self, Member};
use crate::db::Write;
use crate::error::{Error, Result};
use crate::ids::RequestId;
use crate::input::{Fields, Raw};
use crate::matching::drafting::own_request;
use crate::matching::store;

/// What a buyer thinks of a maker for a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    #[default]
    None,
    Shortlisted,
    PassedOver,
}

crate::text_enum!(Mark { None => "none", Shortlisted => "shortlisted", PassedOver => "passed-over" });

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MarkForm {
    /// `shortlisted`, `passed-over`, or `none` to take either back.
    pub mark: Raw,
}

impl MarkForm {
    fn check(&self) -> Result<Mark> {
        let mut fields = Fields::new();
        let mark = fields.choice("mark", &self.mark);
        fields.done(mark)
    }
}

/// Only the buyer sees it; the maker learns of an offer that is accepted, and of nothing before.
pub fn mark_maker(
    tx: &mut Write<'_>,
    by: &Member,
    id: RequestId,
    maker: &str,
    form: &MarkForm,
) -> Result<Mark> {
    by.confirm(tx)?;
    own_request(tx, by, id)?;
    let maker = accounts::organisation_by_slug(tx, maker)?;
    if !store::is_matched(tx, id, maker.id)? {
        return Err(Error::NotFound);
    }
    let mark = form.check()?;
    let outcome = match mark {
        Mark::None => Outcome::Unmarked,
        Mark::Shortlisted => Outcome::Shortlisted,
        Mark::PassedOver => Outcome::PassedOver,
    };
    note_outcome(tx, by, id, maker.id, outcome)?;
    Ok(mark)
}
