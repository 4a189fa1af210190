//! Published figures for people: what was claimed, by whom, and which claim counts.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::claim::stated_on_in;
use super::{
    AdoptionForm, ClaimForm, Figure, FigureSheet, Qualifier, Stated, StatedBasis, adopt_claim, record_claim,
    store,
};
use crate::accounts::{Officer, Viewer};
use crate::error::{Error, Result};
use crate::ids::ClaimId;
use crate::locale::{self, Language};
use crate::programme::Value;
use crate::web::{Access, Choice, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/programme/figures", Anyone, "list published figures", list),
        Route::get("/programme/figures/{key}", Anyone, "see a published figure", show),
        Route::get("/programme/figures/{key}/claims/new", Officer, "record a claim", new),
        Route::post("/programme/figures/{key}/claims", Officer, "record a claim", record),
        Route::get("/claims/{id}/adopt", Officer, "adopt a claim", ask),
        Route::post("/claims/{id}/adopt", Officer, "adopt a claim", adopt),
    ]
}

impl Stated {
    /// The number as its source put it: `over 140`, `about 2,000,000`.
    pub fn shown(&self, unit: &str, language: Language) -> String {
        let number = match Value::parse(&self.claim.value) {
            Ok(value) => value.shown(unit, language),
            Err(_) => self.claim.value.clone(),
        };
        let key = match self.claim.qualifier {
            Qualifier::Exact => return number,
            Qualifier::About => "claim-about",
            Qualifier::Over => "claim-over",
        };
        locale::say(language, &crate::error::Message::new(key).with("value", number))
    }

    pub fn date_in(&self, language: Language) -> String {
        stated_on_in(&self.claim.stated_on, language)
    }

    pub fn is_estimated(&self) -> bool {
        self.claim.stated_on_basis == StatedBasis::Estimated
    }

    /// The country or the cluster it speaks of; nothing for the whole programme.
    pub fn place_in(&self, language: Language) -> Option<String> {
        match (&self.cluster, &self.claim.country) {
            (Some(cluster), _) => Some(cluster.name.best(language).to_owned()),
            (None, Some(country)) => Some(locale::country_name(country, language)),
            (None, None) => None,
        }
    }
}

#[derive(Template)]
#[template(path = "programme/claims/figures.html")]
struct FiguresPage<'a> {
    page: &'a Page,
    sheets: Vec<FigureSheet>,
}

async fn list(house: web::Data<House>, page: Page) -> Result<HttpResponse> {
    let sheets = house.db.read(store::figure_sheets).await?;
    page.show(&FiguresPage { page: &page, sheets })
}

#[derive(Template)]
#[template(path = "programme/claims/figure.html")]
struct FigurePage<'a> {
    page: &'a Page,
    figure: Figure,
    stated: Vec<Stated>,
    officer: bool,
}

async fn show(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    key: web::Path<String>,
) -> Result<HttpResponse> {
    let FigureSheet { figure, stated } = house.db.read(move |conn| store::figure_sheet(conn, &key)).await?;
    page.show(&FigurePage { page: &page, figure, stated, officer: viewer.is_officer() })
}

#[derive(Template)]
#[template(path = "programme/claims/new_claim.html")]
struct NewClaimPage<'a> {
    page: &'a Page,
    figure: Figure,
    form: FormView,
    qualifiers: Vec<Choice>,
    bases: Vec<Choice>,
    countries: Vec<Choice>,
    clusters: Vec<Choice>,
}

async fn new_claim_page<'a>(
    house: &House,
    page: &'a Page,
    key: String,
    form: &ClaimForm,
) -> Result<NewClaimPage<'a>> {
    let (figure, clusters) = house
        .db
        .read(move |conn| Ok((store::figure_by_key(conn, &key)?, store::clusters_to_name(conn)?)))
        .await?;
    Ok(NewClaimPage {
        page,
        figure,
        form: FormView::new(page.language(), form),
        qualifiers: page.choices("claim-qualifier", Qualifier::WORDS),
        bases: page.choices("claim-basis", StatedBasis::WORDS),
        countries: page.country_choices(),
        clusters: clusters
            .into_iter()
            .map(|cluster| Choice::new(cluster.slug, cluster.name.best(page.language())))
            .collect(),
    })
}

async fn new(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    key: web::Path<String>,
) -> Result<HttpResponse> {
    let blank = ClaimForm {
        qualifier: Qualifier::Exact.into(),
        stated_on_basis: StatedBasis::Stated.into(),
        ..ClaimForm::default()
    };
    page.show(&new_claim_page(&house, &page, key.into_inner(), &blank).await?)
}

async fn record(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    key: web::Path<String>,
    input: Input<ClaimForm>,
) -> Result<HttpResponse> {
    let key = key.into_inner();
    // A figure that is not there is a wrong address, not a wrong field.
    let wanted = key.clone();
    house.db.read(move |conn| store::figure_by_key(conn, &wanted)).await?;
    let form = ClaimForm { figure: key.as_str().into(), ..input.into_inner() };
    let sent = form.clone();
    match house.db.write(move |tx| record_claim(tx, &officer, &sent)).await {
        Ok(_) => Ok(page.see_other(&format!("/programme/figures/{key}"), Some("notice-claim-recorded"))),
        Err(Error::Invalid(problems)) => {
            let mut again = new_claim_page(&house, &page, key, &form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "programme/claims/adopt.html")]
struct AdoptPage<'a> {
    page: &'a Page,
    figure: Figure,
    wanted: Stated,
    /// What counts for the same place until now.
    until_now: Option<Stated>,
    form: FormView,
}

async fn adopt_page<'a>(
    house: &House,
    page: &'a Page,
    id: ClaimId,
    form: &AdoptionForm,
) -> Result<AdoptPage<'a>> {
    let FigureSheet { figure, stated } = house
        .db
        .read(move |conn| {
            let claim = store::claim(conn, id)?;
            store::figure_sheet_of(conn, claim.figure_id)
        })
        .await?;
    let wanted = stated.iter().find(|one| one.claim.id == id).cloned().ok_or(Error::NotFound)?;
    let same_place = |one: &&Stated| {
        one.adopted
            && one.claim.country == wanted.claim.country
            && one.claim.cluster_id == wanted.claim.cluster_id
    };
    let until_now = stated.iter().find(same_place).cloned();
    Ok(AdoptPage { page, figure, wanted, until_now, form: FormView::new(page.language(), form) })
}

async fn ask(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    id: web::Path<ClaimId>,
) -> Result<HttpResponse> {
    page.show(&adopt_page(&house, &page, *id, &AdoptionForm::default()).await?)
}

async fn adopt(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<ClaimId>,
    input: Input<AdoptionForm>,
) -> Result<HttpResponse> {
    let (id, form) = (id.into_inner(), input.into_inner());
    let sent = form.clone();
    match house.db.write(move |tx| adopt_claim(tx, &officer, id, &sent)).await {
        Ok(_) => {
            let shown = adopt_page(&house, &page, id, &form).await?;
            let to = format!("/programme/figures/{}", shown.figure.key);
            Ok(page.see_other(&to, Some("notice-claim-adopted")))
        }
        Err(Error::Invalid(problems)) => {
            let mut again = adopt_page(&house, &page, id, &form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
