//! A workshop's calendar: weeks in which more or fewer pieces are made than usual, and those in which it is closed, for
//! a harvest, a feast, or because clay dries slowly.

mod api;
mod page;
mod period;
mod store;

pub use period::{Period, PeriodForm, PeriodView};
pub use store::periods_of_makers;

use super::products::{may_prepare, own};
use crate::accounts::Member;
use crate::clock::Date;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::PeriodId;
use crate::web::Route;

/// More than anybody plans, and few enough to be read whenever a wish is compared.
const MOST_PERIODS: usize = 200;

pub fn routes() -> Vec<Route> {
    [page::routes(), api::routes()].concat()
}

/// What is still to come of a maker's calendar.
fn calendar(conn: &mut DbConnection, by: &Member, today: Date) -> Result<Vec<Period>> {
    periods_of_makers(conn, &[by.organisation], today)
}

pub fn add_period(tx: &mut Write<'_>, by: &Member, form: &PeriodForm) -> Result<Period> {
    may_prepare(tx, by)?;
    let today = tx.today();
    let new = form.check(today)?;
    if let Some(product) = new.product {
        own(tx, by, product).map_err(|error| match error {
            Error::NotFound => Error::invalid("product", "problem-period-product"),
            other => other,
        })?;
    }
    let known = calendar(tx, by, today)?;
    if known.len() >= MOST_PERIODS {
        return Err(Error::invalid("starts_on", Message::new("problem-too-many").with("most", MOST_PERIODS)));
    }
    if let Some(other) = known.iter().find(|other| other.product_id == new.product && other.meets(&new)) {
        let message = Message::new("problem-period-overlap").with("from", other.starts_on.to_string());
        return Err(Error::invalid("starts_on", message.with("until", other.ends_on.to_string())));
    }
    let id = store::insert(tx, by.organisation, &new)?;
    tx.record(by.actor(), Event::CapacityChanged { maker: by.organisation });
    store::period(tx, id)
}

pub fn delete_period(tx: &mut Write<'_>, by: &Member, id: PeriodId) -> Result<()> {
    may_prepare(tx, by)?;
    let period = store::period(tx, id)?;
    if period.maker_id != by.organisation {
        return Err(Error::NotFound);
    }
    store::delete(tx, id)?;
    tx.record(by.actor(), Event::CapacityChanged { maker: by.organisation });
    Ok(())
}
