//! Coming to terms. One write in which the quote is closed, hands are kept free for it, the request behind it is met and
//! those who were not chosen are told; or nothing of it happens.

use std::collections::BTreeSet;

use super::letters::{self, News};
use super::offer::AnswerForm;
use super::quote::{Quote, QuoteLine, QuoteStatus, QuoteStep};
use super::store;
use crate::accounts::Member;
use crate::catalogue::{self, Product};
use crate::db::{Actor, DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, QuoteId, RequestId};
use crate::matching::{self, Outcome};
use crate::settings::Settings;
use crate::splits;
use crate::trade::Side;
use crate::trade::making::{self, Making};
use crate::trade::parties::{self, as_party};

/// Accepts the other side's latest version: the one that was seen, or none.
pub fn accept(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: QuoteId,
    form: &AnswerForm,
) -> Result<()> {
    let (quote, side) = as_party::<Quote>(tx, by, id)?;
    let (seen, note) = form.check()?;
    let (latest, lines) = store::version(tx, id, quote.latest_number)?;
    let today = tx.today();
    quote.check(QuoteStep::Accept, side, seen, &latest, today).map_err(Error::Refused)?;
    parties::check_both_approved(tx, &quote)?;
    let products = products(tx, &lines)?;
    let ready = making::ready_on(today, Some(latest.lead_time_days), &[]);
    let made = products.iter().zip(lines.iter().map(|line| line.quantity));
    Making::new(made, (today, ready)).reserve_for_quote(tx, id, by.language)?;
    if let Some(split) = latest.split_id {
        splits::sell(tx, settings, split)?;
    }
    store::close(tx, &quote, QuoteStatus::Accepted, Some(seen), note.as_deref())?;
    let makers: BTreeSet<OrganisationId> = products.iter().map(|product| product.maker_id).collect();
    for (request, maker) in
        quote.request_id.iter().flat_map(|request| makers.iter().map(move |own| (*request, *own)))
    {
        matching::note_outcome(tx, by, request, maker, Outcome::Won)?;
    }
    tx.record(by.actor(), Event::QuoteAccepted { quote: id });
    letters::tell(tx, settings, &quote, side.other(), News::Accepted, note.as_deref())?;
    match quote.request_id {
        Some(request) => meet(tx, settings, &quote, request),
        None => Ok(()),
    }
}

/// The workshops that make what was accepted: of a cluster's quote, each that has a share.
pub fn makers(conn: &mut DbConnection, id: QuoteId) -> Result<BTreeSet<OrganisationId>> {
    let quote = store::quote(conn, id)?;
    let (_, lines) = store::latest(conn, &quote)?;
    Ok(products(conn, &lines)?.iter().map(|product| product.maker_id).collect())
}

fn products(conn: &mut DbConnection, lines: &[QuoteLine]) -> Result<Vec<Product>> {
    lines.iter().map(|line| catalogue::product(conn, line.product_id)).collect()
}

/// Once what was accepted comes to the least that was asked for, the request has its answer. Until then the buyer may go on
/// with the others. It is the buyer's choice that the others hear of, whichever side said the last word.
fn meet(tx: &mut Write<'_>, settings: &Settings, quote: &Quote, id: RequestId) -> Result<()> {
    let request = matching::request(tx, id)?;
    if store::accepted_pieces(tx, id)? < request.quantity {
        return Ok(());
    }
    let actor = Actor { organisation: Some(quote.buyer_id), ..Actor::default() };
    matching::close_met(tx, actor, &request)?;
    for (other, _) in store::open_of_request(tx, id)? {
        store::close(tx, &other, QuoteStatus::NotChosen, None, None)?;
        tx.record(actor, Event::QuoteNotChosen { quote: other.id });
        letters::tell(tx, settings, &other, Side::Maker, News::NotChosen, None)?;
    }
    Ok(())
}
