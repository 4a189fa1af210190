//! Where a maker is reached and who is responsible, on pages of the workshop.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::address::{Contact, Responsible, UNION};
use super::{ManufacturerForm, ResponsibleForm, own_responsible, own_safety};
use crate::accounts::{AnyMaker, Member};
use crate::error::{Error, Problems, Result};
use crate::ids::ResponsibleId;
use crate::locale;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route};

const HOME: &str = "/workshop/safety";
const LIST: &str = "/workshop/responsible-persons";

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get(HOME, AnyMaker, "say where one is reached", show),
        Route::post(HOME, AnyMaker, "say where one is reached", save),
        Route::get("/workshop/responsible-persons/new", AnyMaker, "add a responsible person", ask),
        Route::post(LIST, AnyMaker, "add a responsible person", add),
        Route::get("/workshop/responsible-persons/{id}", AnyMaker, "edit a responsible person", one),
        Route::post("/workshop/responsible-persons/{id}", AnyMaker, "edit a responsible person", edit),
        Route::post(
            "/workshop/responsible-persons/{id}/remove",
            AnyMaker,
            "remove a responsible person",
            remove,
        ),
    ]
}

struct Row {
    id: ResponsibleId,
    contact: Contact,
    postal: String,
    is_default: bool,
}

#[derive(Template)]
#[template(path = "catalogue/safety/workshop.html")]
struct HomePage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    rows: Vec<Row>,
    choices: Vec<Choice>,
    countries: Vec<Choice>,
    form: FormView,
}

async fn home<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    form: Option<&ManufacturerForm>,
    problems: Problems,
) -> Result<HomePage<'a>> {
    let own = by.organisation;
    let own = house.db.read(move |conn| own_safety(conn, own)).await?;
    let stored = own.manufacturer.as_ref().map(ManufacturerForm::of);
    let form = form.cloned().or(stored).unwrap_or_else(|| ManufacturerForm::blank(&by.country));
    let default = own.manufacturer.as_ref().and_then(|one| one.responsible_id);
    let row = |one: &Responsible| {
        let contact = Contact::from(one);
        Row {
            id: one.id,
            postal: contact.postal(page.language()),
            is_default: default == Some(one.id),
            contact,
        }
    };
    Ok(HomePage {
        page,
        crumbs: [Crumb::new("/workshop", page.say("nav-workshop")), Crumb::new("", page.say("safety-title"))],
        rows: own.responsible.iter().map(row).collect(),
        choices: own
            .responsible
            .iter()
            .map(|one| Choice::new(one.id.to_string(), one.name.as_str()))
            .collect(),
        countries: page.country_choices(),
        form: FormView::new(page.language(), &form).with_problems(problems),
    })
}

async fn show(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&home(&house, &page, &maker, None, Problems::new()).await?)
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<ManufacturerForm>,
) -> Result<HttpResponse> {
    let (form, by) = (input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| super::set_manufacturer(tx, &by, &wanted)).await {
        Ok(_) => Ok(page.see_other(HOME, Some("notice-safety-saved"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&home(&house, &page, &maker, Some(&form), problems).await?)
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "catalogue/safety/responsible.html")]
struct ResponsiblePage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 3],
    title: String,
    id: Option<ResponsibleId>,
    action: String,
    countries: Vec<Choice>,
    form: FormView,
}

async fn responsible<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: Option<ResponsibleId>,
    form: Option<&ResponsibleForm>,
    problems: Problems,
) -> Result<ResponsiblePage<'a>> {
    let by = by.clone();
    let known = match id {
        Some(id) => Some(house.db.read(move |conn| own_responsible(conn, &by, id)).await?),
        None => None,
    };
    let title = match &known {
        Some(known) => known.name.clone(),
        None => page.say("safety-responsible-add").to_string(),
    };
    let form = form.cloned().or_else(|| known.as_ref().map(ResponsibleForm::of)).unwrap_or_default();
    let mut countries: Vec<Choice> =
        UNION.iter().map(|code| Choice::new(*code, locale::country_name(code, page.language()))).collect();
    countries.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(ResponsiblePage {
        page,
        crumbs: [
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new(HOME, page.say("safety-title")),
            Crumb::new("", &title),
        ],
        title,
        id,
        action: id.map_or_else(|| LIST.to_owned(), |id| format!("{LIST}/{id}")),
        countries,
        form: FormView::new(page.language(), &form).with_problems(problems),
    })
}

async fn ask(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&responsible(&house, &page, &maker, None, None, Problems::new()).await?)
}

async fn one(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ResponsibleId>,
) -> Result<HttpResponse> {
    page.show(&responsible(&house, &page, &maker, Some(*id), None, Problems::new()).await?)
}

async fn put(
    house: &House,
    page: &Page,
    maker: &AnyMaker,
    id: Option<ResponsibleId>,
    form: ResponsibleForm,
) -> Result<HttpResponse> {
    let (by, wanted) = (maker.clone(), form.clone());
    let write = move |tx: &mut crate::db::Write<'_>| match id {
        None => super::add_responsible(tx, &by, &wanted),
        Some(id) => super::edit_responsible(tx, &by, id, &wanted),
    };
    match house.db.write(write).await {
        Ok(_) => Ok(page.see_other(HOME, Some("notice-safety-saved"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&responsible(house, page, maker, id, Some(&form), problems).await?)
        }
        Err(error) => Err(error),
    }
}

async fn add(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<ResponsibleForm>,
) -> Result<HttpResponse> {
    put(&house, &page, &maker, None, input.into_inner()).await
}

async fn edit(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ResponsibleId>,
    input: Input<ResponsibleForm>,
) -> Result<HttpResponse> {
    put(&house, &page, &maker, Some(*id), input.into_inner()).await
}

async fn remove(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ResponsibleId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| super::remove_responsible(tx, &maker, *id)).await?;
    Ok(page.see_other(HOME, Some("notice-safety-saved")))
}
