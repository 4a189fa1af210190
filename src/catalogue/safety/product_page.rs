//! What a maker notes of a product's safety, on the bench.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::lacking::lacks;
use super::set::read_sets;
use super::{ProductSafetyForm, own_safety, store};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::workshop::crumbs_below;
use crate::catalogue::{Subject, products};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::ProductId;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/products/{id}/safety", AnyMaker, "note a product's safety", show),
        Route::post("/workshop/products/{id}/safety", AnyMaker, "note a product's safety", save),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/safety/product.html")]
struct ProductSafetyPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 4],
    id: ProductId,
    missing: Vec<String>,
    default: Option<String>,
    choices: Vec<Choice>,
    form: FormView,
}

async fn render<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: ProductId,
    form: Option<&ProductSafetyForm>,
    problems: Problems,
) -> Result<ProductSafetyPage<'a>> {
    let (by, today) = (by.clone(), house.today());
    let read = move |conn: &mut DbConnection| {
        let product = products::own(conn, &by, id)?;
        let noted = store::product_safety(conn, &[id])?.pop();
        let set = read_sets(conn, std::slice::from_ref(&product), today)?.pop().ok_or(Error::NotFound)?;
        Ok((product, noted, set, own_safety(conn, by.organisation)?))
    };
    let (product, noted, set, own) = house.db.read(read).await?;
    let default = own.manufacturer.as_ref().and_then(|one| one.responsible_id);
    let default = own.responsible.iter().find(|one| Some(one.id) == default);
    let form = form.cloned().or_else(|| noted.as_ref().map(ProductSafetyForm::of)).unwrap_or_default();
    Ok(ProductSafetyPage {
        page,
        crumbs: crumbs_below(page, &product, "safety-product-title"),
        id,
        missing: lacks(&set, None).into_iter().map(|lack| page.term("safety-lack", lack)).collect(),
        default: default.map(|one| one.name.clone()),
        choices: own
            .responsible
            .iter()
            .map(|one| Choice::new(one.id.to_string(), one.name.as_str()))
            .collect(),
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
    input: Input<ProductSafetyForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| super::set_product_safety(tx, &by, id, &wanted)).await {
        Ok(_) => Ok(page.see_other(&Subject::Product(id).bench(), Some("notice-safety-saved"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&render(&house, &page, &maker, id, Some(&form), problems).await?)
        }
        Err(error) => Err(error),
    }
}
