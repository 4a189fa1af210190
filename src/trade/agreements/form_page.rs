//! The form of an agreement's draft, and the page before it on which one chooses with whom.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::agreed::{self, AgreedRow};
use super::agreement::Agreement;
use super::draft::{AgreementForm, coverable};
use super::store;
use crate::accounts::{self, Organisation, Standing};
use crate::catalogue::{Product, Status};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{AgreementId, OrganisationId, QuoteId};
use crate::input::{Raw, RawList};
use crate::matching;
use crate::trade::forms::{self, Trouble};
use crate::trade::parties::{self, Partners};
use crate::trade::quotes::{self, QuoteSummary};
use crate::trade::{Between, Partner, Party, Side, Trader};
use crate::web::{Choice, FormView, House, Listing, Page};

/// More names than this help nobody to choose.
const MOST_PARTNERS: i64 = 500;
const MOST_QUOTES: i64 = 30;

/// What a new agreement begins with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewQuery {
    /// An accepted quote.
    quote: Raw,
    /// The other side, by slug.
    with: Raw,
    /// An earlier agreement whose words are to be used again.
    like: Raw,
}

#[derive(Template)]
#[template(path = "trade/agreements/form.html")]
pub(super) struct FormPage<'a> {
    page: &'a Page,
    form: FormView,
    refusal: Option<String>,
    /// The draft that is being changed.
    draft: Option<AgreementId>,
    partner: Partner,
    channels: Vec<Choice>,
    countries: Vec<Choice>,
    collections: Vec<Choice>,
    languages: Vec<Choice>,
    currencies: Vec<Choice>,
    products: Vec<Choice>,
    agreed: Vec<AgreedRow>,
    agreed_is_open: bool,
}

/// What the form shows besides its fields.
struct Subject {
    draft: Option<AgreementId>,
    partner: Partner,
    collections: Vec<crate::catalogue::Collection>,
    products: Vec<Product>,
}

impl Subject {
    fn load(
        conn: &mut DbConnection,
        draft: Option<AgreementId>,
        maker: OrganisationId,
        partner: OrganisationId,
    ) -> Result<Self> {
        let mut collections = store::collections_of(conn, maker)?;
        collections.retain(|collection| collection.status != Status::Withdrawn);
        let products = coverable(conn, maker, &[])?;
        Ok(Self { draft, partner: accounts::organisation(conn, partner)?.into(), collections, products })
    }
}

impl<'a> FormPage<'a> {
    fn new(page: &'a Page, subject: Subject, form: &AgreementForm) -> Self {
        let language = page.language();
        let collection = |collection: &crate::catalogue::Collection| {
            Choice::new(collection.id.to_string(), collection.title.best(language))
        };
        Self {
            page,
            form: FormView::new(language, form),
            refusal: None,
            draft: subject.draft,
            partner: subject.partner,
            channels: forms::channels(page),
            countries: page.country_choices(),
            collections: subject.collections.iter().map(collection).collect(),
            currencies: forms::currencies(page),
            products: subject
                .products
                .iter()
                .map(|product| Choice::new(product.id.to_string(), product.title.best(language)))
                .collect(),
            agreed: agreed::form_rows(page, form, &subject.products),
            agreed_is_open: agreed::is_open(form),
            languages: page.language_choices(),
        }
    }

    pub(super) async fn of_draft(
        house: &House,
        page: &'a Page,
        party: &Party<Agreement>,
        form: &AgreementForm,
    ) -> Result<Self> {
        let (id, maker) = (party.of.id, party.of.maker_id);
        let partner = party.of.organisation(party.side.other());
        let subject = house.db.read(move |conn| Subject::load(conn, Some(id), maker, partner)).await?;
        Ok(Self::new(page, subject, form))
    }

    pub(super) fn again(mut self, trouble: Trouble) -> Result<HttpResponse> {
        self.refusal = trouble.refusal.as_ref().map(|message| self.page.message(message));
        self.form = self.form.with_problems(trouble.problems);
        self.agreed_is_open |= self.form.problems().iter().any(|problem| problem.field.starts_with("agreed"));
        self.page.show_with(trouble.status, &self)
    }

    fn action(&self) -> String {
        self.draft.map_or_else(|| "/agreements".to_owned(), |id| format!("/agreements/{id}/edit"))
    }

    fn back(&self) -> String {
        self.draft.map_or_else(|| "/agreements".to_owned(), |id| format!("/agreements/{id}"))
    }
}

/// With whom, and from what: shown while that is still open.
#[derive(Template)]
#[template(path = "trade/agreements/choose.html")]
struct ChoosePage<'a> {
    page: &'a Page,
    trader: &'a Trader,
    quotes: Vec<QuoteSummary>,
    partners: Vec<Choice>,
    form: FormView,
}

