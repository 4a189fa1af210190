//! The checklist that the house comes with, from `checklist.toml`. What binds in it is what is asked for anyway; the rest
//! is advice, until officers decide otherwise.

use serde::Deserialize;

use super::form::RowForm;
use super::store;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::locale::{RawWording, Wording};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seed {
    wording: Wording,
    mode: String,
    #[serde(default)]
    check: String,
    binds: String,
}

#[derive(Debug, Deserialize)]
struct File {
    row: Vec<Seed>,
}

fn forms() -> Result<Vec<RowForm>> {
    let file: File = toml::from_str(include_str!("checklist.toml")).map_err(Error::wrap)?;
    let form = |(place, seed): (usize, Seed)| RowForm {
        wording: RawWording::from(&seed.wording),
        mode: seed.mode.into(),
        check: seed.check.into(),
        binds: seed.binds.into(),
        position: (10 * (place + 1)).into(),
        ..RowForm::default()
    };
    Ok(file.row.into_iter().enumerate().map(form).collect())
}

/// Brings in the checklist where there is none. Says how many rows; what officers have made of it since stays.
pub fn seed_checklist(tx: &mut Write<'_>) -> Result<usize> {
    if !store::rows(tx)?.is_empty() {
        return Ok(0);
    }
    let forms = forms()?;
    for form in &forms {
        let row = store::insert_row(tx, &form.check()?)?;
        store::note_change(tx, &row, None)?;
    }
    Ok(forms.len())
}

#[cfg(test)]
mod tests {
    use super::super::row::{Binds, Mode};
    use super::*;

    #[test]
    fn the_shipped_checklist_is_sound_and_binds_only_what_is_asked_for_anyway() {
        let rows: Vec<_> = forms().unwrap().iter().map(|form| form.check().unwrap()).collect();
        let modes = [Mode::Computed, Mode::Attested, Mode::Verified];
        assert!(modes.iter().all(|mode| rows.iter().any(|row| row.mode == *mode)));
        let binding: Vec<_> = rows.iter().filter(|row| row.binds != Binds::None).collect();
        let asked: Vec<_> = binding.iter().map(|row| row.check.unwrap().word()).collect();
        assert_eq!(asked, ["price", "hs-code", "origin"]);
    }
}
