//! Quotes for people: the list, the offer to write, and the talk with all its versions.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::api::{QuoteQuery, listed};
use super::negotiation;
use super::offer::{AnswerForm, OfferForm, QuoteForm};
use super::store;
use super::view::{QuoteSummary, QuoteView, VersionView};
use super::{Quote, QuoteStatus, QuoteStep};
use crate::accounts::{Kind, Member, SignedIn};
use crate::catalogue::{self, Audience, Product};
use crate::clock::Date;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{ProductId, QuoteId, RequestId};
use crate::input::Raw;
use crate::matching::{self, RequestStatus, SourcingRequest};
use crate::settings::Settings;
use crate::trade::forms::{self, LineRow, StepView, Trouble};
use crate::trade::wares::{Market, Ware, wares};
use crate::trade::{Between, Partner, Party, Reader, Side, Trader, parties};
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

/// An offer that is not answered within a month is seldom answered at all.
const USUAL_VALIDITY_DAYS: i64 = 30;

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/quotes", SignedIn, "list one's quotes", list),
        Route::get("/quotes/new", Trader, "offer a quote", new),
        Route::post("/quotes", Trader, "offer a quote", offer),
        Route::get("/quotes/{id}", Party, "see a quote", show),
        Route::get("/quotes/{id}/counter", Party, "make a counter-offer", edit),
        Route::post("/quotes/{id}/versions", Party, "make a counter-offer", counter),
        Route::post("/quotes/{id}/accept", Party, "accept a quote", accept),
        Route::post("/quotes/{id}/decline", Party, "decline a quote", decline),
        Route::post("/quotes/{id}/withdraw", Party, "withdraw a quote", withdraw),
    ]
}

#[derive(Template)]
#[template(path = "trade/quotes/list.html")]
struct ListPage<'a> {
    page: &'a Page,
    member: &'a Member,
    quotes: Vec<QuoteSummary>,
    next: Option<String>,
    form: FormView,
    statuses: Vec<Choice>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    Query(query): Query<QuoteQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let rows = listed(&house, &member, query.check()?, listing).await?;
    let address = |cursor| {
        let (status, request) = (query.status.trimmed(), query.request.trimmed());
        format!("/quotes?status={status}&request={request}&cursor={cursor}")
    };
    let values = serde_json::json!({ "status": query.status, "request": query.request });
    page.show(&ListPage {
        page: &page,
        member: &member,
        quotes: rows.items,
        next: rows.next.map(address),
        form: FormView::new(page.language(), &values),
        statuses: forms::terms(&page, "status", QuoteStatus::WORDS),
    })
}

/// The form of an offer, whether it is the first or answers another one.
#[derive(Template)]
#[template(path = "trade/quotes/form.html")]
struct OfferPage<'a> {
    page: &'a Page,
    form: FormView,
    refusal: Option<String>,
    /// The number of the talk, once there is one.
    quote: Option<QuoteId>,
    partner: Partner,
    request: Option<SourcingRequest>,
    wanted: String,
    action: String,
    back: String,
    rows: Vec<LineRow>,
    currencies: Vec<Choice>,
    incoterms: Vec<Choice>,
}

/// What the form of an offer is about, besides what stands in its fields.
struct Subject {
    quote: Option<QuoteId>,
    partner: Partner,
    request: Option<SourcingRequest>,
    wares: Vec<Ware>,
    market: Market,
}

impl<'a> OfferPage<'a> {
    fn new(page: &'a Page, subject: Subject, form: FormView, rows: Vec<LineRow>) -> Self {
        let wanted = subject.request.as_ref().map(|request| page.pieces(request.quantity));
        let (action, back) = match subject.quote {
            Some(id) => (format!("/quotes/{id}/versions"), format!("/quotes/{id}")),
            None => ("/quotes".to_owned(), "/quotes".to_owned()),
        };
        Self {
            page,
            form,
            refusal: None,
            quote: subject.quote,
            partner: subject.partner,
            request: subject.request,
            wanted: wanted.unwrap_or_default(),
            action,
            back,
            rows,
            currencies: forms::currencies(page),
            incoterms: forms::incoterms(page),
        }
    }

    fn again(mut self, trouble: Trouble) -> Result<HttpResponse> {
        self.refusal = trouble.refusal.as_ref().map(|message| self.page.message(message));
        self.form = self.form.with_problems(trouble.problems);
        self.page.show_with(trouble.status, &self)
    }
}

