//! "What we write to you": how often, and what comes whatever one chooses.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::SignedIn;
use crate::error::{Error, Result};
use crate::tidings::{Rhythm, RhythmForm, choosing, store};
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route};

const HERE: &str = "/account/letters";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Access::SignedIn, "see how often one is written to", show),
        Route::post(HERE, Access::SignedIn, "choose how often one is written to", choose),
    ]
}

#[derive(Template)]
#[template(path = "tidings/pages/choose.html")]
struct ChoosePage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    form: FormView,
    rhythms: Vec<Choice>,
}

impl<'a> ChoosePage<'a> {
    fn new(page: &'a Page, form: &RhythmForm) -> Self {
        Self {
            page,
            crumbs: [
                Crumb::new("/account", page.say("nav-account")),
                Crumb::new("", page.say("letters-title")),
            ],
            form: FormView::new(page.language(), form),
            rhythms: page.choices("rhythm", Rhythm::WORDS),
        }
    }
}

async fn show(house: web::Data<House>, page: Page, member: SignedIn) -> Result<HttpResponse> {
    let reader = house.db.read(move |conn| store::reader(conn, member.person)).await?;
    page.show(&ChoosePage::new(&page, &RhythmForm { rhythm: reader.rhythm.into() }))
}

async fn choose(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    input: Input<RhythmForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let chosen = form.clone();
    match house.db.write(move |tx| choosing::choose_rhythm(tx, &member, &chosen)).await {
        Ok(_) => Ok(page.see_other(HERE, Some("notice-rhythm-chosen"))),
        Err(Error::Invalid(problems)) => {
            let mut again = ChoosePage::new(&page, &form);
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
