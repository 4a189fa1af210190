//! Search for people: words, filters that say how many, and cards.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use search_index::{Because, Facet, Highlight, Hit, How};

use super::api::{may_see_price, rates_for};
use super::{Card, Finder, Question, SearchForm, unanswered};
use crate::accounts::Viewer;
use crate::catalogue::{self, Audience};
use crate::clusters;
use crate::error::{Error, Result};
use crate::vocabulary;
use crate::web::{Access, Choice, FormView, House, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/search", Access::Anyone, "search", search)]
}

#[derive(Template)]
#[template(path = "search/results.html")]
struct ResultsPage<'a> {
    page: &'a Page,
    form: FormView,
    total: i64,
    hits: Vec<HitCard>,
    facets: Vec<FacetView>,
    chosen: Vec<Link>,
    sorts: Vec<Link>,
    sees_prices: bool,
    /// The choices that the limits keep as they are.
    kept: Vec<(String, String)>,
    currencies: Vec<Choice>,
    next: Option<String>,
    first: String,
    /// What was read instead of what was typed.
    read_as: Option<String>,
    free_in: Vec<Choice>,
    certificates: Vec<Choice>,
    /// It looks for something in particular, and may find products: so it can be saved.
    savable: bool,
    /// The search without the page that was turned to.
    first_page: String,
    /// The name under which it would be saved.
    saving: FormView,
}

struct HitCard {
    href: String,
    title: String,
    maker: String,
    place: String,
    picture: Option<PictureView>,
    price: Option<String>,
    terms: Option<String>,
    status: Option<String>,
    excerpt: Vec<Piece>,
    /// What answers the question in other words than its own.
    because: Vec<String>,
}

struct PictureView {
    src: String,
    alt: String,
    width: i64,
    height: i64,
}

struct Piece {
    text: String,
    marked: bool,
}

struct FacetView {
    label: String,
    entries: Vec<Entry>,
}

struct Entry {
    href: String,
    label: String,
    count: String,
    chosen: bool,
}

struct Link {
    href: String,
    label: String,
    current: bool,
}

/// The question's own address, with one pair put in or taken out; a change starts again at the first page.
struct Address(Vec<(String, String)>);

impl Address {
    fn of(request: &HttpRequest) -> Self {
        let pairs = url::form_urlencoded::parse(request.query_string().as_bytes());
        let kept = pairs.filter(|(key, value)| !value.is_empty() && key != "cursor" && key != "lang");
        Self(kept.map(|(key, value)| (key.into_owned(), value.into_owned())).collect())
    }

    fn write(pairs: impl Iterator<Item = (String, String)>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs);
        format!("/search?{}", query.finish())
    }

    fn unchanged(&self) -> String {
        Self::write(self.0.iter().cloned())
    }

    fn with(&self, key: &str, value: &str) -> String {
        let added = std::iter::once((key.to_owned(), value.to_owned()));
        Self::write(self.0.iter().cloned().chain(added))
    }

    fn set(&self, key: &str, value: &str) -> String {
        let kept = self.0.iter().filter(|(name, _)| name != key).cloned();
        Self::write(kept.chain(std::iter::once((key.to_owned(), value.to_owned()))))
    }

    fn without(&self, key: &str, value: &str) -> String {
        Self::write(self.0.iter().filter(|(name, own)| !(name == key && own == value)).cloned())
    }

    fn without_all(&self, key: &str) -> String {
        Self::write(self.0.iter().filter(|(name, _)| name != key).cloned())
    }
}

/// What somebody asks, as it was sent, as it is understood, and as it is shown again.
struct Asked<'f> {
    form: &'f SearchForm,
    question: Question,
    view: FormView,
}

async fn search(
    request: HttpRequest,
    house: web::Data<House>,
    finder: web::Data<Finder>,
    viewer: Viewer,
    page: Page,
    Query(form): Query<SearchForm>,
) -> Result<HttpResponse> {
    let audience = Audience::of(viewer.member());
    let check =
        |form: &SearchForm| form.check(viewer.sees_prices(), &audience, house.settings.limits.page_size);
    let view = FormView::new(page.language(), &form);
    match check(&form) {
        Ok(question) => {
            let asked = Asked { form: &form, question, view };
            page.show(&results(&request, &house, &finder, &viewer, &page, asked).await?)
        }
        // Somebody typed into the address: the page shows what is wrong and everything else that is found.
        Err(Error::Invalid(problems)) => {
            let form = SearchForm { q: form.q.clone(), ..SearchForm::default() };
            let asked = Asked { question: check(&form)?, form: &form, view: view.with_problems(problems) };
            page.show_again(&results(&request, &house, &finder, &viewer, &page, asked).await?)
        }
        Err(error) => Err(error),
    }
}

