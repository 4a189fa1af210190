//! One click ends the letters that nobody need get (RFC 8058): from anywhere, without cookies, by the secret alone.

use reqwest::{Client, Method};

use super::*;

const MAKER: &str = "dar-amal@example.org";

/// As the mail program of somebody posts it: no cookies, and from its own site, if it says so at all.
async fn clicks(app: &TestApp, path: &str, origin: Option<&str>) -> u16 {
    let client = Client::builder().no_proxy().build().unwrap();
    let mut request = client
        .post(app.url(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click");
    if let Some(origin) = origin {
        request = request.header("Origin", origin).header("Sec-Fetch-Site", "cross-site");
    }
    request.send().await.unwrap().status().as_u16()
}

async fn rhythm(actor: &Actor) -> Value {
    actor.get("/api/v1/me/letters").await.expect(200).json()["rhythm"].clone()
}

stories! {
    async fn one_click_ends_the_letters_and_another_takes_it_back(app: TestApp) {
        let (maker, buyer) = (app.maker("Dar Amal").await, app.buyer("Maison Clair").await);
        chooses(&maker, "weekly").await;
        published(&app, &maker, BOWL).await;
        wanted(&app, &buyer, "Bowls").await;
        app.days_pass(7);
        tell(&app).await;
        let [end] = paths(&app, MAKER, "/unsubscribe/").await.try_into().unwrap();
        let headers: Vec<(String, Option<String>)> = app
            .read(|conn| Ok(dsl::letters.order(dsl::id).select((dsl::to_address, dsl::unsubscribe)).load(conn)?))
            .await;
        assert_eq!(
            headers,
            [("maison-clair@example.org".to_owned(), None), (MAKER.to_owned(), Some(app.url(&end)))],
            "the first answers are the buyer's own business"
        );

        // Looking changes nothing, however often.
        let scanner = app.visitor();
        for _ in 0..3 {
            scanner.get(&end).await.expect(200).shows("No more such letters?");
            scanner.send(scanner.request(Method::HEAD, &end)).await;
        }
        assert_eq!(rhythm(&maker).await, "weekly");

        assert_eq!(clicks(&app, &end, Some("https://mail.example")).await, 200);
        assert_eq!(rhythm(&maker).await, "never");
        assert_eq!(clicks(&app, &end, None).await, 200, "again and again");
        assert_eq!(clicks(&app, "/unsubscribe/no-such-secret", None).await, 404);
        assert_eq!(clicks(&app, &format!("{end}/back"), Some("https://mail.example")).await, 403, "this door alone is open");
        assert_eq!(clicks(&app, "/account/letters", Some("https://mail.example")).await, 403);

        wanted(&app, &buyer, "Plates").await;
        app.days_pass(7);
        assert_eq!(tell(&app).await, 0);

        scanner.get(&end).await.expect(200).shows("These letters have ended");
        scanner.post(&format!("{end}/back")).await.expect(200).shows("You get these letters again").shows("Once a week");
        assert_eq!(rhythm(&maker).await, "weekly");
        wanted(&app, &buyer, "Cups").await;
        app.days_pass(7);
        tell(&app).await;
        let letters = app.letters_to(MAKER).await;
        assert!(letters[1].contains("Cups") && !letters[1].contains("Plates"), "{letters:#?}");
        // The older letter's way out works still, for programs too.
        let secret = end.strip_prefix("/unsubscribe/").unwrap();
        let path = format!("/api/v1/unsubscriptions/{secret}");
        assert_eq!(scanner.post(&path).await.expect(200).json()["rhythm"], "never");
        assert_eq!(scanner.delete(&path).await.expect(200).json()["rhythm"], "weekly");
    }
}
