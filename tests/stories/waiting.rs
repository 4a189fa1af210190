//! It makes no difference which came first, the product or the request that its words answer.

use serde_json::{Value, json};

use super::search::market::{on_the_shelf, piece};
use crate::stories::catalogue::with;
use crate::support::Actor;

const REQUESTS: &str = "/api/v1/sourcing-requests";

/// A request that names neither craft nor material, but for what is changed.
async fn opened(buyer: &Actor, title: &str, changes: Value) -> String {
    let request = json!({
        "title": title, "wanted": "…", "language": "fr", "quantity": 24, "destination": "FR", "channel": "shops",
        "needed_by": "2026-08-01",
    });
    let made = buyer.post_json(REQUESTS, &with(request, changes)).await.expect(201).json();
    let path = format!("{REQUESTS}/{}", made["id"]);
    buyer.post(&format!("{path}/open")).await.expect(200);
    path
}

/// How well a product answers a request, and why; None if it does not.
async fn answer(buyer: &Actor, request: &str, product: i64) -> Option<Value> {
    let found = buyer.get(&format!("{request}/matches")).await.expect(200).json()["items"].clone();
    let found = found.as_array().unwrap().iter().find(|one| one["product"] == product)?;
    let told = ["verdict", "score", "contributions", "constraints"];
    Some(told.iter().map(|name| ((*name).to_owned(), found[name].clone())).collect())
}

/// By what the subject of a match holds.
fn why(found: &Value) -> &Value {
    let constraints = found["constraints"].as_array().unwrap();
    let subject = constraints.iter().find(|one| one["name"] == "subject").unwrap();
    &subject["why"]["is"]
}

async fn tray(maker: &Actor) -> i64 {
    let wood = json!({ "craft": "olive-wood", "materials": ["olive-wood"], "price": null });
    on_the_shelf(
        maker,
        "Carved tray",
        with(wood, json!({ "price": { "amount": "20.000", "currency": "TND" } })),
    )
    .await
}

stories! {
    async fn it_makes_no_difference_which_came_first(app: TestApp) {
        let (maker, buyer) = (app.maker("Atelier").await, app.buyer("Maison").await);
        let _workers = app.start_workers().await;
        let early = tray(&maker).await;
        // The same thing in French, in Arabic, narrower than what is asked for, misspelt; then what it does not answer.
        let mut requests = Vec::new();
        for (title, changes, answers) in [
            ("Plateaux", json!({}), true),
            ("صواني", json!({ "language": "ar" }), true),
            ("Art de la table", json!({}), true),
            ("Plateuax", json!({}), true),
            ("Lanternes", json!({}), false),
            // A question would be answered by whatever has a word of it.
            ("Quels plateaux sont faits en Tunisie ?", json!({}), false),
            ("Plateaux", json!({ "crafts": ["copperware"] }), false),
            ("Plateaux", json!({ "materials": ["brass"] }), false),
        ] {
            requests.push((title, opened(&buyer, title, changes).await, answers));
        }
        app.settled().await;
        let late = tray(&maker).await;
        app.settled().await;
        for (title, request, answers) in &requests {
            let (first, second) = (answer(&buyer, request, early).await, answer(&buyer, request, late).await);
            assert_eq!(first, second, "{title}");
            assert_eq!(first.is_some(), *answers, "{title}: {first:?}");
            if let Some(found) = first {
                assert_eq!((&found["verdict"], why(&found)), (&json!("match"), &json!("called")), "{title}: {found}");
            }
        }
    }

    async fn the_first_answers_are_told_at_once_and_together(app: TestApp) {
        let (one, other, buyer) = (app.maker("Atelier").await, app.maker("Bois").await, app.buyer("Maison").await);
        // The facts pile up: when the first product is looked at, the request is open already.
        let first = tray(&one).await;
        let request = opened(&buyer, "Plateaux", json!({})).await;
        let second = tray(&other).await;
        let _workers = app.start_workers().await;
        app.settled().await;
        assert!(answer(&buyer, &request, first).await.is_some() && answer(&buyer, &request, second).await.is_some());
        let letters = app.letters_to("maison@example.org").await;
        let about: Vec<&String> = letters.iter().filter(|letter| letter.contains("Plateaux")).collect();
        assert_eq!(about.len(), 1, "{letters:?}");
        assert!(about[0].contains("2 products of 2 makers"), "{}", about[0]);
    }

    async fn what_waits_is_what_is_open_now(app: TestApp) {
        let (maker, buyer, officer) = (app.maker("Atelier").await, app.buyer("Maison").await, app.officer().await);
        let _workers = app.start_workers().await;
        let changed = opened(&buyer, "Plateaux", json!({})).await;
        let closed = opened(&buyer, "Plateaux", json!({})).await;
        let taught = opened(&buyer, "Zarbouta", json!({})).await;
        let first = tray(&maker).await;
        app.settled().await;
        assert!(answer(&buyer, &changed, first).await.is_some());
        assert!(answer(&buyer, &closed, first).await.is_some());
        assert!(answer(&buyer, &taught, first).await.is_none());

        let request = buyer.get(&changed).await.expect(200).json();
        let lanterns = json!({
            "title": "Lanternes", "wanted": "…", "language": "fr", "quantity": 24, "destination": "FR", "channel": "shops",
            "needed_by": "2026-08-01", "version": request["version"],
        });
        buyer.put_json(&changed, &lanterns).await.expect(200);
        buyer.post(&format!("{closed}/close")).await.expect(200);
        let shipped = officer.get("/api/v1/lexicon/tray").await.expect(200).json();
        let mut labels = shipped["labels"].clone();
        labels["also"].as_array_mut().unwrap().push(json!("zarbouta"));
        let correction = json!({
            "class": shipped["class"], "labels": labels, "broader": shipped["broader"], "near": shipped["near"], "version": 0,
        });
        officer.put_json("/api/v1/lexicon/tray", &correction).await.expect(200);
        let second = tray(&maker).await;
        app.settled().await;
        assert!(answer(&buyer, &changed, first).await.is_none(), "not asked for any more");
        assert!(answer(&buyer, &changed, second).await.is_none());
        assert!(answer(&buyer, &closed, second).await.is_none());
        assert!(answer(&buyer, &taught, second).await.is_some(), "an officer has said what it is");

        // Opened again, it waits again; what came meanwhile is found with it.
        buyer.post(&format!("{closed}/open")).await.expect(200);
        let third = tray(&maker).await;
        app.settled().await;
        for product in [first, second, third] {
            assert!(answer(&buyer, &closed, product).await.is_some(), "{product}");
        }
        // What is renamed answers another request from then on.
        let path = format!("/api/v1/products/{third}");
        let version = maker.get(&path).await.expect(200).json()["version"].clone();
        let lantern = with(piece("Carved lantern", json!({})), json!({ "version": version, "craft": "olive-wood" }));
        maker.put_json(&path, &lantern).await.expect(200);
        app.settled().await;
        assert!(answer(&buyer, &closed, third).await.is_none());
        assert!(answer(&buyer, &changed, third).await.is_some());
    }
}