async fn results<'a>(
    request: &HttpRequest,
    house: &House,
    finder: &Finder,
    viewer: &Viewer,
    page: &'a Page,
    Asked { form, question, view }: Asked<'_>,
) -> Result<ResultsPage<'a>> {
    let rates = rates_for(house, question.needs_rates()).await?;
    let answer = finder.search(&question.search(page.language(), &rates, house.today()))?;
    if answer.total == 0 {
        unanswered::note(finder, &question, page.language(), house.today());
    }
    let clusters = house.db.read(clusters::all_clusters).await?;
    let address = Address::of(request);
    let label = |facet: Facet, value: &str| match facet {
        Facet::Kind => page.term("kind", value),
        Facet::Country => page.country(value),
        Facet::Cluster => {
            let found = clusters.iter().find(|cluster| cluster.slug == value);
            found.map_or_else(|| value.to_owned(), |cluster| cluster.name.best(page.language()).to_owned())
        }
        Facet::Craft | Facet::Material | Facet::Technique => vocabulary::label(value, page.language()),
    };
    let picked = |facet: Facet| match facet {
        Facet::Kind => form.kind.distinct(),
        Facet::Country => form.country.distinct(),
        Facet::Cluster => form.cluster.distinct(),
        Facet::Craft => form.craft.distinct(),
        Facet::Material => form.material.distinct(),
        Facet::Technique => form.technique.distinct(),
    };
    let mut chosen = Vec::new();
    let mut facets = Vec::new();
    for facet in Facet::ALL {
        let (name, picked) = (facet.as_str(), picked(facet));
        for value in &picked {
            chosen.push(Link {
                href: address.without(name, value),
                label: label(facet, value),
                current: true,
            });
        }
        let counts = answer.facets.get(&facet).cloned().unwrap_or_default();
        let entries: Vec<Entry> = counts
            .into_iter()
            .take(12)
            .map(|(value, count)| {
                let chosen = picked.contains(&value);
                let href = if chosen { address.without(name, &value) } else { address.with(name, &value) };
                let count = page.number(i64::try_from(count).unwrap_or(i64::MAX));
                Entry { href, label: label(facet, &value), count, chosen }
            })
            .collect();
        if entries.len() > 1 || entries.iter().any(|entry| entry.chosen) {
            facets.push(FacetView { label: page.term("filter", name), entries });
        }
    }
    if let Some(code) = (!form.free_in.is_blank()).then(|| form.free_in.trimmed().to_ascii_uppercase()) {
        let label = page.say("filter-free-in").with("country", page.country(&code)).to_string();
        chosen.push(Link { href: address.without_all("free_in"), label, current: true });
    }
    if !form.certificate.is_blank() {
        let certificate = catalogue::scheme_label(form.certificate.trimmed(), page.language());
        let label = page.say("filter-certificate").with("certificate", certificate).to_string();
        chosen.push(Link { href: address.without_all("certificate"), label, current: true });
    }
    for (name, key, raw) in [
        ("price_max", "filter-up-to-price", &form.price_max),
        ("moq_max", "filter-up-to-moq", &form.moq_max),
        ("lead_time_max", "filter-up-to-days", &form.lead_time_max),
    ] {
        if !raw.is_blank() {
            let label = page.say(key).with("most", raw.trimmed()).with("currency", form.currency.trimmed());
            chosen.push(Link { href: address.without_all(name), label: label.to_string(), current: true });
        }
    }
    let limits = ["price_max", "currency", "moq_max", "lead_time_max", "free_in", "certificate"];
    Ok(ResultsPage {
        page,
        form: view,
        total: i64::try_from(answer.total).unwrap_or(i64::MAX),
        hits: answer.hits.into_iter().map(|hit| hit_card(hit, viewer, page)).collect(),
        facets,
        chosen,
        sorts: sorts(page, &address, form, viewer.sees_prices()),
        sees_prices: viewer.sees_prices(),
        kept: address.0.iter().filter(|(key, _)| !limits.contains(&key.as_str())).cloned().collect(),
        currencies: currencies(page),
        next: answer.next.map(|cursor| address.set("cursor", &cursor.to_string())),
        read_as: answer.read_as,
        // Where somebody may want to be the only seller.
        free_in: page.country_choices(),
        certificates: catalogue::schemes()
            .iter()
            .map(|scheme| Choice::new(scheme.key.as_str(), scheme.label.best(page.language())))
            .collect(),
        savable: question.narrows() && (form.kind.distinct().is_empty() || form.kind.contains("product")),
        first_page: address.unchanged(),
        saving: FormView::new(page.language(), &serde_json::json!({ "name": saved_name(form) })),
        first: if form.cursor.is_blank() { String::new() } else { address.unchanged() },
    })
}

