//! Distribution agreements: parties, territory, exclusivity, channel, period, and terms that both sides sign.

mod agreement;
mod store;

pub use agreement::{Agreement, AgreementStatus, Signature};
pub use store::{agreement, signatures};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
