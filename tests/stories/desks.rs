//! The front page, the pages of one maker and one cluster, and each person's day.

use fondouk::accounts::{Kind, Standing};
use fondouk::clusters;
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

const NABEUL: &str = "art-de-table-nabeul";

fn profile() -> Value {
    json!({
        "place": { "fr": "Nabeul" },
        "crafts": ["ceramics"],
        "story": { "fr": "Trois sœurs.\n\nUn seul four.", "ar": "ثلاث أخوات." },
        "founded": 1987,
        "currency": "TND",
    })
}

/// The keys of what waits for somebody, and of what they could do next.
async fn desk(person: &Actor) -> (Vec<String>, Vec<String>) {
    let desk = person.get("/api/v1/desk").await.expect(200).json();
    let keys = |list: &Value| {
        list.as_array().unwrap().iter().map(|task| task["key"].as_str().unwrap().to_owned()).collect()
    };
    (keys(&desk["waiting"]), keys(&desk["next_steps"]))
}

async fn confirmed_in_nabeul(app: &TestApp, maker: &Actor) {
    let asked =
        maker.post_json("/api/v1/memberships", &json!({ "cluster": NABEUL })).await.expect(201).json();
    let path = format!("/api/v1/memberships/{}/decision", asked["id"]);
    let officer = app.person(Kind::Programme, "Second desk", Standing::Approved).await;
    officer.post_json(&path, &json!({ "decision": "confirmed" })).await.expect(200);
}

