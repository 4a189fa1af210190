//! A price once agreed on stays, whatever becomes of price lists, terms and rates.

use diesel::prelude::*;
use fondouk::db::schema::products;
use fondouk::rates;
use serde_json::{Value, json};

use super::scene::Scene;
use crate::support::TestApp;

/// All that could make a price another one: the plain price, the rows of the price list, the rates.
async fn all_changes(app: &TestApp, scene: &Scene, price: i64, csv: &'static str) {
    let of_both = [scene.plate, scene.bowl];
    app.write(move |tx| {
        diesel::update(products::table.filter(products::id.eq_any(of_both)))
            .set(products::price_minor.eq(price))
            .execute(&mut **tx)?;
        rates::load_csv(tx, csv, "Test table")
    })
    .await;
    for product in of_both {
        let path = format!("/api/v1/products/{product}");
        let version = scene.maker.get(&path).await.expect(200).json()["version"].clone();
        let row =
            json!({ "from": 24, "price": { "amount": format!("{}", price / 2_000), "currency": "TND" } });
        let terms = json!({ "tiers": [row], "version": version });
        scene.maker.put_json(&format!("{path}/terms"), &terms).await.expect(200);
    }
}

fn costs(deal: &Value) -> (&Value, Vec<&Value>) {
    (
        &deal["total"],
        deal["lines"].as_array().unwrap().iter().map(|line| &line["unit_price"]["amount"]).collect(),
    )
}

stories! {
    async fn an_order_costs_what_was_agreed_on(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.accepted_quote().await;
        let agreed = scene.buyer.get(&format!("/api/v1/quotes/{quote}")).await.expect(200).json();
        all_changes(&app, &scene, 99_000, "month,currency,per_eur\n2026-02,TND,3.400000\n").await;
        // An agreement about other prices, which hold for what was not quoted.
        let terms = json!({ "quote": quote, "counterparty": "", "exclusive": false, "agreed": { "rows": [
            { "product": scene.plate, "price": { "amount": "11", "currency": "TND" } }, { "discount_percent": 50 },
        ] } });
        let agreement = scene.signed(&scene.buyer, terms).await;
        let form = json!({ "agreement": agreement, "quote": quote, "destination": "FR" });
        let total = json!({ "amount": "900.000", "currency": "TND" });
        let expected = (&total, vec![&agreed["versions"][0]["lines"][0]["unit_price"]["amount"], &agreed["versions"][0]["lines"][1]["unit_price"]["amount"]]);

        // Nobody can make it another one by asking.
        for (amount, currency) in [("11.000", "TND"), ("12.501", "TND"), ("12.500", "EUR")] {
            let mut other = form.clone();
            other["lines"] = json!([
                { "product": scene.plate, "quantity": 48, "unit_price": { "amount": amount, "currency": currency } },
            ]);
            if currency == "EUR" {
                other["lines"][0]["unit_price"]["amount"] = json!("12.50");
            }
            let answer = scene.maker.post_json("/api/v1/deals", &other).await;
            assert_eq!(answer.wrong_fields(), ["lines.0.unit_price.amount"], "{amount} {currency}");
            assert!(answer.text().contains("12.500 TND"), "{}", answer.text());
        }
        let deal = scene.buyer.post_json("/api/v1/deals", &form).await.expect(201).json();
        assert_eq!(costs(&deal), expected);
        let path = format!("/api/v1/deals/{}", deal["id"]);
        all_changes(&app, &scene, 2_000, "month,currency,per_eur\n2026-02,TND,9.900000\n").await;
        assert_eq!(costs(&scene.buyer.get(&path).await.json()), expected);
        let confirmed = scene.maker.post_json(&format!("{path}/confirm"), &json!({})).await.expect(200).json();
        assert_eq!(costs(&confirmed), expected);
        all_changes(&app, &scene, 88_000, "month,currency,per_eur\n2026-02,TND,1.100000\n").await;
        for step in ["ship", "deliver", "pay"] {
            let now = scene.maker.post_json(&format!("{path}/{step}"), &json!({})).await.expect(200).json();
            assert_eq!(costs(&now), expected, "{step}");
        }
        let now = scene.buyer.get(&format!("/api/v1/quotes/{quote}")).await.json();
        assert_eq!(now["versions"], agreed["versions"]);
        // The page's form says the prices of the quote too.
        let again = scene.buyer.get(&format!("/deals/new?agreement={agreement}&quote={quote}")).await.expect(200).text();
        assert!(again.contains("12.500") && again.contains("30.000"), "{again}");
    }
}
