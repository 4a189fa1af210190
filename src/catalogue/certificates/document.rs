//! The paper of a certificate, for its maker, for officers, and as long as it is valid for verified buyers.

use actix_web::{HttpResponse, web};

use super::certificate::Certificate;
use super::there;
use crate::accounts::{self, Kind, Member, SignedIn};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::files;
use crate::ids::CertificateId;
use crate::web::{Access, House, Route, hand_out};

pub fn routes() -> Vec<Route> {
    let does = "read a certificate's document";
    vec![
        Route::get("/certificates/{id}/document", Access::SignedIn, does, document),
        Route::get("/api/v1/certificates/{id}/document", Access::SignedIn, does, document),
    ]
}

pub(super) fn may_read(viewer: Option<&Member>, certificate: &Certificate, today: Date) -> bool {
    viewer.is_some_and(|member| {
        member.organisation == certificate.maker_id
            || member.is_officer()
            || (member.is_approved(Kind::Buyer) && certificate.is_valid_on(today))
    })
}

async fn document(
    house: web::Data<House>,
    member: SignedIn,
    id: web::Path<CertificateId>,
) -> Result<HttpResponse> {
    let (id, today) = (*id, house.today());
    let read = move |conn: &mut DbConnection| {
        let certificate = there(conn, id)?;
        let maker = accounts::organisation(conn, certificate.maker_id)?;
        let is_insider = member.organisation == maker.id || member.is_officer();
        if !may_read(Some(&member), &certificate, today) || !(is_insider || maker.is_approved()) {
            return Err(Error::NotFound);
        }
        files::find_by_id(conn, certificate.file_id.ok_or(Error::NotFound)?)
    };
    let file = house.db.read(read).await?;
    hand_out(&house.files, file, &format!("certificate-{id}")).await
}
