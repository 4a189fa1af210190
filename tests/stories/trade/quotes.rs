//! Quotes: versions, answers, and the two who may know of them.

use fondouk::accounts::{Kind, Standing};
use serde_json::json;

use super::scene::Scene;

stories! {
    async fn a_talk_goes_back_and_forth_until_one_side_accepts(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.quote().await;
        let path = format!("/api/v1/quotes/{quote}");
        let first = scene.buyer.get(&path).await.expect(200).json();
        assert_eq!(first["total"], json!({ "amount": "900.000", "currency": "TND" }));
        assert_eq!(first["versions"][0]["lines"][0]["total"]["amount"], "600.000");
        let letter = app.letters_to("maison-claire@example.org").await.pop().unwrap();
        assert!(letter.contains("Atelier Nabeul has made you an offer") && letter.contains("900.000"), "{letter}");

        let mut counter = scene.offer();
        counter.as_object_mut().unwrap().remove("request");
        counter["number"] = json!(1);
        counter["lines"][0]["unit_price"]["amount"] = json!("11.750");
        let second = scene.buyer.post_json(&format!("{path}/versions"), &counter).await.expect(201).json();
        assert_eq!(second["latest_number"], 2);
        assert_eq!(second["versions"][0], first["versions"][0], "what was offered stays as it was");
        assert_eq!(scene.maker.post_json(&format!("{path}/versions"), &counter).await.expect(409).json()["code"], "refusal-quote-newer");

        let accept = |number: i64| json!({ "number": number });
        let own = scene.buyer.post_json(&format!("{path}/accept"), &accept(2)).await;
        assert_eq!(own.expect(409).json()["code"], "refusal-quote-own-offer");
        let old = scene.maker.post_json(&format!("{path}/accept"), &accept(1)).await;
        assert_eq!(old.expect(409).json()["code"], "refusal-quote-newer");
        let agreed = scene.maker.post_json(&format!("{path}/accept"), &accept(2)).await.expect(200).json();
        assert_eq!((&agreed["status"], &agreed["accepted_number"]), (&json!("accepted"), &json!(2)));
        let again = scene.maker.post_json(&format!("{path}/accept"), &accept(2)).await;
        assert_eq!(again.expect(409).json()["code"], "refusal-quote-accepted");
    }

    async fn a_wrong_quantity_names_the_nearest_ones(app: TestApp) {
        let scene = Scene::new(&app).await;
        let mut offer = scene.offer();
        offer["lines"][0]["quantity"] = json!(50);
        let answer = scene.maker.post_json("/api/v1/quotes", &offer).await;
        assert_eq!(answer.wrong_fields(), ["lines.0.quantity"]);
        assert!(answer.text().contains("48 or 60"), "{}", answer.text());
        offer["lines"][0]["quantity"] = json!(48);
        offer["lines"][1]["quantity"] = json!(3);
        assert!(scene.maker.post_json("/api/v1/quotes", &offer).await.text().contains("10 or 11"));
    }

    async fn prices_are_exact_or_refused(app: TestApp) {
        let scene = Scene::new(&app).await;
        let mut offer = scene.offer();
        offer["lines"][0]["unit_price"]["amount"] = json!("12.3456");
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &offer).await.wrong_fields(), ["lines.0.unit_price.amount"]);
        offer["lines"][0]["unit_price"] = json!({ "amount": "12.50", "currency": "EUR" });
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &offer).await.wrong_fields(), ["lines.1.unit_price.currency"]);
        offer["lines"] = json!([{ "product": scene.bowl, "quantity": 10_000_000, "unit_price": { "amount": "999999999999", "currency": "TND" } }]);
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &offer).await.wrong_fields(), ["lines"]);
        offer["lines"] = json!([]);
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &offer).await.wrong_fields(), ["currency", "lines"]);
    }

    async fn delivery_follows_the_rules_of_2020(app: TestApp) {
        let scene = Scene::new(&app).await;
        let with = |incoterm: &str, place: &str, by_sea: bool| {
            let mut offer = scene.offer();
            offer["incoterm"] = json!(incoterm);
            offer["named_place"] = json!(place);
            offer["by_sea"] = json!(by_sea);
            offer
        };
        let answer = scene.maker.post_json("/api/v1/quotes", &with("DDU", "Lyon", false)).await;
        assert_eq!(answer.wrong_fields(), ["incoterm"]);
        assert!(answer.text().contains("EXW, FCA, CPT, CIP, DAP, DPU, DDP, FAS, FOB, CFR, CIF"));
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &with("FOB", "Radès", false)).await.wrong_fields(), ["by_sea"]);
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &with("FCA", "", false)).await.wrong_fields(), ["named_place"]);
    }

    async fn an_expired_offer_binds_nobody_until_it_is_revived(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.quote().await;
        let path = format!("/api/v1/quotes/{quote}");
        app.days_pass(29);
        let buyer = app.sign_in("maison-claire@example.org").await;
        let maker = app.sign_in("atelier-nabeul@example.org").await;
        assert_eq!(buyer.get(&path).await.expect(200).json()["expired"], false, "the last day counts");
        app.days_pass(1);
        assert_eq!(buyer.get(&path).await.expect(200).json()["expired"], true);
        let late = buyer.post_json(&format!("{path}/accept"), &json!({ "number": 1 })).await;
        assert_eq!(late.expect(409).json()["code"], "refusal-quote-expired");
        let mut again = scene.offer();
        again.as_object_mut().unwrap().remove("request");
        again["number"] = json!(1);
        assert_eq!(maker.post_json(&format!("{path}/versions"), &again).await.wrong_fields(), ["valid_until"]);
        again["valid_until"] = json!("2026-04-30");
        maker.post_json(&format!("{path}/versions"), &again).await.expect(201);
        buyer.post_json(&format!("{path}/accept"), &json!({ "number": 2 })).await.expect(200);
    }

    async fn two_acceptances_at_once_are_one(app: TestApp) {
        let scene = Scene::new(&app).await;
        for round in 0..4 {
            let quote = scene.another_quote(&app).await;
            let (page, api) = (format!("/quotes/{quote}/accept"), format!("/api/v1/quotes/{quote}/accept"));
            let body = json!({ "number": 1 });
            let (by_page, by_api) = tokio::join!(
                scene.buyer.post_form(&page, &[("number", "1")]),
                scene.buyer.post_json(&api, &body)
            );
            let statuses = (by_page.status, by_api.status);
            assert!(matches!(statuses, (303, 409) | (409, 200)), "round {round}: {statuses:?}");
            let seen = scene.buyer.get(&format!("/api/v1/quotes/{quote}")).await.json();
            assert_eq!(seen["accepted_number"], 1);
        }
        let letters = app.letters_to("atelier-nabeul@example.org").await;
        assert_eq!(letters.iter().filter(|letter| letter.contains("has accepted your offer")).count(), 4);
    }

    async fn accepting_and_withdrawing_at_once_cannot_both_happen(app: TestApp) {
        let scene = Scene::new(&app).await;
        for _ in 0..4 {
            let quote = scene.another_quote(&app).await;
            let path = format!("/api/v1/quotes/{quote}");
            let (accept, withdraw) = (format!("{path}/accept"), format!("{path}/withdraw"));
            let body = json!({ "number": 1 });
            let (accepted, withdrawn) =
                tokio::join!(scene.buyer.post_json(&accept, &body), scene.maker.post_json(&withdraw, &body));
            let status = scene.maker.get(&path).await.json()["status"].as_str().unwrap().to_owned();
            match (accepted.status, withdrawn.status) {
                (200, 409) => assert_eq!(status, "accepted"),
                (409, 200) => assert_eq!(status, "withdrawn"),
                other => panic!("{other:?}"),
            }
        }
    }

    async fn only_the_two_sides_know_of_a_quote(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.quote().await;
        let others = [
            app.officer().await,
            app.maker("Other maker").await,
            app.buyer("Other buyer").await,
            app.person(Kind::Cluster, "Cluster", Standing::Approved).await,
        ];
        for other in &others {
            for path in [format!("/api/v1/quotes/{quote}"), format!("/quotes/{quote}"), format!("/quotes/{quote}/counter")] {
                other.get(&path).await.expect(404);
            }
            for step in ["versions", "accept", "decline", "withdraw"] {
                other.post_json(&format!("/api/v1/quotes/{quote}/{step}"), &json!({ "number": 1 })).await.expect(404);
            }
            assert_eq!(other.get("/api/v1/quotes").await.expect(200).json()["items"], json!([]));
        }
        for side in [&scene.maker, &scene.buyer] {
            assert_eq!(side.get("/api/v1/quotes?status=open").await.expect(200).json()["items"][0]["id"], quote);
        }
    }

    async fn one_request_has_one_open_quote_per_maker(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.quote().await;
        let second = scene.maker.post_json("/api/v1/quotes", &scene.offer()).await;
        assert_eq!(second.expect(409).json()["code"], "refusal-quote-exists");
        scene.buyer.post_json(&format!("/api/v1/quotes/{quote}/withdraw"), &json!({ "number": 1 })).await.expect(409);
        let no = json!({ "number": 1, "note": "Too late for the season." });
        scene.buyer.post_json(&format!("/api/v1/quotes/{quote}/decline"), &no).await.expect(200);
        let letter = app.letters_to("atelier-nabeul@example.org").await.pop().unwrap();
        assert!(letter.contains("Too late for the season."), "{letter}");
        scene.quote().await;
        let pending = app.person(Kind::Maker, "Pending", Standing::Pending).await;
        pending.post_json("/api/v1/quotes", &scene.offer()).await.expect(403);
    }

    async fn a_buyer_may_ask_a_maker_directly(app: TestApp) {
        let scene = Scene::new(&app).await;
        let mut ask = scene.offer();
        ask["request"] = json!("");
        assert_eq!(scene.buyer.post_json("/api/v1/quotes", &ask).await.wrong_fields(), ["maker"]);
        ask["maker"] = json!(scene.maker.slug);
        let asked = scene.buyer.post_json("/api/v1/quotes", &ask).await.expect(201).json();
        let path = format!("/api/v1/quotes/{}/accept", asked["id"]);
        scene.buyer.post_json(&path, &json!({ "number": 1 })).await.expect(409);
        scene.maker.post_json(&path, &json!({ "number": 1 })).await.expect(200);
    }

    async fn a_repeated_offer_is_made_once(app: TestApp) {
        let scene = Scene::new(&app).await;
        let send = || {
            let request = scene.maker.request(reqwest::Method::POST, "/api/v1/quotes");
            scene.maker.send(request.header("Idempotency-Key", "offer-1").json(&scene.offer()))
        };
        let (first, again) = (send().await.expect(201).json(), send().await.expect(201).json());
        assert_eq!(first["id"], again["id"]);
        assert_eq!(app.letters_to("maison-claire@example.org").await.len(), 1);
    }
}
