//! What pages tell machines: JSON-LD that says no more than the page, and a sitemap of what everybody may see.

use serde_json::{Value, json};

use super::collection;
use crate::stories::catalogue::{bowl, create, with};
use crate::support::{Actor, Answer};

/// The things that a page's data block names.
fn graph(page: &Answer) -> Vec<Value> {
    let document = scraper::Html::parse_document(&page.expect(200).text());
    let block = scraper::Selector::parse(r#"script[type="application/ld+json"]"#).unwrap();
    let blocks: Vec<String> = document.select(&block).map(|one| one.text().collect()).collect();
    assert_eq!(blocks.len(), 1, "{blocks:?}");
    let linked: Value = serde_json::from_str(&blocks[0]).unwrap();
    assert_eq!(linked["@context"], "https://schema.org");
    linked["@graph"].as_array().unwrap().clone()
}

async fn thing(reader: &Actor, path: &str, kind: &str) -> Value {
    let page = reader.get(path).await;
    assert!(
        page.header("content-security-policy").contains("script-src 'self';"),
        "no door is opened for it"
    );
    graph(&page)
        .into_iter()
        .find(|thing| thing["@type"] == kind)
        .unwrap_or_else(|| panic!("no {kind} on {path}"))
}

/// The addresses of a sitemap.
fn addresses(answer: &Answer) -> Vec<String> {
    let text = answer.expect(200).text();
    let document = roxmltree::Document::parse(&text).unwrap();
    let places = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    places.map(|node| node.text().unwrap().to_owned()).collect()
}

stories! {
    async fn pages_say_what_they_are_about_and_no_price_to_strangers(app: TestApp) {
        let (maker, officer, buyer) = (app.maker("Atelier").await, app.officer().await, app.buyer("Galerie").await);
        collection(&maker).await;
        let declared = json!({
            "scheme": "gots", "number": "TN-2026-7", "issuer": "Ecocert", "covers": "all",
            "valid_from": "2026-03-02", "valid_until": "2026-05-31",
        });
        let declared = maker.post_json("/api/v1/workshop/certificates", &declared).await.expect(201).json();
        let visitor = app.visitor();
        let plain = thing(&visitor, "/products/blue-bowl", "Product").await;
        assert_eq!(plain["hasCertification"], Value::Null, "nobody has checked it yet");
        let word = json!({ "decision": "confirmed", "note": "Seen.", "version": declared["version"] });
        officer.post_json(&format!("/api/v1/certificates/{}/decision", declared["id"]), &word).await.expect(200);

        let product = thing(&visitor, "/products/blue-bowl", "Product").await;
        assert_eq!((&product["name"], &product["sku"]), (&json!("Blue bowl"), &json!("B-1")));
        assert_eq!(product["url"], app.url("/products/blue-bowl"));
        assert_eq!(product["countryOfOrigin"]["identifier"], "TN");
        assert_eq!(product["brand"]["name"], "Atelier");
        assert_eq!(product["manufacturer"]["url"], app.url("/makers/atelier"));
        assert_eq!(product["material"], json!(["Clay"]));
        assert_eq!(product["offers"]["eligibleQuantity"], json!({ "@type": "QuantitativeValue", "minValue": 24, "unitCode": "C62" }));
        assert_eq!((&product["offers"]["price"], &product["offers"]["priceCurrency"]), (&Value::Null, &Value::Null));
        assert!(!product.to_string().contains("12.500"));
        let seal = &product["hasCertification"][0];
        assert_eq!([&seal["certificationIdentification"], &seal["issuedBy"]["name"], &seal["expires"]], ["TN-2026-7", "Ecocert", "2026-05-31"]);
        let seen = thing(&buyer, "/products/blue-bowl", "Product").await;
        assert_eq!((&seen["offers"]["price"], &seen["offers"]["priceCurrency"]), (&json!("12.500"), &json!("TND")));

        let crumbs = thing(&visitor, "/products/blue-bowl", "BreadcrumbList").await;
        assert_eq!(crumbs["itemListElement"][1]["item"], app.url("/collections/blue"));
        let listed = thing(&visitor, "/collections/blue", "CollectionPage").await;
        assert_eq!(listed["mainEntity"]["numberOfItems"], 1, "not the one for Germany alone");
        assert_eq!(listed["mainEntity"]["itemListElement"][0]["url"], app.url("/products/blue-bowl"));
        let organisation = thing(&visitor, "/makers/atelier", "Organization").await;
        assert_eq!((&organisation["name"], &organisation["address"]["addressCountry"]), (&json!("Atelier"), &json!("TN")));
        assert_eq!(organisation["hasCertification"][0]["name"], "GOTS organic textile");
        // What only its maker sees is nobody's business in an index.
        create(&maker, &with(bowl(), json!({ "title": { "en": "Draft" }, "sku": "D-1" }))).await;
        assert!(!maker.get("/products/draft").await.expect(200).text().contains("ld+json"));
    }

    async fn nothing_that_is_written_ends_the_data_block(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let title = "</script><script>alert(1)</script> & \u{2028}\"";
        let product = create(&maker, &with(bowl(), json!({ "title": { "en": title } }))).await;
        let product = maker.post(&format!("/api/v1/products/{}/publish", product["id"])).await.expect(200).json();
        let path = format!("/products/{}", product["slug"].as_str().unwrap());
        let shown = thing(&app.visitor(), &path, "Product").await;
        assert_eq!(shown["name"], product["title"]["en"]);
    }

    async fn the_sitemap_names_what_everybody_may_see_in_three_languages(app: TestApp) {
        app.write(fondouk::app::lay_ground).await;
        let maker = app.maker("Atelier").await;
        collection(&maker).await;
        create(&maker, &with(bowl(), json!({ "title": { "en": "Draft" }, "sku": "D-1" }))).await;
        app.person(fondouk::accounts::Kind::Maker, "Newcomer", fondouk::accounts::Standing::Pending).await;
        let visitor = app.visitor();
        let robots = visitor.get("/robots.txt").await.expect(200).text();
        assert!(robots.contains(&format!("Sitemap: {}", app.url("/sitemap.xml"))), "{robots}");
        let index = visitor.get("/sitemap.xml").await;
        assert!(index.text().contains("<lastmod>2026-03-02T09:00:00Z</lastmod>"), "{}", index.text());
        let parts = addresses(&index);
        let base = app.url("");
        let names: Vec<&str> = parts.iter().map(|part| part.strip_prefix(&base).unwrap()).collect();
        assert_eq!(
            names,
            ["pages", "clusters-1", "makers-1", "collections-1", "products-1"].map(|name| format!("/sitemaps/{name}.xml"))
        );
        let mut all = Vec::new();
        for name in names {
            all.extend(addresses(&visitor.get(name).await));
        }
        for path in ["/", "/makers/atelier", "/collections/blue", "/products/blue-bowl", "/clusters/art-de-table-nabeul"] {
            for language in ["en", "fr", "ar"] {
                assert!(all.contains(&app.url(&format!("{path}?lang={language}"))), "{path} {language} in {all:#?}");
            }
        }
        for hidden in ["hidden-plate", "draft", "newcomer", "workshop", "line-sheet"] {
            assert!(all.iter().all(|address| !address.contains(hidden)), "{hidden}");
        }
        let part = visitor.get("/sitemaps/products-1.xml").await.text();
        let alternates = [r#"hreflang="ar" href=""#, r#"hreflang="x-default" href=""#];
        assert!(alternates.iter().all(|link| part.contains(link)), "{part}");
        for wrong in ["products-2.xml", "products-0.xml", "products--1.xml", "nothing-1.xml", "products-9223372036854775807.xml"] {
            visitor.get(&format!("/sitemaps/{wrong}")).await.expect(404);
        }
    }
}
