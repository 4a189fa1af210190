//! A buyer asks, makers whose products fit are told, and both read why.

mod attachments;
mod demands;
mod publication;
mod two_sides;

use chrono::Days;
use diesel::prelude::*;
use fondouk::accounts::{Kind, Standing};
use fondouk::clock::Date;
use fondouk::columns::Json;
use fondouk::commitments::{self, Channel, Claim};
use fondouk::db::schema::{agreements, maker_profiles, products};
use fondouk::ids::{AgreementId, OrganisationId, ProductId, RequestId};
use fondouk::locale::{Language, Wording};
use fondouk::matching::{self, Changes};
use fondouk::rates;
use fondouk::tidings;
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

const REQUESTS: &str = "/api/v1/sourcing-requests";

pub fn bowls() -> Value {
    json!({
        "title": "Blue bowls for our summer shops",
        "wanted": "Hand-painted bowls, blue on white, for soup. They must stack.",
        "language": "en",
        "crafts": ["ceramics"],
        "materials": ["clay"],
        "quantity": 120,
        "target_price": { "amount": "9.00", "currency": "EUR" },
        "destination": "FR",
        "channel": "shops",
        "needed_by": "2026-06-01",
    })
}

async fn drafted(buyer: &Actor, body: &Value) -> (RequestId, String) {
    let made = buyer.post_json(REQUESTS, body).await.expect(201).json();
    let id = made["id"].as_i64().unwrap();
    (RequestId(id), format!("{REQUESTS}/{id}"))
}

pub async fn opened(buyer: &Actor, body: &Value) -> (RequestId, String) {
    let (id, path) = drafted(buyer, body).await;
    buyer.post(&format!("{path}/open")).await.expect(200);
    (id, path)
}

/// A published product; the catalogue's own stories tell how it becomes one.
#[derive(Clone)]
pub struct Bowl {
    pub slug: &'static str,
    pub title: &'static str,
    pub price: i64,
    pub moq: i64,
    pub multiple: i64,
    pub lead_time: i64,
    pub craft: &'static str,
    pub weekly: i64,
}

pub const BOWL: Bowl = Bowl {
    slug: "soup-bowl",
    title: "Blue soup bowl",
    price: 27_200,
    moq: 24,
    multiple: 12,
    lead_time: 30,
    craft: "ceramics",
    weekly: 70,
};

pub async fn published(app: &TestApp, maker: &Actor, bowl: Bowl) -> ProductId {
    let maker = maker.organisation;
    app.write(move |tx| {
        let now = tx.now();
        let title = Wording::in_language(Language::En, bowl.title);
        Ok(diesel::insert_into(products::table)
            .values((
                products::maker_id.eq(maker),
                products::slug.eq(bowl.slug),
                products::title.eq(Json::from(title.clone())),
                products::description.eq(Json::from(title)),
                products::craft.eq(bowl.craft),
                products::materials.eq(Json::from(vec!["clay".to_owned()])),
                products::techniques.eq(Json::from(Vec::<String>::new())),
                products::price_minor.eq(bowl.price),
                products::currency.eq("TND"),
                (
                    products::moq.eq(bowl.moq),
                    products::order_multiple.eq(bowl.multiple),
                    products::lead_time_days.eq(bowl.lead_time),
                    products::weekly_capacity.eq(bowl.weekly),
                    products::status.eq("published"),
                    products::created_at.eq(now),
                    products::updated_at.eq(now),
                ),
            ))
            .returning(products::id)
            .get_result(&mut **tx)?)
    })
    .await
}

/// The letters to somebody after the next one of the day.
async fn tidings_to(app: &TestApp, email: &str) -> Vec<String> {
    app.days_pass(1);
    super::tidings::tell(app).await;
    app.letters_to(email).await
}

/// Looks for matches as the worker does when a request was opened or changed, letters and all.
pub async fn looked_for(app: &TestApp, request: RequestId) -> Changes {
    let settings = app.fondouk.house.settings.clone();
    app.write(move |tx| {
        rates::seed(tx)?;
        let request = matching::request(tx, request)?;
        let changes = matching::rematch_request(tx, &request, None)?;
        tidings::note_matches(tx, &settings, &request, &changes)?;
        Ok(changes)
    })
    .await
}

pub async fn looked_again(app: &TestApp, product: ProductId) {
    let settings = app.fondouk.house.settings.clone();
    app.write(move |tx| {
        for (request, changes) in matching::rematch_products(tx, &[product].into(), None)? {
            let request = matching::request(tx, request)?;
            tidings::note_matches(tx, &settings, &request, &changes)?;
        }
        Ok(())
    })
    .await;
}

