//! What was backed up comes back: all of it, on either database, or nothing changes.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use fondouk::accounts::{Kind, NewOrganisation, NewPerson, Standing, add_person};
use fondouk::db::{Identity, Write};
use fondouk::error::Result;
use fondouk::locale::Language;
use fondouk::{events, files};

use super::{beside, everything, fondouk, good, open, refused};
use crate::support::{Backend, PostgresDatabase, TestApp, samples};

/// Three rows and a fact in one write.
fn one_more(tx: &mut Write<'_>, number: u64) -> Result<()> {
    let person = NewPerson {
        email: format!("load-{number}@example.org"),
        name: format!("Ālāʾ \"{number}\" \\ ’علاء’\nthe second line"),
        language: Language::Ar,
        password_hash: "none".to_owned(),
    };
    let organisation = NewOrganisation {
        kind: Kind::Buyer,
        name: format!("Load {number}"),
        name_ar: None,
        country: "FR".to_owned(),
        website: None,
    };
    add_person(tx, &person, &organisation, Standing::Pending, number.is_multiple_of(2)).map(drop)
}

async fn a_house_with_things_in_it(app: &TestApp) -> String {
    app.maker("Atelier").await;
    app.write(Identity::establish).await;
    let file = app.fondouk.house.files.put("a letter of credit".into(), "text/plain").await.unwrap();
    let key = file.object_key.clone();
    app.write(move |tx| files::remember(tx, &file)).await;
    key
}

async fn a_request_with_a_drawing(app: &TestApp) {
    let buyer = app.buyer("Maison Clair").await;
    let request = buyer.post_json("/api/v1/sourcing-requests", &samples::request()).await.expect(201).json();
    let path = format!("/api/v1/sourcing-requests/{}/attachments", request["id"]);
    let part = reqwest::multipart::Part::bytes(samples::picture()).file_name("bowl.png");
    let form = reqwest::multipart::Form::new().part("file", part);
    buyer.send(buyer.request(reqwest::Method::POST, &path).multipart(form)).await.expect(201);
}

/// A place to restore into, on the same kind of database.
struct Elsewhere {
    folder: tempfile::TempDir,
    url: String,
    _database: Option<PostgresDatabase>,
}

impl Elsewhere {
    fn on(backend: Backend) -> Self {
        let database = (backend == Backend::Postgres).then(PostgresDatabase::create);
        let url = database.as_ref().map_or_else(|| "sqlite:".to_owned(), PostgresDatabase::url);
        Self { folder: tempfile::tempdir().unwrap(), url, _database: database }
    }

    async fn restore(&self, archive: &Path, more: &[&str]) -> std::process::Output {
        let mut command = fondouk(self.folder.path(), &self.url);
        command.arg("restore").arg(archive).args(more);
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }
}

async fn back_up(app: &TestApp, name: &str) -> PathBuf {
    let archive = app.folder().join(name);
    good(&beside(app, &["backup", archive.to_str().unwrap()]).await);
    archive
}

