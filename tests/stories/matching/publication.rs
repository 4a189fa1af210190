//! For whom a request is, who reads it first, and what becomes of one that has closed.

use fondouk::accounts::{Kind, Standing};
use serde_json::{Value, json};

use super::{BOWL, Bowl, REQUESTS, bowls, drafted, looked_for, matches, opened, published};
use crate::support::{Actor, Backend, TestApp};

fn with(changes: &Value) -> Value {
    let mut body = bowls();
    body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    body
}

async fn listed(actor: &Actor) -> usize {
    actor.get(REQUESTS).await.expect(200).json()["items"].as_array().unwrap().len()
}

stories! {
    async fn an_invitation_is_for_those_who_are_invited(app: TestApp) {
        let (buyer, maker, other) =
            (app.buyer("Maison Clair").await, app.maker("Dar Amal").await, app.maker("Dar Sami").await);
        published(&app, &maker, BOWL).await;
        let another = Bowl { slug: "other-bowl", ..BOWL };
        published(&app, &other, another).await;
        let unknown = with(&json!({ "visibility": "invited", "invited": ["nobody-here"] }));
        assert_eq!(buyer.post_json(REQUESTS, &unknown).await.wrong_fields(), ["invited"]);
        let nobody = with(&json!({ "visibility": "invited", "title": "" }));
        assert_eq!(buyer.post_json(REQUESTS, &nobody).await.wrong_fields(), ["title", "invited"]);

        let body = with(&json!({ "visibility": "invited", "invited": [maker.slug] }));
        let (id, path) = opened(&buyer, &body).await;
        looked_for(&app, id).await;
        let settings = app.fondouk.house.settings.clone();
        app.write(move |tx| {
            let request = fondouk::matching::request(tx, id)?;
            fondouk::matching::letters::invite(tx, &settings, &request)?;
            fondouk::matching::letters::invite(tx, &settings, &request)
        })
        .await;
        let found = matches(&buyer, &path).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["maker_slug"], maker.slug);
        let page = format!("/sourcing-requests/{id}");
        maker.get(&page).await.expect(200).shows("Only for 1 invited");
        for stranger in [&other, &app.person(Kind::Cluster, "Cluster", Standing::Approved).await] {
            stranger.get(&page).await.expect(404);
            assert_eq!(listed(stranger).await, 0);
        }
        assert_eq!((listed(&maker).await, listed(&app.visitor()).await), (1, 0));
        other.get(&format!("/quotes/new?request={id}")).await.expect(404);
        other.get(&format!("/conversations/new?request={id}")).await.expect(404);
        let letters = app.letters_to("dar-amal@example.org").await;
        assert_eq!(letters.iter().filter(|letter| letter.contains("invited your workshop")).count(), 1, "{letters:?}");

        // Changed to all, it is everybody's.
        let open = with(&json!({ "version": buyer.get(&path).await.json()["version"] }));
        buyer.put_json(&path, &open).await.expect(200);
        looked_for(&app, id).await;
        assert_eq!(matches(&buyer, &path).await.len(), 2);
        other.get(&page).await.expect(200);
    }

    async fn a_request_for_one_cluster_stays_within_it(app: TestApp) {
        app.write(fondouk::app::lay_ground).await;
        let (officer, buyer) = (app.officer().await, app.buyer("Maison Clair").await);
        let (maker, other) = (app.maker("Dar Amal").await, app.maker("Dar Sami").await);
        published(&app, &maker, BOWL).await;
        published(&app, &other, Bowl { slug: "other-bowl", ..BOWL }).await;
        let cluster = app.get("/api/v1/clusters").await.expect(200).json()["items"][0]["slug"].clone();
        let asked = maker.post_json("/api/v1/memberships", &json!({ "cluster": cluster })).await.expect(201).json();
        let decision = json!({ "decision": "confirmed" });
        officer.post_json(&format!("/api/v1/memberships/{}/decision", asked["id"]), &decision).await.expect(200);

        let none = with(&json!({ "visibility": "cluster", "cluster": "atlantis" }));
        assert_eq!(buyer.post_json(REQUESTS, &none).await.wrong_fields(), ["cluster"]);
        let (id, path) = opened(&buyer, &with(&json!({ "visibility": "cluster", "cluster": cluster }))).await;
        looked_for(&app, id).await;
        assert_eq!(matches(&buyer, &path).await.len(), 1);
        assert_eq!((listed(&maker).await, listed(&other).await, listed(&officer).await), (1, 0, 1));
        other.get(&path).await.expect(404);
        maker.get(&path).await.expect(200);
    }

    async fn a_closed_request_is_renewed_with_other_days(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let (id, path) = opened(&buyer, &bowls()).await;
        let days = json!({ "needed_by": "2026-09-01", "answers_by": "2026-08-01" });
        buyer.post_json(&format!("{path}/renew"), &days).await.expect(409);
        buyer.post(&format!("{path}/close")).await.expect(200);
        let page = format!("/sourcing-requests/{id}");
        buyer.get(&page).await.expect(200).shows("Open it again");
        buyer.get(&format!("{page}/renew")).await.expect(200).shows("only the days are new");
        let past = buyer.post_form(&format!("{page}/renew"), &[("needed_by", "2026-03-01")]).await;
        past.expect(422).shows("This must be a day from");
        buyer.post_json(&format!("{path}/renew"), &days).await.expect(200);
        let renewed = buyer.get(&path).await.json();
        assert_eq!((&renewed["status"], &renewed["needed_by"], &renewed["quantity"]), (&json!("open"), &json!("2026-09-01"), &json!(120)));
    }

    async fn a_request_says_what_its_words_speak_of(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let _workers = app.start_workers().await;
        app.caught_up().await;
        let words = json!({
            "title": "Paniers tressés", "wanted": "En raphia, avec des anses en cuir de chèvre.", "language": "fr",
            "crafts": [], "materials": [],
        });
        let (id, path) = drafted(&buyer, &with(&words)).await;
        let found = buyer.get(&format!("{path}/recognised")).await.expect(200).json();
        let holds = |key: &str| found["materials"].as_array().unwrap().contains(&json!(key));
        assert!(holds("raffia") && holds("goat-leather") && !holds("leather"), "{found}");
        let page = format!("/sourcing-requests/{id}");
        buyer.get(&page).await.expect(200).shows("We read this from your words").shows("Raffia");
        buyer.post_form(&format!("{page}/recognised"), &[("materials", "raffia")]).await.expect(303);
        assert_eq!(buyer.get(&path).await.json()["materials"], json!(["raffia"]));
        let found = buyer.get(&format!("{path}/recognised")).await.expect(200).json();
        assert!(!found["materials"].as_array().unwrap().contains(&json!("raffia")), "{found}");
        let wrong = json!({ "materials": ["air"] });
        assert_eq!(buyer.post_json(&format!("{path}/recognised"), &wrong).await.wrong_fields(), ["materials"]);
        app.buyer("Rival").await.get(&format!("{path}/recognised")).await.expect(404);
    }
}

