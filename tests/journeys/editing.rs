//! Half a product typed on a phone, lost, found again, saved and taken back.

use fondouk::accounts::{Kind, Standing};
use fondouk::locale::Language;

use crate::support::{Backend, Browser, PASSWORD, TestApp};

async fn journey(browser: &Browser) {
    browser.phone().await;
    browser.sign_in("atelier@example.org", PASSWORD).await;
    browser.open("/workshop/products/new").await;
    browser.fits_its_window().await;
    browser.fill("title[ar]", "صحن أزر").await;
    browser.fill("moq", "24").await;
    browser.fill("price[amount]", "12,").await;
    // The script says that it is kept; nobody has pressed anything.
    browser.waits_until_reads("[data-draft-said]", &browser.say("draft-is-kept")).await;
    browser.open("/workshop/products/new").await;
    browser.does_not_see_value("title[ar]", "صحن أزر").await;
    browser.fits_its_window().await;
    browser.press("draft-continue").await;
    browser.fits_its_window().await;
    browser.has_value("title[ar]", "صحن أزر").await;
    browser.has_value("price[amount]", "12,").await;

    browser.fill("title[ar]", "صحن أزرق").await;
    browser.fill("price[amount]", "12,500").await;
    browser.press("form-save").await;
    browser.sees_message("notice-product-saved").await;
    browser.has_value("title[ar]", "صحن أزرق").await;
    browser.fill("moq", "48").await;
    browser.press("form-save").await;
    browser.fits_its_window().await;
    browser.press("notice-undo").await;
    browser.sees_message("notice-undone").await;
    browser.has_value("moq", "24").await;
    browser.press("history-title").await;
    browser.sees_message("history-act-undone").await;
    browser.fits_its_window().await;
    browser.open("/workshop/products").await;
    browser.fits_its_window().await;
    browser.open("/workshop/translations").await;
    browser.fits_its_window().await;
}

#[actix_web::test]
#[ignore = "needs Chromium: tests/run provides it"]
async fn what_is_typed_on_a_phone_is_not_lost() {
    let app = TestApp::start(Backend::Sqlite).await;
    app.person_in(Kind::Maker, "Atelier", Standing::Approved, "TN", Language::Ar).await;
    Browser::walks(&app, Language::Ar, async |browser| journey(browser).await).await;
}
