//! The form with which a cluster's agent offers the buyer one quote for a split.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::TimeDelta;

use super::super::consolidating::{self, SplitQuoteForm};
use super::form::USUAL_VALIDITY_DAYS;
use crate::accounts::Agent;
use crate::error::Result;
use crate::ids::SplitId;
use crate::input::Raw;
use crate::splits::{self, Confirmed};
use crate::trade::forms::{self, Trouble};
use crate::web::{Choice, Crumb, FormView, House, Input, Page};

#[derive(Template)]
#[template(path = "trade/quotes/consolidated.html")]
struct ConsolidatedPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    action: String,
    back: String,
    pieces: String,
    workshops: String,
    ready: String,
    form: FormView,
    refusal: Option<String>,
    currencies: Vec<Choice>,
    incoterms: Vec<Choice>,
}

impl<'a> ConsolidatedPage<'a> {
    fn new(page: &'a Page, confirmed: &Confirmed, form: FormView) -> Self {
        let back = format!("/sourcing-requests/{}/splits", confirmed.request.id);
        Self {
            page,
            crumbs: vec![
                Crumb::new(back.as_str(), page.say("split-title")),
                Crumb::new("", page.say("split-quote")),
            ],
            action: format!("/splits/{}/quotes", confirmed.split.id),
            back,
            pieces: page.pieces(confirmed.shares.iter().map(|share| share.pieces).sum()),
            workshops: page.number(confirmed.shares.len() as i64),
            ready: page.date(&confirmed.ready_on()),
            form,
            refusal: None,
            currencies: forms::currencies(page),
            incoterms: forms::incoterms(page),
        }
    }
}

pub async fn new(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<SplitId>,
) -> Result<HttpResponse> {
    let confirmed = house.db.read(move |conn| splits::confirmed(conn, &agent, *id)).await?;
    let valid_until: Raw = (house.today() + TimeDelta::days(USUAL_VALIDITY_DAYS)).into();
    let currency = confirmed.currency().map(Raw::from).unwrap_or_default();
    let form = SplitQuoteForm { currency, valid_until, ..SplitQuoteForm::default() };
    page.show(&ConsolidatedPage::new(&page, &confirmed, FormView::new(page.language(), &form)))
}

pub async fn offer(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<SplitId>,
    input: Input<SplitQuoteForm>,
) -> Result<HttpResponse> {
    let (form, settings, by, id) =
        (input.into_inner(), house.settings.clone(), agent.clone(), id.into_inner());
    let sent = form.clone();
    match house.db.write(move |tx| consolidating::offer_split(tx, &settings, &by, id, &sent)).await {
        Ok(quote) => Ok(page.see_other(&format!("/quotes/{quote}"), Some("notice-quote-offered"))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let confirmed = house.db.read(move |conn| splits::confirmed(conn, &agent, id)).await?;
            let view = FormView::new(page.language(), &form).with_problems(trouble.problems);
            let mut again = ConsolidatedPage::new(&page, &confirmed, view);
            again.refusal = trouble.refusal.as_ref().map(|message| page.message(message));
            page.show_with(trouble.status, &again)
        }
    }
}
