//! The programme: initiatives, dated claims, indicators, and figures computed from verified records.

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
