//! Coming in, being verified, and staying out of what is not yours.

use fondouk::accounts::{Kind, Standing};
use serde_json::json;

const SIGN_UP: [(&str, &str); 8] = [
    ("name", "Amina Ben Salah"),
    ("email", "amina@atelier.example"),
    ("password", "four plates of glazed clay"),
    ("language", "fr"),
    ("kind", "maker"),
    ("organisation", "Atelier Ben Salah"),
    ("organisation_ar", "ورشة بن صالح"),
    ("country", "TN"),
];

stories! {
    async fn a_maker_signs_up_confirms_and_signs_in(app: TestApp) {
        let amina = app.visitor();
        amina.get("/sign-up").await.expect(200).shows("Join the house");
        amina.post_form("/sign-up", &SIGN_UP).await.expect(200).shows("Look into your mail");

        let credentials = [("email", "amina@atelier.example"), ("password", "four plates of glazed clay")];
        amina.post_form("/sign-in", &credentials).await.expect(422).shows("Please confirm your address first");

        let link = app.link_in_letter_to("amina@atelier.example").await;
        amina.get(&link).await.expect(200).shows("Confirm your address");
        amina.post_form("/sign-in", &credentials).await.expect(422); // Looking at the link has confirmed nothing.
        assert_eq!(amina.post(&link).await.location(), "/sign-in");
        amina.post(&link).await.expect(404).shows("This link does not work any more");

        let answer = amina.post_form("/sign-in", &credentials).await;
        assert_eq!(answer.location(), "/desk");
        let cookie = answer.headers.get_all("set-cookie").iter().next().unwrap().to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        amina.get("/account").await.expect(200).shows("Atelier Ben Salah").shows("En attente");

        amina.post("/sign-out").await.expect(303);
        assert!(amina.get("/account").await.location().starts_with("/sign-in?next="));
    }

    async fn a_letter_is_in_the_language_of_its_reader(app: TestApp) {
        app.visitor().post_form("/sign-up", &SIGN_UP).await.expect(200);
        let letters = app.letters_to("amina@atelier.example").await;
        assert!(letters[0].contains("Bienvenue, Amina Ben Salah"), "{}", letters[0]);
        let files: Vec<_> = std::fs::read_dir(app.folder().join("mail")).unwrap().collect();
        assert_eq!(files.len(), 1, "the letter lies in the mail folder");
    }

    async fn signing_up_twice_tells_a_stranger_nothing(app: TestApp) {
        app.visitor().post_form("/sign-up", &SIGN_UP).await.expect(200).shows("Look into your mail");
        app.visitor().post_form("/sign-up", &SIGN_UP).await.expect(200).shows("Look into your mail");
        let letters = app.letters_to("amina@atelier.example").await;
        assert!(letters[1].contains("vous avez déjà un compte"), "{}", letters[1]);
    }

    async fn a_wrong_sign_up_says_which_fields_and_saves_nothing(app: TestApp) {
        let wrong = json!({ "name": "", "email": "nobody", "password": "short", "kind": "programme", "country": "XX" });
        let answer = app.visitor().post_json("/api/v1/people", &wrong).await;
        assert_eq!(answer.wrong_fields(), ["name", "email", "language", "kind", "organisation", "country"]);
        let form = app.visitor().post_form("/sign-up", &[("name", "Amina"), ("email", "nobody")]).await;
        form.expect(422).shows("This must be an e-mail address");
        assert!(form.text().contains(r#"value="Amina""#), "what was typed stands there again");
    }

    async fn a_forgotten_password_is_set_anew_and_ends_all_sessions(app: TestApp) {
        let maker = app.maker("Atelier").await;
        app.visitor().post_form("/forgot-password", &[("email", "atelier@example.org")]).await.expect(200);
        app.visitor().post_form("/forgot-password", &[("email", "nobody@example.org")]).await.expect(200);
        let link = app.link_in_letter_to("atelier@example.org").await;
        app.visitor().post_form(&link, &[("password", "short")]).await.expect(422);
        app.visitor().post_form(&link, &[("password", "seven copper trays")]).await.expect(303);
        maker.get("/api/v1/me").await.expect(401);
        app.visitor().post_form(&link, &[("password", "eight copper trays")]).await.expect(404);
        let session = json!({ "email": "atelier@example.org", "password": "seven copper trays" });
        app.visitor().post_json("/api/v1/session", &session).await.expect(201);
    }

    async fn guessing_is_slowed_down(app: TestApp) {
        app.maker("Atelier").await;
        let guess = json!({ "email": "atelier@example.org", "password": "is it this one?" });
        for _ in 0..10 {
            app.visitor().post_json("/api/v1/session", &guess).await.expect(422);
        }
        let answer = app.visitor().post_json("/api/v1/session", &guess).await;
        answer.expect(429);
        assert!(answer.header("retry-after").parse::<i64>().unwrap() > 0);
    }

    async fn a_token_is_shown_once_scoped_and_revocable(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let wish = json!({ "name": "stock system", "scope": "read", "days": 30 });
        let issued = maker.post_json("/api/v1/tokens", &wish).await.expect(201).json();
        let program = crate::support::Actor::new(app.address, issued["secret"].as_str().map(str::to_owned));
        program.get("/api/v1/me").await.expect(200);
        program.post_json("/api/v1/tokens", &wish).await.expect(403);
        let listed = maker.get("/api/v1/tokens").await.expect(200).json();
        assert_eq!(listed["items"][0]["name"], "stock system");
        assert!(!listed.to_string().contains(issued["secret"].as_str().unwrap()));
        maker.delete(&format!("/api/v1/tokens/{}", issued["id"])).await.expect(204);
        program.get("/api/v1/me").await.expect(401);
    }

    async fn a_token_ends_on_its_day(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let wish = json!({ "name": "for a week", "scope": "write", "days": 7 });
        let issued = maker.post_json("/api/v1/tokens", &wish).await.expect(201).json();
        let program = crate::support::Actor::new(app.address, issued["secret"].as_str().map(str::to_owned));
        program.get("/api/v1/me").await.expect(200);
        app.days_pass(8);
        program.get("/api/v1/me").await.expect(401);
        let answer = maker.post_json("/api/v1/tokens", &json!({ "name": "x", "scope": "read", "days": 4000 })).await;
        assert_eq!(answer.wrong_fields(), ["days"]);
    }

    async fn an_officer_verifies_a_buyer_who_learns_it_by_letter(app: TestApp) {
        let officer = app.officer().await;
        let buyer = app.pending_buyer("Maison Claire").await;
        officer.get("/organisations?standing=pending").await.expect(200).shows("Maison Claire");
        let path = format!("/organisations/{}/standing", buyer.organisation);
        officer.post_form(&path, &[("standing", "refused")]).await.expect(422).shows("Please give the reason");
        officer.post_form(&path, &[("standing", "approved")]).await.expect(303);
        let me = buyer.get("/api/v1/me").await.expect(200).json();
        assert_eq!(me["organisation"]["standing"], "approved");
        let letters = app.letters_to("maison-claire@example.org").await;
        assert!(letters[0].contains("is verified now"), "{}", letters[0]);
    }

    async fn a_repeated_request_is_done_once(app: TestApp) {
        let officer = app.officer().await;
        let buyer = app.pending_buyer("Maison Claire").await;
        let path = format!("/api/v1/organisations/{}/standing", buyer.organisation);
        let decide = |body: serde_json::Value| {
            let request = officer.request(reqwest::Method::POST, &path).header("Idempotency-Key", "k1").json(&body);
            officer.send(request)
        };
        let first = decide(json!({ "standing": "approved" })).await.expect(200).json();
        let again = decide(json!({ "standing": "approved" })).await.expect(200).json();
        assert_eq!(first, again);
        assert_eq!(decide(json!({ "standing": "suspended", "note": "x" })).await.wrong_fields(), ["Idempotency-Key"]);
        assert_eq!(app.letters_to("maison-claire@example.org").await.len(), 1);
    }

    async fn another_site_cannot_act_for_a_signed_in_person(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let foreign = maker.request(reqwest::Method::POST, "/sign-out").header("Origin", "https://evil.example");
        maker.send(foreign).await.expect(403).shows("came from another website");
        let own = app.url("");
        maker.send(maker.request(reqwest::Method::POST, "/sign-out").header("Origin", own)).await.expect(303);
    }

    async fn a_suspended_member_can_no_longer_act(app: TestApp) {
        let suspended = app.person(Kind::Programme, "Former officer", Standing::Suspended).await;
        suspended.get("/organisations").await.expect(403);
    }
}
