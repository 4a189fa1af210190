//! All SQL about deals.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::draft::NewDeal;
use super::{Deal, DealAllocation, DealLine, DealStatus};
use crate::accounts::Member;
use crate::clock::Date;
use crate::db::schema::{deal_allocations, deal_lines, deals};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{AgreementId, DealId, OrganisationId};
use crate::trade::agreements::Agreement;
use crate::web::Listing;

pub fn deal(conn: &mut DbConnection, id: DealId) -> Result<Deal> {
    Ok(Deal::query().filter(deals::id.eq(id)).first(conn)?)
}

pub fn lines(conn: &mut DbConnection, deal: DealId) -> Result<Vec<DealLine>> {
    Ok(DealLine::query().filter(deal_lines::deal_id.eq(deal)).order(deal_lines::id).load(conn)?)
}

/// Which deals.
#[derive(Clone, Copy, Debug, Default)]
pub struct DealFilter {
    /// Those that an organisation has a part in; everyone's if none is named.
    pub organisation: Option<OrganisationId>,
    pub status: Option<DealStatus>,
    pub agreement: Option<AgreementId>,
}

/// Deals, newest first.
pub fn listed(conn: &mut DbConnection, filter: DealFilter, listing: Listing) -> Result<Vec<Deal>> {
    let mut query = Deal::query().filter(deals::id.lt(DealId(listing.before))).into_boxed();
    if let Some(own) = filter.organisation {
        query =
            query.filter(deals::maker_id.eq(own).or(deals::buyer_id.eq(own)).or(deals::exporter_id.eq(own)));
    }
    if let Some(status) = filter.status {
        query = query.filter(deals::status.eq(status));
    }
    if let Some(agreement) = filter.agreement {
        query = query.filter(deals::agreement_id.eq(agreement));
    }
    Ok(query.order(deals::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// The deal and its lines, with what must not change any more: titles, SKU, HS codes, origins and prices of today.
pub(super) fn insert(
    tx: &mut Write<'_>,
    agreement: &Agreement,
    by: &Member,
    new: &NewDeal,
) -> Result<DealId> {
    let now = tx.now();
    let id: DealId = diesel::insert_into(deals::table)
        .values((
            deals::agreement_id.eq(agreement.id),
            deals::quote_id.eq(new.quote),
            deals::maker_id.eq(agreement.maker_id),
            deals::buyer_id.eq(agreement.buyer_id),
            deals::exporter_id.eq(new.exporter),
            deals::status.eq(DealStatus::Draft),
            deals::currency.eq(new.total.currency),
            deals::total_minor.eq(new.total.minor),
            deals::incoterm.eq(new.delivery.incoterm),
            deals::named_place.eq(&new.delivery.named_place),
            deals::origin.eq(&new.origin),
            deals::destination.eq(&new.destination),
            deals::created_by.eq(by.organisation),
            deals::created_at.eq(now),
            deals::updated_at.eq(now),
        ))
        .returning(deals::id)
        .get_result(&mut **tx)?;
    for line in &new.lines {
        let product = &line.product;
        diesel::insert_into(deal_lines::table)
            .values((
                deal_lines::deal_id.eq(id),
                deal_lines::product_id.eq(product.id),
                // Papers are written in the language of the agreement.
                deal_lines::title.eq(line.title(agreement.terms_language)),
                deal_lines::variant_id.eq(line.variant.as_ref().map(|variant| variant.id)),
                deal_lines::sku.eq(line.sku()),
                deal_lines::hs_code.eq(product.hs_code.as_deref().unwrap_or_default()),
                deal_lines::origin.eq(product.origin.as_deref().unwrap_or_default()),
                deal_lines::quantity.eq(line.quantity),
                deal_lines::unit_price_minor.eq(line.unit_price.minor),
            ))
            .execute(&mut **tx)?;
        if product.maker_id != agreement.maker_id {
            let amount = line.unit_price.times(line.quantity).unwrap_or(line.unit_price);
            diesel::insert_into(deal_allocations::table)
                .values((
                    deal_allocations::deal_id.eq(id),
                    deal_allocations::maker_id.eq(product.maker_id),
                    deal_allocations::product_id.eq(product.id),
                    deal_allocations::quantity.eq(line.quantity),
                    deal_allocations::amount_minor.eq(amount.minor),
                ))
                .execute(&mut **tx)?;
        }
    }
    Ok(id)
}

/// Which workshops make how much of what a cluster sells; nothing where the maker sells for itself.
pub fn allocations(conn: &mut DbConnection, deal: DealId) -> Result<Vec<DealAllocation>> {
    Ok(DealAllocation::query()
        .filter(deal_allocations::deal_id.eq(deal))
        .order(deal_allocations::id)
        .load(conn)?)
}

/// The same of all orders.
pub fn all_allocations(conn: &mut DbConnection) -> Result<Vec<DealAllocation>> {
    Ok(DealAllocation::query().order(deal_allocations::id).load(conn)?)
}

/// The workshops that make an order.
pub fn makers(conn: &mut DbConnection, id: DealId) -> Result<BTreeSet<OrganisationId>> {
    let allocated: BTreeSet<_> = allocations(conn, id)?.iter().map(|own| own.maker_id).collect();
    if allocated.is_empty() { Ok([deal(conn, id)?.maker_id].into()) } else { Ok(allocated) }
}

/// Changes a row that nobody has touched since it was read.
macro_rules! change {
    ($tx:expr, $deal:expr, $status:expr, $($assignment:expr),+ $(,)?) => {{
        let now = $tx.now();
        let changed = diesel::update(deals::table.find($deal.id))
            .filter(deals::version.eq($deal.version))
            .set((
                deals::status.eq($status),
                $($assignment,)+
                deals::updated_at.eq(now),
                deals::version.eq($deal.version + 1),
            ))
            .execute(&mut **$tx)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }};
}

pub(super) fn set_confirmed(tx: &mut Write<'_>, deal: &Deal) -> Result<()> {
    let now = tx.now();
    change!(tx, deal, DealStatus::Confirmed, deals::confirmed_at.eq(now))
}

pub(super) fn set_shipped(
    tx: &mut Write<'_>,
    deal: &Deal,
    shipped_on: Date,
    repatriate_by: Option<Date>,
) -> Result<()> {
    change!(
        tx,
        deal,
        DealStatus::Shipped,
        deals::shipped_on.eq(shipped_on),
        deals::repatriate_by.eq(repatriate_by),
    )
}

pub(super) fn set_delivered(tx: &mut Write<'_>, deal: &Deal) -> Result<()> {
    let now = tx.now();
    change!(tx, deal, DealStatus::Delivered, deals::delivered_at.eq(now))
}

pub(super) fn set_paid(tx: &mut Write<'_>, deal: &Deal) -> Result<()> {
    let now = tx.now();
    change!(tx, deal, DealStatus::Paid, deals::paid_at.eq(now))
}

pub(super) fn set_cancelled(tx: &mut Write<'_>, deal: &Deal, note: &str) -> Result<()> {
    let now = tx.now();
    change!(tx, deal, DealStatus::Cancelled, deals::cancelled_at.eq(now), deals::cancelled_note.eq(note))
}
