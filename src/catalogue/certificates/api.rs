//! Certificates for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use super::certificate::{Certificate, Standing};
use super::views::{CertificateView, ValidCertificateView};
use super::{CertificateForm, DecisionForm, store};
use crate::accounts::{AnyMaker, Officer, Viewer};
use crate::clock::Date;
use crate::clusters::workshop;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{CertificateId, Slug};
use crate::input::{Fields, Raw};
use crate::web::{Access, House, Input, Listed, Listing, Query, Route, WithPaper};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/workshop/certificates", AnyMaker, "list one's certificates", list_own)
            .gives::<Listed<CertificateView>>(200),
        Route::post("/api/v1/workshop/certificates", AnyMaker, "add a certificate", add)
            .takes::<CertificateForm>()
            .gives::<CertificateView>(201),
        Route::put("/api/v1/workshop/certificates/{id}", AnyMaker, "edit a certificate", edit)
            .takes::<CertificateForm>()
            .gives::<CertificateView>(200),
        Route::get("/api/v1/workshop/certificates/{id}", AnyMaker, "edit a certificate", show_own)
            .gives::<CertificateView>(200),
        Route::delete("/api/v1/workshop/certificates/{id}", AnyMaker, "remove a certificate", remove)
            .gives_nothing(),
        Route::get("/api/v1/certificates", Officer, "list certificates", list)
            .asks::<CertificateQuery>()
            .gives::<Listed<CertificateView>>(200),
        Route::get("/api/v1/certificates/{id}", Officer, "see a certificate", show)
            .gives::<CertificateView>(200),
        Route::post("/api/v1/certificates/{id}/decision", Officer, "decide about a certificate", decide)
            .takes::<DecisionForm>()
            .gives::<CertificateView>(200),
        Route::get("/api/v1/makers/{slug}/certificates", Anyone, "see a maker's certificates", of_maker)
            .gives::<Listed<ValidCertificateView>>(200),
    ]
}

/// Which certificates an officer wants to see.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CertificateQuery {
    /// `unverified`, `confirmed` or `refused`.
    pub standing: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl CertificateQuery {
    pub(super) fn check(&self) -> Result<Option<Standing>> {
        let mut fields = Fields::new();
        let standing = (!self.standing.is_blank()).then(|| fields.choice("standing", &self.standing));
        fields.done(standing)
    }
}

fn views(
    conn: &mut DbConnection,
    certificates: Vec<Certificate>,
    today: Date,
) -> Result<Vec<CertificateView>> {
    certificates.into_iter().map(|one| CertificateView::read(conn, one, today)).collect()
}

async fn list_own(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let own = store::certificates_of_makers(conn, &[maker.organisation])?;
        views(conn, own, today)
    };
    Ok(HttpResponse::Ok().json(Listed { items: house.db.read(read).await?, next: None }))
}

async fn show_own(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CertificateId>,
) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let certificate = super::own(conn, &maker, *id)?;
        CertificateView::read(conn, certificate, today)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn add(
    house: web::Data<House>,
    maker: AnyMaker,
    mut sent: WithPaper<CertificateForm>,
) -> Result<HttpResponse> {
    let file = sent.keep(&house.files, sent.form.check()).await?;
    let form = sent.form;
    let work = move |tx: &mut Write<'_>| {
        let certificate = super::add_certificate(tx, &maker, &form, file.as_ref())?;
        let today = tx.today();
        CertificateView::read(tx, certificate, today)
    };
    match sent.once {
        Some(once) => once.answer(&house.db, StatusCode::CREATED, work).await,
        None => Ok(HttpResponse::Created().json(house.db.write(work).await?)),
    }
}

async fn edit(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CertificateId>,
    mut sent: WithPaper<CertificateForm>,
) -> Result<HttpResponse> {
    let file = sent.keep(&house.files, sent.form.check()).await?;
    let form = sent.form;
    let work = move |tx: &mut Write<'_>| {
        let certificate = super::edit_certificate(tx, &maker, *id, &form, file.as_ref())?;
        let today = tx.today();
        CertificateView::read(tx, certificate, today)
    };
    match sent.once {
        Some(once) => once.answer(&house.db, StatusCode::OK, work).await,
        None => Ok(HttpResponse::Ok().json(house.db.write(work).await?)),
    }
}

async fn remove(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CertificateId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| super::remove_certificate(tx, &maker, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn list(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<CertificateQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (standing, today) = (query.check()?, house.today());
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::listed(conn, standing, listing)?, |one| one.id.0);
        Ok(Listed { items: views(conn, listed.items, today)?, next: listed.next })
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn show(
    house: web::Data<House>,
    _officer: Officer,
    id: web::Path<CertificateId>,
) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let certificate = super::there(conn, *id)?;
        CertificateView::read(conn, certificate, today)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn decide(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<CertificateId>,
    input: Input<DecisionForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let certificate = super::decide_certificate(tx, &officer, &settings, *id, &form)?;
        let today = tx.today();
        CertificateView::read(tx, certificate, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn of_maker(
    house: web::Data<House>,
    Viewer(viewer): Viewer,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let maker = workshop(conn, &slug, viewer.as_ref())?.organisation;
        let valid = super::certificates_on_show(conn, maker.id, None, today)?;
        Ok(valid.iter().map(|one| ValidCertificateView::new(one, viewer.as_ref(), today)).collect())
    };
    let items: Vec<ValidCertificateView> = house.db.read(read).await?;
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}
