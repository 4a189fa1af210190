//! Page by page, everything comes once.

use std::collections::BTreeSet;

use serde_json::json;

use super::market::{address, on_the_shelf, search, titles};
use crate::support::{Actor, TestApp};

const BOWLS: usize = 23;

async fn shelf(app: &TestApp) -> Actor {
    app.write(fondouk::rates::seed).await;
    let maker = app.maker("Atelier").await;
    for number in 0..BOWLS {
        // Few different values, so that pages end among equals.
        let terms = json!({
            "moq": 6, "lead_time_days": 10 + number % 3,
            "price": { "amount": format!("{}.000", 10 + number % 4), "currency": "TND" },
        });
        on_the_shelf(&maker, &format!("Bowl {number}"), terms).await;
    }
    maker
}

/// Follows `next` to the end; what stood on each page.
async fn walk(actor: &Actor, question: &[(&str, &str)]) -> Vec<Vec<String>> {
    let (mut pages, mut cursor) = (Vec::new(), None);
    loop {
        let place: Vec<(&str, &str)> =
            cursor.iter().map(|cursor: &String| ("cursor", cursor.as_str())).collect();
        let answer = search(actor, &[question, &place].concat()).await;
        assert_eq!(answer["total"], BOWLS, "the total is of all pages");
        pages.push(titles(&answer));
        match answer["next"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => return pages,
        }
        assert!(pages.len() <= BOWLS, "there is no end");
    }
}

stories! {
    async fn every_hit_comes_exactly_once_in_every_order(app: TestApp) {
        shelf(&app).await;
        let buyer = app.buyer("Maison").await;
        let _workers = app.start_workers().await;
        for sort in ["relevance", "newest", "lead_time", "price", "-price"] {
            for words in ["", "bowl"] {
                let question = [("q", words), ("kind", "product"), ("sort", sort), ("limit", "5")];
                let pages = walk(&buyer, &question).await;
                assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [5, 5, 5, 5, 3], "{sort}");
                let once: BTreeSet<&String> = pages.iter().flatten().collect();
                assert_eq!(once.len(), BOWLS, "{sort} {words:?}");
                let whole = [("q", words), ("kind", "product"), ("sort", sort), ("limit", "100")];
                assert_eq!(pages.concat(), titles(&search(&buyer, &whole).await), "{sort} {words:?}");
            }
        }
    }

    async fn what_is_published_meanwhile_neither_repeats_nor_hides_anything(app: TestApp) {
        let maker = shelf(&app).await;
        let _workers = app.start_workers().await;
        let question = [("kind", "product"), ("sort", "newest"), ("limit", "10")];
        let first = search(&app.visitor(), &question).await;
        app.days_pass(1);
        on_the_shelf(&maker, "Late bowl", json!({})).await;
        app.caught_up().await;
        let mut seen = titles(&first);
        let mut next = first["next"].as_str().map(str::to_owned);
        while let Some(cursor) = next {
            let page = search(&app.visitor(), &[&question[..], &[("cursor", &cursor)]].concat()).await;
            seen.extend(titles(&page));
            next = page["next"].as_str().map(str::to_owned);
        }
        assert_eq!(seen.len(), BOWLS);
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), BOWLS);
    }

    async fn a_cursor_of_another_question_is_refused_in_words(app: TestApp) {
        shelf(&app).await;
        let _workers = app.start_workers().await;
        let question = [("q", "bowl"), ("kind", "product"), ("limit", "5")];
        let next = search(&app.visitor(), &question).await["next"].as_str().unwrap().to_owned();
        search(&app.visitor(), &[&question[..], &[("cursor", &next)]].concat()).await;
        for (other, cursor) in [
            ([("q", "tray"), ("kind", "product")], next.as_str()),
            ([("q", "bowl"), ("kind", "maker")], &next),
            ([("q", "bowl"), ("sort", "newest")], &next),
            ([("q", "bowl"), ("kind", "product")], "c12"),
            ([("q", "bowl"), ("kind", "product")], "كرسي"),
            ([("q", "bowl"), ("kind", "product")], &next[1..]),
        ] {
            let question = [&other[..], &[("cursor", cursor)]].concat();
            let answer = app.get(&address("/api/v1/search", &question)).await;
            assert_eq!(answer.wrong_fields(), ["cursor"], "{question:?}");
            assert!(answer.text().contains("of an earlier answer"), "{}", answer.text());
            app.get(&address("/search", &question)).await.expect(422).shows("of an earlier answer");
        }
    }
}
