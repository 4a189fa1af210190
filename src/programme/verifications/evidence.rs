//! Evidence as it comes in and goes out: only officers get it back.

use actix_web::HttpResponse;

use super::{VerifyForm, store};
use crate::error::{Error, Result};
use crate::files;
use crate::ids::VerificationId;
use crate::web::{House, WithPaper, hand_out};

/// What an officer sends with a verdict.
pub(super) type Evidence = WithPaper<VerifyForm>;

/// The paper of a verdict.
pub(super) async fn paper(house: &House, id: VerificationId) -> Result<HttpResponse> {
    let file = house
        .db
        .read(move |conn| {
            let verification = store::verification(conn, id)?;
            files::find_by_id(conn, verification.evidence_file_id.ok_or(Error::NotFound)?)
        })
        .await?;
    hand_out(&house.files, file, &format!("evidence-{id}")).await
}
