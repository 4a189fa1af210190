//! Is there room for it: pieces of some products of one workshop, held against its calendars and all that it has promised.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{Capacity, store};
use crate::catalogue;
use crate::clock::Date;
use crate::clusters;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId};

/// How far ahead somebody who cannot have it now would still like to hear when.
const LOOKED_AHEAD_DAYS: i64 = 730;

/// What stands in the way of a promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Lack {
    /// None: all products of the workshop together.
    pub product: Option<ProductId>,
    pub wanted: i64,
    /// As many could be promised.
    pub free: i64,
    /// The first morning for which all of it could be.
    pub possible_on: Option<Date>,
}

/// What a workshop lacks to have so many pieces of each product on a morning. A product that says no number, in a workshop
/// that says none, is never lacking.
pub fn lack(
    conn: &mut DbConnection,
    maker: OrganisationId,
    pieces: &BTreeMap<ProductId, i64>,
    (from, ready): (Date, Date),
) -> Result<Option<Lack>> {
    let reserved = store::reservations_of_makers(conn, &[maker], from)?;
    let periods = catalogue::periods_of_makers(conn, &[maker], from)?;
    let weekly = clusters::profile(conn, maker)?.and_then(|profile| profile.weekly_capacity);
    let mut asked = Vec::new();
    for (id, wanted) in pieces {
        let product = catalogue::product(conn, *id)?;
        let capacity = Capacity::of_product(product.place(), product.weekly_capacity, &reserved, &periods);
        asked.push((Some(*id), *wanted, capacity));
    }
    let workshop = Capacity::of_workshop(maker, weekly, &reserved, &periods);
    asked.push((None, pieces.values().sum(), workshop));
    let latest = from + TimeDelta::days(LOOKED_AHEAD_DAYS);
    let lacks = asked.into_iter().filter_map(|(product, wanted, capacity)| {
        let capacity = capacity?;
        let free = capacity.promisable(from, ready);
        let possible_on = || capacity.promisable_on(wanted, from, latest);
        (free < wanted).then(|| Lack { product, wanted, free, possible_on: possible_on() })
    });
    let lacks: Vec<Lack> = lacks.collect();
    let days: Option<Vec<Date>> = lacks.iter().map(|lack| lack.possible_on).collect();
    let possible_on = days.and_then(|days| days.into_iter().max());
    Ok(lacks.into_iter().next().map(|lack| Lack { possible_on, ..lack }))
}
