//! What every story of trade begins with: a maker with a catalogue, a buyer with a request, and ways to come further.

use diesel::prelude::*;
use fondouk::catalogue::Status;
use fondouk::clock::Date;
use fondouk::columns::Json;
use fondouk::commitments::Channel;
use fondouk::db::Write;
use fondouk::db::schema::{collections, maker_profiles, products, sourcing_requests};
use fondouk::error::Result;
use fondouk::ids::{CollectionId, OrganisationId, ProductId, RequestId};
use fondouk::locale::{Language, Wording};
use fondouk::matching::RequestStatus;
use fondouk::money::Currency;
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

/// A workshop in Nabeul, a shop in Lyon, and what they have to do with each other.
pub struct Scene {
    pub maker: Actor,
    pub buyer: Actor,
    pub tableware: CollectionId,
    /// From 24 pieces, in packs of 12, 12.500 TND, in the collection.
    pub plate: ProductId,
    /// From 10 pieces, one by one, 30.000 TND, in no collection.
    pub bowl: ProductId,
    pub request: RequestId,
}

impl Scene {
    pub async fn new(app: &TestApp) -> Self {
        let maker = app.maker("Atelier Nabeul").await;
        let buyer = app.buyer("Maison Claire").await;
        let (own, other) = (maker.organisation, buyer.organisation);
        let (tableware, plate, bowl) = app
            .write(move |tx| {
                profile(tx, own, true)?;
                let tableware = collection(tx, own, "Tableware")?;
                let plate = product(tx, own, Some(tableware), "Blue plate", (12_500, 24, 12))?;
                let bowl = product(tx, own, None, "Olive wood bowl", (30_000, 10, 1))?;
                Ok((tableware, plate, bowl))
            })
            .await;
        let request = app.write(move |tx| request(tx, other)).await;
        Self { maker, buyer, tableware, plate, bowl, request }
    }

    /// The maker's first offer: 48 plates at 12.500 TND and 10 bowls at 30.000 TND.
    pub fn offer(&self) -> Value {
        json!({
            "request": self.request,
            "lines": [
                { "product": self.plate, "quantity": 48, "unit_price": { "amount": "12.500", "currency": "TND" } },
                { "product": self.bowl, "quantity": 10, "unit_price": { "amount": "30", "currency": "TND" } },
            ],
            "incoterm": "FOB", "by_sea": true, "named_place": "Radès",
            "lead_time_days": 45, "valid_until": "2026-03-31", "note": "Half in advance.",
        })
    }

    pub async fn quote(&self) -> i64 {
        let answer = self.maker.post_json("/api/v1/quotes", &self.offer()).await;
        answer.expect(201).json()["id"].as_i64().unwrap()
    }

    /// The same offer about another request of the buyer.
    pub async fn another_quote(&self, app: &TestApp) -> i64 {
        let buyer = self.buyer.organisation;
        let mut offer = self.offer();
        offer["request"] = json!(app.write(move |tx| request(tx, buyer)).await);
        self.maker.post_json("/api/v1/quotes", &offer).await.expect(201).json()["id"].as_i64().unwrap()
    }

    pub async fn accepted_quote(&self) -> i64 {
        let quote = self.quote().await;
        let path = format!("/api/v1/quotes/{quote}/accept");
        self.buyer.post_json(&path, &json!({ "number": 1 })).await.expect(200);
        quote
    }

    /// An agreement between this maker and a buyer about shops in France, 2026, with changes to it.
    pub fn agreement_with(&self, partner: &Actor, changes: Value) -> Value {
        let mut form = json!({
            "counterparty": partner.slug, "title": format!("Distribution by {}", partner.slug),
            "territory": ["FR"], "channel": "shops", "exclusive": true, "collections": [],
            "starts_on": "2026-03-02", "ends_on": "2026-12-31",
            "terms": "Half in advance.\nEight weeks.", "terms_language": "en",
        });
        for (key, value) in changes.as_object().unwrap() {
            form[key] = value.clone();
        }
        form
    }

    pub async fn drafted(&self, partner: &Actor, changes: Value) -> i64 {
        let form = self.agreement_with(partner, changes);
        let answer = self.maker.post_json("/api/v1/agreements", &form).await;
        answer.expect(201).json()["id"].as_i64().unwrap()
    }

    pub async fn proposed(&self, partner: &Actor, changes: Value) -> i64 {
        let id = self.drafted(partner, changes).await;
        self.maker.post_json(&format!("/api/v1/agreements/{id}/propose"), &json!({})).await.expect(200);
        id
    }

    pub async fn signed(&self, partner: &Actor, changes: Value) -> i64 {
        let id = self.proposed(partner, changes).await;
        sign(&self.maker, id).await.expect(200);
        sign(partner, id).await.expect(200);
        id
    }

