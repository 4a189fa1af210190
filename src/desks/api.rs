//! The front page and the day for programs.

use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::store;
use super::tasks::{Task, day_of};
use crate::accounts::{SignedIn, Standing};
use crate::clusters;
use crate::db::DbConnection;
use crate::error::{Message, Result};
use crate::locale::{self, Language};
use crate::web::{Access, House, PageLanguage, Route};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/v1/overview", Access::Anyone, "see the front page", overview)
            .gives::<OverviewView>(200),
        Route::get("/api/v1/desk", Access::SignedIn, "see one's desk", desk).gives::<DeskView>(200),
    ]
}

/// What is on show in the house.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OverviewView {
    pub makers: i64,
    pub clusters: i64,
    pub collections: i64,
    pub products: i64,
    /// The countries in which there are clusters.
    pub countries: Vec<String>,
}

async fn overview(house: web::Data<House>) -> Result<HttpResponse> {
    let read = |conn: &mut DbConnection| Ok((store::counts(conn)?, clusters::all_clusters(conn)?));
    let (counts, all) = house.db.read(read).await?;
    // They come sorted by country.
    let mut countries: Vec<String> = all.into_iter().map(|cluster| cluster.country).collect();
    countries.dedup();
    let store::Counts { makers, clusters, collections, products } = counts;
    Ok(HttpResponse::Ok().json(OverviewView { makers, clusters, collections, products, countries }))
}

/// One person's day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DeskView {
    /// Of the own organisation.
    pub standing: Standing,
    /// What the officer wrote who decided it.
    pub note: Option<String>,
    pub waiting: Vec<TaskView>,
    pub next_steps: Vec<TaskView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TaskView {
    /// The stable name of the kind of task.
    pub key: &'static str,
    pub count: i64,
    /// The page on which it is done.
    pub href: String,
    /// In the language of `Accept-Language`.
    pub text: String,
}

impl TaskView {
    fn new(language: Language, task: Task) -> Self {
        let message = Message::new(task.key)
            .with("count", task.count)
            .with("shown", locale::number(language, task.count));
        Self { key: task.key, count: task.count, href: task.href, text: locale::say(language, &message) }
    }
}

async fn desk(
    house: web::Data<House>,
    member: SignedIn,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    let today = house.today();
    let day = house.db.read(move |conn| day_of(conn, &member, today)).await?;
    let views = |tasks: Vec<Task>| tasks.into_iter().map(|task| TaskView::new(language, task)).collect();
    Ok(HttpResponse::Ok().json(DeskView {
        standing: day.organisation.standing,
        note: day.organisation.standing_note,
        waiting: views(day.waiting),
        next_steps: views(day.next_steps),
    }))
}
