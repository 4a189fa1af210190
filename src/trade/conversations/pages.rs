//! Conversations for people: the list, the first message, and the talk itself.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::listed;
use super::conversation::Conversation;
use super::talking::{self, Pair};
use super::views::{ConversationSummary, ConversationView, Entry, MessageView};
use super::{BeginForm, MessageForm, store, thread};
use crate::accounts::{self, Member, SignedIn, Standing};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::matching::{self, SourcingRequest};
use crate::trade::forms::Trouble;
use crate::trade::{Partner, Party, Reader, Side, Trader};
use crate::web::{Access, Choice, Crumb, FormView, House, Listing, MOST_FILES, Page, Parcel, Query, Route};

const LIST: &str = "/conversations";

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get(LIST, SignedIn, "list one's conversations", list),
        Route::get("/conversations/new", Trader, "begin a conversation", ask),
        Route::post(LIST, Trader, "begin a conversation", begin).uploads(),
        Route::get("/conversations/{id}", Party, "read a conversation", show),
        Route::post("/conversations/{id}/messages", Party, "write in a conversation", write).uploads(),
        Route::post("/conversations/{id}/read", Party, "mark a conversation as read", read),
    ]
}

#[derive(Template)]
#[template(path = "trade/conversations/list.html")]
struct ListPage<'a> {
    page: &'a Page,
    member: &'a Member,
    rows: Vec<ConversationSummary>,
    next: Option<String>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    listing: Listing,
) -> Result<HttpResponse> {
    let found = listed(&house, &member, listing).await?;
    let next = found.next.map(|cursor| format!("{LIST}?cursor={cursor}"));
    page.show(&ListPage { page: &page, member: &member, rows: found.items, next })
}

#[derive(Template)]
#[template(path = "trade/conversations/new.html")]
struct NewPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    partner: Partner,
    request: Option<SourcingRequest>,
    form: FormView,
    languages: Vec<Choice>,
    most: i64,
    refusal: Option<String>,
}

async fn new_page<'a>(
    house: &House,
    page: &'a Page,
    trader: &Trader,
    form: &BeginForm,
    pair: Pair,
) -> Result<NewPage<'a>> {
    let other = if trader.side == Side::Maker { pair.buyer } else { pair.maker };
    let read = move |conn: &mut DbConnection| {
        let request = pair.request.map(|id| matching::request(conn, id)).transpose()?;
        Ok((accounts::organisation(conn, other)?, request))
    };
    let (partner, request) = house.db.read(read).await?;
    Ok(NewPage {
        page,
        crumbs: [
            Crumb::new(LIST, page.say("conversations-title")),
            Crumb::new("", page.say("conversation-new")),
        ],
        partner: partner.into(),
        request,
        form: FormView::new(page.language(), form),
        languages: page.language_choices(),
        most: MOST_FILES as i64,
        refusal: None,
    })
}

/// What nobody may write to is not there.
async fn find_pair(house: &House, trader: &Trader, form: &BeginForm) -> Result<(Pair, Option<Conversation>)> {
    let (trader, form, today) = (trader.clone(), form.clone(), house.today());
    let read = move |conn: &mut DbConnection| {
        let pair = match talking::pair(conn, &trader, &form, today) {
            Err(Error::Invalid(_)) => return Err(Error::NotFound),
            found => found?,
        };
        let known = store::between(conn, pair.maker, pair.buyer, pair.request)?;
        Ok((pair, known))
    };
    house.db.read(read).await
}

async fn ask(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    Query(form): Query<BeginForm>,
) -> Result<HttpResponse> {
    let (pair, known) = find_pair(&house, &trader, &form).await?;
    match known {
        Some(known) => Ok(page.see_other(&format!("{LIST}/{}", known.id), None)),
        None => page.show(&new_page(&house, &page, &trader, &form, pair).await?),
    }
}

async fn begin(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    mut sent: Parcel<BeginForm>,
) -> Result<HttpResponse> {
    let checked = sent.form.message().check(sent.has_attachments());
    let form = sent.form.clone();
    let written = match sent.keep(&house, checked).await {
        Ok(attachments) => {
            let (settings, by, form) = (house.settings.clone(), trader.clone(), form.clone());
            let work =
                move |tx: &mut crate::db::Write<'_>| talking::begin(tx, &settings, &by, &form, &attachments);
            house.db.write(work).await
        }
        Err(error) => Err(error),
    };
    match written {
        Ok(begun) => {
            Ok(page.see_other(&format!("{LIST}/{}", begun.conversation), Some("notice-message-sent")))
        }
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let (pair, _) = find_pair(&house, &trader, &form).await?;
            let mut again = new_page(&house, &page, &trader, &form, pair).await?;
            again.refusal = trouble.refusal.as_ref().map(|message| page.message(message));
            again.form = again.form.with_problems(trouble.problems);
            page.show_with(trouble.status, &again)
        }
    }
}

