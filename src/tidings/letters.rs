//! The letter with what is new: a part for each sort of thing, each thing once, and no more of them than one reads.

use super::composing::{Answers, FoundBy, News, Wanted};
use super::links::{self, Action, Ways};
use crate::accounts::{Organisation, Person};
use crate::catalogue::Product;
use crate::clock::Time;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::locale::{self, Language};
use crate::mail::{self, Draft, Letter, excerpt};
use crate::settings::Settings;

/// Requests, and searches, that stand in a letter in full.
const MOST_THINGS: usize = 8;
/// Products named below each.
const MOST_PRODUCTS: usize = 5;
/// So much of the buyer's words; the rest stands on the page.
const EXCERPT: usize = 280;

pub(super) fn news(
    tx: &mut Write<'_>,
    settings: &Settings,
    person: &Person,
    news: &News,
    ways: &Ways,
    moment: Time,
) -> Result<()> {
    let language = person.language;
    let mut draft = Letter::to(&person.email, &person.name, language)
        .cause(format!("tidings-to-{}-due-{moment}", person.id))
        .subject(subject(news, language))
        .reason("tidings-reason")
        .unsubscribable(&ways.end, settings.absolute("/account/letters"));
    if !news.wanted.is_empty() {
        draft = draft.heading("tidings-wanted");
        for wanted in news.wanted.iter().take(MOST_THINGS) {
            draft = tell_wanted(tx, settings, draft, wanted, ways, language)?;
        }
        draft = and_more(draft, news.wanted.len(), MOST_THINGS, settings.absolute("/matches"), language);
    }
    if !news.answers.is_empty() {
        draft = draft.heading("tidings-answers");
        for answers in news.answers.iter().take(MOST_THINGS) {
            draft = tell_answers(settings, draft, answers, language);
        }
        let all = settings.absolute("/sourcing-requests");
        draft = and_more(draft, news.answers.len(), MOST_THINGS, all, language);
    }
    if !news.found.is_empty() {
        draft = draft.heading("tidings-found");
        for found in news.found.iter().take(MOST_THINGS) {
            draft = tell_found(settings, draft, found, language);
        }
        let all = settings.absolute("/account/searches");
        draft = and_more(draft, news.found.len(), MOST_THINGS, all, language);
    }
    mail::post(tx, &draft.build())
}

/// One request is called by its name; of more it is said how many.
fn subject(news: &News, language: Language) -> Message {
    if let ([wanted], [], []) = (&news.wanted[..], &news.answers[..], &news.found[..]) {
        return Message::new("tidings-subject-wanted").with("request", wanted.request.title.as_str());
    }
    let products = news.answers.iter().map(|answers| answers.products.len()).sum::<usize>()
        + news.found.iter().map(|found| found.products.len()).sum::<usize>();
    let (requests, products) = (
        counted("tidings-count-requests", news.wanted.len(), language),
        counted("tidings-count-products", products, language),
    );
    match (news.wanted.is_empty(), news.answers.is_empty() && news.found.is_empty()) {
        (false, true) => Message::new("tidings-subject").with("what", requests),
        (true, _) => Message::new("tidings-subject").with("what", products),
        (false, false) => {
            Message::new("tidings-subject-both").with("requests", requests).with("products", products)
        }
    }
}

fn counted(key: &'static str, count: usize, language: Language) -> Message {
    let shown = locale::number(language, i64::try_from(count).unwrap_or(i64::MAX));
    Message::new(key).with("count", count).with("shown", shown)
}

fn and_more(draft: Draft, all: usize, shown: usize, url: String, language: Language) -> Draft {
    match all.saturating_sub(shown) {
        0 => draft,
        more => draft.link(counted("tidings-more", more, language), url),
    }
}

fn tell_wanted(
    tx: &mut Write<'_>,
    settings: &Settings,
    draft: Draft,
    wanted: &Wanted,
    ways: &Ways,
    language: Language,
) -> Result<Draft> {
    let request = &wanted.request;
    let page = settings.absolute(&format!("/sourcing-requests/{}", request.id));
    let named: Vec<&str> =
        wanted.products.iter().take(MOST_PRODUCTS).map(|product| product.title.best(language)).collect();
    let put_aside = ways.about(wanted.organisation, request.id, Action::NotForUs);
    let put_aside = links::make(tx, put_aside, settings)?;
    Ok(draft
        .thing(&request.title, &page)
        .quote(excerpt(&request.wanted, EXCERPT))
        .fact("request-quantity", locale::say(language, &request.pieces(language)))
        .fact("request-destination", locale::country_name(&request.destination, language))
        .fact("request-needed-by", locale::date(language, request.needed_by))
        .fact("request-answers-by", locale::date(language, request.answers_by))
        .fact("tidings-fitting", named.join(" · "))
        .link("tidings-read", page)
        .link("tidings-not-for-us", put_aside))
}

fn tell_answers(settings: &Settings, draft: Draft, answers: &Answers, language: Language) -> Draft {
    let page = settings.absolute(&format!("/sourcing-requests/{}/matches", answers.request.id));
    let draft = draft.thing(&answers.request.title, &page);
    products(settings, draft, &answers.products, page, language)
}

fn tell_found(settings: &Settings, draft: Draft, found: &FoundBy, language: Language) -> Draft {
    let page = settings.absolute(&found.search.address());
    let draft = draft.thing(&found.search.name, &page);
    products(settings, draft, &found.products, page, language)
}

fn products(
    settings: &Settings,
    draft: Draft,
    products: &[(Product, Organisation)],
    page: String,
    language: Language,
) -> Draft {
    let mut draft = draft;
    for (product, maker) in products.iter().take(MOST_PRODUCTS) {
        let named = Message::new("tidings-product")
            .with("product", product.title.best(language))
            .with("maker", maker.name_in(language));
        draft = draft.link(named, settings.absolute(&format!("/products/{}", product.slug)));
    }
    and_more(draft, products.len(), MOST_PRODUCTS, page, language)
}
