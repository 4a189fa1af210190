//! `fondouk serve`: the site, its workers, and a graceful end.

use std::net::TcpListener;

use crate::app::Fondouk;
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::settings::Settings;
use crate::web::health;

pub(super) fn serve(settings: Settings) -> Result<()> {
    let fondouk = Fondouk::open(settings, Clock::Machine)?;
    run(&fondouk, |_| ())
}

/// Serves until a signal to stop; running requests are finished, then the workers.
pub(super) fn run(fondouk: &Fondouk, started: impl FnOnce(&Settings)) -> Result<()> {
    health::start_counting();
    let settings = fondouk.house.settings.clone();
    let address = (settings.server.listen, settings.server.port);
    let listener = TcpListener::bind(address)
        .map_err(|error| Error::broken(format!("cannot listen on {}:{}: {error}", address.0, address.1)))?;
    actix_web::rt::System::new().block_on(async move {
        let workers = crate::worker::start(fondouk);
        let server = fondouk.server(listener)?;
        tracing::info!(address = %settings.site.public_url, "serving");
        started(&settings);
        let outcome = server.await;
        workers.stop().await;
        tracing::info!("stopped");
        Ok(outcome?)
    })
}