/// What a saved search is called, unless its owner knows better.
fn saved_name(form: &SearchForm) -> String {
    form.q.trimmed().chars().take(80).collect()
}

fn currencies(page: &Page) -> Vec<Choice> {
    let common = ["EUR", "USD", "GBP", "MAD", "TND", "DZD", "EGP", "JOD", "ILS"];
    common.iter().map(|code| page.currency_choice(code)).collect()
}

fn sorts(page: &Page, address: &Address, form: &SearchForm, sees_prices: bool) -> Vec<Link> {
    let mut orders =
        vec![("relevance", "sort-relevance"), ("newest", "sort-newest"), ("lead_time", "sort-lead-time")];
    if sees_prices {
        orders.extend([("price", "sort-price-up"), ("-price", "sort-price-down")]);
    }
    let now = if form.sort.is_blank() { "relevance" } else { form.sort.trimmed() };
    orders
        .into_iter()
        .map(|(word, key)| Link {
            href: address.set("sort", word),
            label: page.say(key).to_string(),
            current: word == now,
        })
        .collect()
}

fn hit_card(hit: Hit, viewer: &Viewer, page: &Page) -> HitCard {
    let card = Card::read(&hit.stored);
    let language = page.language();
    let title = card.title.best(language).to_owned();
    let price = match card.price() {
        Some(price) if may_see_price(&card, viewer) => Some(page.money(&price)),
        Some(_) => Some(page.say("search-price-hidden").to_string()),
        None => None,
    };
    let maker = card.maker.clone().filter(|_| hit.kind != search_index::Kind::Maker);
    let maker = maker.map(|maker| maker.for_reader(language));
    let country = page.country(&card.country);
    let place = card.place.best(language);
    HitCard {
        href: card.address(hit.kind),
        maker: maker.unwrap_or_else(|| page.term("kind", hit.kind.as_str())),
        place: if place.is_empty() { country } else { format!("{place} · {country}") },
        picture: card.picture.as_ref().map(|key| PictureView {
            src: format!("/pictures/{key}"),
            alt: title.clone(),
            width: 480,
            height: 480,
        }),
        title,
        price,
        terms: card.moq.map(|moq| page.say("unit-moq").with("pieces", page.pieces(moq)).to_string()),
        status: None,
        because: because(&hit.reasons, page),
        excerpt: excerpt(&hit.highlights, page.lang()),
    }
}

/// The places where something else than the typed word answers: `زليج ≈ zellige`.
fn because(reasons: &[Because], page: &Page) -> Vec<String> {
    let told = |reason: &Because| {
        let key = match reason.how {
            How::Word => return None,
            How::Concept if reason.asked.eq_ignore_ascii_case(&reason.found) => return None,
            How::Concept | How::Sound | How::Size => "search-because-same",
            How::Narrower => "search-because-narrower",
            How::Broader => "search-because-broader",
            How::Near => "search-because-near",
        };
        Some(page.say(key).with("asked", &reason.asked).with("found", &reason.found).to_string())
    };
    reasons.iter().filter_map(told).collect()
}

/// The excerpt that says more than the title does: in the reader's language, if something matched there.
fn excerpt(highlights: &[Highlight], reader: &str) -> Vec<Piece> {
    let bodies = || highlights.iter().filter(|highlight| highlight.role == search_index::Role::Body);
    let own = bodies().find(|body| body.language.is_some_and(|language| language.code() == reader));
    let body = own.or_else(|| bodies().next());
    let Some(body) = body else { return Vec::new() };
    let mark = |more: bool| more.then(|| Piece { text: "… ".to_owned(), marked: false });
    let pieces = body.pieces.iter().map(|piece| Piece { text: piece.text.clone(), marked: piece.marked });
    mark(body.more_before).into_iter().chain(pieces).chain(mark(body.more_after)).collect()
}
