//! The officers' desk of verdicts: what waits, one record with its evidence, and what was said so far.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::{VerdictQuery, WaitingQuery, subject_of};
use super::evidence::{self, Evidence};
use super::verdicts::{RevokeForm, VerifyForm, revoke, verify};
use super::worth::{Worth, worth};
use super::{Entry, Ledger, Record, Standing, Subject, Verdict, Verification, store};
use crate::accounts::{self, Officer};
use crate::clock::month_of;
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::VerificationId;
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/verifications", Officer, "list what waits for a verdict", waiting),
        Route::get("/verifications/given", Officer, "list verdicts", given),
        Route::get("/verifications/{id}/evidence", Officer, "read the evidence", paper),
        Route::get("/verifications/{id}/revoke", Officer, "revoke a verdict", ask_revoke),
        Route::post("/verifications/{id}/revoke", Officer, "revoke a verdict", revoke_verdict),
        Route::get("/verifications/{subject}/{id}", Officer, "see a record and its verdicts", show),
        Route::post("/verifications/{subject}/{id}", Officer, "verify a record", verify_record).uploads(),
    ]
}

#[derive(Template)]
#[template(path = "programme/verifications/waiting.html")]
struct WaitingPage<'a> {
    page: &'a Page,
    entries: Vec<Entry>,
    total: usize,
    next: Option<String>,
    subjects: Vec<Choice>,
    form: FormView,
}

async fn waiting(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<WaitingQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let subject = query.check()?;
    let waiting = house.db.read(move |conn| Ok(Ledger::read(conn)?.waiting(subject))).await?;
    let total = waiting.len();
    let listed = listing.cut(waiting);
    let address = |cursor| format!("/verifications?subject={}&cursor={cursor}", query.subject.trimmed());
    page.show(&WaitingPage {
        page: &page,
        entries: listed.items,
        total,
        next: listed.next.map(address),
        subjects: page.choices("subject", Subject::WORDS),
        form: FormView::new(page.language(), &serde_json::json!({ "subject": query.subject })),
    })
}

#[derive(Template)]
#[template(path = "programme/verifications/given.html")]
struct GivenPage<'a> {
    page: &'a Page,
    verdicts: Vec<Verification>,
    next: Option<String>,
    subjects: Vec<Choice>,
    kinds: Vec<Choice>,
    form: FormView,
}

async fn given(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<VerdictQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (subject, verdict) = query.check()?;
    let rows = house.db.read(move |conn| store::verdicts(conn, subject, verdict, listing)).await?;
    let listed = listing.page(rows, |row| row.id.0);
    let address = |cursor| {
        let (subject, verdict) = (query.subject.trimmed(), query.verdict.trimmed());
        format!("/verifications/given?subject={subject}&verdict={verdict}&cursor={cursor}")
    };
    let values = serde_json::json!({ "subject": query.subject, "verdict": query.verdict });
    page.show(&GivenPage {
        page: &page,
        verdicts: listed.items,
        next: listed.next.map(address),
        subjects: page.choices("subject", Subject::WORDS),
        kinds: page.choices("status", Verdict::WORDS),
        form: FormView::new(page.language(), &values),
    })
}

/// One verdict in the history of a record.
struct Said {
    verdict: Verification,
    officer: String,
}

#[derive(Template)]
#[template(path = "programme/verifications/record.html")]
struct RecordPage<'a> {
    page: &'a Page,
    record: Record,
    standing: Standing,
    history: Vec<Said>,
    /// What it would be worth if it were verified now.
    worth: Option<Worth>,
    /// The month of shipment, where the rate is another month's.
    month_without_rate: Option<String>,
    may_be_verified: bool,
    form: FormView,
}

fn said(conn: &mut DbConnection, verdicts: Vec<Verification>) -> Result<Vec<Said>> {
    let said = |verdict: Verification| {
        Ok(Said { officer: accounts::person(conn, verdict.officer_id)?.name, verdict })
    };
    verdicts.into_iter().map(said).collect()
}

