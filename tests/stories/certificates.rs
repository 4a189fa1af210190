//! A certificate from the workshop to the buyer's search: checked by an officer, shown while it is valid, ended by the day.

use chrono::TimeDelta;
use diesel::prelude::*;
use fondouk::catalogue;
use fondouk::db::schema::letters::dsl;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::catalogue::with;
use super::search::market::{found, on_the_shelf};
use crate::support::{Actor, TestApp, samples};

const OWN: &str = "/api/v1/workshop/certificates";

/// Valid for the ninety days from the Monday on which stories begin.
fn gots() -> Value {
    json!({
        "scheme": "gots", "number": "TN-2026-7", "issuer": "Ecocert", "covers": "all",
        "valid_from": "2026-03-02", "valid_until": "2026-05-31",
    })
}

async fn add(maker: &Actor, certificate: &Value) -> Value {
    maker.post_json(OWN, certificate).await.expect(201).json()
}

async fn decide(officer: &Actor, certificate: &Value, decision: &str) -> Value {
    let path = format!("/api/v1/certificates/{}/decision", certificate["id"]);
    let word =
        json!({ "decision": decision, "note": "Seen in the register.", "version": certificate["version"] });
    officer.post_json(&path, &word).await.expect(200).json()
}

async fn confirmed(maker: &Actor, officer: &Actor, certificate: &Value) -> Value {
    let added = add(maker, certificate).await;
    decide(officer, &added, "confirmed").await
}

/// The numbers of what a maker shows today.
async fn shown(actor: &Actor, maker: &Actor) -> Vec<String> {
    let listed = actor.get(&format!("/api/v1/makers/{}/certificates", maker.slug)).await.expect(200).json();
    let items = listed["items"].as_array().unwrap();
    items.iter().map(|item| item["number"].as_str().unwrap().to_owned()).collect()
}

/// The causes of the letters about ends that have been written, without who they went to.
async fn reminders(app: &TestApp) -> Vec<String> {
    let causes: Vec<String> = app
        .read(|conn| {
            let own = dsl::letters.filter(dsl::cause.like("certificate-%-2026-%")).order(dsl::id);
            Ok(own.select(dsl::cause).load(conn)?)
        })
        .await;
    let step = |cause: &String| cause.rsplit('-').nth(1).unwrap().to_owned();
    causes.iter().map(step).collect()
}

async fn sweep(app: &TestApp) -> usize {
    let settings = app.fondouk.house.settings.clone();
    app.write(move |tx| catalogue::remind_due(tx, &settings)).await
}

fn paper(bytes: &[u8]) -> Part {
    Part::bytes(bytes.to_vec()).file_name("paper")
}

