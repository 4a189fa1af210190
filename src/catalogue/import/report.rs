//! What an import would do or did, and what it would not do.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::layout::{Column, Dialect};
use super::staged::State;
use crate::error::Message;
use crate::ids::ImportId;
use crate::locale::{self, Language, Wording};

/// A report names so many problems; the table of rows has them all.
pub const MOST_PROBLEMS: usize = 1000;

#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    pub id: Option<ImportId>,
    pub state: State,
    /// The file's name, as it was sent.
    pub file: String,
    /// In whose words the file speaks.
    pub format: Dialect,
    /// Of text files: how it was read.
    pub encoding: Option<String>,
    pub separator: Option<String>,
    /// Of prices that name none.
    pub currency: Option<String>,
    /// One problem holds everything back.
    pub strict: bool,
    /// Rows of the file that are not blank, without the header.
    pub rows: u64,
    /// How many of them were checked so far.
    pub checked: u64,
    /// Products: one row each, or several rows of one product with variants.
    pub read: u64,
    pub created: u64,
    pub changed: u64,
    /// The same as before.
    pub skipped: u64,
    /// With a problem; nothing of them is written.
    pub refused: u64,
    /// What was wrong where. Of very many only the first thousand are listed; `refused` counts them all.
    pub problems: Vec<CellProblem>,
    /// What was done to many products alike.
    pub notes: Vec<NoteView>,
    /// The columns of the file and what they hold; null where a header was not understood.
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CellProblem {
    /// As the spreadsheet shows it; of JSON Lines the line. Counted from 1, blank ones too.
    pub row: u64,
    /// The header of the column; of JSON Lines the field, or `line` if it could not be read at all.
    pub column: String,
    /// What stands there.
    pub value: String,
    pub problem: String,
    /// What would have been right.
    pub expected: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct NoteView {
    pub note: String,
    /// How many products it is about.
    pub products: u64,
    /// The first of them.
    pub row: u64,
}

/// A problem as it is kept: its reader's language is not known yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct KeptProblem {
    pub row: u64,
    pub column: String,
    pub value: String,
    pub problem: Wording,
    pub expected: Wording,
}

impl KeptProblem {
    pub(super) fn shown(&self, language: Language) -> CellProblem {
        CellProblem {
            row: self.row,
            column: self.column.clone(),
            value: self.value.clone(),
            problem: self.problem.best(language).to_owned(),
            expected: self.expected.best(language).to_owned(),
        }
    }
}

/// A message in all three languages.
pub(in crate::catalogue) fn in_all(message: &Message) -> Wording {
    let say = |language| Some(locale::say(language, message));
    Wording { en: say(Language::En), fr: say(Language::Fr), ar: say(Language::Ar) }
}

/// What happens to a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Created,
    Changed,
    Skipped,
    Refused,
}

crate::text_enum!(Outcome {
    Created => "created",
    Changed => "changed",
    Skipped => "skipped",
    Refused => "refused",
});

/// The counts so far, as they are kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    pub rows: u64,
    pub checked: u64,
    pub read: u64,
    pub created: u64,
    pub changed: u64,
    pub skipped: u64,
    pub refused: u64,
    /// Per note: how many products, and the row of the first.
    pub notes: BTreeMap<String, (u64, u64)>,
}

impl Tally {
    pub(super) fn count(&mut self, outcome: Outcome) {
        self.read += 1;
        match outcome {
            Outcome::Created => self.created += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Skipped => self.skipped += 1,
            Outcome::Refused => self.refused += 1,
        }
    }

    pub(super) fn note(&mut self, note: &str, row: u64) {
        self.notes.entry(note.to_owned()).or_insert((0, row)).0 += 1;
    }

    /// Is there anything that a commit would write?
    pub fn has_sound(&self) -> bool {
        self.refused < self.read
    }
}

/// One product of a dry run.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RowView {
    /// Its first row.
    pub row: u64,
    pub outcome: Outcome,
    pub sku: String,
    pub title: Wording,
    /// Of a known product: which fields change, from what to what.
    pub changes: Vec<Change>,
    pub problems: Vec<CellProblem>,
    /// What it still lacks before it can be published: names of fields.
    pub lacks: Vec<String>,
}

/// A field and how it changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    pub field: String,
    pub from: String,
    pub to: String,
}
