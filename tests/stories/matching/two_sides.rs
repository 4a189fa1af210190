//! What the two sides make of a match, and how equals take turns.

use std::collections::{BTreeMap, BTreeSet};

use fondouk::ids::{OrganisationId, ProductId, RequestId};
use fondouk::matching::{self, MOST_KEPT, exposure};
use serde_json::{Value, json};

use super::{BOWL, Bowl, REQUESTS, bowls, constraint, looked_again, looked_for, matches, opened, published};
use crate::support::{Actor, TestApp};

async fn introductions(app: &TestApp) -> BTreeMap<OrganisationId, usize> {
    use diesel::prelude::*;
    use fondouk::db::schema::introductions;
    let rows: Vec<OrganisationId> =
        app.read(|conn| Ok(introductions::table.select(introductions::maker_id).load(conn)?)).await;
    let mut counts = BTreeMap::new();
    for maker in rows {
        *counts.entry(maker).or_default() += 1;
    }
    counts
}

async fn kept(app: &TestApp, request: RequestId) -> BTreeSet<ProductId> {
    use diesel::prelude::*;
    use fondouk::db::schema::matches;
    let of_request = matches::table.filter(matches::request_id.eq(request)).select(matches::product_id);
    let rows: Vec<ProductId> = app.read(move |conn| Ok(of_request.load(conn)?)).await;
    rows.into_iter().collect()
}

/// A quote with which a maker answers a request.
async fn quoted(maker: &Actor, request: RequestId, product: &Value) -> crate::support::Answer {
    let body = json!({
        "request": request, "currency": "EUR", "incoterm": "FCA", "named_place": "Nabeul", "lead_time_days": 30,
        "valid_until": "2026-04-30", "lines": [{ "product": product, "quantity": 120, "unit_price": { "amount": "8.00", "currency": "EUR" } }],
    });
    maker.post_json("/api/v1/quotes", &body).await
}