stories! {
    async fn an_empty_house_is_still_a_house(app: TestApp) {
        let page = app.get("/").await;
        page.expect(200).shows("Made by hand, agreed in the courtyard").shows("You make");
        assert!(page.text().contains(r#"action="/search""#));
        let overview = app.get("/api/v1/overview").await.expect(200).json();
        assert_eq!(overview, json!({ "makers": 0, "clusters": 0, "collections": 0, "products": 0, "countries": [] }));
    }

    async fn the_front_page_names_the_clusters_by_country_in_three_languages(app: TestApp) {
        app.write(clusters::seed_clusters).await;
        app.maker("Trois Soeurs").await;
        app.person(Kind::Maker, "Waiting", Standing::Pending).await;
        let overview = app.get("/api/v1/overview").await.expect(200).json();
        assert_eq!((&overview["makers"], &overview["clusters"]), (&json!(1), &json!(14)));
        assert_eq!(overview["countries"], json!(["DZ", "EG", "JO", "LB", "MA", "PS", "TN"]));

        let english = app.get("/").await;
        english.expect(200).shows("Copperware of Constantine");
        let words = english.words();
        let (algeria, tunisia) = (words.find("Jewellery of Batna"), words.find("Mosaic of El Jem"));
        assert!(algeria.unwrap() < tunisia.unwrap(), "Algeria comes before Tunisia");
        app.visitor().reading("fr").get("/").await.expect(200).shows("Fait à la main, conclu dans la cour").shows("Maroc");
        let arabic = app.visitor().reading("ar").get("/").await;
        arabic.expect(200).shows("صُنع باليد").shows("خزف عمّان");
        assert!(arabic.text().contains(r#"<html lang="ar" dir="rtl">"#));
    }

    async fn a_maker_page_tells_the_story_and_who_vouches_for_it(app: TestApp) {
        app.write(clusters::seed_clusters).await;
        let maker = app.maker("Trois Soeurs").await;
        app.get("/makers/trois-soeurs").await.expect(200).shows("Nothing on show yet");
        maker.put_json("/api/v1/makers/trois-soeurs", &profile()).await.expect(200);
        confirmed_in_nabeul(&app, &maker).await;
        let page = app.get("/makers/trois-soeurs").await;
        page.expect(200).shows("Verified by the programme").shows("Confirmed by Art de table of Nabeul");
        page.shows("Nabeul, Tunisia").shows("Ceramics").shows("1987").hides("Edit our profile");
        // A French story stays French for an English reader, and says so to the machine.
        assert!(page.text().contains(r#"<div class="prose" lang="fr" dir="ltr"><p>Trois sœurs.</p><p>Un seul four.</p></div>"#));
        app.visitor().reading("ar").get("/makers/trois-soeurs").await.expect(200).shows("ثلاث أخوات.");
        maker.get("/makers/trois-soeurs").await.expect(200).shows("Edit our profile");
        app.get("/makers/nobody").await.expect(404);
        app.get("/makers/second-desk").await.expect(404);
    }

    async fn a_waiting_maker_sees_the_own_page_and_nobody_else_does(app: TestApp) {
        let maker = app.person(Kind::Maker, "Trois Soeurs", Standing::Pending).await;
        maker.get("/makers/trois-soeurs").await.expect(200).shows("Until then the public does not see this page");
        app.get("/makers/trois-soeurs").await.expect(404);
        app.buyer("Maison Claire").await.get("/makers/trois-soeurs").await.expect(404);
        app.officer().await.get("/makers/trois-soeurs").await.expect(200);
    }

    async fn a_cluster_page_shows_its_members_and_the_doors_of_its_viewer(app: TestApp) {
        app.write(clusters::seed_clusters).await;
        let path = format!("/clusters/{NABEUL}");
        app.get(&path).await.expect(200).shows("No confirmed members yet").shows("36.45° N, 10.74° E").hides("Ask to join");
        let maker = app.maker("Trois Soeurs").await;
        maker.get(&path).await.expect(200).shows("Ask to join");
        maker.get(&format!("/workshop/clusters?cluster={NABEUL}")).await.expect(200).shows("Art de table of Nabeul");
        confirmed_in_nabeul(&app, &maker).await;
        app.get(&path).await.expect(200).shows("Trois Soeurs").shows("1 maker");
        maker.get(&path).await.expect(200).hides("Ask to join");
        app.officer().await.get(&path).await.expect(200).shows("Members and requests");
        app.get("/clusters/no-such-thing").await.expect(404);
    }

    async fn a_makers_desk_leads_from_one_step_to_the_next(app: TestApp) {
        app.write(clusters::seed_clusters).await;
        let maker = app.maker("Trois Soeurs").await;
        let (waiting, next) = desk(&maker).await;
        assert_eq!(waiting, ["task-write-profile"]);
        assert_eq!(next, ["task-first-product", "task-join-cluster"]);
        maker.put_json("/api/v1/makers/trois-soeurs", &profile()).await.expect(200);
        maker.post_json("/api/v1/memberships", &json!({ "cluster": NABEUL })).await.expect(201);
        let (waiting, next) = desk(&maker).await;
        assert_eq!((waiting, next), (Vec::new(), vec!["task-first-product".to_owned()]));
        maker.get("/desk").await.expect(200).shows("Good day, Trois Soeurs person").shows("Nothing waits for you");
        assert!(app.get("/desk").await.location().starts_with("/sign-in"));
    }

    async fn an_officers_desk_counts_who_waits_and_empties_when_they_are_decided(app: TestApp) {
        app.write(clusters::seed_clusters).await;
        let officer = app.officer().await;
        app.pending_buyer("Maison Claire").await;
        app.pending_buyer("Maison Denise").await;
        let maker = app.person(Kind::Maker, "Trois Soeurs", Standing::Pending).await;
        maker.post_json("/api/v1/memberships", &json!({ "cluster": NABEUL })).await.expect(201);
        let page = officer.get("/desk").await;
        page.expect(200).shows("2 buyers wait to be verified").shows("One maker waits for approval");
        page.shows("One maker waits for the answer of a cluster");
        assert!(page.text().contains("/organisations?kind=buyer&#38;standing=pending"), "{}", page.text());
        let decide = format!("/api/v1/organisations/{}/standing", maker.organisation);
        officer.post_json(&decide, &json!({ "standing": "approved" })).await.expect(200);
        assert_eq!(desk(&officer).await.0, ["task-verify-buyers"]);
        officer.get("/desk?lang=ar").await.expect(200).shows("مشتريان ينتظران التحقق");
    }

    async fn an_agents_desk_shows_the_requests_of_the_own_cluster_only(app: TestApp) {
        app.write(clusters::seed_clusters).await;
        let agent = app.person(Kind::Cluster, "Union of potters", Standing::Approved).await;
        assert_eq!(desk(&agent).await.1, ["task-no-cluster"]);
        let organisation = agent.organisation;
        app.write(move |tx| {
            use diesel::prelude::*;
            use fondouk::db::schema::clusters::dsl;
            diesel::update(dsl::clusters.filter(dsl::slug.eq(NABEUL)))
                .set(dsl::organisation_id.eq(organisation))
                .execute(&mut **tx)?;
            Ok(())
        })
        .await;
        let maker = app.maker("Trois Soeurs").await;
        maker.post_json("/api/v1/memberships", &json!({ "cluster": "mosaic-el-jem" })).await.expect(201);
        assert_eq!(desk(&agent).await.0, Vec::<String>::new());
        maker.post_json("/api/v1/memberships", &json!({ "cluster": NABEUL })).await.expect(201);
        agent.get("/desk").await.expect(200).shows("One maker asks to join your cluster");
    }

    async fn whoever_waits_or_was_refused_reads_why(app: TestApp) {
        let buyer = app.pending_buyer("Maison Claire").await;
        buyer.get("/desk").await.expect(200).shows("Until then wholesale prices stay hidden");
        let decide = format!("/api/v1/organisations/{}/standing", buyer.organisation);
        let refusal = json!({ "standing": "refused", "note": "We could not find your company." });
        app.officer().await.post_json(&decide, &refusal).await.expect(200);
        buyer.get("/desk").await.expect(200).shows("could not approve").shows("We could not find your company.");
        let (waiting, next) = desk(&buyer).await;
        assert!(waiting.is_empty() && next.is_empty());
        let approved = app.buyer("Maison Denise").await;
        assert_eq!(desk(&approved).await.1, ["task-first-request", "task-browse"]);
    }
}