async fn choose(house: &House, page: &Page, trader: &Trader) -> Result<HttpResponse> {
    let (own, kind, today) = (trader.organisation, trader.side.other().kind(), house.today());
    let (quotes, mut partners) = house
        .db
        .read(move |conn| {
            let mut known = Partners::default();
            let mut quotes = Vec::new();
            for quote in quotes::accepted_of(conn, own, MOST_QUOTES)? {
                let (latest, _) = quotes::latest(conn, &quote)?;
                quotes.push(QuoteSummary::new(conn, &mut known, quote, &latest, today)?);
            }
            let all = Listing { before: i64::MAX, limit: MOST_PARTNERS };
            let partners = accounts::organisations_of_kind(conn, Some(kind), Some(Standing::Approved), all)?;
            Ok((quotes, partners))
        })
        .await?;
    partners.sort_by_key(|partner| partner.name.to_lowercase());
    let choice = |partner: &Organisation| {
        let country = page.country(&partner.country);
        Choice::new(&*partner.slug, format!("{} · {country}", partner.name_in(page.language())))
    };
    page.show(&ChoosePage {
        page,
        trader,
        quotes,
        partners: partners.iter().map(choice).collect(),
        form: FormView::new(page.language(), &serde_json::json!({})),
    })
}

/// Shows the form if it is clear with whom the agreement shall be, or asks.
pub(super) async fn begin(
    house: &House,
    page: &Page,
    trader: Trader,
    query: NewQuery,
) -> Result<HttpResponse> {
    if query.quote.is_blank() && query.with.is_blank() && query.like.is_blank() {
        return choose(house, page, &trader).await;
    }
    let (today, language) = (house.today(), page.language());
    let (subject, mut form) = house
        .db
        .read(move |conn| {
            let (mut form, partner) = beginning(conn, &trader, &query, today)?;
            if form.terms_language.is_blank() {
                form.terms_language = language.into();
            }
            let maker = if trader.side == Side::Maker { trader.organisation } else { partner };
            Ok((Subject::load(conn, None, maker, partner)?, form))
        })
        .await?;
    if form.title.is_blank() {
        let title = page.say("agreement-usual-title").with("partner", subject.partner.name_in(language));
        form.title = title.into();
    }
    page.show(&FormPage::new(page, subject, &form))
}

/// The first state of the form, and the other side.
fn beginning(
    conn: &mut DbConnection,
    trader: &Trader,
    query: &NewQuery,
    today: Date,
) -> Result<(AgreementForm, OrganisationId)> {
    let year = AgreementForm {
        starts_on: today.into(),
        ends_on: (today + chrono::TimeDelta::days(364)).into(),
        ..AgreementForm::default()
    };
    if let Ok(id) = query.like.trimmed().parse::<AgreementId>() {
        let earlier = readable(store::agreement(conn, id)?, trader)?;
        let form = AgreementForm { version: Raw::default(), ..AgreementForm::of(&earlier) };
        let partner = earlier.organisation(trader.side.other());
        let slug = accounts::organisation(conn, partner)?.slug;
        let counterparty = if form.quote.is_blank() { slug.as_str().into() } else { Raw::default() };
        return Ok((AgreementForm { counterparty, ..form }, partner));
    }
    if let Ok(id) = query.quote.trimmed().parse::<QuoteId>() {
        let quote = readable(quotes::quote(conn, id)?, trader)?;
        let request = quote.request_id.map(|request| matching::request(conn, request)).transpose()?;
        let mut form = AgreementForm { quote: id.into(), ..year };
        if let Some(request) = request {
            form.title = request.title.into();
            form.territory = RawList(vec![request.destination]);
            form.channel = request.channel.into();
        }
        return Ok((form, quote.organisation(trader.side.other())));
    }
    let partner = parties::named(conn, &query.with)?;
    let suits = |partner: &Organisation| partner.kind == trader.side.other().kind() && partner.is_approved();
    let partner = partner.filter(suits).ok_or(Error::NotFound)?;
    Ok((AgreementForm { counterparty: partner.slug.into(), ..year }, partner.id))
}

fn readable<T: Between>(found: T, trader: &Trader) -> Result<T> {
    if found.is_readable_by(trader) && found.side_of(trader.organisation).is_some() {
        return Ok(found);
    }
    Err(Error::NotFound)
}

/// The form of a new draft that was not taken.
pub(super) async fn create_again(
    house: &House,
    page: &Page,
    trader: Trader,
    form: AgreementForm,
    trouble: Trouble,
) -> Result<HttpResponse> {
    let query = NewQuery { quote: form.quote.clone(), with: form.counterparty.clone(), like: Raw::default() };
    let today = house.today();
    let subject = house
        .db
        .read(move |conn| {
            let (_, partner) = beginning(conn, &trader, &query, today)?;
            let maker = if trader.side == Side::Maker { trader.organisation } else { partner };
            Subject::load(conn, None, maker, partner)
        })
        .await?;
    FormPage::new(page, subject, &form).again(trouble)
}
