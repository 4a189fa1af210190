//! The life of an order after its draft: confirmed, shipped, delivered, paid, or cancelled on the way.

use chrono::TimeDelta;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::deal::{Deal, DealStatus, DealStep};
use super::draft::{by_maker, check_promises};
use super::letters::{self, News};
use super::store;
use crate::accounts::{self, Member};
use crate::catalogue;
use crate::commitments::{self, Holder};
use crate::db::Write;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::DealId;
use crate::input::{Fields, Raw};
use crate::settings::Settings;
use crate::trade::Side;
use crate::trade::agreements::{self, AgreementStatus};
use crate::trade::making::{self, Making};
use crate::trade::parties::{self, as_party};
use crate::trade::quotes;

/// Confirming, delivering, paying: there is nothing to say but that it is so.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StepForm {
    /// The version that was read, if it must still be that one.
    pub version: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ShipForm {
    /// The day the goods left, today at the latest; left out: today.
    pub shipped_on: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CancelForm {
    /// Why; the other side reads it.
    pub note: Raw,
}

fn begin(tx: &mut Write<'_>, by: &Member, id: DealId, step: DealStep) -> Result<(Deal, Side)> {
    let (deal, side) = as_party::<Deal>(tx, by, id)?;
    deal.check(step, side).map_err(Error::Refused)?;
    Ok((deal, side))
}

impl StepForm {
    fn check(&self, deal: &Deal) -> Result<()> {
        let mut fields = Fields::new();
        let version = fields.optional_whole("version", &self.version, 1..=i64::MAX);
        fields.done(())?;
        if version.is_some_and(|version| version != deal.version) { Err(Error::Conflict) } else { Ok(()) }
    }
}

/// The other side says yes: the order stands, and the pieces take up the maker's capacity until they are ready.
pub fn confirm(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: DealId,
    form: &StepForm,
) -> Result<()> {
    let (deal, side) = begin(tx, by, id, DealStep::Confirm)?;
    form.check(&deal)?;
    let agreement = agreements::agreement(tx, deal.agreement_id)?;
    if agreement.status != AgreementStatus::Active {
        return Err(Error::refused("refusal-deal-agreement-inactive"));
    }
    parties::check_both_approved(tx, &deal)?;
    let lines = store::lines(tx, id)?;
    let mut products = Vec::new();
    for line in &lines {
        products.push(agreement.conditions().apply(catalogue::product(tx, line.product_id)?));
    }
    let products: Vec<_> = products.iter().collect();
    let today = tx.today();
    // From its confirmation on an order stands: pieces are made for it, and an exporter is told. So this is where goods
    // begin to leave the country; to refuse them on the quay would come too late for both sides.
    if deal.origin != deal.destination {
        for (maker, products) in by_maker(&products) {
            catalogue::check_export(tx, maker, &products, today, side == Side::Maker)?;
        }
    }
    let quoted = match deal.quote_id {
        Some(quote) => {
            let quote = quotes::quote(tx, quote)?;
            Some(quotes::latest(tx, &quote)?.0.lead_time_days)
        }
        None => None,
    };
    let ready = making::ready_on(today, quoted, &products);
    check_promises(tx, &agreement, &deal.destination, &products, (today, ready), side)?;
    let made = products.iter().copied().zip(lines.iter().map(|line| line.quantity));
    Making::new(made, (today, ready)).reserve_for_deal(tx, id, deal.quote_id, by.language)?;
    store::set_confirmed(tx, &deal)?;
    tx.record(by.actor(), Event::DealConfirmed { deal: id });
    letters::tell(tx, settings, &deal, side.other(), News::Confirmed, None)?;
    letters::tell_exporter(tx, settings, &deal)
}

/// The goods have left. From that day the exporter's country counts the days until the proceeds are due back.
pub fn ship(tx: &mut Write<'_>, settings: &Settings, by: &Member, id: DealId, form: &ShipForm) -> Result<()> {
    let (deal, side) = begin(tx, by, id, DealStep::Ship)?;
    let mut fields = Fields::new();
    let today = tx.today();
    let shipped_on = fields.optional_date("shipped_on", &form.shipped_on).unwrap_or(today);
    if fields.is_sound("shipped_on") {
        if shipped_on > today {
            fields.problem("shipped_on", "problem-trade-date-future");
        } else if deal.confirmed_at.is_some_and(|confirmed| shipped_on < confirmed.date()) {
            fields.problem("shipped_on", "problem-deal-shipped-early");
        }
    }
    fields.done(())?;
    let exporter = accounts::organisation(tx, deal.exporter_id)?;
    let days = settings.programme.repatriation_days.get(&exporter.country);
    let repatriate_by = days.map(|days| shipped_on + TimeDelta::days(*days));
    store::set_shipped(tx, &deal, shipped_on, repatriate_by)?;
    // What has left the workshop takes up no capacity any more.
    commitments::release_capacity(tx, Holder::Deal(id))?;
    tx.record(by.actor(), Event::DealShipped { deal: id });
    letters::tell(tx, settings, &deal, side.other(), News::Shipped, None)
}

pub fn deliver(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: DealId,
    form: &StepForm,
) -> Result<()> {
    let (deal, side) = begin(tx, by, id, DealStep::Deliver)?;
    form.check(&deal)?;
    store::set_delivered(tx, &deal)?;
    tx.record(by.actor(), Event::DealDelivered { deal: id });
    letters::tell(tx, settings, &deal, side.other(), News::Delivered, None)
}

pub fn pay(tx: &mut Write<'_>, settings: &Settings, by: &Member, id: DealId, form: &StepForm) -> Result<()> {
    let (deal, side) = begin(tx, by, id, DealStep::Pay)?;
    form.check(&deal)?;
    store::set_paid(tx, &deal)?;
    tx.record(by.actor(), Event::DealPaid { deal: id });
    letters::tell(tx, settings, &deal, side.other(), News::Paid, None)
}

/// Either side, until it is paid. What was reserved is free again.
pub fn cancel(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: DealId,
    form: &CancelForm,
) -> Result<()> {
    let (deal, side) = begin(tx, by, id, DealStep::Cancel)?;
    let mut fields = Fields::new();
    let note = fields.text("note", &form.note, 1000);
    fields.done(())?;
    store::set_cancelled(tx, &deal, &note)?;
    commitments::release_capacity(tx, Holder::Deal(id))?;
    tx.record(by.actor(), Event::DealCancelled { deal: id });
    letters::tell(tx, settings, &deal, side.other(), News::Cancelled, Some(&note))?;
    // The exporter heard of it when it was confirmed.
    match deal.status {
        DealStatus::Draft => Ok(()),
        _ => letters::tell_exporter_cancelled(tx, settings, &deal, &note),
    }
}
