//! Idempotency keys: a POST that carries one is done once, however often it arrives, because its answer is stored in
//! the transaction that does it.

use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use diesel::prelude::*;
use serde::Serialize;

use super::Visitor;
use crate::db::schema::idempotency_keys;
use crate::db::{Db, DbConnection, Write};
use crate::error::{Error, Result};

const LONGEST_KEY: usize = 200;

#[derive(Clone, Debug)]
pub struct Once {
    scope: String,
    key: Option<String>,
    request_hash: String,
}

impl Once {
    pub(super) fn of(request: &HttpRequest, request_hash: String) -> Result<Self> {
        let key = request.headers().get("Idempotency-Key").map(|value| {
            let text = value.to_str().ok().filter(|text| !text.is_empty() && text.len() <= LONGEST_KEY);
            text.map(str::to_owned)
                .ok_or_else(|| Error::invalid("Idempotency-Key", "problem-idempotency-key"))
        });
        let person =
            request.extensions().get::<Visitor>().map_or_else(|| "anyone".to_owned(), |v| v.scope.clone());
        let scope = format!("{person} {} {}", request.method(), request.path());
        Ok(Self { scope, key: key.transpose()?, request_hash })
    }

    /// Does the work in one write and answers with what it gave, or with the stored answer of the first time.
    pub async fn answer<T, F>(self, db: &Db, status: StatusCode, work: F) -> Result<HttpResponse>
    where
        T: Serialize,
        F: Fn(&mut Write<'_>) -> Result<T> + Send + 'static,
    {
        let (status, body) = db
            .write(move |tx| {
                if let Some(stored) = self.stored(tx)? {
                    return Ok(stored);
                }
                let body = serde_json::to_string(&work(tx)?)?;
                self.store(tx, status, &body)?;
                Ok((status, body))
            })
            .await?;
        Ok(HttpResponse::build(status).content_type("application/json").body(body))
    }

    /// The same where the work rests on what is reckoned before the write. What was answered once is not reckoned again: it
    /// might be refused by now, for having been done.
    pub async fn answer_upon<P, T, R, F>(
        self,
        db: &Db,
        status: StatusCode,
        reckon: R,
        work: F,
    ) -> Result<HttpResponse>
    where
        P: Send + Sync + 'static,
        T: Serialize,
        R: FnOnce(&mut DbConnection) -> Result<P> + Send + 'static,
        F: Fn(&mut Write<'_>, &P) -> Result<T> + Send + 'static,
    {
        let (once, reckoned) = db
            .read(move |conn| {
                let reckoned = match self.stored(conn)? {
                    Some(stored) => Err(stored),
                    None => Ok(reckon(conn)?),
                };
                Ok((self, reckoned))
            })
            .await?;
        match reckoned {
            Ok(reckoned) => once.answer(db, status, move |tx| work(tx, &reckoned)).await,
            Err((status, body)) => {
                Ok(HttpResponse::build(status).content_type("application/json").body(body))
            }
        }
    }

    fn stored(&self, conn: &mut DbConnection) -> Result<Option<(StatusCode, String)>> {
        let Some(key) = &self.key else { return Ok(None) };
        let found: Option<(String, i64, String)> = idempotency_keys::table
            .filter(idempotency_keys::scope.eq(&self.scope).and(idempotency_keys::key.eq(key)))
            .select((idempotency_keys::request_hash, idempotency_keys::status, idempotency_keys::answer))
            .first(conn)
            .optional()?;
        match found {
            None => Ok(None),
            Some((hash, _, _)) if hash != self.request_hash => {
                Err(Error::invalid("Idempotency-Key", "problem-idempotency-key-reused"))
            }
            Some((_, status, answer)) => {
                let status = u16::try_from(status).ok().and_then(|code| StatusCode::from_u16(code).ok());
                Ok(Some((status.unwrap_or(StatusCode::OK), answer)))
            }
        }
    }

    fn store(&self, tx: &mut Write<'_>, status: StatusCode, answer: &str) -> Result<()> {
        let Some(key) = &self.key else { return Ok(()) };
        let now = tx.now();
        diesel::insert_into(idempotency_keys::table)
            .values((
                idempotency_keys::scope.eq(&self.scope),
                idempotency_keys::key.eq(key),
                idempotency_keys::request_hash.eq(&self.request_hash),
                idempotency_keys::status.eq(i64::from(status.as_u16())),
                idempotency_keys::answer.eq(answer),
                idempotency_keys::created_at.eq(now),
            ))
            .execute(&mut **tx)?;
        Ok(())
    }
}

/// Forgets keys older than a date; nobody repeats a request after days.
pub fn forget_before(tx: &mut Write<'_>, time: crate::clock::Time) -> Result<usize> {
    Ok(diesel::delete(idempotency_keys::table.filter(idempotency_keys::created_at.lt(time)))
        .execute(&mut **tx)?)
}
