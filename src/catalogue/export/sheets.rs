//! The two files that a sheet may be. Formulas do not come to life in either: what would be one is marked as text.

use std::fs::File;
use std::io::{BufWriter, Write};

use rust_xlsxwriter::{Format, Workbook};

use super::{Cell, Kind};
use crate::catalogue::import::armed;
use crate::error::{Error, Result};
use crate::locale::{self, Language};

/// Wide enough for a title; a person can pull it.
const WIDTH: f64 = 22.0;
const COLUMNS: u16 = 64;

pub(in crate::catalogue) enum Sheet<'a> {
    Csv(Box<csv::Writer<BufWriter<&'a File>>>),
    Xlsx { file: &'a File, book: Box<Workbook>, row: u32 },
}

impl<'a> Sheet<'a> {
    pub(in crate::catalogue) fn begin(file: &'a File, kind: Kind, language: Language) -> Result<Self> {
        match kind {
            Kind::Csv => {
                let mut out = BufWriter::new(file);
                // Without it Excel takes UTF-8 for the encoding of the country.
                out.write_all("\u{feff}".as_bytes())?;
                let writer = csv::WriterBuilder::new()
                    .terminator(csv::Terminator::CRLF)
                    .delimiter(separator(language))
                    .from_writer(out);
                Ok(Self::Csv(Box::new(writer)))
            }
            Kind::Xlsx => {
                let mut book = Workbook::new();
                let sheet = book.add_worksheet_with_constant_memory().map_err(Error::wrap)?;
                let title = locale::say(language, &"import-sheet-name".into());
                sheet.set_name(title).map_err(Error::wrap)?;
                sheet.set_right_to_left(language == Language::Ar);
                sheet.set_freeze_panes(1, 1).map_err(Error::wrap)?;
                for column in 0..COLUMNS {
                    sheet.set_column_width(column, WIDTH).map_err(Error::wrap)?;
                }
                Ok(Self::Xlsx { file, book: Box::new(book), row: 0 })
            }
        }
    }

    pub(in crate::catalogue) fn row(&mut self, cells: Vec<Cell>) -> Result<()> {
        match self {
            Self::Csv(writer) => {
                let texts = cells.into_iter().map(|cell| match cell {
                    Cell::Text(text) => armed(text),
                    Cell::Number(number) => number.to_string(),
                    Cell::Blank => String::new(),
                });
                writer.write_record(texts).map_err(Error::wrap)
            }
            Self::Xlsx { book, row, .. } => {
                let sheet = book.worksheet_from_index(0).map_err(Error::wrap)?;
                let bold = Format::new().set_bold();
                for (column, cell) in (0_u16..).zip(cells) {
                    match cell {
                        Cell::Text(text) if *row == 0 => {
                            sheet.write_string_with_format(0, column, text, &bold)
                        }
                        Cell::Text(text) => sheet.write_string(*row, column, armed(text)),
                        // Whole numbers of pieces, days and grams are far below where a float loses any.
                        Cell::Number(number) => sheet.write_number(*row, column, number as f64),
                        Cell::Blank => continue,
                    }
                    .map_err(Error::wrap)?;
                }
                *row += 1;
                Ok(())
            }
        }
    }

    pub(in crate::catalogue) fn end(self) -> Result<()> {
        match self {
            Self::Csv(writer) => {
                let mut out = writer.into_inner().map_err(|error| Error::broken(error.to_string()))?;
                Ok(out.flush()?)
            }
            Self::Xlsx { file, mut book, .. } => {
                book.save_to_writer(BufWriter::new(file)).map_err(Error::wrap)
            }
        }
    }
}

/// What the reader's Excel cuts at: where the comma marks decimals, it is the semicolon.
fn separator(language: Language) -> u8 {
    match language {
        Language::En => b',',
        Language::Fr | Language::Ar => b';',
    }
}
