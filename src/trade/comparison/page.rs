//! Quotes side by side for people.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::comparing;
use super::costs::Cost;
use super::query::{CompareQuery, Order};
use super::views::{ComparedView, ComparisonView};
use crate::accounts::Buyer;
use crate::catalogue;
use crate::clock::Date;
use crate::error::Result;
use crate::ids::RequestId;
use crate::matching::{self, SourcingRequest};
use crate::trade::forms;
use crate::web::{Access, Choice, Crumb, FormView, House, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/sourcing-requests/{id}/quotes", Access::Buyer, "compare a request's quotes", show)]
}

#[derive(Template)]
#[template(path = "trade/comparison/show.html")]
struct ComparePage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 3],
    request: SourcingRequest,
    wanted: String,
    view: ComparisonView,
    month: String,
    without_rate: String,
    form: FormView,
    currencies: Vec<Choice>,
    orders: Vec<Choice>,
}

impl ComparePage<'_> {
    /// What has still to be paid besides, in plain words.
    fn to_add(&self, quote: &ComparedView) -> Vec<String> {
        quote.to_add.iter().map(|cost: &Cost| self.page.term("cost", cost.word())).collect()
    }

    fn means(&self, quote: &ComparedView) -> String {
        self.page.term("incoterm-means", quote.incoterm)
    }

    fn difference(&self, quote: &ComparedView) -> Option<String> {
        let key = match quote.quantity_difference {
            0 => return None,
            more if more > 0 => "compare-more",
            _ => "compare-less",
        };
        let pieces = self.page.pieces(quote.quantity_difference.abs());
        Some(self.page.say(key).with("pieces", pieces).to_string())
    }

    fn lacking(&self, quote: &ComparedView) -> Vec<String> {
        let label = |scheme: &String| catalogue::scheme_label(scheme, self.page.language());
        quote.certificates_lacking.iter().map(label).collect()
    }

    fn certificates(&self, quote: &ComparedView) -> String {
        let language = self.page.language();
        quote.certificates.iter().map(|one| one.title(&language)).collect::<Vec<_>>().join(" · ")
    }
}

async fn show(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    id: web::Path<RequestId>,
    Query(query): Query<CompareQuery>,
) -> Result<HttpResponse> {
    let ((currency, order), today) = (query.check()?, house.today());
    let (request, view) = house
        .db
        .read(move |conn| {
            let request = matching::own_request(conn, &buyer, *id)?;
            let view = comparing::compare(conn, &request, currency, order, today)?;
            Ok((request, view))
        })
        .await?;
    let shown = CompareQuery { currency: view.currency.into(), sort: view.sort.into() };
    let month = view.rates.first().and_then(|rate| format!("{}-01", rate.month).parse::<Date>().ok());
    page.show(&ComparePage {
        page: &page,
        crumbs: [
            Crumb::new("/sourcing-requests", page.say("nav-sourcing-requests")),
            Crumb::new(format!("/sourcing-requests/{}", request.id), &request.title),
            Crumb::new("", page.say("compare-title")),
        ],
        wanted: page.message(&request.pieces(page.language())),
        month: month.map(|day| crate::locale::month(page.language(), day)).unwrap_or_default(),
        without_rate: view.without_rate.join(", "),
        form: FormView::new(page.language(), &shown),
        currencies: forms::currencies(&page),
        orders: page.choices("compare-order", Order::WORDS),
        request,
        view,
    })
}
