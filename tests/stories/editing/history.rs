//! Who changed what, and how it is taken back.

use chrono::TimeDelta;
use fondouk::catalogue::forget_old_revisions;
use reqwest::Method;
use serde_json::{Value, json};

use crate::stories::catalogue::{bowl, create, publish, with};
use crate::support::{Actor, samples};

async fn history(actor: &Actor, kind: &str, id: &Value) -> Vec<Value> {
    let answer = actor.get(&format!("/api/v1/{kind}/{id}/history")).await.expect(200).json();
    answer["items"].as_array().unwrap().clone()
}

async fn edit(maker: &Actor, product: &Value, changes: Value) -> Value {
    let changed = with(with(bowl(), changes), json!({ "version": product["version"] }));
    maker.put_json(&format!("/api/v1/products/{}", product["id"]), &changed).await.expect(200).json()
}

async fn undo(maker: &Actor, revision: &Value) -> crate::support::Answer {
    maker.post(&format!("/api/v1/revisions/{}/undo", revision["id"])).await
}

async fn see(maker: &Actor, id: &Value) -> Value {
    maker.get(&format!("/api/v1/products/{id}")).await.expect(200).json()
}

fn fields(revision: &Value) -> Vec<&str> {
    revision["changes"].as_array().unwrap().iter().map(|change| change["field"].as_str().unwrap()).collect()
}

async fn add_picture(maker: &Actor, path: &str) -> Value {
    let part = reqwest::multipart::Part::bytes(samples::picture()).file_name("bowl.png");
    let form = reqwest::multipart::Form::new().part("file", part);
    maker.send(maker.request(Method::POST, path).multipart(form)).await.expect(201).json()
}

