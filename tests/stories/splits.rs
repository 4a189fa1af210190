//! A cluster answers a large request as one supplier: an agent splits it, the workshops say yes or no.

use diesel::prelude::*;
use fondouk::accounts::{self, NewPerson};
use fondouk::clock::Date;
use fondouk::clusters::{self, MembershipStanding};
use fondouk::db::schema::{cluster_memberships, letters, maker_profiles, products};
use fondouk::ids::ProductId;
use fondouk::locale::Language;
use serde_json::{Value, json};

use super::matching::{BOWL, Bowl, bowls, opened, published};
use crate::support::{Actor, PASSWORD, TestApp};

const NABEUL: &str = "art-de-table-nabeul";

/// An agent of Nabeul's cluster and its potters, of whom each makes about 900 bowls in the thirteen weeks to June.
pub struct Pottery {
    pub agent: Actor,
    pub buyer: Actor,
    pub potters: Vec<(Actor, ProductId)>,
}

const POTTERS: [(&str, &str, i64); 5] = [
    ("Atelier Amel", "bowl-amel", 20_000),
    ("Atelier Basma", "bowl-basma", 21_000),
    ("Atelier Chadia", "bowl-chadia", 22_000),
    ("Atelier Dalila", "bowl-dalila", 23_000),
    ("Atelier Emna", "bowl-emna", 24_000),
];

