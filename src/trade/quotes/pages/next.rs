//! The counter-offer, which also revives an expired one.

use actix_web::{HttpResponse, web};

use super::super::offer::OfferForm;
use super::super::{Quote, negotiation, store};
use super::form::{OfferPage, Subject, USUAL_VALIDITY_DAYS};
use crate::catalogue::{self, Audience};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::Result;
use crate::matching;
use crate::trade::forms::{self, Trouble};
use crate::trade::wares::{Market, wares};
use crate::trade::{Between, Party, Side};
use crate::web::{FormView, House, Input, Page};

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

pub async fn edit(house: web::Data<House>, page: Page, party: Party<Quote>) -> Result<HttpResponse> {
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

pub async fn counter(
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
