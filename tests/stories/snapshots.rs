//! What people read, kept beside the code: a change of words shows in the diff, whatever brought it about.
//!
//! A change that was meant is taken over with `INSTA_UPDATE=always cargo test snapshots`.

use std::collections::BTreeSet;

use diesel::prelude::*;
use fondouk::accounts::{self, Kind, NewPerson, Standing};
use fondouk::db::schema::letters::dsl;
use fondouk::ids::{OrganisationId, PersonId, SavedSearchId};
use fondouk::locale::Language;
use fondouk::mail::{self, Carrier};
use fondouk::tidings;
use serde_json::json;

use crate::stories::catalogue::{bowl, publish, with};
use crate::stories::matching::{BOWL, Bowl, bowls, looked_for, opened, published};
use crate::stories::splits::Pottery;
use crate::stories::trade::scene::Scene;
use crate::support::TestApp;

/// Snapshots lie in one folder, named by what they show.
fn holds(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Takes out what differs from run to run: the address of the house, secrets, and numbers in paths.
fn steady(app: &TestApp, text: &str) -> String {
    let text = text.replace(&app.url(""), "https://fondouk.example");
    let mut steady = String::with_capacity(text.len());
    for (place, part) in text.split('/').enumerate() {
        if place > 0 {
            steady.push('/');
        }
        let end =
            part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(part.len());
        let (step, rest) = part.split_at(end);
        let secret = step.len() >= 32;
        let number = place > 0 && !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
        steady.push_str(if secret {
            "(secret)"
        } else if number {
            "(id)"
        } else {
            step
        });
        steady.push_str(rest);
    }
    steady
}

/// Subject and text of every letter to somebody, the oldest first.
async fn letters(app: &TestApp, email: String) -> String {
    let settings = &app.fondouk.house.settings;
    let carrier = Carrier::from_settings(settings).unwrap();
    while mail::deliver_due(&app.fondouk.house.db, &carrier, settings).await.unwrap() > 0 {}
    let letters: Vec<(String, String)> = app
        .read(move |conn| {
            let own = dsl::letters.filter(dsl::to_address.eq(email)).order(dsl::id);
            Ok(own.select((dsl::subject, dsl::text_body)).load(conn)?)
        })
        .await;
    assert!(!letters.is_empty());
    let written = letters.iter().map(|(subject, text)| format!("{subject}\n\n{}", text.trim()));
    steady(app, &written.collect::<Vec<_>>().join("\n\n"))
}

const READERS: [(Language, &str, &str); 3] = [
    (Language::En, "claire@maison.example", "Claire Morel"),
    (Language::Fr, "louis@maison.example", "Louis Morel"),
    (Language::Ar, "salma@maison.example", "سلمى مراد"),
];

/// One colleague for each language.
async fn colleagues(app: &TestApp, organisation: OrganisationId) {
    app.write(move |tx| {
        for (language, email, name) in READERS {
            let person =
                NewPerson { email: email.into(), name: name.into(), language, password_hash: "none".into() };
            accounts::join(tx, &person, organisation)?;
        }
        Ok(())
    })
    .await;
}

/// The same letter as each of them reads it.
async fn in_three_languages(app: &TestApp) -> String {
    let mut texts = Vec::new();
    for (_, email, _) in READERS {
        texts.push(letters(app, email.to_owned()).await);
    }
    texts.join("\n\n· · ·\n\n")
}

stories! {
    async fn pages(app: TestApp) {
        holds("front-page-empty", &app.get("/").await.reads());
        holds("sign-in-fr", &app.visitor().reading("fr").get("/sign-in").await.reads());

        let maker = app.maker("Atelier Nabeul").await;
        let words = json!({
            "title": { "en": "Blue bowl", "fr": "Bol bleu", "ar": "وعاء أزرق" },
            "description": { "en": "Thrown by hand.", "fr": "Tourné à la main.", "ar": "مشكَّل باليد." },
        });
        publish(&maker, &with(bowl(), words)).await;
        let buyer = app.buyer("Maison Claire").await;
        for (name, actor) in [
            ("product-visitor", app.visitor()),
            ("product-verified-buyer", buyer),
            ("product-ar", app.visitor().reading("ar")),
        ] {
            holds(name, &steady(&app, &actor.get("/products/blue-bowl").await.reads()));
        }
    }

    async fn letter_that_confirms_an_address(app: TestApp) {
        for (language, email, name) in READERS {
            let form = [
                ("name", name), ("email", email), ("password", "four plates of glazed clay"), ("language", language.code()),
                ("kind", "buyer"), ("organisation", "Maison Claire"), ("country", "FR"),
            ];
            app.visitor().post_form("/sign-up", &form).await.expect(200);
        }
        holds("letter-verify-email", &in_three_languages(&app).await);
    }

    async fn letter_with_a_quote(app: TestApp) {
        let scene = Scene::new(&app).await;
        colleagues(&app, scene.buyer.organisation).await;
        scene.quote().await;
        holds("letter-quote-offered", &in_three_languages(&app).await);
    }

    async fn letter_that_asks_for_a_share(app: TestApp) {
        let scene = Pottery::new(&app).await;
        colleagues(&app, scene.potters[0].0.organisation).await;
        let path = scene.wanted(600).await;
        let splits = scene.split(&path, json!({})).await;
        scene.choose(&splits["alternatives"][0]).await;
        holds("letter-share-asked", &in_three_languages(&app).await);
    }

    async fn letter_with_a_message(app: TestApp) {
        let scene = Scene::new(&app).await;
        colleagues(&app, scene.buyer.organisation).await;
        let quote = scene.quote().await;
        app.write(|tx| { diesel::delete(dsl::letters).execute(&mut **tx)?; Ok(()) }).await;
        for text in ["Le bleu est le nôtre.", "Nous pouvons livrer la moitié en avril."] {
            let message = json!({ "quote": quote, "text": text });
            scene.maker.post_json("/api/v1/conversations", &message).await.expect(201);
        }
        app.fondouk.house.clock().advance(chrono::TimeDelta::minutes(5));
        let settings = app.fondouk.house.settings.clone();
        app.write(move |tx| fondouk::trade::conversations::tell_due(tx, &settings)).await;
        holds("letter-message", &in_three_languages(&app).await);
    }

    async fn letter_before_a_certificate_ends(app: TestApp) {
        let (officer, maker) = (app.officer().await, app.maker("Atelier Nabeul").await);
        colleagues(&app, maker.organisation).await;
        let certificate = json!({
            "scheme": "organic-eu", "number": "TN-BIO-140-2026-17", "issuer": "Ecocert", "covers": "all",
            "valid_from": "2025-04-02", "valid_until": "2026-04-01",
        });
        let added = maker.post_json("/api/v1/workshop/certificates", &certificate).await.expect(201).json();
        let word = json!({ "decision": "confirmed", "note": "Seen in the register.", "version": 1 });
        let path = format!("/api/v1/certificates/{}/decision", added["id"]);
        officer.post_json(&path, &word).await.expect(200);
        for days in [0, 31] {
            app.days_pass(days);
            let settings = app.fondouk.house.settings.clone();
            app.write(move |tx| fondouk::catalogue::remind_due(tx, &settings)).await;
        }
        holds("letter-certificate-ends", &in_three_languages(&app).await);
    }

    async fn letter_about_what_was_done_for_a_maker(app: TestApp) {
        let maker = app.maker("Atelier Nabeul").await;
        let agent = app.person(Kind::Cluster, "Cluster Nabeul", Standing::Approved).await;
        let consent = json!({ "helper": agent.slug, "acts": ["catalogue", "quotes"], "ends_on": "2026-12-31" });
        maker.post_json("/api/v1/workshop/consents", &consent).await.expect(201);
        colleagues(&app, maker.organisation).await;
        publish(&agent.acting_for(&maker), &bowl()).await;
        app.fondouk.house.clock().advance(chrono::TimeDelta::hours(1));
        let settings = app.fondouk.house.settings.clone();
        app.write(move |tx| fondouk::assistance::tell_due(tx, &settings)).await;
        holds("letter-digest", &in_three_languages(&app).await);
    }

    async fn letter_with_what_is_new(app: TestApp) {
        let (maker, buyer) = (app.maker("Atelier Nabeul").await, app.buyer("Maison Claire").await);
        colleagues(&app, maker.organisation).await;
        published(&app, &maker, BOWL).await;
        let neighbour = app.maker("Dar Sidi Bou").await;
        let tray = published(&app, &neighbour, Bowl { slug: "tray", title: "Carved tray", ..BOWL }).await;
        let (request, _) = opened(&buyer, &bowls()).await;
        looked_for(&app, request).await;
        app.write(move |tx| {
            use fondouk::db::schema::{people, products, saved_searches};
            let now = tx.now();
            diesel::update(products::table.find(tray)).set(products::published_at.eq(Some(now))).execute(&mut **tx)?;
            let mut saved = BTreeSet::new();
            for (_, email, _) in READERS {
                let own = people::table.filter(people::email.eq(email)).select(people::id);
                let owner: PersonId = own.first(&mut **tx)?;
                let what = (saved_searches::name.eq("Plateaux"), saved_searches::query.eq("q=plateaux"));
                let row = (saved_searches::person_id.eq(owner), what, saved_searches::created_at.eq(now));
                let row = diesel::insert_into(saved_searches::table).values(row);
                saved.insert(row.returning(saved_searches::id).get_result::<SavedSearchId>(&mut **tx)?);
            }
            tidings::note_found(tx, &[(tray, saved)].into())
        })
        .await;
        app.days_pass(1);
        crate::stories::tidings::tell(&app).await;
        holds("letter-news", &in_three_languages(&app).await);
    }

    async fn letter_with_the_programmes_verdict(app: TestApp) {
        let (officer, buyer) = (app.officer().await, app.person(Kind::Buyer, "Maison Claire", Standing::Pending).await);
        colleagues(&app, buyer.organisation).await;
        let path = format!("/api/v1/organisations/{}/standing", buyer.organisation);
        let verdict = json!({ "standing": "approved", "note": "Seen in the register of Lyon." });
        officer.post_json(&path, &verdict).await.expect(200);
        holds("letter-verified", &in_three_languages(&app).await);
    }
}
