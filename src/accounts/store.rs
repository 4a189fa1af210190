//! All SQL about people and organisations.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::{
    Kind, Member, NewOrganisation, NewPerson, Organisation, Person, Role, Scope, Standing, slug_for,
};
use crate::clock::Time;
use crate::db::schema::{api_tokens, mail_links, memberships, organisations, people, sessions};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, PersonId, TokenId};
use crate::locale::Language;
use crate::web::Listing;

/// As many ids as a statement may name on either database.
const MOST_NAMED: usize = 500;

pub fn person(conn: &mut DbConnection, id: PersonId) -> Result<Person> {
    Ok(Person::query().filter(people::id.eq(id)).first(conn)?)
}

pub fn person_by_email(conn: &mut DbConnection, email: &str) -> Result<Option<Person>> {
    Ok(Person::query().filter(people::email.eq(email)).first(conn).optional()?)
}

pub fn organisation(conn: &mut DbConnection, id: OrganisationId) -> Result<Organisation> {
    Ok(Organisation::query().filter(organisations::id.eq(id)).first(conn)?)
}

pub fn organisation_by_slug(conn: &mut DbConnection, slug: &str) -> Result<Organisation> {
    // PostgreSQL refuses even to look for a text with a NUL.
    if slug.contains('\0') {
        return Err(Error::NotFound);
    }
    Ok(Organisation::query().filter(organisations::slug.eq(slug)).first(conn)?)
}

/// By id or by slug, as people and programs name one.
pub fn organisation_named(conn: &mut DbConnection, name: &str) -> Result<Organisation> {
    match name.trim().parse::<OrganisationId>() {
        Ok(id) => organisation(conn, id),
        Err(_) => organisation_by_slug(conn, name.trim()),
    }
}