impl Pottery {
    pub async fn new(app: &TestApp) -> Self {
        app.write(fondouk::app::lay_ground).await;
        let password_hash = app.fondouk.passwords.hash(PASSWORD.to_owned()).await.unwrap();
        let email = "agent@nabeul.example";
        let agent =
            NewPerson { email: email.into(), name: "Agent".into(), language: Language::En, password_hash };
        app.write(move |tx| {
            let cluster = clusters::cluster_by_slug(tx, NABEUL)?;
            accounts::join(tx, &agent, cluster.organisation_id)
        })
        .await;
        let mut potters = Vec::new();
        for (name, slug, price) in POTTERS {
            let potter = app.maker(name).await;
            let product = published(app, &potter, Bowl { slug, title: name, price, ..BOWL }).await;
            let maker = potter.organisation;
            app.write(move |tx| {
                let (now, cluster) = (tx.now(), clusters::cluster_by_slug(tx, NABEUL)?);
                diesel::insert_into(cluster_memberships::table)
                    .values((
                        cluster_memberships::cluster_id.eq(cluster.id),
                        cluster_memberships::maker_id.eq(maker),
                        cluster_memberships::standing.eq(MembershipStanding::Confirmed),
                        cluster_memberships::requested_at.eq(now),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .await;
            potters.push((potter, product));
        }
        Self { agent: app.sign_in(email).await, buyer: app.buyer("Maison Clair").await, potters }
    }

    /// A request that is open, and the path of its splits.
    pub async fn wanted(&self, quantity: i64) -> String {
        let mut request = bowls();
        request["quantity"] = json!(quantity);
        format!("{}/splits", opened(&self.buyer, &request).await.1)
    }

    pub async fn split(&self, path: &str, form: Value) -> Value {
        self.agent.post_json(path, &form).await.expect(201).json()
    }

    pub async fn choose(&self, split: &Value) -> Value {
        self.agent
            .post_json(&format!("/api/v1/splits/{}/choose", split["id"]), &json!({}))
            .await
            .expect(200)
            .json()
    }
}

pub fn alternative<'a>(splits: &'a Value, aim: &str) -> &'a Value {
    let has = |one: &&Value| one["aims"].as_array().unwrap().iter().any(|own| own == aim);
    splits["alternatives"].as_array().unwrap().iter().find(has).unwrap_or_else(|| panic!("{aim}: {splits}"))
}

fn pieces(split: &Value) -> i64 {
    split["shares"].as_array().unwrap().iter().map(|share| share["pieces"].as_i64().unwrap()).sum()
}

pub async fn own_share(potter: &Actor) -> Value {
    potter.get("/api/v1/workshop/shares").await.expect(200).json()["items"][0].clone()
}

pub async fn confirm(potter: &Actor) {
    let path = format!("/api/v1/workshop/shares/{}/confirm", own_share(potter).await["id"]);
    potter.post_json(&path, &json!({})).await.expect(200);
}

async fn letters_to(app: &TestApp, word: &'static str) -> i64 {
    app.read(move |conn| {
        let about = letters::subject.like(format!("%{word}%"));
        Ok(letters::table.filter(about).count().get_result(conn)?)
    })
    .await
}

stories! {
    async fn an_agent_splits_a_request_and_every_workshop_confirms_its_share(app: TestApp) {
        let scene = Pottery::new(&app).await;
        let path = scene.wanted(3_000).await;
        let splits = scene.split(&path, json!({})).await;
        assert_eq!((&splits["run"]["possible"], &splits["run"]["all_by"]), (&json!(3_000), &json!(null)));
        let cheapest = alternative(&splits, "cheapest");
        assert_eq!((pieces(cheapest), &cheapest["optimal"], &cheapest["gap_percent"]), (3_000, &json!(true), &json!(0.0)));
        for share in cheapest["shares"].as_array().unwrap() {
            let made = share["pieces"].as_i64().unwrap();
            assert!(made >= 24 && made % 12 == 0 && made <= 910, "{share}");
            assert!(share["ready_on"].as_str().unwrap() <= "2026-06-01", "{share}");
            assert_ne!(share["maker_name"], "Atelier Emna", "the dearest is not needed");
        }
        assert_eq!(alternative(&splits, "fewest")["workshops"], 4);
        let soonest = alternative(&splits, "soonest");
        assert!(soonest["ready_on"].as_str() < cheapest["ready_on"].as_str(), "{soonest}");

        // Nobody else learns of it, and no workshop before it is chosen.
        let (amel, emna) = (&scene.potters[0].0, &scene.potters[4].0);
        amel.get(&path).await.expect(403);
        scene.buyer.get(&path).await.expect(403);
        app.person(accounts::Kind::Cluster, "Other", accounts::Standing::Approved).await.get(&path).await.expect(404);
        assert_eq!(own_share(amel).await, json!(null));

        let chosen = scene.choose(cheapest).await;
        assert_eq!((&chosen["status"], pieces(&chosen)), (&json!("asked"), 3_000));
        assert_eq!(letters_to(&app, "can you make").await, 4);
        scene.agent.post_json(&path, &json!({})).await.expect(409);
        let share = own_share(amel).await;
        assert_eq!((&share["standing"], &share["request_title"]), (&json!("asked"), &bowls()["title"]));
        let confirm_it = format!("/api/v1/workshop/shares/{}/confirm", share["id"]);
        emna.post_json(&confirm_it, &json!({})).await.expect(404);
        amel.post_json(&confirm_it, &json!({})).await.expect(200);
        amel.post_json(&confirm_it, &json!({})).await.expect(409);

        // One says no; the fifth takes its place.
        let dalila = &scene.potters[3].0;
        let decline = format!("/api/v1/workshop/shares/{}/decline", own_share(dalila).await["id"]);
        assert_eq!(dalila.post_json(&decline, &json!({ "reason": "mood" })).await.wrong_fields(), ["reason"]);
        assert_eq!(dalila.post_json(&decline, &json!({ "reason": "other" })).await.wrong_fields(), ["note"]);
        let no = json!({ "reason": "other", "note": "The kiln is broken." });
        assert_eq!(dalila.post_json(&decline, &no).await.expect(200).json()["standing"], "declined");
        assert_eq!(letters_to(&app, "does not make").await, 1);
        let page = path.replace("/api/v1", "");
        scene.agent.get(&page).await.expect(200).shows("Ask others").shows("The kiln is broken.");
        scene.agent.get("/desk").await.expect(200).shows("A workshop declined its share");
        let mend = format!("/api/v1/splits/{}/mend", chosen["id"]);
        let once = || scene.agent.request(reqwest::Method::POST, &mend).header("Idempotency-Key", "mend-1").json(&json!({}));
        let mended = scene.agent.send(once()).await.expect(200).json();
        assert_eq!(mended["workshops"], 4);
        assert_eq!(scene.agent.send(once()).await.expect(200).json(), mended, "repeated, it is answered as before");
        scene.agent.post_json(&mend, &json!({})).await.expect(409);
        emna.get("/desk").await.expect(200).shows("Your cluster asks you for 1 share");
        for potter in [1, 2, 4] {
            confirm(&scene.potters[potter].0).await;
        }
        let done = scene.agent.get(&path).await.expect(200).json()["standing"].clone();
        assert_eq!(done["status"], "confirmed");
        assert_eq!(letters_to(&app, "All shares confirmed").await, 1);
        scene.agent.get(&page).await.expect(200).shows("Every share that is needed is confirmed");
    }

    async fn what_cannot_be_met_is_told_with_the_day_on_which_it_can(app: TestApp) {
        let scene = Pottery::new(&app).await;
        let path = scene.wanted(6_000).await;
        let splits = scene.split(&path, json!({})).await;
        let possible = splits["run"]["possible"].as_i64().unwrap();
        assert_eq!(possible, 5 * 900, "five times 910, in dozens");
        let all_by: Date = splits["run"]["all_by"].as_str().unwrap().parse().unwrap();
        // A workshop's 1,200 take 120 days.
        assert_eq!(all_by.to_string(), "2026-06-30");
        assert_eq!(pieces(alternative(&splits, "most")), possible);
        let page = path.replace("/api/v1", "");
        scene.agent.get(&page).await.expect(200).shows("4,500 pieces of 6,000 pieces can be made by then; all by 30 June 2026");
        let tolerant = scene.split(&path, json!({ "tolerance": "20", "most_workshops": 4 })).await;
        assert!(tolerant["run"]["possible"].as_i64().unwrap() < 4_800, "four workshops are too few");
    }

    async fn the_agent_says_how_it_is_split(app: TestApp) {
        let scene = Pottery::new(&app).await;
        let path = scene.wanted(1_500).await;
        let amels = scene.potters[0].1;
        let splits = scene.split(&path, json!({ "left_out": [amels] })).await;
        let aside = json!([{ "product": amels, "maker": scene.potters[0].0.organisation, "cause": "left-out" }]);
        assert_eq!(splits["run"]["aside"], aside);
        let named = |splits: &Value| alternative(splits, "cheapest")["shares"].to_string();
        assert!(!named(&splits).contains("Amel"));
        let tolerant = scene.split(&path, json!({ "tolerance": 5 })).await;
        assert!((1_425..=1_575).contains(&pieces(alternative(&tolerant, "cheapest"))));
        for (form, field) in [
            (json!({ "tolerance": 21 }), "tolerance"), (json!({ "most_workshops": 0 }), "most_workshops"),
            (json!({ "left_out": ["999999"] }), "left_out"),
        ] {
            assert_eq!(scene.agent.post_json(&path, &form).await.wrong_fields(), [field]);
        }
        let page = path.replace("/api/v1", "");
        let again = scene.agent.post_form(&page, &[("tolerance", "30")]).await;
        again.expect(422).shows("Look for splits");
        assert_eq!(scene.agent.post_form(&page, &[("tolerance", "٥")]).await.location(), page);
        scene.agent.get(&page).await.expect(200).shows("Costs least").shows("Optimal");
        scene.agent.get(&format!("{page}?lang=ar")).await.expect(200).shows("الأقل كلفة");
    }

    async fn who_exports_is_the_cluster_or_a_workshop_that_does(app: TestApp) {
        let scene = Pottery::new(&app).await;
        let path = scene.wanted(1_500).await;
        let splits = scene.split(&path, json!({})).await;
        let choose = format!("/api/v1/splits/{}/choose", alternative(&splits, "cheapest")["id"]);
        let amel = scene.potters[0].0.clone();
        let with = |slug: &str| json!({ "exporter": slug });
        for wrong in [with(&amel.slug), with("nobody"), with(&scene.buyer.slug)] {
            assert_eq!(scene.agent.post_json(&choose, &wrong).await.wrong_fields(), ["exporter"]);
        }
        let maker = amel.organisation;
        app.write(move |tx| {
            let now = tx.now();
            let values = (
                maker_profiles::maker_id.eq(maker), maker_profiles::place.eq("{}"), maker_profiles::crafts.eq("[]"),
                maker_profiles::story.eq("{}"), maker_profiles::exports_itself.eq(true), maker_profiles::updated_at.eq(now),
                maker_profiles::currency.eq("TND"),
            );
            diesel::insert_into(maker_profiles::table).values(values).execute(&mut **tx)?;
            Ok(())
        })
        .await;
        let page = path.replace("/api/v1", "");
        let cluster = format!(r#"<option value="{}" selected>"#, scene.agent.organisation);
        assert!(scene.agent.get(&page).await.text().contains(&cluster), "what is chosen at first can be sent");
        let chosen = scene.agent.post_json(&choose, &with(&amel.slug)).await.expect(200).json();
        assert_eq!(chosen["exporter"], json!(amel.organisation));
        let decline = format!("/workshop/shares/{}/decline", own_share(&amel).await["id"]);
        amel.post_form(&decline, &[("reason", "other")]).await.expect(422).shows("Say the reason in a few words");
        amel.post_form(&decline, &[("reason", "price"), ("note", "")]).await.expect(303);
        let left = scene.agent.get(&path).await.expect(200).json()["standing"].clone();
        assert_eq!(left["exporter"], json!(null), "who makes none of it exports none of it");
        let withdraw = format!("/splits/{}/withdraw", left["id"]);
        scene.agent.post(&withdraw).await.expect(303);
        assert_eq!(letters_to(&app, "called off").await, 1);
        scene.agent.post(&withdraw).await.expect(409);
    }

    async fn what_has_changed_since_is_not_asked_for(app: TestApp) {
        let scene = Pottery::new(&app).await;
        let path = scene.wanted(1_500).await;
        let splits = scene.split(&path, json!({})).await;
        let choose = format!("/api/v1/splits/{}/choose", alternative(&splits, "cheapest")["id"]);
        let amels = scene.potters[0].1;
        let set_price = move |price: i64| move |tx: &mut fondouk::db::Write<'_>| {
            diesel::update(products::table.find(amels)).set(products::price_minor.eq(price)).execute(&mut **tx)?;
            Ok(())
        };
        app.write(set_price(20_500)).await;
        scene.agent.post_json(&choose, &json!({})).await.expect(409);
        app.write(set_price(20_000)).await;
        scene.agent.post_json(&choose, &json!({})).await.expect(200);
        // What is asked of a workshop for one request is not there for another.
        let other = scene.wanted(4_000).await;
        let splits = scene.split(&other, json!({})).await;
        assert!(splits["run"]["possible"].as_i64().unwrap() <= 3_100, "{}", splits["run"]);
    }
}
