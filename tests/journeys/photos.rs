//! A maker who has a phone and no list: from the sign-up to a published collection of ten products.

use fondouk::accounts::{Kind, Standing};
use fondouk::locale::Language;
use serde_json::json;

use crate::support::{Backend, Browser, PASSWORD, TestApp, samples};

/// What the maker types.
struct Words {
    workshop: &'static str,
    person: &'static str,
    collection: &'static str,
    story: &'static str,
    pieces: [(&'static str, &'static str); 10],
}

const ARABIC: Words = Words {
    workshop: "ورشة بن صالح",
    person: "أمينة بن صالح",
    collection: "المائدة الزرقاء",
    story: "مشغول باليد في نابل ومزجج مرتين.",
    // With the digits of an Arabic keyboard, and with a comma, as people write them.
    pieces: [
        ("صحن كبير", "٣٢٫٥"),
        ("صحن صغير", "18"),
        ("وعاء بحري", "12,500"),
        ("كأس", "٩"),
        ("إبريق", "45"),
        ("سلطانية", "28.250"),
        ("طاجين", "60"),
        ("فنجان", "7.5"),
        ("مزهرية", "55"),
        ("مبخرة", "15"),
    ],
};

const FRENCH: Words = Words {
    workshop: "Atelier Ben Salah",
    person: "Amina Ben Salah",
    collection: "La table bleue",
    story: "Tourné à la main à Nabeul et émaillé deux fois.",
    pieces: [
        ("Grand plat", "32,5"),
        ("Petite assiette", "18"),
        ("Bol marin", "12,500"),
        ("Gobelet", "9"),
        ("Carafe", "45"),
        ("Saladier", "28.250"),
        ("Tajine", "60"),
        ("Tasse", "7.5"),
        ("Vase", "55"),
        ("Encensoir", "15"),
    ],
};

/// Counts what the maker goes through.
struct Way<'a> {
    browser: &'a Browser,
    screens: std::cell::Cell<u32>,
    fields: std::cell::Cell<u32>,
}

impl Way<'_> {
    /// A screen that must fit the phone.
    async fn screen(&self) {
        self.browser.fits_its_window().await;
        self.screens.set(self.screens.get() + 1);
    }

    async fn fill(&self, name: &str, text: &str) {
        self.browser.fill(name, text).await;
        self.fields.set(self.fields.get() + 1);
    }

    async fn choose(&self, name: &str, value: &str) {
        self.browser.choose(name, value).await;
        self.fields.set(self.fields.get() + 1);
    }

    async fn tick(&self, name: &str, value: &str) {
        self.browser.tick(name, value).await;
        self.fields.set(self.fields.get() + 1);
    }
}

const EMAIL: &str = "amina@example.org";

async fn journey(app: &TestApp, browser: &Browser, words: &Words) {
    let code = browser.language.code();
    let way = Way { browser, screens: 0.into(), fields: 0.into() };
    browser.phone().await;

    browser.open("/sign-up").await;
    way.screen().await;
    way.tick("kind", "maker").await;
    way.fill("organisation", words.workshop).await;
    way.choose("country", "TN").await;
    way.fill("name", words.person).await;
    way.fill("email", EMAIL).await;
    way.fill("password", PASSWORD).await;
    browser.press("sign-up-submit").await;
    way.screen().await;
    browser.open(&app.link_in_letter_to(EMAIL).await).await;
    way.screen().await;
    browser.press("verify-button").await;
    browser.sign_in(EMAIL, PASSWORD).await;
    way.fields.set(way.fields.get() + 2);
    way.screen().await;

    browser.open("/workshop/collections/new").await;
    way.screen().await;
    way.fill(&format!("title[{code}]"), words.collection).await;
    way.fill(&format!("story[{code}]"), words.story).await;
    browser.press("form-save").await;
    way.screen().await;
    let bench = browser.path().await;

    let photos: Vec<_> = (0..words.pieces.len() as u8)
        .map(|shade| browser.file(&format!("IMG_{shade}.png"), &samples::picture_in(shade * 20)))
        .collect();
    browser.attach_all("photos", &photos).await;
    way.fields.set(way.fields.get() + 1);
    browser.press("photos-to-products-send").await;
    way.screen().await;
    for (position, (title, price)) in words.pieces.iter().enumerate() {
        way.fill(&format!("products[{position}][title]"), title).await;
        way.fill(&format!("products[{position}][price]"), price).await;
    }
    way.choose("common[craft]", "ceramics").await;
    way.tick("common[materials]", "clay").await;
    way.fill("common[moq]", "6").await;
    way.fill("common[lead_time_days]", "30").await;
    way.fill("common[hs_code]", "691200").await;
    // A slip: nothing of it is lost.
    browser.fill("products[3][price]", "abc").await;
    browser.press("form-save").await;
    browser.sees_message("problem-amount-unreadable").await;
    assert_eq!(browser.reads("main [name='products[9][title]']", "value").await, words.pieces[9].0);
    browser.fill("products[3][price]", words.pieces[3].1).await;
    browser.press("form-save").await;
    browser.sees_message("notice-labels-saved").await;
    way.screen().await;

    approve(app).await;
    browser.open(&bench).await;
    browser.press("workshop-publish").await;
    browser.sees_message("notice-collection-published").await;
    way.screen().await;

    browser.is_used_by_nobody().await;
    app.caught_up().await;
    let listed = app.get("/api/v1/products?limit=50").await.expect(200).json();
    let titles: Vec<&str> =
        listed["items"].as_array().unwrap().iter().filter_map(|item| item["title"][code].as_str()).collect();
    assert_eq!(titles.len(), 10);
    assert!(words.pieces.iter().all(|(title, _)| titles.contains(title)), "{titles:?}");
    println!("{code}: {} screens, {} fields", way.screens.get(), way.fields.get());
    assert!(way.screens.get() <= 9 && way.fields.get() <= 36, "the way has become longer");
}

/// What an officer does meanwhile.
async fn approve(app: &TestApp) {
    let officer = app.officer().await;
    let waiting = officer.get("/api/v1/organisations?kind=maker&standing=pending").await.expect(200).json();
    let id = &waiting["items"][0]["id"];
    let decision = json!({ "standing": Standing::Approved });
    officer.post_json(&format!("/api/v1/organisations/{id}/standing"), &decision).await.expect(200);
}

async fn told(language: Language, words: Words) {
    let app = TestApp::start(Backend::Sqlite).await;
    app.person_in(Kind::Buyer, "Maison Moreau", Standing::Approved, "FR", language).await;
    Browser::walks(&app, language, async |browser| journey(&app, browser, &words).await).await;
}

#[actix_web::test]
#[ignore = "needs Chromium: tests/run provides it"]
async fn in_french() {
    told(Language::Fr, FRENCH).await;
}

#[actix_web::test]
#[ignore = "needs Chromium: tests/run provides it"]
async fn in_arabic() {
    told(Language::Ar, ARABIC).await;
}
