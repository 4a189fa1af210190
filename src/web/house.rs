//! What handlers need besides their own slice: the database's doors, the files, the settings.

use std::sync::Arc;

use actix_web::HttpRequest;

use crate::clock::{Clock, Date, Time};
use crate::db::Db;
use crate::files::Files;
use crate::settings::Settings;

#[derive(Clone, Debug)]
pub struct House {
    pub db: Db,
    pub files: Files,
    pub settings: Arc<Settings>,
}

impl House {
    pub fn clock(&self) -> &Clock {
        self.db.clock()
    }

    pub fn now(&self) -> Time {
        self.clock().now()
    }

    /// The address a request comes from. A proxy's word is believed only if the proxy is one of ours.
    pub fn address_of(&self, request: &HttpRequest) -> String {
        let Some(peer) = request.peer_addr().map(|peer| peer.ip()) else { return "unknown".to_owned() };
        if !self.settings.server.trusted_proxies.contains(&peer) {
            return peer.to_string();
        }
        // The last address is the one that our own proxy saw; whatever stands before it anyone may have written.
        let forwarded = request.headers().get("X-Forwarded-For").and_then(|value| value.to_str().ok());
        let last =
            forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse::<std::net::IpAddr>().ok());
        last.unwrap_or(peer).to_string()
    }

    pub fn today(&self) -> Date {
        self.clock().today()
    }
}
