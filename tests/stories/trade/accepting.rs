//! Coming to terms: one acceptance wins, hands are kept free for it, and those who were not chosen hear of it.

use diesel::prelude::*;
use fondouk::clock::Date;
use fondouk::commitments::{self, Reservation};
use fondouk::db::schema::{capacity_reservations, products, sourcing_requests};
use fondouk::ids::{OrganisationId, ProductId, RequestId};
use fondouk::trade::quotes::lapse_due;
use serde_json::{Value, json};

use super::scene::{self, Scene};
use crate::support::{Actor, Answer, Backend, TestApp};

/// What is reserved with a maker and not given back.
async fn reserved(app: &TestApp, maker: OrganisationId) -> Vec<Reservation> {
    let long_ago = Date::from_ymd_opt(2026, 1, 1).unwrap();
    app.read(move |conn| commitments::reservations_of_makers(conn, &[maker], long_ago)).await
}

fn pieces(reserved: &[Reservation]) -> i64 {
    reserved.iter().map(|reservation| reservation.quantity).sum()
}

async fn weekly(app: &TestApp, product: ProductId, weekly: i64) {
    app.write(move |tx| {
        diesel::update(products::table.find(product))
            .set(products::weekly_capacity.eq(weekly))
            .execute(&mut **tx)?;
        Ok(())
    })
    .await;
}

async fn lapse(app: &TestApp) -> usize {
    let settings = app.fondouk.house.settings.clone();
    app.write(move |tx| lapse_due(tx, &settings)).await
}

async fn accept(by: &Actor, quote: i64) -> Answer {
    by.post_json(&format!("/api/v1/quotes/{quote}/accept"), &json!({ "number": 1 })).await
}

/// Offers one product to the buyer of a request.
async fn offered(maker: &Actor, request: RequestId, product: ProductId, quantity: i64, days: i64) -> i64 {
    let offer = json!({
        "request": request,
        "lines": [{ "product": product, "quantity": quantity, "unit_price": { "amount": "12.500", "currency": "TND" } }],
        "incoterm": "FCA", "named_place": "Nabeul", "lead_time_days": days, "valid_until": "2026-03-31",
    });
    maker.post_json("/api/v1/quotes", &offer).await.expect(201).json()["id"].as_i64().unwrap()
}

/// Another request of a buyer, for so many pieces and for more where that will do.
async fn wanted(app: &TestApp, buyer: OrganisationId, quantity: i64, most: Option<i64>) -> RequestId {
    app.write(move |tx| {
        let id = scene::request(tx, buyer)?;
        let row = diesel::update(sourcing_requests::table.find(id));
        row.set((sourcing_requests::quantity.eq(quantity), sourcing_requests::quantity_most.eq(most)))
            .execute(&mut **tx)?;
        Ok(id)
    })
    .await
}

/// New products of a maker, of each of which some are made in a week.
async fn made(app: &TestApp, maker: OrganisationId, count: usize, weekly: i64) -> Vec<ProductId> {
    app.write(move |tx| {
        let mut made = Vec::new();
        for number in 0..count {
            let product = scene::product(tx, maker, None, &format!("Tile {number}"), (12_500, 1, 1))?;
            diesel::update(products::table.find(product))
                .set(products::weekly_capacity.eq(weekly))
                .execute(&mut **tx)?;
            made.push(product);
        }
        Ok(made)
    })
    .await
}

