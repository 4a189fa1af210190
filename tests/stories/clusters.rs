//! Clusters and their makers: founded, presented, joined, left; and who is counted.

use fondouk::accounts::{self, Kind, NewPerson, Standing};
use fondouk::clusters;
use fondouk::locale::Language;
use serde_json::{Value, json};

use crate::support::{Actor, PASSWORD, TestApp};

const NABEUL: &str = "art-de-table-nabeul";

async fn seed(app: &TestApp) -> usize {
    app.write(clusters::seed_clusters).await
}

/// An agent of one of the programme's clusters.
async fn agent_of(app: &TestApp, slug: &'static str) -> Actor {
    let email = format!("agent@{slug}.example");
    let password_hash = app.fondouk.passwords.hash(PASSWORD.to_owned()).await.unwrap();
    let new = NewPerson { email: email.clone(), name: "Agent".into(), language: Language::En, password_hash };
    app.write(move |tx| {
        let cluster = clusters::cluster_by_slug(tx, slug)?;
        accounts::join(tx, &new, cluster.organisation_id)
    })
    .await;
    app.sign_in(&email).await
}

fn profile() -> Value {
    json!({
        "place": { "fr": "Nabeul", "ar": "نابل" },
        "crafts": ["ceramics"],
        "story": { "en": "Three sisters and one kiln." },
        "founded": 1987,
        "people_count": "٧",
        "currency": "TND",
    })
}

/// A maker asks; the id of the membership.
async fn ask(maker: &Actor, cluster: &str) -> i64 {
    let asked = maker.post_json("/api/v1/memberships", &json!({ "cluster": cluster })).await;
    asked.expect(201).json()["id"].as_i64().unwrap()
}

async fn decide(by: &Actor, id: i64, decision: &str) -> crate::support::Answer {
    let body = json!({ "decision": decision, "note": "We know the workshop." });
    by.post_json(&format!("/api/v1/memberships/{id}/decision"), &body).await
}

async fn members(app: &TestApp) -> i64 {
    app.get(&format!("/api/v1/clusters/{NABEUL}")).await.expect(200).json()["members"].as_i64().unwrap()
}

