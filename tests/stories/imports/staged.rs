//! From the file over its report to the commit, through the API.

use serde_json::json;

use super::{LINES, SHEET, commit, file, line, own, send, tally};
use crate::stories::catalogue::bowl;

const TABLE: &str =
    "SKU;Title;Price;MOQ;Matière\nA-1;Bowl;12.500 TND;24;argile\nA-2;Plate;8.000 TND;6;verre\n";

stories! {
    async fn a_file_is_looked_at_before_anything_is_written(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let report = send(&maker, "", SHEET, TABLE).await.expect(201).json();
        assert_eq!((tally(&report), &report["state"], &report["encoding"]), ([2, 2, 0, 0, 0], &json!("ready"), &json!("UTF-8")));
        assert!(own(&maker).await.is_empty());
        let id = &report["id"];
        let rows = maker.get(&format!("/api/v1/imports/{id}/rows?outcome=created&limit=1")).await.expect(200).json();
        assert_eq!((&rows["items"][0]["row"], &rows["items"][0]["sku"]), (&json!(2), &json!("A-1")));
        assert!(rows["items"][0]["lacks"].as_array().unwrap().contains(&json!("craft")));
        let next = rows["next"].as_str().unwrap();
        let rows = maker.get(&format!("/api/v1/imports/{id}/rows?outcome=created&limit=1&cursor={next}")).await.json();
        assert_eq!((&rows["items"][0]["sku"], &rows["next"]), (&json!("A-2"), &json!(null)));

        let done = commit(&maker, &report).await.expect(200).json();
        assert_eq!((tally(&done), &done["state"]), ([2, 2, 0, 0, 0], &json!("committed")));
        assert_eq!(own(&maker).await.len(), 2);
        // Asked again it says the same and writes nothing.
        assert_eq!(commit(&maker, &report).await.expect(200).json(), done);
        assert_eq!(own(&maker).await[0]["version"], 1);

        let changed = TABLE.replace("8.000", "9.000").replace(";6;", ";12;");
        let report = send(&maker, "", SHEET, changed).await.expect(201).json();
        assert_eq!(tally(&report), [2, 0, 1, 1, 0]);
        let rows = maker.get(&format!("/api/v1/imports/{}/rows?outcome=changed", report["id"])).await.json();
        assert_eq!(rows["items"][0]["changes"], json!([
            { "field": "price", "from": "8.000 TND", "to": "9.000 TND" }, { "field": "moq", "from": "6", "to": "12" },
        ]));
    }

    async fn the_same_file_is_not_taken_in_twice(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let other = app.maker("Other").await;
        let first = send(&maker, "", SHEET, TABLE).await.expect(201).json();
        let again = send(&maker, "", SHEET, TABLE).await.expect(201).json();
        assert_eq!((&first["id"], tally(&first)), (&again["id"], tally(&again)));
        let theirs = send(&other, "", SHEET, TABLE).await.expect(201).json();
        assert_ne!(first["id"], theirs["id"]);
        // Another wish about it is another import.
        let strict = send(&maker, "?strict=true", SHEET, TABLE).await.expect(201).json();
        assert_ne!(first["id"], strict["id"]);
        assert_eq!(maker.get("/api/v1/imports").await.json()["items"].as_array().unwrap().len(), 2);
    }

    async fn a_report_that_is_not_true_any_more_writes_nothing(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let report = send(&maker, "", SHEET, TABLE).await.expect(201).json();
        let mut meanwhile = bowl();
        meanwhile["sku"] = json!("A-1");
        maker.post_json("/api/v1/products", &meanwhile).await.expect(201);
        let refusal = commit(&maker, &report).await;
        assert_eq!(refusal.header("content-type"), "application/problem+json");
        let moved = refusal.expect(409).json();
        assert_eq!((&moved["code"], tally(&moved["report"])), (&json!("refusal-import-moved"), [2, 1, 1, 0, 0]));
        assert_eq!(own(&maker).await.len(), 1);
        // The new report is one that can be committed; what the file does not speak of stays.
        let done = commit(&maker, &report).await.expect(200).json();
        assert_eq!(tally(&done), [2, 1, 1, 0, 0]);
        let bowl = own(&maker).await.into_iter().find(|product| product["sku"] == "A-1").unwrap();
        assert_eq!((&bowl["craft"], &bowl["title"]["ar"], &bowl["title"]["en"]), (&json!("ceramics"), &json!("وعاء أزرق"), &json!("Bowl")));
    }

    async fn a_problem_is_told_by_its_cell(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let table = "العنوان;الرمز;السعر;الحد الأدنى للطلب\nصحن;A-1;١٢٫٥٠٠ د.ت;٢٤\nإناء;A-2;12,3456 TND;كثير\n";
        let report = send(&maker, "", SHEET, table).await.expect(201).json();
        assert_eq!(tally(&report), [2, 1, 0, 0, 1]);
        let problems = report["problems"].as_array().unwrap();
        let cell = |at: usize| (problems[at]["row"].as_u64(), problems[at]["column"].as_str().unwrap(), problems[at]["value"].as_str().unwrap());
        assert_eq!(cell(0), (Some(3), "السعر", "12,3456 TND"));
        assert_eq!(cell(1), (Some(3), "الحد الأدنى للطلب", "كثير"));
        assert!(problems[0]["expected"].as_str().unwrap().contains("12.500 TND"));
        let arabic = maker.get(&format!("/api/v1/imports/{}?lang=ar", report["id"])).await.json();
        assert!(arabic["problems"][1]["expected"].as_str().unwrap().contains("عدد صحيح"));
        commit(&maker, &report).await.expect(200);
        let own = own(&maker).await;
        assert_eq!((own.len(), &own[0]["price"]["amount"], &own[0]["moq"]), (1, &json!("12.500"), &json!(24)));
    }

    async fn strict_is_all_or_nothing(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let bytes = file(&[line(json!({ "sku": "1" })), line(json!({ "sku": "2", "moq": 5 }))]);
        let report = send(&maker, "?strict=true", LINES, bytes.clone()).await.expect(201).json();
        assert_eq!(tally(&report), [2, 1, 0, 0, 1]);
        let refusal = commit(&maker, &report).await.expect(409).json();
        assert_eq!(refusal["code"], "refusal-import-strict");
        assert!(own(&maker).await.is_empty());
        let report = send(&maker, "", LINES, bytes).await.expect(201).json();
        commit(&maker, &report).await.expect(200);
        assert_eq!(own(&maker).await.len(), 1);
        let nothing = send(&maker, "", LINES, line(json!({ "sku": "3", "moq": 5 }))).await.expect(201).json();
        assert_eq!(commit(&maker, &nothing).await.expect(409).json()["code"], "refusal-import-nothing");
    }

    async fn what_a_maker_says_about_a_column_is_remembered(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let table = "Kennung;Titel der Ware;Price;Notiz\nA-1;Schale;12 EUR;x\n";
        let report = send(&maker, "", SHEET, table).await.expect(201).json();
        assert_eq!(tally(&report), [1, 0, 0, 0, 1]);
        let unknown: Vec<_> = report["columns"].as_array().unwrap().iter().filter(|column| column["field"].is_null()).collect();
        assert_eq!(unknown.len(), 3);
        let path = format!("/api/v1/imports/{}/mapping", report["id"]);
        let wrong = json!({ "columns": [{ "header": "Kennung", "field": "soul" }, { "header": "Nowhere", "field": "sku" }] });
        assert_eq!(maker.put_json(&path, &wrong).await.wrong_fields(), ["columns.0.field", "columns.1.header"]);
        let mapping = json!({ "columns": [
            { "header": "kennung", "field": "sku" }, { "header": "Titel der Ware", "field": "title_en" }, { "header": "Notiz", "field": "ignore" },
        ] });
        let report = maker.put_json(&path, &mapping).await.expect(200).json();
        assert_eq!((tally(&report), &report["state"]), ([1, 1, 0, 0, 0], &json!("ready")));
        commit(&maker, &report).await.expect(200);
        let later = "KENNUNG;Price;titel_der_ware\nA-2;13 EUR;Teller\n";
        assert_eq!(tally(&send(&maker, "", SHEET, later).await.expect(201).json()), [1, 1, 0, 0, 0]);
        let refusal = maker.put_json(&path, &mapping).await.expect(409).json();
        assert_eq!(refusal["code"], "refusal-import-committed");
        let other = app.maker("Other").await;
        assert_eq!(tally(&send(&other, "", SHEET, later).await.expect(201).json()), [1, 0, 0, 0, 1]);
    }

    async fn imports_are_ones_own_and_can_be_dropped(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let other = app.maker("Other").await;
        let report = send(&maker, "", SHEET, TABLE).await.expect(201).json();
        let path = format!("/api/v1/imports/{}", report["id"]);
        other.get(&path).await.expect(404);
        other.get(&format!("{path}/rows")).await.expect(404);
        other.put_json(&format!("{path}/mapping"), &json!({ "columns": [] })).await.expect(404);
        commit(&other, &report).await.expect(404);
        other.delete(&path).await.expect(404);
        app.buyer("Maison").await.get(&path).await.expect(403);
        maker.delete(&path).await.expect(204);
        maker.get(&path).await.expect(404);
        // A program must not guess what a body is.
        maker.post_json("/api/v1/imports", &json!({})).await.expect(415);
        let wrong = send(&maker, "?currency=XXY&format=word&encoding=utf-8", SHEET, TABLE).await;
        assert_eq!(wrong.wrong_fields(), ["currency", "format"]);
    }

    async fn what_nobody_looked_at_for_a_week_is_swept_away(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let report = send(&maker, "", SHEET, TABLE).await.expect(201).json();
        app.days_pass(6);
        assert_eq!(app.write(fondouk::catalogue::import::forget_old).await, 0);
        app.days_pass(2);
        assert_eq!(app.write(fondouk::catalogue::import::forget_old).await, 1);
        maker.get(&format!("/api/v1/imports/{}", report["id"])).await.expect(404);
    }

    async fn bombs_and_lies_are_refused(app: TestApp) {
        let maker = app.maker("Atelier").await;
        for bytes in [b"%PDF-1.4".to_vec(), b"\x89PNG\r\n\x1a\n".to_vec(), Vec::new(), b"one column\nonly\n".to_vec()] {
            assert_eq!(send(&maker, "", "application/octet-stream", bytes).await.wrong_fields(), ["file"]);
        }
        send(&maker, "", SHEET, vec![b'a'; (64 << 20) + 1]).await.expect(413);
        assert_eq!(maker.get("/api/v1/imports").await.json()["items"], json!([]));
    }
}
