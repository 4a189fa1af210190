//! Conversations: who may begin one, who reads it, what may be sent along, and who is told of it.

use diesel::prelude::*;
use fondouk::accounts::{Kind, Standing};
use fondouk::db::Write;
use fondouk::db::schema::{letters, matches};
use fondouk::error::Result;
use fondouk::trade::conversations;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::scene::Scene;
use crate::support::{Actor, Answer, Backend, TestApp, samples};

const TALKS: &str = "/api/v1/conversations";

async fn begun(by: &Actor, form: &Value) -> Value {
    by.post_json(TALKS, form).await.expect(201).json()
}

fn to_maker(scene: &Scene, text: &str) -> Value {
    json!({ "maker": scene.maker.slug, "request": scene.request, "text": text })
}

/// As the matcher would have found it.
pub async fn matched(app: &TestApp, scene: &Scene) {
    let (request, product, maker) = (scene.request, scene.plate, scene.maker.organisation);
    app.write(move |tx: &mut Write<'_>| -> Result<()> {
        let now = tx.now();
        diesel::insert_into(matches::table)
            .values((
                matches::request_id.eq(request),
                matches::product_id.eq(product),
                matches::maker_id.eq(maker),
                matches::verdict.eq("match"),
                matches::score.eq(80.0),
                matches::reasons.eq(r#"{"contributions":[],"constraints":[]}"#),
                matches::found_at.eq(now),
                matches::updated_at.eq(now),
            ))
            .execute(&mut **tx)?;
        Ok(())
    })
    .await;
}

async fn send(by: &Actor, path: &str, form: Form) -> Answer {
    by.send(by.request(Method::POST, path).multipart(form)).await
}

fn picture(name: &str) -> Part {
    Part::bytes(samples::picture()).file_name(name.to_owned())
}

fn pdf() -> Part {
    Part::bytes(b"%PDF-1.7\n%%EOF".to_vec()).file_name("plan.pdf")
}

/// Lets minutes pass, then the worker turn; says how many letters about messages there are by then.
async fn told_after(app: &TestApp, minutes: i64) -> i64 {
    app.fondouk.house.clock().advance(chrono::TimeDelta::minutes(minutes));
    let settings = app.fondouk.house.settings.clone();
    app.write(move |tx| conversations::tell_due(tx, &settings)).await;
    app.read(|conn| {
        Ok(letters::table.filter(letters::cause.like("conversation-%")).count().get_result(conn)?)
    })
    .await
}

async fn is_unread(by: &Actor) -> Value {
    by.get(TALKS).await.expect(200).json()["items"][0]["unread"].clone()
}

