//! The dry run: which rows belong together, then product by product what would happen. A batch is one write that also
//! says how far it has come, so that whoever finds it standing still goes on from there.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{Duration, Instant};

use super::check::{Desk, Wanted, explain};
use super::compose::{self, Belongs, Composed, Context};
use super::reading::Row;
use super::report::{KeptProblem, Outcome, Tally};
use super::staged::{Import, State};
use super::store::{self, Judged, Verdict};
use super::terms;
use crate::db::{Db, DbConnection, Write};
use crate::error::{Error, Message, Problems, Result};
use crate::ids::ImportId;
use crate::locale::Wording;

/// Products of one write.
pub(super) const BATCH: i64 = 200;
/// A commit of a whole catalogue may hold the pen for a while.
const PATIENCE: Duration = Duration::from_secs(60);
/// Rows that are looked at at a time.
const ROWS: i64 = 1000;
/// Nothing is made in more variants; what has more rows is a mistake in its SKU.
const MOST_ROWS_OF_PRODUCT: u32 = 500;

/// One step further; `false` when there was none to take.
pub fn step(db: &Db, id: ImportId) -> Result<bool> {
    patiently(db, |tx| {
        let import = store::import(tx, id)?;
        match import.state {
            State::Grouping => group(tx, &import)?,
            State::Checking => check(tx, &import)?,
            State::Reading | State::Ready | State::Committed => return Ok(false),
        }
        Ok(true)
    })
}

/// A write that waits while others hold the pen: nobody sits before it, and giving up would cost more than waiting.
pub(super) fn patiently<T>(db: &Db, work: impl Fn(&mut Write<'_>) -> Result<T>) -> Result<T> {
    let begun = Instant::now();
    loop {
        match db.write_now(&work) {
            Err(Error::Busy) if begun.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(50)),
            outcome => return outcome,
        }
    }
}

/// Which row leads which. What is remembered is a number per name, not the name.
fn group(tx: &mut Write<'_>, import: &Import) -> Result<()> {
    let mut leaders: HashMap<u64, (i64, u32)> = HashMap::new();
    let mut waiting: Vec<(i64, u64)> = Vec::new();
    let mut after = 0;
    loop {
        let rows = store::rows_after(tx, import.id, after, ROWS)?;
        let Some(last) = rows.last() else { break };
        after = last.number as i64;
        let mut pairs = Vec::new();
        for row in &rows {
            let number = row.number as i64;
            match compose::belongs(&import.layout, row) {
                Belongs::Alone => {}
                Belongs::To(name) => match leaders.get(&mark(&name)) {
                    Some((leader, _)) => pairs.push((number, *leader)),
                    None => waiting.push((number, mark(&name))),
                },
                Belongs::Together(names) => {
                    let marks: Vec<u64> = names.iter().map(|name| mark(name)).collect();
                    let found = marks.iter().find_map(|mark| leaders.get(mark)).copied();
                    match found {
                        Some((leader, count)) if count < MOST_ROWS_OF_PRODUCT => {
                            pairs.push((number, leader));
                            leaders.extend(marks.iter().map(|mark| (*mark, (leader, count + 1))));
                        }
                        Some(_) => {}
                        None => leaders.extend(marks.iter().map(|mark| (*mark, (number, 1)))),
                    }
                }
            }
        }
        if !pairs.is_empty() {
            store::set_leaders(tx, import.id, &pairs)?;
        }
    }
    // Those that stood in front of the row that they belong to. The product is found where that row is.
    let late: Vec<(i64, i64)> =
        waiting.iter().filter_map(|(number, mark)| Some((*number, leaders.get(mark)?.0))).collect();
    for pairs in late.chunks(ROWS as usize) {
        store::set_leaders(tx, import.id, pairs)?;
    }
    store::advance(tx, import.id, State::Checking, 0, &import.tally)
}

fn mark(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

fn check(tx: &mut Write<'_>, import: &Import) -> Result<()> {
    let products = store::products_after(tx, import.id, import.position, BATCH)?;
    let mut tally: Tally = (*import.tally).clone();
    let mut judge = Judge::new(tx, import)?;
    let mut position = import.position;
    let mut judged = Vec::new();
    for (leader, rows) in &products {
        let found = judge.judge(tx, *leader, rows)?;
        position = *leader;
        tally.checked += rows.len() as u64;
        tally.count(found.outcome());
        for note in found.notes() {
            tally.note(note, found.leader.unsigned_abs());
        }
        judged.push(found.kept()?);
    }
    store::set_verdicts(tx, import.id, &judged)?;
    let state = if products.len() < BATCH as usize { State::Ready } else { State::Checking };
    store::advance(tx, import.id, state, position, &tally)
}

/// Judges products one after the other, as the dry run and the commit both do.
pub(super) struct Judge<'a> {
    import: &'a Import,
    desk: Desk,
    /// What this batch has brought so far: its verdicts are not in the table yet.
    seen: HashMap<String, i64>,
}

