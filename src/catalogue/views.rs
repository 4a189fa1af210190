//! Products, collections and pictures as programs read them.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::certificates::{ValidCertificateView, certificates_of_makers};
use super::people::{CreditView, credits_of_products};
use super::store;
use super::{
    Agreed, AgreedPrice, Audience, Certificate, Collection, Options, Packing, Picture, Product, RawTier,
    Status, Variant,
};
use crate::accounts::{Member, Organisation};
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{CollectionId, OrganisationId, PictureId, ProductId, VariantId};
use crate::input::RawMoney;
use crate::locale::Wording;

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MakerRef {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
    pub name_ar: Option<String>,
    pub country: String,
}

impl From<&Organisation> for MakerRef {
    fn from(maker: &Organisation) -> Self {
        Self {
            id: maker.id,
            slug: maker.slug.clone(),
            name: maker.name.clone(),
            name_ar: maker.name_ar.clone(),
            country: maker.country.clone(),
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PictureView {
    pub id: PictureId,
    /// Address of the large size, longest side at most 1600 pixels.
    pub large: String,
    /// Address of the small size, longest side at most 480 pixels.
    pub small: String,
    /// Of the large size.
    pub width: i64,
    pub height: i64,
    pub caption: Wording,
}

impl From<&Picture> for PictureView {
    fn from(picture: &Picture) -> Self {
        Self {
            id: picture.id,
            large: picture.large_address(),
            small: picture.small_address(),
            width: picture.width,
            height: picture.height,
            caption: (*picture.caption).clone(),
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProductView {
    pub id: ProductId,
    pub slug: String,
    pub maker: MakerRef,
    /// The id of its collection, for whoever may see that.
    pub collection: Option<CollectionId>,
    pub sku: Option<String>,
    pub title: Wording,
    pub description: Wording,
    pub craft: Option<String>,
    pub materials: Vec<String>,
    pub techniques: Vec<String>,
    /// Wholesale, for one piece; null for whoever may not see it.
    pub price: Option<RawMoney>,
    /// Is there a price that you may not see? Verified buyers may.
    pub price_hidden: bool,
    pub moq: Option<i64>,
    pub order_multiple: Option<i64>,
    pub lead_time_days: Option<i64>,
    pub weekly_capacity: Option<i64>,
    pub hs_code: Option<String>,
    pub origin: Option<String>,
    pub weight_grams: Option<i64>,
    /// For a buyer with an agreement: what it says instead of the catalogue. MOQ, multiple and lead time above are these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed: Option<AgreedView>,
    /// The forms in which it comes, in their order.
    pub variants: Vec<VariantView>,
    /// The price list beyond the plain price; empty for whoever may not see prices.
    pub tiers: Vec<RawTier>,
    /// What a sample costs, for whoever may see prices.
    pub sample: Option<RawMoney>,
    pub packing: Packing,
    /// Those about it that are valid today.
    pub certificates: Vec<ValidCertificateView>,
    /// Who made it, and which part of the work was theirs.
    pub made_by: Vec<CreditView>,
    /// For its maker: the countries to whose buyers alone it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_in: Option<Vec<String>>,
    /// For its maker: the countries to whose buyers it is not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except_in: Option<Vec<String>>,
    pub status: Status,
    /// In their order; the first is the cover.
    pub pictures: Vec<PictureView>,
    pub created_at: Time,
    pub updated_at: Time,
    pub published_at: Option<Time>,
    pub withdrawn_at: Option<Time>,
    pub version: i64,
    /// For its maker: the fields that lack before it can be published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<String>>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgreedView {
    pub moq: Option<i64>,
    pub order_multiple: Option<i64>,
    pub lead_time_days: Option<i64>,
    /// For one piece, whatever the price list says.
    pub price: Option<RawMoney>,
    /// Off the price list.
    pub discount_percent: Option<i64>,
}

impl AgreedView {
    fn of(agreed: Agreed) -> Option<Self> {
        let Agreed { moq, order_multiple, lead_time_days, price } = agreed;
        let (price, discount_percent) = match price {
            Some(AgreedPrice::Piece(price)) => (Some(price.into()), None),
            Some(AgreedPrice::Less(percent)) => (None, Some(percent)),
            None => (None, None),
        };
        (!agreed.is_nothing()).then_some(Self {
            moq,
            order_multiple,
            lead_time_days,
            price,
            discount_percent,
        })
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VariantView {
    pub id: VariantId,
    pub sku: String,
    /// What it is, by `size`, `colour`, `glaze`, `finish`, `material`, `motif`, `other`.
    pub options: Options,
    /// For one piece, where it does not cost what the product costs; null for whoever may not see prices.
    pub price: Option<RawMoney>,
    pub weight_grams: Option<i64>,
}

impl VariantView {
    pub(super) fn new(variant: &Variant, sees_price: bool) -> Self {
        Self {
            id: variant.id,
            sku: variant.sku.clone(),
            options: Options::clone(&variant.options),
            price: variant.price().filter(|_| sees_price).map(RawMoney::from),
            weight_grams: variant.weight_grams,
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CollectionView {
    pub id: CollectionId,
    pub slug: String,
    pub maker: MakerRef,
    pub title: Wording,
    pub story: Wording,
    pub status: Status,
    /// Products on show; list them with `/api/v1/products?collection=…`.
    pub products: i64,
    /// Its own first picture, or its products'.
    pub cover: Option<PictureView>,
    pub pictures: Vec<PictureView>,
    pub created_at: Time,
    pub updated_at: Time,
    pub published_at: Option<Time>,
    pub withdrawn_at: Option<Time>,
    pub version: i64,
}

/// May they see it before the world does? Its maker, and officers.
pub(super) fn is_insider(viewer: Option<&Member>, maker: OrganisationId) -> bool {
    viewer.is_some_and(|member| member.organisation == maker || member.is_officer())
}

/// One product as this reader may see it; [`Error::NotFound`] if they may not know of it.
pub(super) fn product_view(
    conn: &mut DbConnection,
    viewer: Option<&Member>,
    product: Product,
    today: Date,
) -> Result<ProductView> {
    let maker = crate::accounts::organisation(conn, product.maker_id)?;
    let is_shown = product.is_public(&maker) && product.is_shown_to(&Audience::of(viewer));
    if !is_shown && !is_insider(viewer, maker.id) {
        return Err(Error::NotFound);
    }
    product_views(conn, viewer, vec![product], today)?.pop().ok_or(Error::NotFound)
}

/// Products that this reader was found to be allowed to see.
pub(super) fn product_views(
    conn: &mut DbConnection,
    viewer: Option<&Member>,
    products: Vec<Product>,
    today: Date,
) -> Result<Vec<ProductView>> {
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    let pictures = store::pictures_of_all_products(conn, &ids)?;
    let variants = store::variants_of_products(conn, &ids)?;
    let credits = credits_of_products(conn, &ids)?;
    let makers = store::makers(conn, products.iter().map(|product| product.maker_id))?;
    let hidden =
        store::hidden_collections(conn, products.iter().filter_map(|product| product.collection_id))?;
    let ids: Vec<OrganisationId> = makers.keys().copied().collect();
    let mut valid = certificates_of_makers(conn, &ids)?;
    valid.retain(|certificate| certificate.is_valid_on(today));
    let conditions = store::conditions_of_reader(conn, &ids, viewer, today)?;
    let view = |product: Product| {
        let agreed = conditions.on(&product);
        let product = agreed.apply(product);
        let maker = makers.get(&product.maker_id).ok_or(Error::NotFound)?;
        let about = |one: &&Certificate| one.maker_id == maker.id && one.is_about(product.id);
        let certificates = valid.iter().filter(about);
        let certificates = certificates.map(|one| ValidCertificateView::new(one, viewer, today)).collect();
        let pictures = pictures.get(&product.id).map(Vec::as_slice).unwrap_or_default();
        let insider = is_insider(viewer, maker.id);
        let variants = variants.get(&product.id).map(Vec::as_slice).unwrap_or_default();
        let hands = credits.get(&product.id).map(Vec::as_slice).unwrap_or_default();
        let reader = viewer.map(|member| member.organisation);
        let made_by = hands.iter().map(|credit| CreditView::new(credit, reader)).collect();
        let view = view_of(product, maker, pictures, variants, viewer);
        let mut view = ProductView { certificates, made_by, agreed: AgreedView::of(agreed), ..view };
        view.collection = view.collection.filter(|id| insider || !hidden.contains(id));
        Ok(view)
    };
    products.into_iter().map(view).collect()
}

fn view_of(
    product: Product,
    maker: &Organisation,
    pictures: &[Picture],
    variants: &[Variant],
    viewer: Option<&Member>,
) -> ProductView {
    let sees_price = viewer.is_some_and(|member| member.sees_prices_of(maker.id));
    let (price, sample) = (product.price(), product.sample());
    let tiers = product.tiers_for(viewer).map(RawTier::from).collect();
    let insider = is_insider(viewer, maker.id);
    let missing = insider.then(|| product.missing().iter().map(|problem| problem.field.clone()).collect());
    ProductView {
        id: product.id,
        slug: product.slug,
        maker: maker.into(),
        collection: product.collection_id,
        sku: product.sku,
        title: product.title.into_inner(),
        description: product.description.into_inner(),
        craft: product.craft,
        materials: product.materials.into_inner(),
        techniques: product.techniques.into_inner(),
        price_hidden: price.is_some() && !sees_price,
        price: price.filter(|_| sees_price).map(RawMoney::from),
        moq: product.moq,
        order_multiple: product.order_multiple,
        lead_time_days: product.lead_time_days,
        weekly_capacity: product.weekly_capacity,
        hs_code: product.hs_code,
        origin: product.origin,
        weight_grams: product.weight_grams,
        variants: variants.iter().map(|variant| VariantView::new(variant, sees_price)).collect(),
        sample: sample.filter(|_| sees_price).map(RawMoney::from),
        tiers,
        packing: product.packing.into_inner(),
        certificates: Vec::new(),
        agreed: None,
        made_by: Vec::new(),
        only_in: insider.then_some(product.only_in.into_inner()),
        except_in: insider.then_some(product.except_in.into_inner()),
        status: product.status,
        pictures: pictures.iter().map(PictureView::from).collect(),
        created_at: product.created_at,
        updated_at: product.updated_at,
        published_at: product.published_at,
        withdrawn_at: product.withdrawn_at,
        version: product.version,
        missing,
    }
}

/// One collection as this reader may see it; [`Error::NotFound`] if they may not know of it.
pub(super) fn collection_view(
    conn: &mut DbConnection,
    viewer: Option<&Member>,
    collection: Collection,
) -> Result<CollectionView> {
    let maker = crate::accounts::organisation(conn, collection.maker_id)?;
    if !collection.is_public(&maker) && !is_insider(viewer, maker.id) {
        return Err(Error::NotFound);
    }
    collection_views(conn, vec![collection])?.pop().ok_or(Error::NotFound)
}

/// Collections that the reader was found to be allowed to see.
pub(super) fn collection_views(
    conn: &mut DbConnection,
    collections: Vec<Collection>,
) -> Result<Vec<CollectionView>> {
    let mut pictures = HashMap::new();
    for collection in &collections {
        pictures.insert(collection.id, store::pictures_of_collection(conn, collection.id)?);
    }
    let shown = super::show_collections(conn, collections)?;
    let view = |shown: super::ShownCollection| CollectionView {
        id: shown.collection.id,
        slug: shown.collection.slug,
        maker: (&shown.maker).into(),
        title: shown.collection.title.into_inner(),
        story: shown.collection.story.into_inner(),
        status: shown.collection.status,
        products: shown.products,
        cover: shown.cover.as_ref().map(PictureView::from),
        pictures: pictures.get(&shown.collection.id).into_iter().flatten().map(PictureView::from).collect(),
        created_at: shown.collection.created_at,
        updated_at: shown.collection.updated_at,
        published_at: shown.collection.published_at,
        withdrawn_at: shown.collection.withdrawn_at,
        version: shown.collection.version,
    };
    Ok(shown.into_iter().map(view).collect())
}
