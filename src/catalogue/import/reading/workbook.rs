//! XLSX, cell by cell: each value as the text that a person sees, without the noise of floating point.

use std::fs::File;
use std::io::BufReader;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Row, refused};
use crate::error::{Error, Message, Result};

/// The rows of the first sheet that is to be seen.
pub(super) fn each(file: &File, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(explain)?;
    let sheets = book.sheets_metadata();
    let seen = |sheet: &&calamine::Sheet| {
        sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    };
    let name = sheets.iter().find(seen).map(|sheet| sheet.name.clone());
    let name = name.ok_or_else(|| refused("problem-file-no-workbook"))?;
    let mut reader = book.worksheet_cells_reader(&name).map_err(explain)?;
    let mut row = Row::default();
    while let Some(cell) = reader.next_cell().map_err(explain)? {
        let text = words(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (number, column) = cell.get_position();
        let (number, column) = (u64::from(number) + 1, column as usize);
        if column >= MOST_COLUMNS {
            return Err(refused(Message::new("problem-file-columns").with("most", MOST_COLUMNS)));
        }
        if number > MOST_ROWS {
            return Err(refused(Message::new("problem-file-rows").with("most", MOST_ROWS as i64)));
        }
        if number != row.number {
            let done = std::mem::replace(&mut row, Row { number, cells: Vec::new() });
            hand_over(done, take)?;
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        row.cells[column] = text;
    }
    hand_over(row, take)
}

fn hand_over(row: Row, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
    if row.cells.iter().all(|cell| cell.trim().is_empty()) { Ok(()) } else { take(row) }
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => plain(*number),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(instant) => date(*instant),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// What the format allows and no database keeps. `_x000D_` is how Excel writes a carriage return.
fn clean(text: &str) -> String {
    let text: String = text.chars().filter(|c| *c != '\0').take(LONGEST_CELL + 1).collect();
    text.replace("_x000D_", "").replace('\r', "")
}

/// Excel keeps 15 digits; what a binary number has beyond them is noise.
fn plain(number: f64) -> String {
    match format!("{number:.14e}").parse::<f64>() {
        Ok(rounded) if rounded.is_finite() => rounded.to_string(),
        _ => number.to_string(),
    }
}

fn date(instant: ExcelDateTime) -> String {
    if instant.is_duration() {
        return plain(instant.as_f64());
    }
    let (year, month, day, hour, minute, ..) = instant.to_ymd_hms_milli();
    match (hour, minute) {
        (0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}

fn explain(error: XlsxError) -> Error {
    match error {
        XlsxError::Io(error) if error.kind() != std::io::ErrorKind::InvalidData => error.into(),
        XlsxError::Password => refused("problem-file-password"),
        XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_) => refused("problem-file-no-workbook"),
        _ => refused("problem-file-broken-workbook"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_seen() {
        for (number, seen) in [
            (12.0, "12"),
            (12.5, "12.5"),
            (0.1 + 0.2, "0.3"),
            (12.499999999999998, "12.5"),
            (6_191_234_567_890.0, "6191234567890"),
            (-3.25, "-3.25"),
            (0.000_01, "0.00001"),
        ] {
            assert_eq!(plain(number), seen);
        }
    }

    #[test]
    fn carriage_returns_are_no_letters() {
        assert_eq!(clean("one_x000D_\ntwo\r\nthree"), "one\ntwo\nthree");
    }
}