/// What was found about a product.
pub(super) struct Finding {
    pub leader: i64,
    pub wanted: Result<Wanted, Vec<KeptProblem>>,
    composed: Composed,
}

impl<'a> Judge<'a> {
    pub(super) fn new(tx: &mut Write<'_>, import: &'a Import) -> Result<Self> {
        let today = tx.today();
        Ok(Self { import, desk: Desk::new(tx, import.maker_id, today)?, seen: HashMap::new() })
    }

    /// What the last batch brought is in the table now.
    pub(super) fn turn_over(&mut self) {
        self.seen.clear();
    }

    /// The row before this one that brought the same.
    fn earlier(&self, conn: &mut DbConnection, item: &str, leader: i64) -> Result<Option<i64>> {
        let earlier = match self.seen.get(item) {
            Some(row) => Some(*row),
            None => store::earlier(conn, self.import.id, item, leader)?,
        };
        Ok(earlier.filter(|row| *row != leader))
    }

    pub(super) fn judge(&mut self, conn: &mut DbConnection, leader: i64, rows: &[Row]) -> Result<Finding> {
        let about = &self.import.about;
        let context = Context {
            layout: &self.import.layout,
            currency: about.currency.as_deref(),
            language: about.language,
        };
        let composed = compose::compose(&context, rows);
        let mut checked = self.desk.check(conn, &composed, about.language)?;
        if let Ok(wanted) = &checked {
            let mut problems = Problems::new();
            let mut items = Vec::new();
            for (sku, field) in wanted.skus() {
                let item = wanted.item(sku);
                // In a commit, what came earlier is in the catalogue already: first it is told of as in the dry run.
                match self.earlier(conn, &item, leader)? {
                    Some(row) => problems.add(&field, Message::new("problem-sku-repeated").with("row", row)),
                    None if wanted.is_taken(conn, sku)? => problems.add(&field, "problem-sku-taken"),
                    None => {}
                }
                items.push((item, leader));
            }
            if let Some(page) = wanted.page() {
                if let Some(row) = self.earlier(conn, &page, leader)? {
                    problems.add("slug", Message::new("problem-page-repeated").with("row", row));
                }
                items.push((page, leader));
            }
            match problems.check() {
                Ok(()) => self.seen.extend(items),
                Err(Error::Invalid(problems)) => checked = Err(problems),
                Err(error) => return Err(error),
            }
        }
        let wanted = checked.map_err(|problems| explain(&composed, leader.unsigned_abs(), &problems));
        Ok(Finding { leader, wanted, composed })
    }
}

impl Finding {
    pub(super) fn outcome(&self) -> Outcome {
        self.wanted.as_ref().map_or(Outcome::Refused, Wanted::outcome)
    }

    fn notes(&self) -> impl Iterator<Item = &'static str> {
        let sound = self.wanted.is_ok();
        self.composed.notes.iter().filter(move |_| sound).map(|note| note.word())
    }

    pub(super) fn verdict(&self) -> Verdict {
        match &self.wanted {
            Ok(wanted) => Verdict {
                sku: wanted.sku.clone(),
                title: wanted.new.title.clone(),
                changes: match wanted.outcome() {
                    Outcome::Changed => wanted.changes.clone(),
                    _ => Vec::new(),
                },
                problems: Vec::new(),
                lacks: match wanted.outcome() {
                    Outcome::Created | Outcome::Changed => wanted.lacks(),
                    _ => Vec::new(),
                },
            },
            Err(problems) => Verdict {
                sku: self.composed.line.sku.trimmed().chars().take(80).collect(),
                title: Wording::default(),
                changes: Vec::new(),
                problems: problems.clone(),
                lacks: Vec::new(),
            },
        }
    }

    fn kept(&self) -> Result<Judged> {
        Ok(Judged {
            number: self.leader.unsigned_abs(),
            items: match &self.wanted {
                Ok(wanted) => wanted.items(),
                Err(_) => Vec::new(),
            },
            outcome: self.outcome().word(),
            verdict: serde_json::to_string(&self.verdict())?,
        })
    }
}

/// Works an import off to its report.
pub fn finish(db: &Db, id: ImportId, told: &mut dyn FnMut(&Import)) -> Result<()> {
    terms::learn();
    loop {
        match step(db, id) {
            Ok(true) => told(&db.read_now(|conn| store::import(conn, id))?),
            Ok(false) => return Ok(()),
            // Somebody dropped it meanwhile.
            Err(Error::NotFound) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}
