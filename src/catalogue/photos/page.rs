//! The page on which photos become products: what all have in common, then a row for each.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::labels::{CommonForm, LabelForm, LabelsForm, label_products};
use super::receive;
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::pages::terms;
use crate::catalogue::shelf::{PictureShown, ShownProduct, show_products, title_or};
use crate::catalogue::workshop::currencies;
use crate::catalogue::{
    Audience, Collection, ProductForm, Status, Subject, collections, products_of_maker, store, vocabulary,
};
use crate::clusters::customary_currency;
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::CollectionId;
use crate::input::{Raw, RawMoney};
use crate::locale::Language;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::post("/workshop/collections/{id}/photos", AnyMaker, "make products of photos", make).uploads(),
        Route::get("/workshop/collections/{id}/labels", AnyMaker, "label the products of a collection", show),
        Route::post(
            "/workshop/collections/{id}/labels",
            AnyMaker,
            "label the products of a collection",
            save,
        ),
    ]
}

/// A product of the table.
struct Row {
    /// Of its inputs.
    name: String,
    product: String,
    version: String,
    picture: Option<PictureShown>,
    called: String,
}

#[derive(Template)]
#[template(path = "catalogue/photos/labels.html")]
struct LabelsPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    id: CollectionId,
    form: FormView,
    rows: Vec<Row>,
    crafts: Vec<Choice>,
    materials: Vec<Choice>,
    currencies: Vec<Choice>,
    countries: Vec<Choice>,
}

struct Table {
    collection: Collection,
    drafts: Vec<ShownProduct>,
    /// The newest of the maker's products: what it says is usual.
    usual: Option<ProductForm>,
}

/// What is still a draft.
fn table(conn: &mut DbConnection, by: &Member, id: CollectionId) -> Result<Table> {
    let collection = collections::own(conn, by, id)?;
    let mut drafts = store::products_of_collection(conn, id)?;
    drafts.retain(|product| product.status == Status::Draft);
    let newest = Listing { before: i64::MAX, limit: 20 };
    let others = products_of_maker(conn, by.organisation, None, None, newest)?;
    let usual = others.iter().find(|product| product.craft.is_some() && product.hs_code.is_some());
    let usual = usual.map(ProductForm::from);
    Ok(Table { drafts: show_products(conn, &Audience::Programme, drafts)?, collection, usual })
}

impl Table {
    fn form(&self, by: &Member, language: Language) -> LabelsForm {
        let usual = self.usual.clone().unwrap_or_else(|| ProductForm {
            price: RawMoney { currency: customary_currency(&by.country).into(), ..RawMoney::default() },
            order_multiple: 1.into(),
            origin: by.country.as_str().into(),
            ..ProductForm::default()
        });
        let row = |shown: &ShownProduct| {
            let mut form = ProductForm::from(&shown.product);
            LabelForm {
                product: shown.product.id.into(),
                title: form.title.text_mut(language).as_str().into(),
                price: form.price.amount,
                version: form.version,
            }
        };
        LabelsForm {
            language: language.into(),
            common: CommonForm {
                description: self.collection.story.get(language).map(Raw::from).unwrap_or_default(),
                craft: usual.craft,
                materials: usual.materials,
                currency: usual.price.currency,
                moq: usual.moq,
                order_multiple: usual.order_multiple,
                lead_time_days: usual.lead_time_days,
                hs_code: usual.hs_code,
                origin: usual.origin,
            },
            products: self.drafts.iter().map(row).collect(),
        }
    }
}

impl<'a> LabelsPage<'a> {
    fn new(page: &'a Page, table: &Table, form: &LabelsForm) -> Self {
        let (language, id) = (page.language(), table.collection.id);
        let row = |(position, label): (usize, &LabelForm)| {
            let known =
                table.drafts.iter().find(|shown| label.product.trimmed() == shown.product.id.to_string());
            Row {
                name: format!("products[{position}]"),
                product: label.product.trimmed().to_owned(),
                version: label.version.trimmed().to_owned(),
                picture: known.and_then(|shown| shown.small_picture(page)),
                called: known
                    .map(|shown| title_or(page, &shown.product.title, "product-untitled"))
                    .unwrap_or_default(),
            }
        };
        let price = RawMoney { currency: form.common.currency.clone(), ..RawMoney::default() };
        Self {
            page,
            crumbs: vec![
                Crumb::new("/workshop", page.say("nav-workshop")),
                Crumb::new(
                    Subject::Collection(id).bench(),
                    title_or(page, &table.collection.title, "collection-untitled"),
                ),
                Crumb::new("", page.say("labels-title")),
            ],
            id,
            form: FormView::new(language, form),
            rows: form.products.iter().enumerate().map(row).collect(),
            crafts: terms(language, vocabulary::crafts()),
            materials: terms(language, vocabulary::materials()),
            currencies: currencies(page, &price),
            countries: page.country_choices(),
        }
    }
}

async fn read(house: &House, by: &Member, id: CollectionId) -> Result<Table> {
    let by = by.clone();
    house.db.read(move |conn| table(conn, &by, id)).await
}

async fn make(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    upload: Upload,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    match receive(&house, &maker, id, upload).await {
        Ok(_) => Ok(page.see_other(&labels(id), Some("notice-photos-made"))),
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, id, None, problems).await,
        Err(error) => Err(error),
    }
}

fn labels(id: CollectionId) -> String {
    format!("/workshop/collections/{id}/labels")
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    let table = read(&house, &maker, *id).await?;
    page.show(&LabelsPage::new(&page, &table, &table.form(&maker, page.language())))
}

async fn again(
    house: &House,
    page: &Page,
    by: &Member,
    id: CollectionId,
    form: Option<LabelsForm>,
    problems: Problems,
) -> Result<HttpResponse> {
    let table = read(house, by, id).await?;
    let form = form.unwrap_or_else(|| table.form(by, page.language()));
    let mut shown = LabelsPage::new(page, &table, &form);
    shown.form = shown.form.with_problems(problems);
    page.show_again(&shown)
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<LabelsForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (id.into_inner(), input.into_inner(), maker.clone());
    let wanted = form.clone();
    match house.db.write(move |tx| label_products(tx, &by, id, &wanted)).await {
        Ok(_) => Ok(page.see_other(&Subject::Collection(id).bench(), Some("notice-labels-saved"))),
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, id, Some(form), problems).await,
        Err(error) => Err(error),
    }
}
