//! Photographs: sent, seen by those who may, ordered, captioned, taken away.

use std::io::Cursor;

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::catalogue::{bowl, create};
use crate::support::{Actor, Answer};

/// A photograph that differs from every other one.
fn photograph(shade: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(1000, 600, image::Rgb([shade, 90, 160]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn part(bytes: Vec<u8>) -> Part {
    Part::bytes(bytes).file_name("bowl.png").mime_str("image/png").unwrap()
}

async fn send(actor: &Actor, path: &str, form: Form) -> Answer {
    actor.send(actor.request(Method::POST, path).multipart(form)).await
}

async fn product_with_pictures(maker: &Actor) -> (Value, Value) {
    let product = create(maker, &bowl()).await;
    let path = format!("/api/v1/products/{}/pictures", product["id"]);
    let form = Form::new()
        .part("file", part(photograph(10)))
        .part("file", part(photograph(200)))
        .text("caption[en]", "Seen from above");
    let pictures = send(maker, &path, form).await.expect(201).json();
    (product, pictures)
}

stories! {
    async fn a_photograph_is_re_encoded_and_public_only_with_its_product(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let (product, pictures) = product_with_pictures(&maker).await;
        assert_eq!(pictures.as_array().unwrap().len(), 2);
        assert_eq!((&pictures[0]["width"], &pictures[0]["height"]), (&json!(1000), &json!(600)));
        assert_eq!(pictures[0]["caption"], json!({ "en": "Seen from above" }));
        let address = pictures[0]["small"].as_str().unwrap();

        app.get(address).await.expect(404);
        app.maker("Rival").await.get(address).await.expect(404);
        app.officer().await.get(address).await.expect(200);
        let own = maker.get(address).await;
        assert_eq!(own.expect(200).header("cache-control"), "private, no-cache");
        let small = image::load_from_memory(&own.body).unwrap();
        assert_eq!((small.width(), small.height()), (480, 288));
        assert_eq!(image::guess_format(&own.body).unwrap(), image::ImageFormat::Jpeg);

        maker.post(&format!("/api/v1/products/{}/publish", product["id"])).await.expect(200);
        let public = app.get(address).await;
        assert_eq!(public.expect(200).header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(public.header("content-type"), "image/jpeg");
        let visitor = app.visitor();
        let again = visitor.request(Method::GET, address).header("If-None-Match", public.header("etag"));
        visitor.send(again).await.expect(304);
        let page = app.get("/products/blue-bowl").await.expect(200).text();
        assert!(page.contains(pictures[0]["large"].as_str().unwrap()) && page.contains(r#"alt="Seen from above""#));
        app.get("/products").await.expect(200);
        maker.post(&format!("/api/v1/products/{}/withdraw", product["id"])).await.expect(200);
        app.get(address).await.expect(404);
    }

    async fn photographs_are_ordered_captioned_and_deleted(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let (product, pictures) = product_with_pictures(&maker).await;
        let (first, second) = (pictures[0]["id"].clone(), pictures[1]["id"].clone());
        let change = json!({ "position": 1, "caption": { "ar": "من الأعلى" } });
        maker.put_json(&format!("/api/v1/pictures/{second}"), &change).await.expect(200);
        let seen = maker.get(&format!("/api/v1/products/{}", product["id"])).await.json();
        assert_eq!((&seen["pictures"][0]["id"], &seen["pictures"][1]["id"]), (&second, &first));
        assert_eq!(seen["pictures"][0]["caption"], json!({ "ar": "من الأعلى" }));
        let wrong = maker.put_json(&format!("/api/v1/pictures/{second}"), &json!({ "position": 0 })).await;
        assert_eq!(wrong.wrong_fields(), ["position"]);

        let bench = format!("/workshop/pictures/{first}");
        maker.get(&bench).await.expect(200).shows("From 1 to 2");
        maker.post_form(&bench, &[("position", "1"), ("caption[fr]", "Vue")]).await.expect(303);
        app.maker("Rival").await.get(&bench).await.expect(404);
        app.maker("Other").await.delete(&format!("/api/v1/pictures/{first}")).await.expect(404);
        maker.delete(&format!("/api/v1/pictures/{first}")).await.expect(204);
        maker.get(pictures[0]["large"].as_str().unwrap()).await.expect(404);
        maker.post(&format!("/workshop/pictures/{second}/delete")).await.expect(303);
        let seen = maker.get(&format!("/api/v1/products/{}", product["id"])).await.json();
        assert_eq!(seen["pictures"], json!([]));
    }

    async fn what_is_no_photograph_is_refused_and_nothing_is_kept(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let path = format!("/api/v1/products/{}/pictures", product["id"]);
        for wrong in [b"<svg onload=alert(1)>".to_vec(), photograph(1)[..200].to_vec(), Vec::new()] {
            // The good one before it is not remembered either.
            let form = Form::new().part("file", part(photograph(1))).part("file", part(wrong));
            assert_eq!(send(&maker, &path, form).await.wrong_fields(), ["file"]);
        }
        let nothing = Form::new().text("caption[en]", "No file");
        assert_eq!(send(&maker, &path, nothing).await.wrong_fields(), ["file"]);
        maker.post_json(&path, &json!({})).await.expect(415);
        let torn = maker.request(Method::POST, &path).header("Content-Type", "multipart/form-data; boundary=x");
        maker.send(torn.body("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc")).await.expect(422);
        let unknown = Form::new().part("file", part(photograph(1))).text("colour", "blue");
        send(&maker, &path, unknown).await.expect(422);
        let page = format!("/workshop/products/{}/pictures", product["id"]);
        let form = Form::new().part("file", part(b"no picture".to_vec()));
        send(&maker, &page, form).await.expect(422).shows("Pictures must be JPEG, PNG or WebP");
        let seen = maker.get(&format!("/api/v1/products/{}", product["id"])).await.json();
        assert_eq!(seen["pictures"], json!([]));
        send(&app.maker("Rival").await, &path, Form::new().part("file", part(photograph(1)))).await.expect(404);
    }

    async fn a_product_has_room_for_so_many(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let product = create(&maker, &bowl()).await;
        let path = format!("/workshop/products/{}/pictures", product["id"]);
        let most = app.fondouk.house.settings.limits.pictures_per_product as u8;
        let many = (0..=most).fold(Form::new(), |form, shade| form.part("file", part(photograph(shade))));
        send(&maker, &path, many).await.expect(422).shows("At most 12 pictures");
        let all = (0..most).fold(Form::new(), |form, shade| form.part("file", part(photograph(shade))));
        send(&maker, &path, all).await.expect(303);
        let one_more = Form::new().part("file", part(photograph(99)));
        send(&maker, &path, one_more).await.expect(422).shows("At most 12 pictures");
        maker.get(&format!("/workshop/products/{}", product["id"])).await.expect(200).shows("There is no room for more");
    }

    async fn a_collection_has_pictures_of_its_own_or_borrows_a_cover(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let collection =
            maker.post_json("/api/v1/collections", &json!({ "title": { "en": "Blue tables" } })).await.json();
        let (product, pictures) = product_with_pictures(&maker).await;
        let mut moved = bowl();
        moved["collection"] = collection["id"].clone();
        moved["version"] = product["version"].clone();
        maker.put_json(&format!("/api/v1/products/{}", product["id"]), &moved).await.expect(200);
        let path = format!("/api/v1/collections/{}", collection["id"]);
        let public = maker.post(&format!("{path}/publish")).await.expect(200).json();
        assert_eq!((&public["cover"]["id"], &public["pictures"]), (&pictures[0]["id"], &json!([])));
        let form = Form::new().part("file", part(photograph(77)));
        let own = send(&maker, &format!("/workshop/collections/{}/pictures", collection["id"]), form).await;
        own.expect(303);
        let seen = app.get(&path).await.expect(200).json();
        assert_eq!(seen["cover"], seen["pictures"][0]);
        app.get(seen["cover"]["large"].as_str().unwrap()).await.expect(200);
        app.get("/collections").await.expect(200);
        app.get("/collections/blue-tables").await.expect(200).shows("Blue bowl");
    }
}
