//! The list of one's quotes.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::super::QuoteStatus;
use super::super::api::{QuoteQuery, listed};
use super::super::view::QuoteSummary;
use crate::accounts::{Member, SignedIn};
use crate::error::Result;
use crate::web::{Choice, FormView, House, Listing, Page, Query};

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

pub async fn list(
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
        statuses: page.choices("status", QuoteStatus::WORDS),
    })
}
