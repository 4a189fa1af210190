//! On the shelf means found, off the shelf means gone, and nobody has to do anything about it.

use std::time::{Duration, Instant};

use serde_json::json;

use super::market::{found, on_the_shelf, piece, search, titles};
use crate::stories::catalogue::{bowl, create, with};
use crate::support::{Actor, samples};

/// What is promised.
const AT_ONCE: Duration = Duration::from_secs(1);
/// A busy machine may let everybody wait; what takes longer than this does not come.
const PATIENCE: Duration = Duration::from_secs(60);

/// Looks until a search finds so many, and says how long that took.
async fn until(actor: &Actor, question: &[(&str, &str)], total: u64) -> Duration {
    let begun = Instant::now();
    loop {
        let answer = search(actor, question).await;
        if answer["total"] == total {
            return begun.elapsed();
        }
        assert!(begun.elapsed() < PATIENCE, "not {total} after {PATIENCE:?}: {answer}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn decide(officer: &Actor, maker: &Actor, standing: &str) {
    let path = format!("/api/v1/organisations/{}/standing", maker.organisation);
    let decision = json!({ "standing": standing, "note": "Seen on the spot." });
    officer.post_json(&path, &decision).await.expect(200);
}

stories! {
    async fn what_is_published_is_found_and_what_is_withdrawn_is_gone_within_a_second(app: TestApp) {
        let (maker, visitor) = (app.maker("Atelier").await, app.visitor());
        let id = create(&maker, &bowl()).await["id"].clone();
        let _workers = app.start_workers().await;
        let question = [("q", "bowl"), ("kind", "product")];
        let mut delays = Vec::new();
        // Not one slow moment of a busy machine breaks the promise, but ten in a row do.
        for _ in 0..10 {
            assert_eq!(search(&visitor, &question).await["total"], 0);
            maker.post(&format!("/api/v1/products/{id}/publish")).await.expect(200);
            let published = app.read(fondouk::events::newest).await;
            let appeared = until(&visitor, &question, 1).await;
            app.caught_up().await;
            assert!(app.fondouk.finder.applied() >= published, "the index says how far it has followed");
            maker.post(&format!("/api/v1/products/{id}/withdraw")).await.expect(200);
            let withdrawn = app.read(fondouk::events::newest).await;
            let vanished = until(&visitor, &question, 0).await;
            app.caught_up().await;
            assert!(app.fondouk.finder.applied() >= withdrawn);
            println!("{}: found after {appeared:?}, gone after {vanished:?}", app.backend.name());
            delays.push(appeared.max(vanished));
            if appeared.max(vanished) <= AT_ONCE {
                return;
            }
        }
        panic!("never within a second: {delays:?}");
    }

    async fn a_new_title_replaces_the_old_one(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let id = on_the_shelf(&maker, "Blue bowl", json!({})).await;
        let _workers = app.start_workers().await;
        let path = format!("/api/v1/products/{id}");
        let version = maker.get(&path).await.expect(200).json()["version"].clone();
        let renamed = with(piece("Crimson plate", json!({})), json!({ "version": version }));
        maker.put_json(&path, &renamed).await.expect(200);
        until(&app.visitor(), &[("q", "crimson"), ("kind", "product")], 1).await;
        assert_eq!(search(&app.visitor(), &[("q", "blue"), ("kind", "product")]).await["total"], 0);
    }

    async fn with_a_suspended_maker_all_it_offers_is_gone_and_comes_back_with_it(app: TestApp) {
        let (maker, other, officer) = (app.maker("Atelier").await, app.maker("Other").await, app.officer().await);
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Bowls" } })).await;
        let collection = collection.expect(201).json()["id"].clone();
        on_the_shelf(&maker, "Blue bowl", json!({ "collection": collection })).await;
        maker.post(&format!("/api/v1/collections/{collection}/publish")).await.expect(200);
        on_the_shelf(&other, "Green bowl", json!({})).await;
        let _workers = app.start_workers().await;
        let all = ["Atelier", "Blue bowl", "Bowls", "Green bowl", "Other"];
        assert_eq!(found(&app.visitor(), &[]).await, all);

        decide(&officer, &maker, "suspended").await;
        until(&app.visitor(), &[], 2).await;
        for asking in [&app.visitor(), &maker, &officer] {
            assert_eq!(found(asking, &[]).await, ["Green bowl", "Other"], "whoever asks");
        }
        let left = search(&app.visitor(), &[("maker", "atelier")]).await;
        assert_eq!((&left["total"], &left["hits"]), (&json!(0), &json!([])));

        decide(&officer, &maker, "approved").await;
        until(&app.visitor(), &[], 5).await;
        assert_eq!(found(&app.visitor(), &[]).await, all);
    }

    async fn a_draft_is_found_by_nobody_not_even_by_its_maker(app: TestApp) {
        let (maker, officer, buyer) = (app.maker("Atelier").await, app.officer().await, app.buyer("Maison").await);
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Secret shelf" } })).await;
        let collection = collection.expect(201).json()["id"].clone();
        let whole = create(&maker, &piece("Secret bowl", json!({ "collection": collection }))).await["id"].clone();
        create(&maker, &json!({ "title": { "en": "Secret sketch" } })).await;
        let _workers = app.start_workers().await;
        let everyone = [app.visitor(), maker.clone(), officer, buyer];
        for asking in &everyone {
            for question in [&[("q", "secret")][..], &[("kind", "product")], &[("kind", "collection")]] {
                let answer = search(asking, question).await;
                assert_eq!(answer["total"], 0, "{question:?}");
                assert_eq!(answer["facets"]["craft"], json!([]), "nor counted");
            }
            asking.get("/search?q=secret").await.expect(200).hides("Secret bowl").hides("Secret sketch");
        }

        // A published thing does not drag along what lies beside it.
        maker.post(&format!("/api/v1/products/{whole}/publish")).await.expect(200);
        until(&app.visitor(), &[("q", "secret")], 1).await;
        assert_eq!(found(&maker, &[("q", "secret")]).await, ["Secret bowl"]);
    }

    async fn a_collection_is_found_by_what_is_on_show_in_it_and_not_by_its_drafts(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Tables" } })).await;
        let collection = collection.expect(201).json()["id"].clone();
        on_the_shelf(&maker, "Blue bowl", json!({ "collection": collection })).await;
        maker.post(&format!("/api/v1/collections/{collection}/publish")).await.expect(200);
        let sketch = piece("Saddle", json!({ "collection": collection, "craft": "leather", "materials": ["leather"] }));
        let sketch = create(&maker, &sketch).await["id"].clone();
        let _workers = app.start_workers().await;
        let collections = |craft: &'static str| [("kind", "collection"), ("craft", craft)];
        assert_eq!(search(&app.visitor(), &collections("ceramics")).await["total"], 1);
        let unseen = search(&app.visitor(), &collections("leather")).await;
        assert_eq!(unseen["total"], 0, "its draft is nobody's business: {unseen}");
        assert_eq!(search(&app.visitor(), &[("q", "leather")]).await["total"], 0);

        maker.post(&format!("/api/v1/products/{sketch}/publish")).await.expect(200);
        until(&app.visitor(), &collections("leather"), 1).await;
        maker.post(&format!("/api/v1/products/{sketch}/withdraw")).await.expect(200);
        until(&app.visitor(), &collections("leather"), 0).await;
    }

    async fn a_collection_shows_no_picture_that_was_taken_away(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let collection = maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Tables" } })).await;
        let collection = collection.expect(201).json()["id"].clone();
        let product = on_the_shelf(&maker, "Blue bowl", json!({ "collection": collection })).await;
        maker.post(&format!("/api/v1/collections/{collection}/publish")).await.expect(200);
        let _workers = app.start_workers().await;
        let cover = async || {
            app.caught_up().await;
            let answer = search(&app.visitor(), &[("kind", "collection")]).await;
            assert_eq!(titles(&answer), ["Tables"]);
            answer["hits"][0]["picture"].clone()
        };
        assert_eq!(cover().await, json!(null));
        let part = reqwest::multipart::Part::bytes(samples::picture()).file_name("bowl.png");
        let form = reqwest::multipart::Form::new().part("file", part);
        let path = format!("/api/v1/products/{product}/pictures");
        let picture = maker.send(maker.request(reqwest::Method::POST, &path).multipart(form)).await;
        let picture = picture.expect(201).json()[0]["id"].clone();
        let shown = cover().await;
        app.get(shown.as_str().expect("its first product lends it a picture")).await.expect(200);
        maker.delete(&format!("/api/v1/pictures/{picture}")).await;
        assert_eq!(cover().await, json!(null));
    }
}
