//! What is new comes in one letter, in the rhythm of whoever reads it; it can be ended by one click and acted upon
//! without signing in.

mod links;
mod rhythms;
mod searches;
mod unsubscribing;

use chrono::TimeDelta;
use diesel::prelude::*;
use fondouk::accounts::{self, NewPerson};
use fondouk::db::schema::letters::dsl;
use fondouk::ids::OrganisationId;
use fondouk::locale::Language;
use fondouk::tidings;
use serde_json::{Value, json};

use super::catalogue::with;
use super::matching::{BOWL, Bowl, bowls, looked_for, opened, published};
use crate::support::{Actor, TestApp};

/// What the worker does, whenever it looks.
pub async fn tell(app: &TestApp) -> usize {
    let mut told = 0;
    loop {
        let settings = app.fondouk.house.settings.clone();
        match app.write(move |tx| tidings::tell_due(tx, &settings)).await {
            0 => return told,
            some => told += some,
        }
    }
}

async fn hours_pass(app: &TestApp, hours: i64) {
    app.fondouk.house.clock().advance(TimeDelta::hours(hours));
}

/// The next morning, from the Monday at 9 at which a story begins.
async fn next_morning(app: &TestApp) -> usize {
    hours_pass(app, 22).await;
    tell(app).await
}

async fn chooses(actor: &Actor, rhythm: &str) {
    actor.put_json("/api/v1/me/letters", &json!({ "rhythm": rhythm })).await.expect(200);
}

/// An open request for bowls under a title of its own, and what it finds.
async fn wanted(app: &TestApp, buyer: &Actor, title: &str) -> String {
    let (id, path) = opened(buyer, &titled(title)).await;
    looked_for(app, id).await;
    path
}

fn titled(title: &str) -> Value {
    with(bowls(), json!({ "title": title }))
}

fn another(slug: &'static str, title: &'static str) -> Bowl {
    Bowl { slug, title, ..BOWL }
}

/// Subjects of the letters to somebody, the oldest first.
async fn subjects(app: &TestApp, email: &str) -> Vec<String> {
    let email = email.to_owned();
    let own = move |conn: &mut fondouk::db::DbConnection| {
        Ok(dsl::letters.filter(dsl::to_address.eq(email)).order(dsl::id).select(dsl::subject).load(conn)?)
    };
    app.read(own).await
}

/// The paths in the last letter to somebody that begin so.
async fn paths(app: &TestApp, email: &str, beginning: &str) -> Vec<String> {
    let letters = app.letters_to(email).await;
    let (base, text) = (app.url(""), letters.last().unwrap().clone());
    let found = text.split(&base).skip(1);
    let path = |rest: &str| rest.chars().take_while(|c| !c.is_whitespace()).collect::<String>();
    found.map(path).filter(|path| path.starts_with(beginning)).collect()
}

/// Somebody else who works there.
async fn colleague(app: &TestApp, organisation: OrganisationId) -> Actor {
    let password_hash = app.fondouk.passwords.hash(crate::support::PASSWORD.to_owned()).await.unwrap();
    let person = NewPerson {
        email: "zohra@example.org".into(),
        name: "Zohra".into(),
        language: Language::En,
        password_hash,
    };
    app.write(move |tx| accounts::join(tx, &person, organisation)).await;
    app.sign_in("zohra@example.org").await
}

/// Somebody does not belong to their organisation any more.
async fn leaves(app: &TestApp, email: &'static str) {
    app.write(move |tx| {
        use fondouk::db::schema::{memberships, people};
        let own = people::table.filter(people::email.eq(email)).select(people::id);
        let person: fondouk::ids::PersonId = own.first(&mut **tx)?;
        diesel::delete(memberships::table.filter(memberships::person_id.eq(person))).execute(&mut **tx)?;
        Ok(())
    })
    .await;
}
