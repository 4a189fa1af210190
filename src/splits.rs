//! The cluster answers as one supplier: a large request split over its workshops, each of which confirms its share.

mod answering;
mod api;
mod choosing;
mod forms;
mod letters;
mod offers;
pub mod optimiser;
mod pages;
mod reading;
mod reckoning;
mod releasing;
mod selling;
mod split;
mod splitting;
mod store;
mod views;

pub use answering::{confirm_share, decline_share};
pub use choosing::{choose_split, mend_split};
pub use forms::{ChooseForm, DeclineForm, SplitForm};
pub use reading::{Board, Whole, board};
pub use releasing::{end_split, withdraw_split};
pub use selling::{Confirmed, confirmed, sell};
pub use split::{Aim, Reason, Run, Share, ShareStanding, Split, SplitStatus};
pub use splitting::{Reckoning, keep, reckon};
pub use store::{count_asked, of_closed_requests, requests_to_mend, share, shares};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
