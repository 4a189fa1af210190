//! One letter for everything, at its moment, and nothing in it that does not hold any more.

use fondouk::error::Error;
use fondouk::tidings;
use serde_json::json;

use super::*;
use crate::stories::matching::looked_again;

const MAKER: &str = "dar-amal@example.org";
const BUYER: &str = "maison-clair@example.org";

stories! {
    async fn many_matches_make_one_letter(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        published(&app, &maker, BOWL).await;
        published(&app, &maker, another("deep-bowl", "Deep bowl")).await;
        for title in ["Bowls for spring", "Bowls for summer", "Bowls for autumn"] {
            wanted(&app, &buyer, title).await;
        }
        hours_pass(&app, 21).await;
        assert_eq!(tell(&app).await, 0, "it is not seven yet");
        hours_pass(&app, 1).await;
        assert_eq!(tell(&app).await, 1);
        let letters = app.letters_to(MAKER).await;
        assert_eq!(letters.len(), 1, "{letters:#?}");
        for words in ["Bowls for spring", "Bowls for summer", "Bowls for autumn", "Blue soup bowl · Deep bowl", "120 pieces"] {
            assert!(letters[0].contains(words), "{words}: {}", letters[0]);
        }
        assert!(!letters[0].contains("Maison Clair"), "the letter leaves the buyer's name to the page");
        assert!(!letters[0].contains("27.2"), "and prices to those who may see them");
        assert_eq!(subjects(&app, MAKER).await, ["New for you: 3 requests"]);
        assert_eq!(tell(&app).await, 0, "told once");
        app.days_pass(1);
        assert_eq!(tell(&app).await, 0, "where nothing is new there is no letter");

        wanted(&app, &buyer, "Bowls for winter").await;
        app.days_pass(1);
        tell(&app).await;
        assert_eq!(subjects(&app, MAKER).await[1], "A buyer is looking for what you make: Bowls for winter");
        assert!(!app.letters_to(MAKER).await[1].contains("Bowls for spring"));
    }

    async fn each_is_told_in_their_rhythm(app: TestApp) {
        let buyer = app.buyer("Maison Clair").await;
        let mut makers = Vec::new();
        for (name, rhythm) in [("Immediate", "immediate"), ("Daily", ""), ("Weekly", "weekly"), ("Never", "never")] {
            let maker = app.maker(name).await;
            published(&app, &maker, Bowl { slug: Box::leak(name.to_lowercase().into_boxed_str()), ..BOWL }).await;
            if !rhythm.is_empty() {
                chooses(&maker, rhythm).await;
            }
            makers.push(format!("{}@example.org", name.to_lowercase()));
        }
        wanted(&app, &buyer, "Bowls").await;
        let told = async || {
            tell(&app).await;
            let mut told = Vec::new();
            for email in &makers {
                told.push(app.letters_to(email).await.len());
            }
            told
        };
        assert_eq!(told().await, [0, 0, 0, 0], "what comes within the minute goes into the same letter");
        app.fondouk.house.clock().advance(TimeDelta::seconds(30));
        wanted(&app, &buyer, "Plates").await;
        app.fondouk.house.clock().advance(TimeDelta::seconds(30));
        assert_eq!(told().await, [1, 0, 0, 0]);
        let letter = app.letters_to(&makers[0]).await.remove(0);
        assert!(letter.contains("Bowls") && letter.contains("Plates"), "{letter}");
        hours_pass(&app, 22).await;
        assert_eq!(told().await, [1, 1, 0, 0]);
        app.days_pass(5);
        assert_eq!(told().await, [1, 1, 0, 0]);
        app.days_pass(1);
        assert_eq!(told().await, [1, 1, 1, 0], "on Monday");
    }

    async fn what_does_not_hold_any_more_is_left_out(app: TestApp) {
        let (maker, buyer, officer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await, app.officer().await);
        let bowl = published(&app, &maker, BOWL).await;
        let closed = wanted(&app, &buyer, "Bowls for spring").await;
        wanted(&app, &buyer, "Bowls for summer").await;
        buyer.post(&format!("{closed}/close")).await.expect(200);
        next_morning(&app).await;
        let letters = app.letters_to(MAKER).await;
        assert!(letters[0].contains("Bowls for summer") && !letters[0].contains("Bowls for spring"), "{letters:#?}");

        // All is over before it is told: no letter.
        let over = wanted(&app, &buyer, "Bowls for autumn").await;
        buyer.post(&format!("{over}/close")).await.expect(200);
        app.days_pass(1);
        tell(&app).await;
        assert_eq!(app.letters_to(MAKER).await.len(), 1);

        // The product is gone, but nobody has looked for matches again.
        wanted(&app, &buyer, "Bowls for winter").await;
        app.write(move |tx| {
            use fondouk::db::schema::products;
            diesel::update(products::table.find(bowl)).set(products::status.eq("withdrawn")).execute(&mut **tx)?;
            Ok(())
        })
        .await;
        app.days_pass(1);
        tell(&app).await;
        assert_eq!(app.letters_to(MAKER).await.len(), 1);

        // The buyer may not reach makers any more.
        published(&app, &maker, another("deep-bowl", "Deep bowl")).await;
        wanted(&app, &buyer, "Bowls for a feast").await;
        let standing = json!({ "standing": "suspended", "note": "Gone." });
        officer.post_json(&format!("/api/v1/organisations/{}/standing", buyer.organisation), &standing).await.expect(200);
        app.days_pass(1);
        tell(&app).await;
        assert_eq!(app.letters_to(MAKER).await.len(), 1);
    }

    async fn whoever_has_left_is_told_nothing(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        colleague(&app, maker.organisation).await;
        published(&app, &maker, BOWL).await;
        wanted(&app, &buyer, "Bowls").await;
        leaves(&app, "zohra@example.org").await;
        next_morning(&app).await;
        assert_eq!((app.letters_to(MAKER).await.len(), app.letters_to("zohra@example.org").await.len()), (1, 0));
    }

    async fn a_buyer_hears_at_once_of_the_first_answers_and_together_of_later_ones(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        let (id, _) = opened(&buyer, &titled("Bowls")).await;
        looked_for(&app, id).await;
        let first = published(&app, &maker, BOWL).await;
        looked_again(&app, first).await;
        assert_eq!(subjects(&app, BUYER).await, ["The first workshops for your request: Bowls"]);
        for (slug, title) in [("deep", "Deep bowl"), ("wide", "Wide bowl"), ("small", "Small bowl")] {
            let product = published(&app, &maker, another(slug, title)).await;
            looked_again(&app, product).await;
            looked_again(&app, product).await;
        }
        next_morning(&app).await;
        assert_eq!(subjects(&app, BUYER).await[1..], ["New for you: 3 products"]);
        let letter = app.letters_to(BUYER).await.pop().unwrap();
        for words in ["New answers to your requests", "Deep bowl · Dar Amal", "Wide bowl · Dar Amal", "Small bowl · Dar Amal"] {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        assert!(!letter.contains("Blue soup bowl"), "that one was told of: {letter}");
        app.days_pass(1);
        assert_eq!(tell(&app).await, 0);
    }

    async fn a_crash_loses_nothing_and_repeats_nothing(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        published(&app, &maker, BOWL).await;
        wanted(&app, &buyer, "Bowls").await;
        hours_pass(&app, 22).await;
        let settings = app.fondouk.house.settings.clone();
        let crashed = app.fondouk.house.db.write(move |tx| {
            assert_eq!(tidings::tell_due(tx, &settings)?, 1);
            Err::<(), _>(Error::broken("the machine is switched off before it is written down"))
        });
        assert!(crashed.await.is_err());
        assert!(app.letters_to(MAKER).await.is_empty());
        // Two nodes at once.
        let (one, other) = tokio::join!(tell(&app), tell(&app));
        assert_eq!(one + other, 1);
        assert_eq!(app.letters_to(MAKER).await.len(), 1);
        assert_eq!(tell(&app).await, 0);
    }

    async fn what_stood_still_for_a_month_is_no_news(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        published(&app, &maker, BOWL).await;
        wanted(&app, &buyer, "Bowls").await;
        app.days_pass(31);
        assert_eq!(tell(&app).await, 0);
        assert_eq!(app.write(tidings::forget_old).await, 1);
    }

    async fn how_often_is_chosen_on_a_page_and_by_programs(app: TestApp) {
        let maker = app.maker("Dar Amal").await;
        let own = maker.get("/api/v1/me/letters").await.expect(200).json();
        assert_eq!(own, json!({ "rhythm": "daily", "hour_utc": 7, "weekday": "monday" }));
        maker.get("/account").await.expect(200).shows("What we write to you");
        maker.get("/account/letters").await.expect(200).shows("Once a day").shows("7:00 UTC");
        maker.get("/account/letters?lang=ar").await.expect(200).shows("مرة في اليوم");
        assert_eq!(maker.post_form("/account/letters", &[("rhythm", "weekly")]).await.location(), "/account/letters");
        assert_eq!(maker.get("/api/v1/me/letters").await.json()["rhythm"], "weekly");
        maker.post_form("/account/letters", &[("rhythm", "hourly")]).await.expect(422).shows("immediate, daily, weekly, never");
        let wrong = maker.put_json("/api/v1/me/letters", &json!({})).await;
        assert_eq!(wrong.wrong_fields(), ["rhythm"]);
    }
}
