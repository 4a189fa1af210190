//! Drawings and documents that come along with a request: who sends them, who opens them, and what becomes of them.

use diesel::prelude::*;
use fondouk::accounts::{Kind, Standing};
use fondouk::db::schema::{request_attachments, stored_files};
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::{BOWL, Bowl, REQUESTS, bowls, drafted, looked_for, opened, published};
use crate::support::{Actor, Answer, Backend, TestApp, samples};

fn picture(name: &str, shade: u8) -> Part {
    Part::bytes(samples::picture_in(shade)).file_name(name.to_owned())
}

fn pdf(name: &str) -> Part {
    Part::bytes(b"%PDF-1.7\n%%EOF".to_vec()).file_name(name.to_owned())
}

async fn send(by: &Actor, path: &str, form: Form) -> Answer {
    by.send(by.request(Method::POST, path).multipart(form)).await
}

/// So many pictures, none like the other.
fn pictures(count: u8) -> Form {
    (0..count).fold(Form::new(), |form, n| form.part("file", picture(&format!("{n}.png"), 10 + n)))
}

async fn attach(by: &Actor, path: &str, form: Form) -> Vec<Value> {
    let seen = send(by, &format!("{path}/attachments"), form).await.expect(201).json();
    seen["attachments"].as_array().unwrap().clone()
}

fn href(attachment: &Value) -> String {
    attachment["href"].as_str().unwrap().to_owned()
}

/// Rows of attachments, rows of files, and files.
async fn kept(app: &TestApp) -> (i64, i64, usize) {
    let rows = app.read(|conn| {
        let attached = request_attachments::table.count().get_result(conn)?;
        Ok((attached, stored_files::table.count().get_result(conn)?))
    });
    let (attached, files): (i64, i64) = rows.await;
    (attached, files, app.fondouk.house.files.list().await.unwrap().len())
}