async fn matches(actor: &Actor, path: &str) -> Vec<Value> {
    actor.get(&format!("{path}/matches")).await.expect(200).json()["items"].as_array().unwrap().clone()
}

fn constraint<'a>(found: &'a Value, name: &str) -> &'a Value {
    found["constraints"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()
}

/// Another buyer's exclusive right to a maker's whole offer in French shops.
async fn promised_away(app: &TestApp, maker: OrganisationId, rival: OrganisationId, until: &str) {
    let ends_on: Date = until.parse().unwrap();
    app.write(move |tx| {
        let (now, today) = (tx.now(), tx.today());
        let agreement: AgreementId = diesel::insert_into(agreements::table)
            .values((
                agreements::maker_id.eq(maker),
                agreements::buyer_id.eq(rival),
                agreements::title.eq("Exclusive"),
                agreements::territory.eq("[\"FR\"]"),
                agreements::channel.eq("shops"),
                agreements::exclusive.eq(true),
                agreements::collections.eq("[]"),
                agreements::starts_on.eq(today),
                agreements::ends_on.eq(ends_on),
                agreements::terms.eq("…"),
                (
                    agreements::terms_language.eq("en"),
                    agreements::status.eq("active"),
                    agreements::created_by.eq(maker),
                    agreements::created_at.eq(now),
                    agreements::updated_at.eq(now),
                ),
            ))
            .returning(agreements::id)
            .get_result(&mut **tx)?;
        let claim = Claim {
            maker,
            collections: Vec::new(),
            countries: vec!["FR".to_owned()],
            channel: Channel::Shops,
            starts_on: today,
            ends_on,
        };
        commitments::grant(tx, agreement, rival, &claim)
    })
    .await;
}

