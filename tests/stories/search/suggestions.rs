//! What is offered to somebody who is still typing: in their language, whatever they type in, and only what is there.

use serde_json::{Value, json};

use super::market::{Market, address, on_the_shelf, piece};
use crate::stories::catalogue::create;
use crate::support::Actor;

async fn suggested(actor: &Actor, question: &[(&str, &str)]) -> Vec<Value> {
    let answer = actor.get(&address("/api/v1/suggestions", question)).await.expect(200).json();
    answer["suggestions"].as_array().unwrap().clone()
}

/// The names of everything that is offered, in their order.
async fn names(actor: &Actor, question: &[(&str, &str)]) -> Vec<String> {
    let all = suggested(actor, question).await;
    all.iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
}

/// The concept with this key among what is offered.
async fn concept(actor: &Actor, question: &[(&str, &str)], key: &str) -> Value {
    let all = suggested(actor, question).await;
    let found = all.iter().find(|one| one["concept"]["key"] == key);
    found.unwrap_or_else(|| panic!("no {key} for {question:?}: {all:?}")).clone()
}

stories! {
    async fn a_craft_is_offered_in_the_readers_language_whatever_the_script(app: TestApp) {
        let market = Market::open(&app).await;
        let _workers = app.start_workers().await;
        for (typed, reader, name) in [
            ("زلي", "en", "zellige"),
            ("zelige", "en", "zellige"),
            ("ZÉLL", "fr", "zellige"),
            ("zel", "ar", "زليج"),
        ] {
            let craft = concept(&market.visitor, &[("q", typed), ("lang", reader)], "zellige").await;
            assert_eq!((&craft["kind"], &craft["title"]), (&json!("concept"), &json!(name)), "{typed}");
            // The tiles, and the cluster that is known for them.
            assert_eq!((&craft["concept"]["class"], &craft["concept"]["documents"]), (&json!("object"), &json!(2)));
            let to = market.visitor.get(craft["href"].as_str().unwrap()).await;
            to.expect(200).shows("Star tiles");
        }
        let craft = concept(&market.visitor, &[("q", "زلي")], "zellige").await;
        assert_eq!((&craft["title"], &craft["concept"]["label"]), (&json!("zellige"), &json!("زليج")));
        let own = concept(&market.visitor.reading("ar"), &[("q", "zel")], "zellige").await;
        assert_eq!(own["title"], "زليج", "as the browser asks for it");

        let page = market.visitor.get(&address("/search/suggestions", &[("q", "زلي"), ("lang", "ar")])).await;
        assert_eq!(page.expect(200).header("cache-control"), "private, max-age=10");
        assert!(page.shows("زليج").shows("قطعة").text().contains("role=\"option\""), "{}", page.text());
        assert_eq!(page.header("set-cookie"), "", "a letter typed is no choice of a language");
    }

    async fn what_is_published_is_offered_by_its_title_with_its_page(app: TestApp) {
        let market = Market::open(&app).await;
        let _workers = app.start_workers().await;
        let things = suggested(&market.visitor, &[("q", "blue "), ("kind", "product,collection")]).await;
        let mut titles: Vec<_> = things.iter().map(|one| one["title"].as_str().unwrap()).collect();
        titles.sort_unstable();
        assert_eq!(titles, ["Blue bowl", "Blue cup", "Blue tables"]);
        for thing in &things {
            let page = market.visitor.get(thing["href"].as_str().unwrap()).await;
            page.expect(200).shows(thing["title"].as_str().unwrap());
        }
        let maker = suggested(&market.visitor, &[("q", "atel"), ("kind", "maker")]).await[0].clone();
        assert_eq!((&maker["title"], &maker["thing"]["slug"]), (&json!("Atelier Nabeul"), &json!(market.nabeul.slug)));
        let cluster = suggested(&market.visitor, &[("q", "art de"), ("kind", "cluster"), ("lang", "fr")]).await[0].clone();
        assert_eq!(cluster["href"], "/clusters/art-de-table-nabeul");

        assert_eq!(names(&market.visitor, &[("q", "blue"), ("limit", "2")]).await.len(), 2);
        assert!(names(&market.visitor, &[("q", "")]).await.is_empty());
        assert!(names(&market.visitor, &[("q", "  ")]).await.is_empty());
        assert!(names(&market.visitor, &[("q", "qqqqqqqq")]).await.is_empty());
        let buyer = app.buyer("Maison").await;
        for actor in [&market.visitor, &buyer, &market.nabeul] {
            let answer = actor.get(&address("/api/v1/suggestions", &[("q", "blue")])).await;
            assert!(!answer.expect(200).text().contains("price"), "{}", answer.text());
            assert!(!answer.text().contains("12.5") && !answer.text().contains("TND"), "{}", answer.text());
        }
    }

    async fn what_is_not_published_is_offered_to_nobody(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        create(&maker, &piece("Secret salver", json!({ "craft": "silverware" }))).await;
        let id = on_the_shelf(&maker, "Salt cellar", json!({ "craft": "silverware" })).await;
        let _workers = app.start_workers().await;
        let asking = [app.visitor(), maker.clone(), officer.clone(), app.buyer("Maison").await];
        for actor in &asking {
            assert_eq!(names(actor, &[("q", "sal"), ("kind", "product")]).await, ["Salt cellar"]);
            assert!(names(actor, &[("q", "secret")]).await.is_empty());
        }
        maker.post(&format!("/api/v1/products/{id}/withdraw")).await.expect(200);
        app.caught_up().await;
        for actor in &asking {
            assert!(names(actor, &[("q", "sal")]).await.is_empty(), "neither the thing nor its craft");
        }
        assert_eq!(names(&asking[0], &[("q", "atel")]).await, ["Atelier"]);
        let decision = json!({ "standing": "suspended", "note": "Seen on the spot." });
        officer.post_json(&format!("/api/v1/organisations/{}/standing", maker.organisation), &decision).await.expect(200);
        app.caught_up().await;
        assert!(names(&asking[0], &[("q", "atel")]).await.is_empty());
    }

    async fn a_wrong_question_names_its_fields(app: TestApp) {
        let _workers = app.start_workers().await;
        let long = "z".repeat(401);
        for (field, value) in
            [("kind", "person"), ("kind", "product,person"), ("limit", "0"), ("limit", "21"), ("limit", "few"), ("lang", "tlh"), ("q", &long)]
        {
            for path in ["/api/v1/suggestions", "/search/suggestions"] {
                let answer = app.get(&address(path, &[(field, value)])).await;
                answer.expect(422);
                if path.starts_with("/api") {
                    assert_eq!(answer.wrong_fields(), [field], "{value}");
                }
            }
        }
    }
}
