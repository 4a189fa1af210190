//! Belonging to clusters: a maker's own page, and the desk of those who decide.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{self, AgentOrOfficer, AnyMaker, Member, Organisation};
use crate::clusters::membership::{DecisionForm, JoinForm};
use crate::clusters::queries::MembershipQuery;
use crate::clusters::{Cluster, MakerProfile, Membership, MembershipStanding, craft_labels, joining, store};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/workshop/clusters", AnyMaker, "list one's own memberships", mine),
        Route::post("/workshop/clusters", AnyMaker, "ask to join a cluster", ask),
        Route::post("/workshop/clusters/{id}/leave", AnyMaker, "leave a cluster", leave),
        Route::get("/memberships", AgentOrOfficer, "list a cluster's memberships", list),
        Route::get("/memberships/{id}", AgentOrOfficer, "see a membership", show),
        Route::post("/memberships/{id}/decision", AgentOrOfficer, "decide about a membership", decide),
    ]
}

/// The colour of a standing.
fn tone(standing: MembershipStanding) -> &'static str {
    match standing {
        MembershipStanding::Requested => "warn",
        MembershipStanding::Confirmed => "good",
        MembershipStanding::Refused => "bad",
        MembershipStanding::Left => "",
    }
}

struct OwnLine {
    id: i64,
    name: String,
    href: String,
    place: String,
    standing: MembershipStanding,
    tone: &'static str,
    since: String,
    can_leave: bool,
}

#[derive(Template)]
#[template(path = "clusters/own_memberships.html")]
struct OwnPage<'a> {
    page: &'a Page,
    lines: Vec<OwnLine>,
    /// Clusters that the maker may ask: those of the own country first.
    choices: Vec<Choice>,
    form: FormView,
}

async fn own_page<'a>(house: &House, page: &'a Page, maker: &Member, form: &JoinForm) -> Result<OwnPage<'a>> {
    let (id, now) = (maker.organisation, house.now());
    let read = move |conn: &mut DbConnection| {
        Ok((store::memberships_of_maker(conn, id)?, store::all_clusters(conn)?))
    };
    let (memberships, mut clusters) = house.db.read(read).await?;
    clusters.retain(|cluster| {
        let known = memberships.iter().find(|(_, other)| other.id == cluster.id);
        known.is_none_or(|(membership, _)| membership.may_ask_again(now).is_ok())
    });
    clusters.sort_by_key(|cluster| cluster.country != maker.country);
    let language = page.language();
    let line = |(membership, cluster): &(Membership, Cluster)| OwnLine {
        id: membership.id,
        name: cluster.name.best(language).to_owned(),
        href: format!("/clusters/{}", cluster.slug),
        place: format!("{}, {}", cluster.place.best(language), page.country(&cluster.country)),
        standing: membership.standing,
        tone: tone(membership.standing),
        since: page.day(&membership.decided_at.unwrap_or(membership.requested_at)),
        can_leave: membership.may_leave().is_ok(),
    };
    let choice = |cluster: &Cluster| {
        let name = cluster.name.best(language);
        Choice::new(&cluster.slug, format!("{name} · {}", page.country(&cluster.country)))
    };
    Ok(OwnPage {
        page,
        lines: memberships.iter().map(line).collect(),
        choices: clusters.iter().map(choice).collect(),
        form: FormView::new(language, form),
    })
}

