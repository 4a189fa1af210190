//! The assembly: all routes on one screen, and the server around them.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App, HttpServer, web as actix};

use crate::accounts::{self, Passwords, Throttle};
use crate::clock::Clock;
use crate::db::{Db, Write};
use crate::error::Result;
use crate::files::Files;
use crate::search::Finder;
use crate::settings::Settings;
use crate::web::{self, House, Route};
use crate::{
    assistance, catalogue, clusters, desks, matching, programme, rates, search, splits, tidings, trade,
};

/// Every route of the house.
pub fn routes() -> Vec<Route> {
    [
        desks::routes(),
        accounts::routes(),
        clusters::routes(),
        catalogue::routes(),
        search::routes(),
        matching::routes(),
        splits::routes(),
        tidings::routes(),
        trade::routes(),
        programme::routes(),
        assistance::routes(),
        web::assets::routes(),
        web::health::routes(),
        web::reference::routes(),
    ]
    .concat()
}

/// What is there before anybody comes: rates, the programme's clusters, its indicators and published figures. What is
/// there already stays as it is.
pub fn lay_ground(tx: &mut Write<'_>) -> Result<()> {
    rates::seed(tx)?;
    clusters::seed_clusters(tx)?;
    catalogue::seed_checklist(tx)?;
    programme::seed(tx)
}

/// What a running house is made of.
#[derive(Clone, Debug)]
pub struct Fondouk {
    pub house: House,
    pub passwords: Passwords,
    pub throttle: Arc<Throttle>,
    pub finder: Finder,
}

impl Fondouk {
    /// Opens database and files; makes them if they are not there yet.
    pub fn open(settings: Settings, clock: Clock) -> Result<Self> {
        let db = Db::open(&settings.database, settings.sqlite_file(), clock)?;
        let files = Files::open(&settings)?;
        let passwords = Passwords::new(&settings.limits);
        let throttle = Arc::new(Throttle::new(&settings.limits));
        Ok(Self {
            house: House { db, files, settings: Arc::new(settings) },
            passwords,
            throttle,
            finder: Finder::default(),
        })
    }

    /// The HTTP server on a listener that is already bound.
    pub fn server(&self, listener: TcpListener) -> Result<Server> {
        let settings = self.house.settings.clone();
        web::openapi::describe(&routes());
        let fondouk = self.clone();
        let mut server = HttpServer::new(move || application(fondouk.clone()))
            // Whoever runs it listens to signals: here an interrupt would cut off running requests.
            .disable_signals()
            .shutdown_timeout(settings.server.shutdown_seconds)
            .max_connections(10_000);
        if settings.server.workers > 0 {
            server = server.workers(settings.server.workers);
        }
        Ok(server.listen(listener)?.run())
    }
}

fn application(
    fondouk: Fondouk,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let limits = &fondouk.house.settings.limits;
    // The last one wrapped is the first one met.
    App::new()
        .app_data(actix::Data::new(fondouk.house.clone()))
        .app_data(actix::Data::new(fondouk.passwords.clone()))
        .app_data(actix::Data::from(fondouk.throttle.clone()))
        .app_data(actix::Data::new(fondouk.finder.clone()))
        .app_data(actix::PayloadConfig::new(limits.body_bytes))
        .configure(register)
        .wrap(from_fn(trade::conversations::count_in_menu))
        .wrap(from_fn(accounts::identify))
        .wrap(from_fn(web::origin::refuse_foreign))
        .wrap(from_fn(web::address::refuse_nul))
        .wrap(from_fn(web::render_errors))
        .wrap(Compress::default())
        .wrap(from_fn(web::protect))
        .wrap(from_fn(web::count_requests))
        .wrap(tracing_actix_web::TracingLogger::default())
}

/// One resource per path, so that a known path with an unknown method answers 405; fixed paths before those with a
/// gap, so that `/quotes/new` is not taken for the quote called `new`.
fn register(config: &mut actix::ServiceConfig) {
    let mut by_path: BTreeMap<(Vec<bool>, &str), Vec<Route>> = BTreeMap::new();
    for route in routes() {
        let gaps = route.path.split('/').map(|part| part.starts_with('{')).collect();
        by_path.entry((gaps, route.path)).or_default().push(route);
    }
    for ((_, path), routes) in by_path {
        let resource =
            routes.iter().fold(actix::resource(path), |resource, route| resource.route(handler(route)));
        config.service(resource);
    }
}

/// The handler of a route, which knows who somebody is there.
fn handler(route: &Route) -> actix_web::Route {
    let (access, act) = (route.access, route.act);
    route.handler().wrap(from_fn(move |request, next| accounts::take_place(access, act, request, next)))
}
