//! Letters and saved searches for people: in the account, and behind a letter's links.

mod choose;
mod end;
mod link;
mod searches;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [choose::routes(), searches::routes(), link::routes(), end::routes()].concat()
}
