//! Products from a file: checked line by line, written all at once, and never twice.

use std::io::{BufRead, Cursor};

use fondouk::catalogue::import::{ImportOptions, Progress, Report, import};
use fondouk::events;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::catalogue::bowl;
use crate::support::{Actor, Answer, TestApp};

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

fn run(app: &TestApp, bytes: &[u8], options: &ImportOptions) -> Report {
    let bytes = bytes.to_vec();
    let source = || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn BufRead>);
    let (mut told, mut checked, mut written) = (0, 0, 0);
    let report = import(&app.fondouk.house.db, source, options, &mut |progress| match progress {
        Progress::Refused(_) => told += 1,
        Progress::Checked { lines } => checked = lines,
        Progress::Written { lines } => written = lines,
    })
    .unwrap();
    assert_eq!(
        (checked, told),
        (report.read, report.problems.len()),
        "every line and every problem was told of"
    );
    assert!(written == report.read || report.created + report.changed + report.skipped == 0);
    report
}

fn counts(report: &Report) -> [u64; 5] {
    [report.read, report.created, report.changed, report.skipped, report.refused]
}

async fn send(maker: &Actor, query: &str, bytes: Vec<u8>) -> Answer {
    let request = maker.request(Method::POST, &format!("/api/v1/imports{query}"));
    maker.send(request.header("Content-Type", "application/x-ndjson").body(bytes)).await
}

