//! A closed request opened once more, with other days and all else as it was.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::drafting::{self, RequestForm};
use super::request::{RequestStatus, SourcingRequest};
use super::views::RequestView;
use super::{opening, store};
use crate::accounts::{Member, VerifiedBuyer};
use crate::db::Write;
use crate::error::{Error, Problems, Result};
use crate::ids::RequestId;
use crate::input::Raw;
use crate::settings::Settings;
use crate::web::{Access, Crumb, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::VerifiedBuyer;
    vec![
        Route::get("/sourcing-requests/{id}/renew", VerifiedBuyer, "renew a closed request", form_page),
        Route::post("/sourcing-requests/{id}/renew", VerifiedBuyer, "renew a closed request", renew_page),
        Route::post("/api/v1/sourcing-requests/{id}/renew", VerifiedBuyer, "renew a closed request", renew)
            .takes::<RenewForm>()
            .gives::<RequestView>(200),
    ]
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RenewForm {
    /// The first day on which the goods may come; may be left out.
    pub needed_from: Raw,
    /// The last day on which the goods are of use.
    pub needed_by: Raw,
    /// The last day on which answers are taken; left out: the day on which the goods are needed.
    pub answers_by: Raw,
}

/// The days are held to the same rules as those of a new request.
pub fn renew_request(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: RequestId,
    form: &RenewForm,
) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = drafting::own_request(tx, by, id)?;
    let whole = RequestForm {
        needed_from: form.needed_from.clone(),
        needed_by: form.needed_by.clone(),
        answers_by: form.answers_by.clone(),
        ..RequestForm::from(&request)
    };
    let new = whole.check(tx.today(), by.language)?;
    if request.status != RequestStatus::Closed {
        return Err(Error::refused("refusal-request-not-closed"));
    }
    store::set_days(tx, id, new.needed_from, new.needed_by, new.answers_by)?;
    opening::open_request(tx, settings, by, id)
}

async fn renew(
    house: web::Data<House>,
    buyer: VerifiedBuyer,
    id: web::Path<RequestId>,
    input: Input<RenewForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let request = renew_request(tx, &settings, &buyer, *id, &form)?;
        RequestView::read(tx, &request)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

#[derive(Template)]
#[template(path = "matching/renew.html")]
struct RenewPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    href: String,
    form: FormView,
}

async fn renewing<'a>(
    house: &House,
    page: &'a Page,
    buyer: &VerifiedBuyer,
    id: RequestId,
    form: &RenewForm,
    problems: Problems,
) -> Result<RenewPage<'a>> {
    let by = Member::clone(buyer);
    let request = house.db.read(move |conn| drafting::own_request(conn, &by, id)).await?;
    if request.status != RequestStatus::Closed {
        return Err(Error::refused("refusal-request-not-closed"));
    }
    let href = format!("/sourcing-requests/{id}");
    Ok(RenewPage {
        page,
        crumbs: [Crumb::new(&href, &request.title), Crumb::new("", page.say("renew-title"))],
        href,
        form: FormView::new(page.language(), form).with_problems(problems),
    })
}

async fn form_page(
    house: web::Data<House>,
    page: Page,
    buyer: VerifiedBuyer,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    page.show(&renewing(&house, &page, &buyer, *id, &RenewForm::default(), Problems::new()).await?)
}

async fn renew_page(
    house: web::Data<House>,
    page: Page,
    buyer: VerifiedBuyer,
    id: web::Path<RequestId>,
    input: Input<RenewForm>,
) -> Result<HttpResponse> {
    let (id, form, settings, by) = (*id, input.into_inner(), house.settings.clone(), buyer.clone());
    let sent = form.clone();
    match house.db.write(move |tx| renew_request(tx, &settings, &by, id, &sent)).await {
        Ok(_) => Ok(page.see_other(&format!("/sourcing-requests/{id}"), Some("notice-request-opened"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&renewing(&house, &page, &buyer, id, &form, problems).await?)
        }
        Err(error) => Err(error),
    }
}