stories! {
    async fn two_sides_write_to_each_other_and_nobody_else_reads_it(app: TestApp) {
        let scene = Scene::new(&app).await;
        let talk = begun(&scene.buyer, &to_maker(&scene, "Pouvez-vous en faire deux cents pour la rentrée ?")).await;
        let path = format!("{TALKS}/{}", talk["id"]);
        assert_eq!(talk["entries"][0]["language"], "fr", "told from the words");
        let answer = json!({ "text": "نعم، يمكننا ذلك." });
        let seen = scene.maker.post_json(&format!("{path}/messages"), &answer).await.expect(201).json();
        assert_eq!(seen["entries"][1]["language"], "ar");
        assert_eq!(seen["entries"][1]["by"], json!(scene.maker.organisation));

        let again = begun(&scene.buyer, &to_maker(&scene, "One thing more.")).await;
        assert_eq!(again["id"], talk["id"], "one conversation for each pair and request");
        assert_eq!(again["entries"].as_array().unwrap().len(), 3);
        let other = begun(&scene.buyer, &json!({ "maker": scene.maker.slug, "text": "Besides." })).await;
        assert_ne!(other["id"], talk["id"], "about nothing in particular");

        let page = format!("/conversations/{}", talk["id"]);
        scene.maker.get(&page).await.expect(200).shows("Pouvez-vous").shows("Tableware for the summer");
        let stranger = app.maker("Atelier Gabès").await;
        let agent = app.person(Kind::Cluster, "Cluster Nabeul", Standing::Approved).await;
        for other in [&stranger, &app.officer().await, &agent, &app.buyer("Maison Louis").await] {
            other.get(&path).await.expect(404);
            other.get(&page).await.expect(404);
            other.post_json(&format!("{path}/messages"), &answer).await.expect(404);
            other.post(&format!("{path}/read")).await.expect(404);
        }
        app.visitor().get(&path).await.expect(401);
        let consent = json!({ "helper": agent.slug, "acts": ["quotes"] });
        scene.maker.post_json("/api/v1/workshop/consents", &consent).await.expect(201);
        let deputy = agent.acting_for(&scene.maker);
        let said = deputy.post_json(&format!("{path}/messages"), &answer).await.expect(201).json();
        let last = said["entries"].as_array().unwrap().last().unwrap();
        assert_eq!(last["acted_for"]["organisation"], "Cluster Nabeul", "{last}");
        scene.buyer.get(&page).await.expect(200).shows("Cluster Nabeul");
    }

    async fn a_maker_writes_first_only_where_its_products_answer(app: TestApp) {
        let scene = Scene::new(&app).await;
        let first = json!({ "request": scene.request, "text": "We make these." });
        let refused = scene.maker.post_json(TALKS, &first).await;
        assert_eq!(refused.expect(409).json()["code"], "refusal-conversation-unmatched");
        assert_eq!(scene.maker.post_json(TALKS, &json!({ "text": "Hello?" })).await.wrong_fields(), ["request"]);
        matched(&app, &scene).await;
        let talk = begun(&scene.maker, &first).await;
        assert_eq!(talk["buyer"]["id"], json!(scene.buyer.organisation));

        let late = app.maker("Atelier Gabès").await;
        assert_eq!(late.post_json(TALKS, &json!({ "request": 999_999, "text": "?" })).await.wrong_fields(), ["request"]);
        assert_eq!(late.post_json(TALKS, &json!({ "quote": 1, "text": "?" })).await.wrong_fields(), ["quote"]);
        late.get("/conversations/new?quote=1").await.expect(404);
        let unknown = json!({ "maker": "nobody", "text": "Hello" });
        assert_eq!(scene.buyer.post_json(TALKS, &unknown).await.wrong_fields(), ["maker"]);
        let not_its_own = json!({ "maker": scene.maker.slug, "request": scene.request, "text": "Hello" });
        let other = app.buyer("Maison Louis").await;
        assert_eq!(other.post_json(TALKS, &not_its_own).await.wrong_fields(), ["request"]);
    }

    async fn what_is_done_with_a_quote_stands_in_the_conversation(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.quote().await;
        scene.buyer.get(&format!("/quotes/{quote}")).await.expect(200).shows("Conversation with Atelier Nabeul");
        let talk = begun(&scene.maker, &json!({ "quote": quote, "text": "The blue is ours." })).await;
        assert_eq!(talk["quotes"], json!([quote]));
        app.fondouk.house.clock().advance(chrono::TimeDelta::minutes(1));
        scene.buyer.post_json(&format!("/api/v1/quotes/{quote}/accept"), &json!({ "number": 1 })).await.expect(200);
        let seen = scene.buyer.get(&format!("{TALKS}/{}", talk["id"])).await.expect(200).json();
        let entries = seen["entries"].as_array().unwrap();
        let steps: Vec<_> = entries.iter().filter(|entry| entry["kind"] == "quote").collect();
        assert_eq!((&steps[0]["step"], &steps[1]["step"]), (&json!("offered"), &json!("accepted")));
        assert_eq!(steps[1]["by"], json!(scene.buyer.organisation));
        assert_eq!(entries.last().unwrap()["step"], "accepted", "in the order of time");
        let page = scene.buyer.get(&format!("/conversations/{}", talk["id"])).await;
        page.expect(200).shows(&format!("accepted quote no. {quote}")).shows("900.000");
        let ask = scene.maker.get(&format!("/conversations/new?quote={quote}")).await;
        assert_eq!(ask.expect(303).location(), format!("/conversations/{}", talk["id"]));
    }

    async fn pictures_and_papers_come_along(app: TestApp) {
        let scene = Scene::new(&app).await;
        let talk = begun(&scene.buyer, &to_maker(&scene, "Like this one?")).await;
        let path = format!("{TALKS}/{}/messages", talk["id"]);
        let form = Form::new().text("text", "").part("file", picture("a.png")).part("file", pdf());
        let said = send(&scene.maker, &path, form).await.expect(201).json();
        let sent = said["entries"][1]["attachments"].clone();
        assert_eq!((&sent[0]["media_type"], &sent[1]["media_type"]), (&json!("image/jpeg"), &json!("application/pdf")));
        assert_eq!(sent[0]["name"], "a.png");
        let href = sent[0]["href"].as_str().unwrap();
        for (query, kind) in [("", "image/jpeg"), ("?size=small", "image/jpeg")] {
            assert_eq!(scene.buyer.get(&format!("{href}{query}")).await.expect(200).header("content-type"), kind);
        }
        let paper = scene.buyer.get(sent[1]["href"].as_str().unwrap()).await;
        assert!(paper.expect(200).header("content-disposition").starts_with("attachment"));
        app.buyer("Maison Louis").await.get(href).await.expect(404);
        let other = begun(&scene.buyer, &json!({ "maker": scene.maker.slug, "text": "Besides." })).await;
        scene.buyer.get(&format!("/conversations/{}/attachments/{}", other["id"], sent[0]["id"])).await.expect(404);

        let many = (0..6).fold(Form::new(), |form, n| form.part("file", picture(&format!("{n}.png"))));
        assert_eq!(send(&scene.maker, &path, many).await.wrong_fields(), ["file"]);
        let wrong = Form::new().text("text", "See").part("file", Part::bytes(b"MZ\x90".to_vec()).file_name("x.pdf"));
        let wrong = send(&scene.maker, &path, wrong).await;
        assert_eq!(wrong.wrong_fields(), ["file"]);
        assert!(wrong.text().contains("x.pdf"), "{}", wrong.text());
        assert_eq!(send(&scene.maker, &path, Form::new().text("text", " ")).await.wrong_fields(), ["text"]);
        let long = json!({ "text": "x".repeat(4001), "language": "de" });
        assert_eq!(scene.maker.post_json(&path, &long).await.wrong_fields(), ["text", "language"]);
        let page = format!("/conversations/{}/messages", talk["id"]);
        let again = send(&scene.maker, &page, Form::new().text("text", "").text("language", "fr")).await;
        again.expect(422);
        let sent = send(&scene.maker, &page, Form::new().text("text", "Voilà.").text("language", "fr")).await;
        assert!(sent.expect(303).location().starts_with(&format!("/conversations/{}#m", talk["id"])));
    }

    async fn what_is_new_is_counted_until_it_is_read(app: TestApp) {
        let scene = Scene::new(&app).await;
        let talk = begun(&scene.buyer, &to_maker(&scene, "Hello")).await;
        assert_eq!((is_unread(&scene.maker).await, is_unread(&scene.buyer).await), (json!(true), json!(false)));
        let badge = "Conversations with something new";
        scene.maker.get("/desk").await.expect(200).shows(badge);
        scene.buyer.get("/desk").await.expect(200).hides(badge);
        scene.maker.get(&format!("/conversations/{}", talk["id"])).await.expect(200);
        assert_eq!(is_unread(&scene.maker).await, json!(false), "looking at it is reading it");
        scene.maker.get("/desk").await.expect(200).hides(badge);
        scene.maker.post_json(&format!("{TALKS}/{}/messages", talk["id"]), &json!({ "text": "Yes?" })).await.expect(201);
        assert_eq!(is_unread(&scene.buyer).await, json!(true));
        scene.buyer.post(&format!("{TALKS}/{}/read", talk["id"])).await.expect(204);
        assert_eq!(is_unread(&scene.buyer).await, json!(false));
    }

    async fn one_letter_an_hour_and_none_to_who_has_read_it(app: TestApp) {
        let scene = Scene::new(&app).await;
        let talk = begun(&scene.buyer, &to_maker(&scene, "Hello")).await;
        let path = format!("{TALKS}/{}/messages", talk["id"]);
        let more = json!({ "text": "And one thing more." });
        assert_eq!(told_after(&app, 1).await, 0, "it waits for more");
        scene.buyer.post_json(&path, &more).await.expect(201);
        assert_eq!(told_after(&app, 5).await, 1);
        let letter = app.letters_to("atelier-nabeul@example.org").await.pop().unwrap();
        assert!(letter.contains("2 messages") && letter.contains("And one thing more."), "{letter}");
        let link = app.link_in_letter_to("atelier-nabeul@example.org").await;
        assert_eq!(link, format!("/conversations/{}", talk["id"]));
        scene.buyer.post_json(&path, &more).await.expect(201);
        assert_eq!(told_after(&app, 30).await, 1, "not within the hour");
        assert_eq!(told_after(&app, 31).await, 2);
        assert_eq!(told_after(&app, 120).await, 2, "nothing new, no letter");
        scene.buyer.post_json(&path, &more).await.expect(201);
        scene.maker.get(&format!("/conversations/{}", talk["id"])).await.expect(200);
        assert_eq!(told_after(&app, 120).await, 2, "it was read");
    }

    async fn who_is_suspended_writes_no_more(app: TestApp) {
        let scene = Scene::new(&app).await;
        let officer = app.officer().await;
        let talk = begun(&scene.buyer, &to_maker(&scene, "Hello")).await;
        let verdict = json!({ "standing": "suspended", "note": "Invoices." });
        let standing = format!("/api/v1/organisations/{}/standing", scene.buyer.organisation);
        officer.post_json(&standing, &verdict).await.expect(200);
        let path = format!("{TALKS}/{}", talk["id"]);
        let more = json!({ "text": "Still there?" });
        scene.buyer.post_json(&format!("{path}/messages"), &more).await.expect(403);
        scene.buyer.post_json(TALKS, &to_maker(&scene, "Hello")).await.expect(403);
        scene.buyer.get(&path).await.expect(200);
        let partner = scene.maker.post_json(&format!("{path}/messages"), &more).await;
        assert_eq!(partner.expect(409).json()["code"], "refusal-conversation-partner");
    }
}

async fn too_many(backend: Backend) {
    let app = TestApp::start_with(backend, |settings| settings.limits.conversations_per_day = 1).await;
    let scene = Scene::new(&app).await;
    let talk = begun(&scene.buyer, &to_maker(&scene, "Hello")).await;
    let next = json!({ "maker": scene.maker.slug, "text": "Besides." });
    let refused = scene.buyer.post_json(TALKS, &next).await;
    assert_eq!(refused.expect(409).json()["code"], "refusal-conversations-many");
    let more = begun(&scene.buyer, &to_maker(&scene, "Go on")).await;
    assert_eq!(more["id"], talk["id"], "what is there goes on");
    app.days_pass(1);
    app.fondouk.house.clock().advance(chrono::TimeDelta::minutes(1));
    begun(&scene.buyer, &next).await;
}

#[actix_web::test]
async fn only_so_many_are_begun_in_a_day() {
    too_many(Backend::Sqlite).await;
}
