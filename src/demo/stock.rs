//! Makers list what they make: the hand-written pieces of their craft and country, at prices in their own currency.

use std::collections::HashMap;
use std::io::Cursor;

use image::ImageFormat;

use super::data::{Archetype, CollectionText, Maker, Variant};
use super::drawing::draw;
use super::stage::Stage;
use crate::catalogue::{self, CollectionForm, KeptPicture, PictureForm, ProductForm, Subject};
use crate::error::{Error, Result};
use crate::ids::ProductId;
use crate::input::{Raw, RawList, RawMoney};
use crate::locale::{Language, RawWording};
use crate::money::{Currency, Money, Rates};
use crate::rates;

/// Pieces that one maker lists at most.
const PIECES: usize = 6;

/// How often each piece was given to a maker already: everyone gets what others have least.
pub(super) type Given = HashMap<String, usize>;

struct Piece<'a> {
    archetype: &'a Archetype,
    variant: &'a Variant,
}

impl Piece<'_> {
    fn key(&self) -> String {
        format!("{}/{}", self.archetype.key, self.variant.key)
    }
}

/// The pieces that fit a maker, least given first.
fn pieces_for<'a>(archetypes: &'a [Archetype], maker: &Maker, given: &Given) -> Vec<Piece<'a>> {
    let fits = |archetype: &&Archetype| {
        maker.crafts.contains(&archetype.craft) && archetype.countries.contains(&maker.country)
    };
    let mut pieces: Vec<Piece<'_>> = archetypes
        .iter()
        .filter(fits)
        .flat_map(|archetype| archetype.variants.iter().map(move |variant| Piece { archetype, variant }))
        .collect();
    let place = |craft: &str| maker.crafts.iter().position(|own| own == craft);
    pieces.sort_by_cached_key(|piece| {
        let times = given.get(&piece.key()).copied().unwrap_or(0);
        (times, place(&piece.archetype.craft), piece.key())
    });
    pieces.truncate(PIECES);
    pieces
}

/// Lists, illustrates and publishes everything of one maker, in one collection per craft.
pub(super) async fn list(stage: &mut Stage, maker: &Maker, given: &mut Given) -> Result<()> {
    let script = stage.script.clone();
    let pieces = pieces_for(&script.archetypes, maker, given);
    let today = stage.fondouk.house.today();
    let rates = stage.db().read(move |conn| rates::latest(conn, today)).await?;
    let mut crafts: Vec<&str> = pieces.iter().map(|piece| piece.archetype.craft.as_str()).collect();
    crafts.dedup();
    let mut seen = Vec::new();
    for craft in crafts {
        if seen.contains(&craft) {
            continue;
        }
        seen.push(craft);
        let of_craft: Vec<&Piece<'_>> =
            pieces.iter().filter(|piece| piece.archetype.craft == craft).collect();
        let text = text_for(&script.texts, craft, given);
        collection(stage, maker, text, &of_craft, &rates).await?;
    }
    for piece in &pieces {
        *given.entry(piece.key()).or_default() += 1;
    }
    let id = stage.person(&maker.key)?.organisation;
    let products = stage.db().read(move |conn| catalogue::published_products_of_maker(conn, id)).await?;
    stage.stock.insert(maker.key.clone(), products);
    Ok(())
}

fn text_for<'a>(texts: &'a [CollectionText], craft: &str, given: &mut Given) -> Option<&'a CollectionText> {
    let fitting = texts.iter().filter(|text| text.crafts.iter().any(|own| own == craft));
    let name = |text: &CollectionText| format!("text/{}", text.title.best(Language::En));
    let chosen = fitting.min_by_key(|text| given.get(&name(text)).copied().unwrap_or(0))?;
    *given.entry(name(chosen)).or_default() += 1;
    Some(chosen)
}