stories! {
    async fn the_programme_begins_with_fourteen_clusters_and_never_doubles_them(app: TestApp) {
        assert_eq!(seed(&app).await, 14);
        assert_eq!(seed(&app).await, 0);
        let first = app.get("/api/v1/clusters?limit=10").await.expect(200).json();
        let next = first["next"].as_str().unwrap().to_owned();
        let rest = app.get(&format!("/api/v1/clusters?limit=10&cursor={next}")).await.expect(200).json();
        assert_eq!(first["items"].as_array().unwrap().len() + rest["items"].as_array().unwrap().len(), 14);
        assert_eq!(rest["next"], Value::Null);
        let arabic = app.visitor().reading("ar").get("/clusters").await;
        arabic.expect(200).shows("فنون المائدة بنابل");
    }

    async fn clusters_are_found_by_country_craft_and_the_sector_above_theirs(app: TestApp) {
        seed(&app).await;
        let count = async |query: &str| {
            let found = app.get(&format!("/api/v1/clusters?{query}")).await.expect(200).json();
            found["items"].as_array().unwrap().len()
        };
        assert_eq!(count("country=tn").await, 2);
        assert_eq!(count("sector=tableware").await, 3);
        assert!(count("sector=habitat").await > count("sector=tableware").await);
        assert_eq!(count("craft=carpets").await, 1);
        assert_eq!(app.get("/api/v1/clusters?sector=alchemy&country=XX").await.wrong_fields(), ["country", "sector"]);
        app.get("/clusters?country=TN&craft=mosaic").await.expect(200).shows("El Jem").hides("Art de table of Nabeul");
        app.get("/clusters?country=TN&craft=carpets").await.expect(200).shows("No cluster fits these filters");
        app.get("/sectors").await.expect(200).shows("Tableware 3");
    }

    async fn an_officer_founds_a_cluster_and_edits_it(app: TestApp) {
        let officer = app.officer().await;
        officer.get("/clusters/new").await.expect(200).shows("New cluster");
        let mut form = vec![
            ("name[en]", "Basketry of Mahdia"), ("name[ar]", "سلال المهدية"), ("country", "TN"), ("place[fr]", "Mahdia"),
            ("sector", "habitat"), ("crafts[]", "basketry"), ("summary[en]", "Palm and halfa."),
            ("latitude", "35,5"), ("longitude", "11.06"), ("organisation", ""),
        ];
        let wrong: Vec<_> = form.iter().copied().filter(|(name, _)| *name != "crafts[]" && *name != "longitude").collect();
        let again = officer.post_form("/clusters/new", &wrong).await;
        again.expect(422).shows("Please choose at least one craft").shows("Latitude and longitude go together");
        assert!(again.text().contains("Basketry of Mahdia"), "what was typed stands there again");
        assert_eq!(officer.post_form("/clusters/new", &form).await.location(), "/clusters/basketry-of-mahdia");

        let stored = app.get("/api/v1/clusters/basketry-of-mahdia").await.expect(200).json();
        assert_eq!((&stored["version"], &stored["latitude"]), (&json!(1), &json!(35.5)));
        form.push(("version", "1"));
        form.retain(|(name, _)| *name != "place[fr]");
        form.push(("place[fr]", "Ksour Essef"));
        officer.get("/clusters/basketry-of-mahdia/edit").await.expect(200).shows("Basketry of Mahdia");
        officer.post_form("/clusters/basketry-of-mahdia/edit", &form).await.expect(303);
        officer.post_form("/clusters/basketry-of-mahdia/edit", &form).await.expect(409);
        let stored = app.get("/api/v1/clusters/basketry-of-mahdia").await.expect(200).json();
        assert_eq!((&stored["version"], &stored["place"]["fr"]), (&json!(2), &json!("Ksour Essef")));
    }

    async fn a_cluster_is_handed_to_the_organisation_that_leads_it(app: TestApp) {
        seed(&app).await;
        let officer = app.officer().await;
        let agent = app.person(Kind::Cluster, "Union of potters", Standing::Approved).await;
        let cluster = app.get(&format!("/api/v1/clusters/{NABEUL}")).await.expect(200).json();
        let mut body = json!({ "organisation": "union-of-potters" });
        for field in ["name", "country", "place", "sector", "crafts", "summary", "latitude", "longitude", "version"] {
            body[field] = cluster[field].clone();
        }
        let path = format!("/api/v1/clusters/{NABEUL}");
        agent.put_json(&path, &body).await.expect(403);
        officer.put_json(&path, &body).await.expect(200);
        agent.get(&format!("/clusters/{NABEUL}/presentation")).await.expect(200);
        let other = json!({ "name": { "en": "X" }, "country": "TN", "place": { "en": "X" }, "sector": "habitat",
            "crafts": ["ceramics"], "summary": { "en": "X" }, "organisation": "union-of-potters" });
        assert_eq!(officer.post_json("/api/v1/clusters", &other).await.wrong_fields(), ["organisation"]);
    }

    async fn an_agent_presents_the_own_cluster_and_no_other(app: TestApp) {
        seed(&app).await;
        let agent = agent_of(&app, NABEUL).await;
        agent.get(&format!("/clusters/{NABEUL}/presentation")).await.expect(200).shows("How your cluster presents itself");
        let form = [("version", "1"), ("place[fr]", "Nabeul"), ("crafts[]", "ceramics"), ("summary[fr]", "Terre et émail.")];
        agent.post_form(&format!("/clusters/{NABEUL}/presentation"), &form).await.expect(303);
        agent.post_form("/clusters/mosaic-el-jem/presentation", &form).await.expect(403);
        agent.get("/clusters/mosaic-el-jem/presentation").await.expect(403);
        let cluster = app.get(&format!("/api/v1/clusters/{NABEUL}")).await.expect(200).json();
        assert_eq!(cluster["summary"], json!({ "fr": "Terre et émail." }));
        assert_eq!(cluster["name"]["fr"], "Art de la table de Nabeul");
    }

    async fn a_maker_tells_about_itself_and_is_found_once_approved(app: TestApp) {
        let maker = app.person(Kind::Maker, "Trois Soeurs", Standing::Pending).await;
        maker.get("/workshop/profile").await.expect(200).shows("Five minutes are enough");
        let path = "/api/v1/makers/trois-soeurs";
        maker.put_json(path, &profile()).await.expect(200);
        app.get(path).await.expect(404);
        maker.get(path).await.expect(200);
        app.get("/api/v1/makers?craft=ceramics").await.expect(200);

        let officer = app.officer().await;
        let approve = format!("/api/v1/organisations/{}/standing", maker.organisation);
        officer.post_json(&approve, &json!({ "standing": "approved" })).await.expect(200);
        let found = app.get(path).await.expect(200).json();
        assert_eq!(found["profile"]["people_count"], 7);
        assert_eq!(found["profile"]["exports_itself"], false);
        app.get("/makers?country=TN&craft=ceramics").await.expect(200).shows("Trois Soeurs").shows("Three sisters and one kiln");
        app.get("/makers?craft=leather").await.expect(200).shows("No maker fits these filters").hides("Trois Soeurs");
    }

    async fn a_profile_is_changed_by_its_maker_and_not_behind_anothers_back(app: TestApp) {
        let (maker, other) = (app.maker("Trois Soeurs").await, app.maker("Atelier").await);
        let path = "/api/v1/makers/trois-soeurs";
        maker.put_json(path, &profile()).await.expect(200);
        maker.put_json(path, &profile()).await.expect(409);
        let mut again = profile();
        again["version"] = json!(1);
        again["exports_itself"] = json!(true);
        assert_eq!(maker.put_json(path, &again).await.expect(200).json()["profile"]["version"], 2);
        maker.put_json(path, &again).await.expect(409);
        other.put_json(path, &profile()).await.expect(403);
        other.put_json("/api/v1/makers/nobody", &profile()).await.expect(404);
        app.visitor().put_json(path, &profile()).await.expect(401);
        let wrong = json!({ "crafts": ["alchemy"], "founded": 2999, "people_count": -1, "currency": "TD" });
        let fields = other.put_json("/api/v1/makers/atelier", &wrong).await.wrong_fields();
        assert_eq!(fields, ["place", "crafts", "founded", "people_count", "currency"]);
        let form = [("version", "2"), ("place[fr]", "Nabeul"), ("crafts[]", "ceramics"), ("currency", "TND")];
        assert_eq!(maker.post_form("/workshop/profile", &form).await.location(), "/makers/trois-soeurs");
        // A box that is not ticked is not sent.
        assert_eq!(app.get(path).await.expect(200).json()["profile"]["exports_itself"], false);
    }

    async fn a_cluster_confirms_its_member_and_only_then_counts_it(app: TestApp) {
        seed(&app).await;
        let agent = agent_of(&app, NABEUL).await;
        let maker = app.maker("Trois Soeurs").await;
        maker.get("/workshop/clusters").await.expect(200).shows("You belong to no cluster yet");
        maker.post_form("/workshop/clusters", &[("cluster", "")]).await.expect(422).shows("Please fill this in");
        assert_eq!(maker.post_form("/workshop/clusters", &[("cluster", NABEUL)]).await.location(), "/workshop/clusters");
        maker.get("/workshop/clusters").await.expect(200).shows("Waiting for an answer");
        assert_eq!(members(&app).await, 0);

        let letters = app.letters_to("agent@art-de-table-nabeul.example").await;
        assert!(letters[0].contains("Trois Soeurs would like to belong to Art de table of Nabeul"), "{}", letters[0]);
        let link = app.link_in_letter_to("agent@art-de-table-nabeul.example").await;
        agent.get("/memberships?standing=requested").await.expect(200).shows("Trois Soeurs");
        agent.get(&link).await.expect(200).shows("This maker has not written a profile yet");
        let decision = format!("{link}/decision");
        agent.post_form(&decision, &[("decision", "refused")]).await.expect(422).shows("Please give the reason");
        agent.post_form(&decision, &[("decision", "confirmed")]).await.expect(303);

        assert_eq!(members(&app).await, 1);
        let listed = app.get(&format!("/api/v1/clusters/{NABEUL}/members")).await.expect(200).json();
        assert_eq!(listed["items"][0]["slug"], "trois-soeurs");
        assert_eq!(listed["items"][0]["clusters"][0]["slug"], NABEUL);
        app.get(&format!("/makers?cluster={NABEUL}")).await.expect(200).shows("Trois Soeurs");
        let letters = app.letters_to("trois-soeurs@example.org").await;
        assert!(letters[0].contains("has confirmed Trois Soeurs as a member"), "{}", letters[0]);
    }

    async fn a_confirmed_maker_counts_only_once_the_programme_approves_it_too(app: TestApp) {
        seed(&app).await;
        let (officer, agent) = (app.officer().await, agent_of(&app, NABEUL).await);
        let maker = app.person(Kind::Maker, "Trois Soeurs", Standing::Pending).await;
        let id = ask(&maker, NABEUL).await;
        agent.get("/api/v1/makers/trois-soeurs").await.expect(200);
        decide(&agent, id, "confirmed").await.expect(200);
        assert_eq!(members(&app).await, 0);
        let approve = format!("/api/v1/organisations/{}/standing", maker.organisation);
        officer.post_json(&approve, &json!({ "standing": "approved" })).await.expect(200);
        assert_eq!(members(&app).await, 1);
        officer.post_json(&approve, &json!({ "standing": "suspended", "note": "x" })).await.expect(200);
        assert_eq!(members(&app).await, 0);
    }

    async fn nobody_decides_for_another_cluster(app: TestApp) {
        seed(&app).await;
        let (agent, neighbour) = (agent_of(&app, NABEUL).await, agent_of(&app, "mosaic-el-jem").await);
        let (maker, other) = (app.maker("Trois Soeurs").await, app.maker("Atelier").await);
        let id = ask(&maker, NABEUL).await;
        decide(&neighbour, id, "confirmed").await.expect(404);
        neighbour.get(&format!("/memberships/{id}")).await.expect(404);
        neighbour.get(&format!("/api/v1/memberships?cluster={NABEUL}")).await.expect(404);
        assert_eq!(neighbour.get("/api/v1/memberships").await.expect(200).json()["items"], json!([]));
        decide(&maker, id, "confirmed").await.expect(403);
        other.post(&format!("/api/v1/memberships/{id}/leave")).await.expect(404);
        decide(&agent, id, "ended").await.expect(409);
        decide(&app.officer().await, id, "confirmed").await.expect(200);
        decide(&agent, id, "confirmed").await.expect(409);
        assert_eq!(members(&app).await, 1);
    }

    async fn a_maker_leaves_and_may_come_back_but_not_the_day_after_a_refusal(app: TestApp) {
        seed(&app).await;
        let agent = agent_of(&app, NABEUL).await;
        let maker = app.maker("Trois Soeurs").await;
        let id = ask(&maker, NABEUL).await;
        maker.post_json("/api/v1/memberships", &json!({ "cluster": NABEUL })).await.expect(409);
        decide(&agent, id, "confirmed").await.expect(200);
        maker.post_form(&format!("/workshop/clusters/{id}/leave"), &[]).await.expect(303);
        assert_eq!(members(&app).await, 0);
        maker.post(&format!("/api/v1/memberships/{id}/leave")).await.expect(409);
        let letters = app.letters_to("agent@art-de-table-nabeul.example").await;
        assert!(letters[1].contains("Trois Soeurs has left Art de table of Nabeul"), "{}", letters[1]);

        assert_eq!(ask(&maker, NABEUL).await, id);
        decide(&agent, id, "refused").await.expect(200);
        let letters = app.letters_to("trois-soeurs@example.org").await;
        assert!(letters[1].contains("We know the workshop."), "{}", letters[1]);
        maker.post_json("/api/v1/memberships", &json!({ "cluster": NABEUL })).await.expect(409);
        app.days_pass(30);
        let maker = app.sign_in("trois-soeurs@example.org").await;
        assert_eq!(ask(&maker, NABEUL).await, id);
        let mine = maker.get("/api/v1/memberships/mine").await.expect(200).json();
        assert_eq!(mine["items"][0]["standing"], "requested");
    }

    async fn what_is_no_slug_is_not_found(app: TestApp) {
        let officer = app.officer().await;
        for path in ["/api/v1/clusters/a%00b", "/api/v1/makers/%F0%9F%8F%BA", "/api/v1/makers/A", "/clusters/%00/edit"] {
            assert_eq!(officer.get(path).await.status, 404, "{path}");
        }
        assert_eq!(app.get("/api/v1/makers?cluster=%00").await.wrong_fields(), ["cluster"]);
        let maker = app.maker("Atelier").await;
        let answer = maker.post_json("/api/v1/memberships", &json!({ "cluster": "no\u{0}where" })).await;
        assert_eq!(answer.wrong_fields(), ["cluster"]);
    }
}
