//! `fondouk serve`: the site, its workers, and a graceful end.

use std::net::TcpListener;

use actix_web::dev::ServerHandle;

use crate::app::{Fondouk, lay_ground};
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::settings::Settings;
use crate::web::health;

pub(super) fn serve(settings: Settings) -> Result<()> {
    let fondouk = Fondouk::open(settings, Clock::Machine)?;
    match fondouk.house.db.write_now(lay_ground) {
        // Another node starts at the same time and was faster.
        Err(Error::Conflict) => fondouk.house.db.write_now(lay_ground)?,
        outcome => outcome?,
    }
    run(&fondouk, |_| ())
}

/// Serves until a signal to stop; running requests are finished, then the workers.
pub(super) fn run(fondouk: &Fondouk, started: impl FnOnce(&Settings)) -> Result<()> {
    health::start_counting();
    let settings = fondouk.house.settings.clone();
    let address = (settings.server.listen, settings.server.port);
    let listener = TcpListener::bind(address).map_err(|error| {
        Error::broken(format!(
            "cannot listen on {}:{} (settings server.listen and server.port, or --port): {error}",
            address.0, address.1
        ))
    })?;
    actix_web::rt::System::new().block_on(async move {
        let workers = crate::worker::start(fondouk);
        let server = fondouk.server(listener)?;
        actix_web::rt::spawn(stop_on_signal(server.handle()));
        tracing::info!(address = %settings.site.public_url, "serving");
        started(&settings);
        let outcome = server.await;
        workers.stop().await;
        tracing::info!("stopped");
        Ok(outcome?)
    })
}

/// The first signal lets running requests finish, whether a person or the system sent it; a second one does not wait.
async fn stop_on_signal(server: ServerHandle) {
    signalled().await;
    tracing::info!("stopping: running requests are finished first; a second signal stops at once");
    tokio::select! {
        () = server.stop(true) => {}
        () = signalled() => {
            tracing::warn!("stopping at once");
            server.stop(false).await;
        }
    }
}

#[cfg(unix)]
async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};
    let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    match (interrupt, terminate) {
        (Ok(mut interrupt), Ok(mut terminate)) => {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        }
        (Err(error), _) | (_, Err(error)) => {
            tracing::error!(%error, "signals cannot be listened to; only kill -9 will end this process");
            std::future::pending().await
        }
    }
}

#[cfg(not(unix))]
async fn signalled() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::error!(%error, "signals cannot be listened to");
        std::future::pending().await
    }
}