/// One line of the talk as the page tells it.
enum Row {
    Message { own: bool, by: String, when: String, message: MessageView },
    Step { text: String, href: String, when: String },
}

#[derive(Template)]
#[template(path = "trade/conversations/show.html")]
struct ShowPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    summary: ConversationSummary,
    partner: Partner,
    partner_is_maker: bool,
    rows: Vec<Row>,
    quotes: Vec<(String, String)>,
    earlier: Option<String>,
    latest: Option<String>,
    may_write: bool,
    form: FormView,
    languages: Vec<Choice>,
    most: i64,
    refusal: Option<String>,
}

async fn show_page<'a>(
    house: &House,
    page: &'a Page,
    member: &Member,
    id: crate::ids::ConversationId,
    listing: Listing,
    form: &MessageForm,
) -> Result<ShowPage<'a>> {
    let reader = member.clone();
    let read = move |conn: &mut DbConnection| {
        let of = super::conversation(conn, id)?;
        thread::load(conn, &of, &reader, listing)
    };
    let ConversationView { summary, quotes, entries, next } = house.db.read(read).await?;
    let partner = summary.partner_of(member).clone();
    let shown_name = partner.name_in(page.language()).to_owned();
    let name_of = |by| match by == member.organisation {
        true => page.say("trade-you").with("name", member.organisation_name.as_str()).to_string(),
        false => shown_name.clone(),
    };
    let row = |entry: Entry| match entry {
        Entry::Message(message) => {
            let side = if message.by == member.organisation { String::new() } else { name_of(message.by) };
            let by = match &message.acted_for {
                Some(agent) => agent.said(page.language(), &name_of(message.by)),
                None if side.is_empty() => message.person.clone(),
                None => format!("{} · {side}", message.person),
            };
            let (own, when) = (message.by == member.organisation, page.moment(&message.created_at));
            Row::Message { own, by, when, message }
        }
        Entry::Quote(step) => Row::Step {
            text: page
                .say(step.step.said())
                .with("by", name_of(step.by))
                .with("number", step.quote_id.0)
                .with("version", step.number)
                .with("total", page.money(&step.amount))
                .to_string(),
            href: format!("/quotes/{}", step.quote_id),
            when: page.moment(&step.created_at),
        },
    };
    let quote = |id: crate::ids::QuoteId| {
        (format!("/quotes/{id}"), page.say("quote-name").with("number", id.0).to_string())
    };
    Ok(ShowPage {
        page,
        crumbs: [Crumb::new(LIST, page.say("conversations-title")), Crumb::new("", &shown_name)],
        partner_is_maker: summary.maker.id == partner.id,
        summary,
        partner,
        rows: entries.into_iter().map(row).collect(),
        quotes: quotes.into_iter().map(quote).collect(),
        earlier: next.map(|cursor| format!("{LIST}/{id}?cursor={cursor}")),
        latest: (listing.before != i64::MAX).then(|| format!("{LIST}/{id}")),
        may_write: member.standing == Standing::Approved,
        form: FormView::new(page.language(), form),
        languages: page.language_choices(),
        most: MOST_FILES as i64,
        refusal: None,
    })
}

/// Who looks at it has read it.
async fn show(
    house: web::Data<House>,
    page: Page,
    reader: Reader<Conversation>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (id, form) = (reader.of.id, MessageForm::default());
    let shown = show_page(&house, &page, &reader.member, id, listing, &form).await?;
    if shown.summary.unread {
        house.db.write(move |tx| talking::mark_read(tx, &reader.member, id)).await?;
    }
    page.show(&shown)
}

async fn write(
    house: web::Data<House>,
    page: Page,
    party: Party<Conversation>,
    mut sent: Parcel<MessageForm>,
) -> Result<HttpResponse> {
    let checked = sent.form.check(sent.has_attachments());
    let (id, form) = (party.of.id, sent.form.clone());
    let written = match sent.keep(&house, checked).await {
        Ok(attachments) => {
            let (by, form) = (party.clone(), form.clone());
            house.db.write(move |tx| talking::write(tx, &by, id, &form, &attachments)).await
        }
        Err(error) => Err(error),
    };
    match written {
        Ok(message) => Ok(page.see_other(&format!("{LIST}/{id}#m{message}"), Some("notice-message-sent"))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let newest = Listing { before: i64::MAX, limit: house.settings.limits.page_size };
            let mut again = show_page(&house, &page, &party, id, newest, &form).await?;
            again.refusal = trouble.refusal.as_ref().map(|message| page.message(message));
            again.form = again.form.with_problems(trouble.problems);
            page.show_with(trouble.status, &again)
        }
    }
}

async fn read(house: web::Data<House>, page: Page, reader: Reader<Conversation>) -> Result<HttpResponse> {
    house.db.write(move |tx| talking::mark_read(tx, &reader.member, reader.of.id)).await?;
    Ok(page.see_other(LIST, Some("notice-conversation-read")))
}
