//! Clusters, memberships and makers for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::cluster::{ClusterForm, PresentationForm};
use super::membership::{DecisionForm, JoinForm};
use super::profile::ProfileForm;
use super::queries::{ClusterQuery, MakerQuery, MembershipQuery};
use super::store::{self, MembershipRow};
use super::views::{ClusterView, MakerView, MembershipView, SectorView};
use super::{Membership, Workshop, editing, joining, sector, workshop, workshops_listed};
use crate::accounts::{self, Agent, AgentOrOfficer, AnyMaker, Officer, Viewer};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::Slug;
use crate::web::{Access, Act, House, Input, Listed, Listing, Nothing, Paging, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/sectors", Anyone, "list sectors", list_sectors).gives::<Listed<SectorView>>(200),
        Route::get("/api/v1/clusters", Anyone, "list clusters", list_clusters)
            .asks::<ClusterQuery>()
            .gives::<Listed<ClusterView>>(200),
        Route::post("/api/v1/clusters", Officer, "create a cluster", create)
            .takes::<ClusterForm>()
            .gives::<ClusterView>(201),
        Route::get("/api/v1/clusters/{slug}", Anyone, "see a cluster", show_cluster)
            .gives::<ClusterView>(200),
        Route::put("/api/v1/clusters/{slug}", Officer, "edit a cluster", edit)
            .takes::<ClusterForm>()
            .gives::<ClusterView>(200),
        Route::put("/api/v1/clusters/{slug}/presentation", Agent, "present one's cluster", present)
            .takes::<PresentationForm>()
            .gives::<ClusterView>(200),
        Route::get("/api/v1/clusters/{slug}/members", Anyone, "list makers", list_members)
            .asks::<Paging>()
            .gives::<Listed<MakerView>>(200),
        Route::get("/api/v1/memberships", AgentOrOfficer, "list a cluster's memberships", list_memberships)
            .asks::<MembershipQuery>()
            .gives::<Listed<MembershipView>>(200),
        Route::get("/api/v1/memberships/mine", AnyMaker, "list one's own memberships", my_memberships)
            .gives::<Listed<MembershipView>>(200),
        Route::post("/api/v1/memberships", AnyMaker, "ask to join a cluster", ask)
            .takes::<JoinForm>()
            .gives::<MembershipView>(201),
        Route::get("/api/v1/memberships/{id}", AgentOrOfficer, "see a membership", show_membership)
            .gives::<MembershipView>(200),
        Route::post("/api/v1/memberships/{id}/decision", AgentOrOfficer, "decide about a membership", decide)
            .takes::<DecisionForm>()
            .gives::<MembershipView>(200),
        Route::post("/api/v1/memberships/{id}/leave", AnyMaker, "leave a cluster", leave)
            .gives::<MembershipView>(200),
        Route::get("/api/v1/makers", Anyone, "list makers", list_makers)
            .asks::<MakerQuery>()
            .gives::<Listed<MakerView>>(200),
        Route::get("/api/v1/makers/{slug}", Anyone, "see a maker", show_maker)
            .by_agents(Act::Catalogue)
            .gives::<MakerView>(200),
        Route::put("/api/v1/makers/{slug}", AnyMaker, "edit one's profile", save)
            .by_agents(Act::Catalogue)
            .takes::<ProfileForm>()
            .gives::<MakerView>(200),
    ]
}

async fn list_sectors() -> Result<HttpResponse> {
    let items = sector::sectors().iter().map(SectorView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn list_clusters(
    house: web::Data<House>,
    Query(query): Query<ClusterQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let filter = query.check()?;
    let (rows, members) = house
        .db
        .read(move |conn| {
            Ok((store::clusters_listed(conn, &filter, listing)?, store::members_by_cluster(conn)?))
        })
        .await?;
    let view = |cluster: super::Cluster| {
        let count = members.get(&cluster.id).copied().unwrap_or(0);
        ClusterView::new(cluster, count)
    };
    Ok(HttpResponse::Ok().json(listing.page(rows, |cluster| cluster.id.0).map(view)))
}

fn counted(conn: &mut DbConnection, cluster: super::Cluster) -> Result<ClusterView> {
    let members = store::count_members(conn, cluster.id)?;
    Ok(ClusterView::new(cluster, members))
}

async fn show_cluster(house: web::Data<House>, slug: web::Path<Slug>) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let cluster = store::cluster_by_slug(conn, &slug)?;
        counted(conn, cluster)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn create(
    house: web::Data<House>,
    officer: Officer,
    input: Input<ClusterForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let cluster = editing::create_cluster(tx, &officer, &form)?;
        counted(tx, cluster)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn edit(
    house: web::Data<House>,
    officer: Officer,
    slug: web::Path<Slug>,
    input: Input<ClusterForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let work = move |tx: &mut Write<'_>| {
        let cluster = editing::edit_cluster(tx, &officer, &slug, &form)?;
        counted(tx, cluster)
    };
    Ok(HttpResponse::Ok().json(house.db.write(work).await?))
}

async fn present(
    house: web::Data<House>,
    agent: Agent,
    slug: web::Path<Slug>,
    input: Input<PresentationForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let work = move |tx: &mut Write<'_>| {
        let cluster = editing::present_cluster(tx, &agent, &slug, &form)?;
        counted(tx, cluster)
    };
    Ok(HttpResponse::Ok().json(house.db.write(work).await?))
}

fn listed(listing: Listing, rows: Vec<Workshop>) -> HttpResponse {
    let page = listing.page(rows, |row| row.organisation.id.0);
    HttpResponse::Ok().json(page.map(MakerView::from))
}

async fn list_members(
    house: web::Data<House>,
    slug: web::Path<Slug>,
    listing: Listing,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let cluster = store::cluster_by_slug(conn, &slug)?;
        let filter = store::MakerFilter { cluster: Some(cluster.slug), ..store::MakerFilter::default() };
        workshops_listed(conn, &filter, listing)
    };
    Ok(listed(listing, house.db.read(read).await?))
}

