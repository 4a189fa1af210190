//! Any file into rows of cells with their places: what kind of file it is, is told by its content and not by its name.
//!
//! Rows are handed over one by one, so that memory does not grow with the file. Every limit is checked while reading.

mod archive;
mod encoding;
mod lines;
mod separated;
mod workbook;

pub(super) use lines::broken_line;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use crate::error::{Error, Message, Result};

/// Rows of a sheet, with its header.
pub const MOST_ROWS: u64 = 200_000;
/// Columns of a sheet.
pub const MOST_COLUMNS: usize = 512;
/// Letters of a cell: what Excel itself can hold.
pub const LONGEST_CELL: usize = 32_767;

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// As the spreadsheet, or the editor, shows it: counted from 1, blank ones too.
    pub number: u64,
    pub cells: Vec<String>,
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One JSON object a line.
    Lines,
    Separated,
    Workbook,
}

/// How a file was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub shape: Shape,
    /// Of text files.
    pub encoding: Option<&'static str>,
    pub separator: Option<char>,
}

/// Looks at a file and then hands its rows over one by one.
#[derive(Debug)]
pub struct Source<'a> {
    file: &'a File,
    found: Found,
    text: Option<encoding::Text>,
}

impl<'a> Source<'a> {
    /// What the caller knows better than the evidence: the shape and the encoding.
    pub fn open(file: &'a File, shape: Option<Shape>, encoding: Option<&str>) -> Result<Self> {
        let mut head = Vec::new();
        start(file)?.take(4096).read_to_end(&mut head)?;
        if head.is_empty() {
            return Err(refused("problem-file-empty"));
        }
        if head.starts_with(b"PK\x03\x04") {
            archive::check(file)?;
            let found = Found { shape: Shape::Workbook, encoding: None, separator: None };
            return match shape {
                None | Some(Shape::Workbook) => Ok(Self { file, found, text: None }),
                Some(_) => Err(refused("problem-file-workbook")),
            };
        }
        if head.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(refused("problem-file-old-workbook"));
        }
        if shape == Some(Shape::Workbook) || is_something_else(&head) {
            return Err(refused("problem-file-no-table"));
        }
        let text = encoding::recognise(start(file)?, encoding)?;
        let first = encoding::sample(start(file)?, text)?;
        let shape = shape.unwrap_or(match first.trim_start().starts_with('{') {
            true => Shape::Lines,
            false => Shape::Separated,
        });
        let separator = (shape == Shape::Separated).then(|| separated::sniff(&first));
        let found = Found { shape, encoding: Some(text.encoding.name()), separator };
        Ok(Self { file, found, text: Some(text) })
    }

    pub fn found(&self) -> &Found {
        &self.found
    }

    /// Hands every row over that is not blank. An error of `take` ends the reading.
    pub fn each(&self, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
        let mut limited = |row: Row| check_row(&row).and_then(|()| take(row));
        match (self.found.shape, self.text) {
            (Shape::Lines, _) => lines::each(start(self.file)?, take),
            (Shape::Separated, Some(text)) => {
                let separator = self.found.separator.unwrap_or(',');
                separated::each(start(self.file)?, text, separator, &mut limited)
            }
            _ => workbook::each(start(self.file)?, &mut limited),
        }
    }
}

fn start(mut file: &File) -> Result<&File> {
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

fn check_row(row: &Row) -> Result<()> {
    if row.number > MOST_ROWS {
        return Err(refused(Message::new("problem-file-rows").with("most", MOST_ROWS as i64)));
    }
    if row.cells.len() > MOST_COLUMNS {
        return Err(refused(Message::new("problem-file-columns").with("most", MOST_COLUMNS)));
    }
    // Bytes first: they are known, letters have to be counted.
    let too_long = |cell: &String| cell.len() > LONGEST_CELL && cell.chars().count() > LONGEST_CELL;
    if row.cells.iter().any(too_long) {
        let message = Message::new("problem-file-cell").with("row", row.number as i64);
        return Err(refused(message.with("most", LONGEST_CELL)));
    }
    Ok(())
}

/// A file that is no table at all.
fn refused(message: impl Into<Message>) -> Error {
    Error::invalid("file", message)
}

/// Pictures, documents and web pages give themselves away by how they begin.
fn is_something_else(head: &[u8]) -> bool {
    const OTHERS: [&[u8]; 10] = [
        b"%PDF",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"RIFF",
        b"\x1f\x8b",
        b"Rar!",
        b"7z\xbc\xaf",
        b"SQLite format",
        b"{\\rtf",
    ];
    let text = String::from_utf8_lossy(&head[..head.len().min(256)]).trim_start().to_ascii_lowercase();
    OTHERS.iter().any(|other| head.starts_with(other))
        || ["<!doctype", "<html", "<?xml"]
            .iter()
            .any(|mark| text.trim_start_matches('\u{feff}').starts_with(mark))
}

#[cfg(test)]
mod tests;
