//! A file into rows in the database, batch by batch. The same file sent again goes on where it broke off, and is never
//! taken in twice.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::dry_run::patiently;
use super::layout::{Format, Layout};
use super::reading::{Row, Shape, Source};
use super::report::Tally;
use super::staged::{About, State};
use super::store::{self, NewImport};
use crate::accounts::Member;
use crate::catalogue::products::may_prepare;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::ids::{ImportId, OrganisationId};
use crate::locale::Language;

/// Rows of one write.
const BATCH: usize = 500;
/// A header stands among the first rows; what is above it is a title.
const ABOVE_HEADER: usize = 10;

/// What the sender says about a file.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Whose products these are; without it each line names its own maker.
    pub maker: Option<OrganisationId>,
    /// Who sends it, if a person does: their right is confirmed inside every write.
    pub by: Option<Member>,
    pub file: String,
    pub format: Format,
    pub currency: Option<String>,
    pub encoding: Option<String>,
    pub language: Language,
    pub strict: bool,
}

/// Takes a file in. Nothing of a file that cannot be read to its end stays behind.
pub fn stage(db: &Db, file: &File, wish: &Wish) -> Result<ImportId> {
    let hash = hash(file, wish)?;
    let source = Source::open(file, wish.format.shape(), wish.encoding.as_deref())?;
    let mut intake = Intake::new(db, wish, &hash, &source)?;
    let read = source.each(&mut |row| intake.take(row)).and_then(|()| intake.finish());
    match (read, intake.id) {
        (Ok(id), _) => Ok(id),
        (Err(error), Some(id)) => {
            // What cannot be read the first time cannot be the second time either, unless it was not the file's fault.
            if matches!(error, Error::Invalid(_)) {
                db.write_now(|tx| store::delete(tx, id))?;
            }
            Err(error)
        }
        (Err(error), None) => Err(error),
    }
}

/// Of the file and of everything that changes what is read out of it.
fn hash(mut file: &File, wish: &Wish) -> Result<String> {
    file.seek(SeekFrom::Start(0))?;
    let (mut hasher, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let length = file.read(&mut buffer)?;
        if length == 0 {
            break;
        }
        hasher.update(&buffer[..length]);
    }
    let said = (wish.format, &wish.currency, &wish.encoding, wish.language, wish.strict);
    hasher.update(serde_json::to_vec(&said)?);
    Ok(HEXLOWER.encode(&hasher.finalize()))
}

struct Intake<'a> {
    db: &'a Db,
    wish: &'a Wish,
    hash: &'a str,
    about: About,
    id: Option<ImportId>,
    /// Rows above the header, until it is found.
    above: Vec<Row>,
    batch: Vec<Row>,
    /// Rows that went by, and rows that were there before.
    passed: i64,
    there: i64,
    is_complete: bool,
}

impl<'a> Intake<'a> {
    fn new(db: &'a Db, wish: &'a Wish, hash: &'a str, source: &Source<'_>) -> Result<Self> {
        let found = source.found();
        let about = About {
            file: wish.file.clone(),
            format: wish.format,
            encoding: found.encoding.map(str::to_owned),
            separator: found.separator.map(String::from),
            currency: wish.currency.clone(),
            language: wish.language,
            strict: wish.strict,
        };
        let mut intake = Self {
            db,
            wish,
            hash,
            about,
            id: None,
            above: Vec::new(),
            batch: Vec::new(),
            passed: 0,
            there: 0,
            is_complete: false,
        };
        if found.shape == Shape::Lines {
            intake.begin(&Layout::lines())?;
        }
        Ok(intake)
    }

    fn take(&mut self, row: Row) -> Result<()> {
        if self.id.is_some() {
            return self.put(row);
        }
        self.above.push(row);
        if self.above.len() >= ABOVE_HEADER { self.find_header() } else { Ok(()) }
    }

    /// The first row with the most columns that are understood.
    fn find_header(&mut self) -> Result<()> {
        let rows = std::mem::take(&mut self.above);
        let maker = self.wish.maker;
        let mapped = self.db.read_now(|conn| {
            maker.map(|maker| store::mappings(conn, maker)).transpose().map(Option::unwrap_or_default)
        })?;
        let layouts: Vec<Layout> =
            rows.iter().map(|row| Layout::understand(&row.cells, self.wish.format, &mapped)).collect();
        let known = |layout: &Layout| layout.columns.iter().filter(|column| column.is_used()).count();
        let best = layouts.iter().map(known).max().unwrap_or(0);
        let at = layouts.iter().position(|layout| known(layout) == best).unwrap_or(0);
        let Some(layout) = layouts.get(at) else { return Err(no_table()) };
        // One column of anything is a text and no table.
        if layout.columns.len() < 2 || rows.len() == at + 1 {
            return Err(no_table());
        }
        self.begin(layout)?;
        for row in rows.into_iter().skip(at + 1) {
            self.put(row)?;
        }
        Ok(())
    }

    /// A new import, or the one that this file has begun before.
    fn begin(&mut self, layout: &Layout) -> Result<()> {
        let Self { wish, hash, about, .. } = self;
        let (id, there, is_complete) = patiently(self.db, |tx| {
            if let Some(member) = &wish.by {
                may_prepare(tx, member)?;
            }
            if let Some(import) = store::same(tx, wish.maker, hash)? {
                if import.state == State::Reading {
                    return Ok((import.id, import.staged, false));
                }
                // The world may have moved since: everything is checked again, with what the maker mapped meanwhile.
                store::forget_verdicts(tx, import.id)?;
                store::set_layout(tx, import.id, layout)?;
                let tally = Tally { rows: import.staged.unsigned_abs(), ..Tally::default() };
                store::advance(tx, import.id, State::Grouping, 0, &tally)?;
                return Ok((import.id, import.staged, true));
            }
            let by = wish.by.as_ref().map(|member| member.person);
            let new = NewImport { maker: wish.maker, content_hash: hash, about, layout, by };
            Ok((store::insert(tx, &new)?, 0, false))
        })?;
        (self.id, self.there, self.is_complete) = (Some(id), there, is_complete);
        Ok(())
    }

    fn put(&mut self, row: Row) -> Result<()> {
        self.passed += 1;
        if self.is_complete || self.passed <= self.there {
            return Ok(());
        }
        self.batch.push(row);
        if self.batch.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<()> {
        let Some(id) = self.id.filter(|_| !self.batch.is_empty()) else { return Ok(()) };
        let (rows, before) = (std::mem::take(&mut self.batch), self.there);
        let staged = before + rows.len() as i64;
        patiently(self.db, |tx| {
            // Somebody else may send the same file at the same time; whoever comes first wins.
            if store::import(tx, id)?.staged != before {
                return Err(Error::Conflict);
            }
            store::insert_rows(tx, id, &rows)?;
            store::set_staged(tx, id, staged)
        })?;
        self.there = staged;
        Ok(())
    }

    fn finish(&mut self) -> Result<ImportId> {
        if self.id.is_none() {
            self.find_header()?;
        }
        self.flush()?;
        let Some(id) = self.id.filter(|_| self.passed > 0) else { return Err(no_table()) };
        if !self.is_complete {
            let tally = Tally { rows: self.there.unsigned_abs(), ..Tally::default() };
            patiently(self.db, |tx| store::advance(tx, id, State::Grouping, 0, &tally))?;
        }
        Ok(id)
    }
}

fn no_table() -> Error {
    Error::invalid("file", "problem-file-no-table")
}
