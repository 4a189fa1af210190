//! Accounts for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sessions::{self, NewSession, SignInForm};
use super::sign_up::{self, ResetForm, ResetRequest, SignUpForm};
use super::standing::{self, StandingForm};
use super::store::{self, Token};
use super::tokens::{self, IssuedToken, TokenForm};
use super::{
    Kind, Member, Officer, Organisation, Passwords, Role, SignedIn, Standing, Throttle, identify, person,
};
use crate::clock::Time;
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, PersonId, TokenId};
use crate::input::{Fields, Raw};
use crate::locale::Language;
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::post("/api/v1/people", Anyone, "sign up", sign_up)
            .takes::<SignUpForm>()
            .gives::<Accepted>(202),
        Route::post("/api/v1/email-verifications/{secret}", LinkHolder, "confirm an e-mail address", verify)
            .gives_nothing(),
        Route::post("/api/v1/password-resets", Anyone, "ask for a new password", ask_reset)
            .takes::<ResetRequest>()
            .gives::<Accepted>(202),
        Route::post("/api/v1/password-resets/{secret}", LinkHolder, "set a new password", reset)
            .takes::<ResetForm>()
            .gives_nothing(),
        Route::post("/api/v1/session", Anyone, "sign in", sign_in)
            .takes::<SignInForm>()
            .gives::<NewSession>(201),
        Route::delete("/api/v1/session", SignedIn, "sign out", sign_out).gives_nothing(),
        Route::get("/api/v1/me", SignedIn, "see one's account", me).gives::<MeView>(200),
        Route::get("/api/v1/tokens", SignedIn, "list one's API tokens", list_tokens)
            .asks::<crate::web::Paging>()
            .gives::<Listed<Token>>(200),
        Route::post("/api/v1/tokens", SignedIn, "make an API token", issue)
            .takes::<TokenForm>()
            .gives::<IssuedToken>(201),
        Route::delete("/api/v1/tokens/{id}", SignedIn, "revoke an API token", revoke).gives_nothing(),
        Route::get("/api/v1/organisations", Officer, "list organisations", list)
            .asks::<OrganisationQuery>()
            .gives::<Listed<OrganisationView>>(200),
        Route::get("/api/v1/organisations/{id}", Officer, "see an organisation", show)
            .gives::<OrganisationView>(200),
        Route::post("/api/v1/organisations/{id}/standing", Officer, "decide about an organisation", decide)
            .takes::<StandingForm>()
            .gives::<OrganisationView>(200),
    ]
}

/// The same whether the address was known or not.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Accepted {
    /// Always `letter`: what comes next stands in a letter.
    pub next: &'static str,
}

