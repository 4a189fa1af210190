//! Values between commas, semicolons, tabs or bars, with quotes respected.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};

use super::encoding::{self, Decoded, Text};
use super::{Row, refused};
use crate::error::{Error, Message, Result};

const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// Rows that are looked at to tell the separator.
const SNIFFED: usize = 20;
/// Of one row: a quote that is never closed would otherwise swallow the file.
const LONGEST_ROW: u64 = 2 << 20;

/// The separator that cuts the first rows into the most columns, evenly.
pub(super) fn sniff(sample: &str) -> char {
    if let Some(named) = named_separator(sample) {
        return named;
    }
    let score = |separator: char| {
        let mut reader = ReaderBuilder::new()
            .delimiter(separator as u8)
            .has_headers(false)
            .flexible(true)
            .from_reader(sample.as_bytes());
        let mut widths = Vec::new();
        let mut record = ByteRecord::new();
        // The last row of a sample may be cut off.
        while widths.len() < SNIFFED && reader.read_byte_record(&mut record).unwrap_or(false) {
            widths.push(record.len());
        }
        let columns = widths.first().copied().unwrap_or(0);
        let even = widths.iter().filter(|width| **width == columns).count();
        if columns < 2 { (0, 0) } else { (even * 100 / widths.len(), columns) }
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| {
        let (even, columns) = score(*separator);
        // Evenness decides between separators that both cut; a comma within prices cuts unevenly.
        if even >= 80 { (1, columns) } else { (0, even * columns) }
    });
    best.unwrap_or(',')
}

/// Excel's own way of saying it: a first line such as `sep=;`, which it does not show.
fn named_separator(sample: &str) -> Option<char> {
    let line = sample.lines().next()?.trim_matches('"');
    let mut rest = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?.chars();
    rest.next().filter(|separator| SEPARATORS.contains(separator))
}

/// Counts what goes through since a row began.
struct Metered<R> {
    inner: R,
    since: Rc<Cell<u64>>,
}

#[derive(Debug, thiserror::Error)]
#[error("a row without an end")]
struct Endless;

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(into)?;
        self.since.set(self.since.get() + length as u64);
        if self.since.get() > LONGEST_ROW {
            return Err(io::Error::new(io::ErrorKind::InvalidData, Endless));
        }
        Ok(length)
    }
}

pub(super) fn each(
    source: impl Read,
    text: Text,
    separator: char,
    take: &mut dyn FnMut(Row) -> Result<()>,
) -> Result<()> {
    let since = Rc::new(Cell::new(0));
    let metered = Metered { inner: Decoded::new(source, text), since: Rc::clone(&since) };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator as u8)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(metered);
    let mut record = ByteRecord::new();
    let (mut number, mut line) = (0, reader.position().line());
    let mut first = true;
    loop {
        let more = reader.read_byte_record(&mut record).map_err(|error| explain(error, number + 1))?;
        if !more {
            return Ok(());
        }
        since.set(0);
        let ended = reader.position().line();
        // Blank lines are passed over by the reader, but a spreadsheet shows them; line ends inside cells it does not.
        let inside: u64 =
            record.iter().map(|cell| cell.iter().filter(|byte| **byte == b'\n').count() as u64).sum();
        number += 1 + (ended - line).saturating_sub(1 + inside);
        line = ended;
        if std::mem::take(&mut first) && is_separator_line(&record, separator) {
            number = 0;
            continue;
        }
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        let text = |cell: &[u8]| String::from_utf8_lossy(cell).replace('\0', "");
        let cells = record.iter().map(text).collect();
        take(Row { number, cells })?;
    }
}

/// `sep=;` was cut in two by what it names.
fn is_separator_line(record: &ByteRecord, separator: char) -> bool {
    let first = record.get(0).unwrap_or_default();
    let whole = [b"sep=", [separator as u8].as_slice()].concat();
    (record.len() == 2 && record.get(1) == Some(b"") && first.eq_ignore_ascii_case(b"sep="))
        || first.eq_ignore_ascii_case(&whole)
}

fn explain(error: csv::Error, row: u64) -> Error {
    let csv::ErrorKind::Io(error) = error.into_kind() else { return refused("problem-file-no-table") };
    if let Some(message) = encoding::malformed(&error) {
        return refused(message);
    }
    if error.get_ref().is_some_and(|inner| inner.is::<Endless>()) {
        return refused(Message::new("problem-file-quote").with("row", row as i64));
    }
    error.into()
}
