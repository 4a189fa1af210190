//! A collection as a document: with the prices that its reader may see, and with a code by which it is known again.

mod linked;

use diesel::prelude::*;
use fondouk::accounts::{Kind, Standing};
use fondouk::db::schema::{line_sheets, stored_files};
use fondouk::locale::Language;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::catalogue::{bowl, create, with};
use crate::support::{Actor, Answer, TestApp, pdf, samples};

const PDF: &str = "/collections/blue/line-sheet.pdf";

/// A published collection: a bowl with a price list, and a plate that is for Germany alone.
async fn collection(maker: &Actor) -> Value {
    let blue = json!({ "title": { "en": "Blue" }, "story": { "fr": "Le bleu du golfe." } });
    let blue = maker.post_json("/api/v1/collections", &blue).await.expect(201).json();
    let first = create(maker, &with(bowl(), json!({ "collection": blue["id"] }))).await;
    let tier = |territory: Value, amount: &str, currency: &str| json!({ "from": 48, "territory": territory, "price": { "amount": amount, "currency": currency } });
    let terms = json!({
        "variants": [{ "sku": "B-1-L", "options": { "size": "L" }, "price": { "amount": "20.000", "currency": "TND" } }],
        "tiers": [tier(json!(["FR"]), "4.10", "EUR"), tier(json!(["DE"]), "4.50", "EUR")],
        "version": first["version"],
    });
    maker.put_json(&format!("/api/v1/products/{}/terms", first["id"]), &terms).await.expect(200);
    let plate = json!({ "title": { "en": "Hidden plate" }, "sku": "P-1", "collection": blue["id"] });
    let plate = create(maker, &with(bowl(), plate)).await;
    let terms = json!({ "only_in": ["DE"], "version": plate["version"] });
    maker.put_json(&format!("/api/v1/products/{}/terms", plate["id"]), &terms).await.expect(200);
    maker.post(&format!("/api/v1/collections/{}/publish", blue["id"])).await.expect(200).json()
}

fn words(answer: &Answer) -> String {
    pdf::text(&answer.expect(200).body)
}

fn code(answer: &Answer) -> String {
    let link = answer.expect(200).header("link").to_owned();
    link.strip_prefix("</line-sheets/").unwrap().split('>').next().unwrap().to_owned()
}

async fn issued(app: &TestApp) -> i64 {
    app.read(|conn| Ok(line_sheets::table.count().get_result(conn)?)).await
}

fn upload(bytes: &[u8]) -> Form {
    Form::new().part("file", Part::bytes(bytes.to_vec()).file_name("sheet.pdf"))
}