async fn review(backend: Backend) {
    let app = TestApp::start_with(backend, |settings| settings.matching.review_requests = true).await;
    let (officer, buyer, maker) =
        (app.officer().await, app.buyer("Maison Clair").await, app.maker("Dar Amal").await);
    let (id, path) = drafted(&buyer, &bowls()).await;
    let page = format!("/sourcing-requests/{id}");
    maker.get(&page).await.expect(404);
    buyer.post(&format!("{page}/open")).await.expect(303);
    assert_eq!(buyer.get(&path).await.json()["status"], "submitted");
    maker.get(&page).await.expect(404);
    maker.get(&format!("/quotes/new?request={id}")).await.expect(404);
    buyer.put_json(&path, &with(&json!({ "version": 2 }))).await.expect(409);
    officer.get("/request-reviews").await.expect(200).shows("Blue bowls");
    officer.get(&format!("{page}/review?lang=fr")).await.expect(200).shows("La publier");
    maker.post_json(&format!("{path}/review"), &json!({ "verdict": "publish" })).await.expect(403);
    let bare = officer.post_json(&format!("{path}/review"), &json!({ "verdict": "send-back" })).await;
    assert_eq!(bare.wrong_fields(), ["note"]);
    let advice = json!({ "verdict": "send-back", "note": "Say which blue." });
    officer.post_json(&format!("{path}/review"), &advice).await.expect(200);
    buyer.get(&page).await.expect(200).shows("Say which blue.");
    let letters = app.letters_to("maison-clair@example.org").await;
    assert!(letters.iter().any(|letter| letter.contains("Say which blue.")), "{letters:?}");

    buyer.post(&format!("{path}/open")).await.expect(200);
    officer.post_json(&format!("{path}/review"), &json!({ "verdict": "publish" })).await.expect(200);
    officer.post_json(&format!("{path}/review"), &json!({ "verdict": "publish" })).await.expect(409);
    maker.get(&page).await.expect(200);
    // Whoever was read once opens again without being read.
    buyer.post(&format!("{path}/close")).await.expect(200);
    buyer.post(&format!("{path}/open")).await.expect(200);
    assert_eq!(buyer.get(&path).await.json()["status"], "open");
}

#[actix_web::test]
async fn an_officer_reads_a_request_first_where_the_programme_wishes_it() {
    review(Backend::Sqlite).await;
}

#[actix_web::test]
#[ignore = "needs PostgreSQL: tests/run provides it"]
async fn an_officer_reads_a_request_first_on_postgres_too() {
    review(Backend::Postgres).await;
}
