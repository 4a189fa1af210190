//! Sourcing requests and matches for people.

mod matches;
mod shown;

use actix_web::{HttpResponse, web};
use askama::Template;

pub(super) use self::shown::RequestCard;
use self::shown::{AudienceNamed, MatchCard, RecognisedChoices, certificates, crafts, materials};
use super::answers::{self, Decline};
use super::api::RequestQuery;
use super::audience::{Known, Visibility};
use super::drafting::{self, RequestForm};
use super::request::{Channel, RequestStatus, SourcingRequest, reads_open_requests};
use super::store;
use super::{opening, readable_request};
use crate::accounts::{Buyer, Kind, Member, Organisation, SignedIn, VerifiedBuyer, Viewer};
use crate::clusters::{self, Cluster};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::RequestId;
use crate::incoterm::Incoterm;
use crate::search::Finder;
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/sourcing-requests", Anyone, "list sourcing requests", list),
        Route::get("/sourcing-requests/new", Buyer, "draft a sourcing request", new),
        Route::post("/sourcing-requests", Buyer, "draft a sourcing request", create),
        Route::get("/sourcing-requests/{id}", SignedIn, "see a sourcing request", show),
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

async fn create(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    input: Input<RequestForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let sent = form.clone();
    match house.db.write(move |tx| drafting::draft_request(tx, &buyer, &sent)).await {
        Ok(request) => {
            Ok(page.see_other(&format!("/sourcing-requests/{}", request.id), Some("notice-request-drafted")))
        }
        Err(Error::Invalid(problems)) => {
            RequestFormPage::read(&house, &page, None, &form).await?.again(problems)
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "matching/pages/request.html")]
struct RequestPage<'a> {
    page: &'a Page,
    request: RequestCard,
    status: RequestStatus,
    own: bool,
    officer: bool,
    verified: bool,
    /// A maker who may answer.
    maker: bool,
    /// An agent, who may split it over workshops.
    agent: bool,
    /// When the maker declined it, and why.
    declined: Option<String>,
    /// An officer found that no buyer can mean it.
    fake: bool,
    /// Why an officer sent it back.
    sent_back: Option<String>,
    /// For whom it is, where it is not for all.
    audience: Option<String>,
    /// What its words speak of, for its buyer to confirm.
    recognised: Option<RecognisedChoices>,
    /// The maker's own products that fit.
    fitting: Vec<MatchCard>,
    matches: i64,
    near: i64,
}

impl RequestPage<'_> {
    fn is(&self, status: &str) -> bool {
        self.status.word() == status
    }

    fn draft_hint(&self) -> &'static str {
        if self.is("submitted") {
            "request-submitted-hint"
        } else if self.verified {
            "request-draft-hint"
        } else {
            "request-draft-waiting"
        }
    }

    fn was_open(&self) -> bool {
        self.is("open") || self.is("closed")
    }
}

async fn show(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    member: SignedIn,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let (id, member) = (id.into_inner(), Member::clone(&member));
    let asking = member.clone();
    let (request, buyer, tally, fitting, declined, audience) = house
        .db
        .read(move |conn| {
            let (request, buyer) = readable_request(conn, &asking, id)?;
            let (fitting, declined) = match asking.kind {
                Kind::Maker => (
                    store::found_for_maker(conn, asking.organisation, &[id])?,
                    answers::decline_of(conn, id, asking.organisation)?,
                ),
                _ => (Vec::new(), None),
            };
            let audience = AudienceNamed::read(conn, &request)?;
            Ok((request, buyer, store::tally(conn, id)?, fitting, declined, audience))
        })
        .await?;
    let said = |decline: Decline| {
        let reason = page.term("decline-reason", decline.reason);
        page.say("declined-on")
            .with("date", page.day(&decline.declined_at))
            .with("reason", reason)
            .to_string()
    };
    page.show(&RequestPage {
        page: &page,
        request: RequestCard::new(&page, &request, Some(&buyer), true),
        status: request.stage(),
        own: request.is_of(&member),
        officer: member.is_officer(),
        verified: member.is_approved(Kind::Buyer),
        maker: member.is_approved(Kind::Maker) && request.is_open_on(house.today()),
        agent: member.is_approved(Kind::Cluster) && request.is_open_on(house.today()),
        declined: declined.map(said),
        sent_back: request
            .review_note
            .as_deref()
            .filter(|_| request.stage() == RequestStatus::Draft)
            .map(|note| page.say("request-sent-back").with("note", note).to_string()),
        audience: audience.map(|audience| audience.said(&page)),
        recognised: RecognisedChoices::of(&page, &finder, &request, &member)?,
        fake: request.fake_at.is_some(),
        fitting: fitting.iter().map(|(found, product)| MatchCard::new(&page, found, product, None)).collect(),
        matches: tally.0,
        near: tally.1,
    })
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
    match request.stage() {
        RequestStatus::Closed => return Err(Error::refused("refusal-request-closed")),
        RequestStatus::Submitted => return Err(Error::refused("refusal-request-submitted")),
        RequestStatus::Draft | RequestStatus::Open => {}
    }
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
    house.db.write(move |tx| drafting::discard_request(tx, &buyer, *id)).await?;
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
