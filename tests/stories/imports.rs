//! Products from a file: checked in full, looked at, written all at once, and never twice.

mod crash;
mod pages;
mod sheets;
mod shops;
mod staged;

use std::io::Write;

use fondouk::catalogue::import::{self, Ended, Report, Wish};
use fondouk::error::Error;
use fondouk::events;
use fondouk::locale::Language;
use reqwest::Method;
use serde_json::{Value, json};

use super::catalogue::bowl;
use crate::support::{Actor, Answer, TestApp};

const SHEET: &str = "text/csv";
const BOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LINES: &str = "application/x-ndjson";

fn line(changes: Value) -> String {
    let mut line = bowl();
    for (field, value) in changes.as_object().unwrap() {
        line[field] = value.clone();
    }
    line.to_string()
}

fn file(lines: &[String]) -> Vec<u8> {
    lines.join("\n").into_bytes()
}

fn on_disk(bytes: &[u8]) -> std::fs::File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

/// As an operator does: stage, look, and write what is sound.
fn run(app: &TestApp, bytes: &[u8], wish: &Wish) -> Report {
    let db = &app.fondouk.house.db;
    let id = import::stage(db, &on_disk(bytes), wish).unwrap();
    import::finish(db, id, &mut |_| ()).unwrap();
    match import::commit(db, None, id, &mut |_| ()) {
        Ok(Ended::Written(_)) | Err(Error::Refused(_)) => {}
        other => panic!("{other:?}"),
    }
    let read = |conn: &mut fondouk::db::DbConnection| {
        let own = import::import(conn, id)?;
        import::report(conn, &own, Language::En)
    };
    let report = db.read_now(read).unwrap();
    import::discard(db, id).unwrap();
    report
}

fn counts(report: &Report) -> [u64; 5] {
    [report.read, report.created, report.changed, report.skipped, report.refused]
}

fn of(maker: &Actor) -> Wish {
    Wish { maker: Some(maker.organisation), ..Wish::default() }
}

async fn send(maker: &Actor, query: &str, kind: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    let request = maker.request(Method::POST, &format!("/api/v1/imports{query}"));
    let mut answer = maker.send(request.header("Content-Type", kind).body(bytes.into())).await;
    // A busy machine answers before its report is complete.
    for _ in 0..600 {
        if answer.status != 201 || answer.json()["state"] == "ready" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        answer.body = maker.get(answer.header("location")).await.expect(200).body.clone();
    }
    answer
}

/// The counts of a report out of the API.
fn tally(report: &Value) -> [u64; 5] {
    ["read", "created", "changed", "skipped", "refused"].map(|name| report[name].as_u64().unwrap())
}

async fn commit(maker: &Actor, report: &Value) -> Answer {
    maker.post_json(&format!("/api/v1/imports/{}/commit", report["id"]), &json!({})).await
}

async fn own(maker: &Actor) -> Vec<Value> {
    let mut all = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = maker
            .get(&format!("/api/v1/workshop/products?limit=100&cursor={cursor}"))
            .await
            .expect(200)
            .json();
        all.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => return all,
        }
    }
}

