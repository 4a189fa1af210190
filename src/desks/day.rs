//! A signed-in person's day: what waits for them, and where they go from here.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::tasks::{Task, day_of};
use crate::accounts::{Kind, Member, SignedIn, Standing};
use crate::error::Result;
use crate::web::{Access, House, Page, Route};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/desk", Access::SignedIn, "see one's desk", show)]
}

struct Line {
    text: String,
    href: String,
}

#[derive(Template)]
#[template(path = "desks/day.html")]
struct DayPage<'a> {
    page: &'a Page,
    member: &'a Member,
    /// What an officer's decision means, if it is not simply approval.
    notice: Option<(String, &'static str)>,
    note: Option<String>,
    waiting: Vec<Line>,
    next_steps: Vec<Line>,
    doors: Vec<Line>,
}

async fn show(house: web::Data<House>, page: Page, member: SignedIn) -> Result<HttpResponse> {
    let by = member.clone();
    let today = house.today();
    let day = house.db.read(move |conn| day_of(conn, &by, today)).await?;
    let lines = |tasks: Vec<Task>| {
        let line = |task: Task| Line {
            text: page
                .say(task.key)
                .with("count", task.count)
                .with("shown", page.number(task.count))
                .to_string(),
            href: task.href,
        };
        tasks.into_iter().map(line).collect()
    };
    let standing = day.organisation.standing;
    page.show(&DayPage {
        page: &page,
        notice: notice(standing, member.kind).map(|(key, tone)| (page.say(key).to_string(), tone)),
        note: day.organisation.standing_note.filter(|_| standing != Standing::Approved),
        member: &member,
        waiting: lines(day.waiting),
        next_steps: lines(day.next_steps),
        doors: lines(day.doors),
    })
}

fn notice(standing: Standing, kind: Kind) -> Option<(&'static str, &'static str)> {
    match (standing, kind) {
        (Standing::Approved, _) => None,
        (Standing::Pending, Kind::Buyer) => Some(("desk-pending-buyer", "warn")),
        (Standing::Pending, Kind::Maker) => Some(("desk-pending-maker", "warn")),
        (Standing::Pending, _) => Some(("desk-pending", "warn")),
        (Standing::Refused, _) => Some(("desk-refused", "bad")),
        (Standing::Suspended, _) => Some(("desk-suspended", "bad")),
    }
}