stories! {
    async fn a_backup_holds_all_rows_files_and_counters(app: TestApp) {
        let key = a_house_with_things_in_it(&app).await;
        a_request_with_a_drawing(&app).await;
        // An id that was given out and is gone must not be given out again.
        app.write(|tx| {
            use diesel::prelude::*;
            use fondouk::db::schema::sessions::dsl;
            Ok(diesel::delete(dsl::sessions).execute(&mut **tx).map(drop)?)
        })
        .await;
        let archive = back_up(&app, "whole.tar.zst").await;
        let before = everything(&app.fondouk.house.db);
        assert_eq!(before["request_attachments"].1.len(), 1);

        // On the same kind of database, and always on the embedded one too.
        for backend in [app.backend, Backend::Sqlite] {
            let there = Elsewhere::on(backend);
            good(&there.restore(&archive, &[]).await);
            let restored = open(there.folder.path(), &there.url);
            assert_eq!(everything(&restored), before);
            let old = app.read(Identity::read).await.unwrap();
            let new = restored.read_now(Identity::read).unwrap().unwrap();
            assert_eq!(new.database, old.database);
            assert!(new.epoch > old.epoch, "the index of the time before must not serve");
            let file = std::fs::read_to_string(there.folder.path().join("files").join(&key)).unwrap();
            assert_eq!(file, "a letter of credit");
            for row in &before["stored_files"].1 {
                let row: serde_json::Value = serde_json::from_str(row).unwrap();
                assert!(there.folder.path().join("files").join(row["object_key"].as_str().unwrap()).is_file());
            }
        }
        let again = beside(&app, &["backup", archive.to_str().unwrap()]).await;
        refused(&again, "is there already");
    }

    async fn a_backup_under_load_is_one_moment(app: TestApp) {
        a_house_with_things_in_it(&app).await;
        let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let load = {
            let (db, stop, acknowledged) = (app.fondouk.house.db.clone(), stop.clone(), acknowledged.clone());
            tokio::spawn(async move {
                let mut number = 0;
                while !stop.load(Ordering::SeqCst) {
                    db.write(move |tx| one_more(tx, number)).await.unwrap();
                    number += 1;
                    acknowledged.store(number, Ordering::SeqCst);
                }
            })
        };
        while acknowledged.load(Ordering::SeqCst) < 20 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        let at_least = acknowledged.load(Ordering::SeqCst);
        let archive = back_up(&app, "load.tar.zst").await;
        let at_most = acknowledged.load(Ordering::SeqCst) + 1;
        stop.store(true, Ordering::SeqCst);
        load.await.unwrap();
        assert!(at_most > at_least + 1, "nothing was written while the backup was taken");

        let there = Elsewhere::on(app.backend);
        good(&there.restore(&archive, &[]).await);
        let restored = everything(&open(there.folder.path(), &there.url));
        let (live, count) = (everything(&app.fondouk.house.db), |table: &str| restored[table].1.len() as u64);
        let loaded = count("people") - 1;
        assert!((at_least..=at_most).contains(&loaded), "{at_least} <= {loaded} <= {at_most}");
        assert_eq!(count("people"), count("memberships"), "no write is there in half");
        assert_eq!(count("people"), count("events"));
        for table in ["people", "organisations", "memberships", "events"] {
            assert!(restored[table].1.iter().all(|row| live[table].1.contains(row)), "{table} has a row of its own");
        }
    }

    async fn a_restore_refuses_what_would_do_harm(app: TestApp) {
        a_house_with_things_in_it(&app).await;
        let archive = back_up(&app, "good.tar.zst").await;
        let before = everything(&app.fondouk.house.db);
        refused(&beside(&app, &["restore", archive.to_str().unwrap()]).await, "say --force");

        let bytes = std::fs::read(&archive).unwrap();
        let spoilt = app.folder().join("spoilt.tar.zst");
        let mut flipped = bytes.clone();
        flipped[bytes.len() / 2] ^= 0x55;
        for wrong in [&bytes[..bytes.len() - 40], &flipped, &bytes[..20], b"no archive at all", b""] {
            std::fs::write(&spoilt, wrong).unwrap();
            let answer = beside(&app, &["restore", spoilt.to_str().unwrap(), "--force"]).await;
            refused(&answer, "nothing was changed");
        }
        assert_eq!(everything(&app.fondouk.house.db), before);
    }

    async fn a_running_house_goes_back_to_the_backup(app: TestApp) {
        a_house_with_things_in_it(&app).await;
        let workers = app.start_workers().await;
        let archive = back_up(&app, "then.tar.zst").await;
        let then = everything(&app.fondouk.house.db);
        let first = app.read(Identity::read).await.unwrap();
        app.buyer("Too late").await;
        app.caught_up().await;

        for _ in 0..2 {
            good(&beside(&app, &["restore", archive.to_str().unwrap(), "--force"]).await);
        }
        let now = everything(&app.fondouk.house.db);
        for table in ["people", "organisations", "events", "stored_files"] {
            assert_eq!(now[table], then[table], "{table}");
        }
        assert!(app.read(Identity::read).await.unwrap().epoch > first.epoch);
        // Its index had seen a fact that never happened now; it takes up the new history by itself.
        let newest = app.read(events::newest).await;
        for _ in 0..6000 {
            if app.fondouk.finder.applied() == newest {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        assert_eq!(app.fondouk.finder.applied(), newest);
        app.get("/api/v1/search?q=atelier").await.expect(200);
        app.buyer("After all").await;
        app.caught_up().await;
        workers.stop().await;
    }
}
