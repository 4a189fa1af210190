//! Splits and shares for people.

mod shown;

use actix_web::{HttpResponse, web};
use askama::Template;

use super::forms::{ChooseForm, DeclineForm, SplitForm};
use super::reading::{self, Board};
use super::split::{Reason, Run};
use super::{answering, choosing, releasing, splitting, store};
use crate::accounts::{Agent, Maker};
use crate::error::{Error, Problems, Result};
use crate::ids::{RequestId, ShareId, SplitId};
use crate::input::RawList;
use crate::matching::RequestStatus;
use crate::money::Money;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Route};
use shown::{AsideRow, ShareCard, SplitCard};

pub fn routes() -> Vec<Route> {
    use Access::{Agent, Maker};
    vec![
        Route::get("/sourcing-requests/{id}/splits", Agent, "see how a request can be split", show),
        Route::post("/sourcing-requests/{id}/splits", Agent, "split a request over workshops", split),
        Route::post("/splits/{id}/choose", Agent, "choose a split", choose),
        Route::post("/splits/{id}/mend", Agent, "ask others for declined shares", mend),
        Route::post("/splits/{id}/withdraw", Agent, "withdraw a split", withdraw),
        Route::get("/workshop/shares", Maker, "see the shares one is asked for", list),
        Route::post("/workshop/shares/{id}/confirm", Maker, "confirm a share", confirm),
        Route::post("/workshop/shares/{id}/decline", Maker, "decline a share", decline),
    ]
}

#[derive(Template)]
#[template(path = "splits/board.html")]
struct BoardPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    href: String,
    /// What was offered to the buyer about it.
    quotes: String,
    quantity: String,
    needed_by: String,
    destination: String,
    run: Option<RunShown>,
    standing: Option<SplitCard>,
    proposed: Vec<SplitCard>,
    past: Vec<SplitCard>,
    /// Does the request take answers still?
    is_open: bool,
    aside: Vec<AsideRow>,
    /// What may be left out: the products of the alternatives, and those that were left out already.
    products: Vec<Choice>,
    form: FormView,
}

struct RunShown {
    possible: String,
    all_by: Option<String>,
    /// Are there fewer than are wanted?
    short: bool,
    per_workshop: String,
    rates_month: String,
}

impl RunShown {
    fn new(page: &Page, run: &Run) -> Self {
        Self {
            possible: page.pieces(run.possible),
            all_by: run.all_by.map(|day| page.date(&day)),
            short: run.possible < run.range().0,
            per_workshop: page.money(&Money::new(run.per_workshop_minor, run.currency)),
            rates_month: run.rates_month.clone(),
        }
    }
}

/// The form as it was last sent.
fn form_of(run: Option<&Run>) -> SplitForm {
    let Some(run) = run else { return SplitForm::default() };
    SplitForm {
        tolerance: run.tolerance_percent.into(),
        most_workshops: run.most_workshops.map(Into::into).unwrap_or_default(),
        left_out: RawList(run.left_out.iter().map(ToString::to_string).collect()),
    }
}

impl<'a> BoardPage<'a> {
    fn new(page: &'a Page, board: &Board, form: &SplitForm, problems: Problems) -> Self {
        let href = format!("/sourcing-requests/{}", board.request.id);
        let card = |whole| SplitCard::new(page, board, whole);
        let mut products: Vec<Choice> = Vec::new();
        let rows =
            board.proposed.iter().flat_map(|whole| &whole.shares).map(|(_, product, maker)| (product, maker));
        let left_out =
            board.aside.iter().filter(|(product, _)| form.left_out.contains(&product.id.to_string()));
        for (product, maker) in rows.chain(left_out.map(|(product, maker)| (product, maker))) {
            let label =
                format!("{} · {}", product.title.best(page.language()), maker.name_in(page.language()));
            if !products.iter().any(|known| known.value == product.id.to_string()) {
                products.push(Choice::new(product.id.to_string(), label));
            }
        }
        products.sort_by(|one, other| one.label.cmp(&other.label));
        let is_open = board.request.status == RequestStatus::Open;
        Self {
            page,
            crumbs: vec![
                // A closed request is not for its cluster any more.
                Crumb::new(if is_open { href.as_str() } else { "" }, board.request.title.clone()),
                Crumb::new("", page.say("split-title")),
            ],
            quotes: format!("/quotes?request={}", board.request.id),
            quantity: page.message(&board.request.pieces(page.language())),
            needed_by: page.date(&board.request.needed_by),
            destination: page.country(&board.request.destination),
            run: board.run.as_ref().map(|run| RunShown::new(page, run)),
            standing: board.standing.as_ref().map(card),
            proposed: board.proposed.iter().map(card).collect(),
            past: board.past.iter().map(card).collect(),
            is_open,
            aside: AsideRow::all(page, board),
            products,
            form: FormView::new(page.language(), form).with_problems(problems),
            href,
        }
    }
}

