//! Three languages side by side.

use serde_json::json;

use crate::stories::catalogue::{bowl, create, publish, with};

stories! {
    async fn what_is_missing_is_listed_and_counted(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let all = |text: &str| json!({ "en": text, "fr": text, "ar": "\"ar\":" });
        create(&maker, &with(bowl(), json!({ "sku": "W", "title": all("Whole"), "description": all("\"fr\":") }))).await;
        let half = create(&maker, &bowl()).await;
        maker.post_json("/api/v1/collections", &json!({ "title": { "ar": "أزرق" } })).await.expect(201);
        let seen = maker.get("/api/v1/workshop/translations").await.expect(200).json();
        assert_eq!(seen["products"], json!({ "en": 1, "fr": 1, "ar": 1 }));
        assert_eq!(seen["collections"], json!({ "en": 1, "fr": 1, "ar": 0 }));
        assert_eq!((seen["items"].as_array().unwrap().len(), &seen["items"][0]["id"]), (1, &half["id"]));
        assert_eq!(seen["items"][0]["missing"], json!(["en", "fr", "ar"]));
        let arabic = maker.get("/api/v1/workshop/translations?kind=collection&missing=ar").await.json();
        assert_eq!(arabic["items"], json!([]));
        let wrong = maker.get("/api/v1/workshop/translations?kind=table").await;
        assert_eq!(wrong.wrong_fields(), ["kind"]);
        let page = maker.get("/workshop/translations?missing=fr&lang=fr").await;
        page.expect(200).shows("Blue bowl").shows("Manque en").hides("Whole");
    }

    async fn only_the_wordings_are_saved(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = publish(&maker, &bowl()).await;
        let path = format!("/api/v1/products/{}/translations", product["id"]);
        let mut form = maker.get(&path).await.expect(200).json();
        assert_eq!((&form["title"]["fr"], &form["captions"]), (&json!(""), &json!([])));
        form["title"]["fr"] = json!("Bol bleu");
        form["warnings"]["ar"] = json!("قابل للكسر");
        let saved = maker.put_json(&path, &form).await.expect(200).json();
        assert_eq!(saved["title"], json!({ "en": "Blue bowl", "fr": "Bol bleu", "ar": "وعاء أزرق" }));
        assert_eq!(saved["packing"]["warnings"], json!({ "ar": "قابل للكسر" }));
        assert_eq!((&saved["moq"], &saved["sku"], &saved["status"]), (&json!(24), &json!("B-1"), &json!("published")));
        maker.put_json(&path, &form).await.expect(409);
        let kept = maker.get(&format!("/api/v1/products/{}/history", product["id"])).await.json();
        assert_eq!(kept["items"][0]["act"], "translated");
        // What is on show must keep a title in some language.
        let none = json!({ "version": saved["version"], "description": form["description"] });
        assert_eq!(maker.put_json(&path, &none).await.wrong_fields(), ["title"]);
        let stranger = json!({ "version": saved["version"], "title": form["title"], "description": form["description"],
            "captions": [{ "picture": 9999, "caption": { "en": "x" } }] });
        assert_eq!(maker.put_json(&path, &stranger).await.wrong_fields(), ["captions"]);
        app.maker("Rival").await.get(&path).await.expect(404);

        let bench = format!("/workshop/products/{}/translations", product["id"]);
        maker.get(&bench).await.expect(200).shows("Missing").shows("العربية");
        let version = saved["version"].to_string();
        let long = "x".repeat(200);
        let sent = [("title[en]", long.as_str()), ("description[fr]", "Un bol."), ("version", &version)];
        maker.post_form(&bench, &sent).await.expect(422).shows("160");
        let sent = [("title[en]", "Bowl"), ("title[fr]", "Bol"), ("description[fr]", "Un bol."), ("version", &version)];
        maker.post_form(&bench, &sent).await.expect(303);
        maker.get(&bench).await.shows("The texts are saved.").shows("Undo");
    }

    async fn a_collection_is_translated_too(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Blue" } })).await.json();
        let path = format!("/api/v1/collections/{}/translations", collection["id"]);
        let form = json!({ "title": { "en": "Blue", "fr": "Bleu" }, "story": { "fr": "La mer." }, "version": 1 });
        let saved = maker.put_json(&path, &form).await.expect(200).json();
        assert_eq!((&saved["title"]["fr"], &saved["story"]["fr"]), (&json!("Bleu"), &json!("La mer.")));
        let bench = format!("/workshop/collections/{}/translations", collection["id"]);
        maker.get(&format!("{bench}?lang=ar")).await.expect(200).shows("ناقص");
        maker.post_form(&bench, &[("title[ar]", "أزرق"), ("version", "2")]).await.expect(303);
    }
}
