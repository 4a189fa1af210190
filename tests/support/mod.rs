//! What stories are told with: a house of their own on a free port, and people who act in it.

mod actor;
mod answer;
mod app;
mod browser;
mod database;
pub mod pdf;
mod reading;
mod roles;
mod server;
mod world;

pub use actor::Actor;
pub use answer::Answer;
pub use app::{PASSWORD, TestApp};
pub use browser::{Browser, Person};
pub use database::{Backend, PostgresDatabase};
pub use roles::{People, Role};
pub use server::{Server, free_port};
pub use world::{World, samples};

/// Tells each story once per database.
#[macro_export]
macro_rules! stories {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident: TestApp) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use $crate::support::{Backend, TestApp};

            $(#[$meta])*
            async fn story($app: TestApp) $body

            #[actix_web::test]
            async fn on_sqlite() {
                story(TestApp::start(Backend::Sqlite).await).await;
            }

            #[actix_web::test]
            #[ignore = "needs PostgreSQL: tests/run provides it"]
            async fn on_postgres() {
                story(TestApp::start(Backend::Postgres).await).await;
            }
        }
    )+};
}