stories! {
    async fn drawings_come_along_and_who_reads_the_request_opens_them(app: TestApp) {
        let (buyer, maker, rival) =
            (app.buyer("Maison Clair").await, app.maker("Dar Amal").await, app.buyer("Maison Louis").await);
        let (id, path) = drafted(&buyer, &bowls()).await;
        let form = Form::new().part("file", picture("bowl.png", 90)).part("file", pdf("plan.pdf"));
        let sent = attach(&buyer, &path, form).await;
        let kinds: Vec<&Value> = sent.iter().map(|one| &one["media_type"]).collect();
        assert_eq!(kinds, ["image/jpeg", "application/pdf"]);
        assert_eq!((&sent[0]["name"], &sent[1]["name"]), (&json!("bowl.png"), &json!("plan.pdf")));
        let (bowl, plan) = (href(&sent[0]), href(&sent[1]));
        for (way, kind) in [("", "image/jpeg"), ("?size=small", "image/jpeg")] {
            assert_eq!(buyer.get(&format!("{bowl}{way}")).await.expect(200).header("content-type"), kind);
        }
        assert!(buyer.get(&plan).await.expect(200).header("content-disposition").starts_with("attachment"));
        buyer.get(&format!("/api/v1{plan}")).await.expect(200);

        // A draft is its buyer's and the officers'.
        let officer = app.officer().await;
        let agent = app.person(Kind::Cluster, "Cluster Nabeul", Standing::Approved).await;
        for stranger in [&maker, &rival, &agent] {
            stranger.get(&bowl).await.expect(404);
            stranger.get(&format!("/api/v1{plan}")).await.expect(404);
        }
        officer.get(&bowl).await.expect(200);
        app.visitor().get(&format!("/api/v1{plan}")).await.expect(401);

        buyer.post(&format!("{path}/open")).await.expect(200);
        for reader in [&maker, &agent, &officer] {
            reader.get(&bowl).await.expect(200);
            assert_eq!(reader.get(&path).await.expect(200).json()["attachments"], json!(sent));
        }
        assert_eq!(maker.get(REQUESTS).await.json()["items"][0]["attachments"], json!(sent));
        assert_eq!(buyer.get(REQUESTS).await.json()["items"][0]["attachments"], json!(sent));
        assert!(app.visitor().get(REQUESTS).await.json()["items"][0].get("attachments").is_none());
        rival.get(&bowl).await.expect(404);
        app.pending_buyer("Maison Neuve").await.get(&plan).await.expect(404);
        let (other, _) = opened(&buyer, &bowls()).await;
        maker.get(&format!("/sourcing-requests/{other}/attachments/{}", sent[0]["id"])).await.expect(404);

        let page = format!("/sourcing-requests/{id}");
        maker.get(&page).await.expect(200).shows("Drawings and documents").shows("plan.pdf").hides("Add files");
        assert!(maker.get(&page).await.text().contains(&format!("{bowl}?size=small")));
        buyer.get(&page).await.expect(200).shows("Add files").shows("Remove “plan.pdf”");
        maker.get(&format!("{page}?lang=fr")).await.expect(200).shows("Dessins et documents");
        maker.get(&format!("{page}?lang=ar")).await.expect(200).shows("رسوم ووثائق");
    }

    async fn whom_a_request_is_not_for_opens_nothing_of_it(app: TestApp) {
        let (buyer, maker, asked, other) = (
            app.buyer("Maison Clair").await,
            app.maker("Dar Amal").await,
            app.maker("Dar Nour").await,
            app.maker("Dar Sami").await,
        );
        published(&app, &maker, BOWL).await;
        published(&app, &other, Bowl { slug: "other-bowl", ..BOWL }).await;
        let mut body = bowls();
        body["visibility"] = json!("invited");
        body["invited"] = json!([maker.slug, asked.slug]);
        let (id, path) = opened(&buyer, &body).await;
        let plan = href(&attach(&buyer, &path, Form::new().part("file", pdf("plan.pdf"))).await[0]);
        looked_for(&app, id).await;
        maker.get(&plan).await.expect(200);
        asked.get(&plan).await.expect(200);
        other.get(&plan).await.expect(404);

        // Once it is closed, those read on whose products fit.
        buyer.post(&format!("{path}/close")).await.expect(200);
        maker.get(&plan).await.expect(200);
        asked.get(&plan).await.expect(404);
        other.get(&plan).await.expect(404);
        buyer.get(&plan).await.expect(200);
        let late = send(&buyer, &format!("{path}/attachments"), pictures(1)).await;
        assert_eq!(late.expect(409).json()["code"], "refusal-request-closed");
        let gone = buyer.delete(&format!("/api/v1{plan}")).await;
        assert_eq!(gone.expect(409).json()["code"], "refusal-request-closed");
        buyer.get(&format!("/sourcing-requests/{id}")).await.expect(200).shows("plan.pdf").hides("Add files");
    }

    async fn its_buyer_alone_adds_and_removes(app: TestApp) {
        let (buyer, maker, rival) =
            (app.buyer("Maison Clair").await, app.maker("Dar Amal").await, app.buyer("Maison Louis").await);
        let (id, path) = opened(&buyer, &bowls()).await;
        let sent = attach(&buyer, &path, pictures(2)).await;
        let (first, second) = (href(&sent[0]), href(&sent[1]));
        rival.delete(&format!("/api/v1{first}")).await.expect(404);
        maker.delete(&format!("/api/v1{first}")).await.expect(403);
        send(&rival, &format!("{path}/attachments"), pictures(1)).await.expect(404);
        send(&maker, &format!("{path}/attachments"), pictures(1)).await.expect(403);

        let before = buyer.get(&path).await.json()["version"].clone();
        buyer.delete(&format!("/api/v1{first}")).await.expect(204);
        buyer.delete(&format!("/api/v1{first}")).await.expect(404);
        maker.get(&first).await.expect(404);
        maker.get(&second).await.expect(200);
        assert_eq!(buyer.get(&path).await.json()["version"], before, "its words are the same");
        let changed = app.read(|conn| {
            use fondouk::db::schema::events;
            Ok(events::table.filter(events::kind.eq("request-changed")).count().get_result::<i64>(conn)?)
        });
        assert_eq!(changed.await, 2, "makers concerned look again");

        buyer.post(&format!("{second}/remove")).await.expect(303);
        assert!(buyer.get(&path).await.json()["attachments"].as_array().unwrap().is_empty());
        assert_eq!(kept(&app).await, (0, 0, 0), "nobody needs the files any more");
        let page = format!("/sourcing-requests/{id}");
        maker.get(&page).await.expect(200).hides("Drawings and documents");
        let added = send(&buyer, &format!("{page}/attachments"), pictures(1)).await;
        assert_eq!(added.expect(303).location(), format!("{page}#files"));
    }

    async fn only_so_many_and_only_pictures_and_papers(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let (id, path) = drafted(&buyer, &bowls()).await;
        let all = format!("{path}/attachments");
        assert_eq!(send(&buyer, &all, pictures(6)).await.wrong_fields(), ["file"]);
        attach(&buyer, &path, pictures(4)).await;
        let full = send(&buyer, &all, pictures(2)).await;
        assert_eq!(full.wrong_fields(), ["file"]);
        assert!(full.text().contains("holds at most 5 files, and yours holds 4"), "{}", full.text());
        assert_eq!(attach(&buyer, &path, pictures(1)).await.len(), 5);
        assert_eq!(send(&buyer, &all, pictures(1)).await.wrong_fields(), ["file"]);
        let page = format!("/sourcing-requests/{id}");
        buyer.get(&page).await.expect(200).shows("There is room for 5 files").hides("Add files");
        let again = send(&buyer, &format!("{page}/attachments"), pictures(1)).await;
        again.expect(422).shows("holds at most 5 files");

        let (_, path) = drafted(&buyer, &bowls()).await;
        let all = format!("{path}/attachments");
        let odd = |name: &'static str| Form::new().part("file", Part::bytes(b"MZ\x90".to_vec()).file_name(name));
        for name in ["x.pdf", "x.png", "x.exe"] {
            let wrong = send(&buyer, &all, odd(name)).await;
            assert_eq!(wrong.wrong_fields(), ["file"]);
            assert!(wrong.text().contains(name), "{}", wrong.text());
        }
        let nothing = Form::new().part("file", Part::bytes(Vec::new()).file_name(""));
        assert_eq!(send(&buyer, &all, nothing).await.wrong_fields(), ["file"]);
        assert_eq!(buyer.post_json(&all, &json!({})).await.wrong_fields(), ["file"]);
        let some = Form::new().part("file", picture("a.png", 1)).part("file", Part::bytes(vec![1]).file_name("b.pdf"));
        assert_eq!(send(&buyer, &all, some).await.wrong_fields(), ["file"]);
        assert!(buyer.get(&path).await.json()["attachments"].as_array().unwrap().is_empty(), "all or nothing");
    }

    async fn a_new_request_takes_its_files_along(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        buyer.get("/sourcing-requests/new").await.expect(200).shows("Drawings and documents");
        let words = || {
            Form::new()
                .text("title", "Bowls")
                .text("wanted", "Blue bowls")
                .text("crafts", "ceramics")
                .text("materials", "clay")
                .text("materials", "terracotta")
                .text("quantity", "120")
                .text("target_price[amount]", "9.00")
                .text("target_price[currency]", "EUR")
                .text("destination", "FR")
                .text("channel", "shops")
        };
        let page = "/sourcing-requests";
        // Words and files are found wrong together, and nothing is written.
        let wrong = words().part("file", Part::bytes(b"MZ\x90".to_vec()).file_name("x.exe"));
        let wrong = send(&buyer, page, wrong).await;
        wrong.expect(422).shows("x.exe").shows("Please fill this in.").shows("Blue bowls");
        assert!(buyer.get(REQUESTS).await.json()["items"].as_array().unwrap().is_empty());

        let whole = || words().text("needed_by", "2026-06-01");
        let form = whole().part("file", picture("bowl.png", 90)).part("file", pdf("plan.pdf"));
        let made = send(&buyer, page, form).await.expect(303).location();
        let seen = buyer.get(&format!("/api/v1{made}")).await.expect(200).json();
        assert_eq!(seen["attachments"].as_array().unwrap().len(), 2);
        assert_eq!((&seen["materials"], &seen["target_price"]["amount"]), (&json!(["clay", "terracotta"]), &json!("9.00")));

        // A browser sends an empty part where no file was chosen; and a plain form goes on being taken.
        let nothing = whole().part("file", Part::bytes(Vec::new()).file_name(""));
        let bare = send(&buyer, page, nothing).await.expect(303).location();
        assert!(buyer.get(&format!("/api/v1{bare}")).await.json()["attachments"].as_array().unwrap().is_empty());
        let plain = [("title", "Jugs"), ("wanted", "Blue"), ("quantity", "12"), ("destination", "FR")];
        let plain = [&plain[..], &[("channel", "shops"), ("needed_by", "2026-06-01")]].concat();
        buyer.post_form(page, &plain).await.expect(303);
    }

    async fn a_draft_that_is_thrown_away_leaves_nothing(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let (one, path) = drafted(&buyer, &bowls()).await;
        let form = Form::new().part("file", picture("bowl.png", 90)).part("file", pdf("plan.pdf"));
        attach(&buyer, &path, form).await;
        let (_, other) = drafted(&buyer, &bowls()).await;
        let same = attach(&buyer, &other, Form::new().part("file", picture("again.png", 90))).await;
        buyer.delete(&path).await.expect(204);
        let left = kept(&app).await;
        assert_eq!(left.0, 1, "what the other draft has");
        buyer.get(&href(&same[0])).await.expect(200);
        buyer.get(&format!("{}?size=small", href(&same[0]))).await.expect(200);
        buyer.get(&format!("/sourcing-requests/{one}/attachments/{}", same[0]["id"])).await.expect(404);
        let page = other.replace("/api/v1", "");
        buyer.post(&format!("{page}/discard")).await.expect(303);
        assert_eq!(kept(&app).await, (0, 0, 0));
    }
}