stories! {
    async fn what_is_new_is_created_what_differs_is_changed_the_rest_is_skipped(app: TestApp) {
        let maker = app.maker("Atelier").await;
        app.maker("Other").await;
        let wish = Wish::default();
        let lines = [
            line(json!({ "maker": "atelier", "sku": "A", "publish": true, "collection": "Blue tables" })),
            line(json!({ "maker": "atelier", "sku": "B", "title": "Assiette", "language": "fr", "price": null })),
            line(json!({ "maker": "other", "sku": "A", "publish": true })),
        ];
        assert_eq!(counts(&run(&app, &file(&lines), &wish)), [3, 3, 0, 0, 0]);
        assert_eq!(counts(&run(&app, &file(&lines), &wish)), [3, 0, 0, 3, 0]);
        app.get("/products/blue-bowl").await.expect(200);
        app.get("/collections/blue-tables").await.expect(200).shows("Blue bowl");
        app.get("/products/assiette").await.expect(404);

        let changed = [lines[0].clone(), line(json!({ "maker": "atelier", "sku": "B", "title": "Plat", "language": "fr" }))];
        assert_eq!(counts(&run(&app, &file(&changed), &wish)), [2, 0, 1, 1, 0]);
        let own = own(&maker).await;
        assert_eq!(own.len(), 2);
        assert_eq!(own[0]["title"], json!({ "fr": "Plat" }));
        assert!(!own[1]["collection"].is_null());
    }

    async fn a_makers_own_edits_survive_the_same_file_again(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let lines = file(&[line(json!({ "publish": true }))]);
        run(&app, &lines, &of(&maker));
        let product = own(&maker).await[0].clone();
        let mut edit = bowl();
        edit["moq"] = json!(48);
        edit["version"] = product["version"].clone();
        maker.put_json(&format!("/api/v1/products/{}", product["id"]), &edit).await.expect(200);
        assert_eq!(counts(&run(&app, &lines, &of(&maker))), [1, 0, 0, 1, 0]);
        let seen = maker.get(&format!("/api/v1/products/{}", product["id"])).await.json();
        assert_eq!(seen["moq"], 48);
    }

    async fn every_refusal_has_its_line_its_field_and_what_would_be_right(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let mut bytes = file(&[
            line(json!({ "sku": "1" })),
            "not json".to_owned(),
            String::new(),
            line(json!({ "sku": "" })),
            line(json!({ "sku": "2", "price": { "amount": "1.2345", "currency": "TND" } })),
            line(json!({ "sku": "3", "colour": "blue" })),
            line(json!({ "sku": "4", "maker": "somebody-else" })),
            line(json!({ "sku": "5", "publish": true, "hs_code": null, "materials": [] })),
            line(json!({ "sku": "6", "publish": "maybe" })),
            line(json!({ "sku": "7", "title": 12 })),
        ]);
        bytes.extend(b"\n\xff\xfe{}\n");
        bytes.extend(vec![b' '; (1 << 20) + 1]);
        bytes.extend(b"\n");
        bytes.extend(line(json!({ "sku": "8" })).bytes());
        bytes.extend(b"\n");
        bytes.extend(line(json!({ "sku": "1", "title": "Again" })).bytes());
        let report = run(&app, &bytes, &of(&maker));
        assert_eq!(counts(&report), [13, 2, 0, 0, 11]);
        let found: Vec<(u64, &str)> =
            report.problems.iter().map(|problem| (problem.row, problem.column.as_str())).collect();
        assert_eq!(found, [
            (2, "line"), (4, "sku"), (5, "price.amount"), (6, "colour"), (7, "maker"), (8, "materials"),
            (8, "hs_code"), (9, "publish"), (10, "title"), (11, "line"), (12, "line"), (14, "sku"),
        ]);
        let price = &report.problems[2];
        assert_eq!(price.value, "1.2345");
        assert!(price.problem.contains("TND has 3 decimals"), "{price:?}");
        assert!(price.expected.contains("amount"), "{price:?}");
        assert!(report.problems[11].problem.contains("Row 1"), "{:?}", report.problems[11]);
    }

    async fn a_file_that_cannot_be_read_to_its_end_leaves_nothing_behind(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let rows: String = (0..2000).map(|n| format!("T-{n};Bowl {n}\n")).collect();
        let torn = format!("SKU;Title\n{rows}T-9;\"{}", "x".repeat(3 << 20));
        let answer = send(&maker, "", SHEET, torn).await;
        assert_eq!(answer.wrong_fields(), ["file"]);
        assert_eq!(maker.get("/api/v1/imports").await.expect(200).json()["items"], json!([]));
        assert!(own(&maker).await.is_empty());
        let facts = app.read(|conn| Ok(events::after(conn, 0, 100)?.len())).await;
        assert_eq!(facts, 1, "only that the maker signed up");
    }
}
