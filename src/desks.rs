//! Pages that put several slices together: the front page, and each person's day.

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
