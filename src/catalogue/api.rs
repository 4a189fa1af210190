//! The catalogue for programs.

mod collections;
pub(super) mod exports;
mod imports;
mod pictures;
mod products;
mod words;

pub use collections::CollectionQuery;
pub(super) use imports::{
    ImportForm, RowsQuery, carry_out, receive as receive_import, reported, spooled, work_off,
};
pub(super) use pictures::receive;
pub use products::{ProductQuery, WorkshopQuery};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [
        products::routes(),
        collections::routes(),
        pictures::routes(),
        imports::routes(),
        exports::routes(),
        words::routes(),
    ]
    .concat()
}