async fn record_page<'a>(
    house: &House,
    page: &'a Page,
    subject: Subject,
    id: i64,
    form: &VerifyForm,
) -> Result<RecordPage<'a>> {
    let (record, verdicts, history, worth) = house
        .db
        .read(move |conn| {
            let (record, verdicts) = store::record_with_verdicts(conn, subject, id)?;
            let history = said(conn, verdicts.clone())?;
            let worth = match (record.amount, record.day) {
                (Some(total), Some(day)) => worth(conn, total, day)?,
                _ => None,
            };
            Ok((record, verdicts, history, worth))
        })
        .await?;
    let entry = Entry { record, verdict: verdicts.into_iter().next(), clusters: Vec::new(), part: None };
    let standing = entry.standing();
    let record = entry.record;
    let shipped = record.day.map(month_of);
    let month_without_rate = worth.as_ref().and_then(|worth| shipped.filter(|month| *month != worth.month));
    // The form carries the hash of what the officer sees now, so that a change in between is noticed.
    let form = VerifyForm { record_hash: record.hash.as_str().into(), ..form.clone() };
    Ok(RecordPage {
        page,
        may_be_verified: record.check_ripe().is_ok() && standing != Standing::Verified,
        record,
        standing,
        history,
        worth,
        month_without_rate,
        form: FormView::new(page.language(), &form),
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    path: web::Path<(String, i64)>,
) -> Result<HttpResponse> {
    let (word, id) = path.into_inner();
    page.show(&record_page(&house, &page, subject_of(&word)?, id, &VerifyForm::default()).await?)
}

async fn show_again(
    house: &House,
    page: &Page,
    subject: Subject,
    id: i64,
    form: &VerifyForm,
    problems: Problems,
) -> Result<HttpResponse> {
    let mut shown = record_page(house, page, subject, id, form).await?;
    shown.form = shown.form.with_problems(problems);
    page.show_again(&shown)
}

async fn verify_record(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    path: web::Path<(String, i64)>,
    mut evidence: Evidence,
) -> Result<HttpResponse> {
    let (word, id) = path.into_inner();
    let subject = subject_of(&word)?;
    let form = VerifyForm { subject: subject.into(), subject_id: id.into(), ..evidence.form.clone() };
    let file = match evidence.keep(&house.files, form.check()).await {
        Ok(file) => file,
        Err(Error::Invalid(problems)) => {
            return show_again(&house, &page, subject, id, &form, problems).await;
        }
        Err(error) => return Err(error),
    };
    let sent = form.clone();
    match house.db.write(move |tx| verify(tx, &officer, &sent, file.as_ref())).await {
        Ok(_) => Ok(page.see_other(&format!("/verifications/{subject}/{id}"), Some("notice-verified"))),
        Err(Error::Invalid(problems)) => show_again(&house, &page, subject, id, &form, problems).await,
        Err(error) => Err(error),
    }
}

async fn paper(
    house: web::Data<House>,
    _officer: Officer,
    id: web::Path<VerificationId>,
) -> Result<HttpResponse> {
    evidence::paper(&house, *id).await
}

#[derive(Template)]
#[template(path = "programme/verifications/revoke.html")]
struct RevokePage<'a> {
    page: &'a Page,
    verdict: Verification,
    record: Record,
    form: FormView,
}

async fn revoke_page<'a>(
    house: &House,
    page: &'a Page,
    id: VerificationId,
    form: &RevokeForm,
) -> Result<RevokePage<'a>> {
    let (verdict, record) = house
        .db
        .read(move |conn| {
            let verdict = store::verification(conn, id)?;
            let record = store::record(conn, verdict.subject, verdict.subject_id)?;
            Ok((verdict, record))
        })
        .await?;
    Ok(RevokePage { page, verdict, record, form: FormView::new(page.language(), form) })
}

async fn ask_revoke(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    id: web::Path<VerificationId>,
) -> Result<HttpResponse> {
    page.show(&revoke_page(&house, &page, *id, &RevokeForm::default()).await?)
}

async fn revoke_verdict(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<VerificationId>,
    input: Input<RevokeForm>,
) -> Result<HttpResponse> {
    let (id, form) = (id.into_inner(), input.into_inner());
    let sent = form.clone();
    match house.db.write(move |tx| revoke(tx, &officer, id, &sent)).await {
        Ok(revoked) => {
            let to = format!("/verifications/{}/{}", revoked.subject, revoked.subject_id);
            Ok(page.see_other(&to, Some("notice-verdict-revoked")))
        }
        Err(Error::Invalid(problems)) => {
            let mut again = revoke_page(&house, &page, id, &form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
