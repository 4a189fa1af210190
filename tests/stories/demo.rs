//! The demo plays as it is written: the house refuses nothing of it, and what comes out is a market with a history.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::dsl::{count_star, max, min};
use diesel::prelude::*;
use fondouk::accounts::Standing;
use fondouk::catalogue::Status;
use fondouk::clock::Time;
use fondouk::columns::Json;
use fondouk::db::schema::{
    agreements, certificates, cluster_memberships, clusters, collections, deals, maker_profiles, matches,
    organisations, products, quotes, sourcing_requests, splits, verifications,
};
use fondouk::demo::{self, Plan, SignIn};
use fondouk::locale::{Language, Wording};
use serde_json::json;

use crate::support::{Actor, Backend, TestApp};

macro_rules! counted {
    ($app:expr, $rows:expr) => {
        $app.read(|conn| Ok($rows.select(count_star()).first::<i64>(conn)?)).await
    };
}

/// How many there are of each status.
macro_rules! by_status {
    ($app:expr, $table:ident) => {
        $app.read(|conn| {
            let rows = $table::table.group_by($table::status).select(($table::status, count_star()));
            Ok(rows.load::<(String, i64)>(conn)?.into_iter().collect::<BTreeMap<_, _>>())
        })
        .await
    };
}

async fn enter(app: &TestApp, sign_in: &SignIn) -> Actor {
    let session = json!({ "email": sign_in.email, "password": sign_in.password });
    let answer = app.visitor().post_json("/api/v1/session", &session).await;
    Actor::new(app.address, Some(answer.expect(201).json()["token"].as_str().unwrap().to_owned()))
}

/// Valid, waiting for an officer, and over.
async fn certificates_are_in_every_state(app: &TestApp) {
    let today = app.now().date();
    let shown = app.read(|conn| {
        let confirmed = certificates::table.filter(certificates::standing.eq("confirmed"));
        Ok(confirmed.select(certificates::valid_until).load::<Option<fondouk::clock::Date>>(conn)?)
    });
    let (over, valid): (Vec<_>, Vec<_>) =
        shown.await.into_iter().partition(|last| last.is_some_and(|last| last < today));
    assert!(valid.len() >= 8 && !over.is_empty(), "{valid:?} {over:?}");
    assert!(app.read(fondouk::catalogue::count_unverified_certificates).await > 0);
}

/// The programme's clusters, the makers in them, and a shelf that reads well in three languages.
async fn the_market_is_full(app: &TestApp) {
    assert_eq!(counted!(app, clusters::table), 14);
    let makers = counted!(
        app,
        maker_profiles::table
            .inner_join(organisations::table)
            .filter(organisations::standing.eq(Standing::Approved))
    );
    assert!(makers >= 55, "{makers} makers");
    let homes = app
        .read(|conn| {
            let confirmed = cluster_memberships::table.filter(cluster_memberships::standing.eq("confirmed"));
            Ok(confirmed.select(cluster_memberships::cluster_id).distinct().load::<i64>(conn)?.len())
        })
        .await;
    assert_eq!(homes, 14, "every cluster has members");

    let shelf: Vec<(Json<Wording>, Json<Wording>)> = app
        .read(|conn| {
            let shown = products::table.filter(products::status.eq(Status::Published));
            Ok(shown.select((products::title, products::description)).load(conn)?)
        })
        .await;
    assert!(shelf.len() >= 280, "{} products", shelf.len());
    for (title, description) in &shelf {
        for language in Language::ALL {
            assert!(title.get(language).is_some_and(|text| !text.is_empty()), "{title:?}");
            assert!(
                description.get(language).is_some_and(|text| text.chars().count() > 40),
                "{description:?}"
            );
        }
    }
    let crafts = app.read(|conn| {
        Ok(products::table.select(products::craft).distinct().load::<Option<String>>(conn)?.len())
    });
    assert!(crafts.await >= 15);
    assert!(counted!(app, collections::table.filter(collections::status.eq(Status::Published))) >= 55);
}

/// From requests to verified exports, over two years that end today.
async fn the_trade_has_a_history(app: &TestApp) {
    let requests = by_status!(app, sourcing_requests);
    assert!(requests.values().sum::<i64>() >= 15 && requests.contains_key("open"), "{requests:?}");
    assert!(counted!(app, matches::table) >= 30);
    let talks = by_status!(app, quotes);
    for status in ["accepted", "declined"] {
        assert!(talks.contains_key(status), "{talks:?}");
    }
    let papers = by_status!(app, agreements);
    assert!(papers.contains_key("active") && papers.contains_key("ended"), "{papers:?}");
    let orders = by_status!(app, deals);
    for status in ["confirmed", "shipped", "delivered", "paid", "cancelled"] {
        assert!(orders.contains_key(status), "{orders:?}");
    }
    assert!(orders.values().sum::<i64>() >= 40, "{orders:?}");
    assert!(counted!(app, verifications::table) >= 30);

    let (first, last): (Option<Time>, Option<Time>) = app
        .read(|conn| Ok(deals::table.select((min(deals::created_at), max(deals::created_at))).first(conn)?))
        .await;
    let (first, last) = (first.unwrap(), last.unwrap());
    assert!(first < app.now().minus(TimeDelta::days(600)), "the first deal is of {first:?}");
    assert!(last > app.now().minus(TimeDelta::days(60)) && last <= app.now(), "the last deal is of {last:?}");
}

