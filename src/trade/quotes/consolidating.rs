//! A cluster answers as one supplier: the confirmed shares of a split become one quote, with one exporter of record, one
//! total and one day. Which workshop makes how much, and for which price of its own, stands in the allocations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::letters::{self, News};
use super::negotiation::broken_promises;
use super::offer::{NewOffer, validity};
use super::quote::QuoteStatus;
use super::store;
use crate::accounts::Member;
use crate::catalogue;
use crate::clock::Date;
use crate::db::{Actor, DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, QuoteId, SplitId};
use crate::input::{Fields, Raw};
use crate::matching::{self, Outcome};
use crate::money::{Currency, Money};
use crate::rates;
use crate::settings::Settings;
use crate::splits::{self, Confirmed, Share};
use crate::trade::parties::check_both_approved;
use crate::trade::{Delivery, Line, Side, exclusivity, lines};

/// What the shares do not say yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SplitQuoteForm {
    /// ISO 4217 code of all prices; left out: the one that the request, or else the first share, names.
    pub currency: Raw,
    /// A rule of Incoterms 2020.
    pub incoterm: Raw,
    /// `true` if the goods go by sea: FAS, FOB, CFR and CIF are for the sea alone.
    pub by_sea: Raw,
    /// The place that the rule needs.
    pub named_place: Raw,
    /// The last day on which it can be accepted.
    pub valid_until: Raw,
    pub note: Raw,
}

/// What makes a version the quote of a whole cluster.
#[derive(Clone, Debug)]
pub(super) struct Consolidated {
    pub split: SplitId,
    pub exporter: OrganisationId,
    pub shares: Vec<Share>,
}

/// Offers the buyer one quote for a split, or a new version of the one that is on the table.
pub fn offer_split(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: SplitId,
    form: &SplitQuoteForm,
) -> Result<QuoteId> {
    by.confirm(tx)?;
    let confirmed = splits::confirmed(tx, by, id)?;
    let today = tx.today();
    if !confirmed.request.is_open_on(today) {
        return Err(Error::refused("refusal-quote-request-closed"));
    }
    let offer = form.check(tx, &confirmed, today)?;
    for line in &offer.lines {
        let maker = line.product.maker_id;
        let grants = broken_promises(tx, Some(&confirmed.request), maker, &[&line.product], today)?;
        // What a workshop has promised to whom is not for its cluster.
        exclusivity::refuse(tx, &grants, Side::Buyer)?;
    }
    let (maker, buyer) = (by.organisation, confirmed.request.buyer_id);
    let open = store::open_quote(tx, confirmed.request.id, maker, buyer)?;
    let (id, number) = match open {
        Some(known) => (known, store::quote(tx, known)?.latest_number + 1),
        None => {
            matching::check_answer(tx, settings, confirmed.request.id, maker)?;
            (store::insert(tx, Some(confirmed.request.id), maker, buyer)?, 1)
        }
    };
    for share in &confirmed.shares {
        matching::note_outcome(tx, by, confirmed.request.id, share.maker_id, Outcome::Quoted)?;
    }
    let shares = confirmed.shares.clone();
    let of = Consolidated { split: confirmed.split.id, exporter: confirmed.exporter, shares };
    store::insert_version(tx, id, number, by, &offer, Some(&of))?;
    let quote = store::quote(tx, id)?;
    check_both_approved(tx, &quote)?;
    if number > 1 {
        store::set_latest(tx, &quote, number)?;
    }
    tx.record(by.actor(), Event::QuoteOffered { quote: id, number });
    let news = if number == 1 { News::Offered } else { News::Countered };
    let quote = store::quote(tx, id)?;
    letters::tell(tx, settings, &quote, Side::Buyer, news, None)?;
    Ok(id)
}

/// A split was withdrawn: what the cluster offered with it is withdrawn too, and the buyer is told.
pub fn withdraw_offers_of(tx: &mut Write<'_>, settings: &Settings, split: SplitId) -> Result<()> {
    for quote in store::open_of_split(tx, split)? {
        store::close(tx, &quote, QuoteStatus::Withdrawn, None, None)?;
        let actor = Actor { organisation: Some(quote.maker_id), ..Actor::default() };
        tx.record(actor, Event::QuoteWithdrawn { quote: quote.id });
        letters::tell(tx, settings, &quote, Side::Buyer, News::Withdrawn, None)?;
    }
    Ok(())
}

/// Workshops keep their shares as long as the buyer may still say yes: while the request is open, or an offer of the split
/// is. After that nothing comes of it.
pub fn release_over(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let (today, mut over) = (tx.today(), 0);
    for split in splits::of_closed_requests(tx)? {
        if !store::is_on_the_table(tx, split, today)? {
            splits::end_split(tx, settings, split)?;
            over += 1;
        }
    }
    Ok(over)
}

impl SplitQuoteForm {
    fn check(&self, conn: &mut DbConnection, confirmed: &Confirmed, today: Date) -> Result<NewOffer> {
        let mut fields = Fields::new();
        let currency = match confirmed.currency() {
            Some(usual) if self.currency.is_blank() => usual,
            _ => fields.currency("currency", &self.currency),
        };
        let lines = match fields.is_sound("currency") {
            true => self.lines(&mut fields, conn, confirmed, currency, today)?,
            false => Vec::new(),
        };
        let total = lines::total(&mut fields, &lines, currency);
        let delivery = Delivery::check(&mut fields, &self.incoterm, &self.named_place, &self.by_sea);
        let valid_until = validity(&mut fields, &self.valid_until, today);
        let note = fields.optional_text("note", &self.note, 2000);
        let lead_time_days = (confirmed.ready_on() - today).num_days().max(1);
        fields.done(NewOffer { lines, total, delivery, lead_time_days, valid_until, note })
    }

    /// Each share at its workshop's price, by the month's rates where the quote is in another currency. From then on the
    /// price is the quote's, whatever the rates do.
    fn lines(
        &self,
        fields: &mut Fields,
        conn: &mut DbConnection,
        confirmed: &Confirmed,
        currency: Currency,
        today: Date,
    ) -> Result<Vec<Line>> {
        let rates = rates::latest(conn, today)?;
        let mut lines = Vec::new();
        for share in &confirmed.shares {
            let product = catalogue::product(conn, share.product_id)?;
            let price = match share.currency == currency {
                true => Some(share.price()),
                false => rates.convert(share.price(), currency),
            };
            let Some(price) = price.filter(|price| price.minor > 0) else {
                if fields.is_sound("currency") {
                    let message = Message::new("problem-quote-rate").with("currency", share.currency.code());
                    fields.problem("currency", message);
                }
                continue;
            };
            lines.push(Line {
                product,
                variant: None,
                quantity: share.pieces,
                unit_price: Money::new(price.minor, currency),
            });
        }
        Ok(lines)
    }
}
