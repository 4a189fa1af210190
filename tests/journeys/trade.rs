//! The whole trade in a real browser, in English and in Arabic: from a maker's phone to the programme's figures.

use fondouk::accounts::{Kind, Standing};
use fondouk::locale::{self, Language};
use fondouk::money::{Currency, Money};
use serde_json::{Value, json};

use crate::support::{Actor, Backend, Browser, PASSWORD, Person, TestApp, samples};

/// What the people of the journey type, in their language.
struct Words {
    collection: &'static str,
    bowl: &'static str,
    story: &'static str,
    request: &'static str,
    wanted: &'static str,
    agreement: &'static str,
    terms: &'static str,
    note: &'static str,
}

const ENGLISH: Words = Words {
    collection: "Blue table",
    bowl: "Marine bowl",
    story: "Thrown by hand in Nabeul and glazed twice.",
    request: "Bowls for a hotel by the sea",
    wanted: "240 deep blue bowls, thrown by hand.",
    agreement: "Blue table in France",
    terms: "Hotels of France, for one year.",
    note: "Invoice 17 and bill of lading seen.",
};

const ARABIC: Words = Words {
    collection: "المائدة الزرقاء",
    bowl: "وعاء بحري",
    story: "مشغول باليد في نابل ومزجج مرتين.",
    request: "أوعية لفندق على البحر",
    wanted: "240 وعاء أزرق مشغولا باليد.",
    agreement: "المائدة الزرقاء في فرنسا",
    terms: "فنادق فرنسا لسنة واحدة.",
    note: "اطلعت على الفاتورة 17 وسند الشحن.",
};

struct Journey<'a> {
    app: &'a TestApp,
    browser: &'a Browser,
    words: &'a Words,
    officer: Actor,
}

/// Where things are, once they are.
struct Shelf {
    collection: String,
    product: String,
}

fn number_in(path: &str) -> String {
    path.split('/').find(|part| part.parse::<i64>().is_ok()).expect("an id in the path").to_owned()
}

fn day(app: &TestApp, days: i64) -> String {
    app.now().plus(chrono::TimeDelta::days(days)).date().to_string()
}

/// Fills in an offer for 240 pieces and sends it.
pub async fn offer(app: &TestApp, browser: &Browser, price: &str) {
    browser.fill("lines[0][quantity]", "240").await;
    browser.fill("lines[0][unit_price][amount]", price).await;
    browser.choose("lines[0][unit_price][currency]", "TND").await;
    browser.choose("incoterm", "FOB").await;
    browser.fill("named_place", "Port of Radès").await;
    browser.tick("by_sea", "true").await;
    browser.fill("lead_time_days", "30").await;
    browser.fill("valid_until", &day(app, 30)).await;
    browser.press("quote-send").await;
}

