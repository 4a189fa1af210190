//! Typing into the search box: what is offered, and how it is taken by key and by finger, in English and in Arabic.

use fondouk::locale::Language;
use serde_json::json;

use crate::support::{Actor, Backend, Browser, TestApp};

const FIELD: &str = "#site-search";
const CHOSEN: &str = ".suggestions [aria-selected=true]";
const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

struct Words {
    craft: &'static str,
    begun: &'static str,
    title: &'static str,
    title_begun: &'static str,
}

const ENGLISH: Words =
    Words { craft: "zellige", begun: "zelli", title: "Star of the courtyard", title_begun: "star courty" };
const ARABIC: Words = Words {
    craft: "زليج", begun: "زلي", title: "نجمة الفناء", title_begun: "نجمة الف"
};

async fn shelf(maker: &Actor) {
    let tiles = json!({
        "title": { "en": ENGLISH.title, "ar": ARABIC.title }, "craft": "zellige", "origin": "MA",
        "description": { "en": "Zellige cut by hand.", "ar": "زليج مقطوع باليد." }, "materials": ["clay"],
        "price": { "amount": "90.00", "currency": "MAD" }, "moq": 120, "order_multiple": 20, "lead_time_days": 60,
        "hs_code": "6907.30",
    });
    let id = maker.post_json("/api/v1/products", &tiles).await.expect(201).json()["id"].clone();
    maker.post(&format!("/api/v1/products/{id}/publish")).await.expect(200);
}

async fn journey(browser: &Browser, words: &Words) {
    for window in ["desk", "phone"] {
        if window == "desk" {
            browser.desk().await
        } else {
            browser.phone().await
        }
        browser.open("/makers").await;
        assert_eq!(browser.reads(FIELD, "role").await, "combobox");
        browser.types(FIELD, words.begun).await;
        browser.waits_until_there_is(".suggestions [role=option]").await;
        assert_eq!(browser.attribute(FIELD, "aria-expanded").await.as_deref(), Some("true"));
        browser.fits_its_window().await;
        assert_ne!(browser.reads("form.search [role=status]", "textContent").await, "");
        assert_eq!(
            browser.attribute(FIELD, "aria-activedescendant").await,
            None,
            "nothing is taken by itself"
        );

        // Down to the first, up into the field, and up again to the last.
        browser.types(FIELD, DOWN).await;
        let first = browser.reads(CHOSEN, "id").await;
        assert_eq!(browser.attribute(FIELD, "aria-activedescendant").await.as_deref(), first.as_str());
        browser.types(FIELD, UP).await;
        assert_eq!(browser.attribute(FIELD, "aria-activedescendant").await, None);
        browser.types(FIELD, UP).await;
        let last = browser.reads(CHOSEN, "nextElementSibling").await;
        assert!(last.is_null(), "the last one: {last}");

        browser.types(FIELD, ESCAPE).await;
        browser.waits_until_there_is_no(".suggestions").await;
        assert_eq!(browser.reads(FIELD, "value").await, words.begun, "Escape closes and takes nothing away");
        assert_eq!(browser.attribute(FIELD, "aria-expanded").await.as_deref(), Some("false"));

        browser.types(FIELD, DOWN).await;
        browser.waits_until_there_is(".suggestions [role=option]").await;
        let craft = format!("{} bdi", CHOSEN);
        for _ in 0..8 {
            browser.types(FIELD, DOWN).await;
            if browser.reads(&craft, "textContent").await == words.craft {
                break;
            }
        }
        browser.takes_by_key(FIELD, ENTER).await;
        assert_eq!(browser.path().await, "/search");
        assert_eq!(browser.reads(FIELD, "value").await, words.craft);
        browser.sees(words.title).await;

        browser.open("/").await;
        browser.types("#home-search", words.title_begun).await;
        browser.waits_until_there_is(".suggestions a[href^='/products/']").await;
        browser.takes_by_hand(".suggestions a[href^='/products/']").await;
        browser.sees(words.title).await;
        assert!(browser.path().await.starts_with("/products/"));

        // Who looks elsewhere is not followed.
        browser.open("/makers").await;
        browser.types(FIELD, words.begun).await;
        browser.waits_until_there_is(".suggestions").await;
        browser.takes_focus_elsewhere().await;
        browser.waits_until_there_is_no(".suggestions").await;
    }
}

async fn told(language: Language, words: Words) {
    let app = TestApp::start(Backend::Sqlite).await;
    shelf(&app.maker("Dar Rahba").await).await;
    Browser::walks(&app, language, async |browser| journey(browser, &words).await).await;
}

#[actix_web::test]
#[ignore = "needs Chromium: tests/run provides it"]
async fn in_english() {
    told(Language::En, ENGLISH).await;
}

#[actix_web::test]
#[ignore = "needs Chromium: tests/run provides it"]
async fn in_arabic() {
    told(Language::Ar, ARABIC).await;
}
