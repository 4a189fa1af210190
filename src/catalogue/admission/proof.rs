//! The paper that a maker sent to be verified, for that maker and for officers.

use actix_web::{HttpResponse, web};

use super::store;
use crate::accounts::SignedIn;
use crate::catalogue::views::is_insider;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::files;
use crate::ids::ProofId;
use crate::web::{Access, House, Route, hand_out};

pub fn routes() -> Vec<Route> {
    let does = "read what was sent to be verified";
    vec![
        Route::get("/admission-proofs/{id}/document", Access::SignedIn, does, document),
        Route::get("/api/v1/admission-proofs/{id}/document", Access::SignedIn, does, document),
    ]
}

async fn document(house: web::Data<House>, member: SignedIn, id: web::Path<ProofId>) -> Result<HttpResponse> {
    let id = *id;
    let read = move |conn: &mut DbConnection| {
        let proof = store::proof(conn, id)?;
        if !is_insider(Some(&member), proof.maker_id) {
            return Err(Error::NotFound);
        }
        files::find_by_id(conn, proof.file_id.ok_or(Error::NotFound)?)
    };
    let file = house.db.read(read).await?;
    hand_out(&house.files, file, &format!("proof-{id}")).await
}
