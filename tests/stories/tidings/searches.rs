//! What is published after a search was saved, and answers it, stands in its owner's letter: by the rules of search, and
//! as far as its owner may see.

use super::*;
use crate::stories::catalogue::create;
use crate::stories::search::market::{on_the_shelf, piece};

const SEARCHES: &str = "/api/v1/saved-searches";
const BUYER: &str = "maison-clair@example.org";

async fn saves(actor: &Actor, name: &str, search: &str) -> Value {
    actor.post_json(SEARCHES, &json!({ "name": name, "search": search })).await.expect(201).json()
}

stories! {
    async fn what_is_new_for_a_saved_search_stands_in_the_letter(app: TestApp) {
        let (maker, buyer) = (app.maker("Atelier").await, app.buyer("Maison Clair").await);
        let _workers = app.start_workers().await;
        on_the_shelf(&maker, "Old tray", json!({})).await;
        app.settled().await;
        app.fondouk.house.clock().advance(TimeDelta::seconds(1));
        saves(&buyer, "Trays for the terrace", "/search?q=plateaux&lang=fr&cursor=x").await;
        saves(&buyer, "Cheap things of clay", "material=clay&price_max=20&currency=TND").await;
        saves(&buyer, "Lanterns", "q=lantern").await;
        app.fondouk.house.clock().advance(TimeDelta::seconds(1));
        let wood = json!({ "craft": "olive-wood", "materials": ["olive-wood"] });
        on_the_shelf(&maker, "Carved tray", wood.clone()).await;
        on_the_shelf(&maker, "Dear jug", json!({ "price": { "amount": "90.000", "currency": "TND" } })).await;
        on_the_shelf(&maker, "Plain jug", json!({ "price": { "amount": "9.000", "currency": "TND" } })).await;
        let german = create(&maker, &piece("Tray for Germany", wood.clone())).await;
        let terms = json!({ "only_in": ["DE"], "version": german["version"] });
        maker.put_json(&format!("/api/v1/products/{}/terms", german["id"]), &terms).await.expect(200);
        maker.post(&format!("/api/v1/products/{}/publish", german["id"])).await.expect(200);
        let gone = on_the_shelf(&maker, "Tray that goes again", wood.clone()).await;
        let renamed = on_the_shelf(&maker, "Tray that is renamed", wood).await;
        app.settled().await;
        maker.post(&format!("/api/v1/products/{gone}/withdraw")).await.expect(200);
        let path = format!("/api/v1/products/{renamed}");
        let version = maker.get(&path).await.expect(200).json()["version"].clone();
        let chair = json!({ "title": { "en": "Chair" }, "version": version, "craft": "olive-wood", "materials": ["olive-wood"] });
        let chair = with(piece("Chair", json!({})), chair);
        maker.put_json(&path, &chair).await.expect(200);
        app.settled().await;

        hours_pass(&app, 22).await;
        tell(&app).await;
        let letter = app.letters_to(BUYER).await.pop().unwrap();
        for words in ["Trays for the terrace", "Carved tray · Atelier", "Cheap things of clay", "Plain jug · Atelier"] {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        for words in ["Old tray", "Dear jug", "Germany", "goes again", "renamed", "Chair", "Lanterns", "TND ", "9.000"] {
            assert!(!letter.contains(words), "{words}: {letter}");
        }
        assert_eq!(subjects(&app, BUYER).await, ["New for you: 2 products"]);
    }

    async fn whoever_may_not_see_prices_any_more_is_not_told_by_them(app: TestApp) {
        let (maker, buyer) = (app.maker("Atelier").await, app.buyer("Maison Clair").await);
        let (officer, waiting) = (app.officer().await, app.pending_buyer("Not yet").await);
        let priced = json!({ "name": "Cheap", "search": "price_max=20&currency=TND" });
        waiting.post_json(SEARCHES, &priced).await.expect(403);
        maker.post_json(SEARCHES, &priced).await.expect(403);
        let _workers = app.start_workers().await;
        saves(&buyer, "Cheap", "price_max=20&currency=TND").await;
        app.fondouk.house.clock().advance(TimeDelta::seconds(1));
        on_the_shelf(&maker, "Plain jug", json!({ "price": { "amount": "9.000", "currency": "TND" } })).await;
        app.settled().await;
        let standing = json!({ "standing": "suspended", "note": "Gone." });
        officer.post_json(&format!("/api/v1/organisations/{}/standing", buyer.organisation), &standing).await.expect(200);
        on_the_shelf(&maker, "Second jug", json!({ "price": { "amount": "9.000", "currency": "TND" } })).await;
        app.settled().await;
        hours_pass(&app, 22).await;
        tell(&app).await;
        let letters = app.letters_to(BUYER).await;
        assert!(letters.iter().all(|letter| !letter.contains("jug")), "{letters:#?}");
    }

    async fn searches_are_saved_listed_and_deleted(app: TestApp) {
        let (buyer, other) = (app.buyer("Maison Clair").await, app.buyer("Rival").await);
        let _workers = app.start_workers().await;
        buyer.get("/search?q=zellige&country=MA").await.expect(200).shows("Save this search");
        buyer.get("/search").await.expect(200).hides("Save this search");
        buyer.get("/search?q=zellige&kind=maker").await.expect(200).hides("Save this search");
        app.visitor().get("/search?q=zellige").await.expect(200).hides("Save this search");

        let form = [("name", "Tiles of Fez"), ("search", "/search?q=zellige&country=MA&sort=newest")];
        assert_eq!(buyer.post_form("/account/searches", &form).await.location(), "/account/searches");
        buyer.get("/account/searches").await.expect(200).shows("Tiles of Fez");
        let own = buyer.get(SEARCHES).await.expect(200).json()["items"][0].clone();
        assert_eq!((&own["query"], &own["address"]), (&json!("q=zellige&country=MA"), &json!("/search?q=zellige&country=MA")));
        let path = format!("{SEARCHES}/{}", own["id"]);
        other.delete(&path).await.expect(404);
        assert_eq!(other.get(SEARCHES).await.json()["items"], json!([]));

        for (search, says) in [
            ("", ""), ("sort=newest", "Say what is looked for"), ("kind=maker&q=dar", "Only products"), ("moq_max=few", "whole number"),
            ("q=Which+trays+are+made+of+olive+wood+in+Tunisia%3F", "whole sentence"),
        ] {
            let wrong = buyer.post_json(SEARCHES, &json!({ "name": "x", "search": search })).await;
            assert_eq!(wrong.wrong_fields(), ["search"], "{search}");
            assert!(wrong.text().contains(says), "{search}: {}", wrong.text());
        }
        buyer.post_form("/account/searches", &[("name", ""), ("search", "q=bowls")]).await.expect(422).shows("Address of the search");
        buyer.delete(&path).await.expect(204);
        buyer.delete(&path).await.expect(404);

        for number in 0..50 {
            saves(&buyer, &format!("Search {number}"), "q=bowls").await;
        }
        buyer.post_json(SEARCHES, &json!({ "name": "One more", "search": "q=bowls" })).await.expect(409);
        let second = buyer.get(&format!("{SEARCHES}?limit=10")).await.expect(200).json();
        assert_eq!(second["items"].as_array().unwrap().len(), 10);
        let page = buyer.get("/account/searches").await;
        let id = second["items"][0]["id"].clone();
        page.expect(200).shows("Search 49");
        assert_eq!(buyer.post(&format!("/account/searches/{id}/delete")).await.location(), "/account/searches");
        saves(&buyer, "One more", "q=bowls").await;
    }
}