stories! {
    async fn a_buyer_drafts_a_request_opens_and_closes_it(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        buyer.get("/sourcing-requests").await.expect(200).shows("You have not asked for anything yet");
        buyer.get("/sourcing-requests/new").await.expect(200).shows("What you are looking for");
        let form = [
            ("title", "Blue bowls"), ("wanted", "Blue on white.\nThey must stack."), ("language", "en"),
            ("crafts", "ceramics"), ("crafts", "zellige"), ("quantity", "١٢٠"), ("target_price[amount]", "9,00"),
            ("target_price[currency]", "EUR"), ("destination", "FR"), ("channel", "shops"), ("needed_by", "2026-06-01"),
        ];
        let page = buyer.post_form("/sourcing-requests", &form).await.location();
        buyer.get(&page).await.expect(200).shows("Blue bowls").shows("120 pieces").shows("Ceramics · Zellige").shows("9.00");
        maker.get(&page).await.expect(404);

        assert_eq!(buyer.post(&format!("{page}/open")).await.location(), page);
        maker.get("/sourcing-requests").await.expect(200).shows("Blue bowls").shows("Maison Clair").shows("120 pieces");
        maker.get(&page).await.expect(200).shows("Answer with a quote");
        maker.get("/sourcing-requests?craft=zellige").await.expect(200).shows("Blue bowls");
        maker.get("/sourcing-requests?craft=leather").await.expect(200).hides("Blue bowls");
        maker.get("/sourcing-requests?craft=alchemy").await.expect(422);
        buyer.post(&format!("{page}/open")).await.expect(409);
        buyer.post(&format!("{page}/discard")).await.expect(409);

        buyer.post(&format!("{page}/close")).await.expect(303);
        maker.get("/sourcing-requests").await.expect(200).hides("Blue bowls");
        maker.get(&page).await.expect(404);
        buyer.get(&page).await.expect(200).shows("Closed").shows("Open it again");
        buyer.get(&format!("{page}/edit")).await.expect(409);
    }

    async fn strangers_read_what_kind_of_thing_is_looked_for_and_no_more(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let (_, path) = opened(&buyer, &bowls()).await;
        let outline = app.visitor().get("/sourcing-requests").await;
        outline.expect(200).shows("Ceramics").shows("France").hides("Blue bowls").hides("Maison Clair").hides("120").hides("9.00");
        let item = app.get(REQUESTS).await.expect(200).json()["items"][0].clone();
        assert_eq!(item["crafts"], json!(["ceramics"]));
        for secret in ["title", "wanted", "quantity", "target_price", "buyer"] {
            assert!(item.get(secret).is_none(), "{secret}: {item}");
        }
        app.get(&path).await.expect(401);

        let rival = app.buyer("Rival").await;
        rival.get(&path).await.expect(404);
        rival.get(&format!("{path}/matches")).await.expect(404);
        rival.put_json(&path, &bowls()).await.expect(404);
        rival.post(&format!("{path}/close")).await.expect(404);
        assert_eq!(rival.get(REQUESTS).await.json()["items"], json!([]));
        let waiting = app.person(Kind::Maker, "Waiting", Standing::Pending).await;
        waiting.get(&path).await.expect(404);
        waiting.get("/sourcing-requests").await.expect(200).hides("Blue bowls");
        app.officer().await.get(&path).await.expect(200);
        app.person(Kind::Cluster, "Cluster", Standing::Approved).await.get(&path).await.expect(200);
    }

    async fn a_buyer_who_waits_may_draft_but_not_open(app: TestApp) {
        let pending = app.pending_buyer("New Shop").await;
        let (id, path) = drafted(&pending, &bowls()).await;
        pending.post(&format!("{path}/open")).await.expect(403);
        pending.get(&format!("/sourcing-requests/{id}")).await.expect(200).shows("as soon as the programme has verified you");
        pending.delete(&path).await.expect(204);
        pending.get(&path).await.expect(404);
        app.maker("Dar Amal").await.post_json(REQUESTS, &bowls()).await.expect(403);
    }

    async fn a_wrong_request_says_which_fields_and_saves_nothing(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let wrong = json!({ "title": "x".repeat(200), "crafts": ["alchemy"], "quantity": 0, "needed_by": "2026-03-02",
            "target_price": { "amount": "9.001", "currency": "EUR" }, "destination": "FR", "channel": "street" });
        let fields = buyer.post_json(REQUESTS, &wrong).await.wrong_fields();
        assert_eq!(fields, ["title", "wanted", "crafts", "quantity", "target_price.amount", "channel", "needed_by"]);
        let again = buyer.post_form("/sourcing-requests", &[("title", "Bowls & plates"), ("quantity", "many")]).await;
        again.expect(422).shows("This must be a whole number");
        assert!(again.text().contains("Bowls &#38; plates"), "what was typed is still there");
        assert_eq!(buyer.get(REQUESTS).await.json()["items"], json!([]));
    }

    async fn a_stale_change_is_refused_and_a_repeated_post_is_done_once(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let (_, path) = drafted(&buyer, &bowls()).await;
        let mut changed = bowls();
        changed["quantity"] = json!(60);
        buyer.put_json(&path, &changed).await.wrong_fields();
        changed["version"] = json!(1);
        assert_eq!(buyer.put_json(&path, &changed).await.expect(200).json()["quantity"], 60);
        buyer.put_json(&path, &changed).await.expect(409);

        let post = || buyer.request(reqwest::Method::POST, REQUESTS).header("Idempotency-Key", "k1").json(&bowls());
        let (one, two) = (buyer.send(post()).await, buyer.send(post()).await);
        assert_eq!(one.expect(201).json()["id"], two.expect(201).json()["id"]);
    }

    async fn both_sides_read_why_a_product_fits(app: TestApp) {
        let (buyer, maker, other) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await, app.maker("Other").await);
        let bowl = published(&app, &maker, BOWL).await;
        let coarse = Bowl { slug: "big-pack", title: "Bowl by the crate", multiple: 50, moq: 50, ..BOWL };
        let crate_of_bowls = published(&app, &maker, coarse).await;
        published(&app, &other, Bowl { slug: "bag", title: "Leather bag", craft: "leather", ..BOWL }).await;
        let (id, path) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;

        let found = matches(&buyer, &path).await;
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!((&found[0]["product"], &found[0]["verdict"]), (&json!(bowl), &json!("match")));
        let sum: f64 = found[0]["contributions"].as_array().unwrap().iter().map(|part| part["value"].as_f64().unwrap()).sum();
        assert!((found[0]["score"].as_f64().unwrap() - sum).abs() < 0.01);
        assert!(found[0]["constraints"].as_array().unwrap().iter().all(|one| one["verdict"] == "holds" && one["change"].is_null()));
        assert_eq!((&found[1]["product"], &found[1]["verdict"]), (&json!(crate_of_bowls), &json!("near")));
        let quantity = constraint(&found[1], "quantity");
        assert_eq!(quantity["verdict"], "near");
        assert_eq!(quantity["change"]["to"], 100);
        assert_eq!(quantity["change"]["text"], "Order 100 pieces instead of 120. The other choice is 150.");

        let page = format!("/sourcing-requests/{id}/matches");
        buyer.get(&page).await.expect(200).shows("Blue soup bowl").shows("Near misses").shows("Order 100 pieces instead of 120.");
        buyer.get(&format!("{page}?lang=ar")).await.expect(200).shows("من يستطيع صنعه").shows("قريبة من المطلوب");
        app.officer().await.get(&page).await.expect(200).shows("Blue soup bowl");
        maker.get(&page).await.expect(404);

        maker.get("/matches").await.expect(200).shows("Blue bowls for our summer shops").shows("Blue soup bowl").shows("Answer with a quote");
        let own = maker.get("/api/v1/matches").await.expect(200).json()["items"].clone();
        assert_eq!((&own[0]["request"]["id"], &own[0]["matches"][0]["product"]), (&json!(id), &json!(bowl)));
        maker.get(&format!("/sourcing-requests/{id}")).await.expect(200).shows("Your products that fit").shows("Blue soup bowl");
        assert_eq!(other.get("/api/v1/matches").await.json()["items"], json!([]));
        other.get("/matches").await.expect(200).shows("No open request fits your products yet");
    }

    async fn everyone_is_told_once_however_often_matches_are_looked_for(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let maker = app.person_in(Kind::Maker, "Dar Amal", Standing::Approved, "TN", Language::Fr).await;
        published(&app, &maker, BOWL).await;
        let (id, path) = opened(&buyer, &bowls()).await;
        let first = looked_for(&app, id).await;
        assert!(first.first && first.new.contains_key(&maker.organisation), "{first:?}");
        assert!(looked_for(&app, id).await.is_empty(), "the second look changes nothing");
        let letters = tidings_to(&app, "dar-amal@example.org").await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("120 pièces") && letters[0].contains("Lire la demande"), "{}", letters[0]);
        assert!(!letters[0].contains("Maison Clair"), "the letter leaves the buyer's name to the page");
        assert_eq!(app.letters_to("maison-clair@example.org").await.len(), 1);

        let mut changed = bowls();
        changed["version"] = json!(2);
        changed["quantity"] = json!(240);
        buyer.put_json(&path, &changed).await.expect(200);
        assert_eq!(looked_for(&app, id).await.changed, 1, "the reasons are others now");
        let second = Bowl { slug: "second", title: "Second bowl", ..BOWL };
        let product = published(&app, &maker, second).await;
        looked_again(&app, product).await;
        assert_eq!(matches(&buyer, &path).await.len(), 2);
        let letters = tidings_to(&app, "dar-amal@example.org").await;
        assert_eq!(letters.len(), 1, "each request is told once");
    }

    async fn a_new_product_finds_the_requests_that_it_answers(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        let (id, path) = opened(&buyer, &bowls()).await;
        assert!(looked_for(&app, id).await.is_empty());
        buyer.get(&format!("/sourcing-requests/{id}/matches")).await.expect(200).shows("Nothing fits yet");
        let product = published(&app, &maker, BOWL).await;
        looked_again(&app, product).await;
        assert_eq!(matches(&buyer, &path).await.len(), 1);
        assert_eq!(app.letters_to("maison-clair@example.org").await.len(), 1);

        app.write(move |tx| {
            diesel::update(products::table.find(product)).set(products::status.eq("withdrawn")).execute(&mut **tx)?;
            Ok(())
        })
        .await;
        assert_eq!(matches(&buyer, &path).await.len(), 0, "not shown, even before it is cleared away");
        looked_again(&app, product).await;
        let left = app.read(move |conn| {
            use fondouk::db::schema::matches::dsl;
            Ok(dsl::matches.filter(dsl::product_id.eq(product)).count().get_result::<i64>(conn)?)
        });
        assert_eq!(left.await, 0);
    }

    async fn the_best_answers_are_kept_and_no_more_than_anybody_reads(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        let mut dear = Vec::new();
        for number in 0..303 {
            let slug: &'static str = format!("bowl-{number}").leak();
            // Three cost more than the others.
            let price = if number % 100 == 50 { 30_000 } else { 27_200 };
            let product = published(&app, &maker, Bowl { slug, price, ..BOWL }).await;
            dear.extend((price == 30_000).then_some(product));
        }
        let (id, _) = opened(&buyer, &bowls()).await;
        assert_eq!(looked_for(&app, id).await.new.values().flatten().count(), 300);
        let kept = || app.read(move |conn| {
            use fondouk::db::schema::matches::dsl;
            Ok(dsl::matches.filter(dsl::request_id.eq(id)).select(dsl::product_id).load::<ProductId>(conn)?)
        });
        let first = kept().await;
        assert_eq!(first.len(), 300);
        assert!(!dear.iter().any(|product| first.contains(product)), "the best were kept");
        assert!(looked_for(&app, id).await.is_empty(), "a second look keeps the same");

        let better = published(&app, &maker, Bowl { slug: "better", price: 20_000, ..BOWL }).await;
        looked_again(&app, better).await;
        let worse = published(&app, &maker, Bowl { slug: "worse", price: 30_000, ..BOWL }).await;
        looked_again(&app, worse).await;
        let then = kept().await;
        assert_eq!((then.len(), then.contains(&better), then.contains(&worse)), (300, true, false));
    }

    async fn exclusivity_is_told_by_its_last_day_alone(app: TestApp) {
        let (buyer, rival, maker) = (app.buyer("Maison Clair").await, app.buyer("Rival Paris").await, app.maker("Dar Amal").await);
        published(&app, &maker, BOWL).await;
        promised_away(&app, maker.organisation, rival.organisation, "2026-07-31").await;
        let (id, path) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;
        let found = matches(&buyer, &path).await;
        let exclusivity = constraint(&found[0], "exclusivity");
        assert_eq!((&exclusivity["verdict"], &exclusivity["change"]["to"]), (&json!("near"), &json!("2026-08-01")));
        let text = buyer.get(&format!("/sourcing-requests/{id}/matches")).await;
        text.expect(200).shows("until 31 July 2026").hides("Rival");
        assert!(tidings_to(&app, "dar-amal@example.org").await.is_empty(), "a near miss is no reason for a letter");

        let (own, own_path) = opened(&rival, &bowls()).await;
        looked_for(&app, own).await;
        assert_eq!(matches(&rival, &own_path).await[0]["verdict"], "match");
    }

    async fn the_workshop_s_calendar_counts(app: TestApp) {
        let (buyer, maker) = (app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        published(&app, &maker, BOWL).await;
        let organisation = maker.organisation;
        app.write(move |tx| {
            let now = tx.now();
            diesel::insert_into(maker_profiles::table)
                .values((
                    maker_profiles::maker_id.eq(organisation),
                    maker_profiles::place.eq("{}"),
                    maker_profiles::crafts.eq("[]"),
                    maker_profiles::story.eq("{}"),
                    maker_profiles::weekly_capacity.eq(7),
                    maker_profiles::exports_itself.eq(true),
                    maker_profiles::currency.eq("TND"),
                    maker_profiles::updated_at.eq(now),
                ))
                .execute(&mut **tx)?;
            Ok(())
        })
        .await;
        let (id, path) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;
        let found = matches(&buyer, &path).await;
        let capacity = constraint(&found[0], "capacity");
        // 120 pieces at one a day from 2 March.
        let ready: Date = "2026-03-02".parse::<Date>().unwrap() + Days::new(120);
        assert_eq!((&capacity["verdict"], &capacity["change"]["to"]), (&json!("near"), &json!(ready)));
    }

    async fn what_nobody_can_answer_any_more_is_closed(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        app.maker("Dar Amal").await;
        let (_, path) = opened(&buyer, &bowls()).await;
        app.days_pass(100);
        // Their sessions are long over.
        let (buyer, maker) = (app.sign_in("maison-clair@example.org").await, app.sign_in("dar-amal@example.org").await);
        assert_eq!(maker.get(REQUESTS).await.expect(200).json()["items"], json!([]));
        assert_eq!(app.write(matching::close_overdue).await, 1);
        assert_eq!(app.write(matching::close_overdue).await, 0);
        assert_eq!(buyer.get(&path).await.json()["status"], "closed");
        buyer.post(&format!("{path}/open")).await.expect(409);
    }

    async fn a_suspended_buyer_s_requests_are_hidden(app: TestApp) {
        let (officer, buyer, maker) = (app.officer().await, app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
        published(&app, &maker, BOWL).await;
        let (id, path) = opened(&buyer, &bowls()).await;
        looked_for(&app, id).await;
        let standing = format!("/api/v1/organisations/{}/standing", buyer.organisation);
        officer.post_json(&standing, &json!({ "standing": "suspended", "note": "Unpaid" })).await.expect(200);
        maker.get(&path).await.expect(404);
        assert_eq!(maker.get("/api/v1/matches").await.json()["items"], json!([]));
        buyer.get(&format!("{path}/matches")).await.expect(403);
        assert!(looked_for(&app, id).await.is_empty());
    }
}
