//! What an import did, and what it would not do.

use schemars::JsonSchema;
use serde::Serialize;

#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Lines that were not blank.
    pub read: u64,
    pub created: u64,
    pub changed: u64,
    /// The same as last time.
    pub skipped: u64,
    /// Lines with a problem; nothing of them was written.
    pub refused: u64,
    /// What was wrong where. Of very many only the first thousand are listed; `refused` counts them all.
    pub problems: Vec<LineProblem>,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LineProblem {
    /// Counted from 1, blank lines too, as an editor counts.
    pub line: u64,
    /// The field, or `line` if it could not be read at all.
    pub field: String,
    pub problem: String,
    /// What would have been right.
    pub expected: String,
}

/// How far it has come.
#[derive(Clone, Copy, Debug)]
pub enum Progress<'a> {
    /// So many lines were checked.
    Checked { lines: u64 },
    /// This stands in the way of a line.
    Refused(&'a LineProblem),
    /// So many lines were dealt with in the write; begins anew if the database asks to repeat it.
    Written { lines: u64 },
}
