//! The tree of sectors, and the forms of officers and agents.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{craft_choices, sector_choices};
use crate::accounts::{self, Agent, Officer, Organisation};
use crate::clusters::cluster::{ClusterForm, PresentationForm};
use crate::clusters::{Cluster, and_below, editing, sectors, store};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::Slug;
use crate::input::Raw;
use crate::web::{Access, Choice, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/sectors", Anyone, "list sectors", list_sectors),
        Route::get("/clusters/new", Officer, "create a cluster", new),
        Route::post("/clusters/new", Officer, "create a cluster", create),
        Route::get("/clusters/{slug}/edit", Officer, "edit a cluster", edit),
        Route::post("/clusters/{slug}/edit", Officer, "edit a cluster", save),
        Route::get("/clusters/{slug}/presentation", Agent, "present one's cluster", present),
        Route::post("/clusters/{slug}/presentation", Agent, "present one's cluster", save_presentation),
    ]
}

/// A sector in the tree and how many clusters work in it or below it.
struct SectorLine {
    key: &'static str,
    label: String,
    depth: usize,
    clusters: usize,
}

#[derive(Template)]
#[template(path = "clusters/sectors.html")]
struct SectorsPage<'a> {
    page: &'a Page,
    lines: Vec<SectorLine>,
}

async fn list_sectors(house: web::Data<House>, page: Page) -> Result<HttpResponse> {
    let all = house.db.read(store::all_clusters).await?;
    let mut own: HashMap<&str, usize> = HashMap::new();
    for cluster in &all {
        *own.entry(cluster.sector.as_str()).or_default() += 1;
    }
    let line = |sector: &'static crate::clusters::Sector| SectorLine {
        key: &sector.key,
        label: sector.label.best(page.language()).to_owned(),
        depth: sector.depth(),
        clusters: and_below(&sector.key).into_iter().filter_map(|key| own.get(key)).sum(),
    };
    page.show(&SectorsPage { page: &page, lines: sectors().iter().map(line).collect() })
}

#[derive(Template)]
#[template(path = "clusters/edit_cluster.html")]
struct EditPage<'a> {
    page: &'a Page,
    title: String,
    action: String,
    /// A cluster that is there already sends its version back.
    is_new: bool,
    form: FormView,
    countries: Vec<Choice>,
    sectors: Vec<Choice>,
    crafts: Vec<Choice>,
    leaders: Vec<Choice>,
}

impl<'a> EditPage<'a> {
    fn new(page: &'a Page, cluster: Option<&Cluster>, leaders: &[Organisation], form: &ClusterForm) -> Self {
        let language = page.language();
        Self {
            page,
            title: match cluster {
                Some(cluster) => cluster.name.best(language).to_owned(),
                None => page.say("clusters-new").to_string(),
            },
            action: match cluster {
                Some(cluster) => format!("/clusters/{}/edit", cluster.slug),
                None => "/clusters/new".to_owned(),
            },
            is_new: cluster.is_none(),
            form: FormView::new(language, form),
            countries: page.country_choices(),
            sectors: sector_choices(page),
            crafts: craft_choices(page),
            leaders: leaders
                .iter()
                .map(|leader| Choice::new(&leader.slug, leader.name_in(language)))
                .collect(),
        }
    }
}

async fn new(house: web::Data<House>, page: Page, _officer: Officer) -> Result<HttpResponse> {
    let leaders = house.db.read(store::free_leaders).await?;
    page.show(&EditPage::new(&page, None, &leaders, &ClusterForm::default()))
}

async fn create(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    input: Input<ClusterForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let wanted = form.clone();
    match house.db.write(move |tx| editing::create_cluster(tx, &officer, &wanted)).await {
        Ok(cluster) => {
            Ok(page.see_other(&format!("/clusters/{}", cluster.slug), Some("notice-cluster-created")))
        }
        Err(Error::Invalid(problems)) => {
            let leaders = house.db.read(store::free_leaders).await?;
            let mut again = EditPage::new(&page, None, &leaders, &form);
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

/// A cluster with the organisations that may lead it: its own first.
fn with_leaders(conn: &mut DbConnection, slug: &str) -> Result<(Cluster, Vec<Organisation>)> {
    let cluster = store::cluster_by_slug(conn, slug)?;
    let mut leaders = vec![accounts::organisation(conn, cluster.organisation_id)?];
    leaders.extend(store::free_leaders(conn)?);
    Ok((cluster, leaders))
}

async fn edit(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    let (cluster, leaders) = house.db.read(move |conn| with_leaders(conn, &slug)).await?;
    let mut form = ClusterForm::from(&cluster);
    form.organisation = leaders.first().map(|own| Raw::from(&own.slug)).unwrap_or_default();
    page.show(&EditPage::new(&page, Some(&cluster), &leaders, &form))
}

async fn save(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    slug: web::Path<Slug>,
    input: Input<ClusterForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (wanted, at) = (form.clone(), slug.clone());
    match house.db.write(move |tx| editing::edit_cluster(tx, &officer, &at, &wanted)).await {
        Ok(cluster) => {
            Ok(page.see_other(&format!("/clusters/{}", cluster.slug), Some("notice-cluster-saved")))
        }
        Err(Error::Invalid(problems)) => {
            let (cluster, leaders) = house.db.read(move |conn| with_leaders(conn, &slug)).await?;
            let mut again = EditPage::new(&page, Some(&cluster), &leaders, &form);
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "clusters/presentation.html")]
struct PresentationPage<'a> {
    page: &'a Page,
    cluster: &'a Cluster,
    form: FormView,
    crafts: Vec<Choice>,
}

async fn own_cluster(house: &House, agent: &Agent, slug: &Slug) -> Result<Cluster> {
    let slug = slug.clone();
    let cluster = house.db.read(move |conn| store::cluster_by_slug(conn, &slug)).await?;
    match cluster.organisation_id == agent.organisation {
        true => Ok(cluster),
        false => Err(Error::forbidden("refusal-not-your-cluster")),
    }
}

async fn present(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    let cluster = own_cluster(&house, &agent, &slug).await?;
    page.show(&PresentationPage {
        page: &page,
        form: FormView::new(page.language(), &PresentationForm::from(&cluster)),
        cluster: &cluster,
        crafts: craft_choices(&page),
    })
}

async fn save_presentation(
    house: web::Data<House>,
    page: Page,
    agent: Agent,
    slug: web::Path<Slug>,
    input: Input<PresentationForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (by, at, wanted) = (agent.clone(), slug.clone(), form.clone());
    let work = move |tx: &mut Write<'_>| editing::present_cluster(tx, &by, &at, &wanted);
    match house.db.write(work).await {
        Ok(cluster) => {
            Ok(page.see_other(&format!("/clusters/{}", cluster.slug), Some("notice-cluster-saved")))
        }
        Err(Error::Invalid(problems)) => {
            let cluster = own_cluster(&house, &agent, &slug).await?;
            page.show_again(&PresentationPage {
                page: &page,
                form: FormView::new(page.language(), &form).with_problems(problems),
                cluster: &cluster,
                crafts: craft_choices(&page),
            })
        }
        Err(error) => Err(error),
    }
}
