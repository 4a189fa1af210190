//! What other shops export: every row is accounted for, and what they do not know is left to the maker.

use serde_json::{Value, json};

use super::{SHEET, commit, own, send, tally};
use crate::support::Actor;

const ETSY: &[u8] = include_bytes!("../../data/imports/etsy-italian-ceramics.csv");
const SHOPIFY: [&str; 2] = [
    include_str!("../../data/imports/shopify-first-generation.csv"),
    include_str!("../../data/imports/shopify-second-generation.csv"),
];
const WOOCOMMERCE: &str = include_str!("../../data/imports/woocommerce.csv");

fn by_sku<'a>(products: &'a [Value], sku: &str) -> &'a Value {
    products.iter().find(|product| product["sku"] == sku).unwrap_or_else(|| panic!("no {sku}"))
}

fn notes(report: &Value) -> String {
    report["notes"].to_string()
}

async fn rows(maker: &Actor, report: &Value, outcome: &str) -> Vec<Value> {
    let path = format!("/api/v1/imports/{}/rows?outcome={outcome}&limit=100", report["id"]);
    maker.get(&path).await.expect(200).json()["items"].as_array().unwrap().clone()
}

stories! {
    async fn a_real_shop_out_of_etsy_comes_in_whole(app: TestApp) {
        let maker = app.maker("Saba").await;
        let report = send(&maker, "", SHEET, ETSY).await.expect(201).json();
        assert_eq!((&report["format"], tally(&report)), (&json!("etsy"), [27, 27, 0, 0, 0]), "{}", report["problems"]);
        assert!(notes(&report).contains("retail price") && notes(&report).contains("pictures"), "{}", notes(&report));
        commit(&maker, &report).await.expect(200);
        let products = own(&maker).await;
        assert_eq!(products.len(), 27);
        assert!(products.iter().all(|product| product["status"] == "draft" && product["price"]["currency"] == "EUR"));
        let again = send(&maker, "", SHEET, ETSY).await.expect(201).json();
        assert_eq!(tally(&again), [27, 0, 0, 27, 0]);
    }

    async fn both_generations_of_shopify_say_the_same(app: TestApp) {
        for (n, table) in SHOPIFY.iter().enumerate() {
            let maker = app.maker(&format!("Shop {n}")).await;
            let report = send(&maker, "?currency=EUR", SHEET, *table).await.expect(201).json();
            assert_eq!((&report["format"], &report["created"]), (&json!("shopify"), &json!(2)), "{}", report["problems"]);
            commit(&maker, &report).await.expect(200);
            let products = own(&maker).await;
            let bowl = by_sku(&products, "blue-bowl");
            assert_eq!(bowl["description"]["en"], "Thrown on the wheel & glazed twice.\n\nKeeps soup warm.");
            assert_eq!((&bowl["price"]["amount"], &bowl["weight_grams"]), (&json!("24.90"), &json!(400)));
            assert_eq!(by_sku(&products, "OJ-1")["price"]["amount"], "49.00");
        }
    }

    async fn a_retail_price_without_a_currency_is_left_out_and_told(app: TestApp) {
        let maker = app.maker("Shop").await;
        let report = send(&maker, "", SHEET, SHOPIFY[0]).await.expect(201).json();
        assert_eq!(tally(&report), [3, 2, 0, 0, 1]);
        assert!(notes(&report).contains("price without a currency"), "{}", notes(&report));
        let refused = rows(&maker, &report, "refused").await;
        assert!(refused[0]["problems"][0]["problem"].as_str().unwrap().contains("gift card"), "{refused:?}");
        commit(&maker, &report).await.expect(200);
        assert!(own(&maker).await.iter().all(|product| product["price"].is_null()));
    }

    async fn what_a_maker_adds_survives_the_shop_again(app: TestApp) {
        let maker = app.maker("Shop").await;
        let report = send(&maker, "?currency=EUR", SHEET, SHOPIFY[1]).await.expect(201).json();
        commit(&maker, &report).await.expect(200);
        let mut jar = by_sku(&own(&maker).await, "OJ-1").clone();
        let edit = json!({ "title": jar["title"], "sku": "OJ-1", "craft": "ceramics", "materials": ["clay"], "moq": 6, "price": jar["price"], "version": jar["version"] });
        maker.put_json(&format!("/api/v1/products/{}", jar["id"]), &edit).await.expect(200);
        let dearer = SHOPIFY[1].replace("49.00", "52.00");
        let report = send(&maker, "?currency=EUR", SHEET, dearer).await.expect(201).json();
        assert_eq!(tally(&report), [2, 0, 1, 1, 0]);
        commit(&maker, &report).await.expect(200);
        jar = by_sku(&own(&maker).await, "OJ-1").clone();
        assert_eq!((&jar["craft"], &jar["moq"], &jar["price"]["amount"]), (&json!("ceramics"), &json!(6), &json!("52.00")));
    }

    async fn woocommerce_joins_variations_and_refuses_what_cannot_be_touched(app: TestApp) {
        let maker = app.maker("Shop").await;
        let report = send(&maker, "?currency=EUR", SHEET, WOOCOMMERCE).await.expect(201).json();
        assert_eq!((&report["format"], &report["rows"], tally(&report)), (&json!("woocommerce"), &json!(8), [6, 2, 0, 0, 4]), "{}", report["problems"]);
        let reasons: String = report["problems"].to_string();
        for reason in ["virtual or downloadable", "group of products", "another shop", "id:999"] {
            assert!(reasons.contains(reason), "{reason}: {reasons}");
        }
        assert!(notes(&report).contains("on sale"), "{}", notes(&report));
        commit(&maker, &report).await.expect(200);
        let products = own(&maker).await;
        let plate = by_sku(&products, "PL-1");
        assert_eq!((&plate["weight_grams"], &plate["price"]["amount"]), (&json!(450), &json!("18.50")));
        let tagine = by_sku(&products, "TG");
        assert_eq!((&tagine["description"]["en"], &tagine["price"]["amount"]), (&json!("For the stove & the table."), &json!("40.00")));
    }

    /// Files that may be looked at and not passed on: only where they lie beside the project.
    async fn the_shops_own_samples_are_accounted_for_row_by_row(app: TestApp) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/importers");
        if !folder.is_dir() {
            eprintln!("not tried: ../shared/data/importers is not there");
            return;
        }
        for (n, entry) in std::fs::read_dir(&folder).unwrap().enumerate() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|kind| kind != "csv") {
                continue;
            }
            let maker = app.maker(&format!("Shop {n}")).await;
            let report = send(&maker, "?currency=EUR", SHEET, std::fs::read(&path).unwrap()).await.expect(201).json();
            let [read, created, changed, skipped, refused] = tally(&report);
            eprintln!("{}: {} rows, {read} products, {created} created, {refused} refused", path.file_name().unwrap().to_string_lossy(), report["rows"]);
            assert_eq!(read, created + changed + skipped + refused);
            assert_eq!(report["rows"], report["checked"]);
            assert!(created > 0 && report["format"] != "sheet", "{path:?} {report}");
            for row in rows(&maker, &report, "refused").await {
                eprintln!("  row {}: {}", row["row"], row["problems"][0]["problem"]);
                assert!(!row["problems"].as_array().unwrap().is_empty());
            }
            commit(&maker, &report).await.expect(200);
            assert_eq!(own(&maker).await.len() as u64, created);
        }
    }
}
