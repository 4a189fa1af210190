//! A cluster's one quote for a split: who makes what, all hands or none, and what comes of it for each workshop.

use diesel::prelude::*;
use fondouk::accounts::{Kind, Standing};
use fondouk::clock::Date;
use fondouk::commitments::{self, Reservation};
use fondouk::db::schema::{admission_rows, products};
use serde_json::{Value, json};

use super::scene::sign;
use crate::stories::splits::{Pottery, alternative, confirm, own_share};
use crate::support::{Actor, TestApp};

fn terms() -> Value {
    json!({ "currency": "TND", "incoterm": "FCA", "named_place": "Nabeul", "valid_until": "2026-03-31" })
}

/// A split of 1,500 bowls over two potters who have confirmed their shares, with the path of its quotes.
async fn confirmed(app: &TestApp) -> (Pottery, Value, String) {
    let scene = Pottery::new(app).await;
    let path = scene.wanted(1_500).await;
    let splits = scene.split(&path, json!({})).await;
    let chosen = scene.choose(alternative(&splits, "cheapest")).await;
    let quotes = format!("/api/v1/splits/{}/quotes", chosen["id"]);
    let early = scene.agent.post_json(&quotes, &terms()).await.expect(409).json();
    assert_eq!(early["code"], "refusal-split-not-confirmed");
    for (potter, _) in &scene.potters {
        if own_share(potter).await["standing"] == "asked" {
            confirm(potter).await;
        }
    }
    (scene, chosen, quotes)
}

/// In thousandths of a dinar.
fn worth(share: &Value) -> i64 {
    let price: i64 = share["unit_price"]["amount"].as_str().unwrap().replace('.', "").parse().unwrap();
    share["pieces"].as_i64().unwrap() * price
}

async fn reserved(app: &TestApp, potter: &Actor) -> Vec<Reservation> {
    let (maker, long_ago) = (potter.organisation, Date::from_ymd_opt(2026, 1, 1).unwrap());
    app.read(move |conn| commitments::reservations_of_makers(conn, &[maker], long_ago)).await
}

async fn accept(buyer: &Actor, quote: &Value, number: i64) -> crate::support::Answer {
    buyer.post_json(&format!("/api/v1/quotes/{quote}/accept"), &json!({ "number": number })).await
}

fn pieces(list: &Value) -> Vec<(i64, i64)> {
    let of = |own: &Value| {
        let maker = if own["maker"].is_object() { &own["maker"]["id"] } else { &own["maker"] };
        (maker.as_i64().unwrap(), own["quantity"].as_i64().or(own["pieces"].as_i64()).unwrap())
    };
    let mut all: Vec<_> = list.as_array().unwrap().iter().map(of).collect();
    all.sort_unstable();
    all
}

async fn over(app: &TestApp) -> usize {
    let settings = app.fondouk.house.settings.clone();
    app.write(move |tx| fondouk::trade::quotes::release_over(tx, &settings)).await
}