/// Organisations for an officer's list, newest first.
pub fn organisations_of_kind(
    conn: &mut DbConnection,
    kind: Option<Kind>,
    standing: Option<Standing>,
    listing: Listing,
) -> Result<Vec<Organisation>> {
    let mut query =
        Organisation::query().filter(organisations::id.lt(OrganisationId(listing.before))).into_boxed();
    if let Some(kind) = kind {
        query = query.filter(organisations::kind.eq(kind));
    }
    if let Some(standing) = standing {
        query = query.filter(organisations::standing.eq(standing));
    }
    Ok(query.order(organisations::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// How many organisations of each kind wait for an officer.
pub fn count_waiting(conn: &mut DbConnection) -> Result<Vec<(Kind, i64)>> {
    Ok(organisations::table
        .filter(organisations::standing.eq(Standing::Pending))
        .group_by(organisations::kind)
        .select((organisations::kind, diesel::dsl::count_star()))
        .load(conn)?)
}

/// The approved organisations of a kind.
pub fn ids_of_kind(conn: &mut DbConnection, kind: Kind) -> Result<Vec<OrganisationId>> {
    Ok(organisations::table
        .filter(organisations::kind.eq(kind).and(organisations::standing.eq(Standing::Approved)))
        .order(organisations::id)
        .select(organisations::id)
        .load(conn)?)
}

/// Everyone who belongs to an organisation and may be written to.
pub fn members_of(conn: &mut DbConnection, organisation: OrganisationId) -> Result<Vec<Person>> {
    Ok(Person::query()
        .inner_join(memberships::table)
        .filter(memberships::organisation_id.eq(organisation))
        .filter(people::disabled_at.is_null().and(people::email_verified_at.is_not_null()))
        .order(people::id)
        .load(conn)?)
}

/// In which languages the people of some organisations read and write.
pub fn languages_of(
    conn: &mut DbConnection,
    organisations: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, BTreeSet<Language>>> {
    let spoken: Vec<(OrganisationId, Language)> = people::table
        .inner_join(memberships::table)
        .filter(memberships::organisation_id.eq_any(organisations))
        .filter(people::disabled_at.is_null())
        .select((memberships::organisation_id, people::language))
        .distinct()
        .load(conn)?;
    let mut languages: BTreeMap<OrganisationId, BTreeSet<Language>> = BTreeMap::new();
    for (organisation, language) in spoken {
        languages.entry(organisation).or_default().insert(language);
    }
    Ok(languages)
}

pub(super) fn role_of(
    conn: &mut DbConnection,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Option<Role>> {
    Ok(memberships::table
        .filter(memberships::person_id.eq(person).and(memberships::organisation_id.eq(organisation)))
        .select(memberships::role)
        .first(conn)
        .optional()?)
}

/// The person as a member of the organisation that they joined first.
pub(super) fn member(conn: &mut DbConnection, person: PersonId, scope: Scope) -> Result<Option<Member>> {
    let found: Option<(Person, Role, Organisation)> = people::table
        .inner_join(memberships::table.inner_join(organisations::table))
        .filter(people::id.eq(person).and(people::disabled_at.is_null()))
        .order(memberships::id)
        .select((Person::as_select(), memberships::role, Organisation::as_select()))
        .first(conn)
        .optional()?;
    Ok(found.map(|(person, role, organisation)| Member::new(person, role, organisation, scope)))
}

/// The person as a member who may do all that they may.
pub fn member_of(conn: &mut DbConnection, person: PersonId) -> Result<Member> {
    member(conn, person, Scope::Write)?.ok_or(Error::NotFound)
}

/// The person as a member of one organisation, if they still are one and may be written to.
pub fn member_in(
    conn: &mut DbConnection,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Option<Member>> {
    let found: Option<(Person, Role, Organisation)> = people::table
        .inner_join(memberships::table.inner_join(organisations::table))
        .filter(people::id.eq(person).and(organisations::id.eq(organisation)))
        .filter(people::disabled_at.is_null().and(people::email_verified_at.is_not_null()))
        .select((Person::as_select(), memberships::role, Organisation::as_select()))
        .first(conn)
        .optional()?;
    Ok(found.map(|(person, role, organisation)| Member::new(person, role, organisation, Scope::Write)))
}

/// Those of some people who may be written to, each as a member of the organisation that they joined first.
pub fn members(conn: &mut DbConnection, people: &[PersonId]) -> Result<BTreeMap<PersonId, Member>> {
    let mut members = BTreeMap::new();
    for some in people.chunks(MOST_NAMED) {
        let found: Vec<(Person, Role, Organisation)> = people::table
            .inner_join(memberships::table.inner_join(organisations::table))
            .filter(people::id.eq_any(some))
            .filter(people::disabled_at.is_null().and(people::email_verified_at.is_not_null()))
            .order(memberships::id)
            .select((Person::as_select(), memberships::role, Organisation::as_select()))
            .load(conn)?;
        for (person, role, organisation) in found {
            let id = person.id;
            members.entry(id).or_insert_with(|| Member::new(person, role, organisation, Scope::Write));
        }
    }
    Ok(members)
}

pub(super) fn insert_person(
    tx: &mut Write<'_>,
    new: &NewPerson,
    verified_at: Option<Time>,
) -> Result<PersonId> {
    let now = tx.now();
    Ok(diesel::insert_into(people::table)
        .values((
            people::email.eq(&new.email),
            people::name.eq(&new.name),
            people::language.eq(new.language),
            people::password_hash.eq(&new.password_hash),
            people::email_verified_at.eq(verified_at),
            people::created_at.eq(now),
        ))
        .returning(people::id)
        .get_result(&mut **tx)?)
}

/// Gives the organisation an address of its own: the name, with a number if another has it already.
pub(super) fn insert_organisation(
    tx: &mut Write<'_>,
    new: &NewOrganisation,
    standing: Standing,
) -> Result<OrganisationId> {
    let now = tx.now();
    let slug = free_slug(tx, &slug_for(&new.name))?;
    Ok(diesel::insert_into(organisations::table)
        .values((
            organisations::kind.eq(new.kind),
            organisations::slug.eq(slug),
            organisations::name.eq(&new.name),
            organisations::name_ar.eq(&new.name_ar),
            organisations::country.eq(&new.country),
            organisations::website.eq(&new.website),
            organisations::standing.eq(standing),
            organisations::created_at.eq(now),
        ))
        .returning(organisations::id)
        .get_result(&mut **tx)?)
}

fn free_slug(conn: &mut DbConnection, wished: &str) -> Result<String> {
    let taken: Vec<String> = organisations::table
        .filter(organisations::slug.like(format!("{wished}%")))
        .select(organisations::slug)
        .load(conn)?;
    let candidates =
        std::iter::once(wished.to_owned()).chain((2..).map(|number| format!("{wished}-{number}")));
    Ok(candidates.into_iter().find(|slug| !taken.contains(slug)).unwrap_or_else(|| wished.to_owned()))
}

pub(super) fn insert_membership(
    tx: &mut Write<'_>,
    person: PersonId,
    organisation: OrganisationId,
    role: Role,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(memberships::table)
        .values((
            memberships::person_id.eq(person),
            memberships::organisation_id.eq(organisation),
            memberships::role.eq(role),
            memberships::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn set_standing(
    tx: &mut Write<'_>,
    id: OrganisationId,
    standing: Standing,
    note: Option<&str>,
    officer: PersonId,
) -> Result<()> {
    let now = tx.now();
    diesel::update(organisations::table.find(id))
        .set((
            organisations::standing.eq(standing),
            organisations::standing_note.eq(note),
            organisations::standing_at.eq(now),
            organisations::standing_by.eq(officer),
            organisations::version.eq(organisations::version + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn set_email_verified(tx: &mut Write<'_>, id: PersonId) -> Result<()> {
    let now = tx.now();
    diesel::update(people::table.find(id)).set(people::email_verified_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

/// A new password ends every session: whoever had the old one is out.
pub(super) fn set_password(tx: &mut Write<'_>, id: PersonId, hash: &str) -> Result<()> {
    diesel::update(people::table.find(id)).set(people::password_hash.eq(hash)).execute(&mut **tx)?;
    diesel::delete(sessions::table.filter(sessions::person_id.eq(id))).execute(&mut **tx)?;
    Ok(())
}

pub(super) fn insert_session(
    tx: &mut Write<'_>,
    person: PersonId,
    hash: &str,
    expires_at: Time,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(hash),
            sessions::person_id.eq(person),
            sessions::created_at.eq(now),
            sessions::expires_at.eq(expires_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whose session it is, and for which maker it works.
pub(super) fn session_person(
    conn: &mut DbConnection,
    hash: &str,
    now: Time,
) -> Result<Option<(PersonId, Option<OrganisationId>)>> {
    Ok(sessions::table
        .filter(sessions::token_hash.eq(hash).and(sessions::expires_at.gt(now)))
        .select((sessions::person_id, sessions::acts_for))
        .first(conn)
        .optional()?)
}

/// Says whether there is such a session; a token is none.
pub(super) fn set_acts_for(tx: &mut Write<'_>, hash: &str, maker: Option<OrganisationId>) -> Result<bool> {
    let session = sessions::table.filter(sessions::token_hash.eq(hash));
    let changed = diesel::update(session).set(sessions::acts_for.eq(maker)).execute(&mut **tx)?;
    Ok(changed == 1)
}

pub(super) fn delete_session(tx: &mut Write<'_>, hash: &str) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::token_hash.eq(hash))).execute(&mut **tx)?;
    Ok(())
}

pub(super) fn delete_expired(tx: &mut Write<'_>) -> Result<usize> {
    let now = tx.now();
    let sessions = diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(&mut **tx)?;
    let links =
        diesel::delete(mail_links::table.filter(mail_links::expires_at.le(now))).execute(&mut **tx)?;
    Ok(sessions + links)
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Purpose {
    #[default]
    VerifyEmail,
    ResetPassword,
}

crate::text_enum!(Purpose { VerifyEmail => "verify-email", ResetPassword => "reset-password" });

pub(super) fn insert_link(
    tx: &mut Write<'_>,
    person: PersonId,
    purpose: Purpose,
    hash: &str,
    expires_at: Time,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(mail_links::table)
        .values((
            mail_links::token_hash.eq(hash),
            mail_links::person_id.eq(person),
            mail_links::purpose.eq(purpose),
            mail_links::created_at.eq(now),
            mail_links::expires_at.eq(expires_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whom an unused link that has not expired belongs to.
pub(super) fn link_person(
    conn: &mut DbConnection,
    purpose: Purpose,
    hash: &str,
    now: Time,
) -> Result<PersonId> {
    Ok(mail_links::table
        .filter(mail_links::token_hash.eq(hash).and(mail_links::purpose.eq(purpose)))
        .filter(mail_links::used_at.is_null().and(mail_links::expires_at.gt(now)))
        .select(mail_links::person_id)
        .first(conn)?)
}

/// Spends all links of a purpose that a person holds: the one that was used and any older letter's.
pub(super) fn spend_links(tx: &mut Write<'_>, person: PersonId, purpose: Purpose) -> Result<()> {
    let now = tx.now();
    diesel::update(mail_links::table)
        .filter(mail_links::person_id.eq(person).and(mail_links::purpose.eq(purpose)))
        .filter(mail_links::used_at.is_null())
        .set(mail_links::used_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

#[derive(Clone, Debug, HasQuery, serde::Serialize, schemars::JsonSchema)]
#[diesel(table_name = api_tokens)]
pub struct Token {
    pub id: TokenId,
    pub name: String,
    pub scope: Scope,
    pub created_at: Time,
    pub expires_at: Time,
    pub revoked_at: Option<Time>,
}

pub(super) fn tokens_of(conn: &mut DbConnection, person: PersonId, listing: Listing) -> Result<Vec<Token>> {
    Ok(Token::query()
        .filter(api_tokens::person_id.eq(person).and(api_tokens::id.lt(TokenId(listing.before))))
        .order(api_tokens::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

pub(super) fn insert_token(
    tx: &mut Write<'_>,
    person: PersonId,
    name: &str,
    scope: Scope,
    hash: &str,
    expires_at: Time,
) -> Result<Token> {
    let now = tx.now();
    let id: TokenId = diesel::insert_into(api_tokens::table)
        .values((
            api_tokens::token_hash.eq(hash),
            api_tokens::person_id.eq(person),
            api_tokens::name.eq(name),
            api_tokens::scope.eq(scope),
            api_tokens::created_at.eq(now),
            api_tokens::expires_at.eq(expires_at),
        ))
        .returning(api_tokens::id)
        .get_result(&mut **tx)?;
    Ok(Token::query().filter(api_tokens::id.eq(id)).first(&mut **tx)?)
}

pub(super) fn token_person(
    conn: &mut DbConnection,
    hash: &str,
    now: Time,
) -> Result<Option<(PersonId, Scope)>> {
    Ok(api_tokens::table
        .filter(api_tokens::token_hash.eq(hash).and(api_tokens::revoked_at.is_null()))
        .filter(api_tokens::expires_at.gt(now))
        .select((api_tokens::person_id, api_tokens::scope))
        .first(conn)
        .optional()?)
}

pub(super) fn revoke_token(tx: &mut Write<'_>, person: PersonId, id: TokenId) -> Result<()> {
    let now = tx.now();
    let revoked = diesel::update(api_tokens::table.find(id))
        .filter(api_tokens::person_id.eq(person).and(api_tokens::revoked_at.is_null()))
        .set(api_tokens::revoked_at.eq(now))
        .execute(&mut **tx)?;
    if revoked == 1 { Ok(()) } else { Err(Error::NotFound) }
}