async fn review(backend: Backend) {
    let app = TestApp::start_with(backend, |settings| settings.matching.review_requests = true).await;
    let (officer, buyer, maker) =
        (app.officer().await, app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
    let (id, path) = drafted(&buyer, &bowls()).await;
    let all = format!("{path}/attachments");
    let plan = href(&attach(&buyer, &path, Form::new().part("file", pdf("plan.pdf"))).await[0]);
    buyer.post(&format!("{path}/open")).await.expect(200);
    // What the officer reads is what makers will see.
    let more = send(&buyer, &all, pictures(1)).await;
    assert_eq!(more.expect(409).json()["code"], "refusal-request-submitted");
    let less = buyer.delete(&format!("/api/v1{plan}")).await;
    assert_eq!(less.expect(409).json()["code"], "refusal-request-submitted");
    send(&buyer, &format!("/sourcing-requests/{id}/attachments"), pictures(1)).await.expect(409);
    officer.get(&format!("/sourcing-requests/{id}/review")).await.expect(200).shows("plan.pdf");
    officer.get(&plan).await.expect(200);
    maker.get(&plan).await.expect(404);
    officer.post_json(&format!("{path}/review"), &json!({ "verdict": "publish" })).await.expect(200);
    maker.get(&plan).await.expect(200);
    assert_eq!(attach(&buyer, &path, pictures(1)).await.len(), 2, "as its words may change from now on");
}

#[actix_web::test]
async fn what_an_officer_reads_stays_as_it_is() {
    review(Backend::Sqlite).await;
}

#[actix_web::test]
#[ignore = "needs PostgreSQL: tests/run provides it"]
async fn what_an_officer_reads_stays_as_it_is_on_postgres_too() {
    review(Backend::Postgres).await;
}