    pub fn order(&self, agreement: i64) -> Value {
        json!({
            "agreement": agreement,
            "lines": [{ "product": self.plate, "quantity": 36, "unit_price": { "amount": "12.500", "currency": "TND" } }],
            "incoterm": "FCA", "named_place": "Nabeul", "destination": "FR",
        })
    }

    pub async fn ordered(&self, by: &Actor, agreement: i64) -> i64 {
        let answer = by.post_json("/api/v1/deals", &self.order(agreement)).await;
        answer.expect(201).json()["id"].as_i64().unwrap()
    }
}

/// Signs what the page shows.
pub async fn sign(actor: &Actor, id: i64) -> crate::support::Answer {
    let path = format!("/api/v1/agreements/{id}");
    let hash = actor.get(&path).await.expect(200).json()["terms_hash"].clone();
    actor.post_json(&format!("{path}/sign"), &json!({ "name": "In person", "terms_hash": hash })).await
}

fn english(text: &str) -> Json<Wording> {
    Wording::in_language(Language::En, text).into()
}

pub fn profile(tx: &mut Write<'_>, maker: OrganisationId, exports_itself: bool) -> Result<()> {
    let now = tx.now();
    diesel::delete(maker_profiles::table.find(maker)).execute(&mut **tx)?;
    diesel::insert_into(maker_profiles::table)
        .values((
            maker_profiles::maker_id.eq(maker),
            maker_profiles::place.eq(english("Nabeul")),
            maker_profiles::crafts.eq(Json::from(vec!["ceramics".to_owned()])),
            maker_profiles::story.eq(english("Plates since 1962.")),
            maker_profiles::exports_itself.eq(exports_itself),
            maker_profiles::currency.eq(Currency::parse("TND").unwrap()),
            maker_profiles::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

fn collection(tx: &mut Write<'_>, maker: OrganisationId, title: &str) -> Result<CollectionId> {
    let now = tx.now();
    Ok(diesel::insert_into(collections::table)
        .values((
            collections::maker_id.eq(maker),
            collections::slug.eq(fondouk::accounts::slug_for(title)),
            collections::title.eq(english(title)),
            collections::story.eq(english("Thrown and painted by hand.")),
            collections::status.eq(Status::Published),
            collections::created_at.eq(now),
            collections::updated_at.eq(now),
            collections::published_at.eq(now),
        ))
        .returning(collections::id)
        .get_result(&mut **tx)?)
}

pub fn product(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    collection: Option<CollectionId>,
    title: &str,
    (price_minor, moq, multiple): (i64, i64, i64),
) -> Result<ProductId> {
    let now = tx.now();
    Ok(diesel::insert_into(products::table)
        .values((
            products::maker_id.eq(maker),
            products::collection_id.eq(collection),
            products::slug.eq(format!("{}-{maker}", fondouk::accounts::slug_for(title))),
            products::title.eq(english(title)),
            products::description.eq(english(title)),
            products::craft.eq("ceramics"),
            products::materials.eq(Json::from(Vec::<String>::new())),
            products::techniques.eq(Json::from(Vec::<String>::new())),
            products::price_minor.eq(price_minor),
            products::currency.eq(Currency::parse("TND").unwrap()),
            products::moq.eq(moq),
            products::order_multiple.eq(multiple),
            products::lead_time_days.eq(30),
            products::hs_code.eq("691200"),
            products::origin.eq("TN"),
            products::status.eq(Status::Published),
            products::created_at.eq(now),
            products::updated_at.eq(now),
            products::published_at.eq(now),
        ))
        .returning(products::id)
        .get_result(&mut **tx)?)
}

pub fn request(tx: &mut Write<'_>, buyer: OrganisationId) -> Result<RequestId> {
    let now = tx.now();
    Ok(diesel::insert_into(sourcing_requests::table)
        .values((
            sourcing_requests::buyer_id.eq(buyer),
            sourcing_requests::title.eq("Tableware for the summer"),
            sourcing_requests::wanted.eq("Blue plates and wooden bowls"),
            sourcing_requests::language.eq(Language::En),
            sourcing_requests::crafts.eq(Json::from(vec!["ceramics".to_owned()])),
            sourcing_requests::materials.eq(Json::from(Vec::<String>::new())),
            sourcing_requests::quantity.eq(50),
            sourcing_requests::destination.eq("FR"),
            sourcing_requests::channel.eq(Channel::Shops),
            sourcing_requests::needed_by.eq(Date::from_ymd_opt(2026, 6, 1).unwrap()),
            sourcing_requests::answers_by.eq(Date::from_ymd_opt(2026, 6, 1).unwrap()),
            sourcing_requests::status.eq(RequestStatus::Open),
            sourcing_requests::created_at.eq(now),
            sourcing_requests::updated_at.eq(now),
            sourcing_requests::opened_at.eq(now),
        ))
        .returning(sourcing_requests::id)
        .get_result(&mut **tx)?)
}
