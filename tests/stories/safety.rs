//! Product safety: addresses, who is responsible in the European Union, and the set that a buyer's shop takes along.

use serde_json::{Value, json};

use super::catalogue::{bowl, publish, with};
use super::search::market::on_the_shelf;
use crate::support::Actor;

const PERSONS: &str = "/api/v1/workshop/responsible-persons";

fn importer() -> Value {
    json!({
        "name": "Comptoir", "street": "3 rue Claudienne", "postcode": "69001", "town": "Lyon",
        "union_country": "FR", "electronic": "comptoir@sample.example",
    })
}

fn address() -> Value {
    json!({
        "street": "=HYPERLINK(1)", "postcode": "8000", "town": "Nabeul", "country": "TN",
        "electronic": "atelier@sample.example",
    })
}

async fn set(actor: &Actor, question: &str) -> Value {
    actor.get(&format!("/api/v1/product-safety?{question}")).await.expect(200).json()["items"].clone()
}

fn missing(item: &Value) -> Vec<&str> {
    item["missing"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect()
}

stories! {
    async fn a_shop_takes_along_what_the_law_wants_and_hears_what_lacks(app: TestApp) {
        let (maker, buyer) = (app.maker("Atelier").await, app.buyer("Galerie").await);
        let product = publish(&maker, &with(bowl(), json!({ "sku": null }))).await;
        let id = product["id"].as_i64().unwrap();
        let question = format!("products={id}&lang=fr");
        let items = set(&buyer, &question).await;
        assert_eq!(missing(&items[0]), ["manufacturer", "responsible", "picture", "identifier", "warnings"]);
        assert_eq!(items[0]["complete"], false);
        assert_eq!(items[0]["missing"][1]["text"], "Une personne responsable dans l’Union européenne");
        buyer.get(&format!("/product-safety?{question}")).await.expect(200).shows("Ne peut pas être vendu");

        maker.put_json("/api/v1/workshop/manufacturer", &address()).await.expect(200);
        let first = maker.post_json(PERSONS, &importer()).await.expect(201).json();
        let own = maker.get("/api/v1/workshop/manufacturer").await.expect(200).json();
        assert_eq!(own["responsible"], first["id"], "the first one is for all products");
        let form = reqwest::multipart::Form::new().part(
            "file",
            reqwest::multipart::Part::bytes(crate::support::samples::picture()).file_name("bowl.png"),
        );
        let pictures = format!("/api/v1/products/{id}/pictures");
        maker.send(maker.request(reqwest::Method::POST, &pictures).multipart(form)).await.expect(201);
        let noted = json!({ "identifier": "Lot 7", "needs_no_warnings": false });
        let noted = maker.put_json(&format!("/api/v1/products/{id}/safety"), &noted).await.expect(200).json();
        assert_eq!(noted["missing"], json!(["warnings"]));
        let terms = json!({ "packing": { "warnings": { "fr": "Ne passe pas au four." } }, "version": app_version(&maker, id).await });
        maker.put_json(&format!("/api/v1/products/{id}/terms"), &terms).await.expect(200);

        let items = set(&buyer, &question).await;
        assert_eq!((&items[0]["complete"], missing(&items[0]).len()), (&json!(true), 0));
        assert_eq!(items[0]["identifier"], "Lot 7");
        assert_eq!(items[0]["responsible_person"]["country"], "FR");
        assert_eq!(items[0]["manufacturer"]["town"], "Nabeul");
        assert_eq!(items[0]["warnings"], "Ne passe pas au four.");
        assert!(items[0]["picture"].as_str().unwrap().starts_with("http"));
        let english = set(&buyer, &format!("products={id}&lang=en")).await;
        assert_eq!(missing(&english[0]), ["translation"], "told in another language");
        assert_eq!(english[0]["warnings_language"], "fr");

        // The sheet: with its mark, its separator, and formulas that stay text.
        let sheet = buyer.get(&format!("/product-safety.csv?{question}")).await;
        let text = sheet.expect(200).text();
        assert!(text.starts_with("\u{feff}product;sku;"), "{text}");
        assert!(text.contains("Ne passe pas au four.") && text.contains("Lot 7"), "{text}");
        assert!(text.contains("'=HYPERLINK(1)") && !text.contains(";=HYPERLINK"), "{text}");
        assert!(sheet.header("content-disposition").contains("product-safety-fr-"));
        let json = buyer.get(&format!("/product-safety.json?{question}")).await;
        assert!(json.expect(200).header("content-disposition").starts_with("attachment"));
    }

    async fn a_product_names_another_responsible_person_than_the_makers(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let one = on_the_shelf(&maker, "Blue bowl", json!({})).await;
        maker.put_json("/api/v1/workshop/manufacturer", &address()).await.expect(200);
        maker.post_json(PERSONS, &importer()).await.expect(201);
        let other = with(importer(), json!({ "name": "Bottega", "union_country": "IT" }));
        let other = maker.post_json(PERSONS, &other).await.expect(201).json();
        let named = |items: Value| items[0]["responsible_person"]["name"].as_str().unwrap().to_owned();
        let question = format!("products={one}");
        assert_eq!(named(set(&maker, &question).await), "Comptoir");
        let path = format!("/api/v1/products/{one}/safety");
        maker.put_json(&path, &json!({ "responsible": other["id"], "needs_no_warnings": true })).await.expect(200);
        assert_eq!(named(set(&maker, &question).await), "Bottega");
        maker.delete(&format!("{PERSONS}/{}", other["id"])).await.expect(204);
        assert_eq!(named(set(&maker, &question).await), "Comptoir", "back to the one for all products");
        assert_eq!(set(&maker, &question).await[0]["needs_no_warnings"], true);

        let outside = with(importer(), json!({ "union_country": "CH", "electronic": "call me" }));
        assert_eq!(maker.post_json(PERSONS, &outside).await.wrong_fields(), ["union_country", "electronic"]);
        let stranger = app.maker("Stranger").await;
        let alien = json!({ "responsible": other["id"] });
        let theirs = on_the_shelf(&stranger, "Cloth", json!({})).await;
        let path = format!("/api/v1/products/{theirs}/safety");
        assert_eq!(stranger.put_json(&path, &alien).await.wrong_fields(), ["responsible"]);
        stranger.delete(&format!("{PERSONS}/{}", other["id"])).await.expect(404);
    }

    async fn a_makers_address_is_for_those_who_trade(app: TestApp) {
        let (maker, buyer) = (app.maker("Atelier").await, app.buyer("Galerie").await);
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Blue" } })).await;
        let collection = collection.expect(201).json();
        let shown = on_the_shelf(&maker, "Blue bowl", json!({ "collection": collection["id"] })).await;
        let draft = with(bowl(), json!({ "sku": "D-1", "collection": collection["id"] }));
        let draft = maker.post_json("/api/v1/products", &draft).await.expect(201).json();
        let all = format!("collection={}", collection["slug"].as_str().unwrap());
        buyer.get(&format!("/api/v1/product-safety?{all}")).await.expect(404);
        maker.post(&format!("/api/v1/collections/{}/publish", collection["id"])).await.expect(200);
        // Publishing takes the complete draft along.
        assert_eq!(set(&buyer, &all).await.as_array().unwrap().len(), 2);
        assert_eq!(set(&buyer, &format!("{all}&products={shown}")).await.as_array().unwrap().len(), 1);
        buyer.get("/collections/blue").await.expect(200).shows("Product-safety information");
        maker.post(&format!("/api/v1/products/{}/withdraw", draft["id"])).await.expect(200);
        assert_eq!(set(&buyer, &all).await.as_array().unwrap().len(), 1, "only what is on show");
        buyer.get(&format!("/api/v1/product-safety?products={}", draft["id"])).await.expect(404);
        assert_eq!(set(&maker, &all).await.as_array().unwrap().len(), 2);

        let (stranger, pending) = (app.maker("Stranger").await, app.pending_buyer("Waiting").await);
        for other in [&stranger, &pending] {
            other.get(&format!("/product-safety?{all}")).await.expect(404);
            other.get(&format!("/api/v1/product-safety?products={shown}")).await.expect(404);
        }
        app.visitor().get(&format!("/api/v1/product-safety?{all}")).await.expect(401);
        assert_eq!(buyer.get("/api/v1/product-safety").await.wrong_fields(), ["collection"]);
        assert_eq!(buyer.get("/api/v1/product-safety?products=x").await.wrong_fields(), ["products"]);
    }
}

/// The version of a product as its maker sees it.
async fn app_version(maker: &Actor, id: i64) -> Value {
    maker.get(&format!("/api/v1/products/{id}")).await.expect(200).json()["version"].clone()
}
