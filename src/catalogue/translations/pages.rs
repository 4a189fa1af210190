//! Translations for people: three languages side by side, stacked on a phone.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Serialize;

use super::api::{read_collection, read_product};
use super::form::{CollectionTranslation, ProductTranslation, RawCaption};
use super::{translate_collection, translate_product};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::history;
use crate::catalogue::shelf::{PictureShown, title_or};
use crate::catalogue::{Picture, Subject};
use crate::db::Write;
use crate::error::{Error, Problems, Result};
use crate::ids::{CollectionId, ProductId};
use crate::locale::{self, Language, RawWording};
use crate::web::{Access, Crumb, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/products/{id}/translations", AnyMaker, "translate a product", show_product),
        Route::post("/workshop/products/{id}/translations", AnyMaker, "translate a product", save_product),
        Route::get(
            "/workshop/collections/{id}/translations",
            AnyMaker,
            "translate a collection",
            show_collection,
        ),
        Route::post(
            "/workshop/collections/{id}/translations",
            AnyMaker,
            "translate a collection",
            save_collection,
        ),
    ]
}

/// One text in its three languages.
struct TextRow {
    label: String,
    picture: Option<PictureShown>,
    /// The id of the picture, to be sent back with the caption.
    hidden: Option<(String, String)>,
    rows: usize,
    inputs: Vec<TextInput>,
}

struct TextInput {
    name: String,
    path: String,
    code: &'static str,
    native: &'static str,
    dir: &'static str,
    missing: bool,
}

impl TextRow {
    fn new(label: impl ToString, name: &str, wording: &RawWording, wanted: bool, rows: usize) -> Self {
        let said = |language: Language| match language {
            Language::En => !wording.en.trim().is_empty(),
            Language::Fr => !wording.fr.trim().is_empty(),
            Language::Ar => !wording.ar.trim().is_empty(),
        };
        let needed = wanted || Language::ALL.into_iter().any(said);
        let input = |language: Language| {
            let name = format!("{name}[{}]", language.code());
            TextInput {
                path: name.replace('[', ".").replace(']', ""),
                name,
                code: language.code(),
                native: locale::native_name(language),
                dir: language.direction(),
                missing: needed && !said(language),
            }
        };
        Self {
            label: label.to_string(),
            picture: None,
            hidden: None,
            rows,
            inputs: Language::ALL.into_iter().map(input).collect(),
        }
    }

    fn captions(page: &Page, captions: &[RawCaption], pictures: &[Picture]) -> Vec<Self> {
        let row = |(place, caption): (usize, &RawCaption)| {
            let picture = pictures.iter().find(|picture| picture.id.to_string() == caption.picture.trimmed());
            Self {
                picture: picture.map(|picture| PictureShown::small(page, picture)),
                hidden: Some((format!("captions[{place}][picture]"), caption.picture.trimmed().to_owned())),
                ..Self::new(
                    page.say("photo-caption"),
                    &format!("captions[{place}][caption]"),
                    &caption.caption,
                    false,
                    1,
                )
            }
        };
        captions.iter().enumerate().map(row).collect()
    }
}

#[derive(Template)]
#[template(path = "catalogue/translations.html")]
struct TranslationPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    title: String,
    action: String,
    back: String,
    form: FormView,
    texts: Vec<TextRow>,
}

fn translation_page<'a>(
    page: &'a Page,
    subject: Subject,
    title: String,
    form: &impl Serialize,
    texts: Vec<TextRow>,
) -> TranslationPage<'a> {
    TranslationPage {
        page,
        crumbs: vec![
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("/workshop/translations", page.say("translations-title")),
            Crumb::new("", &title),
        ],
        title,
        action: format!("{}/translations", subject.bench()),
        back: subject.bench(),
        form: FormView::new(page.language(), form),
        texts,
    }
}

async fn product_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: ProductId,
    sent: Option<ProductTranslation>,
) -> Result<TranslationPage<'a>> {
    let by = by.clone();
    let (product, pictures) = house.db.read(move |conn| read_product(conn, &by, id)).await?;
    let form = sent.unwrap_or_else(|| ProductTranslation::of(&product, &pictures));
    let mut texts = vec![
        TextRow::new(page.say("product-title"), "title", &form.title, true, 1),
        TextRow::new(page.say("product-description"), "description", &form.description, true, 6),
        TextRow::new(page.say("terms-warnings"), "warnings", &form.warnings, false, 3),
    ];
    texts.extend(TextRow::captions(page, &form.captions, &pictures));
    let title = title_or(page, &product.title, "product-untitled");
    Ok(translation_page(page, Subject::Product(id), title, &form, texts))
}

async fn collection_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: CollectionId,
    sent: Option<CollectionTranslation>,
) -> Result<TranslationPage<'a>> {
    let by = by.clone();
    let (collection, pictures) = house.db.read(move |conn| read_collection(conn, &by, id)).await?;
    let form = sent.unwrap_or_else(|| CollectionTranslation::of(&collection, &pictures));
    let mut texts = vec![
        TextRow::new(page.say("collection-title"), "title", &form.title, true, 1),
        TextRow::new(page.say("collection-story"), "story", &form.story, false, 6),
    ];
    texts.extend(TextRow::captions(page, &form.captions, &pictures));
    let title = title_or(page, &collection.title, "collection-untitled");
    Ok(translation_page(page, Subject::Collection(id), title, &form, texts))
}

/// The page's field of the warnings is not where the product keeps them.
fn as_named_here(problems: Problems) -> Problems {
    let mut named = Problems::new();
    for problem in problems.iter() {
        named.add(problem.field.trim_start_matches("packing."), problem.message.clone());
    }
    named
}

async fn show_product(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    page.show(&product_page(&house, &page, &maker, *id, None).await?)
}

async fn save_product(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<ProductTranslation>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let wanted = form.clone();
    let work = move |tx: &mut Write<'_>| {
        translate_product(tx, &by, id, &wanted)?;
        history::just_changed(tx, Subject::Product(id))
    };
    match house.db.write(work).await {
        Ok(undo) => {
            let to = format!("{}/translations", Subject::Product(id).bench());
            Ok(page.see_other_undoable(&to, "notice-translated", undo.map(|id| id.0)))
        }
        Err(Error::Invalid(problems)) => {
            let mut again = product_page(&house, &page, &maker, id, Some(form)).await?;
            again.form = again.form.with_problems(as_named_here(problems));
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

async fn show_collection(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    page.show(&collection_page(&house, &page, &maker, *id, None).await?)
}

async fn save_collection(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<CollectionTranslation>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let wanted = form.clone();
    let work = move |tx: &mut Write<'_>| {
        translate_collection(tx, &by, id, &wanted)?;
        history::just_changed(tx, Subject::Collection(id))
    };
    match house.db.write(work).await {
        Ok(undo) => {
            let to = format!("{}/translations", Subject::Collection(id).bench());
            Ok(page.see_other_undoable(&to, "notice-translated", undo.map(|id| id.0)))
        }
        Err(Error::Invalid(problems)) => {
            let mut again = collection_page(&house, &page, &maker, id, Some(form)).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
