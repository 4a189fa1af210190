//! Accounts for people: coming in, the account page, and the officers' desk of organisations.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::api::OrganisationQuery;
use super::sessions::{self, NewSession, SignInForm};
use super::sign_up::{self, ResetForm, ResetRequest, SignUpForm};
use super::standing::{self, StandingForm};
use super::store::{self, Token};
use super::tokens::{self, TokenForm};
use super::{Kind, Officer, Organisation, Passwords, SignedIn, Throttle, Viewer, identify, person};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, TokenId};
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/sign-up", Anyone, "sign up", new_account),
        Route::post("/sign-up", Anyone, "sign up", sign_up),
        Route::get("/sign-in", Anyone, "sign in", new_session),
        Route::post("/sign-in", Anyone, "sign in", sign_in),
        Route::post("/sign-out", SignedIn, "sign out", sign_out),
        Route::get("/verify-email/{secret}", LinkHolder, "confirm an e-mail address", show_verification),
        Route::post("/verify-email/{secret}", LinkHolder, "confirm an e-mail address", verify),
        Route::get("/forgot-password", Anyone, "ask for a new password", forgot),
        Route::post("/forgot-password", Anyone, "ask for a new password", ask_reset),
        Route::get("/reset-password/{secret}", LinkHolder, "set a new password", show_reset),
        Route::post("/reset-password/{secret}", LinkHolder, "set a new password", reset),
        Route::get("/account", SignedIn, "see one's account", account),
        Route::get("/account/tokens", SignedIn, "list one's API tokens", list_tokens),
        Route::post("/account/tokens", SignedIn, "make an API token", issue),
        Route::post("/account/tokens/{id}/revoke", SignedIn, "revoke an API token", revoke),
        Route::get("/organisations", Officer, "list organisations", list),
        Route::get("/organisations/{id}", Officer, "see an organisation", show),
        Route::post("/organisations/{id}/standing", Officer, "decide about an organisation", decide),
    ]
}

#[derive(Template)]
#[template(path = "accounts/sign_up.html")]
struct SignUpPage<'a> {
    page: &'a Page,
    form: FormView,
    kinds: Vec<Choice>,
    languages: Vec<Choice>,
    countries: Vec<Choice>,
}

impl<'a> SignUpPage<'a> {
    fn new(page: &'a Page, form: &SignUpForm) -> Self {
        let kinds = [Kind::Maker, Kind::Buyer, Kind::Cluster, Kind::Institution];
        Self {
            page,
            form: FormView::new(page.language(), form),
            kinds: kinds
                .iter()
                .map(|kind| Choice::new(kind.word(), page.term("organisation-kind", kind)))
                .collect(),
            languages: page.language_choices(),
            countries: page.country_choices(),
        }
    }
}

async fn new_account(page: Page) -> Result<HttpResponse> {
    page.show(&SignUpPage::new(&page, &sign_up::blank_form(page.language())))
}

async fn sign_up(
    house: web::Data<House>,
    passwords: web::Data<Passwords>,
    page: Page,
    input: Input<SignUpForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let mut new = match form.check() {
        Ok(new) => new,
        Err(Error::Invalid(problems)) => {
            let mut again = SignUpPage::new(&page, &form);
            again.form = again.form.with_problems(problems);
            return page.show_again(&again);
        }
        Err(error) => return Err(error),
    };
    new.person.password_hash = passwords.hash(std::mem::take(&mut new.password)).await?;
    let settings = house.settings.clone();
    house.db.write(move |tx| sign_up::sign_up(tx, &settings, &new)).await?;
    page.tell(StatusCode::OK, "sign-up-done", "sign-up-done-text")
}

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage<'a> {
    page: &'a Page,
    form: FormView,
}

async fn new_session(page: Page, viewer: Viewer, Query(form): Query<SignInForm>) -> Result<HttpResponse> {
    if viewer.member().is_some() {
        return Ok(page.see_other(local(form.next.trimmed()), None));
    }
    page.show(&SignInPage { page: &page, form: FormView::new(page.language(), &form) })
}

async fn sign_in(
    request: HttpRequest,
    house: web::Data<House>,
    passwords: web::Data<Passwords>,
    throttle: web::Data<Throttle>,
    page: Page,
    input: Input<SignInForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let address = house.address_of(&request);
    let days = house.settings.limits.session_days;
    match sessions::sign_in(&house.db, &passwords, &throttle, form.clone(), &address, days).await {
        Ok(session) => {
            let mut answer = page.see_other(local(form.next.trimmed()), None);
            answer.add_cookie(&cookie(&house, &session)).map_err(Error::wrap)?;
            Ok(answer)
        }
        Err(Error::Invalid(problems)) => {
            let view = FormView::new(page.language(), &form).with_problems(problems);
            page.show_again(&SignInPage { page: &page, form: view })
        }
        Err(error) => Err(error),
    }
}

/// Only ever back to a page of this house.
fn local(next: &str) -> &str {
    let safe = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\n', '\r']);
    if safe { next } else { "/desk" }
}