impl Accepted {
    fn answer() -> HttpResponse {
        HttpResponse::Accepted().json(Self { next: "letter" })
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MeView {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub role: Role,
    pub organisation: MyOrganisation,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MyOrganisation {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
    pub kind: Kind,
    pub country: String,
    pub standing: Standing,
}

impl From<&Member> for MeView {
    fn from(member: &Member) -> Self {
        Self {
            id: member.person,
            name: member.name.clone(),
            email: member.email.clone(),
            language: member.language,
            role: member.role,
            organisation: MyOrganisation {
                id: member.organisation,
                slug: member.slug.clone(),
                name: member.organisation_name.clone(),
                kind: member.kind,
                country: member.country.clone(),
                standing: member.standing,
            },
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct OrganisationView {
    pub id: OrganisationId,
    pub kind: Kind,
    pub slug: String,
    pub name: String,
    pub name_ar: Option<String>,
    pub country: String,
    pub website: Option<String>,
    pub standing: Standing,
    pub standing_note: Option<String>,
    pub standing_at: Option<Time>,
    pub created_at: Time,
}

impl From<Organisation> for OrganisationView {
    fn from(organisation: Organisation) -> Self {
        Self {
            id: organisation.id,
            kind: organisation.kind,
            slug: organisation.slug,
            name: organisation.name,
            name_ar: organisation.name_ar,
            country: organisation.country,
            website: organisation.website,
            standing: organisation.standing,
            standing_note: organisation.standing_note,
            standing_at: organisation.standing_at,
            created_at: organisation.created_at,
        }
    }
}

/// Which organisations an officer wants to see.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OrganisationQuery {
    /// `maker`, `cluster`, `buyer`, `institution` or `programme`.
    pub kind: Raw,
    /// `pending`, `approved`, `refused` or `suspended`.
    pub standing: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl OrganisationQuery {
    pub(super) fn check(&self) -> Result<(Option<Kind>, Option<Standing>)> {
        let mut fields = Fields::new();
        let kind = (!self.kind.is_blank()).then(|| fields.choice("kind", &self.kind));
        let standing = (!self.standing.is_blank()).then(|| fields.choice("standing", &self.standing));
        fields.done((kind, standing))
    }
}

async fn sign_up(
    house: web::Data<House>,
    passwords: web::Data<Passwords>,
    input: Input<SignUpForm>,
) -> Result<HttpResponse> {
    let mut new = input.into_inner().check()?;
    new.person.password_hash = passwords.hash(std::mem::take(&mut new.password)).await?;
    let settings = house.settings.clone();
    house.db.write(move |tx| sign_up::sign_up(tx, &settings, &new)).await?;
    Ok(Accepted::answer())
}

async fn verify(house: web::Data<House>, secret: web::Path<String>) -> Result<HttpResponse> {
    house.db.write(move |tx| sign_up::verify_email(tx, &secret)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn ask_reset(house: web::Data<House>, input: Input<ResetRequest>) -> Result<HttpResponse> {
    let email = person::parse_email(input.value.email.trimmed())
        .map_err(|message| Error::invalid("email", message))?;
    let settings = house.settings.clone();
    house.db.write(move |tx| sign_up::ask_reset(tx, &settings, &email)).await?;
    Ok(Accepted::answer())
}

async fn reset(
    house: web::Data<House>,
    passwords: web::Data<Passwords>,
    secret: web::Path<String>,
    input: Input<ResetForm>,
) -> Result<HttpResponse> {
    super::pages::set_password(&house, &passwords, secret.into_inner(), input.into_inner()).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn sign_in(
    request: HttpRequest,
    house: web::Data<House>,
    passwords: web::Data<Passwords>,
    throttle: web::Data<Throttle>,
    input: Input<SignInForm>,
) -> Result<HttpResponse> {
    let address = house.address_of(&request);
    let days = house.settings.limits.session_days;
    let session =
        sessions::sign_in(&house.db, &passwords, &throttle, input.into_inner(), &address, days).await?;
    Ok(HttpResponse::Created().json(session))
}

async fn sign_out(request: HttpRequest, house: web::Data<House>, _member: SignedIn) -> Result<HttpResponse> {
    if let Some(secret) = identify::secret_of(&request, house.settings.is_secure()) {
        sessions::sign_out(&house.db, &secret).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

async fn me(member: SignedIn) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(MeView::from(&*member)))
}

async fn list_tokens(house: web::Data<House>, member: SignedIn, listing: Listing) -> Result<HttpResponse> {
    let person = member.person;
    let tokens = house.db.read(move |conn| store::tokens_of(conn, person, listing)).await?;
    Ok(HttpResponse::Ok().json(listing.page(tokens, |token| token.id.0)))
}

async fn issue(house: web::Data<House>, member: SignedIn, input: Input<TokenForm>) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    // No stored answer here: it would keep the secret.
    let form = input.into_inner();
    let issued = house.db.write(move |tx| tokens::issue_token(tx, &member, &settings.limits, &form)).await?;
    Ok(HttpResponse::Created().json(issued))
}

async fn revoke(house: web::Data<House>, member: SignedIn, id: web::Path<TokenId>) -> Result<HttpResponse> {
    house.db.write(move |tx| tokens::revoke_token(tx, &member, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn list(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<OrganisationQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (kind, standing) = query.check()?;
    let rows = house.db.read(move |conn| store::organisations_of_kind(conn, kind, standing, listing)).await?;
    Ok(HttpResponse::Ok().json(listing.page(rows, |row| row.id.0).map(OrganisationView::from)))
}

async fn show(
    house: web::Data<House>,
    _officer: Officer,
    id: web::Path<OrganisationId>,
) -> Result<HttpResponse> {
    let found = house.db.read(move |conn| store::organisation(conn, *id)).await?;
    Ok(HttpResponse::Ok().json(OrganisationView::from(found)))
}

async fn decide(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<OrganisationId>,
    input: Input<StandingForm>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let form = input.value;
    let work = move |tx: &mut crate::db::Write<'_>| {
        standing::decide_standing(tx, &settings, &officer, *id, &form).map(OrganisationView::from)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
