//! Sourcing requests and matches for people.

mod matches;
mod one;
mod shown;

use actix_web::{HttpResponse, web};
use askama::Template;

pub(super) use self::one::RequestPage;
pub(super) use self::shown::RequestCard;
use self::shown::{certificates, crafts, materials};
use super::api::RequestQuery;
use super::attachments;
use super::audience::{Known, Visibility};
use super::drafting::{self, RequestForm};
use super::opening;
use super::request::{Channel, RequestStatus, SourcingRequest, reads_open_requests};
use super::store;
use crate::accounts::{Buyer, Kind, Member, Organisation, VerifiedBuyer, Viewer};
use crate::clusters::{self, Cluster};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Problems, Result};
use crate::ids::RequestId;
use crate::incoterm::Incoterm;
use crate::web::{Access, Choice, FormView, House, Input, Listing, MOST_FILES, Page, Parcel, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/sourcing-requests", Anyone, "list sourcing requests", list),
        Route::get("/sourcing-requests/new", Buyer, "draft a sourcing request", new),
        Route::post("/sourcing-requests", Buyer, "draft a sourcing request", create).uploads(),
        Route::get("/sourcing-requests/{id}", SignedIn, "see a sourcing request", one::show),
        Route::get("/sourcing-requests/{id}/edit", Buyer, "change a sourcing request", change),
        Route::post("/sourcing-requests/{id}/edit", Buyer, "change a sourcing request", edit),
        Route::post("/sourcing-requests/{id}/discard", Buyer, "discard a draft request", discard),
        Route::post("/sourcing-requests/{id}/open", VerifiedBuyer, "open a sourcing request", open),
        Route::post("/sourcing-requests/{id}/close", Buyer, "close a sourcing request", close),
    ]
    .into_iter()
    .chain(matches::routes())
    .collect()
}

/// Three lists at one address: a buyer's own requests, the open ones in full, and the open ones in outline.
#[derive(Clone, Copy, Debug, PartialEq)]
enum View {
    Own,
    Full,
    Outline,
}

#[derive(Template)]
#[template(path = "matching/pages/requests.html")]
struct RequestsPage<'a> {
    page: &'a Page,
    view: View,
    requests: Vec<RequestCard>,
    crafts: Vec<Choice>,
    form: FormView,
    next: Option<String>,
    signed_in: bool,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    Query(query): Query<RequestQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (craft, today) = (query.craft()?, house.today());
    let view = match viewer.member() {
        Some(member) if member.kind == Kind::Buyer => View::Own,
        Some(member) if reads_open_requests(member) => View::Full,
        _ => View::Outline,
    };
    let buyer = viewer.member().map(|member| member.organisation).filter(|_| view == View::Own);
    let viewer_member = viewer.member().cloned();
    let wanted = craft.clone();
    let rows: Vec<(SourcingRequest, Option<Organisation>)> = house
        .db
        .read(move |conn| match buyer {
            Some(buyer) => {
                let own = store::requests_of_buyer(conn, buyer, listing)?;
                Ok(own.into_iter().map(|request| (request, None)).collect())
            }
            None => {
                let known = Known::to(conn, viewer_member.as_ref())?;
                let open = store::open_requests(conn, today, wanted.as_deref(), &known, listing)?;
                Ok(open.into_iter().map(|(request, buyer)| (request, Some(buyer))).collect())
            }
        })
        .await?;
    let listed = listing.page(rows, |(request, _)| request.id.0);
    let craft = craft.unwrap_or_default();
    page.show(&RequestsPage {
        page: &page,
        view,
        requests: listed
            .items
            .iter()
            .map(|(request, buyer)| RequestCard::new(&page, request, buyer.as_ref(), view != View::Outline))
            .collect(),
        crafts: crafts(&page),
        next: listed.next.map(|cursor| format!("/sourcing-requests?craft={craft}&cursor={cursor}")),
        form: FormView::new(page.language(), &serde_json::json!({ "craft": craft })),
        signed_in: viewer.member().is_some(),
    })
}

#[derive(Template)]
#[template(path = "matching/pages/request_form.html")]
struct RequestFormPage<'a> {
    page: &'a Page,
    /// Where the form is sent: to the list for a new request, to the request for a change.
    action: String,
    new: bool,
    open: bool,
    asks_more: bool,
    /// How many files may come along with a new request.
    most: i64,
    form: FormView,
    languages: Vec<Choice>,
    crafts: Vec<Choice>,
    materials: Vec<Choice>,
    currencies: Vec<Choice>,
    countries: Vec<Choice>,
    channels: Vec<Choice>,
    certificates: Vec<Choice>,
    incoterms: Vec<Choice>,
    visibilities: Vec<Choice>,
    clusters: Vec<Choice>,
}

/// The currencies in which buyers of this market name a price; others are accepted from programs.
const CURRENCIES: [&str; 14] =
    ["EUR", "USD", "GBP", "CHF", "AED", "SAR", "QAR", "KWD", "TND", "MAD", "DZD", "EGP", "JOD", "ILS"];

