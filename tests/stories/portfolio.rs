//! A folder of pictures that are named by the articles that they show.

use std::io::{Cursor, Write as _};

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use super::catalogue::{bowl, create, with};
use crate::support::{Actor, Answer, samples};

fn archive(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

async fn sent(maker: &Actor, bytes: Vec<u8>) -> Answer {
    let form = Form::new().part("file", Part::bytes(bytes).file_name("photos.zip"));
    maker.send(maker.request(Method::POST, "/api/v1/portfolios").multipart(form)).await
}

async fn product(maker: &Actor, sku: &str) -> Value {
    create(maker, &with(bowl(), json!({ "sku": sku }))).await["id"].clone()
}

async fn pictures(maker: &Actor, id: &Value) -> usize {
    let product = maker.get(&format!("/api/v1/products/{id}")).await.expect(200).json();
    product["pictures"].as_array().unwrap().len()
}

stories! {
    async fn pictures_go_to_the_articles_they_are_named_by(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let (bowl, plate) = (product(&maker, "B-1").await, product(&maker, "P-7").await);
        let folder = archive(&[
            ("B-1.png", samples::picture_in(1)), ("b1 (2).PNG", samples::picture_in(2)),
            ("P-7/front.png", samples::picture_in(3)), ("IMG_0042.png", samples::picture_in(4)),
            ("P-7_2.png", b"no picture".to_vec()), ("__MACOSX/B-1.png", b"litter".to_vec()),
        ]);
        let shown = sent(&maker, folder.clone()).await.expect(201).json();
        assert_eq!((&shown["added"], &shown["skipped"], &shown["refused"]), (&json!(3), &json!(0), &json!(2)));
        assert_eq!(pictures(&maker, &bowl).await, 0, "so far on paper");
        let path = format!("/api/v1/portfolios/{}", shown["id"]);
        maker.post(&format!("{path}/commit")).await.expect(200);
        assert_eq!((pictures(&maker, &bowl).await, pictures(&maker, &plate).await), (2, 1));
        maker.post(&format!("{path}/commit")).await.expect(409);

        let again = sent(&maker, folder).await.expect(201).json();
        assert_eq!((&again["added"], &again["skipped"]), (&json!(0), &json!(3)));
        let path = format!("/api/v1/portfolios/{}", again["id"]);
        maker.post(&format!("{path}/commit")).await.expect(409);
        app.maker("Stranger").await.get(&path).await.expect(404);
        maker.delete(&path).await.expect(204);
        maker.get(&path).await.expect(404);
    }

    async fn an_archive_that_lies_is_refused_and_nothing_grows(app: TestApp) {
        let maker = app.maker("Atelier").await;
        product(&maker, "B-1").await;
        // Two hundred million zeros in a few hundred kilobytes: read no further than a picture may be long.
        let bomb = archive(&[("B-1.png", vec![0; 200 << 20])]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(sent(&maker, bomb).await.wrong_fields(), ["file"]);
        let torn = archive(&[("B-1.png", samples::picture())])[..40].to_vec();
        assert_eq!(sent(&maker, torn).await.wrong_fields(), ["file"]);
        let names: Vec<String> = (0..201).map(|n| format!("{n}.png")).collect();
        let many: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (name.as_str(), Vec::new())).collect();
        assert_eq!(sent(&maker, archive(&many)).await.wrong_fields(), ["file"]);
    }
}
