//! Histories for people.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::undo::{self, RestoreForm};
use super::views::{self, RevisionView};
use crate::accounts::{AnyMaker, SignedIn};
use crate::catalogue::Subject;
use crate::catalogue::pages::next_page;
use crate::catalogue::shelf::title_or;
use crate::catalogue::store;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{BulkChangeId, CollectionId, ProductId, RevisionId};
use crate::web::{Access, Crumb, House, Input, Listing, Page, Route};

/// Longer texts are cut on the page; the beginning shows which one it is.
const LONGEST_SHOWN: usize = 400;

pub fn routes() -> Vec<Route> {
    use Access::{AnyMaker, SignedIn};
    vec![
        Route::get("/workshop/products/{id}/history", SignedIn, "see a product's history", of_product),
        Route::get(
            "/workshop/collections/{id}/history",
            SignedIn,
            "see a collection's history",
            of_collection,
        ),
        Route::post("/workshop/revisions/{id}/undo", AnyMaker, "undo a change", undo_one),
        Route::post("/workshop/revisions/{id}/restore", AnyMaker, "restore an earlier state", restore),
        Route::post(
            "/workshop/bulk-changes/{id}/undo",
            AnyMaker,
            "undo a change of several products",
            undo_bulk,
        ),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/history.html")]
struct HistoryPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    name: String,
    revisions: Vec<RevisionView>,
    next: Option<String>,
    /// Of the thing as it stands: what an earlier state is brought back over.
    version: i64,
    /// Officers look on.
    own: bool,
    /// Whether the first row is the newest there is.
    from_the_top: bool,
}

impl HistoryPage<'_> {
    fn cut(&self, text: &str) -> String {
        match text.char_indices().nth(LONGEST_SHOWN) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.to_owned(),
        }
    }

    /// What is newest says already what is there.
    fn may_restore(&self, place: &usize) -> bool {
        self.own && !(self.from_the_top && *place == 0)
    }
}

async fn show(
    house: &House,
    page: &Page,
    by: SignedIn,
    subject: Subject,
    listing: Listing,
) -> Result<HttpResponse> {
    let (member, language) = (by.clone(), page.language());
    let read = move |conn: &mut DbConnection| {
        let history = views::history(conn, &member, subject, language, listing)?;
        let (slug, title) = match subject {
            Subject::Product(id) => store::product(conn, id).map(|it| (it.slug, it.title))?,
            Subject::Collection(id) => store::collection(conn, id).map(|it| (it.slug, it.title))?,
        };
        Ok((history, slug, title))
    };
    let (history, slug, title) = house.db.read(read).await?;
    let own = history.seen.maker == by.organisation;
    let title = title_or(
        page,
        &title,
        match subject {
            Subject::Product(_) => "product-untitled",
            Subject::Collection(_) => "collection-untitled",
        },
    );
    let (public, list) = match subject {
        Subject::Product(_) => ("/products", "kind-products"),
        Subject::Collection(_) => ("/collections", "kind-collections"),
    };
    let crumbs = match own {
        true => vec![
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new(subject.bench(), &title),
            Crumb::new("", page.say("history-title")),
        ],
        false => vec![
            Crumb::new(public, page.say(list)),
            Crumb::new(format!("{public}/{slug}"), &title),
            Crumb::new("", page.say("history-title")),
        ],
    };
    page.show(&HistoryPage {
        page,
        crumbs,
        name: title,
        next: next_page(&format!("{}/history", subject.bench()), &[], history.listed.next),
        revisions: history.listed.items,
        version: history.seen.version,
        own,
        from_the_top: listing.before == i64::MAX,
    })
}

async fn of_product(
    house: web::Data<House>,
    page: Page,
    by: SignedIn,
    id: web::Path<ProductId>,
    listing: Listing,
) -> Result<HttpResponse> {
    show(&house, &page, by, Subject::Product(*id), listing).await
}

async fn of_collection(
    house: web::Data<House>,
    page: Page,
    by: SignedIn,
    id: web::Path<CollectionId>,
    listing: Listing,
) -> Result<HttpResponse> {
    show(&house, &page, by, Subject::Collection(*id), listing).await
}

async fn undo_one(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<RevisionId>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut crate::db::Write<'_>| {
        let subject = undo::undo(tx, &maker, *id)?;
        Ok((subject, super::just_changed(tx, subject)?))
    };
    let (subject, undo) = house.db.write(work).await?;
    Ok(page.see_other_undoable(&subject.bench(), "notice-undone", undo.map(|id| id.0)))
}

async fn restore(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<RevisionId>,
    input: Input<RestoreForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let work = move |tx: &mut crate::db::Write<'_>| {
        let subject = undo::restore(tx, &maker, *id, &form)?;
        Ok((subject, super::just_changed(tx, subject)?))
    };
    let (subject, undo) = house.db.write(work).await?;
    Ok(page.see_other_undoable(&subject.bench(), "notice-restored", undo.map(|id| id.0)))
}

async fn undo_bulk(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<BulkChangeId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| undo::undo_bulk_change(tx, &maker, *id)).await?;
    Ok(page.see_other("/workshop/products", Some("notice-bulk-undone")))
}
