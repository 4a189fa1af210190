//! Hands are kept free for what was agreed on: the one way in which an accepted quote and a confirmed order take up the
//! capacity of workshops. Asked and taken in one write, so no two sides are promised the same hands.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::catalogue::{self, Product};
use crate::clock::Date;
use crate::commitments::{self, Holder, Lack, NewReservation};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::ids::{DealId, OrganisationId, ProductId, QuoteId};
use crate::locale::Language;

/// Where neither a quote nor a product says how long it takes.
const USUAL_LEAD_TIME_DAYS: i64 = 30;

/// The day on which it is to be ready: after the lead time that was quoted, or the longest of the products.
pub(super) fn ready_on(today: Date, quoted: Option<i64>, products: &[&Product]) -> Date {
    let longest = || products.iter().filter_map(|product| product.lead_time_days).max();
    today + TimeDelta::days(quoted.or_else(longest).unwrap_or(USUAL_LEAD_TIME_DAYS).max(1))
}

/// Pieces to be made, by their workshops.
#[derive(Clone, Debug)]
pub(super) struct Making {
    pieces: BTreeMap<OrganisationId, BTreeMap<ProductId, i64>>,
    from: Date,
    ready: Date,
}

impl Making {
    pub fn new<'a>(lines: impl IntoIterator<Item = (&'a Product, i64)>, (from, ready): (Date, Date)) -> Self {
        let mut pieces: BTreeMap<OrganisationId, BTreeMap<ProductId, i64>> = BTreeMap::new();
        for (product, quantity) in lines {
            *pieces.entry(product.maker_id).or_default().entry(product.id).or_default() += quantity;
        }
        Self { pieces, from, ready }
    }

    /// Reserves it for a quote that is being accepted, or refuses.
    pub fn reserve_for_quote(&self, tx: &mut Write<'_>, quote: QuoteId, language: Language) -> Result<()> {
        self.check(tx, language)?;
        self.reserve(tx, Holder::Quote(quote))
    }

    /// Reserves it for an order that is being confirmed. What the quote behind it has reserved goes over to the order; where
    /// hands are not free for its later days, it keeps the days of the quote, which are its own, or is refused where the
    /// quote has none. An order without a quote is the maker's own word of that day, and is counted as it is.
    pub fn reserve_for_deal(
        &self,
        tx: &mut Write<'_>,
        deal: DealId,
        quote: Option<QuoteId>,
        language: Language,
    ) -> Result<()> {
        let Some(quote) = quote else { return self.reserve(tx, Holder::Deal(deal)) };
        let kept = self.take_over(tx, quote)?;
        let making = match (self.check(tx, language), kept) {
            (Ok(()), _) => self.clone(),
            (Err(Error::Refused(_)), Some((from, ready))) => Self { from, ready, ..self.clone() },
            (Err(error), _) => return Err(error),
        };
        making.reserve(tx, Holder::Deal(deal))
    }

    fn reserve(&self, tx: &mut Write<'_>, holder: Holder) -> Result<()> {
        for (maker, pieces) in &self.pieces {
            for (product, quantity) in pieces {
                let reservation = NewReservation {
                    holder,
                    maker: *maker,
                    product: *product,
                    quantity: *quantity,
                    starts_on: self.from,
                    ends_on: self.ready - TimeDelta::days(1),
                };
                commitments::reserve(tx, &reservation)?;
            }
        }
        Ok(())
    }

    /// Takes the pieces off what a quote has reserved. Says between which days the quote had them all, if it did and they
    /// are not over.
    fn take_over(&self, tx: &mut Write<'_>, quote: QuoteId) -> Result<Option<(Date, Date)>> {
        let reserved = commitments::reservations_held(tx, Holder::Quote(quote))?;
        let mut days = Vec::new();
        let mut all = true;
        for (product, quantity) in self.pieces.values().flatten() {
            let mut left = *quantity;
            for own in reserved.iter().filter(|own| own.product_id == *product) {
                commitments::reduce(tx, own, left.min(own.quantity))?;
                left -= left.min(own.quantity);
                days.push((own.starts_on, own.ends_on + TimeDelta::days(1)));
            }
            all &= left == 0;
        }
        let from = days.iter().map(|(from, _)| *from).min();
        let ready = days.iter().map(|(_, ready)| *ready).max();
        Ok(from.zip(ready).filter(|(_, ready)| all && *ready > self.from))
    }

    fn check(&self, conn: &mut DbConnection, language: Language) -> Result<()> {
        for (maker, pieces) in &self.pieces {
            if let Some(lack) = commitments::lack(conn, *maker, pieces, (self.from, self.ready))? {
                return Err(Error::Refused(self.refusal(conn, &lack, language)?));
            }
        }
        Ok(())
    }

    /// How many are free, and by when all of them could be ready.
    fn refusal(&self, conn: &mut DbConnection, lack: &Lack, language: Language) -> Result<Message> {
        let key = match lack.possible_on {
            Some(_) => "refusal-capacity",
            None => "refusal-capacity-far",
        };
        let message = Message::new(key)
            .with("wanted", lack.wanted)
            .with("free", lack.free)
            .with("ready", self.ready.to_string())
            .with("by", lack.possible_on.map(|day| day.to_string()).unwrap_or_default());
        Ok(match lack.product {
            Some(product) => message.with("what", catalogue::product(conn, product)?.title.best(language)),
            None => message.with("what", Message::new("capacity-of-workshop")),
        })
    }
}
