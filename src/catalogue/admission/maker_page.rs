//! A maker's checklist as officers see it: what is said, what is to be verified, and what may wait.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Serialize;

use super::lines::ShownLine;
use super::row::Mode;
use super::{RevokeForm, VerdictForm, WaiverForm, checklist};
use crate::accounts::{Officer, Organisation};
use crate::catalogue::certificates::Decision;
use crate::clusters::workshop;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Problems, Result};
use crate::files::StoredFile;
use crate::ids::{AdmissionRowId, Slug, WaiverId};
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route, WithPaper};

pub fn routes() -> Vec<Route> {
    use Access::Officer;
    vec![
        Route::get("/makers/{slug}/checklist", Officer, "see a maker's checklist", show),
        Route::post("/makers/{slug}/checklist/{id}/verdict", Officer, "verify a maker's row", decide)
            .uploads(),
        Route::post("/makers/{slug}/checklist/{id}/waiver", Officer, "waive a maker's row", waive),
        Route::post("/waivers/{id}/revoke", Officer, "revoke a waiver", revoke),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/admission/maker.html")]
struct MakerPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 3],
    maker: Organisation,
    lines: Vec<ShownLine>,
    decisions: Vec<Choice>,
    blank: FormView,
    again: FormView,
    again_row: Option<AdmissionRowId>,
}

impl MakerPage<'_> {
    fn form_of(&self, row: &AdmissionRowId) -> &FormView {
        if self.is_again(row) { &self.again } else { &self.blank }
    }

    /// Is this the row whose form was wrong?
    fn is_again(&self, row: &AdmissionRowId) -> bool {
        self.again_row == Some(*row)
    }

    fn is_verified(&self, line: &ShownLine) -> bool {
        line.line.row.mode == Mode::Verified
    }
}

async fn render<'a>(
    house: &House,
    page: &'a Page,
    by: &Officer,
    slug: &Slug,
    again: Option<(AdmissionRowId, serde_json::Value, Problems)>,
) -> Result<MakerPage<'a>> {
    let (by, slug, today) = (by.clone(), slug.clone(), house.today());
    let read = move |conn: &mut DbConnection| {
        let maker = workshop(conn, &slug, Some(&by))?.organisation;
        let lines = checklist(conn, maker.id, today)?;
        Ok((maker, lines))
    };
    let (maker, lines) = house.db.read(read).await?;
    let (again_row, form, problems) = match again {
        Some((row, form, problems)) => (Some(row), form, problems),
        None => (None, serde_json::Value::Null, Problems::new()),
    };
    Ok(MakerPage {
        page,
        crumbs: [
            Crumb::new("/makers", page.say("nav-makers")),
            Crumb::new(format!("/makers/{}", maker.slug), maker.name_in(page.language())),
            Crumb::new("", page.say("admission-title")),
        ],
        lines: lines.into_iter().map(|line| ShownLine::of(page, line, today)).collect(),
        decisions: page.choices("admission-decision", Decision::WORDS),
        blank: FormView::new(page.language(), &()),
        again: FormView::new(page.language(), &form).with_problems(problems),
        again_row,
        maker,
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    page.show(&render(&house, &page, &officer, &slug, None).await?)
}

fn address(slug: &Slug, id: AdmissionRowId) -> String {
    format!("/makers/{slug}/checklist#row-{id}")
}

/// The page again, with what is wrong under its row.
async fn again(
    house: &House,
    page: &Page,
    by: &Officer,
    (slug, id): (&Slug, AdmissionRowId),
    form: &impl Serialize,
    problems: Problems,
) -> Result<HttpResponse> {
    let shown = (id, serde_json::to_value(form)?, problems);
    page.show_again(&render(house, page, by, slug, Some(shown)).await?)
}

async fn decide(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    path: web::Path<(Slug, AdmissionRowId)>,
    mut sent: WithPaper<VerdictForm>,
) -> Result<HttpResponse> {
    let (slug, id) = path.into_inner();
    let kept: Result<Option<StoredFile>> = sent.keep(&house.files, sent.form.check()).await;
    let (by, form, settings, of) = (officer.clone(), sent.form.clone(), house.settings.clone(), slug.clone());
    let written = match kept {
        Ok(file) => {
            let write = move |tx: &mut Write<'_>| {
                let maker = super::api::maker_of(tx, &by, &of)?;
                super::decide(tx, &by, &settings, (maker, id), &form, file.as_ref())
            };
            house.db.write(write).await
        }
        Err(error) => Err(error),
    };
    match written {
        Ok(()) => Ok(page.see_other(&address(&slug, id), Some("notice-certificate-decided"))),
        Err(Error::Invalid(problems)) => {
            again(&house, &page, &officer, (&slug, id), &sent.form, problems).await
        }
        Err(error) => Err(error),
    }
}

async fn waive(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    path: web::Path<(Slug, AdmissionRowId)>,
    input: Input<WaiverForm>,
) -> Result<HttpResponse> {
    let ((slug, id), form) = (path.into_inner(), input.into_inner());
    let (by, wanted, settings, of) = (officer.clone(), form.clone(), house.settings.clone(), slug.clone());
    let write = move |tx: &mut Write<'_>| {
        let maker = super::api::maker_of(tx, &by, &of)?;
        super::grant_waiver(tx, &by, &settings, (maker, id), &wanted)
    };
    match house.db.write(write).await {
        Ok(_) => Ok(page.see_other(&address(&slug, id), Some("notice-waiver-granted"))),
        Err(Error::Invalid(problems)) => again(&house, &page, &officer, (&slug, id), &form, problems).await,
        Err(error) => Err(error),
    }
}

async fn revoke(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<WaiverId>,
    input: Input<RevokeForm>,
) -> Result<HttpResponse> {
    let (form, by, settings) = (input.into_inner(), officer.clone(), house.settings.clone());
    let wanted = form.clone();
    let id = *id;
    let read = move |conn: &mut DbConnection| {
        let waiver = super::store::waiver(conn, id)?;
        let maker = crate::accounts::organisation(conn, waiver.maker_id)?;
        Ok((waiver.row_id, Slug::try_from(maker.slug).map_err(|_| Error::NotFound)?))
    };
    let (row, slug) = house.db.read(read).await?;
    match house.db.write(move |tx| super::revoke_waiver(tx, &by, &settings, id, &wanted)).await {
        Ok(_) => Ok(page.see_other(&address(&slug, row), Some("notice-waiver-revoked"))),
        Err(Error::Invalid(problems)) => again(&house, &page, &officer, (&slug, row), &form, problems).await,
        Err(error) => Err(error),
    }
}
