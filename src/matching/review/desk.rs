//! The officers' desk: requests that wait to be read.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::deciding::{self, ReviewForm, Reviewed};
use crate::accounts::{self, Officer};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::RequestId;
use crate::matching::attachments;
use crate::matching::pages::RequestCard;
use crate::matching::request::RequestStatus;
use crate::matching::store;
use crate::web::{Access, AttachmentView, Choice, Crumb, FormView, House, Input, Listing, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::Officer;
    vec![
        Route::get("/request-reviews", Officer, "list requests under review", list),
        Route::get("/sourcing-requests/{id}/review", Officer, "review a request", show),
        Route::post("/sourcing-requests/{id}/review", Officer, "review a request", review),
    ]
}

#[derive(Template)]
#[template(path = "matching/review/desk.html")]
struct DeskPage<'a> {
    page: &'a Page,
    requests: Vec<RequestCard>,
    next: Option<String>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    listing: Listing,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::submitted_requests(conn, listing)?, |request| request.id.0);
        let mut rows = Vec::new();
        for request in listed.items {
            rows.push((accounts::organisation(conn, request.buyer_id)?, request));
        }
        Ok((rows, listed.next))
    };
    let (rows, next) = house.db.read(read).await?;
    page.show(&DeskPage {
        page: &page,
        requests: rows
            .iter()
            .map(|(buyer, request)| RequestCard::new(&page, request, Some(buyer), true))
            .collect(),
        next: next.map(|cursor| format!("/request-reviews?cursor={cursor}")),
    })
}

#[derive(Template)]
#[template(path = "matching/review/sheet.html")]
struct SheetPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    request: RequestCard,
    attachments: Vec<AttachmentView>,
    verdicts: Vec<Choice>,
    form: FormView,
}

async fn sheet<'a>(
    house: &House,
    page: &'a Page,
    id: RequestId,
    form: &ReviewForm,
    problems: Problems,
) -> Result<SheetPage<'a>> {
    let read = move |conn: &mut DbConnection| {
        let request = store::request(conn, id)?;
        let attachments = attachments::shown(conn, id)?;
        Ok((accounts::organisation(conn, request.buyer_id)?, request, attachments))
    };
    let (buyer, request, attachments) = house.db.read(read).await?;
    if request.stage() == RequestStatus::Draft {
        return Err(Error::NotFound);
    }
    Ok(SheetPage {
        page,
        crumbs: [Crumb::new("/request-reviews", page.say("reviews-title")), Crumb::new("", &request.title)],
        request: RequestCard::new(page, &request, Some(&buyer), true),
        attachments,
        verdicts: page.choices("review-verdict", Reviewed::WORDS),
        form: FormView::new(page.language(), form).with_problems(problems),
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    page.show(&sheet(&house, &page, *id, &ReviewForm::default(), Problems::new()).await?)
}

async fn review(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<RequestId>,
    input: Input<ReviewForm>,
) -> Result<HttpResponse> {
    let (id, form, settings) = (*id, input.into_inner(), house.settings.clone());
    let sent = form.clone();
    match house.db.write(move |tx| deciding::review_request(tx, &settings, &officer, id, &sent)).await {
        Ok(_) => Ok(page.see_other("/request-reviews", Some("notice-request-reviewed"))),
        Err(Error::Invalid(problems)) => page.show_again(&sheet(&house, &page, id, &form, problems).await?),
        Err(error) => Err(error),
    }
}
