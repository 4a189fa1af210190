//! A link in a letter does one thing, once, for whom it was made.

use reqwest::Method;

use super::*;

const MAKER: &str = "dar-amal@example.org";

stories! {
    async fn a_workshop_declines_a_request_from_its_letter_once(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        let zohra = colleague(&app, maker.organisation).await;
        chooses(&zohra, "weekly").await;
        published(&app, &maker, BOWL).await;
        wanted(&app, &buyer, "Bowls").await;
        wanted(&app, &buyer, "Plates").await;
        next_morning(&app).await;
        let links = paths(&app, MAKER, "/letters/").await;
        assert_eq!(links.len(), 2);

        let scanner = app.visitor();
        for _ in 0..3 {
            scanner.get(&links[0]).await.expect(200).shows("Bowls").shows("120 pieces").shows("We do not make this");
            scanner.send(scanner.request(Method::HEAD, &links[0])).await;
        }
        scanner.reading("ar").get(&links[0]).await.expect(200).shows("ما السبب؟");
        scanner.post(&links[0]).await.expect(422).shows("Bowls");
        let reason = [("reason", "no-time")];
        scanner.post_form(&links[0], &reason).await.expect(200).shows("Declined");
        scanner.post_form(&links[0], &reason).await.expect(409).shows("This was answered already");
        scanner.get(&links[0]).await.expect(409).shows("This was answered already");
        // By a program, the other way round: what is wrong is said as a problem.
        let secret = links[0].strip_prefix("/letters/").unwrap();
        let body = json!({ "reason": "no-time" });
        scanner.post_json(&format!("/api/v1/letter-links/{secret}"), &body).await.expect(409);
        scanner.get("/letters/no-such-secret").await.expect(404).shows("This link does not work");

        let own = app.read(|conn| {
            use fondouk::db::schema::request_declines::dsl;
            Ok(dsl::request_declines.select((dsl::maker_id, dsl::reason)).load::<(OrganisationId, String)>(conn)?)
        });
        assert_eq!(own.await, [(maker.organisation, "no-time".to_owned())]);

        // The colleague hears on Monday of the other one alone.
        app.days_pass(6);
        tell(&app).await;
        let letter = app.letters_to("zohra@example.org").await.pop().unwrap();
        assert!(letter.contains("Plates") && !letter.contains("Bowls\n"), "{letter}");
    }

    async fn a_link_that_is_too_old_or_of_somebody_who_has_left_does_nothing(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        let zohra = colleague(&app, maker.organisation).await;
        published(&app, &maker, BOWL).await;
        let closed = wanted(&app, &buyer, "Bowls").await;
        wanted(&app, &buyer, "Plates").await;
        next_morning(&app).await;
        let own = paths(&app, MAKER, "/letters/").await;
        let hers = paths(&app, "zohra@example.org", "/letters/").await;
        assert!(hers.iter().all(|link| !own.contains(link)), "everybody has links of their own");
        let visitor = app.visitor();
        buyer.post(&format!("{closed}/close")).await.expect(200);
        for method in [Method::GET, Method::POST] {
            visitor.send(visitor.request(method, &own[0])).await.expect(409).shows("This request is closed");
        }
        drop(zohra);
        leaves(&app, "zohra@example.org").await;
        for method in [Method::GET, Method::POST] {
            visitor.send(visitor.request(method, &hers[1])).await.expect(404).hides("Plates");
        }
        visitor.get(&own[1]).await.expect(200).shows("Plates");
        app.days_pass(30);
        for method in [Method::GET, Method::POST] {
            visitor.send(visitor.request(method, &own[1])).await.expect(410).shows("This link is too old");
        }
        // What an unsubscribing secret is good for, no other address does.
        let [end] = paths(&app, MAKER, "/unsubscribe/").await.try_into().unwrap();
        let secret = end.strip_prefix("/unsubscribe/").unwrap();
        visitor.post(&format!("/letters/{secret}")).await.expect(404);
        visitor.post(&own[1].replace("/letters/", "/unsubscribe/")).await.expect(404);
    }
}
