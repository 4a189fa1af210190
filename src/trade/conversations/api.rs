//! Conversations for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::conversation::Conversation;
use super::views::{ConversationSummary, ConversationView};
use super::{BeginForm, MessageForm, store, talking, thread};
use crate::accounts::{Member, SignedIn};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::trade::parties::Partners;
use crate::trade::{Party, Reader, Trader};
use crate::web::{Access, House, Listed, Listing, Paging, Parcel, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/conversations", SignedIn, "list one's conversations", list)
            .asks::<Paging>()
            .gives::<Listed<ConversationSummary>>(200),
        Route::post("/api/v1/conversations", Trader, "begin a conversation", begin)
            .takes::<BeginForm>()
            .gives::<ConversationView>(201),
        Route::get("/api/v1/conversations/{id}", Party, "read a conversation", show)
            .asks::<Paging>()
            .gives::<ConversationView>(200),
        Route::post("/api/v1/conversations/{id}/messages", Party, "write in a conversation", write)
            .takes::<MessageForm>()
            .gives::<ConversationView>(201),
        Route::post("/api/v1/conversations/{id}/read", Party, "mark a conversation as read", read)
            .gives_nothing(),
    ]
}

/// The first page.
const NEWEST: Listing = Listing { before: i64::MAX, limit: 20 };

/// Both faces list the same rows.
pub(super) async fn listed(
    house: &House,
    member: &Member,
    listing: Listing,
) -> Result<Listed<ConversationSummary>> {
    let reader = member.clone();
    let read = move |conn: &mut DbConnection| {
        let page = store::listed(conn, reader.organisation, listing)?;
        let page = listing.page(page, |one| one.latest_message.0);
        let mut partners = Partners::default();
        let row = |one: &Conversation| ConversationSummary::new(conn, &mut partners, one, &reader);
        let items = page.items.iter().map(row).collect::<Result<_>>()?;
        Ok(Listed { items, next: page.next })
    };
    house.db.read(read).await
}

async fn list(house: web::Data<House>, member: SignedIn, listing: Listing) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(listed(&house, &member, listing).await?))
}

async fn show(
    house: web::Data<House>,
    reader: Reader<Conversation>,
    listing: Listing,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| thread::load(conn, &reader.of, &reader.member, listing);
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn begin(house: web::Data<House>, trader: Trader, mut sent: Parcel<BeginForm>) -> Result<HttpResponse> {
    let checked = sent.form.message().check(sent.has_attachments());
    let attachments = sent.keep(&house, checked).await?;
    let (form, settings) = (sent.form, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let begun = talking::begin(tx, &settings, &trader, &form, &attachments)?;
        let of = super::conversation(tx, begun.conversation)?;
        thread::load(tx, &of, &trader, NEWEST)
    };
    match sent.once {
        Some(once) => once.answer(&house.db, StatusCode::CREATED, work).await,
        None => Ok(HttpResponse::Created().json(house.db.write(work).await?)),
    }
}

async fn write(
    house: web::Data<House>,
    party: Party<Conversation>,
    mut sent: Parcel<MessageForm>,
) -> Result<HttpResponse> {
    let checked = sent.form.check(sent.has_attachments());
    let attachments = sent.keep(&house, checked).await?;
    let form = sent.form;
    let work = move |tx: &mut Write<'_>| {
        talking::write(tx, &party, party.of.id, &form, &attachments)?;
        let of = super::conversation(tx, party.of.id)?;
        thread::load(tx, &of, &party, NEWEST)
    };
    match sent.once {
        Some(once) => once.answer(&house.db, StatusCode::CREATED, work).await,
        None => Ok(HttpResponse::Created().json(house.db.write(work).await?)),
    }
}

async fn read(house: web::Data<House>, reader: Reader<Conversation>) -> Result<HttpResponse> {
    house.db.write(move |tx| talking::mark_read(tx, &reader.member, reader.of.id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
