//! Admission: officers keep a checklist, makers fulfil it, and it binds at exactly two points.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::catalogue::{bowl, create, with};
use super::trade::scene::Scene;
use crate::support::{Actor, Answer, samples};

const ROWS: &str = "/api/v1/admission-rows";

fn row(mode: &str, check: &str, binds: &str) -> Value {
    let words = format!("{mode} {check}");
    json!({
        "wording": { "en": words, "fr": format!("{words} fr"), "ar": format!("{words} ar") },
        "mode": mode, "check": check, "binds": binds,
    })
}

async fn add(officer: &Actor, row: Value) -> Value {
    officer.post_json(ROWS, &row).await.expect(201).json()
}

/// The row as it stands for the maker who asks.
async fn line(maker: &Actor, row: &Value) -> Value {
    let listed = maker.get("/api/v1/workshop/checklist").await.expect(200).json();
    listed["items"].as_array().unwrap().iter().find(|line| line["row"] == row["id"]).unwrap().clone()
}

async fn state(maker: &Actor, row: &Value) -> String {
    line(maker, row).await["state"].as_str().unwrap().to_owned()
}

async fn publish(maker: &Actor, product: &Value) -> Answer {
    maker.post(&format!("/api/v1/products/{}/publish", product["id"])).await
}

async fn draft(maker: &Actor, sku: &str, changes: Value) -> Value {
    create(maker, &with(with(bowl(), json!({ "sku": sku })), changes)).await
}

async fn add_picture(maker: &Actor, product: &Value) {
    let path = format!("/api/v1/products/{}/pictures", product["id"]);
    let form = Form::new().part("file", Part::bytes(samples::picture()).file_name("bowl.png"));
    maker.send(maker.request(Method::POST, &path).multipart(form)).await.expect(201);
}

fn field(row: &Value) -> String {
    format!("admission.{}", row["id"])
}

async fn waive(officer: &Actor, maker: &Actor, row: &Value, until: &str) -> Value {
    let path = format!("/api/v1/makers/{}/checklist/{}/waiver", maker.slug, row["id"]);
    let waiver = json!({ "reason": "The camera is broken.", "until": until });
    officer.post_json(&path, &waiver).await.expect(201).json()
}

async fn attest(maker: &Actor, row: &Value, version: i64) -> Answer {
    let path = format!("/api/v1/workshop/checklist/{}/attest", row["id"]);
    maker.post_json(&path, &json!({ "agrees": true, "name": "Zohra", "wording_version": version })).await
}

async fn decide(officer: &Actor, maker: &Actor, row: &Value, decision: &str) -> Answer {
    let path = format!("/api/v1/makers/{}/checklist/{}/verdict", maker.slug, row["id"]);
    let verdict = json!({ "decision": decision, "note": "Seen by video.", "wording_version": 1 });
    officer.post_json(&path, &verdict).await
}

