//! Admission: the checklist that officers keep for makers. Its rows are computed from the records, attested by the maker
//! or verified by an officer; each binds when something is published, when goods leave the country, or nowhere.
//!
//! Exactly two places ask it: [`to_publish`] is asked by whatever puts something on the shelf, [`check_export`] by the
//! confirmation of a deal whose goods cross a border.

mod acts;
mod api;
mod checklist;
mod desk;
mod facts;
mod form;
mod gate;
mod letters;
mod lines;
mod maker_page;
mod proof;
mod row;
mod row_api;
mod said;
mod seed;
mod state;
mod store;
mod views;
mod workshop;

pub use acts::{attest, decide, grant_waiver, revoke_waiver, send_proof};
pub use checklist::{checklist, count_open};
pub use form::{AttestForm, ProofForm, RevokeForm, RowForm, VerdictForm, WaiverForm};
pub use gate::check_export;
pub use row::{add_row, edit_row, rows};
pub use seed::seed_checklist;
pub use state::Line;
pub use store::count_waiting_proofs;

pub(super) use facts::Goods;
pub(super) use gate::{Gate, to_publish};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    let officers = [desk::routes(), maker_page::routes(), row_api::routes()].concat();
    [officers, workshop::routes(), proof::routes(), api::routes()].concat()
}
