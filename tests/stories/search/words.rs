//! Words as people type them, in three languages, and what is marked in the answer.

use serde_json::{Value, json};

use super::market::{found, on_the_shelf, search};
/// The pieces of a hit that are marked, by the language of the text in which they stand.
fn marked(answer: &Value, language: &str) -> Vec<String> {
    let excerpts = answer["hits"][0]["highlight"].as_array().unwrap();
    let own = excerpts.iter().filter(|excerpt| excerpt["language"] == language);
    let pieces = own.flat_map(|excerpt| excerpt["pieces"].as_array().unwrap());
    pieces
        .filter(|piece| piece["marked"] == true)
        .map(|piece| piece["text"].as_str().unwrap().to_owned())
        .collect()
}

stories! {
    async fn arabic_is_found_with_and_without_article_and_vowel_signs(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let story = json!({ "ar": "من ورشتنا في المدينة." });
        let tray = json!({
            "title": { "ar": "صينية نحاسية منقوشة" }, "description": story, "craft": "copperware", "materials": ["copper"],
        });
        on_the_shelf(&maker, "", tray).await;
        let jug = json!({ "title": { "ar": "الإِبْرِيقُ الأَزْرَق" }, "description": story });
        on_the_shelf(&maker, "", jug).await;
        let _workers = app.start_workers().await;
        let visitor = app.visitor();
        for (typed, title) in [
            ("صينية", "صينية نحاسية منقوشة"),
            ("الصينية", "صينية نحاسية منقوشة"),
            ("صينيه", "صينية نحاسية منقوشة"),
            ("صِينِيَّة", "صينية نحاسية منقوشة"),
            ("والصينية", "صينية نحاسية منقوشة"),
            ("إبريق", "الإِبْرِيقُ الأَزْرَق"),
            ("ابريق", "الإِبْرِيقُ الأَزْرَق"),
            ("الابريق", "الإِبْرِيقُ الأَزْرَق"),
            ("إبريـــق", "الإِبْرِيقُ الأَزْرَق"),
        ] {
            assert_eq!(found(&visitor, &[("q", typed), ("kind", "product")]).await, [title], "{typed}");
        }
    }

    async fn french_is_found_with_and_without_accents(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let trays = json!({
            "title": { "fr": "Plateaux d’olivier martelés" }, "description": { "fr": "Faits à la main." },
        });
        on_the_shelf(&maker, "", trays).await;
        let _workers = app.start_workers().await;
        for typed in ["plateau", "olivier", "l'olivier", "D’OLIVIER", "martelés", "martelé", "martele"] {
            let titles = found(&app.visitor(), &[("q", typed), ("kind", "product")]).await;
            assert_eq!(titles, ["Plateaux d’olivier martelés"], "{typed}");
        }
    }

    async fn what_matched_is_marked_in_the_text_where_it_stands(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let bowl = json!({
            "title": { "en": "Three painted bowls", "ar": "ثلاثة أوعية من الطين" },
            "description": { "en": "Each bowl <b>is</b> thrown by hand.", "ar": "وعاء أزرق مزخرف باليد" },
        });
        on_the_shelf(&maker, "", bowl).await;
        let _workers = app.start_workers().await;
        let english = search(&app.visitor(), &[("q", "bowl"), ("kind", "product")]).await;
        assert_eq!(marked(&english, "en"), ["bowls", "bowl"], "each in its own form");
        assert_eq!(marked(&english, "ar"), [""; 0], "the reader's own title has answered already");
        let arabic = search(&app.visitor(), &[("q", "الأزرق"), ("kind", "product"), ("lang", "ar")]).await;
        assert_eq!(marked(&arabic, "ar"), ["أزرق"], "without the article that was typed");
        let whole: Vec<String> = english["hits"][0]["highlight"].as_array().unwrap().iter()
            .map(|excerpt| excerpt["pieces"].as_array().unwrap().iter().map(|piece| piece["text"].as_str().unwrap()).collect())
            .collect();
        assert!(whole.contains(&"Three painted bowls".to_owned()), "nothing is lost around it: {whole:?}");

        let page = app.get("/search?q=bowl&kind=product").await;
        let html = page.expect(200).text();
        assert!(html.contains("<mark>bowl</mark>"), "{html}");
        assert!(!html.contains("<b>is</b>"), "what a maker writes is text");
        let page = app.visitor().reading("ar").get("/search?q=%D8%A7%D9%84%D8%A3%D8%B2%D8%B1%D9%82").await;
        assert!(page.expect(200).text().contains("<mark>أزرق</mark>"), "{}", page.text());

        let silent = search(&app.visitor(), &[("q", "bowl"), ("kind", "product"), ("highlight", "false")]).await;
        assert_eq!(silent["hits"][0]["highlight"], json!([]));
    }
}
