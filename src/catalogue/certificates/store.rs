//! SQL about certificates.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::certificate::{Certificate, Decided, Decision, Seen, Standing};
use super::form::NewCertificate;
use super::reminders::Step;
use crate::clock::Date;
use crate::columns::Json;
use crate::db::schema::{
    certificate_decisions, certificate_reminders, certificates, organisations, products,
};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{CertificateId, FileId, OrganisationId, PersonId, ProductId};
use crate::web::Listing;

/// One, also if it was removed.
pub fn certificate(conn: &mut DbConnection, id: CertificateId) -> Result<Certificate> {
    Ok(Certificate::query().filter(certificates::id.eq(id)).first(conn)?)
}

/// Everything of these makers that was not removed, the newest first.
pub fn certificates_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
) -> Result<Vec<Certificate>> {
    Ok(Certificate::query()
        .filter(certificates::maker_id.eq_any(makers).and(certificates::removed_at.is_null()))
        .order(certificates::id.desc())
        .load(conn)?)
}

/// Everybody's, as officers list them: the newest first.
pub(super) fn listed(
    conn: &mut DbConnection,
    standing: Option<Standing>,
    listing: Listing,
) -> Result<Vec<Certificate>> {
    let mut query = Certificate::query()
        .filter(certificates::id.lt(CertificateId(listing.before)).and(certificates::removed_at.is_null()))
        .into_boxed();
    if let Some(standing) = standing {
        query = query.filter(certificates::standing.eq(standing));
    }
    Ok(query.order(certificates::id.desc()).limit(listing.fetch()).load(conn)?)
}

pub fn count_unverified_certificates(conn: &mut DbConnection) -> Result<i64> {
    Ok(certificates::table
        .filter(certificates::standing.eq(Standing::Unverified).and(certificates::removed_at.is_null()))
        .count()
        .get_result(conn)?)
}

/// Which of these products are the maker's own.
pub(super) fn own_products(
    conn: &mut DbConnection,
    maker: OrganisationId,
    ids: &[ProductId],
) -> Result<Vec<ProductId>> {
    Ok(products::table
        .filter(products::maker_id.eq(maker).and(products::id.eq_any(ids)))
        .select(products::id)
        .load(conn)?)
}

/// What a maker writes, as columns: the same for a new row and a changed one, and nobody has looked at it yet.
macro_rules! content {
    ($new:expr, $file:expr) => {
        (
            certificates::scheme.eq(&$new.scheme),
            certificates::name.eq(&$new.name),
            certificates::number.eq(&$new.number),
            certificates::issuer.eq(&$new.issuer),
            certificates::covers.eq($new.covers),
            certificates::products.eq(Json::from($new.products.clone())),
            certificates::valid_from.eq($new.valid_from),
            certificates::valid_until.eq($new.valid_until),
            certificates::note.eq(&$new.note),
            certificates::file_id.eq($file),
            certificates::standing.eq(Standing::Unverified),
        )
    };
}

pub(super) fn insert(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    new: &NewCertificate,
    file: Option<FileId>,
) -> Result<CertificateId> {
    let now = tx.now();
    Ok(diesel::insert_into(certificates::table)
        .values((
            certificates::maker_id.eq(maker),
            content!(new, file),
            certificates::version.eq(1_i64),
            certificates::created_at.eq(now),
            certificates::updated_at.eq(now),
        ))
        .returning(certificates::id)
        .get_result(&mut **tx)?)
}

/// Writes what the maker has changed.
pub(super) fn update(
    tx: &mut Write<'_>,
    id: CertificateId,
    new: &NewCertificate,
    file: Option<FileId>,
) -> Result<()> {
    let now = tx.now();
    diesel::update(certificates::table.find(id))
        .set((
            content!(new, file),
            certificates::checked_at.eq(None::<crate::clock::Time>),
            certificates::version.eq(certificates::version + 1),
            certificates::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn remove(tx: &mut Write<'_>, id: CertificateId) -> Result<()> {
    let now = tx.now();
    diesel::update(certificates::table.find(id))
        .set(certificates::removed_at.eq(Some(now)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn decide(
    tx: &mut Write<'_>,
    certificate: &Certificate,
    decision: Decision,
    note: &str,
    officer: PersonId,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(certificate_decisions::table)
        .values((
            certificate_decisions::certificate_id.eq(certificate.id),
            certificate_decisions::version.eq(certificate.version),
            certificate_decisions::decision.eq(decision),
            certificate_decisions::note.eq(note),
            certificate_decisions::seen.eq(Json::from(Seen::from(certificate))),
            certificate_decisions::officer_id.eq(officer),
            certificate_decisions::decided_at.eq(now),
        ))
        .execute(&mut **tx)?;
    diesel::update(certificates::table.find(certificate.id))
        .set((certificates::standing.eq(Standing::from(decision)), certificates::checked_at.eq(Some(now))))
        .execute(&mut **tx)?;
    Ok(())
}

/// What officers said, the last word first.
pub(super) fn decisions(conn: &mut DbConnection, id: CertificateId) -> Result<Vec<Decided>> {
    Ok(Decided::query()
        .filter(certificate_decisions::certificate_id.eq(id))
        .order(certificate_decisions::id.desc())
        .load(conn)?)
}

/// Confirmed ones of approved makers that end within these days, and of whose end at this step nobody has written yet.
pub(super) fn ending(
    conn: &mut DbConnection,
    step: Step,
    from: Date,
    until: Date,
    most: i64,
) -> Result<Vec<Certificate>> {
    let written = certificate_reminders::table
        .filter(certificate_reminders::certificate_id.eq(certificates::id))
        .filter(certificate_reminders::ends_on.nullable().eq(certificates::valid_until))
        .filter(certificate_reminders::step.eq(step));
    let approved = organisations::table
        .filter(organisations::standing.eq(crate::accounts::Standing::Approved))
        .select(organisations::id);
    Ok(Certificate::query()
        .filter(certificates::standing.eq(Standing::Confirmed).and(certificates::removed_at.is_null()))
        .filter(certificates::valid_until.between(Some(from), Some(until)))
        .filter(certificates::maker_id.eq_any(approved))
        .filter(not(exists(written)))
        .order(certificates::id)
        .limit(most)
        .load(conn)?)
}

/// Notes that a letter about an end is written. Says whether this is the first time.
pub(super) fn note_reminder(
    tx: &mut Write<'_>,
    id: CertificateId,
    ends_on: Date,
    step: Step,
) -> Result<bool> {
    let now = tx.now();
    let row = (
        certificate_reminders::certificate_id.eq(id),
        certificate_reminders::ends_on.eq(ends_on),
        certificate_reminders::step.eq(step),
        certificate_reminders::posted_at.eq(now),
    );
    let written =
        crate::on_each_backend!(&mut **tx, |conn| diesel::insert_into(certificate_reminders::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(conn))?;
    Ok(written == 1)
}
