//! What makers offer: collections and products, from draft to published to withdrawn, with their pictures.

mod admission;
mod api;
mod audience;
mod bulk;
mod calendar;
mod certificates;
mod collection;
mod collection_form;
mod collections;
mod copies;
mod customs;
mod drafts;
mod export;
mod history;
mod ids;
pub mod import;
mod line_sheets;
mod linked;
mod pages;
mod people;
mod picture;
mod photos;
mod pictures;
mod portfolio;
mod price_list;
mod product;
mod product_form;
mod products;
mod safety;
mod shelf;
mod slugs;
mod status;
mod store;
mod terms;
mod translations;
mod views;
mod workshop;

pub use admission::{
    AttestForm, ProofForm, VerdictForm, WaiverForm, attest, check_export, checklist, count_open,
    count_waiting_proofs, decide, grant_waiver, seed_checklist, send_proof,
};
pub use audience::{Audience, shown_to_all};
pub use calendar::{Period, PeriodForm, PeriodView, add_period, delete_period, periods_of_makers};
pub use certificates::{
    Certificate, CertificateForm, Covers, Decision, DecisionForm, Reach, ShownCertificate, add_certificate,
    certificate, certificate_reach, certificates_of_makers, certificates_on_show,
    count_unverified_certificates, decide_certificate, edit_certificate, is_scheme, remind_due,
    remove_certificate, scheme_label, schemes,
};
pub use collection::Collection;
pub use collection_form::{CollectionForm, NewCollection};
pub use collections::{create_collection, edit_collection, publish_collection, withdraw_collection};
pub use drafts::forget_old_drafts;
pub use history::{forget_old_revisions, restore, undo, undo_bulk_change};
pub use ids::{
    collection_ids_of, cover_of_collection, product_ids_of, published_collection_ids, published_product_ids,
};
pub use linked::certification;
pub use people::{
    Artisan, ArtisanForm, Credit, CreditsForm, RawCredit, ShownArtisan, add_artisan, artisans_of_maker,
    artisans_on_show, credits_of_products, set_credits,
};
pub use picture::{Picture, Subject};
pub use pictures::{PictureForm, add_pictures, delete_picture, edit_picture};
pub use portfolio::forget_old_portfolios;
pub use price_list::agreed_in_words;
pub use product::{Product, ProductPlace};
pub use product_form::{NewProduct, ProductForm};
pub use products::{create_product, edit_product, publish_product, withdraw_product};
pub use safety::{
    ManufacturerForm, ProductSafetyForm, ResponsibleForm, add_responsible, set_manufacturer,
    set_product_safety,
};
pub use shelf::{
    CollectionCard, PictureShown, ProductCard, ShownCollection, ShownProduct, newest_published_collections,
    show_collections, show_products,
};
pub use status::Status;
pub use store::{
    ProductFilter, agree, collection, collection_by_slug, collection_products, collections_of_maker,
    conditions, conditions_of_makers, conditions_of_reader, covers_of_collections, covers_of_products,
    pictures_of_collection, pictures_of_product, product, product_by_slug, products_of_maker,
    published_collections, published_products, published_products_of_maker, release_agreed, variant,
    variants_of_products,
};

pub use terms::{
    Agreed, AgreedPrice, AgreedTerms, Ask, Conditions, InForce, NewTerms, NewVariant, Offer, Options,
    Packing, PriceList, RawAgreedTerms, RawPacking, RawTier, RawVariant, TermsForm, Tier, Variant, set_terms,
};

pub use crate::files::picture::{KeptPicture, keep};
pub use crate::vocabulary;
use crate::web::{Act, Route, by_agents};

pub fn routes() -> Vec<Route> {
    let certificates = by_agents(Act::Certificates, certificates::routes());
    let makers = [
        workshop::routes(),
        calendar::routes(),
        customs::routes(),
        photos::routes(),
        portfolio::routes(),
        people::routes(),
        safety::routes(),
        bulk::routes(),
        drafts::routes(),
        history::routes(),
        translations::routes(),
        line_sheets::routes(),
    ];
    let catalogue = by_agents(Act::Catalogue, [pages::routes(), makers.concat(), api::routes()].concat());
    [catalogue, certificates, admission::routes()].concat()
}
