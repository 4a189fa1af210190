//! The cells of a row by what they hold.

use crate::catalogue::import::layout::Layout;
use crate::catalogue::import::reading::Row;

#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue::import) struct Cells<'a> {
    layout: &'a Layout,
    pub row: &'a Row,
}

/// One cell that holds something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::catalogue::import) struct Found<'a> {
    pub column: &'a str,
    pub text: &'a str,
}

impl<'a> Cells<'a> {
    pub(in crate::catalogue::import) fn new(layout: &'a Layout, row: &'a Row) -> Self {
        Self { layout, row }
    }

    /// The first cell of a field that is not blank.
    pub(super) fn find(&self, field: &str) -> Option<Found<'a>> {
        self.all(field).next()
    }

    pub(in crate::catalogue::import) fn text(&self, field: &str) -> &'a str {
        self.find(field).map_or("", |found| found.text)
    }

    fn all(&self, field: &str) -> impl Iterator<Item = Found<'a>> {
        let (layout, row) = (self.layout, self.row);
        let columns = layout.columns.iter().zip(&row.cells);
        let of_field = columns.filter(move |(column, _)| column.field.as_deref() == Some(field));
        of_field
            .map(|(column, cell)| Found { column: &column.header, text: plain(cell) })
            .filter(|found| !found.text.is_empty())
    }

    /// Every filled column whose field begins so, with the rest of the field's name.
    pub(super) fn beginning(&self, start: &str) -> impl Iterator<Item = (&'a str, Found<'a>)> {
        let columns = self.layout.columns.iter().zip(&self.row.cells);
        columns.filter_map(move |(column, cell)| {
            let rest = column.field.as_deref()?.strip_prefix(start)?;
            let found = Found { column: &column.header, text: plain(cell) };
            (!found.text.is_empty()).then_some((rest, found))
        })
    }
}

/// Without blanks around it, and without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn plain(cell: &str) -> &str {
    disarmed(cell.trim())
}

const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Takes off one apostrophe in front of what would be a formula.
pub(in crate::catalogue) fn disarmed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Puts it there.
pub(in crate::catalogue) fn armed(cell: String) -> String {
    match cell.trim_start_matches('\'').starts_with(FORMULA) {
        true => format!("'{cell}"),
        false => cell,
    }
}

/// A formula that failed: what Excel shows instead of a value.
pub(super) fn is_failed_formula(text: &str) -> bool {
    const FAILED: [&str; 8] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!"];
    FAILED.contains(&text) || (text.len() > 3 && text.bytes().all(|byte| byte == b'#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_armed_again() {
        for text in ["=1+1", "+216 71", "-5", "@home", "'=x", "''-y", "'quoted'", "plain", ""] {
            let written = armed(text.to_owned());
            assert!(!written.starts_with(FORMULA), "{text}");
            assert_eq!(disarmed(&written), text);
        }
    }
}