/// Which form is wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NewQuery {
    request: Raw,
    maker: Raw,
    product: Raw,
}

/// The two sides and the products of a first offer.
fn first_subject(
    conn: &mut DbConnection,
    trader: &Trader,
    request: &Raw,
    maker: &Raw,
    today: Date,
) -> Result<Subject> {
    let request = match request.trimmed().parse::<RequestId>() {
        Ok(id) => Some(matching::request(conn, id)?),
        Err(_) => None,
    };
    let known = |request: &SourcingRequest| {
        request.status != RequestStatus::Draft || request.buyer_id == trader.organisation
    };
    if request.as_ref().is_some_and(|request| !known(request)) {
        return Err(Error::NotFound);
    }
    let (maker, partner, country) = match trader.side {
        Side::Maker => {
            let request = request.as_ref().ok_or(Error::NotFound)?;
            let buyer = crate::accounts::organisation(conn, request.buyer_id)?;
            let country = request.destination.clone();
            (trader.organisation, buyer, country)
        }
        Side::Buyer => {
            let found = parties::named(conn, maker)?;
            let approved = found.filter(|maker| maker.kind == Kind::Maker && maker.is_approved());
            let maker = approved.ok_or(Error::NotFound)?;
            (maker.id, maker, trader.country.clone())
        }
    };
    let mut products = catalogue::published_products_of_maker(conn, maker)?;
    if trader.side == Side::Buyer {
        let audience = Audience::of(Some(trader));
        products.retain(|product| product.is_shown_to(&audience));
    }
    if let Some(request) = &request {
        // What was asked for stands first; the sort keeps the rest in its order.
        let asked =
            |product: &Product| product.craft.as_ref().is_some_and(|craft| request.crafts.contains(craft));
        products.sort_by_key(|product| !asked(product));
    }
    let (maker, buyer) = match trader.side {
        Side::Maker => (trader.organisation, partner.id),
        Side::Buyer => (partner.id, trader.organisation),
    };
    let conditions = catalogue::conditions(conn, &[maker], buyer, today)?;
    let wares = wares(conn, products, &conditions)?;
    Ok(Subject { quote: None, wares, market: Market { country, today }, partner: partner.into(), request })
}

async fn new(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    Query(query): Query<NewQuery>,
) -> Result<HttpResponse> {
    let today = house.today();
    let (request, maker) = (query.request.clone(), query.maker.clone());
    let subject = house.db.read(move |conn| first_subject(conn, &trader, &request, &maker, today)).await?;
    let chosen = query.product.trimmed().parse::<ProductId>().ok();
    let chosen = subject.wares.iter().find(|ware| Some(ware.product.id) == chosen);
    let least = chosen.and_then(|ware| ware.product.moq).unwrap_or(1);
    let wish = subject.request.as_ref().map_or(least, |request| request.quantity);
    let valid_until = today + chrono::TimeDelta::days(USUAL_VALIDITY_DAYS);
    // Of several variants, whoever asks says how many of which.
    let first_line = |ware: &Ware| {
        let wish = ware.variants.is_empty().then_some(wish);
        forms::blank_line(ware, ware.variants.first(), wish, &subject.market)
    };
    let mut form = QuoteForm {
        request: query.request,
        maker: query.maker,
        lines: chosen.map(first_line).into_iter().collect(),
        lead_time_days: chosen
            .and_then(|ware| ware.product.lead_time_days)
            .map(Raw::from)
            .unwrap_or_default(),
        valid_until: valid_until.into(),
        ..QuoteForm::default()
    };
    let rows = forms::line_rows(&page, &mut form.lines, &subject.wares, &subject.market);
    let view = FormView::new(page.language(), &form);
    page.show(&OfferPage::new(&page, subject, view, rows))
}

async fn offer(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    input: Input<QuoteForm>,
) -> Result<HttpResponse> {
    let mut form = input.into_inner();
    // The page sends a row for every product; the ones left empty are not offered.
    form.lines.retain(|line| !line.quantity.is_blank());
    let today = house.today();
    let (settings, by, wanted) = (house.settings.clone(), trader.clone(), form.clone());
    match house.db.write(move |tx| negotiation::offer(tx, &settings, &by, &wanted)).await {
        Ok(id) => Ok(page.see_other(&format!("/quotes/{id}"), Some("notice-quote-offered"))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let (request, maker) = (form.request.clone(), form.maker.clone());
            let subject =
                house.db.read(move |conn| first_subject(conn, &trader, &request, &maker, today)).await?;
            let rows = forms::line_rows(&page, &mut form.lines, &subject.wares, &subject.market);
            let view = FormView::new(page.language(), &form);
            OfferPage::new(&page, subject, view, rows).again(trouble)
        }
    }
}

