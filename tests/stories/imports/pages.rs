//! The same on pages, as a maker sees it.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use super::{file, line, on_disk, own};
use crate::support::{Actor, Answer};

async fn upload(maker: &Actor, name: &str, bytes: Vec<u8>) -> Answer {
    let form = Form::new().part("file", Part::bytes(bytes).file_name(name.to_owned())).text("currency", "");
    maker.send(maker.request(Method::POST, "/workshop/import").multipart(form)).await
}

stories! {
    async fn on_the_page_and_only_for_ones_own(app: TestApp) {
        let maker = app.maker("Atelier").await;
        app.maker("Other").await;
        maker.get("/workshop/import").await.expect(200).shows("Empty sheet for Excel");
        let bytes = file(&[line(json!({})), line(json!({ "maker": "other", "sku": "X" }))]);
        let page = upload(&maker, "products.jsonl", bytes).await.location();
        maker.get(&page).await.expect(200).shows("products.jsonl").shows("This import is for atelier only").shows("Write one product");
        assert!(own(&maker).await.is_empty());
        let committed = maker.post_form(&format!("{page}/commit"), &[]).await.location();
        maker.get(&committed).await.expect(200).shows("The products are written.").shows("Everything sound is written.");
        assert_eq!(own(&maker).await.len(), 1);
        maker.get("/workshop/import").await.expect(200).shows("products.jsonl").shows("Written");
        upload(&maker, "x.csv", b"nonsense".to_vec()).await.expect(422).shows("This is no table");
    }

    async fn unknown_columns_are_mapped_on_the_page(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let page = upload(&maker, "table.csv", "Kennung;Title\nA-1;Bowl\n".into()).await.location();
        maker.get(&page).await.expect(200).shows("Columns that we do not know").shows("Kennung").shows("Nothing can be written as it is");
        let fields = [("columns[0][header]", "Kennung"), ("columns[0][field]", "sku")];
        let mapped = maker.post_form(&format!("{page}/mapping"), &fields).await.location();
        maker.get(&mapped).await.expect(200).shows("the file is checked again").hides("Columns that we do not know").shows("Write one product");
        maker.post_form(&format!("{page}/mapping"), &[("columns[0][header]", "Kennung"), ("columns[0][field]", "soul")]).await.expect(422);
        maker.post_form(&format!("{page}/drop"), &[]).await.expect(303);
        maker.get(&page).await.expect(404);
    }

    async fn in_arabic_and_french_from_the_first(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let page = upload(&maker, "جدول.csv", "الرمز;السعر\nA-1;كثير\n".into()).await.location();
        let arabic = maker.get(&format!("{page}?lang=ar")).await;
        arabic.expect(200).shows("مرفوض").shows("السعر").shows("الصواب");
        assert!(arabic.text().contains("dir=\"rtl\""));
        maker.get(&format!("{page}?lang=fr")).await.expect(200).shows("Refusé").shows("Ce qui conviendrait");
    }

    async fn a_page_under_way_looks_again_by_itself(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let by = maker.organisation;
        // Taken in and not checked yet, as a crash leaves it.
        let db = app.fondouk.house.db.clone();
        let wish = fondouk::catalogue::import::Wish { maker: Some(by), ..Default::default() };
        let id = fondouk::catalogue::import::stage(&db, &on_disk(b"SKU;Title\nA;B\n"), &wish).unwrap();
        let page = format!("/workshop/import/{id}");
        let waiting = maker.get(&page).await;
        assert!(waiting.expect(200).text().contains("http-equiv=\"refresh\""));
        maker.post_form(&format!("{page}/commit"), &[]).await.expect(409);
        app.days_pass(1);
        assert_eq!(fondouk::catalogue::import::take_up(&db).unwrap(), 1);
        let ready = maker.get(&page).await;
        assert!(!ready.expect(200).text().contains("http-equiv=\"refresh\""));
    }
}
