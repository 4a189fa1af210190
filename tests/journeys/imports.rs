//! A maker's sheet from the upload to the shelf on a phone, in the three languages.

use fondouk::error::Message;
use fondouk::locale::Language;

use crate::support::{Backend, Browser, PASSWORD, TestApp};

/// A sheet as the makers of the language write it, with one column of their own.
struct Words {
    sheet: &'static str,
    unknown: &'static str,
    title: &'static str,
    wrong: &'static str,
}

const ENGLISH: Words = Words {
    sheet: "Article number,Title,Price,Grandmother\nA-1,Blue bowl,12.500 TND,Zohra\nA-2,Plate,dear,Zohra\n",
    unknown: "Grandmother",
    title: "Blue bowl",
    wrong: "dear",
};
const FRENCH: Words = Words {
    sheet: "Référence;Titre;Prix;Grand-mère\nA-1;Bol bleu;12,500 TND;Zohra\nA-2;Assiette;sur demande;Zohra\n",
    unknown: "Grand-mère",
    title: "Bol bleu",
    wrong: "sur demande",
};
const ARABIC: Words = Words {
    sheet: "الرمز;العنوان;السعر;الجدة\nA-1;صحن أزرق;١٢٫٥٠٠ د.ت;زهرة\nA-2;إناء;غالٍ;زهرة\n",
    unknown: "الجدة",
    title: "صحن أزرق",
    wrong: "غالٍ",
};

async fn journey(browser: &Browser, words: &Words) {
    browser.phone().await;
    browser.sign_in("atelier@example.org", PASSWORD).await;
    browser.open("/workshop/import").await;
    browser.fits_its_window().await;
    browser.attach("file", &browser.file("products.csv", words.sheet.as_bytes())).await;
    browser.press("import-send").await;
    browser.fits_its_window().await;
    // What wants a look comes first: the refused row, with its cell.
    browser.sees(words.wrong).await;
    browser.sees_message("import-unknown").await;
    browser.sees(words.unknown).await;

    browser.choose("columns[0][field]", "ignore").await;
    browser.press("import-map").await;
    browser.does_not_see(&browser.say("import-unknown-text")).await;
    browser.press_text(&browser.say(Message::new("import-commit").with("count", 1_i64))).await;
    browser.sees_message("import-is-committed").await;
    browser.fits_its_window().await;
    browser.press("workshop-products").await;
    browser.sees(words.title).await;
    browser.does_not_see(words.wrong).await;
    browser.fits_its_window().await;
}

async fn told(language: Language, words: Words) {
    let app = TestApp::start(Backend::Sqlite).await;
    let (kind, standing) = (fondouk::accounts::Kind::Maker, fondouk::accounts::Standing::Approved);
    app.person_in(kind, "Atelier", standing, "TN", language).await;
    Browser::walks(&app, language, async |browser| journey(browser, &words).await).await;
}

#[actix_web::test]
#[ignore = "needs Chromium: tests/run provides it"]
async fn in_english() {
    told(Language::En, ENGLISH).await;
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
