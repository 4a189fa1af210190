//! Who may not see a price cannot find it out; who may compares across currencies.

use fondouk::accounts::{Kind, Standing};
use serde_json::{Value, json};

use super::market::{address, count, on_the_shelf, piece, search, titles};
use crate::stories::catalogue::with;
use crate::support::{Actor, TestApp};

/// Ways to ask that a price could shine through.
const QUESTIONS: [&[(&str, &str)]; 8] = [
    &[],
    &[("q", "bowl")],
    &[("q", "bowl"), ("sort", "newest")],
    &[("q", "bowl"), ("sort", "lead_time"), ("limit", "2")],
    &[("kind", "product"), ("craft", "ceramics"), ("moq_max", "100")],
    &[("q", "12.500")],
    &[("q", "90 TND")],
    &[("currency", "TND")],
];

async fn answers(actor: &Actor) -> Vec<Value> {
    let mut answers = Vec::new();
    for question in QUESTIONS {
        answers.push(search(actor, question).await);
    }
    answers
}

/// What is left when everything that a price could be is priced anew.
async fn reprice(maker: &Actor, id: i64, title: &str, amount: &str) {
    let path = format!("/api/v1/products/{id}");
    let version = maker.get(&path).await.expect(200).json()["version"].clone();
    let price = json!({ "version": version, "price": { "amount": amount, "currency": "TND" } });
    maker.put_json(&path, &with(piece(title, json!({})), price)).await.expect(200);
}

/// Rates made up so that heads can reckon: a euro is 3.4 dinars or 10 dirhams.
async fn rates(app: &TestApp, csv: &'static str) {
    app.write(move |tx| fondouk::rates::load_csv(tx, csv, "made up")).await;
}

