//! Sheets as Excel writes them, and the catalogue out and in again.

use fondouk::catalogue::vocabulary;
use fondouk::locale::Language;
use serde_json::json;

use super::{BOOK, LINES, SHEET, commit, file, line, own, send, tally};
use crate::stories::catalogue::bowl;
use crate::support::{Actor, TestApp};

const ARABIC: &str = "الرمز;العنوان;الوصف;الحرفة;المواد;السعر;بلد المنشأ\r\nع-1;صحنٌ أزرق؛ «كبير»;إناءٌ من الطينِ ؤئءآةى ـ;الخزف والفخار;الطين، الزجاج;12,500 TND;تونس\r\n";

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

/// Everything that a catalogue may hold, and what might be lost on the way.
async fn stock(app: &TestApp, maker: &Actor) -> usize {
    let mut lines = vec![
        line(json!({ "sku": "00012", "publish": true, "collection": "Blue tables" })),
        line(
            json!({ "sku": "=1+1", "title": { "en": "=HYPERLINK(\"http://bad.example\")", "fr": "+33 bols", "ar": "@صحن" } }),
        ),
        line(
            json!({ "sku": "-5", "title": { "en": "'quoted' and '=armed" }, "description": { "en": "two\nlines; \"quotes\", commas\tand tabs" } }),
        ),
        json!({ "sku": "bare" }).to_string(),
        line(
            json!({ "sku": "EUR", "price": { "amount": "1250.00", "currency": "EUR" }, "origin": "PS", "weight_grams": 450, "weekly_capacity": 12 }),
        ),
        line(
            json!({ "sku": "JPY", "price": { "amount": "1250", "currency": "JPY" }, "hs_code": "0812345678901" }),
        ),
        line(json!({
            "sku": "V-1",
            "variants": [
                { "sku": "V-1-S", "options": { "size": "S", "glaze": "=blue" } },
                { "sku": "V-1-L", "options": { "size": "L", "finish": "matt", "other": "with a lid" }, "weight_grams": 900,
                  "price": { "amount": "20.000", "currency": "TND" } },
            ],
            "tiers": [
                { "from": 100, "to": 499, "territory": ["FR", "DE"], "lead_time_days": 45,
                  "price": { "amount": "4.10", "currency": "EUR" }, "valid_from": "2026-01-01", "valid_until": "2026-12-31" },
                { "from": 50, "variant": "V-1-L", "price": { "amount": "18.000", "currency": "TND" } },
            ],
        })),
        line(json!({
            "sku": "P-1", "sample": { "amount": "0", "currency": "EUR" }, "only_in": ["FR", "LB"],
            "packing": { "gross_weight_grams": 700, "length_mm": 300, "width_mm": 200, "height_mm": 120,
                         "warnings": { "fr": "Ne passe pas au four", "ar": "لا يوضع في الفرن" } },
        })),
        line(json!({ "sku": "P-2", "sample": { "amount": "14.500", "currency": "TND" }, "except_in": ["US"],
                    "packing": { "warnings": { "en": "=Handle with care" } } })),
    ];
    for (n, term) in vocabulary::materials().iter().enumerate() {
        let techniques =
            vocabulary::techniques().iter().skip(n % 7).step_by(9).take(6).map(|term| term.key.as_str());
        let craft = &vocabulary::crafts()[n % vocabulary::crafts().len()].key;
        lines.push(line(json!({ "sku": format!("M-{n}"), "craft": craft, "materials": [term.key, "clay"], "techniques": techniques.collect::<Vec<_>>() })));
    }
    for (n, (code, _)) in fondouk::locale::countries(Language::En).into_iter().enumerate() {
        lines.push(line(json!({ "sku": format!("C-{n}"), "origin": code })));
    }
    let report = send(maker, "", LINES, file(&lines)).await.expect(201).json();
    assert_eq!(report["refused"], 0, "{}", report["problems"]);
    commit(maker, &report).await.expect(200);
    app.read(|_| Ok(())).await;
    lines.len()
}

