//! A whole house: real server, real database, real files and mail folder, and a clock that a hand sets.

use std::net::{SocketAddr, TcpListener};

use chrono::TimeDelta;
use fondouk::accounts::{Kind, NewOrganisation, NewPerson, Standing};
use fondouk::app::Fondouk;
use fondouk::clock::Clock;
use fondouk::locale::Language;
use fondouk::mail::{self, Carrier};
use fondouk::settings::Settings;
use fondouk::{accounts, ids};

use super::database::{Backend, PostgresDatabase};
use super::{Actor, Answer};

pub const PASSWORD: &str = "four plates of glazed clay";

pub struct TestApp {
    pub fondouk: Fondouk,
    pub backend: Backend,
    pub address: SocketAddr,
    server: actix_web::dev::ServerHandle,
    // Dropped last, after the server that uses them.
    _database: Option<PostgresDatabase>,
    folder: tempfile::TempDir,
}

impl TestApp {
    pub async fn start(backend: Backend) -> Self {
        Self::start_with(backend, |_| ()).await
    }

    /// Starts with settings of the story's own.
    pub async fn start_with(backend: Backend, change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = (backend == Backend::Postgres).then(PostgresDatabase::create);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let mut settings = Settings::defaults();
        settings.data.folder = folder.path().to_owned();
        settings.server.workers = 1;
        settings.server.shutdown_seconds = 0;
        settings.site.public_url = format!("http://{address}").parse().unwrap();
        if let Some(database) = &database {
            settings.database.url = database.url();
            settings.database.connections = 4;
        }
        change(&mut settings);
        // A story begins on this Monday, whatever the day is outside.
        let start: chrono::DateTime<chrono::Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
        let fondouk = Fondouk::open(settings, Clock::set_to(start.into())).unwrap();
        let server = fondouk.server(listener).unwrap();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        Self { fondouk, backend, address, server: handle, _database: database, folder }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn now(&self) -> fondouk::clock::Time {
        self.fondouk.house.now()
    }

    pub fn days_pass(&self, days: i64) {
        self.fondouk.house.clock().advance(TimeDelta::days(days));
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Actor {
        Actor::new(self.address, None)
    }

    /// A signed-in person of a new organisation.
    pub async fn person(&self, kind: Kind, name: &str, standing: Standing) -> Actor {
        self.person_in(kind, name, standing, "TN", Language::En).await
    }

    pub async fn person_in(
        &self,
        kind: Kind,
        name: &str,
        standing: Standing,
        country: &str,
        language: Language,
    ) -> Actor {
        let email = format!("{}@example.org", accounts::slug_for(name));
        let password_hash = self.fondouk.passwords.hash(PASSWORD.to_owned()).await.unwrap();
        let person =
            NewPerson { email: email.clone(), name: format!("{name} person"), language, password_hash };
        let organisation = NewOrganisation {
            kind,
            name: name.to_owned(),
            name_ar: None,
            country: country.to_owned(),
            website: None,
        };
        self.write(move |tx| accounts::add_person(tx, &person, &organisation, standing, true)).await;
        self.sign_in(&email).await
    }

    /// Signs somebody in through the API; their cookie works for pages too.
    pub async fn sign_in(&self, email: &str) -> Actor {
        let session = serde_json::json!({ "email": email, "password": PASSWORD });
        let answer = self.visitor().post_json("/api/v1/session", &session).await;
        let token = answer.expect(201).json()["token"].as_str().unwrap().to_owned();
        let mut actor = Actor::new(self.address, Some(token));
        let me = actor.get("/api/v1/me").await.expect(200).json();
        actor.organisation = ids::OrganisationId(me["organisation"]["id"].as_i64().unwrap());
        actor.slug = me["organisation"]["slug"].as_str().unwrap().to_owned();
        actor
    }

    pub async fn officer(&self) -> Actor {
        self.person(Kind::Programme, "Programme", Standing::Approved).await
    }

    pub async fn maker(&self, name: &str) -> Actor {
        self.person(Kind::Maker, name, Standing::Approved).await
    }

    pub async fn buyer(&self, name: &str) -> Actor {
        self.person_in(Kind::Buyer, name, Standing::Approved, "FR", Language::En).await
    }

    pub async fn pending_buyer(&self, name: &str) -> Actor {
        self.person_in(Kind::Buyer, name, Standing::Pending, "FR", Language::En).await
    }

    /// Starts the workers: the index follows, letters leave, effects happen.
    pub async fn start_workers(&self) -> fondouk::worker::Workers {
        let workers = fondouk::worker::start(&self.fondouk);
        self.caught_up().await;
        workers
    }

    /// Waits until searches show everything that was written.
    pub async fn caught_up(&self) {
        let newest = self.read(fondouk::events::newest).await;
        // A minute: a busy machine may be slow, but what takes longer hangs.
        for _ in 0..6000 {
            if self.fondouk.finder.is_ready() && self.fondouk.finder.applied() >= newest {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("the index did not catch up with fact {newest}");
    }

    /// Waits until everything that was written has had its effects, those that a worker would find by the clock too.
    pub async fn settled(&self) {
        let newest = self.read(fondouk::events::newest).await;
        for _ in 0..6000 {
            if self.read(|conn| fondouk::events::position(conn, "effects")).await >= newest {
                let settings = self.fondouk.house.settings.clone();
                self.write(move |tx| fondouk::worker::turn_the_calendar(tx, &settings)).await;
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("the effects of fact {newest} do not come");
    }

    /// Straight to the database, for what no page does.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut fondouk::db::Write<'_>) -> fondouk::error::Result<T> + Send + 'static,
    ) -> T {
        self.fondouk.house.db.write(work).await.unwrap()
    }

    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut fondouk::db::DbConnection) -> fondouk::error::Result<T> + Send + 'static,
    ) -> T {
        self.fondouk.house.db.read(work).await.unwrap()
    }

    /// Lets all waiting letters leave, and reads what lies in the mail folder: subject lines and texts.
    pub async fn letters_to(&self, email: &str) -> Vec<String> {
        let settings = &self.fondouk.house.settings;
        let carrier = Carrier::from_settings(settings).unwrap();
        while mail::deliver_due(&self.fondouk.house.db, &carrier, settings).await.unwrap() > 0 {}
        let email = email.to_owned();
        let mut letters: Vec<(i64, String)> = self
            .read(move |conn| {
                use diesel::prelude::*;
                use fondouk::db::schema::letters::dsl;
                Ok(dsl::letters.filter(dsl::to_address.eq(email)).select((dsl::id, dsl::text_body)).load::<(
                    i64,
                    String,
                )>(
                    conn
                )?)
            })
            .await;
        letters.sort();
        letters.into_iter().map(|(_, text)| text).collect()
    }

    /// The path behind the first link in the last letter to somebody.
    pub async fn link_in_letter_to(&self, email: &str) -> String {
        let letters = self.letters_to(email).await;
        let text = letters.last().unwrap_or_else(|| panic!("no letter to {email}"));
        let base = self.url("/");
        let start = text.find(&base).unwrap_or_else(|| panic!("no link in {text}"));
        let link: String = text[start..].chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
        link[base.len() - 1..].to_owned()
    }

    /// Health for the suite itself: the answer to a path, by nobody.
    pub async fn get(&self, path: &str) -> Answer {
        self.visitor().get(path).await
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // Not awaited: the runtime of the story ends with it.
        drop(self.server.stop(false));
    }
}
