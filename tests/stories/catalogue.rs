//! From a draft to what buyers see, and back.

use fondouk::accounts::{Kind, Standing};
use serde_json::{Value, json};

use crate::support::Actor;

/// A product that lacks nothing.
pub fn bowl() -> Value {
    json!({
        "title": { "en": "Blue bowl", "ar": "وعاء أزرق" },
        "description": { "fr": "Un bol tourné à la main à Nabeul." },
        "sku": "B-1",
        "craft": "ceramics",
        "materials": ["clay"],
        "techniques": ["wheel-thrown"],
        "price": { "amount": "12.500", "currency": "TND" },
        "moq": 24,
        "order_multiple": 6,
        "lead_time_days": 30,
        "hs_code": "6912.00",
        "origin": "TN",
    })
}

pub fn with(mut product: Value, changes: Value) -> Value {
    for (field, value) in changes.as_object().unwrap() {
        product[field] = value.clone();
    }
    product
}

pub async fn create(maker: &Actor, product: &Value) -> Value {
    maker.post_json("/api/v1/products", product).await.expect(201).json()
}

pub async fn publish(maker: &Actor, product: &Value) -> Value {
    let id = create(maker, product).await["id"].clone();
    maker.post(&format!("/api/v1/products/{id}/publish")).await.expect(200).json()
}

/// The same product as a browser's form sends it.
const FORM: [(&str, &str); 14] = [
    ("title[en]", "Blue bowl"),
    ("description[en]", "Thrown by hand."),
    ("sku", "B-1"),
    ("craft", "ceramics"),
    ("materials", "clay"),
    ("materials", "tin"),
    ("techniques", "glazed"),
    ("price[amount]", "12,5"),
    ("price[currency]", "TND"),
    ("moq", "24"),
    ("order_multiple", "6"),
    ("lead_time_days", "30"),
    ("hs_code", "6912 00"),
    ("origin", "TN"),
];

