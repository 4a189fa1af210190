//! The form in which a maker tells about itself.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::craft_choices;
use crate::accounts::{AnyMaker, Member};
use crate::clusters::profile::ProfileForm;
use crate::clusters::{editing, store};
use crate::error::{Error, Result};
use crate::incoterm::Incoterm;
use crate::web::{Access, Act, Choice, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/workshop/profile", AnyMaker, "edit one's profile", edit).by_agents(Act::Catalogue),
        Route::post("/workshop/profile", AnyMaker, "edit one's profile", save).by_agents(Act::Catalogue),
    ]
}

/// The currencies in which the region's price lists are written.
const CURRENCIES: [&str; 9] = ["MAD", "DZD", "TND", "EGP", "ILS", "JOD", "LBP", "EUR", "USD"];

#[derive(Template)]
#[template(path = "clusters/profile.html")]
struct ProfilePage<'a> {
    page: &'a Page,
    member: &'a Member,
    form: FormView,
    is_new: bool,
    crafts: Vec<Choice>,
    incoterms: Vec<Choice>,
    currencies: Vec<Choice>,
}

impl<'a> ProfilePage<'a> {
    fn new(page: &'a Page, member: &'a Member, form: &ProfileForm) -> Self {
        let language = page.language();
        let mut currencies: Vec<_> = CURRENCIES.iter().map(|code| page.currency_choice(code)).collect();
        // A program may have chosen another; saving the form must not change it.
        let chosen = form.currency.trimmed();
        if !chosen.is_empty() && !CURRENCIES.contains(&chosen) {
            currencies.push(page.currency_choice(chosen));
        }
        Self {
            page,
            member,
            form: FormView::new(language, form),
            is_new: form.version.is_blank(),
            crafts: craft_choices(page),
            incoterms: page.choices("trade-incoterm", Incoterm::WORDS),
            currencies,
        }
    }
}

async fn edit(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    let id = maker.organisation;
    let profile = house.db.read(move |conn| store::profile(conn, id)).await?;
    let form = profile.as_ref().map_or_else(|| ProfileForm::blank(&maker.country), ProfileForm::from);
    page.show(&ProfilePage::new(&page, &maker, &form))
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<ProfileForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (by, wanted) = (maker.clone(), form.clone());
    match house.db.write(move |tx| editing::save_profile(tx, &by, &wanted)).await {
        Ok(_) => Ok(page.see_other(&format!("/makers/{}", maker.slug), Some("notice-profile-saved"))),
        Err(Error::Invalid(problems)) => {
            let mut again = ProfilePage::new(&page, &maker, &form);
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
