//! Deals: an order from its draft to the payment, and what stands in its way.

use fondouk::accounts::{Kind, Standing};
use fondouk::clock::Date;
use fondouk::commitments;
use serde_json::json;

use super::scene::{Scene, profile};
use crate::support::TestApp;

async fn reserved(app: &TestApp, scene: &Scene) -> i64 {
    let product = scene.plate;
    let day = |text: &str| -> Date { text.parse().unwrap() };
    let (from, until) = (day("2026-01-01"), day("2026-12-31"));
    let rows = app.read(move |conn| commitments::reservations_of_product(conn, product, from, until)).await;
    rows.iter().map(|row| row.quantity).sum()
}

stories! {
    async fn an_order_goes_from_draft_to_payment(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.accepted_quote().await;
        let agreement = scene.signed(&scene.buyer, json!({ "quote": quote, "counterparty": "" })).await;
        let form = json!({ "agreement": agreement, "quote": quote, "destination": "FR" });
        let deal = scene.buyer.post_json("/api/v1/deals", &form).await.expect(201).json();
        let path = format!("/api/v1/deals/{}", deal["id"]);
        assert_eq!(deal["total"], json!({ "amount": "900.000", "currency": "TND" }));
        assert_eq!((&deal["incoterm"], &deal["named_place"]), (&json!("FOB"), &json!("Radès")));
        assert_eq!(deal["lines"][0]["hs_code"], "691200");
        assert_eq!((&deal["origin"], &deal["exporter"]["slug"]), (&json!("TN"), &json!("atelier-nabeul")));

        let step = |name: &str| format!("{path}/{name}");
        let own = scene.buyer.post_json(&step("confirm"), &json!({})).await;
        assert_eq!(own.expect(409).json()["code"], "refusal-deal-own-draft");
        assert_eq!(scene.maker.post_json(&step("ship"), &json!({})).await.expect(409).json()["code"], "refusal-deal-order");
        assert_eq!(reserved(&app, &scene).await, 48, "for the quote");
        scene.maker.post_json(&step("confirm"), &json!({ "version": 99 })).await.expect(409);
        scene.maker.post_json(&step("confirm"), &json!({ "version": deal["version"] })).await.expect(200);
        assert_eq!(reserved(&app, &scene).await, 48);

        app.days_pass(10);
        for wrong in ["2026-03-13", "2026-03-01"] {
            let answer = scene.maker.post_json(&step("ship"), &json!({ "shipped_on": wrong })).await;
            assert_eq!(answer.wrong_fields(), ["shipped_on"]);
        }
        scene.buyer.post_json(&step("ship"), &json!({})).await.expect(409);
        let shipped = scene.maker.post_json(&step("ship"), &json!({ "shipped_on": "2026-03-11" })).await.expect(200).json();
        assert_eq!(shipped["repatriate_by"], "2026-05-10", "sixty days in Tunisia");
        assert_eq!(reserved(&app, &scene).await, 0, "what has left takes up no capacity");
        scene.buyer.post_json(&step("deliver"), &json!({})).await.expect(200);
        scene.buyer.post_json(&step("pay"), &json!({})).await.expect(409);
        let paid = scene.maker.post_json(&step("pay"), &json!({})).await.expect(200).json();
        assert_eq!(paid["status"], "paid");
        let late = scene.buyer.post_json(&step("cancel"), &json!({ "note": "x" })).await;
        assert_eq!(late.expect(409).json()["code"], "refusal-deal-paid");

        app.officer().await.get(&path).await.expect(200);
        app.buyer("Other").await.get(&path).await.expect(404);
        let letters = app.letters_to("maison-claire@example.org").await;
        assert!(letters.last().unwrap().contains("payment for order"), "{letters:?}");
    }

    async fn what_was_ordered_does_not_change_with_the_product(app: TestApp) {
        let scene = Scene::new(&app).await;
        let agreement = scene.signed(&scene.buyer, json!({})).await;
        let deal = scene.ordered(&scene.maker, agreement).await;
        let before = scene.buyer.get(&format!("/api/v1/deals/{deal}")).await.json();
        let plate = scene.plate;
        app.write(move |tx| {
            use diesel::prelude::*;
            use fondouk::db::schema::products;
            diesel::update(products::table.find(plate))
                .set((products::price_minor.eq(99_000), products::hs_code.eq("441900")))
                .execute(&mut **tx)?;
            Ok(())
        })
        .await;
        assert_eq!(scene.buyer.get(&format!("/api/v1/deals/{deal}")).await.json(), before);
    }

    async fn cancelling_gives_the_capacity_back(app: TestApp) {
        let scene = Scene::new(&app).await;
        let agreement = scene.signed(&scene.buyer, json!({})).await;
        let deal = scene.ordered(&scene.maker, agreement).await;
        scene.buyer.post_json(&format!("/api/v1/deals/{deal}/confirm"), &json!({})).await.expect(200);
        assert_eq!(reserved(&app, &scene).await, 36);
        let path = format!("/api/v1/deals/{deal}/cancel");
        assert_eq!(scene.maker.post_json(&path, &json!({})).await.wrong_fields(), ["note"]);
        scene.maker.post_json(&path, &json!({ "note": "The kiln is broken." })).await.expect(200);
        assert_eq!(reserved(&app, &scene).await, 0);
        let letter = app.letters_to("maison-claire@example.org").await.pop().unwrap();
        assert!(letter.contains("The kiln is broken."), "{letter}");
    }

    async fn an_order_stays_within_its_agreement(app: TestApp) {
        let scene = Scene::new(&app).await;
        let proposed = scene.proposed(&scene.buyer, json!({ "channel": "online" })).await;
        let early = scene.buyer.post_json("/api/v1/deals", &scene.order(proposed)).await;
        assert_eq!(early.expect(409).json()["code"], "refusal-deal-agreement-inactive");
        let agreement = scene.signed(&scene.buyer, json!({ "collections": [scene.tableware] })).await;
        let mut order = scene.order(agreement);
        order["destination"] = json!("IT");
        assert_eq!(scene.buyer.post_json("/api/v1/deals", &order).await.wrong_fields(), ["destination"]);
        let mut order = scene.order(agreement);
        order["lines"][0] = json!({ "product": scene.bowl, "quantity": 10, "unit_price": { "amount": "30", "currency": "TND" } });
        assert_eq!(scene.buyer.post_json("/api/v1/deals", &order).await.wrong_fields(), ["lines.0.product"]);
        let stranger = app.buyer("Stranger").await;
        assert_eq!(stranger.post_json("/api/v1/deals", &scene.order(agreement)).await.wrong_fields(), ["agreement"]);
    }

    async fn somebody_who_may_export_stands_in_the_papers(app: TestApp) {
        let scene = Scene::new(&app).await;
        let own = scene.maker.organisation;
        app.write(move |tx| profile(tx, own, false)).await;
        let agreement = scene.signed(&scene.buyer, json!({})).await;
        assert_eq!(scene.buyer.post_json("/api/v1/deals", &scene.order(agreement)).await.wrong_fields(), ["exporter"]);
        let house = app.person(Kind::Institution, "Export house", Standing::Approved).await;
        let pending = app.person(Kind::Institution, "Pending house", Standing::Pending).await;
        for unfit in [&pending.slug, &scene.buyer.slug, &scene.maker.slug] {
            let mut order = scene.order(agreement);
            order["exporter"] = json!(unfit);
            assert_eq!(scene.buyer.post_json("/api/v1/deals", &order).await.wrong_fields(), ["exporter"], "{unfit}");
        }
        let mut order = scene.order(agreement);
        order["exporter"] = json!(house.slug);
        let deal = scene.buyer.post_json("/api/v1/deals", &order).await.expect(201).json();
        let path = format!("/api/v1/deals/{}", deal["id"]);
        scene.maker.post_json(&format!("{path}/confirm"), &json!({})).await.expect(200);
        house.get(&path).await.expect(200);
        house.get(&format!("/deals/{}", deal["id"])).await.expect(200).shows("observer");
        house.post_json(&format!("{path}/ship"), &json!({})).await.expect(404);
        let letter = app.letters_to("export-house@example.org").await.pop().unwrap();
        assert!(letter.contains("exporter of record"), "{letter}");
    }

    async fn an_order_does_not_break_a_promise_to_somebody_else(app: TestApp) {
        let scene = Scene::new(&app).await;
        let rival = app.buyer("Rival").await;
        let open = scene.signed(&rival, json!({ "exclusive": false })).await;
        let early = scene.ordered(&rival, open).await;
        scene.signed(&scene.buyer, json!({ "title": "The promise", "collections": [scene.tableware] })).await;

        let late = scene.maker.post_json(&format!("/api/v1/deals/{early}/confirm"), &json!({})).await;
        let told = late.expect(409).json();
        assert_eq!(told["code"], "refusal-exclusive-agreement");
        assert!(told["detail"].as_str().unwrap().contains("The promise"));
        let told = rival.post_json("/api/v1/deals", &scene.order(open)).await.expect(409).json();
        assert_eq!(told["code"], "refusal-exclusive-until");
        let mut bowls = scene.order(open);
        bowls["lines"][0] = json!({ "product": scene.bowl, "quantity": 10, "unit_price": { "amount": "30", "currency": "TND" } });
        rival.post_json("/api/v1/deals", &bowls).await.expect(201);
        let own = scene.ordered(&scene.buyer, scene.signed(&scene.buyer, json!({ "exclusive": false })).await).await;
        scene.maker.post_json(&format!("/api/v1/deals/{own}/confirm"), &json!({})).await.expect(200);
    }

    async fn a_quote_does_not_break_a_promise_either(app: TestApp) {
        let scene = Scene::new(&app).await;
        let rival = app.buyer("Rival").await;
        scene.signed(&rival, json!({})).await;
        let answer = scene.maker.post_json("/api/v1/quotes", &scene.offer()).await;
        assert_eq!(answer.expect(409).json()["code"], "refusal-exclusive-agreement");
    }
}
