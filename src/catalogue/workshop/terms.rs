//! A product's terms on the maker's bench: variants, price list, sample, countries, packing.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::crumbs_below;
use super::currencies::currencies;
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::terms::OPTION_KEYS;
use crate::catalogue::{Product, RawTier, RawVariant, Subject, TermsForm, Variant, history, terms};
use crate::error::{Error, Problems, Result};
use crate::ids::ProductId;
use crate::input::RawMoney;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Route};

/// Empty rows behind those that are filled in: saving brings new ones.
const BLANK_ROWS: usize = 3;
/// What most variants differ in. The other keys have a place where they are used.
const USUAL_OPTIONS: [&str; 4] = ["size", "colour", "glaze", "other"];

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/products/{id}/terms", AnyMaker, "set a product's terms", show),
        Route::post("/workshop/products/{id}/terms", AnyMaker, "set a product's terms", save),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/workshop_terms.html")]
struct TermsPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 4],
    id: ProductId,
    form: FormView,
    currencies: Vec<Choice>,
    variants: Vec<VariantRow>,
    skus: Vec<Choice>,
    tiers: Vec<TierRow>,
}

/// One variant's inputs.
struct VariantRow {
    name: String,
    title: String,
    is_open: bool,
    /// Key and name of each option's input.
    options: Vec<(&'static str, String)>,
}

struct TierRow {
    name: String,
    title: String,
    is_open: bool,
}

impl<'a> TermsPage<'a> {
    fn new(page: &'a Page, product: &Product, form: &TermsForm) -> Self {
        let skus = form.variants.iter().map(|variant| variant.sku.trimmed()).filter(|sku| !sku.is_empty());
        let mut shown = form.clone();
        let (variants, tiers) = (form.variants.len(), form.tiers.len());
        shown.variants.resize_with(variants + BLANK_ROWS, || blank_variant(product));
        shown.tiers.resize_with(tiers + BLANK_ROWS, || RawTier {
            price: blank_price(product),
            ..RawTier::default()
        });
        if shown.sample.currency.is_blank() {
            shown.sample = RawMoney { amount: shown.sample.amount, ..blank_price(product) };
        }
        Self {
            page,
            crumbs: crumbs_below(page, product, "terms-title"),
            id: product.id,
            currencies: currencies(page, &blank_price(product)),
            skus: skus.map(|sku| Choice::new(sku, sku)).collect(),
            variants: shown
                .variants
                .iter()
                .enumerate()
                .map(|(position, variant)| variant_row(page, position, variant, position < variants))
                .collect(),
            tiers: shown
                .tiers
                .iter()
                .enumerate()
                .map(|(position, tier)| tier_row(page, position, tier, position < tiers))
                .collect(),
            form: FormView::new(page.language(), &shown),
        }
    }
}

/// An amount still to be written, in the currency that the maker reckons in.
fn blank_price(product: &Product) -> RawMoney {
    let currency = product.currency.map(|currency| currency.code()).unwrap_or_default();
    RawMoney { currency: currency.into(), ..RawMoney::default() }
}

fn blank_variant(product: &Product) -> RawVariant {
    RawVariant { price: blank_price(product), ..RawVariant::default() }
}

fn variant_row(page: &Page, position: usize, variant: &RawVariant, is_open: bool) -> VariantRow {
    let is_used = |key: &str| USUAL_OPTIONS.contains(&key) || variant.options.contains_key(key);
    let option = |key: &'static str| (key, format!("variants[{position}][options][{key}]"));
    VariantRow {
        name: format!("variants[{position}]"),
        title: page.say("terms-variant-number").with("number", page.number(position as i64 + 1)).to_string(),
        is_open,
        options: OPTION_KEYS.into_iter().filter(|key| is_used(key)).map(option).collect(),
    }
}

fn tier_row(page: &Page, position: usize, tier: &RawTier, is_open: bool) -> TierRow {
    let number = page.number(position as i64 + 1);
    let title = match tier.from.trimmed() {
        "" => page.say("terms-tier-number").with("number", number).to_string(),
        from => page.say("terms-tier-from").with("number", number).with("from", from).to_string(),
    };
    TierRow { name: format!("tiers[{position}]"), title, is_open }
}

async fn read(house: &House, by: &Member, id: ProductId) -> Result<(Product, Vec<Variant>)> {
    let by = by.clone();
    house.db.read(move |conn| terms::read(conn, &by, id)).await
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let (product, variants) = read(&house, &maker, *id).await?;
    page.show(&TermsPage::new(&page, &product, &TermsForm::of(&product, &variants)))
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<TermsForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (id.into_inner(), input.into_inner(), maker.clone());
    let wanted = form.clone();
    let work = move |tx: &mut crate::db::Write<'_>| {
        terms::set_terms(tx, &by, id, &wanted)?;
        history::just_changed(tx, Subject::Product(id))
    };
    match house.db.write(work).await {
        Ok(undo) => {
            let undo = undo.map(|id| id.0);
            Ok(page.see_other_undoable(
                &format!("{}/terms", Subject::Product(id).bench()),
                "notice-terms-saved",
                undo,
            ))
        }
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, id, &form, problems).await,
        Err(error) => Err(error),
    }
}

/// The bench again, with what is wrong.
async fn again(
    house: &House,
    page: &Page,
    by: &Member,
    id: ProductId,
    form: &TermsForm,
    problems: Problems,
) -> Result<HttpResponse> {
    let (product, _) = read(house, by, id).await?;
    let mut shown = TermsPage::new(page, &product, form);
    shown.form = shown.form.with_problems(problems);
    page.show_again(&shown)
}
