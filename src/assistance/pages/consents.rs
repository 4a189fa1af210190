//! Consents on pages: the maker's list with the form to give one, one consent with its history, the officers' papers.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::acts_said;
use crate::accounts::{self, AnyMaker, ConsentDecision, ConsentState, Kind, Member, Officer, Role, SignedIn};
use crate::assistance::api::PaperQuery;
use crate::assistance::reading::readable_consent;
use crate::assistance::views::{self, Given};
use crate::assistance::{ConsentForm, PaperDecisionForm, giving, store};
use crate::clusters;
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::files;
use crate::ids::ConsentId;
use crate::locale::sort_key;
use crate::web::{Access, Act, Choice, Crumb, FormView, House, Input, Listing, Page, Query, Route, hand_out};

const LIST: &str = "/workshop/consents";

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get(LIST, AnyMaker, "list one's consents", list),
        Route::get("/workshop/consents/new", AnyMaker, "give a consent", ask),
        Route::post(LIST, AnyMaker, "give a consent", give),
        Route::get("/consents", Officer, "list consents on paper", list_papers),
        Route::get("/consents/{id}", SignedIn, "see a consent", show),
        Route::get("/consents/{id}/paper", SignedIn, "read a consent's paper", paper),
        Route::post("/consents/{id}/decision", SignedIn, "decide about a consent on paper", decide),
        Route::post("/consents/{id}/withdraw", AnyMaker, "withdraw a consent", withdraw),
    ]
}

/// One line of a list.
pub(super) struct Row {
    pub given: Given,
    pub acts: String,
}

pub(super) fn rows(page: &Page, all: Vec<Given>) -> Vec<Row> {
    all.into_iter().map(|given| Row { acts: acts_said(page, &given.consent.acts), given }).collect()
}

#[derive(Template)]
#[template(path = "assistance/pages/consents.html")]
struct ListPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    is_owner: bool,
    rows: Vec<Row>,
}

async fn list(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    let (own, today) = (maker.organisation, house.today());
    let read = move |conn: &mut DbConnection| {
        let consents = accounts::consents_of_maker(conn, own)?;
        views::all_given(conn, consents, today)
    };
    let all = house.db.read(read).await?;
    page.show(&ListPage {
        page: &page,
        crumbs: [
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("", page.say("consents-title")),
        ],
        is_owner: maker.role == Role::Owner,
        rows: rows(&page, all),
    })
}

#[derive(Template)]
#[template(path = "assistance/pages/consent_form.html")]
struct FormPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 3],
    helpers: Vec<Choice>,
    agents: Vec<Choice>,
    acts: Vec<Choice>,
    form: FormView,
}

/// The organisations of the own clusters come first: they are whom most makers mean.
async fn form_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    form: &ConsentForm,
    problems: Problems,
) -> Result<FormPage<'a>> {
    let (own, language) = (by.organisation, page.language());
    let read = move |conn: &mut DbConnection| {
        let asked = clusters::memberships_of_maker(conn, own)?;
        let near: Vec<_> = asked.iter().map(|(_, cluster)| cluster.organisation_id).collect();
        let (mut helpers, mut agents) = (Vec::new(), Vec::new());
        for id in accounts::ids_of_kind(conn, Kind::Cluster)? {
            let helper = accounts::organisation(conn, id)?;
            let name = helper.name_in(language).to_owned();
            if near.contains(&id) {
                for person in accounts::members_of(conn, id)? {
                    agents.push(Choice::new(person.id.to_string(), format!("{} ({name})", person.name)));
                }
            }
            helpers.push((!near.contains(&id), sort_key(&name), Choice::new(helper.slug, name)));
        }
        helpers.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        Ok((helpers.into_iter().map(|(_, _, choice)| choice).collect(), agents))
    };
    let (helpers, agents) = house.db.read(read).await?;
    Ok(FormPage {
        page,
        crumbs: [
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new(LIST, page.say("consents-title")),
            Crumb::new("", page.say("consent-new")),
        ],
        helpers,
        agents,
        acts: page.choices("act", Act::WORDS),
        form: FormView::new(page.language(), form).with_problems(problems),
    })
}