stories! {
    async fn whoever_sees_no_prices_cannot_find_one_out(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let bowls = [("Blue bowl", "12.500"), ("Green bowl", "90.000"), ("White bowl", "45.000")];
        let mut ids = Vec::new();
        for (title, amount) in bowls {
            let price = json!({ "price": { "amount": amount, "currency": "TND" } });
            ids.push(on_the_shelf(&maker, title, price).await);
        }
        let kept_out = [
            app.visitor(),
            app.pending_buyer("Neuling").await,
            app.maker("Rival").await,
            app.person(Kind::Institution, "Chamber", Standing::Approved).await,
        ];
        let _workers = app.start_workers().await;

        for actor in &kept_out {
            for asked in [("price_max", "13"), ("price_max", "999999"), ("sort", "price"), ("sort", "-price")] {
                let question = [("q", "bowl"), ("currency", "TND"), asked];
                let refused = actor.get(&address("/api/v1/search", &question)).await;
                assert_eq!(refused.expect(403).json()["code"], "refusal-prices-hidden", "{asked:?}");
                let page = actor.get(&address("/search", &question)).await;
                page.expect(403).shows("others can neither filter nor sort by them").hides("Blue bowl");
            }
        }

        let mut before = Vec::new();
        for actor in &kept_out {
            before.push(answers(actor).await);
        }
        assert_eq!(before[0][1]["total"], 3);
        for (id, (title, _)) in ids.iter().zip(bowls) {
            reprice(&maker, *id, title, &format!("{}.125", 1000 - id)).await;
        }
        app.caught_up().await;
        for (actor, before) in kept_out.iter().zip(before) {
            let after = answers(actor).await;
            assert_eq!(before, after, "a price that changes changes nothing that they see");
            for answer in after {
                let text = answer.to_string();
                assert!(!text.contains("price") && !text.contains(".125"), "{text}");
            }
            let page = actor.get("/search?q=bowl").await;
            page.expect(200).shows("Blue bowl").shows("Price for verified buyers").hides(".125").hides("Price of at most");
            assert!(!page.text().contains("sort=price") && !page.text().contains("price_max"));
        }
    }

    async fn a_maker_sees_its_own_prices_and_still_sorts_by_none(app: TestApp) {
        let maker = app.maker("Atelier").await;
        on_the_shelf(&maker, "Blue bowl", json!({})).await;
        on_the_shelf(&app.maker("Rival").await, "Green bowl", json!({})).await;
        let _workers = app.start_workers().await;
        let own = search(&maker, &[("q", "blue bowl"), ("kind", "product")]).await;
        assert_eq!(titles(&own), ["Blue bowl", "Green bowl"]);
        assert_eq!(own["hits"][0]["price"], json!({ "amount": "12.500", "currency": "TND" }));
        assert_eq!(own["hits"][1].get("price"), None);
        maker.get("/api/v1/search?sort=price").await.expect(403);
    }

    async fn a_verified_buyer_compares_prices_at_the_stored_rate(app: TestApp) {
        rates(&app, "month,currency,per_eur\n2026-03,TND,3.4\n2026-03,MAD,10\n").await;
        let maker = app.maker("Atelier").await;
        for (title, amount, currency) in [
            ("Ten in dinars", "34.000", "TND"),
            ("More in dinars", "34.001", "TND"),
            ("Nine in dirhams", "90.00", "MAD"),
            ("Twelve in euros", "12.00", "EUR"),
            ("Without a rate", "1.00", "USD"),
        ] {
            let price = json!({ "price": { "amount": amount, "currency": currency }, "moq": 6 });
            on_the_shelf(&maker, title, price).await;
        }
        let buyer = app.buyer("Maison").await;
        let _workers = app.start_workers().await;
        let up_to = async |most: &str, currency: &str| {
            let question = [("kind", "product"), ("sort", "price"), ("price_max", most), ("currency", currency)];
            let answer = search(&buyer, &question).await;
            assert_eq!(answer["total"], answer["hits"].as_array().unwrap().len());
            assert_eq!(count(&answer, "craft", "ceramics"), answer["total"], "counted as filtered");
            titles(&answer)
        };
        assert_eq!(up_to("10", "EUR").await, ["Nine in dirhams", "Ten in dinars"]);
        assert_eq!(up_to("34", "TND").await, ["Nine in dirhams", "Ten in dinars"]);
        assert_eq!(up_to("34.001", "TND").await, ["Nine in dirhams", "Ten in dinars", "More in dinars"]);
        assert_eq!(up_to("90", "MAD").await, ["Nine in dirhams"]);
        assert_eq!(up_to("5", "USD").await, ["Without a rate"], "what cannot be compared is left out");
        assert_eq!(
            up_to("100", "EUR").await,
            ["Nine in dirhams", "Ten in dinars", "More in dinars", "Twelve in euros"],
        );
        let dear = titles(&search(&buyer, &[("kind", "product"), ("sort", "-price")]).await);
        assert_eq!(
            dear,
            ["Twelve in euros", "More in dinars", "Ten in dinars", "Nine in dirhams", "Without a rate"],
            "what has no value in euros comes last either way",
        );
        let page = buyer.get("/search?kind=product&sort=price&price_max=10&currency=EUR").await;
        page.expect(200).shows("Ten in dinars").shows("Up to 10 EUR").hides("Twelve in euros");

        // A dinar is worth more from now on; nothing is written to the index for it.
        let applied = app.fondouk.finder.applied();
        rates(&app, "month,currency,per_eur\n2026-03,TND,2\n").await;
        assert_eq!(up_to("10", "EUR").await, ["Nine in dirhams"]);
        assert_eq!(up_to("17", "EUR").await, ["Nine in dirhams", "Twelve in euros", "Ten in dinars"]);
        assert_eq!(app.fondouk.finder.applied(), applied);
    }

    async fn a_limit_that_is_no_amount_is_named(app: TestApp) {
        let buyer = app.buyer("Maison").await;
        let _workers = app.start_workers().await;
        for (most, currency, wrong) in [
            ("ten", "EUR", "price_max"),
            ("10.123", "EUR", "price_max"),
            ("-1", "EUR", "price_max"),
            ("10", "XXX", "currency"),
        ] {
            let question = [("price_max", most), ("currency", currency)];
            let answer = buyer.get(&address("/api/v1/search", &question)).await;
            assert_eq!(answer.wrong_fields(), [wrong], "{question:?}");
            buyer.get(&address("/search", &question)).await.expect(422);
        }
    }
}
