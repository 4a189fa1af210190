//! A house in which there is one of everything, so that every route has something to act on.

use serde_json::{Value, json};

use super::{Actor, People, Role, TestApp};

#[derive(Debug)]
pub struct World {
    pub people: People,
    /// What fills a gap in a path: after which noun, under which name, with what.
    gaps: Vec<(&'static str, &'static str, String)>,
}

fn id(value: &Value) -> String {
    value["id"].to_string()
}

async fn created(actor: &Actor, path: &str, body: Value) -> Value {
    actor.post_json(path, &body).await.expect(201).json()
}

async fn done(actor: &Actor, path: &str, body: Value) -> Value {
    actor.post_json(path, &body).await.expect(200).json()
}

impl World {
    pub async fn full(app: &TestApp) -> Self {
        app.write(fondouk::app::lay_ground).await;
        let people = People::of_every_kind(app).await;
        let mut world = Self { people, gaps: Vec::new() };
        world.account().await;
        world.membership().await;
        world.trade().await;
        world.trust().await;
        world.programme().await;
        world.lexicon(app).await;
        world.assistance(app).await;
        world.splits(app).await;
        world
    }

    fn one(&self, role: Role) -> &Actor {
        self.people.one(role)
    }

    fn know(&mut self, noun: &'static str, gap: &'static str, value: impl Into<String>) {
        self.gaps.push((noun, gap, value.into()));
    }

    async fn account(&mut self) {
        let maker = self.one(Role::Maker).clone();
        let token = json!({ "name": "stock", "scope": "read", "days": 7 });
        let token = created(&maker, "/api/v1/tokens", token).await;
        self.know("tokens", "id", id(&token));
        let saved = json!({ "name": "Bowls", "search": "q=bowl" });
        let saved = created(&maker, "/api/v1/saved-searches", saved).await;
        self.know("saved-searches", "id", id(&saved));
        self.know("searches", "id", id(&saved));
        let profile = json!({
            "place": { "en": "Nabeul" }, "crafts": ["ceramics"], "exports_itself": true, "currency": "TND",
        });
        maker.put_json(&format!("/api/v1/makers/{}", maker.slug), &profile).await.expect(200);
        let closed = json!({ "starts_on": "2027-08-01", "ends_on": "2027-08-15", "weekly": 0 });
        let closed = created(&maker, "/api/v1/workshop/calendar", closed).await;
        self.know("calendar", "id", id(&closed));
        let declared = json!({
            "scheme": "food-contact", "issuer": "Atelier", "covers": "all", "valid_from": "2026-03-02",
        });
        let declared = created(&maker, "/api/v1/workshop/certificates", declared).await;
        self.know("certificates", "id", id(&declared));
        // Not one of those who act, so that deciding about it stops nobody.
        let waiting = self.one(Role::PendingMaker).organisation.to_string();
        self.know("organisations", "id", waiting);
        self.know("makers", "slug", maker.slug);
    }

    async fn membership(&mut self) {
        let clusters = self.one(Role::Visitor).get("/api/v1/clusters").await.expect(200).json();
        let cluster = clusters["items"][0]["slug"].as_str().unwrap().to_owned();
        let asked =
            created(self.one(Role::Maker), "/api/v1/memberships", json!({ "cluster": cluster })).await;
        self.know("clusters", "slug", cluster);
        self.know("memberships", "id", id(&asked));
    }

