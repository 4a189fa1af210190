//! A maker for machines that read pages: an organisation in the words of schema.org.

use serde_json::{Value, json};

use crate::catalogue::{Certificate, Covers, certification};
use crate::clusters::Workshop;
use crate::settings::Settings;
use crate::vocabulary;
use crate::web::linked::{breadcrumbs, said};
use crate::web::{Linked, Page};

/// What everybody may know of a maker, with those certificates that are about all that it makes.
pub(super) fn maker(page: &Page, settings: &Settings, workshop: &Workshop, valid: &[Certificate]) -> Linked {
    let language = page.language();
    let organisation = &workshop.organisation;
    let profile = workshop.profile.as_ref();
    let address = settings.absolute(&format!("/makers/{}", organisation.slug));
    let crafts: Vec<String> =
        workshop.crafts().iter().map(|craft| vocabulary::label(craft, language)).collect();
    let about_all = valid.iter().filter(|one| one.covers == Covers::All);
    let certificates: Vec<Value> = about_all.map(|one| certification(page, one)).collect();
    let place = said(json!({
        "@type": "PostalAddress",
        "addressLocality": workshop.place(language),
        "addressCountry": organisation.country,
    }));
    let thing = said(json!({
        "@type": "Organization",
        "@id": address,
        "url": address,
        "name": organisation.name,
        "alternateName": organisation.name_ar,
        "description": profile.map(|profile| profile.story.best(language)),
        "foundingDate": profile.and_then(|profile| profile.founded).map(|year| year.to_string()),
        "knowsAbout": crafts,
        "address": place,
        "sameAs": organisation.website.as_ref().map(|website| vec![website]),
        "hasCertification": certificates,
    }));
    let steps = [
        (page.say("nav-makers").to_string(), settings.absolute("/makers")),
        (workshop.name(language).to_owned(), address),
    ];
    Linked::graph(vec![thing, breadcrumbs(steps)])
}
