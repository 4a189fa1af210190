//! Officers teach the search a word while it runs, and see what people ask for in vain.

use serde_json::{Value, json};

use crate::stories::search::market::{found, on_the_shelf};
use crate::support::{Actor, TestApp};

/// What nobody ships: a thing, its name in a dialect, and where the search must find it.
fn flurbish() -> Value {
    json!({
        "key": "flurbish", "class": "object",
        "labels": { "en": ["flurbish"], "ar": ["فلوربيش"], "also": ["zarbouta", "zerbouta"] },
        "broader": ["carpet"], "near": ["kilim"],
    })
}

async fn concept(officer: &Actor, key: &str) -> Value {
    officer.get(&format!("/api/v1/lexicon/{key}")).await.expect(200).json()
}

/// Withdraws, or undoes a change, having looked at the concept as it is.
async fn act(officer: &Actor, key: &str, what: &str, revision: Option<i64>) -> Value {
    let mut body = json!({ "version": concept(officer, key).await["version"] });
    if let Some(revision) = revision {
        body["revision"] = json!(revision);
    }
    officer.post_json(&format!("/api/v1/lexicon/{key}/{what}"), &body).await.expect(200).json()
}

async fn products(app: &TestApp, words: &str) -> Vec<String> {
    app.caught_up().await;
    found(&app.visitor(), &[("q", words), ("kind", "product")]).await
}

