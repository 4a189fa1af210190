//! All SQL about verdicts and the records that they are about.

use std::collections::HashMap;

use diesel::prelude::*;

use super::record::{Party, Record, Ripeness};
use super::worth::Worth;
use super::{Subject, Verdict, Verification};
use crate::accounts;
use crate::catalogue::{self, Collection, Status};
use crate::clusters::MembershipStanding;
use crate::columns::Json;
use crate::db::schema::{
    agreements, cluster_memberships, clusters, collections, deal_lines, deals, exchange_rates, organisations,
    verifications,
};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{
    AgreementId, ClusterId, CollectionId, DealId, FileId, OrganisationId, PersonId, VerificationId,
};
use crate::locale::Wording;
use crate::money::Currency;
use crate::trade::agreements::{self as agreement_slice, Agreement, AgreementStatus};
use crate::trade::deals::{self as deal_slice, Deal, DealLine, DealStatus};
use crate::web::Listing;

pub(super) fn verification(conn: &mut DbConnection, id: VerificationId) -> Result<Verification> {
    Ok(Verification::query().filter(verifications::id.eq(id)).first(conn)?)
}

/// Every verdict on one record, newest first.
pub(super) fn verdicts_on(conn: &mut DbConnection, subject: Subject, id: i64) -> Result<Vec<Verification>> {
    Ok(Verification::query()
        .filter(verifications::subject.eq(subject).and(verifications::subject_id.eq(id)))
        .order(verifications::id.desc())
        .load(conn)?)
}

/// The last word on every record that has one.
pub(super) fn latest_verdicts(conn: &mut DbConnection) -> Result<HashMap<(Subject, i64), Verification>> {
    let all: Vec<Verification> = Verification::query().order(verifications::id).load(conn)?;
    Ok(all.into_iter().map(|one| ((one.subject, one.subject_id), one)).collect())
}

