//! For the operator: is it alive, is it ready, how is it doing.

use std::sync::OnceLock;

use actix_web::{HttpRequest, HttpResponse, web};
use diesel::RunQueryDsl;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::{Access, House, Route};
use crate::error::{Error, Result};

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/healthz", Access::Anyone, "", alive),
        Route::get("/readyz", Access::Anyone, "", ready),
        Route::get("/metrics", Access::Operator, "", measure),
    ]
}

/// Begins to count. A second call, as tests make it, changes nothing.
pub fn start_counting() {
    METRICS.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("another recorder of metrics was set before");
        }
        handle
    });
}

async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

async fn ready(house: web::Data<House>) -> Result<HttpResponse> {
    house.db.read(|conn| Ok(diesel::sql_query("SELECT 1").execute(conn).map(drop)?)).await.map_err(
        |error| {
            tracing::warn!(%error, "not ready");
            Error::Busy
        },
    )?;
    Ok(HttpResponse::Ok().content_type("text/plain").body("ready\n"))
}

/// Only for this machine, and not for what a proxy brings from elsewhere.
async fn measure(request: HttpRequest) -> Result<HttpResponse> {
    let local = request.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
    if !local || request.headers().contains_key("X-Forwarded-For") {
        return Err(Error::NotFound);
    }
    let handle = METRICS.get().ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(handle.render()))
}
