//! What is new for somebody: requests that a workshop's products answer, products that answer a buyer's requests, and
//! what a saved search finds. It waits in rows and is told in one letter, in the rhythm that its reader has chosen; the
//! letter can be ended with one click and acted upon without signing in.

mod api;
mod choosing;
mod composing;
mod letters;
mod links;
mod noting;
mod pages;
mod rhythm;
mod searches;
mod store;
mod telling;
mod tiding;
mod views;

pub use choosing::{RhythmForm, choose_rhythm, resume_by_link, unsubscribe_by_link};
pub use links::{Action, act_by_link};
pub use noting::{Found, note_found, note_matches};
pub use rhythm::Rhythm;
pub use searches::{Asking, SavedSearch, SavedSearchForm, delete_search, save_search};
pub use store::{askings, forget_old};
pub use telling::{any_due, tell_due};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
