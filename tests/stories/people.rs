//! The people of a workshop: shown with their consent, named on pieces, retired, and forgotten when they ask.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::catalogue::with;
use super::search::market::{found, on_the_shelf};
use crate::support::{Actor, samples};

const OWN: &str = "/api/v1/workshop/people";

fn zohra() -> Value {
    json!({
        "name": "Zohra", "role": { "en": "Potter", "fr": "Potière", "ar": "خزّافة" }, "since": 1994,
        "techniques": ["wheel-thrown"], "words": { "en": "She learnt from her aunt." },
        "consents": true, "consent": "Signed on 1 March.",
    })
}

async fn add(maker: &Actor, person: &Value) -> Value {
    maker.post_json(OWN, person).await.expect(201).json()
}

/// Names people on a product, each with their part.
async fn credit(maker: &Actor, product: i64, credits: &[(&Value, &str)]) {
    let rows: Vec<Value> =
        credits.iter().map(|(person, did)| json!({ "artisan": person["id"], "did": did })).collect();
    maker
        .put_json(&format!("/api/v1/products/{product}/people"), &json!({ "credits": rows }))
        .await
        .expect(200);
}

async fn made_by(actor: &Actor, product: i64) -> Value {
    actor.get(&format!("/api/v1/products/{product}")).await.expect(200).json()["made_by"].clone()
}

async fn send_portrait(maker: &Actor, person: &Value) -> String {
    let path = format!("{OWN}/{}/portrait", person["id"]);
    let form = Form::new().part("file", Part::bytes(samples::picture()).file_name("zohra.png"));
    let sent = maker.send(maker.request(Method::POST, &path).multipart(form)).await;
    sent.expect(200).json()["portrait"].as_str().unwrap().to_owned()
}

