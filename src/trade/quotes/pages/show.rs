//! A quote with all its versions, how it went, and what can be done with it.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::super::store;
use super::super::view::{QuoteSummary, QuoteView, VersionView};
use super::super::{Quote, QuoteStatus, QuoteStep};
use crate::accounts::Member;
use crate::error::{Error, Result};
use crate::ids::QuoteId;
use crate::matching::{self, SourcingRequest};
use crate::trade::forms::StepView;
use crate::trade::{Reader, Side, conversations};
use crate::web::{House, Page};

/// One version as the page tells it.
pub struct VersionRow {
    version: VersionView,
    by: String,
    lead_time: String,
}

#[derive(Template)]
#[template(path = "trade/quotes/show.html")]
pub struct ShowPage<'a> {
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
    /// Until when hands are kept free for it.
    reserved_until: Option<String>,
    /// Where the two talk about it, or could begin to; a cluster and a buyer talk elsewhere.
    talk: Option<String>,
    pub refusal: Option<String>,
}

pub async fn show_page<'a>(
    house: &House,
    page: &'a Page,
    member: &Member,
    side: Side,
    id: QuoteId,
) -> Result<ShowPage<'a>> {
    let (settings, today) = (house.settings.clone(), house.today());
    let (quote, latest, view, request, talk) = house
        .db
        .read(move |conn| {
            let quote = store::quote(conn, id)?;
            let (latest, _) = store::version(conn, id, quote.latest_number)?;
            let request = quote.request_id.map(|id| matching::request(conn, id)).transpose()?;
            let talk = conversations::between(conn, quote.maker_id, quote.buyer_id, quote.request_id)?;
            Ok((quote, latest, QuoteView::load(conn, &settings, id, today)?, request, talk))
        })
        .await?;
    let reserved_until = view.reserved_until.map(|day| page.date(&day));
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
        QuoteStatus::NotChosen => "quote-next-not-chosen",
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
        talk: match talk {
            _ if latest.split_id.is_some() => None,
            Some(known) => Some(format!("/conversations/{}", known.id)),
            None => Some(format!("/conversations/new?quote={id}")),
        },
        request,
        reserved_until,
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

pub async fn show(house: web::Data<House>, page: Page, reader: Reader<Quote>) -> Result<HttpResponse> {
    let side = reader.side().ok_or(Error::NotFound)?;
    page.show(&show_page(&house, &page, &reader.member, side, reader.of.id).await?)
}
