//! Pages that put several slices together: the front page, makers and clusters, and each person's day.

mod api;
mod browse;
mod clusters;
mod day;
mod home;
mod linked;
mod makers;
mod prose;
mod sitemap;
mod store;
mod tasks;

pub use tasks::{Day, Task, day_of};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [
        home::routes(),
        browse::routes(),
        makers::routes(),
        clusters::routes(),
        day::routes(),
        api::routes(),
        sitemap::routes(),
    ]
    .concat()
}
