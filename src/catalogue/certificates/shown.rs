//! The certificates that are valid today, as everybody sees them: on the page of a product, of its maker, and in a list
//! of their own.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::certificate::{Certificate, Covers};
use super::document::may_read;
use super::store;
use crate::accounts::{Member, Viewer};
use crate::clock::Date;
use crate::clusters::workshop;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, Slug};
use crate::web::{Access, Crumb, House, Page, Route};

pub fn routes() -> Vec<Route> {
    let does = "see a maker's certificates";
    vec![Route::get("/makers/{slug}/certificates", Access::Anyone, does, of_maker)]
}

/// Those of a maker that are valid on a day; only those about one product, if one is named.
pub fn certificates_on_show(
    conn: &mut DbConnection,
    maker: OrganisationId,
    product: Option<ProductId>,
    day: Date,
) -> Result<Vec<Certificate>> {
    let mut certificates = store::certificates_of_makers(conn, &[maker])?;
    certificates.retain(|certificate| {
        certificate.is_valid_on(day) && product.is_none_or(|product| certificate.is_about(product))
    });
    Ok(certificates)
}

/// A valid certificate as `seals::list` shows it.
#[derive(Clone, Debug)]
pub struct ShownCertificate {
    pub title: String,
    pub number: String,
    pub issuer: String,
    pub until: String,
    /// By whom it was checked, and when.
    pub checked: String,
    /// That it is not about everything, where this is not plain from the page.
    pub scope: Option<String>,
    pub document: Option<String>,
}

impl ShownCertificate {
    /// On a page about one product, its scope is plain.
    pub fn of(page: &Page, viewer: Option<&Member>, certificate: &Certificate, today: Date) -> Self {
        let may_read = may_read(viewer, certificate, today) && certificate.file_id.is_some();
        Self {
            title: certificate.title(page.language()),
            number: certificate.number.clone(),
            issuer: certificate.issuer.clone(),
            until: match &certificate.valid_until {
                Some(last) => page.say("certificate-valid-until").with("date", page.date(last)).to_string(),
                None => page.say("certificate-without-end").to_string(),
            },
            checked: certificate.checked_at.map_or_else(String::new, |time| {
                page.say("certificate-checked-on").with("date", page.day(&time)).to_string()
            }),
            scope: None,
            document: may_read.then(|| format!("/certificates/{}/document", certificate.id)),
        }
    }

    /// On a page about the maker.
    pub fn of_maker(page: &Page, viewer: Option<&Member>, certificate: &Certificate, today: Date) -> Self {
        let chosen = certificate.covers == Covers::Chosen;
        let count = certificate.products.len() as i64;
        let some = page.say("certificate-for-some").with("count", count).with("shown", page.number(count));
        Self { scope: chosen.then(|| some.to_string()), ..Self::of(page, viewer, certificate, today) }
    }
}

#[derive(Template)]
#[template(path = "catalogue/certificates/of_maker.html")]
struct OfMakerPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 3],
    certificates: Vec<ShownCertificate>,
}

async fn of_maker(
    house: web::Data<House>,
    page: Page,
    Viewer(viewer): Viewer,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    let (by, today) = (viewer.clone(), house.today());
    let read = move |conn: &mut DbConnection| {
        let maker = workshop(conn, &slug, by.as_ref())?.organisation;
        let certificates = certificates_on_show(conn, maker.id, None, today)?;
        Ok((maker, certificates))
    };
    let (maker, certificates) = house.db.read(read).await?;
    let shown = |certificate| ShownCertificate::of_maker(&page, viewer.as_ref(), certificate, today);
    page.show(&OfMakerPage {
        page: &page,
        crumbs: [
            Crumb::new("/makers", page.say("nav-makers")),
            Crumb::new(format!("/makers/{}", maker.slug), maker.name_in(page.language())),
            Crumb::new("", page.say("certificates-title")),
        ],
        certificates: certificates.iter().map(shown).collect(),
    })
}
