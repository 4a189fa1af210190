//! Filters narrow, and what a facet promises is what a click on it finds.

use serde_json::json;

use super::market::{Market, count, found, search};
use crate::support::Actor;

const FACETS: [&str; 6] = ["kind", "country", "cluster", "craft", "material", "technique"];

/// Every value of every facet of a question, clicked one by one.
async fn promises_are_kept(actor: &Actor, question: &[(&str, &str)]) -> usize {
    let answer = search(actor, question).await;
    let mut clicks = 0;
    for facet in FACETS.into_iter().filter(|facet| question.iter().all(|(key, _)| key != facet)) {
        for promised in answer["facets"][facet].as_array().unwrap() {
            let value = promised["value"].as_str().unwrap();
            let clicked = search(actor, &[question, &[(facet, value)]].concat()).await;
            assert_eq!(clicked["total"], promised["count"], "{question:?} and {facet}={value}");
            assert!(clicked["total"].as_u64() <= answer["total"].as_u64());
            clicks += 1;
        }
    }
    clicks
}

stories! {
    async fn each_filter_leaves_what_fits(app: TestApp) {
        let market = Market::open(&app).await;
        let _workers = app.start_workers().await;
        let visitor = &market.visitor;
        for (filter, value, expected) in [
            ("kind", "collection", &["Blue tables"][..]),
            ("country", "EG", &["Blue cup", "Brass lamp"]),
            ("country", "eg", &["Blue cup", "Brass lamp"]),
            ("country", "MA,EG", &["Blue cup", "Brass lamp", "Star tiles"]),
            ("cluster", "art-de-table-nabeul", &["Blue bowl", "Olive tray"]),
            ("cluster", "decoration-marrakesh", &["Star tiles"]),
            ("cluster", "mosaic-el-jem", &[]),
            ("maker", "bayt-khan", &["Blue cup", "Brass lamp"]),
            ("craft", "ceramics", &["Blue bowl", "Blue cup"]),
            ("craft", "zellige,copperware", &["Brass lamp", "Star tiles"]),
            ("craft", "paper", &[]),
            ("material", "enamel", &["Blue cup", "Star tiles"]),
            ("technique", "pierced", &["Brass lamp"]),
            // The limits are kept to the piece and to the day.
            ("moq_max", "5", &[]),
            ("moq_max", "6", &["Olive tray"]),
            ("moq_max", "24", &["Blue bowl", "Brass lamp", "Olive tray"]),
            ("moq_max", "23", &["Brass lamp", "Olive tray"]),
            ("lead_time_max", "30", &["Blue bowl", "Blue cup", "Olive tray"]),
            ("lead_time_max", "29", &["Olive tray"]),
        ] {
            let kind = if filter == "kind" { value } else { "product" };
            let question = if filter == "kind" { vec![("kind", kind)] } else { vec![("kind", kind), (filter, value)] };
            assert_eq!(found(visitor, &question).await, expected, "{filter}={value}");
            let mut among_blue: Vec<&str> = expected.iter().copied().filter(|title| title.contains("Blue")).collect();
            among_blue.sort_unstable();
            let blue = [&question[..], &[("q", "blue")]].concat();
            assert_eq!(found(visitor, &blue).await, among_blue, "{filter}={value} with a word");
        }
        let both = [("kind", "product"), ("material", "clay"), ("country", "EG"), ("moq_max", "60")];
        assert_eq!(found(visitor, &both).await, ["Blue cup"]);
        let bounded = search(visitor, &[("moq_max", "1000")]).await;
        assert_eq!(count(&bounded, "kind", "maker"), 0, "who names no minimum is not within one");
    }

    async fn what_a_facet_promises_a_click_finds(app: TestApp) {
        let market = Market::open(&app).await;
        let _workers = app.start_workers().await;
        let mut clicks = 0;
        for question in [
            &[][..],
            &[("q", "blue")],
            &[("craft", "ceramics")],
            &[("craft", "ceramics"), ("craft", "zellige")],
            &[("country", "TN"), ("kind", "product")],
            &[("q", "blue"), ("moq_max", "24")],
            &[("material", "clay"), ("lead_time_max", "30"), ("country", "EG")],
        ] {
            clicks += promises_are_kept(&market.visitor, question).await;
        }
        assert!(clicks > 50, "{clicks} promises are too few to mean anything");

        // One's own choice does not shrink a facet: a second value can be added to the first.
        let chosen = search(&market.visitor, &[("kind", "product"), ("country", "TN")]).await;
        let (own, other) = (count(&chosen, "country", "TN"), count(&chosen, "country", "EG"));
        assert_eq!((own, other), (2, 2));
        let both = search(&market.visitor, &[("kind", "product"), ("country", "TN"), ("country", "EG")]).await;
        assert_eq!(both["total"], own + other);
        let lean = search(&market.visitor, &[("facets", "false")]).await;
        assert_eq!(lean["facets"], json!({}));
    }

    async fn who_leaves_a_cluster_is_not_found_under_it_any_more(app: TestApp) {
        let market = Market::open(&app).await;
        let _workers = app.start_workers().await;
        let members = [("cluster", "art-de-table-nabeul"), ("kind", "product")];
        assert_eq!(search(&market.visitor, &members).await["total"], 2);
        let decide = format!("/api/v1/memberships/{}/decision", market.membership);
        let ended = json!({ "decision": "ended", "note": "Moved away." });
        market.officer.post_json(&decide, &ended).await.expect(200);
        app.caught_up().await;
        let left = search(&market.visitor, &members).await;
        assert_eq!(left["total"], 0);
        assert_eq!(count(&left, "cluster", "art-de-table-nabeul"), 0);
        assert_eq!(search(&market.visitor, &[("maker", &market.nabeul.slug), ("kind", "product")]).await["total"], 2);
    }

    async fn a_wrong_filter_is_named_and_an_unknown_value_finds_nothing(app: TestApp) {
        let market = Market::open(&app).await;
        let _workers = app.start_workers().await;
        let wrong = "/api/v1/search?kind=person&sort=colour&moq_max=few&lead_time_max=0&limit=101";
        let fields = market.cairo.get(wrong).await.wrong_fields();
        assert_eq!(fields, ["kind", "sort", "limit", "moq_max", "lead_time_max"]);
        for question in [[("craft", "alchemy")], [("country", "ZZ")], [("cluster", "atlantis")], [("maker", "nobody")]] {
            let answer = search(&market.visitor, &question).await;
            assert_eq!((&answer["total"], &answer["next"]), (&json!(0), &json!(null)), "{question:?}");
        }
    }
}