stories! {
    async fn a_maker_writes_publishes_and_withdraws_a_product_on_pages(app: TestApp) {
        let maker = app.maker("Atelier").await;
        maker.get("/workshop").await.expect(200).shows("No collection yet").shows("No product yet");
        maker.get("/workshop/products/new").await.expect(200).shows("Wholesale price");
        let bench = maker.post_form("/workshop/products/new", &[("title[fr]", "Bol")]).await.location();
        maker.get(&bench).await.expect(200).shows("Before it can be published, it needs:").shows("Customs code");
        let refused = maker.post(&format!("{bench}/publish")).await;
        refused.expect(422).shows("Missing: Wholesale price").shows("Missing: Materials");

        let form = [&FORM[..], &[("version", "1")]].concat();
        assert_eq!(maker.post_form(&bench, &form).await.location(), bench);
        maker.get(&bench).await.expect(200).shows("complete: it can be published");
        let sent = maker.get(&bench).await.text();
        assert!(sent.contains(r#"value="tin" checked"#) && sent.contains(r#"value="12.500""#), "{sent}");
        app.visitor().get("/products/blue-bowl").await.expect(404);
        maker.get("/products/blue-bowl").await.expect(200).shows("Only you see this page").shows("12.500");

        maker.post(&format!("{bench}/publish")).await.expect(303);
        let page = app.visitor().get("/products/blue-bowl").await;
        page.expect(200).shows("24 pieces").shows("30 days").shows("691200").shows("Tunisia").hides("12.500");
        page.shows("Wholesale prices are for verified buyers");
        app.visitor().get("/products?craft=ceramics").await.expect(200).shows("Blue bowl");
        app.visitor().get("/products?craft=zellige").await.expect(200).hides("Blue bowl");
        app.visitor().get("/products?material=tin&country=TN").await.expect(200).shows("Blue bowl");

        maker.post(&format!("{bench}/withdraw")).await.expect(303);
        app.visitor().get("/products/blue-bowl").await.expect(404);
        maker.post(&format!("{bench}/withdraw")).await.expect(409).shows("is not published");
        maker.post(&format!("{bench}/publish")).await.expect(303);
        app.visitor().get("/products/blue-bowl").await.expect(200);
    }

    async fn a_page_speaks_the_readers_language_and_names_every_other(app: TestApp) {
        let maker = app.maker("Atelier").await;
        publish(&maker, &bowl()).await;
        let page = app.visitor().reading("ar").get("/products/blue-bowl").await;
        page.expect(200).shows("وعاء أزرق").shows("الخزف والفخار");
        let html = page.text();
        assert!(html.contains(r#"<h1 lang="ar" dir="rtl">"#) && html.contains(r#"lang="fr" dir="ltr""#), "{html}");
        for path in ["/crafts", "/materials", "/techniques", "/collections", "/products"] {
            app.visitor().reading("fr").get(path).await.expect(200);
        }
    }

    async fn only_those_who_may_see_prices_see_them(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = publish(&maker, &bowl()).await;
        let path = format!("/api/v1/products/{}", product["id"]);
        let price = json!({ "amount": "12.500", "currency": "TND" });
        let sees = [maker.clone(), app.buyer("Maison").await, app.officer().await];
        for actor in sees {
            let seen = actor.get(&path).await.expect(200).json();
            assert_eq!((&seen["price"], &seen["price_hidden"]), (&price, &json!(false)));
            actor.get("/products/blue-bowl").await.expect(200).shows("12.500");
            actor.get("/products").await.expect(200).shows("12.500");
        }
        let waiting = app.pending_buyer("Neuling").await;
        waiting.get("/products/blue-bowl").await.expect(200).shows("Your company is being verified");
        for actor in [app.visitor(), waiting, app.maker("Rival").await] {
            let seen = actor.get(&path).await.expect(200).json();
            assert_eq!((&seen["price"], &seen["price_hidden"]), (&Value::Null, &json!(true)));
            assert!(seen.get("missing").is_none(), "what lacks is the maker's business");
            for page in ["/products/blue-bowl", "/products", "/api/v1/products"] {
                assert!(!actor.get(page).await.expect(200).text().contains("12.5"), "{page}");
            }
        }
    }

    async fn a_draft_names_everything_it_lacks(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let draft = create(&maker, &json!({})).await;
        assert_eq!(draft["status"], "draft");
        assert_eq!(draft["missing"].as_array().unwrap().len(), 10);
        let answer = maker.post(&format!("/api/v1/products/{}/publish", draft["id"])).await;
        assert_eq!(answer.wrong_fields().len(), 10);
        let listed = maker.get("/api/v1/workshop/products?status=draft").await.expect(200).json();
        assert_eq!(listed["items"][0]["id"], draft["id"]);
        let public = app.get("/api/v1/products").await.expect(200).json();
        assert_eq!(public["items"], json!([]));
    }

    async fn wrong_fields_are_named_and_nothing_is_written(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let wrong = with(bowl(), json!({
            "title": { "en": "x".repeat(161) }, "craft": "alchemy", "materials": ["moonlight"],
            "price": { "amount": "12.3456", "currency": "TND" }, "moq": 25, "hs_code": "12ab", "origin": "XX",
            "lead_time_days": -1, "collection": 999, "sku": "a\u{0}b",
        }));
        let answer = maker.post_json("/api/v1/products", &wrong).await;
        assert_eq!(
            answer.wrong_fields(),
            ["title.en", "sku", "craft", "materials", "price.amount", "lead_time_days", "hs_code", "origin", "moq"],
        );
        assert!(answer.text().contains("24 or 30"), "the two nearest are named: {}", answer.text());
        let other = maker.post_json("/api/v1/products", &with(bowl(), json!({ "collection": 999 }))).await;
        assert_eq!(other.wrong_fields(), ["collection"]);
        maker.post_json("/api/v1/products", &json!({ "colour": "blue" })).await.expect(422);
        let listed = maker.get("/api/v1/workshop/products").await.expect(200).json();
        assert_eq!(listed["items"], json!([]));
    }

    async fn article_numbers_are_ones_own(app: TestApp) {
        let (maker, other) = (app.maker("Atelier").await, app.maker("Other").await);
        let first = create(&maker, &bowl()).await;
        assert_eq!(maker.post_json("/api/v1/products", &bowl()).await.wrong_fields(), ["sku"]);
        let second = create(&other, &bowl()).await;
        assert_eq!((first["slug"].as_str(), second["slug"].as_str()), (Some("blue-bowl"), Some("blue-bowl-other")));
        let third = create(&maker, &with(bowl(), json!({ "sku": "B-2" }))).await;
        let path = format!("/api/v1/products/{}", third["id"]);
        let taken = with(bowl(), json!({ "version": third["version"] }));
        assert_eq!(maker.put_json(&path, &taken).await.wrong_fields(), ["sku"]);
        let kept = with(bowl(), json!({ "version": third["version"], "sku": "B-2", "moq": 30 }));
        maker.put_json(&path, &kept).await.expect(200);
    }

    async fn a_published_product_stays_complete_and_keeps_its_address(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = publish(&maker, &bowl()).await;
        let path = format!("/api/v1/products/{}", product["id"]);
        let poor = with(bowl(), json!({ "version": product["version"], "moq": null, "price": {} }));
        assert_eq!(maker.put_json(&path, &poor).await.wrong_fields(), ["price", "moq"]);
        let renamed = with(bowl(), json!({ "version": product["version"], "title": { "en": "Green bowl" } }));
        let renamed = maker.put_json(&path, &renamed).await.expect(200).json();
        assert_eq!(renamed["slug"], "blue-bowl");
        let stale = with(bowl(), json!({ "version": product["version"] }));
        maker.put_json(&path, &stale).await.expect(409);
    }

    async fn what_is_not_yours_is_not_there(app: TestApp) {
        let (maker, rival) = (app.maker("Atelier").await, app.maker("Rival").await);
        let id = create(&maker, &bowl()).await["id"].clone();
        for (method, path) in [
            ("GET", format!("/api/v1/products/{id}")),
            ("GET", format!("/workshop/products/{id}")),
            ("GET", "/products/blue-bowl".to_owned()),
            ("POST", format!("/api/v1/products/{id}/publish")),
            ("POST", format!("/api/v1/products/{id}/withdraw")),
        ] {
            let method = method.parse().unwrap();
            rival.send(rival.request(method, &path)).await.expect(404);
        }
        let edit = with(bowl(), json!({ "version": 1 }));
        rival.put_json(&format!("/api/v1/products/{id}"), &edit).await.expect(404);
        app.officer().await.get(&format!("/api/v1/products/{id}")).await.expect(200);
    }

    async fn a_waiting_maker_prepares_and_publishes_once_approved(app: TestApp) {
        let maker = app.person(Kind::Maker, "Newcomer", Standing::Pending).await;
        let product = create(&maker, &bowl()).await;
        let path = format!("/api/v1/products/{}/publish", product["id"]);
        maker.post(&path).await.expect(403);
        maker.get("/workshop").await.expect(200).shows("has not approved your workshop yet");
        let officer = app.officer().await;
        let decide = format!("/api/v1/organisations/{}/standing", maker.organisation);
        officer.post_json(&decide, &json!({ "standing": "approved" })).await.expect(200);
        maker.post(&path).await.expect(200);
        app.get("/products/blue-bowl").await.expect(200);
        // And whoever loses the approval is off the shelf.
        officer.post_json(&decide, &json!({ "standing": "suspended", "note": "Complaints" })).await.expect(200);
        app.get("/products/blue-bowl").await.expect(404);
        app.get("/products").await.expect(200).hides("Blue bowl");
    }

    async fn a_collection_is_published_with_what_is_complete_in_it(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let title = [("title[en]", "Blue tables"), ("story[en]", "Plates and bowls for long evenings.")];
        let bench = maker.post_form("/workshop/collections/new", &title).await.location();
        let id: i64 = bench.rsplit('/').next().unwrap().parse().unwrap();
        maker.post(&format!("{bench}/publish")).await.expect(422).shows("at least one product that is complete");
        let whole = create(&maker, &with(bowl(), json!({ "collection": id }))).await;
        let poor = create(&maker, &json!({ "title": { "en": "Half a plate" }, "collection": id })).await;
        maker.get(&bench).await.expect(200).shows("One draft is complete").shows("One draft still lacks");
        app.get("/collections/blue-tables").await.expect(404);

        maker.post(&format!("{bench}/publish")).await.expect(303);
        let page = app.get("/collections/blue-tables").await;
        page.expect(200).shows("Plates and bowls").shows("Blue bowl").hides("Half a plate");
        app.get("/collections").await.expect(200).shows("Blue tables").shows("1 product");
        app.get("/collections?craft=ceramics&country=TN").await.expect(200).shows("Blue tables");
        app.get("/collections?craft=leather").await.expect(200).hides("Blue tables");
        let status = |id: Value| {
            let maker = maker.clone();
            async move { maker.get(&format!("/api/v1/products/{id}")).await.json()["status"].clone() }
        };
        assert_eq!(status(whole["id"].clone()).await, "published");
        assert_eq!(status(poor["id"].clone()).await, "draft");
        let listed = app.get(&format!("/api/v1/products?collection={id}")).await.expect(200).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), 1);

        // Hidden, while its product stays on the shelf, and no longer tells where it belongs.
        maker.post(&format!("{bench}/withdraw")).await.expect(303);
        app.get("/collections/blue-tables").await.expect(404);
        app.get(&format!("/api/v1/collections/{id}")).await.expect(404);
        app.get(&format!("/api/v1/products?collection={id}")).await.expect(404);
        let seen = app.get(&format!("/api/v1/products/{}", whole["id"])).await.expect(200).json();
        assert_eq!(seen["collection"], Value::Null);
        app.get("/products/blue-bowl").await.expect(200).hides("Blue tables");
    }

    async fn a_collection_through_the_api(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let collection = maker
            .post_json("/api/v1/collections", &json!({ "title": { "fr": "Tables bleues" } }))
            .await
            .expect(201)
            .json();
        let path = format!("/api/v1/collections/{}", collection["id"]);
        maker.post(&format!("{path}/publish")).await.expect(409);
        publish(&maker, &with(bowl(), json!({ "collection": collection["id"] }))).await;
        maker.post(&format!("{path}/publish")).await.expect(200);
        maker.put_json(&path, &json!({ "version": 2 })).await.expect(422);
        let changed = json!({ "title": { "ar": "موائد زرقاء" }, "version": 2 });
        let changed = maker.put_json(&path, &changed).await.expect(200).json();
        assert_eq!((&changed["slug"], &changed["products"]), (&json!("tables-bleues"), &json!(1)));
        maker.put_json(&path, &json!({ "title": { "ar": "x" }, "version": 2 })).await.expect(409);
        let own = maker.get("/api/v1/workshop/collections").await.expect(200).json();
        assert_eq!(own["items"][0]["id"], collection["id"]);
        let rival = app.maker("Rival").await;
        rival.put_json(&path, &json!({ "title": { "en": "Mine" }, "version": 3 })).await.expect(404);
        rival.post(&format!("{path}/withdraw")).await.expect(404);
    }

    async fn lists_come_page_by_page(app: TestApp) {
        let maker = app.maker("Atelier").await;
        for number in 0..5 {
            publish(&maker, &with(bowl(), json!({ "sku": format!("B-{number}") }))).await;
        }
        let mut path = "/api/v1/products?limit=2&craft=ceramics".to_owned();
        let mut seen = Vec::new();
        loop {
            let page = app.get(&path).await.expect(200).json();
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["sku"].clone()));
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/api/v1/products?limit=2&craft=ceramics&cursor={next}");
        }
        assert_eq!(seen, ["B-4", "B-3", "B-2", "B-1", "B-0"]);
        let page = app.get("/products?limit=2&craft=ceramics").await;
        assert!(page.expect(200).text().contains("/products?craft=ceramics&amp;cursor=")
            || page.text().contains("/products?craft=ceramics&#38;cursor="), "{}", page.text());
        app.get("/api/v1/products?craft=alchemy").await.expect(422);
        app.get("/api/v1/products?maker=nobody").await.expect(422);
        let crafts = app.get("/api/v1/crafts").await.expect(200).json();
        assert_eq!(crafts["items"][0]["label"]["fr"], "Céramique");
    }
}