async fn collection(
    stage: &Stage,
    maker: &Maker,
    text: Option<&CollectionText>,
    pieces: &[&Piece<'_>],
    rates: &Rates,
) -> Result<()> {
    let by = stage.person(&maker.key)?;
    let form = match text {
        Some(text) => CollectionForm {
            title: RawWording::from(&text.title),
            story: RawWording::from(&text.story),
            ..CollectionForm::default()
        },
        // A craft without a text of its own shows the maker's story.
        None => CollectionForm {
            title: RawWording { en: maker.name.clone(), ..RawWording::default() },
            story: RawWording::from(&maker.story),
            ..CollectionForm::default()
        },
    };
    let forms = pieces.iter().map(|piece| product_form(piece, maker, rates)).collect::<Result<Vec<_>>>()?;
    let author = by.clone();
    let (collection, products) = stage
        .act(move |tx, _| {
            let collection = catalogue::create_collection(tx, &author, &form)?;
            let mut products = Vec::new();
            for form in &forms {
                let form = ProductForm { collection: collection.id.into(), ..form.clone() };
                products.push(catalogue::create_product(tx, &author, &form)?.id);
            }
            Ok((collection.id, products))
        })
        .await?;
    if stage.plan.pictures {
        for (product, piece) in products.iter().zip(pieces) {
            illustrate(stage, maker, *product, &piece.archetype.craft).await?;
        }
    }
    stage
        .act(move |tx, _| {
            for product in &products {
                catalogue::publish_product(tx, &by, *product)?;
            }
            catalogue::publish_collection(tx, &by, collection).map(drop)
        })
        .await
}

fn product_form(piece: &Piece<'_>, maker: &Maker, rates: &Rates) -> Result<ProductForm> {
    let Piece { archetype, variant } = piece;
    Ok(ProductForm {
        title: RawWording::from(&variant.title),
        description: archetype.described(variant),
        sku: sku(piece).into(),
        craft: archetype.craft.as_str().into(),
        materials: RawList(archetype.materials.clone()),
        techniques: RawList(archetype.techniques.clone()),
        price: price(piece, maker, rates)?,
        moq: archetype.moq.into(),
        order_multiple: archetype.order_multiple.into(),
        lead_time_days: archetype.lead_time_days.into(),
        weekly_capacity: archetype.weekly_capacity.into(),
        hs_code: archetype.hs_code.as_str().into(),
        origin: maker.country.as_str().into(),
        weight_grams: archetype.weight_grams.into(),
        ..ProductForm::default()
    })
}

fn sku(piece: &Piece<'_>) -> String {
    let initials = |key: &str| key.split('-').filter_map(|part| part.chars().next()).collect::<String>();
    format!("{}-{}", initials(&piece.archetype.key), piece.variant.key).to_uppercase()
}

/// The guideline in euros as the maker would say it: in the own currency, rounded as price lists are.
fn price(piece: &Piece<'_>, maker: &Maker, rates: &Rates) -> Result<RawMoney> {
    let currency = Currency::parse(&maker.currency).map_err(|message| Error::invalid("currency", message))?;
    let euros = Money::parse(&piece.archetype.price_eur, Currency::EUR)
        .map_err(|message| Error::invalid("price_eur", message))?;
    let cents = (euros.minor as f64 * piece.variant.price_factor).round() as i64;
    let money = rates.convert(Money::new(cents.max(1), Currency::EUR), currency);
    let money = money.ok_or_else(|| Error::broken(format!("no rate for {currency}")))?;
    let step = match money.minor / currency.minor_per_major() {
        0..20 => currency.minor_per_major() / 10,
        20..200 => currency.minor_per_major() / 2,
        200..2000 => currency.minor_per_major() * 5,
        _ => currency.minor_per_major() * 50,
    };
    let rounded = (money.minor + step / 2) / step * step;
    Ok(RawMoney::from(Money::new(rounded.max(step), currency)))
}

/// A drawing of a craft, kept as a picture that somebody sent.
pub(super) async fn drawn(stage: &Stage, seed: u64, craft: &str) -> Result<KeptPicture> {
    let craft = craft.to_owned();
    let bytes = tokio::task::spawn_blocking(move || {
        let mut bytes = Cursor::new(Vec::new());
        draw(seed, &craft, 960, 960).write_to(&mut bytes, ImageFormat::Png).map_err(Error::wrap)?;
        Ok::<_, Error>(bytes.into_inner())
    })
    .await
    .map_err(Error::wrap)??;
    let house = &stage.fondouk.house;
    catalogue::keep(&house.files, &house.settings.limits, "drawing.png", bytes.into()).await
}

/// A drawing in place of a photograph, with a caption that says so.
async fn illustrate(stage: &Stage, maker: &Maker, product: ProductId, craft: &str) -> Result<()> {
    let kept = drawn(stage, product.0.unsigned_abs(), craft).await?;
    let by = stage.person(&maker.key)?;
    let caption =
        |language| crate::locale::say(language, &crate::error::Message::new("common-placeholder-picture"));
    let form = PictureForm {
        caption: RawWording {
            en: caption(Language::En),
            fr: caption(Language::Fr),
            ar: caption(Language::Ar),
        },
        position: Raw::default(),
    };
    stage
        .act(move |tx, settings| {
            let subject = Subject::Product(product);
            catalogue::add_pictures(tx, &by, &settings.limits, subject, std::slice::from_ref(&kept), &form)
                .map(drop)
        })
        .await
}
