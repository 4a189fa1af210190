//! Unsaved forms on the maker's bench: found again, gone on with, thrown away; and what somebody else changed meanwhile.

use actix_web::{HttpResponse, web};

use super::collections::{self, CollectionPage};
use super::products::{self, ProductPage};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::drafts::{
    Clash, Draft, Drafted, Kind, Merged, draft, keep_draft, merge, throw_away_draft,
};
use crate::catalogue::{CollectionForm, ProductForm};
use crate::clock::Time;
use crate::error::Result;
use crate::ids::{CollectionId, ProductId};
use crate::web::{Access, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    const KEEP: [&str; 2] = ["keep a product's draft", "keep a collection's draft"];
    const SEE: [&str; 2] = ["see a product's draft", "see a collection's draft"];
    const THROW: [&str; 2] = ["throw a product's draft away", "throw a collection's draft away"];
    vec![
        Route::get("/workshop/products/new/draft", AnyMaker, SEE[0], show_new_product),
        Route::post("/workshop/products/new/draft", AnyMaker, KEEP[0], keep_new::<ProductForm>),
        Route::post("/workshop/products/new/draft/delete", AnyMaker, THROW[0], throw_new::<ProductForm>),
        Route::get("/workshop/products/{id}/draft", AnyMaker, SEE[0], show_product),
        Route::post("/workshop/products/{id}/draft", AnyMaker, KEEP[0], keep_one::<ProductForm>),
        Route::post("/workshop/products/{id}/draft/delete", AnyMaker, THROW[0], throw_one::<ProductForm>),
        Route::get("/workshop/collections/new/draft", AnyMaker, SEE[1], show_new_collection),
        Route::post("/workshop/collections/new/draft", AnyMaker, KEEP[1], keep_new::<CollectionForm>),
        Route::post(
            "/workshop/collections/new/draft/delete",
            AnyMaker,
            THROW[1],
            throw_new::<CollectionForm>,
        ),
        Route::get("/workshop/collections/{id}/draft", AnyMaker, SEE[1], show_collection),
        Route::post("/workshop/collections/{id}/draft", AnyMaker, KEEP[1], keep_one::<CollectionForm>),
        Route::post(
            "/workshop/collections/{id}/draft/delete",
            AnyMaker,
            THROW[1],
            throw_one::<CollectionForm>,
        ),
    ]
}

/// What a bench says about unsaved changes.
#[derive(Debug)]
pub(super) struct Kept {
    id: Option<i64>,
    /// Where the form's draft is on the pages, and for the script.
    pub page: String,
    api: String,
    /// When the draft was kept that waits to be gone on with.
    pub found: Option<String>,
    /// The form shows the draft.
    pub continued: bool,
    pub merged: Option<ShownMerge>,
}

#[derive(Debug)]
pub(super) struct ShownMerge {
    pub last: Option<(String, Time)>,
    pub clashes: Vec<Clash>,
    pub taken: Vec<String>,
}

impl<F> From<Merged<F>> for ShownMerge {
    fn from(merged: Merged<F>) -> Self {
        Self { last: merged.last, clashes: merged.clashes, taken: merged.taken }
    }
}

/// The form's own page.
fn form_page<F: Drafted>(id: Option<i64>) -> String {
    match (id, F::KIND) {
        (Some(id), _) => F::subject(id).bench(),
        (None, Kind::Product) => "/workshop/products/new".to_owned(),
        (None, Kind::Collection) => "/workshop/collections/new".to_owned(),
    }
}

impl Kept {
    pub fn of<F: Drafted>(id: Option<i64>) -> Self {
        let api = match id {
            Some(id) => format!("/api/v1/{}s/{id}/draft", F::KIND),
            None => format!("/api/v1/workshop/drafts/{}", F::KIND),
        };
        let page = format!("{}/draft", form_page::<F>(id));
        Self { id, page, api, found: None, continued: false, merged: None }
    }

    /// Is there one that waits?
    pub async fn look<F: Drafted>(&mut self, house: &House, page: &Page, by: &Member) -> Result<()> {
        let found = find::<F>(house, by, self.id).await?;
        self.found = found.map(|draft| page.moment(&draft.kept_at));
        Ok(())
    }

