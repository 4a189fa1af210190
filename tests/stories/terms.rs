//! Variants, price lists, samples, packing, and the calendar of a workshop.

use serde_json::{Value, json};

use super::catalogue::{bowl, create, publish, with};
use super::trade::scene::Scene;
use crate::support::{Actor, Answer};

/// Everything that can be said about a product's terms.
fn terms(version: i64) -> Value {
    json!({
        "variants": [
            { "sku": "B-1-S", "options": { "size": "S", "glaze": "blue" } },
            { "sku": "B-1-L", "options": { "size": "L", "glaze": "blue" }, "weight_grams": 900,
              "price": { "amount": "20.000", "currency": "TND" } },
        ],
        "tiers": [
            { "from": 100, "price": { "amount": "11.000", "currency": "TND" } },
            { "from": 24, "territory": ["France"], "price": { "amount": "4.10", "currency": "EUR" } },
            { "from": 24, "territory": ["DE"], "price": { "amount": "4.50", "currency": "EUR" } },
            { "variant": "B-1-L", "from": 100, "price": { "amount": "18.000", "currency": "TND" } },
        ],
        "sample": { "amount": "0", "currency": "TND" },
        "packing": { "gross_weight_grams": 700, "length_mm": 200, "width_mm": 200, "height_mm": 120,
                     "warnings": { "fr": "Ne convient pas au four." } },
        "version": version,
    })
}

async fn set(maker: &Actor, id: &Value, terms: &Value) -> Answer {
    maker.put_json(&format!("/api/v1/products/{id}/terms"), terms).await
}

