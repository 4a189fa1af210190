//! Line sheets: a collection as a document that a maker is judged by, with the prices that its reader may see, and with a
//! code by which anybody finds out whether it is genuine.

mod api;
mod code;
mod composing;
mod issuing;
mod material;
mod pages;
mod sheet;
mod store;
mod typesetting;
mod views;

pub use code::Code;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
