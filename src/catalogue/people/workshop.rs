//! A maker's people on pages of the workshop.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;

use super::artisan::{Artisan, Consent};
use super::portrait;
use super::{ArtisanForm, ErasureForm, store};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::pages::terms;
use crate::catalogue::vocabulary;
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::ArtisanId;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route, Upload};

const LIST: &str = "/workshop/people";

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get(LIST, AnyMaker, "list one's people", list),
        Route::get("/workshop/people/new", AnyMaker, "add somebody to one's people", ask),
        Route::post(LIST, AnyMaker, "add somebody to one's people", add),
        Route::get("/workshop/people/{id}", AnyMaker, "edit one of one's people", show),
        Route::post("/workshop/people/{id}", AnyMaker, "edit one of one's people", edit),
        Route::post("/workshop/people/{id}/portrait", AnyMaker, "set somebody's portrait", portray).uploads(),
        Route::post("/workshop/people/{id}/portrait/remove", AnyMaker, "remove somebody's portrait", hide),
        Route::post("/workshop/people/{id}/erase", AnyMaker, "erase one of one's people", erase),
    ]
}

struct Row {
    artisan: Artisan,
    role: String,
    pieces: String,
}

#[derive(Template)]
#[template(path = "catalogue/people/list.html")]
struct ListPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    rows: Vec<Row>,
}

async fn list(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    let own = maker.organisation;
    let read = move |conn: &mut DbConnection| {
        Ok((store::artisans_of_maker(conn, own)?, store::count_pieces(conn, own)?))
    };
    let (mut artisans, pieces): (Vec<Artisan>, HashMap<ArtisanId, i64>) = house.db.read(read).await?;
    artisans.retain(|artisan| artisan.erased_at.is_none());
    let row = |artisan: Artisan| {
        let count = pieces.get(&artisan.id).copied().unwrap_or(0);
        let pieces = page.say("artisan-pieces").with("count", count).with("shown", page.number(count));
        Row { role: artisan.role.best(page.language()).to_owned(), pieces: pieces.to_string(), artisan }
    };
    page.show(&ListPage {
        page: &page,
        crumbs: [
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("", page.say("artisans-title")),
        ],
        rows: artisans.into_iter().map(row).collect(),
    })
}

/// Who is there already, when they are changed.
struct Known {
    artisan: Artisan,
    consents: Vec<Consent>,
}

#[derive(Template)]
#[template(path = "catalogue/people/form.html")]
struct FormPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 3],
    title: String,
    action: String,
    known: Option<Known>,
    techniques: Vec<Choice>,
    form: FormView,
    sending: FormView,
    erasing: FormView,
}

impl<'a> FormPage<'a> {
    async fn read(
        house: &House,
        page: &'a Page,
        by: &Member,
        id: Option<ArtisanId>,
        form: Option<&ArtisanForm>,
    ) -> Result<Self> {
        let by = by.clone();
        let read = move |conn: &mut DbConnection| {
            let Some(id) = id else { return Ok(None) };
            Ok(Some(Known { artisan: super::own(conn, &by, id)?, consents: store::consents(conn, id)? }))
        };
        let known: Option<Known> = house.db.read(read).await?;
        let title = match &known {
            Some(known) => known.artisan.name.clone(),
            None => page.say("artisan-add").to_string(),
        };
        let stored = known.as_ref().map(|known| ArtisanForm::of(&known.artisan));
        let form = form.cloned().or(stored).unwrap_or_default();
        Ok(Self {
            page,
            crumbs: [
                Crumb::new("/workshop", page.say("nav-workshop")),
                Crumb::new(LIST, page.say("artisans-title")),
                Crumb::new("", &title),
            ],
            title,
            action: id.map_or_else(|| LIST.to_owned(), address),
            known,
            techniques: terms(page.language(), vocabulary::techniques()),
            form: FormView::new(page.language(), &form),
            sending: FormView::new(page.language(), &()),
            erasing: FormView::new(page.language(), &()),
        })
    }
}

fn address(id: ArtisanId) -> String {
    format!("{LIST}/{id}")
}

async fn ask(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&FormPage::read(&house, &page, &maker, None, None).await?)
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
) -> Result<HttpResponse> {
    page.show(&FormPage::read(&house, &page, &maker, Some(*id), None).await?)
}

async fn again(
    house: &House,
    page: &Page,
    by: &Member,
    id: Option<ArtisanId>,
    form: &ArtisanForm,
    problems: Problems,
) -> Result<HttpResponse> {
    let mut shown = FormPage::read(house, page, by, id, Some(form)).await?;
    shown.form = shown.form.with_problems(problems);
    page.show_again(&shown)
}

async fn add(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<ArtisanForm>,
) -> Result<HttpResponse> {
    let (form, by) = (input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| super::add_artisan(tx, &by, &wanted)).await {
        Ok(artisan) => Ok(page.see_other(&address(artisan.id), Some("notice-artisan-saved"))),
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, None, &form, problems).await,
        Err(error) => Err(error),
    }
}

async fn edit(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
    input: Input<ArtisanForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| super::edit_artisan(tx, &by, id, &wanted)).await {
        Ok(_) => Ok(page.see_other(LIST, Some("notice-artisan-saved"))),
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, Some(id), &form, problems).await,
        Err(error) => Err(error),
    }
}

async fn portray(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
    upload: Upload,
) -> Result<HttpResponse> {
    match portrait::receive(&house, &maker, *id, upload).await {
        Ok(()) => Ok(page.see_other(&address(*id), Some("notice-artisan-saved"))),
        Err(Error::Invalid(problems)) => {
            let mut shown = FormPage::read(&house, &page, &maker, Some(*id), None).await?;
            shown.sending = shown.sending.with_problems(problems);
            page.show_again(&shown)
        }
        Err(error) => Err(error),
    }
}

async fn hide(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
) -> Result<HttpResponse> {
    portrait::remove(&house, &maker, *id).await?;
    Ok(page.see_other(&address(*id), Some("notice-artisan-saved")))
}

async fn erase(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
    input: Input<ErasureForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    match house.db.write(move |tx| super::erase_artisan(tx, &by, id, &form)).await {
        Ok(left) => {
            portrait::delete(&house.files, left).await?;
            Ok(page.see_other(LIST, Some("notice-artisan-erased")))
        }
        Err(Error::Invalid(problems)) => {
            let mut shown = FormPage::read(&house, &page, &maker, Some(id), None).await?;
            shown.erasing = shown.erasing.with_problems(problems);
            page.show_again(&shown)
        }
        Err(error) => Err(error),
    }
}