/// What is open at the desk: words, language and count.
async fn open(officer: &Actor) -> Vec<(String, String, i64)> {
    let list = officer.get("/api/v1/unanswered-queries").await.expect(200).json();
    let items = list["items"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    items.map(|one| (text(&one["text"]), text(&one["language"]), one["asked"].as_i64().unwrap())).collect()
}

stories! {
    async fn a_dialect_word_finds_the_thing_as_soon_as_an_officer_has_said_what_it_is(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        on_the_shelf(&maker, "Flurbish of wool", json!({})).await;
        on_the_shelf(&maker, "Lantern of brass", json!({})).await;
        let _workers = app.start_workers().await;
        assert!(products(&app, "zarbouta").await.is_empty());

        let added = officer.post_json("/api/v1/lexicon", &flurbish()).await.expect(201).json();
        assert_eq!((&added["standing"], &added["version"]), (&json!("added"), &json!(1)));
        assert_eq!(products(&app, "zarbouta").await, ["Flurbish of wool"]);
        assert_eq!(products(&app, "فلوربيش").await, ["Flurbish of wool"]);
        assert_eq!(products(&app, "lantern").await, ["Lantern of brass"], "the others are found as before");
        assert_eq!(concept(&officer, "flurbish").await["documents"], 1);
        // What comes later is read with the new word too.
        on_the_shelf(&maker, "Small flurbish", json!({})).await;
        assert_eq!(products(&app, "zerbouta").await, ["Flurbish of wool", "Small flurbish"]);

        let withdrawn = act(&officer, "flurbish", "withdraw", None).await;
        assert_eq!(withdrawn["standing"], "withdrawn");
        assert!(products(&app, "zarbouta").await.is_empty());
        assert_eq!(concept(&officer, "flurbish").await["documents"], 0);

        let back = act(&officer, "flurbish", "undo", Some(2)).await;
        assert_eq!((&back["standing"], &back["version"]), (&json!("added"), &json!(3)));
        assert_eq!(products(&app, "zarbouta").await, ["Flurbish of wool", "Small flurbish"]);

        // What was there before it was added is nothing; its history stays to be read.
        act(&officer, "flurbish", "undo", Some(1)).await;
        assert!(products(&app, "zarbouta").await.is_empty());
        let gone = concept(&officer, "flurbish").await;
        let deeds: Vec<_> = gone["history"].as_array().unwrap().iter().map(|change| change["deed"].clone()).collect();
        assert_eq!(deeds, ["withdrawn", "restored", "withdrawn", "added"]);
        assert_eq!(gone["history"][3]["by"], "Programme person");
        officer.post_json("/api/v1/lexicon", &flurbish()).await.expect(201);
        assert_eq!(products(&app, "zarbouta").await, ["Flurbish of wool", "Small flurbish"]);
    }

    async fn a_shipped_concept_is_corrected_and_put_back(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        on_the_shelf(&maker, "Djellaba of wool", json!({})).await;
        let _workers = app.start_workers().await;
        assert!(products(&app, "zarbouta").await.is_empty());
        let shipped = concept(&officer, "djellaba").await;
        assert_eq!((&shipped["standing"], &shipped["version"]), (&json!("shipped"), &json!(0)));

        let mut labels = shipped["labels"].clone();
        labels["also"].as_array_mut().unwrap().push(json!("zarbouta"));
        let correction = json!({
            "class": "object", "labels": labels, "broader": shipped["broader"], "near": shipped["near"], "version": 0,
        });
        let corrected = officer.put_json("/api/v1/lexicon/djellaba", &correction).await.expect(200).json();
        assert_eq!((&corrected["standing"], &corrected["version"]), (&json!("corrected"), &json!(1)));
        assert_eq!(products(&app, "zarbouta").await, ["Djellaba of wool"]);
        // Somebody else still has the old one open.
        officer.put_json("/api/v1/lexicon/djellaba", &correction).await.expect(409);
        // Saving it unchanged is no change.
        let same = json!({ "version": 1 });
        let same = crate::stories::catalogue::with(correction, same);
        let unchanged = officer.put_json("/api/v1/lexicon/djellaba", &same).await.expect(200).json();
        assert_eq!(unchanged["version"], 1);

        let back = act(&officer, "djellaba", "undo", Some(1)).await;
        assert_eq!((&back["standing"], &back["version"]), (&json!("shipped"), &json!(2)));
        assert_eq!(back["labels"], shipped["labels"]);
        assert!(products(&app, "zarbouta").await.is_empty());
        assert_eq!(products(&app, "jellaba").await, ["Djellaba of wool"]);
        let again = json!({ "revision": 1, "version": 2 });
        officer.post_json("/api/v1/lexicon/djellaba/undo", &again).await.expect(409);
    }

    async fn what_is_narrower_is_found_again_when_a_broader_concept_comes_back(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        on_the_shelf(&maker, "Djellaba", json!({})).await;
        let _workers = app.start_workers().await;
        assert_eq!(products(&app, "traditional dress").await, ["Djellaba"]);
        act(&officer, "traditional-dress", "withdraw", None).await;
        assert!(products(&app, "lebsa taqlidiya").await.is_empty());
        act(&officer, "traditional-dress", "undo", Some(1)).await;
        assert_eq!(products(&app, "lebsa taqlidiya").await, ["Djellaba"]);
    }

    async fn a_rebuilt_index_and_a_new_start_know_what_officers_wrote(app: TestApp) {
        let (maker, officer) = (app.maker("Atelier").await, app.officer().await);
        on_the_shelf(&maker, "Flurbish of wool", json!({})).await;
        officer.post_json("/api/v1/lexicon", &flurbish()).await.expect(201);
        let workers = app.start_workers().await;
        assert_eq!(products(&app, "zarbouta").await, ["Flurbish of wool"], "built with it");
        workers.stop().await;
        let house = app.fondouk.house.clone();
        let rebuilt = move || fondouk::search::rebuild(&house.db, &house.settings, |_, _| ()).map(|_| ());
        tokio::task::spawn_blocking(rebuilt).await.unwrap().unwrap();
        let workers = app.start_workers().await;
        // Queries and documents both: a document that is put now is read with it as well.
        on_the_shelf(&maker, "Small flurbish", json!({})).await;
        assert_eq!(products(&app, "zarbouta").await, ["Flurbish of wool", "Small flurbish"]);
        workers.stop().await;
    }

    async fn a_wrong_entry_names_its_fields(app: TestApp) {
        let officer = app.officer().await;
        let wrong = json!({
            "key": "Blue Bowl", "class": "vessel", "labels": { "ar": ["bowl"], "en": ["x".repeat(81)] },
            "broader": ["bowl", "no-such-concept"], "near": ["blue bowl"], "query": "many",
        });
        let answer = officer.post_json("/api/v1/lexicon", &wrong).await;
        assert_eq!(answer.wrong_fields(), ["key", "class", "labels.en", "labels.ar", "broader", "near", "query"]);
        assert!(answer.text().contains("no-such-concept"), "the unknown one is named");
        let empty = officer.post_json("/api/v1/lexicon", &json!({ "labels": { "also": ["sniwa"] } })).await;
        assert_eq!(empty.wrong_fields(), ["key", "class", "labels"]);
        let taken = json!({ "key": "bowl", "class": "object", "labels": { "en": ["bowl"] } });
        assert_eq!(officer.post_json("/api/v1/lexicon", &taken).await.wrong_fields(), ["key"]);
        let reserved = json!({ "key": "new", "class": "object", "labels": { "en": ["new"] } });
        assert_eq!(officer.post_json("/api/v1/lexicon", &reserved).await.wrong_fields(), ["key"]);

        // Round in a circle: what is broader would become narrower.
        let dress = concept(&officer, "traditional-dress").await;
        let circle = json!({
            "class": "object", "labels": dress["labels"], "broader": ["djellaba"], "version": 0,
        });
        let answer = officer.put_json("/api/v1/lexicon/traditional-dress", &circle).await;
        assert_eq!(answer.wrong_fields(), ["broader"]);
        let itself = json!({
            "class": "object", "labels": dress["labels"], "broader": ["traditional-dress"],
            "near": ["traditional-dress"], "version": 0,
        });
        let answer = officer.put_json("/api/v1/lexicon/traditional-dress", &itself).await;
        assert_eq!(answer.wrong_fields(), ["broader", "near"]);
        officer.put_json("/api/v1/lexicon/no-such-concept", &circle).await.expect(404);
        let page = officer.post_form("/programme/lexicon/new", &[("key", "sniwa"), ("labels[en]", "سنيوة")]).await;
        page.expect(422).shows("belongs with the Arabic names");
    }

    async fn searches_that_find_nothing_are_counted_without_who_asked(app: TestApp) {
        let (maker, officer, buyer) = (app.maker("Atelier").await, app.officer().await, app.buyer("Maison").await);
        on_the_shelf(&maker, "Flurbish of wool", json!({})).await;
        let workers = app.start_workers().await;
        let visitor = app.visitor();
        for (actor, address) in [
            (&visitor, "/api/v1/search?q=Zarbouta"),
            (&visitor, "/search?q=zarbouta!"),
            (&buyer, "/api/v1/search?q=%20ZARBOUTA%20"),
            (&buyer, "/api/v1/search?q=%D8%B2%D8%B1%D8%A8%D9%88%D8%B7%D9%87"),
            // Found, narrowed, personal, or a tale: none of these is anybody's business.
            (&visitor, "/api/v1/search?q=flurbish"),
            (&visitor, "/api/v1/search?q=zerbouta&country=FR"),
            (&visitor, "/api/v1/search?q=amina.zerbouta@example.org"),
            (&visitor, "/api/v1/search?q=zerbouta+%2B216+71+234+567"),
            (&visitor, "/api/v1/search?q=zz+yy+xx+ww+vv+uu+tt+ss"),
        ] {
            actor.get(address).await.expect(200);
        }
        assert!(open(&officer).await.is_empty(), "a search writes nothing");
        workers.stop().await;
        let expected = [("zarbouta", "en", 3), ("زربوطه", "ar", 1)];
        assert_eq!(open(&officer).await, expected.map(|(text, language, asked)| (text.into(), language.into(), asked)));

        // Asked again, it is the same row.
        let workers = app.start_workers().await;
        app.days_pass(3);
        visitor.get("/api/v1/search?q=zarbouta").await.expect(200);
        workers.stop().await;
        let list = officer.get("/api/v1/unanswered-queries?language=en").await.expect(200).json();
        let row = &list["items"][0];
        assert_eq!((&row["asked"], &row["first_on"], &row["last_on"]), (&json!(4), &json!("2026-03-02"), &json!("2026-03-05")));
        let own: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(own, ["asked", "first_on", "id", "language", "last_on", "proposed", "settled_on", "text"], "and nobody in it");
        assert_eq!(row["proposed"]["key"], "zarbouta");

        // It becomes an entry, or it is settled as it is.
        let query = row["id"].as_i64().unwrap();
        let answering = crate::stories::catalogue::with(flurbish(), json!({ "query": query }));
        officer.post_json("/api/v1/lexicon", &answering).await.expect(201);
        assert_eq!(open(&officer).await.len(), 1);
        let other = officer.get("/api/v1/unanswered-queries").await.json()["items"][0]["id"].clone();
        officer.post(&format!("/programme/unanswered-queries/{other}/settle")).await.expect(303);
        assert!(open(&officer).await.is_empty());
        let settled = officer.get("/api/v1/unanswered-queries?state=settled").await.expect(200).json();
        assert_eq!(settled["items"].as_array().unwrap().len(), 2);

        app.days_pass(179);
        let days = app.fondouk.house.settings.search.unanswered_days;
        let forget = move |tx: &mut fondouk::db::Write<'_>| fondouk::search::unanswered::forget_unanswered(tx, days);
        assert_eq!(app.write(forget).await, 1, "what nobody asked for since is forgotten");
        app.days_pass(3);
        assert_eq!(app.write(forget).await, 1);
    }

    async fn the_desk_leads_from_a_search_to_its_concept(app: TestApp) {
        let (officer, visitor) = (app.officer().await, app.visitor());
        let workers = app.start_workers().await;
        visitor.get("/search?q=zarbouta").await.expect(200);
        workers.stop().await;
        officer.get("/desk").await.expect(200).shows("One search found nothing").shows("Search lexicon");
        let list = officer.get("/programme/unanswered-queries").await;
        list.expect(200).shows("zarbouta");
        let query = officer.get("/api/v1/unanswered-queries").await.json()["items"][0]["id"].to_string();
        let new = officer.get(&format!("/programme/lexicon/new?query={query}")).await;
        assert!(new.expect(200).text().contains(r#"value="zarbouta""#), "the key is proposed");
        let form = [
            ("key", "zarbouta"), ("class", "object"), ("labels[en]", "zarbouta\r\nzerbouta"), ("labels[ar]", "زربوطة"),
            ("broader", "carpet"), ("query", query.as_str()),
        ];
        let page = officer.post_form("/programme/lexicon/new", &form).await.location();
        assert_eq!(page, "/programme/lexicon/zarbouta");
        officer.get(&page).await.expect(200).shows("The concept is added").shows("Added").shows("zerbouta");
        officer.get("/programme/unanswered-queries").await.expect(200).shows("Nothing here");
        officer.get("/programme/lexicon?standing=added").await.expect(200).shows("One concept").shows("zarbouta");
        for (language, says) in [("fr", "Lexique de recherche"), ("ar", "معجم البحث")] {
            officer.get(&format!("/programme/lexicon?q=djellaba&lang={language}")).await.expect(200).shows(says);
            officer.get(&format!("{page}?lang={language}")).await.expect(200).shows(says);
        }
        officer.get(&format!("{page}?lang=en")).await.expect(200);

        let correction = [("class", "object"), ("labels[en]", "zarbouta"), ("version", "1")];
        officer.post_form(&page, &correction).await.expect(303);
        officer.get(&page).await.expect(200).shows("Corrected");
        officer.post_form(&page, &correction).await.expect(409);
        let undone = officer.post_form(&format!("{page}/undo"), &[("revision", "2"), ("version", "2")]).await;
        undone.expect(303);
        assert_eq!(concept(&officer, "zarbouta").await["labels"]["en"], json!(["zarbouta", "zerbouta"]));
        officer.post_form(&format!("{page}/withdraw"), &[("version", "3")]).await.expect(303);
        officer.get(&page).await.expect(200).shows("No search knows this concept");
    }

    async fn makers_and_buyers_may_neither_read_nor_write_it(app: TestApp) {
        for actor in [app.maker("Atelier").await, app.buyer("Maison").await] {
            actor.get("/api/v1/lexicon").await.expect(403);
            actor.get("/programme/lexicon/bowl").await.expect(403);
            actor.get("/api/v1/unanswered-queries").await.expect(403);
            actor.post_json("/api/v1/lexicon", &flurbish()).await.expect(403);
            actor.post_json("/api/v1/lexicon/bowl/withdraw", &json!({ "version": 0 })).await.expect(403);
        }
        app.visitor().post_json("/api/v1/lexicon", &flurbish()).await.expect(401);
        let officer = app.officer().await;
        officer.get("/api/v1/lexicon/flurbish").await.expect(404);
        assert_eq!(concept(&officer, "bowl").await["standing"], "shipped");
    }
}
