//! From a shipped deal to a figure that moves, and what only officers may see or do.

use fondouk::accounts::{Kind, Standing};
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::stories::catalogue::{bowl, create};
use crate::support::{Actor, TestApp};

const DAY: &str = "2026-03-02";

async fn seeded(app: &TestApp) {
    app.write(fondouk::app::lay_ground).await;
}

/// A deal of 24 bowls at 12.500 TND from Tunis to Paris that has left the workshop.
async fn shipped(app: &TestApp, maker: &Actor, buyer: &Actor) -> i64 {
    // The maker may not export itself; an export house stands in the papers.
    let exporter = app.person(Kind::Institution, "Export house", Standing::Approved).await;
    let product = create(maker, &bowl()).await["id"].clone();
    maker.post(&format!("/api/v1/products/{product}/publish")).await.expect(200);
    let terms = json!({
        "counterparty": buyer.slug, "title": "Bowls for France", "territory": ["FR"], "channel": "shops",
        "starts_on": DAY, "ends_on": "2027-03-01", "terms": "As agreed.", "terms_language": "en",
    });
    let agreement = maker.post_json("/api/v1/agreements", &terms).await.expect(201).json()["id"].clone();
    let at = format!("/api/v1/agreements/{agreement}");
    maker.post_json(&format!("{at}/propose"), &json!({})).await.expect(200);
    let hash = maker.get(&at).await.expect(200).json()["terms_hash"].clone();
    for (actor, name) in [(maker, "Amina"), (buyer, "Claire")] {
        let signature = json!({ "name": name, "terms_hash": hash });
        actor.post_json(&format!("{at}/sign"), &signature).await.expect(200);
    }
    let order = json!({
        "agreement": agreement, "currency": "TND", "incoterm": "FCA", "named_place": "Tunis",
        "destination": "FR", "exporter": exporter.slug,
        "lines": [{ "product": product, "quantity": 24, "unit_price": { "amount": "12.500", "currency": "TND" } }],
    });
    let deal = maker.post_json("/api/v1/deals", &order).await.expect(201).json()["id"].as_i64().unwrap();
    buyer.post(&format!("/api/v1/deals/{deal}/confirm")).await.expect(200);
    maker.post(&format!("/api/v1/deals/{deal}/ship")).await.expect(200);
    deal
}

async fn exports(actor: &Actor) -> Value {
    actor.get("/api/v1/indicators/exports-eur").await.expect(200).json()
}

fn verdict(deal: i64) -> Value {
    json!({ "subject": "deal", "subject_id": deal, "note": "Bill of lading 4711, stamped at La Goulette" })
}

