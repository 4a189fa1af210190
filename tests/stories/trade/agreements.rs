//! Agreements: proposing, signing exactly what one has seen, exclusivity, and the calendar.

use fondouk::commitments;
use fondouk::trade::agreements::{activate_due, end_due};
use serde_json::{Value, json};

use super::scene::{Scene, sign};

async fn grants(app: &TestApp, scene: &Scene) -> usize {
    let maker = scene.maker.organisation;
    app.read(move |conn| commitments::grants_of_maker(conn, maker)).await.len()
}

use crate::support::TestApp;

stories! {
    async fn an_agreement_binds_when_both_have_signed_what_they_saw(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.accepted_quote().await;
        let form = scene.agreement_with(&scene.buyer, json!({ "quote": quote, "counterparty": "" }));
        let drafted = scene.maker.post_json("/api/v1/agreements", &form).await.expect(201).json();
        let id = drafted["id"].as_i64().unwrap();
        let path = format!("/api/v1/agreements/{id}");
        scene.buyer.get(&path).await.expect(404);
        assert_eq!(scene.buyer.get("/api/v1/agreements").await.json()["items"], json!([]), "a draft is its author's");

        let mut changed = form.clone();
        changed["title"] = json!("Tableware for France");
        assert_eq!(scene.maker.put_json(&path, &changed).await.wrong_fields(), ["version"]);
        changed["version"] = drafted["version"].clone();
        scene.maker.put_json(&path, &changed).await.expect(200);
        scene.maker.put_json(&path, &changed).await.expect(409);

        scene.maker.post_json(&format!("{path}/propose"), &json!({})).await.expect(200);
        let proposed = scene.buyer.get(&path).await.expect(200).json();
        let document = proposed["terms_document"].as_str().unwrap();
        use sha2::Digest;
        let hash = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(document));
        assert_eq!(proposed["terms_hash"], json!(hash), "anyone can compute it again");
        assert!(document.contains("Tableware for France"));
        changed["version"] = proposed["version"].clone();
        assert_eq!(scene.maker.put_json(&path, &changed).await.expect(409).json()["code"], "refusal-agreement-frozen");

        let wrong = json!({ "name": "Claire", "terms_hash": "0".repeat(64) });
        let refused = scene.buyer.post_json(&format!("{path}/sign"), &wrong).await;
        assert_eq!(refused.expect(409).json()["code"], "refusal-agreement-other-terms");
        let nameless = json!({ "name": " ", "terms_hash": hash });
        assert_eq!(scene.buyer.post_json(&format!("{path}/sign"), &nameless).await.wrong_fields(), ["name"]);
        assert_eq!(scene.buyer.get(&path).await.json()["signatures"], json!([]));

        let one = sign(&scene.buyer, id).await.expect(200).json();
        assert_eq!(one["status"], "proposed");
        assert_eq!(sign(&scene.buyer, id).await.expect(409).json()["code"], "refusal-agreement-signed-already");
        assert_eq!(grants(&app, &scene).await, 0, "nothing is promised before both have signed");
        let both = sign(&scene.maker, id).await.expect(200).json();
        assert_eq!(both["status"], "active");
        assert_eq!(both["signatures"].as_array().unwrap().len(), 2);
        assert_eq!(grants(&app, &scene).await, 1);
        let letters = app.letters_to("maison-claire@example.org").await;
        assert!(letters.last().unwrap().contains("is signed by both sides"), "{letters:?}");
        app.officer().await.get(&path).await.expect(200);
        app.maker("Other maker").await.get(&path).await.expect(404);
    }

    async fn two_signatures_at_once_are_both_counted(app: TestApp) {
        let scene = Scene::new(&app).await;
        let id = scene.proposed(&scene.buyer, json!({})).await;
        let (one, other) = tokio::join!(sign(&scene.maker, id), sign(&scene.buyer, id));
        assert_eq!((one.status, other.status), (200, 200));
        let seen = scene.maker.get(&format!("/api/v1/agreements/{id}")).await.json();
        assert_eq!(seen["status"], "active");
        assert_eq!(grants(&app, &scene).await, 1);
    }

    async fn a_second_exclusive_grant_is_refused_at_proposing(app: TestApp) {
        let scene = Scene::new(&app).await;
        let first = scene.signed(&scene.buyer, json!({ "title": "The first promise", "territory": ["FR", "BE"] })).await;
        let rival = app.buyer("Rival").await;

        let id = scene.drafted(&rival, json!({})).await;
        let refused = scene.maker.post_json(&format!("/api/v1/agreements/{id}/propose"), &json!({})).await;
        let told = refused.expect(409).json();
        assert_eq!(told["code"], "refusal-exclusive-agreement");
        let detail = told["detail"].as_str().unwrap();
        assert!(detail.contains("The first promise") && detail.contains("2026-12-31"), "{detail}");
        let page = scene.maker.post_form(&format!("/agreements/{id}/propose"), &[]).await;
        page.expect(409).shows("The first promise");
        assert!(page.text().contains(&format!("href=\"/agreements/{first}\"")), "the maker can open it");

        let form = scene.agreement_with(&scene.maker, json!({}));
        let own = rival.post_json("/api/v1/agreements", &form).await.expect(201).json();
        let own = own["id"].as_i64().unwrap();
        let refused = rival.post_json(&format!("/api/v1/agreements/{own}/propose"), &json!({})).await;
        let told = refused.expect(409).json();
        assert_eq!(told["code"], "refusal-exclusive-until");
        let detail = told["detail"].as_str().unwrap();
        assert!(detail.contains("2026-12-31") && !detail.contains("first promise"), "{detail}");
        let page = rival.post_form(&format!("/agreements/{own}/propose"), &[]).await;
        page.expect(409).shows("31 December 2026").hides("The first promise").hides("Maison Claire");
        assert!(!page.text().contains(&format!("href=\"/agreements/{first}\"")));
        let view = rival.get(&format!("/api/v1/agreements/{own}")).await.json();
        assert_eq!(view["obstacles"], json!([{ "until": "2026-12-31" }]));

        for free in [
            json!({ "channel": "online" }),
            json!({ "territory": ["IT"] }),
            json!({ "starts_on": "2027-01-01", "ends_on": "2027-12-31" }),
        ] {
            scene.proposed(&rival, free).await;
        }
    }

    async fn the_one_who_signs_first_has_the_exclusivity(app: TestApp) {
        let scene = Scene::new(&app).await;
        let rival = app.buyer("Rival").await;
        let first = scene.proposed(&scene.buyer, json!({})).await;
        let second = scene.proposed(&rival, json!({ "collections": [scene.tableware] })).await;
        sign(&scene.maker, second).await.expect(200);
        sign(&scene.maker, first).await.expect(200);
        sign(&scene.buyer, first).await.expect(200);
        assert_eq!(sign(&rival, second).await.expect(409).json()["code"], "refusal-exclusive-until");

        let end = format!("/api/v1/agreements/{first}/end");
        assert_eq!(scene.buyer.post_json(&end, &json!({})).await.wrong_fields(), ["note"]);
        scene.buyer.post_json(&end, &json!({ "note": "The shop closes." })).await.expect(200);
        assert_eq!(grants(&app, &scene).await, 0, "what had been promised is free again");
        sign(&rival, second).await.expect(200);
        assert_eq!(grants(&app, &scene).await, 1);
    }

    async fn two_rivals_who_sign_at_once_do_not_both_get_it(app: TestApp) {
        let scene = Scene::new(&app).await;
        let rival = app.buyer("Rival").await;
        let first = scene.proposed(&scene.buyer, json!({})).await;
        let second = scene.proposed(&rival, json!({})).await;
        sign(&scene.maker, first).await.expect(200);
        sign(&scene.maker, second).await.expect(200);
        let (one, other) = tokio::join!(sign(&scene.buyer, first), sign(&rival, second));
        assert!(matches!((one.status, other.status), (200, 409) | (409, 200)), "{} {}", one.status, other.status);
        assert_eq!(grants(&app, &scene).await, 1);
    }

    async fn separate_collections_can_be_promised_separately(app: TestApp) {
        let scene = Scene::new(&app).await;
        scene.signed(&scene.buyer, json!({ "collections": [scene.tableware] })).await;
        let rival = app.buyer("Rival").await;
        let id = scene.drafted(&rival, json!({})).await;
        scene.maker.post_json(&format!("/api/v1/agreements/{id}/propose"), &json!({})).await.expect(409);
        let foreign = scene.agreement_with(&rival, json!({ "collections": [999_999] }));
        assert_eq!(scene.maker.post_json("/api/v1/agreements", &foreign).await.wrong_fields(), ["collections"]);
    }

    async fn the_calendar_begins_and_ends_agreements(app: TestApp) {
        let scene = Scene::new(&app).await;
        let id = scene.signed(&scene.buyer, json!({ "starts_on": "2026-03-10", "ends_on": "2026-03-20" })).await;
        let path = format!("/api/v1/agreements/{id}");
        assert_eq!(scene.maker.get(&path).await.json()["status"], "signed");
        let day = || {
            let settings = app.fondouk.house.settings.clone();
            app.write(move |tx| Ok((activate_due(tx, &settings)?, end_due(tx, &settings)?)))
        };
        assert_eq!(day().await, (0, 0));
        app.days_pass(8);
        assert_eq!(day().await, (1, 0));
        assert_eq!(day().await, (0, 0), "a second call does nothing");
        assert_eq!(scene.maker.get(&path).await.json()["status"], "active");
        app.days_pass(10);
        assert_eq!(day().await, (0, 0), "the last day belongs to it");
        app.days_pass(1);
        assert_eq!(day().await, (0, 1));
        assert_eq!(scene.maker.get(&path).await.json()["status"], "ended");
        assert_eq!(grants(&app, &scene).await, 0);
        let letters = app.letters_to("maison-claire@example.org").await;
        assert!(letters.iter().any(|letter| letter.contains("is in force")), "{letters:?}");
        assert!(letters.last().unwrap().contains("is over"), "{letters:?}");
    }

    async fn a_proposal_can_be_taken_back_until_it_binds(app: TestApp) {
        let scene = Scene::new(&app).await;
        let id = scene.proposed(&scene.buyer, json!({})).await;
        sign(&scene.maker, id).await.expect(200);
        let path = format!("/api/v1/agreements/{id}/withdraw");
        let no = json!({ "note": "Not this year." });
        assert_eq!(scene.buyer.post_json(&path, &no).await.expect(200).json()["status"], "withdrawn");
        assert_eq!(sign(&scene.buyer, id).await.expect(409).json()["code"], "refusal-agreement-closed");
        let binding = scene.signed(&scene.buyer, json!({})).await;
        let path = format!("/api/v1/agreements/{binding}/withdraw");
        assert_eq!(scene.buyer.post_json(&path, &no).await.expect(409).json()["code"], "refusal-agreement-binding");
    }

    async fn a_draft_needs_two_approved_sides_and_sound_fields(app: TestApp) {
        let scene = Scene::new(&app).await;
        let pending = app.pending_buyer("Pending").await;
        let wrong = |changes: Value| scene.agreement_with(&scene.buyer, changes);
        let maker = &scene.maker;
        let fields = |form: Value| async move { maker.post_json("/api/v1/agreements", &form).await.wrong_fields() };
        assert_eq!(fields(wrong(json!({ "counterparty": pending.slug }))).await, ["counterparty"]);
        assert_eq!(fields(wrong(json!({ "counterparty": scene.maker.slug }))).await, ["counterparty"]);
        assert_eq!(fields(wrong(json!({ "territory": [] }))).await, ["territory"]);
        assert_eq!(fields(wrong(json!({ "territory": ["FR", "XX"] }))).await, ["territory"]);
        assert_eq!(fields(wrong(json!({ "ends_on": "2026-03-01" }))).await, ["ends_on"]);
        assert_eq!(fields(wrong(json!({ "quote": 4711 }))).await, ["quote"]);
        let open = scene.quote().await;
        assert_eq!(fields(wrong(json!({ "quote": open }))).await, ["quote"]);
    }
}