fn cookie<'c>(house: &House, session: &'c NewSession) -> Cookie<'c> {
    Cookie::build(identify::cookie_name(house.settings.is_secure()), &session.token)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(house.settings.is_secure())
        .max_age(Duration::days(house.settings.limits.session_days))
        .finish()
}

async fn sign_out(
    request: HttpRequest,
    house: web::Data<House>,
    page: Page,
    _member: SignedIn,
) -> Result<HttpResponse> {
    let secure = house.settings.is_secure();
    if let Some(secret) = identify::secret_of(&request, secure) {
        sessions::sign_out(&house.db, &secret).await?;
    }
    let mut answer = page.see_other("/", Some("notice-signed-out"));
    let mut gone = Cookie::build(identify::cookie_name(secure), "").path("/").secure(secure).finish();
    gone.make_removal();
    answer.add_cookie(&gone).map_err(Error::wrap)?;
    Ok(answer)
}

/// A letter's link shows a page with one button; only the button acts, so that a scanner that follows links does nothing.
#[derive(Template)]
#[template(path = "accounts/verify_email.html")]
struct VerifyPage<'a> {
    page: &'a Page,
}

async fn show_verification(
    house: web::Data<House>,
    page: Page,
    secret: web::Path<String>,
) -> Result<HttpResponse> {
    let now = house.now();
    match house.db.read(move |conn| sign_up::verification_waits(conn, &secret, now)).await {
        Ok(()) => page.show(&VerifyPage { page: &page }),
        Err(Error::NotFound) => link_is_spent(&page),
        Err(error) => Err(error),
    }
}

fn link_is_spent(page: &Page) -> Result<HttpResponse> {
    page.tell(StatusCode::NOT_FOUND, "link-spent", "link-spent-text")
}

async fn verify(house: web::Data<House>, page: Page, secret: web::Path<String>) -> Result<HttpResponse> {
    match house.db.write(move |tx| sign_up::verify_email(tx, &secret)).await {
        Ok(_) => Ok(page.see_other("/sign-in", Some("notice-email-verified"))),
        Err(Error::NotFound) => link_is_spent(&page),
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "accounts/forgot_password.html")]
struct ForgotPage<'a> {
    page: &'a Page,
    form: FormView,
}

async fn forgot(page: Page) -> Result<HttpResponse> {
    page.show(&ForgotPage { page: &page, form: FormView::new(page.language(), &ResetRequest::default()) })
}

async fn ask_reset(house: web::Data<House>, page: Page, input: Input<ResetRequest>) -> Result<HttpResponse> {
    let form = input.into_inner();
    let email = match person::parse_email(form.email.trimmed()) {
        Ok(email) => email,
        Err(message) => {
            let problems = crate::error::Problems::one("email", message);
            let view = FormView::new(page.language(), &form).with_problems(problems);
            return page.show_again(&ForgotPage { page: &page, form: view });
        }
    };
    let settings = house.settings.clone();
    house.db.write(move |tx| sign_up::ask_reset(tx, &settings, &email)).await?;
    page.tell(StatusCode::OK, "forgot-done", "forgot-done-text")
}

#[derive(Template)]
#[template(path = "accounts/reset_password.html")]
struct ResetPage<'a> {
    page: &'a Page,
    form: FormView,
}

async fn show_reset(house: web::Data<House>, page: Page, secret: web::Path<String>) -> Result<HttpResponse> {
    let now = house.now();
    match house.db.read(move |conn| sign_up::reset_person(conn, &secret, now)).await {
        Ok(_) => {
            page.show(&ResetPage { page: &page, form: FormView::new(page.language(), &ResetForm::default()) })
        }
        Err(Error::NotFound) => link_is_spent(&page),
        Err(error) => Err(error),
    }
}

/// Checks, hashes and sets: both faces come here, because the hashing stands between reading and writing.
pub(super) async fn set_password(
    house: &House,
    hasher: &Passwords,
    secret: String,
    form: ResetForm,
) -> Result<()> {
    let (now, wanted) = (house.now(), secret.clone());
    let person = house.db.read(move |conn| sign_up::reset_person(conn, &wanted, now)).await?;
    sign_up::check_new_password(&form, &person.email)?;
    let hash = hasher.hash(form.password.0).await?;
    house.db.write(move |tx| sign_up::reset_password(tx, &secret, &hash)).await
}