impl Journey<'_> {
    fn day(&self, days: i64) -> String {
        day(self.app, days)
    }

    /// Behind an action: the page that says that it was done.
    async fn done(&self, key: &'static str) {
        self.browser.sees_message(key).await;
    }

    async fn publish(&self) -> Shelf {
        let (browser, words) = (self.browser, self.words);
        let code = browser.language.code();
        browser.phone().await;
        browser.open("/workshop").await;
        browser.fits_its_window().await;
        browser.press("collection-new").await;
        browser.fits_its_window().await;
        browser.fill(&format!("title[{code}]"), words.collection).await;
        browser.fill(&format!("story[{code}]"), words.story).await;
        browser.press("form-save").await;
        self.done("notice-collection-saved").await;
        browser.fits_its_window().await;
        let collection = browser.path().await;

        browser.press("product-new").await;
        browser.fits_its_window().await;
        browser.fill(&format!("title[{code}]"), words.bowl).await;
        browser.fill(&format!("description[{code}]"), words.story).await;
        browser.choose("craft", "ceramics").await;
        browser.fill("price[amount]", "12.5").await;
        browser.choose("price[currency]", "TND").await;
        for (name, value) in
            [("moq", "24"), ("order_multiple", "6"), ("lead_time_days", "30"), ("hs_code", "6912.00")]
        {
            browser.fill(name, value).await;
        }
        browser.choose("origin", "TN").await;
        browser.tick("materials", "clay").await;
        browser.tick("techniques", "wheel-thrown").await;
        browser.press("form-save").await;
        self.done("notice-product-saved").await;
        browser.fits_its_window().await;
        let product = browser.path().await;

        let picture = browser.file("bowl.png", &samples::picture());
        browser.attach("file", &picture).await;
        browser.press("photos-send").await;
        self.done("notice-pictures-added").await;

        browser.open(&collection).await;
        browser.press("workshop-publish").await;
        self.done("notice-collection-published").await;
        browser.fits_its_window().await;
        browser.open("/desk").await;
        browser.fits_its_window().await;
        browser.desk().await;
        Shelf { collection: number_in(&collection), product: number_in(&product) }
    }

    async fn find(&self) {
        let (browser, words) = (self.browser, self.words);
        self.app.caught_up().await;
        browser.search(words.bowl).await;
        browser.sees(words.bowl).await;
        browser.press_text(words.bowl).await;
        browser.sees(words.story).await;
        browser
            .sees(&locale::money(browser.language, Money::new(12_500, Currency::parse("TND").unwrap())))
            .await;
        let width = browser.reads("main img[src^='/pictures/']", "naturalWidth").await;
        assert!(width.as_i64() > Some(0), "the picture does not load: {width}");
    }

    async fn request(&self) -> String {
        let (browser, words) = (self.browser, self.words);
        browser.open("/sourcing-requests").await;
        browser.press("request-new").await;
        browser.fill("title", words.request).await;
        browser.fill("wanted", words.wanted).await;
        browser.tick("language", browser.language.code()).await;
        browser.tick("crafts", "ceramics").await;
        browser.tick("materials", "clay").await;
        browser.fill("quantity", "240").await;
        browser.fill("target_price[amount]", "4").await;
        browser.choose("target_price[currency]", "EUR").await;
        browser.choose("destination", "FR").await;
        browser.tick("channel", "hospitality").await;
        browser.fill("needed_by", &self.day(150)).await;
        browser.press("request-save").await;
        self.done("notice-request-drafted").await;
        let request = browser.path().await;
        browser.press("request-open").await;
        self.done("notice-request-opened").await;
        browser.press("matches-see").await;
        browser.waits_for(self.words.bowl).await;
        browser.sees(&locale::term(browser.language, "verdict", "holds")).await;
        browser.unfold("match-score-parts").await;
        request
    }

    async fn negotiate(&self, maker: &Person, buyer: &Person, request: &str) -> String {
        let browser = self.browser;
        browser.is_used_by(maker).await;
        browser.open("/matches").await;
        browser.waits_for(self.words.request).await;
        browser.open(request).await;
        browser.press("request-answer").await;
        offer(self.app, browser, "12.000").await;
        self.done("notice-quote-offered").await;
        let quote = browser.path().await;

        browser.is_used_by(buyer).await;
        browser.open(&quote).await;
        browser.press("quote-counter").await;
        offer(self.app, browser, "11.500").await;
        self.done("notice-quote-countered").await;

        browser.is_used_by(maker).await;
        browser.open(&quote).await;
        browser.press("quote-accept").await;
        self.done("notice-quote-accepted").await;
        quote
    }

    async fn agree(&self, buyer: &Person, shelf: &Shelf) -> String {
        let (browser, words) = (self.browser, self.words);
        browser.press("quote-to-agreement").await;
        browser.fill("title", words.agreement).await;
        browser.choose("territory", "FR").await;
        browser.tick("channel", "hospitality").await;
        browser.tick("exclusive", "true").await;
        browser.tick("collections", &shelf.collection).await;
        browser.fill("starts_on", &self.day(0)).await;
        browser.fill("ends_on", &self.day(365)).await;
        browser.tick("terms_language", browser.language.code()).await;
        browser.fill("terms", words.terms).await;
        browser.press("agreement-save").await;
        self.done("notice-agreement-drafted").await;
        let agreement = browser.path().await;
        browser.press("agreement-propose").await;
        self.done("notice-agreement-proposed").await;
        browser.press("agreement-sign").await;
        self.done("notice-agreement-signed").await;

        browser.is_used_by(buyer).await;
        browser.open(&agreement).await;
        browser.sees(words.terms).await;
        browser.press("agreement-sign").await;
        self.done("notice-agreement-signed").await;
        browser.sees(&locale::term(browser.language, "status", "active")).await;
        agreement
    }

    async fn ship(&self, maker: &Person) -> String {
        let browser = self.browser;
        browser.press("deal-new").await;
        // Everything else stands there already, as the quote says it.
        browser.choose("destination", "FR").await;
        browser.press("deal-save").await;
        self.done("notice-deal-drafted").await;
        let deal = browser.path().await;

        browser.is_used_by(maker).await;
        browser.open(&deal).await;
        browser.press("deal-confirm").await;
        self.done("notice-deal-confirmed").await;
        browser.press("deal-ship").await;
        self.done("notice-deal-shipped").await;
        deal
    }

    async fn exports(&self) -> Value {
        self.officer.get("/api/v1/indicators/R1").await.expect(200).json()
    }

    async fn exported(&self) -> Money {
        let value = self.exports().await["value"].as_str().unwrap().to_owned();
        let cents = value.replace('.', "").parse().unwrap();
        let exported = Money::new(cents, Currency::EUR);
        assert_eq!(exported.major(), value, "euros have two decimals");
        exported
    }

    /// Nothing counts before an officer has seen the papers; then it moves by what was frozen, to the cent.
    async fn verify(&self, officer: &Person, deal: &str) -> (Money, Money) {
        let browser = self.browser;
        let before = self.exported().await;
        browser.is_used_by(officer).await;
        browser.open("/verifications").await;
        let record = format!("/verifications/deal/{}", number_in(deal));
        browser.open(&record).await;
        browser.fill("note", self.words.note).await;
        let paper = browser.file("bill-of-lading.png", &samples::picture());
        browser.attach("file", &paper).await;
        browser.press("verification-verify").await;
        self.done("notice-verified").await;

        let path = format!("/api/v1/verifications/deal/{}", number_in(deal));
        let seen = self.officer.get(&path).await.expect(200).json();
        let verdict = &seen["verdicts"][0];
        let frozen = Money::parse(verdict["eur"]["amount"].as_str().unwrap(), Currency::EUR).unwrap();
        // 240 at 11.500 dinars, at the rate that stands in the verdict.
        let rate: f64 = verdict["rate"]["per_eur"].as_str().unwrap().parse().unwrap();
        assert_eq!(frozen.minor, (2_760.0 / rate * 100.0).round() as i64, "{verdict}");
        assert!(verdict["evidence"].is_string(), "{verdict}");
        let after = self.exported().await;
        assert_eq!(after.minor - before.minor, frozen.minor, "the figure moved by exactly that");
        browser.open("/indicators/R1").await;
        browser.sees(&locale::money(browser.language, after)).await;
        (before, after)
    }

    async fn deliver_and_cancel(
        &self,
        maker: &Person,
        buyer: &Person,
        officer: &Person,
        deal: &str,
        figures: (Money, Money),
    ) {
        let browser = self.browser;
        browser.is_used_by(buyer).await;
        browser.open(deal).await;
        browser.press("deal-deliver").await;
        self.done("notice-deal-delivered").await;
        assert_eq!(self.exported().await, figures.1, "arriving changes nothing");

        browser.is_used_by(maker).await;
        browser.open(deal).await;
        browser.unfold("deal-cancel").await;
        browser.fill("note", self.words.note).await;
        browser.press("deal-cancel").await;
        self.done("notice-deal-cancelled").await;
        assert_eq!(self.exported().await, figures.0, "cancelling takes it out again");
        browser.is_used_by(officer).await;
        browser.open("/indicators/R1").await;
        browser.sees_message("indicator-records-none").await;
        browser.sees_message("not-counted-gone").await;
    }

    async fn whole(&self) {
        let browser = self.browser;
        let officer = browser.sign_in("programme@example.org", PASSWORD).await;
        let buyer = browser.sign_in("maison-moreau@example.org", PASSWORD).await;
        browser.phone().await;
        let maker = browser.sign_in("atelier-ben-salah@example.org", PASSWORD).await;
        let direction = if browser.language == Language::Ar { "rtl" } else { "ltr" };
        assert_eq!(browser.reads("html", "dir").await, direction);

        let shelf = self.publish().await;
        browser.is_used_by(&buyer).await;
        browser.open("/").await;
        self.find().await;
        let request = self.request().await;
        let _quote = self.negotiate(&maker, &buyer, &request).await;
        let _agreement = self.agree(&buyer, &shelf).await;
        let deal = self.ship(&maker).await;
        let figures = self.verify(&officer, &deal).await;
        self.deliver_and_cancel(&maker, &buyer, &officer, &deal, figures).await;

        // Gone from where it was found, within the second in which it is withdrawn.
        browser.is_used_by(&maker).await;
        browser.open(&format!("/workshop/products/{}", shelf.product)).await;
        browser.press("workshop-withdraw").await;
        self.done("notice-product-withdrawn").await;
        self.app.caught_up().await;
        browser.is_used_by_nobody().await;
        browser.open("/search?kind=product").await;
        browser.does_not_see(self.words.bowl).await;
    }
}

