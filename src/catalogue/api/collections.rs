//! Collections for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::accounts::{self, AnyMaker, Maker, Viewer};
use crate::catalogue::copies::{CollectionCopyForm, copy_collection};
use crate::catalogue::store;
use crate::catalogue::views::{self, CollectionView};
use crate::catalogue::{Collection, CollectionForm, collections, vocabulary};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::ids::CollectionId;
use crate::input::{Fields, Raw};
use crate::web::{Access, House, Input, Listed, Listing, Nothing, Paging, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/collections", Anyone, "browse collections", list)
            .asks::<CollectionQuery>()
            .gives::<Listed<CollectionView>>(200),
        Route::post("/api/v1/collections", AnyMaker, "create a collection", create)
            .takes::<CollectionForm>()
            .gives::<CollectionView>(201),
        Route::get("/api/v1/collections/{id}", Anyone, "see a collection", show).gives::<CollectionView>(200),
        Route::put("/api/v1/collections/{id}", AnyMaker, "edit a collection", edit)
            .takes::<CollectionForm>()
            .gives::<CollectionView>(200),
        Route::post("/api/v1/collections/{id}/publish", Maker, "publish a collection", publish)
            .takes::<Nothing>()
            .gives::<CollectionView>(200),
        Route::post("/api/v1/collections/{id}/withdraw", AnyMaker, "withdraw a collection", withdraw)
            .takes::<Nothing>()
            .gives::<CollectionView>(200),
        Route::post("/api/v1/collections/{id}/copy", AnyMaker, "copy a collection", copy)
            .takes::<CollectionCopyForm>()
            .gives::<CollectionView>(201),
        Route::get("/api/v1/workshop/collections", AnyMaker, "list one's collections", list_own)
            .asks::<Paging>()
            .gives::<Listed<CollectionView>>(200),
    ]
}

/// Which collections to browse.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CollectionQuery {
    /// The maker's country, ISO 3166-1 alpha-2.
    pub country: Raw,
    /// A key of `/api/v1/crafts`: that of one of its products at least.
    pub craft: Raw,
    /// A maker's slug.
    pub maker: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl CollectionQuery {
    /// Country and craft, if they are asked for.
    pub(in crate::catalogue) fn check(&self) -> Result<(Option<String>, Option<String>)> {
        let mut fields = Fields::new();
        let country = fields.optional_country("country", &self.country);
        let craft = fields.optional_text("craft", &self.craft, 40);
        if let Some(key) = craft.as_deref().filter(|key| !vocabulary::is_craft(key)) {
            fields.problem("craft", Message::new("problem-unknown-key").with("key", key));
        }
        fields.done((country, craft))
    }

    /// What the query finds.
    pub(in crate::catalogue) fn find(
        conn: &mut DbConnection,
        (country, craft): &(Option<String>, Option<String>),
        maker: &str,
        listing: Listing,
    ) -> Result<Vec<Collection>> {
        let maker = match maker {
            "" => None,
            slug => Some(accounts::organisation_by_slug(conn, slug).map_err(|error| match error {
                Error::NotFound => Error::invalid("maker", "problem-maker-unknown"),
                other => other,
            })?),
        };
        let maker = maker.map(|maker| maker.id);
        store::public_collections(conn, maker, country.as_deref(), craft.as_deref(), listing)
    }
}

async fn list(
    house: web::Data<House>,
    Query(query): Query<CollectionQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let filter = query.check()?;
    let maker = query.maker.trimmed().to_owned();
    let answer = house
        .db
        .read(move |conn| {
            let rows = CollectionQuery::find(conn, &filter, &maker, listing)?;
            let listed = listing.page(rows, |collection| collection.id.0);
            Ok(Listed { items: views::collection_views(conn, listed.items)?, next: listed.next })
        })
        .await?;
    Ok(HttpResponse::Ok().json(answer))
}

async fn list_own(house: web::Data<House>, maker: AnyMaker, listing: Listing) -> Result<HttpResponse> {
    let answer = house
        .db
        .read(move |conn| {
            let rows = store::collections_of_maker(conn, maker.organisation, listing)?;
            let listed = listing.page(rows, |collection| collection.id.0);
            Ok(Listed { items: views::collection_views(conn, listed.items)?, next: listed.next })
        })
        .await?;
    Ok(HttpResponse::Ok().json(answer))
}

async fn show(
    house: web::Data<House>,
    Viewer(viewer): Viewer,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let collection = store::collection(conn, *id)?;
        views::collection_view(conn, viewer.as_ref(), collection)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn create(
    house: web::Data<House>,
    maker: AnyMaker,
    input: Input<CollectionForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let collection = collections::create_collection(tx, &maker, &form)?;
        views::collection_view(tx, Some(&maker), collection)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn edit(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<CollectionForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let collection = collections::edit_collection(tx, &maker, *id, &form)?;
        views::collection_view(tx, Some(&maker), collection)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn publish(
    house: web::Data<House>,
    maker: Maker,
    id: web::Path<CollectionId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        let collection = collections::publish_collection(tx, &maker, *id)?;
        views::collection_view(tx, Some(&maker), collection)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn withdraw(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        let collection = collections::withdraw_collection(tx, &maker, *id)?;
        views::collection_view(tx, Some(&maker), collection)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn copy(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<CollectionCopyForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let collection = copy_collection(tx, &maker, *id, &form)?;
        views::collection_view(tx, Some(&maker), collection)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}
