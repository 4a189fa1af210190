//! The agent's pages: the makers for whom they may act, and the papers that they bring.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::acts_said;
use super::consents::{Row, rows};
use crate::accounts::{self, Agent, Member, SignedIn};
use crate::assistance::views::{self, Assisted};
use crate::assistance::{PaperForm, giving, reading};
use crate::clusters::{self, MembershipStanding};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::OrganisationId;
use crate::locale::sort_key;
use crate::web::{Access, Act, Choice, Crumb, FormView, House, Listing, Page, Route, WithPaper};

const LIST: &str = "/assistance";
const PAPERS: &str = "/assistance/papers";

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get(LIST, Agent, "list the makers for whom one may act", list),
        Route::post("/assistance/makers/{id}/begin", Agent, "act for a maker", begin),
        Route::post("/assistance/stop", SignedIn, "stop acting for a maker", stop),
        Route::get(PAPERS, Agent, "hand in a consent on paper", ask),
        Route::post(PAPERS, Agent, "hand in a consent on paper", hand_in).uploads(),
    ]
}

struct MakerRow {
    assisted: Assisted,
    acts: String,
}

#[derive(Template)]
#[template(path = "assistance/pages/assistance.html")]
struct ListPage<'a> {
    page: &'a Page,
    makers: Vec<MakerRow>,
    papers: Vec<Row>,
}

async fn list(house: web::Data<House>, page: Page, agent: Agent) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        Ok((views::assisted(conn, &agent, today)?, reading::papers_of(conn, &agent, today)?))
    };
    let (makers, papers) = house.db.read(read).await?;
    let row = |assisted: Assisted| MakerRow { acts: acts_said(&page, &assisted.acts), assisted };
    page.show(&ListPage {
        page: &page,
        makers: makers.into_iter().map(row).collect(),
        papers: rows(&page, papers),
    })
}

async fn begin(
    request: HttpRequest,
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    id: web::Path<OrganisationId>,
) -> Result<HttpResponse> {
    let first = reading::begin(&request, &house, &agent, *id).await?;
    Ok(page.see_other(first, None))
}

async fn stop(
    request: HttpRequest,
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
) -> Result<HttpResponse> {
    reading::stop(&request, &house, &member).await?;
    Ok(page.see_other("/desk", Some("notice-acting-stopped")))
}

#[derive(Template)]
#[template(path = "assistance/pages/paper_form.html")]
struct FormPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    makers: Vec<Choice>,
    acts: Vec<Choice>,
    form: FormView,
}

/// The makers of the own cluster to choose from; any other is named by its address.
async fn form_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    form: &PaperForm,
    problems: Problems,
) -> Result<FormPage<'a>> {
    let (own, language) = (by.organisation, page.language());
    let read = move |conn: &mut DbConnection| {
        let Some(cluster) = clusters::cluster_of_organisation(conn, own)? else { return Ok(Vec::new()) };
        let all = Listing { before: i64::MAX, limit: 1000 };
        let members = clusters::memberships_listed(conn, Some(cluster.id), None, all)?;
        let belongs =
            |standing| matches!(standing, MembershipStanding::Confirmed | MembershipStanding::Requested);
        let members = members.into_iter().filter(|(membership, ..)| belongs(membership.standing));
        Ok(members.map(|(_, maker, _)| maker).collect::<Vec<accounts::Organisation>>())
    };
    let mut makers: Vec<Choice> = house
        .db
        .read(read)
        .await?
        .iter()
        .map(|maker| Choice::new(maker.slug.as_str(), maker.name_in(language)))
        .collect();
    makers.sort_by_cached_key(|choice| sort_key(&choice.label));
    Ok(FormPage {
        page,
        crumbs: [Crumb::new(LIST, page.say("assistance-title")), Crumb::new("", page.say("paper-new"))],
        makers,
        acts: page.choices("act", Act::WORDS),
        form: FormView::new(language, form).with_problems(problems),
    })
}

async fn ask(house: web::Data<House>, page: Page, agent: Agent) -> Result<HttpResponse> {
    page.show(&form_page(&house, &page, &agent, &PaperForm::default(), Problems::new()).await?)
}

async fn save(house: &House, by: &Member, sent: &mut WithPaper<PaperForm>) -> Result<()> {
    let file = sent.keep(&house.files, sent.form.check(house.today())).await?;
    let (by, form, settings) = (by.clone(), sent.form.clone(), house.settings.clone());
    let write = move |tx: &mut crate::db::Write<'_>| {
        giving::hand_in_paper(tx, &settings, &by, &form, file.as_ref()).map(drop)
    };
    house.db.write(write).await
}

async fn hand_in(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    mut sent: WithPaper<PaperForm>,
) -> Result<HttpResponse> {
    match save(&house, &agent, &mut sent).await {
        Ok(()) => Ok(page.see_other(LIST, Some("notice-paper-handed-in"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&form_page(&house, &page, &agent, &sent.form, problems).await?)
        }
        Err(error) => Err(error),
    }
}