stories! {
    async fn what_is_new_is_created_what_differs_is_changed_the_rest_is_skipped(app: TestApp) {
        let maker = app.maker("Atelier").await;
        app.maker("Other").await;
        let options = ImportOptions::default();
        let lines = [
            line(json!({ "maker": "atelier", "sku": "A", "publish": true, "collection": "Blue tables" })),
            line(json!({ "maker": "atelier", "sku": "B", "title": "Assiette", "language": "fr", "price": null })),
            line(json!({ "maker": "other", "sku": "A", "publish": true })),
        ];
        assert_eq!(counts(&run(&app, &file(&lines), &options)), [3, 3, 0, 0, 0]);
        assert_eq!(counts(&run(&app, &file(&lines), &options)), [3, 0, 0, 3, 0]);
        app.get("/products/blue-bowl").await.expect(200);
        app.get("/collections/blue-tables").await.expect(200).shows("Blue bowl");
        app.get("/products/assiette").await.expect(404);

        let changed = [lines[0].clone(), line(json!({ "maker": "atelier", "sku": "B", "title": "Plat", "language": "fr" }))];
        assert_eq!(counts(&run(&app, &file(&changed), &options)), [2, 0, 1, 1, 0]);
        let own = maker.get("/api/v1/workshop/products").await.json();
        assert_eq!(own["items"].as_array().unwrap().len(), 2);
        assert_eq!(own["items"][0]["title"], json!({ "fr": "Plat" }));
        assert!(!own["items"][1]["collection"].is_null());
    }

    async fn a_makers_own_edits_survive_the_same_file_again(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let options = ImportOptions { maker: Some("atelier".into()), ..ImportOptions::default() };
        let lines = file(&[line(json!({ "publish": true }))]);
        run(&app, &lines, &options);
        let product = maker.get("/api/v1/workshop/products").await.json()["items"][0].clone();
        let mut edit = bowl();
        edit["moq"] = json!(48);
        edit["version"] = product["version"].clone();
        maker.put_json(&format!("/api/v1/products/{}", product["id"]), &edit).await.expect(200);
        assert_eq!(counts(&run(&app, &lines, &options)), [1, 0, 0, 1, 0]);
        let seen = maker.get(&format!("/api/v1/products/{}", product["id"])).await.json();
        assert_eq!(seen["moq"], 48);
    }

    async fn every_refusal_has_its_line_its_field_and_what_would_be_right(app: TestApp) {
        app.maker("Atelier").await;
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
        let options = ImportOptions { maker: Some("atelier".into()), ..ImportOptions::default() };
        let report = run(&app, &bytes, &options);
        assert_eq!(counts(&report), [12, 2, 0, 0, 10]);
        let found: Vec<(u64, &str)> =
            report.problems.iter().map(|problem| (problem.line, problem.field.as_str())).collect();
        assert_eq!(found, [
            (2, "line"), (4, "sku"), (5, "price.amount"), (6, "colour"), (7, "maker"), (8, "materials"),
            (8, "hs_code"), (9, "publish"), (10, "title"), (11, "line"), (12, "line"),
        ]);
        assert!(report.problems[2].problem.contains("TND has 3 decimals"), "{:?}", report.problems[2]);
        assert!(report.problems[2].expected.contains("amount"), "{:?}", report.problems[2]);
    }

    async fn strict_writes_all_or_nothing(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let bytes = file(&[line(json!({ "sku": "1" })), line(json!({ "sku": "2", "moq": 5 }))]);
        let options = ImportOptions { maker: Some("atelier".into()), strict: true, ..ImportOptions::default() };
        assert_eq!(counts(&run(&app, &bytes, &options)), [2, 0, 0, 0, 1]);
        let own = maker.get("/api/v1/workshop/products").await.json();
        assert_eq!(own["items"], json!([]));
        let report = send(&maker, "?strict=true", bytes.clone()).await.expect(200).json();
        assert_eq!((&report["created"], &report["refused"]), (&json!(0), &json!(1)));
        let report = send(&maker, "", bytes).await.expect(200).json();
        assert_eq!((&report["created"], &report["refused"]), (&json!(1), &json!(1)));
    }

    async fn a_source_that_breaks_off_leaves_nothing_behind(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let whole = file(&[line(json!({ "sku": "1" })), line(json!({ "sku": "2" }))]);
        let passes = std::cell::Cell::new(0);
        // Sound when it is checked, and torn when it is written.
        let source = || {
            passes.set(passes.get() + 1);
            let good = Cursor::new(whole.clone());
            Ok(match passes.get() {
                1 => Box::new(good) as Box<dyn BufRead>,
                _ => Box::new(std::io::BufReader::new(std::io::Read::chain(good, Torn))),
            })
        };
        let options = ImportOptions { maker: Some("atelier".into()), ..ImportOptions::default() };
        import(&app.fondouk.house.db, source, &options, &mut |_| ()).unwrap_err();
        assert_eq!(maker.get("/api/v1/workshop/products").await.json()["items"], json!([]));
        let facts = app.read(|conn| Ok(events::after(conn, 0, 100)?.len())).await;
        assert_eq!(facts, 1, "only that the maker signed up");
    }

    async fn on_the_page_and_only_for_ones_own(app: TestApp) {
        let maker = app.maker("Atelier").await;
        app.maker("Other").await;
        maker.get("/workshop/import").await.expect(200).shows("JSON Lines");
        let part = |bytes| Form::new().part("file", Part::bytes(bytes).file_name("products.jsonl"));
        let bytes = file(&[line(json!({})), line(json!({ "maker": "other", "sku": "X" }))]);
        let request = maker.request(Method::POST, "/workshop/import").multipart(part(bytes));
        let answer = maker.send(request).await;
        answer.expect(200).shows("This import is for atelier only").shows("2 maker");
        let request = maker.request(Method::POST, "/workshop/import").multipart(part(b"nonsense".to_vec()));
        maker.send(request).await.expect(422);
        maker.post_json("/api/v1/imports", &json!({})).await.expect(415);
        let buyer = app.buyer("Maison").await;
        send(&buyer, "", Vec::new()).await.expect(403);
        let mut large = vec![b'\n'; 17 << 20];
        large[0] = b' ';
        send(&maker, "", large).await.expect(413);
    }
}

/// A disk that fails.
struct Torn;

impl std::io::Read for Torn {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("torn"))
    }
}
