//! Products for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::accounts::{self, AnyMaker, Maker, Viewer};
use crate::catalogue::store::{self, ProductFilter};
use crate::catalogue::views::{self, ProductView};
use crate::catalogue::{Audience, ProductForm, Status, TermsForm, copies, products, terms, vocabulary};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::ids::{CollectionId, ProductId};
use crate::input::{Fields, Raw};
use crate::web::{Access, House, Input, Listed, Listing, Nothing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/products", Anyone, "browse products", list)
            .asks::<ProductQuery>()
            .gives::<Listed<ProductView>>(200),
        Route::post("/api/v1/products", AnyMaker, "create a product", create)
            .takes::<ProductForm>()
            .gives::<ProductView>(201),
        Route::get("/api/v1/products/{id}", Anyone, "see a product", show).gives::<ProductView>(200),
        Route::put("/api/v1/products/{id}", AnyMaker, "edit a product", edit)
            .takes::<ProductForm>()
            .gives::<ProductView>(200),
        Route::post("/api/v1/products/{id}/publish", Maker, "publish a product", publish)
            .takes::<Nothing>()
            .gives::<ProductView>(200),
        Route::post("/api/v1/products/{id}/withdraw", AnyMaker, "withdraw a product", withdraw)
            .takes::<Nothing>()
            .gives::<ProductView>(200),
        Route::post("/api/v1/products/{id}/copy", AnyMaker, "copy a product", copy)
            .takes::<Nothing>()
            .gives::<ProductView>(201),
        Route::get("/api/v1/products/{id}/terms", AnyMaker, "set a product's terms", show_terms)
            .gives::<TermsForm>(200),
        Route::put("/api/v1/products/{id}/terms", AnyMaker, "set a product's terms", edit_terms)
            .takes::<TermsForm>()
            .gives::<ProductView>(200),
        Route::get("/api/v1/workshop/products", AnyMaker, "list one's products", list_own)
            .asks::<WorkshopQuery>()
            .gives::<Listed<ProductView>>(200),
    ]
}

/// Which products to browse.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ProductQuery {
    /// Country of origin, ISO 3166-1 alpha-2.
    pub country: Raw,
    /// A key of `/api/v1/crafts`.
    pub craft: Raw,
    /// A key of `/api/v1/materials`.
    pub material: Raw,
    /// A key of `/api/v1/techniques`.
    pub technique: Raw,
    /// A maker's slug.
    pub maker: Raw,
    /// A collection's id.
    pub collection: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl ProductQuery {
    /// Reads the words; the maker is looked up later.
    pub(in crate::catalogue) fn check(&self) -> Result<ProductFilter> {
        let mut fields = Fields::new();
        let mut known = |field: &str, raw: &Raw, is_known: fn(&str) -> bool| {
            let key = fields.optional_text(field, raw, 40)?;
            if fields.is_sound(field) && !is_known(&key) {
                fields.problem(field, Message::new("problem-unknown-key").with("key", key.as_str()));
            }
            Some(key)
        };
        let filter = ProductFilter {
            craft: known("craft", &self.craft, vocabulary::is_craft),
            material: known("material", &self.material, vocabulary::is_material),
            technique: known("technique", &self.technique, vocabulary::is_technique),
            country: fields.optional_country("country", &self.country),
            collection: fields.optional_whole("collection", &self.collection, 1..=i64::MAX).map(CollectionId),
            maker: None,
            audience: Audience::default(),
        };
        fields.done(filter)
    }

    /// Looks up the maker; one that nobody knows has no products.
    pub(in crate::catalogue) fn with_maker(
        conn: &mut DbConnection,
        slug: &str,
        mut filter: ProductFilter,
    ) -> Result<ProductFilter> {
        if !slug.is_empty() {
            let maker = accounts::organisation_by_slug(conn, slug).map_err(|error| match error {
                Error::NotFound => Error::invalid("maker", "problem-maker-unknown"),
                other => other,
            })?;
            filter.maker = Some(maker.id);
        }
        // What a collection that is not on show holds is not told by listing it.
        if let Some(collection) = filter.collection {
            let collection = store::collection(conn, collection)?;
            let maker = accounts::organisation(conn, collection.maker_id)?;
            if !collection.is_public(&maker) {
                return Err(Error::NotFound);
            }
        }
        Ok(filter)
    }
}

