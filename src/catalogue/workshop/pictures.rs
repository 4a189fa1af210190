//! One picture on the maker's bench: its caption, its place, or away with it.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{AnyMaker, Member};
use crate::catalogue::history;
use crate::catalogue::shelf::PictureShown;
use crate::catalogue::{PictureForm, pictures, store};
use crate::error::{Error, Result};
use crate::ids::PictureId;
use crate::locale::RawWording;
use crate::web::{Access, Crumb, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/pictures/{id}", AnyMaker, "edit a picture", show),
        Route::post("/workshop/pictures/{id}", AnyMaker, "edit a picture", save),
        Route::post("/workshop/pictures/{id}/delete", AnyMaker, "delete a picture", delete),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/workshop_picture.html")]
struct PicturePage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    id: PictureId,
    shown: PictureShown,
    form: FormView,
    of: usize,
}

async fn picture_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: PictureId,
    form: Option<&PictureForm>,
) -> Result<PicturePage<'a>> {
    let maker = by.organisation;
    let read = move |conn: &mut crate::db::DbConnection| {
        let picture = store::picture(conn, id)?;
        let subject = picture.subject().filter(|_| picture.maker_id == maker).ok_or(Error::NotFound)?;
        let all = store::pictures_of(conn, subject)?;
        Ok((picture, subject, all))
    };
    let (picture, subject, all) = house.db.read(read).await?;
    let place = all.iter().position(|other| other.id == id).unwrap_or(0) + 1;
    let as_it_is = PictureForm { caption: RawWording::from(&*picture.caption), position: place.into() };
    Ok(PicturePage {
        page,
        crumbs: vec![
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new(subject.bench(), page.say("form-back")),
            Crumb::new("", page.say("photo-title")),
        ],
        id,
        shown: PictureShown::large(page, &picture),
        form: FormView::new(page.language(), form.unwrap_or(&as_it_is)),
        of: all.len(),
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<PictureId>,
) -> Result<HttpResponse> {
    page.show(&picture_page(&house, &page, &maker, *id, None).await?)
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<PictureId>,
    input: Input<PictureForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (id.into_inner(), input.into_inner(), maker.clone());
    let (limits, wanted) = (house.settings.limits.clone(), form.clone());
    let work = move |tx: &mut crate::db::Write<'_>| {
        let picture = pictures::edit_picture(tx, &by, &limits, id, &wanted)?;
        let subject = picture.subject().ok_or(Error::NotFound)?;
        Ok((subject, history::just_changed(tx, subject)?))
    };
    match house.db.write(work).await {
        Ok((subject, undo)) => {
            let (back, undo) = (format!("{}#pictures", subject.bench()), undo.map(|id| id.0));
            Ok(page.see_other_undoable(&back, "notice-picture-saved", undo))
        }
        Err(Error::Invalid(problems)) => {
            let mut again = picture_page(&house, &page, &maker, id, Some(&form)).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

async fn delete(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<PictureId>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut crate::db::Write<'_>| {
        let subject = pictures::delete_picture(tx, &maker, *id)?;
        Ok((subject, history::just_changed(tx, subject)?))
    };
    let (subject, undo) = house.db.write(work).await?;
    let (back, undo) = (format!("{}#pictures", subject.bench()), undo.map(|id| id.0));
    Ok(page.see_other_undoable(&back, "notice-picture-deleted", undo))
}
