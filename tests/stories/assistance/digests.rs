//! One letter for all of an hour; links that act once and never by being looked at; objections that stop.

use reqwest::Method;
use serde_json::json;

use super::{Three, an_hour_later, facts, links, piece, sweep};

const MAKER: &str = "poterie@example.org";

stories! {
    async fn a_maker_gets_one_letter_for_an_hour_and_confirms_once(app: TestApp) {
        let three = Three::meet(&app).await;
        three.consent(json!(["catalogue"])).await;
        let product = three.add().await;
        three.deputy().post(&format!("/api/v1/products/{}/publish", product["id"])).await.expect(200);
        assert_eq!(sweep(&app).await, 0, "the hour is not over");
        assert_eq!(an_hour_later(&app).await, 1);
        assert_eq!(sweep(&app).await, 0, "told once");
        let letters = app.letters_to(MAKER).await;
        assert_eq!(letters.len(), 2, "the consent, and one digest: {letters:#?}");
        for words in ["Product published", "Cluster Nabeul person (Cluster Nabeul)", "Poterie"] {
            assert!(letters[1].contains(words), "{words}: {}", letters[1]);
        }

        let [confirm, object, withdraw] = links(&app, MAKER).await.try_into().unwrap();
        // A scanner looks as often as it likes.
        let (before, scanner) = (facts(&app).await, app.visitor());
        for link in [&confirm, &object, &withdraw] {
            for _ in 0..3 {
                scanner.get(link).await.expect(200).shows("Cluster Nabeul person (Cluster Nabeul) for Poterie");
                scanner.send(scanner.request(Method::HEAD, link)).await;
            }
        }
        let done = three.maker.get("/api/v1/workshop/assisted-acts").await.expect(200).json();
        assert_eq!((facts(&app).await, &done["items"][0]["answer"]), (before, &json!(null)));
        assert_eq!(
            done["items"][0]["acts"][0]["by"],
            "Cluster Nabeul person (Cluster Nabeul) for Poterie"
        );

        scanner.post(&confirm).await.expect(200).shows("You have confirmed");
        scanner.post(&confirm).await.expect(409).shows("This was answered already");
        scanner.get(&confirm).await.expect(200).shows("This was answered already");
        scanner.post(&object).await.expect(409).shows("This was answered already");
        let done = three.maker.get("/api/v1/workshop/assisted-acts").await.expect(200).json();
        assert_eq!(done["items"][0]["answer"], "confirmed");
        assert_eq!(done["items"][0]["answered_by"], "Poterie person");
        three.add().await;
    }

    async fn an_objection_stops_the_agents_until_it_is_settled(app: TestApp) {
        let three = Three::meet(&app).await;
        three.consent(json!(["catalogue"])).await;
        three.add().await;
        an_hour_later(&app).await;
        let [_, object, _] = links(&app, MAKER).await.try_into().unwrap();
        app.visitor().post_form(&object, &[("reason", "That is not my bowl.")]).await.expect(200);

        let deputy = three.deputy();
        deputy.post_json("/api/v1/products", &piece()).await.expect(403);
        let begin = format!("/assistance/makers/{}/begin", three.maker.organisation);
        three.agent.post(&begin).await.expect(403);
        three.agent.get("/assistance").await.expect(200).shows("Stopped").hides("Work for Poterie");
        for email in ["cluster-nabeul@example.org", "programme@example.org"] {
            let letters = app.letters_to(email).await;
            assert!(letters.last().unwrap().contains("That is not my bowl."), "{email}: {letters:?}");
        }
        three.officer.get("/desk").await.expect(200).shows("Settle a maker's objection");
        three.officer.get("/objections").await.expect(200).shows("That is not my bowl.").shows("Poterie");

        let id = three.officer.get("/api/v1/objections").await.expect(200).json()["items"][0]["id"].clone();
        let (settle, word) = (format!("/api/v1/assisted-acts/{id}/settle"), json!({ "note": "The bowl is gone." }));
        // Neither the agent nor a stranger settles it.
        three.agent.post_json(&settle, &word).await.expect(404);
        deputy.post_json(&settle, &word).await.expect(404);
        app.maker("Stranger").await.post_json(&settle, &word).await.expect(404);
        let empty = three.officer.post_json(&settle, &json!({})).await;
        assert_eq!(empty.expect(422).wrong_fields(), ["note"]);
        three.officer.post_json(&settle, &word).await.expect(200);
        three.officer.post_json(&settle, &word).await.expect(409);
        three.add().await;
        assert!(app.letters_to(MAKER).await.last().unwrap().contains("The bowl is gone."));
    }

    async fn the_maker_answers_in_the_workshop_too(app: TestApp) {
        let three = Three::meet(&app).await;
        three.consent(json!(["catalogue"])).await;
        three.add().await;
        an_hour_later(&app).await;
        three.maker.get("/desk").await.expect(200).shows("Say whether what was done in your name is right");
        let done = three.maker.get("/workshop/assisted-acts").await;
        done.expect(200).shows("Product changed").shows("Cluster Nabeul person (Cluster Nabeul) for Poterie");
        let id = three.maker.get("/api/v1/workshop/assisted-acts").await.expect(200).json()["items"][0]["id"].clone();
        let path = format!("/assisted-acts/{id}");
        three.maker.post_form(&format!("{path}/answer"), &[("answer", "maybe")]).await.expect(422);
        three.maker.post_form(&format!("{path}/answer"), &[("answer", "objected"), ("reason", "No.")]).await.expect(303);
        three.agent.get(&path).await.expect(200).shows("No.");
        three.maker.post_form(&format!("{path}/answer"), &[("answer", "confirmed")]).await.expect(409);
        three.deputy().post_json("/api/v1/products", &piece()).await.expect(403);
        three.maker.post_form(&format!("{path}/settle"), &[("note", "We have talked.")]).await.expect(303);
        three.add().await;
        app.visitor().get(&path).await.expect(303);
        app.maker("Stranger").await.get(&path).await.expect(404);
    }

    async fn a_letters_link_ends_the_consent_and_old_links_end_themselves(app: TestApp) {
        let three = Three::meet(&app).await;
        three.consent(json!(["catalogue"])).await;
        three.add().await;
        an_hour_later(&app).await;
        let [confirm, _, withdraw] = links(&app, MAKER).await.try_into().unwrap();
        app.visitor().post(&withdraw).await.expect(200).shows("The consent has ended");
        app.visitor().post(&withdraw).await.expect(409);
        three.deputy().post_json("/api/v1/products", &piece()).await.expect(403);
        // What was done can still be answered, for thirty days.
        app.visitor().get(&confirm).await.expect(200).shows("Is all of this right?");
        app.days_pass(31);
        app.visitor().get(&confirm).await.expect(404).shows("This link does not work any more");
        app.visitor().post(&confirm).await.expect(404);
        let forgotten = app.write(fondouk::assistance::forget_links).await;
        assert_eq!(forgotten, 3);
        app.visitor().get("/done-for-you/never-ours").await.expect(404);
        app.visitor().post_json("/api/v1/digest-links/never-ours", &json!({})).await.expect(404);
    }
}
