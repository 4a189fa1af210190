//! Facts are read in order and none is skipped; two nodes may start and work at once.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use chrono::TimeDelta;
use fondouk::clock::Clock;
use fondouk::db::{Actor, Db};
use fondouk::error::Error;
use fondouk::events::{self, Event};
use fondouk::ids::ProductId;
use fondouk::settings::Settings;

use crate::support::{Backend, PostgresDatabase};

const WRITERS: i64 = 8;
const WRITES: i64 = 60;

/// A database without a house around it, which several nodes may open.
struct Ground {
    folder: tempfile::TempDir,
    postgres: Option<PostgresDatabase>,
    clock: Clock,
}

impl Ground {
    fn new(backend: Backend) -> Self {
        let start: chrono::DateTime<chrono::Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
        Self {
            folder: tempfile::tempdir().unwrap(),
            postgres: (backend == Backend::Postgres).then(PostgresDatabase::create),
            clock: Clock::set_to(start.into()),
        }
    }

    fn open(&self) -> Db {
        let mut settings = Settings::defaults();
        settings.database.connections = 8;
        // The writers below collide on purpose; whether a write is tried often enough is not the question here.
        settings.database.retries = 200;
        if let Some(postgres) = &self.postgres {
            settings.database.url = postgres.url();
        }
        let file: &Path = self.folder.path();
        Db::open(&settings.database, file.join("fondouk.db"), self.clock.clone()).unwrap()
    }
}

/// One write with several facts; the product's number says who wrote it as their how manieth.
fn publish(db: &Db, writer: i64, nth: i64) {
    db.write_now(|tx| {
        for part in 0..3 {
            let product = ProductId(writer * 1_000_000 + nth * 10 + part);
            tx.record(Actor::default(), Event::ProductPublished { product });
        }
        Ok(())
    })
    .unwrap();
}

/// Reads like the index follower: everything after the last id seen, again and again, until all has come.
fn follow(db: &Db, writers_done: &AtomicBool) -> Vec<(i64, i64)> {
    let (mut position, mut seen) = (0, Vec::new());
    loop {
        // Asked before reading: what was committed by then is in this reading.
        let last_look = writers_done.load(Ordering::SeqCst);
        let facts = db.read_now(|conn| events::after(conn, position, 7)).unwrap();
        for fact in &facts {
            let Event::ProductPublished { product } = fact.event else { panic!("{fact:?}") };
            assert!(fact.id.0 > position, "{} came after {position}", fact.id.0);
            position = fact.id.0;
            seen.push((position, product.0));
        }
        if facts.is_empty() && last_look {
            return seen;
        }
    }
}

/// With the advisory lock of `Write::store_facts` taken away this fails on PostgreSQL within a second: a sequence
/// gives ids out before commit, so the reader meets id 8 while 7 is not committed yet, goes on to 9, and 7 is never
/// read. On SQLite there is one writer at a time, which the same test shows.
fn no_fact_is_skipped_under_concurrent_writers(backend: Backend) {
    let ground = Ground::new(backend);
    let db = ground.open();
    let writers_done = AtomicBool::new(false);
    let start = Barrier::new(WRITERS as usize + 1);
    let seen = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                // A node of its own each, as several processes would have.
                let (db, start) = (ground.open(), &start);
                scope.spawn(move || {
                    start.wait();
                    (0..WRITES).for_each(|nth| publish(&db, writer, nth));
                })
            })
            .collect();
        let reader = scope.spawn(|| {
            start.wait();
            follow(&db, &writers_done)
        });
        writers.into_iter().for_each(|writer| writer.join().unwrap());
        writers_done.store(true, Ordering::SeqCst);
        reader.join().unwrap()
    });
    let stored: Vec<i64> = db
        .read_now(|conn| events::after(conn, 0, i64::MAX))
        .unwrap()
        .into_iter()
        .map(|fact| fact.id.0)
        .collect();
    let read: Vec<i64> = seen.iter().map(|(id, _)| *id).collect();
    assert_eq!(read, stored, "the reader saw what the table holds");
    assert_eq!(seen.len() as i64, WRITERS * WRITES * 3);
    // Each writer's own facts came in the order in which it wrote them.
    for writer in 0..WRITERS {
        let own: Vec<i64> =
            seen.iter().map(|(_, fact)| *fact).filter(|fact| fact / 1_000_000 == writer).collect();
        assert!(own.is_sorted(), "{own:?}");
        assert_eq!(own.iter().collect::<BTreeSet<_>>().len() as i64, WRITES * 3);
    }
}

