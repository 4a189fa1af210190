//! The programme: initiatives, dated claims about its results, officers' verdicts on records, and indicators that are
//! computed from verified records whenever somebody reads them.

mod chart;
pub mod claims;
mod dashboard;
pub mod indicators;
pub mod initiatives;
#[cfg(test)]
mod sample;
mod seed;
mod value;
pub mod verifications;

pub use seed::seed;
pub use value::Value;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [
        dashboard::routes(),
        claims::routes(),
        initiatives::routes(),
        indicators::routes(),
        verifications::routes(),
    ]
    .concat()
}