/// Who they are; how they came in is told by the stories of accounts and clusters.
async fn people(app: &TestApp, language: Language) -> Actor {
    app.write(fondouk::app::lay_ground).await;
    let officer = app.officer().await;
    let maker = app.person_in(Kind::Maker, "Atelier Ben Salah", Standing::Approved, "TN", language).await;
    app.person_in(Kind::Buyer, "Maison Moreau", Standing::Approved, "FR", language).await;
    let profile = json!({
        "place": { "en": "Nabeul", "ar": "نابل" }, "crafts": ["ceramics"], "exports_itself": true, "currency": "TND",
    });
    maker.put_json(&format!("/api/v1/makers/{}", maker.slug), &profile).await.expect(200);
    officer
}

async fn told(backend: Backend, language: Language, words: Words) {
    let app = TestApp::start(backend).await;
    let officer = people(&app, language).await;
    Browser::walks(&app, language, async |browser| {
        Journey { app: &app, browser, words: &words, officer }.whole().await;
    })
    .await;
}

macro_rules! journeys {
    ($($name:ident: $language:expr, $words:expr;)+) => {$(
        mod $name {
            use super::*;

            #[actix_web::test]
            #[ignore = "needs Chromium: tests/run provides it"]
            async fn on_sqlite() {
                told(Backend::Sqlite, $language, $words).await;
            }

            #[actix_web::test]
            #[ignore = "needs Chromium and PostgreSQL: tests/run provides them"]
            async fn on_postgres() {
                told(Backend::Postgres, $language, $words).await;
            }
        }
    )+};
}

journeys! {
    in_english: Language::En, ENGLISH;
    in_arabic: Language::Ar, ARABIC;
}
