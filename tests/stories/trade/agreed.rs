//! Terms that two sides have agreed on instead of the catalogue's.

use fondouk::{matching, rates};
use serde_json::{Value, json};

use super::scene::{Scene, sign};
use crate::support::{Actor, Answer, TestApp};

/// Plates from 6 pieces one by one at 11 TND, everything else a tenth cheaper and from 5 pieces.
fn agreed(scene: &Scene) -> Value {
    json!({ "exclusive": false, "agreed": {
        "order_minimum": { "amount": "50", "currency": "TND" },
        "rows": [
            { "moq": 5, "discount_percent": 10 },
            { "product": scene.plate, "moq": 6, "order_multiple": 1, "price": { "amount": "11", "currency": "TND" } },
        ],
    } })
}

async fn product(reader: &Actor, id: impl std::fmt::Display) -> Value {
    reader.get(&format!("/api/v1/products/{id}")).await.expect(200).json()
}

async fn ask(scene: &Scene, buyer: &Actor, quantity: i64) -> Answer {
    let mut form = scene.offer();
    form["request"] = json!("");
    form["maker"] = json!(scene.maker.slug);
    form["lines"] = json!([
        { "product": scene.plate, "quantity": quantity, "unit_price": { "amount": "11", "currency": "TND" } },
    ]);
    buyer.post_json("/api/v1/quotes", &form).await
}

/// How the plate answers the request, as the worker would find.
async fn verdict(app: &TestApp, scene: &Scene) -> Value {
    let (request, plate) = (scene.request, scene.plate);
    app.write(move |tx| {
        rates::seed(tx)?;
        let request = matching::request(tx, request)?;
        matching::rematch_request(tx, &request, None)
    })
    .await;
    let path = format!("/api/v1/sourcing-requests/{request}/matches");
    let listed = scene.buyer.get(&path).await.expect(200).json();
    let items = listed["items"].as_array().unwrap();
    let of_plate = items.iter().find(|item| item["product"] == json!(plate));
    of_plate.unwrap_or_else(|| panic!("{listed}"))["verdict"].clone()
}

stories! {
    async fn the_buyer_orders_on_agreed_terms_and_nobody_else(app: TestApp) {
        let scene = Scene::new(&app).await;
        let other = app.buyer("Other House").await;
        let id = scene.signed(&scene.buyer, agreed(&scene)).await;
        let seen = product(&scene.buyer, scene.plate).await;
        assert_eq!((&seen["moq"], &seen["order_multiple"]), (&json!(6), &json!(1)));
        assert_eq!(seen["agreed"]["price"], json!({ "amount": "11.000", "currency": "TND" }));
        let bowl = product(&scene.buyer, scene.bowl).await;
        assert_eq!((&bowl["moq"], &bowl["agreed"]["discount_percent"]), (&json!(5), &json!(10)));
        let strange = product(&other, scene.plate).await;
        assert_eq!((&strange["moq"], strange.get("agreed")), (&json!(24), None));

        ask(&scene, &scene.buyer, 7).await.expect(201);
        assert_eq!(ask(&scene, &scene.buyer, 4).await.wrong_fields(), ["lines.0.quantity"]);
        assert_eq!(ask(&scene, &other, 7).await.wrong_fields(), ["lines.0.quantity"]);
        let mut order = scene.order(id);
        order["lines"][0]["quantity"] = json!(7);
        scene.buyer.post_json("/api/v1/deals", &order).await.expect(201);

        let slug = seen["slug"].as_str().unwrap();
        let page = scene.buyer.get(&format!("/products/{slug}")).await;
        page.shows("Under your agreement 11.000 TND a piece · from 6 pieces · in any number");
        let form = scene.buyer.get(&format!("/deals/new?agreement={id}")).await.expect(200).text();
        assert!(form.contains("27.000"), "the bowl costs a tenth less than 30 dinars");
        scene.buyer.get(&format!("/agreements/{id}")).await.shows("10 % off the price list · from 5 pieces");
    }

    async fn agreed_terms_end_with_the_agreement(app: TestApp) {
        let scene = Scene::new(&app).await;
        let id = scene.signed(&scene.buyer, agreed(&scene)).await;
        let end = format!("/api/v1/agreements/{id}/end");
        scene.maker.post_json(&end, &json!({ "note": "The workshop moves." })).await.expect(200);
        assert_eq!(product(&scene.buyer, scene.plate).await["moq"], 24);
        ask(&scene, &scene.buyer, 7).await.expect(422);
    }

    async fn what_is_agreed_is_part_of_what_is_signed(app: TestApp) {
        let scene = Scene::new(&app).await;
        let id = scene.proposed(&scene.buyer, agreed(&scene)).await;
        let shown = scene.buyer.get(&format!("/api/v1/agreements/{id}")).await.expect(200).json();
        assert!(shown["terms_document"].as_str().unwrap().contains(r#""discount_percent":10"#));
        assert_eq!(product(&scene.buyer, scene.plate).await["moq"], 24, "nobody has signed yet");
        sign(&scene.maker, id).await.expect(200);
        sign(&scene.buyer, id).await.expect(200);
        assert_eq!(product(&scene.buyer, scene.plate).await["moq"], 6);
    }

    async fn rows_are_about_what_the_agreement_covers(app: TestApp) {
        let scene = Scene::new(&app).await;
        let mut changes = agreed(&scene);
        changes["collections"] = json!([scene.tableware]);
        changes["agreed"]["rows"][0]["product"] = json!(scene.bowl);
        let form = scene.agreement_with(&scene.buyer, changes);
        let answer = scene.maker.post_json("/api/v1/agreements", &form).await;
        assert_eq!(answer.wrong_fields(), ["agreed.rows.0.product"]);
    }

    async fn an_agreed_pack_makes_a_near_miss_a_match(app: TestApp) {
        let scene = Scene::new(&app).await;
        assert_eq!(verdict(&app, &scene).await, "near", "fifty are no full packs of twelve");
        scene.signed(&scene.buyer, agreed(&scene)).await;
        assert_eq!(verdict(&app, &scene).await, "match");
    }
}
