//! The negotiation: the first offer, counter-offers, and how it ends without terms. Each step is one write: the rules are asked,
//! the row changes, the fact is recorded and the other side is written to, or nothing of it happens.

use super::letters::{self, News};
use super::offer::{AnswerForm, NewOffer, OfferForm, QuoteForm};
use super::quote::{Quote, QuoteLine, QuoteStep};
use super::store;
use crate::accounts::{Kind, Member, Organisation};
use crate::catalogue::{self, Audience, Product};
use crate::commitments::Grant;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, QuoteId, RequestId};
use crate::input::{Fields, Raw};
use crate::matching::{self, Outcome, RequestStatus, SourcingRequest};
use crate::settings::Settings;
use crate::trade::exclusivity::{self, Sale};
use crate::trade::lines;
use crate::trade::parties::{self, as_party};
use crate::trade::{Side, Trader};

/// Begins a quote with its first version: a maker answers a sourcing request, or a buyer asks a maker.
pub fn offer(tx: &mut Write<'_>, settings: &Settings, by: &Member, form: &QuoteForm) -> Result<QuoteId> {
    by.confirm(tx)?;
    let trader = Trader::try_from(by.clone())?;
    let mut fields = Fields::new();
    let request = match form.request.is_blank() {
        true => None,
        false => asked(tx, &mut fields, &form.request, &trader)?,
    };
    let (maker, buyer) = match trader.side {
        Side::Maker => {
            if form.request.is_blank() {
                fields.problem("request", "problem-missing");
            }
            (by.organisation, request.as_ref().map(|request| request.buyer_id))
        }
        Side::Buyer => (asked_maker(tx, &mut fields, &form.maker)?, Some(by.organisation)),
    };
    // Without the two sides nothing else can be checked.
    let Some(buyer) = buyer.filter(|_| fields.is_sound("request") && fields.is_sound("maker")) else {
        return fields.done(QuoteId(0));
    };
    check_request(tx, request.as_ref(), maker, buyer)?;
    if let Some(request) = request.as_ref().filter(|_| trader.side == Side::Maker) {
        matching::check_answer(tx, settings, request.id, maker)?;
    }
    let today = tx.today();
    let conditions = catalogue::conditions(tx, &[maker], buyer, today)?;
    let offer = form.offer().check(fields, tx, maker, &[], &conditions, today)?;
    if trader.side == Side::Buyer {
        check_shown(by, &offer, &[])?;
        lines::check_order_minimum(tx, maker, &conditions, offer.total)?;
    }
    let products: Vec<_> = offer.lines.iter().map(|line| &line.product).collect();
    let grants = broken_promises(tx, request.as_ref(), maker, &products, today)?;
    exclusivity::refuse(tx, &grants, trader.side)?;
    let request = request.map(|request| request.id);
    let id = store::insert(tx, request, maker, buyer)?;
    store::insert_version(tx, id, 1, by, &offer, None)?;
    let quote = store::quote(tx, id)?;
    parties::check_both_approved(tx, &quote)?;
    note_outcome(tx, by, &quote, Outcome::Quoted)?;
    tx.record(by.actor(), Event::QuoteOffered { quote: id, number: 1 });
    letters::tell(tx, settings, &quote, trader.side.other(), News::Offered, None)?;
    Ok(id)
}

/// For those who look back at what was made of a request's matches.
fn note_outcome(tx: &mut Write<'_>, by: &Member, quote: &Quote, outcome: Outcome) -> Result<()> {
    match quote.request_id {
        Some(request) => matching::note_outcome(tx, by, request, quote.maker_id, outcome),
        None => Ok(()),
    }
}

/// A buyer asks for what is shown to buyers of that country, or was offered before.
fn check_shown(buyer: &Member, offer: &NewOffer, before: &[QuoteLine]) -> Result<()> {
    let (mut fields, audience) = (Fields::new(), Audience::of(Some(buyer)));
    for (position, line) in offer.lines.iter().enumerate() {
        let known = before.iter().any(|known| known.product_id == line.product.id);
        if !known && !line.product.is_shown_to(&audience) {
            fields.problem(&format!("lines.{position}.product"), "problem-line-product");
        }
    }
    fields.done(())
}

