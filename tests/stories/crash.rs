//! `kill -9` at random moments under writing load: whatever was acknowledged is there, nothing is there by half, the
//! index comes to equal the database, and every letter has left or waits.
//!
//! `TEST_KILLS` says how often (50 if not said). The real binary, on its embedded database.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use diesel::prelude::*;
use fondouk::accounts::{self, Kind, NewOrganisation, NewPerson, Standing};
use fondouk::clock::Clock;
use fondouk::db::Db;
use fondouk::db::schema::{letters, products};
use fondouk::locale::Language;
use fondouk::settings::Settings;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Actor, PASSWORD, Server, free_port, samples};

/// A product's life, as far as the server has said so.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    Draft,
    Published,
    Withdrawn,
}

impl Stage {
    fn next(self) -> (&'static str, Self) {
        match self {
            Self::Draft | Self::Withdrawn => ("publish", Self::Published),
            Self::Published => ("withdraw", Self::Withdrawn),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Known {
    stage: Stage,
    /// How often it was edited: stands in its title, its price and its smallest order alike.
    edition: i64,
    /// A step whose answer the crash swallowed: it was taken or not, but not by half.
    stage_in_doubt: Option<Stage>,
    edition_in_doubt: Option<i64>,
}

/// What one maker's program does, and what it was told.
struct Writer {
    actor: Actor,
    number: u64,
    made: u64,
    products: BTreeMap<i64, Known>,
    /// A creation that was never answered; it is sent again with the same key.
    unanswered: Option<(String, Value)>,
    changed: BTreeSet<i64>,
}

fn edition(number: i64) -> Value {
    let change = json!({
        "title": { "en": format!("Bowl, edition {number}") },
        "price": { "amount": format!("{number}.000"), "currency": "TND" },
        "moq": number, "order_multiple": 1,
    });
    samples::with(samples::product(), change)
}

/// Sends, and answers nothing if the server died before it answered.
async fn send(request: reqwest::RequestBuilder) -> Option<(u16, Value)> {
    let answer = request.timeout(Duration::from_secs(20)).send().await.ok()?;
    let status = answer.status().as_u16();
    let body = answer.bytes().await.ok()?;
    Some((status, serde_json::from_slice(&body).unwrap_or_default()))
}

impl Writer {
    /// Creates, publishes, edits and withdraws until the server is gone.
    async fn work(mut self, dead: Arc<AtomicBool>) -> Self {
        while !dead.load(Ordering::SeqCst) {
            let answered = match rand::random_range(0..4) {
                0 => self.create().await,
                1 => self.edit().await,
                _ => self.step().await,
            };
            if answered.is_none() {
                // Dead already, or about to be noticed.
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        }
        self
    }

    async fn create(&mut self) -> Option<()> {
        let (key, body) = self.unanswered.take().unwrap_or_else(|| {
            self.made += 1;
            let sku = format!("{}-{}", self.number, self.made);
            (sku.clone(), samples::with(edition(1), json!({ "sku": sku })))
        });
        let request = self.actor.request(Method::POST, "/api/v1/products").header("Idempotency-Key", &key);
        let Some((status, made)) = send(request.json(&body)).await else {
            self.unanswered = Some((key, body));
            return None;
        };
        // A repeated creation that had been done answers as it did then; a second one would break the article number.
        assert_eq!(status, 201, "{made}");
        let id = made["id"].as_i64().unwrap();
        self.changed.insert(id);
        let known = Known { stage: Stage::Draft, edition: 1, stage_in_doubt: None, edition_in_doubt: None };
        assert!(self.products.insert(id, known).is_none(), "{id} was given out twice");
        Some(())
    }

    /// One whose state is beyond doubt.
    fn any(&self) -> Option<i64> {
        let sure = |known: &Known| known.stage_in_doubt.is_none() && known.edition_in_doubt.is_none();
        let ids: Vec<i64> =
            self.products.iter().filter(|(_, known)| sure(known)).map(|(id, _)| *id).collect();
        (!ids.is_empty()).then(|| ids[rand::random_range(0..ids.len())])
    }

    async fn step(&mut self) -> Option<()> {
        let Some(id) = self.any() else { return Some(()) };
        self.changed.insert(id);
        let (verb, next) = self.products[&id].stage.next();
        let request = self.actor.request(Method::POST, &format!("/api/v1/products/{id}/{verb}"));
        let answer = send(request).await;
        let known = self.products.get_mut(&id).unwrap();
        match answer {
            Some((status, answer)) => {
                assert_eq!(status, 200, "{verb} {id}: {answer}");
                known.stage = next;
                Some(())
            }
            None => {
                known.stage_in_doubt = Some(next);
                None
            }
        }
    }

    async fn edit(&mut self) -> Option<()> {
        let Some(id) = self.any() else { return Some(()) };
        let path = format!("/api/v1/products/{id}");
        let (_, seen) = send(self.actor.request(Method::GET, &path)).await?;
        let next = self.products[&id].edition + 1;
        let change = json!({ "version": seen["version"], "sku": seen["sku"] });
        self.changed.insert(id);
        let answer =
            send(self.actor.request(Method::PUT, &path).json(&samples::with(edition(next), change))).await;
        let known = self.products.get_mut(&id).unwrap();
        match answer {
            Some((status, answer)) => {
                assert_eq!(status, 200, "{answer}");
                known.edition = next;
                Some(())
            }
            None => {
                known.edition_in_doubt = Some(next);
                None
            }
        }
    }

    /// Is each product as the server said that it is, and whole? What was in doubt is known afterwards.
    async fn check(&mut self, all: bool) {
        let changed = std::mem::take(&mut self.changed);
        let ids: Vec<i64> =
            if all { self.products.keys().copied().collect() } else { changed.into_iter().collect() };
        for id in ids {
            let seen = self.actor.get(&format!("/api/v1/products/{id}")).await;
            assert_eq!(seen.status, 200, "product {id} was acknowledged and is gone");
            let seen = seen.json();
            let known = self.products.get_mut(&id).unwrap();
            let stages = [Some(known.stage), known.stage_in_doubt.take()];
            let stage = stages.into_iter().flatten().find(|stage| seen["status"] == stage.word());
            known.stage =
                stage.unwrap_or_else(|| panic!("{id} is {}, not one of {stages:?}", seen["status"]));
            let moq = seen["moq"].as_i64().unwrap();
            let editions = [Some(known.edition), known.edition_in_doubt.take()];
            assert!(editions.contains(&Some(moq)), "{id} is edition {moq}, not one of {editions:?}");
            known.edition = moq;
            assert_eq!(seen["title"]["en"], format!("Bowl, edition {moq}"), "{id} is half edited");
            assert_eq!(seen["price"]["amount"], format!("{moq}.000"), "{id} is half edited");
        }
    }
}

/// People who sign up: an acknowledged sign-up promises a letter.
async fn sign_up(visitor: Actor, counter: Arc<AtomicU64>, dead: Arc<AtomicBool>) -> Vec<String> {
    let mut promised = Vec::new();
    while !dead.load(Ordering::SeqCst) {
        let email = format!("n{}@crash.example", counter.fetch_add(1, Ordering::SeqCst));
        let form = json!({
            "name": "Nour", "email": email, "password": PASSWORD, "language": "ar", "kind": "buyer",
            "organisation": "Nour Trading", "country": "JO",
        });
        match send(visitor.request(Method::POST, "/api/v1/people").json(&form)).await {
            Some((202, _)) => promised.push(email),
            Some((status, answer)) => panic!("{status}: {answer}"),
            None => tokio::time::sleep(Duration::from_millis(2)).await,
        }
    }
    promised
}

fn settings(data: &Path) -> Settings {
    let mut settings = Settings::defaults();
    settings.data.folder = data.to_owned();
    settings
}

fn open(data: &Path) -> Db {
    let settings = settings(data);
    Db::open(&settings.database, settings.sqlite_file(), Clock::Machine).unwrap()
}

/// Makers who may publish, before the server starts for the first time.
fn prepare(data: &Path, makers: u64) {
    let db = open(data);
    let password_hash = accounts::hash_now(PASSWORD).unwrap();
    for number in 0..makers {
        let person = NewPerson {
            email: format!("maker{number}@crash.example"),
            name: format!("Maker {number}"),
            language: Language::En,
            password_hash: password_hash.clone(),
        };
        let organisation = NewOrganisation {
            kind: Kind::Maker,
            name: format!("Workshop {number}"),
            name_ar: None,
            country: "TN".to_owned(),
            website: None,
        };
        db.write_now(|tx| accounts::add_person(tx, &person, &organisation, Standing::Approved, true))
            .unwrap();
    }
}

async fn writers(server: &Server, makers: u64) -> Vec<Writer> {
    let mut writers = Vec::new();
    for number in 0..makers {
        let session = json!({ "email": format!("maker{number}@crash.example"), "password": PASSWORD });
        let answer = Actor::new(server.address, None).post_json("/api/v1/session", &session).await;
        let token = answer.expect(201).json()["token"].as_str().unwrap().to_owned();
        let actor = Actor::new(server.address, Some(token));
        writers.push(Writer {
            actor,
            number,
            made: 0,
            products: BTreeMap::new(),
            unanswered: None,
            changed: BTreeSet::new(),
        });
    }
    writers
}

/// Everything that a search for products finds, page by page.
async fn found(visitor: &Actor) -> BTreeSet<i64> {
    let (mut ids, mut cursor) = (BTreeSet::new(), String::new());
    loop {
        let path = format!("/api/v1/search?kind=product&limit=100&facets=false&cursor={cursor}");
        let page = visitor.get(&path).await;
        if page.status == 503 {
            return ids; // The index is being built.
        }
        let page = page.expect(200).json();
        ids.extend(page["hits"].as_array().unwrap().iter().map(|hit| hit["id"].as_i64().unwrap()));
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => return ids,
        }
    }
}

async fn the_index_equals(published: &BTreeSet<i64>, visitor: &Actor) {
    let mut seen = BTreeSet::new();
    for _ in 0..300 {
        seen = found(visitor).await;
        if seen == *published {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let (lost, left) = (published - &seen, &seen - published);
    panic!("the index lacks {lost:?} and still has {left:?}");
}

/// What the database itself holds, read without the server.
fn look_into(db: &Db, data: &Path, promised: &[String]) -> BTreeSet<i64> {
    type Letter = (String, String, Option<fondouk::clock::Time>, Option<fondouk::clock::Time>);
    let (published, posted): (Vec<i64>, Vec<Letter>) = db
        .read_now(|conn| {
            let published =
                products::table.filter(products::status.eq("published")).select(products::id).load(conn)?;
            let columns =
                (letters::to_address, letters::message_id, letters::next_attempt_at, letters::sent_at);
            Ok((published, letters::table.select(columns).load(conn)?))
        })
        .unwrap();
    let addressed: BTreeSet<&str> = posted.iter().map(|(to, ..)| to.as_str()).collect();
    let missing: Vec<&String> = promised.iter().filter(|email| !addressed.contains(email.as_str())).collect();
    assert!(missing.is_empty(), "promised and never posted: {missing:?}");
    let carried: String = std::fs::read_dir(data.join("mail"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .filter_map(|letter| {
            assert!(letter.contains("\r\n\r\n"), "half a letter: {letter}");
            Some(
                letter.lines().find(|line| line.to_ascii_lowercase().starts_with("message-id:"))?.to_owned()
                    + "\n",
            )
        })
        .collect();
    for (to, message_id, waits, sent) in &posted {
        assert!(waits.is_some() != sent.is_some(), "the letter to {to} neither waits nor was sent");
        let id = message_id.trim_matches(['<', '>']);
        assert!(sent.is_none() || carried.contains(id), "the letter to {to} was not carried: {id}");
    }
    published.into_iter().collect()
}

fn is_sound(db: &Db) {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        integrity_check: String,
    }
    let rows: Vec<Row> =
        db.read_now(|conn| Ok(diesel::sql_query("PRAGMA integrity_check").load(conn)?)).unwrap();
    assert_eq!(rows[0].integrity_check, "ok");
}

#[actix_web::test]
async fn whatever_was_acknowledged_survives_kill_9_at_any_moment() {
    const MAKERS: u64 = 2;
    let kills: usize = std::env::var("TEST_KILLS").map_or(50, |text| text.parse().expect("a number"));
    let folder = tempfile::tempdir().unwrap();
    let (data, port) = (folder.path(), free_port());
    prepare(data, MAKERS);
    let mut server = Server::start(data, port).await;
    let mut makers = writers(&server, MAKERS).await;
    let visitor = Actor::new(server.address, None);
    let (counter, mut promised, mut starts) = (Arc::new(AtomicU64::new(0)), Vec::new(), Vec::new());

    for _ in 0..kills {
        let dead = Arc::new(AtomicBool::new(false));
        let working: Vec<_> =
            makers.drain(..).map(|maker| actix_web::rt::spawn(maker.work(dead.clone()))).collect();
        let signing_up = actix_web::rt::spawn(sign_up(visitor.clone(), counter.clone(), dead.clone()));
        // From before the first commit of the index to well after several.
        tokio::time::sleep(Duration::from_millis(rand::random_range(5..400))).await;
        server.kill();
        dead.store(true, Ordering::SeqCst);
        for maker in working {
            makers.push(maker.await.unwrap());
        }
        promised.extend(signing_up.await.unwrap());

        server = Server::start(data, port).await;
        starts.push(server.started_in);
        for maker in &mut makers {
            maker.check(false).await;
        }
    }

    for maker in &mut makers {
        maker.check(true).await;
    }
    let db = open(data);
    let published = look_into(&db, data, &promised);
    let said: BTreeSet<i64> = makers
        .iter()
        .flat_map(|maker| &maker.products)
        .filter(|(_, known)| known.stage == Stage::Published)
        .map(|(id, _)| *id)
        .collect();
    // One that was made and never acknowledged is a draft, so these are all.
    assert_eq!(published, said, "what is published is what the makers were told");
    the_index_equals(&published, &visitor).await;
    is_sound(&db);

    starts.sort();
    let products: usize = makers.iter().map(|maker| maker.products.len()).sum();
    println!(
        "{kills} kills, {products} products, {} published, {} letters; started in {:?} (median), {:?} (slowest)",
        published.len(),
        promised.len(),
        starts[starts.len() / 2],
        starts[starts.len() - 1],
    );
    assert!(products >= kills && promised.len() >= kills / 2, "there was no load");
    assert!(starts[starts.len() / 2] < Duration::from_secs(5), "starting takes long: {starts:?}");
}