    /// Where a script keeps what is typed. What waits is not written over before somebody has looked at it.
    pub fn script(&self) -> &str {
        if self.found.is_some() { "" } else { &self.api }
    }
}

async fn find<F: Drafted>(house: &House, by: &Member, id: Option<i64>) -> Result<Option<Draft<F>>> {
    let by = by.clone();
    house.db.read(move |conn| draft::<F>(conn, &by, id)).await
}

/// What somebody has written over another version than the present one.
pub(super) async fn changed_meanwhile<F: Drafted>(
    house: &House,
    page: &Page,
    by: &Member,
    id: i64,
    form: &F,
) -> Result<Option<Merged<F>>> {
    let (by, language, form) = (by.clone(), page.language(), form.clone());
    house.db.read(move |conn| merge(conn, &by, language, id, &form)).await
}

/// The draft as the form shall show it, and what changed since it was begun.
async fn go_on<F: Drafted>(
    house: &House,
    page: &Page,
    by: &Member,
    id: Option<i64>,
) -> Result<Option<(F, Option<ShownMerge>)>> {
    let Some(found) = find::<F>(house, by, id).await? else { return Ok(None) };
    let Some(id) = id else { return Ok(Some((found.form, None))) };
    Ok(Some(match changed_meanwhile(house, page, by, id, &found.form).await? {
        Some(merged) => (merged.form.clone(), Some(merged.into())),
        None => (found.form, None),
    }))
}

async fn product_draft(
    house: &House,
    page: &Page,
    by: &Member,
    id: Option<ProductId>,
) -> Result<HttpResponse> {
    let plain = id.map(|id| id.0);
    let Some((form, merged)) = go_on::<ProductForm>(house, page, by, plain).await? else {
        return Ok(page.see_other(&form_page::<ProductForm>(plain), None));
    };
    let bench = products::bench(house, by, id).await?;
    let mut shown = ProductPage::new(house, page, by, bench, &form);
    (shown.kept.continued, shown.kept.merged) = (true, merged);
    page.show(&shown)
}

async fn collection_draft(
    house: &House,
    page: &Page,
    by: &Member,
    id: Option<CollectionId>,
) -> Result<HttpResponse> {
    let plain = id.map(|id| id.0);
    let Some((form, merged)) = go_on::<CollectionForm>(house, page, by, plain).await? else {
        return Ok(page.see_other(&form_page::<CollectionForm>(plain), None));
    };
    let bench = match id {
        Some(id) => collections::bench(house, by, id).await?,
        None => collections::Bench::default(),
    };
    let mut shown = CollectionPage::new(house, page, by, bench, &form);
    (shown.kept.continued, shown.kept.merged) = (true, merged);
    page.show(&shown)
}

async fn show_new_product(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    product_draft(&house, &page, &maker, None).await
}

async fn show_product(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    product_draft(&house, &page, &maker, Some(*id)).await
}

async fn show_new_collection(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    collection_draft(&house, &page, &maker, None).await
}

async fn show_collection(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    collection_draft(&house, &page, &maker, Some(*id)).await
}

async fn keep<F: Drafted>(
    house: &House,
    page: &Page,
    by: AnyMaker,
    id: Option<i64>,
    form: F,
) -> Result<HttpResponse> {
    house.db.write(move |tx| keep_draft(tx, &by, id, &form).map(drop)).await?;
    Ok(page.see_other(&form_page::<F>(id), Some("notice-draft-kept")))
}

async fn keep_new<F: Drafted>(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<F>,
) -> Result<HttpResponse> {
    keep(&house, &page, maker, None, input.into_inner()).await
}

async fn keep_one<F: Drafted>(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<i64>,
    input: Input<F>,
) -> Result<HttpResponse> {
    keep(&house, &page, maker, Some(*id), input.into_inner()).await
}

async fn throw<F: Drafted>(
    house: &House,
    page: &Page,
    by: AnyMaker,
    id: Option<i64>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| throw_away_draft::<F>(tx, &by, id)).await?;
    Ok(page.see_other(&form_page::<F>(id), Some("notice-draft-thrown")))
}

async fn throw_new<F: Drafted>(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    throw::<F>(&house, &page, maker, None).await
}

async fn throw_one<F: Drafted>(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<i64>,
) -> Result<HttpResponse> {
    throw::<F>(&house, &page, maker, Some(*id)).await
}