stories! {
    async fn it_is_shown_when_an_officer_has_confirmed_it_and_while_its_days_last(app: TestApp) {
        let (maker, officer, visitor) = (app.maker("Atelier").await, app.officer().await, app.visitor());
        let product = on_the_shelf(&maker, "Blue cloth", json!({})).await;
        let added = add(&maker, &gots()).await;
        assert_eq!((&added["standing"], &added["valid_today"]), (&json!("unverified"), &json!(false)));
        assert!(shown(&visitor, &maker).await.is_empty());
        officer.get("/desk").await.expect(200).shows("One certificate waits to be checked");

        let checked = decide(&officer, &added, "confirmed").await;
        assert_eq!((&checked["standing"], &checked["valid_today"]), (&json!("confirmed"), &json!(true)));
        assert_eq!(shown(&visitor, &maker).await, ["TN-2026-7"]);
        let seen = visitor.get(&format!("/api/v1/products/{product}")).await.expect(200).json();
        assert_eq!(seen["certificates"][0]["scheme"], "gots");
        assert_eq!(seen["certificates"][0]["valid_until"], "2026-05-31");
        for path in ["/products/blue-cloth".to_owned(), format!("/makers/{}", maker.slug), format!("/makers/{}/certificates", maker.slug)] {
            let page = visitor.get(&path).await;
            page.expect(200).shows("GOTS organic textile").shows("TN-2026-7").shows("Ecocert");
            page.shows("Valid until 31 May 2026").shows("Checked by the programme on 2 March 2026");
        }
        visitor.reading("ar").get("/products/blue-cloth").await.expect(200).shows("المنسوجات العضوية");

        app.days_pass(90);
        assert_eq!(shown(&visitor, &maker).await, ["TN-2026-7"], "its last day");
        app.days_pass(1);
        assert!(shown(&visitor, &maker).await.is_empty());
        visitor.get("/products/blue-cloth").await.expect(200).hides("GOTS");
        visitor.get(&format!("/makers/{}/certificates", maker.slug)).await.expect(200).shows("Nothing is valid today");
    }

    async fn what_is_changed_is_checked_again_and_what_was_said_stays(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        let first = confirmed(&maker, &officer, &gots()).await;
        let path = format!("{OWN}/{}", first["id"]);
        let same = with(gots(), json!({ "version": first["version"] }));
        let unchanged = maker.put_json(&path, &same).await.expect(200).json();
        assert_eq!((&unchanged["standing"], &unchanged["version"]), (&json!("confirmed"), &first["version"]));

        let longer = with(same.clone(), json!({ "valid_until": "2027-05-31" }));
        let changed = maker.put_json(&path, &longer).await.expect(200).json();
        assert_eq!((&changed["standing"], &changed["checked_at"]), (&json!("unverified"), &json!(null)));
        assert!(shown(&app.visitor(), &maker).await.is_empty());
        maker.put_json(&path, &longer).await.expect(409);

        // The officer still has the former one before them.
        let decision = format!("/api/v1/certificates/{}/decision", first["id"]);
        let stale = json!({ "decision": "confirmed", "note": "Seen.", "version": first["version"] });
        officer.post_json(&decision, &stale).await.expect(409);
        let refused = decide(&officer, &changed, "refused").await;
        let said = refused["decisions"].as_array().unwrap();
        assert_eq!((&said[0]["decision"], &said[0]["valid_until"]), (&json!("refused"), &json!("2027-05-31")));
        assert_eq!((&said[1]["decision"], &said[1]["valid_until"]), (&json!("confirmed"), &json!("2026-05-31")));
        assert_eq!(said.len(), 2);
        let texts = app.letters_to("atelier@example.org").await.join("\n");
        assert!(texts.contains("has checked your certificate") && texts.contains("could not confirm it"), "{texts}");
    }

    async fn nobody_else_changes_or_removes_it(app: TestApp) {
        let (maker, officer, stranger) = (app.maker("Atelier").await, app.officer().await, app.maker("Stranger").await);
        let certificate = confirmed(&maker, &officer, &gots()).await;
        let path = format!("{OWN}/{}", certificate["id"]);
        let page = format!("/workshop/certificates/{}", certificate["id"]);
        let form = with(gots(), json!({ "version": certificate["version"] }));
        stranger.put_json(&path, &form).await.expect(404);
        stranger.get(&path).await.expect(404);
        stranger.get(&page).await.expect(404);
        stranger.delete(&path).await.expect(404);
        stranger.post(&format!("{page}/remove")).await.expect(404);
        let alien = on_the_shelf(&stranger, "Alien cloth", json!({})).await;
        let wrong = with(gots(), json!({ "covers": "chosen", "products": [alien] }));
        assert_eq!(maker.post_json(OWN, &wrong).await.wrong_fields(), ["products"]);
        let wrong = with(gots(), json!({ "scheme": "oeko-tex-100", "valid_until": null, "issuer": "" }));
        assert_eq!(maker.post_json(OWN, &wrong).await.wrong_fields(), ["issuer", "valid_until"]);

        maker.delete(&path).await.expect(204);
        assert!(shown(&app.visitor(), &maker).await.is_empty());
        maker.get(&path).await.expect(404);
        officer.get(&format!("/api/v1/certificates/{}", certificate["id"])).await.expect(404);
    }

    async fn its_document_is_for_its_maker_officers_and_verified_buyers(app: TestApp) {
        let (maker, officer, buyer) = (app.maker("Atelier").await, app.officer().await, app.buyer("Galerie").await);
        let pending = app.pending_buyer("Waiting").await;
        let fields = || {
            let texts = gots();
            let texts = texts.as_object().unwrap().iter().map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
            texts.fold(Form::new(), |form, (name, value)| form.text(name, value))
        };
        let send = |form: Form| maker.send(maker.request(Method::POST, "/workshop/certificates").multipart(form));
        maker.get("/workshop/certificates/new").await.expect(200).shows("Add a certificate").shows("OEKO-TEX");
        // What is typed comes back, and everything wrong is told at once.
        let wrong = send(Form::new().text("number", "TN-2026-7").part("file", paper(b"<html></html>"))).await;
        wrong.expect(422).shows("PDF, JPEG, PNG or WebP");
        assert!(wrong.text().contains(r#"value="TN-2026-7""#) && wrong.text().contains("#f-issuer"), "{}", wrong.text());
        send(fields().part("file", paper(b"%PDF-1.7 a")).part("file", paper(b"%PDF-1.7 b"))).await.expect(422).shows("One file at a time");
        assert_eq!(send(fields().part("file", paper(&samples::picture()))).await.location(), "/workshop/certificates");
        maker.get("/workshop/certificates").await.expect(200).shows("TN-2026-7").shows("Not yet verified");

        let certificate = maker.get(OWN).await.expect(200).json()["items"][0].clone();
        let page = format!("/certificates/{}", certificate["id"]);
        let document = certificate["document"].as_str().unwrap().to_owned();
        officer.get("/certificates?standing=unverified").await.expect(200).shows("TN-2026-7").shows("Atelier");
        let sheet = officer.get(&page).await;
        assert!(sheet.expect(200).text().contains(&format!(r#"<img src="{page}/document""#)), "{}", sheet.text());
        let answer = officer.get(&document).await;
        assert_eq!(answer.expect(200).body, samples::picture());
        assert!(answer.header("content-disposition").starts_with("attachment"));
        maker.get(&document).await.expect(200);
        buyer.get(&document).await.expect(404);

        let words = [("decision", "confirmed"), ("note", ""), ("version", "1")];
        officer.post_form(&format!("{page}/decision"), &words).await.expect(422);
        let words = [("decision", "confirmed"), ("note", "The paper is whole."), ("version", "1")];
        officer.post_form(&format!("{page}/decision"), &words).await.expect(303);
        officer.get(&page).await.expect(200).shows("The paper is whole.").shows("Valid today");
        buyer.get(&document).await.expect(200);
        let shown_to = |seen: Value| seen["items"][0]["document"].is_string();
        let public = format!("/api/v1/makers/{}/certificates", maker.slug);
        assert!(shown_to(buyer.get(&public).await.json()) && !shown_to(pending.get(&public).await.json()));
        for other in [&pending, &app.maker("Stranger").await] {
            other.get(&document).await.expect(404);
            other.get(&page).await.expect(403);
        }
        app.visitor().get(&document).await.expect(401);
        // A change without a file leaves the document where it is.
        let change = [("version", "1"), ("scheme", "gots"), ("number", "TN-2026-8"), ("issuer", "Ecocert"), ("covers", "all"), ("valid_from", "2026-03-02")];
        maker.post_form(&format!("/workshop{page}"), &change).await.expect(303);
        maker.get(&document).await.expect(200);
        buyer.get(&document).await.expect(404);
    }

    async fn a_buyer_searches_for_what_is_certified_today(app: TestApp) {
        let (maker, officer, visitor) = (app.maker("Atelier").await, app.officer().await, app.visitor());
        let cloth = on_the_shelf(&maker, "Blue cloth", json!({})).await;
        let bowl = on_the_shelf(&maker, "Blue bowl", json!({})).await;
        let _workers = app.start_workers().await;
        let asked = [("certificate", "gots"), ("kind", "product")];
        let chosen = with(gots(), json!({ "covers": "chosen", "products": [cloth, bowl] }));
        let added = add(&maker, &chosen).await;
        app.caught_up().await;
        assert!(found(&visitor, &asked).await.is_empty(), "nobody has checked it");
        decide(&officer, &added, "confirmed").await;
        app.caught_up().await;
        assert_eq!(found(&visitor, &asked).await, ["Blue bowl", "Blue cloth"]);
        assert!(found(&visitor, &[("certificate", "fsc")]).await.is_empty());
        visitor.get("/search?certificate=gots").await.expect(200).shows("GOTS organic textile, valid today").shows("Blue cloth");
        assert_eq!(visitor.get("/api/v1/search?certificate=alchemy").await.wrong_fields(), ["certificate"]);

        // It shrinks: what it was about before is read again too.
        let less = with(gots(), json!({ "covers": "chosen", "products": [cloth], "version": added["version"] }));
        let less = maker.put_json(&format!("{OWN}/{}", added["id"]), &less).await.expect(200).json();
        app.caught_up().await;
        assert!(found(&visitor, &asked).await.is_empty(), "what was changed is unchecked");
        decide(&officer, &less, "confirmed").await;
        app.caught_up().await;
        assert_eq!(found(&visitor, &asked).await, ["Blue cloth"]);

        let endless = with(gots(), json!({ "number": "TN-9", "valid_until": null }));
        let endless = confirmed(&maker, &officer, &endless).await;
        app.caught_up().await;
        assert_eq!(found(&visitor, &asked).await, ["Blue bowl", "Blue cloth"]);
        maker.delete(&format!("{OWN}/{}", endless["id"])).await.expect(204);
        app.caught_up().await;
        assert_eq!(found(&visitor, &asked).await, ["Blue cloth"]);

        // The day alone ends it, without anything being written.
        app.days_pass(90);
        assert_eq!(found(&visitor, &asked).await, ["Blue cloth"]);
        app.days_pass(1);
        assert!(found(&visitor, &asked).await.is_empty());
    }

    async fn each_reminder_is_written_once_whoever_comes_first(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        confirmed(&maker, &officer, &gots()).await;
        add(&maker, &with(gots(), json!({ "number": "unchecked" }))).await;
        let mut told = Vec::new();
        for day in 0..125 {
            let before = reminders(&app).await.len();
            let both = [sweep(&app).await, sweep(&app).await];
            let new = reminders(&app).await.len() - before;
            assert_eq!((both[0], both[1]), (new, 0), "day {day}");
            if new > 0 {
                let left = 90 - day;
                told.push((left, reminders(&app).await.last().unwrap().clone()));
            }
            app.days_pass(1);
        }
        let told: Vec<(i64, &str)> = told.iter().map(|(left, step)| (*left, step.as_str())).collect();
        assert_eq!(told, [(60, "60"), (30, "30"), (7, "7"), (-1, "ended")]);
        let texts = app.letters_to("atelier@example.org").await;
        assert!(texts.last().unwrap().contains("/workshop/certificates/"), "{texts:?}");
    }

    async fn workers_of_several_nodes_at_once_write_one_letter(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        confirmed(&maker, &officer, &with(gots(), json!({ "valid_until": "2026-03-20" }))).await;
        let settings = app.fondouk.house.settings.clone();
        let db = app.fondouk.house.db.clone();
        let nodes = (0..4).map(|_| {
            let (db, settings) = (db.clone(), settings.clone());
            actix_web::rt::spawn(async move { db.write(move |tx| catalogue::remind_due(tx, &settings)).await })
        });
        let mut written = 0;
        for node in nodes.collect::<Vec<_>>() {
            written += node.await.unwrap().unwrap();
        }
        assert_eq!((written, reminders(&app).await), (1, vec!["30".to_owned()]));
        // The clock's own worker finds nothing left to do.
        let workers = app.start_workers().await;
        app.fondouk.house.clock().advance(TimeDelta::hours(1));
        assert_eq!(sweep(&app).await, 0);
        workers.stop().await;
        assert_eq!(reminders(&app).await.len(), 1);
    }
}