async fn ask(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&form_page(&house, &page, &maker, &ConsentForm::default(), Problems::new()).await?)
}

async fn give(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<ConsentForm>,
) -> Result<HttpResponse> {
    let (form, settings, by) = (input.into_inner(), house.settings.clone(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| giving::give_consent(tx, &settings, &by, &wanted)).await {
        Ok(_) => Ok(page.see_other(LIST, Some("notice-consent-given"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&form_page(&house, &page, &maker, &form, problems).await?)
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "assistance/pages/papers.html")]
struct PapersPage<'a> {
    page: &'a Page,
    rows: Vec<Row>,
    next: Option<String>,
}

async fn list_papers(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<PaperQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (waiting, today) = (query.waiting(), house.today());
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::papers_listed(conn, waiting, listing)?, |one| one.id.0);
        Ok((views::all_given(conn, listed.items, today)?, listed.next))
    };
    let (papers, cursor) = house.db.read(read).await?;
    page.show(&PapersPage {
        page: &page,
        rows: rows(&page, papers),
        next: cursor.map(|cursor| format!("/consents?waiting={waiting}&cursor={cursor}")),
    })
}

#[derive(Template)]
#[template(path = "assistance/pages/consent.html")]
struct ConsentPage<'a> {
    page: &'a Page,
    row: Row,
    decisions: Vec<Choice>,
    may_decide: bool,
    may_withdraw: bool,
    form: FormView,
}

async fn consent_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: ConsentId,
    form: &PaperDecisionForm,
    problems: Problems,
) -> Result<ConsentPage<'a>> {
    let (reader, today) = (by.clone(), house.today());
    let read = move |conn: &mut DbConnection| {
        let consent = readable_consent(conn, &reader, id)?;
        views::given(conn, consent, today)
    };
    let given = house.db.read(read).await?;
    let owns = given.consent.maker_id == by.organisation;
    let waits = given.state == ConsentState::Waiting;
    Ok(ConsentPage {
        page,
        decisions: page.choices("paper-decision", ConsentDecision::WORDS),
        may_decide: waits && (by.is_officer() || (owns && by.role == Role::Owner)),
        may_withdraw: owns && matches!(given.state, ConsentState::Waiting | ConsentState::Given),
        row: Row { acts: acts_said(page, &given.consent.acts), given },
        form: FormView::new(page.language(), form).with_problems(problems),
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    id: web::Path<ConsentId>,
) -> Result<HttpResponse> {
    let blank = PaperDecisionForm::default();
    page.show(&consent_page(&house, &page, &member, *id, &blank, Problems::new()).await?)
}

async fn decide(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    id: web::Path<ConsentId>,
    input: Input<PaperDecisionForm>,
) -> Result<HttpResponse> {
    let (id, form, settings, by) = (*id, input.into_inner(), house.settings.clone(), member.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| giving::decide_consent(tx, &settings, &by, id, &wanted)).await {
        Ok(_) => Ok(page.see_other(&format!("/consents/{id}"), Some("notice-consent-decided"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&consent_page(&house, &page, &member, id, &form, problems).await?)
        }
        Err(error) => Err(error),
    }
}

async fn withdraw(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ConsentId>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    house.db.write(move |tx| giving::withdraw_consent(tx, &settings, &maker, *id)).await?;
    Ok(page.see_other(LIST, Some("notice-consent-withdrawn")))
}

/// The signed paper, for the two sides and for officers.
pub async fn paper(
    house: web::Data<House>,
    member: SignedIn,
    id: web::Path<ConsentId>,
) -> Result<HttpResponse> {
    let id = *id;
    let read = move |conn: &mut DbConnection| {
        let consent = readable_consent(conn, &member, id)?;
        files::find_by_id(conn, consent.file_id.ok_or(Error::NotFound)?)
    };
    let file = house.db.read(read).await?;
    hand_out(&house.files, file, &format!("consent-{id}")).await
}