fn nodes_that_start_at_once_on_an_empty_database_all_come_up(backend: Backend) {
    let ground = Ground::new(backend);
    let start = Barrier::new(4);
    thread::scope(|scope| {
        for node in 0..4 {
            let (ground, start) = (&ground, &start);
            scope.spawn(move || {
                start.wait();
                publish(&ground.open(), node, 0);
            });
        }
    });
    let db = ground.open();
    assert_eq!(db.read_now(|conn| events::after(conn, 0, 100)).unwrap().len(), 12);
}

const LEASE: TimeDelta = TimeDelta::seconds(30);

fn of_two_consumers_one_works(backend: Backend) {
    let ground = Ground::new(backend);
    let (first, second) = (ground.open(), ground.open());
    publish(&first, 1, 0);
    let claim =
        |db: &Db, who: &'static str| db.write_now(|tx| events::claim(tx, "effects", who, LEASE)).unwrap();
    let advance = |db: &Db, who: &'static str, from: i64, to: i64| {
        db.write_now(|tx| events::advance(tx, "effects", who, from, to))
    };

    assert_eq!(claim(&first, "first"), Some(0));
    assert_eq!(claim(&second, "second"), None, "while the first holds the lease");
    assert!(matches!(advance(&second, "second", 0, 3), Err(Error::Conflict)));
    advance(&first, "first", 0, 2).unwrap();
    assert_eq!(claim(&first, "first"), Some(2), "its holder renews it");

    // The first one died: when the lease is over the second goes on where the first had come to …
    ground.clock.advance(LEASE + TimeDelta::seconds(1));
    assert_eq!(claim(&second, "second"), Some(2));
    // … and should the first come back to life, what it still wants to do is refused.
    assert!(matches!(advance(&first, "first", 2, 3), Err(Error::Conflict)));
    assert_eq!(claim(&first, "first"), None);
    advance(&second, "second", 2, 3).unwrap();
    assert_eq!(first.read_now(|conn| events::position(conn, "effects")).unwrap(), 3);
}

/// Both reach for the lease at the same instant, often: never do both get it, and no step is made twice.
fn a_race_for_the_lease_has_one_winner(backend: Backend) {
    let ground = Ground::new(backend);
    let steps = thread::scope(|scope| {
        let nodes = ["first", "second", "third"].map(|who| {
            let ground = &ground;
            scope.spawn(move || {
                let db = ground.open();
                let mut steps = Vec::new();
                for _ in 0..60 {
                    let Some(from) = db.write_now(|tx| events::claim(tx, "effects", who, LEASE)).unwrap()
                    else {
                        ground.clock.advance(LEASE / 2);
                        continue;
                    };
                    match db.write_now(|tx| events::advance(tx, "effects", who, from, from + 1)) {
                        Ok(()) => steps.push(from),
                        Err(Error::Conflict) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
                steps
            })
        });
        let mut steps: Vec<i64> = nodes.into_iter().flat_map(|node| node.join().unwrap()).collect();
        steps.sort_unstable();
        steps
    });
    let position = ground.open().read_now(|conn| events::position(conn, "effects")).unwrap();
    assert_eq!(steps, (0..position).collect::<Vec<_>>(), "every step once");
    assert!(position > 20, "they did work: {position}");
}

macro_rules! on_both {
    ($($name:ident)+) => {$(
        mod $name {
            #[test]
            fn on_sqlite() {
                super::$name(super::Backend::Sqlite);
            }

            #[test]
            #[ignore = "needs PostgreSQL: tests/run provides it"]
            fn on_postgres() {
                super::$name(super::Backend::Postgres);
            }
        }
    )+};
}

on_both! {
    no_fact_is_skipped_under_concurrent_writers
    nodes_that_start_at_once_on_an_empty_database_all_come_up
    of_two_consumers_one_works
    a_race_for_the_lease_has_one_winner
}
