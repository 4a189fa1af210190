//! Deals for people: the list, and the order with what has happened to it and what comes next.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::{DealQuery, listed};
use super::draft::{DealForm, draft};
use super::form_page::{self, NewQuery};
use super::progress::{self, CancelForm, ShipForm, StepForm};
use super::view::{DealSummary, DealView};
use super::{Deal, DealStatus, DealStep, store};
use crate::accounts::{Member, SignedIn, Standing};
use crate::db::Write;
use crate::error::Result;
use crate::ids::DealId;
use crate::settings::Settings;
use crate::trade::agreements;
use crate::trade::forms::{StepView, Trouble};
use crate::trade::{Partner, Party, Reader, Side, Trader};
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/deals", SignedIn, "list deals", list),
        Route::get("/deals/new", Trader, "draft a deal", new),
        Route::post("/deals", Trader, "draft a deal", create),
        Route::get("/deals/{id}", PartyOrOfficer, "see a deal", show),
        Route::post("/deals/{id}/confirm", Party, "confirm a deal", confirm),
        Route::post("/deals/{id}/ship", Party, "ship a deal", ship),
        Route::post("/deals/{id}/deliver", Party, "mark a deal as delivered", deliver),
        Route::post("/deals/{id}/pay", Party, "mark a deal as paid", pay),
        Route::post("/deals/{id}/cancel", Party, "cancel a deal", cancel),
    ]
}

#[derive(Template)]
#[template(path = "trade/deals/list.html")]
struct ListPage<'a> {
    page: &'a Page,
    member: &'a Member,
    deals: Vec<DealSummary>,
    next: Option<String>,
    form: FormView,
    statuses: Vec<Choice>,
}

impl ListPage<'_> {
    /// Whom a deal is with; who is neither side reads both names.
    fn partners(&self, deal: &DealSummary) -> String {
        let name = |partner: &Partner| partner.name_in(self.page.language()).to_owned();
        match self.member.organisation {
            own if own == deal.maker.id => name(&deal.buyer),
            own if own == deal.buyer.id => name(&deal.maker),
            _ => format!("{} · {}", name(&deal.maker), name(&deal.buyer)),
        }
    }
}

async fn list(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    Query(query): Query<DealQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let rows = listed(&house, query.check(&member)?, listing).await?;
    let address = |cursor| {
        let (status, agreement) = (query.status.trimmed(), query.agreement.trimmed());
        format!("/deals?status={status}&agreement={agreement}&cursor={cursor}")
    };
    let values = serde_json::json!({ "status": query.status, "agreement": query.agreement });
    page.show(&ListPage {
        page: &page,
        member: &member,
        deals: rows.items,
        next: rows.next.map(address),
        form: FormView::new(page.language(), &values),
        statuses: page.choices("status", DealStatus::WORDS),
    })
}

async fn new(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    Query(query): Query<NewQuery>,
) -> Result<HttpResponse> {
    // An order needs an agreement: whoever comes without one chooses it first.
    if query.agreement.is_blank() {
        return Ok(page.see_other("/agreements?status=active", None));
    }
    form_page::begin(&house, &page, trader, query).await
}

async fn create(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    input: Input<DealForm>,
) -> Result<HttpResponse> {
    let mut form = input.into_inner();
    // The page sends a row for every product; the ones left empty are not ordered.
    form.lines.retain(|line| !line.quantity.is_blank());
    let (settings, by, wanted) = (house.settings.clone(), trader.clone(), form.clone());
    match house.db.write(move |tx| draft(tx, &settings, &by, &wanted)).await {
        Ok(id) => Ok(page.see_other(&format!("/deals/{id}"), Some("notice-deal-drafted"))),
        Err(error) => form_page::again(&house, &page, trader, form, Trouble::of(error)?).await,
    }
}

/// What the reader may do now.
struct May {
    confirm: bool,
    ship: bool,
    deliver: bool,
    pay: bool,
    cancel: bool,
}

#[derive(Template)]
#[template(path = "trade/deals/show.html")]
struct ShowPage<'a> {
    page: &'a Page,
    deal: DealSummary,
    view: DealView,
    /// The agreement's title.
    agreement: String,
    may: May,
    steps: Vec<StepView>,
    next: &'static str,
    partner: String,
    is_party: bool,
    today: String,
    refusal: Option<String>,
}

