//! An officer's decision about an organisation: approve a maker, verify a buyer, refuse, suspend.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Kind, Member, NewOrganisation, Organisation, Standing, letters, store};
use crate::db::{Actor, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::OrganisationId;
use crate::input::{Fields, Raw};
use crate::settings::Settings;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StandingForm {
    /// `approved`, `refused`, `suspended` or `pending`.
    pub standing: Raw,
    /// Why; the organisation reads it.
    pub note: Raw,
}

/// Decides, tells the organisation's people, and records the fact.
pub fn decide_standing(
    tx: &mut Write<'_>,
    settings: &Settings,
    officer: &Member,
    id: OrganisationId,
    form: &StandingForm,
) -> Result<Organisation> {
    officer.confirm(tx)?;
    let mut fields = Fields::new();
    let standing: Standing = fields.choice("standing", &form.standing);
    let note = fields.optional_text("note", &form.note, 1000);
    if matches!(standing, Standing::Refused | Standing::Suspended)
        && note.is_none()
        && fields.is_sound("note")
    {
        fields.problem("note", "problem-reason-missing");
    }
    fields.done(())?;
    let before = store::organisation(tx, id)?;
    if before.kind == Kind::Programme {
        return Err(Error::refused("refusal-programme-standing"));
    }
    if before.standing == standing {
        return Err(Error::refused("refusal-standing-same"));
    }
    store::set_standing(tx, id, standing, note.as_deref(), officer.person)?;
    tx.record(officer.actor(), Event::StandingDecided { organisation: id });
    let after = store::organisation(tx, id)?;
    letters::standing_decided(tx, settings, &after)?;
    Ok(after)
}

/// An organisation that the programme itself brings in, such as a cluster's: approved from the start, nobody in it yet.
pub fn enrol(tx: &mut Write<'_>, by: Actor, new: &NewOrganisation) -> Result<OrganisationId> {
    let id = store::insert_organisation(tx, new, Standing::Approved)?;
    tx.record(by, Event::StandingDecided { organisation: id });
    Ok(id)
}
