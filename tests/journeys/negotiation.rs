//! A whole negotiation in two real browsers: the buyer reads and writes French at a desk, the maker Arabic on a phone.

use fondouk::accounts::{Kind, Standing};
use fondouk::locale::Language;
use serde_json::{Value, json};

use super::trade::offer;
use crate::support::{Actor, Backend, Browser, PASSWORD, TestApp, samples};

const TITLE: &str = "Bols bleus pour un hôtel en bord de mer";
const QUESTION: &str = "Pouvez-vous émailler l’intérieur aussi ?";
const ANSWER: &str = "نعم، يمكن تزجيج الداخل أيضًا.";

/// An approved workshop with a bowl on show.
async fn workshop(app: &TestApp, name: &str) -> (Actor, Value) {
    let maker = app.person_in(Kind::Maker, name, Standing::Approved, "TN", Language::Ar).await;
    let profile = json!({
        "place": { "ar": "نابل" }, "crafts": ["ceramics"], "exports_itself": true, "currency": "TND",
    });
    maker.put_json(&format!("/api/v1/makers/{}", maker.slug), &profile).await.expect(200);
    let product = maker.post_json("/api/v1/products", &samples::product()).await.expect(201).json();
    maker.post(&format!("/api/v1/products/{}/publish", product["id"])).await.expect(200);
    (maker, product["id"].clone())
}

async fn requested(app: &TestApp, buyer: &Browser) -> String {
    buyer.open("/sourcing-requests/new").await;
    buyer.fill("title", TITLE).await;
    buyer.fill("wanted", "Bols tournés à la main, émail bleu profond.").await;
    buyer.tick("language", "fr").await;
    buyer.tick("crafts", "ceramics").await;
    buyer.fill("quantity", "240").await;
    buyer.choose("destination", "FR").await;
    buyer.tick("channel", "hospitality").await;
    buyer.fill("needed_by", &app.now().plus(chrono::TimeDelta::days(150)).date().to_string()).await;
    buyer.press("request-save").await;
    buyer.sees_message("notice-request-drafted").await;
    let request = buyer.path().await;
    buyer.press("request-open").await;
    buyer.sees_message("notice-request-opened").await;
    buyer.press("matches-see").await;
    for name in ["Atelier Ben Salah", "Dar Sami"] {
        buyer.waits_for(name).await;
    }
    buyer.press("mark-shortlist").await;
    buyer.sees_message("status-shortlisted").await;
    request
}

async fn talked(buyer: &Browser, maker: &Browser, request: &str) {
    let number = request.rsplit('/').next().unwrap();
    buyer.open(&format!("/conversations/new?maker=atelier-ben-salah&request={number}")).await;
    buyer.fill("text", QUESTION).await;
    buyer.press("conversation-send").await;
    buyer.sees(QUESTION).await;
    let talk = buyer.path().await;
    maker.open(&talk).await;
    maker.sees(QUESTION).await;
    maker.fill("text", ANSWER).await;
    maker.press("conversation-send").await;
    maker.sees(ANSWER).await;
    maker.fits_its_window().await;
    buyer.open(&talk).await;
    buyer.sees(ANSWER).await;
}

async fn agreed(app: &TestApp, buyer: &Browser, maker: &Browser, request: &str) {
    maker.open("/matches").await;
    maker.sees(TITLE).await;
    maker.open(request).await;
    maker.press("request-answer").await;
    maker.fits_its_window().await;
    offer(app, maker, "12.000").await;
    maker.sees_message("notice-quote-offered").await;
    let quote = maker.path().await;

    buyer.open(&format!("{request}/quotes")).await;
    for name in ["Atelier Ben Salah", "Dar Sami"] {
        buyer.sees(name).await;
    }
    buyer.open(&quote).await;
    buyer.press("quote-counter").await;
    offer(app, buyer, "11.500").await;
    buyer.sees_message("notice-quote-countered").await;

    maker.open(&quote).await;
    maker.press("quote-accept").await;
    maker.sees_message("notice-quote-accepted").await;
    maker.fits_its_window().await;
    buyer.open(request).await;
    buyer.sees_message("status-closed").await;
}

async fn negotiated(backend: Backend) {
    let app = TestApp::start(backend).await;
    app.write(fondouk::app::lay_ground).await;
    workshop(&app, "Atelier Ben Salah").await;
    let (other, bowl) = workshop(&app, "Dar Sami").await;
    app.person_in(Kind::Buyer, "Maison Moreau", Standing::Approved, "FR", Language::Fr).await;
    Browser::walks(&app, Language::Fr, async |buyer| {
        let maker = Browser::start(&app.url(""), Language::Ar).await;
        buyer.sign_in("maison-moreau@example.org", PASSWORD).await;
        maker.phone().await;
        maker.sign_in("atelier-ben-salah@example.org", PASSWORD).await;
        assert_eq!(maker.reads("html", "dir").await, "rtl");

        let request = requested(&app, buyer).await;
        talked(buyer, &maker, &request).await;
        let number: i64 = request.rsplit('/').next().unwrap().parse().unwrap();
        let lines = json!([{ "product": bowl, "quantity": 240, "unit_price": { "amount": "13.000", "currency": "TND" } }]);
        let rival = samples::with(samples::delivery(), json!({ "request": number, "lines": lines }));
        other.post_json("/api/v1/quotes", &rival).await.expect(201);
        agreed(&app, buyer, &maker, &request).await;
        maker.close().await;
    })
    .await;
    let rival = other.get("/api/v1/quotes").await.expect(200).json()["items"][0].clone();
    assert_eq!(rival["status"], "not-chosen");
    let letters = app.letters_to("dar-sami@example.org").await;
    assert!(
        letters.iter().any(|letter| letter.contains(TITLE) || letter.contains("Maison Moreau")),
        "{letters:?}"
    );
}

#[actix_web::test]
#[ignore = "needs Chromium: tests/run provides it"]
async fn in_french_and_arabic_on_sqlite() {
    negotiated(Backend::Sqlite).await;
}

#[actix_web::test]
#[ignore = "needs Chromium and PostgreSQL: tests/run provides them"]
async fn in_french_and_arabic_on_postgres() {
    negotiated(Backend::Postgres).await;
}