stories! {
    async fn what_the_house_comes_with_stops_nobody(app: TestApp) {
        app.write(fondouk::app::lay_ground).await;
        app.write(fondouk::app::lay_ground).await;
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        let rows = officer.get(ROWS).await.expect(200).json();
        assert_eq!(rows["items"].as_array().unwrap().len(), 13, "brought in once");
        publish(&maker, &draft(&maker, "B-1", json!({})).await).await.expect(200);
        let page = maker.get("/workshop/checklist").await;
        page.expect(200).shows("Needed to publish").shows("Each product has at least one picture");
        page.shows("This would be right next").shows("Your profile tells your story");
        maker.get("/workshop/checklist?lang=ar").await.expect(200).shows("قائمة التحقق");
        maker.get("/desk").await.expect(200).shows("بنود من قائمتكم لم تُستوفَ");
        // A refusal that was there before is told as before.
        let bare = create(&maker, &json!({ "title": { "en": "Bare" } })).await;
        assert!(publish(&maker, &bare).await.wrong_fields().contains(&"price".to_owned()));
    }

    async fn a_binding_row_refuses_the_next_publishing_and_takes_nothing_off_the_shelf(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        let shown = draft(&maker, "B-1", json!({})).await;
        publish(&maker, &shown).await.expect(200);
        let picture = add(&officer, row("computed", "picture", "publish")).await;
        app.visitor().get(&format!("/api/v1/products/{}", shown["id"])).await.expect(200);
        assert_eq!(line(&maker, &picture).await["products"], json!([shown["id"]]));

        let next = draft(&maker, "B-2", json!({})).await;
        let refused = publish(&maker, &next).await;
        assert_eq!(refused.wrong_fields(), [field(&picture)]);
        let said = refused.json()["problems"][0]["problem"].as_str().unwrap().to_owned();
        assert!(said.contains("computed picture") && said.contains(&format!("/workshop/products/{}#pictures", next["id"])), "{said}");
        let page = maker.post(&format!("/workshop/products/{}/publish?lang=fr", next["id"])).await;
        page.expect(422).shows("computed picture fr");
        add_picture(&maker, &next).await;
        publish(&maker, &next).await.expect(200);

        // A collection goes out with what is fit; what is not stays a draft, and nothing but that is no collection.
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Blue" } })).await.expect(201).json();
        let path = format!("/api/v1/collections/{}/publish", collection["id"]);
        let inside = json!({ "collection": collection["id"] });
        let one = draft(&maker, "B-3", inside.clone()).await;
        let other = draft(&maker, "B-4", inside).await;
        assert_eq!(maker.post(&path).await.wrong_fields(), [field(&picture)]);
        add_picture(&maker, &one).await;
        maker.post(&path).await.expect(200);
        let status = |product: Value| product["status"].as_str().unwrap().to_owned();
        let read = |product: &Value| format!("/api/v1/products/{}", product["id"]);
        assert_eq!(status(maker.get(&read(&one)).await.json()), "published");
        assert_eq!(status(maker.get(&read(&other)).await.json()), "draft");

        // An import is no way round.
        let wish = with(with(bowl(), json!({ "sku": "B-9" })), json!({ "publish": true }));
        let sent = maker.request(Method::POST, "/api/v1/imports").header("Content-Type", "application/x-ndjson").body(wish.to_string());
        let report = maker.send(sent).await.expect(201).json();
        assert_eq!((&report["refused"], &report["created"]), (&json!(1), &json!(0)), "{report}");
        assert!(report["problems"].to_string().contains("computed picture"), "{report}");

        // Taken back to advice, it binds nobody.
        let advice = with(row("computed", "picture", "none"), json!({ "version": picture["version"] }));
        officer.put_json(&format!("{ROWS}/{}", picture["id"]), &advice).await.expect(200);
        publish(&maker, &other).await.expect(200);
    }

    async fn a_maker_signs_in_the_words_of_the_day(app: TestApp) {
        let (maker, officer, stranger) = (app.maker("Atelier").await, app.officer().await, app.maker("Other").await);
        let promise = add(&officer, row("attested", "", "publish")).await;
        let product = draft(&maker, "B-1", json!({})).await;
        let refused = publish(&maker, &product).await;
        assert_eq!(refused.wrong_fields(), [field(&promise)]);
        assert!(refused.text().contains("/workshop/checklist#row-"), "{}", refused.text());
        let blank = json!({ "name": "", "wording_version": 1 });
        let path = format!("/api/v1/workshop/checklist/{}/attest", promise["id"]);
        assert_eq!(maker.post_json(&path, &blank).await.wrong_fields(), ["agrees", "name"]);
        let signed = attest(&maker, &promise, 1).await.expect(200).json();
        assert_eq!((&signed["state"], &signed["attested"]["name"]), (&json!("done"), &json!("Zohra")));
        assert_eq!(signed["attested"]["wording"]["fr"], "attested  fr", "the words that were signed");
        publish(&maker, &product).await.expect(200);
        assert_eq!(state(&stranger, &promise).await, "open", "each for itself");

        let place = format!("{ROWS}/{}", promise["id"]);
        let moved = with(row("attested", "", "publish"), json!({ "position": 5, "version": 1 }));
        let moved = officer.put_json(&place, &moved).await.expect(200).json();
        assert_eq!((&moved["wording_version"], state(&maker, &promise).await), (&json!(1), "done".to_owned()));
        let reworded = with(row("attested", "", "publish"), json!({ "wording": { "en": "New", "fr": "Neuf", "ar": "جديد" }, "version": 2 }));
        officer.put_json(&place, &reworded).await.expect(200);
        assert_eq!(state(&maker, &promise).await, "open");
        attest(&maker, &promise, 1).await.expect(409);
        maker.get("/workshop/checklist").await.expect(200).shows("Signed by Zohra").shows("please sign again");
        let form = [("agrees", "true"), ("name", "Zohra"), ("wording_version", "2")];
        maker.post_form(&format!("/workshop/checklist/{}/attest", promise["id"]), &form).await.expect(303);
        assert_eq!(state(&maker, &promise).await, "done");
        let history = officer.get(&format!("{place}/history")).await.expect(200).json();
        let versions: Vec<i64> = history["items"].as_array().unwrap().iter().map(|one| one["version"].as_i64().unwrap()).collect();
        assert_eq!(versions, [3, 2, 1]);
        assert_eq!(history["items"][2]["wording"]["en"], "attested");
        officer.get(&format!("/programme/admission/rows/{}", promise["id"])).await.expect(200).shows("Programme person");
    }

    async fn an_officer_verifies_what_was_sent(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        let visit = add(&officer, row("verified", "", "publish")).await;
        let form = || Form::new().text("note", "A film of the kiln.");
        let path = format!("/workshop/checklist/{}/proof", visit["id"]);
        let send = |form: Form| maker.send(maker.request(Method::POST, &path).multipart(form));
        send(Form::new().part("file", Part::bytes(samples::picture()).file_name("kiln.png"))).await.expect(422).shows("Checklist");
        send(form().part("file", Part::bytes(samples::picture()).file_name("kiln.png"))).await.expect(303);
        assert_eq!(state(&maker, &visit).await, "waiting");
        let again = maker.post_json(&format!("/api/v1{path}"), &json!({ "note": "Again." })).await;
        assert_eq!(again.expect(409).json()["code"], "refusal-admission-sent");

        officer.get("/desk").await.expect(200).shows("One workshop waits to be verified");
        officer.get("/programme/admission/waiting").await.expect(200).shows("A film of the kiln.");
        let waiting = officer.get("/api/v1/admission-proofs").await.expect(200).json();
        let document = waiting["items"][0]["proof"]["document"].as_str().unwrap().to_owned();
        assert_eq!(officer.get(&document).await.expect(200).body, samples::picture());
        app.maker("Stranger").await.get(&document).await.expect(404);
        app.buyer("Galerie").await.get(&document).await.expect(404);

        decide(&officer, &maker, &visit, "refused").await.expect(200);
        assert_eq!(state(&maker, &visit).await, "open");
        assert_eq!(officer.get("/api/v1/admission-proofs").await.json()["items"], json!([]));
        let product = draft(&maker, "B-1", json!({})).await;
        assert_eq!(publish(&maker, &product).await.wrong_fields(), [field(&visit)]);
        let page = format!("/makers/{}/checklist", maker.slug);
        let verdict = [("decision", "confirmed"), ("note", "Seen on a visit."), ("wording_version", "1")];
        officer.get(&page).await.expect(200).shows("A film of the kiln.");
        officer.post_form(&format!("{page}/{}/verdict", visit["id"]), &verdict).await.expect(303);
        let done = line(&maker, &visit).await;
        assert_eq!((&done["state"], done["verdicts"].as_array().unwrap().len()), (&json!("done"), 2));
        publish(&maker, &product).await.expect(200);
        let letters = app.letters_to("atelier@example.org").await.join("\n");
        assert!(letters.contains("has verified this row") && letters.contains("could not verify it"), "{letters}");
        attest(&maker, &visit, 1).await.expect(409);
        maker.get(&page).await.expect(403);
    }

    async fn a_waiver_holds_to_its_day_or_until_it_is_revoked(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        let picture = add(&officer, row("computed", "picture", "publish")).await;
        let product = draft(&maker, "B-1", json!({})).await;
        assert_eq!(publish(&maker, &product).await.wrong_fields(), [field(&picture)]);
        let waiver = waive(&officer, &maker, &picture, "2026-03-10").await;
        assert_eq!(state(&maker, &picture).await, "waived");
        maker.get("/workshop/checklist").await.expect(200).shows("does not ask for this until 10 March 2026");
        publish(&maker, &product).await.expect(200);
        let letters = app.letters_to("atelier@example.org").await.join("\n");
        assert!(letters.contains("The camera is broken."), "{letters}");

        let other = app.maker("Other").await;
        let theirs = draft(&other, "O-1", json!({})).await;
        assert_eq!(publish(&other, &theirs).await.wrong_fields(), [field(&picture)], "for one maker alone");
        app.days_pass(8);
        let next = draft(&maker, "B-2", json!({})).await;
        publish(&maker, &next).await.expect(200);
        app.days_pass(1);
        let late = draft(&maker, "B-3", json!({})).await;
        assert_eq!(publish(&maker, &late).await.wrong_fields(), [field(&picture)]);

        let second = waive(&officer, &maker, &picture, "2026-12-31").await;
        let revoke = format!("/api/v1/waivers/{}/revoke", second["id"]);
        assert_eq!(officer.post_json(&revoke, &json!({})).await.wrong_fields(), ["reason"]);
        officer.post_json(&revoke, &json!({ "reason": "The camera works." })).await.expect(200);
        assert_eq!(officer.post_json(&revoke, &json!({ "reason": "Again." })).await.expect(409).json()["code"], "refusal-waiver-revoked");
        assert_eq!(publish(&maker, &late).await.wrong_fields(), [field(&picture)]);
        let kept = line(&maker, &picture).await["waivers"].clone();
        assert_eq!((&kept[0]["id"], &kept[0]["revoked_reason"]), (&second["id"], &json!("The camera works.")));
        assert_eq!((&kept[1]["id"], &kept[1]["revoked_at"], &kept[1]["until"]), (&waiver["id"], &json!(null), &json!("2026-03-10")));
        let path = format!("/api/v1/makers/{}/checklist/{}/waiver", maker.slug, picture["id"]);
        let past = json!({ "reason": "x", "until": "2026-03-01" });
        assert_eq!(officer.post_json(&path, &past).await.wrong_fields(), ["until"]);
        maker.post_json(&path, &json!({})).await.expect(403);
    }

    async fn goods_leave_the_country_when_the_checklist_is_fulfilled(app: TestApp) {
        let scene = Scene::new(&app).await;
        let officer = app.officer().await;
        let agreement = scene.signed(&scene.buyer, json!({})).await;
        let weight = add(&officer, row("computed", "net-weight", "export")).await;
        let promise = add(&officer, row("attested", "", "export")).await;
        // Drafting is talking about it; confirming is the act.
        let deal = scene.ordered(&scene.buyer, agreement).await;
        let confirm = format!("/api/v1/deals/{deal}/confirm");
        let refused = scene.maker.post_json(&confirm, &json!({})).await;
        assert_eq!(refused.wrong_fields(), [field(&promise), field(&weight)]);
        let page = scene.maker.post(&format!("/deals/{deal}/confirm")).await;
        page.expect(422).shows("computed net-weight").shows("/workshop/products/");
        let own = scene.ordered(&scene.maker, agreement).await;
        let other_side = scene.buyer.post_json(&format!("/api/v1/deals/{own}/confirm"), &json!({})).await;
        assert_eq!(other_side.expect(409).json()["code"], "refusal-admission-export");
        other_side.hides("net-weight");

        let plate = scene.plate;
        app.write(move |tx| {
            use diesel::prelude::*;
            use fondouk::db::schema::products;
            diesel::update(products::table.find(plate)).set(products::weight_grams.eq(800)).execute(&mut **tx)?;
            Ok(())
        }).await;
        attest(&scene.maker, &promise, 1).await.expect(200);
        scene.maker.post_json(&confirm, &json!({})).await.expect(200);
        scene.buyer.post_json(&format!("/api/v1/deals/{own}/confirm"), &json!({})).await.expect(200);
        // What binds at the border does not bind at the shelf.
        let third = draft(&scene.maker, "W-1", json!({ "weight_grams": null })).await;
        publish(&scene.maker, &third).await.expect(200);
    }

    async fn a_certificate_for_a_craft_is_asked_of_that_craft(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        let asked = json!({ "scheme": "food-contact", "crafts": ["ceramics"] });
        let food = add(&officer, with(row("computed", "certificate", "publish"), asked)).await;
        let plate = draft(&maker, "B-1", json!({})).await;
        let cloth = draft(&maker, "C-1", json!({ "craft": "home-textile", "materials": ["cotton"] })).await;
        assert_eq!(publish(&maker, &plate).await.wrong_fields(), [field(&food)]);
        publish(&maker, &cloth).await.expect(200);
        let declared = json!({
            "scheme": "food-contact", "issuer": "Atelier", "covers": "all", "valid_from": "2026-03-02", "valid_until": "2026-03-20",
        });
        let declared = maker.post_json("/api/v1/workshop/certificates", &declared).await.expect(201).json();
        assert_eq!(publish(&maker, &plate).await.wrong_fields(), [field(&food)], "nobody has checked it");
        let word = json!({ "decision": "confirmed", "note": "Seen.", "version": declared["version"] });
        officer.post_json(&format!("/api/v1/certificates/{}/decision", declared["id"]), &word).await.expect(200);
        publish(&maker, &plate).await.expect(200);
        app.days_pass(19);
        let late = draft(&maker, "B-2", json!({})).await;
        assert_eq!(publish(&maker, &late).await.wrong_fields(), [field(&food)], "it is over");

        let retired = with(row("computed", "certificate", "publish"), json!({ "scheme": "food-contact", "retired": true, "version": 1 }));
        officer.put_json(&format!("{ROWS}/{}", food["id"]), &retired).await.expect(200);
        publish(&maker, &late).await.expect(200);
        let wrong = json!({ "wording": { "en": "Only English" }, "mode": "computed", "check": "certificate", "binds": "sometimes" });
        assert_eq!(officer.post_json(ROWS, &wrong).await.wrong_fields(), ["wording.fr", "wording.ar", "scheme", "binds"]);
        officer.get("/programme/admission").await.expect(200).shows("computed certificate").shows("Retired");
        officer.get("/programme/admission/new").await.expect(200).shows("Needed to export");
    }
}

/// The checklist is asked where something comes onto the shelf, and where goods leave the country: nowhere else.
#[test]
fn it_is_enforced_at_two_points() {
    let mut sources = Vec::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    collect(&root, &mut sources);
    let asking = |call: &str| -> Vec<String> {
        let names = sources.iter().filter(|(_, source)| source.contains(call));
        let name = |path: &std::path::Path| path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        let mut names: Vec<String> = names.map(|(path, _)| name(path)).collect();
        names.sort();
        names
    };
    let shelf = [
        "catalogue/bulk/plan.rs",
        "catalogue/collections.rs",
        "catalogue/import/admit.rs",
        "catalogue/products.rs",
    ];
    assert_eq!(asking("admission::to_publish("), shelf);
    assert_eq!(asking("check_export("), ["catalogue/admission/gate.rs", "trade/deals/progress.rs"]);
}

fn collect(folder: &std::path::Path, found: &mut Vec<(std::path::PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push((path.clone(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}
