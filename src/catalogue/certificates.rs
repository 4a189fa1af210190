//! Certificates: what a maker's goods conform to, checked by officers, and shown as long as they are valid.

mod api;
mod certificate;
mod desk;
mod document;
mod form;
mod letters;
mod reminders;
mod scheme;
mod shown;
mod store;
mod views;
mod workshop;

pub use certificate::{Certificate, Covers, Decision};
pub use form::{CertificateForm, DecisionForm};
pub use reminders::remind_due;
pub use scheme::{is_scheme, scheme_label, schemes};
pub use shown::{ShownCertificate, certificates_on_show};
pub use store::{certificate, certificates_of_makers, count_unverified_certificates};
pub use views::ValidCertificateView;

use std::collections::BTreeSet;

use super::products::may_prepare;
use crate::accounts::{Member, Officer};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::files::{self, StoredFile};
use crate::ids::{CertificateId, OrganisationId, ProductId};
use crate::settings::Settings;
use crate::web::Route;

/// More than any workshop has, and few enough to be read with each of its products.
const MOST_CERTIFICATES: usize = 100;

pub fn routes() -> Vec<Route> {
    [workshop::routes(), desk::routes(), shown::routes(), api::routes(), document::routes()].concat()
}

/// The maker's own, that was not removed.
fn own(conn: &mut DbConnection, by: &Member, id: CertificateId) -> Result<Certificate> {
    let found = there(conn, id)?;
    if found.maker_id == by.organisation { Ok(found) } else { Err(Error::NotFound) }
}

fn there(conn: &mut DbConnection, id: CertificateId) -> Result<Certificate> {
    let found = certificate(conn, id)?;
    if found.removed_at.is_none() { Ok(found) } else { Err(Error::NotFound) }
}

fn check_products(tx: &mut Write<'_>, by: &Member, products: &[ProductId]) -> Result<()> {
    match store::own_products(tx, by.organisation, products)?.len() == products.len() {
        true => Ok(()),
        false => Err(Error::invalid("products", "problem-certificate-product")),
    }
}

pub fn add_certificate(
    tx: &mut Write<'_>,
    by: &Member,
    form: &CertificateForm,
    file: Option<&StoredFile>,
) -> Result<Certificate> {
    may_prepare(tx, by)?;
    let new = form.check()?;
    check_products(tx, by, &new.products)?;
    if certificates_of_makers(tx, &[by.organisation])?.len() >= MOST_CERTIFICATES {
        return Err(Error::invalid(
            "scheme",
            Message::new("problem-too-many").with("most", MOST_CERTIFICATES),
        ));
    }
    let file = file.map(|file| files::remember(tx, file)).transpose()?;
    let id = store::insert(tx, by.organisation, &new, file)?;
    tx.record(by.actor(), Event::CertificateChanged { certificate: id });
    certificate(tx, id)
}

/// What is changed has to be checked again; what is sent as it was stays as it is. Without a file the document stays.
pub fn edit_certificate(
    tx: &mut Write<'_>,
    by: &Member,
    id: CertificateId,
    form: &CertificateForm,
    file: Option<&StoredFile>,
) -> Result<Certificate> {
    may_prepare(tx, by)?;
    let before = own(tx, by, id)?;
    let new = form.check()?;
    if super::products::read_version(&form.version)? != before.version {
        return Err(Error::Conflict);
    }
    check_products(tx, by, &new.products)?;
    let sent = file.map(|file| files::remember(tx, file)).transpose()?;
    let file = sent.or(before.file_id);
    if CertificateForm::of(&before).check().is_ok_and(|known| known == new) && file == before.file_id {
        return Ok(before);
    }
    store::update(tx, id, &new, file)?;
    tx.record(by.actor(), Event::CertificateChanged { certificate: id });
    certificate(tx, id)
}

/// Takes it away from everybody's eyes; what officers said of it is kept.
pub fn remove_certificate(tx: &mut Write<'_>, by: &Member, id: CertificateId) -> Result<()> {
    may_prepare(tx, by)?;
    own(tx, by, id)?;
    store::remove(tx, id)?;
    tx.record(by.actor(), Event::CertificateChanged { certificate: id });
    Ok(())
}

/// An officer confirms or refuses it as it stands, perhaps not for the first time.
pub fn decide_certificate(
    tx: &mut Write<'_>,
    by: &Officer,
    settings: &Settings,
    id: CertificateId,
    form: &DecisionForm,
) -> Result<Certificate> {
    by.confirm(tx)?;
    let (decision, note, version) = form.check()?;
    let before = there(tx, id)?;
    if before.version != version {
        return Err(Error::Conflict);
    }
    store::decide(tx, &before, decision, &note, by.person)?;
    tx.record(by.actor(), Event::CertificateDecided { certificate: id });
    letters::decided(tx, settings, &before, decision, &note)?;
    certificate(tx, id)
}

/// The products that a certificate is about, or was when an officer confirmed it: all that may show it or still have to
/// stop.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    All(OrganisationId),
    Some(BTreeSet<ProductId>),
}

pub fn certificate_reach(conn: &mut DbConnection, id: CertificateId) -> Result<Reach> {
    let found = certificate(conn, id)?;
    let mut all = found.covers == Covers::All;
    let mut products: BTreeSet<ProductId> = found.products.iter().copied().collect();
    let decisions = store::decisions(conn, id)?;
    for decided in decisions.iter().filter(|decided| decided.decision == Decision::Confirmed) {
        all |= decided.seen.covers == Covers::All;
        products.extend(decided.seen.products.iter().copied());
    }
    Ok(if all { Reach::All(found.maker_id) } else { Reach::Some(products) })
}