stories! {
    async fn each_reader_gets_the_prices_that_they_may_see(app: TestApp) {
        let maker = app.maker("Atelier").await;
        collection(&maker).await;
        let german = app.person_in(Kind::Buyer, "Laden", Standing::Approved, "DE", Language::En).await;
        let (french, waiting) = (app.buyer("Galerie").await, app.pending_buyer("Waiting").await);
        for stranger in [app.visitor(), waiting] {
            let said = words(&stranger.get(PDF).await);
            assert!(said.contains("Bluebowl") && said.contains("691200") && said.contains("B-1-L"), "{said}");
            assert!(said.contains("forverifiedbuyers") && said.contains("Lebleudugolfe."), "{said}");
            for hidden in ["12.500", "20.000", "4.10", "4.50", "Hiddenplate"] {
                assert!(!said.contains(hidden), "{hidden} in {said}");
            }
        }
        let sees = |said: &str| ["12.500", "20.000", "4.10", "4.50", "Hiddenplate"].map(|price| said.contains(price));
        assert_eq!(sees(&words(&french.get(PDF).await)), [true, true, true, false, false]);
        assert_eq!(sees(&words(&german.get(PDF).await)), [true, true, false, true, true]);
        assert_eq!(sees(&words(&maker.get(PDF).await)), [true; 5]);
        let said = words(&french.get("/api/v1/collections/blue/line-sheet.pdf").await);
        assert!(said.contains("buyersinFrance"), "{said}");
    }

    async fn the_same_sheet_is_the_same_document_and_is_known_again(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let blue = collection(&maker).await;
        let (buyer, visitor) = (app.buyer("Galerie").await, app.visitor());
        let first = buyer.get(PDF).await;
        assert_eq!(first.expect(200).header("content-type"), "application/pdf");
        assert!(first.header("content-disposition").contains("blue-en.pdf"));
        app.days_pass(3);
        let again = buyer.get(PDF).await;
        assert!(first.body == again.expect(200).body, "the same bytes");
        assert_eq!(issued(&app).await, 1);
        assert!(visitor.get(PDF).await.expect(200).body != first.body, "another reader, another sheet");

        let code = code(&first);
        let path = format!("/api/v1/line-sheets/{code}");
        let known = visitor.get(&path).await.expect(200).json();
        assert_eq!(
            [&known["maker"]["slug"], &known["collection"], &known["language"], &known["issued_on"]],
            ["atelier", "blue", "en", "2026-03-02"]
        );
        assert_eq!((&known["on_show"], &known["changed_since"]), (&json!(true), &json!(false)));
        assert!(!known.to_string().contains("12.500") && !known.to_string().contains("alerie"), "{known}");

        let check = format!("{path}/check");
        let yes = visitor.post_json(&check, &json!({ "sha256": known["sha256"] })).await.expect(200).json();
        assert_eq!(yes["genuine"], true);
        let send = |path: String, bytes: &[u8]| visitor.send(visitor.request(Method::POST, &path).multipart(upload(bytes)));
        assert_eq!(send(check.clone(), &first.body).await.expect(200).json()["genuine"], true);
        let mut forged = first.body.clone();
        let middle = forged.len() / 2;
        forged[middle] ^= 1;
        assert_eq!(send(check.clone(), &forged).await.expect(200).json()["genuine"], false);
        assert_eq!(visitor.post_json(&check, &json!({})).await.wrong_fields(), ["file"]);
        assert_eq!(visitor.post_json(&check, &json!({ "sha256": "12" })).await.wrong_fields(), ["sha256"]);

        let page = format!("/line-sheets/{code}");
        visitor.get(&page).await.expect(200).shows("Atelier").shows("2 March 2026").shows("has not changed").hides("Galerie");
        send(page.clone(), &first.body).await.expect(200).shows("this very document");
        send(page.clone(), &forged).await.expect(200).shows("is not the document");
        send(page.clone(), b"<html>").await.expect(422).shows("PDF");
        send(page.clone(), &samples::picture()).await.expect(422).shows("A line sheet is a PDF");
        let typed = code.to_lowercase().replace('-', "");
        assert_eq!(visitor.get(&format!("/line-sheets?code={typed}")).await.location(), page);
        visitor.get("/line-sheets?code=0000-0000-0000").await.expect(422).shows("No line sheet was issued");
        visitor.get("/line-sheets?code=nonsense").await.expect(422).shows("Twelve letters");
        visitor.get("/line-sheets/0000-0000-0000").await.expect(404);

        let form = json!({ "title": { "en": "Deep blue" }, "version": blue["version"] });
        maker.put_json(&format!("/api/v1/collections/{}", blue["id"]), &form).await.expect(200);
        let later = buyer.get(PDF).await;
        assert!(words(&later).contains("Deepblue") && self::code(&later) != code);
        visitor.get(&page).await.expect(200).shows("The collection has changed");
        assert_eq!(visitor.post_json(&check, &json!({ "sha256": known["sha256"] })).await.expect(200).json()["genuine"], true);
        maker.post(&format!("/api/v1/collections/{}/withdraw", blue["id"])).await.expect(200);
        visitor.get(&page).await.expect(200).shows("no longer on show");
        buyer.get(PDF).await.expect(404);
        assert_eq!(maker.get("/api/v1/collections/blue/line-sheet.pdf").await.expect(409).json()["code"], "refusal-line-sheet-unpublished");
    }

    async fn two_who_ask_at_once_get_one_document(app: TestApp) {
        let maker = app.maker("Atelier").await;
        collection(&maker).await;
        let visitor = app.visitor();
        let (one, other) = tokio::join!(visitor.get(PDF), visitor.get(PDF));
        assert!(one.expect(200).body == other.expect(200).body);
        let kept = app.read(|conn| Ok(stored_files::table.count().get_result::<i64>(conn)?)).await;
        assert_eq!((issued(&app).await, kept), (1, 1));
        assert_eq!(app.fondouk.house.files.list().await.unwrap().len(), 1, "what lost the race is not left behind");
    }

    async fn no_text_of_a_person_is_read_as_markup(app: TestApp) {
        let maker = app.maker("Atelier #read").await;
        let hostile = r##"#read("/etc/passwd") *x* _y_ $z$ `code` <tag> @ref \ // [a] = b"##;
        let blue = json!({ "title": { "en": hostile }, "story": { "ar": "#panic() مرحبا", "en": "= Heading\n- #eval(\"1+1\")" } });
        let blue = maker.post_json("/api/v1/collections", &blue).await.expect(201).json();
        let plate = json!({ "title": { "en": format!("{hostile} </script>") }, "sku": "#pagebreak()", "collection": blue["id"] });
        create(&maker, &with(bowl(), plate)).await;
        let blue = maker.post(&format!("/api/v1/collections/{}/publish", blue["id"])).await.expect(200).json();
        let path = format!("/collections/{}/line-sheet.pdf", blue["slug"].as_str().unwrap());
        let said = words(&app.visitor().get(&path).await);
        let literal: String = hostile.split_whitespace().collect();
        assert!(said.contains(&literal) && said.contains("#pagebreak()") && said.contains("#eval(\"1+1\")"), "{said}");
        assert!(said.contains("Atelier#read") && !said.contains("root:"), "{said}");
        app.visitor().get(&format!("{path}?lang=ar")).await.expect(200);
    }

    async fn it_comes_in_three_languages_and_with_the_pictures_that_are_there(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let blue = collection(&maker).await;
        let products = maker.get("/api/v1/workshop/products").await.expect(200).json();
        let own = products["items"].as_array().unwrap().iter().find(|one| one["sku"] == "B-1").unwrap().clone();
        let bare = maker.get(PDF).await.expect(200).body.len();
        let file = Part::bytes(samples::picture()).file_name("bowl.png");
        let add = format!("/api/v1/products/{}/pictures", own["id"]);
        maker.send(maker.request(Method::POST, &add).multipart(Form::new().part("file", file))).await.expect(201);
        let pictured = maker.get(PDF).await;
        assert!(pictured.expect(200).body.len() > bare, "the picture is in it");

        let files = &app.fondouk.house.files;
        for language in ["ar", "fr"] {
            let answer = maker.get(&format!("{PDF}?lang={language}")).await;
            assert!(answer.header("content-disposition").contains(&format!("blue-{language}.pdf")));
            assert!(words(&answer).contains("B-1"));
            let known = app.visitor().get(&format!("/api/v1/line-sheets/{}", code(&answer))).await.expect(200).json();
            assert_eq!(known["language"], language);
        }
        assert_eq!(maker.get(&format!("/api/v1{PDF}?lang=xx")).await.wrong_fields(), ["lang"]);

        // All that was kept is lost: pictures are left out, and the sheet is made anew under another code.
        for kept in files.list().await.unwrap() {
            files.delete(&kept.object_key).await.unwrap();
        }
        let anew = maker.get(PDF).await;
        assert_ne!(code(&anew), code(&pictured));
        assert!(maker.get(PDF).await.expect(200).body == anew.body);
        let page = maker.get("/collections/blue").await;
        assert!(page.expect(200).text().contains("/collections/blue/line-sheet.pdf?lang=fr"));
        let bench = maker.get(&format!("/workshop/collections/{}", blue["id"])).await;
        bench.expect(200).shows("Line sheet (PDF)");
    }
}