stories! {
    async fn what_a_maker_declines_is_not_offered_to_it_again(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        let bowl = published(&app, &maker, BOWL).await;
        let (id, path) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;
        let page = format!("/sourcing-requests/{id}");
        maker.get(&page).await.expect(200).shows("Not for us");
        maker.get(&format!("{page}/decline?lang=ar")).await.expect(200).shows("لا نصنع مثل هذا").shows("اعتذار");
        maker.get(&format!("{page}/decline?lang=en")).await.expect(200).shows("We do not make this");
        let wrong = [("reason", "price"), ("least_pieces", "300")];
        maker.post_form(&format!("{page}/decline"), &wrong).await.expect(422).shows("Too few pieces");

        let declined = json!({ "reason": "too-small", "least_pieces": 300 });
        let said = maker.post_json(&format!("{path}/decline"), &declined).await.expect(200).json();
        assert_eq!((&said["declined"], &said["reason"]), (&json!(true), &json!("too-small")));
        looked_again(&app, bowl).await;
        assert_eq!(matches(&buyer, &path).await, [] as [Value; 0]);
        assert_eq!(maker.get("/api/v1/matches").await.json()["items"], json!([]));
        maker.get(&page).await.expect(200).shows("Too few pieces").shows("Reconsider");
        buyer.get(&page).await.expect(200).hides("declined");

        // For other requests, what is wanted at least holds too: a near miss names it.
        let (other, other_path) = opened(&buyer, &bowls()).await;
        looked_for(&app, other).await;
        assert_eq!(matches(&buyer, &other_path).await, [] as [Value; 0], "more than twice as many is not near");
        let mut larger = bowls();
        larger["quantity"] = json!(200);
        larger["needed_by"] = json!("2026-12-01");
        let (larger, larger_path) = opened(&buyer, &larger).await;
        looked_for(&app, larger).await;
        let found = matches(&buyer, &larger_path).await;
        assert_eq!(constraint(&found[0], "quantity")["change"]["to"], 300);

        let limits = maker.get("/api/v1/workshop/limits").await.expect(200).json();
        assert_eq!(limits, json!({ "least_pieces": 300, "busy_until": null, "not_to": [] }));
        maker.post_form("/workshop/limits", &[("least_pieces", ""), ("not_to", "Italy, FR")]).await.expect(303);
        let limits = maker.get("/api/v1/workshop/limits").await.expect(200).json();
        assert_eq!(limits, json!({ "least_pieces": null, "busy_until": null, "not_to": ["IT", "FR"] }));
        looked_for(&app, larger).await;
        assert_eq!(matches(&buyer, &larger_path).await, [] as [Value; 0], "not to France");
        maker.put_json("/api/v1/workshop/limits", &json!({ "busy_until": "2026-03-31" })).await.expect(200);
        maker.put_json("/api/v1/workshop/limits", &json!({ "busy_until": "2020-01-01" })).await.wrong_fields();

        maker.post(&format!("{page}/reconsider")).await.expect(303);
        maker.post(&format!("{path}/reconsider")).await.expect(409);
        looked_for(&app, id).await;
        let found = matches(&buyer, &path).await;
        let lead_time = constraint(&found[0], "lead-time");
        assert_eq!(lead_time["verdict"], "holds", "thirty days from the first of April: {lead_time}");
    }

    async fn a_buyer_sorts_the_makers_and_nobody_else_sees_it(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        published(&app, &maker, BOWL).await;
        let (id, path) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;
        let mark = format!("{path}/makers/{}", maker.slug);
        buyer.put_json(&mark, &json!({ "mark": "shortlisted" })).await.expect(200);
        assert_eq!(matches(&buyer, &path).await[0]["mark"], "shortlisted");
        let page = format!("/sourcing-requests/{id}/matches");
        buyer.get(&page).await.expect(200).shows("Shortlisted").shows("Put back");
        app.officer().await.get(&page).await.expect(200).hides("Shortlisted");
        buyer.put_json(&mark, &json!({ "mark": "perhaps" })).await.wrong_fields();
        let by_hand = format!("/sourcing-requests/{id}/makers/{}", maker.slug);
        buyer.post_form(&by_hand, &[("mark", "none")]).await.expect(303);
        assert_eq!(matches(&buyer, &path).await[0]["mark"], "none");
        app.buyer("Rival").await.put_json(&mark, &json!({ "mark": "shortlisted" })).await.expect(404);
        let stranger = app.maker("Stranger").await;
        buyer.put_json(&format!("{path}/makers/{}", stranger.slug), &json!({ "mark": "shortlisted" })).await.expect(404);
    }

    async fn equals_take_turns(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let makers = exposure::SHOWN + exposure::SHOWN / 2;
        for number in 0..makers {
            let maker = app.maker(&format!("Atelier {number}")).await;
            let slug: &'static str = format!("bowl-{number}").leak();
            published(&app, &maker, Bowl { slug, ..BOWL }).await;
        }
        for round in 1..=3 {
            let (id, path) = opened(&buyer, &bowls()).await;
            looked_for(&app, id).await;
            looked_for(&app, id).await;
            assert_eq!(matches(&buyer, &path).await.len(), makers);
            let shown = introductions(&app).await;
            assert_eq!(shown.values().sum::<usize>(), round * exposure::SHOWN, "once per request, however often it is looked for");
        }
        let shown = introductions(&app).await;
        assert_eq!(shown.len(), makers);
        assert!(shown.values().all(|times| *times == 2), "thirty places for fifteen equals: {shown:?}");
    }

    async fn only_the_best_answers_are_kept(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        let mut equals = Vec::new();
        for number in 0..=MOST_KEPT {
            let slug: &'static str = format!("bowl-{number}").leak();
            equals.push(published(&app, &maker, Bowl { slug, ..BOWL }).await);
        }
        let late = equals.pop().unwrap();
        let (id, _) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;
        assert_eq!(kept(&app, id).await, equals.iter().copied().collect(), "of equals of one maker the first ones");
        looked_again(&app, late).await;
        assert_eq!(kept(&app, id).await, equals.iter().copied().collect(), "no place is left for one more");

        let cheaper = published(&app, &maker, Bowl { slug: "cheaper", price: 15_000, ..BOWL }).await;
        looked_again(&app, cheaper).await;
        let last = equals.pop().unwrap();
        let best = equals.iter().copied().chain([cheaper]).collect();
        assert_eq!(kept(&app, id).await, best, "the better one takes the place of the last");
        looked_again(&app, last).await;
        looked_for(&app, id).await;
        assert_eq!(kept(&app, id).await, best, "whichever way they are looked at");
    }

    async fn answers_are_counted_and_given_back_when_a_request_proves_fake(app: TestApp) {
        let (officer, buyer) = (app.officer().await, app.buyer("Maison Clair").await);
        let (maker, other) = (app.maker("Dar Amal").await, app.maker("Dar Sami").await);
        let bowl = json!(published(&app, &maker, BOWL).await);
        let (id, path) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;
        quoted(&maker, id, &bowl).await.expect(201);
        assert_eq!(matches(&buyer, &path).await[0]["quoted"], true);
        let (next, _) = opened(&buyer, &bowls()).await;

        let mut settings = (*app.fondouk.house.settings).clone();
        (settings.matching.answers_per_request, settings.matching.answers_per_month) = (1, 1);
        let may = async |request: RequestId, maker: OrganisationId| {
            let settings = settings.clone();
            app.write(move |tx| Ok(matching::check_answer(tx, &settings, request, maker).is_ok())).await
        };
        assert!(may(id, maker.organisation).await, "who is in the talk stays in it");
        assert!(!may(id, other.organisation).await, "the request has its answer");
        assert!(!may(next, maker.organisation).await, "the maker has had its month");
        assert!(may(next, other.organisation).await);

        let page = format!("/sourcing-requests/{id}");
        maker.get(&format!("{page}/reports?lang=fr")).await.expect(200).shows("Signaler une demande");
        maker.get(&format!("{page}/reports?lang=en")).await.expect(200).shows("Report a request");
        let report = json!({ "suspicion": "fishing", "note": "The same text came to three of us." });
        let reported = maker.post_json(&format!("{path}/reports"), &report).await.expect(201).json();
        maker.post_json(&format!("{path}/reports"), &report).await.expect(409);
        buyer.post_json(&format!("{path}/reports"), &report).await.expect(403);
        officer.get("/request-reports?verdict=waiting").await.expect(200).shows("Dar Amal");
        let sheet = format!("/request-reports/{}", reported["id"]);
        officer.get(&format!("{sheet}?lang=ar")).await.expect(200).shows("اتخاذ القرار");
        officer.get(&format!("{sheet}?lang=en")).await.expect(200).shows("What you found");
        maker.get(&sheet).await.expect(403);
        officer.post_form(&format!("{sheet}/decision"), &[("verdict", "fake")]).await.expect(422);
        let decision = [("verdict", "fake"), ("note", "Nobody of that name buys there.")];
        officer.post_form(&format!("{sheet}/decision"), &decision).await.expect(303);
        let again = json!({ "verdict": "genuine", "note": "No." });
        officer.post_json(&format!("/api/v1{sheet}/decision"), &again).await.expect(409);

        buyer.get(&page).await.expect(200).shows("closed for good");
        buyer.post(&format!("{path}/open")).await.expect(409);
        assert!(may(next, maker.organisation).await, "the answer to a fake request is given back");
        let letters = app.letters_to("dar-amal@example.org").await;
        assert!(letters.iter().any(|letter| letter.contains("does not count against you")), "{letters:?}");
        let letters = app.letters_to("maison-clair@example.org").await;
        assert!(letters.iter().any(|letter| letter.contains("Nobody of that name")), "{letters:?}");
        assert_eq!(buyer.get(REQUESTS).await.expect(200).json()["items"].as_array().unwrap().len(), 2);
    }
}