impl<'a> RequestFormPage<'a> {
    async fn read(
        house: &House,
        page: &'a Page,
        request: Option<&SourcingRequest>,
        form: &RequestForm,
    ) -> Result<Self> {
        let all = house.db.read(clusters::all_clusters).await?;
        let choice = |one: &Cluster| Choice::new(one.slug.as_str(), one.name.best(page.language()));
        let language = page.language();
        let own = form.target_price.currency.trimmed();
        let extra = Some(own).filter(|code| !code.is_empty() && !CURRENCIES.contains(code));
        Ok(Self {
            page,
            action: request.map_or_else(
                || "/sourcing-requests".to_owned(),
                |request| format!("/sourcing-requests/{}/edit", request.id),
            ),
            new: request.is_none(),
            open: request.is_some_and(|request| request.status == RequestStatus::Open),
            asks_more: form.asks_more(),
            most: MOST_FILES as i64,
            form: FormView::new(language, form),
            languages: page.language_choices(),
            crafts: crafts(page),
            materials: materials(page),
            currencies: extra.into_iter().chain(CURRENCIES).map(|code| page.currency_choice(code)).collect(),
            countries: page.country_choices(),
            channels: page.choices("request-channel", Channel::WORDS),
            certificates: certificates(page),
            incoterms: page.choices("trade-incoterm", Incoterm::WORDS),
            visibilities: page.choices("request-visibility", Visibility::WORDS),
            clusters: all.iter().map(choice).collect(),
        })
    }

    /// Is anything said, or wrong, in the part that is folded away?
    fn demands_open(&self) -> bool {
        const FOLDED: [&str; 9] = [
            "needed_from",
            "answers_by",
            "certificates",
            "incoterms",
            "languages",
            "sample_wanted",
            "visibility",
            "invited",
            "cluster",
        ];
        self.asks_more || FOLDED.iter().any(|field| self.form.problem(field).is_some())
    }

    fn again(mut self, problems: Problems) -> Result<HttpResponse> {
        self.form = self.form.with_problems(problems);
        self.page.show_again(&self)
    }
}

async fn new(house: web::Data<House>, page: Page, buyer: Buyer) -> Result<HttpResponse> {
    page.show(&RequestFormPage::read(&house, &page, None, &RequestForm::blank(&buyer)).await?)
}

/// Words and files together: what is wrong with either is told at once, and neither is written without the other.
async fn draft(house: &House, by: &Member, mut sent: Parcel<RequestForm>) -> Result<SourcingRequest> {
    let (form, own, today) = (sent.form.clone(), by.language, house.today());
    let checked = house.db.read(move |conn| form.read(conn, today, own)).await;
    let kept = sent.keep(house, checked).await?;
    let (by, form) = (by.clone(), sent.form);
    let work = move |tx: &mut Write<'_>| {
        let request = drafting::draft_request(tx, &by, &form)?;
        if !kept.is_empty() {
            attachments::add_attachments(tx, &by, request.id, &kept)?;
        }
        Ok(request)
    };
    house.db.write(work).await
}

async fn create(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    sent: Parcel<RequestForm>,
) -> Result<HttpResponse> {
    let form = sent.form.clone();
    match draft(&house, &buyer, sent).await {
        Ok(request) => {
            Ok(page.see_other(&format!("/sourcing-requests/{}", request.id), Some("notice-request-drafted")))
        }
        Err(Error::Invalid(problems)) => {
            RequestFormPage::read(&house, &page, None, &form).await?.again(problems)
        }
        Err(error) => Err(error),
    }
}

async fn own_request(house: &House, buyer: &Buyer, id: RequestId) -> Result<(SourcingRequest, RequestForm)> {
    let by = Member::clone(buyer);
    let read = move |conn: &mut DbConnection| {
        let request = drafting::own_request(conn, &by, id)?;
        let form = RequestForm::of(conn, &request)?;
        Ok((request, form))
    };
    house.db.read(read).await
}

async fn change(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let (request, form) = own_request(&house, &buyer, *id).await?;
    drafting::check_changeable(&request)?;
    page.show(&RequestFormPage::read(&house, &page, Some(&request), &form).await?)
}

async fn edit(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    id: web::Path<RequestId>,
    input: Input<RequestForm>,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    let form = input.into_inner();
    let (by, sent) = (buyer.clone(), form.clone());
    match house.db.write(move |tx| drafting::edit_request(tx, &by, id, &sent)).await {
        Ok(_) => Ok(page.see_other(&format!("/sourcing-requests/{id}"), Some("notice-request-changed"))),
        Err(Error::Invalid(problems)) => {
            let (request, _) = own_request(&house, &buyer, id).await?;
            RequestFormPage::read(&house, &page, Some(&request), &form).await?.again(problems)
        }
        Err(error) => Err(error),
    }
}

async fn discard(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let unused = house.db.write(move |tx| drafting::discard_request(tx, &buyer, *id)).await?;
    house.files.delete_all(unused).await?;
    Ok(page.see_other("/sourcing-requests", Some("notice-request-discarded")))
}

async fn open(
    house: web::Data<House>,
    page: Page,
    buyer: VerifiedBuyer,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let request = house.db.write(move |tx| opening::open_request(tx, &settings, &buyer, *id)).await?;
    let notice = match request.stage() {
        RequestStatus::Submitted => "notice-request-submitted",
        _ => "notice-request-opened",
    };
    Ok(page.see_other(&format!("/sourcing-requests/{}", request.id), Some(notice)))
}

async fn close(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let request = house.db.write(move |tx| opening::close_request(tx, &buyer, *id)).await?;
    Ok(page.see_other(&format!("/sourcing-requests/{}", request.id), Some("notice-request-closed")))
}