pub(super) fn verdicts(
    conn: &mut DbConnection,
    subject: Option<Subject>,
    verdict: Option<Verdict>,
    listing: Listing,
) -> Result<Vec<Verification>> {
    let mut query =
        Verification::query().filter(verifications::id.lt(VerificationId(listing.before))).into_boxed();
    if let Some(subject) = subject {
        query = query.filter(verifications::subject.eq(subject));
    }
    if let Some(verdict) = verdict {
        query = query.filter(verifications::verdict.eq(verdict));
    }
    Ok(query.order(verifications::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// A verdict about to be written.
pub(super) struct NewVerdict<'a> {
    pub subject: Subject,
    pub subject_id: i64,
    pub verdict: Verdict,
    pub note: &'a str,
    pub file: Option<FileId>,
    pub record_hash: &'a str,
    pub worth: Option<&'a Worth>,
}

pub(super) fn insert(tx: &mut Write<'_>, new: &NewVerdict<'_>, officer: PersonId) -> Result<Verification> {
    let now = tx.now();
    let id: VerificationId = diesel::insert_into(verifications::table)
        .values((
            verifications::subject.eq(new.subject),
            verifications::subject_id.eq(new.subject_id),
            verifications::verdict.eq(new.verdict),
            verifications::evidence_note.eq(new.note),
            verifications::evidence_file_id.eq(new.file),
            verifications::record_hash.eq(new.record_hash),
            verifications::eur_minor.eq(new.worth.map(|worth| worth.eur.minor)),
            verifications::rate_month.eq(new.worth.map(|worth| &worth.month)),
            verifications::rate_per_eur.eq(new.worth.map(|worth| &worth.per_eur)),
            verifications::rate_source.eq(new.worth.map(|worth| &worth.source)),
            verifications::rate_source_hash.eq(new.worth.map(|worth| &worth.source_hash)),
            verifications::officer_id.eq(officer),
            verifications::decided_at.eq(now),
        ))
        .returning(verifications::id)
        .get_result(&mut **tx)?;
    verification(tx, id)
}

/// Source and hash of the table that a rate came in with.
pub(super) fn origin_of_rate(
    conn: &mut DbConnection,
    month: &str,
    currency: Currency,
) -> Result<(String, String)> {
    Ok(exchange_rates::table
        .filter(exchange_rates::month.eq(month).and(exchange_rates::currency.eq(currency)))
        .select((exchange_rates::source, exchange_rates::source_hash))
        .first(conn)?)
}

/// A record with everything that officers said of it, newest first. What is still a draft is its makers' business alone.
pub(super) fn record_with_verdicts(
    conn: &mut DbConnection,
    subject: Subject,
    id: i64,
) -> Result<(Record, Vec<Verification>)> {
    let record = record(conn, subject, id)?;
    let verdicts = verdicts_on(conn, subject, id)?;
    if record.ripeness == Ripeness::Early && verdicts.is_empty() {
        return Err(Error::NotFound);
    }
    Ok((record, verdicts))
}

/// One record, whatever its state.
pub(super) fn record(conn: &mut DbConnection, subject: Subject, id: i64) -> Result<Record> {
    let party = |conn: &mut DbConnection, id| accounts::organisation(conn, id).map(Party::from);
    match subject {
        Subject::Deal => {
            let deal = deal_slice::deal(conn, DealId(id))?;
            let lines = deal_slice::lines(conn, deal.id)?;
            let (maker, buyer) = (party(conn, deal.maker_id)?, party(conn, deal.buyer_id)?);
            Ok(Record::of_deal(deal, &lines, maker, buyer))
        }
        Subject::Agreement => {
            let agreement = agreement_slice::agreement(conn, AgreementId(id))?;
            let (maker, buyer) = (party(conn, agreement.maker_id)?, party(conn, agreement.buyer_id)?);
            Ok(Record::of_agreement(agreement, maker, buyer))
        }
        Subject::Collection => {
            let collection = catalogue::collection(conn, CollectionId(id))?;
            let maker = party(conn, collection.maker_id)?;
            Ok(Record::of_collection(collection, maker))
        }
    }
}

/// Every record that could ever count or once did: drafts and what was never signed or published are nobody's business.
pub(super) fn records(conn: &mut DbConnection) -> Result<Vec<Record>> {
    let parties = parties(conn)?;
    let party = |id: OrganisationId| {
        parties.get(&id).cloned().ok_or_else(|| Error::broken(format!("no organisation {id}")))
    };
    let mut records = Vec::new();
    let mut lines: HashMap<DealId, Vec<DealLine>> = HashMap::new();
    let all_lines = deal_lines::table
        .inner_join(deals::table)
        .filter(deals::status.ne(DealStatus::Draft))
        .order(deal_lines::id)
        .select(DealLine::as_select());
    for line in all_lines.load::<DealLine>(conn)? {
        lines.entry(line.deal_id).or_default().push(line);
    }
    let shipped_or_about_to = Deal::query().filter(deals::status.ne(DealStatus::Draft)).order(deals::id);
    for deal in shipped_or_about_to.load::<Deal>(conn)? {
        let own = lines.remove(&deal.id).unwrap_or_default();
        let (maker, buyer) = (party(deal.maker_id)?, party(deal.buyer_id)?);
        records.push(Record::of_deal(deal, &own, maker, buyer));
    }
    let signed = Agreement::query()
        .filter(agreements::signed_at.is_not_null())
        .filter(agreements::status.ne(AgreementStatus::Draft))
        .filter(agreements::status.ne(AgreementStatus::Proposed))
        .order(agreements::id);
    for agreement in signed.load::<Agreement>(conn)? {
        let (maker, buyer) = (party(agreement.maker_id)?, party(agreement.buyer_id)?);
        records.push(Record::of_agreement(agreement, maker, buyer));
    }
    let published = Collection::query().filter(collections::status.ne(Status::Draft)).order(collections::id);
    for collection in published.load::<Collection>(conn)? {
        let maker = party(collection.maker_id)?;
        records.push(Record::of_collection(collection, maker));
    }
    Ok(records)
}

/// Of each deal that a cluster sold, its workshops with how much of the price is for what they make.
pub(super) fn allocated(conn: &mut DbConnection) -> Result<HashMap<i64, Vec<(Party, i64)>>> {
    let all = deal_slice::all_allocations(conn)?;
    if all.is_empty() {
        return Ok(HashMap::new());
    }
    let parties = parties(conn)?;
    let mut allocated: HashMap<i64, Vec<(Party, i64)>> = HashMap::new();
    for own in all {
        let of_deal = allocated.entry(own.deal_id.0).or_default();
        match of_deal.iter_mut().find(|(known, _)| known.id == own.maker_id) {
            Some((_, amount)) => *amount += own.amount_minor,
            None => {
                let party = parties.get(&own.maker_id).cloned();
                let party =
                    party.ok_or_else(|| Error::broken(format!("no organisation {}", own.maker_id)))?;
                of_deal.push((party, own.amount_minor));
            }
        }
    }
    Ok(allocated)
}

fn parties(conn: &mut DbConnection) -> Result<HashMap<OrganisationId, Party>> {
    let rows: Vec<(OrganisationId, String, String, Option<String>, String)> = organisations::table
        .select((
            organisations::id,
            organisations::slug,
            organisations::name,
            organisations::name_ar,
            organisations::country,
        ))
        .load(conn)?;
    let party = |(id, slug, name, name_ar, country)| (id, Party { id, slug, name, name_ar, country });
    Ok(rows.into_iter().map(party).collect())
}

/// The clusters that have confirmed each maker.
pub(super) fn confirmed_clusters(conn: &mut DbConnection) -> Result<HashMap<OrganisationId, Vec<ClusterId>>> {
    let rows: Vec<(OrganisationId, ClusterId)> = cluster_memberships::table
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .order(cluster_memberships::cluster_id)
        .select((cluster_memberships::maker_id, cluster_memberships::cluster_id))
        .load(conn)?;
    let mut clusters: HashMap<OrganisationId, Vec<ClusterId>> = HashMap::new();
    for (maker, cluster) in rows {
        clusters.entry(maker).or_default().push(cluster);
    }
    Ok(clusters)
}

pub(super) fn cluster_names(conn: &mut DbConnection) -> Result<Vec<(ClusterId, String, Wording)>> {
    let rows: Vec<(ClusterId, String, Json<Wording>)> = clusters::table
        .order(clusters::id)
        .select((clusters::id, clusters::slug, clusters::name))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, slug, name)| (id, slug, name.into_inner())).collect())
}
