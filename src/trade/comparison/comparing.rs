//! Putting the open quotes of a request side by side.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::costs;
use super::query::Order;
use super::views::{CertificateName, ComparedView, ComparisonView, ExclusivityView, RateView};
use crate::catalogue::{self, Certificate};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::Result;
use crate::locale::Language;
use crate::matching::SourcingRequest;
use crate::money::{Currency, Money, Rates};
use crate::rates;
use crate::trade::parties::Partners;
use crate::trade::quotes::{self, Quote, QuoteVersion};
use crate::trade::{LineView, agreements};

pub(super) fn compare(
    conn: &mut DbConnection,
    request: &SourcingRequest,
    currency: Option<Currency>,
    order: Order,
    today: Date,
) -> Result<ComparisonView> {
    let currency = currency.or(request.currency).unwrap_or(Currency::EUR);
    let rates = rates::latest(conn, today)?;
    let mut partners = Partners::default();
    let mut rows = Vec::new();
    for (quote, version) in quotes::open_of_request(conn, request.id)? {
        rows.push(compared(conn, &mut partners, request, quote, version, &rates, currency, today)?);
    }
    match order {
        // What cannot be converted comes last; it is neither cheap nor dear.
        Order::Landed => rows.sort_by_key(|row| {
            (row.landed_amount.is_none(), row.landed_amount.map(|money| money.minor), row.quote_id)
        }),
        Order::LeadTime => rows.sort_by_key(|row| (row.lead_time_days, row.quote_id)),
    }
    let used: BTreeSet<Currency> =
        rows.iter().map(|row| row.amount.currency).filter(|own| *own != currency).collect();
    let known = |own: &Currency| rates.of(*own).is_some() && rates.of(currency).is_some();
    let without_rate = used.iter().filter(|own| !known(own)).map(|own| own.code()).collect();
    let mut shown: BTreeSet<Currency> = used.iter().copied().filter(known).collect();
    if !shown.is_empty() {
        shown.insert(currency);
    }
    shown.remove(&Currency::EUR);
    let rules: Vec<_> = rows.iter().map(|row| row.incoterm).collect();
    Ok(ComparisonView {
        request_id: request.id,
        currency: currency.code(),
        sort: order,
        rates: shown.into_iter().map(|own| rate_view(conn, &rates, own)).collect::<Result<_>>()?,
        without_rate,
        rules_differ: rules.iter().any(|rule| Some(rule) != rules.first()),
        quotes: rows,
    })
}

fn rate_view(conn: &mut DbConnection, rates: &Rates, currency: Currency) -> Result<RateView> {
    Ok(RateView {
        currency: currency.code(),
        per_eur: rates.of(currency).map(|rate| rate.to_string()).unwrap_or_default(),
        month: rates.month.clone(),
        source: rates::source_of(conn, &rates.month, currency)?.unwrap_or_default(),
    })
}

#[allow(clippy::too_many_arguments)]
fn compared(
    conn: &mut DbConnection,
    partners: &mut Partners,
    request: &SourcingRequest,
    quote: Quote,
    version: QuoteVersion,
    rates: &Rates,
    currency: Currency,
    today: Date,
) -> Result<ComparedView> {
    let (_, lines) = quotes::version(conn, quote.id, version.number)?;
    let quantity = lines.iter().map(|line| line.quantity).sum::<i64>();
    let total = version.total();
    let landed = rates.convert(total, currency);
    let ready_on = today + TimeDelta::days(version.lead_time_days);
    let products: Vec<_> = lines.iter().map(|line| line.product_id).collect();
    let most = request.quantity_most.unwrap_or(request.quantity).max(request.quantity);
    let mut certificates = catalogue::certificates_of_makers(conn, &[quote.maker_id])?;
    let holds = |one: &Certificate| {
        one.is_valid_on(ready_on) && products.iter().any(|product| one.is_about(*product))
    };
    certificates.retain(holds);
    let has = |scheme: &&String| certificates.iter().any(|one| one.scheme == **scheme);
    let lacking = request.certificates.iter().filter(|scheme| !has(scheme));
    let exclusivity = agreements::exclusive_between(conn, quote.maker_id, quote.buyer_id)?
        .into_iter()
        .filter(|one| one.channel == request.channel && one.territory.contains(&request.destination))
        .filter(|one| one.ends_on >= today)
        .map(|one| ExclusivityView {
            agreement_id: one.id,
            title: one.title,
            status: one.status,
            ends_on: one.ends_on,
        });
    Ok(ComparedView {
        quote_id: quote.id,
        number: version.number,
        maker: partners.get(conn, quote.maker_id)?,
        offered_by: version.offered_by,
        quantity,
        quantity_difference: quantity - quantity.clamp(request.quantity, most),
        other_rule: !request.incoterms.is_empty() && !request.incoterms.contains(&version.incoterm),
        total: total.into(),
        landed: landed.map(Into::into),
        above_target: above_target(request, quantity, total, rates),
        incoterm: version.incoterm,
        to_add: costs::to_add(version.incoterm),
        lead_time_days: version.lead_time_days,
        ready_on,
        days_late: (ready_on - request.needed_by).num_days().max(0),
        valid_until: version.valid_until,
        expired: version.is_expired(today),
        certificates: certificates.iter().map(named).collect(),
        certificates_lacking: lacking.cloned().collect(),
        exclusivity: exclusivity.collect(),
        lines: lines
            .into_iter()
            .map(|line| {
                let price = line.unit_price(version.currency);
                LineView::new((line.product_id, line.variant_id), line.title, line.quantity, price)
            })
            .collect(),
        named_place: version.named_place,
        amount: total,
        landed_amount: landed,
    })
}

fn named(one: &Certificate) -> CertificateName {
    CertificateName {
        id: one.id,
        scheme: one.scheme.clone(),
        titles: Language::ALL.map(|language| one.title(language)),
    }
}

fn above_target(request: &SourcingRequest, quantity: i64, total: Money, rates: &Rates) -> Option<bool> {
    let target = request.target_price()?.times(quantity)?;
    Some(rates.convert(total, target.currency)?.minor > target.minor)
}
