//! What was typed and not saved.

use chrono::TimeDelta;
use fondouk::catalogue::forget_old_drafts;
use serde_json::json;

use crate::stories::catalogue::{bowl, create, with};

stories! {
    async fn what_is_typed_is_found_again_and_gone_once_saved(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let draft = "/api/v1/workshop/drafts/product";
        maker.get(draft).await.expect(404);
        maker.get("/workshop/products/new/draft").await.expect(303);
        // Half a product, wrong in every way that typing allows.
        let typed = json!({ "title": { "ar": "صحن أز" }, "price": { "amount": "12,", "currency": "TND" }, "moq": "two" });
        maker.put_json(draft, &typed).await.expect(200);
        let kept = maker.get(draft).await.expect(200).json();
        assert_eq!((&kept["form"]["title"]["ar"], &kept["form"]["moq"]), (&json!("صحن أز"), &json!("two")));
        assert_eq!(maker.put_json(draft, &json!({ "colour": "blue" })).await.wrong_fields().len(), 1);
        maker.put_json(draft, &json!({ "title": { "en": "x".repeat(100_000) } })).await.expect(413);

        let found = maker.get("/workshop/products/new").await;
        found.expect(200).shows("You have unsaved changes from 2 March 2026, 09:00 UTC");
        assert!(!found.text().contains("صحن أز") && !found.text().contains("data-draft=\"/"));
        let page = maker.get("/workshop/products/new/draft").await;
        page.expect(200).shows("These are your unsaved changes");
        assert!(page.text().contains("صحن أز") && page.text().contains("data-draft=\"/api/v1/workshop/drafts/product\""));
        // Another person of another house sees nothing of it.
        app.maker("Rival").await.get(draft).await.expect(404);

        maker.post_form("/workshop/products/new", &[("title[ar]", "صحن"), ("moq", "two")]).await.expect(422);
        maker.get(draft).await.expect(200);
        maker.post_form("/workshop/products/new", &[("title[ar]", "صحن أزرق")]).await.expect(303);
        maker.get(draft).await.expect(404);
        maker.get("/workshop/products/new").await.hides("You have unsaved changes");
    }

    async fn a_draft_is_kept_without_a_script_and_thrown_away(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let bench = format!("/workshop/products/{}", product["id"]);
        maker.get(&bench).await.expect(200).shows("Keep as a draft");
        let form = [("title[en]", "Green bowl"), ("version", "1")];
        assert_eq!(maker.post_form(&format!("{bench}/draft"), &form).await.location(), bench);
        maker.get(&bench).await.shows("Your draft is kept").shows("You have unsaved changes");
        let seen = maker.get(&format!("/api/v1/products/{}", product["id"])).await.json();
        assert_eq!(seen["title"]["en"], "Blue bowl");
        assert!(maker.get(&format!("{bench}/draft")).await.text().contains("Green bowl"));
        maker.post(&format!("{bench}/draft/delete")).await.expect(303);
        maker.get(&bench).await.hides("You have unsaved changes");
        app.maker("Rival").await.post_form(&format!("{bench}/draft"), &form).await.expect(404);
        app.maker("Other").await.get(&format!("/api/v1/products/{}/draft", product["id"])).await.expect(404);

        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Blue" } })).await.json();
        let bench = format!("/workshop/collections/{}", collection["id"]);
        maker.post_form(&format!("{bench}/draft"), &[("story[fr]", "Une hist"), ("version", "1")]).await.expect(303);
        assert!(maker.get(&format!("{bench}/draft")).await.text().contains("Une hist"));
        maker.post_form(&bench, &[("title[en]", "Blue"), ("story[fr]", "Une histoire"), ("version", "1")]).await.expect(303);
        maker.get(&format!("/api/v1/collections/{}/draft", collection["id"])).await.expect(404);
        maker.put_json("/api/v1/workshop/drafts/collection", &json!({ "title": { "en": "Gr" } })).await.expect(200);
        maker.get("/workshop/collections/new").await.shows("You have unsaved changes");
        maker.delete("/api/v1/workshop/drafts/collection").await.expect(204);
    }

    async fn two_who_write_at_once_see_each_others_version(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let (id, bench) = (&product["id"], format!("/workshop/products/{}", product["id"]));
        // Somebody else changes title and smallest order.
        let theirs = with(bowl(), json!({ "title": { "en": "Sea bowl", "ar": "وعاء أزرق" }, "moq": 48, "version": 1 }));
        maker.put_json(&format!("/api/v1/products/{id}"), &theirs).await.expect(200);
        // Mine was begun before: another title, another price, the smallest order left as it was.
        let mut mine = vec![
            ("title[en]", "Sky bowl"), ("title[ar]", "وعاء أزرق"), ("description[fr]", "Un bol tourné à la main à Nabeul."),
            ("sku", "B-1"), ("craft", "ceramics"), ("materials", "clay"), ("techniques", "wheel-thrown"),
            ("price[amount]", "14.000"), ("price[currency]", "TND"), ("moq", "24"), ("order_multiple", "6"),
            ("lead_time_days", "30"), ("hs_code", "691200"), ("origin", "TN"), ("version", "1"),
        ];
        let shown = maker.post_form(&bench, &mine).await;
        shown.expect(409).shows("Atelier person changed this on 2 March 2026").shows("Sea bowl").shows("Sky bowl");
        shown.shows("Taken over from there, because you had not changed it: Minimum order");
        let text = shown.text();
        assert!(text.contains("value=\"Sky bowl\"") && text.contains("value=\"48\"") && text.contains("value=\"14.000\""));
        assert!(text.contains("name=\"version\" value=\"2\""));
        let seen = maker.get(&format!("/api/v1/products/{id}")).await.json();
        assert_eq!(seen["title"]["en"], "Sea bowl", "nothing was written");
        // Keeping mine is saving what is shown.
        mine.retain(|(name, _)| !matches!(*name, "version" | "moq"));
        mine.extend([("version", "2"), ("moq", "48")]);
        maker.post_form(&bench, &mine).await.expect(303);
        let seen = maker.get(&format!("/api/v1/products/{id}")).await.json();
        assert_eq!((&seen["title"]["en"], &seen["moq"]), (&json!("Sky bowl"), &json!(48)));
        // A draft that was begun before says so too.
        let form = [("title[en]", "Old idea"), ("version", "1")];
        maker.post_form(&format!("{bench}/draft"), &form).await.expect(303);
        maker.get(&format!("{bench}/draft")).await.expect(200).shows("Changed by both of you").shows("Old idea");
    }

    async fn drafts_are_let_go_of_after_some_weeks(app: TestApp) {
        let maker = app.maker("Atelier").await;
        maker.put_json("/api/v1/workshop/drafts/product", &json!({ "sku": "1" })).await.expect(200);
        app.fondouk.house.db.clock().advance(TimeDelta::days(41));
        assert_eq!(app.write(forget_old_drafts).await, 0);
        app.fondouk.house.db.clock().advance(TimeDelta::days(2));
        assert_eq!(app.write(forget_old_drafts).await, 1);
    }
}
