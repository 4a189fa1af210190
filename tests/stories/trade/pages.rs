//! The same trade as two people walk through it, page by page, in three languages.

use super::scene::Scene;
use crate::support::Answer;

/// What the page would send back in a hidden field.
fn hidden(answer: &Answer, name: &str) -> String {
    let document = scraper::Html::parse_document(&answer.text());
    let selector = scraper::Selector::parse(&format!("input[name='{name}']")).unwrap();
    let input =
        document.select(&selector).next().unwrap_or_else(|| panic!("no {name} in {}", answer.words()));
    input.value().attr("value").unwrap_or_default().to_owned()
}

fn id_in(location: &str) -> i64 {
    location.rsplit('/').next().unwrap().parse().unwrap()
}

stories! {
    async fn two_people_trade_page_by_page(app: TestApp) {
        let scene = Scene::new(&app).await;
        let (maker, buyer) = (&scene.maker, &scene.buyer);
        maker.get("/quotes").await.expect(200).shows("No quotes yet");

        let form = maker.get(&format!("/quotes/new?request={}&product={}", scene.request, scene.plate)).await;
        form.expect(200).shows("Tableware for the summer").shows("in packs of 12").shows("Olive wood bowl");
        assert_eq!(hidden(&form, "lines[0][quantity]"), "60", "the next quantity above the wish that comes in full packs");
        assert_eq!(hidden(&form, "lines[0][unit_price][amount]"), "12.500");
        let (request, plate, bowl) = (scene.request.to_string(), scene.plate.to_string(), scene.bowl.to_string());
        let mut fields = vec![
            ("request", request.as_str()), ("maker", ""),
            ("lines[0][product]", plate.as_str()), ("lines[0][quantity]", "50"),
            ("lines[0][unit_price][amount]", "12,500"), ("lines[0][unit_price][currency]", "TND"),
            ("lines[1][product]", bowl.as_str()), ("lines[1][quantity]", ""),
            ("lines[1][unit_price][amount]", "30.000"), ("lines[1][unit_price][currency]", "TND"),
            ("incoterm", "FCA"), ("named_place", "Nabeul"), ("lead_time_days", "45"),
            ("valid_until", "2026-03-31"), ("note", "<b>Half</b> in advance."),
        ];
        let again = maker.post_form("/quotes", &fields).await;
        again.expect(422).shows("48 or 60").shows("Olive wood bowl");
        assert_eq!(hidden(&again, "lines[0][quantity]"), "50", "what was typed stands there again");
        fields[3].1 = "60";
        let location = maker.post_form("/quotes", &fields).await.location();
        let quote = id_in(&location);
        let page = buyer.get(&location).await;
        page.expect(200).shows("Atelier Nabeul waits for your answer").shows("750.000").shows("<b>Half</b> in advance.");

        let counter = buyer.get(&format!("{location}/counter")).await;
        counter.expect(200);
        let number = hidden(&counter, "number");
        let mut fields: Vec<_> = fields.into_iter().skip(2).collect();
        fields.push(("number", &number));
        fields[1].1 = "72";
        buyer.post_form(&format!("{location}/versions"), &fields).await.expect(303);
        maker.get(&location).await.expect(200).shows("Version 2 by Maison Claire").shows("Version 1 by Atelier Nabeul (you)");
        let old = maker.post_form(&format!("{location}/accept"), &[("number", "1")]).await;
        old.expect(409).shows("There is a newer version, number 2");
        maker.post_form(&format!("{location}/accept"), &[("number", "2")]).await.expect(303);
        maker.get(&location).await.expect(200).shows("Draft an agreement");

        buyer.get("/agreements").await.expect(200).shows("No agreements yet");
        buyer.get("/agreements/new").await.expect(200).shows("Quote no.").shows("Atelier Nabeul · Tunisia");
        buyer.get("/agreements/new?with=atelier-nabeul").await.expect(200);
        let form = buyer.get(&format!("/agreements/new?quote={quote}")).await;
        form.expect(200).shows("New agreement");
        let quote_text = quote.to_string();
        let mut fields = vec![
            ("quote", quote_text.as_str()), ("counterparty", ""), ("title", "Summer in Lyon"),
            ("territory", "FR"), ("territory", "BE"), ("channel", "shops"), ("exclusive", "true"),
            ("collections", ""), ("starts_on", "2026-03-02"), ("ends_on", "2026-01-31"),
            ("terms_language", "fr"), ("terms", "Moitié à la commande.\r\nHuit semaines."),
        ];
        buyer.post_form("/agreements", &fields).await.expect(422).shows("The last day is before the first");
        fields[9].1 = "2027-01-31";
        let location = buyer.post_form("/agreements", &fields).await.location();
        let page = buyer.get(&location).await;
        page.expect(200).shows("Summer in Lyon").shows("France · Belgium").shows("Huit semaines.");
        maker.get(&location).await.expect(404);
        buyer.get(&format!("{location}/edit")).await.expect(200);
        buyer.post_form(&format!("{location}/propose"), &[("version", &hidden(&page, "version"))]).await.expect(303);
        let page = maker.get(&location).await;
        let hash = hidden(&page, "terms_hash");
        page.expect(200).shows(&hash);
        let wrong = maker.post_form(&format!("{location}/sign"), &[("name", "Amina"), ("terms_hash", "abc")]).await;
        wrong.expect(409).shows("What you have read is not what was proposed");
        for side in [maker, buyer] {
            let signature = [("name", "Amina Ben Salah"), ("terms_hash", hash.as_str())];
            side.post_form(&format!("{location}/sign"), &signature).await.expect(303);
        }
        maker.get(&location).await.expect(200).shows("In force").shows("Amina Ben Salah");

        let agreement = id_in(&location).to_string();
        assert_eq!(buyer.get("/deals/new").await.location(), "/agreements?status=active");
        let form = buyer.get(&format!("/deals/new?agreement={agreement}")).await;
        form.expect(200).shows("Filled in from quote no.");
        assert_eq!(hidden(&form, "lines[0][quantity]"), "72");
        let mut fields = vec![
            ("agreement", agreement.as_str()), ("quote", quote_text.as_str()),
            ("lines[0][product]", plate.as_str()), ("lines[0][quantity]", "72"),
            ("lines[0][unit_price][amount]", "12.500"), ("lines[0][unit_price][currency]", "TND"),
            ("lines[1][product]", bowl.as_str()), ("lines[1][quantity]", ""),
            ("incoterm", "FOB"), ("named_place", "Radès"), ("destination", "BE"), ("exporter", ""),
        ];
        buyer.post_form("/deals", &fields).await.expect(422).shows("FOB is a rule for the sea alone");
        fields.push(("by_sea", "true"));
        let location = buyer.post_form("/deals", &fields).await.location();
        buyer.get(&location).await.expect(200).shows("Waiting for Atelier Nabeul to confirm");
        let page = maker.get(&location).await;
        page.expect(200).shows("HS 691200").shows("900.000");
        maker.post_form(&format!("{location}/confirm"), &[("version", &hidden(&page, "version"))]).await.expect(303);
        maker.post_form(&format!("{location}/ship"), &[("shipped_on", "2026-03-09")]).await.expect(422).shows("This day has not come yet");
        maker.post_form(&format!("{location}/ship"), &[("shipped_on", "2026-03-02")]).await.expect(303);
        maker.post_form(&format!("{location}/deliver"), &[]).await.expect(303);
        maker.post_form(&format!("{location}/pay"), &[]).await.expect(303);
        maker.get(&location).await.expect(200).shows("Well done, both of you");

        let everywhere = [
            "/quotes".to_owned(),
            "/agreements".to_owned(),
            "/agreements/new".to_owned(),
            "/deals".to_owned(),
            format!("/quotes/{quote}"),
            format!("/agreements/{agreement}"),
            format!("/deals/new?agreement={agreement}"),
            location.clone(),
        ];
        for (language, direction) in [("fr", "ltr"), ("ar", "rtl")] {
            for side in [maker, buyer] {
                for path in &everywhere {
                    let mark = if path.contains('?') { '&' } else { '?' };
                    let page = side.get(&format!("{path}{mark}lang={language}")).await;
                    page.expect(200);
                    assert!(page.text().contains(&format!(r#"lang="{language}" dir="{direction}""#)), "{path}");
                    let raw = page.words().split(' ').any(|word| word.starts_with("trade-") || word.starts_with("deal-"));
                    assert!(!raw, "{path} shows the key of a text: {}", page.words());
                }
            }
        }
        let officer = app.officer().await;
        officer.get("/agreements").await.expect(200).shows("Summer in Lyon");
        officer.get(&format!("/agreements/{agreement}")).await.expect(200).shows("observer");
        officer.get("/deals").await.expect(200).shows("Belgium");
        officer.get(&location).await.expect(200);
    }

    async fn what_is_closed_offers_no_button(app: TestApp) {
        let scene = Scene::new(&app).await;
        let quote = scene.quote().await;
        let path = format!("/quotes/{quote}");
        scene.maker.get(&path).await.expect(200).shows("Withdraw the quote").hides("Accept this offer");
        let withdrawn = [("number", "1"), ("note", "The clay is gone.")];
        scene.maker.post_form(&format!("{path}/withdraw"), &withdrawn).await.expect(303);
        let page = scene.buyer.get(&path).await;
        page.expect(200).shows("The clay is gone.").hides("Accept this offer").hides("Make a counter-offer");
        scene.buyer.post_form(&format!("{path}/accept"), &[("number", "1")]).await.expect(409).shows("This quote is closed");
    }
}