/// A link from a cluster's page names the cluster.
async fn mine(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    Query(form): Query<MineQuery>,
) -> Result<HttpResponse> {
    page.show(&own_page(&house, &page, &maker, &JoinForm { cluster: form.cluster }).await?)
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct MineQuery {
    cluster: crate::input::Raw,
}

async fn ask(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<JoinForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (settings, by, wanted) = (house.settings.clone(), maker.clone(), form.clone());
    match house.db.write(move |tx| joining::ask_to_join(tx, &settings, &by, &wanted)).await {
        Ok(_) => Ok(page.see_other("/workshop/clusters", Some("notice-membership-asked"))),
        Err(Error::Invalid(problems)) => {
            let mut again = own_page(&house, &page, &maker, &form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

async fn leave(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<i64>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    house.db.write(move |tx| joining::leave_cluster(tx, &settings, &maker, *id)).await?;
    Ok(page.see_other("/workshop/clusters", Some("notice-membership-left")))
}

struct Line {
    id: i64,
    maker: String,
    maker_href: String,
    approved: bool,
    crafts: String,
    cluster: String,
    standing: MembershipStanding,
    tone: &'static str,
    since: String,
}

#[derive(Template)]
#[template(path = "clusters/memberships.html")]
struct MembershipsPage<'a> {
    page: &'a Page,
    lines: Vec<Line>,
    next: Option<String>,
    form: FormView,
    standings: Vec<Choice>,
    clusters: Vec<Choice>,
    waiting_only: bool,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    member: AgentOrOfficer,
    Query(query): Query<MembershipQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let wanted = query.check()?;
    let is_officer = member.is_officer();
    let read = move |conn: &mut DbConnection| {
        let rows = joining::memberships_for(conn, &member, &wanted, listing)?;
        Ok((rows, store::all_clusters(conn)?))
    };
    let (rows, clusters) = house.db.read(read).await?;
    let listed = listing.page(rows, |(membership, ..)| membership.id);
    let language = page.language();
    let name_of = |membership: &Membership| {
        let found = clusters.iter().find(|cluster| cluster.id == membership.cluster_id);
        found.map_or("", |cluster| cluster.name.best(language)).to_owned()
    };
    let line = |(membership, maker, profile): &(Membership, Organisation, Option<MakerProfile>)| Line {
        id: membership.id,
        maker: maker.name_in(language).to_owned(),
        maker_href: format!("/makers/{}", maker.slug),
        approved: maker.is_approved(),
        crafts: profile.as_ref().map_or(String::new(), |profile| craft_labels(&profile.crafts, language)),
        cluster: name_of(membership),
        standing: membership.standing,
        tone: tone(membership.standing),
        since: page.day(&membership.requested_at),
    };
    let choice = |cluster: &Cluster| Choice::new(&cluster.slug, cluster.name.best(language));
    page.show(&MembershipsPage {
        lines: listed.items.iter().map(line).collect(),
        next: listed.next.map(|cursor| query.address(&cursor)),
        form: FormView::new(language, &query),
        standings: page.choices("membership", MembershipStanding::WORDS),
        // An agent has one cluster; there is nothing to choose.
        clusters: if is_officer { clusters.iter().map(choice).collect() } else { Vec::new() },
        waiting_only: query.standing.trimmed() == MembershipStanding::Requested.word(),
        page: &page,
    })
}

#[derive(Template)]
#[template(path = "clusters/membership.html")]
struct MembershipPage<'a> {
    page: &'a Page,
    id: i64,
    maker: Organisation,
    profile: Option<MakerProfile>,
    crafts: String,
    cluster: Cluster,
    standing: MembershipStanding,
    tone: &'static str,
    requested: String,
    decided: Option<String>,
    decisions: Vec<Choice>,
    form: FormView,
}

async fn membership_page<'a>(
    house: &House,
    page: &'a Page,
    member: &AgentOrOfficer,
    id: i64,
    form: &DecisionForm,
) -> Result<MembershipPage<'a>> {
    let member = member.clone();
    let read = move |conn: &mut DbConnection| {
        let membership = store::membership_by_id(conn, id)?;
        let cluster = store::cluster(conn, membership.cluster_id)?;
        joining::must_lead(&member, &cluster)?;
        let maker = accounts::organisation(conn, membership.maker_id)?;
        Ok((store::profile(conn, membership.maker_id)?, membership, cluster, maker))
    };
    let (profile, membership, cluster, maker) = house.db.read(read).await?;
    let language = page.language();
    let decisions = membership.decisions();
    Ok(MembershipPage {
        page,
        id,
        crafts: profile.as_ref().map_or(String::new(), |profile| craft_labels(&profile.crafts, language)),
        maker,
        profile,
        cluster,
        standing: membership.standing,
        tone: tone(membership.standing),
        requested: page.day(&membership.requested_at),
        decided: membership.decided_at.map(|time| page.day(&time)),
        decisions: decisions
            .iter()
            .map(|decision| Choice::new(decision.word(), page.term("membership-decision", decision)))
            .collect(),
        form: FormView::new(language, form),
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    member: AgentOrOfficer,
    id: web::Path<i64>,
) -> Result<HttpResponse> {
    page.show(&membership_page(&house, &page, &member, *id, &DecisionForm::default()).await?)
}

async fn decide(
    house: web::Data<House>,
    page: Page,
    member: AgentOrOfficer,
    id: web::Path<i64>,
    input: Input<DecisionForm>,
) -> Result<HttpResponse> {
    let (id, form) = (*id, input.into_inner());
    let (settings, by, wanted) = (house.settings.clone(), member.clone(), form.clone());
    match house.db.write(move |tx| joining::decide_membership(tx, &settings, &by, id, &wanted)).await {
        Ok(_) => Ok(page.see_other("/memberships?standing=requested", Some("notice-membership-decided"))),
        Err(Error::Invalid(problems)) => {
            let mut again = membership_page(&house, &page, &member, id, &form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
