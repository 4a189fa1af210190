//! Who made a product, on the maker's bench.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::credit::RawCredit;
use super::{Artisan, CreditsForm, Did, artisans_of_maker, credits_of_products};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::workshop::crumbs_below;
use crate::catalogue::{Subject, products};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::ProductId;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route};

/// Empty rows behind those that are filled in: saving brings new ones.
const BLANK_ROWS: usize = 2;

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/products/{id}/people", AnyMaker, "say who made a product", show),
        Route::post("/workshop/products/{id}/people", AnyMaker, "say who made a product", save),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/people/credits.html")]
struct CreditsPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 4],
    id: ProductId,
    rows: Vec<String>,
    artisans: Vec<Choice>,
    parts: Vec<Choice>,
    form: FormView,
}

async fn render<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: ProductId,
    form: Option<&CreditsForm>,
    problems: Problems,
) -> Result<CreditsPage<'a>> {
    let by = by.clone();
    let read = move |conn: &mut DbConnection| {
        let product = products::own(conn, &by, id)?;
        let credits = credits_of_products(conn, &[id])?.remove(&id).unwrap_or_default();
        Ok((product, artisans_of_maker(conn, by.organisation)?, credits))
    };
    let (product, mut artisans, credits) = house.db.read(read).await?;
    let is_named = |artisan: &Artisan| credits.iter().any(|credit| credit.artisan.id == artisan.id);
    artisans.retain(|artisan| artisan.is_offered() || is_named(artisan));
    let mut form = form.cloned().unwrap_or_else(|| CreditsForm::of(&credits));
    let rows = form.credits.len() + BLANK_ROWS;
    form.credits.resize_with(rows, RawCredit::default);
    let name = |artisan: &Artisan| match artisan.erased_at {
        Some(_) => page.say("artisan-unnamed").to_string(),
        None => artisan.name.clone(),
    };
    Ok(CreditsPage {
        page,
        crumbs: crumbs_below(page, &product, "credits-title"),
        id,
        rows: (0..rows).map(|row| format!("credits[{row}]")).collect(),
        artisans: artisans.iter().map(|one| Choice::new(one.id.to_string(), name(one))).collect(),
        parts: page.choices("did", Did::WORDS),
        form: FormView::new(page.language(), &form).with_problems(problems),
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    page.show(&render(&house, &page, &maker, *id, None, Problems::new()).await?)
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<CreditsForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| super::set_credits(tx, &by, id, &wanted)).await {
        Ok(_) => Ok(page.see_other(&Subject::Product(id).bench(), Some("notice-credits-saved"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&render(&house, &page, &maker, id, Some(&form), problems).await?)
        }
        Err(error) => Err(error),
    }
}
