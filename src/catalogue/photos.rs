//! A collection out of photos: each becomes a product, and one page says what all of them have in common and what each
//! is called and costs. Whoever photographs ten bowls need not fill in ten forms.

mod api;
mod labels;
mod page;

use super::pictures;
use super::{KeptPicture, PictureForm, Product, ProductForm, Subject, collections, create_product, keep};
use crate::accounts::Member;
use crate::db::Write;
use crate::error::{Error, Message, Result};
use crate::ids::CollectionId;
use crate::web::{House, Route, Upload};

/// As many as a phone sends at once with patience.
const MOST_PHOTOS: usize = 30;

pub fn routes() -> Vec<Route> {
    [page::routes(), api::routes()].concat()
}

/// Makes a draft in the collection out of each photo.
fn make_products(
    tx: &mut Write<'_>,
    house: &House,
    by: &Member,
    collection: CollectionId,
    photos: &[KeptPicture],
) -> Result<Vec<Product>> {
    let collection = collections::own(tx, by, collection)?;
    let mut made = Vec::new();
    for photo in photos {
        let form = ProductForm { collection: collection.id.into(), ..ProductForm::default() };
        let product = create_product(tx, by, &form)?;
        let photo = std::slice::from_ref(photo);
        let subject = Subject::Product(product.id);
        pictures::add_pictures(tx, by, &house.settings.limits, subject, photo, &PictureForm::default())?;
        made.push(product);
    }
    Ok(made)
}

/// Takes an upload in: one photo is in memory at a time. If one is refused, nothing is made of any.
async fn receive(
    house: &House,
    by: &Member,
    collection: CollectionId,
    mut upload: Upload,
) -> Result<Vec<Product>> {
    let member = by.clone();
    house.db.read(move |conn| collections::own(conn, &member, collection)).await?;
    let limits = &house.settings.limits;
    let mut photos = Vec::new();
    while let Some(file) = upload.next_file(limits.picture_bytes).await? {
        if photos.len() == MOST_PHOTOS {
            return Err(Error::invalid(
                "file",
                Message::new("problem-photos-many").with("most", MOST_PHOTOS),
            ));
        }
        photos.push(keep(&house.files, limits, &file.name, file.bytes).await?);
    }
    if photos.is_empty() {
        return Err(Error::invalid("file", "problem-file-missing"));
    }
    let (house, by) = (house.clone(), by.clone());
    let db = house.db.clone();
    db.write(move |tx| make_products(tx, &house, &by, collection, &photos)).await
}