stories! {
    async fn what_is_accepted_is_kept_free_until_it_is_ordered(app: TestApp) {
        let scene = Scene::new(&app).await;
        weekly(&app, scene.plate, 70).await;
        let quote = scene.accepted_quote().await;
        let kept = reserved(&app, scene.maker.organisation).await;
        let days = |one: &Reservation| (one.quantity, one.starts_on.to_string(), one.ends_on.to_string());
        // The bowl's maker says no number of it; it stands in the ledger all the same.
        assert_eq!(kept.iter().map(days).collect::<Vec<_>>(), [
            (48, "2026-03-02".to_owned(), "2026-04-15".to_owned()), (10, "2026-03-02".to_owned(), "2026-04-15".to_owned()),
        ]);
        assert!(kept.iter().all(|one| one.quote_id.is_some_and(|id| id.0 == quote) && one.deal_id.is_none()));
        let path = format!("/api/v1/quotes/{quote}");
        assert_eq!(scene.buyer.get(&path).await.json()["reserved_until"], "2026-04-01");
        scene.buyer.get(&format!("/quotes/{quote}")).await.expect(200).shows("keeps its hands free for this until 1 April 2026");
        let letter = app.letters_to("atelier-nabeul@example.org").await.pop().unwrap();
        assert!(letter.contains("Capacity kept free until"), "{letter}");

        // The order takes it over; what it does not need stays with the quote.
        let agreement = scene.signed(&scene.buyer, json!({ "quote": quote, "counterparty": "" })).await;
        let order = |plates: i64| json!({
            "agreement": agreement, "quote": quote, "destination": "FR",
            "lines": [{ "product": scene.plate, "quantity": plates, "unit_price": { "amount": "12.500", "currency": "TND" } }],
        });
        app.days_pass(5);
        let deal = scene.buyer.post_json("/api/v1/deals", &order(36)).await.expect(201).json()["id"].clone();
        scene.maker.post_json(&format!("/api/v1/deals/{deal}/confirm"), &json!({})).await.expect(200);
        let kept = reserved(&app, scene.maker.organisation).await;
        assert_eq!(pieces(&kept), 58, "nothing is promised twice");
        let of_deal: Vec<_> = kept.iter().filter(|one| one.deal_id.is_some()).map(days).collect();
        assert_eq!(of_deal, [(36, "2026-03-07".to_owned(), "2026-04-20".to_owned())]);
        let rest = scene.buyer.post_json("/api/v1/deals", &json!({
            "agreement": agreement, "quote": quote, "destination": "FR",
        })).await.expect(201).json()["id"].clone();
        scene.maker.post_json(&format!("/api/v1/deals/{rest}/confirm"), &json!({})).await.expect(200);
        let kept = reserved(&app, scene.maker.organisation).await;
        assert!(kept.iter().all(|one| one.quote_id.is_none()), "{kept:?}");
        assert_eq!(pieces(&kept), 36 + 58);
        assert_eq!(scene.buyer.get(&path).await.json()["reserved_until"], json!(null));
        scene.maker.post_json(&format!("/api/v1/deals/{deal}/cancel"), &json!({ "note": "Broken." })).await.expect(200);
        assert_eq!(pieces(&reserved(&app, scene.maker.organisation).await), 58);
    }

    async fn an_order_keeps_the_days_of_its_quote_where_later_ones_are_taken(app: TestApp) {
        let scene = Scene::new(&app).await;
        let tile = made(&app, scene.maker.organisation, 1, 7).await[0];
        let first = wanted(&app, scene.buyer.organisation, 100, None).await;
        let quote = offered(&scene.maker, first, tile, 30, 30).await;
        accept(&scene.buyer, quote).await.expect(200);
        // Sixty days make sixty: all of them are promised.
        let rival = app.buyer("Rival").await;
        let second = wanted(&app, rival.organisation, 100, None).await;
        let other = offered(&scene.maker, second, tile, 30, 60).await;
        accept(&rival, other).await.expect(200);
        app.days_pass(10);
        let agreement = scene.signed(&scene.buyer, json!({ "quote": quote, "counterparty": "", "exclusive": false })).await;
        let order = json!({ "agreement": agreement, "quote": quote, "destination": "FR" });
        let deal = scene.buyer.post_json("/api/v1/deals", &order).await.expect(201).json()["id"].clone();
        scene.maker.post_json(&format!("/api/v1/deals/{deal}/confirm"), &json!({})).await.expect(200);
        let kept = reserved(&app, scene.maker.organisation).await;
        let own = kept.iter().find(|one| one.deal_id.is_some()).unwrap();
        assert_eq!((own.quantity, own.ends_on.to_string().as_str()), (30, "2026-03-31"));
        assert_eq!(pieces(&kept), 60);
        // An order without a quote is the maker's own word; the ledger counts it, so that nobody else is promised the same.
        let more = json!({
            "agreement": agreement, "destination": "FR", "incoterm": "FCA", "named_place": "Nabeul",
            "lines": [{ "product": tile, "quantity": 30, "unit_price": { "amount": "12.500", "currency": "TND" } }],
        });
        let more = scene.buyer.post_json("/api/v1/deals", &more).await.expect(201).json()["id"].clone();
        scene.maker.post_json(&format!("/api/v1/deals/{more}/confirm"), &json!({})).await.expect(200);
        let third = wanted(&app, rival.organisation, 100, None).await;
        let late = offered(&scene.maker, third, tile, 30, 60).await;
        let refused = accept(&rival, late).await.expect(409).json();
        assert_eq!(refused["code"], "refusal-capacity");
        // Of what was agreed on, nothing is kept any more for a second order; it asks for hands anew.
        let order = json!({ "agreement": agreement, "quote": quote, "destination": "FR" });
        let again = scene.buyer.post_json("/api/v1/deals", &order).await.expect(201).json()["id"].clone();
        let refused = scene.maker.post_json(&format!("/api/v1/deals/{again}/confirm"), &json!({})).await;
        assert_eq!(refused.expect(409).json()["code"], "refusal-capacity");
    }

    async fn what_nobody_has_hands_for_is_not_accepted(app: TestApp) {
        let scene = Scene::new(&app).await;
        weekly(&app, scene.plate, 7).await;
        let quote = scene.quote().await;
        let refused = accept(&scene.buyer, quote).await.expect(409).json();
        assert_eq!(refused["code"], "refusal-capacity");
        let said = refused["detail"].as_str().unwrap();
        assert!(said.contains("48") && said.contains("Blue plate") && said.contains("45 can still be made by 2026-04-16"), "{said}");
        assert!(said.contains("2026-04-19"), "forty-eight days: {said}");
        let page = scene.buyer.post_form(&format!("/quotes/{quote}/accept"), &[("number", "1")]).await;
        page.expect(409).shows("All of them could be ready by");
        assert_eq!(scene.buyer.get(&format!("/api/v1/quotes/{quote}")).await.json()["status"], "open");
        assert_eq!(reserved(&app, scene.maker.organisation).await, []);
        // The workshop as a whole has hands too, whatever its products say.
        weekly(&app, scene.plate, 700).await;
        let maker = scene.maker.organisation;
        app.write(move |tx| {
            use fondouk::db::schema::maker_profiles::dsl;
            diesel::update(dsl::maker_profiles.find(maker)).set(dsl::weekly_capacity.eq(7)).execute(&mut **tx)?;
            Ok(())
        })
        .await;
        let refused = accept(&scene.buyer, quote).await.expect(409).json();
        assert!(refused["detail"].as_str().unwrap().contains("all products of the workshop together"), "{refused}");
        weekly(&app, scene.plate, 1).await;
        app.write(move |tx| {
            use fondouk::db::schema::capacity_periods::dsl;
            let now = tx.now();
            let (first, last) = (now.date(), Date::from_ymd_opt(2028, 12, 31).unwrap());
            diesel::insert_into(dsl::capacity_periods)
                .values((
                    (dsl::maker_id.eq(maker), dsl::starts_on.eq(first), dsl::ends_on.eq(last), dsl::weekly.eq(0)),
                    (dsl::note.eq("Closed for good"), dsl::created_at.eq(now)),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .await;
        assert_eq!(accept(&scene.buyer, quote).await.expect(409).json()["code"], "refusal-capacity-far");
    }

    async fn what_is_not_ordered_in_time_is_free_again(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.accepted_quote().await;
        app.days_pass(29);
        assert_eq!(lapse(&app).await, 0);
        app.days_pass(1);
        assert_eq!((lapse(&app).await, lapse(&app).await), (1, 0));
        assert_eq!(reserved(&app, scene.maker.organisation).await, []);
        for email in ["atelier-nabeul@example.org", "maison-claire@example.org"] {
            let letter = app.letters_to(email).await.pop().unwrap();
            assert!(letter.contains("no longer kept free"), "{letter}");
        }
        let buyer = app.sign_in("maison-claire@example.org").await;
        let seen = buyer.get(&format!("/api/v1/quotes/{quote}")).await.expect(200).json();
        assert_eq!((&seen["status"], &seen["reserved_until"]), (&json!("accepted"), &json!(null)), "terms are terms");
    }

    async fn those_who_were_not_chosen_are_told(app: TestApp) {
        let scene = Scene::new(&app).await;
        let other = app.maker("Atelier Sejnane").await;
        let own = other.organisation;
        let pot = app.write(move |tx| scene::product(tx, own, None, "Pot", (9_000, 1, 1))).await;
        let third = app.maker("Atelier Djerba").await;
        let own = third.organisation;
        let jar = app.write(move |tx| scene::product(tx, own, None, "Jar", (9_000, 1, 1))).await;
        let request = wanted(&app, scene.buyer.organisation, 50, Some(80)).await;
        let [first, second, last] = [
            offered(&scene.maker, request, scene.plate, 24, 30).await,
            offered(&other, request, pot, 26, 30).await,
            offered(&third, request, jar, 80, 30).await,
        ];
        let status = async |by: &Actor, quote: i64| by.get(&format!("/api/v1/quotes/{quote}")).await.json()["status"].clone();
        let path = format!("/api/v1/sourcing-requests/{request}");
        accept(&scene.buyer, first).await.expect(200);
        assert_eq!(scene.buyer.get(&path).await.json()["status"], "open", "26 are still wanted");
        assert_eq!(status(&third, last).await, "open");
        accept(&scene.buyer, second).await.expect(200);
        assert_eq!(scene.buyer.get(&path).await.json()["status"], "closed", "24 and 26 are the least that was asked for");
        assert_eq!((status(&other, second).await, status(&third, last).await), (json!("accepted"), json!("not-chosen")));
        let letter = app.letters_to("atelier-djerba@example.org").await.pop().unwrap();
        assert!(letter.contains("has come to terms with somebody else"), "{letter}");
        assert!(!letter.contains("Sejnane") && !letter.contains("Atelier Nabeul"), "with whom is nobody's business: {letter}");
        let late = accept(&scene.buyer, last).await.expect(409).json();
        assert_eq!(late["code"], "refusal-quote-not-chosen");
        third.get(&format!("/quotes/{last}")).await.expect(200).shows("chosen another offer");
        let mine = third.get("/api/v1/quotes?status=not-chosen").await.expect(200).json();
        assert_eq!(mine["items"][0]["id"], last);
    }

    async fn the_same_quote_is_accepted_once_by_whoever_is_first(app: TestApp) {
        let scene = Scene::new(&app).await;
        for round in 0..20 {
            let request = wanted(&app, scene.buyer.organisation, 100, None).await;
            let quote = offered(&scene.maker, request, scene.plate, 24, 30).await;
            // Two people of the buyer.
            let (one, other) = tokio::join!(accept(&scene.buyer, quote), accept(&scene.buyer, quote));
            let mut statuses = [one.status, other.status];
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 409], "round {round}");
            let lost = if one.status == 409 { one } else { other }.json();
            assert_eq!(lost["code"], "refusal-quote-accepted");
            assert!(lost["detail"].as_str().unwrap().contains("accepted on 2026-03-02 already, as version 1"), "{lost}");
            assert_eq!(reserved_of(&app, scene.plate).await, 24 * (round + 1));
        }
    }
}

async fn reserved_of(app: &TestApp, product: ProductId) -> i64 {
    app.read(move |conn| {
        let own = capacity_reservations::product_id.eq(product);
        let rows: Vec<i64> = capacity_reservations::table
            .filter(own.and(capacity_reservations::released_at.is_null()))
            .select(capacity_reservations::quantity)
            .load(conn)?;
        Ok(rows.iter().sum())
    })
    .await
}

/// Ten buyers accept in one instant, over ten connections; four times their forty is what the days make.
async fn ten_at_once(backend: Backend) {
    let app = TestApp::start_with(backend, |settings| settings.database.connections = 20).await;
    let scene = Scene::new(&app).await;
    let mut buyers = Vec::new();
    for number in 0..10 {
        buyers.push(app.buyer(&format!("Buyer {number}")).await);
    }
    for tile in made(&app, scene.maker.organisation, 5, 70).await {
        let mut accepting = Vec::new();
        for buyer in &buyers {
            let request = wanted(&app, buyer.organisation, 100, None).await;
            let quote = offered(&scene.maker, request, tile, 40, 17).await;
            accepting.push(accept(buyer, quote));
        }
        let answers: Vec<Answer> = futures_util::future::join_all(accepting).await;
        let won = answers.iter().filter(|answer| answer.status == 200).count();
        assert_eq!(won, 4, "170 pieces in seventeen days");
        for lost in answers.into_iter().filter(|answer| answer.status != 200) {
            let told: Value = lost.expect(409).json();
            assert_eq!(told["code"], "refusal-capacity");
            assert!(told["detail"].as_str().unwrap().contains("10 can still be made"), "{told}");
        }
        assert_eq!(reserved_of(&app, tile).await, 160);
    }
}

#[actix_web::test]
async fn ten_at_once_on_sqlite() {
    ten_at_once(Backend::Sqlite).await;
}

#[actix_web::test]
#[ignore = "needs PostgreSQL: tests/run provides it"]
async fn ten_at_once_on_postgres() {
    ten_at_once(Backend::Postgres).await;
}

/// A hundred times two buyers accept in one instant; one of them wins each time.
async fn a_hundred_pairs(backend: Backend) {
    const ROUNDS: usize = 100;
    let app = TestApp::start_with(backend, |settings| settings.matching.answers_per_month = 1_000).await;
    let scene = Scene::new(&app).await;
    let rival = app.buyer("Rival").await;
    // A week makes seventy; two want forty each.
    let tiles = made(&app, scene.maker.organisation, ROUNDS, 70).await;
    for (round, tile) in tiles.into_iter().enumerate() {
        let mut quotes = Vec::new();
        for buyer in [&scene.buyer, &rival] {
            let request = wanted(&app, buyer.organisation, 100, None).await;
            quotes.push(offered(&scene.maker, request, tile, 40, 7).await);
        }
        let (one, other) = tokio::join!(accept(&scene.buyer, quotes[0]), accept(&rival, quotes[1]));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409], "round {round}");
        let lost = if one.status == 409 { one } else { other }.json();
        assert_eq!(lost["code"], "refusal-capacity", "round {round}: {lost}");
        let kept = reserved_of(&app, tile).await;
        assert_eq!(kept, 40, "round {round}: never more than a week makes");
    }
}

#[actix_web::test]
async fn of_a_hundred_pairs_one_wins_each_on_sqlite() {
    a_hundred_pairs(Backend::Sqlite).await;
}

#[actix_web::test]
#[ignore = "needs PostgreSQL: tests/run provides it"]
async fn of_a_hundred_pairs_one_wins_each_on_postgres() {
    a_hundred_pairs(Backend::Postgres).await;
}