stories! {
    async fn a_verified_deal_moves_the_figures_by_its_worth_and_cancelling_moves_them_back(app: TestApp) {
        seeded(&app).await;
        let (officer, maker, buyer) = (app.officer().await, app.maker("Atelier").await, app.buyer("Galerie").await);
        let deal = shipped(&app, &maker, &buyer).await;
        assert_eq!(exports(&officer).await["value"], "0.00");
        let waiting = officer.get("/api/v1/verifications/waiting?subject=deal").await.expect(200).json();
        assert_eq!(waiting["items"][0]["subject_id"], deal);
        assert_eq!(waiting["items"][0]["amount"], json!({ "amount": "300.000", "currency": "TND" }));

        let verified = officer.post_json("/api/v1/verifications", &verdict(deal)).await.expect(201).json();
        let worth = verified["eur"]["amount"].clone();
        let rate: f64 = verified["rate"]["per_eur"].as_str().unwrap().parse().unwrap();
        let expected = 300.0 / rate;
        assert!((worth.as_str().unwrap().parse::<f64>().unwrap() - expected).abs() <= 0.005, "{worth} {expected}");
        assert_eq!(verified["rate"]["month"], "2026-03");

        let after = exports(&officer).await;
        assert_eq!(after["value"], worth);
        assert_eq!(after["records"][0]["subject_id"], deal);
        assert_eq!(after["records"][0]["value"], worth);
        assert_eq!(after["by_country"][0]["key"], "TN");
        let dashboard = officer.get("/api/v1/dashboard").await.expect(200).json();
        assert_eq!(dashboard["indicators"][0]["value"], worth);
        assert_eq!(dashboard["makers_exporting"], 1);
        officer.get("/dashboard").await.expect(200).shows("Verified exports by month").shows("Tunisia");
        officer.get("/indicators/R1").await.expect(200).shows("Bill of lading 4711").shows("300.000");

        officer.post_json("/api/v1/verifications", &verdict(deal)).await.expect(409);
        let why = json!({ "note": "The ship came back" });
        maker.post_json(&format!("/api/v1/deals/{deal}/cancel"), &why).await.expect(200);
        let back = exports(&officer).await;
        assert_eq!(back["value"], "0.00");
        assert_eq!(back["not_counted"][0]["reason"], "gone");
    }

    async fn an_officer_verifies_on_a_page_with_a_paper_that_nobody_else_can_open(app: TestApp) {
        seeded(&app).await;
        let (officer, maker, buyer) = (app.officer().await, app.maker("Atelier").await, app.buyer("Galerie").await);
        let deal = shipped(&app, &maker, &buyer).await;
        officer.get("/verifications").await.expect(200).shows(&format!("Deal {deal}")).shows("Not verified yet");
        let address = format!("/verifications/deal/{deal}");
        officer.get(&address).await.expect(200).shows("If you verify it now");

        let send = |form: Form| officer.send(officer.request(Method::POST, &address).multipart(form));
        let pdf = || Part::bytes(b"%PDF-1.7 bill of lading".to_vec()).file_name("bill.pdf");
        send(Form::new().part("file", pdf())).await.expect(422).shows("needs your attention");
        let page = Part::bytes(b"<html></html>".to_vec()).file_name("bill.pdf");
        send(Form::new().text("note", "Seen").part("file", page)).await.expect(422).shows("PDF, JPEG, PNG or WebP");
        let sent = send(Form::new().text("note", "Bill of lading 4711").part("file", pdf())).await;
        assert_eq!(sent.location(), address);
        officer.get(&address).await.expect(200).shows("Bill of lading 4711").shows("Open the paper");

        let given = officer.get("/api/v1/verifications").await.expect(200).json();
        let paper = given["items"][0]["evidence"].as_str().unwrap().to_owned();
        let answer = officer.get(&paper).await;
        assert_eq!(answer.expect(200).body, b"%PDF-1.7 bill of lading");
        assert!(answer.header("content-disposition").starts_with("attachment"));
        for other in [&maker, &buyer] {
            other.get(&paper).await.expect(403);
            other.get(&address).await.expect(403);
            other.post_json("/api/v1/verifications", &verdict(deal)).await.expect(403);
        }
        app.visitor().get(&paper).await.expect(401);

        let id = given["items"][0]["id"].as_i64().unwrap();
        let revoke = format!("/verifications/{id}/revoke");
        officer.post_form(&revoke, &[("reason", "")]).await.expect(422);
        officer.post_form(&revoke, &[("reason", "Another shipment")]).await.expect(303);
        assert_eq!(exports(&officer).await["not_counted"][0]["reason"], "revoked");
        officer.get(&address).await.expect(200).shows("Another shipment").shows("Revoked");
    }

    async fn the_public_reads_figures_with_their_sources_but_no_deals(app: TestApp) {
        seeded(&app).await;
        let (officer, maker, buyer) = (app.officer().await, app.maker("Atelier").await, app.buyer("Galerie").await);
        let deal = shipped(&app, &maker, &buyer).await;
        officer.post_json("/api/v1/verifications", &verdict(deal)).await.expect(201);
        let visitor = app.visitor();
        let public = exports(&visitor).await;
        assert_eq!(public["value"], exports(&officer).await["value"]);
        assert!(public.get("records").is_none() && public.get("not_counted").is_none());
        assert_eq!(public["by_country"][0]["value"], Value::Null);
        visitor.get("/indicators/R1").await.expect(200).hides("Bill of lading");
        visitor.get("/api/v1/indicators/R1?from=2026-03-01").await.expect(403);
        visitor.get("/api/v1/indicators/R1?cluster=atlantis").await.expect(422);
        visitor.get("/programme").await.expect(200).shows("Published results").shows("Additional exports");
        visitor.get("/programme/figures/clusters-mapped").await.expect(200).shows("over 140").shows("It is the later total");
        visitor.get("/programme/initiatives").await.expect(200).shows("One town, a whole table");
        let nabeul = visitor.get("/programme/initiatives/art-de-table-nabeul").await;
        nabeul.expect(200).shows("This text is illustrative").shows("indicative").shows("Turnover before");
        visitor.get("/programme/initiatives/atlantis").await.expect(404);
        visitor.reading("ar").get("/programme").await.expect(200).shows("النتائج المنشورة");
        visitor.get("/api/v1/programme").await.expect(200);
        visitor.get("/indicators").await.expect(200).shows("not computed yet");
    }

    async fn officers_record_and_adopt_claims_and_set_targets(app: TestApp) {
        seeded(&app).await;
        let officer = app.officer().await;
        let figure = "/programme/figures/exports-added";
        let claim = [
            ("value", "620000"), ("qualifier", "exact"), ("stated_on", "2020-05"), ("stated_on_basis", "stated"),
            ("source[en]", "Audit"), ("source_url", "https://example.org/audit"),
        ];
        officer.get(&format!("{figure}/claims/new")).await.expect(200).shows("Record a claim");
        officer.post_form(&format!("{figure}/claims"), &claim[1..]).await.expect(422);
        assert_eq!(officer.post_form(&format!("{figure}/claims"), &claim).await.location(), figure);
        let listed = officer.get("/api/v1/figures/exports-added").await.expect(200).json();
        let new = listed["claims"].as_array().unwrap().iter().find(|one| one["value"] == "620000").unwrap().clone();
        assert_eq!(new["adopted"], false);
        let adopt = format!("/claims/{}/adopt", new["id"]);
        officer.get(&adopt).await.expect(200).shows("Adopted until now");
        officer.post_form(&adopt, &[("reason[en]", "It was audited.")]).await.expect(303);
        app.visitor().get(figure).await.expect(200).shows("It was audited.").shows("about 500,000");
        officer.post_json(&format!("/api/v1{adopt}"), &json!({ "reason": { "en": "Again" } })).await.expect(409);

        let version = officer.get("/api/v1/indicators/R2").await.json()["version"].clone();
        let target = json!({ "due_on": "2026-12-31", "value": 12, "reason": { "en": "More came." }, "version": version });
        let set = officer.post_json("/api/v1/indicators/R2/targets", &target).await.expect(201).json();
        assert_eq!(set["target"]["value"], "12");
        officer.post_json("/api/v1/indicators/R2/targets", &target).await.expect(409);
        officer.get("/indicators/R2/targets/new").await.expect(200).shows("Set a target");
        officer.post_form("/indicators/R2/targets", &[("value", "twelve")]).await.expect(422).shows("two decimals");
    }
}
