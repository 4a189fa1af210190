//! The page says what the API says.

use scraper::{Html, Selector};
use serde_json::json;

use super::market::{Market, address, on_the_shelf, search, titles};
use crate::support::Answer;

fn texts(page: &Answer, selector: &str) -> Vec<String> {
    let document = Html::parse_document(&page.text());
    let chosen = Selector::parse(selector).unwrap();
    let words = |element: scraper::ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    document.select(&chosen).map(words).collect()
}

fn links(page: &Answer, selector: &str) -> Vec<String> {
    let document = Html::parse_document(&page.text());
    let chosen = Selector::parse(selector).unwrap();
    document.select(&chosen).map(|link| link.value().attr("href").unwrap().to_owned()).collect()
}

const CARDS: &str = ".cards h3";

stories! {
    async fn the_page_finds_what_the_api_finds_in_the_same_order(app: TestApp) {
        let market = Market::open(&app).await;
        let buyer = app.buyer("Maison").await;
        let _workers = app.start_workers().await;
        for question in [
            &[("q", "blue")][..],
            &[("kind", "product"), ("sort", "newest")],
            &[("kind", "product"), ("sort", "lead_time"), ("material", "clay")],
            &[("craft", "ceramics"), ("craft", "zellige"), ("kind", "product")],
            &[("q", "nothing like it")],
        ] {
            let answer = search(&market.visitor, question).await;
            let page = market.visitor.get(&address("/search", question)).await;
            assert_eq!(texts(page.expect(200), CARDS), titles(&answer), "{question:?}");
        }
        let dear = [("kind", "product"), ("sort", "-price")];
        let page = buyer.get(&address("/search", &dear)).await;
        assert_eq!(texts(page.expect(200), CARDS), titles(&search(&buyer, &dear).await));
        market.visitor.get("/search?q=nothing+like+it").await.expect(200).shows("Nothing found");
    }

    async fn each_filter_on_the_page_leads_to_as_many_as_it_says(app: TestApp) {
        let market = Market::open(&app).await;
        let _workers = app.start_workers().await;
        let page = market.visitor.get("/search?kind=product").await;
        let (hrefs, counts) = (links(page.expect(200), ".facet a"), texts(&page, ".facet a .count"));
        assert!(hrefs.len() > 10 && hrefs.len() == counts.len());
        let narrows = |href: &str| href.contains("kind=product&") && !href.contains("&kind=");
        for (href, count) in hrefs.iter().zip(&counts).filter(|(href, _)| narrows(href)) {
            let clicked = market.visitor.get(href).await;
            assert_eq!(texts(clicked.expect(200), CARDS).len().to_string(), *count, "{href}");
            // And back: what was chosen can be taken away again.
            assert!(links(&clicked, ".chosen a").contains(&"/search?kind=product".to_owned()), "{href}");
        }
    }

    async fn the_pager_walks_through_everything(app: TestApp) {
        let maker = app.maker("Atelier").await;
        for number in 0..7 {
            on_the_shelf(&maker, &format!("Bowl {number}"), json!({})).await;
        }
        let _workers = app.start_workers().await;
        let mut address = "/search?kind=product&limit=3".to_owned();
        let mut seen = Vec::new();
        loop {
            let page = app.get(&address).await;
            seen.extend(texts(page.expect(200), CARDS));
            match links(&page, r#"a[rel~="next"]"#).first() {
                Some(next) => address.clone_from(next),
                None => break,
            }
            assert!(seen.len() <= 7, "there is no end");
        }
        seen.sort();
        assert_eq!(seen, (0..7).map(|number| format!("Bowl {number}")).collect::<Vec<_>>());
    }

    async fn the_page_stands_in_the_readers_language(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let words = json!({ "title": { "en": "Blue bowl", "fr": "Bol bleu", "ar": "وعاء أزرق" } });
        on_the_shelf(&maker, "", words).await;
        let _workers = app.start_workers().await;
        let readers = [("en", "ltr", "Blue bowl"), ("fr", "ltr", "Bol bleu"), ("ar", "rtl", "وعاء أزرق")];
        for (language, direction, title) in readers {
            let page = app.get(&format!("/search?kind=product&lang={language}")).await;
            assert!(page.expect(200).text().contains(&format!(r#"<html lang="{language}" dir="{direction}""#)));
            assert_eq!(texts(&page, CARDS), [title]);
            let answer = search(&app.visitor(), &[("kind", "product"), ("lang", language)]).await;
            assert_eq!(titles(&answer), [title]);
        }
        app.get("/search?kind=product&lang=ar").await.shows("وعاء أزرق").shows("تونس");
    }

    async fn the_page_keeps_what_was_asked_and_quotes_in_the_readers_language(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let words = json!({
            "title": { "en": "Side table" },
            "description": { "en": "Its top is zellige from Fez.", "fr": "Son plateau est en zellige de Fès." },
        });
        on_the_shelf(&maker, "", words).await;
        let _workers = app.start_workers().await;
        for (language, quoted) in [("en", "Its top is zellige from Fez."), ("fr", "Son plateau est en zellige de Fès.")] {
            let question = [("q", "zellige"), ("kind", "product"), ("lang", language)];
            let page = app.get(&address("/search", &question)).await;
            assert_eq!(texts(page.expect(200), ".cards .hint"), [quoted]);
            let document = Html::parse_document(&page.text());
            let field = document.select(&Selector::parse("#site-search").unwrap()).next().unwrap();
            assert_eq!(field.value().attr("value"), Some("zellige"));
        }
    }

    async fn a_wrong_question_says_what_is_wrong_and_shows_the_rest(app: TestApp) {
        let maker = app.maker("Atelier").await;
        on_the_shelf(&maker, "Blue bowl", json!({})).await;
        let _workers = app.start_workers().await;
        let page = app.get("/search?q=bowl&moq_max=few").await;
        page.expect(422).shows("needs your attention").shows("Blue bowl");
        assert!(page.text().contains(r#"value="few""#), "what was typed stands there again");
    }
}
