//! The first offer: a maker answers a request, or a buyer asks a maker.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::super::negotiation;
use super::super::offer::QuoteForm;
use super::form::{OfferPage, Subject, USUAL_VALIDITY_DAYS};
use crate::accounts::Kind;
use crate::catalogue::{self, Audience, Product};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{ProductId, RequestId};
use crate::input::Raw;
use crate::matching;
use crate::trade::forms::{self, Trouble};
use crate::trade::wares::{Market, Ware, wares};
use crate::trade::{Side, Trader, parties};
use crate::web::{FormView, House, Input, Page, Query};

/// Which form is wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewQuery {
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
    if let Some(request) = &request {
        let known = request.buyer_id == trader.organisation
            || request.is_published() && matching::admits(conn, request, trader.organisation)?;
        if !known {
            return Err(Error::NotFound);
        }
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

pub async fn new(
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

pub async fn offer(
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
