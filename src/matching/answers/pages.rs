//! Marks, declines and limits for people.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::declining::{self, DeclineForm, DeclineReason};
use super::limits::{self, LimitsForm};
use super::marking::{self, MarkForm};
use crate::accounts::{Buyer, Maker, Member};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::RequestId;
use crate::matching::pages::RequestCard;
use crate::matching::readable_request;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::post("/sourcing-requests/{id}/makers/{slug}", Buyer, "mark a maker", mark),
        Route::get("/sourcing-requests/{id}/decline", Maker, "decline a request", decline_form),
        Route::post("/sourcing-requests/{id}/decline", Maker, "decline a request", decline),
        Route::post("/sourcing-requests/{id}/reconsider", Maker, "reconsider a request", reconsider),
        Route::get("/workshop/limits", Maker, "see what a maker turns away", show),
        Route::post("/workshop/limits", Maker, "say what a maker turns away", set),
    ]
}

async fn mark(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    path: web::Path<(RequestId, String)>,
    input: Input<MarkForm>,
) -> Result<HttpResponse> {
    let ((id, slug), form) = (path.into_inner(), input.into_inner());
    let anchor = format!("/sourcing-requests/{id}/matches#{slug}");
    house.db.write(move |tx| marking::mark_maker(tx, &buyer, id, &slug, &form)).await?;
    Ok(page.see_other(&anchor, None))
}

#[derive(Template)]
#[template(path = "matching/answers/decline.html")]
struct DeclinePage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    request: RequestCard,
    reasons: Vec<Choice>,
    form: FormView,
}

impl DeclinePage<'_> {
    /// Is anything said, or wrong, in the part that is folded away?
    fn always_open(&self) -> bool {
        ["least_pieces", "busy_until", "never_there"]
            .iter()
            .any(|field| !self.form.value(field).is_empty() || self.form.problem(field).is_some())
    }
}

async fn declining_of<'a>(
    house: &House,
    page: &'a Page,
    maker: &Maker,
    id: RequestId,
    form: &DeclineForm,
    problems: Problems,
) -> Result<DeclinePage<'a>> {
    let asking = Member::clone(maker);
    let read = move |conn: &mut DbConnection| readable_request(conn, &asking, id);
    let (request, buyer) = house.db.read(read).await?;
    if !request.is_open_on(house.today()) {
        return Err(Error::refused("refusal-decline-closed"));
    }
    Ok(DeclinePage {
        page,
        crumbs: [
            Crumb::new(format!("/sourcing-requests/{id}"), &request.title),
            Crumb::new("", page.say("decline-title")),
        ],
        request: RequestCard::new(page, &request, Some(&buyer), true),
        reasons: page.choices("decline-reason", DeclineReason::WORDS),
        form: FormView::new(page.language(), form).with_problems(problems),
    })
}

async fn decline_form(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    page.show(&declining_of(&house, &page, &maker, *id, &DeclineForm::default(), Problems::new()).await?)
}

async fn decline(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<RequestId>,
    input: Input<DeclineForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let sent = form.clone();
    match house.db.write(move |tx| declining::decline_request(tx, &by, id, &sent)).await {
        Ok(()) => Ok(page.see_other("/matches", Some("notice-request-declined"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&declining_of(&house, &page, &maker, id, &form, problems).await?)
        }
        Err(error) => Err(error),
    }
}

async fn reconsider(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let id = *id;
    house.db.write(move |tx| declining::reconsider_request(tx, &maker, id)).await?;
    Ok(page.see_other(&format!("/sourcing-requests/{id}"), Some("notice-request-reconsidered")))
}

#[derive(Template)]
#[template(path = "matching/answers/limits.html")]
struct LimitsPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    form: FormView,
}

impl<'a> LimitsPage<'a> {
    fn new(page: &'a Page, form: &LimitsForm, problems: Problems) -> Self {
        Self {
            page,
            crumbs: [
                Crumb::new("/matches", page.say("opportunities-title")),
                Crumb::new("", page.say("limits-title")),
            ],
            form: FormView::new(page.language(), form).with_problems(problems),
        }
    }
}

async fn show(house: web::Data<House>, page: Page, maker: Maker) -> Result<HttpResponse> {
    let (maker, today) = (maker.organisation, house.today());
    let limits = house.db.read(move |conn| limits::limits_of(conn, maker, today)).await?;
    page.show(&LimitsPage::new(&page, &LimitsForm::from(&limits), Problems::new()))
}

async fn set(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    input: Input<LimitsForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let sent = form.clone();
    match house.db.write(move |tx| limits::set_limits(tx, &maker, &sent)).await {
        Ok(_) => Ok(page.see_other("/workshop/limits", Some("notice-limits-set"))),
        Err(Error::Invalid(problems)) => page.show_again(&LimitsPage::new(&page, &form, problems)),
        Err(error) => Err(error),
    }
}
