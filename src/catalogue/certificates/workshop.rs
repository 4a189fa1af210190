//! A maker's certificates on pages of the workshop.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::certificate::{Certificate, Covers, Decided};
use super::scheme::schemes;
use super::{CertificateForm, store};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::products_of_maker;
use crate::catalogue::shelf::title_or;
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::files::StoredFile;
use crate::ids::CertificateId;
use crate::web::{Access, Choice, Crumb, FormView, House, Listing, Page, Route, WithPaper};

const LIST: &str = "/workshop/certificates";
/// Products to choose from: more make no list that anybody reads.
const MOST_CHOICES: i64 = 500;

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get(LIST, AnyMaker, "list one's certificates", list),
        Route::get("/workshop/certificates/new", AnyMaker, "add a certificate", ask),
        Route::post(LIST, AnyMaker, "add a certificate", add).uploads(),
        Route::get("/workshop/certificates/{id}", AnyMaker, "edit a certificate", show),
        Route::post("/workshop/certificates/{id}", AnyMaker, "edit a certificate", edit).uploads(),
        Route::post("/workshop/certificates/{id}/remove", AnyMaker, "remove a certificate", remove),
    ]
}

struct Row {
    certificate: Certificate,
    title: String,
    is_over: bool,
}

#[derive(Template)]
#[template(path = "catalogue/certificates/workshop.html")]
struct ListPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    rows: Vec<Row>,
}

async fn list(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    let (own, today) = (maker.organisation, house.today());
    let certificates = house.db.read(move |conn| store::certificates_of_makers(conn, &[own])).await?;
    let row = |certificate: Certificate| Row {
        title: certificate.title(page.language()),
        is_over: certificate.valid_until.is_some_and(|last| last < today),
        certificate,
    };
    page.show(&ListPage {
        page: &page,
        crumbs: [
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("", page.say("certificates-title")),
        ],
        rows: certificates.into_iter().map(row).collect(),
    })
}

/// What is there already, when it is changed.
struct Known {
    certificate: Certificate,
    decisions: Vec<Decided>,
}

#[derive(Template)]
#[template(path = "catalogue/certificates/form.html")]
struct FormPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 3],
    title: String,
    action: String,
    known: Option<Known>,
    schemes: Vec<Choice>,
    covers: Vec<Choice>,
    products: Vec<Choice>,
    form: FormView,
}

async fn form_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: Option<CertificateId>,
    form: Option<&CertificateForm>,
    problems: Problems,
) -> Result<FormPage<'a>> {
    let by = by.clone();
    let read = move |conn: &mut DbConnection| {
        let known = match id {
            None => None,
            Some(id) => Some(Known {
                certificate: super::own(conn, &by, id)?,
                decisions: store::decisions(conn, id)?,
            }),
        };
        let listing = Listing { before: i64::MAX, limit: MOST_CHOICES };
        Ok((known, products_of_maker(conn, by.organisation, None, None, listing)?))
    };
    let (known, products) = house.db.read(read).await?;
    let title = match &known {
        Some(known) => known.certificate.title(page.language()),
        None => page.say("certificate-add").to_string(),
    };
    let stored = known.as_ref().map(|known| CertificateForm::of(&known.certificate));
    let blank = || CertificateForm { covers: Covers::All.into(), ..CertificateForm::default() };
    let form = form.cloned().or(stored).unwrap_or_else(blank);
    let language = page.language();
    Ok(FormPage {
        page,
        crumbs: [
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new(LIST, page.say("certificates-title")),
            Crumb::new("", &title),
        ],
        title,
        action: id.map_or_else(|| LIST.to_owned(), |id| format!("{LIST}/{id}")),
        known,
        schemes: schemes()
            .iter()
            .map(|scheme| Choice::new(scheme.key.as_str(), scheme.label.best(language)))
            .collect(),
        covers: page.choices("covers", Covers::WORDS),
        products: products
            .iter()
            .map(|product| {
                Choice::new(product.id.to_string(), title_or(page, &product.title, "product-untitled"))
            })
            .collect(),
        form: FormView::new(language, &form).with_problems(problems),
    })
}

async fn ask(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&form_page(&house, &page, &maker, None, None, Problems::new()).await?)
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CertificateId>,
) -> Result<HttpResponse> {
    page.show(&form_page(&house, &page, &maker, Some(*id), None, Problems::new()).await?)
}

/// Keeps the paper, then writes. Whatever is wrong is told at once.
async fn save(
    house: &House,
    by: &Member,
    id: Option<CertificateId>,
    sent: &mut WithPaper<CertificateForm>,
) -> Result<Certificate> {
    let file: Option<StoredFile> = sent.keep(&house.files, sent.form.check()).await?;
    let (by, form) = (by.clone(), sent.form.clone());
    let write = move |tx: &mut crate::db::Write<'_>| match id {
        None => super::add_certificate(tx, &by, &form, file.as_ref()),
        Some(id) => super::edit_certificate(tx, &by, id, &form, file.as_ref()),
    };
    house.db.write(write).await
}

async fn add(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    sent: WithPaper<CertificateForm>,
) -> Result<HttpResponse> {
    saved(&house, &page, &maker, None, sent).await
}

async fn edit(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CertificateId>,
    sent: WithPaper<CertificateForm>,
) -> Result<HttpResponse> {
    saved(&house, &page, &maker, Some(*id), sent).await
}

async fn saved(
    house: &House,
    page: &Page,
    maker: &AnyMaker,
    id: Option<CertificateId>,
    mut sent: WithPaper<CertificateForm>,
) -> Result<HttpResponse> {
    match save(house, maker, id, &mut sent).await {
        Ok(_) => Ok(page.see_other(LIST, Some("notice-certificate-saved"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&form_page(house, page, maker, id, Some(&sent.form), problems).await?)
        }
        Err(error) => Err(error),
    }
}

async fn remove(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CertificateId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| super::remove_certificate(tx, &maker, *id)).await?;
    Ok(page.see_other(LIST, Some("notice-certificate-removed")))
}