    /// From a draft to a deal; each kind of thing is left where most can still be done to it.
    async fn trade(&mut self) {
        let (maker, buyer) = (self.one(Role::Maker).clone(), self.one(Role::Buyer).clone());
        let collection = created(&maker, "/api/v1/collections", json!({ "title": { "en": "Blue" } })).await;
        let mut bowl = samples::product();
        bowl["collection"] = collection["id"].clone();
        let product = created(&maker, "/api/v1/products", bowl).await;
        maker.post(&format!("/api/v1/products/{}/publish", product["id"])).await.expect(200);
        let pictures = format!("/api/v1/products/{}/pictures", product["id"]);
        let picture = samples::picture();
        let part = reqwest::multipart::Part::bytes(picture).file_name("bowl.png");
        let form = reqwest::multipart::Form::new().part("file", part);
        let picture = maker.send(maker.request(reqwest::Method::POST, &pictures).multipart(form)).await;
        let picture = picture.expect(201).json();

        let red = created(&maker, "/api/v1/collections", json!({ "title": { "en": "Red" } })).await;
        let jug = json!({ "title": { "en": "Red jug" }, "collection": red["id"] });
        created(&maker, "/api/v1/products", samples::with(samples::product(), jug)).await;
        maker.post(&format!("/api/v1/collections/{}/publish", red["id"])).await.expect(200);
        let sheet = maker.get("/api/v1/collections/red/line-sheet.pdf").await;
        let code = sheet.expect(200).header("link").replace("</line-sheets/", "");
        self.know("line-sheets", "code", code.split('>').next().unwrap());

        let request = created(&buyer, "/api/v1/sourcing-requests", samples::request()).await;
        let part = reqwest::multipart::Part::bytes(samples::picture()).file_name("bowl.png");
        let drawing = reqwest::multipart::Form::new().part("file", part);
        let path = format!("/api/v1/sourcing-requests/{}/attachments", request["id"]);
        let drawn = buyer.send(buyer.request(reqwest::Method::POST, &path).multipart(drawing)).await;
        let drawing = id(&drawn.expect(201).json()["attachments"][0]);
        let wanted = created(&buyer, "/api/v1/sourcing-requests", samples::request()).await;
        let wanted = format!("/api/v1/sourcing-requests/{}", wanted["id"]);
        done(&buyer, &format!("{wanted}/open"), json!({})).await;
        let doubt = json!({ "suspicion": "fishing", "note": "Three of us got it." });
        let report = created(&maker, &format!("{wanted}/reports"), doubt).await;
        self.know("request-reports", "id", id(&report));
        let quote = json!({ "maker": maker.slug, "lines": samples::lines(&product["id"]) });
        let quote = samples::with(samples::delivery(), quote);
        let quote = created(&buyer, "/api/v1/quotes", quote).await;
        let agreement = samples::with(samples::agreement(), json!({ "counterparty": buyer.slug }));
        let draft = created(&maker, "/api/v1/agreements", agreement.clone()).await;

        let active = created(&maker, "/api/v1/agreements", agreement).await;
        let path = format!("/api/v1/agreements/{}", active["id"]);
        let proposed = done(&maker, &format!("{path}/propose"), json!({})).await;
        for side in [&maker, &buyer] {
            let signature = json!({ "name": side.slug, "terms_hash": proposed["terms_hash"] });
            done(side, &format!("{path}/sign"), signature).await;
        }
        let deal = json!({ "agreement": active["id"], "lines": samples::lines(&product["id"]), "destination": "FR" });
        let deal = samples::with(samples::delivery(), deal);
        // What only an offer says.
        let deal = samples::without(deal, &["lead_time_days", "valid_until"]);
        let deal = created(&buyer, "/api/v1/deals", deal).await;

        let sheet = "SKU;Title;Grandmother\nW-1;Whistle;Zohra\n";
        let sheet = maker
            .request(reqwest::Method::POST, "/api/v1/imports")
            .header("Content-Type", "text/csv")
            .body(sheet);
        let import = maker.send(sheet).await.expect(201).json();

        let part = reqwest::multipart::Part::bytes(samples::picture()).file_name("W-1.png");
        let folder = reqwest::multipart::Form::new().part("file", part);
        let folder =
            maker.send(maker.request(reqwest::Method::POST, "/api/v1/portfolios").multipart(folder)).await;
        self.know("portfolios", "id", id(&folder.expect(201).json()));
        let path = format!("/api/v1/products/{}/history", product["id"]);
        let history = maker.get(&path).await.expect(200).json();
        self.know("revisions", "id", id(&history["items"][0]));
        let bulk = json!({ "products": [product["id"]], "lead_time_days": 31 });
        let seen = done(&maker, "/api/v1/workshop/bulk-changes/preview", bulk.clone()).await;
        let bulk = samples::with(bulk, json!({ "hash": seen["hash"] }));
        let bulk = created(&maker, "/api/v1/workshop/bulk-changes", bulk).await;
        self.know("bulk-changes", "id", id(&bulk));
        let talk = format!("/api/v1/conversations/{}/messages", self.talk(&maker, &buyer).await);
        let part = reqwest::multipart::Part::bytes(samples::picture()).file_name("bowl.png");
        let message = reqwest::multipart::Form::new().part("file", part);
        let said = maker.send(maker.request(reqwest::Method::POST, &talk).multipart(message)).await;
        let said = said.expect(201).json();
        // What became of the quote stands between the messages.
        let mut messages =
            said["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "message");
        let said = id(&messages.next_back().unwrap()["attachments"][0]);
        // Both are the first of their kind, so one number fills the gap in both paths.
        assert_eq!(said, drawing);
        self.know("attachments", "attachment_id", said);
        self.know("imports", "id", id(&import));
        self.know("import", "id", id(&import));
        self.know("collections", "id", id(&collection));
        self.know("collections", "slug", collection["slug"].as_str().unwrap());
        self.know("products", "id", id(&product));
        self.know("products", "slug", product["slug"].as_str().unwrap());
        self.know("pictures", "id", id(&picture[0]));
        self.know("sourcing-requests", "id", id(&request));
        self.know("quotes", "id", id(&quote));
        self.know("agreements", "id", id(&draft));
        self.know("active agreement", "id", id(&active));
        self.know("deals", "id", id(&deal));
    }

    async fn talk(&mut self, maker: &Actor, buyer: &Actor) -> String {
        let hello = json!({ "maker": maker.slug, "text": "Hello" });
        let talk = id(&created(buyer, "/api/v1/conversations", hello).await);
        self.know("conversations", "id", talk.clone());
        talk
    }

    /// People, who is responsible, and a row of each thing that may be said about the checklist.
    async fn trust(&mut self) {
        let (maker, officer) = (self.one(Role::Maker).clone(), self.one(Role::Officer).clone());
        let zohra = json!({
            "name": "Zohra", "role": { "en": "Potter" }, "consents": true, "consent": "Signed.",
        });
        let zohra = created(&maker, "/api/v1/workshop/people", zohra).await;
        let importer = json!({
            "name": "Importer", "street": "Quay 1", "town": "Lyon", "union_country": "FR",
            "electronic": "importer@sample.example",
        });
        let importer = created(&maker, "/api/v1/workshop/responsible-persons", importer).await;
        let rows = officer.get("/api/v1/admission-rows").await.expect(200).json();
        let of_mode = |mode: &str| {
            let found = rows["items"].as_array().unwrap().iter().find(|row| row["mode"] == mode);
            id(found.unwrap())
        };
        let checklist = format!("/api/v1/makers/{}/checklist", maker.slug);
        let waiver = json!({ "reason": "Later.", "until": "2026-06-01" });
        let waiver = created(&officer, &format!("{checklist}/{}/waiver", of_mode("computed")), waiver).await;
        let proof = format!("/api/v1/workshop/checklist/{}/proof", of_mode("verified"));
        let proof = done(&maker, &proof, json!({ "note": "A film." })).await["proof"].clone();
        self.know("people", "id", id(&zohra));
        self.know("responsible-persons", "id", id(&importer));
        self.know("checklist", "id", of_mode("attested"));
        self.know("admission-rows", "id", of_mode("attested"));
        self.know("rows", "id", of_mode("attested"));
        self.know("waivers", "id", id(&waiver));
        self.know("admission-proofs", "id", id(&proof));
    }

    async fn programme(&mut self) {
        let officer = self.one(Role::Officer).clone();
        let agreement = self.gap("active agreement", "id").unwrap();
        let verdict = json!({ "subject": "agreement", "subject_id": agreement, "note": "Seen." });
        let verdict = created(&officer, "/api/v1/verifications", verdict).await;
        self.know("verifications", "id", id(&verdict));
        self.know("verifications", "subject", "agreement");
        self.know("{subject}", "id", agreement);
        self.know("indicators", "code", "R1");
        let figures = officer.get("/api/v1/figures").await.expect(200).json();
        let figure = &figures["items"][0];
        let seen = officer.get(&format!("/api/v1/figures/{}", figure["key"].as_str().unwrap())).await;
        self.know("figures", "key", figure["key"].as_str().unwrap());
        self.know("claims", "id", id(&seen.expect(200).json()["claims"][0]));
        let initiatives = officer.get("/api/v1/initiatives").await.expect(200).json();
        self.know("initiatives", "slug", initiatives["items"][0]["slug"].as_str().unwrap());
    }

    /// A consent on paper, and a digest of what was done.
    async fn assistance(&mut self, app: &TestApp) {
        let (maker, agent) = (self.one(Role::Maker).clone(), self.one(Role::Agent).clone());
        let form = reqwest::multipart::Form::new()
            .text("maker", maker.slug.clone())
            .text("acts", "catalogue")
            .part("file", reqwest::multipart::Part::bytes(samples::picture()).file_name("paper.png"));
        let paper = agent.request(reqwest::Method::POST, "/api/v1/assistance/papers").multipart(form);
        let paper = agent.send(paper).await.expect(201).json();
        let product = self.gap("products", "id").unwrap();
        self.one(Role::Deputy).post(&format!("/api/v1/products/{product}/withdraw")).await.expect(200);
        self.one(Role::Deputy).post(&format!("/api/v1/products/{product}/publish")).await.expect(200);
        app.fondouk.house.clock().advance(chrono::TimeDelta::hours(1));
        let settings = app.fondouk.house.settings.clone();
        app.write(move |tx| fondouk::assistance::tell_due(tx, &settings)).await;
        let done = maker.get("/api/v1/workshop/assisted-acts").await.expect(200).json();
        self.know("assisted-acts", "id", id(&done["items"][0]));
        self.know("consents", "id", id(&paper));
        self.know("makers", "id", maker.organisation.to_string());
    }

    /// The agent's own cluster, with the maker in it: a split that can be chosen, and a share that can be answered.
    async fn splits(&mut self, app: &TestApp) {
        let (agent, maker, buyer) =
            (self.one(Role::Agent).clone(), self.one(Role::Maker).clone(), self.one(Role::Buyer).clone());
        let (leads, potter) = (agent.organisation, maker.organisation);
        app.write(move |tx| {
            use diesel::prelude::*;
            use fondouk::db::schema::{cluster_memberships, clusters, products};
            let (now, cluster) = (tx.now(), fondouk::clusters::cluster_by_slug(tx, "mosaic-el-jem")?);
            let own = diesel::update(clusters::table.find(cluster.id));
            own.set(clusters::organisation_id.eq(leads)).execute(&mut **tx)?;
            let member =
                (cluster_memberships::cluster_id.eq(cluster.id), cluster_memberships::maker_id.eq(potter));
            let since =
                (cluster_memberships::standing.eq("confirmed"), cluster_memberships::requested_at.eq(now));
            diesel::insert_into(cluster_memberships::table).values((member, since)).execute(&mut **tx)?;
            diesel::update(products::table.filter(products::maker_id.eq(potter)))
                .set(products::weekly_capacity.eq(500))
                .execute(&mut **tx)?;
            Ok(())
        })
        .await;
        let mut splits = Vec::new();
        for _ in 0..2 {
            let request = created(&buyer, "/api/v1/sourcing-requests", samples::request()).await;
            let path = format!("/api/v1/sourcing-requests/{}", request["id"]);
            // Without a fact, so that workers, where there are any, write no letters about it.
            let own = fondouk::ids::RequestId(request["id"].as_i64().unwrap());
            app.write(move |tx| {
                use diesel::prelude::*;
                use fondouk::db::schema::sourcing_requests::dsl;
                let row = diesel::update(dsl::sourcing_requests.find(own));
                row.set(dsl::status.eq("open")).execute(&mut **tx)?;
                Ok(())
            })
            .await;
            let split = created(&agent, &format!("{path}/splits"), json!({})).await;
            splits.push(split["alternatives"][0].clone());
        }
        let chosen = done(&agent, &format!("/api/v1/splits/{}/choose", splits[0]["id"]), json!({})).await;
        self.know("splits", "id", id(&splits[1]));
        self.know("shares", "id", id(&chosen["shares"][0]));
    }

    async fn lexicon(&mut self, app: &TestApp) {
        let officer = self.one(Role::Officer).clone();
        let correction = json!({ "class": "object", "labels": { "en": ["tagine"] }, "version": 0 });
        officer.put_json("/api/v1/lexicon/tagine", &correction).await.expect(200);
        self.know("lexicon", "key", "tagine");
        let day = app.now().date();
        let query = app
            .write(move |tx| {
                use diesel::prelude::*;
                use fondouk::db::schema::unanswered_queries::dsl;
                let asked = (dsl::text.eq("zarbouta"), dsl::language.eq("en"), dsl::asked.eq(3));
                let days = (dsl::first_on.eq(day), dsl::last_on.eq(day));
                let row = diesel::insert_into(dsl::unanswered_queries).values((asked, days));
                Ok(row.returning(dsl::id).get_result::<i64>(&mut **tx)?)
            })
            .await;
        self.know("unanswered-queries", "id", query.to_string());
    }

    /// What is there for a gap behind a noun.
    pub fn gap(&self, noun: &str, gap: &str) -> Option<String> {
        let found = self.gaps.iter().find(|(own, name, _)| *own == noun && *name == gap);
        found.map(|(_, _, value)| value.clone())
    }

    /// A path of the route table, led to things that are there.
    pub fn path(&self, path: &str) -> String {
        let mut parts: Vec<String> = Vec::new();
        for part in path.split('/') {
            let filled = part.strip_prefix('{').and_then(|name| name.strip_suffix('}')).map(|gap| {
                // `/verifications/{subject}/{id}`: the noun is what the gap before says.
                let noun = path.split('/').nth(parts.len() - 1).unwrap_or_default();
                self.gap(noun, gap).unwrap_or_else(|| "999999".to_owned())
            });
            parts.push(filled.unwrap_or_else(|| part.to_owned()));
        }
        parts.join("/")
    }
}

/// What is sent when everything is right.
pub mod samples {
    use std::io::Cursor;

