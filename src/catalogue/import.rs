//! Products from a file: JSON Lines, one object a line, in UTF-8.
//!
//! ```json
//! {"maker": "atelier-ben-salah", "sku": "B-1", "title": {"en": "Blue bowl", "fr": "Bol bleu"},
//!  "description": "Un bol tourné à la main.", "language": "fr", "craft": "ceramics", "materials": ["clay"],
//!  "techniques": ["wheel-thrown"], "price": {"amount": "12.500", "currency": "TND"}, "moq": 24, "order_multiple": 6,
//!  "lead_time_days": 30, "hs_code": "6912.00", "origin": "TN", "collection": "Blue tables", "publish": true}
//! ```
//!
//! (There on one line.) `sku` is the only field that every line must have: maker and SKU say which product it is. What
//! they bring is new, changed since the last import, or skipped because it is the same as last time; a maker's own
//! later edits are then left alone. A title or a description is one text, in the line's `language` (`en` if it names
//! none), or one per language. Crafts, materials and techniques are keys of the vocabularies. `collection` is the slug
//! or the title of one of the maker's collections; a title that is not there yet becomes a new collection, which is
//! published if one of its products is. `"publish": true` asks for completeness; without it a new product is a draft,
//! and a published one stays published and must stay complete.
//!
//! Every line is checked in full before anything is written, and everything is written in one transaction. A line with
//! a problem is left out and reported, or, if asked to be strict, holds back the whole file. Memory does not grow with
//! the file, but for a few bytes per fact recorded.

mod check;
mod line;
mod lines;
mod report;
mod write;

pub use line::{ImportLine, Texts};
pub use report::{LineProblem, Progress, Report};

use std::cell::RefCell;
use std::io::{self, BufRead};

use self::check::Desk;
use self::lines::Lines;
use crate::accounts::Member;
use crate::db::{Actor, Db, DbConnection};
use crate::error::Result;
use crate::locale::Language;

/// A report names so many problems; `Progress::Refused` tells of every one as it is found.
pub const MOST_PROBLEMS: usize = 1000;
/// How often progress is told.
const STEP: u64 = 250;

#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The slug of the maker whose products these are; without it every line names its own.
    pub maker: Option<String>,
    /// Write nothing if any line is refused.
    pub strict: bool,
    /// In which the problems are told.
    pub language: Language,
    /// Who sends it, if a person does: their right is confirmed inside the write.
    pub by: Option<Member>,
}

impl ImportOptions {
    fn actor(&self) -> Actor {
        self.by.as_ref().map(Member::actor).unwrap_or_default()
    }
}

/// Checks every line, then writes all sound ones in one transaction. `source` opens the file anew each time it is
/// called: for checking, for writing, and again should the database ask to repeat.
pub fn import(
    db: &Db,
    source: impl Fn() -> io::Result<Box<dyn BufRead>>,
    options: &ImportOptions,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report> {
    let checked = db.read_now(|conn| check_all(conn, &source, options, progress))?;
    if checked.refused == checked.read || (options.strict && checked.refused > 0) {
        return Ok(checked);
    }
    let progress = RefCell::new(progress);
    let written = db.write_now(|tx| {
        let mut progress = progress.borrow_mut();
        write::write_all(tx, &source, options, &mut **progress)
    })?;
    Ok(Report { problems: checked.problems, ..written })
}

/// The dry run.
fn check_all(
    conn: &mut DbConnection,
    source: &impl Fn() -> io::Result<Box<dyn BufRead>>,
    options: &ImportOptions,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report> {
    let (mut report, mut desk) = (Report::default(), Desk::new(options));
    let mut lines = Lines::new(source()?);
    while let Some(line) = lines.next()? {
        report.read += 1;
        if let Err(problems) = desk.check(conn, &line)? {
            report.refused += 1;
            for problem in problems {
                progress(Progress::Refused(&problem));
                if report.problems.len() < MOST_PROBLEMS {
                    report.problems.push(problem);
                }
            }
        }
        if report.read % STEP == 0 {
            progress(Progress::Checked { lines: report.read });
        }
    }
    progress(Progress::Checked { lines: report.read });
    Ok(report)
}