fn path(id: RequestId) -> String {
    format!("/sourcing-requests/{id}/splits")
}

async fn show(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let board = house.db.read(move |conn| reading::board(conn, &agent, *id)).await?;
    page.show(&BoardPage::new(&page, &board, &form_of(board.run.as_ref()), Problems::new()))
}

async fn split(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<RequestId>,
    input: Input<SplitForm>,
) -> Result<HttpResponse> {
    let (id, form, today, by) = (id.into_inner(), input.into_inner(), house.today(), agent.clone());
    let sent = form.clone();
    match house.db.read(move |conn| splitting::reckon(conn, &by, id, &sent, today)).await {
        Ok(reckoning) => {
            house.db.write(move |tx| splitting::keep(tx, &agent, &reckoning)).await?;
            Ok(page.see_other(&path(id), Some("notice-split-reckoned")))
        }
        Err(Error::Invalid(problems)) => {
            let board = house.db.read(move |conn| reading::board(conn, &agent, id)).await?;
            page.show_again(&BoardPage::new(&page, &board, &form, problems))
        }
        Err(error) => Err(error),
    }
}

async fn choose(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<SplitId>,
    input: Input<ChooseForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.into_inner(), house.settings.clone());
    let work = move |tx: &mut crate::db::Write<'_>| choosing::choose_split(tx, &settings, &agent, *id, &form);
    let split = house.db.write(work).await?;
    Ok(page.see_other(&path(split.request_id), Some("notice-split-chosen")))
}

async fn mend(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<SplitId>,
    input: Input<ChooseForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.into_inner(), house.settings.clone());
    let (today, by) = (house.today(), agent.clone());
    let mending = house.db.read(move |conn| choosing::reckon_mending(conn, &by, *id, today)).await?;
    let work =
        move |tx: &mut crate::db::Write<'_>| choosing::mend_split(tx, &settings, &agent, &mending, &form);
    let split = house.db.write(work).await?;
    Ok(page.see_other(&path(split.request_id), Some("notice-split-mended")))
}

async fn withdraw(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<SplitId>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let split = house.db.write(move |tx| releasing::withdraw_split(tx, &settings, &agent, *id)).await?;
    Ok(page.see_other(&path(split.request_id), Some("notice-split-withdrawn")))
}

#[derive(Template)]
#[template(path = "splits/shares.html")]
struct SharesPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    shares: Vec<ShareCard>,
    reasons: Vec<Choice>,
    /// The share whose refusal was refused, and what was sent.
    sent: Option<ShareId>,
    form: FormView,
    next: Option<String>,
}

impl SharesPage<'_> {
    fn is_sent(&self, id: &ShareId) -> bool {
        self.sent.as_ref() == Some(id)
    }
}

async fn shares<'a>(
    house: &House,
    page: &'a Page,
    maker: &Maker,
    listing: Listing,
    sent: Option<(ShareId, DeclineForm, Problems)>,
) -> Result<SharesPage<'a>> {
    let own = maker.organisation;
    let found = house.db.read(move |conn| store::own_shares(conn, own, None, listing)).await?;
    let listed = listing.page(found, |own| own.share.id.0);
    let (id, form, problems) = match sent {
        Some((id, form, problems)) => (Some(id), form, problems),
        None => (None, DeclineForm::default(), Problems::new()),
    };
    Ok(SharesPage {
        page,
        crumbs: vec![
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("", page.say("shares-title")),
        ],
        shares: listed.items.iter().map(|own| ShareCard::new(page, own)).collect(),
        reasons: page.choices("share-reason", Reason::WORDS),
        sent: id,
        form: FormView::new(page.language(), &form).with_problems(problems),
        next: listed.next.map(|cursor| format!("/workshop/shares?cursor={cursor}")),
    })
}

async fn list(house: web::Data<House>, page: Page, maker: Maker, listing: Listing) -> Result<HttpResponse> {
    page.show(&shares(&house, &page, &maker, listing, None).await?)
}

async fn confirm(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<ShareId>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    house.db.write(move |tx| answering::confirm_share(tx, &settings, &maker, *id)).await?;
    Ok(page.see_other("/workshop/shares", Some("notice-share-confirmed")))
}

async fn decline(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<ShareId>,
    input: Input<DeclineForm>,
) -> Result<HttpResponse> {
    let (id, form, settings, by) =
        (id.into_inner(), input.into_inner(), house.settings.clone(), maker.clone());
    let sent = form.clone();
    match house.db.write(move |tx| answering::decline_share(tx, &settings, &by, id, &sent)).await {
        Ok(_) => Ok(page.see_other("/workshop/shares", Some("notice-share-declined"))),
        Err(Error::Invalid(problems)) => {
            let listing = Listing { before: i64::MAX, limit: 50 };
            page.show_again(&shares(&house, &page, &maker, listing, Some((id, form, problems))).await?)
        }
        Err(error) => Err(error),
    }
}
