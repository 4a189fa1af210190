//! Quotes side by side: landed in one currency, with what each leaves to the buyer, for the request's own buyer alone.

use fondouk::rates;
use serde_json::{Value, json};

use super::scene::{self, Scene};
use crate::support::{Actor, TestApp};

/// A second workshop with its own offer about the same request.
async fn rival(app: &TestApp, scene: &Scene, changes: Value) -> (Actor, i64) {
    let maker = app.maker("Atelier Gabès").await;
    let own = maker.organisation;
    let jug = app
        .write(move |tx| {
            scene::profile(tx, own, true)?;
            scene::product(tx, own, None, "Blue jug", (9_000, 10, 1))
        })
        .await;
    let mut offer = json!({
        "request": scene.request,
        "lines": [{ "product": jug, "quantity": 50, "unit_price": { "amount": "5.00", "currency": "EUR" } }],
        "incoterm": "DDP", "named_place": "Lyon", "lead_time_days": 120, "valid_until": "2026-03-20",
    });
    for (field, value) in changes.as_object().unwrap() {
        offer[field] = value.clone();
    }
    let quote = maker.post_json("/api/v1/quotes", &offer).await.expect(201).json();
    (maker, quote["id"].as_i64().unwrap())
}

async fn know_rates(app: &TestApp) {
    let csv = "month,currency,per_eur\n2026-02,TND,3.400000\n2026-02,USD,1.100000\n";
    app.write(move |tx| rates::load_csv(tx, csv, "Test table")).await;
}

stories! {
    async fn the_buyer_sees_them_in_one_currency_with_what_is_still_to_be_added(app: TestApp) {
        know_rates(&app).await;
        let scene = Scene::new(&app).await;
        let first = scene.quote().await;
        let (_, second) = rival(&app, &scene, json!({})).await;
        let path = format!("/api/v1/sourcing-requests/{}/quotes", scene.request);
        let view = scene.buyer.get(&path).await.expect(200).json();
        assert_eq!((&view["currency"], &view["rules_differ"]), (&json!("EUR"), &json!(true)));
        assert_eq!(view["rates"], json!([{ "currency": "TND", "per_eur": "3.400000", "month": "2026-02", "source": "Test table" }]));
        let of = |quote: i64| {
            let rows = view["quotes"].as_array().unwrap();
            rows.iter().find(|row| row["quote_id"] == quote).unwrap().clone()
        };
        let (first, second) = (of(first), of(second));
        assert_eq!(first["total"], json!({ "amount": "900.000", "currency": "TND" }));
        assert_eq!(first["landed"], json!({ "amount": "264.71", "currency": "EUR" }), "900 / 3.4");
        assert_eq!(second["landed"], json!({ "amount": "250.00", "currency": "EUR" }));
        assert_eq!(view["quotes"][0]["quote_id"], second["quote_id"], "the lowest first");
        assert_eq!(first["to_add"], json!(["main-carriage", "insurance", "on-carriage", "import-duties", "unloading"]));
        assert_eq!(second["to_add"], json!(["unloading"]));
        assert_eq!((&first["quantity"], &first["quantity_difference"]), (&json!(58), &json!(8)));
        assert_eq!((&first["ready_on"], &first["days_late"]), (&json!("2026-04-16"), &json!(0)));
        assert_eq!((&second["ready_on"], &second["days_late"]), (&json!("2026-06-30"), &json!(29)));

        let soonest = scene.buyer.get(&format!("{path}?sort=lead-time&currency=USD")).await.expect(200).json();
        assert_eq!(soonest["quotes"][0]["quote_id"], first["quote_id"]);
        assert_eq!(soonest["quotes"][1]["landed"], json!({ "amount": "275.00", "currency": "USD" }));
        let page = format!("/sourcing-requests/{}/quotes", scene.request);
        let shown = scene.buyer.get(&page).await;
        shown.expect(200).shows("Atelier Gabès").shows("29 days late").shows("Main carriage").shows("Test table");
        scene.buyer.get(&format!("{page}?lang=ar")).await.expect(200).shows("العروض جنبًا إلى جنب");
    }

    async fn what_has_no_rate_is_told_and_comes_last(app: TestApp) {
        let scene = Scene::new(&app).await;
        let first = scene.quote().await;
        rival(&app, &scene, json!({})).await;
        let path = format!("/api/v1/sourcing-requests/{}/quotes", scene.request);
        let view = scene.buyer.get(&path).await.expect(200).json();
        assert_eq!(view["without_rate"], json!(["TND"]));
        assert_eq!((&view["quotes"][1]["quote_id"], &view["quotes"][1]["landed"]), (&json!(first), &Value::Null));
        let page = scene.buyer.get(&format!("/sourcing-requests/{}/quotes", scene.request)).await;
        page.expect(200).shows("No exchange rate is known here for TND");
        for (query, field) in [("currency=XXQ", "currency"), ("sort=price", "sort")] {
            assert_eq!(scene.buyer.get(&format!("{path}?{query}")).await.wrong_fields(), [field]);
        }
    }

    async fn only_open_quotes_stand_there_each_in_its_newest_version_for_its_buyer_alone(app: TestApp) {
        know_rates(&app).await;
        let scene = Scene::new(&app).await;
        let quote = scene.quote().await;
        let mut counter = scene.offer();
        counter.as_object_mut().unwrap().remove("request");
        counter["number"] = json!(1);
        counter["lines"][0]["unit_price"]["amount"] = json!("11.750");
        scene.buyer.post_json(&format!("/api/v1/quotes/{quote}/versions"), &counter).await.expect(201);
        let path = format!("/api/v1/sourcing-requests/{}/quotes", scene.request);
        let view = scene.buyer.get(&path).await.expect(200).json();
        assert_eq!((&view["quotes"][0]["number"], &view["quotes"][0]["total"]["amount"]), (&json!(2), &json!("864.000")));
        let officer = app.officer().await;
        let certificate = json!({
            "scheme": "food-contact", "issuer": "Atelier", "covers": "all", "valid_from": "2026-03-02", "valid_until": "2026-04-16",
        });
        let added = scene.maker.post_json("/api/v1/workshop/certificates", &certificate).await.expect(201).json();
        let decision = json!({ "decision": "confirmed", "note": "Seen.", "version": 1 });
        officer.post_json(&format!("/api/v1/certificates/{}/decision", added["id"]), &decision).await.expect(200);
        let valid = scene.buyer.get(&path).await.expect(200).json();
        assert_eq!(valid["quotes"][0]["certificates"][0]["scheme"], "food-contact", "on its last day");
        scene.proposed(&scene.buyer, json!({})).await;
        let asked = scene.buyer.get(&path).await.expect(200).json();
        assert_eq!(asked["quotes"][0]["exclusivity"][0]["status"], "proposed");
        app.days_pass(1);
        let late = scene.buyer.get(&path).await.expect(200).json();
        assert_eq!(late["quotes"][0]["certificates"], json!([]), "ready a day after it ends");

        app.buyer("Maison Louis").await.get(&path).await.expect(404);
        for other in [&scene.maker, &officer] {
            other.get(&path).await.expect(403);
        }
        scene.buyer.post_json(&format!("/api/v1/quotes/{quote}/decline"), &json!({ "number": 2 })).await.expect(200);
        assert_eq!(scene.buyer.get(&path).await.expect(200).json()["quotes"], json!([]));
    }
}
