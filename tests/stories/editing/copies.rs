//! Another one like it.

use reqwest::Method;
use serde_json::json;

use crate::stories::catalogue::{bowl, create, publish, with};
use crate::support::samples;

stories! {
    async fn a_copy_has_everything_but_the_article_number(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = publish(&maker, &bowl()).await;
        let id = &product["id"];
        let part = reqwest::multipart::Part::bytes(samples::picture()).file_name("bowl.png");
        let form = reqwest::multipart::Form::new().part("file", part).text("caption[fr]", "Vu d'en haut");
        maker.send(maker.request(Method::POST, &format!("/api/v1/products/{id}/pictures")).multipart(form)).await.expect(201);
        let terms = json!({
            "variants": [{ "sku": "B-1-S", "options": { "size": "S" } }, { "sku": "B-1-L", "options": { "size": "L" }, "weight_grams": 900 }],
            "tiers": [{ "variant": "B-1-L", "from": 100, "price": { "amount": "11.000", "currency": "TND" } }],
            "packing": { "warnings": { "fr": "Fragile" } }, "version": product["version"],
        });
        let original = maker.put_json(&format!("/api/v1/products/{id}/terms"), &terms).await.expect(200).json();
        let copy = maker.post(&format!("/api/v1/products/{id}/copy")).await.expect(201).json();
        assert_eq!(copy["title"], json!({ "en": "Copy of Blue bowl", "ar": "نسخة من وعاء أزرق" }));
        assert_eq!((&copy["status"], &copy["sku"]), (&json!("draft"), &json!(null)));
        for field in ["description", "price", "moq", "materials", "hs_code", "packing", "sample"] {
            assert_eq!(copy[field], original[field], "{field}");
        }
        assert_eq!((&copy["variants"][0]["sku"], &copy["variants"][1]["sku"]), (&json!("B-1-S-2"), &json!("B-1-L-2")));
        assert_eq!(copy["tiers"][0]["variant"], "B-1-L-2");
        assert_eq!(copy["pictures"][0]["large"], original["pictures"][0]["large"]);
        assert_eq!(copy["pictures"][0]["caption"], json!({ "fr": "Vu d'en haut" }));
        assert_ne!(copy["slug"], original["slug"]);
        let kept = maker.get(&format!("/api/v1/products/{}/history", copy["id"])).await.json();
        assert_eq!((kept["items"].as_array().unwrap().len(), &kept["items"][0]["act"]), (1, &json!("copied")));
        // Again, and from the page: each copy finds numbers of its own.
        let again = maker.post(&format!("/workshop/products/{id}/copy")).await.location();
        maker.get(&again).await.expect(200).shows("This is the copy").shows("Copy of Blue bowl");
        maker.post(&format!("/api/v1/products/{}/publish", copy["id"])).await.expect(200);
        app.maker("Rival").await.post(&format!("/api/v1/products/{id}/copy")).await.expect(404);
    }

    async fn a_collection_is_copied_with_its_products_or_without(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let collection = json!({ "title": { "fr": "Bleus" }, "story": { "fr": "La mer." } });
        let collection = maker.post_json("/api/v1/collections", &collection).await.json();
        let path = format!("/api/v1/collections/{}", collection["id"]);
        publish(&maker, &with(bowl(), json!({ "collection": collection["id"] }))).await;
        create(&maker, &json!({ "title": { "en": "Cup" }, "collection": collection["id"] })).await;
        let alone = maker.post_json(&format!("{path}/copy"), &json!({})).await.expect(201).json();
        assert_eq!((&alone["title"], &alone["story"]), (&json!({ "fr": "Copie de Bleus" }), &collection["story"]));
        let in_it = format!("/api/v1/workshop/products?collection={}", alone["id"]);
        assert_eq!(maker.get(&in_it).await.json()["items"], json!([]));
        let form = [("with_products", "true")];
        let whole = maker.post_form(&format!("/workshop/collections/{}/copy", collection["id"]), &form).await.location();
        let id = whole.rsplit('/').next().unwrap();
        let copies = maker.get(&format!("/api/v1/workshop/products?collection={id}")).await.json();
        let copies = copies["items"].as_array().unwrap().clone();
        assert_eq!(copies.len(), 2);
        assert!(copies.iter().all(|copy| copy["status"] == "draft" && copy["title"]["en"].as_str().unwrap().starts_with("Copy of")));
        let original = maker.get(&format!("/api/v1/workshop/products?collection={}", collection["id"])).await.json();
        assert_eq!(original["items"].as_array().unwrap().len(), 2, "a product lies in one collection");
    }
}