stories! {
    async fn a_split_stands_as_long_as_the_buyer_may_say_yes(app: TestApp) {
        let (scene, split, quotes) = confirmed(&app).await;
        let offered = scene.agent.post_json(&quotes, &terms()).await.expect(201).json();
        assert_eq!(over(&app).await, 0, "the request is open");
        scene.buyer.post(&format!("/api/v1/sourcing-requests/{}/close", split["request"])).await.expect(200);
        assert_eq!(over(&app).await, 0, "the offer is on the table");
        let potter = &scene.potters[0].0;
        assert_eq!(own_share(potter).await["standing"], "confirmed");

        let decline = format!("/api/v1/quotes/{}/decline", offered["id"]);
        scene.buyer.post_json(&decline, &json!({ "number": 1 })).await.expect(200);
        assert_eq!((over(&app).await, over(&app).await), (1, 0));
        assert_eq!(own_share(potter).await["standing"], "released");
        let letter = app.letters_to(&format!("{}@example.org", potter.slug)).await.pop().unwrap();
        assert!(letter.contains("no more answers"), "{letter}");
        let told = app.letters_to("agent@nabeul.example").await.pop().unwrap();
        assert!(told.contains("got their shares back"), "{told}");
        let board = format!("/sourcing-requests/{}/splits", split["request"]);
        let closed = format!(r#"href="/sourcing-requests/{}""#, split["request"]);
        let page = scene.agent.get(&board).await;
        page.expect(200).shows("Splits that are over").hides("Look for splits").hides(&closed);
        let known = scene.agent.get(&format!("/api/v1{board}")).await.expect(200).json();
        assert_eq!((&known["standing"], &known["past"][0]["id"]), (&json!(null), &split["id"]));
        app.person(Kind::Cluster, "Other", Standing::Approved).await.get(&board).await.expect(404);
    }

    async fn an_offer_that_has_run_out_holds_no_hands(app: TestApp) {
        let (scene, split, quotes) = confirmed(&app).await;
        let offered = scene.agent.post_json(&quotes, &terms()).await.expect(201).json();
        scene.buyer.post(&format!("/api/v1/sourcing-requests/{}/close", split["request"])).await.expect(200);
        app.days_pass(30);
        assert_eq!(over(&app).await, 1, "valid until the end of March");
        // Nobody has stayed signed in for so long.
        let again = |actor: &Actor| format!("{}@example.org", actor.slug);
        let potter = app.sign_in(&again(&scene.potters[0].0)).await;
        assert_eq!(own_share(&potter).await["standing"], "released");
        let buyer = app.sign_in(&again(&scene.buyer)).await;
        accept(&buyer, &offered["id"], 1).await.expect(409);
    }

    async fn a_cluster_sells_as_one_and_each_workshop_keeps_its_hands_free(app: TestApp) {
        let (scene, split, quotes) = confirmed(&app).await;
        assert_eq!(scene.agent.post_json(&quotes, &json!({ "currency": "TND" })).await.wrong_fields(), ["incoterm", "named_place", "valid_until"]);
        scene.buyer.post_json(&quotes, &terms()).await.expect(403);
        scene.potters[0].0.post_json(&quotes, &terms()).await.expect(403);
        app.person(Kind::Cluster, "Other", Standing::Approved).await.post_json(&quotes, &terms()).await.expect(404);
        let form = quotes.replace("/api/v1", "").replace("/quotes", "/quote");
        let board = scene.agent.get(&format!("/sourcing-requests/{}/splits", split["request"])).await;
        board.expect(200).shows("Offer the buyer one quote");
        scene.agent.get(&form).await.expect(200).shows("1,500 pieces").shows("Send the offer");
        scene.agent.get(&format!("{form}?lang=ar")).await.expect(200).shows("تقديم عرض واحد");
        scene.agent.get(&format!("{form}?lang=en")).await.expect(200);
        let again = scene.agent.post_form(&quotes.replace("/api/v1", ""), &[("incoterm", "FOB"), ("currency", "TND")]).await;
        again.expect(422).shows("Send the offer");

        let offered = scene.agent.post_json(&quotes, &terms()).await.expect(201).json();
        let version = &offered["versions"][0];
        assert_eq!(pieces(&version["allocations"]), pieces(&split["shares"]));
        assert_eq!(version["exporter"]["id"], json!(scene.agent.organisation));
        let sum: i64 = split["shares"].as_array().unwrap().iter().map(worth).sum();
        assert_eq!(offered["total"]["amount"].as_str().unwrap().replace('.', "").parse::<i64>().unwrap(), sum);
        let latest = split["shares"].as_array().unwrap().iter().map(|share| share["ready_on"].as_str().unwrap()).max().unwrap();
        let days = (latest.parse::<Date>().unwrap() - Date::from_ymd_opt(2026, 3, 2).unwrap()).num_days();
        assert_eq!(version["lead_time_days"], json!(days), "as long as the last of them takes");
        // Offered anew it is another version of the same quote.
        let mut longer = terms();
        longer["valid_until"] = json!("2026-04-15");
        let second = scene.agent.post_json(&quotes, &longer).await.expect(201).json();
        assert_eq!((&second["id"], &second["latest_number"]), (&offered["id"], &json!(2)));
        assert_eq!(second["versions"][0], offered["versions"][0]);

        let path = format!("/api/v1/quotes/{}", offered["id"]);
        let page = scene.buyer.get(&path.replace("/api/v1", "")).await;
        page.expect(200).shows("Who makes it").shows("Atelier Amel").shows("Exporter of record");
        scene.potters[0].0.get(&path).await.expect(404);
        let counter = json!({ "number": 2, "lines": [], "incoterm": "FCA" });
        let refused = scene.buyer.post_json(&format!("{path}/versions"), &counter).await;
        assert_eq!(refused.expect(409).json()["code"], "refusal-quote-of-split");

        let agreed = accept(&scene.buyer, &offered["id"], 2).await.expect(200).json();
        assert_eq!(agreed["status"], "accepted");
        for share in split["shares"].as_array().unwrap() {
            let potter = scene.potters.iter().find(|(potter, _)| json!(potter.organisation) == share["maker"]).unwrap();
            let kept = reserved(&app, &potter.0).await;
            assert_eq!((kept.len(), json!(kept[0].quantity)), (1, share["pieces"].clone()));
            assert_eq!(own_share(&potter.0).await["standing"], "accepted");
            let email = format!("{}@example.org", potter.0.slug);
            let letter = app.letters_to(&email).await.pop().unwrap();
            assert!(letter.contains("has accepted the offer of"), "{letter}");
        }
        let request = scene.buyer.get(&format!("/api/v1/sourcing-requests/{}", split["request"])).await.json();
        assert_eq!(request["status"], "closed");
        scene.agent.post_json(&format!("/api/v1/splits/{}/withdraw", split["id"]), &json!({})).await.expect(409);
        scene.agent.get(&format!("/sourcing-requests/{}/splits", split["request"])).await.expect(200).shows("accepted the cluster");
    }

    async fn all_hands_are_kept_free_or_none(app: TestApp) {
        let (scene, split, quotes) = confirmed(&app).await;
        let offered = scene.agent.post_json(&quotes, &terms()).await.expect(201).json();
        // The last of them makes next to nothing any more.
        let last = split["shares"].as_array().unwrap().iter().map(|share| share["maker"].as_i64().unwrap()).max().unwrap();
        app.write(move |tx| {
            diesel::update(products::table.filter(products::maker_id.eq(fondouk::ids::OrganisationId(last))))
                .set(products::weekly_capacity.eq(1))
                .execute(&mut **tx)?;
            Ok(())
        })
        .await;
        let refused = accept(&scene.buyer, &offered["id"], 1).await.expect(409).json();
        assert_eq!(refused["code"], "refusal-capacity-far");
        for (potter, _) in &scene.potters {
            assert_eq!(reserved(&app, potter).await, []);
        }
        assert_eq!(own_share(&scene.potters[0].0).await["standing"], "confirmed");
        // Once the workshops have their shares back, nobody can be held to the offer.
        scene.agent.post_json(&format!("/api/v1/splits/{}/withdraw", split["id"]), &json!({})).await.expect(200);
        let gone = accept(&scene.buyer, &offered["id"], 1).await.expect(409).json();
        assert!(gone["code"] == "refusal-quote-split-gone" || gone["code"] == "refusal-capacity-far", "{gone}");
        // A moment later the offer is withdrawn as well, and the buyer knows.
        let _workers = app.start_workers().await;
        app.settled().await;
        let quote = scene.buyer.get(&format!("/api/v1/quotes/{}", offered["id"])).await.expect(200).json();
        assert_eq!(quote["status"], "withdrawn");
        let letter = app.letters_to(&format!("{}@example.org", scene.buyer.slug)).await.pop().unwrap();
        assert!(letter.contains("withdr"), "{letter}");
    }

    async fn an_order_from_it_counts_for_each_workshop(app: TestApp) {
        let (scene, split, quotes) = confirmed(&app).await;
        let offered = scene.agent.post_json(&quotes, &terms()).await.expect(201).json();
        accept(&scene.buyer, &offered["id"], 1).await.expect(200);
        app.write(|tx| {
            let now = tx.now();
            diesel::update(products::table)
                .set((products::hs_code.eq("691200"), products::origin.eq("TN")))
                .execute(&mut **tx)?;
            diesel::update(admission_rows::table).set(admission_rows::retired_at.eq(now)).execute(&mut **tx)?;
            fondouk::rates::load_csv(tx, "month,currency,per_eur\n2026-03,TND,3.400000\n", "Test table")
        })
        .await;
        let agreement = json!({
            "quote": offered["id"], "title": "Bowls of Nabeul", "territory": ["FR"], "channel": "shops",
            "exclusive": false, "collections": [], "starts_on": "2026-03-02", "ends_on": "2026-12-31",
            "terms": "Half in advance.", "terms_language": "en",
        });
        let agreement = scene.buyer.post_json("/api/v1/agreements", &agreement).await.expect(201).json()["id"].as_i64().unwrap();
        scene.buyer.post_json(&format!("/api/v1/agreements/{agreement}/propose"), &json!({})).await.expect(200);
        sign(&scene.buyer, agreement).await.expect(200);
        sign(&scene.agent, agreement).await.expect(200);
        let order = json!({ "agreement": agreement, "quote": offered["id"], "destination": "FR" });
        let mut other = order.clone();
        other["exporter"] = json!(app.person(Kind::Institution, "Export house", Standing::Approved).await.slug);
        assert_eq!(scene.buyer.post_json("/api/v1/deals", &other).await.wrong_fields(), ["exporter"]);
        let deal = scene.buyer.post_json("/api/v1/deals", &order).await.expect(201).json();
        assert_eq!((&deal["total"], &deal["exporter"]["id"]), (&offered["total"], &json!(scene.agent.organisation)));
        assert_eq!(pieces(&deal["allocations"]), pieces(&split["shares"]));
        let path = format!("/api/v1/deals/{}", deal["id"]);
        scene.potters[0].0.get(&path).await.expect(404);
        scene.buyer.get(&path.replace("/api/v1", "")).await.expect(200).shows("Who makes it").shows("Atelier Amel");
        let form = format!("/deals/new?agreement={agreement}&quote={}", offered["id"]);
        scene.buyer.get(&form).await.expect(200).shows("Atelier Amel");
        scene.agent.post_json(&format!("{path}/confirm"), &json!({})).await.expect(200);
        let kept = reserved(&app, &scene.potters[0].0).await;
        assert!(kept.len() == 1 && kept[0].deal_id.is_some(), "{kept:?}");
        scene.agent.post_json(&format!("{path}/ship"), &json!({})).await.expect(200);

        let officer = app.officer().await;
        let waiting = officer.get("/api/v1/verifications/waiting?subject=deal").await.expect(200).json();
        assert_eq!(waiting["items"].as_array().unwrap().len(), 1, "{waiting}");
        let verdict = json!({ "subject": "deal", "subject_id": deal["id"], "note": "Bill of lading seen." });
        officer.post_json("/api/v1/verifications", &verdict).await.expect(201);
        let exports = officer.get("/api/v1/indicators/exports-eur?cluster=art-de-table-nabeul").await.expect(200).json();
        let eur = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
        let sum: i64 = offered["total"]["amount"].as_str().unwrap().replace('.', "").parse().unwrap();
        // Thousandths of a dinar at 3.4 dinars, rounded once.
        let euro = (sum * 10 * 2 + 34 * 10) / (2 * 34 * 10);
        assert_eq!(exports["value"], json!(eur(euro)), "all of it is the cluster's: {exports}");
        assert_eq!((&exports["record_count"], &exports["makers"]), (&json!(1), &json!(split["shares"].as_array().unwrap().len())));
        let counted = exports["records"].as_array().unwrap();
        let cents = |one: &Value| one["value"].as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
        assert_eq!(counted.iter().map(cents).sum::<i64>(), euro, "{counted:?}");
        let shares = split["shares"].as_array().unwrap();
        for share in shares {
            let slug = fondouk::accounts::slug_for(share["maker_name"].as_str().unwrap());
            let own = counted.iter().find(|one| one["maker"] == json!(slug)).unwrap();
            let exact = worth(share) as f64 / 34.0;
            assert!((cents(own) as f64 - exact).abs() < 1.5, "{own} {share}");
        }
        let deals = officer.get("/api/v1/indicators/deals?cluster=art-de-table-nabeul").await.expect(200).json();
        assert_eq!((&deals["value"], &deals["record_count"]), (&json!("1"), &json!(1)));
    }
}
