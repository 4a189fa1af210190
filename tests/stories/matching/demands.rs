//! What a request may ask beyond goods, time and price.

use reqwest::Method;
use serde_json::{Value, json};

use super::{BOWL, REQUESTS, bowls, constraint, drafted, looked_for, matches, opened, published};

fn demanding() -> Value {
    let mut body = bowls();
    let demands = json!({
        "quantity": 100, "quantity_most": 110, "needed_from": "2026-05-01", "answers_by": "2026-04-30",
        "certificates": ["gots"], "incoterms": ["FOB", "DAP"], "languages": ["ar"], "sample_wanted": true,
    });
    body.as_object_mut().unwrap().extend(demands.as_object().unwrap().clone());
    body
}

stories! {
    async fn what_lacks_is_told_as_the_smallest_change_that_would_do(app: TestApp) {
        let (officer, buyer, maker) = (app.officer().await, app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        let bowl = published(&app, &maker, BOWL).await;
        let profile = json!({
            "place": { "fr": "Nabeul" }, "crafts": ["ceramics"], "exports_itself": true, "incoterms": ["EXW", "FCA"], "currency": "TND",
        });
        maker.put_json(&format!("/api/v1/makers/{}", maker.slug), &profile).await.expect(200);
        let certificate = json!({
            "scheme": "gots", "number": "TN-1", "issuer": "Ecocert", "covers": "all", "valid_from": "2026-01-01", "valid_until": "2026-05-15",
        });
        let certificate = maker.post_json("/api/v1/workshop/certificates", &certificate).await.expect(201).json();
        let (id, path) = opened(&buyer, &demanding()).await;
        looked_for(&app, id).await;

        let changes = |found: &Value| -> Vec<String> {
            let constraints = found["constraints"].as_array().unwrap().iter();
            constraints.filter_map(|one| one["change"]["text"].as_str()).map(str::to_owned).collect()
        };
        let found = matches(&buyer, &path).await;
        assert_eq!(found, [] as [Value; 0], "a certificate that nobody has looked at and that ends before is none");

        let decision = json!({ "decision": "confirmed", "note": "Seen in the register.", "version": certificate["version"] });
        officer.post_json(&format!("/api/v1/certificates/{}/decision", certificate["id"]), &decision).await.expect(200);
        looked_for(&app, id).await;
        let found = matches(&buyer, &path).await;
        assert_eq!((&found[0]["product"], &found[0]["verdict"]), (&json!(bowl), &json!("near")));
        assert_eq!(constraint(&found[0], "quantity")["verdict"], "holds", "108 lie within the range");
        assert_eq!(changes(&found[0]), [
            "GOTS organic textile is renewed by 1 June 2026.",
            "Accept FCA.",
            "Write in English.",
            "Do without a sample.",
        ]);
        buyer.get(&format!("/sourcing-requests/{id}/matches?lang=fr")).await.expect(200).shows("Accepter FCA.").shows("Se passer d’échantillon.");
        buyer.get(&format!("/sourcing-requests/{id}?lang=ar")).await.expect(200).shows("الشهادات المطلوبة").shows("تُقبل الردود حتى");

        // The changes are made, on both sides.
        let mut mended = demanding();
        mended["incoterms"] = json!(["FOB", "FCA"]);
        mended["languages"] = json!(["ar", "en"]);
        mended["sample_wanted"] = json!(false);
        mended["version"] = buyer.get(&path).await.json()["version"].clone();
        buyer.put_json(&path, &mended).await.expect(200);
        let renewed = json!({
            "scheme": "gots", "number": "TN-2", "issuer": "Ecocert", "covers": "all", "valid_from": "2026-05-16", "valid_until": "2027-05-15",
        });
        let renewed = maker.post_json("/api/v1/workshop/certificates", &renewed).await.expect(201).json();
        let decision = json!({ "decision": "confirmed", "note": "Renewed.", "version": renewed["version"] });
        officer.post_json(&format!("/api/v1/certificates/{}/decision", renewed["id"]), &decision).await.expect(200);
        looked_for(&app, id).await;
        assert_eq!(matches(&buyer, &path).await[0]["verdict"], "match");
    }

    async fn a_request_takes_answers_until_its_day(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        let (id, path) = opened(&buyer, &demanding()).await;
        assert_eq!(maker.get(&path).await.expect(200).json()["answers_by"], "2026-04-30");
        app.days_pass(60);
        let (buyer, maker) = (app.sign_in("maison-clair@example.org").await, app.sign_in("dar-amal@example.org").await);
        assert_eq!(maker.get(REQUESTS).await.expect(200).json()["items"], json!([]));
        assert_eq!(app.write(fondouk::matching::close_overdue).await, 1);
        buyer.post(&format!("{path}/open")).await.expect(409).shows("until which it takes answers has passed");
        assert_eq!(buyer.get(&path).await.json()["id"], json!(id));
    }

    async fn demands_that_contradict_each_other_are_refused(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        for (field, value) in [
            ("quantity_most", json!(99)),
            ("needed_from", json!("2026-06-02")),
            ("answers_by", json!("2026-06-02")),
            ("answers_by", json!("2026-03-01")),
            ("certificates", json!(["of grandmother"])),
            ("incoterms", json!(["DDU"])),
            ("languages", json!(["ja"])),
        ] {
            let mut body = demanding();
            body[field] = value.clone();
            assert_eq!(buyer.post_json(REQUESTS, &body).await.wrong_fields(), [field], "{value}");
        }
        // What a form sends for "nothing more" is nothing more; a range of one quantity is none.
        let mut plain = bowls();
        plain["quantity_most"] = json!(120);
        plain["answers_by"] = json!("");
        let (_, path) = drafted(&buyer, &plain).await;
        let kept = buyer.send(buyer.request(Method::GET, &path)).await.expect(200).json();
        assert_eq!((&kept["quantity_most"], &kept["answers_by"], &kept["certificates"]), (&json!(null), &json!("2026-06-01"), &json!([])));
    }
}
