//! Search over products, collections, makers and clusters, as far as the viewer may see.
//!
//! The words and the ranking are the library's; here stands what is put in, what comes out, and who may ask what.

mod api;
mod card;
mod documents;
mod finder;
mod follower;
pub mod lexicon;
mod pages;
mod question;
mod standings;
mod suggestions;
mod touched;
pub mod unanswered;

pub use card::Card;
pub use documents::documents_of_products;
pub use finder::Finder;
pub use follower::{Condition, condition, follow, rebuild};
pub use question::{Question, SearchForm};
pub use standings::Standings;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes(), suggestions::routes(), lexicon::routes(), unanswered::routes()].concat()
}
