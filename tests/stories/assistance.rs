//! A maker lets an agent act, is told what was done, and has the last word.

mod acting;
mod digests;
mod papers;

use fondouk::accounts::{self, Kind, NewPerson, Standing};
use fondouk::assistance;
use fondouk::ids::OrganisationId;
use fondouk::locale::Language;
use serde_json::{Value, json};

use super::catalogue::{bowl, with};
use crate::support::{Actor, TestApp};

/// A maker, an agent and an officer.
struct Three {
    maker: Actor,
    agent: Actor,
    officer: Actor,
}

impl Three {
    async fn meet(app: &TestApp) -> Self {
        Self {
            maker: app.maker("Poterie").await,
            agent: app.person(Kind::Cluster, "Cluster Nabeul", Standing::Approved).await,
            officer: app.officer().await,
        }
    }

    /// The maker lets the agent do so.
    async fn consent(&self, acts: Value) -> Value {
        let consent = json!({ "helper": self.agent.slug, "acts": acts });
        self.maker.post_json("/api/v1/workshop/consents", &consent).await.expect(201).json()
    }

    /// The agent, who names the maker in each request.
    fn deputy(&self) -> Actor {
        self.agent.acting_for(&self.maker)
    }

    /// A product that the agent adds for the maker.
    async fn add(&self) -> Value {
        self.deputy().post_json("/api/v1/products", &piece()).await.expect(201).json()
    }
}

/// A product without an article number, so that there may be several.
fn piece() -> Value {
    with(bowl(), json!({ "sku": "" }))
}

/// What the worker does, an hour after.
async fn an_hour_later(app: &TestApp) -> usize {
    app.fondouk.house.clock().advance(chrono::TimeDelta::hours(1));
    sweep(app).await
}

async fn sweep(app: &TestApp) -> usize {
    let settings = app.fondouk.house.settings.clone();
    app.write(move |tx| assistance::tell_due(tx, &settings)).await
}

/// The paths behind the links of the last letter to somebody, in their order.
async fn links(app: &TestApp, email: &str) -> Vec<String> {
    let letters = app.letters_to(email).await;
    let base = app.url("");
    let text = letters.last().unwrap();
    let found = text.split(&base).skip(1);
    found
        .map(|rest| rest.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect::<String>())
        .filter(|path| path.starts_with("/done-for-you/"))
        .collect()
}

/// How many facts there are.
async fn facts(app: &TestApp) -> i64 {
    app.read(fondouk::events::newest).await
}

/// Somebody who works there and does not own it.
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