stories! {
    async fn an_arabic_sheet_arrives_letter_by_letter(app: TestApp) {
        let (windows, _, _) = encoding_rs::WINDOWS_1256.encode(ARABIC);
        let mark = "\u{feff}".as_bytes();
        for (n, (encoding, bytes)) in [
            ("UTF-8", ARABIC.as_bytes().to_vec()),
            ("UTF-8", [mark, ARABIC.as_bytes()].concat()),
            ("UTF-16LE", utf16(ARABIC, true)),
            ("UTF-16BE", utf16(ARABIC, false)),
            ("windows-1256", windows.to_vec()),
        ].into_iter().enumerate() {
            let maker = app.maker(&format!("Atelier {n}")).await;
            let report = send(&maker, "", SHEET, bytes).await.expect(201).json();
            assert_eq!((tally(&report), &report["encoding"]), ([1, 1, 0, 0, 0], &json!(encoding)), "{}", report["problems"]);
            commit(&maker, &report).await.expect(200);
            let product = own(&maker).await[0].clone();
            assert_eq!(product["title"], json!({ "ar": "صحنٌ أزرق؛ «كبير»" }));
            assert_eq!(product["description"], json!({ "ar": "إناءٌ من الطينِ ؤئءآةى ـ" }));
            assert_eq!((&product["sku"], &product["origin"], &product["craft"]), (&json!("ع-1"), &json!("TN"), &json!("ceramics")));
            assert_eq!((&product["materials"], &product["price"]["amount"]), (&json!(["clay", "glass"]), &json!("12.500")));
        }
    }

    async fn what_goes_out_comes_in_as_it_was(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let count = stock(&app, &maker).await as u64;
        // Browsers send other line ends than spreadsheets keep.
        let mut edited = bowl();
        edited["sku"] = json!("edited by hand");
        edited["description"] = json!({ "en": "one\r\ntwo" });
        maker.post_json("/api/v1/products", &edited).await.expect(201);
        for language in ["en", "fr", "ar"] {
            for (kind, media) in [("csv", SHEET), ("xlsx", BOOK)] {
                let sheet = maker.get(&format!("/api/v1/workshop/products.{kind}?lang={language}")).await;
                assert!(sheet.expect(200).header("content-disposition").contains(&format!(".{kind}")));
                let report = send(&maker, "", media, sheet.body.clone()).await.expect(201).json();
                let told = format!("{language} {kind}: {} {}", report["problems"], report["columns"]);
                assert_eq!(tally(&report), [count + 1, 0, 0, count + 1, 0], "{told}");
                assert!(report["columns"].as_array().unwrap().iter().all(|column| !column["field"].is_null()), "{told}");
            }
        }
        // In another house it makes the same catalogue again.
        let other = app.maker("Other").await;
        let sheet = maker.get("/api/v1/workshop/products.xlsx").await;
        let report = send(&other, "", BOOK, sheet.body.clone()).await.expect(201).json();
        commit(&other, &report).await.expect(200);
        let plain = |mut product: serde_json::Value| {
            for field in ["id", "slug", "maker", "collection", "created_at", "updated_at", "published_at", "version", "links"] {
                product.as_object_mut().unwrap().remove(field);
            }
            for variant in product["variants"].as_array_mut().unwrap() {
                variant["id"].take();
            }
            product.to_string().replace("\\r", "")
        };
        let mut ours: Vec<_> = own(&maker).await.into_iter().map(plain).collect();
        let mut theirs: Vec<_> = own(&other).await.into_iter().map(plain).collect();
        ours.sort();
        theirs.sort();
        assert_eq!(ours, theirs);
    }

    async fn what_has_no_article_number_yet_is_known_by_its_page(app: TestApp) {
        let maker = app.maker("Atelier").await;
        for title in ["Bowl", "Plate"] {
            maker.post_json("/api/v1/products", &json!({ "title": { "en": title } })).await.expect(201);
        }
        let sheet = maker.get("/api/v1/workshop/products.csv").await.text();
        let report = send(&maker, "", SHEET, sheet.clone()).await.expect(201).json();
        assert_eq!(tally(&report), [2, 0, 0, 2, 0], "{}", report["problems"]);

        // The number is written into the sheet: the draft gets it, and no second product is made.
        let slug = |title: &str| title.to_lowercase();
        let table = format!("SKU,Title,MOQ,Page name\nB-1,Bowl,24,{}\n,Plate,12,{}\n", slug("Bowl"), slug("Plate"));
        let report = send(&maker, "", SHEET, table.clone()).await.expect(201).json();
        assert_eq!(tally(&report), [2, 0, 2, 0, 0], "{}", report["problems"]);
        commit(&maker, &report).await.expect(200);
        let mut products: Vec<_> = own(&maker).await.iter().map(|one| (one["sku"].clone(), one["moq"].clone())).collect();
        products.sort_by_key(|(sku, _)| sku.is_null());
        assert_eq!(products, [(json!("B-1"), json!(24)), (json!(null), json!(12))]);
        let report = send(&maker, "", SHEET, table).await.expect(201).json();
        assert_eq!(tally(&report), [2, 0, 0, 2, 0], "{}", report["problems"]);

        // A copied row with a number of its own is a product of its own; without one, the page can only be meant once.
        let copied = "SKU,Title,Page name\nB-1,Bowl,bowl\nB-2,Bowl too,bowl\n,Plate,plate\nP-1,Plate,plate\n";
        let report = send(&maker, "", SHEET, copied).await.expect(201).json();
        assert_eq!(tally(&report), [4, 1, 0, 2, 1], "{report}");
        assert_eq!((&report["problems"][0]["row"], &report["problems"][0]["column"]), (&json!(5), &json!("Page name")));

        // Of others' pages nobody learns anything: the row is one without a number.
        let other = app.maker("Other").await;
        let report = send(&other, "", SHEET, "SKU,Title,Page name\n,Plate,plate\n").await.expect(201).json();
        assert_eq!((tally(&report), &report["problems"][0]["column"]), ([1, 0, 0, 0, 1], &json!("SKU")), "{report}");
    }

    async fn a_side_of_a_box_is_said_over_those_that_are_known(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let table = "SKU,Title,Packed length (mm),Packed width (mm),Packed height (mm),Sample price,Warnings\nB-1,Bowl,300,200,100,2.500 TND,Breaks\n";
        let report = send(&maker, "", SHEET, table).await.expect(201).json();
        commit(&maker, &report).await.expect(200);
        let report = send(&maker, "", SHEET, "SKU,Packed height (mm),Not for buyers in\nB-1,120,États-Unis; الأردن\n").await.expect(201).json();
        assert_eq!(tally(&report), [1, 0, 1, 0, 0], "{}", report["problems"]);
        commit(&maker, &report).await.expect(200);
        let bowl = own(&maker).await[0].clone();
        assert_eq!(bowl["packing"], json!({ "gross_weight_grams": null, "length_mm": 300, "width_mm": 200, "height_mm": 120, "warnings": { "en": "Breaks" } }));
        assert_eq!((&bowl["except_in"], &bowl["sample"]["amount"]), (&json!(["US", "JO"]), &json!("2.500")));

        // What is wrong is told at its cell.
        let wrong = "SKU,Title,Packed length (mm),Sample price,Only for buyers in\nB-2,Plate,long,free,Atlantis\n";
        let report = send(&maker, "", SHEET, wrong).await.expect(201).json();
        let mut columns: Vec<_> = report["problems"].as_array().unwrap().iter().map(|problem| problem["column"].as_str().unwrap()).collect();
        columns.sort_unstable();
        columns.dedup();
        assert_eq!(columns, ["Only for buyers in", "Packed length (mm)", "Sample price", "packing.height_mm", "packing.width_mm"], "{report}");
    }

    async fn formulas_do_not_come_to_life(app: TestApp) {
        let maker = app.maker("Atelier").await;
        stock(&app, &maker).await;
        let sheet = maker.get("/api/v1/workshop/products.csv").await;
        assert!(sheet.body.starts_with("\u{feff}".as_bytes()), "Excel knows UTF-8 by its mark");
        let mut reader = csv::Reader::from_reader(sheet.body.as_slice());
        let mut armed = 0;
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                armed += usize::from(cell.starts_with("'="));
            }
        }
        assert!(armed >= 2);
    }

    async fn the_empty_sheet_is_understood_in_every_language(app: TestApp) {
        let maker = app.maker("Atelier").await;
        for language in ["en", "fr", "ar"] {
            for path in ["/api/v1/import-sheet.csv", "/workshop/import-sheet.xlsx"] {
                let sheet = maker.get(&format!("{path}?lang={language}")).await;
                assert_eq!(send(&maker, "", "application/octet-stream", sheet.expect(200).body.clone()).await.wrong_fields(), ["file"]);
            }
            let sheet = maker.get(&format!("/api/v1/import-sheet.csv?lang={language}")).await.text();
            let separator = if language == "en" { "," } else { ";" };
            let filled = format!("{}X-1{}\r\n", sheet, separator.repeat(3));
            let report = send(&maker, "", SHEET, filled).await.expect(201).json();
            assert!(report["columns"].as_array().unwrap().iter().all(|column| !column["field"].is_null()), "{report}");
        }
    }

    async fn variants_and_tiers_are_read_out_of_a_sheet(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let table = "SKU;Title;Price;Size;Price tiers\n\
                     B-1;Bowl;12.500 TND;S;100-499: 11.000 TND FR,DE 45d 2026-01-01..2026-12-31; 500+: 10.500 TND\n\
                     B-1;;14.000 TND;L;\nB-2;Plate;9.000 TND;;100 ten\n";
        // Unquoted, the semicolons within the tiers are separators: that is told, not guessed at.
        let report = send(&maker, "", SHEET, table).await.expect(201).json();
        assert_eq!(tally(&report), [2, 0, 0, 0, 2]);
        assert!(report["problems"][0]["problem"].as_str().unwrap().contains("more cells than the header"), "{}", report["problems"]);
        let quoted = table.replace("100-499", "\"100-499").replace("10.500 TND\n", "10.500 TND\"\n");
        let report = send(&maker, "", SHEET, quoted).await.expect(201).json();
        assert_eq!((tally(&report), &report["rows"]), ([2, 1, 0, 0, 1], &json!(3)), "{}", report["problems"]);
        let problem = &report["problems"][0];
        assert_eq!((&problem["row"], &problem["column"], &problem["value"]), (&json!(4), &json!("Price tiers"), &json!("100 ten")));

        commit(&maker, &report).await.expect(200);
        let bowl = own(&maker).await[0].clone();
        let variants: Vec<_> = bowl["variants"].as_array().unwrap().iter().map(|variant| (&variant["options"]["size"], &variant["price"]["amount"])).collect();
        assert_eq!(variants, [(&json!("S"), &json!(null)), (&json!("L"), &json!("14.000"))]);
        assert_eq!((&bowl["tiers"][0]["territory"], &bowl["tiers"][1]["from"]), (&json!(["FR", "DE"]), &json!("500")));

        // What another row says is a change, told as one; what a file does not speak of stays.
        let large = "SKU;Title;Price;Size\nB-1;Bowl;12.500 TND;S\nB-1;;15.000 TND;L\n";
        let report = send(&maker, "", SHEET, large).await.expect(201).json();
        assert_eq!(tally(&report), [1, 0, 1, 0, 0], "{}", report["problems"]);
        let rows = maker.get(&format!("/api/v1/imports/{}/rows", report["id"])).await.expect(200).text();
        assert!(rows.contains(r#""field":"variants""#) && rows.contains("15.000 TND") && !rows.contains(r#""field":"tiers""#), "{rows}");
        commit(&maker, &report).await.expect(200);
        let bowl = own(&maker).await[0].clone();
        assert_eq!((&bowl["variants"][1]["price"]["amount"], bowl["tiers"].as_array().unwrap().len()), (&json!("15.000"), 2));
    }

    async fn an_article_number_of_a_variant_comes_once(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let table = "SKU,Title,Variant SKU,Size\nB-1,Bowl,S-1,S\nB-1,,S-2,L\nB-2,Plate,P-1,S\nB-2,,S-2,L\n";
        let report = send(&maker, "", SHEET, table).await.expect(201).json();
        assert_eq!(tally(&report), [2, 1, 0, 0, 1], "{report}");
        let problem = &report["problems"][0];
        assert_eq!((&problem["row"], &problem["value"]), (&json!(5), &json!("S-2")), "{problem}");
        commit(&maker, &report).await.expect(200);
        // Of what is there already, one is told as well.
        let report = send(&maker, "", SHEET, table.replace("B-1", "B-3").replace("S-1", "S-9")).await.expect(201).json();
        assert_eq!((report["refused"].as_i64(), &report["problems"][0]["value"]), (Some(2), &json!("S-2")), "{report}");
    }
}