/// The two sides and the products of a counter-offer: the maker's published ones and those already talked about.
fn next_subject(conn: &mut DbConnection, quote: &Quote, side: Side, today: Date) -> Result<Subject> {
    let mut products = catalogue::published_products_of_maker(conn, quote.maker_id)?;
    let (_, lines) = store::latest(conn, quote)?;
    if side == Side::Buyer {
        let buyer = crate::accounts::organisation(conn, quote.buyer_id)?;
        products.retain(|product| product.is_shown_to(&Audience::Of(buyer.country.clone())));
    }
    for line in lines {
        if products.iter().all(|product| product.id != line.product_id) {
            products.push(catalogue::product(conn, line.product_id)?);
        }
    }
    let partner = crate::accounts::organisation(conn, quote.organisation(side.other()))?.into();
    let request = quote.request_id.map(|id| matching::request(conn, id)).transpose()?;
    let market = Market { country: crate::accounts::organisation(conn, quote.buyer_id)?.country, today };
    let conditions = catalogue::conditions(conn, &[quote.maker_id], quote.buyer_id, today)?;
    let wares = wares(conn, products, &conditions)?;
    Ok(Subject { quote: Some(quote.id), wares, market, partner, request })
}

async fn edit(house: web::Data<House>, page: Page, party: Party<Quote>) -> Result<HttpResponse> {
    let (quote, side, today) = (party.of.clone(), party.side, house.today());
    let (subject, mut form) = house
        .db
        .read(move |conn| {
            let (latest, lines) = store::latest(conn, &quote)?;
            let mut form = OfferForm::of(&latest, &lines);
            let usual = today + chrono::TimeDelta::days(USUAL_VALIDITY_DAYS);
            form.valid_until = latest.valid_until.max(usual).into();
            Ok((next_subject(conn, &quote, side, today)?, form))
        })
        .await?;
    let rows = forms::line_rows(&page, &mut form.lines, &subject.wares, &subject.market);
    let view = FormView::new(page.language(), &form);
    page.show(&OfferPage::new(&page, subject, view, rows))
}

async fn counter(
    house: web::Data<House>,
    page: Page,
    party: Party<Quote>,
    input: Input<OfferForm>,
) -> Result<HttpResponse> {
    let mut form = input.into_inner();
    form.lines.retain(|line| !line.quantity.is_blank());
    let today = house.today();
    let (settings, by, wanted) = (house.settings.clone(), party.clone(), form.clone());
    let written = house.db.write(move |tx| negotiation::counter(tx, &settings, &by, by.of.id, &wanted)).await;
    match written {
        Ok(_) => Ok(page.see_other(&format!("/quotes/{}", party.of.id), Some("notice-quote-countered"))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let subject = house.db.read(move |conn| next_subject(conn, &party.of, party.side, today)).await?;
            let rows = forms::line_rows(&page, &mut form.lines, &subject.wares, &subject.market);
            let view = FormView::new(page.language(), &form);
            OfferPage::new(&page, subject, view, rows).again(trouble)
        }
    }
}

/// One version as the page tells it.
struct VersionRow {
    version: VersionView,
    by: String,
    lead_time: String,
}

#[derive(Template)]
#[template(path = "trade/quotes/show.html")]
struct ShowPage<'a> {
    page: &'a Page,
    quote: QuoteSummary,
    partner: String,
    current: VersionRow,
    /// The newest first.
    earlier: Vec<VersionRow>,
    steps: Vec<StepView>,
    /// What happens next, and whose turn it is.
    next: &'static str,
    may_accept: bool,
    may_counter: bool,
    may_decline: bool,
    may_withdraw: bool,
    request: Option<SourcingRequest>,
    refusal: Option<String>,
}