/// The request that a field names, as far as the trader may answer it.
fn asked(
    conn: &mut DbConnection,
    fields: &mut Fields,
    raw: &Raw,
    trader: &Trader,
) -> Result<Option<SourcingRequest>> {
    let found = match raw.trimmed().parse::<RequestId>() {
        Ok(id) => matching::request(conn, id),
        Err(_) => Err(Error::NotFound),
    };
    let known = |conn: &mut DbConnection, request: &SourcingRequest| -> Result<bool> {
        match trader.side {
            Side::Maker => {
                Ok(request.is_published() && matching::admits(conn, request, trader.organisation)?)
            }
            Side::Buyer => Ok(request.buyer_id == trader.organisation),
        }
    };
    let found = match found {
        Ok(request) if !known(conn, &request)? => Err(Error::NotFound),
        found => found,
    };
    match found {
        Ok(request) => Ok(Some(request)),
        Err(Error::NotFound) => {
            fields.problem("request", "problem-quote-request");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn asked_maker(conn: &mut DbConnection, fields: &mut Fields, raw: &Raw) -> Result<OrganisationId> {
    if raw.is_blank() {
        fields.problem("maker", "problem-missing");
        return Ok(OrganisationId(0));
    }
    let approved = |maker: &Organisation| maker.kind == Kind::Maker && maker.is_approved();
    let found = parties::named(conn, raw)?.filter(approved);
    if found.is_none() {
        fields.problem("maker", "problem-quote-maker");
    }
    Ok(found.map_or(OrganisationId(0), |maker| maker.id))
}

fn check_request(
    conn: &mut DbConnection,
    request: Option<&SourcingRequest>,
    maker: OrganisationId,
    buyer: OrganisationId,
) -> Result<()> {
    let Some(request) = request else { return Ok(()) };
    if request.status != RequestStatus::Open {
        return Err(Error::refused("refusal-quote-request-closed"));
    }
    match store::open_quote(conn, request.id, maker, buyer)? {
        Some(known) => {
            Err(Error::Refused(Message::new("refusal-quote-exists").with("quote", known.to_string())))
        }
        None => Ok(()),
    }
}

/// What this offer would break of what the maker has promised to others.
pub(super) fn broken_promises(
    conn: &mut DbConnection,
    request: Option<&SourcingRequest>,
    maker: OrganisationId,
    products: &[&Product],
    today: crate::clock::Date,
) -> Result<Vec<Grant>> {
    let Some(request) = request else { return Ok(Vec::new()) };
    let sale = Sale {
        maker,
        buyer: request.buyer_id,
        country: &request.destination,
        channel: request.channel,
        from: today,
        until: request.needed_by,
    };
    exclusivity::against_sale(conn, &sale, products)
}

/// A new version, by either side; also what revives an expired offer.
pub fn counter(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: QuoteId,
    form: &OfferForm,
) -> Result<i64> {
    let (quote, side) = as_party::<Quote>(tx, by, id)?;
    let mut fields = Fields::new();
    let seen = fields.whole("number", &form.number, 1..=i64::MAX);
    if !fields.is_sound("number") {
        return fields.done(0);
    }
    let (latest, before) = store::version(tx, id, quote.latest_number)?;
    let today = tx.today();
    quote.check(QuoteStep::Counter, side, seen, &latest, today).map_err(Error::Refused)?;
    parties::check_both_approved(tx, &quote)?;
    let conditions = catalogue::conditions(tx, &[quote.maker_id], quote.buyer_id, today)?;
    let offer = form.check(fields, tx, quote.maker_id, &before, &conditions, today)?;
    if side == Side::Buyer {
        check_shown(by, &offer, &before)?;
        // What was on the table may stay as small as it was.
        if offer.total.minor < latest.total_minor {
            lines::check_order_minimum(tx, quote.maker_id, &conditions, offer.total)?;
        }
    }
    let request = quote.request_id.map(|request| matching::request(tx, request)).transpose()?;
    let products: Vec<_> = offer.lines.iter().map(|line| &line.product).collect();
    let grants = broken_promises(tx, request.as_ref(), quote.maker_id, &products, today)?;
    exclusivity::refuse(tx, &grants, side)?;
    let number = quote.latest_number + 1;
    store::insert_version(tx, id, number, by, &offer, None)?;
    store::set_latest(tx, &quote, number)?;
    tx.record(by.actor(), Event::QuoteOffered { quote: id, number });
    let after = store::quote(tx, id)?;
    letters::tell(tx, settings, &after, side.other(), News::Countered, None)?;
    Ok(number)
}

pub fn decline(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: QuoteId,
    form: &AnswerForm,
) -> Result<()> {
    close(tx, settings, by, id, form, QuoteStep::Decline)
}

pub fn withdraw(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: QuoteId,
    form: &AnswerForm,
) -> Result<()> {
    close(tx, settings, by, id, form, QuoteStep::Withdraw)
}

fn close(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: QuoteId,
    form: &AnswerForm,
    step: QuoteStep,
) -> Result<()> {
    let (quote, side) = as_party::<Quote>(tx, by, id)?;
    let (seen, note) = form.check()?;
    let (latest, _) = store::version(tx, id, quote.latest_number)?;
    quote.check(step, side, seen, &latest, tx.today()).map_err(Error::Refused)?;
    store::close(tx, &quote, step.leads_to(), None, note.as_deref())?;
    let (event, news) = match step {
        QuoteStep::Decline => (Event::QuoteDeclined { quote: id }, News::Declined),
        QuoteStep::Withdraw => (Event::QuoteWithdrawn { quote: id }, News::Withdrawn),
        QuoteStep::Accept | QuoteStep::Counter => return Err(Error::broken("this says no to nothing")),
    };
    tx.record(by.actor(), event);
    letters::tell(tx, settings, &quote, side.other(), news, note.as_deref())
}
