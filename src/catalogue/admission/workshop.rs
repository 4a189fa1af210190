//! A maker's own checklist: what is done, what is open and where, and what would be right next.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::checklist::next;
use super::lines::ShownLine;
use super::state::LineState;
use super::{AttestForm, ProofForm, checklist};
use crate::accounts::{AnyMaker, Member};
use crate::error::{Error, Problems, Result};
use crate::ids::AdmissionRowId;
use crate::web::{Access, Crumb, FormView, House, Input, Page, Route, WithPaper};

const HOME: &str = "/workshop/checklist";

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get(HOME, AnyMaker, "see one's checklist", show),
        Route::post("/workshop/checklist/{id}/attest", AnyMaker, "attest a row", attest),
        Route::post("/workshop/checklist/{id}/proof", AnyMaker, "send a row to be verified", send).uploads(),
    ]
}

/// A form that is shown again under its row.
#[derive(Default)]
struct Again {
    row: Option<AdmissionRowId>,
    form: serde_json::Value,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "catalogue/admission/workshop.html")]
struct ChecklistPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    lines: Vec<ShownLine>,
    done: String,
    /// The address and wording of what would be right next.
    next: Option<(String, String)>,
    blank: FormView,
    again: FormView,
    again_row: Option<AdmissionRowId>,
}

impl ChecklistPage<'_> {
    fn form_of(&self, row: &AdmissionRowId) -> &FormView {
        if self.is_again(row) { &self.again } else { &self.blank }
    }

    /// Is this the row whose form was wrong?
    fn is_again(&self, row: &AdmissionRowId) -> bool {
        self.again_row == Some(*row)
    }
}

async fn render<'a>(house: &House, page: &'a Page, by: &Member, again: Again) -> Result<ChecklistPage<'a>> {
    let (own, today) = (by.organisation, house.today());
    let lines = house.db.read(move |conn| checklist(conn, own, today)).await?;
    let asked = lines.iter().filter(|line| line.state != LineState::NotAsked).count() as i64;
    let is_done = |line: &&super::Line| matches!(line.state, LineState::Done | LineState::Waived);
    let done = lines.iter().filter(is_done).count() as i64;
    let next = next(&lines)
        .map(|line| (format!("#row-{}", line.row.id), line.row.wording.best(page.language()).to_owned()));
    let signed = serde_json::json!({ "name": by.name });
    Ok(ChecklistPage {
        page,
        crumbs: [
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("", page.say("admission-own-title")),
        ],
        done: page
            .say("admission-done-of")
            .with("done", page.number(done))
            .with("all", page.number(asked))
            .to_string(),
        next,
        lines: lines
            .into_iter()
            .filter(|line| line.state != LineState::NotAsked)
            .map(|line| ShownLine::of(page, line, today))
            .collect(),
        blank: FormView::new(page.language(), &signed),
        again: FormView::new(page.language(), &again.form).with_problems(again.problems),
        again_row: again.row,
    })
}

async fn show(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&render(&house, &page, &maker, Again::default()).await?)
}

async fn attest(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<AdmissionRowId>,
    input: Input<AttestForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| super::attest(tx, &by, id, &wanted)).await {
        Ok(()) => Ok(page.see_other(&format!("{HOME}#row-{id}"), Some("notice-admission-attested"))),
        Err(Error::Invalid(problems)) => {
            let again = Again { row: Some(id), form: serde_json::to_value(&form)?, problems };
            page.show_again(&render(&house, &page, &maker, again).await?)
        }
        Err(error) => Err(error),
    }
}

async fn send(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<AdmissionRowId>,
    mut sent: WithPaper<ProofForm>,
) -> Result<HttpResponse> {
    let (id, by, form) = (*id, maker.clone(), sent.form.clone());
    let kept = sent.keep(&house.files, sent.form.check()).await;
    let written = match kept {
        Ok(file) => house.db.write(move |tx| super::send_proof(tx, &by, id, &form, file.as_ref())).await,
        Err(error) => Err(error),
    };
    match written {
        Ok(()) => Ok(page.see_other(&format!("{HOME}#row-{id}"), Some("notice-admission-sent"))),
        Err(Error::Invalid(problems)) => {
            let again = Again { row: Some(id), form: serde_json::to_value(&sent.form)?, problems };
            page.show_again(&render(&house, &page, &maker, again).await?)
        }
        Err(error) => Err(error),
    }
}
