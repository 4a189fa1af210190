//! The calendar for people.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{Period, PeriodForm, add_period, calendar, delete_period};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::shelf::title_or;
use crate::catalogue::{Product, products_of_maker};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::PeriodId;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Route};

/// Products to choose from: more make no list that anybody reads.
const MOST_CHOICES: i64 = 500;

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/calendar", AnyMaker, "see one's calendar", show),
        Route::post("/workshop/calendar", AnyMaker, "add to one's calendar", add),
        Route::post("/workshop/calendar/{id}/delete", AnyMaker, "take out of one's calendar", delete),
    ]
}

struct Row {
    id: PeriodId,
    from: Date,
    until: Date,
    what: String,
    makes: String,
    closed: bool,
    note: String,
}

#[derive(Template)]
#[template(path = "catalogue/calendar.html")]
struct CalendarPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    rows: Vec<Row>,
    products: Vec<Choice>,
    form: FormView,
}

async fn render<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    form: &PeriodForm,
    problems: Problems,
) -> Result<CalendarPage<'a>> {
    let (by, today) = (by.clone(), house.today());
    let read = move |conn: &mut DbConnection| {
        let listing = Listing { before: i64::MAX, limit: MOST_CHOICES };
        let products = products_of_maker(conn, by.organisation, None, None, listing)?;
        Ok((calendar(conn, &by, today)?, products))
    };
    let (periods, products) = house.db.read(read).await?;
    Ok(CalendarPage {
        page,
        crumbs: vec![
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("", page.say("calendar-title")),
        ],
        rows: periods.into_iter().map(|period| row(page, period, &products)).collect(),
        products: products
            .iter()
            .map(|product| {
                Choice::new(product.id.to_string(), title_or(page, &product.title, "product-untitled"))
            })
            .collect(),
        form: FormView::new(page.language(), form).with_problems(problems),
    })
}

fn row(page: &Page, period: Period, products: &[Product]) -> Row {
    let product = period.product_id.and_then(|id| products.iter().find(|product| product.id == id));
    Row {
        id: period.id,
        from: period.starts_on,
        until: period.ends_on,
        what: match (period.product_id, product) {
            (None, _) => page.say("calendar-all").to_string(),
            (Some(_), Some(product)) => title_or(page, &product.title, "product-untitled"),
            (Some(_), None) => page.say("product-untitled").to_string(),
        },
        closed: period.is_closed(),
        makes: match period.is_closed() {
            true => page.say("calendar-closed").to_string(),
            false => page.say("unit-per-week").with("amount", page.pieces(period.weekly)).to_string(),
        },
        note: period.note,
    }
}

async fn show(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&render(&house, &page, &maker, &PeriodForm::default(), Problems::new()).await?)
}

async fn add(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<PeriodForm>,
) -> Result<HttpResponse> {
    let (form, by) = (input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| add_period(tx, &by, &wanted)).await {
        Ok(_) => Ok(page.see_other("/workshop/calendar", Some("notice-calendar-changed"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&render(&house, &page, &maker, &form, problems).await?)
        }
        Err(error) => Err(error),
    }
}

async fn delete(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<PeriodId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| delete_period(tx, &maker, *id)).await?;
    Ok(page.see_other("/workshop/calendar", Some("notice-calendar-changed")))
}