async fn show_page<'a>(
    house: &House,
    page: &'a Page,
    member: &Member,
    side: Side,
    id: QuoteId,
) -> Result<ShowPage<'a>> {
    let today = house.today();
    let (quote, latest, view, request) = house
        .db
        .read(move |conn| {
            let quote = store::quote(conn, id)?;
            let (latest, _) = store::version(conn, id, quote.latest_number)?;
            let request = quote.request_id.map(|id| matching::request(conn, id)).transpose()?;
            Ok((quote, latest, QuoteView::load(conn, id, today)?, request))
        })
        .await?;
    let summary = view.summary;
    let name_of = |own: bool, maker: bool| {
        let partner = if maker { &summary.maker } else { &summary.buyer };
        let name = partner.name_in(page.language());
        if own { page.say("trade-you").with("name", name).to_string() } else { name.to_owned() }
    };
    let row = |version: VersionView| {
        let own = version.offered_by == member.organisation;
        let by = name_of(own, version.offered_by == quote.maker_id);
        let by = version.acted_for.as_ref().map_or(by.clone(), |agent| agent.said(page.language(), &by));
        VersionRow { by, lead_time: page.days(version.lead_time_days), version }
    };
    let mut rows: Vec<VersionRow> = view.versions.into_iter().map(row).collect();
    let mut steps: Vec<StepView> = rows.iter().map(|row| version_step(page, row)).collect();
    match quote.status {
        QuoteStatus::Open => steps.iter_mut().last().into_iter().for_each(|step| step.state = "now"),
        status => steps.push(StepView {
            label: page.term("status", status),
            state: if status == QuoteStatus::Accepted { "done" } else { "stopped" },
            on: Some(page.day(&quote.updated_at)),
        }),
    }
    let current = rows.pop().ok_or_else(|| Error::broken("a quote without a version"))?;
    rows.reverse();
    let approved = member.standing == crate::accounts::Standing::Approved;
    let may = |step| approved && quote.check(step, side, quote.latest_number, &latest, today).is_ok();
    let own = latest.offered_by == member.organisation;
    let next = match quote.status {
        QuoteStatus::Accepted => "quote-next-accepted",
        QuoteStatus::Declined | QuoteStatus::Withdrawn => "quote-next-closed",
        QuoteStatus::Open if latest.is_expired(today) => "quote-next-expired",
        QuoteStatus::Open if own => "quote-next-wait",
        QuoteStatus::Open => "quote-next-answer",
    };
    Ok(ShowPage {
        page,
        partner: summary.partner_of(member).name_in(page.language()).to_owned(),
        may_accept: may(QuoteStep::Accept),
        may_counter: may(QuoteStep::Counter),
        may_decline: may(QuoteStep::Decline),
        may_withdraw: may(QuoteStep::Withdraw),
        quote: summary,
        current,
        earlier: rows,
        steps,
        next,
        request,
        refusal: None,
    })
}

fn version_step(page: &Page, row: &VersionRow) -> StepView {
    let label = page
        .say("quote-step")
        .with("number", row.version.number)
        .with("by", row.by.as_str())
        .with("total", page.money(&row.version.amount));
    StepView { label: label.to_string(), state: "done", on: Some(page.day(&row.version.created_at)) }
}

async fn show(house: web::Data<House>, page: Page, reader: Reader<Quote>) -> Result<HttpResponse> {
    let side = reader.side().ok_or(Error::NotFound)?;
    page.show(&show_page(&house, &page, &reader.member, side, reader.of.id).await?)
}

type Answer = fn(&mut Write<'_>, &Settings, &Member, QuoteId, &AnswerForm) -> Result<()>;

/// Takes one of the answers; if it cannot be taken, the page says why.
async fn answer(
    house: &House,
    page: &Page,
    party: Party<Quote>,
    form: AnswerForm,
    answer: Answer,
    notice: &'static str,
) -> Result<HttpResponse> {
    let (settings, by, id) = (house.settings.clone(), party.clone(), party.of.id);
    match house.db.write(move |tx| answer(tx, &settings, &by, id, &form)).await {
        Ok(()) => Ok(page.see_other(&format!("/quotes/{id}"), Some(notice))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let mut again = show_page(house, page, &party, party.side, id).await?;
            again.refusal = Some(trouble.sentence(page));
            page.show_with(trouble.status, &again)
        }
    }
}

async fn accept(
    house: web::Data<House>,
    page: Page,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    answer(&house, &page, party, input.into_inner(), negotiation::accept, "notice-quote-accepted").await
}

async fn decline(
    house: web::Data<House>,
    page: Page,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    answer(&house, &page, party, input.into_inner(), negotiation::decline, "notice-quote-declined").await
}

async fn withdraw(
    house: web::Data<House>,
    page: Page,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    answer(&house, &page, party, input.into_inner(), negotiation::withdraw, "notice-quote-withdrawn").await
}
