//! Products and collections for machines that read pages. They say no more than the page does to the same reader.

use serde_json::{Value, json};

use super::shelf::{ProductCard, title_or};
use super::{Certificate, Collection, Picture, Product};
use crate::accounts::{Member, Organisation};
use crate::locale;
use crate::settings::Settings;
use crate::vocabulary;
use crate::web::linked::{Linked, breadcrumbs, said};
use crate::web::{Crumb, Page};

/// UN/CEFACT's codes of units.
const GRAM: &str = "GRM";
const DAY: &str = "DAY";
const PIECE: &str = "C62";

/// What a page about a product knows.
#[derive(Debug)]
pub(super) struct ProductFacts<'a> {
    pub product: &'a Product,
    pub maker: &'a Organisation,
    pub pictures: &'a [Picture],
    pub certificates: &'a [Certificate],
    pub crumbs: &'a [Crumb],
}

fn absolute_crumbs(settings: &Settings, crumbs: &[Crumb]) -> Value {
    breadcrumbs(crumbs.iter().map(|crumb| (crumb.label.clone(), settings.absolute(&crumb.href))))
}

/// A maker where it is not what the page is about.
fn maker_named(page: &Page, settings: &Settings, maker: &Organisation) -> Value {
    let address = settings.absolute(&format!("/makers/{}", maker.slug));
    json!({ "@type": "Organization", "@id": address, "name": maker.name_in(page.language()), "url": address })
}

pub(super) fn product(
    page: &Page,
    settings: &Settings,
    reader: Option<&Member>,
    facts: &ProductFacts<'_>,
) -> Linked {
    let ProductFacts { product, maker, pictures, certificates, crumbs } = facts;
    let language = page.language();
    let address = settings.absolute(&format!("/products/{}", product.slug));
    let label = |key: &String| vocabulary::label(key, language);
    let amount =
        |value: i64, unit: &str| json!({ "@type": "QuantitativeValue", "value": value, "unitCode": unit });
    let images: Vec<String> =
        pictures.iter().map(|picture| settings.absolute(&picture.large_address())).collect();
    let valid: Vec<Value> = certificates.iter().map(|one| certification(page, one)).collect();
    let seller = maker_named(page, settings, maker);
    let price = product.price().filter(|_| reader.is_some_and(|member| member.sees_prices_of(maker.id)));
    let offer = said(json!({
        "@type": "Offer",
        "url": address,
        "availability": "https://schema.org/MadeToOrder",
        "itemCondition": "https://schema.org/NewCondition",
        "price": price.map(|price| price.major()),
        "priceCurrency": price.map(|price| price.currency.code()),
        "eligibleQuantity": product.moq.map(|least| {
            json!({ "@type": "QuantitativeValue", "minValue": least, "unitCode": PIECE })
        }),
        "deliveryLeadTime": product.lead_time_days.map(|days| amount(days, DAY)),
        "seller": seller,
    }));
    let customs = product.hs_code.as_ref().map(
        |code| json!([{ "@type": "PropertyValue", "propertyID": "HS", "name": "HS code", "value": code }]),
    );
    let thing = said(json!({
        "@type": "Product",
        "@id": address,
        "url": address,
        "name": title_or(page, &product.title, "product-untitled"),
        "description": product.description.best(language),
        "sku": product.sku,
        "category": product.craft.as_ref().map(label),
        "image": images,
        "brand": { "@type": "Brand", "name": maker.name_in(language) },
        "manufacturer": seller,
        "countryOfOrigin": product.origin.as_ref().map(|code| {
            json!({ "@type": "Country", "name": locale::country_name(code, language), "identifier": code })
        }),
        "material": product.materials.iter().map(label).collect::<Vec<_>>(),
        "weight": product.weight_grams.map(|grams| amount(grams, GRAM)),
        "hasCertification": valid,
        "additionalProperty": customs,
        "offers": offer,
    }));
    Linked::graph(vec![thing, absolute_crumbs(settings, crumbs)])
}

/// A certificate that is valid today.
pub fn certification(page: &Page, certificate: &Certificate) -> Value {
    said(json!({
        "@type": "Certification",
        "name": certificate.title(page.language()),
        "issuedBy": { "@type": "Organization", "name": certificate.issuer },
        "certificationIdentification": certificate.number,
        "certificationStatus": "https://schema.org/CertificationActive",
        "validFrom": certificate.valid_from,
        "expires": certificate.valid_until,
    }))
}

pub(super) fn collection(
    page: &Page,
    settings: &Settings,
    collection: &Collection,
    maker: &Organisation,
    cards: &[ProductCard],
    crumbs: &[Crumb],
) -> Linked {
    let address = settings.absolute(&format!("/collections/{}", collection.slug));
    let item = |(at, card): (usize, &ProductCard)| {
        said(json!({
            "@type": "ListItem",
            "position": at + 1,
            "url": settings.absolute(&card.href),
            "name": card.title,
            "image": card.picture.as_ref().map(|picture| settings.absolute(&picture.src)),
        }))
    };
    let items: Vec<Value> = cards.iter().enumerate().map(item).collect();
    let thing = said(json!({
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": title_or(page, &collection.title, "collection-untitled"),
        "description": collection.story.best(page.language()),
        "inLanguage": page.lang(),
        "author": maker_named(page, settings, maker),
        "dateModified": collection.updated_at,
        "mainEntity": { "@type": "ItemList", "numberOfItems": items.len(), "itemListElement": items },
    }));
    Linked::graph(vec![thing, absolute_crumbs(settings, crumbs)])
}
