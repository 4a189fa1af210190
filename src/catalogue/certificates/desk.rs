//! The officers' desk: certificates to check, each with its document beside.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::CertificateQuery;
use super::certificate::{Certificate, Decided, Decision, Standing};
use super::{DecisionForm, store, there};
use crate::accounts::{self, Officer, Organisation};
use crate::catalogue::pages::next_page;
use crate::catalogue::product;
use crate::catalogue::shelf::title_or;
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::files;
use crate::ids::CertificateId;
use crate::locale::Wording;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::Officer;
    vec![
        Route::get("/certificates", Officer, "list certificates", list),
        Route::get("/certificates/{id}", Officer, "see a certificate", show),
        Route::post("/certificates/{id}/decision", Officer, "decide about a certificate", decide),
    ]
}

struct Row {
    certificate: Certificate,
    title: String,
    maker: Organisation,
}

#[derive(Template)]
#[template(path = "catalogue/certificates/desk.html")]
struct ListPage<'a> {
    page: &'a Page,
    rows: Vec<Row>,
    form: FormView,
    standings: Vec<Choice>,
    next: Option<String>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<CertificateQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (standing, language) = (query.check()?, page.language());
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::listed(conn, standing, listing)?, |one| one.id.0);
        let mut rows = Vec::new();
        for certificate in listed.items {
            let maker = accounts::organisation(conn, certificate.maker_id)?;
            rows.push(Row { title: certificate.title(language), maker, certificate });
        }
        Ok((rows, listed.next))
    };
    let (rows, cursor) = house.db.read(read).await?;
    page.show(&ListPage {
        page: &page,
        rows,
        form: FormView::new(language, &serde_json::json!({ "standing": query.standing })),
        standings: page.choices("status", Standing::WORDS),
        next: next_page("/certificates", &[("standing", query.standing.trimmed())], cursor),
    })
}

/// One word in the history.
struct Said {
    decided: Decided,
    officer: String,
}

/// The paper, as far as a page can show it.
struct Document {
    href: String,
    is_picture: bool,
}

struct Sheet {
    certificate: Certificate,
    maker: Organisation,
    products: Vec<Wording>,
    history: Vec<Said>,
    document: Option<Document>,
}

impl Sheet {
    fn read(conn: &mut DbConnection, id: CertificateId) -> Result<Self> {
        let certificate = there(conn, id)?;
        let mut products = Vec::new();
        for id in certificate.products.iter() {
            products.push(product(conn, *id)?.title.into_inner());
        }
        let mut history = Vec::new();
        for decided in store::decisions(conn, id)? {
            history.push(Said { officer: accounts::person(conn, decided.officer_id)?.name, decided });
        }
        let file = certificate.file_id.map(|file| files::find_by_id(conn, file)).transpose()?;
        Ok(Self {
            maker: accounts::organisation(conn, certificate.maker_id)?,
            document: file.map(|file| Document {
                href: format!("/certificates/{id}/document"),
                is_picture: file.media_type.starts_with("image/"),
            }),
            products,
            history,
            certificate,
        })
    }
}

#[derive(Template)]
#[template(path = "catalogue/certificates/sheet.html")]
struct SheetPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    sheet: Sheet,
    title: String,
    products: Vec<String>,
    is_valid: bool,
    decisions: Vec<Choice>,
    form: FormView,
}

async fn sheet<'a>(
    house: &House,
    page: &'a Page,
    id: CertificateId,
    form: &DecisionForm,
    problems: Problems,
) -> Result<SheetPage<'a>> {
    let sheet = house.db.read(move |conn| Sheet::read(conn, id)).await?;
    let title = sheet.certificate.title(page.language());
    // The form carries the version that the officer sees, so that a change in between is noticed.
    let form = DecisionForm { version: sheet.certificate.version.into(), ..form.clone() };
    Ok(SheetPage {
        page,
        crumbs: [
            Crumb::new("/certificates?standing=unverified", page.say("certificates-title")),
            Crumb::new("", &title),
        ],
        title,
        products: sheet.products.iter().map(|title| title_or(page, title, "product-untitled")).collect(),
        is_valid: sheet.certificate.is_valid_on(house.today()),
        decisions: page.choices("certificate-decision", Decision::WORDS),
        form: FormView::new(page.language(), &form).with_problems(problems),
        sheet,
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    id: web::Path<CertificateId>,
) -> Result<HttpResponse> {
    page.show(&sheet(&house, &page, *id, &DecisionForm::default(), Problems::new()).await?)
}

async fn decide(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<CertificateId>,
    input: Input<DecisionForm>,
) -> Result<HttpResponse> {
    let (id, form, settings) = (*id, input.into_inner(), house.settings.clone());
    let sent = form.clone();
    let write =
        move |tx: &mut crate::db::Write<'_>| super::decide_certificate(tx, &officer, &settings, id, &sent);
    match house.db.write(write).await {
        Ok(_) => Ok(page.see_other("/certificates?standing=unverified", Some("notice-certificate-decided"))),
        Err(Error::Invalid(problems)) => page.show_again(&sheet(&house, &page, id, &form, problems).await?),
        Err(error) => Err(error),
    }
}
