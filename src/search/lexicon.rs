//! The search lexicon at the officers' desk: the concepts that the program ships, and what officers made of them while
//! it runs. The words and their meeting are the library's; here stands who changes them, and how a change is undone.

mod api;
mod changing;
mod concept;
mod form;
mod history;
mod in_use;
mod pages;
mod relations;
mod store;

pub use changing::{add, correct, undo, withdraw};
pub use concept::{Concept, Concepts, Standing};
pub use form::{CorrectionForm, EntryForm, RawLabels, UndoForm, WithdrawForm};
pub use history::{Change, Deed};
pub(super) use in_use::{in_use, touched, written};
pub(super) use store::{Recorded, change};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