/// Which of one's own products to list.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct WorkshopQuery {
    /// `draft`, `published` or `withdrawn`.
    pub status: Raw,
    /// A collection's id.
    pub collection: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl WorkshopQuery {
    pub(in crate::catalogue) fn check(&self) -> Result<(Option<Status>, Option<CollectionId>)> {
        let mut fields = Fields::new();
        let status = (!self.status.is_blank()).then(|| fields.choice("status", &self.status));
        let collection =
            fields.optional_whole("collection", &self.collection, 1..=i64::MAX).map(CollectionId);
        fields.done((status, collection))
    }
}

async fn list(
    house: web::Data<House>,
    Viewer(viewer): Viewer,
    Query(query): Query<ProductQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (filter, today) = (query.check()?, house.today());
    let maker = query.maker.trimmed().to_owned();
    let answer = house
        .db
        .read(move |conn| {
            let mut filter = ProductQuery::with_maker(conn, &maker, filter)?;
            filter.audience = Audience::of(viewer.as_ref());
            let listed =
                listing.page(store::published_products(conn, &filter, listing)?, |product| product.id.0);
            let items = views::product_views(conn, viewer.as_ref(), listed.items, today)?;
            Ok(Listed { items, next: listed.next })
        })
        .await?;
    Ok(HttpResponse::Ok().json(answer))
}

async fn list_own(
    house: web::Data<House>,
    maker: AnyMaker,
    Query(query): Query<WorkshopQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (status, collection) = query.check()?;
    let today = house.today();
    let answer = house
        .db
        .read(move |conn| {
            let rows = store::products_of_maker(conn, maker.organisation, status, collection, listing)?;
            let listed = listing.page(rows, |product| product.id.0);
            let items = views::product_views(conn, Some(&maker), listed.items, today)?;
            Ok(Listed { items, next: listed.next })
        })
        .await?;
    Ok(HttpResponse::Ok().json(answer))
}

async fn show(
    house: web::Data<House>,
    Viewer(viewer): Viewer,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let product = store::product(conn, *id)?;
        views::product_view(conn, viewer.as_ref(), product, today)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn create(house: web::Data<House>, maker: AnyMaker, input: Input<ProductForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let product = products::create_product(tx, &maker, &form)?;
        let today = tx.today();
        views::product_view(tx, Some(&maker), product, today)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn edit(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<ProductForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let product = products::edit_product(tx, &maker, *id, &form)?;
        let today = tx.today();
        views::product_view(tx, Some(&maker), product, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn publish(
    house: web::Data<House>,
    maker: Maker,
    id: web::Path<ProductId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        let product = products::publish_product(tx, &maker, *id)?;
        let today = tx.today();
        views::product_view(tx, Some(&maker), product, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn withdraw(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        let product = products::withdraw_product(tx, &maker, *id)?;
        let today = tx.today();
        views::product_view(tx, Some(&maker), product, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn copy(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        let product = copies::copy_product(tx, &maker, *id)?;
        let today = tx.today();
        views::product_view(tx, Some(&maker), product, today)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

/// The terms as they would be sent to keep them.
async fn show_terms(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let (product, variants) = terms::read(conn, &maker, *id)?;
        Ok(TermsForm::of(&product, &variants))
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn edit_terms(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<TermsForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let product = terms::set_terms(tx, &maker, *id, &form)?;
        let today = tx.today();
        views::product_view(tx, Some(&maker), product, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