stories! {
    async fn every_change_is_kept_with_who_when_and_what(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let id = &product["id"];
        edit(&maker, &product, json!({ "price": { "amount": "13", "currency": "TND" }, "title": { "en": "Blue bowl", "ar": "صحن" } })).await;
        maker.post(&format!("/api/v1/products/{id}/publish")).await.expect(200);
        let pictures = add_picture(&maker, &format!("/api/v1/products/{id}/pictures")).await;
        maker.put_json(&format!("/api/v1/pictures/{}", pictures[0]["id"]), &json!({ "caption": { "en": "From above" } })).await.expect(200);
        let terms = json!({ "version": 3, "sample": { "amount": "0", "currency": "TND" }, "only_in": ["FR"] });
        maker.put_json(&format!("/api/v1/products/{id}/terms"), &terms).await.expect(200);
        maker.post(&format!("/api/v1/products/{id}/withdraw")).await.expect(200);

        let kept = history(&maker, "products", id).await;
        let acts: Vec<_> = kept.iter().map(|revision| revision["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["withdrawn", "terms", "pictures", "pictures", "published", "edited", "created"]);
        assert_eq!(kept[0]["by"], "Atelier person");
        assert_eq!(fields(&kept[1]), ["only_in", "sample"]);
        assert_eq!(fields(&kept[5]), ["price", "title.ar"]);
        let price = &kept[5]["changes"][0];
        assert_eq!((&price["before"], &price["after"]), (&json!("12.500\u{a0}TND"), &json!("13.000\u{a0}TND")));
        assert_eq!(price["from"], json!({ "amount": "12.500", "currency": "TND" }));
        assert_eq!(kept[1]["changes"][1]["after"], "free");

        let page = format!("/workshop/products/{id}/history");
        let french = maker.get(&format!("{page}?lang=fr")).await;
        french.expect(200).shows("12,500 TND").shows("Modification").shows("Titre (العربية)").shows("France");
        maker.get(&format!("{page}?lang=ar")).await.expect(200).shows("صحن").shows("سعر الجملة");
        // What is saved as it was is no change.
        let now = see(&maker, id).await;
        edit(&maker, &now, json!({ "price": { "amount": "13.000", "currency": "TND" }, "title": { "en": "Blue bowl", "ar": "صحن" } })).await;
        assert_eq!(history(&maker, "products", id).await.len(), 7);
    }

    async fn a_history_is_for_its_maker_and_for_officers(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = publish(&maker, &bowl()).await;
        let id = &product["id"];
        for stranger in [app.maker("Rival").await, app.buyer("Shop").await] {
            stranger.get(&format!("/api/v1/products/{id}/history")).await.expect(404);
            stranger.get(&format!("/workshop/products/{id}/history")).await.expect(404);
        }
        let officer = app.officer().await;
        assert_eq!(history(&officer, "products", id).await.len(), 2);
        officer.get(&format!("/workshop/products/{id}/history")).await.expect(200).shows("Published").hides("Take this back");
        let newest = &history(&maker, "products", id).await[0];
        undo(&app.maker("Other").await, newest).await.expect(404);
        officer.post(&format!("/api/v1/revisions/{}/undo", newest["id"])).await.expect(403);
        let paged = maker.get(&format!("/api/v1/products/{id}/history?limit=1")).await.json();
        assert!(paged["next"].is_string());
    }

    async fn one_change_is_taken_back_and_later_ones_stay(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let id = &product["id"];
        let cheaper = json!({ "amount": "11.000", "currency": "TND" });
        let first = edit(&maker, &product, json!({ "price": cheaper })).await;
        edit(&maker, &first, json!({ "price": cheaper, "moq": 48 })).await;
        let kept = history(&maker, "products", id).await;
        undo(&maker, &kept[1]).await.expect(200);
        let now = see(&maker, id).await;
        assert_eq!((&now["price"]["amount"], &now["moq"]), (&json!("12.500"), &json!(48)));
        let again = history(&maker, "products", id).await;
        assert_eq!((&again[0]["act"], &again[0]["about"]), (&json!("undone"), &kept[1]["id"]));
        assert_eq!(again[2]["undone"], true);
        // What was taken back can be taken back, and not twice.
        undo(&maker, &kept[1]).await.expect(409);
        undo(&maker, &again[0]).await.expect(200);
        assert_eq!(see(&maker, id).await["price"]["amount"], "11.000");
        // What changed again since is not written over.
        let now = see(&maker, id).await;
        edit(&maker, &now, json!({ "price": cheaper, "moq": 60 })).await;
        let refused = undo(&maker, &kept[0]).await;
        assert!(refused.expect(409).json()["detail"].as_str().unwrap().contains("Minimum order"));
        undo(&maker, again.last().unwrap()).await.expect(409);
    }

    async fn taking_back_keeps_the_rules_of_every_edit(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &with(bowl(), json!({ "origin": "" }))).await;
        let id = &product["id"];
        edit(&maker, &product, json!({})).await;
        maker.post(&format!("/api/v1/products/{id}/publish")).await.expect(200);
        let kept = history(&maker, "products", id).await;
        assert_eq!(undo(&maker, &kept[1]).await.wrong_fields(), ["origin"]);
        let path = format!("/workshop/revisions/{}/undo", kept[1]["id"]);
        maker.post(&path).await.expect(422).shows("Country of origin");
        // Taken back, it is withdrawn: buyers have seen it.
        undo(&maker, &kept[0]).await.expect(200);
        assert_eq!(see(&maker, id).await["status"], "withdrawn");
        undo(&maker, &kept[1]).await.expect(200);
        assert_eq!(see(&maker, id).await["origin"], Value::Null);
    }

    async fn an_earlier_state_comes_back_as_a_new_one(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let id = &product["id"];
        let pictures = add_picture(&maker, &format!("/api/v1/products/{id}/pictures")).await;
        let terms = json!({ "version": 1, "variants": [{ "sku": "B-1-S", "options": { "size": "S" } }] });
        maker.put_json(&format!("/api/v1/products/{id}/terms"), &terms).await.expect(200);
        let before = see(&maker, id).await;
        let kept = history(&maker, "products", id).await;
        let now = edit(&maker, &before, json!({ "title": { "fr": "Bol" }, "moq": 6 })).await;
        maker.put_json(&format!("/api/v1/products/{id}/terms"), &json!({ "version": now["version"] })).await.expect(200);
        maker.delete(&format!("/api/v1/pictures/{}", pictures[0]["id"])).await.expect(204);
        maker.get(pictures[0]["large"].as_str().unwrap()).await.expect(404);

        let path = format!("/api/v1/revisions/{}/restore", kept[0]["id"]);
        maker.post_json(&path, &json!({ "version": 2 })).await.expect(409);
        assert_eq!(maker.post_json(&path, &json!({})).await.wrong_fields(), ["version"]);
        let version = see(&maker, id).await["version"].clone();
        let done = maker.post_json(&path, &json!({ "version": version })).await.expect(200).json();
        assert_eq!((&done["act"], &done["about"]), (&json!("restored"), &kept[0]["id"]));
        let back = see(&maker, id).await;
        for field in ["title", "moq", "price", "status"] {
            assert_eq!(back[field], before[field], "{field}");
        }
        assert_eq!(back["variants"], before["variants"], "the same variant comes back");
        assert_eq!(back["pictures"][0]["large"], before["pictures"][0]["large"]);
        maker.get(back["pictures"][0]["large"].as_str().unwrap()).await.expect(200);
        undo(&maker, &done).await.expect(200);
        assert_eq!(see(&maker, id).await["pictures"], json!([]));
    }

    async fn a_collection_has_a_history_too(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Blue" } })).await.json();
        let (id, path) = (&collection["id"], format!("/api/v1/collections/{}", collection["id"]));
        maker.put_json(&path, &json!({ "title": { "en": "Deep blue" }, "version": 1 })).await.expect(200);
        add_picture(&maker, &format!("{path}/pictures")).await;
        publish(&maker, &with(bowl(), json!({ "collection": id }))).await;
        maker.post(&format!("{path}/publish")).await.expect(200);
        let kept = history(&maker, "collections", id).await;
        let acts: Vec<_> = kept.iter().map(|revision| revision["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["published", "pictures", "edited", "created"]);
        maker.get(&format!("/workshop/collections/{id}/history")).await.expect(200).shows("Deep blue");
        for revision in &kept[..3] {
            undo(&maker, revision).await.expect(200);
        }
        let now = maker.get(&path).await.json();
        assert_eq!((&now["title"]["en"], &now["status"]), (&json!("Blue"), &json!("withdrawn")));
        assert_eq!(now["pictures"], json!([]));
    }

    async fn the_notice_after_saving_takes_back(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let path = format!("/workshop/products/{}", product["id"]);
        let form = [("title[en]", "Green bowl"), ("price[amount]", "12.5"), ("price[currency]", "TND"), ("version", "1")];
        maker.post_form(&path, &form).await.expect(303);
        let page = maker.get(&path).await;
        page.expect(200).shows("The product is saved.").shows("Undo");
        let text = page.text();
        let action = text.split("action=\"/workshop/revisions/").nth(1).unwrap().split('"').next().unwrap();
        maker.post(&format!("/workshop/revisions/{action}")).await.expect(303);
        assert_eq!(see(&maker, &product["id"]).await["title"]["en"], "Blue bowl");
        maker.get(&path).await.shows("The change is taken back.").shows("Undo");
        maker.get(&path).await.hides("Undo");
    }

    async fn an_import_leaves_its_mark_and_can_be_taken_back(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let sheet = "SKU;Title (en);Price\nB-1;Blue bowl;15.000 TND\nN-1;New cup;3.000 TND\n";
        let sent = maker.request(Method::POST, "/api/v1/imports").header("Content-Type", "text/csv").body(sheet);
        let import = maker.send(sent).await.expect(201).json();
        let import = format!("/api/v1/imports/{}", import["id"]);
        while maker.get(&import).await.expect(200).json()["state"] != "ready" {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        maker.post(&format!("{import}/commit")).await.expect(200);
        let kept = history(&maker, "products", &product["id"]).await;
        assert_eq!((&kept[0]["act"], &kept[0]["by"]), (&json!("imported"), &json!("Atelier person")));
        assert_eq!(fields(&kept[0]), ["price"]);
        let all = maker.get("/api/v1/workshop/products").await.json();
        let fresh = history(&maker, "products", &all["items"][0]["id"]).await;
        assert_eq!((fresh.len(), &fresh[0]["act"]), (1, &json!("imported")));
        undo(&maker, &kept[0]).await.expect(200);
        assert_eq!(see(&maker, &product["id"]).await["price"]["amount"], "12.500");
    }

    async fn of_each_thing_so_many_revisions_are_kept_for_so_long(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let mut product = create(&maker, &bowl()).await;
        for moq in 0..205 {
            product = edit(&maker, &product, json!({ "moq": 24 + 6 * (moq % 2 + 1) })).await;
        }
        let count = |maker: Actor, id: Value| async move {
            let path = format!("/api/v1/products/{id}/history?limit=100");
            let mut path_now = path.clone();
            let mut found = 0;
            loop {
                let page = maker.get(&path_now).await.expect(200).json();
                found += page["items"].as_array().unwrap().len();
                match page["next"].as_str() {
                    Some(next) => path_now = format!("{path}&cursor={next}"),
                    None => return found,
                }
            }
        };
        assert_eq!(count(maker.clone(), product["id"].clone()).await, 206);
        assert_eq!(app.write(forget_old_revisions).await, 6);
        assert_eq!(count(maker.clone(), product["id"].clone()).await, 200);
        app.fondouk.house.db.clock().advance(TimeDelta::days(3 * 365 + 1));
        assert_eq!(app.write(forget_old_revisions).await, 200);
    }
}
