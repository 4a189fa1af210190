//! Many products at once: looked at first, then all or none.

use serde_json::{Value, json};

use crate::stories::catalogue::{bowl, create, publish, with};
use crate::support::{Actor, Answer, samples};

async fn preview(maker: &Actor, form: &Value) -> Answer {
    maker.post_json("/api/v1/workshop/bulk-changes/preview", form).await
}

async fn carry_out(maker: &Actor, form: &Value, hash: &Value) -> Answer {
    let form = samples::with(form.clone(), json!({ "hash": hash }));
    maker.post_json("/api/v1/workshop/bulk-changes", &form).await
}

async fn price(maker: &Actor, id: &Value) -> Value {
    maker.get(&format!("/api/v1/products/{id}")).await.json()["price"]["amount"].clone()
}

async fn three(maker: &Actor) -> Vec<Value> {
    let mut ids = Vec::new();
    for (sku, amount) in [("A", "10.000"), ("B", "12.340"), ("C", "7.000")] {
        let changes = json!({ "sku": sku, "price": { "amount": amount, "currency": "TND" } });
        ids.push(publish(maker, &with(bowl(), changes)).await["id"].clone());
    }
    ids
}

stories! {
    async fn a_change_is_previewed_carried_out_and_taken_back_as_one(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let ids = three(&maker).await;
        let form = json!({ "products": ids, "price_percent": "5", "price_step": "0.1", "moq": "12" });
        let seen = preview(&maker, &form).await.expect(200).json();
        assert_eq!(seen["counts"], json!({ "changes": 3, "stays": 0, "refused": 0 }));
        let change = &seen["products"][1]["changes"][1];
        assert_eq!((&change["before"], &change["after"]), (&json!("12.340\u{a0}TND"), &json!("13.000\u{a0}TND")));
        assert_eq!(price(&maker, &ids[0]).await, "10.000", "nothing is written by looking");
        carry_out(&maker, &form, &json!("")).await.expect(409);

        let done = carry_out(&maker, &form, &seen["hash"]).await.expect(201).json();
        assert_eq!(done["products"], 3);
        let prices = [price(&maker, &ids[0]).await, price(&maker, &ids[1]).await, price(&maker, &ids[2]).await];
        assert_eq!(prices, ["10.500", "13.000", "7.400"].map(|amount| json!(amount)));
        let kept = maker.get(&format!("/api/v1/products/{}/history", ids[0])).await.json();
        assert_eq!((&kept["items"][0]["act"], &kept["items"][0]["bulk_change"]), (&json!("bulk"), &done["id"]));

        let undo = format!("/api/v1/bulk-changes/{}/undo", done["id"]);
        app.maker("Rival").await.post(&undo).await.expect(404);
        assert_eq!(maker.post(&undo).await.expect(200).json()["products"], 3);
        assert_eq!(price(&maker, &ids[1]).await, "12.340");
        maker.post(&undo).await.expect(409);
    }

    async fn what_changed_since_the_preview_is_not_written_over(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let ids = three(&maker).await;
        let form = json!({ "all": true, "status": "published", "price_percent": "-10" });
        let seen = preview(&maker, &form).await.expect(200).json();
        assert_eq!(seen["counts"]["changes"], 3);
        let own = with(bowl(), json!({ "sku": "B", "version": 2, "moq": 48 }));
        maker.put_json(&format!("/api/v1/products/{}", ids[1]), &own).await.expect(200);
        carry_out(&maker, &form, &seen["hash"]).await.expect(409);
        assert_eq!(price(&maker, &ids[0]).await, "10.000");
        // A product that came in since counts as well.
        let seen = preview(&maker, &form).await.json();
        publish(&maker, &with(bowl(), json!({ "sku": "D" }))).await;
        carry_out(&maker, &form, &seen["hash"]).await.expect(409);
        // A batch of which one product was changed again is taken back for all or none.
        let seen = preview(&maker, &form).await.json();
        let done = carry_out(&maker, &form, &seen["hash"]).await.expect(201).json();
        let now = maker.get(&format!("/api/v1/products/{}", ids[0])).await.json();
        let again = with(bowl(), json!({ "sku": "A", "version": now["version"] }));
        maker.put_json(&format!("/api/v1/products/{}", ids[0]), &again).await.expect(200);
        maker.post(&format!("/api/v1/bulk-changes/{}/undo", done["id"])).await.expect(409);
        assert_eq!(price(&maker, &ids[2]).await, "6.300");
    }

    async fn what_may_not_be_is_said_and_left_as_it_is(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let whole = create(&maker, &bowl()).await["id"].clone();
        let bare = create(&maker, &json!({ "title": { "en": "Cup" } })).await["id"].clone();
        let form = json!({ "products": [whole, bare], "shelf": "publish" });
        let seen = preview(&maker, &form).await.expect(200).json();
        assert_eq!(seen["counts"], json!({ "changes": 1, "stays": 0, "refused": 1 }));
        assert_eq!(seen["products"][0]["verdict"], "refused");
        assert!(seen["products"][0]["problems"].as_array().unwrap().len() > 5);
        let done = carry_out(&maker, &form, &seen["hash"]).await.expect(201).json();
        assert_eq!(done["products"], 1);
        assert_eq!(maker.get(&format!("/api/v1/products/{whole}")).await.json()["status"], "published");
        assert_eq!(maker.get(&format!("/api/v1/products/{bare}")).await.json()["status"], "draft");
        // A smallest order that is no multiple; a step finer than the currency.
        let form = json!({ "products": [whole], "moq": 25 });
        assert_eq!(preview(&maker, &form).await.json()["products"][0]["problems"][0]["field"], "moq");
        maker.post(&format!("/api/v1/bulk-changes/{}/undo", done["id"])).await.expect(200);
        assert_eq!(maker.get(&format!("/api/v1/products/{whole}")).await.json()["status"], "withdrawn");
    }

    async fn wrong_changes_name_the_field(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let id = create(&maker, &bowl()).await["id"].clone();
        let wrong = async |changes: Value| {
            preview(&maker, &samples::with(json!({ "products": [id] }), changes)).await.wrong_fields()
        };
        assert_eq!(wrong(json!({})).await, ["price_percent"]);
        assert_eq!(wrong(json!({ "price_percent": "a lot" })).await, ["price_percent"]);
        assert_eq!(wrong(json!({ "price_percent": "-99" })).await, ["price_percent"]);
        assert_eq!(wrong(json!({ "moq": 6, "price_step": "0.5" })).await, ["price_step"]);
        assert_eq!(wrong(json!({ "countries": "only" })).await, ["country_list"]);
        assert_eq!(wrong(json!({ "countries": "only", "country_list": ["Atlantis"] })).await, ["country_list"]);
        assert_eq!(wrong(json!({ "collection": 999 })).await, ["collection"]);
        assert_eq!(wrong(json!({ "origin": "XX", "shelf": "burn" })).await, ["origin", "shelf"]);
        let rival = app.maker("Rival").await;
        let form = json!({ "products": [id], "moq": 12 });
        assert_eq!(preview(&rival, &form).await.wrong_fields(), ["products"]);
        assert_eq!(preview(&rival, &json!({ "all": "true", "moq": 12 })).await.wrong_fields(), ["products"]);
    }

    async fn the_pages_lead_from_the_list_to_the_change_and_back(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let ids = three(&maker).await;
        maker.get("/workshop/products").await.expect(200).shows("Change the chosen ones");
        maker.get("/workshop/bulk-changes/preview").await.expect(422).shows("Choose at least one product");
        let chosen = format!("/workshop/bulk-changes/preview?products={}&products={}", ids[0], ids[1]);
        maker.get(&chosen).await.expect(200).shows("2 products");
        let (one, two) = (ids[0].to_string(), ids[1].to_string());
        let form = [
            ("products", one.as_str()), ("products", &two), ("countries", "except"), ("country_list", "France, Allemagne"),
            ("lead_time_days", "45"), ("price[currency]", "TND"),
        ];
        let look = maker.post_form("/workshop/bulk-changes/preview", &form).await;
        look.expect(200).shows("2 products would change.").shows("France, Germany").shows("45 days");
        let text = look.text();
        let hash = text.split("name=\"hash\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut sent = form.to_vec();
        sent.push(("hash", "0"));
        maker.post_form("/workshop/bulk-changes", &sent).await.expect(409).shows("Something has changed since you looked");
        sent.pop();
        sent.push(("hash", &hash));
        assert_eq!(maker.post_form("/workshop/bulk-changes", &sent).await.location(), "/workshop/products");
        let list = maker.get("/workshop/products").await;
        list.shows("The products are changed.").shows("Undo");
        let seen = maker.get(&format!("/api/v1/products/{one}")).await.json();
        assert_eq!((&seen["except_in"], &seen["lead_time_days"]), (&json!(["FR", "DE"]), &json!(45)));
        let text = list.text();
        let undo = text.split("action=\"/workshop/bulk-changes/").nth(1).unwrap().split('"').next().unwrap();
        maker.post(&format!("/workshop/bulk-changes/{undo}")).await.expect(303);
        assert_eq!(maker.get(&format!("/api/v1/products/{one}")).await.json()["except_in"], json!([]));
    }
}
