//! The initiatives: seven or eight months in which a cluster, its support and its institutions plan and act together.

mod api;
mod initiative;
mod pages;
pub(super) mod store;

pub use api::InitiativeView;
pub use initiative::{Initiative, NewInitiative, Phase};
pub use store::{initiative_by_slug, initiatives};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
