//! The form of an offer, and what it is about.

use actix_web::HttpResponse;
use askama::Template;

use crate::error::Result;
use crate::ids::QuoteId;
use crate::matching::SourcingRequest;
use crate::trade::Partner;
use crate::trade::forms::{self, LineRow, Trouble};
use crate::trade::wares::{Market, Ware};
use crate::web::{Choice, FormView, Page};

/// An offer that is not answered within a month is seldom answered at all.
pub const USUAL_VALIDITY_DAYS: i64 = 30;

/// The form of an offer, whether it is the first or answers another one.
#[derive(Template)]
#[template(path = "trade/quotes/form.html")]
pub struct OfferPage<'a> {
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
pub struct Subject {
    pub quote: Option<QuoteId>,
    pub partner: Partner,
    pub request: Option<SourcingRequest>,
    pub wares: Vec<Ware>,
    pub market: Market,
}

impl<'a> OfferPage<'a> {
    pub fn new(page: &'a Page, subject: Subject, form: FormView, rows: Vec<LineRow>) -> Self {
        let wanted = subject.request.as_ref().map(|request| page.message(&request.pieces(page.language())));
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

    pub fn again(mut self, trouble: Trouble) -> Result<HttpResponse> {
        self.refusal = trouble.refusal.as_ref().map(|message| self.page.message(message));
        self.form = self.form.with_problems(trouble.problems);
        self.page.show_with(trouble.status, &self)
    }
}