stories! {
    async fn nothing_of_anybody_is_public_without_consent(app: TestApp) {
        let (maker, visitor) = (app.maker("Atelier").await, app.visitor());
        let bowl = on_the_shelf(&maker, "Blue bowl", json!({})).await;
        let silent = with(zohra(), json!({ "consents": false, "consent": "" }));
        let person = add(&maker, &silent).await;
        let portrait = send_portrait(&maker, &person).await;
        credit(&maker, bowl, &[(&person, "painted")]).await;
        let page = format!("/makers/{}", maker.slug);
        let list = format!("/api/v1/makers/{}/people", maker.slug);

        visitor.get(&page).await.expect(200).hides("Zohra").hides("The people");
        assert_eq!(visitor.get(&list).await.expect(200).json()["items"], json!([]));
        visitor.get("/products/blue-bowl").await.expect(200).hides("Zohra").shows("a maker of this workshop");
        assert_eq!(made_by(&visitor, bowl).await, json!([{ "did": "painted", "artisan": null }]));
        assert_eq!(made_by(&maker, bowl).await[0]["artisan"]["name"], "Zohra", "the workshop knows its own");
        visitor.get(&portrait).await.expect(404);
        maker.get(&portrait).await.expect(200);

        let path = format!("{OWN}/{}", person["id"]);
        let agrees = with(silent.clone(), json!({ "consents": true, "version": 1 }));
        assert_eq!(maker.put_json(&path, &agrees).await.wrong_fields(), ["consent"]);
        let agrees = with(agrees, json!({ "consent": "Told me." }));
        let now = maker.put_json(&path, &agrees).await.expect(200).json();
        visitor.get(&page).await.expect(200).shows("Zohra").shows("Potter").shows("since 1994").shows("her aunt");
        visitor.reading("ar").get(&page).await.expect(200).shows("خزّافة");
        visitor.get("/products/blue-bowl").await.expect(200).shows("Painted by").shows("Zohra");
        visitor.reading("fr").get("/products/blue-bowl").await.expect(200).shows("Peinture").shows("Potière");
        let seen = visitor.get(&portrait).await;
        assert_eq!(seen.expect(200).header("cache-control"), "private, no-cache", "it may be taken back");

        // Taken back: both words are kept, with what they rest on.
        let back = with(agrees, json!({ "consents": false, "consent": "She wrote.", "version": now["version"] }));
        let back = maker.put_json(&path, &back).await.expect(200).json();
        let said = back["consent_history"].as_array().unwrap();
        assert_eq!((&said[0]["given"], &said[0]["how"]), (&json!(false), &json!("She wrote.")));
        assert_eq!((&said[1]["given"], said.len()), (&json!(true), 2));
        visitor.get(&page).await.expect(200).hides("Zohra");
        visitor.get(&portrait).await.expect(404);
    }

    async fn who_left_stays_on_old_pieces(app: TestApp) {
        let (maker, visitor) = (app.maker("Atelier").await, app.visitor());
        let old = on_the_shelf(&maker, "Old bowl", json!({})).await;
        let new = on_the_shelf(&maker, "New bowl", json!({})).await;
        let person = add(&maker, &zohra()).await;
        credit(&maker, old, &[(&person, "made"), (&person, "glazed")]).await;
        let path = format!("{OWN}/{}", person["id"]);
        let left = with(zohra(), json!({ "retired": true, "version": 1 }));
        maker.put_json(&path, &left).await.expect(200);
        visitor.get("/products/old-bowl").await.expect(200).shows("Made by").shows("Glazed by").shows("Zohra");
        visitor.get(&format!("/makers/{}", maker.slug)).await.expect(200).hides("Zohra");
        let again = json!({ "credits": [{ "artisan": person["id"], "did": "made" }] });
        let refused = maker.put_json(&format!("/api/v1/products/{new}/people"), &again).await;
        assert_eq!(refused.wrong_fields(), ["credits.0.artisan"]);
        maker.put_json(&format!("/api/v1/products/{old}/people"), &again).await.expect(200);
        assert_eq!(made_by(&visitor, old).await.as_array().unwrap().len(), 1);
    }

    async fn who_asks_is_forgotten(app: TestApp) {
        let (maker, visitor) = (app.maker("Atelier").await, app.visitor());
        let bowl = on_the_shelf(&maker, "Blue bowl", json!({})).await;
        let person = add(&maker, &zohra()).await;
        let portrait = send_portrait(&maker, &person).await;
        credit(&maker, bowl, &[(&person, "made")]).await;
        let _workers = app.start_workers().await;
        assert_eq!(found(&visitor, &[("q", "Zohra"), ("kind", "product")]).await, ["Blue bowl"]);
        let path = format!("{OWN}/{}", person["id"]);
        let page = format!("/workshop/people/{}", person["id"]);
        maker.post_form(&format!("{page}/erase"), &[]).await.expect(422).shows("Tick this if you are sure");
        maker.post_form(&format!("{page}/erase"), &[("sure", "true")]).await.expect(303);
        app.caught_up().await;

        visitor.get("/products/blue-bowl").await.expect(200).hides("Zohra").shows("a maker of this workshop");
        assert_eq!(made_by(&maker, bowl).await, json!([{ "did": "made", "artisan": null }]));
        visitor.get(&portrait).await.expect(404);
        maker.get(&portrait).await.expect(404);
        maker.get(&path).await.expect(404);
        maker.get(&page).await.expect(404);
        assert!(found(&visitor, &[("q", "Zohra"), ("kind", "product")]).await.is_empty());
        // Not in the database, and not in the store.
        let left = app.read(|conn| {
            use diesel::prelude::*;
            use fondouk::db::schema::{artisan_consents, artisans, stored_files};
            let names: Vec<String> = artisans::table.select(artisans::name).load(conn)?;
            let words: Vec<String> = artisan_consents::table.select(artisan_consents::how).load(conn)?;
            let files: i64 = stored_files::table.count().get_result(conn)?;
            Ok((names, words, files))
        });
        assert_eq!(left.await, (vec![String::new()], vec![String::new()], 0));
        assert!(app.fondouk.house.files.list().await.unwrap().is_empty());
    }

    async fn a_picture_that_was_sent_in_a_message_too_stays_there(app: TestApp) {
        let (maker, buyer) = (app.maker("Atelier").await, app.buyer("Maison Clair").await);
        let person = add(&maker, &zohra()).await;
        send_portrait(&maker, &person).await;
        let talk = json!({ "maker": maker.slug, "text": "Who made it?" });
        let talk = buyer.post_json("/api/v1/conversations", &talk).await.expect(201).json();
        let form = Form::new().part("file", Part::bytes(samples::picture()).file_name("zohra.png"));
        let said = format!("/api/v1/conversations/{}/messages", talk["id"]);
        let said = maker.send(maker.request(Method::POST, &said).multipart(form)).await.expect(201).json();
        let page = format!("/workshop/people/{}", person["id"]);
        maker.post_form(&format!("{page}/erase"), &[("sure", "true")]).await.expect(303);
        let href = said["entries"][1]["attachments"][0]["href"].as_str().unwrap().to_owned();
        buyer.get(&format!("{href}?size=small")).await.expect(200);
    }

    async fn nobody_else_touches_a_workshops_people(app: TestApp) {
        let (maker, stranger) = (app.maker("Atelier").await, app.maker("Stranger").await);
        let person = add(&maker, &zohra()).await;
        let path = format!("{OWN}/{}", person["id"]);
        stranger.get(&path).await.expect(404);
        stranger.put_json(&path, &with(zohra(), json!({ "version": 1 }))).await.expect(404);
        stranger.post_json(&format!("{path}/erase"), &json!({ "sure": true })).await.expect(404);
        stranger.delete(&format!("{path}/portrait")).await.expect(404);
        let cloth = on_the_shelf(&stranger, "Cloth", json!({})).await;
        let alien = json!({ "credits": [{ "artisan": person["id"], "did": "wove" }] });
        let refused = stranger.put_json(&format!("/api/v1/products/{cloth}/people"), &alien).await;
        assert_eq!(refused.wrong_fields(), ["credits.0.artisan"]);
        maker.put_json(&format!("/api/v1/products/{cloth}/people"), &alien).await.expect(404);
        let wrong = with(zohra(), json!({ "name": "", "role": {}, "since": 2030, "techniques": ["alchemy"] }));
        assert_eq!(maker.post_json(OWN, &wrong).await.wrong_fields(), ["name", "role", "techniques", "since"]);
        // The pages do the same.
        let form = [("name", "Si Ali"), ("role[fr]", "Forgeron"), ("since", "2001")];
        assert!(maker.post_form("/workshop/people", &form).await.location().starts_with("/workshop/people/"));
        maker.get("/workshop/people").await.expect(200).shows("Si Ali").shows("Not shown").shows("Zohra");
    }
}
