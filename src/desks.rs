//! Pages that put several slices together: the front page, one maker, one cluster, and each person's day.

mod api;
mod clusters;
mod day;
mod home;
mod makers;
mod prose;
mod store;
mod tasks;

pub use tasks::{Day, Task, day_of};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [home::routes(), makers::routes(), clusters::routes(), day::routes(), api::routes()].concat()
}