async fn show_page<'a>(
    house: &House,
    page: &'a Page,
    member: &Member,
    side: Option<Side>,
    id: DealId,
) -> Result<ShowPage<'a>> {
    let (deal, view, agreement) = house
        .db
        .read(move |conn| {
            let deal = store::deal(conn, id)?;
            let agreement = agreements::agreement(conn, deal.agreement_id)?.title;
            Ok((deal, DealView::load(conn, id)?, agreement))
        })
        .await?;
    let approved = member.standing == Standing::Approved;
    let can = |step| approved && side.is_some_and(|side| deal.check(step, side).is_ok());
    let may = May {
        confirm: can(DealStep::Confirm),
        ship: can(DealStep::Ship),
        deliver: can(DealStep::Deliver),
        pay: can(DealStep::Pay),
        cancel: can(DealStep::Cancel),
    };
    let next = match deal.status {
        _ if side.is_none() => "deal-next-reader",
        DealStatus::Draft if may.confirm => "deal-next-confirm",
        DealStatus::Draft => "deal-next-wait",
        DealStatus::Confirmed if may.ship => "deal-next-ship",
        DealStatus::Confirmed => "deal-next-confirmed",
        DealStatus::Shipped => "deal-next-shipped",
        DealStatus::Delivered if may.pay => "deal-next-pay",
        DealStatus::Delivered => "deal-next-delivered",
        DealStatus::Paid => "deal-next-paid",
        DealStatus::Cancelled => "deal-next-cancelled",
    };
    let summary = view.summary.clone();
    let partner = if side == Some(Side::Maker) { &summary.buyer } else { &summary.maker };
    Ok(ShowPage {
        page,
        partner: partner.name_in(page.language()).to_owned(),
        steps: steps(page, &deal),
        deal: summary,
        view,
        agreement,
        may,
        next,
        is_party: side.is_some(),
        today: house.today().to_string(),
        refusal: None,
    })
}

/// The life of an order, with its days.
fn steps(page: &Page, deal: &Deal) -> Vec<StepView> {
    use DealStatus::*;
    let day = |time: Option<crate::clock::Time>| time.map(|time| page.day(&time));
    let mut lived = vec![
        (Draft, Some(page.day(&deal.created_at))),
        (Confirmed, day(deal.confirmed_at)),
        (Shipped, deal.shipped_on.map(|date| page.date(&date))),
        (Delivered, day(deal.delivered_at)),
        (Paid, day(deal.paid_at)),
    ];
    if deal.status == Cancelled {
        lived.retain(|(_, on)| on.is_some());
        lived.push((Cancelled, day(deal.cancelled_at)));
    }
    let now = lived.iter().position(|(status, _)| *status == deal.status).unwrap_or(0);
    let step = |(position, (status, on)): (usize, (DealStatus, Option<String>))| StepView {
        label: page.term("status", status),
        state: match position {
            _ if status == Cancelled => "stopped",
            // Nothing comes after paid: it is done, not under way.
            before if before < now || (status == Paid && deal.status == Paid) => "done",
            same if same == now => "now",
            _ => "ahead",
        },
        on,
    };
    lived.into_iter().enumerate().map(step).collect()
}

async fn show(house: web::Data<House>, page: Page, reader: Reader<Deal>) -> Result<HttpResponse> {
    page.show(&show_page(&house, &page, &reader.member, reader.side(), reader.of.id).await?)
}

type Step<F> = fn(&mut Write<'_>, &Settings, &Member, DealId, &F) -> Result<()>;

/// Takes one of the steps; if it cannot be taken, the page says why.
async fn take<F: Send + 'static>(
    house: &House,
    page: &Page,
    party: Party<Deal>,
    form: F,
    step: Step<F>,
    notice: &'static str,
) -> Result<HttpResponse> {
    let (settings, by, id) = (house.settings.clone(), party.clone(), party.of.id);
    match house.db.write(move |tx| step(tx, &settings, &by, id, &form)).await {
        Ok(()) => Ok(page.see_other(&format!("/deals/{id}"), Some(notice))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let mut again = show_page(house, page, &party, Some(party.side), id).await?;
            again.refusal = Some(trouble.sentence(page));
            page.show_with(trouble.status, &again)
        }
    }
}

async fn confirm(
    house: web::Data<House>,
    page: Page,
    party: Party<Deal>,
    input: Input<StepForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), progress::confirm, "notice-deal-confirmed").await
}

async fn ship(
    house: web::Data<House>,
    page: Page,
    party: Party<Deal>,
    input: Input<ShipForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), progress::ship, "notice-deal-shipped").await
}

async fn deliver(
    house: web::Data<House>,
    page: Page,
    party: Party<Deal>,
    input: Input<StepForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), progress::deliver, "notice-deal-delivered").await
}

async fn pay(
    house: web::Data<House>,
    page: Page,
    party: Party<Deal>,
    input: Input<StepForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), progress::pay, "notice-deal-paid").await
}

async fn cancel(
    house: web::Data<House>,
    page: Page,
    party: Party<Deal>,
    input: Input<CancelForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), progress::cancel, "notice-deal-cancelled").await
}
