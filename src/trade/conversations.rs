//! Conversations: a buyer and a maker write to each other, about a request or about nothing in particular, and send
//! pictures and papers along. Only the two sides read it, and those who act for the maker.

mod api;
mod attachments;
mod conversation;
mod form;
mod letters;
mod pages;
mod store;
mod talking;
mod telling;
mod thread;
mod unread;
mod views;

pub use conversation::{Attachment, Conversation, SaidMessage};
pub use form::{BeginForm, MessageForm};
pub use store::{between, conversation};
pub use talking::{Begun, begin, mark_read, write};
pub use telling::tell_due;
pub use unread::count_in_menu;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), attachments::routes(), api::routes()].concat()
}
