//! Pictures for programs, and the address under which everyone sees them.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::accounts::{self, AnyMaker, Member, Viewer};
use crate::catalogue::picture::key_of;
use crate::catalogue::views::{PictureView, is_insider};
use crate::catalogue::{self, KeptPicture, Picture, PictureForm, Subject, people, pictures, store};
use crate::db::DbConnection;
use crate::error::{Error, Message, Result};
use crate::ids::{CollectionId, PictureId, ProductId};
use crate::web::{Access, House, Input, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/pictures/{folder}/{name}", Anyone, "", show),
        Route::post("/api/v1/products/{id}/pictures", AnyMaker, "add pictures to a product", add_to_product)
            .uploads()
            .gives::<Vec<PictureView>>(201),
        Route::post(
            "/api/v1/collections/{id}/pictures",
            AnyMaker,
            "add pictures to a collection",
            add_to_collection,
        )
        .uploads()
        .gives::<Vec<PictureView>>(201),
        Route::put("/api/v1/pictures/{id}", AnyMaker, "edit a picture", edit)
            .takes::<PictureForm>()
            .gives::<PictureView>(200),
        Route::delete("/api/v1/pictures/{id}", AnyMaker, "delete a picture", delete).gives_nothing(),
    ]
}

/// Takes an upload in: every file is prepared and kept before the next one is read, then all are remembered in one
/// write. If one is refused, none is remembered.
pub(in crate::catalogue) async fn receive(
    house: &House,
    by: &Member,
    subject: Subject,
    mut upload: Upload,
) -> Result<Vec<Picture>> {
    let (limits, member) = (house.settings.limits.clone(), by.clone());
    let room =
        house.db.read(move |conn| pictures::room_for_pictures(conn, &member, subject, &limits)).await?;
    let limits = house.settings.limits.clone();
    let mut kept: Vec<KeptPicture> = Vec::new();
    while let Some(file) = upload.next_file(limits.picture_bytes).await? {
        if kept.len() as i64 == room {
            let message = Message::new("problem-pictures-full").with("most", limits.pictures_per_product);
            return Err(Error::invalid("file", message));
        }
        kept.push(catalogue::keep(&house.files, &limits, &file.name, file.bytes).await?);
    }
    if kept.is_empty() {
        return Err(Error::invalid("file", "problem-file-missing"));
    }
    let form: PictureForm = upload.form()?;
    let by = by.clone();
    house.db.write(move |tx| pictures::add_pictures(tx, &by, &limits, subject, &kept, &form)).await
}

fn created(pictures: &[Picture]) -> HttpResponse {
    HttpResponse::Created().json(pictures.iter().map(PictureView::from).collect::<Vec<_>>())
}

async fn add_to_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    upload: Upload,
) -> Result<HttpResponse> {
    Ok(created(&receive(&house, &maker, Subject::Product(*id), upload).await?))
}

async fn add_to_collection(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    upload: Upload,
) -> Result<HttpResponse> {
    Ok(created(&receive(&house, &maker, Subject::Collection(*id), upload).await?))
}

async fn edit(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<PictureId>,
    input: Input<PictureForm>,
) -> Result<HttpResponse> {
    let (limits, form) = (house.settings.limits.clone(), input.into_inner());
    let picture = house.db.write(move |tx| pictures::edit_picture(tx, &maker, &limits, *id, &form)).await?;
    Ok(HttpResponse::Ok().json(PictureView::from(&picture)))
}

async fn delete(house: web::Data<House>, maker: AnyMaker, id: web::Path<PictureId>) -> Result<HttpResponse> {
    house.db.write(move |tx| pictures::delete_picture(tx, &maker, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who may see a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    World,
    Insiders,
}

fn audience(conn: &mut DbConnection, viewer: Option<&Member>, key: &str) -> Result<Audience> {
    let mut found = Err(Error::NotFound);
    for picture in store::pictures_by_key(conn, key)? {
        let maker = accounts::organisation(conn, picture.maker_id)?;
        let (is_public, is_for_all) = match picture.subject() {
            Some(Subject::Product(id)) => {
                let product = store::product(conn, id)?;
                let is_shown = product.is_shown_to(&catalogue::Audience::of(viewer));
                (product.is_public(&maker) && is_shown, product.is_for_all())
            }
            Some(Subject::Collection(id)) => (store::collection(conn, id)?.is_public(&maker), true),
            None => (false, false),
        };
        if is_public && is_for_all {
            return Ok(Audience::World);
        }
        if is_public || is_insider(viewer, maker.id) {
            found = Ok(Audience::Insiders);
        }
    }
    // A portrait is never kept for good: whoever took consent back is not to be seen again.
    if found.is_err() && people::audience_of_portrait(conn, viewer, key)? {
        return Ok(Audience::Insiders);
    }
    found
}

/// The file never changes under its name, so whoever may keep it may keep it for good.
async fn show(
    request: HttpRequest,
    house: web::Data<House>,
    Viewer(viewer): Viewer,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    let (folder, name) = path.into_inner();
    let key = key_of(&folder, &name).ok_or(Error::NotFound)?;
    let asked = key.clone();
    let audience = house.db.read(move |conn| audience(conn, viewer.as_ref(), &asked)).await?;
    let caching = match audience {
        Audience::World => "public, max-age=31536000, immutable",
        Audience::Insiders => "private, no-cache",
    };
    let tag = format!("\"{name}\"");
    let known = request.headers().get(header::IF_NONE_MATCH).is_some_and(|held| held == tag.as_str());
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::CACHE_CONTROL, caching)).insert_header((header::ETAG, tag));
    if known {
        return Ok(response.finish());
    }
    let bytes = house.files.get(&key).await?;
    Ok(response.content_type("image/jpeg").body(bytes))
}
