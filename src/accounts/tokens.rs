//! API tokens: shown once, stored hashed, for reading only or for writing too, revocable, never without an end.

use chrono::TimeDelta;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sessions::Secret;
use super::store::{self, Token};
use super::{Member, Scope};
use crate::db::Write;
use crate::error::Result;
use crate::ids::TokenId;
use crate::input::{Fields, Raw};
use crate::settings::Limits;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TokenForm {
    /// What it is for, so that its owner knows later which one to revoke.
    pub name: Raw,
    /// `read` or `write`.
    pub scope: Raw,
    /// Days until it ends.
    pub days: Raw,
}

/// A token just made: the only time its secret can be read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IssuedToken {
    #[serde(flatten)]
    pub token: Token,
    /// Send it as `Authorization: Bearer …`. It is not shown again.
    pub secret: String,
}

pub fn issue_token(
    tx: &mut Write<'_>,
    by: &Member,
    limits: &Limits,
    form: &TokenForm,
) -> Result<IssuedToken> {
    by.confirm(tx)?;
    let mut fields = Fields::new();
    let name = fields.text("name", &form.name, 80);
    let scope: Scope = fields.choice("scope", &form.scope);
    let days = fields.whole("days", &form.days, 1..=limits.token_days);
    fields.done(())?;
    let secret = Secret::new();
    let expires_at = tx.now().plus(TimeDelta::days(days));
    let token = store::insert_token(tx, by.person, &name, scope, &secret.hash(), expires_at)?;
    Ok(IssuedToken { token, secret: secret.expose().to_owned() })
}

pub fn revoke_token(tx: &mut Write<'_>, by: &Member, id: TokenId) -> Result<()> {
    by.confirm(tx)?;
    store::revoke_token(tx, by.person, id)
}
