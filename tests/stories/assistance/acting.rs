//! Under a consent, and only there.

use diesel::prelude::*;
use fondouk::accounts;
use fondouk::db::schema::events::dsl;
use fondouk::web::Act;
use serde_json::json;

use super::{Three, colleague, piece};
use crate::stories::catalogue::with;

stories! {
    async fn an_agent_does_for_a_maker_what_the_maker_has_consented_to(app: TestApp) {
        let three = Three::meet(&app).await;
        // Before it, the maker is nobody whom the agent could name.
        let deputy = three.deputy();
        deputy.post_json("/api/v1/products", &piece()).await.expect(404);
        let consent = three.consent(json!(["catalogue"])).await;
        assert_eq!(consent["state"], "given");

        let product = three.add().await;
        assert_eq!(product["maker"]["slug"], json!(three.maker.slug));
        let id = &product["id"];
        deputy.post(&format!("/api/v1/products/{id}/publish")).await.expect(200);
        three.maker.get(&format!("/api/v1/products/{id}")).await.expect(200);

        // The facts say who, for whom and on what ground.
        let (maker, consent) = (three.maker.organisation.0, consent["id"].as_i64());
        let acted: Vec<(Option<i64>, Option<i64>, Option<i64>)> = app
            .read(|conn| {
                let facts = dsl::events.filter(dsl::kind.like("product-%")).order(dsl::id);
                Ok(facts.select((dsl::person_id, dsl::organisation_id, dsl::consent_id)).load(conn)?)
            })
            .await;
        assert!(!acted.is_empty());
        let agent = three.agent.get("/api/v1/me").await.expect(200).json()["id"].as_i64();
        assert!(acted.iter().all(|fact| *fact == (agent, Some(maker), consent)), "{acted:?}");

        // What was not named is refused, and what nobody may do for a maker is not even asked for.
        for path in ["/api/v1/workshop/certificates", "/api/v1/quotes", "/api/v1/agreements", "/api/v1/deals"] {
            deputy.get(path).await.expect(403);
        }
        deputy.get("/api/v1/workshop/consents").await.expect(403);
        let more = json!({ "helper": three.agent.slug, "acts": ["agreements"] });
        deputy.post_json("/api/v1/workshop/consents", &more).await.expect(403);
        deputy.get("/api/v1/workshop/assisted-acts").await.expect(403);
        deputy.post_json("/api/v1/memberships", &json!({ "cluster": "x" })).await.expect(403);
        // The account and its tokens are always the agent's own.
        let me = deputy.get("/api/v1/me").await.expect(200).json();
        assert_eq!(me["organisation"]["slug"], json!(three.agent.slug));
    }

    async fn a_withdrawn_consent_ends_at_once_also_in_a_running_session(app: TestApp) {
        let three = Three::meet(&app).await;
        let consent = three.consent(json!(["catalogue"])).await;
        let product = three.add().await;
        // In the browser the agent chooses the maker, and every page says so.
        let begin = format!("/assistance/makers/{}/begin", three.maker.organisation);
        assert_eq!(three.agent.post(&begin).await.expect(303).location(), "/workshop");
        three.agent.get("/workshop").await.expect(200).shows("You act for Poterie.");
        three.agent.get("/workshop?lang=fr").await.expect(200).shows("Vous agissez pour Poterie.");
        three.agent.get("/workshop?lang=en").await.expect(200);
        three.agent.get("/account").await.expect(200).shows("You act for Poterie.").shows("Cluster Nabeul");
        let edit = format!("/workshop/products/{}", product["id"]);
        three.agent.get(&edit).await.expect(200);

        three.maker.post(&format!("/consents/{}/withdraw", consent["id"])).await.expect(303);
        let answer = three.agent.post_form(&edit, &[("version", "1")]).await;
        answer.expect(403).shows("You may not act for this maker now");
        three.agent.get("/desk").await.expect(200).shows("You no longer act for Poterie");
        let deputy = three.deputy();
        deputy.post_json("/api/v1/products", &piece()).await.expect(403);
        deputy.get("/api/v1/workshop/products").await.expect(403);
        three.agent.post(&begin).await.expect(404);
        three.agent.post("/assistance/stop").await.expect(303);
        three.agent.get("/desk").await.expect(200).hides("Poterie");
        // Nothing of it is forgotten.
        let kept = three.maker.get("/api/v1/workshop/consents").await.expect(200).json();
        assert_eq!(kept["items"][0]["state"], "withdrawn");
        assert_eq!(kept["items"][0]["withdrawn_by"], "Poterie person");
        let letters = app.letters_to("cluster-nabeul@example.org").await;
        assert!(letters.last().unwrap().contains("does not act for Poterie any more"), "{letters:?}");
    }

    async fn a_request_that_was_let_in_is_looked_at_again_inside_the_write(app: TestApp) {
        let three = Three::meet(&app).await;
        let consent = three.consent(json!(["catalogue"])).await;
        let (agent, maker) = (three.agent.organisation, three.maker.organisation);
        let today = app.now().date();
        let let_in = app
            .read(move |conn| {
                let person = accounts::members_of(conn, agent)?[0].id;
                let agent = accounts::member_of(conn, person)?;
                accounts::deputy(conn, agent, maker, Act::Catalogue, today)
            })
            .await;
        let acting = let_in.acting.clone().unwrap();
        let unnamed = accounts::Acting { act: Act::Agreements, ..acting };
        let unnamed = accounts::Member { acting: Some(unnamed), ..let_in.clone() };
        let confirmed = |member: accounts::Member| app.write(move |tx| Ok(member.confirm(tx).is_ok()));
        assert!(confirmed(let_in.clone()).await);
        assert!(!confirmed(unnamed).await);
        three.maker.post(&format!("/api/v1/consents/{}/withdraw", consent["id"])).await.expect(200);
        assert!(!confirmed(let_in).await);
    }

    async fn a_consent_ends_by_its_day_and_names_whom_it_means(app: TestApp) {
        let three = Three::meet(&app).await;
        let other = colleague(&app, three.agent.organisation).await;
        let me = three.agent.get("/api/v1/me").await.expect(200).json()["id"].clone();
        let consent = json!({
            "helper": three.agent.organisation, "agent": me, "acts": ["catalogue"], "ends_on": "2026-03-04",
        });
        three.maker.post_json("/api/v1/workshop/consents", &consent).await.expect(201);
        three.add().await;
        // A colleague was not meant, so there is nothing to know.
        other.acting_for(&three.maker).post_json("/api/v1/products", &piece()).await.expect(404);
        app.days_pass(2);
        three.add().await;
        app.days_pass(1);
        three.deputy().post_json("/api/v1/products", &piece()).await.expect(403);

        let wrong = json!({ "helper": "nobody", "agent": "x", "acts": ["sign everything"], "ends_on": "2020-01-01" });
        let answer = three.maker.post_json("/api/v1/workshop/consents", &wrong).await;
        assert_eq!(answer.expect(422).wrong_fields(), ["agent", "acts", "ends_on"]);
        let wrong = with(wrong, json!({ "acts": ["quotes"], "agent": "", "ends_on": "" }));
        let answer = three.maker.post_json("/api/v1/workshop/consents", &wrong).await;
        assert_eq!(answer.expect(422).wrong_fields(), ["helper"]);
    }

    async fn only_an_owner_lets_others_in(app: TestApp) {
        let three = Three::meet(&app).await;
        let worker = colleague(&app, three.maker.organisation).await;
        let consent = json!({ "helper": three.agent.slug, "acts": ["catalogue"] });
        worker.post_json("/api/v1/workshop/consents", &consent).await.expect(403);
        let given = three.consent(json!(["catalogue"])).await;
        // Closing the door is everybody's.
        worker.post(&format!("/api/v1/consents/{}/withdraw", given["id"])).await.expect(200);
        app.maker("Stranger").await.get(&format!("/api/v1/consents/{}", given["id"])).await.expect(404);
    }
}