async fn reset(
    house: web::Data<House>,
    passwords: web::Data<Passwords>,
    page: Page,
    secret: web::Path<String>,
    input: Input<ResetForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    match set_password(&house, &passwords, secret.into_inner(), form.clone()).await {
        Ok(()) => Ok(page.see_other("/sign-in", Some("notice-password-set"))),
        Err(Error::NotFound) => link_is_spent(&page),
        Err(Error::Invalid(problems)) => {
            let view = FormView::new(page.language(), &form).with_problems(problems);
            page.show_again(&ResetPage { page: &page, form: view })
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct AccountPage<'a> {
    page: &'a Page,
    member: &'a super::Member,
}

async fn account(page: Page, member: SignedIn) -> Result<HttpResponse> {
    page.show(&AccountPage { page: &page, member: &member })
}

#[derive(Template)]
#[template(path = "accounts/tokens.html")]
struct TokensPage<'a> {
    page: &'a Page,
    tokens: Vec<Token>,
    next: Option<String>,
    scopes: Vec<Choice>,
    form: FormView,
    /// The secret of a token just made.
    secret: Option<String>,
}

async fn tokens_page<'a>(
    house: &House,
    page: &'a Page,
    member: &SignedIn,
    listing: Listing,
    form: &TokenForm,
) -> Result<TokensPage<'a>> {
    let person = member.person;
    let rows = house.db.read(move |conn| store::tokens_of(conn, person, listing)).await?;
    let listed = listing.page(rows, |token| token.id.0);
    Ok(TokensPage {
        page,
        tokens: listed.items,
        next: listed.next.map(|cursor| format!("/account/tokens?cursor={cursor}")),
        scopes: page.choices("token-scope", super::Scope::WORDS),
        form: FormView::new(page.language(), form),
        secret: None,
    })
}

async fn list_tokens(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    listing: Listing,
) -> Result<HttpResponse> {
    let blank = TokenForm { days: 90.into(), scope: "read".into(), ..TokenForm::default() };
    page.show(&tokens_page(&house, &page, &member, listing, &blank).await?)
}

async fn issue(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    listing: Listing,
    input: Input<TokenForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (settings, by, wanted) = (house.settings.clone(), member.clone(), form.clone());
    match house.db.write(move |tx| tokens::issue_token(tx, &by, &settings.limits, &wanted)).await {
        Ok(issued) => {
            let blank = TokenForm { days: 90.into(), ..TokenForm::default() };
            let mut shown = tokens_page(&house, &page, &member, listing, &blank).await?;
            shown.secret = Some(issued.secret);
            page.show(&shown)
        }
        Err(Error::Invalid(problems)) => {
            let mut again = tokens_page(&house, &page, &member, listing, &form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

async fn revoke(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    id: web::Path<TokenId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| tokens::revoke_token(tx, &member, *id)).await?;
    Ok(page.see_other("/account/tokens", Some("notice-token-revoked")))
}

#[derive(Template)]
#[template(path = "accounts/organisations.html")]
struct OrganisationsPage<'a> {
    page: &'a Page,
    organisations: Vec<Organisation>,
    next: Option<String>,
    kinds: Vec<Choice>,
    standings: Vec<Choice>,
    form: FormView,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<OrganisationQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (kind, standing) = query.check()?;
    let rows = house.db.read(move |conn| store::organisations_of_kind(conn, kind, standing, listing)).await?;
    let listed = listing.page(rows, |row| row.id.0);
    let address = |cursor| {
        format!(
            "/organisations?kind={}&standing={}&cursor={cursor}",
            query.kind.trimmed(),
            query.standing.trimmed()
        )
    };
    let values = serde_json::json!({ "kind": query.kind, "standing": query.standing });
    page.show(&OrganisationsPage {
        page: &page,
        organisations: listed.items,
        next: listed.next.map(address),
        kinds: page.choices("organisation-kind", Kind::WORDS),
        standings: page.choices("status", super::Standing::WORDS),
        form: FormView::new(page.language(), &values),
    })
}

#[derive(Template)]
#[template(path = "accounts/organisation.html")]
struct OrganisationPage<'a> {
    page: &'a Page,
    organisation: Organisation,
    people: Vec<super::Person>,
    form: FormView,
    standings: Vec<Choice>,
}

async fn organisation_page<'a>(
    house: &House,
    page: &'a Page,
    id: OrganisationId,
    form: &StandingForm,
) -> Result<OrganisationPage<'a>> {
    let (organisation, people) =
        house.db.read(move |conn| Ok((store::organisation(conn, id)?, store::members_of(conn, id)?))).await?;
    let mut choices = super::Standing::WORDS.to_vec();
    choices.retain(|word| *word != organisation.standing.word());
    Ok(OrganisationPage {
        page,
        standings: page.choices("standing-decision", &choices),
        organisation,
        people,
        form: FormView::new(page.language(), form),
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    id: web::Path<OrganisationId>,
) -> Result<HttpResponse> {
    page.show(&organisation_page(&house, &page, *id, &StandingForm::default()).await?)
}

async fn decide(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<OrganisationId>,
    input: Input<StandingForm>,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    let (settings, form) = (house.settings.clone(), input.into_inner());
    let decision = form.clone();
    match house.db.write(move |tx| standing::decide_standing(tx, &settings, &officer, id, &decision)).await {
        Ok(_) => Ok(page.see_other(&format!("/organisations/{id}"), Some("notice-standing-decided"))),
        Err(Error::Invalid(problems)) => {
            let mut again = organisation_page(&house, &page, id, &form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