/// A buyer has quotes to compare, one of them a whole cluster's, and a letter to answer; some workshops are still asked.
async fn the_talk_goes_on(app: &TestApp, sign_ins: &[SignIn]) {
    let find = |role: &str| sign_ins.iter().find(|sign_in| sign_in.role == role).unwrap();
    let buyer = enter(app, find("Buyer (verified)")).await;
    let requests = buyer.get("/api/v1/sourcing-requests").await.expect(200).json();
    let open =
        requests["items"].as_array().unwrap().iter().find(|request| request["status"] == "open").unwrap();
    let page = format!("/sourcing-requests/{}", open["id"]);
    let compared = buyer.get(&format!("/api/v1{page}/quotes")).await.expect(200).json();
    assert_eq!(compared["quotes"].as_array().unwrap().len(), 2, "{compared}");
    buyer.get(&format!("{page}/quotes")).await.expect(200).shows("Nabeul");

    let talks = buyer.get("/api/v1/conversations").await.expect(200).json();
    let (last, unread) = (&talks["items"][0]["latest"], &talks["items"][0]["unread"]);
    assert!(last.as_str().unwrap().contains("مرسيليا") && unread == true, "{talks}");
    let agent = enter(app, find("Cluster agent")).await;
    let split = agent.get(&format!("/api/v1{page}/splits")).await.expect(200).json();
    assert_eq!(split["standing"]["status"], "confirmed", "{split}");
    let waiting = by_status!(app, splits);
    assert!(waiting.contains_key("asked"), "{waiting:?}");
}

async fn everyone_named_can_come_in(app: &TestApp, sign_ins: &[SignIn]) {
    let roles: Vec<&str> = sign_ins.iter().map(|sign_in| sign_in.role).collect();
    assert_eq!(
        roles,
        [
            "Maker (French)",
            "Maker (Arabic)",
            "Buyer (verified)",
            "Buyer (waiting)",
            "Cluster agent",
            "Programme officer"
        ],
    );
    for sign_in in sign_ins {
        let actor = enter(app, sign_in).await;
        let me = actor.get("/api/v1/me").await.expect(200).json();
        assert!(sign_in.name.starts_with(me["name"].as_str().unwrap()), "{} is {me}", sign_in.name);
        actor.get("/desk").await.expect(200);
        actor.get("/account").await.expect(200);
        let sees = actor.get("/api/v1/search?kind=product&sort=price").await.status == 200;
        assert_eq!(
            sees,
            matches!(sign_in.role, "Buyer (verified)" | "Programme officer"),
            "{}",
            sign_in.role
        );
    }
}

/// What the demo is opened for.
async fn its_rooms_are_furnished(app: &TestApp, officer: &Actor) {
    let found = app.get("/api/v1/search?kind=product").await.expect(200).json();
    assert!(found["total"].as_u64().unwrap() >= 280);
    assert_eq!(found["facets"]["cluster"].as_array().unwrap().len(), 14);
    assert_eq!(found["facets"]["country"].as_array().unwrap().len(), 7);
    for (words, language) in [("copper tray", "en"), ("plateau en cuivre", "fr"), ("صينية نحاسية", "ar")]
    {
        let address = super::search::market::address("/api/v1/search", &[("q", words), ("lang", language)]);
        assert!(app.get(&address).await.expect(200).json()["total"].as_u64().unwrap() > 0, "{words}");
    }
    for page in ["/", "/clusters", "/makers", "/collections", "/products", "/programme", "/dashboard"] {
        for language in ["en", "fr", "ar"] {
            officer.reading(language).get(page).await.expect(200);
        }
    }
    let collections = officer.get("/api/v1/indicators/collections").await.expect(200).json();
    assert!(collections["value"].as_str().unwrap().parse::<f64>().unwrap() >= 5.0, "{collections}");
    let exports = officer.get("/api/v1/indicators/exports-eur").await.expect(200).json();
    let value: f64 = exports["value"].as_str().unwrap().parse().unwrap();
    let records = exports["records"].as_array().unwrap();
    let sum: f64 =
        records.iter().map(|record| record["value"].as_str().unwrap().parse::<f64>().unwrap()).sum();
    assert!(value > 0.0 && (value - sum).abs() < 0.005, "{value} is not the sum of its records, {sum}");
}

#[actix_web::test]
async fn the_whole_demo_plays_without_a_refusal() {
    let app = TestApp::start(Backend::Sqlite).await;
    let begun = std::time::Instant::now();
    let (mut last, mut acts) = (Time::from_micros(0), 0);
    let outcome = demo::fill(&app.fondouk, Plan { pictures: false }, &mut |progress| {
        assert!(progress.at >= last && progress.done == acts + 1 && progress.done <= progress.known);
        (last, acts) = (progress.at, progress.done);
    })
    .await
    .unwrap();
    println!("{acts} acts in {:?}", begun.elapsed());
    assert_eq!(outcome.refused, Vec::<String>::new());

    the_market_is_full(&app).await;
    certificates_are_in_every_state(&app).await;
    the_trade_has_a_history(&app).await;
    let _workers = app.start_workers().await;
    everyone_named_can_come_in(&app, &outcome.sign_ins).await;
    the_talk_goes_on(&app, &outcome.sign_ins).await;
    let officer = outcome.sign_ins.iter().find(|sign_in| sign_in.role == "Programme officer").unwrap();
    its_rooms_are_furnished(&app, &enter(&app, officer).await).await;
}
