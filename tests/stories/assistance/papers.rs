//! A consent on paper, and the names that stand under what was done.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use super::{Three, piece};
use crate::stories::trade::scene::Scene;
use crate::support::{Actor, Answer, samples};

fn paper(maker: &Actor) -> Form {
    let scan = Part::bytes(samples::picture()).file_name("paper.png");
    Form::new().text("maker", maker.slug.clone()).text("acts", "catalogue").part("file", scan)
}

async fn hand_in(three: &Three, form: Form) -> Answer {
    let request = three.agent.request(Method::POST, "/api/v1/assistance/papers").multipart(form);
    three.agent.send(request).await
}

stories! {
    async fn a_paper_holds_once_an_officer_has_looked_at_it(app: TestApp) {
        let three = Three::meet(&app).await;
        let without = Form::new().text("maker", three.maker.slug.clone()).text("acts", "catalogue");
        assert_eq!(hand_in(&three, without).await.expect(422).wrong_fields(), ["file"]);
        let nobody = Form::new().text("maker", "nobody").text("acts", "catalogue");
        assert_eq!(hand_in(&three, nobody).await.expect(422).wrong_fields(), ["maker"]);
        let given = hand_in(&three, paper(&three.maker)).await.expect(201).json();
        assert_eq!(given["state"], "waiting");
        hand_in(&three, paper(&three.maker)).await.expect(409);
        three.deputy().post_json("/api/v1/products", &piece()).await.expect(403);

        three.officer.get("/desk").await.expect(200).shows("Look at a consent on paper");
        three.officer.get("/consents?waiting=true").await.expect(200).shows("Poterie");
        let own = format!("/consents/{}", given["id"]);
        for reader in [&three.officer, &three.maker, &three.agent] {
            let file = reader.get(&format!("{own}/paper")).await;
            assert_eq!(file.expect(200).header("content-type"), "image/png");
        }
        app.maker("Stranger").await.get(&format!("{own}/paper")).await.expect(404);

        let decide = format!("/api/v1{own}/decision");
        // Whoever brought it does not confirm it.
        three.agent.post_json(&decide, &json!({ "decision": "confirmed" })).await.expect(404);
        let refusal = three.officer.post_json(&decide, &json!({ "decision": "refused" })).await;
        assert_eq!(refusal.expect(422).wrong_fields(), ["note"]);
        let decided = three.officer.post_json(&decide, &json!({ "decision": "confirmed" })).await.expect(200).json();
        assert_eq!((&decided["state"], &decided["decided_by"]), (&json!("given"), &json!("Programme person")));
        three.officer.post_json(&decide, &json!({ "decision": "confirmed" })).await.expect(409);
        three.add().await;
    }

    async fn a_refused_paper_means_nothing(app: TestApp) {
        let three = Three::meet(&app).await;
        let given = hand_in(&three, paper(&three.maker)).await.expect(201).json();
        let refusal = json!({ "decision": "refused", "note": "I never signed this." });
        let path = format!("/api/v1/consents/{}/decision", given["id"]);
        three.maker.post_json(&path, &refusal).await.expect(200);
        three.deputy().post_json("/api/v1/products", &piece()).await.expect(403);
        let letters = app.letters_to("cluster-nabeul@example.org").await;
        assert!(letters.last().unwrap().contains("I never signed this."));
    }

    async fn quotes_and_signatures_say_who_acted_for_whom(app: TestApp) {
        let scene = Scene::new(&app).await;
        let agent = app.person(fondouk::accounts::Kind::Cluster, "Cluster Nabeul", fondouk::accounts::Standing::Approved).await;
        let consent = json!({ "helper": agent.slug, "acts": ["quotes"] });
        scene.maker.post_json("/api/v1/workshop/consents", &consent).await.expect(201);
        let deputy = agent.acting_for(&scene.maker);
        let quote = deputy.post_json("/api/v1/quotes", &scene.offer()).await.expect(201).json();
        let path = format!("/api/v1/quotes/{}", quote["id"]);
        let seen = scene.buyer.get(&path).await.expect(200).json();
        let by = &seen["versions"][0]["acted_for"];
        assert_eq!((&by["agent"], &by["organisation"]), (&json!("Cluster Nabeul person"), &json!("Cluster Nabeul")));
        let page = scene.buyer.get(&format!("/quotes/{}", quote["id"])).await;
        page.expect(200).shows("Cluster Nabeul person (Cluster Nabeul) for");
        // Signing was not named.
        deputy.get("/api/v1/agreements").await.expect(403);
    }
}