stories! {
    async fn terms_are_kept_as_they_were_written(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = publish(&maker, &bowl()).await;
        let (id, version) = (&product["id"], product["version"].as_i64().unwrap());
        let shown = set(&maker, id, &terms(version)).await.expect(200).json();
        assert_eq!(shown["variants"][1]["options"], json!({ "size": "L", "glaze": "blue" }));
        assert_eq!(shown["tiers"][1]["territory"], json!(["FR"]), "a country may be called by its name");
        assert_eq!(shown["sample"], json!({ "amount": "0.000", "currency": "TND" }));

        let read = maker.get(&format!("/api/v1/products/{id}/terms")).await.expect(200).json();
        let again = set(&maker, id, &read).await.expect(200).json();
        for field in ["variants", "tiers", "sample", "packing"] {
            assert_eq!(again[field], shown[field], "{field}");
        }
        let stale = set(&maker, id, &terms(version)).await;
        stale.expect(409);
    }

    async fn a_variant_that_comes_back_is_the_same_one(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = publish(&maker, &bowl()).await;
        let id = &product["id"];
        let first = set(&maker, id, &terms(2)).await.expect(200).json();
        let none = set(&maker, id, &json!({ "version": 3 })).await.expect(200).json();
        assert_eq!(none["variants"], json!([]));
        let back = set(&maker, id, &terms(4)).await.expect(200).json();
        assert_eq!(back["variants"], first["variants"]);
    }

    async fn wrong_terms_name_the_row_and_the_field(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let other = create(&maker, &with(bowl(), json!({ "sku": "TAKEN" }))).await;
        assert_eq!(other["version"], 1);
        let id = &create(&maker, &bowl()).await["id"];
        let mut wrong = terms(1);
        wrong["variants"][0]["sku"] = json!("TAKEN");
        assert_eq!(set(&maker, id, &wrong).await.wrong_fields(), ["variants.0.sku"]);
        wrong["variants"][0] = json!({ "sku": "B-1-L", "options": { "shape": "round" } });
        wrong["tiers"][0]["to"] = json!(50);
        wrong["tiers"][3]["variant"] = json!("B-9");
        wrong["packing"]["height_mm"] = json!("");
        let answer = set(&maker, id, &wrong).await;
        assert_eq!(answer.wrong_fields(), [
            "variants.0.options", "variants.1.sku", "tiers.0.to", "packing.height_mm", "tiers.3.variant",
        ]);
        let stranger = app.maker("Stranger").await;
        set(&stranger, id, &terms(1)).await.expect(404);
        stranger.get(&format!("/api/v1/products/{id}/terms")).await.expect(404);
        stranger.get(&format!("/workshop/products/{id}/terms")).await.expect(404);
    }

    async fn a_price_list_is_for_verified_buyers_and_each_sees_its_own_country(app: TestApp) {
        let scene = Scene::new(&app).await;
        let product = publish(&scene.maker, &bowl()).await;
        let id = &product["id"];
        set(&scene.maker, id, &terms(2)).await.expect(200);
        let path = format!("/api/v1/products/{id}");
        let seen = app.visitor().get(&path).await.expect(200).json();
        assert_eq!((&seen["tiers"], &seen["sample"]), (&json!([]), &json!(null)));
        assert_eq!((&seen["variants"][1]["sku"], &seen["variants"][1]["price"]), (&json!("B-1-L"), &json!(null)));
        let seen = scene.buyer.get(&path).await.expect(200).json();
        let rows: Vec<&str> = seen["tiers"].as_array().unwrap().iter().map(|row| row["price"]["amount"].as_str().unwrap()).collect();
        let france = scene.buyer.get("/api/v1/me").await.expect(200).text().contains(r#""FR""#);
        assert!(rows.contains(&"11.000") && !rows.contains(&"4.50"), "{rows:?}");
        assert_eq!(rows.contains(&"4.10"), france, "{rows:?}");

        let page = format!("/products/{}", product["slug"].as_str().unwrap());
        scene.buyer.get(&page).await.expect(200).shows("11.000").shows("S · blue").shows("Ne convient pas au four.").hides("4.50");
        app.visitor().get(&page).await.expect(200).shows("S · blue").hides("11.000").hides("20.000");
        scene.maker.get(&page).await.expect(200).shows("4.50").shows("Germany");
    }

    async fn variants_are_quoted_and_the_smallest_order_is_about_all_of_them(app: TestApp) {
        let scene = Scene::new(&app).await;
        let product = publish(&scene.maker, &bowl()).await;
        let id = &product["id"];
        let variants = set(&scene.maker, id, &terms(2)).await.expect(200).json()["variants"].clone();
        let price = json!({ "amount": "12.000", "currency": "TND" });
        let line = |variant: usize, quantity: i64| json!({ "product": id, "variant": variants[variant]["id"], "quantity": quantity, "unit_price": price });
        let mut offer = scene.offer();
        offer["lines"] = json!([line(0, 12), line(1, 6)]);
        let refused = scene.maker.post_json("/api/v1/quotes", &offer).await;
        assert_eq!(refused.wrong_fields(), ["lines.0.quantity"]);
        assert!(refused.text().contains("24 or 30"), "{}", refused.text());
        offer["lines"] = json!([line(0, 12), line(0, 12)]);
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &offer).await.wrong_fields(), ["lines.1.product"]);
        let alien = json!({ "product": scene.bowl, "variant": variants[0]["id"], "quantity": 10, "unit_price": price });
        offer["lines"] = json!([alien]);
        assert_eq!(scene.maker.post_json("/api/v1/quotes", &offer).await.wrong_fields(), ["lines.0.variant"]);

        offer["lines"] = json!([line(0, 12), line(1, 12)]);
        let quote = scene.maker.post_json("/api/v1/quotes", &offer).await.expect(201).json();
        let lines = &quote["versions"][0]["lines"];
        assert_eq!(lines[1]["title"], "Blue bowl (L · blue)");
        assert_eq!(lines[1]["variant_id"], variants[1]["id"]);

        // What was offered stays sound when the variant is retired; a new offer of it does not.
        let now = scene.maker.get(&format!("/api/v1/products/{id}")).await.expect(200).json();
        set(&scene.maker, id, &json!({ "version": now["version"] })).await.expect(200);
        let number = json!({ "number": 1 });
        let counter = with(with(offer.clone(), number), json!({ "note": "As before." }));
        let mut counter = counter;
        counter.as_object_mut().unwrap().remove("request");
        let path = format!("/api/v1/quotes/{}/versions", quote["id"]);
        scene.buyer.post_json(&path, &counter).await.expect(201);
        offer.as_object_mut().unwrap().remove("request");
        offer["maker"] = json!(scene.maker.slug);
        assert_eq!(scene.buyer.post_json("/api/v1/quotes", &offer).await.wrong_fields(), ["lines.0.variant", "lines.1.variant"]);
    }

    async fn a_form_offers_each_variant_at_the_price_of_the_place(app: TestApp) {
        let scene = Scene::new(&app).await;
        let product = publish(&scene.maker, &bowl()).await;
        set(&scene.maker, &product["id"], &terms(2)).await.expect(200);
        let form = scene.maker.get(&format!("/quotes/new?request={}", scene.request)).await;
        form.expect(200).shows("Blue bowl (S · blue)").shows("Blue bowl (L · blue)").shows("20.000").shows("12.500");
    }

    async fn a_buyer_asks_for_the_smallest_order_or_more(app: TestApp) {
        let scene = Scene::new(&app).await;
        let path = format!("/api/v1/makers/{}", scene.maker.slug);
        let profile = json!({
            "place": { "en": "Nabeul" }, "crafts": ["ceramics"], "currency": "TND", "version": 1,
            "order_minimum": { "amount": "1000", "currency": "TND" },
        });
        scene.maker.put_json(&path, &profile).await.expect(200);
        let mut wish = scene.offer();
        wish.as_object_mut().unwrap().remove("request");
        wish["maker"] = json!(scene.maker.slug);
        let refused = scene.buyer.post_json("/api/v1/quotes", &wish).await;
        assert_eq!(refused.wrong_fields(), ["lines"]);
        assert!(refused.text().contains("1000.000 TND") && refused.text().contains("900.000 TND"), "{}", refused.text());
        wish["lines"][0]["quantity"] = json!(60);
        scene.buyer.post_json("/api/v1/quotes", &wish).await.expect(201);
        scene.maker.post_json("/api/v1/quotes", &scene.offer()).await.expect(201);
    }

    async fn terms_are_written_on_a_page(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let id = create(&maker, &bowl()).await["id"].clone();
        let page = format!("/workshop/products/{id}/terms");
        maker.get(&page).await.expect(200).shows("Price list").shows("Variants");
        let form = [
            ("version", "1"),
            ("variants[0][sku]", "B-1-S"), ("variants[0][options][size]", "S"), ("variants[0][price][currency]", "TND"),
            ("variants[1][sku]", ""), ("variants[1][options][size]", ""), ("variants[1][price][currency]", "TND"),
            ("tiers[0][from]", "١٠٠"), ("tiers[0][price][amount]", "11,5"), ("tiers[0][price][currency]", "TND"),
            ("tiers[0][territory]", "فرنسا، DE"),
            ("tiers[1][from]", ""), ("tiers[1][price][currency]", "TND"),
            ("sample[amount]", ""), ("sample[currency]", "TND"), ("only_in", ""), ("except_in", ""),
        ];
        assert_eq!(maker.post_form(&page, &form).await.location(), page);
        let sent = maker.get(&page).await.text();
        for value in ["B-1-S", "11.500", "FR, DE"] {
            assert!(sent.contains(&format!(r#"value="{value}""#)), "{value} is not in {sent}");
        }
        let wrong = [("version", "2"), ("tiers[0][from]", "10"), ("tiers[0][price][currency]", "TND")];
        let refused = maker.post_form(&page, &wrong).await;
        assert!(refused.expect(422).text().contains(r##"href="#f-tiers.0.price.amount""##));
    }

    async fn a_calendar_is_kept_by_its_maker_alone(app: TestApp) {
        let scene = Scene::new(&app).await;
        let calendar = "/api/v1/workshop/calendar";
        let closed = json!({ "starts_on": "2026-08-01", "ends_on": "2026-08-31", "weekly": 0, "note": "Harvest" });
        let period = scene.maker.post_json(calendar, &closed).await.expect(201).json();
        let overlap = scene.maker.post_json(calendar, &with(closed.clone(), json!({ "starts_on": "2026-08-20" }))).await;
        assert_eq!(overlap.wrong_fields(), ["starts_on"]);
        let of_bowl = json!({ "product": scene.bowl, "starts_on": "2026-08-20", "ends_on": "2026-09-01", "weekly": 5 });
        scene.maker.post_json(calendar, &of_bowl).await.expect(201);
        let past = with(closed.clone(), json!({ "starts_on": "2020-01-01", "ends_on": "2020-01-05" }));
        assert_eq!(scene.maker.post_json(calendar, &past).await.wrong_fields(), ["ends_on"]);
        scene.maker.get("/workshop/calendar").await.expect(200).shows("Closed").shows("Harvest").shows("Olive wood bowl");

        let stranger = app.maker("Stranger").await;
        stranger.delete(&format!("{calendar}/{}", period["id"])).await.expect(404);
        assert_eq!(stranger.post_json(calendar, &of_bowl).await.wrong_fields(), ["product"]);
        scene.maker.delete(&format!("{calendar}/{}", period["id"])).await.expect(204);
        let left = scene.maker.get(calendar).await.expect(200).json();
        assert_eq!(left["items"].as_array().unwrap().len(), 1);
    }

    async fn a_product_for_some_countries_is_known_there_alone(app: TestApp) {
        let scene = Scene::new(&app).await;
        let product = publish(&scene.maker, &bowl()).await;
        let (id, slug) = (&product["id"], product["slug"].as_str().unwrap());
        let buyer = scene.buyer.get("/api/v1/me").await.expect(200).json();
        let home = buyer["organisation"]["country"].as_str().or(buyer["country"].as_str()).unwrap().to_owned();
        let picture = format!("/api/v1/products/{id}");
        let page = format!("/products/{slug}");
        let line = json!([{ "product": id, "quantity": 24, "unit_price": { "amount": "12.000", "currency": "TND" } }]);
        let mut wish = with(scene.offer(), json!({ "maker": scene.maker.slug, "lines": line }));
        wish.as_object_mut().unwrap().remove("request");

        set(&scene.maker, id, &json!({ "only_in": [home], "version": 2 })).await.expect(200);
        for path in [&picture, &page] {
            app.visitor().get(path).await.expect(404);
            scene.buyer.get(path).await.expect(200);
            scene.maker.get(path).await.expect(200);
        }
        let listed = format!("/api/v1/products?maker={}", scene.maker.slug);
        let shown = |answer: Answer| answer.expect(200).text().contains("Thrown") || answer.text().contains(slug);
        assert!(!shown(app.visitor().get(&listed).await));
        assert!(shown(scene.buyer.get(&listed).await));

        set(&scene.maker, id, &json!({ "except_in": [home], "version": 3 })).await.expect(200);
        for path in [&picture, &page] {
            scene.buyer.get(path).await.expect(404);
        }
        assert!(!shown(scene.buyer.get(&listed).await));
        scene.buyer.get(&format!("/quotes/new?maker={}", scene.maker.slug)).await.expect(200).hides("Blue bowl");
        assert_eq!(scene.buyer.post_json("/api/v1/quotes", &wish).await.wrong_fields(), ["lines.0.product"]);
        app.visitor().get(&format!("/makers/{}", scene.maker.slug)).await.expect(200).hides("Blue bowl");
        app.visitor().get("/").await.expect(200).hides("Blue bowl");

        let _workers = app.start_workers().await;
        app.caught_up().await;
        let found = |answer: Answer| answer.expect(200).text().contains(slug);
        assert!(!found(scene.buyer.get("/api/v1/search?q=blue+bowl&kind=product").await));
        assert!(found(app.officer().await.get("/api/v1/search?q=blue+bowl&kind=product").await));
        set(&scene.maker, id, &json!({ "only_in": [home], "version": 4 })).await.expect(200);
        app.caught_up().await;
        assert!(found(scene.buyer.get("/api/v1/search?q=blue+bowl&kind=product").await));
        assert!(!found(app.visitor().get("/api/v1/search?q=blue+bowl&kind=product").await));
        assert!(!found(app.visitor().get("/api/v1/suggestions?q=blue").await));
    }

    async fn a_customs_code_is_found_by_words(app: TestApp) {
        let codes = |answer: Answer| {
            let items = answer.expect(200).json()["items"].as_array().unwrap().clone();
            items.into_iter().map(|item| item["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let visitor = app.visitor();
        for question in ["porcelain+tableware", "vaisselle+en+porcelaine"] {
            let found = codes(visitor.get(&format!("/api/v1/customs-codes?q={question}&limit=5")).await);
            assert!(found.len() == 5 && found[0].starts_with("6911"), "{question}: {found:?}");
        }
        assert_eq!(codes(visitor.get("/api/v1/customs-codes").await), Vec::<String>::new());
        assert_eq!(visitor.get("/api/v1/customs-codes?q=x&limit=0").await.wrong_fields(), ["limit"]);
        visitor.get("/customs-codes?q=zellige").await.expect(200).shows("6907").shows("Ceramic flags");
        let french = visitor.reading("fr").get("/customs-codes?q=zellige").await;
        french.expect(200).shows("Carreaux");
        let options = visitor.get("/customs-codes/options?q=zellige").await;
        assert!(options.expect(200).text().contains(r#"data-value="6907"#));
    }
}