    use serde_json::{Value, json};

    pub fn with(mut value: Value, changes: Value) -> Value {
        for (field, new) in changes.as_object().unwrap() {
            value[field] = new.clone();
        }
        value
    }

    pub fn without(mut value: Value, fields: &[&str]) -> Value {
        for field in fields {
            value.as_object_mut().unwrap().remove(*field);
        }
        value
    }

    pub fn product() -> Value {
        json!({
            "title": { "en": "Blue bowl" }, "description": { "en": "Thrown by hand." }, "craft": "ceramics", "materials": ["clay"], "techniques": ["wheel-thrown"],
            "price": { "amount": "12.500", "currency": "TND" }, "moq": 24, "order_multiple": 6, "lead_time_days": 30,
            "hs_code": "6912.00", "origin": "TN",
        })
    }

    pub fn request() -> Value {
        json!({
            "title": "Bowls", "wanted": "Deep blue bowls.", "language": "en", "crafts": ["ceramics"],
            "materials": ["clay"], "quantity": 240, "destination": "FR", "channel": "hospitality",
            "needed_by": "2026-09-01",
        })
    }

    pub fn lines(product: &Value) -> Value {
        json!([{ "product": product, "quantity": 24, "unit_price": { "amount": "11.500", "currency": "TND" } }])
    }

    pub fn delivery() -> Value {
        json!({
            "incoterm": "FOB", "by_sea": true, "named_place": "Port of Radès", "lead_time_days": 30,
            "valid_until": "2026-04-01",
        })
    }

    pub fn agreement() -> Value {
        json!({
            "title": "Blue in France", "territory": ["FR"], "channel": "hospitality", "exclusive": false,
            "starts_on": "2026-03-02", "ends_on": "2026-12-31", "terms": "For one year.", "terms_language": "en",
        })
    }

    pub fn picture() -> Vec<u8> {
        picture_in(90)
    }

    pub fn picture_in(shade: u8) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(64, 48, image::Rgb([40, shade, 160]));
        picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }
}
