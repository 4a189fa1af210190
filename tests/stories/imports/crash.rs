//! `kill -9` while a file is taken in and while it is committed: nothing is half done, and the same file goes on.

use std::time::Duration;

use fondouk::accounts::{self, Kind, NewOrganisation, NewPerson, Standing};
use fondouk::clock::Clock;
use fondouk::db::Db;
use fondouk::locale::Language;
use fondouk::settings::Settings;
use reqwest::Method;
use serde_json::{Value, json};

use super::{SHEET, commit, own, send, tally};
use crate::support::{Actor, PASSWORD, Server, free_port};

const ROWS: usize = 4000;

fn prepare(data: &std::path::Path) {
    let mut settings = Settings::defaults();
    settings.data.folder = data.to_owned();
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine).unwrap();
    let person = NewPerson {
        email: "maker@crash.example".to_owned(),
        name: "Maker".to_owned(),
        language: Language::En,
        password_hash: accounts::hash_now(PASSWORD).unwrap(),
    };
    let organisation = NewOrganisation {
        kind: Kind::Maker,
        name: "Workshop".to_owned(),
        name_ar: None,
        country: "TN".to_owned(),
        website: None,
    };
    db.write_now(|tx| accounts::add_person(tx, &person, &organisation, Standing::Approved, true)).unwrap();
}

async fn maker(server: &Server) -> Actor {
    let session = json!({ "email": "maker@crash.example", "password": PASSWORD });
    let answer = Actor::new(server.address, None).post_json("/api/v1/session", &session).await;
    Actor::new(server.address, Some(answer.expect(201).json()["token"].as_str().unwrap().to_owned()))
}

/// The only import there is.
async fn only(maker: &Actor) -> Option<Value> {
    let all = maker.get("/api/v1/imports").await.expect(200).json()["items"].as_array().unwrap().clone();
    assert!(all.len() <= 1, "the same file was taken in twice: {all:?}");
    all.into_iter().next()
}

async fn ready(maker: &Actor) -> Value {
    for _ in 0..600 {
        let import = only(maker).await.expect("an import");
        if import["state"] == "ready" || import["state"] == "committed" {
            return import;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("the check did not come to its end");
}

#[actix_web::test]
async fn a_kill_in_the_middle_leaves_nothing_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let (data, port) = (folder.path(), free_port());
    prepare(data);
    let sheet: String = (0..ROWS).map(|n| format!("T-{n:05};Bowl {n};{n}.500 TND\n")).collect();
    let sheet = format!("SKU;Title;Price\n{sheet}");
    let mut seen_in_the_middle = 0;
    // Each time a little later: while the file arrives, while its rows are staged, while they are checked.
    for patience in [60, 140, 260, 420, 700, 1100] {
        let mut server = Server::start(data, port).await;
        let actor = maker(&server).await;
        let request =
            actor.request(Method::POST, "/api/v1/imports").header("Content-Type", SHEET).body(sheet.clone());
        let sent = tokio::spawn(request.send());
        tokio::time::sleep(Duration::from_millis(patience)).await;
        server.kill();
        let _ = sent.await;
        let server = Server::start(data, port).await;
        let actor = maker(&server).await;
        if let Some(import) = only(&actor).await {
            seen_in_the_middle += usize::from(import["state"] != "ready");
        }
        assert!(own(&actor).await.is_empty(), "nothing is written before the commit");
    }
    let mut server = Server::start(data, port).await;
    let actor = maker(&server).await;
    send(&actor, "", SHEET, sheet.clone()).await.expect(201);
    let report = ready(&actor).await;
    assert_eq!((tally(&report), &report["rows"]), ([ROWS as u64, ROWS as u64, 0, 0, 0], &json!(ROWS)));
    assert!(seen_in_the_middle > 0, "no kill came in the middle");

    for patience in [50, 300, 900] {
        let path = format!("/api/v1/imports/{}/commit", report["id"]);
        let sent = tokio::spawn(actor.request(Method::POST, &path).json(&json!({})).send());
        tokio::time::sleep(Duration::from_millis(patience)).await;
        server.kill();
        let _ = sent.await;
        server = Server::start(data, port).await;
        let written = own(&maker(&server).await).await.len();
        assert!(written == 0 || written == ROWS, "{written} of {ROWS}");
    }
    let actor = maker(&server).await;
    let done = commit(&actor, &report).await.expect(200).json();
    assert_eq!((&done["state"], own(&actor).await.len()), (&json!("committed"), ROWS));
    assert_eq!(tally(&commit(&actor, &report).await.expect(200).json()), tally(&done));
}