async fn list_makers(
    house: web::Data<House>,
    Query(query): Query<MakerQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let filter = query.check()?;
    Ok(listed(listing, house.db.read(move |conn| workshops_listed(conn, &filter, listing)).await?))
}

async fn show_maker(house: web::Data<House>, viewer: Viewer, slug: web::Path<Slug>) -> Result<HttpResponse> {
    let found = house.db.read(move |conn| workshop(conn, &slug, viewer.member())).await?;
    Ok(HttpResponse::Ok().json(MakerView::from(found)))
}

async fn save(
    house: web::Data<House>,
    maker: AnyMaker,
    slug: web::Path<Slug>,
    input: Input<ProfileForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let work = move |tx: &mut Write<'_>| {
        let named = workshop(tx, &slug, Some(&maker))?;
        if named.organisation.id != maker.organisation {
            return Err(Error::forbidden("refusal-not-your-workshop"));
        }
        editing::save_profile(tx, &maker, &form)?;
        workshop(tx, &slug, Some(&maker)).map(MakerView::from)
    };
    Ok(HttpResponse::Ok().json(house.db.write(work).await?))
}

fn with_names(conn: &mut DbConnection, row: MembershipRow) -> Result<MembershipView> {
    let cluster = store::cluster(conn, row.0.cluster_id)?;
    Ok(MembershipView::new(row, cluster))
}

fn named(conn: &mut DbConnection, membership: Membership) -> Result<MembershipView> {
    let maker = accounts::organisation(conn, membership.maker_id)?;
    let profile = store::profile(conn, membership.maker_id)?;
    with_names(conn, (membership, maker, profile))
}

async fn list_memberships(
    house: web::Data<House>,
    member: AgentOrOfficer,
    Query(query): Query<MembershipQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let wanted = query.check()?;
    let read = move |conn: &mut DbConnection| {
        let rows = joining::memberships_for(conn, &member, &wanted, listing)?;
        rows.into_iter().map(|row| with_names(conn, row)).collect::<Result<Vec<_>>>()
    };
    let rows = house.db.read(read).await?;
    Ok(HttpResponse::Ok().json(listing.page(rows, |row| row.id)))
}

async fn my_memberships(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let rows = store::memberships_of_maker(conn, maker.organisation)?;
        rows.into_iter().map(|(membership, _)| named(conn, membership)).collect::<Result<Vec<_>>>()
    };
    Ok(HttpResponse::Ok().json(Listed { items: house.db.read(read).await?, next: None }))
}

async fn show_membership(
    house: web::Data<House>,
    member: AgentOrOfficer,
    id: web::Path<i64>,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let membership = store::membership_by_id(conn, *id)?;
        let cluster = store::cluster(conn, membership.cluster_id)?;
        joining::must_lead(&member, &cluster)?;
        named(conn, membership)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn ask(house: web::Data<House>, maker: AnyMaker, input: Input<JoinForm>) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let membership = joining::ask_to_join(tx, &settings, &maker, &form)?;
        named(tx, membership)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn decide(
    house: web::Data<House>,
    member: AgentOrOfficer,
    id: web::Path<i64>,
    input: Input<DecisionForm>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let membership = joining::decide_membership(tx, &settings, &member, *id, &form)?;
        named(tx, membership)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn leave(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<i64>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let work = move |tx: &mut Write<'_>| {
        let membership = joining::leave_cluster(tx, &settings, &maker, *id)?;
        named(tx, membership)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
