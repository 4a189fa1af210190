//! Products out of photos, and one page for what they are called and cost.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::support::{Actor, Answer, samples};

async fn collection(maker: &Actor) -> Value {
    let form = json!({ "title": { "fr": "La table bleue" }, "story": { "fr": "Tourné à la main." } });
    maker.post_json("/api/v1/collections", &form).await.expect(201).json()["id"].clone()
}

async fn sent(maker: &Actor, collection: &Value, photos: usize) -> Answer {
    let photo =
        |shade: usize| Part::bytes(samples::picture_in(shade as u8)).file_name(format!("IMG_{shade}.png"));
    let form = (0..photos).fold(Form::new(), |form, shade| form.part("file", photo(shade)));
    let path = format!("/api/v1/collections/{collection}/photos");
    maker.send(maker.request(Method::POST, &path).multipart(form)).await
}

fn common() -> Value {
    json!({ "description": "Tourné à la main.", "craft": "ceramics", "materials": ["clay"], "currency": "TND",
            "moq": 6, "order_multiple": 1, "lead_time_days": 30, "hs_code": "691200", "origin": "TN" })
}

fn row(product: &Value, title: &str, price: &str) -> Value {
    json!({ "product": product["id"], "version": product["version"], "title": title, "price": price })
}

stories! {
    async fn photos_become_products_and_one_page_completes_them(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let id = collection(&maker).await;
        let made = sent(&maker, &id, 3).await.expect(201).json();
        assert!(made.as_array().unwrap().iter().all(|product| product["pictures"].as_array().unwrap().len() == 1));
        let labels = json!({ "language": "fr", "common": common(), "products": [
            row(&made[0], "Grand plat", "32,5"), row(&made[1], "Bol", "12.500"), row(&made[2], "Tasse", "7.5"),
        ] });
        let path = format!("/api/v1/collections/{id}/labels");
        let labelled = maker.put_json(&path, &labels).await.expect(200).json();
        assert_eq!(labelled[0]["price"], json!({ "amount": "32.500", "currency": "TND" }));
        assert_eq!(labelled[2]["missing"], json!([]));
        maker.post(&format!("/api/v1/collections/{id}/publish")).await.expect(200);
        let shown = app.get("/api/v1/products?limit=50").await.expect(200).json();
        assert_eq!(shown["items"].as_array().unwrap().len(), 3);
        maker.put_json(&path, &labels).await.expect(409);
    }

    async fn what_a_product_says_itself_stays(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let id = collection(&maker).await;
        let made = sent(&maker, &id, 2).await.expect(201).json();
        let own = json!({ "craft": "zellige", "moq": 2, "order_multiple": 1, "collection": id, "version": made[0]["version"] });
        let first = maker.put_json(&format!("/api/v1/products/{}", made[0]["id"]), &own).await.expect(200).json();
        let labels = json!({ "language": "fr", "common": common(),
            "products": [row(&first, "Tapis", "100"), row(&made[1], "Bol", "12")] });
        let labelled = maker.put_json(&format!("/api/v1/collections/{id}/labels"), &labels).await.expect(200).json();
        assert_eq!((&labelled[0]["craft"], &labelled[0]["moq"]), (&json!("zellige"), &json!(2)));
        assert_eq!((&labelled[1]["craft"], &labelled[1]["moq"]), (&json!("ceramics"), &json!(6)));
    }

    async fn one_wrong_row_holds_back_all_and_is_named(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let id = collection(&maker).await;
        let made = sent(&maker, &id, 2).await.expect(201).json();
        let mut labels = json!({ "language": "fr", "common": common(), "products": [
            row(&made[0], "Grand plat", "32,5"), row(&made[1], "Bol", "12.5001"), row(&json!({ "id": 4711, "version": 1 }), "x", "1"),
        ] });
        let path = format!("/api/v1/collections/{id}/labels");
        let answer = maker.put_json(&path, &labels).await;
        assert_eq!(answer.wrong_fields(), ["products.1.price", "products.2.product"]);
        labels["common"]["hs_code"] = json!("12");
        labels["products"] = json!([row(&made[0], "Grand plat", "32,5"), row(&made[1], "Bol", "12.5")]);
        assert_eq!(maker.put_json(&path, &labels).await.wrong_fields(), ["common.hs_code"]);
        let product = maker.get(&format!("/api/v1/products/{}", made[0]["id"])).await.expect(200).json();
        assert_eq!(product["title"], json!({}));
    }

    async fn others_collections_are_not_there(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let id = collection(&maker).await;
        let stranger = app.maker("Stranger").await;
        sent(&stranger, &id, 1).await.expect(404);
        stranger.get(&format!("/workshop/collections/{id}/labels")).await.expect(404);
        assert_eq!(sent(&maker, &id, 31).await.wrong_fields(), ["file"]);
    }
}
