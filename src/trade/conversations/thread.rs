//! A conversation as it went: what was said, and between it what became of the quotes about the same.

use super::conversation::Conversation;
use super::store;
use super::views::{ConversationSummary, ConversationView, Entry, MessageView, QuoteStepView, Step};
use crate::accounts::Member;
use crate::clock::Time;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::MessageId;
use crate::trade::parties::Partners;
use crate::trade::quotes::{self, Quote, QuoteStatus};
use crate::web::Listing;

pub(super) fn load(
    conn: &mut DbConnection,
    of: &Conversation,
    reader: &Member,
    listing: Listing,
) -> Result<ConversationView> {
    let page = listing.page(store::messages(conn, of.id, listing)?, |said| said.id.0);
    let ids: Vec<MessageId> = page.items.iter().map(|said| said.id).collect();
    let mut attachments = store::attachments(conn, &ids)?;
    // What happened to quotes before the oldest message of this page stands on the page before it, and so on.
    let first = page.items.last().filter(|_| page.next.is_some()).map(|said| said.created_at);
    let last = match listing.before {
        i64::MAX => None,
        before => Some(store::message(conn, MessageId(before)).map(|said| said.created_at)?),
    };
    let is_here = |at: Time| first.is_none_or(|first| at >= first) && last.is_none_or(|last| at < last);
    let mut entries = Vec::new();
    for said in page.items.into_iter().rev() {
        let (own, rest) = attachments.into_iter().partition(|one| one.message_id == said.id);
        attachments = rest;
        entries.push(Entry::Message(MessageView::new(conn, said, own)?));
    }
    let quotes = quotes::between(conn, of.maker_id, of.buyer_id, of.request_id)?;
    for quote in &quotes {
        let steps = steps(conn, quote)?.into_iter().filter(|step| is_here(step.created_at));
        entries.extend(steps.map(Entry::Quote));
    }
    entries.sort_by_key(Entry::at);
    Ok(ConversationView {
        summary: ConversationSummary::new(conn, &mut Partners::default(), of, reader)?,
        quotes: quotes.iter().map(|quote| quote.id).collect(),
        entries,
        next: page.next,
    })
}

/// Each version, and how it ended. Who ended it follows from the rules: see `Quote::check`.
fn steps(conn: &mut DbConnection, quote: &Quote) -> Result<Vec<QuoteStepView>> {
    let mut steps = Vec::new();
    for (version, _) in quotes::versions(conn, quote.id)? {
        let step = if version.number == 1 { Step::Offered } else { Step::Countered };
        steps.push(QuoteStepView {
            quote_id: quote.id,
            step,
            number: version.number,
            by: version.offered_by,
            total: version.total().into(),
            amount: version.total(),
            created_at: version.created_at,
        });
    }
    let ended = |step, by| {
        steps.last().map(|last| QuoteStepView { step, by, created_at: quote.updated_at, ..last.clone() })
    };
    let end = match quote.status {
        QuoteStatus::Open => None,
        QuoteStatus::Declined => ended(Step::Declined, quote.buyer_id),
        QuoteStatus::Withdrawn => ended(Step::Withdrawn, quote.maker_id),
        QuoteStatus::NotChosen => ended(Step::NotChosen, quote.buyer_id),
        QuoteStatus::Accepted => {
            let by_maker = steps.last().is_some_and(|last| last.by == quote.buyer_id);
            ended(Step::Accepted, if by_maker { quote.maker_id } else { quote.buyer_id })
        }
    };
    steps.extend(end);
    Ok(steps)
}
